/* render/grid.h -- how much of something lies in any rectangle of the page. */
#ifndef COR_RENDER_GRID_H
#define COR_RENDER_GRID_H

#include <corridor/render/scene.h>

/** Cells hold whole numbers, of which this many are 1: a sixteenth of a
 *  micrometre of line. */
enum { COR_GRID_ONE = 16384 };

/**
 * A table of sums over cells: filled cell by cell, then summed, then asked
 * about rectangles at the cost of four look-ups.
 *
 * Whole numbers make sums and their differences exact: nothing is 0 and not
 * 1e-15, and the last bits of a projection do not decide where a name stands.
 * Sums may wrap around; what a rectangle holds is right as long as it is below
 * a quarter of a million, in mm or cells.
 *
 * Source  Crow (1984), summed-area tables, doi:10.1145/964965.808600
 */
struct cor_grid {
    struct cor_rect area;
    double cell_mm, per_mm; /* a cell's side, and cells to the mm */
    uint32_t n_x, n_y;
    uint32_t *sum; /* [(n_y + 1) * (n_x + 1)] row by row; negative numbers in
                      twos' complement */
};

/** An empty grid over an area; false for want of memory. */
bool cor_grid_init(struct cor_grid *grid,
                   struct cor_rect area,
                   double cell_mm,
                   struct cor_arena *arena);

/** A cell; the first row and the first column of the table stay zero. */
static inline uint32_t *
cor_grid_cell(const struct cor_grid *grid, uint32_t x, uint32_t y)
{
    return &grid->sum[(size_t)(y + 1) * (grid->n_x + 1) + x + 1];
}

/** Add a line: every cell gets `weight` times the mm of it that it holds. */
void cor_grid_add_line(struct cor_grid *grid,
                       struct cor_vec a,
                       struct cor_vec b,
                       double weight);

/** Add `value` to every cell whose middle lies inside rings (even-odd); false
 *  for want of memory. */
COR_CHECKED bool cor_grid_add_rings(struct cor_grid *grid,
                                    const struct cor_vec *point,
                                    const uint32_t *end,
                                    uint32_t n_part,
                                    double value,
                                    struct cor_arena *scratch);

/** What the filled cells of a grid that is not yet summed look like. */
struct cor_grid_survey {
    double area_mm2;
    struct cor_vec middle;
    struct cor_rect bounds; /* of the middles of cells */
};

struct cor_grid_survey cor_grid_survey(const struct cor_grid *grid);

/** End filling. */
void cor_grid_sum(struct cor_grid *grid);

/** The sum over the cells whose middles lie in a rectangle, and how many
 *  there are (may be NULL). */
double
cor_grid_ask(const struct cor_grid *grid, struct cor_rect rect, double *n_cell);

#endif
