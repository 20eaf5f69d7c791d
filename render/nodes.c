/* Which places are shown, and how. */
#include "render/layers.h"
#include "render/names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What routes do at a place. */
struct role {
    bool is_used, is_end, is_via;
    bool changes; /* of mode or gauge */
    bool is_port; /* a change from or to water */
    uint32_t n_link;
    uint32_t n_flow; /* of these, whose numbers are told */
};

static bool is_water(const struct cor_scenario *scenario, uint32_t link)
{
    const uint32_t mode = scenario->links.mode[link];
    return mode < COR_N_MODE && cor_modes[mode].medium == COR_ON_WATER;
}

static bool changes(const struct cor_links *links, uint32_t a, uint32_t b)
{
    return links->mode[a] != links->mode[b] ||
           (links->gauge_mm[a] != 0 && links->gauge_mm[b] != 0 &&
            links->gauge_mm[a] != links->gauge_mm[b]);
}

static uint32_t
common_place(const struct cor_links *links, uint32_t a, uint32_t b)
{
    if (links->to[a] == links->from[b] || links->to[a] == links->to[b])
        return links->to[a];
    if (links->from[a] == links->from[b] || links->from[a] == links->to[b])
        return links->from[a];
    return COR_NONE;
}

static uint32_t
other_end(const struct cor_links *links, uint32_t link, uint32_t place)
{
    return links->from[link] == place ? links->to[link] : links->from[link];
}

static void mark_ends(struct role *role,
                      const struct cor_links *links,
                      const struct cor_map_route *route)
{
    const uint32_t last = route->link[route->n_link - 1];
    const uint32_t start =
        route->n_link > 1 ? common_place(links, route->link[0], route->link[1])
                          : links->to[last];
    const uint32_t end =
        route->n_link > 1
            ? common_place(links, route->link[route->n_link - 2], last)
            : links->from[last];
    role[other_end(links, route->link[0], start)].is_end = true;
    role[other_end(links, last, end)].is_end = true;
}

static void mark_route(struct role *role,
                       const struct cor_scenario *scenario,
                       const struct cor_map_route *route)
{
    const struct cor_links *links = &scenario->links;
    for (uint32_t i = 0; i < route->n_link; i++) {
        role[links->from[route->link[i]]].is_used = true;
        role[links->to[route->link[i]]].is_used = true;
    }
    if (route->is_set)
        return;
    for (uint32_t i = 1; i < route->n_link; i++) {
        const uint32_t a = route->link[i - 1], b = route->link[i];
        const uint32_t at = common_place(links, a, b);
        if (at == COR_NONE || !changes(links, a, b))
            continue;
        role[at].changes = true;
        role[at].is_port |= is_water(scenario, a) != is_water(scenario, b);
    }
    if (route->n_link != 0)
        mark_ends(role, links, route);
}

/* Links that meet at a place, each counted once however many routes use it. */
static void count_links(struct role *role, const struct cor_draft *draft)
{
    const struct cor_links *links = &draft->scenario->links;
    for (uint32_t i = 0; i < links->n; i++)
        if (draft->owner[i] != COR_NONE || cor_flow_has(draft, i) ||
            !cor_draft_has_subject(draft)) {
            role[links->from[i]].n_link++;
            role[links->to[i]].n_link++;
        }
}

/* The ends of links whose numbers are told. Those of a stub would lie upon
   it. */
static void mark_flow(struct role *role, const struct cor_draft *draft)
{
    const struct cor_links *links = &draft->scenario->links;
    for (uint32_t i = 0; i < links->n; i++)
        if (cor_flow_has(draft, i) && !draft->is_stub[i]) {
            role[links->from[i]].is_used = true;
            role[links->to[i]].is_used = true;
            role[links->from[i]].n_flow++;
            role[links->to[i]].n_flow++;
        }
}

static void mark_via(struct role *role, const struct cor_scenario *scenario)
{
    for (uint32_t i = 0; i < scenario->n_corridor; i++) {
        const struct cor_query *query = &scenario->corridor[i].query;
        for (uint32_t k = 0; k < query->n_via; k++)
            role[query->via[k]].is_via = true;
    }
}

static enum cor_symbol choose_symbol(const struct role *role,
                                     enum cor_place_kind kind)
{
    if (kind == COR_PLACE_BORDER)
        return role->changes ? COR_SYMBOL_BORDER_TRANSFER : COR_SYMBOL_BORDER;
    if (kind == COR_PLACE_PORT || role->is_port)
        return COR_SYMBOL_PORT;
    return role->changes ? COR_SYMBOL_TRANSFER : COR_SYMBOL_RING;
}

static enum cor_weight choose_weight(const struct role *role,
                                     enum cor_place_kind kind)
{
    if (role->is_end)
        return COR_WEIGHT_END;
    if (role->changes || kind == COR_PLACE_PORT)
        return COR_WEIGHT_TRANSFER;
    if (role->is_via || kind == COR_PLACE_BORDER)
        return COR_WEIGHT_VIA;
    /* Where a wide line begins or ends, readers ask where that is. */
    if (kind == COR_PLACE_CITY || kind == COR_PLACE_AIRPORT ||
        role->n_flow == 1)
        return COR_WEIGHT_CITY;
    return role->n_link > 2 ? COR_WEIGHT_JUNCTION : COR_WEIGHT_MINOR;
}

/* Where nothing but a few places is to be shown, each is worth its name. */
enum { FEW_PLACES = 24 };

static bool are_the_subject(const struct cor_draft *draft)
{
    return !cor_draft_has_subject(draft) &&
           draft->scenario->places.n <= FEW_PLACES;
}

/* Radii in pt, half the outline included. */
static double radius_pt(enum cor_symbol symbol, enum cor_weight weight)
{
    static const double radius[COR_N_SYMBOL] = {
        [COR_SYMBOL_RING] = 2.3 + 0.45,
        [COR_SYMBOL_TRANSFER] = 3 + 0.45,
        [COR_SYMBOL_PORT] = 2.4 + 0.45,
        [COR_SYMBOL_BORDER] = 3.1 + 0.64,
        [COR_SYMBOL_BORDER_TRANSFER] = 3.5 + 0.64};
    return weight >= COR_WEIGHT_JUNCTION && symbol == COR_SYMBOL_RING
               ? 1.5 + 0.35
               : radius[symbol];
}

static bool
is_in_frame(const struct cor_draft *draft, struct cor_vec at, double radius)
{
    const struct cor_rect f = draft->view.frame;
    return at.x - radius > f.left && at.x + radius < f.right &&
           at.y - radius > f.top && at.y + radius < f.bottom;
}

static int by_weight(const void *a, const void *b)
{
    const struct cor_node *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Mere bends are told of only where something is done. */
static bool is_told(const struct role *role, uint8_t label_at)
{
    return label_at != COR_LABEL_NONE || role->is_end || role->changes;
}

static void
add_node(struct cor_draft *draft, const struct role *role, uint32_t place)
{
    const struct cor_places *places = &draft->scenario->places;
    const enum cor_place_kind kind = (enum cor_place_kind)places->kind[place];
    struct cor_node node = {
        .place = place,
        .symbol = choose_symbol(role, kind),
        .weight = choose_weight(role, kind),
    };
    if (are_the_subject(draft) && node.weight > COR_WEIGHT_CITY)
        node.weight = COR_WEIGHT_CITY;
    node.radius_mm =
        radius_pt(node.symbol, node.weight) * COR_MM_PER_PT * draft->scale;
    if (cor_view_point(&node.at, &draft->view, places->at[place]) &&
        is_in_frame(draft, node.at, node.radius_mm)) {
        draft->fate.is_hidden[place] |= !draft->is_inset;
        draft->node[draft->n_node++] = node;
    }
}

struct cor_rect cor_node_box(const struct cor_node *node)
{
    const double r = node->radius_mm;
    return (struct cor_rect){node->at.x - r, node->at.y - r, node->at.x + r,
                             node->at.y + r};
}

/* Symbols may touch, but a heavier one is not hidden by a lighter one. Gives
   the node in the way, or COR_NONE. */
static uint32_t find_blocker(const struct cor_draft *draft, uint32_t index)
{
    const struct cor_node *node = &draft->node[index];
    for (uint32_t i = 0; i < index; i++) {
        const struct cor_node *other = &draft->node[i];
        const double near = 0.85 * (other->radius_mm + node->radius_mm);
        if (other->shown &&
            hypot(other->at.x - node->at.x, other->at.y - node->at.y) < near)
            return i;
    }
    return COR_NONE;
}

/* Two sides of a crossing that the scale makes one: what is done on either
   side is done there. */
static void
merge_crossing(struct cor_draft *draft, uint32_t into, uint32_t from)
{
    enum cor_symbol *symbol = &draft->node[into].symbol;
    const enum cor_symbol other = draft->node[from].symbol;
    if (*symbol == COR_SYMBOL_BORDER &&
        (other == COR_SYMBOL_TRANSFER || other == COR_SYMBOL_BORDER_TRANSFER))
        *symbol = COR_SYMBOL_BORDER_TRANSFER;
}

void cor_node_show(struct cor_draft *draft, uint32_t index)
{
    struct cor_node *node = &draft->node[index];
    node->shown = true;
    draft->fate.is_hidden[node->place] = false;
    draft->n_shown++;
    cor_draft_cover(
        draft, (struct cor_obstacle){cor_node_box(node), index, false, false});
}

void cor_node_hide(struct cor_draft *draft, uint32_t index)
{
    draft->node[index].shown = false;
    draft->n_shown--;
    draft->fate.is_hidden[draft->node[index].place] = true;
    for (size_t i = 0; i < draft->n_obstacle; i++)
        if (draft->obstacle[i].node == index)
            draft->obstacle[i].box = (struct cor_rect){0};
}

/* Minor places wait until labels have found their room. */
static void show_nodes(struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->n_node; i++) {
        if (draft->node[i].weight == COR_WEIGHT_MINOR)
            return;
        const uint32_t blocker = find_blocker(draft, i);
        if (blocker != COR_NONE)
            merge_crossing(draft, blocker, i);
        if (blocker == COR_NONE && draft->n_shown < COR_MOST_NODES)
            cor_node_show(draft, i);
    }
}

void cor_nodes_choose(struct cor_draft *draft)
{
    const struct cor_scenario *scenario = draft->scenario;
    const uint32_t n = scenario->places.n;
    struct role *role = cor_arena_array(&draft->scratch, struct role, n);
    draft->node = cor_arena_array(draft->arena, struct cor_node, n);
    if (role == NULL || draft->node == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    memset(role, 0, n * sizeof *role);
    for (uint32_t r = 0; r < draft->n_route; r++)
        mark_route(role, scenario, &draft->route[r]);
    mark_flow(role, draft);
    count_links(role, draft);
    mark_via(role, scenario);
    for (uint32_t place = 0; place < n; place++)
        if ((role[place].is_used || !cor_draft_has_subject(draft)) &&
            is_told(&role[place], scenario->places.label_at[place]))
            add_node(draft, &role[place], place);
    qsort(draft->node, draft->n_node, sizeof *draft->node, by_weight);
    show_nodes(draft);
}

static void draw_diamond(struct cor_draft *draft,
                         struct cor_vec at,
                         double r,
                         const struct cor_paint *paint)
{
    cor_pen_to(&draft->pen, at.x, at.y - r);
    cor_pen_to(&draft->pen, at.x + r, at.y);
    cor_pen_to(&draft->pen, at.x, at.y + r);
    cor_pen_to(&draft->pen, at.x - r, at.y);
    cor_pen_paint(&draft->pen, cor_pen_shape(&draft->pen, true), paint);
}

/* The right half of a circle or a diamond, filled. */
static void fill_half(struct cor_draft *draft,
                      struct cor_vec at,
                      double r,
                      int corners,
                      const struct cor_paint *paint)
{
    const double half_turn = 3.141592653589793;
    for (int i = 0; i <= corners; i++) {
        const double turn = half_turn * i / corners - half_turn / 2;
        cor_pen_to(&draft->pen, at.x + r * cos(turn), at.y + r * sin(turn));
    }
    cor_pen_paint(&draft->pen, cor_pen_shape(&draft->pen, true), paint);
}

void cor_symbol_draw(struct cor_draft *draft,
                     enum cor_symbol symbol,
                     enum cor_weight weight,
                     struct cor_vec at)
{
    const bool is_minor = weight >= COR_WEIGHT_JUNCTION;
    const double line = is_minor && symbol == COR_SYMBOL_RING ? 0.7 : 0.9;
    struct cor_paint paint = cor_draft_stroke(draft, draft->theme->text, line);
    const struct cor_paint half = cor_draft_fill(draft->theme->text);
    paint.fill = draft->theme->node_fill;
    const double full =
        radius_pt(symbol, weight) * COR_MM_PER_PT * draft->scale;
    const bool diamond =
        symbol == COR_SYMBOL_BORDER || symbol == COR_SYMBOL_BORDER_TRANSFER;
    /* A mitre of a diamond's outline reaches out by root 2. */
    const double r = full - paint.width_mm / 2 * (diamond ? 1.41 : 1);
    if (symbol == COR_SYMBOL_PORT)
        cor_pen_paint(
            &draft->pen,
            cor_pen_rect(&draft->pen, (struct cor_rect){at.x - r, at.y - r,
                                                        at.x + r, at.y + r}),
            &paint);
    else if (diamond)
        draw_diamond(draft, at, r, &paint);
    else
        cor_pen_circle(&draft->pen, at, r, &paint);
    if (symbol == COR_SYMBOL_TRANSFER)
        fill_half(draft, at, r, 24, &half);
    if (symbol == COR_SYMBOL_BORDER_TRANSFER)
        fill_half(draft, at, r, 2, &half);
}

/* The heaviest are drawn last, on top. */
void cor_nodes_draw(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "nodes", NULL);
    for (uint32_t i = draft->n_node; i-- > 0;) {
        const struct cor_node *node = &draft->node[i];
        if (!node->shown)
            continue;
        cor_pen_group(&draft->pen, "node",
                      cor_place_names(draft, node->place).name);
        cor_symbol_draw(draft, node->symbol, node->weight, node->at);
        cor_pen_group_end(&draft->pen);
    }
    cor_pen_group_end(&draft->pen);
}
