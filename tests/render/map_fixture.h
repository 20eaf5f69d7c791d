/* tests/render/map_fixture.h -- scenarios made by hand, and maps of them. */
#ifndef TESTS_RENDER_MAP_FIXTURE_H
#define TESTS_RENDER_MAP_FIXTURE_H

#include <corridor/geo/basemap.h>
#include <corridor/render/map.h>

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A place of a scenario made by hand. */
struct place_row {
    const char *name;
    double lon, lat;
    enum cor_place_kind kind;
};

/** A straight link of a scenario made by hand. */
struct link_row {
    uint32_t from, to, mode, gauge_mm;
    bool is_future;
};

/** A scenario while it is made, and the arena all of it is in. */
struct world {
    struct cor_arena arena;
    struct cor_names ids;
    struct cor_scenario scenario;
    struct cor_report report;
};

static inline void use_fonts(const char *file)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/render/%s", SOURCE_ROOT, file);
    cr_assert_eq(setenv("FONTCONFIG_FILE", path, 1), 0);
}

#define TAKE(world, type, n)                                            \
    ((type *)memset(cor_arena_array(&(world)->arena, type, (n) + 1), 0, \
                    sizeof(type) * ((n) + 1)))

static inline void
set_places(struct world *world, const struct place_row *row, uint32_t n)
{
    const char **name = TAKE(world, const char *, n);
    struct cor_point *at = TAKE(world, struct cor_point, n);
    uint32_t *country = TAKE(world, uint32_t, n);
    uint8_t *kind = TAKE(world, uint8_t, n);
    for (uint32_t i = 0; i < n; i++) {
        name[i] = row[i].name;
        at[i] = (struct cor_point){row[i].lon, row[i].lat};
        country[i] = COR_NONE;
        kind[i] = (uint8_t)row[i].kind;
    }
    world->scenario.places =
        (struct cor_places){.n = n,
                            .name = name,
                            .name_local = TAKE(world, const char *, n),
                            .at = at,
                            .country = country,
                            .kind = kind,
                            .label_at = TAKE(world, uint8_t, n)};
}

static inline void
set_links(struct world *world, const struct link_row *row, uint32_t n)
{
    uint32_t *from = TAKE(world, uint32_t, n), *to = TAKE(world, uint32_t, n);
    uint32_t *mode = TAKE(world, uint32_t, n);
    uint32_t *gauge = TAKE(world, uint32_t, n);
    uint32_t *first = TAKE(world, uint32_t, n + 1);
    uint8_t *status = TAKE(world, uint8_t, n);
    struct cor_point *point = TAKE(world, struct cor_point, 2 * n);
    for (uint32_t i = 0; i < n; i++) {
        from[i] = row[i].from;
        to[i] = row[i].to;
        mode[i] = row[i].mode;
        gauge[i] = row[i].gauge_mm;
        status[i] = row[i].is_future ? COR_LINK_PLANNED : COR_LINK_OPEN;
        first[i] = 2 * i;
        point[2 * i] = world->scenario.places.at[row[i].from];
        point[2 * i + 1] = world->scenario.places.at[row[i].to];
    }
    first[n] = 2 * n;
    world->scenario.links = (struct cor_links){.n = n,
                                               .from = from,
                                               .to = to,
                                               .mode = mode,
                                               .gauge_mm = gauge,
                                               .status = status,
                                               .first_point = first,
                                               .point = point};
}

/** Begin a scenario; end it with world_finish. */
static inline void world_init(struct world *world,
                              const struct place_row *place,
                              uint32_t n_place,
                              const struct link_row *link,
                              uint32_t n_link)
{
    use_fonts("fonts.conf");
    memset(world, 0, sizeof *world);
    cor_arena_init(&world->arena, SIZE_MAX);
    cor_names_init(&world->ids, &world->arena);
    cor_report_init(&world->report, &world->arena);
    world->scenario.title = "A scenario made by hand";
    world->scenario.countries = &world->ids;
    world->scenario.n_mode = COR_N_MODE;
    world->scenario.mode = cor_modes;
    set_places(world, place, n_place);
    set_links(world, link, n_link);
}

static inline void world_finish(struct world *world)
{
    cor_arena_finish(&world->arena);
}

static inline const struct cor_scene *compose(struct world *world,
                                              const struct cor_basemap *basemap,
                                              const struct cor_map_route *route,
                                              uint32_t n_route,
                                              const struct cor_map_options *how)
{
    struct cor_error err = {0};
    const struct cor_scene *scene = NULL;
    struct cor_map_options plain;
    cor_map_options_init(&plain, &world->scenario);
    cr_assert_eq(cor_map_compose(&scene, &world->scenario, basemap, route,
                                 n_route, how != NULL ? how : &plain,
                                 &world->report, &world->arena, &err),
                 COR_OK, "%s", err.text);
    return scene;
}

/** A scene in a format; also as a string, since a zero byte follows. */
static inline const char *write_scene(struct world *world,
                                      const struct cor_scene *scene,
                                      const char *format,
                                      size_t *n)
{
    struct cor_error err = {0};
    const void *bytes;
    size_t size;
    cr_assert_eq(cor_scene_write(&bytes, &size, cor_scene_format_named(format),
                                 scene, 100, &world->arena, &err),
                 COR_OK, "%s: %s", format, err.text);
    char *text = TAKE(world, char, size);
    memcpy(text, bytes, size);
    if (n != NULL)
        *n = size;
    return text;
}

/* A line from Alfa to Delta with a port on either side of a strait. */
static const struct place_row strait_place[] = {
    {"Alfa", 60, 40, COR_PLACE_CITY},    {"Bravo", 62, 41, COR_PLACE_BORDER},
    {"Charlie", 64, 41, COR_PLACE_PORT}, {"Delta", 66, 40, COR_PLACE_PORT},
    {"Echo", 68, 42, COR_PLACE_STATION}, {"Foxtrot", 70, 41, COR_PLACE_CITY},
    {"Golf", 63, 43, COR_PLACE_OTHER},
};
static const struct link_row strait_link[] = {
    {0, 1, COR_MODE_RAIL, 1435, false}, {1, 2, COR_MODE_RAIL, 1520, false},
    {3, 2, COR_MODE_FERRY, 0, false},   {3, 4, COR_MODE_ROAD, 0, false},
    {4, 5, COR_MODE_RAIL, 1520, true},  {1, 6, COR_MODE_PIPELINE, 0, false},
    {0, 5, COR_MODE_AIR, 0, false},
};
static const uint32_t strait_route[] = {0, 1, 2, 3, 4};

static inline void strait_init(struct world *world)
{
    world_init(world, strait_place, 7, strait_link, 7);
}

static inline struct cor_map_route strait_way(void)
{
    return (struct cor_map_route){
        .title = "Alfa to Foxtrot", .n_link = 5, .link = strait_route};
}

#endif
