/* corridor/geo/landwater.h -- where a base map has land, and whose it is. */
#ifndef COR_GEO_LANDWATER_H
#define COR_GEO_LANDWATER_H

#include <corridor/geo/basemap.h>

/** Answers questions about one base map. Not for two threads at once. */
struct cor_landwater;

/** How much of a line runs over what; the two totals add up to its length. */
struct cor_landwater_run {
    double land_m, water_m;
    double longest_land_m, longest_water_m; /* of a single piece */
};

/**
 * Prepare to answer.
 *
 * out      to be given to cor_landwater_destroy
 * map      borrowed as long as it answers
 * Errors   COR_NO_MEMORY; COR_UNSUPPORTED: GEOS is not installed
 * Cost     O(points of countries and lakes); countries are indexed when first
 *          asked about
 */
COR_CHECKED enum cor_status cor_landwater_create(struct cor_landwater **out,
                                                 const struct cor_basemap *map,
                                                 struct cor_error *err);

/** Give everything back; NULL is accepted. */
void cor_landwater_destroy(struct cor_landwater *oracle);

/**
 * Whether a point lies on land, that is in a country and not in a lake.
 *
 * point  valid; on a shore it may be either
 * Cost   O(log points)
 */
bool cor_landwater_is_land(struct cor_landwater *oracle,
                           struct cor_point point);

/**
 * The ISO 3166-1 alpha-2 code of the country around a point, lakes included.
 *
 * Returns  borrowed from the base map; NULL: in no country; "": in one that
 *          the base map has no code for, such as contested land
 */
const char *cor_landwater_country(struct cor_landwater *oracle,
                                  struct cor_point point);

/**
 * Measure how far a line runs over land and over water; lakes are water.
 *
 * The line is made of geodesics between its points, and lengths are those on
 * the ellipsoid.
 *
 * out     untouched on failure
 * point   [n] valid; fewer than two make a line of no length
 * arena   for scratch; left as it was
 * Errors  COR_NO_MEMORY
 * Cost    O((length / 20 km + n) log points + crossings)
 */
COR_CHECKED enum cor_status cor_landwater_measure(struct cor_landwater_run *out,
                                                  struct cor_landwater *oracle,
                                                  const struct cor_point *point,
                                                  size_t n,
                                                  struct cor_arena *arena,
                                                  struct cor_error *err);

#endif
