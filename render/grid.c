#include "render/grid.h"

#include "render/nearest.h"

#include <math.h>
#include <string.h>

bool cor_grid_init(struct cor_grid *grid,
                   struct cor_rect area,
                   double cell_mm,
                   struct cor_arena *arena)
{
    *grid = (struct cor_grid){
        .area = area,
        .cell_mm = cell_mm,
        .per_mm = 1 / cell_mm,
        .n_x = (uint32_t)ceil((area.right - area.left) / cell_mm),
        .n_y = (uint32_t)ceil((area.bottom - area.top) / cell_mm),
    };
    grid->sum = cor_arena_take_zero(
        arena, ((size_t)grid->n_x + 1) * (grid->n_y + 1), sizeof *grid->sum);
    return grid->sum != NULL;
}

/* To the nearest whole number, as what a cell holds. */
static uint32_t parts(double value)
{
    return (uint32_t)cor_nearest(value * COR_GRID_ONE);
}

void cor_grid_add_line(struct cor_grid *grid,
                       struct cor_vec a,
                       struct cor_vec b,
                       double weight)
{
    const double length = hypot(b.x - a.x, b.y - a.y);
    const double steps = fmax(1, ceil(2 * length * grid->per_mm));
    const uint32_t part = parts(weight * length / steps);
    for (double i = 0; i < steps; i++) {
        const double t = (i + 0.5) / steps;
        const double x =
            (a.x + t * (b.x - a.x) - grid->area.left) * grid->per_mm;
        const double y =
            (a.y + t * (b.y - a.y) - grid->area.top) * grid->per_mm;
        if (x >= 0 && x < grid->n_x && y >= 0 && y < grid->n_y)
            *cor_grid_cell(grid, (uint32_t)x, (uint32_t)y) += part;
    }
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
    const uint32_t whole_cells = (uint32_t)above;
    return whole_cells + (whole_cells < above);
}

static uint32_t column(const struct cor_grid *grid, double x)
{
    return cells_before((x - grid->area.left) * grid->per_mm, grid->n_x);
}

static uint32_t row(const struct cor_grid *grid, double y)
{
    return cells_before((y - grid->area.top) * grid->per_mm, grid->n_y);
}

/* Where rings cross the middles of rows: odd[y * (n_x + 1) + x] when they do so
   an odd number of times before the middle of cell x and after that of the one
   before. */
struct crossings {
    const struct cor_grid *grid;
    unsigned char *odd;
};

static void cross(const struct crossings *c,
                  struct cor_vec p,
                  struct cor_vec q,
                  uint32_t from,
                  uint32_t end)
{
    const struct cor_grid *grid = c->grid;
    for (uint32_t k = from; k < end; k++) {
        const double y = grid->area.top + (k + 0.5) * grid->cell_mm;
        const double x = p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x);
        c->odd[(size_t)k * (grid->n_x + 1) + column(grid, x)] ^= 1;
    }
}

static void
cross_ring(const struct crossings *c, const struct cor_vec *ring, uint32_t n)
{
    struct cor_vec p = ring[n - 1];
    uint32_t from = row(c->grid, p.y);
    for (uint32_t i = 0; i < n; i++) {
        const struct cor_vec q = ring[i];
        const uint32_t to = row(c->grid, q.y);
        cross(c, p, q, from < to ? from : to, from < to ? to : from);
        p = q;
        from = to;
    }
}

/* Add to the cells of a row between an odd place and the next one. */
static void
fill(uint32_t *cell, const unsigned char *odd, size_t n, uint32_t part)
{
    const unsigned char *const end = odd + n;
    const unsigned char *from = memchr(odd, 1, n);
    while (from != NULL) {
        const unsigned char *next =
            memchr(from + 1, 1, (size_t)(end - from) - 1);
        const size_t to = (size_t)((next != NULL ? next : end) - odd);
        for (size_t x = (size_t)(from - odd); x < to; x++)
            cell[x] += part;
        from = to + 1 < n ? memchr(odd + to + 1, 1, n - to - 1) : NULL;
    }
}

bool cor_grid_add_rings(struct cor_grid *grid,
                        const struct cor_vec *point,
                        const uint32_t *end,
                        uint32_t n_part,
                        double value,
                        struct cor_arena *scratch)
{
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    const size_t width = (size_t)grid->n_x + 1;
    const struct crossings c = {
        grid, cor_arena_take_zero(scratch, width * grid->n_y, 1)};
    if (c.odd == NULL)
        return false;
    for (uint32_t part = 0, begin = 0; part < n_part; begin = end[part++])
        if (end[part] != begin)
            cross_ring(&c, point + begin, end[part] - begin);
    for (uint32_t y = 0; y < grid->n_y; y++)
        fill(cor_grid_cell(grid, 0, y), c.odd + y * width, grid->n_x,
             parts(value));
    cor_arena_rewind(scratch, start);
    return true;
}

struct cor_grid_survey cor_grid_survey(const struct cor_grid *grid)
{
    const double c = grid->cell_mm;
    const struct cor_vec first = {grid->area.left + 0.5 * c,
                                  grid->area.top + 0.5 * c};
    uint64_t n = 0, sum_x = 0, sum_y = 0;
    uint32_t left = grid->n_x, top = grid->n_y, right = 0, bottom = 0;
    for (uint32_t y = 0; y < grid->n_y; y++)
        for (uint32_t x = 0; x < grid->n_x; x++) {
            if ((int32_t)*cor_grid_cell(grid, x, y) < COR_GRID_ONE / 2)
                continue;
            n++;
            sum_x += x;
            sum_y += y;
            left = x < left ? x : left;
            right = x > right ? x : right;
            top = y < top ? y : top;
            bottom = y;
        }
    if (n == 0)
        return (struct cor_grid_survey){
            0, {NAN, NAN}, {INFINITY, INFINITY, -INFINITY, -INFINITY}};
    return (struct cor_grid_survey){(double)n * c * c,
                                    {first.x + c * (double)sum_x / (double)n,
                                     first.y + c * (double)sum_y / (double)n},
                                    {first.x + c * left, first.y + c * top,
                                     first.x + c * right,
                                     first.y + c * bottom}};
}

void cor_grid_sum(struct cor_grid *grid)
{
    const size_t width = (size_t)grid->n_x + 1;
    for (uint32_t y = 0; y < grid->n_y; y++) {
        uint32_t sum = 0;
        uint32_t *cell = cor_grid_cell(grid, 0, y);
        for (uint32_t x = 0; x < grid->n_x; x++) {
            sum += cell[x];
            cell[x] = sum + (cell - width)[x];
        }
    }
}

double
cor_grid_ask(const struct cor_grid *grid, struct cor_rect rect, double *n_cell)
{
    const uint32_t x0 = column(grid, rect.left), x1 = column(grid, rect.right);
    const uint32_t y0 = row(grid, rect.top), y1 = row(grid, rect.bottom);
    const bool any = x1 > x0 && y1 > y0;
    if (n_cell != NULL)
        *n_cell = any ? (double)(x1 - x0) * (y1 - y0) : 0;
    if (!any)
        return 0;
    const size_t width = (size_t)grid->n_x + 1;
    const uint32_t *above = grid->sum + y0 * width;
    const uint32_t *below = grid->sum + y1 * width;
    const uint32_t sum = below[x1] - above[x1] - below[x0] + above[x0];
    return (double)sum / COR_GRID_ONE;
}
