/* The routes: side by side where they share a line. */
#include "render/lanes.h"
#include "render/layers.h"
#include "render/offset.h"

#include <math.h>

/* Long pieces are bent along geodesics in steps of this. */
static const double step_m = 25e3;

/* Widths of routes and of what stands out around them, in pt. Where routes run
   side by side all of a map's routes are narrower, by the number on the busiest
   line, so that a band of them stays readable. */
static const double casing_pt = 2, between_pt = 0.55, narrower = 0.7,
                    faded = 0.7;
static const double main_pt[COR_MOST_LANES] = {2.6, 2.2,  1.9, 1.65, 1.45,
                                               1.3, 1.15, 1.0, 0.9,  0.8};

/* mm of line over which a route changes its lane. */
static const double easing_mm = 3;

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

/* A route on the page, before it is moved to its lane. */
struct trail {
    struct cor_offset_point *point;
    size_t n, capacity;
};

double cor_route_width_pt(const struct cor_draft *draft, bool is_alternative)
{
    return main_pt[draft->n_lane - 1] * (is_alternative ? narrower : 1);
}

static double lane_mm(const struct cor_draft *draft)
{
    return (main_pt[draft->n_lane - 1] + between_pt) * COR_MM_PER_PT *
           draft->scale;
}

/* A link belongs to the first route that is drawn with it. */
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
    for (uint32_t r = draft->n_route; r-- > 0;)
        for (uint32_t i = 0;
             cor_route_is_line(&draft->route[r]) && i < draft->route[r].n_link;
             i++)
            draft->owner[draft->route[r].link[i]] = r;
}

static void
extend(struct cor_draft *draft, struct trail *trail, struct cor_offset_point at)
{
    void *grown = cor_arena_grow(draft->arena, trail->point, trail->n,
                                 &trail->capacity, sizeof *trail->point);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    trail->point = grown;
    trail->point[trail->n++] = at;
}

static void break_off(struct cor_draft *draft, struct trail *trail)
{
    if (trail->n != 0)
        extend(draft, trail, (struct cor_offset_point){.at = {NAN, NAN}});
}

/* Go on along points; the line breaks where it leaves the projection and where
   it would run around the back of the map. */
static void add_points(struct cor_draft *draft,
                       struct trail *trail,
                       const struct cor_point *point,
                       size_t n,
                       bool back,
                       struct cor_offset_point like)
{
    double last = 0;
    for (size_t i = 0; i < n; i++) {
        const struct cor_point p = point[back ? n - 1 - i : i];
        const double lon = remainder(p.lon - draft->view.lon_0, 360);
        if (i != 0 && fabs(lon - last) > 180)
            break_off(draft, trail);
        if (cor_view_point(&like.at, &draft->view, p))
            extend(draft, trail, like);
        else
            break_off(draft, trail);
        last = lon;
    }
}

/* Follow a link in the direction of travel, bent along geodesics. */
static void follow(struct cor_draft *draft,
                   struct trail *trail,
                   uint32_t link,
                   bool back,
                   double left_mm)
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
    add_points(draft, trail, dense, n, back,
               (struct cor_offset_point){
                   .left_mm = left_mm,
                   .piece = cor_pattern_of(draft->scenario, link)});
    cor_arena_rewind(&draft->scratch, start);
}

static struct trail
trace_route(struct cor_draft *draft, const struct cor_lanes *lanes, uint32_t r)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_map_route *route = &draft->route[r];
    struct trail trail = {0};
    uint32_t at = COR_NONE;
    for (uint32_t i = 0; i < route->n_link; i++) {
        const uint32_t link = route->link[i];
        const uint32_t next =
            i + 1 < route->n_link ? route->link[i + 1] : COR_NONE;
        const bool back = cor_lanes_goes_back(links, link, at, next);
        const bool is_bundle = route->role == COR_ROLE_LINE && !route->is_set &&
                               cor_lanes_is_bundle(lanes, link);
        if (is_bundle || at != (back ? links->to[link] : links->from[link]))
            break_off(draft, &trail);
        at = back ? links->from[link] : links->to[link];
        if (is_bundle)
            continue;
        const double lane = route->is_set || route->role != COR_ROLE_LINE
                                ? 0
                                : cor_lanes_offset(lanes, draft, r, link, back);
        follow(draft, &trail, link, back, lane * lane_mm(draft));
    }
    return trail;
}

/* What labels give to keep off a mm of a line. */
static const double route_ink = 5;

static void end_run(struct cor_draft *draft,
                    struct runs *runs,
                    uint32_t route,
                    enum cor_pattern pattern,
                    const struct cor_vec *at,
                    size_t n)
{
    cor_view_path(&draft->view, &draft->pen, at, n);
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
    draft->fate.is_drawn[route] = true;
    if (draft->route[route].role == COR_ROLE_LINE)
        draft->has_pattern[pattern] = true;
    /* Names keep off most of the casing too, or its dots would touch them. */
    const double width_pt = cor_route_pt(draft, route) + 0.7 * casing_pt;
    cor_draft_add_wide_ink(draft, shape,
                           width_pt * COR_MM_PER_PT * draft->scale, route_ink);
    cor_draft_add_course(draft, shape);
}

/* Cut a route where its pattern changes; a break stays inside its run. */
static void cut_route(struct cor_draft *draft,
                      struct runs *runs,
                      uint32_t r,
                      const struct cor_offset_point *point,
                      size_t n)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    struct cor_vec *at = cor_arena_array(&draft->scratch, struct cor_vec, n);
    if (at == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    size_t m = 0;
    uint32_t piece = 0;
    for (size_t i = 0; i < n; i++) {
        const bool is_break = isnan(point[i].at.x);
        if (m != 0 && !is_break && point[i].piece != piece) {
            if (hypot(point[i].at.x - at[m - 1].x,
                      point[i].at.y - at[m - 1].y) > 0)
                at[m++] = point[i].at;
            end_run(draft, runs, r, (enum cor_pattern)piece, at, m);
            m = 0;
        }
        piece = is_break ? piece : point[i].piece;
        at[m++] = point[i].at;
    }
    end_run(draft, runs, r, (enum cor_pattern)piece, at, m);
    cor_arena_rewind(&draft->scratch, start);
}

static void add_route(struct cor_draft *draft,
                      struct runs *runs,
                      const struct cor_lanes *lanes,
                      uint32_t r)
{
    const struct trail trail = trace_route(draft, lanes, r);
    const struct cor_offset_point *moved;
    size_t n;
    if (draft->pen.status != COR_OK || trail.n == 0)
        return;
    if (cor_offset_line(&moved, &n, trail.point, trail.n,
                        easing_mm * draft->scale, draft->arena) == COR_OK)
        cut_route(draft, runs, r, moved, n);
    else
        draft->pen.status = COR_NO_MEMORY;
}

bool cor_route_is_line(const struct cor_map_route *route)
{
    return route->role == COR_ROLE_LINE;
}

/* A band is seen on both sides of the busiest line; in pt. */
static const double band_beside_pt = 2.6, least_band_pt = 7, faded_band_pt = 3;

static double band_pt(const struct cor_draft *draft,
                      const struct cor_map_route *r)
{
    if (r->is_faded)
        return faded_band_pt;
    const double lines = lane_mm(draft) / COR_MM_PER_PT / draft->scale;
    return fmax(least_band_pt, draft->n_lane * lines + 2 * band_beside_pt);
}

double cor_route_pt(const struct cor_draft *draft, uint32_t route)
{
    const struct cor_map_route *r = &draft->route[route];
    if (r->role == COR_ROLE_BAND)
        return r->width_pt != 0 ? r->width_pt : band_pt(draft, r);
    if (r->width_pt != 0)
        return r->width_pt;
    return r->is_faded ? faded * cor_route_width_pt(draft, false)
                       : cor_route_width_pt(draft, r->is_alternative);
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
                             cor_route_pt(draft, run->route) + casing_pt);
        if (cor_route_is_line(&draft->route[run->route]) &&
            cor_patterns[run->pattern].has_casing)
            cor_pen_paint(&draft->pen, run->shape, &paint);
    }
    cor_pen_group_end(&draft->pen);
}

static void paint_run(struct cor_draft *draft, const struct run *run)
{
    const struct cor_pattern_row *row = &cor_patterns[run->pattern];
    const double width_mm =
        cor_route_pt(draft, run->route) * COR_MM_PER_PT * draft->scale;
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

/* The share of the ground in the colour within a band, and the width of its
   edges in pt. */
static const double band_pale = 0.62, band_edge_pt = 0.7;

void cor_band_paint(struct cor_paint out[COR_BAND_STROKES],
                    const struct cor_draft *draft,
                    uint32_t route,
                    double width_pt)
{
    const struct cor_colour hue = cor_draft_hue(draft, route);
    out[0] = cor_draft_stroke(draft, hue, width_pt);
    out[1] = cor_draft_stroke(
        draft, cor_colour_mix(hue, draft->theme->land, band_pale),
        width_pt - 2 * band_edge_pt);
}

/* Edges of all come before what is within them, so that pieces of a band meet
   without a seam. Those that matter less lie below. */
static void paint_bands(struct cor_draft *draft, const struct runs *runs)
{
    cor_pen_group(&draft->pen, "bands", NULL);
    for (int layer = 0; layer < 2 * COR_BAND_STROKES; layer++)
        for (size_t i = 0; i < runs->n; i++) {
            const uint32_t r = runs->run[i].route;
            struct cor_paint paint[COR_BAND_STROKES];
            cor_band_paint(paint, draft, r, cor_route_pt(draft, r));
            if (draft->route[r].role == COR_ROLE_BAND &&
                draft->route[r].is_faded == (layer < COR_BAND_STROKES))
                cor_pen_paint(&draft->pen, runs->run[i].shape,
                              &paint[layer % COR_BAND_STROKES]);
        }
    cor_pen_group_end(&draft->pen);
}

/* The first route is painted last, on top. */
static void paint_routes(struct cor_draft *draft, const struct runs *runs)
{
    cor_pen_group(&draft->pen, "routes", NULL);
    paint_bands(draft, runs);
    paint_casings(draft, runs);
    for (int alternative = 1; alternative >= 0; alternative--)
        for (uint32_t r = draft->n_route; r-- > 0;)
            if (cor_route_is_line(&draft->route[r]) &&
                draft->route[r].is_alternative == alternative)
                paint_route(draft, runs, r);
    cor_pen_group_end(&draft->pen);
}

uint32_t cor_routes_count_lanes(struct cor_draft *draft)
{
    struct cor_lanes lanes;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const uint32_t most = cor_lanes_find(&lanes, draft) ? lanes.most : 0;
    cor_arena_rewind(&draft->scratch, start);
    return most;
}

void cor_routes_draw(struct cor_draft *draft)
{
    struct cor_lanes lanes;
    assign_owners(draft);
    if (!cor_lanes_find(&lanes, draft))
        draft->pen.status = COR_NO_MEMORY;
    if (draft->pen.status != COR_OK)
        return;
    draft->n_lane =
        lanes.most > draft->least_lane ? lanes.most : draft->least_lane;
    if (!cor_ground_choose(draft)) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    cor_network_draw(draft);
    cor_ground_tell(draft);
    cor_flow_draw(draft);
    cor_bundles_draw(draft, &lanes);
    struct runs runs = {0};
    for (uint32_t r = 0; r < draft->n_route; r++)
        if (draft->route[r].role != COR_ROLE_UNSEEN)
            add_route(draft, &runs, &lanes, r);
    paint_routes(draft, &runs);
}
