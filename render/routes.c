/* The network and the routes through it. */
#include "render/draft.h"

#include <math.h>

/* Long pieces are bent along geodesics in steps of this. */
static const double step_m = 25e3;

static const double main_pt = 2.6, alternative_pt = 1.8, casing_pt = 2;

/* Links of one route and one pattern, end to end. */
struct run {
    uint32_t route;
    enum cor_pattern pattern;
    struct cor_shape shape;
};

struct runs {
    struct run *run;
    size_t n, capacity;
};

static double width_pt(const struct cor_map_route *route)
{
    return route->is_alternative ? alternative_pt : main_pt;
}

/* A link belongs to the first route that uses it, main ones before
   alternatives. */
static void assign_owners(struct cor_draft *draft)
{
    const uint32_t n = draft->scenario->links.n;
    draft->owner = cor_arena_array(&draft->scratch, uint32_t, n);
    if (draft->owner == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    for (uint32_t i = 0; i < n; i++)
        draft->owner[i] = COR_NONE;
    for (int alternative = 0; alternative < 2; alternative++)
        for (uint32_t r = 0; r < draft->n_route; r++)
            for (uint32_t i = 0; i < draft->route[r].n_link; i++) {
                uint32_t *owner = &draft->owner[draft->route[r].link[i]];
                if (draft->route[r].is_alternative != alternative)
                    continue;
                draft->has_shared |= *owner != COR_NONE && *owner != r;
                if (*owner == COR_NONE)
                    *owner = r;
            }
}

/* The points of links end to end. */
struct trail {
    struct cor_point *point;
    size_t n, capacity;
};

static void
extend(struct cor_draft *draft, struct trail *trail, struct cor_point point)
{
    if (trail->n != 0 && trail->point[trail->n - 1].lon == point.lon &&
        trail->point[trail->n - 1].lat == point.lat)
        return;
    void *grown = cor_arena_grow(draft->arena, trail->point, trail->n,
                                 &trail->capacity, sizeof *trail->point);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    trail->point = grown;
    trail->point[trail->n++] = point;
}

/* Follow a link in the direction of travel, bent along geodesics. */
static void follow(struct cor_draft *draft,
                   struct trail *trail,
                   uint32_t link,
                   bool backwards)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const uint32_t first = links->first_point[link];
    const struct cor_point *dense;
    size_t n;
    if (cor_line_densify(&dense, &n, links->point + first,
                         links->first_point[link + 1] - first, step_m,
                         &draft->scratch, NULL) != COR_OK) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    for (size_t i = 0; i < n; i++)
        extend(draft, trail, dense[backwards ? n - 1 - i : i]);
    cor_arena_rewind(&draft->scratch, start);
}

/* Whether a link is travelled from its second end, coming from `at`; `next` is
   the link after it, or COR_NONE. */
static bool goes_back(const struct cor_draft *draft,
                      uint32_t link,
                      uint32_t at,
                      uint32_t next)
{
    const struct cor_links *links = &draft->scenario->links;
    const uint32_t from = links->from[link], to = links->to[link];
    if (at != COR_NONE)
        return from != at && to == at;
    return next != COR_NONE &&
           (links->from[next] == from || links->to[next] == from) &&
           links->from[next] != to && links->to[next] != to;
}

/* What labels give to keep off a mm of a line. */
static const double route_ink = 3, network_ink = 1;

static void end_run(struct cor_draft *draft,
                    struct runs *runs,
                    struct trail *trail,
                    uint32_t route,
                    enum cor_pattern pattern)
{
    cor_view_line(&draft->view, &draft->pen, trail->point, trail->n);
    trail->n = 0;
    const struct cor_shape shape = cor_pen_shape(&draft->pen, false);
    if (shape.n_part == 0)
        return;
    void *grown = cor_arena_grow(draft->arena, runs->run, runs->n,
                                 &runs->capacity, sizeof *runs->run);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    runs->run = grown;
    runs->run[runs->n++] = (struct run){route, pattern, shape};
    draft->has_pattern[pattern] = true;
    cor_draft_add_ink(draft, shape, route_ink);
}

/* Cut a route into runs, leaving out links that another route draws. */
static void trace_route(struct cor_draft *draft, struct runs *runs, uint32_t r)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_map_route *route = &draft->route[r];
    struct trail trail = {0};
    enum cor_pattern pattern = COR_N_PATTERN;
    uint32_t at = COR_NONE;
    for (uint32_t i = 0; i < route->n_link; i++) {
        const uint32_t link = route->link[i];
        const uint32_t next =
            i + 1 < route->n_link ? route->link[i + 1] : COR_NONE;
        const bool back = goes_back(draft, link, at, next);
        const bool follows = at == (back ? links->to[link] : links->from[link]);
        const enum cor_pattern wanted =
            draft->owner[link] == r ? cor_pattern_of(draft->scenario, link)
                                    : COR_N_PATTERN;
        if (pattern != COR_N_PATTERN && (wanted != pattern || !follows))
            end_run(draft, runs, &trail, r, pattern);
        if (wanted != COR_N_PATTERN)
            follow(draft, &trail, link, back);
        pattern = wanted;
        at = back ? links->from[link] : links->to[link];
    }
    if (pattern != COR_N_PATTERN)
        end_run(draft, runs, &trail, r, pattern);
}

/* All casings come before all strokes, so that none bites into a line that it
   joins. */
static void paint_casings(struct cor_draft *draft, const struct runs *runs)
{
    cor_pen_group(&draft->pen, "casing", NULL);
    for (size_t i = 0; i < runs->n; i++) {
        const struct run *run = &runs->run[i];
        const struct cor_paint paint =
            cor_draft_stroke(draft, draft->theme->halo,
                             width_pt(&draft->route[run->route]) + casing_pt);
        if (cor_patterns[run->pattern].has_casing)
            cor_pen_paint(&draft->pen, run->shape, &paint);
    }
    cor_pen_group_end(&draft->pen);
}

static void paint_run(struct cor_draft *draft, const struct run *run)
{
    const struct cor_pattern_row *row = &cor_patterns[run->pattern];
    const double width_mm =
        width_pt(&draft->route[run->route]) * COR_MM_PER_PT * draft->scale;
    for (size_t i = 0; i < 2 && row->stroke[i].ink != COR_INK_NONE; i++) {
        const struct cor_paint paint =
            cor_pattern_paint(&row->stroke[i], draft->theme,
                              cor_draft_hue(draft, run->route), width_mm);
        cor_pen_paint(&draft->pen, run->shape, &paint);
    }
}

static void
paint_route(struct cor_draft *draft, const struct runs *runs, uint32_t r)
{
    cor_pen_group(&draft->pen, "route", draft->route[r].title);
    for (size_t i = 0; i < runs->n; i++)
        if (runs->run[i].route == r)
            paint_run(draft, &runs->run[i]);
    cor_pen_group_end(&draft->pen);
}

/* The first route is painted last, on top. */
static void paint_routes(struct cor_draft *draft, const struct runs *runs)
{
    cor_pen_group(&draft->pen, "routes", NULL);
    paint_casings(draft, runs);
    for (int alternative = 1; alternative >= 0; alternative--)
        for (uint32_t r = draft->n_route; r-- > 0;)
            if (draft->route[r].is_alternative == alternative)
                paint_route(draft, runs, r);
    cor_pen_group_end(&draft->pen);
}

/* Links of one pattern that no route uses. */
static struct cor_shape trace_network(struct cor_draft *draft,
                                      enum cor_pattern pattern)
{
    for (uint32_t link = 0; link < draft->scenario->links.n; link++) {
        if (draft->owner[link] != COR_NONE ||
            cor_pattern_of(draft->scenario, link) != pattern)
            continue;
        struct trail trail = {0};
        follow(draft, &trail, link, false);
        cor_view_line(&draft->view, &draft->pen, trail.point, trail.n);
    }
    return cor_pen_shape(&draft->pen, false);
}

struct cor_paint cor_network_paint(const struct cor_draft *draft,
                                   enum cor_pattern pattern)
{
    const double width_pt = draft->n_route == 0 ? 1.5 : 1;
    return cor_pattern_paint(&cor_patterns[pattern].stroke[0], draft->theme,
                             pattern == COR_PATTERN_PIPELINE
                                 ? draft->theme->pipeline
                                 : draft->theme->network,
                             width_pt * COR_MM_PER_PT * draft->scale);
}

static void draw_network(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "network", NULL);
    for (int p = 0; p < COR_N_PATTERN; p++) {
        const struct cor_shape shape =
            trace_network(draft, (enum cor_pattern)p);
        const struct cor_paint paint =
            cor_network_paint(draft, (enum cor_pattern)p);
        cor_pen_paint(&draft->pen, shape, &paint);
        cor_draft_add_ink(draft, shape, network_ink);
        draft->has_network[p] = shape.n_part != 0;
    }
    cor_pen_group_end(&draft->pen);
}

void cor_routes_draw(struct cor_draft *draft)
{
    assign_owners(draft);
    if (draft->pen.status != COR_OK)
        return;
    if (draft->how->network || draft->n_route == 0)
        draw_network(draft);
    struct runs runs = {0};
    for (uint32_t r = 0; r < draft->n_route; r++)
        trace_route(draft, &runs, r);
    paint_routes(draft, &runs);
}
