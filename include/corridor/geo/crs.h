/* corridor/geo/crs.h -- coordinates of other systems in longitude and latitude.
 */
#ifndef COR_GEO_CRS_H
#define COR_GEO_CRS_H

#include <corridor/geo/point.h>

/** A way from a coordinate reference system to longitude and latitude. */
struct cor_crs;

/** Whether a name is one of longitude and latitude on WGS 84, in that order:
 *  "EPSG:4326" as people use it, "CRS84". */
bool cor_crs_is_lonlat(const char *name);

/**
 * Open a coordinate reference system; needs PROJ's database for names.
 *
 * out         owned by the caller, to be closed
 * definition  as PROJ reads it: "EPSG:3857", a URN, WKT; digits alone are
 *             EPSG's
 * Errors      COR_BAD_INPUT: not such a system; COR_NO_MEMORY;
 *             COR_UNSUPPORTED: PROJ is not installed
 */
COR_CHECKED enum cor_status cor_crs_open(struct cor_crs **out,
                                         const char *definition,
                                         struct cor_error *err);

/** Close; NULL is allowed. */
void cor_crs_close(struct cor_crs *crs);

/** The point of easting and northing, `x` and `y` always in that order; false
 *  if it has none. */
bool cor_crs_point(struct cor_point *out,
                   struct cor_crs *crs,
                   double x,
                   double y);

#endif
