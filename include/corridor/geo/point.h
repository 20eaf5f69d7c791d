/* corridor/geo/point.h -- places on the ellipsoid and lines between them.
 *
 * Longitudes and latitudes are in degrees on WGS 84. Lengths are those of
 * geodesics on its ellipsoid, never of degrees.
 */
#ifndef COR_GEO_POINT_H
#define COR_GEO_POINT_H

#include <corridor/base/arena.h>
#include <corridor/base/error.h>

/** A point; lon in [-180, 180], lat in [-90, 90]. */
struct cor_point {
    double lon, lat; /* degrees */
};

/** Whether both coordinates are finite and in their domain. */
bool cor_point_valid(struct cor_point point);

/**
 * Length of the geodesic between two points, in m; symmetric, right across
 * 180 degrees and for antipodes.
 *
 * Source  Karney (2013), doi:10.1007/s00190-012-0578-z
 */
double cor_geodesic_length_m(struct cor_point a, struct cor_point b);

/** Sum of the geodesics from point to point, in m; 0 for fewer than two. */
double cor_line_length_m(const struct cor_point *point, size_t n);

/**
 * A line with points added on its geodesics so that none is longer than
 * `step_m`; the given points stay.
 *
 * out, out_n  owned by the arena
 * step_m      > 0
 * Errors      COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_line_densify(const struct cor_point **out,
                                             size_t *out_n,
                                             const struct cor_point *point,
                                             size_t n,
                                             double step_m,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

#endif
