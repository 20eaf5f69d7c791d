#include "render/offset.h"

#include <math.h>

/* Points of the moved line are at most this far apart where it bends. */
static const double step_mm = 0.5;

/* The direction of a line is that of the mm before and after a point, so that
   wiggles narrower than the offset do not throw the line about. */
static const double look_mm = 0.9;

/* A line between breaks, and how far along it each point lies. */
struct track {
    struct cor_offset_point *point;
    double *along;
    size_t n;
};

static double distance(struct cor_vec a, struct cor_vec b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static size_t pieces_between(const struct cor_offset_point *a,
                             const struct cor_offset_point *b,
                             bool moved)
{
    const double length = distance(a->at, b->at);
    return moved ? (size_t)fmax(1, fmin(ceil(length / step_mm), 4096)) : 1;
}

static bool is_moved(const struct cor_offset_point *line, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (line[i].left_mm > 0 || line[i].left_mm < 0)
            return true;
    return false;
}

/* Add points so that none is far from the next. */
static bool refine(struct track *out,
                   const struct cor_offset_point *line,
                   size_t n,
                   struct cor_arena *arena)
{
    const bool moved = is_moved(line, n);
    size_t total = 1;
    for (size_t i = 1; i < n; i++)
        total += pieces_between(&line[i - 1], &line[i], moved);
    out->point = cor_arena_array(arena, struct cor_offset_point, total);
    out->along = cor_arena_array(arena, double, total);
    if (out->point == NULL || out->along == NULL)
        return false;
    out->n = 0;
    out->along[0] = 0;
    for (size_t i = 0; i < n; i++) {
        const size_t m =
            i + 1 < n ? pieces_between(&line[i], &line[i + 1], moved) : 1;
        for (size_t k = 0; k < m; k++) {
            struct cor_offset_point p = line[i];
            const double t = (double)k / (double)m;
            if (k != 0) {
                p.at.x += t * (line[i + 1].at.x - p.at.x);
                p.at.y += t * (line[i + 1].at.y - p.at.y);
            }
            out->point[out->n] = p;
            if (out->n != 0)
                out->along[out->n] = out->along[out->n - 1] +
                                     distance(out->point[out->n - 1].at, p.at);
            out->n++;
        }
    }
    return true;
}

/* The place of a track `along` mm from its begin, `i` a point before it. */
static struct cor_vec
place_at(const struct track *track, size_t i, double along)
{
    while (i + 2 < track->n && track->along[i + 1] < along)
        i++;
    const struct cor_vec a = track->point[i].at, b = track->point[i + 1].at;
    const double length = track->along[i + 1] - track->along[i];
    const double t =
        length > 0 ? fmin(fmax((along - track->along[i]) / length, 0), 1) : 0;
    return (struct cor_vec){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

/* The mean of what is asked for about a point: changes take their time. */
static double eased(const struct track *track, size_t i, double easing)
{
    const double middle = track->along[i], total = track->along[track->n - 1];
    /* At its ends a line has less of itself on one side: take as little of
       the other, so that it ends where it is wanted. */
    const double half = fmin(easing / 2, fmin(middle, total - middle));
    size_t from = i, to = i;
    while (from > 0 && track->along[from - 1] >= middle - half)
        from--;
    while (to + 1 < track->n && track->along[to + 1] <= middle + half)
        to++;
    double sum = 0;
    for (size_t k = from; k <= to; k++)
        sum += track->point[k].left_mm;
    return sum / (double)(to - from + 1);
}

/* The direction of a track at a point, of length 1; 0 where it has none. */
static struct cor_vec direction(const struct track *track, size_t i)
{
    const double middle = track->along[i], total = track->along[track->n - 1];
    size_t before = i;
    while (before > 0 && track->along[before] > middle - look_mm)
        before--;
    const struct cor_vec a = place_at(track, before, fmax(middle - look_mm, 0));
    const struct cor_vec b = place_at(track, i + 1 < track->n ? i : i - 1,
                                      fmin(middle + look_mm, total));
    const double length = distance(a, b);
    return length > 0
               ? (struct cor_vec){(b.x - a.x) / length, (b.y - a.y) / length}
               : (struct cor_vec){0, 0};
}

/* Whether a step goes more or less the way the line goes: within 60 degrees. */
static bool
goes_along(struct cor_vec from, struct cor_vec to, struct cor_vec way)
{
    const double x = to.x - from.x, y = to.y - from.y;
    return x * way.x + y * way.y > 0.5 * hypot(x, y);
}

/* To the left of the way one goes; y grows downwards. */
static size_t
move(struct cor_offset_point *out, const struct track *track, double easing)
{
    size_t n = 0;
    for (size_t i = 0; i < track->n; i++) {
        struct cor_offset_point p = track->point[i];
        const struct cor_vec way = direction(track, i);
        const double left = eased(track, i, easing);
        p.at.x += left * way.y;
        p.at.y -= left * way.x;
        if (n == 0 || i + 1 == track->n || p.piece != out[n - 1].piece ||
            goes_along(out[n - 1].at, p.at, way))
            out[n++] = p;
    }
    return n;
}

static size_t length_of_track(const struct cor_offset_point *line, size_t n)
{
    size_t m = 0;
    while (m < n && !isnan(line[m].at.x))
        m++;
    return m;
}

struct result {
    struct cor_offset_point *point;
    size_t n, capacity;
    struct cor_arena *arena;
};

static bool add(struct result *result, struct cor_offset_point point)
{
    void *grown = cor_arena_grow(result->arena, result->point, result->n,
                                 &result->capacity, sizeof *result->point);
    if (grown == NULL)
        return false;
    result->point = grown;
    result->point[result->n++] = point;
    return true;
}

static bool add_track(struct result *result,
                      const struct cor_offset_point *line,
                      size_t n,
                      double easing)
{
    struct track track;
    if (n < 2 || !is_moved(line, n)) {
        bool good = true;
        for (size_t i = 0; i < n; i++)
            good = good && add(result, line[i]);
        return good;
    }
    if (!refine(&track, line, n, result->arena))
        return false;
    struct cor_offset_point *moved =
        cor_arena_array(result->arena, struct cor_offset_point, track.n);
    if (moved == NULL)
        return false;
    const size_t m = move(moved, &track, easing);
    bool good = true;
    for (size_t i = 0; i < m; i++)
        good = good && add(result, moved[i]);
    return good;
}

enum cor_status cor_offset_line(const struct cor_offset_point **out,
                                size_t *out_n,
                                const struct cor_offset_point *line,
                                size_t n,
                                double easing_mm,
                                struct cor_arena *arena)
{
    struct result result = {.arena = arena};
    for (size_t i = 0; i < n;) {
        const size_t m = length_of_track(line + i, n - i);
        if (!add_track(&result, line + i, m, easing_mm))
            return COR_NO_MEMORY;
        i += m;
        if (i < n && !add(&result, line[i++]))
            return COR_NO_MEMORY;
    }
    *out = result.point;
    *out_n = result.n;
    return COR_OK;
}
