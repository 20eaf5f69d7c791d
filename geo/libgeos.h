/* geo/libgeos.h -- GEOS, loaded when it is first used. */
#ifndef COR_GEO_LIBGEOS_H
#define COR_GEO_LIBGEOS_H

#include <corridor/base/error.h>

#include <geos_c.h>

/* To call another function of GEOS, write its name here. */
#define COR_LIBGEOS_FUNCTIONS(X)     \
    X(GEOSCoordSeq_copyFromBuffer_r) \
    X(GEOSGeom_createLinearRing_r)   \
    X(GEOSGeom_createPointFromXY_r)  \
    X(GEOSGeom_createPolygon_r)      \
    X(GEOSGeom_createRectangle_r)    \
    X(GEOSGeom_destroy_r)            \
    X(GEOSPrepare_r)                 \
    X(GEOSPreparedGeom_destroy_r)    \
    X(GEOSPreparedIntersects_r)      \
    X(GEOSSTRtree_create_r)          \
    X(GEOSSTRtree_destroy_r)         \
    X(GEOSSTRtree_insert_r)          \
    X(GEOSSTRtree_query_r)           \
    X(GEOS_finish_r)                 \
    X(GEOS_init_r)                   \
    X(GEOSversion)

/** Functions of GEOS under their own names, and a context to call them in. */
struct cor_libgeos {
#define COR_LIBGEOS_MEMBER(name) __typeof__(name) *name;
    COR_LIBGEOS_FUNCTIONS(COR_LIBGEOS_MEMBER)
#undef COR_LIBGEOS_MEMBER
    GEOSContextHandle_t context; /* NULL: closed */
};

/**
 * Load GEOS and make a context.
 *
 * out     to be given to cor_libgeos_close
 * Errors  COR_UNSUPPORTED: it is not installed; COR_NO_MEMORY
 * Cost    2 ms the first time
 */
COR_CHECKED enum cor_status cor_libgeos_open(struct cor_libgeos *out,
                                             struct cor_error *err);

/** Give the context back; closing what is closed, or all zero, is allowed. */
void cor_libgeos_close(struct cor_libgeos *geos);

#endif
