/* Whole display lists, kept as text: a change of the look is a change there.
   Run with CORRIDOR_WRITE_GOLDEN=1 to write them anew, and look at the
   difference. */
#include "tests/render/map_fixture.h"

#include <corridor/base/file.h>
#include <corridor/model/group.h>
#include <corridor/render/panels.h>
#include <math.h>
#include <stdio.h>

/* Releases of fonts and of PROJ differ by less than this, in mm. */
static const double tolerance = 0.3;

/* The next word of a text; its length is 0 at the end. */
static struct cor_text next_word(const char **at)
{
    *at += strspn(*at, " \n");
    const struct cor_text word = {*at, strcspn(*at, " \n")};
    *at += word.n;
    return word;
}

static bool agree(struct cor_text a, struct cor_text b)
{
    double x, y;
    if (cor_number_parse(&x, a) && cor_number_parse(&y, b))
        return fabs(x - y) <= tolerance;
    return cor_text_equal(a, b);
}

static void expect_same(const char *name, const char *got, const char *kept)
{
    const char *at = got, *other = kept;
    for (size_t i = 0;; i++) {
        const struct cor_text a = next_word(&at), b = next_word(&other);
        cr_assert(agree(a, b),
                  "%s, word %zu: '%.*s' instead of '%.*s' in %.60s", name, i,
                  (int)a.n, a.at, (int)b.n, b.at, b.at);
        if (a.n == 0)
            return;
    }
}

static void expect_golden(struct world *world,
                          const struct cor_scene *scene,
                          const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/golden/%s.scene.txt", SOURCE_ROOT,
             name);
    size_t n;
    const char *got = write_scene(world, scene, "dump", &n);
    if (getenv("CORRIDOR_WRITE_GOLDEN") != NULL)
        cr_assert_eq(cor_file_write(path, got, n, NULL), COR_OK);
    struct cor_source kept;
    cr_assert_eq(cor_file_read(&kept, path, NULL, 1 << 20, &world->arena, NULL),
                 COR_OK, "%s", path);
    expect_same(name, got, kept.bytes);
}

Test(map_golden, without_base_map)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    expect_golden(&world, compose(&world, NULL, &route, 1, NULL), "map-strait");
    world_finish(&world);
}

/* Two countries that share a border, a lake, a river, a contested line. */
static const char topology[] =
    "{\"type\":\"Topology\",\"arcs\":["
    "[[56,36],[65,36]],[[65,36],[65.4,40],[65,46]],[[65,46],[56,46],[56,36]],"
    "[[65,36],[75,36],[75,46],[65,46]],"
    "[[60,43],[61,43],[61,44],[60,44],[60,43]],"
    "[[72,45],[70,43],[68,37]],[[65,38.2],[74,38.2]]],"
    "\"objects\":{\"countries\":{\"type\":\"GeometryCollection\","
    "\"geometries\":["
    "{\"type\":\"Polygon\",\"arcs\":[[0,1,2]],"
    "\"properties\":{\"name\":\"Westland\",\"iso\":\"AA\"}},"
    "{\"type\":\"Polygon\",\"arcs\":[[3,-2]],"
    "\"properties\":{\"name\":\"Eastland\",\"iso\":\"BB\"}}]},"
    "\"lakes\":{\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"Polygon\",\"arcs\":[[4]],\"properties\":{\"rank\":1}}]},"
    "\"rivers\":{\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"LineString\",\"arcs\":[5],\"properties\":{\"rank\":1}}]},"
    "\"disputed\":{\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"LineString\",\"arcs\":[6],"
    "\"properties\":{\"class\":\"disputed\"}}]}}}";

static const char labels[] = "kind,id,lon,lat,rank,name_en,name_ru\n"
                             "country,AA,60,41,1,Westland,Западия\n"
                             "country,BB,70,40,1,Eastland,Востокия\n"
                             "lake,pond,60.5,43.5,1,The Pond,Пруд\n"
                             "river,brook,70,43,1,Brook,Ручей\n"
                             "place,Alfa,,,,Alfa,Альфа\n";

static const struct cor_basemap *read_basemap(struct world *world)
{
    struct cor_error err = {0};
    const struct cor_basemap *map = NULL;
    const struct cor_source files[] = {
        {"topology", topology, sizeof topology - 1},
        {"labels", labels, sizeof labels - 1}};
    cr_assert_eq(
        cor_basemap_read(&map, &files[0], &files[1], &world->arena, &err),
        COR_OK, "%s", err.text);
    return map;
}

Test(map_golden, with_base_map)
{
    static const char *const russian[] = {"ru"};
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    how.theme = "dark";
    how.width_mm = 200;
    how.n_language = 1;
    how.language = russian;
    how.credit = "Routes by nobody";
    how.subtitle = "A subtitle";
    how.world = read_basemap(&world);
    expect_golden(&world, compose(&world, how.world, &route, 1, &how),
                  "map-strait-base");
    world_finish(&world);
}

/* Classes of links, a band below them, a mark on the gravest, and a way of
   which only the places are shown. */
Test(map_golden, classes)
{
    static const uint32_t grave[] = {2}, slight[] = {1, 0}, band[] = {5};
    struct world world;
    strait_init(&world);
    struct cor_map_route route[4] = {{.title = "stops it",
                                      .n_link = 1,
                                      .link = grave,
                                      .is_set = true,
                                      .tone = COR_TONE_GRAVE,
                                      .width_pt = 4.2},
                                     {.title = "does not",
                                      .n_link = 2,
                                      .link = slight,
                                      .is_set = true,
                                      .tone = COR_TONE_SLIGHT,
                                      .width_pt = 1.3},
                                     {.title = "opened",
                                      .n_link = 1,
                                      .link = band,
                                      .is_set = true,
                                      .role = COR_ROLE_BAND,
                                      .tone = COR_TONE_MORE},
                                     strait_way()};
    route[3].role = COR_ROLE_UNSEEN;
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    how.key = "If a link closes";
    how.remark = (const char *const[]){"long: more than a day"};
    how.n_remark = 1;
    const struct cor_map_mark mark = {
        .link = 2, .tone = COR_TONE_GRAVE, .remark = "stops all"};
    how.n_mark = 1;
    how.mark = &mark;
    how.mark_remark = "and more";
    expect_golden(&world, compose(&world, NULL, route, 4, &how),
                  "map-strait-classes");
    world_finish(&world);
}

/* A way as it is and, paler, as it was; what opened on it and elsewhere. */
Test(map_golden, difference)
{
    static const uint32_t was[] = {0, 1}, opened[] = {0}, other[] = {5};
    struct world world;
    strait_init(&world);
    struct cor_map_route route[] = {strait_way(),
                                    {.title = "The way, before",
                                     .remark = "1 234 km, 56 h",
                                     .n_link = 2,
                                     .link = was,
                                     .is_alternative = true,
                                     .is_faded = true,
                                     .hue = 1},
                                    {.title = "opened on it",
                                     .n_link = 1,
                                     .link = opened,
                                     .is_set = true,
                                     .role = COR_ROLE_BAND,
                                     .tone = COR_TONE_MORE},
                                    {.title = "opened elsewhere",
                                     .n_link = 1,
                                     .link = other,
                                     .is_set = true,
                                     .is_faded = true,
                                     .role = COR_ROLE_BAND,
                                     .tone = COR_TONE_MORE}};
    route[0].remark = "1 000 km, 40 h (−234 km, −16 h)";
    expect_golden(&world, compose(&world, NULL, route, 4, NULL),
                  "map-strait-difference");
    world_finish(&world);
}

Test(map_golden, flow)
{
    static const double value[] = {60, 10, NAN, 0.5, NAN, 25, NAN};
    const struct cor_map_flow flow = {.title = "Capacity, Mt/y",
                                      .value = value,
                                      .remark = {"not stated: 3 links"}};
    struct world world;
    strait_init(&world);
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    how.flow = &flow;
    expect_golden(&world, compose(&world, NULL, NULL, 0, &how),
                  "map-strait-flow");
    world_finish(&world);
}

/* Two ways of a link side by side, one way alone, and a line that is shorter
   than the symbols of its ends. */
Test(map_golden, flow_ways)
{
    static const double value[] = {NAN, NAN, NAN, 0.5, NAN, 25, NAN};
    static const double along[] = {30, 8, NAN, NAN, NAN, NAN, NAN};
    static const double against[] = {12, NAN, NAN, NAN, NAN, NAN, NAN};
    const struct cor_map_flow flow = {.title = "Carried, Mt/y",
                                      .value = value,
                                      .along = along,
                                      .against = against};
    const char *const source[] = {"Nobody 2020", "Somebody 2021–2023 (CC-BY)"};
    const struct cor_map_credit credit = {
        .what = "Flows", .n = 2, .source = source, .tail = "1 from memory"};
    struct world world;
    strait_init(&world);
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    how.flow = &flow;
    how.source = &credit;
    how.n_source = 1;
    how.has_extent = true;
    how.west = 20;
    how.east = 100;
    how.south = 20;
    how.north = 65;
    expect_golden(&world, compose(&world, NULL, NULL, 0, &how),
                  "map-strait-flow-ways");
    world_finish(&world);
}

/* A country that joined a group, and one that has left it. */
Test(map_golden, members)
{
    struct world world;
    strait_init(&world);
    const uint32_t west = cor_names_add(&world.ids, cor_text_of("AA"));
    const uint32_t east = cor_names_add(&world.ids, cor_text_of("BB"));
    cor_date joined, left;
    cr_assert(cor_date_parse(&joined, cor_text_of("2001-06-15")));
    cr_assert(cor_date_parse(&left, cor_text_of("2005-01-01")));
    const struct cor_member member[] = {{west, joined, COR_NO_DATE, COR_NONE},
                                        {east, joined, left, COR_NONE}};
    const struct cor_group group = {.id = "g",
                                    .title = "Members of the group",
                                    .n_member = 2,
                                    .member = member};
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    world.scenario.as_of = COR_NO_DATE;
    cor_map_options_init(&how, &world.scenario);
    const struct cor_group *const fill[] = {&group};
    how.fill = fill;
    how.n_fill = 1;
    expect_golden(&world,
                  compose(&world, read_basemap(&world), &route, 1, &how),
                  "map-strait-members");
    world_finish(&world);
}

/* A country of two groups has the colour of one and the hatch of the other. */
Test(map_golden, members_of_two)
{
    struct world world;
    strait_init(&world);
    const uint32_t west = cor_names_add(&world.ids, cor_text_of("AA"));
    const uint32_t east = cor_names_add(&world.ids, cor_text_of("BB"));
    const struct cor_member both[] = {
        {west, COR_NO_DATE, COR_NO_DATE, COR_NONE},
        {east, COR_NO_DATE, COR_NO_DATE, COR_NONE}};
    const struct cor_group group[] = {
        {.id = "g", .title = "the group", .n_member = 1, .member = both},
        {.id = "h", .title = "Others", .n_member = 2, .member = both}};
    const struct cor_group *const fill[] = {&group[0], &group[1]};
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    world.scenario.as_of = COR_NO_DATE;
    cor_map_options_init(&how, &world.scenario);
    how.fill = fill;
    how.n_fill = 2;
    expect_golden(&world,
                  compose(&world, read_basemap(&world), &route, 1, &how),
                  "map-strait-members-of-two");
    world_finish(&world);
}

static const struct cor_scene *compose_panels(struct world *world,
                                              const struct cor_map_panel *panel,
                                              uint32_t n)
{
    struct cor_error err = {0};
    const struct cor_scene *scene = NULL;
    struct cor_map_options how;
    cor_map_options_init(&how, &world->scenario);
    cr_assert_eq(cor_map_panels_compose(&scene, panel, n, NULL, &how,
                                        &world->report, &world->arena, &err),
                 COR_OK, "%s", err.text);
    return scene;
}

/* The second panel has less to show, says so below its title, and shows it in
   the same extent; its only route keeps its hue. A mark that says the same in
   both has one number and one row. */
Test(map_golden, panels)
{
    static const uint32_t pipe[] = {5};
    struct world world;
    strait_init(&world);
    const struct cor_map_route both[] = {
        strait_way(), {.title = "Pipe", .n_link = 1, .link = pipe}};
    const struct cor_map_mark mark[] = {
        {.link = 0, .tone = COR_TONE_GRAVE, .remark = "stops one"},
        {.link = 5, .tone = COR_TONE_GRAVE, .remark = "stops both"}};
    const struct cor_map_panel panel[] = {{.title = "Before",
                                           .scenario = &world.scenario,
                                           .n_route = 2,
                                           .route = both,
                                           .n_mark = 2,
                                           .mark = mark},
                                          {.title = "After",
                                           .remark = "No route: the way",
                                           .scenario = &world.scenario,
                                           .n_route = 1,
                                           .route = &both[1],
                                           .n_mark = 1,
                                           .mark = &mark[1]}};
    expect_golden(&world, compose_panels(&world, panel, 2),
                  "map-strait-panels");
    world_finish(&world);
}

Test(map_golden, panels_are_two_to_six)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_panel panel = {.scenario = &world.scenario};
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    const struct cor_scene *scene = NULL;
    cr_expect_eq(cor_map_panels_compose(&scene, &panel, 1, NULL, &how, NULL,
                                        &world.arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_null(scene);
    world_finish(&world);
}

/* The widths of the second panel are to the number of the first. */
Test(map_golden, panels_share_widths)
{
    static const double great[] = {60, NAN, NAN, NAN, NAN, NAN, NAN};
    static const double small[] = {NAN, 15, NAN, NAN, NAN, NAN, NAN};
    const struct cor_map_flow flow[] = {{.title = "A", .value = great},
                                        {.title = "A", .value = small}};
    struct world world;
    strait_init(&world);
    const struct cor_map_panel panel[] = {
        {.scenario = &world.scenario, .flow = &flow[0]},
        {.scenario = &world.scenario, .flow = &flow[1]}};
    const struct cor_scene *scene = compose_panels(&world, panel, 2);
    double widest[2] = {0};
    int n = 0;
    for (uint32_t i = 1; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_PATH && n < 2 &&
            scene->item[i - 1].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i - 1].group.name, "flow") == 0)
            widest[n++] = scene->item[i].path.paint.width_mm;
    cr_assert_eq(n, 2);
    const double pt = 25.4 / 72;
    cr_expect_float_eq(widest[0], 6 * pt, 1e-9);
    cr_expect_float_eq(widest[1], (0.8 + 5.2 / 2) * pt, 1e-9);
    world_finish(&world);
}
