/* The legend: what is drawn, and nothing else. */
#include "render/draft.h"

#include <math.h>

/* In mm, before scaling. */
static const double pad_mm = 2.4, row_mm = 3.7, swatch_mm = 10.5, gap_mm = 2.4;

/* Titles of routes are shortened to this. */
static const double widest_mm = 70;

static const char *const symbol_titles[COR_N_SYMBOL] = {
    [COR_SYMBOL_RING] = "Place on the route",
    [COR_SYMBOL_TRANSFER] = "Change of mode or gauge",
    [COR_SYMBOL_PORT] = "Port",
    [COR_SYMBOL_BORDER] = "Border crossing",
    [COR_SYMBOL_BORDER_TRANSFER] = "Border crossing with change of gauge",
};

static void add_row(struct cor_draft *draft,
                    enum cor_legend_kind kind,
                    uint32_t index,
                    const char *title)
{
    struct cor_legend *legend = &draft->legend;
    if (legend->n == COR_LEGEND_ROWS)
        return;
    const struct cor_font font = {
        .size_pt = COR_SIZE_LEGEND * (kind == COR_LEGEND_REMARK ? 0.9 : 1),
        .bold = kind == COR_LEGEND_HEADING,
        .italic = kind == COR_LEGEND_REMARK};
    const char *shown =
        cor_draft_shorten(draft, title, font, widest_mm * draft->scale);
    legend->row[legend->n++] = (struct cor_legend_row){
        kind, index,
        cor_draft_text(draft, shown, font,
                       kind == COR_LEGEND_REMARK ? draft->theme->muted
                                                 : draft->theme->text)};
}

/* Of one route the title is the heading, and its modes have its hue. */
static void list_routes(struct cor_draft *draft)
{
    if (draft->n_route == 1) {
        add_row(draft, COR_LEGEND_HEADING, 0, draft->route[0].title);
        return;
    }
    add_row(draft, COR_LEGEND_HEADING, 0,
            draft->n_route != 0 ? "Routes" : "Network");
    for (uint32_t r = 0; r < draft->n_route && r < COR_LEGEND_ROUTES; r++)
        add_row(draft, COR_LEGEND_ROUTE, r, draft->route[r].title);
    if (draft->n_route > COR_LEGEND_ROUTES)
        add_row(draft, COR_LEGEND_REMARK, 0, "and more");
    if (draft->has_shared)
        add_row(draft, COR_LEGEND_REMARK, 0,
                "A line that routes share has the colour of the first");
}

static void list_rows(struct cor_draft *draft)
{
    list_routes(draft);
    for (uint32_t p = 0; p < COR_N_PATTERN; p++)
        if (draft->has_pattern[p])
            add_row(draft, COR_LEGEND_PATTERN, p, cor_patterns[p].title);
    if (draft->has_network)
        add_row(draft, COR_LEGEND_NETWORK, 0,
                draft->n_route != 0 ? "Other links of the network" : "Link");
    for (uint32_t s = COR_N_SYMBOL; s-- > 0;)
        if (draft->has_symbol[s])
            add_row(draft, COR_LEGEND_SYMBOL, s, symbol_titles[s]);
    if (draft->has_disputed)
        add_row(draft, COR_LEGEND_DISPUTED, 0, "Contested boundary");
}

static bool has_swatch(enum cor_legend_kind kind)
{
    return kind != COR_LEGEND_HEADING && kind != COR_LEGEND_REMARK;
}

void cor_legend_lay_out(struct cor_draft *draft)
{
    static const char *const corners[] = {"SE", "SW", "NE", "NW"};
    struct cor_legend *legend = &draft->legend;
    double width = 0;
    list_rows(draft);
    for (uint32_t i = 0; i < legend->n; i++) {
        const double before = has_swatch(legend->row[i].kind)
                                  ? (swatch_mm + gap_mm) * draft->scale
                                  : 0;
        width = fmax(width, before + legend->row[i].text.box.right);
    }
    legend->box = cor_draft_corner(
        draft, width + 2 * pad_mm * draft->scale,
        (legend->n * row_mm + 2 * pad_mm - 0.8) * draft->scale, corners, 4);
}

static struct cor_shape swatch(struct cor_draft *draft, double x, double y)
{
    cor_pen_to(&draft->pen, x, y);
    cor_pen_to(&draft->pen, x + swatch_mm * draft->scale, y);
    return cor_pen_shape(&draft->pen, false);
}

static void draw_pattern(struct cor_draft *draft,
                         enum cor_pattern pattern,
                         double x,
                         double y)
{
    const struct cor_shape line = swatch(draft, x, y);
    const struct cor_colour hue =
        draft->n_route == 1 ? cor_draft_hue(draft, 0) : draft->theme->neutral;
    const double width = 2.6 * COR_MM_PER_PT * draft->scale;
    for (size_t i = 0; i < 2; i++) {
        const struct cor_pattern_stroke *stroke =
            &cor_patterns[pattern].stroke[i];
        const struct cor_paint paint =
            cor_pattern_paint(stroke, draft->theme, hue, width);
        if (stroke->ink != COR_INK_NONE)
            cor_pen_paint(&draft->pen, line, &paint);
    }
}

static void draw_swatch(struct cor_draft *draft,
                        const struct cor_legend_row *row,
                        double x,
                        double y)
{
    struct cor_paint paint;
    switch (row->kind) {
    case COR_LEGEND_ROUTE:
        paint = cor_draft_stroke(draft, cor_draft_hue(draft, row->index),
                                 draft->route[row->index].is_alternative ? 1.8
                                                                         : 2.6);
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_PATTERN:
        draw_pattern(draft, (enum cor_pattern)row->index, x, y);
        break;
    case COR_LEGEND_SYMBOL:
        cor_symbol_draw(draft, (enum cor_symbol)row->index, COR_WEIGHT_CITY,
                        (struct cor_vec){x + swatch_mm / 2 * draft->scale, y});
        break;
    case COR_LEGEND_NETWORK:
        paint = cor_draft_stroke(draft, draft->theme->network, 1);
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_DISPUTED:
        paint = cor_draft_stroke(draft, draft->theme->disputed, 0.65);
        paint.dash_mm[0] = 2.2 * COR_MM_PER_PT * draft->scale;
        paint.dash_mm[1] = 1.6 * COR_MM_PER_PT * draft->scale;
        paint.cap = COR_CAP_BUTT;
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_HEADING:
    case COR_LEGEND_REMARK:
        break;
    }
}

void cor_legend_draw(struct cor_draft *draft)
{
    struct cor_legend *legend = &draft->legend;
    if (legend->n == 0)
        return;
    const double x = legend->box.left + pad_mm * draft->scale;
    double y = legend->box.top + (pad_mm + row_mm / 2 - 0.4) * draft->scale;
    cor_pen_group(&draft->pen, "legend", "Legend");
    cor_draft_panel(draft, legend->box);
    for (uint32_t i = 0; i < legend->n; i++, y += row_mm * draft->scale) {
        struct cor_legend_row *row = &legend->row[i];
        const double em = row->text.font.size_pt * COR_MM_PER_PT;
        draw_swatch(draft, row, x, y);
        cor_draft_move(
            &row->text,
            has_swatch(row->kind) ? x + (swatch_mm + gap_mm) * draft->scale : x,
            y + 0.34 * em);
        cor_pen_text(&draft->pen, &row->text);
    }
    cor_pen_group_end(&draft->pen);
}
