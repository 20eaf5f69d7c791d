/* render/view.h -- the part of the earth a map shows, and how to get there. */
#ifndef COR_RENDER_VIEW_H
#define COR_RENDER_VIEW_H

#include "render/pen.h"

#include <corridor/geo/projection.h>

/** What lies between points and the page. */
struct cor_view {
    struct cor_projection *projection; /* borrowed */
    struct cor_plane centre;           /* shown at the middle of the frame */
    double mm_per_m;                   /* of the plane */
    struct cor_rect frame;
    struct cor_rect reach; /* the frame and a seam around it, to which shapes
                              are cut so that no cut edge is seen */
    double lon_0;          /* longitudes below are relative to it */
    struct cor_box window; /* holds all that is shown; west and east in
                              [-180, 180] relative to lon_0 */
    struct cor_arena *scratch;
};

/** Fill in reach, lon_0 and window of a view whose other members are set. */
void cor_view_look(struct cor_view *view);

/** The place of a point on the page; false if it has none. It may lie outside
 *  the frame. */
bool cor_view_point(struct cor_vec *out,
                    const struct cor_view *view,
                    struct cor_point point);

/** Whether a point of the earth is seen in the frame. */
bool cor_view_shows(const struct cor_view *view, struct cor_point point);

/** The point of a place on the page; false if it has none. */
bool cor_view_unproject(struct cor_point *out,
                        const struct cor_view *view,
                        struct cor_vec at);

/** The longitudes and latitudes of points, relative to the view and without
 *  jumps from one to the next; gives what they span. */
struct cor_rect cor_view_unroll(struct cor_vec *out,
                                const struct cor_view *view,
                                const struct cor_point *point,
                                size_t n);

/** Whether an edge between unrolled points is so long that it bends when it is
 *  projected, or that it jumps over 180 degrees. */
bool cor_view_is_bent(const struct cor_vec *flat, size_t n);

/** Relative longitudes and latitudes become places on the page, in place; NAN
 *  where there is none. */
void cor_view_project(const struct cor_view *view,
                      struct cor_vec *at,
                      size_t n);

/** Add a line, as far as it can be seen, to the shape being drawn up. */
void cor_view_line(const struct cor_view *view,
                   struct cor_pen *pen,
                   const struct cor_point *point,
                   size_t n);

/** Add a line of the page, as far as it can be seen; x NAN breaks it. */
void cor_view_path(const struct cor_view *view,
                   struct cor_pen *pen,
                   const struct cor_vec *at,
                   size_t n);

/** Add a ring of the page, as far as it can be seen; `at` is spoiled. */
void cor_view_loop(const struct cor_view *view,
                   struct cor_pen *pen,
                   struct cor_vec *at,
                   size_t n);

/** Add a ring, as far as it can be seen; its last point repeats its first or
 *  is joined to it. */
void cor_view_ring(const struct cor_view *view,
                   struct cor_pen *pen,
                   const struct cor_point *point,
                   size_t n);

#endif
