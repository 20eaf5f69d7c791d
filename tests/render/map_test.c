#include "tests/render/map_fixture.h"

#include <corridor/model/load.h>

#include <glob.h>
#include <math.h>
#include <time.h>

static bool overlap(struct cor_rect a, struct cor_rect b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

/* Boxes of what is written in groups of a name, up to `most`. */
static uint32_t texts_in(struct cor_rect *out,
                         const struct cor_scene *scene,
                         const char *group,
                         uint32_t most)
{
    uint32_t n = 0;
    for (uint32_t i = 0, inside = 0; i < scene->n; i++) {
        const struct cor_scene_item *item = &scene->item[i];
        if (item->kind == COR_SCENE_GROUP)
            inside = strcmp(item->group.name, group) == 0;
        else if (item->kind == COR_SCENE_END)
            inside = 0;
        else if (item->kind == COR_SCENE_TEXT && inside && n < most)
            out[n++] = item->text.box;
    }
    return n;
}

/* The box that the last group of a name begins with: the map's own comes after
   its inset's. */
static bool
group_box(struct cor_rect *out, const struct cor_scene *scene, const char *name)
{
    for (uint32_t i = scene->n - 1; i-- > 0;)
        if (scene->item[i].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i].group.name, name) == 0 &&
            scene->item[i + 1].kind == COR_SCENE_PATH) {
            const struct cor_vec *p = scene->item[i + 1].path.point;
            *out = (struct cor_rect){p[0].x, p[0].y, p[2].x, p[2].y};
            return true;
        } else if (scene->item[i].kind == COR_SCENE_GROUP &&
                   strcmp(scene->item[i].group.name, name) == 0 &&
                   scene->item[i + 1].kind == COR_SCENE_CIRCLE) {
            const struct cor_scene_circle *c = &scene->item[i + 1].circle;
            *out = (struct cor_rect){
                c->centre.x - c->radius_mm, c->centre.y - c->radius_mm,
                c->centre.x + c->radius_mm, c->centre.y + c->radius_mm};
            return true;
        }
    return false;
}

/* The first items of a scene, up to its inset, in which all begins again. */
static struct cor_scene without_inset(const struct cor_scene *scene)
{
    struct cor_scene rest = *scene;
    for (uint32_t i = 0; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i].group.name, "inset") == 0)
            rest.n = i;
    return rest;
}

/* What every map must keep: names on the map overlap neither each other nor
   furniture, and none crosses the frame. Gives how many there are. */
static uint32_t expect_clean(const struct cor_scene *scene, const char *what)
{
    enum { MOST = 1000 };
    static struct cor_rect box[MOST];
    struct cor_rect frame, furniture[4];
    const struct cor_scene map = without_inset(scene);
    cr_assert(group_box(&frame, scene, "frame"));
    uint32_t n = texts_in(box, &map, "labels", MOST);
    const uint32_t n_place = n;
    n += texts_in(box + n, &map, "area-labels", MOST - n);
    uint32_t n_furniture = 0;
    n_furniture += group_box(&furniture[n_furniture], scene, "inset");
    n_furniture += group_box(&furniture[n_furniture], scene, "locator");
    n_furniture += group_box(&furniture[n_furniture], scene, "scale-bar");
    if (group_box(&furniture[n_furniture], scene, "legend") &&
        furniture[n_furniture].top < frame.bottom)
        n_furniture++;
    for (uint32_t i = 0; i < n; i++) {
        cr_expect(box[i].left > frame.left && box[i].right < frame.right &&
                      box[i].top > frame.top && box[i].bottom < frame.bottom,
                  "%s: name %" PRIu32 " crosses the frame", what, i);
        for (uint32_t k = 0; k < i; k++)
            cr_expect_not(overlap(box[i], box[k]),
                          "%s: names %" PRIu32 " and %" PRIu32, what, i, k);
        for (uint32_t k = 0; k < n_furniture; k++)
            cr_expect_not(overlap(box[i], furniture[k]),
                          "%s: name %" PRIu32 " under furniture", what, i);
    }
    return n_place;
}

/* SplitMix64: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static double random_in(uint64_t *state, double low, double high)
{
    return low + (high - low) * (double)(next_random(state) >> 11) * 0x1p-53;
}

static void random_network(struct world *world,
                           uint64_t seed,
                           uint32_t n_place,
                           uint32_t n_link)
{
    static const char *const names[] = {
        "Ur",      "Samarkand", "Bandar Abbas", "Llanfair­pwll",
        "თბილისი", "乌鲁木齐",  "مشهد"};
    struct place_row *place = calloc(n_place, sizeof *place);
    struct link_row *link = calloc(n_link + 1, sizeof *link);
    const double west = random_in(&seed, -180, 120);
    const double south = random_in(&seed, -60, 40);
    const double width = random_in(&seed, 1, 60);
    for (uint32_t i = 0; i < n_place; i++)
        place[i] = (struct place_row){
            names[next_random(&seed) % 7],
            random_in(&seed, west, fmin(west + width, 180)),
            random_in(&seed, south, south + width / 3),
            (enum cor_place_kind)(next_random(&seed) % COR_N_PLACE_KIND)};
    for (uint32_t i = 0; i < n_link; i++)
        link[i] = (struct link_row){(uint32_t)(next_random(&seed) % n_place),
                                    (uint32_t)(next_random(&seed) % n_place),
                                    (uint32_t)(next_random(&seed) % COR_N_MODE),
                                    0, false};
    world_init(world, place, n_place, link, n_link);
    free(place);
    free(link);
}

Test(map, random_networks_have_no_overlaps)
{
    uint32_t n_name = 0;
    for (uint64_t seed = 0; seed < 30; seed++) {
        struct world world;
        char what[32];
        random_network(&world, seed, 5 + (uint32_t)seed * 3,
                       6 + (uint32_t)seed);
        snprintf(what, sizeof what, "seed %d", (int)seed);
        n_name += expect_clean(compose(&world, NULL, NULL, 0, NULL), what);
        world_finish(&world);
    }
    cr_expect_gt(n_name, 200, "names are placed at all: %" PRIu32, n_name);
}

static uint32_t hidden(const struct world *world)
{
    for (size_t i = 0; i < world->report.n; i++)
        if (strcmp(world->report.item[i].code, "places-hidden") == 0)
            return (uint32_t)atoi(world->report.item[i].message);
    return 0;
}

/* Every name a map cannot show is reported. */
Test(map, no_name_is_lost_silently)
{
    struct world world;
    random_network(&world, 7, 120, 60);
    const struct cor_scene *scene = compose(&world, NULL, NULL, 0, NULL);
    static struct cor_rect box[1000];
    const uint32_t n = texts_in(box, scene, "labels", 1000);
    const uint32_t n_hidden = hidden(&world);
    uint32_t n_dropped = 0;
    for (size_t i = 0; i < world.report.n; i++)
        n_dropped += strcmp(world.report.item[i].code, "label-dropped") == 0;
    cr_expect_eq(n + n_dropped + n_hidden, 120,
                 "%" PRIu32 " + %" PRIu32 " + %" PRIu32, n, n_dropped,
                 n_hidden);
    world_finish(&world);
}

static bool is_written(const struct cor_scene *scene, const char *text)
{
    for (uint32_t i = 0; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_TEXT &&
            strcmp(scene->item[i].text.text, text) == 0)
            return true;
    return false;
}

Test(map, legend_lists_what_is_drawn_and_nothing_else)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    const struct cor_scene *scene = compose(&world, NULL, &route, 1, NULL);
    cr_expect(is_written(scene, "Alfa to Foxtrot"));
    cr_expect(is_written(scene, "Rail"));
    cr_expect(is_written(scene, "Rail, planned or under construction"));
    cr_expect(is_written(scene, "Road"));
    cr_expect(is_written(scene, "Ferry or ship"));
    cr_expect(is_written(scene, "Port"));
    cr_expect(is_written(scene, "Border crossing with change of gauge"));
    cr_expect(is_written(scene, "Pipeline"));
    cr_expect(is_written(scene, "Air"));
    cr_expect_not(is_written(scene, "Other links of the network"));
    cr_expect_not(is_written(scene, "Border crossing"));
    cr_expect_not(is_written(scene, "Contested boundary"));
    world_finish(&world);
}

Test(map, every_format_shows_the_same_names)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    const struct cor_scene *scene = compose(&world, NULL, &route, 1, NULL);
    const char *svg = write_scene(&world, scene, "svg", NULL);
    uint32_t n_text = 0, n_svg = 0;
    for (uint32_t i = 0; i < scene->n; i++) {
        if (scene->item[i].kind != COR_SCENE_TEXT)
            continue;
        char tail[256];
        snprintf(tail, sizeof tail, ">%s</text>", scene->item[i].text.text);
        cr_expect_not_null(strstr(svg, tail), "%s", tail);
        n_text++;
    }
    for (const char *at = svg; (at = strstr(at, "<text")) != NULL; at++)
        n_svg++;
    cr_expect_eq(n_text, n_svg);
    world_finish(&world);
}

Test(map, same_input_gives_the_same_bytes)
{
    static const char *const formats[] = {"svg", "png", "pdf", "dump"};
    for (size_t f = 0; f < 4; f++) {
        struct world one, two;
        size_t n, m;
        strait_init(&one);
        strait_init(&two);
        const struct cor_map_route route = strait_way();
        const char *a = write_scene(&one, compose(&one, NULL, &route, 1, NULL),
                                    formats[f], &n);
        const char *b = write_scene(&two, compose(&two, NULL, &route, 1, NULL),
                                    formats[f], &m);
        cr_expect(n == m && memcmp(a, b, n) == 0, "%s", formats[f]);
        world_finish(&one);
        world_finish(&two);
    }
}

/* The root id and all ids in it follow what is drawn. */
Test(map, two_maps_have_different_ids)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    how.theme = "dark";
    const struct cor_scene *light = compose(&world, NULL, &route, 1, NULL);
    const struct cor_scene *dark = compose(&world, NULL, &route, 1, &how);
    cr_expect_neq(light->hash, dark->hash);
    char id[32];
    snprintf(id, sizeof id, "m%016" PRIx64, light->hash);
    const char *svg = write_scene(&world, light, "svg", NULL);
    for (const char *at = svg; (at = strstr(at, "id=\"")) != NULL; at++)
        cr_expect_eq(strncmp(at + 4, id, strlen(id)), 0, "%.40s", at);
    world_finish(&world);
}

static const char long_name[] =
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronuku"
    "pokaiwhenuakitanatahu and Llanfairpwllgwyngyllgogerychwyrndrobwll"
    "llantysiliogogogoch and Krungthepmahanakhon and some more letters";

static const struct {
    const char *name;
    struct place_row place[3];
    uint32_t n_place;
    struct link_row link[2];
    uint32_t n_link;
    const char *projection; /* in PROJ's words */
} odd[] = {
    {"one place", {{"Alone", 71, 42, COR_PLACE_CITY}}, 1, {{0}}, 0, "Lambert"},
    {"a long name",
     {{long_name, 71, 42, COR_PLACE_CITY}, {"B", 73, 43, COR_PLACE_CITY}},
     2,
     {{0, 1, COR_MODE_RAIL, 0, false}},
     1,
     "Lambert"},
    {"names from right to left",
     {{"مشهد", 59, 36, COR_PLACE_CITY}, {"תל אביב", 34, 32, COR_PLACE_PORT}},
     2,
     {{0, 1, COR_MODE_AIR, 0, false}},
     1,
     "Lambert"},
    {"both sides of 180 degrees",
     {{"Anadyr", 177.5, 64.7, COR_PLACE_PORT},
      {"Nome", -165.4, 64.5, COR_PLACE_PORT}},
     2,
     {{0, 1, COR_MODE_SEA, 0, false}},
     1,
     "Lambert conformal conic"},
    {"names in both directions",
     {{"Порт Баку (باکو) 12", 49.9, 40.4, COR_PLACE_PORT},
      {"تهران – Tehran – 德黑兰", 51.4, 35.7, COR_PLACE_CITY}},
     2,
     {{0, 1, COR_MODE_RAIL, 0, false}},
     1,
     "Lambert"},
    {"across the equator",
     {{"Mombasa", 39.7, -4, COR_PLACE_PORT},
      {"Isiolo", 37.6, 0.4, COR_PLACE_CITY}},
     2,
     {{0, 1, COR_MODE_ROAD, 0, false}},
     1,
     "Mercator"},
    {"about the pole",
     {{"A", 0, 84, COR_PLACE_CITY},
      {"B", 120, 84, COR_PLACE_CITY},
      {"C", -120, 84, COR_PLACE_CITY}},
     3,
     {{0, 1, COR_MODE_AIR, 0, false}, {1, 2, COR_MODE_AIR, 0, false}},
     2,
     "azimuthal"},
    {"a loop and a place twice",
     {{"Twin", 10, 50, COR_PLACE_CITY}, {"Twin", 10, 50, COR_PLACE_CITY}},
     2,
     {{0, 0, COR_MODE_RAIL, 0, false}, {0, 1, COR_MODE_RAIL, 0, false}},
     2,
     "Lambert"},
    {"around the world",
     {{"Quito", -78, 0, COR_PLACE_CITY},
      {"Singapore", 104, 1, COR_PLACE_PORT},
      {"Perth", 116, -32, COR_PLACE_PORT}},
     3,
     {{0, 1, COR_MODE_SEA, 0, false}, {0, 2, COR_MODE_AIR, 0, false}},
     2,
     "entr"},
};

static void expect_odd_map(size_t row, const struct cor_basemap *basemap)
{
    struct world world;
    world_init(&world, odd[row].place, odd[row].n_place, odd[row].link,
               odd[row].n_link);
    const struct cor_scene *scene = compose(&world, basemap, NULL, 0, NULL);
    cr_expect_gt(expect_clean(scene, odd[row].name), 0, "%s", odd[row].name);
    cr_expect_not_null(strstr(scene->description, odd[row].projection),
                       "%s: %s", odd[row].name, scene->description);
    for (size_t i = 0; cor_scene_formats[i] != NULL; i++)
        write_scene(&world, scene, cor_scene_formats[i]->name, NULL);
    world_finish(&world);
}

Test(map, odd_networks_are_drawn)
{
    for (size_t row = 0; row < sizeof odd / sizeof odd[0]; row++)
        expect_odd_map(row, NULL);
}

static const struct cor_basemap *shipped_basemap(struct cor_arena *arena)
{
    const struct cor_basemap *map = NULL;
    struct cor_error err = {0};
    cr_assert_eq(cor_basemap_load(&map, SOURCE_ROOT "/maps/world-50m.topojson",
                                  SOURCE_ROOT "/maps/labels.csv", arena, &err),
                 COR_OK, "%s", err.text);
    return map;
}

Test(map, odd_networks_are_drawn_on_the_shipped_base_map, .timeout = 60)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map = shipped_basemap(&arena);
    for (size_t row = 0; row < sizeof odd / sizeof odd[0]; row++)
        expect_odd_map(row, map);
    cor_arena_finish(&arena);
}

/* The rail links of a scenario, in the order they were read: no journey, but
   all that a map can meet. */
static uint32_t rail_links(uint32_t *out, const struct cor_scenario *scenario)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < scenario->links.n; i++)
        if (scenario->links.mode[i] == COR_MODE_RAIL)
            out[n++] = i;
    return n;
}

static void expect_shipped_map(const char *file, double width_mm)
{
    struct world world;
    world_init(&world, NULL, 0, NULL, 0);
    char path[1024];
    snprintf(path, sizeof path, "%s/scenarios/%s", SOURCE_ROOT, file);
    const struct cor_load load = {.as_of = COR_NO_DATE};
    enum cor_load_state state;
    const struct cor_scenario *scenario = NULL;
    struct cor_error err = {0};
    cr_assert_eq(cor_scenario_load(&scenario, &state, path, &load,
                                   &world.report, &world.arena, &err),
                 COR_OK, "%s: %s", file, err.text);
    world.scenario = *scenario;
    uint32_t *link = TAKE(&world, uint32_t, scenario->links.n);
    const struct cor_map_route route = {
        .title = "Rail", .n_link = rail_links(link, scenario), .link = link};
    struct cor_map_options how;
    cor_map_options_init(&how, scenario);
    how.width_mm = width_mm;
    const struct cor_scene *scene =
        compose(&world, shipped_basemap(&world.arena), &route, 1, &how);
    cr_expect_gt(expect_clean(scene, file), 5, "%s", file);
    world_finish(&world);
}

Test(map, shipped_scenarios_have_no_overlaps, .timeout = 120)
{
    glob_t found;
    cr_assert_eq(glob(SOURCE_ROOT "/scenarios/*.yaml", 0, NULL, &found), 0);
    cr_assert_gt(found.gl_pathc, 5);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *file = strrchr(found.gl_pathv[i], '/') + 1;
        if (strcmp(file, "defaults.yaml") == 0)
            continue;
        expect_shipped_map(file, 297);
        expect_shipped_map(file, 160);
    }
    globfree(&found);
}

/* What colour fills a point of the page: of the last land, lake or sea whose
   rings hold it. */
static bool is_in_rings(const struct cor_scene_path *path, struct cor_vec p)
{
    bool inside = false;
    for (uint32_t part = 0, begin = 0; part < path->n_part;
         begin = path->end[part++])
        for (uint32_t i = begin, k = path->end[part] - 1; i < path->end[part];
             k = i++) {
            const struct cor_vec a = path->point[i], b = path->point[k];
            if ((a.y > p.y) != (b.y > p.y) &&
                p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
                inside = !inside;
        }
    return inside;
}

static const char *surface(const struct cor_scene *scene, struct cor_vec at)
{
    const char *group = "", *found = "none";
    for (uint32_t i = 0; i < scene->n; i++) {
        const struct cor_scene_item *item = &scene->item[i];
        if (item->kind == COR_SCENE_GROUP)
            group = item->group.name;
        if (item->kind == COR_SCENE_PATH && item->path.closed &&
            is_in_rings(&item->path, at) &&
            (strncmp(group, "land", 4) == 0 || strcmp(group, "lakes") == 0 ||
             strcmp(group, "sea") == 0))
            found = group;
    }
    return found;
}

/* Places whose symbols say where they are on the page. */
Test(map, water_is_water_and_land_is_land)
{
    static const struct place_row place[] = {
        {"Caspian Sea", 51, 42, COR_PLACE_PORT},
        {"Lake Balkhash", 74.0, 46.0, COR_PLACE_PORT},
        {"Lake Van", 42.9, 38.6, COR_PLACE_PORT},
        {"Astana", 71.4, 51.2, COR_PLACE_PORT},
        {"Tehran", 51.4, 35.7, COR_PLACE_PORT},
        {"Black Sea", 35, 43, COR_PLACE_PORT},
    };
    static const char *const wanted[] = {"sea",  "lakes", "lakes",
                                         "land", "land",  "sea"};
    struct world world;
    world_init(&world, place, 6, NULL, 0);
    const struct cor_scene *scene =
        compose(&world, shipped_basemap(&world.arena), NULL, 0, NULL);
    uint32_t n = 0;
    for (uint32_t i = 0; i + 1 < scene->n; i++) {
        const struct cor_scene_item *item = &scene->item[i];
        if (item->kind != COR_SCENE_GROUP ||
            strcmp(item->group.name, "node") != 0)
            continue;
        const struct cor_vec *p = scene->item[i + 1].path.point;
        const struct cor_vec middle = {(p[0].x + p[2].x) / 2,
                                       (p[0].y + p[2].y) / 2};
        for (size_t k = 0; k < 6; k++)
            if (strcmp(place[k].name, item->group.title) == 0) {
                cr_expect_str_eq(surface(scene, middle), wanted[k], "%s",
                                 place[k].name);
                n++;
            }
    }
    cr_expect_eq(n, 6);
    world_finish(&world);
}

/* The symbols that fit are shown, all others are told; within a second or so of
   processor time, also where everything is checked. */
Test(map, large_networks_are_drawn, .timeout = 60)
{
    struct world world;
    random_network(&world, 3, 20000, 20000);
    const clock_t begin = clock();
    const struct cor_scene *scene = compose(&world, NULL, NULL, 0, NULL);
    cr_expect_lt((double)(clock() - begin) / CLOCKS_PER_SEC, 20);
    const uint32_t n = expect_clean(scene, "20,000 links");
    cr_expect_gt(n, 50);
    cr_expect_leq(n, 400);
    cr_expect_gt(hidden(&world), 19000u);
    world_finish(&world);
}

/* An extent is a map even where the scenario has nothing in it. */
Test(map, extents_need_no_network)
{
    struct world world;
    struct cor_map_options how;
    strait_init(&world);
    cor_map_options_init(&how, &world.scenario);
    how.has_extent = true;
    how.west = -30;
    how.south = 30;
    how.east = -20;
    how.north = 35;
    const struct cor_scene *scene = compose(&world, NULL, NULL, 0, &how);
    cr_expect_eq(expect_clean(scene, "elsewhere"), 0);
    cr_expect_not_null(strstr(scene->description, "25° W"));
    world_finish(&world);
    world_init(&world, NULL, 0, NULL, 0);
    scene = compose(&world, shipped_basemap(&world.arena), NULL, 0, &how);
    cr_expect_gt(scene->n, 10);
    world_finish(&world);
}

/* Names of meridians and parallels are at least 4 mm apart. */
static void expect_ticks_apart(const struct cor_scene *scene, const char *what)
{
    enum { MOST = 128 };
    struct cor_rect box[MOST];
    const uint32_t n = texts_in(box, scene, "graticule-labels", MOST);
    cr_expect_gt(n, 3u, "%s", what);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < i; k++) {
            const double x =
                fmax(box[i].left - box[k].right, box[k].left - box[i].right);
            const double y =
                fmax(box[i].top - box[k].bottom, box[k].top - box[i].bottom);
            cr_expect(x >= 4 - 1e-9 || y >= 4 - 1e-9, "%s: %g %g", what, x, y);
        }
}

Test(map, names_of_the_graticule_keep_their_distance)
{
    for (size_t row = 0; row < sizeof odd / sizeof odd[0]; row++) {
        struct world world;
        world_init(&world, odd[row].place, odd[row].n_place, odd[row].link,
                   odd[row].n_link);
        expect_ticks_apart(compose(&world, NULL, NULL, 0, NULL), odd[row].name);
        world_finish(&world);
    }
}

/* An end of a route amid cities has its name, and some cities lose theirs. */
Test(map, names_that_matter_take_the_room_of_those_that_do_not)
{
    enum { AROUND = 16 };
    struct place_row place[AROUND + 2] = {
        {"Where it begins", 60, 40, COR_PLACE_CITY},
        {"B", 75, 40, COR_PLACE_CITY}};
    struct link_row link[AROUND + 1];
    uint32_t way[AROUND + 1];
    for (uint32_t i = 0; i <= AROUND; i++) {
        const double turn = i * 0.785398, far = i < 8 ? 0.7 : 1.5;
        link[i] = (struct link_row){i == 0 ? 0 : i + 1, i == AROUND ? 1 : i + 2,
                                    COR_MODE_RAIL, 0, false};
        way[i] = i;
        if (i < AROUND)
            place[i + 2] =
                (struct place_row){"C", 60 + far * cos(turn),
                                   40 + far * sin(turn), COR_PLACE_CITY};
    }
    struct world world;
    struct cor_map_options how;
    world_init(&world, place, AROUND + 2, link, AROUND + 1);
    cor_map_options_init(&how, &world.scenario);
    how.width_mm = 90;
    const struct cor_map_route route = {
        .title = "R", .n_link = AROUND + 1, .link = way};
    const struct cor_scene *scene = compose(&world, NULL, &route, 1, &how);
    cr_expect(is_written(scene, "Where it begins"));
    cr_expect_gt(hidden(&world), 0u);
    expect_clean(scene, "an end amid cities");
    world_finish(&world);
}

/* Across 180 degrees the map is centred there, not on Greenwich. */
Test(map, of_the_pacific_is_centred_on_it)
{
    static const struct place_row place[] = {
        {"Vladivostok", 131.9, 43.1, COR_PLACE_PORT},
        {"Anchorage", -149.9, 61.2, COR_PLACE_PORT}};
    static const struct link_row link[] = {{0, 1, COR_MODE_SEA, 0, false}};
    struct world world;
    world_init(&world, place, 2, link, 1);
    const struct cor_scene *scene =
        compose(&world, shipped_basemap(&world.arena), NULL, 0, NULL);
    cr_expect_not_null(strstr(scene->description, "171° E"), "%s",
                       scene->description);
    expect_clean(scene, "the Pacific");
    world_finish(&world);
}

Test(map, pages_have_the_height_asked_for)
{
    static const double heights[] = {100, 150, 210};
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    for (size_t i = 0; i < 3; i++) {
        how.height_mm = heights[i];
        const struct cor_scene *scene = compose(&world, NULL, &route, 1, &how);
        cr_expect_float_eq(scene->height_mm, heights[i], 1e-9);
        expect_clean(scene, "fixed height");
    }
    world_finish(&world);
}

static void change_nothing(struct cor_map_options *how)
{
    (void)how;
}
static void make_narrow(struct cor_map_options *how)
{
    how->width_mm = 79;
}
static void make_flat(struct cor_map_options *how)
{
    how->height_mm = 10;
}
static void lose_the_width(struct cor_map_options *how)
{
    how->width_mm = (double)NAN;
}
static void lose_the_height(struct cor_map_options *how)
{
    how->height_mm = (double)NAN;
}
static void lose_the_extent(struct cor_map_options *how)
{
    how->has_extent = true;
    how->west = (double)NAN;
    how->east = 10;
    how->north = 10;
}
static void make_huge(struct cor_map_options *how)
{
    how->width_mm = 2001;
}
static void take_unknown_theme(struct cor_map_options *how)
{
    how->theme = "pink";
}
static void turn_extent_over(struct cor_map_options *how)
{
    how->has_extent = true;
    how->south = 50;
    how->north = 40;
    how->east = 10;
}
static void take_unknown_projection(struct cor_map_options *how)
{
    how->projection = "+proj=bogus";
}
static void take_far_projection(struct cor_map_options *how)
{
    how->projection = "+proj=gnom +lat_0=-40 +lon_0=-110";
}

static const struct {
    const char *name;
    void (*change)(struct cor_map_options *how);
    enum cor_status status;
} changes[] = {
    {"nothing", change_nothing, COR_OK},
    {"too narrow", make_narrow, COR_BAD_INPUT},
    {"too flat", make_flat, COR_BAD_INPUT},
    {"too wide", make_huge, COR_BAD_INPUT},
    {"no number for a width", lose_the_width, COR_BAD_INPUT},
    {"no number for a height", lose_the_height, COR_BAD_INPUT},
    {"no number for an edge", lose_the_extent, COR_BAD_INPUT},
    {"theme", take_unknown_theme, COR_UNKNOWN_NAME},
    {"extent", turn_extent_over, COR_BAD_INPUT},
    {"no such projection", take_unknown_projection, COR_BAD_INPUT},
    {"a projection of another half of the earth", take_far_projection,
     COR_BAD_INPUT},
};

Test(map, options_outside_their_domain_are_refused)
{
    struct world world;
    strait_init(&world);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct cor_map_options how;
        struct cor_error err = {0};
        const struct cor_scene *scene = NULL;
        cor_map_options_init(&how, &world.scenario);
        changes[i].change(&how);
        cr_expect_eq(cor_map_compose(&scene, &world.scenario, NULL, NULL, 0,
                                     &how, NULL, &world.arena, &err),
                     changes[i].status, "%s: %s", changes[i].name, err.text);
        cr_expect_eq(scene != NULL, changes[i].status == COR_OK, "%s",
                     changes[i].name);
    }
    world_finish(&world);
}

static void expect_failure(const char *fonts,
                           const struct place_row *place,
                           uint32_t n,
                           enum cor_status status,
                           const char *text)
{
    struct world world;
    struct cor_map_options how;
    struct cor_error err = {0};
    const struct cor_scene *scene = NULL;
    world_init(&world, place, n, NULL, 0);
    use_fonts(fonts);
    cor_map_options_init(&how, &world.scenario);
    cr_expect_eq(cor_map_compose(&scene, &world.scenario, NULL, NULL, 0, &how,
                                 NULL, &world.arena, &err),
                 status);
    cr_expect_not_null(strstr(err.text, text), "%s", err.text);
    cr_expect_null(scene);
    world_finish(&world);
}

Test(map, of_nothing_is_an_error)
{
    expect_failure("fonts.conf", NULL, 0, COR_BAD_INPUT,
                   "the scenario has no place to draw");
}

Test(map, without_fonts_is_an_error)
{
    expect_failure("no_fonts.conf", strait_place, 7, COR_UNSUPPORTED,
                   "no fonts to write with");
}

/* Whatever the arena's limit, a map is whole or there is an error. */
Test(map, wants_of_memory_are_told, .timeout = 60)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    bool done = false;
    for (size_t limit = 0; !done; limit += limit / 4 + 997) {
        struct cor_arena small;
        const struct cor_scene *scene = NULL;
        cor_arena_init(&small, limit);
        const enum cor_status status = cor_map_compose(
            &scene, &world.scenario, NULL, &route, 1, &how, NULL, &small, NULL);
        done = status == COR_OK;
        cr_expect(done || status == COR_NO_MEMORY, "limit %zu: %d", limit,
                  (int)status);
        cr_expect_eq(scene != NULL, done);
        cr_assert_lt(limit, (size_t)1 << 26);
        if (done)
            expect_clean(scene, "with just enough memory");
        cor_arena_finish(&small);
    }
    world_finish(&world);
}
