#include "ogr/osm_graph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* OpenStreetMap keeps seven digits of a degree. */
#define UNITS_PER_DEGREE 1e7

/* Vertices lie in rows of a hundredth of a degree from south to north, in each
   from west to east: so neighbours are near in few runs of keys. */
enum { UNITS_PER_ROW = 100000, BITS_IN_ROW = 17, BITS_OF_LON = 32 };
static const uint64_t circle = UINT64_C(3600000000);

/* How far beside a line its stations stand: half a kilometre, assumed; the
   middle of a large station's buildings and tracks is about as far apart. */
static const double most_aside_m = 500;
static const double m_per_degree = 111195; /* of a meridian, to 1 % */

struct occurrence {
    uint64_t key;
    uint32_t at;
};

static uint64_t make_key(double lon, double lat)
{
    const uint64_t x =
        (uint64_t)llround((lon + 180) * UNITS_PER_DEGREE) % circle;
    const uint64_t y = (uint64_t)llround((lat + 90) * UNITS_PER_DEGREE);
    return (y / UNITS_PER_ROW) << (BITS_OF_LON + BITS_IN_ROW) |
           x << BITS_IN_ROW | y % UNITS_PER_ROW;
}

static int by_key(const void *a, const void *b)
{
    const struct occurrence *p = a, *q = b;
    if (p->key != q->key)
        return p->key < q->key ? -1 : 1;
    return (p->at > q->at) - (p->at < q->at);
}

static void list_points(struct occurrence *out,
                        struct cor_point *where,
                        const struct cor_osm *osm)
{
    for (size_t w = 0; w < osm->n_way; w++) {
        const struct cor_osm_way *way = &osm->way[w];
        for (uint32_t i = 0; i < way->n; i++) {
            const uint32_t at = way->first + i;
            where[at] = way->point[i];
            out[at] = (struct occurrence){
                make_key(way->point[i].lon, way->point[i].lat), at};
        }
    }
}

static void number_sorted(struct cor_osm_graph *graph,
                          const struct occurrence *sorted,
                          const struct cor_point *where)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < graph->n_point; i++) {
        if (n == 0 || graph->key[n - 1] != sorted[i].key) {
            graph->key[n] = sorted[i].key;
            graph->where[n++] = where[sorted[i].at];
        }
        graph->vertex[sorted[i].at] = n - 1;
    }
    graph->n_vertex = n;
}

bool cor_osm_number(struct cor_osm_graph *graph)
{
    const size_t n = graph->osm->n_point;
    struct cor_arena *arena = graph->arena;
    graph->n_point = (uint32_t)n;
    graph->vertex = cor_arena_array(arena, uint32_t, n);
    graph->key = cor_arena_array(arena, uint64_t, n);
    graph->where = cor_arena_array(arena, struct cor_point, n);
    const struct cor_arena_mark mark = cor_arena_mark(arena);
    struct occurrence *sorted = cor_arena_array(arena, struct occurrence, n);
    struct cor_point *where = cor_arena_array(arena, struct cor_point, n);
    if (graph->vertex == NULL || graph->key == NULL || graph->where == NULL ||
        sorted == NULL || where == NULL)
        return false;
    list_points(sorted, where, graph->osm);
    qsort(sorted, n, sizeof *sorted, by_key);
    number_sorted(graph, sorted, where);
    cor_arena_rewind(arena, mark);
    return true;
}

/* The first vertex whose key is not below. */
static uint32_t lower_bound(const struct cor_osm_graph *graph, uint64_t key)
{
    uint32_t low = 0, high = graph->n_vertex;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (graph->key[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct nearest {
    uint32_t vertex;
    double distance_m;
};

static void search_row(struct nearest *best,
                       const struct cor_osm_graph *graph,
                       const struct cor_osm_stop *stop,
                       double lat)
{
    const double cosine = cos(stop->point.lat * M_PI / 180);
    const double aside =
        fmin(most_aside_m / m_per_degree / fmax(cosine, 0.01), 1);
    const double west = fmax(stop->point.lon - aside, -180);
    const double east = fmin(stop->point.lon + aside, 180 - 1e-7);
    const uint64_t end = make_key(east, lat) | ((1u << BITS_IN_ROW) - 1);
    uint32_t v =
        lower_bound(graph, make_key(west, lat) >> BITS_IN_ROW << BITS_IN_ROW);
    for (; v < graph->n_vertex && graph->key[v] <= end; v++) {
        if (((graph->modes[v] >> stop->mode) & 1) == 0)
            continue;
        const double distance_m =
            cor_geodesic_length_m(stop->point, graph->where[v]);
        if (distance_m < best->distance_m)
            *best = (struct nearest){v, distance_m};
    }
}

static struct nearest find_nearest(const struct cor_osm_graph *graph,
                                   const struct cor_osm_stop *stop)
{
    const double row = UNITS_PER_ROW / UNITS_PER_DEGREE;
    struct nearest best = {COR_NONE, most_aside_m};
    for (int i = -1; i <= 1; i++) {
        const double lat = stop->point.lat + i * row;
        if (lat >= -90 && lat <= 90)
            search_row(&best, graph, stop, lat);
    }
    return best;
}

static void place_stop(struct cor_osm_network *out,
                       struct cor_osm_graph *graph,
                       uint32_t stop)
{
    const struct nearest best = find_nearest(graph, &graph->osm->stop[stop]);
    if (best.vertex == COR_NONE) {
        out->n_far++;
    } else if (graph->stop[best.vertex] != COR_NONE) {
        out->n_same++;
    } else {
        graph->stop[best.vertex] = stop;
        graph->cut[best.vertex] = true;
        out->n_moved += best.distance_m > 0;
        out->most_moved_m = fmax(out->most_moved_m, best.distance_m);
    }
}

void cor_osm_place_stops(struct cor_osm_network *out,
                         struct cor_osm_graph *graph)
{
    for (uint32_t s = 0; s < graph->osm->n_stop; s++)
        place_stop(out, graph, s);
}
