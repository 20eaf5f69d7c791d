#include "geo/areas.h"

#include <math.h>

enum { NODE_CAPACITY = 10 }; /* as geos_c.h recommends */

double cor_unwrap_lon(double from, double to)
{
    return to - 360 * round((to - from) / 360);
}

/* A ring round a pole does not come back to its first longitude: it is led
   along the pole. Needs room for three more points. */
static uint32_t close_ring(struct cor_point *ring, uint32_t n)
{
    const struct cor_point first = ring[0], last = ring[n - 1];
    if (fabs(last.lon - first.lon) > 180) {
        const double pole = copysign(90, first.lat);
        ring[n++] = (struct cor_point){last.lon, pole};
        ring[n++] = (struct cor_point){first.lon, pole};
    }
    if (ring[n - 1].lon != first.lon || ring[n - 1].lat != first.lat)
        ring[n++] = first;
    return n;
}

/* The points of a ring without jumps; `from` is a longitude to be near to. */
static uint32_t unwrap_ring(struct cor_point *ring,
                            const struct cor_basemap *map,
                            const struct cor_basemap_layer *layer,
                            uint32_t chain,
                            double from)
{
    const uint32_t n = cor_basemap_chain_points(ring, map, layer, chain);
    for (uint32_t i = 0; i < n; i++)
        from = ring[i].lon = cor_unwrap_lon(from, ring[i].lon);
    return n != 0 ? close_ring(ring, n) : 0;
}

/* NULL when it has no area, or for want of memory. */
static GEOSGeometry *make_ring(const struct cor_libgeos *geos,
                               const struct cor_point *ring,
                               uint32_t n)
{
    enum { LEAST_POINTS = 4 }; /* of a ring in GEOS */
    if (n < LEAST_POINTS)
        return NULL;
    GEOSCoordSequence *points =
        geos->GEOSCoordSeq_copyFromBuffer_r(geos->context, &ring->lon, n, 0, 0);
    return points != NULL
               ? geos->GEOSGeom_createLinearRing_r(geos->context, points)
               : NULL;
}

/* Everything needed to make the polygons of one layer. */
struct maker {
    const struct cor_libgeos *geos;
    const struct cor_basemap *map;
    const struct cor_basemap_layer *layer;
    struct cor_point *ring; /* room for the longest chain */
    GEOSGeometry **hole;    /* room for the most holes */
};

/* GEOS takes the rings over, also when it fails. Rings without area are left
   out; without an outer one there is no polygon. */
static GEOSGeometry *make_polygon(const struct maker *maker, uint32_t part)
{
    const struct cor_libgeos *geos = maker->geos;
    const uint32_t first = maker->layer->chain_first[part];
    const uint32_t end = maker->layer->chain_first[part + 1];
    uint32_t n = unwrap_ring(maker->ring, maker->map, maker->layer, first, 0);
    const double from = n != 0 ? maker->ring[0].lon : 0;
    GEOSGeometry *outer = make_ring(geos, maker->ring, n);
    if (outer == NULL)
        return NULL;
    unsigned n_hole = 0;
    for (uint32_t chain = first + 1; chain < end; chain++) {
        n = unwrap_ring(maker->ring, maker->map, maker->layer, chain, from);
        GEOSGeometry *hole = make_ring(geos, maker->ring, n);
        if (hole != NULL)
            maker->hole[n_hole++] = hole;
    }
    return geos->GEOSGeom_createPolygon_r(geos->context, outer, maker->hole,
                                          n_hole);
}

static bool make_room(struct maker *maker, struct cor_arena *arena)
{
    const struct cor_basemap_layer *layer = maker->layer;
    size_t longest = 0, most_holes = 0;
    for (uint32_t chain = 0; chain < layer->n_chain; chain++) {
        const size_t n = cor_basemap_chain_bound(maker->map, layer, chain);
        longest = n > longest ? n : longest;
    }
    for (uint32_t part = 0; part < layer->n_part; part++) {
        const size_t n =
            layer->chain_first[part + 1] - layer->chain_first[part];
        most_holes = n > most_holes ? n : most_holes;
    }
    maker->ring = cor_arena_array(arena, struct cor_point, longest + 3);
    maker->hole = cor_arena_array(arena, GEOSGeometry *, most_holes);
    return maker->ring != NULL && maker->hole != NULL;
}

static void add_areas(struct cor_areas *areas, const struct maker *maker)
{
    const struct cor_libgeos *geos = maker->geos;
    const struct cor_basemap_layer *layer = maker->layer;
    for (uint32_t shape = 0; shape < layer->n; shape++)
        for (uint32_t part = layer->part_first[shape];
             part < layer->part_first[shape + 1]; part++) {
            GEOSGeometry *polygon = make_polygon(maker, part);
            if (polygon == NULL)
                continue;
            struct cor_area *area = &areas->area[areas->n++];
            *area = (struct cor_area){geos, polygon, NULL, shape};
            geos->GEOSSTRtree_insert_r(geos->context, areas->tree, polygon,
                                       area);
        }
}

enum cor_status cor_areas_build(struct cor_areas *out,
                                const struct cor_libgeos *geos,
                                const struct cor_basemap *map,
                                const struct cor_basemap_layer *layer,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    *out = (struct cor_areas){
        .area = cor_arena_array(arena, struct cor_area, layer->n_part),
        .tree = geos->GEOSSTRtree_create_r(geos->context, NODE_CAPACITY),
    };
    const struct cor_arena_mark scratch = cor_arena_mark(arena);
    struct maker maker = {.geos = geos, .map = map, .layer = layer};
    if (out->area == NULL || out->tree == NULL || !make_room(&maker, arena))
        return COR_FAIL_MEMORY(err);
    add_areas(out, &maker);
    cor_arena_rewind(arena, scratch);
    return COR_OK;
}

void cor_areas_finish(struct cor_areas *areas, const struct cor_libgeos *geos)
{
    if (areas->tree != NULL)
        geos->GEOSSTRtree_destroy_r(geos->context, areas->tree);
    for (uint32_t i = 0; i < areas->n; i++) {
        if (areas->area[i].prepared != NULL)
            geos->GEOSPreparedGeom_destroy_r(geos->context,
                                             areas->area[i].prepared);
        geos->GEOSGeom_destroy_r(geos->context, areas->area[i].polygon);
    }
    *areas = (struct cor_areas){0};
}

struct search {
    const GEOSGeometry *point;
    uint32_t found;
};

static void try_area(void *item, void *data)
{
    struct cor_area *area = item;
    struct search *search = data;
    const struct cor_libgeos *geos = area->geos;
    if (area->shape >= search->found)
        return;
    if (area->prepared == NULL)
        area->prepared = geos->GEOSPrepare_r(geos->context, area->polygon);
    if (area->prepared != NULL &&
        geos->GEOSPreparedIntersects_r(geos->context, area->prepared,
                                       search->point) == 1)
        search->found = area->shape;
}

uint32_t cor_areas_find(struct cor_areas *areas,
                        const struct cor_libgeos *geos,
                        struct cor_point point)
{
    struct search search = {.found = COR_NONE};
    if (areas->n == 0)
        return search.found;
    /* A polygon across 180 degrees lies on either side of it. */
    for (int circle = -1; circle <= 1; circle++) {
        GEOSGeometry *at = geos->GEOSGeom_createPointFromXY_r(
            geos->context, point.lon + 360 * circle, point.lat);
        if (at == NULL)
            continue;
        search.point = at;
        geos->GEOSSTRtree_query_r(geos->context, areas->tree, at, try_area,
                                  &search);
        geos->GEOSGeom_destroy_r(geos->context, at);
    }
    return search.found;
}
