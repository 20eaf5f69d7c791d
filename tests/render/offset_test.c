#include "render/offset.h"

#include "tests/render/map_fixture.h"

#include <math.h>

static const struct cor_offset_point *moved(struct cor_arena *arena,
                                            const struct cor_offset_point *line,
                                            size_t n,
                                            size_t *m)
{
    const struct cor_offset_point *out = NULL;
    cor_arena_init(arena, SIZE_MAX);
    cr_assert_eq(cor_offset_line(&out, m, line, n, 3, arena), COR_OK);
    return out;
}

Test(offset, runs_to_the_left_of_the_way)
{
    static const struct cor_offset_point line[] = {{{0, 10}, 1, 0},
                                                   {{20, 10}, 1, 0}};
    struct cor_arena arena;
    size_t n;
    const struct cor_offset_point *p = moved(&arena, line, 2, &n);
    for (size_t i = 0; i < n; i++)
        cr_expect_float_eq(p[i].at.y, 9, 1e-9, "going right, left is up");
    cr_expect_float_eq(p[0].at.x, 0, 1e-9);
    cr_expect_float_eq(p[n - 1].at.x, 20, 1e-9);
    cor_arena_finish(&arena);
}

Test(offset, leaves_lines_that_stay_as_they_are)
{
    static const struct cor_offset_point line[] = {
        {{0, 0}, 0, 3}, {{5, 1}, 0, 4}, {{9, 9}, 0, 4}};
    struct cor_arena arena;
    size_t n;
    const struct cor_offset_point *p = moved(&arena, line, 3, &n);
    cr_assert_eq(n, 3);
    for (size_t i = 0; i < 3; i++)
        cr_expect(p[i].at.x == line[i].at.x && p[i].at.y == line[i].at.y &&
                  p[i].piece == line[i].piece);
    cor_arena_finish(&arena);
}

/* How far a point is from a line of pieces. */
static double
away(struct cor_vec p, const struct cor_offset_point *line, size_t n)
{
    double least = INFINITY;
    for (size_t i = 1; i < n; i++) {
        const struct cor_vec a = line[i - 1].at, b = line[i].at;
        const double dx = b.x - a.x, dy = b.y - a.y;
        const double t = fmin(
            fmax(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy),
                 0),
            1);
        least = fmin(least, hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
    }
    return least;
}

Test(offset, keeps_its_distance_in_bends_and_never_turns_back)
{
    static const struct cor_offset_point line[] = {
        {{0, 0}, 1, 0},   {{10, 0}, 1, 0}, {{14, 8}, 1, 0},
        {{14, 20}, 1, 0}, {{2, 24}, 1, 0}, {{2, 40}, 1, 0}};
    struct cor_arena arena;
    size_t n;
    const struct cor_offset_point *p = moved(&arena, line, 6, &n);
    for (size_t i = 0; i < n; i++) {
        cr_expect_lt(away(p[i].at, line, 6), 1.05, "point %zu", i);
        cr_expect_gt(away(p[i].at, line, 6), 0.55, "point %zu", i);
    }
    for (size_t i = 2; i < n; i++) {
        const double before_x = p[i - 1].at.x - p[i - 2].at.x,
                     before_y = p[i - 1].at.y - p[i - 2].at.y;
        const double x = p[i].at.x - p[i - 1].at.x,
                     y = p[i].at.y - p[i - 1].at.y;
        cr_expect_gt(before_x * x + before_y * y, 0, "point %zu: %g %g, %g %g",
                     i, before_x, before_y, x, y);
    }
    cor_arena_finish(&arena);
}

Test(offset, changes_lanes_gradually)
{
    static const struct cor_offset_point line[] = {
        {{0, 0}, 0, 0}, {{20, 0}, 2, 0}, {{40, 0}, 2, 0}};
    struct cor_arena arena;
    size_t n;
    const struct cor_offset_point *p = moved(&arena, line, 3, &n);
    for (size_t i = 1; i < n; i++) {
        const double step =
            hypot(p[i].at.x - p[i - 1].at.x, p[i].at.y - p[i - 1].at.y);
        cr_expect_lt(step, 1, "point %zu", i);
        cr_expect(p[i].at.y <= 1e-9 && p[i].at.y >= -2 - 1e-9);
    }
    cr_expect_float_eq(p[0].at.y, 0, 1e-9);
    cr_expect_float_eq(p[n - 1].at.y, -2, 1e-9);
    cor_arena_finish(&arena);
}

Test(offset, keeps_breaks)
{
    static const struct cor_offset_point line[] = {{{0, 0}, 1, 0},
                                                   {{5, 0}, 1, 0},
                                                   {{NAN, NAN}, 0, 0},
                                                   {{9, 0}, 1, 0},
                                                   {{15, 0}, 1, 0}};
    struct cor_arena arena;
    size_t n, n_break = 0;
    const struct cor_offset_point *p = moved(&arena, line, 5, &n);
    for (size_t i = 0; i < n; i++)
        n_break += isnan(p[i].at.x) ? 1 : 0;
    cr_expect_eq(n_break, 1);
    cor_arena_finish(&arena);
}

/* The y of the first line of each route, in the order of painting. */
static size_t route_heights(double *out, const struct cor_scene *scene)
{
    size_t n = 0;
    for (uint32_t i = 0; i + 1 < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i].group.name, "route") == 0)
            out[n++] = scene->item[i + 1].path.point[20].y;
    return n;
}

/* Eastwards or westwards, and by rail or by road: the first route stays on the
   same side of the others. */
Test(offset, routes_on_one_line_run_side_by_side_in_their_order)
{
    static const struct place_row place[] = {{"A", 60, 0, COR_PLACE_CITY},
                                             {"B", 70, 0, COR_PLACE_CITY}};
    static const struct link_row link[] = {{0, 1, COR_MODE_RAIL, 0, false},
                                           {1, 0, COR_MODE_ROAD, 0, false}};
    static const uint32_t rail[] = {0}, road[] = {1};
    const struct cor_map_route routes[] = {
        {.title = "one", .n_link = 1, .link = rail},
        {.title = "two", .n_link = 1, .link = rail},
        {.title = "three", .n_link = 1, .link = road}};
    struct world world;
    world_init(&world, place, 2, link, 2);
    const struct cor_scene *scene = compose(&world, NULL, routes, 3, NULL);
    double y[3];
    cr_assert_eq(route_heights(y, scene), 3);
    const double lane = (1.9 + 0.55) * COR_MM_PER_PT;
    cr_expect_float_eq(fabs(y[0] - y[1]), lane, 0.02, "%g %g", y[0], y[1]);
    cr_expect_float_eq(fabs(y[1] - y[2]), lane, 0.02, "%g %g", y[1], y[2]);
    cr_expect_float_eq(fabs(y[0] - y[2]), 2 * lane, 0.02);
    world_finish(&world);
}
