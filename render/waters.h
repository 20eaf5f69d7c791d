/* render/waters.h -- which water a point of the page lies in. */
#ifndef COR_RENDER_WATERS_H
#define COR_RENDER_WATERS_H

#include "render/grid.h"

/** The cells of a page, each with the number of the water that it hangs
 *  together with; 0 on land. */
struct cor_waters {
    struct cor_rect area;
    double cell_mm;
    uint32_t n_x, n_y;
    uint32_t *body; /* [(n_y + 2) * (n_x + 2)] row by row, in a frame of 0 */
};

/** Tell waters apart, from a grid that holds more than a half where there is
 *  land and is not yet summed; false for want of memory. */
bool cor_waters_find(struct cor_waters *out,
                     const struct cor_grid *land,
                     struct cor_arena *arena);

/**
 * The water nearest to a point, as a summed grid over an area: 1 there, 0
 * elsewhere. Without one within `reach_mm` all of it is 0.
 *
 * survey  gets its extent within the area; may be NULL
 * Returns false for want of memory
 */
bool cor_waters_mask(struct cor_grid *out,
                     const struct cor_waters *waters,
                     struct cor_vec point,
                     double reach_mm,
                     struct cor_rect area,
                     struct cor_grid_survey *survey,
                     struct cor_arena *arena);

#endif
