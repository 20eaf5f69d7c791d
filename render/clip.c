#include "render/clip.h"

#include <string.h>

/* Narrow [t0, t1] to where p t <= q. */
static bool narrow(double p, double q, double *t0, double *t1)
{
    if (p == 0)
        return q >= 0;
    const double t = q / p;
    if (p < 0 && t > *t0)
        *t0 = t;
    if (p > 0 && t < *t1)
        *t1 = t;
    return *t0 <= *t1;
}

bool cor_clip_line(struct cor_vec *a,
                   struct cor_vec *b,
                   const struct cor_rect *rect)
{
    const double dx = b->x - a->x, dy = b->y - a->y;
    double t0 = 0, t1 = 1;
    if (!narrow(-dx, a->x - rect->left, &t0, &t1) ||
        !narrow(dx, rect->right - a->x, &t0, &t1) ||
        !narrow(-dy, a->y - rect->top, &t0, &t1) ||
        !narrow(dy, rect->bottom - a->y, &t0, &t1))
        return false;
    const struct cor_vec start = *a;
    if (t0 > 0)
        *a = (struct cor_vec){start.x + t0 * dx, start.y + t0 * dy};
    if (t1 < 1)
        *b = (struct cor_vec){start.x + t1 * dx, start.y + t1 * dy};
    return true;
}

/* One side of a rectangle: what lies at or above `limit` along an axis stays,
   or what lies at or below it. */
struct side {
    bool vertical; /* measured along y */
    bool above;
    double limit;
};

/* How far inside a point lies. */
static double depth(struct cor_vec at, const struct side *side)
{
    const double along = side->vertical ? at.y : at.x;
    return side->above ? along - side->limit : side->limit - along;
}

static struct cor_vec
crossing(struct cor_vec a, struct cor_vec b, const struct side *side)
{
    const double t = depth(a, side) / (depth(a, side) - depth(b, side));
    struct cor_vec at = {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    if (side->vertical)
        at.y = side->limit;
    else
        at.x = side->limit;
    return at;
}

static size_t cut_side(struct cor_vec *out,
                       const struct cor_vec *ring,
                       size_t n,
                       const struct side *side)
{
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        const struct cor_vec a = ring[i == 0 ? n - 1 : i - 1], b = ring[i];
        const bool from = depth(a, side) >= 0, to = depth(b, side) >= 0;
        if (from != to)
            out[m++] = crossing(a, b, side);
        if (to)
            out[m++] = b;
    }
    return m;
}

bool cor_clip_is_within(const struct cor_vec *point,
                        size_t n,
                        const struct cor_rect *rect)
{
    for (size_t i = 0; i < n; i++)
        if (!(point[i].x >= rect->left && point[i].x <= rect->right &&
              point[i].y >= rect->top && point[i].y <= rect->bottom))
            return false;
    return true;
}

size_t cor_clip_ring(struct cor_vec *ring,
                     struct cor_vec *spare,
                     size_t n,
                     const struct cor_rect *rect)
{
    const struct side sides[] = {{false, true, rect->left},
                                 {false, false, rect->right},
                                 {true, true, rect->top},
                                 {true, false, rect->bottom}};
    struct cor_vec *from = ring, *to = spare;
    for (size_t i = 0; i < 4; i++) {
        n = cut_side(to, from, n, &sides[i]);
        struct cor_vec *const swap = from;
        from = to;
        to = swap;
    }
    return n;
}
