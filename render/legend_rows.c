/* What the legend says: what is drawn, and nothing else. */
#include "render/member.h"
#include "render/names.h"
#include "render/say.h"

#include <math.h>

/* Titles are broken into lines of this, and shortened to three. */
static const double widest_mm = 70;
enum { MOST_LINES = 3 };

static const char *const symbol_titles[COR_N_SYMBOL] = {
    [COR_SYMBOL_RING] = "Place on the route",
    [COR_SYMBOL_TRANSFER] = "Change of mode or gauge",
    [COR_SYMBOL_PORT] = "Port",
    [COR_SYMBOL_BORDER] = "Border crossing",
    [COR_SYMBOL_BORDER_TRANSFER] = "Border crossing with change of gauge",
};

/* Rows of one route's title, and those of a network alone, need no heading of
   their own. */
static enum cor_legend_group group_of(const struct cor_draft *draft,
                                      enum cor_legend_kind kind)
{
    switch (kind) {
    case COR_LEGEND_PATTERN:
        return cor_legend_is_single(draft) ? COR_GROUP_ROUTES : COR_GROUP_LINES;
    case COR_LEGEND_NETWORK:
        return cor_draft_has_subject(draft) ? COR_GROUP_LINES
                                            : COR_GROUP_ROUTES;
    case COR_LEGEND_NAMED:
    case COR_LEGEND_DISPUTED:
        return COR_GROUP_LINES;
    case COR_LEGEND_MARK:
        return COR_GROUP_MARKS;
    case COR_LEGEND_MEMBER:
        return COR_GROUP_AREAS;
    case COR_LEGEND_SYMBOL:
        return COR_GROUP_PLACES;
    case COR_LEGEND_ROUTE:
    case COR_LEGEND_BUNDLE:
    case COR_LEGEND_FLOW:
    case COR_LEGEND_HEADING:
    case COR_LEGEND_NOTE:
    case COR_LEGEND_DETAIL:
    case COR_LEGEND_REMARK:
        break;
    }
    return COR_GROUP_ROUTES;
}

/* What is said of the row above belongs to its group. */
static bool is_about_above(enum cor_legend_kind kind)
{
    return kind == COR_LEGEND_NOTE || kind == COR_LEGEND_DETAIL ||
           kind == COR_LEGEND_REMARK;
}

static void put_row(struct cor_draft *draft,
                    enum cor_legend_kind kind,
                    enum cor_legend_group group,
                    uint32_t index,
                    const char *title)
{
    struct cor_legend *legend = &draft->legend;
    const bool is_minor =
        kind == COR_LEGEND_REMARK || kind == COR_LEGEND_DETAIL;
    const struct cor_font font = {.size_pt =
                                      COR_SIZE_LEGEND * (is_minor ? 0.9 : 1),
                                  .bold = kind == COR_LEGEND_HEADING,
                                  .italic = kind == COR_LEGEND_REMARK};
    const struct cor_rect f = draft->view.frame;
    const double indent = (COR_LEGEND_SWATCH + COR_LEGEND_GAP) * draft->scale;
    const struct cor_lines lines = cor_draft_wrap(
        draft, cor_draft_say(draft, title), font,
        fmin(widest_mm * draft->scale, f.right - f.left - indent), MOST_LINES);
    for (uint32_t i = 0; i < lines.n && legend->n < COR_LEGEND_ROWS; i++)
        legend->row[legend->n++] = (struct cor_legend_row){
            .kind = kind,
            .group = group,
            .index = index,
            .is_rest = i != 0,
            .text = cor_draft_text(draft, lines.line[i], font,
                                   is_minor ? draft->theme->muted
                                            : draft->theme->text)};
}

static const char *const headings[COR_N_GROUP] = {
    [COR_GROUP_LINES] = "Lines",
    [COR_GROUP_AREAS] = "Countries",
    [COR_GROUP_PLACES] = "Places"};

/* A row, and before the first of its group the group's heading. */
void cor_legend_add(struct cor_draft *draft,
                    enum cor_legend_kind kind,
                    uint32_t index,
                    const char *title)
{
    const struct cor_legend *legend = &draft->legend;
    const bool has_last = legend->n != 0;
    const enum cor_legend_group last =
        has_last ? legend->row[legend->n - 1].group : COR_GROUP_ROUTES;
    const enum cor_legend_group group =
        is_about_above(kind) && has_last ? last : group_of(draft, kind);
    if (group != last && headings[group] != NULL)
        put_row(draft, COR_LEGEND_HEADING, group, 0, headings[group]);
    put_row(draft, kind, group, index, title);
}

void cor_legend_head(struct cor_draft *draft,
                     enum cor_legend_group group,
                     const char *title)
{
    const uint32_t n = draft->legend.n;
    put_row(draft, COR_LEGEND_HEADING, group, 0, title);
    for (uint32_t i = n; i < draft->legend.n; i++)
        draft->legend.row[i].is_own = true;
}

/* Panels share one legend, whichever of them a route crosses. */
static bool is_listed(const struct cor_draft *draft, uint32_t r)
{
    return draft->route[r].role != COR_ROLE_UNSEEN &&
           (draft->n_panel != 0 || cor_fate_has_route(draft, r));
}

bool cor_legend_is_single(const struct cor_draft *draft)
{
    return draft->n_route == 1 && cor_route_is_line(&draft->route[0]) &&
           draft->how->key == NULL && !draft->how->has_ends;
}

static bool has_rows(const struct cor_draft *draft)
{
    for (uint32_t r = 0; r < draft->n_route; r++)
        if (is_listed(draft, r))
            return true;
    return false;
}

static void list_flow(struct cor_draft *draft)
{
    const struct cor_map_flow *flow = draft->how->flow;
    if (flow == NULL || !(cor_flow_most(draft) > 0))
        return;
    cor_legend_add(draft, COR_LEGEND_HEADING, 0, flow->title);
    for (uint32_t i = 0; i < COR_FLOW_SAMPLES; i++)
        cor_legend_add(draft, COR_LEGEND_FLOW, i,
                       cor_draft_figure(draft, cor_flow_sample(draft, i)));
    for (size_t i = 0; i < COR_FLOW_REMARKS; i++)
        if (flow->remark[i] != NULL)
            cor_legend_add(draft, COR_LEGEND_REMARK, 0, flow->remark[i]);
}

static void list_route(struct cor_draft *draft, uint32_t r)
{
    cor_legend_add(draft, COR_LEGEND_ROUTE, r, draft->route[r].title);
    if (draft->route[r].remark != NULL)
        cor_legend_add(draft, COR_LEGEND_DETAIL, r, draft->route[r].remark);
}

/* What is said below the routes, and what numbered discs say. */
static void list_marks(struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->how->n_remark; i++)
        cor_legend_add(draft, COR_LEGEND_REMARK, 0, draft->how->remark[i]);
    for (uint32_t i = 0; i < draft->signs.n; i++)
        cor_legend_add(draft, COR_LEGEND_MARK, i, draft->signs.sign[i].text);
    if (draft->how->mark_remark != NULL)
        cor_legend_add(draft, COR_LEGEND_REMARK, 0, draft->how->mark_remark);
}

/* Of one route the title is the heading, and its modes have its hue. */
static void list_routes(struct cor_draft *draft)
{
    const struct cor_map_options *how = draft->how;
    const char *key =
        how->has_ends ? cor_journey_name(draft, how->from, how->to) : how->key;
    if (cor_legend_is_single(draft)) {
        if (!has_rows(draft))
            return;
        cor_legend_add(draft, COR_LEGEND_HEADING, 0, draft->route[0].title);
        if (draft->route[0].remark != NULL)
            cor_legend_add(draft, COR_LEGEND_REMARK, 0, draft->route[0].remark);
        return;
    }
    if (has_rows(draft) ||
        (how->flow == NULL && (key != NULL || !draft->n_route)))
        cor_legend_add(draft, COR_LEGEND_HEADING, 0,
                       key != NULL                    ? key
                       : cor_draft_has_subject(draft) ? "Routes"
                                                      : "Network");
    for (uint32_t r = 0; r < draft->n_route && r < COR_LEGEND_ROUTES; r++)
        if (is_listed(draft, r))
            list_route(draft, r);
    if (draft->has_bundle)
        cor_legend_add(draft, COR_LEGEND_BUNDLE, 0, "More than ten routes");
    if (draft->n_route > COR_LEGEND_ROUTES)
        cor_legend_add(draft, COR_LEGEND_REMARK, 0, "and more");
}

static bool has_symbol(const struct cor_draft *draft, enum cor_symbol symbol)
{
    if (draft->has_symbol[symbol])
        return true;
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
        cor_draft_has_subject(draft) ? "Other links of the network" : "Link";
    if (has[COR_PATTERN_RAIL] || has[COR_PATTERN_ROAD] ||
        has[COR_PATTERN_OTHER])
        cor_legend_add(draft, COR_LEGEND_NETWORK, COR_PATTERN_ROAD, title);
    for (uint32_t p = 0; p < COR_N_PATTERN; p++)
        if (has[p] && !draft->has_pattern[p] && p != COR_PATTERN_RAIL &&
            p != COR_PATTERN_ROAD && p != COR_PATTERN_OTHER)
            cor_legend_add(draft, COR_LEGEND_NETWORK, p, cor_patterns[p].title);
    for (uint32_t p = 0; p < COR_N_PATTERN; p++)
        if (draft->has_named[p] && !draft->has_pattern[p])
            cor_legend_add(draft, COR_LEGEND_NAMED, p, cor_patterns[p].title);
}

void cor_legend_list(struct cor_draft *draft)
{
    list_routes(draft);
    list_marks(draft);
    list_flow(draft);
    for (uint32_t p = 0; p < COR_N_PATTERN; p++)
        if (draft->has_pattern[p])
            cor_legend_add(draft, COR_LEGEND_PATTERN, p, cor_patterns[p].title);
    list_network(draft);
    if (draft->has_disputed)
        cor_legend_add(draft, COR_LEGEND_DISPUTED, 0, "Contested boundary");
    cor_member_rows(draft);
    for (uint32_t s = 0; s < COR_N_SYMBOL; s++)
        if (has_symbol(draft, (enum cor_symbol)s))
            cor_legend_add(draft, COR_LEGEND_SYMBOL, s,
                           s == COR_SYMBOL_RING && draft->n_route == 0
                               ? "Place"
                               : symbol_titles[s]);
}
