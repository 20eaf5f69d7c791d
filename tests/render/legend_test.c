/* The legend: groups with their headings, in columns of much the same height;
   in a corner of the map as small as it can be. */
#include "tests/render/clean_fixture.h"
#include "tests/render/scene_fixture.h"

/* Texts of the legend; gives how many. */
static uint32_t rows_of(const struct cor_scene_text *out[64],
                        const struct cor_scene *scene)
{
    const uint32_t begin = find_group(scene, "legend", 0);
    uint32_t n = 0;
    cr_assert_lt(begin, scene->n);
    for (uint32_t i = begin, end = end_of_group(scene, begin); i < end; i++)
        if (scene->item[i].kind == COR_SCENE_TEXT && n < 64)
            out[n++] = &scene->item[i].text;
    return n;
}

/* What all legends keep: nothing on anything else, nothing off the page. */
static void expect_readable(const struct cor_scene *scene)
{
    const struct cor_scene_text *row[64];
    const uint32_t n = rows_of(row, scene);
    for (uint32_t i = 0; i < n; i++) {
        cr_expect(row[i]->box.left > 0 && row[i]->box.top > 0 &&
                      row[i]->box.right < scene->width_mm &&
                      row[i]->box.bottom < scene->height_mm,
                  "'%s' leaves the page", row[i]->text);
        for (uint32_t k = 0; k < i; k++)
            cr_expect_not(overlap(row[i]->box, row[k]->box), "'%s' on '%s'",
                          row[i]->text, row[k]->text);
    }
}

/* A network that fills its frame, so that no corner is free for a legend. */
static const struct place_row corner[] = {
    {"North-west", 10, 50, COR_PLACE_CITY},
    {"North-east", 40, 50, COR_PLACE_CITY},
    {"South-east", 40, 38, COR_PLACE_PORT},
    {"South-west", 10, 38, COR_PLACE_PORT},
};
static const struct link_row side[] = {
    {0, 1, COR_MODE_RAIL, 1435, false}, {1, 2, COR_MODE_ROAD, 0, false},
    {2, 3, COR_MODE_SEA, 0, false},     {3, 0, COR_MODE_RAIL, 1520, true},
    {0, 2, COR_MODE_ROAD, 0, false},    {1, 3, COR_MODE_RAIL, 1435, false},
};
static const uint32_t around[] = {0, 1, 2, 3}, across[] = {4}, over[] = {5};

static const struct cor_scene *
draw(struct world *world, uint32_t n_route, uint32_t n_remark)
{
    static const char *const names[] = {"Around", "Across", "Over", "Back",
                                        "Again",  "Twice",  "More", "Still",
                                        "Once",   "Last",   "Late", "Never"};
    struct cor_map_route route[12];
    struct cor_map_options how;
    world_init(world, corner, 4, side, 6);
    cor_map_options_init(&how, &world->scenario);
    for (uint32_t i = 0; i < n_route; i++)
        route[i] = (struct cor_map_route){.title = names[i],
                                          .n_link = i == 0 ? 4 : 1,
                                          .link = i == 0  ? around
                                                  : i % 2 ? across
                                                          : over};
    how.n_remark = n_remark;
    how.remark = names;
    return compose(world, NULL, route, n_route, &how);
}

Test(legend, below_the_map_has_a_heading_for_each_group)
{
    struct world world;
    const struct cor_scene *scene = draw(&world, 3, 0);
    const struct cor_scene_text *routes = find_text(scene, "Routes");
    const struct cor_scene_text *lines = find_text(scene, "Lines");
    const struct cor_scene_text *places = find_text(scene, "Places");
    cr_assert(routes != NULL && lines != NULL && places != NULL);
    cr_expect(lines->font.bold && places->font.bold);
    cr_expect_float_eq(lines->at.y, routes->at.y, 1e-9);
    cr_expect_float_eq(places->at.y, routes->at.y, 1e-9);
    cr_expect(routes->at.x < lines->at.x && lines->at.x < places->at.x);
    expect_readable(scene);
    world_finish(&world);
}

/* Where a legend finds a free corner of the map, groups part without words. */
Test(legend, in_a_corner_has_the_first_heading_only)
{
    static const struct place_row place[] = {{"West", 10, 50, COR_PLACE_CITY},
                                             {"East", 30, 50, COR_PLACE_CITY}};
    static const struct link_row row[] = {{0, 1, COR_MODE_RAIL, 0, false}};
    static const uint32_t way[] = {0};
    const struct cor_map_route route[] = {
        {.title = "One", .n_link = 1, .link = way},
        {.title = "Two", .n_link = 1, .link = way}};
    struct world world;
    struct cor_rect box;
    world_init(&world, place, 2, row, 1);
    const struct cor_scene *scene = compose(&world, NULL, route, 2, NULL);
    cr_assert(group_box(&box, scene, "legend"));
    cr_expect(is_written(scene, "Routes"));
    cr_expect_not(is_written(scene, "Lines"));
    cr_expect_not(is_written(scene, "Places"));
    expect_readable(scene);
    world_finish(&world);
}

/* However long a list is, no column is much higher than the others. */
Test(legend, shares_long_lists_among_columns)
{
    for (uint32_t n = 1; n <= 12; n++) {
        struct world world;
        const struct cor_scene *scene = draw(&world, 12, n);
        const struct cor_scene_text *row[64];
        const uint32_t n_row = rows_of(row, scene);
        double top = INFINITY, bottom = 0;
        expect_readable(scene);
        for (uint32_t i = 0; i < n_row; i++) {
            top = fmin(top, row[i]->box.top);
            bottom = fmax(bottom, row[i]->box.bottom);
        }
        cr_expect_geq(n_row, 12 + n);
        cr_expect_lt(bottom - top, 12 * 3.7, "%" PRIu32 " remarks: %g mm", n,
                     bottom - top);
        world_finish(&world);
    }
}
