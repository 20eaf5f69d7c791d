#include "render/arcs.h"

#include <criterion/criterion.h>
#include <math.h>

static struct cor_arena arena, scratch;
static const struct cor_basemap *map;

static void set_up(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_arena_init(&scratch, SIZE_MAX);
    cr_assert_eq(cor_basemap_load(&map, SOURCE_ROOT "/maps/world-50m.topojson",
                                  NULL, &arena, NULL),
                 COR_OK);
}

static void tear_down(void)
{
    cor_arena_finish(&arena);
    cor_arena_finish(&scratch);
}

TestSuite(arcs, .init = set_up, .fini = tear_down);

/* A page of 300 by 200 mm with so many km across. */
static void
look(struct cor_view *view, const char *definition, double km, double north_km)
{
    *view = (struct cor_view){.frame = {10, 10, 290, 190},
                              .centre = {0, north_km * 1000},
                              .mm_per_m = 280 / (km * 1000),
                              .scratch = &scratch};
    cr_assert_eq(cor_projection_open(&view->projection, definition, NULL),
                 COR_OK);
    cor_view_look(view);
}

static struct cor_shape draw_rings(const struct cor_view *view, bool by_arcs)
{
    struct cor_pen pen;
    struct cor_arcs arcs;
    cor_pen_init(&pen, &arena);
    cr_assert(cor_arcs_init(&arcs, map, view, &pen));
    const struct cor_basemap_layer *layer = &map->country;
    for (uint32_t chain = 0; chain < layer->n_chain; chain++) {
        struct cor_point *point =
            cor_arena_array(&scratch, struct cor_point,
                            cor_basemap_chain_bound(map, layer, chain));
        const uint32_t n = cor_basemap_chain_points(point, map, layer, chain);
        if (by_arcs)
            cor_arcs_ring(&arcs, layer, chain);
        else
            cor_view_ring(view, &pen, point, n);
    }
    return cor_pen_shape(&pen, true);
}

static struct cor_shape draw_lines(const struct cor_view *view, bool by_arcs)
{
    struct cor_pen pen;
    struct cor_arcs arcs;
    cor_pen_init(&pen, &arena);
    cr_assert(cor_arcs_init(&arcs, map, view, &pen));
    for (uint32_t arc = 0; arc < map->n_arc; arc++)
        if (by_arcs)
            cor_arcs_line(&arcs, arc);
        else
            cor_view_line(view, &pen, map->point + map->arc_first[arc],
                          map->arc_first[arc + 1] - map->arc_first[arc]);
    return cor_pen_shape(&pen, false);
}

static void
expect_same(struct cor_shape a, struct cor_shape b, const char *what)
{
    cr_assert_eq(a.n_part, b.n_part, "%s: %u and %u parts", what, a.n_part,
                 b.n_part);
    cr_assert_gt(a.n_part, 0, "%s", what);
    for (uint32_t i = 0; i < a.n_part; i++)
        cr_assert_eq(a.end[i], b.end[i], "%s: part %u", what, i);
    for (uint32_t i = 0; i < a.end[a.n_part - 1]; i++)
        cr_assert(fabs(a.point[i].x - b.point[i].x) < 1e-6 &&
                      fabs(a.point[i].y - b.point[i].y) < 1e-6,
                  "%s: point %u", what, i);
}

/* Eurasia, a map with 180 degrees in its middle, one with the pole, and one of
   the world, which nothing lies outside of. */
Test(arcs, draw_what_points_draw)
{
    static const struct {
        const char *definition;
        double km, north_km;
    } rows[] = {
        {"+proj=lcc +lat_1=30 +lat_2=55 +lat_0=42 +lon_0=60", 9000, 0},
        {"+proj=merc +lon_0=180 +lat_ts=0", 8000, 1000},
        {"+proj=laea +lat_0=80 +lon_0=20", 6000, 0},
        {"+proj=eqearth +lon_0=30", 36000, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_view view;
        look(&view, rows[i].definition, rows[i].km, rows[i].north_km);
        expect_same(draw_rings(&view, true), draw_rings(&view, false),
                    rows[i].definition);
        expect_same(draw_lines(&view, true), draw_lines(&view, false),
                    rows[i].definition);
        cor_projection_close(view.projection);
    }
}
