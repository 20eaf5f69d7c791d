/* The links that no route uses, thin and grey: what the routes run through. */
#include "render/draft.h"

#include <math.h>

/* Long pieces are bent along geodesics in steps of this. */
static const double step_m = 25e3;

/* What labels give to keep off a mm of a line; lines over water are many and
   faint. */
static const double network_ink = 0.6, water_ink = 0.05;

void cor_network_add_link(struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const uint32_t first = links->first_point[link];
    const struct cor_point *dense;
    size_t n;
    if (cor_line_densify(&dense, &n, links->point + first,
                         links->first_point[link + 1] - first, step_m,
                         &draft->scratch, NULL) == COR_OK)
        cor_view_line(&draft->view, &draft->pen, dense, n);
    else
        draft->pen.status = COR_NO_MEMORY;
    cor_arena_rewind(&draft->scratch, start);
}

/* Links of one pattern that no route uses. */
static struct cor_shape trace_network(struct cor_draft *draft,
                                      enum cor_pattern pattern)
{
    for (uint32_t link = 0; link < draft->scenario->links.n; link++) {
        if (draft->owner[link] != COR_NONE || cor_flow_has(draft, link) ||
            cor_pattern_of(draft->scenario, link) != pattern)
            continue;
        cor_network_add_link(draft, link);
    }
    return cor_pen_shape(&draft->pen, false);
}

/* Alone the network is the map, else its ground; the more links there are, the
   thinner. */
static double width_of(const struct cor_draft *draft)
{
    const double n = fmax(draft->scenario->links.n, 1);
    return !cor_draft_has_subject(draft) ? fmin(fmax(1.5 * sqrt(400 / n), 0.4), 1.5)
                               : fmin(fmax(0.55 * sqrt(2000 / n), 0.3), 0.55);
}

struct cor_paint cor_network_paint(const struct cor_draft *draft,
                                   enum cor_pattern pattern)
{
    const double width_pt = width_of(draft);
    struct cor_colour colour = draft->theme->network;
    if (pattern == COR_PATTERN_PIPELINE)
        colour = draft->theme->pipeline;
    if (pattern == COR_PATTERN_WATER && cor_draft_has_subject(draft)) {
        colour = draft->theme->coast;
        colour.a = 150;
    }
    return cor_pattern_paint(&cor_patterns[pattern].stroke[0], draft->theme,
                             colour, width_pt * COR_MM_PER_PT * draft->scale);
}

void cor_network_draw(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "network", NULL);
    for (int p = 0; p < COR_N_PATTERN; p++) {
        const struct cor_shape shape =
            trace_network(draft, (enum cor_pattern)p);
        const struct cor_paint paint =
            cor_network_paint(draft, (enum cor_pattern)p);
        cor_pen_paint(&draft->pen, shape, &paint);
        cor_draft_add_ink(draft, shape,
                          p == COR_PATTERN_WATER ? water_ink : network_ink);
        if (!cor_draft_has_subject(draft))
            cor_draft_add_course(draft, shape);
        draft->has_network[p] = shape.n_part != 0;
    }
    cor_pen_group_end(&draft->pen);
}
