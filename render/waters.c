#include "render/waters.h"

#include <math.h>

/* Of a cell that no flood has come to. */
static const uint32_t unseen = UINT32_MAX;

static uint32_t *body_of(const struct cor_waters *w, uint32_t x, uint32_t y)
{
    return &w->body[(size_t)(y + 1) * (w->n_x + 2) + x + 1];
}

/* Cells on the way through one water; the frame of land keeps it inside. */
struct flood {
    uint32_t *body, *queue;
    size_t n;
};

static void push(struct flood *flood, uint32_t at, uint32_t body)
{
    if (flood->body[at] != unseen)
        return;
    flood->body[at] = body;
    flood->queue[flood->n++] = at;
}

static void
spread(struct flood *flood, uint32_t seed, uint32_t width, uint32_t body)
{
    flood->n = 0;
    push(flood, seed, body);
    for (size_t i = 0; i < flood->n; i++) {
        const uint32_t at = flood->queue[i];
        push(flood, at - 1, body);
        push(flood, at + 1, body);
        push(flood, at - width, body);
        push(flood, at + width, body);
    }
}

static void mark_wet(struct cor_waters *w, const struct cor_grid *land)
{
    for (uint32_t y = 0; y < w->n_y; y++)
        for (uint32_t x = 0; x < w->n_x; x++)
            if ((int32_t)*cor_grid_cell(land, x, y) <= COR_GRID_ONE / 2)
                *body_of(w, x, y) = unseen;
}

bool cor_waters_find(struct cor_waters *out,
                     const struct cor_grid *land,
                     struct cor_arena *arena)
{
    const uint32_t width = land->n_x + 2, n = width * (land->n_y + 2);
    struct flood flood = {.body =
                              cor_arena_take_zero(arena, n, sizeof *flood.body),
                          .queue = cor_arena_array(arena, uint32_t, n)};
    *out = (struct cor_waters){.area = land->area,
                               .cell_mm = land->cell_mm,
                               .n_x = land->n_x,
                               .n_y = land->n_y,
                               .body = flood.body};
    if (flood.body == NULL || flood.queue == NULL)
        return false;
    mark_wet(out, land);
    for (uint32_t i = 0, body = 1; i < n; i++)
        if (flood.body[i] == unseen)
            spread(&flood, i, width, body++);
    return true;
}

static uint32_t cell_of(double at, double from, double cell, uint32_t n)
{
    return (uint32_t)fmin(fmax(floor((at - from) / cell), 0), n);
}

static struct cor_vec middle(const struct cor_waters *w, uint32_t x, uint32_t y)
{
    return (struct cor_vec){w->area.left + (x + 0.5) * w->cell_mm,
                            w->area.top + (y + 0.5) * w->cell_mm};
}

/* The water nearest to a point, within reach; 0: none. */
static uint32_t
find_body(const struct cor_waters *w, struct cor_vec at, double reach)
{
    const struct cor_rect a = w->area;
    const uint32_t x1 = cell_of(at.x + reach, a.left, w->cell_mm, w->n_x);
    const uint32_t y1 = cell_of(at.y + reach, a.top, w->cell_mm, w->n_y);
    uint32_t found = 0;
    for (uint32_t y = cell_of(at.y - reach, a.top, w->cell_mm, w->n_y); y < y1;
         y++)
        for (uint32_t x = cell_of(at.x - reach, a.left, w->cell_mm, w->n_x);
             x < x1; x++) {
            const struct cor_vec m = middle(w, x, y);
            const double away = hypot(m.x - at.x, m.y - at.y);
            if (*body_of(w, x, y) != 0 && away <= reach) {
                reach = away;
                found = *body_of(w, x, y);
            }
        }
    return found;
}

bool cor_waters_mask(struct cor_grid *out,
                     const struct cor_waters *waters,
                     struct cor_vec point,
                     double reach_mm,
                     struct cor_rect area,
                     struct cor_grid_survey *survey,
                     struct cor_arena *arena)
{
    const double cell = waters->cell_mm;
    const struct cor_rect a = waters->area;
    const uint32_t x0 = cell_of(area.left, a.left, cell, waters->n_x);
    const uint32_t y0 = cell_of(area.top, a.top, cell, waters->n_y);
    const uint32_t x1 = cell_of(area.right, a.left, cell, waters->n_x);
    const uint32_t y1 = cell_of(area.bottom, a.top, cell, waters->n_y);
    const struct cor_rect covered = {a.left + x0 * cell, a.top + y0 * cell,
                                     a.left + fmax(x1, x0 + 1) * cell,
                                     a.top + fmax(y1, y0 + 1) * cell};
    const uint32_t body = find_body(waters, point, reach_mm);
    if (!cor_grid_init(out, covered, cell, arena))
        return false;
    for (uint32_t y = y0; y < y1 && body != 0; y++) {
        const uint32_t *from = body_of(waters, x0, y);
        uint32_t *to = cor_grid_cell(out, 0, y - y0);
        for (uint32_t x = 0; x < x1 - x0; x++)
            to[x] = from[x] == body ? COR_GRID_ONE : 0;
    }
    if (survey != NULL)
        *survey = cor_grid_survey(out);
    cor_grid_sum(out);
    return true;
}
