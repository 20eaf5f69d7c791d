/* render/hatch.h -- areas that are told apart without colour. */
#ifndef COR_RENDER_HATCH_H
#define COR_RENDER_HATCH_H

#include "render/pen.h"

/** Parallel lines. They are counted from the corner of the page, so that those
 *  of neighbours meet. */
struct cor_hatch {
    double angle_deg;  /* above the horizontal */
    double spacing_mm; /* above 0 */
};

/**
 * Add the pieces of the lines that lie in a closed shape, by the even-odd rule,
 * to the shape that the pen draws up.
 *
 * Returns  false for want of memory
 * Cost     O(n log n) for n crossings of lines and edges
 */
COR_CHECKED bool cor_hatch_trace(struct cor_pen *pen,
                                 struct cor_shape shape,
                                 struct cor_hatch hatch,
                                 struct cor_arena *scratch);

#endif
