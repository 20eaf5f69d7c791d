/* Routes that share a line: told apart as long as they can be, else one
   bundle. */
#include "tests/render/map_fixture.h"
#include "tests/render/scene_fixture.h"

static const struct place_row place[] = {{"West", 10, 50, COR_PLACE_CITY},
                                         {"East", 30, 50, COR_PLACE_CITY}};
static const struct link_row row[] = {{0, 1, COR_MODE_ROAD, 0, false}};
static const uint32_t way[] = {0};

static const struct cor_scene *draw(struct world *world, uint32_t n)
{
    static const char *const names[] = {"A", "B", "C", "D", "E", "F",
                                        "G", "H", "I", "J", "K", "L"};
    struct cor_map_route route[12];
    for (uint32_t i = 0; i < n; i++)
        route[i] =
            (struct cor_map_route){.title = names[i], .n_link = 1, .link = way};
    world_init(world, place, 2, row, 1);
    return compose(world, NULL, route, n, NULL);
}

/* The height at which the n-th route that is drawn passes the middle, and the
   width of its line. */
static double
middle_of(const struct cor_scene *scene, uint32_t n, double *width)
{
    const uint32_t group = find_group(scene, "route", n);
    cr_assert_lt(group + 1, scene->n);
    cr_assert_eq(scene->item[group + 1].kind, COR_SCENE_PATH);
    const struct cor_scene_path *path = &scene->item[group + 1].path;
    *width = path->paint.width_mm;
    return path->point[path->end[0] / 2].y;
}

Test(lanes, are_apart_up_to_ten_routes)
{
    for (uint32_t n = 2; n <= 10; n++) {
        struct world world;
        const struct cor_scene *scene = draw(&world, n);
        double width, y[12];
        for (uint32_t i = 0; i < n; i++)
            y[i] = middle_of(scene, i, &width);
        for (uint32_t i = 1; i < n; i++)
            cr_expect_gt(fabs(y[i] - y[i - 1]), width + 0.1,
                         "routes %" PRIu32 " and the next of %" PRIu32, i, n);
        cr_expect_geq(width, 0.8 * 25.4 / 72 - 1e-9, "%" PRIu32 " routes", n);
        cr_expect_eq(find_group(scene, "bundle", 0), scene->n);
        cr_expect_not(is_written(scene, "More than ten routes"));
        world_finish(&world);
    }
}

/* None of the routes of a bundle is drawn over the others; the legend says
   what it is, and still names all. */
Test(lanes, of_more_routes_are_one_bundle)
{
    struct world world;
    const struct cor_scene *scene = draw(&world, 11);
    const uint32_t begin = find_group(scene, "routes", 0);
    uint32_t n_path = 0;
    cr_assert_lt(find_group(scene, "bundle", 0), begin);
    for (uint32_t i = begin, end = end_of_group(scene, begin); i < end; i++)
        n_path += scene->item[i].kind == COR_SCENE_PATH;
    cr_expect_eq(n_path, 0);
    cr_expect(is_written(scene, "More than ten routes"));
    cr_expect(is_written(scene, "A") && is_written(scene, "K"));
    world_finish(&world);
}
