/* geo/libproj.h -- PROJ, loaded when it is first used. */
#ifndef COR_GEO_LIBPROJ_H
#define COR_GEO_LIBPROJ_H

#include <corridor/base/error.h>

#include <proj.h>

/* To call another function of PROJ, write its name here. */
#define COR_LIBPROJ_FUNCTIONS(X)        \
    X(proj_angular_input)               \
    X(proj_angular_output)              \
    X(proj_context_create)              \
    X(proj_context_destroy)             \
    X(proj_context_set_enable_network)  \
    X(proj_context_set_search_paths)    \
    X(proj_create)                      \
    X(proj_create_crs_to_crs)           \
    X(proj_destroy)                     \
    X(proj_errno)                       \
    X(proj_errno_reset)                 \
    X(proj_factors)                     \
    X(proj_info)                        \
    X(proj_log_func)                    \
    X(proj_normalize_for_visualization) \
    X(proj_pj_info)                     \
    X(proj_trans)                       \
    X(proj_trans_generic)

/** Functions of PROJ under their own names, and a context to call them in. */
struct cor_libproj {
#define COR_LIBPROJ_MEMBER(name) __typeof__(name) *name;
    COR_LIBPROJ_FUNCTIONS(COR_LIBPROJ_MEMBER)
#undef COR_LIBPROJ_MEMBER
    PJ_CONTEXT *context; /* prints nothing, asks no network; NULL: closed */
};

/**
 * Load PROJ and make a context.
 *
 * out     to be given to cor_libproj_close
 * Errors  COR_UNSUPPORTED: it is not installed; COR_NO_MEMORY
 * Cost    6 ms the first time
 */
COR_CHECKED enum cor_status cor_libproj_open(struct cor_libproj *out,
                                             struct cor_error *err);

/** Give the context back; closing what is closed, or all zero, is allowed. */
void cor_libproj_close(struct cor_libproj *proj);

#endif
