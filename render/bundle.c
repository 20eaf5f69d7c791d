/* Lines that more routes share than can be told apart: one neutral bundle. */
#include "render/lanes.h"
#include "render/layers.h"

/* Widths in pt, and what labels give to keep off a mm of it. */
static const double bundle_pt = 4.4, casing_pt = 2, bundle_ink = 5;

static bool is_drawn(const struct cor_draft *draft,
                     const struct cor_lanes *lanes,
                     uint32_t link)
{
    return draft->owner[link] != COR_NONE && cor_lanes_is_bundle(lanes, link);
}

struct cor_paint cor_bundle_paint(const struct cor_draft *draft)
{
    struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->neutral, bundle_pt);
    paint.cap = COR_CAP_BUTT;
    return paint;
}

void cor_bundles_draw(struct cor_draft *draft, const struct cor_lanes *lanes)
{
    const struct cor_paint casing =
        cor_draft_stroke(draft, draft->theme->halo, bundle_pt + casing_pt);
    const struct cor_paint paint = cor_bundle_paint(draft);
    for (uint32_t i = 0; i < draft->scenario->links.n; i++)
        if (is_drawn(draft, lanes, i))
            cor_network_add_link(draft, i);
    const struct cor_shape shape = cor_pen_shape(&draft->pen, false);
    draft->has_bundle = shape.n_part != 0;
    if (!draft->has_bundle)
        return;
    cor_pen_group(&draft->pen, "bundle", NULL);
    cor_pen_paint(&draft->pen, shape, &casing);
    cor_pen_paint(&draft->pen, shape, &paint);
    cor_pen_group_end(&draft->pen);
    cor_draft_add_wide_ink(draft, shape, casing.width_mm, bundle_ink);
    cor_draft_add_course(draft, shape);
}
