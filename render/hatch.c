#include "render/hatch.h"

#include <math.h>
#include <stdlib.h>

/* Where a line of the hatch meets an edge. */
struct crossing {
    double line; /* its number */
    double at;   /* mm along it */
};

struct crossings {
    struct crossing *item; /* [n] */
    size_t n, capacity;
    struct cor_arena *arena;
};

/* The page turned so that the lines of the hatch are level. */
struct turned {
    double cos, sin, spacing_mm;
};

static struct cor_vec turn(const struct turned *t, struct cor_vec p)
{
    return (struct cor_vec){p.x * t->cos - p.y * t->sin,
                            p.x * t->sin + p.y * t->cos};
}

static struct cor_vec turn_back(const struct turned *t, struct cor_vec p)
{
    return (struct cor_vec){p.x * t->cos + p.y * t->sin,
                            -p.x * t->sin + p.y * t->cos};
}

static bool add(struct crossings *list, double line, double at)
{
    struct crossing *grown = cor_arena_grow(list->arena, list->item, list->n,
                                            &list->capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    list->item = grown;
    grown[list->n++] = (struct crossing){line, at};
    return true;
}

/* An edge holds its lower end and not its upper one, so that a corner that a
   line goes through counts once. */
static bool cross_edge(struct crossings *list,
                       const struct turned *t,
                       struct cor_vec from,
                       struct cor_vec to)
{
    const struct cor_vec a = turn(t, from), b = turn(t, to);
    const double low = fmin(a.y, b.y), high = fmax(a.y, b.y);
    for (double line = ceil(low / t->spacing_mm); line * t->spacing_mm < high;
         line++) {
        const double share = (line * t->spacing_mm - a.y) / (b.y - a.y);
        if (!add(list, line, a.x + share * (b.x - a.x)))
            return false;
    }
    return true;
}

static bool cross_shape(struct crossings *list,
                        const struct turned *t,
                        struct cor_shape shape)
{
    uint32_t first = 0;
    for (uint32_t part = 0; part < shape.n_part; part++) {
        const uint32_t end = shape.end[part];
        for (uint32_t i = first; i < end; i++)
            if (!cross_edge(list, t, shape.point[i],
                            shape.point[i + 1 < end ? i + 1 : first]))
                return false;
        first = end;
    }
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct crossing *x = a, *y = b;
    if (x->line < y->line || x->line > y->line)
        return x->line < y->line ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

/* Pieces that neighbours share an end of are one. */
static const double joint_mm = 0.01;

static void
draw(struct cor_pen *pen, const struct crossings *list, const struct turned *t)
{
    for (size_t i = 0; i + 1 < list->n; i += 2) {
        const struct crossing first = list->item[i];
        while (i + 3 < list->n && list->item[i + 2].line <= first.line &&
               list->item[i + 2].at - list->item[i + 1].at < joint_mm)
            i += 2;
        const struct crossing last = list->item[i + 1];
        const double y = first.line * t->spacing_mm;
        const struct cor_vec a = turn_back(t, (struct cor_vec){first.at, y});
        const struct cor_vec b = turn_back(t, (struct cor_vec){last.at, y});
        if (last.at - first.at < joint_mm)
            continue;
        cor_pen_to(pen, a.x, a.y);
        cor_pen_to(pen, b.x, b.y);
        cor_pen_part_end(pen);
    }
}

bool cor_hatch_trace(struct cor_pen *pen,
                     struct cor_shape shape,
                     struct cor_hatch hatch,
                     struct cor_arena *scratch)
{
    const double radians = hatch.angle_deg * (3.141592653589793 / 180);
    const struct turned t = {cos(radians), sin(radians), hatch.spacing_mm};
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    struct crossings list = {.arena = scratch};
    const bool good = cross_shape(&list, &t, shape);
    if (good && list.n != 0)
        qsort(list.item, list.n, sizeof *list.item, by_place);
    if (good)
        draw(pen, &list, &t);
    cor_arena_rewind(scratch, start);
    return good;
}
