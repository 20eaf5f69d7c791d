/* exchange/geojson_wkt.h -- geometries of GeoJSON as well-known text. */
#ifndef EXCHANGE_GEOJSON_WKT_H
#define EXCHANGE_GEOJSON_WKT_H

#include <jansson.h>

#include "exchange/buffer.h"

/** Write a geometry as well-known text, one that is no point and no line only by
 *  its type; false when it cannot be read, the text then being worth nothing. */
bool cor_geojson_wkt(struct cor_buffer *text, const json_t *geometry);

#endif
