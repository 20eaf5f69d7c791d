#include "tests/render/clean_fixture.h"
#include "tests/render/scene_fixture.h"

#include <corridor/model/load.h>

#include <glob.h>
#include <math.h>
#include <time.h>

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
    cr_expect_not(is_written(scene, "Pipeline"));
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
