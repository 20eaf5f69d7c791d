/* geo/shore.h -- the lines between land and water, to find where one is
 * crossed. */
#ifndef COR_GEO_SHORE_H
#define COR_GEO_SHORE_H

#include <corridor/geo/basemap.h>

#include "geo/libgeos.h"

/** A stretch of shore: points point[first] to point[first + n - 1]. */
struct cor_shore_piece {
    uint32_t first, n;
};

/** Coasts and the shores of lakes; all zero: none. */
struct cor_shore {
    struct cor_point *point; /* without jumps within a piece */
    struct cor_shore_piece *piece;
    uint32_t n_point, n_piece;
    GEOSSTRtree *tree; /* of pointers to pieces */
};

/** Where a step crosses shores: shares of the way, in no order. */
struct cor_crossings {
    double *at; /* [n] within (0, 1) */
    size_t n, capacity;
    struct cor_arena *arena;
    bool out_of_memory;
};

/**
 * Collect the shores of a map.
 *
 * out     to be given to cor_shore_finish, whether or not this succeeds
 * arena   keeps the points
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_shore_build(struct cor_shore *out,
                                            const struct cor_libgeos *geos,
                                            const struct cor_basemap *map,
                                            struct cor_arena *arena,
                                            struct cor_error *err);

void cor_shore_finish(struct cor_shore *shore, const struct cor_libgeos *geos);

/** Add the crossings of a step that is straight in degrees; `to` may lie
 *  beyond 180 degrees. */
void cor_shore_cross(struct cor_crossings *crossings,
                     const struct cor_shore *shore,
                     const struct cor_libgeos *geos,
                     struct cor_point from,
                     struct cor_point to);

#endif
