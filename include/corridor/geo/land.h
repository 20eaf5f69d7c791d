/* corridor/geo/land.h -- how large the pieces of land on a base map are. */
#ifndef COR_GEO_LAND_H
#define COR_GEO_LAND_H

#include <corridor/geo/basemap.h>

/**
 * Area of a ring on the ellipsoid, in m2, whichever way round it runs. Its
 * sides are straight in longitude and latitude, as RFC 7946, 3.1.1 has them, and
 * take the shorter way round the earth.
 *
 * ring    [n] ends where it begins or not; at most 179 degrees of longitude wide,
 *         or round a pole
 * Cost    O(n + degrees of latitude passed)
 * Source  Snyder (1987), Map Projections: A Working Manual, p. 16, equation
 *         3-12, integrated along each side
 */
double cor_ring_area_m2(const struct cor_point *ring, size_t n);

/** A polygon of a country: what lies within its outer ring, less its holes. */
struct cor_land_piece {
    uint32_t country; /* shape of the map's layer of countries */
    double area_m2;
    struct cor_point middle; /* of the box around it */
    uint32_t landmass; /* the same for all pieces that hang together by land */
};

/** All land of a base map. Lakes that are no holes in it are part of it. */
struct cor_land {
    uint32_t n, n_landmass;
    const struct cor_land_piece *piece; /* [n] by country */
};

/**
 * Measure the land of a base map.
 *
 * Pieces hang together when they share an arc, or when both are cut off along
 * the same stretch of the 180th meridian.
 *
 * out     owned by `arena`
 * map     borrowed for the call
 * Errors  COR_NO_MEMORY
 * Cost    O(points)
 */
COR_CHECKED enum cor_status cor_land_measure(struct cor_land *out,
                                             const struct cor_basemap *map,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

/** Whether a point lies in a box of degrees; west is above east across 180. */
bool cor_box_has(const double box[4], struct cor_point point);

#endif
