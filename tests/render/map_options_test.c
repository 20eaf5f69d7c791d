#include "tests/render/clean_fixture.h"
#include "tests/render/scene_fixture.h"

#include <math.h>

/* Across 180 degrees the map is centred there, not on Greenwich. */
Test(map_options, of_the_pacific_is_centred_on_it)
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

Test(map_options, pages_have_the_height_asked_for)
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

Test(map_options, options_outside_their_domain_are_refused)
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

Test(map_options, of_nothing_is_an_error)
{
    expect_failure("fonts.conf", NULL, 0, COR_BAD_INPUT,
                   "the scenario has no place to draw");
}

Test(map_options, without_fonts_is_an_error)
{
    expect_failure("no_fonts.conf", strait_place, 7, COR_UNSUPPORTED,
                   "no fonts to write with");
}

/* Whatever the arena's limit, a map is whole or there is an error. */
Test(map_options, wants_of_memory_are_told, .timeout = 60)
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

/* On a conic map a scale holds along a parallel, on an azimuthal one at a point
   only: the bar does not claim more. */
Test(map_options, scale_bars_say_where_they_are_true)
{
    static const struct {
        const char *projection, *where;
    } rows[] = {{"+proj=lcc +lat_1=38 +lat_2=44 +lon_0=65 +lat_0=41", "°N"},
                {"+proj=laea +lat_0=41 +lon_0=65", "in the middle"},
                {"+proj=merc +lon_0=65", "°N"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct world world;
        strait_init(&world);
        struct cor_map_options how;
        cor_map_options_init(&how, &world.scenario);
        how.projection = rows[i].projection;
        how.has_extent = true;
        how.west = 20;
        how.south = 20;
        how.east = 110;
        how.north = 62;
        const struct cor_map_route route = strait_way();
        const struct cor_scene *scene = compose(&world, NULL, &route, 1, &how);
        const uint32_t begin = find_group(scene, "scale-bar", 0);
        bool found = false;
        for (uint32_t k = begin, end = end_of_group(scene, begin); k < end; k++)
            found |= scene->item[k].kind == COR_SCENE_TEXT &&
                     strstr(scene->item[k].text.text, rows[i].where) != NULL;
        cr_expect(found, "%s", rows[i].projection);
        world_finish(&world);
    }
}
