/* Numbers of links, told by the widths of their lines. */
#include "render/layers.h"
#include "render/names.h"

#include <math.h>
#include <stdlib.h>

/* Widths of lines, in pt, of nothing and of the greatest number; the root of a
   number is shown, since eyes compare the areas of lines, not their widths. */
static const double least_pt = 0.8, most_pt = 6;

static const double casing_pt = 1.2;

/* What labels give to keep off a mm of a line. */
static const double flow_ink = 4;

/* A link with its number. */
struct strand {
    uint32_t link;
    double value;
    struct cor_shape shape;
};

bool cor_flow_has(const struct cor_draft *draft, uint32_t link)
{
    const struct cor_map_flow *flow = draft->how->flow;
    return flow != NULL && !isnan(flow->value[link]);
}

double cor_flow_most(const struct cor_draft *draft)
{
    if (draft->how->flow == NULL)
        return 0;
    double most = draft->how->flow->most;
    for (uint32_t i = 0; i < draft->scenario->links.n; i++)
        if (cor_flow_has(draft, i))
            most = fmax(most, draft->how->flow->value[i]);
    return most;
}

double cor_flow_width_pt(const struct cor_draft *draft, double value)
{
    const double most = cor_flow_most(draft);
    const double share = most > 0 ? fmax(value, 0) / most : 0;
    return fmin(least_pt + (most_pt - least_pt) * sqrt(share), most_pt);
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
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return (x->link > y->link) - (x->link < y->link);
}

static uint32_t gather(struct cor_draft *draft, struct strand *strand)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < draft->scenario->links.n; i++) {
        if (!cor_flow_has(draft, i))
            continue;
        cor_network_add_link(draft, i);
        const struct cor_shape shape = cor_pen_shape(&draft->pen, false);
        if (shape.n_part == 0)
            continue;
        strand[n++] = (struct strand){i, draft->how->flow->value[i], shape};
        draft->has_pattern[cor_pattern_of(draft->scenario, i)] = true;
        cor_draft_add_wide_ink(
            draft, shape,
            cor_flow_width_pt(draft, draft->how->flow->value[i]) *
                COR_MM_PER_PT * draft->scale,
            flow_ink);
        cor_draft_add_course(draft, shape);
    }
    qsort(strand, n, sizeof *strand, by_value);
    return n;
}

/* All casings first, as those of routes. */
static void
paint_casings(struct cor_draft *draft, const struct strand *strand, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
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
    struct strand *strand = cor_arena_array(&draft->scratch, struct strand,
                                            draft->scenario->links.n);
    if (strand == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    const uint32_t n = gather(draft, strand);
    cor_pen_group(&draft->pen, "flows", NULL);
    paint_casings(draft, strand, n);
    for (uint32_t i = 0; i < n; i++)
        paint_strand(draft, &strand[i]);
    cor_pen_group_end(&draft->pen);
}
