/* geo/areas.h -- polygons to find the one around a point. */
#ifndef COR_GEO_AREAS_H
#define COR_GEO_AREAS_H

#include <corridor/geo/basemap.h>

#include "geo/libgeos.h"

/** A polygon of a layer. */
struct cor_area {
    const struct cor_libgeos *geos;
    GEOSGeometry *polygon;
    const GEOSPreparedGeometry *prepared; /* NULL until first asked */
    uint32_t shape;                       /* of the layer */
};

/** The polygons of a layer; all zero: none. */
struct cor_areas {
    uint32_t n;
    struct cor_area *area; /* [n] */
    GEOSSTRtree *tree;     /* of pointers to areas */
};

/** Longitude `to`, turned by whole circles to within half a one of `from`. */
double cor_unwrap_lon(double from, double to);

/**
 * Build the polygons of a layer. Rings that cross 180 degrees go on beyond it;
 * one that runs round a pole takes the pole in.
 *
 * out     to be given to cor_areas_finish, whether or not this succeeds
 * arena   keeps the areas
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_areas_build(struct cor_areas *out,
                const struct cor_libgeos *geos,
                const struct cor_basemap *map,
                const struct cor_basemap_layer *layer,
                struct cor_arena *arena,
                struct cor_error *err);

void cor_areas_finish(struct cor_areas *areas, const struct cor_libgeos *geos);

/** The shape around a point, or COR_NONE; of several, the lowest. */
uint32_t cor_areas_find(struct cor_areas *areas,
                        const struct cor_libgeos *geos,
                        struct cor_point point);

#endif
