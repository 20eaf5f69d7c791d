#include <corridor/geo/landwater.h>

#include "geo/areas.h"
#include "geo/shore.h"

#include <math.h>
#include <stdlib.h>

struct cor_landwater {
    struct cor_libgeos geos;
    const struct cor_basemap *map;
    struct cor_areas country, lake;
    struct cor_shore shore;
    struct cor_arena arena; /* of the three above */
};

static enum cor_status build(struct cor_landwater *oracle,
                             struct cor_error *err)
{
    const struct cor_basemap *map = oracle->map;
    enum cor_status status = cor_libgeos_open(&oracle->geos, err);
    if (status == COR_OK)
        status = cor_areas_build(&oracle->country, &oracle->geos, map,
                                 &map->country, &oracle->arena, err);
    if (status == COR_OK)
        status = cor_areas_build(&oracle->lake, &oracle->geos, map, &map->lake,
                                 &oracle->arena, err);
    if (status == COR_OK)
        status = cor_shore_build(&oracle->shore, &oracle->geos, map,
                                 &oracle->arena, err);
    return status;
}

enum cor_status cor_landwater_create(struct cor_landwater **out,
                                     const struct cor_basemap *map,
                                     struct cor_error *err)
{
    struct cor_landwater *oracle = calloc(1, sizeof *oracle);
    if (oracle == NULL)
        return COR_FAIL_MEMORY(err);
    oracle->map = map;
    cor_arena_init(&oracle->arena, SIZE_MAX);
    const enum cor_status status = build(oracle, err);
    if (status == COR_OK)
        *out = oracle;
    else
        cor_landwater_destroy(oracle);
    return status;
}

void cor_landwater_destroy(struct cor_landwater *oracle)
{
    if (oracle == NULL)
        return;
    cor_shore_finish(&oracle->shore, &oracle->geos);
    cor_areas_finish(&oracle->lake, &oracle->geos);
    cor_areas_finish(&oracle->country, &oracle->geos);
    cor_libgeos_close(&oracle->geos);
    cor_arena_finish(&oracle->arena);
    free(oracle);
}

bool cor_landwater_is_land(struct cor_landwater *oracle, struct cor_point point)
{
    return cor_areas_find(&oracle->country, &oracle->geos, point) != COR_NONE &&
           cor_areas_find(&oracle->lake, &oracle->geos, point) == COR_NONE;
}

const char *cor_landwater_country(struct cor_landwater *oracle,
                                  struct cor_point point)
{
    const uint32_t country =
        cor_areas_find(&oracle->country, &oracle->geos, point);
    return country != COR_NONE ? oracle->map->country.code[country] : NULL;
}

/* A line being measured, piece by piece. */
struct measure {
    struct cor_landwater *oracle;
    struct cor_crossings crossings; /* of the present step */
    struct cor_landwater_run run;
    bool on_land;      /* what the last piece ran over */
    double unbroken_m; /* and for how long it has */
};

static void add_piece(struct measure *measure, bool on_land, double length_m)
{
    struct cor_landwater_run *run = &measure->run;
    measure->unbroken_m =
        on_land == measure->on_land ? measure->unbroken_m + length_m : length_m;
    measure->on_land = on_land;
    *(on_land ? &run->land_m : &run->water_m) += length_m;
    double *longest_m = on_land ? &run->longest_land_m : &run->longest_water_m;
    *longest_m = fmax(*longest_m, measure->unbroken_m);
}

static int compare_shares(const void *a, const void *b)
{
    const double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static struct cor_point
between(struct cor_point from, struct cor_point to, double share)
{
    const struct cor_point point = {from.lon + share * (to.lon - from.lon),
                                    from.lat + share * (to.lat - from.lat)};
    return (struct cor_point){cor_unwrap_lon(0, point.lon), point.lat};
}

/* From crossing to crossing; the middle tells what a piece runs over. */
static void measure_step(struct measure *measure,
                         struct cor_point from,
                         struct cor_point to)
{
    struct cor_crossings *crossings = &measure->crossings;
    crossings->n = 0;
    to.lon = cor_unwrap_lon(from.lon, to.lon);
    cor_shore_cross(crossings, &measure->oracle->shore, &measure->oracle->geos,
                    from, to);
    if (crossings->n != 0)
        qsort(crossings->at, crossings->n, sizeof *crossings->at,
              compare_shares);
    const double length_m = cor_geodesic_length_m(from, between(from, to, 1));
    double begin = 0;
    for (size_t i = 0; i <= crossings->n; i++) {
        const double end = i < crossings->n ? crossings->at[i] : 1;
        const struct cor_point middle = between(from, to, (begin + end) / 2);
        if (end > begin)
            add_piece(measure, cor_landwater_is_land(measure->oracle, middle),
                      (end - begin) * length_m);
        begin = end;
    }
}

enum cor_status cor_landwater_measure(struct cor_landwater_run *out,
                                      struct cor_landwater *oracle,
                                      const struct cor_point *point,
                                      size_t n,
                                      struct cor_arena *arena,
                                      struct cor_error *err)
{
    /* On so short a step a straight line in degrees leaves the geodesic by
       d^2 tan(lat) / 8R, that is 30 m at 70 degrees. */
    static const double step_m = 20e3;
    const struct cor_arena_mark scratch = cor_arena_mark(arena);
    const struct cor_point *dense;
    size_t n_dense;
    const enum cor_status status =
        cor_line_densify(&dense, &n_dense, point, n, step_m, arena, err);
    if (status != COR_OK)
        return status;
    struct measure measure = {.oracle = oracle, .crossings.arena = arena};
    for (size_t i = 1; i < n_dense; i++)
        measure_step(&measure, dense[i - 1], dense[i]);
    cor_arena_rewind(arena, scratch);
    if (measure.crossings.out_of_memory)
        return COR_FAIL_MEMORY(err);
    *out = measure.run;
    return COR_OK;
}
