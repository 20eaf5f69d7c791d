/* Names of places keep off the lines of routes, the width of these counted,
   and near their own symbols. */
#include "tests/render/clean_fixture.h"
#include "tests/render/scene_fixture.h"

/* How far a point is from a box. */
static double gap(struct cor_rect box, struct cor_vec at)
{
    const double x = fmax(fmax(box.left - at.x, at.x - box.right), 0);
    const double y = fmax(fmax(box.top - at.y, at.y - box.bottom), 0);
    return hypot(x, y);
}

/* How near a path comes to a box; its pieces are short where they bend. */
static double nearest(const struct cor_scene_path *path, struct cor_rect box)
{
    double least = INFINITY;
    for (uint32_t i = 1; i < path->end[0]; i++)
        for (int k = 0; k <= 100; k++) {
            const struct cor_vec a = path->point[i - 1], b = path->point[i];
            const struct cor_vec at = {a.x + k * (b.x - a.x) / 100,
                                       a.y + k * (b.y - a.y) / 100};
            least = fmin(least, gap(box, at));
        }
    return least;
}

/* From the middle of the map a line goes out in every direction in turn: its
   dots touch no letter, neither of the middle's name nor of the far end's. */
Test(labels, keep_off_a_line_whichever_way_it_runs)
{
    for (int i = 0; i < 24; i++) {
        const double turn = i * 3.14159265358979 / 12;
        const struct place_row place[] = {
            {"Bab el-Mandeb", 40, 20, COR_PLACE_CITY},
            {"Cape", 40 + 20 * cos(turn), 20 + 12 * sin(turn), COR_PLACE_CITY},
            {"Far", 20, 5, COR_PLACE_CITY},
            {"Away", 60, 35, COR_PLACE_CITY}};
        static const struct link_row row[] = {{0, 1, COR_MODE_SEA, 0, false},
                                              {2, 3, COR_MODE_AIR, 0, false}};
        static const uint32_t way[] = {0};
        static const struct cor_map_route route = {
            .title = "A line", .n_link = 1, .link = way};
        struct world world;
        struct cor_map_options how;
        const struct cor_scene_path *path[4];
        world_init(&world, place, 4, row, 2);
        cor_map_options_init(&how, &world.scenario);
        how.ground.network = COR_NETWORK_NONE;
        const struct cor_scene *scene = compose(&world, NULL, &route, 1, &how);
        cr_assert_geq(paths_in(path, scene, "route", 4), 1);
        for (int k = 0; k < 2; k++) {
            const struct cor_scene_text *text = find_text(scene, place[k].name);
            cr_assert_not_null(text);
            cr_expect_gt(
                nearest(path[0], text->box), path[0]->paint.width_mm / 2,
                "'%s', the line turned by %d degrees", text->text, 15 * i);
        }
        world_finish(&world);
    }
}

/* Where routes merely part, and every side is taken by one of them, the place
   is left out rather than named across a line. */
Test(labels, of_junctions_do_not_cross_lines)
{
    enum { N = 16 };
    struct place_row place[N + 1] = {{"Junction", 40, 20, COR_PLACE_STATION}};
    struct link_row row[N];
    uint32_t way[N];
    struct cor_map_route route[N / 2];
    struct world world;
    for (uint32_t i = 0; i < N; i++) {
        const double turn = i * 2 * 3.14159265358979 / N;
        place[i + 1] = (struct place_row){
            "End", 40 + 20 * cos(turn), 20 + 18 * sin(turn), COR_PLACE_STATION};
        row[i] = (struct link_row){0, i + 1, COR_MODE_RAIL, 1435, false};
        way[i] = i / 2 + i % 2 * (N / 2);
    }
    for (uint32_t i = 0; i < N / 2; i++)
        route[i] = (struct cor_map_route){
            .title = "Through", .n_link = 2, .link = &way[2 * i]};
    world_init(&world, place, N + 1, row, N);
    const struct cor_scene *scene = compose(&world, NULL, route, N / 2, NULL);
    cr_expect_not(is_written(scene, "Junction"));
    world_finish(&world);
}

/* The radius of a place's symbol. */
static double radius_of(const struct cor_scene *scene, const char *name)
{
    for (uint32_t n = 0, i; (i = find_group(scene, "node", n)) < scene->n; n++)
        if (strcmp(scene->item[i].group.title, name) == 0 &&
            scene->item[i + 1].kind == COR_SCENE_CIRCLE)
            return scene->item[i + 1].circle.radius_mm;
    return 0;
}

/* Where a wide line begins and ends is asked before where it passes. */
Test(labels, of_the_ends_of_flows_weigh_as_cities)
{
    static const struct place_row place[] = {
        {"Tengiz", 53, 46, COR_PLACE_TERMINAL},
        {"Komsomolskaya", 45, 46, COR_PLACE_TERMINAL},
        {"Novorossiysk", 38, 45, COR_PLACE_TERMINAL}};
    static const struct link_row row[] = {{0, 1, COR_MODE_PIPELINE, 0, false},
                                          {1, 2, COR_MODE_PIPELINE, 0, false}};
    static const double value[] = {67, 67};
    static const struct cor_map_flow flow = {.title = "Mt/y", .value = value};
    struct world world;
    struct cor_map_options how;
    world_init(&world, place, 3, row, 2);
    cor_map_options_init(&how, &world.scenario);
    how.flow = &flow;
    const struct cor_scene *scene = compose(&world, NULL, NULL, 0, &how);
    cr_expect_gt(radius_of(scene, "Tengiz"), radius_of(scene, "Komsomolskaya"));
    cr_expect_float_eq(radius_of(scene, "Tengiz"),
                       radius_of(scene, "Novorossiysk"), 1e-9);
    cr_expect_gt(radius_of(scene, "Komsomolskaya"), 0);
    world_finish(&world);
}
