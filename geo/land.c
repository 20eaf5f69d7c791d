#include <corridor/geo/land.h>

#include "geo/areas.h"
#include "geo/wgs84.h"

#include <math.h>

/* Of the ellipsoid between the equator and a latitude, over one radian of
   longitude: Snyder (1987), equation 3-12. */
static double zone_m2(double lat)
{
    const double eccentricity = sqrt(cor_eccentricity2);
    const double sine = sin(lat * cor_degree);
    return cor_semi_major_m * cor_semi_major_m / 2 * (1 - cor_eccentricity2) *
           (sine / (1 - cor_eccentricity2 * sine * sine) +
            atanh(eccentricity * sine) / eccentricity);
}

/* The mean zone along a side, which is straight in degrees, by Gauss's
   quadrature with three points: Abramowitz and Stegun (1964), table 25.4. */
static double mean_zone_m2(double lat_a, double lat_b)
{
    static const double at = 0.774596669241483; /* sqrt(3 / 5) */
    const double middle = (lat_a + lat_b) / 2, half = (lat_b - lat_a) / 2;
    return (5 * zone_m2(middle - at * half) + 8 * zone_m2(middle) +
            5 * zone_m2(middle + at * half)) /
           18;
}

/* Between a side and the equator. Pieces of a degree are right to 1e-12. */
static double side_m2(struct cor_point a, double lon, double lat)
{
    static const double piece_deg = 1;
    const double north = lat - a.lat;
    const double n = fmax(1, ceil(fabs(north) / piece_deg));
    double total_m2 = 0;
    for (int i = 0; i < (int)n; i++)
        total_m2 +=
            mean_zone_m2(a.lat + i / n * north, a.lat + (i + 1) / n * north);
    return total_m2 / n * (lon - a.lon) * cor_degree;
}

/* What lies below each side, signed by its direction, adds up to the ring; or,
   round a pole, to what lies between the ring and the equator. */
double cor_ring_area_m2(const struct cor_point *ring, size_t n)
{
    double total_m2 = 0, turned = 0;
    for (size_t i = 0; i < n; i++) {
        const struct cor_point to = ring[(i + 1) % n];
        const double lon = cor_unwrap_lon(ring[i].lon, to.lon);
        total_m2 += side_m2(ring[i], lon, to.lat);
        turned += lon - ring[i].lon;
    }
    const bool is_polar = fabs(turned) > 180;
    return is_polar ? 2 * cor_pi * zone_m2(90) - fabs(total_m2)
                    : fabs(total_m2);
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
