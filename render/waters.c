#include "render/waters.h"

#include <math.h>

/* Cells on the way through one water. */
struct flood {
    struct cor_waters *waters;
    const struct cor_grid *land;
    uint32_t *queue;
    uint32_t n;
};

static bool is_land(const struct flood *flood, uint32_t at)
{
    const struct cor_grid *land = flood->land;
    const uint32_t x = at % flood->waters->n_x, y = at / flood->waters->n_x;
    return land->sum[(size_t)(y + 1) * (land->n_x + 1) + x + 1] > 0.5;
}

static void push(struct flood *flood, uint32_t at, uint32_t body)
{
    if (flood->waters->body[at] != 0 || is_land(flood, at))
        return;
    flood->waters->body[at] = body;
    flood->queue[flood->n++] = at;
}

static void spread(struct flood *flood, uint32_t seed, uint32_t body)
{
    const uint32_t n_x = flood->waters->n_x, n_y = flood->waters->n_y;
    flood->n = 0;
    push(flood, seed, body);
    for (uint32_t i = 0; i < flood->n; i++) {
        const uint32_t at = flood->queue[i], x = at % n_x, y = at / n_x;
        if (x > 0)
            push(flood, at - 1, body);
        if (x + 1 < n_x)
            push(flood, at + 1, body);
        if (y > 0)
            push(flood, at - n_x, body);
        if (y + 1 < n_y)
            push(flood, at + n_x, body);
    }
}

bool cor_waters_find(struct cor_waters *out,
                     const struct cor_grid *land,
                     struct cor_arena *arena)
{
    const uint32_t n = land->n_x * land->n_y;
    *out = (struct cor_waters){.area = land->area,
                               .cell_mm = land->cell_mm,
                               .n_x = land->n_x,
                               .n_y = land->n_y,
                               .body = cor_arena_array(arena, uint32_t, n)};
    struct flood flood = {out, land, cor_arena_array(arena, uint32_t, n), 0};
    if (out->body == NULL || flood.queue == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++)
        out->body[i] = 0;
    for (uint32_t i = 0, body = 1; i < n; i++)
        if (out->body[i] == 0 && !is_land(&flood, i))
            spread(&flood, i, body++);
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
            const uint32_t body = w->body[y * w->n_x + x];
            const struct cor_vec m = middle(w, x, y);
            const double away = hypot(m.x - at.x, m.y - at.y);
            if (body != 0 && away <= reach) {
                reach = away;
                found = body;
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
    for (uint32_t y = y0; y < y1; y++)
        for (uint32_t x = x0; x < x1; x++)
            if (body != 0 && waters->body[y * waters->n_x + x] == body)
                out->sum[(size_t)(y - y0 + 1) * (out->n_x + 1) + x - x0 + 1] =
                    1;
    if (survey != NULL)
        *survey = cor_grid_survey(out);
    cor_grid_sum(out);
    return true;
}
