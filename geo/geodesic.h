/* geo/geodesic.h -- the shortest way between two points of WGS 84. */
#ifndef COR_GEO_GEODESIC_H
#define COR_GEO_GEODESIC_H

#include <corridor/geo/point.h>

/** A direction, or a position on a great circle. */
struct cor_angle {
    double sine, cosine;
};

/** The integrals along a geodesic that length and longitude are, each a line
 *  and its waves: a s + a sum(c[j] sin 2(j + 1)s). */
struct cor_geodesic_series {
    double length_a, length_c[5];
    double longitude_a, longitude_c[4];
};

/**
 * A geodesic, seen from its end that is farther from the equator, which is
 * turned to lie in the south, eastwards. Angles are those of a great circle on
 * the sphere that has the reduced latitudes for its own.
 */
struct cor_geodesic {
    double length_m;
    struct cor_point from; /* the farther end */
    bool from_b, northern, westward;
    struct cor_angle at_equator;   /* its azimuth there, from north */
    struct cor_angle sigma, omega; /* way and longitude from where it crosses
                                      the equator northwards to `from` */
    struct cor_geodesic_series series;
};

/**
 * The length of the geodesic between two points, in m; the same both ways to
 * the last bit, right to 0.1 um.
 *
 * a, b    valid
 * Cost    half of what PROJ's geod_inverse takes
 * Source  Karney (2013), Algorithms for geodesics, J. Geodesy 87, 43-55,
 *         doi:10.1007/s00190-012-0578-z
 */
double cor_geodesic_solve_m(struct cor_point a, struct cor_point b);

/** The geodesic from `a` to `b`; of two of the same length, either. */
void cor_geodesic_between(struct cor_geodesic *out,
                          struct cor_point a,
                          struct cor_point b);

/** The point at a share of the way from `a` to `b`, within [0, 1]; right to
 *  0.1 mm. */
struct cor_point cor_geodesic_at(const struct cor_geodesic *geodesic,
                                 double share);

#endif
