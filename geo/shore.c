#include "geo/shore.h"

#include "geo/areas.h"

#include <math.h>

enum {
    NODE_CAPACITY = 10, /* as geos_c.h recommends */
    PIECE_POINTS = 33,  /* few pieces to index, few edges to try in vain */
};

static bool is_shore(enum cor_arc_kind kind)
{
    return kind == COR_ARC_COAST || kind == COR_ARC_DISPUTED;
}

/* An arc in pieces that share their ends. */
static void
add_arc(struct cor_shore *shore, const struct cor_basemap *map, uint32_t arc)
{
    const uint32_t end = map->arc_first[arc + 1];
    for (uint32_t at = map->arc_first[arc]; at + 1 < end;
         at += PIECE_POINTS - 1) {
        const uint32_t n = end - at < PIECE_POINTS ? end - at : PIECE_POINTS;
        shore->piece[shore->n_piece++] =
            (struct cor_shore_piece){shore->n_point, n};
        double from = map->point[at].lon;
        for (uint32_t i = 0; i < n; i++) {
            struct cor_point point = map->point[at + i];
            from = point.lon = cor_unwrap_lon(from, point.lon);
            shore->point[shore->n_point++] = point;
        }
    }
}

static void add_lakes(struct cor_shore *shore, const struct cor_basemap *map)
{
    for (uint32_t i = 0; i < map->lake.n_ref; i++) {
        const int32_t ref = map->lake.ref[i];
        add_arc(shore, map, (uint32_t)(ref < 0 ? ~ref : ref));
    }
}

static void add_coasts(struct cor_shore *shore, const struct cor_basemap *map)
{
    for (uint32_t arc = 0; arc < map->n_arc; arc++)
        if (is_shore(map->arc_kind[arc]))
            add_arc(shore, map, arc);
}

static size_t arc_size(const struct cor_basemap *map, uint32_t arc)
{
    return map->arc_first[arc + 1] - map->arc_first[arc];
}

static size_t pieces_of(size_t n_point)
{
    return n_point / (PIECE_POINTS - 1) + 1;
}

/* Room for all; where pieces meet, points are kept twice. */
static bool make_room(struct cor_shore *shore,
                      const struct cor_basemap *map,
                      struct cor_arena *arena)
{
    size_t n_point = 0, n_piece = 0;
    for (uint32_t arc = 0; arc < map->n_arc; arc++)
        if (is_shore(map->arc_kind[arc])) {
            n_point += arc_size(map, arc);
            n_piece += pieces_of(arc_size(map, arc));
        }
    for (uint32_t i = 0; i < map->lake.n_ref; i++) {
        const int32_t ref = map->lake.ref[i];
        const size_t n = arc_size(map, (uint32_t)(ref < 0 ? ~ref : ref));
        n_point += n;
        n_piece += pieces_of(n);
    }
    shore->piece = cor_arena_array(arena, struct cor_shore_piece, n_piece);
    shore->point = cor_arena_array(arena, struct cor_point, n_point + n_piece);
    return shore->piece != NULL && shore->point != NULL;
}

/* A rectangle around some points, or NULL for want of memory. */
static GEOSGeometry *box_of(const struct cor_libgeos *geos,
                            const struct cor_point *point,
                            uint32_t n)
{
    struct cor_point low = point[0], high = point[0];
    for (uint32_t i = 1; i < n; i++) {
        low.lon = fmin(low.lon, point[i].lon);
        low.lat = fmin(low.lat, point[i].lat);
        high.lon = fmax(high.lon, point[i].lon);
        high.lat = fmax(high.lat, point[i].lat);
    }
    return geos->GEOSGeom_createRectangle_r(geos->context, low.lon, low.lat,
                                            high.lon, high.lat);
}

static bool index_pieces(struct cor_shore *shore,
                         const struct cor_libgeos *geos)
{
    for (uint32_t i = 0; i < shore->n_piece; i++) {
        struct cor_shore_piece *piece = &shore->piece[i];
        GEOSGeometry *box = box_of(geos, shore->point + piece->first, piece->n);
        if (box == NULL)
            return false;
        geos->GEOSSTRtree_insert_r(geos->context, shore->tree, box, piece);
        geos->GEOSGeom_destroy_r(geos->context,
                                 box); /* the tree has a copy of its extent */
    }
    return true;
}

enum cor_status cor_shore_build(struct cor_shore *out,
                                const struct cor_libgeos *geos,
                                const struct cor_basemap *map,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    *out = (struct cor_shore){
        .tree = geos->GEOSSTRtree_create_r(geos->context, NODE_CAPACITY)};
    if (out->tree == NULL || !make_room(out, map, arena))
        return COR_FAIL_MEMORY(err);
    add_coasts(out, map);
    add_lakes(out, map);
    return index_pieces(out, geos) ? COR_OK : COR_FAIL_MEMORY(err);
}

void cor_shore_finish(struct cor_shore *shore, const struct cor_libgeos *geos)
{
    if (shore->tree != NULL)
        geos->GEOSSTRtree_destroy_r(geos->context, shore->tree);
    *shore = (struct cor_shore){0};
}

/* A step, turned by a whole circle or not, and what it found. */
struct search {
    const struct cor_shore *shore;
    struct cor_point step[2];
    struct cor_crossings *crossings;
};

static double
cross(struct cor_point a, struct cor_point b, struct cor_point origin)
{
    return (a.lon - origin.lon) * (b.lat - origin.lat) -
           (a.lat - origin.lat) * (b.lon - origin.lon);
}

static void add_crossing(struct cor_crossings *crossings, double at)
{
    double *grown =
        cor_arena_grow(crossings->arena, crossings->at, crossings->n,
                       &crossings->capacity, sizeof *crossings->at);
    crossings->out_of_memory |= grown == NULL;
    if (grown == NULL)
        return;
    crossings->at = grown;
    crossings->at[crossings->n++] = at;
}

/* The signed distances of the step's ends from the edge's line tell where the
   step meets that line, and those of the edge's ends whether on the edge. */
static void
try_edge(struct search *search, struct cor_point a, struct cor_point b)
{
    const struct cor_point from = search->step[0], to = search->step[1];
    const double side_a = cross(to, a, from), side_b = cross(to, b, from);
    if ((side_a > 0) == (side_b > 0))
        return;
    const double before = cross(b, from, a), after = cross(b, to, a);
    if ((before > 0) == (after > 0))
        return;
    const double at = before / (before - after);
    if (at > 0 && at < 1)
        add_crossing(search->crossings, at);
}

static void try_piece(void *item, void *data)
{
    const struct cor_shore_piece *piece = item;
    struct search *search = data;
    const struct cor_point *point = search->shore->point + piece->first;
    for (uint32_t i = 1; i < piece->n; i++)
        try_edge(search, point[i - 1], point[i]);
}

void cor_shore_cross(struct cor_crossings *crossings,
                     const struct cor_shore *shore,
                     const struct cor_libgeos *geos,
                     struct cor_point from,
                     struct cor_point to)
{
    if (shore->n_piece == 0)
        return;
    for (int circle = -1; circle <= 1; circle++) {
        struct search search = {
            .shore = shore,
            .step = {{from.lon + 360 * circle, from.lat},
                     {to.lon + 360 * circle, to.lat}},
            .crossings = crossings,
        };
        GEOSGeometry *box = box_of(geos, search.step, 2);
        crossings->out_of_memory |= box == NULL;
        if (box == NULL)
            continue;
        geos->GEOSSTRtree_query_r(geos->context, shore->tree, box, try_piece,
                                  &search);
        geos->GEOSGeom_destroy_r(geos->context, box);
    }
}
