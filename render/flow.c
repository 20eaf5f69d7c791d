/* Numbers of links, told by the widths of their lines. */
#include "render/flow.h"
#include "render/names.h"

#include <math.h>
#include <stdlib.h>

/* Widths of lines, in pt, of nothing and of the greatest number; the root of a
   number is shown, since eyes compare the areas of lines, not their widths. */
static const double least_pt = 0.8, most_pt = 6;

static const double casing_pt = 1.2;

/* What labels give to keep off a mm of a line. */
static const double flow_ink = 4;

/* Between the lines of two ways, in pt. */
static const double apart_pt = 0.5;

/* A number of a link: the sum of its ways, or that of one. */
struct strand {
    uint32_t link;
    double value;
    struct cor_shape shape;
};

struct strands {
    struct strand *strand; /* [n] */
    size_t n, capacity;
};

static bool is_stated(const double *value, uint32_t link)
{
    return value != NULL && !isnan(value[link]);
}

bool cor_flow_has_ways(const struct cor_draft *draft, uint32_t link)
{
    const struct cor_map_flow *flow = draft->how->flow;
    return flow != NULL && !is_stated(flow->value, link) &&
           (is_stated(flow->along, link) || is_stated(flow->against, link));
}

bool cor_flow_has(const struct cor_draft *draft, uint32_t link)
{
    return draft->how->flow != NULL &&
           (is_stated(draft->how->flow->value, link) ||
            cor_flow_has_ways(draft, link));
}

double cor_flow_value(const struct cor_draft *draft, uint32_t link)
{
    const struct cor_map_flow *flow = draft->how->flow;
    if (!cor_flow_has_ways(draft, link))
        return flow->value[link];
    const double along = is_stated(flow->along, link) ? flow->along[link] : 0;
    return is_stated(flow->against, link) ? fmax(along, flow->against[link])
                                          : along;
}

double cor_flow_most(const struct cor_draft *draft)
{
    if (draft->how->flow == NULL)
        return 0;
    double most = draft->how->flow->most;
    for (uint32_t i = 0; i < draft->scenario->links.n; i++)
        if (cor_flow_has(draft, i))
            most = fmax(most, cor_flow_value(draft, i));
    return most;
}

double cor_flow_width_pt(const struct cor_draft *draft, double value)
{
    const double most =
        draft->flow_most > 0 ? draft->flow_most : cor_flow_most(draft);
    const double share = most > 0 ? fmax(value, 0) / most : 0;
    return fmin(least_pt + (most_pt - least_pt) * sqrt(share), most_pt);
}

static double width_mm(const struct cor_draft *draft, double value)
{
    return cor_flow_width_pt(draft, value) * COR_MM_PER_PT * draft->scale;
}

double cor_flow_across_mm(const struct cor_draft *draft, uint32_t link)
{
    const struct cor_map_flow *flow = draft->how->flow;
    if (!cor_flow_has_ways(draft, link))
        return width_mm(draft, flow->value[link]);
    const double gap = apart_pt * COR_MM_PER_PT * draft->scale;
    double most = 0;
    if (is_stated(flow->along, link))
        most = width_mm(draft, flow->along[link]);
    if (is_stated(flow->against, link))
        most = fmax(most, width_mm(draft, flow->against[link]));
    return 2 * most + gap;
}

/* The greatest of 1, 2 and 5 times a power of ten that is not above a value. */
static double round_down(double value)
{
    const double ten = pow(10, floor(log10(value)));
    const double lead = value / ten;
    return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * ten;
}

double cor_flow_sample(const struct cor_draft *draft, uint32_t index)
{
    static const double share[COR_FLOW_SAMPLES] = {1, 0.3, 0.06};
    return round_down(cor_flow_most(draft) * share[index]);
}

struct cor_colour cor_flow_hue(const struct cor_draft *draft,
                               enum cor_pattern pattern)
{
    const struct cor_theme *theme = draft->theme;
    switch (pattern) {
    case COR_PATTERN_RAIL:
    case COR_PATTERN_RAIL_FUTURE:
        return theme->hue[0];
    case COR_PATTERN_ROAD:
    case COR_PATTERN_ROAD_FUTURE:
        return theme->hue[3];
    case COR_PATTERN_WATER:
        return theme->hue[1];
    case COR_PATTERN_AIR:
        return theme->hue[4];
    case COR_PATTERN_PIPELINE:
        return theme->pipeline;
    case COR_PATTERN_OTHER:
    case COR_N_PATTERN:
        break;
    }
    return theme->neutral;
}

/* The widest first, so that they do not hide others. */
static int by_value(const void *a, const void *b)
{
    const struct strand *x = a, *y = b;
    if (x->value < y->value || x->value > y->value)
        return x->value > y->value ? -1 : 1;
    return (x->link > y->link) - (x->link < y->link);
}

static void keep_strand(struct cor_draft *draft,
                        struct strands *strands,
                        struct strand strand)
{
    struct strand *grown =
        cor_arena_grow(&draft->scratch, strands->strand, strands->n,
                       &strands->capacity, sizeof *grown);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    strands->strand = grown;
    grown[strands->n++] = strand;
    draft->has_pattern[cor_pattern_of(draft->scenario, strand.link)] = true;
    cor_draft_add_wide_ink(draft, strand.shape, width_mm(draft, strand.value),
                           flow_ink);
    cor_draft_add_course(draft, strand.shape);
}

static void add_line(struct cor_draft *draft,
                     struct strands *strands,
                     uint32_t link,
                     double value,
                     double left_mm)
{
    const struct cor_shape shape = cor_flow_trace(draft, link, left_mm);
    if (shape.n_part != 0)
        keep_strand(draft, strands, (struct strand){link, value, shape});
}

/* Each way on its right, as seen by who goes there. */
static void
add_link(struct cor_draft *draft, struct strands *strands, uint32_t link)
{
    const struct cor_map_flow *flow = draft->how->flow;
    const double gap = apart_pt * COR_MM_PER_PT * draft->scale / 2;
    if (!cor_flow_has_ways(draft, link)) {
        add_line(draft, strands, link, flow->value[link], 0);
        return;
    }
    if (is_stated(flow->along, link))
        add_line(draft, strands, link, flow->along[link],
                 -gap - width_mm(draft, flow->along[link]) / 2);
    if (is_stated(flow->against, link))
        add_line(draft, strands, link, flow->against[link],
                 gap + width_mm(draft, flow->against[link]) / 2);
}

/* Which lines are too short to be seen, and are stretched. */
static void find_stubs(struct cor_draft *draft)
{
    const uint32_t n = draft->scenario->links.n;
    draft->is_stub = cor_arena_array(draft->arena, bool, n);
    if (draft->is_stub == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    for (uint32_t i = 0; i < n; i++)
        draft->is_stub[i] =
            cor_flow_has(draft, i) &&
            cor_flow_length_mm(draft, i) < COR_FLOW_STUB * draft->scale;
}

static struct strands gather(struct cor_draft *draft)
{
    struct strands strands = {0};
    find_stubs(draft);
    for (uint32_t i = 0;
         draft->pen.status == COR_OK && i < draft->scenario->links.n; i++)
        if (cor_flow_has(draft, i))
            add_link(draft, &strands, i);
    if (strands.n != 0)
        qsort(strands.strand, strands.n, sizeof *strands.strand, by_value);
    return strands;
}

/* All casings first, as those of routes. */
static void
paint_casings(struct cor_draft *draft, const struct strand *strand, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct cor_paint paint = cor_draft_stroke(
            draft, draft->theme->halo,
            cor_flow_width_pt(draft, strand[i].value) + casing_pt);
        cor_pen_paint(&draft->pen, strand[i].shape, &paint);
    }
}

static void paint_strand(struct cor_draft *draft, const struct strand *strand)
{
    const enum cor_pattern pattern =
        cor_pattern_of(draft->scenario, strand->link);
    struct cor_paint paint =
        cor_draft_stroke(draft, cor_flow_hue(draft, pattern),
                         cor_flow_width_pt(draft, strand->value));
    if (pattern == COR_PATTERN_RAIL_FUTURE ||
        pattern == COR_PATTERN_ROAD_FUTURE) {
        paint.cap = COR_CAP_BUTT;
        paint.dash_mm[0] = 1.6 * paint.width_mm;
        paint.dash_mm[1] = 0.85 * paint.width_mm;
    }
    cor_pen_group(&draft->pen, "flow", cor_line_name(draft, strand->link));
    cor_pen_paint(&draft->pen, strand->shape, &paint);
    cor_pen_group_end(&draft->pen);
}

void cor_flow_draw(struct cor_draft *draft)
{
    if (draft->how->flow == NULL)
        return;
    draft->flow_most = cor_flow_most(draft);
    const struct strands strands = gather(draft);
    cor_pen_group(&draft->pen, "flows", NULL);
    paint_casings(draft, strands.strand, strands.n);
    for (size_t i = 0; i < strands.n; i++)
        paint_strand(draft, &strands.strand[i]);
    cor_pen_group_end(&draft->pen);
}
