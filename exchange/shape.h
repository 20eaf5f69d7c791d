/* exchange/shape.h -- points and lines in the words of several formats. */
#ifndef EXCHANGE_SHAPE_H
#define EXCHANGE_SHAPE_H

#include <corridor/geo/point.h>

#include "exchange/buffer.h"

enum cor_shape_type {
    COR_SHAPE_NONE, /* empty, or no well-known text */
    COR_SHAPE_POINT,
    COR_SHAPE_LINE,
    COR_SHAPE_OTHER, /* areas, clouds of points, collections */
};

/** A point, or a line with parts that are joined. */
struct cor_shape {
    enum cor_shape_type type;
    const struct cor_point *point; /* [n] one for a point */
    size_t n;
};

/**
 * Read well-known text. Parts of a line that was cut at 180 degrees are joined
 * without the two points of the cut.
 *
 * out     owned by `arena`; coordinates are not checked for their domain
 * Errors  COR_BAD_INPUT: a point or line that cannot be read; COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_shape_read(struct cor_shape *out,
                                           struct cor_text text,
                                           struct cor_arena *arena,
                                           struct cor_error *err);

/**
 * Write a shape as a GeoJSON geometry; a line that crosses 180 degrees is cut
 * there into two parts.
 *
 * Source  RFC 7946 (2016), sections 3.1 and 3.1.9
 */
void cor_shape_json(struct cor_buffer *buffer, const struct cor_shape *shape);

/** Write text as a JSON string; it is UTF-8. */
void cor_json_text(struct cor_buffer *buffer, struct cor_text text);

#endif
