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
    const struct cor_rect f = draft->view.frame;
    const double indent = (swatch_mm + gap_mm) * draft->scale;
    const char *shown = cor_draft_shorten(
        draft, cor_draft_say(draft, title), font,
        fmin(widest_mm * draft->scale, f.right - f.left - indent));
    legend->row[legend->n++] = (struct cor_legend_row){
        kind, index,
        cor_draft_text(draft, shown, font,
                       kind == COR_LEGEND_REMARK ? draft->theme->muted
                                                 : draft->theme->text)};
}

static bool is_in_frame(const struct cor_draft *draft, uint32_t place)
{
    const struct cor_rect f = draft->view.frame;
    struct cor_vec at;
    return cor_view_point(&at, &draft->view,
                          draft->scenario->places.at[place]) &&
           at.x > f.left && at.x < f.right && at.y > f.top && at.y < f.bottom;
}

static bool is_seen(const struct cor_draft *draft,
                    const struct cor_map_route *route)
{
    const struct cor_links *links = &draft->scenario->links;
    for (uint32_t i = 0; i < route->n_link; i++)
        if (is_in_frame(draft, links->from[route->link[i]]) ||
            is_in_frame(draft, links->to[route->link[i]]))
            return true;
    return false;
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
        if (is_seen(draft, &draft->route[r]))
            add_row(draft, COR_LEGEND_ROUTE, r, draft->route[r].title);
    if (draft->n_route > COR_LEGEND_ROUTES)
        add_row(draft, COR_LEGEND_REMARK, 0, "and more");
}

static bool has_symbol(const struct cor_draft *draft, enum cor_symbol symbol)
{
    for (uint32_t i = 0; i < draft->n_node; i++)
        if (draft->node[i].symbol == symbol && draft->node[i].shown)
            return true;
    return false;
}

/* Links that no route uses, by what tells them apart on the map: colour and
   dashes. What a route's row explains already is not explained again. */
static void list_network(struct cor_draft *draft)
{
    const bool *has = draft->has_network;
    const char *title =
        draft->n_route != 0 ? "Other links of the network" : "Link";
    if (has[COR_PATTERN_RAIL] || has[COR_PATTERN_ROAD] ||
        has[COR_PATTERN_OTHER])
        add_row(draft, COR_LEGEND_NETWORK, COR_PATTERN_ROAD, title);
    for (uint32_t p = 0; p < COR_N_PATTERN; p++)
        if (has[p] && !draft->has_pattern[p] && p != COR_PATTERN_RAIL &&
            p != COR_PATTERN_ROAD && p != COR_PATTERN_OTHER)
            add_row(draft, COR_LEGEND_NETWORK, p, cor_patterns[p].title);
}

static void list_rows(struct cor_draft *draft)
{
    list_routes(draft);
    for (uint32_t p = 0; p < COR_N_PATTERN; p++)
        if (draft->has_pattern[p])
            add_row(draft, COR_LEGEND_PATTERN, p, cor_patterns[p].title);
    list_network(draft);
    if (draft->has_disputed)
        add_row(draft, COR_LEGEND_DISPUTED, 0, "Contested boundary");
    for (uint32_t s = COR_N_SYMBOL; s-- > 0;)
        if (has_symbol(draft, (enum cor_symbol)s))
            add_row(draft, COR_LEGEND_SYMBOL, s,
                    s == COR_SYMBOL_RING && draft->n_route == 0
                        ? "Place"
                        : symbol_titles[s]);
}

static bool has_swatch(enum cor_legend_kind kind)
{
    return kind != COR_LEGEND_HEADING && kind != COR_LEGEND_REMARK;
}

/* Columns of a legend below the frame: routes, lines, symbols; fewer on narrow
   pages. */
enum { N_COLUMN = 3 };

static uint32_t column_of(enum cor_legend_kind kind, uint32_t n_column)
{
    uint32_t column = 0;
    if (kind == COR_LEGEND_PATTERN || kind == COR_LEGEND_NETWORK ||
        kind == COR_LEGEND_DISPUTED)
        column = 1;
    if (kind == COR_LEGEND_SYMBOL)
        column = 2;
    return column < n_column ? column : n_column - 1;
}

/* Symbols need less room than lines do. */
static double swatch_of(const struct cor_draft *draft,
                        enum cor_legend_kind kind)
{
    const bool narrow = draft->legend.is_below && kind == COR_LEGEND_SYMBOL;
    return has_swatch(kind) ? (narrow ? 3.5 : swatch_mm) * draft->scale : 0;
}

/* Where the text of a row begins, from where the row begins. */
static double indent_of(const struct cor_draft *draft,
                        enum cor_legend_kind kind)
{
    const double swatch = swatch_of(draft, kind);
    return swatch != 0 ? swatch + gap_mm * draft->scale : 0;
}

static double row_width(const struct cor_draft *draft,
                        const struct cor_legend_row *row)
{
    return row->text.box.right + indent_of(draft, row->kind);
}

/* Widths of the columns and the most rows that one of them has. */
static uint32_t measure_columns(const struct cor_draft *draft,
                                double width[N_COLUMN])
{
    for (uint32_t c = 0; c < N_COLUMN; c++)
        width[c] = 0;
    uint32_t n[N_COLUMN] = {0}, most = 0;
    for (uint32_t i = 0; i < draft->legend.n; i++) {
        const struct cor_legend_row *row = &draft->legend.row[i];
        const uint32_t column = column_of(row->kind, draft->legend.n_column);
        width[column] = fmax(width[column], row_width(draft, row));
        n[column]++;
        most = n[column] > most ? n[column] : most;
    }
    return most;
}

/* As many columns as the frame is wide; gives the most rows of one. */
static uint32_t choose_columns(struct cor_draft *draft)
{
    const struct cor_rect f = draft->view.frame;
    double width[N_COLUMN];
    for (uint32_t n = N_COLUMN; n > 1; n--) {
        draft->legend.n_column = n;
        const uint32_t n_row = measure_columns(draft, width);
        if (width[0] + width[1] + width[2] + 6 * draft->scale * (n - 1) <=
            f.right - f.left)
            return n_row;
    }
    draft->legend.n_column = 1;
    return measure_columns(draft, width);
}

/* Room for a legend below the frame. */
static void lay_out_below(struct cor_draft *draft)
{
    draft->legend.is_below = true;
    const struct cor_rect f = draft->view.frame;
    const double top = f.bottom + 5.5 * draft->scale;
    const double height = choose_columns(draft) * row_mm * draft->scale;
    draft->legend.box = (struct cor_rect){f.left, top, f.right, top + height};
    draft->strip_mm = height + 2.5 * draft->scale;
}

/* Lines and symbols, in mm of line, that a legend may cover. */
static const double bearable = 15;

void cor_legend_lay_out(struct cor_draft *draft)
{
    static const char *const corners[] = {"SE", "SW", "NE", "NW", NULL};
    struct cor_legend *legend = &draft->legend;
    double width = 0;
    list_rows(draft);
    for (uint32_t i = 0; i < legend->n; i++)
        width = fmax(width, row_width(draft, &legend->row[i]));
    if (draft->strip_mm != 0 ||
        !cor_draft_corner(
            &legend->box, draft, width + 2 * pad_mm * draft->scale,
            (legend->n * row_mm + 2 * pad_mm - 0.8) * draft->scale, corners,
            bearable))
        lay_out_below(draft);
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

static void draw_swatch(struct cor_draft *draft,
                        const struct cor_legend_row *row,
                        double x,
                        double y)
{
    struct cor_paint paint;
    switch (row->kind) {
    case COR_LEGEND_ROUTE:
        paint = cor_draft_stroke(
            draft, cor_draft_hue(draft, row->index),
            cor_route_width_pt(draft, draft->route[row->index].is_alternative));
        paint.cap = COR_CAP_BUTT;
        cor_pen_paint(&draft->pen, swatch(draft, x, y), &paint);
        break;
    case COR_LEGEND_PATTERN:
        draw_pattern(draft, (enum cor_pattern)row->index, x, y);
        break;
    case COR_LEGEND_SYMBOL:
        cor_symbol_draw(
            draft, (enum cor_symbol)row->index, COR_WEIGHT_CITY,
            (struct cor_vec){x + swatch_of(draft, row->kind) / 2, y});
        break;
    case COR_LEGEND_NETWORK:
        paint = cor_network_paint(draft, (enum cor_pattern)row->index);
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

static void draw_row(struct cor_draft *draft,
                     struct cor_legend_row *row,
                     double x,
                     double y)
{
    const double em = row->text.font.size_pt * COR_MM_PER_PT;
    const double indent = indent_of(draft, row->kind);
    draw_swatch(draft, row, x, y);
    cor_draft_move(&row->text, x + indent, y + 0.34 * em);
    cor_pen_text(&draft->pen, &row->text);
}

static void draw_in_corner(struct cor_draft *draft)
{
    struct cor_legend *legend = &draft->legend;
    const double x = legend->box.left + pad_mm * draft->scale;
    double y = legend->box.top + (pad_mm + row_mm / 2 - 0.4) * draft->scale;
    cor_draft_panel(draft, legend->box);
    for (uint32_t i = 0; i < legend->n; i++, y += row_mm * draft->scale)
        draw_row(draft, &legend->row[i], x, y);
}

/* Columns share what the frame's width leaves between them. */
static void draw_below(struct cor_draft *draft)
{
    struct cor_legend *legend = &draft->legend;
    double width[N_COLUMN], x[N_COLUMN], y[N_COLUMN];
    measure_columns(draft, width);
    const double left =
        legend->box.right - legend->box.left - width[0] - width[1] - width[2];
    const double gap =
        legend->n_column > 1
            ? fmin(left / (legend->n_column - 1), 12 * draft->scale)
            : 0;
    for (uint32_t c = 0; c < N_COLUMN; c++) {
        x[c] = c == 0 ? legend->box.left : x[c - 1] + width[c - 1] + gap;
        y[c] = legend->box.top + row_mm / 2 * draft->scale;
    }
    for (uint32_t i = 0; i < legend->n; i++) {
        const uint32_t c = column_of(legend->row[i].kind, legend->n_column);
        draw_row(draft, &legend->row[i], x[c], y[c]);
        y[c] += row_mm * draft->scale;
    }
}

void cor_legend_draw(struct cor_draft *draft)
{
    if (draft->legend.n == 0)
        return;
    cor_pen_group(&draft->pen, "legend", cor_draft_say(draft, "Legend"));
    if (draft->legend.is_below)
        draw_below(draft);
    else
        draw_in_corner(draft);
    cor_pen_group_end(&draft->pen);
}
