#include "render/grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool cor_grid_init(struct cor_grid *grid,
                   struct cor_rect area,
                   double cell_mm,
                   struct cor_arena *arena)
{
    *grid = (struct cor_grid){
        .area = area,
        .cell_mm = cell_mm,
        .n_x = (uint32_t)ceil((area.right - area.left) / cell_mm),
        .n_y = (uint32_t)ceil((area.bottom - area.top) / cell_mm),
    };
    const size_t n = ((size_t)grid->n_x + 1) * (grid->n_y + 1);
    grid->sum = cor_arena_array(arena, double, n);
    if (grid->sum != NULL)
        memset(grid->sum, 0, n * sizeof *grid->sum);
    return grid->sum != NULL;
}

/* The first row and the first column stay zero. */
static double *cell(const struct cor_grid *grid, uint32_t x, uint32_t y)
{
    return &grid->sum[(size_t)(y + 1) * (grid->n_x + 1) + x + 1];
}

void cor_grid_add_line(struct cor_grid *grid,
                       struct cor_vec a,
                       struct cor_vec b,
                       double weight)
{
    const double length = hypot(b.x - a.x, b.y - a.y);
    const double steps = fmax(1, ceil(length / (grid->cell_mm / 2)));
    for (double i = 0; i < steps; i++) {
        const double t = (i + 0.5) / steps;
        const double x = (a.x + t * (b.x - a.x) - grid->area.left) /
                         grid->cell_mm,
                     y = (a.y + t * (b.y - a.y) - grid->area.top) /
                         grid->cell_mm;
        if (x >= 0 && x < grid->n_x && y >= 0 && y < grid->n_y)
            *cell(grid, (uint32_t)x, (uint32_t)y) += weight * length / steps;
    }
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* How many cells of an axis have their middle before `at`, which is in cells
   from its beginning: ceil and two limits, in a few instructions. */
static uint32_t cells_before(double at, uint32_t n)
{
    const double above = at - 0.5;
    if (!(above > 0))
        return 0;
    if (above >= n)
        return n;
    const uint32_t whole = (uint32_t)above;
    return whole + (whole < above);
}

static uint32_t column(const struct cor_grid *grid, double x)
{
    return cells_before((x - grid->area.left) / grid->cell_mm, grid->n_x);
}

/* Where the edges of rings cross the middles of rows, row by row. */
struct crossings {
    uint32_t *end; /* [n_y] of each row's share of x */
    double *x;
};

/* The rows whose middles an edge crosses: from the first to before the last. */
static void rows_of(const struct cor_grid *grid,
                    struct cor_vec a,
                    struct cor_vec b,
                    uint32_t row[2])
{
    const double y[] = {a.y < b.y ? a.y : b.y, a.y < b.y ? b.y : a.y};
    for (int i = 0; i < 2; i++)
        row[i] =
            cells_before((y[i] - grid->area.top) / grid->cell_mm, grid->n_y);
}

/* Count the crossings of each row, or list them where `x` is there. */
static void visit(struct crossings *c,
                  const struct cor_grid *grid,
                  const struct cor_vec *point,
                  const uint32_t *end,
                  uint32_t n_part)
{
    for (uint32_t part = 0, begin = 0; part < n_part; begin = end[part++])
        for (uint32_t i = begin; i < end[part]; i++) {
            const struct cor_vec p = point[i];
            const struct cor_vec q = point[i + 1 < end[part] ? i + 1 : begin];
            uint32_t row[2];
            rows_of(grid, p, q, row);
            for (uint32_t k = row[0]; k < row[1]; k++) {
                const double y = grid->area.top + (k + 0.5) * grid->cell_mm;
                if (c->x != NULL)
                    c->x[c->end[k]] =
                        p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x);
                c->end[k]++;
            }
        }
}

/* List all crossings; afterwards a row's begin where that of the one before
   ends. False for want of memory. */
static bool find_crossings(struct crossings *c,
                           const struct cor_grid *grid,
                           const struct cor_vec *point,
                           const uint32_t *end,
                           uint32_t n_part,
                           struct cor_arena *scratch)
{
    *c = (struct crossings){
        .end = cor_arena_array(scratch, uint32_t, grid->n_y + 1)};
    if (c->end == NULL)
        return false;
    memset(c->end, 0, (grid->n_y + 1) * sizeof *c->end);
    visit(c, grid, point, end, n_part);
    uint32_t total = 0;
    for (uint32_t k = 0; k < grid->n_y; k++) {
        const uint32_t n = c->end[k];
        c->end[k] = total;
        total += n;
    }
    c->x = cor_arena_array(scratch, double, total + 1);
    if (c->x == NULL)
        return false;
    visit(c, grid, point, end, n_part);
    return true;
}

void cor_grid_add_rings(struct cor_grid *grid,
                        const struct cor_vec *point,
                        const uint32_t *end,
                        uint32_t n_part,
                        double value,
                        struct cor_arena *scratch)
{
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    struct crossings c;
    const bool good = find_crossings(&c, grid, point, end, n_part, scratch);
    for (uint32_t row = 0, i = 0; good && row < grid->n_y; row++) {
        qsort(c.x + i, c.end[row] - i, sizeof *c.x, by_value);
        for (; i + 1 < c.end[row]; i += 2)
            for (uint32_t k = column(grid, c.x[i]),
                          to = column(grid, c.x[i + 1]);
                 k < to; k++)
                *cell(grid, k, row) += value;
        i = c.end[row];
    }
    cor_arena_rewind(scratch, start);
}

struct cor_grid_survey cor_grid_survey(const struct cor_grid *grid)
{
    const double c = grid->cell_mm;
    double n = 0, sum_x = 0, sum_y = 0;
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t row = 0; row < grid->n_y; row++)
        for (uint32_t col = 0; col < grid->n_x; col++) {
            if (*cell(grid, col, row) < 0.5)
                continue;
            const double x = grid->area.left + (col + 0.5) * c;
            const double y = grid->area.top + (row + 0.5) * c;
            n++;
            sum_x += x;
            sum_y += y;
            box = (struct cor_rect){fmin(box.left, x), fmin(box.top, y),
                                    fmax(box.right, x), fmax(box.bottom, y)};
        }
    return (struct cor_grid_survey){n * c * c, {sum_x / n, sum_y / n}, box};
}

/* To a multiple of 2^-20, which is what doubles between 2^32 and 2^33 are: so
   sums and their differences are exact, nothing is 0 and not 1e-15, and the
   last bits of a projection do not decide where a name stands. */
static double settled(double value)
{
    const double coarse = 1.5 * 4294967296.0;
    return (value + coarse) - coarse;
}

void cor_grid_sum(struct cor_grid *grid)
{
    for (uint32_t y = 0; y < grid->n_y; y++) {
        double row = 0;
        for (uint32_t x = 0; x < grid->n_x; x++) {
            double *here = cell(grid, x, y);
            row += settled(*here);
            *here = row + *(here - grid->n_x - 1);
        }
    }
}

double
cor_grid_ask(const struct cor_grid *grid, struct cor_rect rect, double *n_cell)
{
    const double c = grid->cell_mm;
    const uint32_t x0 =
        cells_before((rect.left - grid->area.left) / c, grid->n_x);
    const uint32_t x1 =
        cells_before((rect.right - grid->area.left) / c, grid->n_x);
    const uint32_t y0 =
        cells_before((rect.top - grid->area.top) / c, grid->n_y);
    const uint32_t y1 =
        cells_before((rect.bottom - grid->area.top) / c, grid->n_y);
    if (n_cell != NULL)
        *n_cell = x1 > x0 && y1 > y0 ? (double)(x1 - x0) * (y1 - y0) : 0;
    if (x1 <= x0 || y1 <= y0)
        return 0;
    const double *at = grid->sum;
    const size_t width = (size_t)grid->n_x + 1;
    return at[y1 * width + x1] - at[y0 * width + x1] - at[y1 * width + x0] +
           at[y0 * width + x0];
}
