/* The links that no route uses: which of them are drawn, and how. */
#include "tests/render/map_fixture.h"
#include "tests/render/scene_fixture.h"

/* A railway with a way around it by rail and one by road; ferries between its
   ends and to a port elsewhere; a flight over it, and a pipeline. */
static const struct place_row place[] = {
    {"West", 10, 45, COR_PLACE_PORT},    {"Middle", 12, 45, COR_PLACE_CITY},
    {"East", 14, 45, COR_PLACE_PORT},    {"North", 12, 46, COR_PLACE_CITY},
    {"Harbour", 13, 44, COR_PLACE_PORT},
};
static const struct link_row row[] = {
    {0, 1, COR_MODE_RAIL, 1435, false}, {1, 2, COR_MODE_FERRY, 0, false},
    {0, 3, COR_MODE_RAIL, 1435, false}, {3, 2, COR_MODE_ROAD, 0, false},
    {0, 2, COR_MODE_SEA, 0, false},     {0, 4, COR_MODE_SEA, 0, false},
    {0, 2, COR_MODE_AIR, 0, false},     {0, 4, COR_MODE_PIPELINE, 0, false},
};
enum { N_LINK = sizeof row / sizeof row[0] };
static const uint32_t way[] = {0, 1};
static const struct cor_map_route route = {
    .title = "West to East", .n_link = 2, .link = way};

static const struct cor_scene *draw(struct world *world,
                                    struct cor_map_ground ground)
{
    struct cor_map_options how;
    world_init(world, place, 5, row, N_LINK);
    cor_map_options_init(&how, &world->scenario);
    how.ground = ground;
    return compose(world, NULL, &route, 1, &how);
}

/* How many links the network's group holds: each is a part of its path. */
static uint32_t count_links(const struct cor_scene *scene)
{
    const struct cor_scene_path *path[32];
    uint32_t n = 0;
    for (uint32_t i = paths_in(path, scene, "network", 32); i-- > 0;)
        n += path[i]->n_part;
    return n;
}

static const char *note(const struct world *world)
{
    for (size_t i = 0; i < world->report.n; i++)
        if (strcmp(world->report.item[i].code, "network-left-out") == 0)
            return world->report.item[i].message;
    return "";
}

/* Road stands in for rail. Over water only what joins places of the route
   might stand in for it; nothing does by air or in pipes. */
Test(ground, of_itself_shows_what_might_stand_in_for_the_routes)
{
    struct world world;
    const struct cor_scene *scene =
        draw(&world, (struct cor_map_ground){.network = COR_NETWORK_AUTO});
    cr_expect_eq(count_links(scene), 3);
    cr_expect_not(is_written(scene, "Air"));
    cr_expect_not(is_written(scene, "Pipeline"));
    cr_expect_str_eq(note(&world), "links that no corridor uses are not drawn: "
                                   "1 sea, 1 air, 1 pipeline");
    world_finish(&world);
}

Test(ground, is_all_or_nothing_when_asked)
{
    struct world world;
    const struct cor_scene *scene =
        draw(&world, (struct cor_map_ground){.network = COR_NETWORK_ALL});
    cr_expect_eq(count_links(scene), N_LINK - 2);
    cr_expect(is_written(scene, "Air"));
    cr_expect_str_eq(note(&world), "");
    world_finish(&world);
    scene = draw(&world, (struct cor_map_ground){.network = COR_NETWORK_NONE});
    cr_expect_eq(count_links(scene), 0);
    cr_expect_not(is_written(scene, "Other links of the network"));
    cr_expect_str_eq(note(&world), "links that no corridor uses are not drawn: "
                                   "1 rail, 1 road, 2 sea, 1 air, 1 pipeline");
    world_finish(&world);
}

/* A mode that is named is drawn with all strokes of its pattern, wider than
   the rest of the ground. */
Test(ground, of_named_modes_is_drawn_to_be_read)
{
    struct world world;
    const uint32_t mode[] = {COR_MODE_PIPELINE};
    const struct cor_scene *scene = draw(
        &world, (struct cor_map_ground){
                    .network = COR_NETWORK_AUTO, .n_mode = 1, .mode = mode});
    const struct cor_scene_path *path[32];
    const uint32_t n = paths_in(path, scene, "network", 32);
    cr_assert_geq(n, 4);
    cr_expect(is_written(scene, "Pipeline"));
    cr_expect_gt(path[n - 1]->paint.dash_mm[1], 0);
    for (uint32_t i = 0; i + 2 < n; i++)
        cr_expect_lt(path[i]->paint.width_mm, path[n - 2]->paint.width_mm);
    world_finish(&world);
}

/* A hundred lines that cross in one corner of the map, and one alone. */
Test(ground, is_paler_where_lines_crowd)
{
    enum { N = 100 };
    struct place_row crowd[2 * N + 4];
    struct link_row lines[N + 2];
    struct world world;
    for (uint32_t i = 0; i < N; i++) {
        crowd[2 * i] = (struct place_row){"a", 10, 43 + 0.01 * i, 0};
        crowd[2 * i + 1] = (struct place_row){"b", 12, 44 - 0.01 * i, 0};
        lines[i] =
            (struct link_row){2 * i, 2 * i + 1, COR_MODE_RAIL, 1435, false};
    }
    crowd[2 * N] = (struct place_row){"Alone", 28, 43, COR_PLACE_CITY};
    crowd[2 * N + 1] = (struct place_row){"Lonely", 30, 44, COR_PLACE_CITY};
    crowd[2 * N + 2] = (struct place_row){"West", 10, 45, COR_PLACE_CITY};
    crowd[2 * N + 3] = (struct place_row){"East", 30, 45, COR_PLACE_CITY};
    lines[N] = (struct link_row){2 * N, 2 * N + 1, COR_MODE_RAIL, 1435, false};
    lines[N + 1] =
        (struct link_row){2 * N + 2, 2 * N + 3, COR_MODE_RAIL, 1435, false};
    world_init(&world, crowd, 2 * N + 4, lines, N + 2);
    const uint32_t used[] = {N + 1};
    const struct cor_map_route line = {"Line", .n_link = 1, .link = used};
    const struct cor_scene_path *path[8];
    const struct cor_scene *scene = compose(&world, NULL, &line, 1, NULL);
    const uint32_t n = paths_in(path, scene, "network", 8);
    cr_assert_geq(n, 2);
    cr_expect_eq(path[n - 1]->n_part, 1, "the last is the one alone");
    cr_expect_eq(path[0]->n_part, N);
    cr_expect_lt(path[0]->paint.width_mm, 0.7 * path[n - 1]->paint.width_mm);
    cr_expect_lt(path[0]->paint.stroke.a, path[n - 1]->paint.stroke.a);
    world_finish(&world);
}
