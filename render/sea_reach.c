/* Seas whose middle lies beyond the frame: a straight way over water from
   there tells whose water is seen. */
#include "render/sea_reach.h"

#include <math.h>

/* A sea is not looked for on maps that show more, across, or from farther
   away: its middle would be on them. */
static const double widest_m = 2500e3, farthest_deg = 15;

/* On which side of the way from a to b a point lies. */
static double side(struct cor_point a, struct cor_point b, struct cor_point p)
{
    return (b.lon - a.lon) * (p.lat - a.lat) -
           (b.lat - a.lat) * (p.lon - a.lon);
}

static bool cross(struct cor_point a,
                  struct cor_point b,
                  struct cor_point p,
                  struct cor_point q)
{
    return (side(a, b, p) > 0) != (side(a, b, q) > 0) &&
           (side(p, q, a) > 0) != (side(p, q, b) > 0);
}

static bool is_shore(const struct cor_basemap *map, uint32_t arc)
{
    return map->arc_kind[arc] == COR_ARC_COAST ||
           map->arc_kind[arc] == COR_ARC_BORDER;
}

static bool is_over_water(const struct cor_basemap *map,
                          struct cor_point a,
                          struct cor_point b)
{
    for (uint32_t arc = 0; arc < map->n_arc; arc++)
        for (uint32_t i = map->arc_first[arc] + 1;
             is_shore(map, arc) && i < map->arc_first[arc + 1]; i++)
            if (cross(a, b, map->point[i - 1], map->point[i]))
                return false;
    return true;
}

static bool is_near(struct cor_point a, struct cor_point b)
{
    return fabs(a.lon - b.lon) < farthest_deg &&
           fabs(a.lat - b.lat) < farthest_deg;
}

bool cor_sea_reaches(struct cor_vec *out,
                     const struct cor_draft *draft,
                     struct cor_point middle)
{
    enum { SIDE = 5 };
    const struct cor_rect f = draft->view.frame;
    double best_mm = INFINITY;
    if (f.right - f.left > widest_m * draft->view.mm_per_m)
        return false;
    for (int i = 0; i < SIDE * SIDE; i++) {
        const struct cor_vec at = {
            f.left + (i % SIDE + 0.5) / SIDE * (f.right - f.left),
            f.top + (i / SIDE + 0.5) / SIDE * (f.bottom - f.top)};
        struct cor_point there;
        if (!cor_view_unproject(&there, &draft->view, at) ||
            !is_near(middle, there))
            continue;
        const double far_mm =
            hypot(at.x - (f.left + f.right) / 2, at.y - (f.top + f.bottom) / 2);
        if (far_mm < best_mm && is_over_water(draft->basemap, middle, there)) {
            best_mm = far_mm;
            *out = at;
        }
    }
    return best_mm < INFINITY;
}
