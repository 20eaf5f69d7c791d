#include <corridor/geo/land.h>

#include <geodesic.h>
#include <math.h>

#include "geo/areas.h"

/* WGS 84: NIMA TR8350.2 (2000), table 3.1. */
static const double semi_major_m = 6378137, flattening = 1 / 298.257223563;

/* A geodesic leaves its parallel by 2 m in the middle of this, at 45 degrees:
   nothing beside the kilometres that coasts are true to. */
static const double step_deg = 0.1;

/* Add the points of a straight side but for its last. */
static void add_side(struct geod_polygon *polygon,
                     const struct geod_geodesic *earth,
                     struct cor_point a,
                     struct cor_point b)
{
    const double lon = cor_unwrap_lon(a.lon, b.lon);
    const double pieces = fmax(1, ceil(fabs(lon - a.lon) / step_deg));
    for (int i = 0; i < (int)pieces; i++) {
        const double at = i / pieces;
        geod_polygon_addpoint(earth, polygon, a.lat + at * (b.lat - a.lat),
                              a.lon + at * (lon - a.lon));
    }
}

double cor_ring_area_m2(const struct cor_point *ring, size_t n)
{
    struct geod_geodesic earth;
    struct geod_polygon polygon;
    double area_m2 = 0;
    geod_init(&earth, semi_major_m, flattening);
    geod_polygon_init(&polygon, 0);
    for (size_t i = 0; i < n; i++)
        add_side(&polygon, &earth, ring[i], ring[(i + 1) % n]);
    geod_polygon_compute(&earth, &polygon, 0, 1, &area_m2, NULL);
    return fabs(area_m2);
}

bool cor_box_has(const double box[4], struct cor_point point)
{
    const double width = box[2] - box[0] + (box[2] > box[0] ? 0 : 360);
    const double from_west = fmod(point.lon - box[0] + 720, 360);
    return from_west <= width && point.lat >= box[1] && point.lat <= box[3];
}

/* A stretch of the 180th meridian that a piece is cut off along. */
struct cut {
    uint32_t piece;
    double south, north;
};

struct measurer {
    const struct cor_basemap *map;
    struct cor_point *ring;       /* room for the longest chain */
    struct cor_land_piece *piece; /* its landmass: another piece of it */
    uint32_t *piece_of;           /* [n_arc] the first that uses it */
    struct cut *cut;              /* [n_cut] */
    uint32_t n_cut;
};

/* The piece that stands for all that hang together with this one. */
static uint32_t find_root(const struct measurer *m, uint32_t piece)
{
    while (m->piece[piece].landmass != piece) {
        struct cor_land_piece *here = &m->piece[piece];
        here->landmass = m->piece[here->landmass].landmass;
        piece = here->landmass;
    }
    return piece;
}

static void join(const struct measurer *m, uint32_t a, uint32_t b)
{
    const uint32_t x = find_root(m, a), y = find_root(m, b);
    m->piece[x > y ? x : y].landmass = x < y ? x : y;
}

/* Rounding of coordinates. */
static const double slack_deg = 1e-6;

/* Whether all of an arc lies on the 180th meridian; from where to where. */
static bool is_cut(const struct cor_basemap *map, uint32_t arc, struct cut *out)
{
    out->south = 90;
    out->north = -90;
    for (uint32_t i = map->arc_first[arc]; i < map->arc_first[arc + 1]; i++) {
        const struct cor_point point = map->point[i];
        if (fabs(point.lon) < 180 - slack_deg)
            return false;
        out->south = fmin(out->south, point.lat);
        out->north = fmax(out->north, point.lat);
    }
    return true;
}

static void join_cuts(struct measurer *m, struct cut cut)
{
    for (uint32_t i = 0; i < m->n_cut; i++)
        if (m->cut[i].south < cut.north && cut.south < m->cut[i].north)
            join(m, m->cut[i].piece, cut.piece);
    m->cut[m->n_cut++] = cut;
}

static void join_neighbours(struct measurer *m, uint32_t piece)
{
    const struct cor_basemap_layer *layer = &m->map->country;
    const uint32_t first = layer->ref_first[layer->chain_first[piece]];
    const uint32_t end = layer->ref_first[layer->chain_first[piece + 1]];
    for (uint32_t i = first; i < end; i++) {
        const int32_t ref = layer->ref[i];
        const uint32_t arc = (uint32_t)(ref < 0 ? ~ref : ref);
        struct cut cut = {.piece = piece};
        if (m->piece_of[arc] == COR_NONE)
            m->piece_of[arc] = piece;
        else
            join(m, m->piece_of[arc], piece);
        if (is_cut(m->map, arc, &cut))
            join_cuts(m, cut);
    }
}

static struct cor_point middle_of(const struct cor_point *ring, uint32_t n)
{
    struct cor_point least = {HUGE_VAL, 90}, most = {-HUGE_VAL, -90};
    double lon = n == 0 ? 0 : ring[0].lon;
    for (uint32_t i = 0; i < n; i++) {
        lon = cor_unwrap_lon(lon, ring[i].lon);
        least.lon = fmin(least.lon, lon);
        most.lon = fmax(most.lon, lon);
        least.lat = fmin(least.lat, ring[i].lat);
        most.lat = fmax(most.lat, ring[i].lat);
    }
    return (struct cor_point){
        cor_unwrap_lon(0, (least.lon + most.lon) / 2),
        (least.lat + most.lat) / 2,
    };
}

static void measure(const struct measurer *m, uint32_t piece)
{
    const struct cor_basemap_layer *layer = &m->map->country;
    struct cor_land_piece *out = &m->piece[piece];
    out->landmass = piece;
    for (uint32_t chain = layer->chain_first[piece];
         chain < layer->chain_first[piece + 1]; chain++) {
        const uint32_t n =
            cor_basemap_chain_points(m->ring, m->map, layer, chain);
        const double area_m2 = cor_ring_area_m2(m->ring, n);
        if (chain == layer->chain_first[piece]) {
            out->middle = middle_of(m->ring, n);
            out->area_m2 = area_m2;
        } else
            out->area_m2 -= area_m2;
    }
}

/* Landmasses are numbered in the order of their first pieces. */
static uint32_t number_landmasses(const struct measurer *m, uint32_t n)
{
    uint32_t n_landmass = 0;
    for (uint32_t i = 0; i < n; i++) /* before any has its number */
        m->piece[i].landmass = find_root(m, i);
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t root = m->piece[i].landmass;
        m->piece[i].landmass =
            root == i ? n_landmass++ : m->piece[root].landmass;
    }
    return n_landmass;
}

static bool make_room(struct measurer *m, struct cor_arena *arena)
{
    const struct cor_basemap_layer *layer = &m->map->country;
    uint32_t longest = 0;
    for (uint32_t chain = 0; chain < layer->n_chain; chain++) {
        const uint32_t n = cor_basemap_chain_bound(m->map, layer, chain);
        longest = n > longest ? n : longest;
    }
    m->ring = cor_arena_array(arena, struct cor_point, longest);
    m->piece_of = cor_arena_array(arena, uint32_t, m->map->n_arc);
    m->cut = cor_arena_array(arena, struct cut, layer->n_ref);
    for (uint32_t i = 0; m->piece_of != NULL && i < m->map->n_arc; i++)
        m->piece_of[i] = COR_NONE;
    return m->ring != NULL && m->piece_of != NULL && m->cut != NULL;
}

enum cor_status cor_land_measure(struct cor_land *out,
                                 const struct cor_basemap *map,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    const struct cor_basemap_layer *layer = &map->country;
    struct measurer m = {
        .map = map,
        .piece = cor_arena_array(arena, struct cor_land_piece, layer->n_part),
    };
    const struct cor_arena_mark scratch = cor_arena_mark(arena);
    if (m.piece == NULL || !make_room(&m, arena))
        return COR_FAIL_MEMORY(err);
    for (uint32_t country = 0; country < layer->n; country++)
        for (uint32_t i = layer->part_first[country];
             i < layer->part_first[country + 1]; i++) {
            m.piece[i].country = country;
            measure(&m, i);
        }
    for (uint32_t i = 0; i < layer->n_part; i++)
        join_neighbours(&m, i);
    *out = (struct cor_land){layer->n_part,
                             number_landmasses(&m, layer->n_part), m.piece};
    cor_arena_rewind(arena, scratch);
    return COR_OK;
}
