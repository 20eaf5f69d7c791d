/* exchange/geojson_read.h -- features as rows of a sheet. */
#ifndef EXCHANGE_GEOJSON_READ_H
#define EXCHANGE_GEOJSON_READ_H

#include <corridor/exchange/format.h>

/**
 * Read the features of a GeoJSON file into one sheet, one at a time, so that
 * the file and one feature are in memory.
 *
 * Source  RFC 7946 (2016); the member `crs` of its forerunner (2008) is obeyed
 */
COR_CHECKED enum cor_status cor_geojson_read(struct cor_sheets *sheets,
                                             const char *path,
                                             struct cor_error *err);

#endif
