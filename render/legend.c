/* How the legend looks, and where it stands. */
#include "render/member.h"
#include "render/say.h"

#include <math.h>

/* In mm, before scaling. */
static const double pad_mm = 2.4, swatch_mm = COR_LEGEND_SWATCH,
                    gap_mm = COR_LEGEND_GAP;

/* Room for a legend below the frame. */
static void lay_out_below(struct cor_draft *draft)
{
    draft->legend.is_below = true;
    const struct cor_rect f = draft->view.frame;
    const double top = f.bottom + 5.5 * draft->scale;
    const double height = cor_legend_part(draft, f.right - f.left);
    draft->legend.box = (struct cor_rect){f.left, top, f.right, top + height};
    draft->strip_mm = height + 2.5 * draft->scale;
}

/* Lines and symbols, in mm of line, that a legend may cover. */
static const double bearable = 15;

void cor_legend_lay_out(struct cor_draft *draft)
{
    static const char *const corners[] = {"SE", "SW", "NE", "NW", NULL};
    cor_legend_list(draft);
    if (draft->legend.n == 0)
        return;
    if (draft->strip_mm == 0 && draft->n_panel == 0) {
        const struct cor_vec size = cor_legend_stack(draft);
        const double pad = 2 * pad_mm * draft->scale;
        if (cor_draft_corner(&draft->legend.box, draft, size.x + pad,
                             size.y + pad - 0.8 * draft->scale, corners,
                             bearable))
            return;
    }
    lay_out_below(draft);
}

static struct cor_shape swatch(struct cor_draft *draft, double x, double y)
{
    cor_pen_to(&draft->pen, x, y);
    cor_pen_to(&draft->pen, x + swatch_mm * draft->scale, y);
    return cor_pen_shape(&draft->pen, false);
}

/* Where colours tell modes and widths tell numbers. */
static const double flow_row_pt = 2.6;

static void draw_pattern(struct cor_draft *draft,
                         enum cor_pattern pattern,
                         double x,
                         double y)
{
    const struct cor_shape line = swatch(draft, x, y);
    if (draft->how->flow != NULL) {
        const struct cor_paint plain =
            cor_draft_stroke(draft, cor_flow_hue(draft, pattern), flow_row_pt);
        cor_pen_paint(&draft->pen, line, &plain);
        return;
    }
    const struct cor_colour hue = cor_legend_is_single(draft)
                                      ? cor_draft_hue(draft, 0)
                                      : draft->theme->neutral;
    const double width =
        cor_route_width_pt(draft, false) * COR_MM_PER_PT * draft->scale;
    for (size_t i = 0; i < 2; i++) {
        const struct cor_pattern_stroke *stroke =
            &cor_patterns[pattern].stroke[i];
        const struct cor_paint paint =
            cor_pattern_paint(stroke, draft->theme, hue, width);
        if (stroke->ink != COR_INK_NONE)
            cor_pen_paint(&draft->pen, line, &paint);
    }
}

/* Rows are no higher than this, in pt. */
static const double highest_pt = 7;

static void draw_route(struct cor_draft *draft, uint32_t r, double x, double y)
{
    const bool is_band = draft->route[r].role == COR_ROLE_BAND;
    const double width = fmin(cor_route_pt(draft, r), highest_pt);
    struct cor_paint paint[COR_BAND_STROKES] = {
        cor_draft_stroke(draft, cor_draft_hue(draft, r), width)};
    if (is_band)
        cor_band_paint(paint, draft, r, width);
    for (int i = 0; i < (is_band ? COR_BAND_STROKES : 1); i++) {
        paint[i].cap = COR_CAP_BUTT;
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint[i]);
    }
}

static void
draw_member(struct cor_draft *draft, uint32_t index, double x, double y)
{
    const double high = 1.35 * draft->scale;
    const struct cor_rect box = {x, y - high, x + swatch_mm * draft->scale,
                                 y + high};
    const struct cor_shape shape = cor_pen_rect(&draft->pen, box);
    struct cor_paint paint = cor_draft_fill(cor_member_colour(draft, index));
    cor_pen_paint(&draft->pen, shape, &paint);
    cor_member_hatch(draft, shape, index);
    paint = cor_draft_stroke(draft, draft->theme->border, 0.55);
    cor_pen_paint(&draft->pen, shape, &paint);
}

static void draw_swatch(struct cor_draft *draft,
                        const struct cor_legend_row *row,
                        double x,
                        double y)
{
    struct cor_paint paint;
    switch (row->kind) {
    case COR_LEGEND_ROUTE:
        draw_route(draft, row->index, x, y);
        break;
    case COR_LEGEND_PATTERN:
        draw_pattern(draft, (enum cor_pattern)row->index, x, y);
        break;
    case COR_LEGEND_SYMBOL:
        cor_symbol_draw(draft, (enum cor_symbol)row->index, COR_WEIGHT_CITY,
                        (struct cor_vec){x + row->swatch_mm / 2, y});
        break;
    case COR_LEGEND_NETWORK:
        paint = cor_network_paint(draft, (enum cor_pattern)row->index);
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_NAMED:
        for (size_t i = 0; i < 2; i++) {
            paint =
                cor_network_named_paint(draft, (enum cor_pattern)row->index, i);
            if (cor_patterns[row->index].stroke[i].ink != COR_INK_NONE)
                cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        }
        break;
    case COR_LEGEND_FLOW:
        paint = cor_draft_stroke(
            draft, draft->theme->neutral,
            cor_flow_width_pt(draft, cor_flow_sample(draft, row->index)));
        paint.cap = COR_CAP_BUTT;
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_MEMBER:
        draw_member(draft, row->index, x, y);
        break;
    case COR_LEGEND_BUNDLE:
        paint = cor_bundle_paint(draft);
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_DISPUTED:
        paint = cor_draft_stroke(draft, draft->theme->disputed, 0.65);
        paint.dash_mm[0] = 2.2 * COR_MM_PER_PT * draft->scale;
        paint.dash_mm[1] = 1.6 * COR_MM_PER_PT * draft->scale;
        paint.cap = COR_CAP_BUTT;
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_MARK:
        cor_mark_draw(draft, row->index,
                      (struct cor_vec){x + row->swatch_mm / 2, y});
        break;
    case COR_LEGEND_NOTE:
    case COR_LEGEND_DETAIL:
    case COR_LEGEND_HEADING:
    case COR_LEGEND_REMARK:
        break;
    }
}

static void draw_row(struct cor_draft *draft,
                     struct cor_legend_row *row,
                     double x,
                     double y)
{
    const double em = row->text.font.size_pt * COR_MM_PER_PT;
    const double gap = row->swatch_mm != 0 ? gap_mm * draft->scale : 0;
    if (!row->is_rest)
        draw_swatch(draft, row, x, y);
    cor_draft_move(&row->text, x + row->swatch_mm + gap, y + 0.34 * em);
    cor_pen_text(&draft->pen, &row->text);
}

void cor_legend_draw(struct cor_draft *draft)
{
    struct cor_legend *legend = &draft->legend;
    const double pad = legend->is_below ? 0 : pad_mm * draft->scale;
    if (legend->n == 0)
        return;
    cor_pen_group(&draft->pen, "legend", cor_draft_say(draft, "Legend"));
    if (!legend->is_below)
        cor_draft_panel(draft, legend->box);
    for (uint32_t i = 0; i < legend->n; i++) {
        struct cor_legend_row *row = &legend->row[i];
        if (!isnan(row->at.x))
            draw_row(draft, row, legend->box.left + pad + row->at.x,
                     legend->box.top + pad + row->at.y -
                         (pad > 0 ? 0.4 * draft->scale : 0));
    }
    cor_pen_group_end(&draft->pen);
}
