/* Names of places: each tries twelve positions at two distances and takes the
   one that covers least of the lines; who finds none may move a neighbour.

   Source: Imhof (1975), Positioning names on maps, The American Cartographer
   2(2), doi:10.1559/152304075784313304; Christensen, Marks, Shieber (1995),
   doi:10.1145/212332.212334, for the cost of positions. */
#include "render/labels.h"
#include "render/layers.h"
#include "render/names.h"

#include <math.h>
#include <string.h>

enum { N_POSITION = 12, N_DISTANCE = COR_N_CANDIDATE / N_POSITION };

/* Where a name may stand about its symbol: the side it is on, and what it
   costs to stand there. In the order of cor_places.label_at. */
static const struct {
    int x;
    double y; /* -1 to 1; y grows downwards */
    double cost;
} positions[N_POSITION] = {
    {1, 0, 0},      {1, -1, 0.2},   {1, 1, 0.4},     {-1, 0, 0.6},
    {0, -1, 0.8},   {0, 1, 0.9},    {-1, -1, 1.0},   {-1, 1, 1.2},
    {1, -0.5, 0.3}, {1, 0.5, 0.45}, {-1, -0.5, 0.9}, {-1, 0.5, 1.1},
};

/* Costs of a place farther off, and of a mm of route under a name (the ink is
   weighted already). */
static const double far_cost = 1.2, ink_cost = 0.5;

/* Cost of standing nearer to another symbol than to one's own. */
static const double ambiguous_cost = 1.3;

/* A minor name that would cost more than this is not worth it. */
static const double minor_limit = 1.9;

/* Names longer than this are shortened. */
static const double longest_mm = 62;

static struct cor_font font_of(enum cor_weight weight)
{
    if (weight <= COR_WEIGHT_TRANSFER)
        return (struct cor_font){.size_pt = COR_SIZE_PRIORITY, .bold = true};
    return (struct cor_font){
        .size_pt = weight <= COR_WEIGHT_CITY ? COR_SIZE_NODE : COR_SIZE_MINOR};
}

/* "Tbilisi · თბილისი" where both are wanted and there is room. */
static const char *name_of(struct cor_draft *draft, const struct cor_node *node)
{
    const struct cor_place_names names = cor_place_names(draft, node->place);
    if (names.is_fallback)
        cor_draft_lose(draft, COR_LOSS_LANGUAGE, names.name);
    if (names.second == NULL || node->is_brief)
        return names.name;
    const char *both =
        cor_text_print(draft->arena, "%s · %s", names.name, names.second);
    if (both == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return both != NULL ? both : names.name;
}

struct cor_rect cor_label_widened(struct cor_rect box, double by)
{
    return (struct cor_rect){box.left - by, box.top - by, box.right + by,
                             box.bottom + by};
}

static bool is_inside(struct cor_rect inner, struct cor_rect outer)
{
    return inner.left > outer.left && inner.right < outer.right &&
           inner.top > outer.top && inner.bottom < outer.bottom;
}

/* Stand a name on a side of its symbol, `gap` away from it. */
static void stand(struct cor_scene_text *text,
                  const struct cor_node *node,
                  size_t position,
                  double gap)
{
    const int side = positions[position].x;
    const double rise = positions[position].y;
    const double em = text->font.size_pt * COR_MM_PER_PT;
    const double r = node->radius_mm, width = text->box.right;
    /* On a slant the symbol's corner is nearer than its side. */
    const double reach = (1 - 0.4 * fabs(rise)) * (r + gap);
    const double x = side > 0   ? node->at.x + reach
                     : side < 0 ? node->at.x - reach - width
                                : node->at.x - width / 2;
    /* Half the height of small letters; and clear of the symbol. */
    const double level = 0.26 * em;
    const double clear = (side == 0 ? r : 0.55 * r) + gap;
    const double above = -clear - 0.06 * em, below = clear + 0.68 * em;
    cor_draft_move(text, x,
                   node->at.y + (1 - fabs(rise)) * level +
                       fabs(rise) * (rise < 0 ? above : below));
    text->anchor = side > 0   ? COR_ANCHOR_START
                   : side < 0 ? COR_ANCHOR_END
                              : COR_ANCHOR_MIDDLE;
    text->at.x += side > 0 ? 0 : side < 0 ? width : width / 2;
}

static double gap_between(struct cor_rect a, struct cor_rect b)
{
    const double x = fmax(fmax(a.left - b.right, b.left - a.right), 0);
    const double y = fmax(fmax(a.top - b.bottom, b.top - a.bottom), 0);
    return hypot(x, y);
}

/* Whether a name stands as near to another symbol as to its own. */
static bool is_ambiguous(const struct cor_draft *draft,
                         const struct cor_node *own,
                         struct cor_rect box)
{
    const double gap = gap_between(cor_node_box(own), box) + 0.5 * draft->scale;
    for (uint32_t i = 0; i < draft->n_node; i++) {
        const struct cor_node *node = &draft->node[i];
        if (node->shown && node != own &&
            gap_between(cor_node_box(node), box) < gap)
            return true;
    }
    return false;
}

size_t cor_candidates_list(struct cor_candidate out[COR_N_CANDIDATE],
                           struct cor_draft *draft,
                           const struct cor_node *node,
                           const struct cor_scene_text *text)
{
    const double gaps[N_DISTANCE] = {0.75 * draft->scale, 2.0 * draft->scale};
    const uint8_t fixed = draft->scenario->places.label_at[node->place];
    const struct cor_rect inside = cor_label_widened(draft->view.frame, -1);
    size_t n = 0;
    for (size_t i = 0; i < COR_N_CANDIDATE; i++) {
        const size_t position = i % N_POSITION;
        struct cor_candidate c = {*text, positions[position].cost};
        if (fixed != 0 && fixed != COR_LABEL_NONE && fixed != position + 1)
            continue;
        stand(&c.text, node, position, gaps[i / N_POSITION]);
        if (!is_inside(c.text.box, inside))
            continue;
        c.cost += i >= N_POSITION ? far_cost : 0;
        c.cost += is_ambiguous(draft, node, c.text.box) ? ambiguous_cost : 0;
        c.cost += ink_cost * cor_grid_ask(&draft->ink, c.text.box, NULL);
        out[n++] = c;
    }
    return n;
}

bool cor_candidates_choose(struct cor_scene_text *out,
                           const struct cor_draft *draft,
                           const struct cor_candidate *candidate,
                           size_t n,
                           uint32_t node,
                           double limit)
{
    double best = limit;
    for (size_t i = 0; i < n; i++)
        if (candidate[i].cost < best &&
            cor_draft_is_free(
                draft,
                cor_label_widened(candidate[i].text.box, COR_LABEL_AIR_MM),
                node)) {
            best = candidate[i].cost;
            *out = candidate[i].text;
        }
    return best < limit;
}

struct cor_scene_text cor_label_text(struct cor_draft *draft,
                                     const struct cor_node *node)
{
    const struct cor_font font = font_of(node->weight);
    const char *name = cor_draft_shorten(draft, name_of(draft, node), font,
                                         longest_mm * draft->scale);
    struct cor_scene_text text =
        cor_draft_text(draft, name, font, draft->theme->text);
    text.halo = draft->theme->halo;
    text.halo_mm = 0.32 * draft->scale;
    return text;
}

void cor_label_put(struct cor_draft *draft,
                   const struct cor_scene_text *text,
                   uint32_t node)
{
    cor_draft_keep_label(draft, text);
    cor_draft_cover(draft, (struct cor_obstacle){
                               cor_label_widened(text->box, COR_LABEL_AIR_MM),
                               node, true, false});
}

/* Where routes merely part a name does not lie across one of them. */
static bool is_light(const struct cor_draft *draft, uint32_t index)
{
    return draft->node[index].weight == COR_WEIGHT_JUNCTION &&
           draft->how->labels == COR_LABELS_AUTO &&
           cor_draft_has_subject(draft);
}

/* Where there is room clear of lines, else where a neighbour can make some, and
   only then across a line. */
static bool try_label(struct cor_draft *draft, uint32_t index)
{
    const struct cor_scene_text text =
        cor_label_text(draft, &draft->node[index]);
    struct cor_candidate candidate[COR_N_CANDIDATE];
    const size_t n =
        cor_candidates_list(candidate, draft, &draft->node[index], &text);
    const double limits[] = {COR_LABEL_CLEAR, INFINITY};
    for (size_t i = 0; i < (is_light(draft, index) ? 1 : 2); i++) {
        struct cor_scene_text placed;
        if (cor_candidates_choose(&placed, draft, candidate, n, index,
                                  limits[i])) {
            cor_label_put(draft, &placed, index);
            return true;
        }
        if (cor_label_place_by_moving(draft, candidate, n, index, limits[i]))
            return true;
    }
    return cor_label_place_over(draft, candidate, n, index);
}

/* A name in two languages makes do with one before it is left out. */
static void place_label(struct cor_draft *draft, uint32_t index)
{
    struct cor_node *node = &draft->node[index];
    if (try_label(draft, index))
        return;
    node->is_brief = cor_place_names(draft, node->place).second != NULL;
    if (node->is_brief && try_label(draft, index))
        return;
    if (node->weight >= COR_WEIGHT_CITY)
        cor_node_hide(draft, index); /* a symbol without name tells little */
    else
        cor_draft_note(draft, "label-dropped",
                       "no room on the map for the name of '%s'",
                       draft->scenario->places.name[node->place]);
}

static void
place_labels(struct cor_draft *draft, enum cor_weight from, enum cor_weight to)
{
    const bool wanted = draft->how->labels != COR_LABELS_NONE;
    for (uint32_t i = 0; wanted && i < draft->n_node; i++)
        if (draft->node[i].shown && draft->node[i].weight >= from &&
            draft->node[i].weight <= to)
            place_label(draft, i);
}

void cor_priority_labels_place(struct cor_draft *draft)
{
    place_labels(draft, COR_WEIGHT_END, COR_WEIGHT_TRANSFER);
}

void cor_labels_place(struct cor_draft *draft)
{
    place_labels(draft, COR_WEIGHT_VIA, COR_WEIGHT_JUNCTION);
}

/* Places of little weight are shown with their names or not at all, and never
   crowd. */
static void place_minor(struct cor_draft *draft, uint32_t index)
{
    const struct cor_node *node = &draft->node[index];
    const bool all = draft->how->labels == COR_LABELS_ALL;
    const double space = (all ? 0.5 : 2.2) * draft->scale;
    const double limit = all ? INFINITY : minor_limit;
    if (!cor_draft_is_free(draft, cor_label_widened(cor_node_box(node), space),
                           COR_NONE))
        return;
    const struct cor_scene_text text = cor_label_text(draft, node);
    struct cor_candidate candidate[COR_N_CANDIDATE];
    const size_t n = cor_candidates_list(candidate, draft, node, &text);
    struct cor_scene_text placed;
    if (!cor_candidates_choose(&placed, draft, candidate, n, index, limit))
        return;
    cor_node_show(draft, index);
    cor_label_put(draft, &placed, index);
}

void cor_minor_labels_place(struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->n_node; i++) {
        const struct cor_node *node = &draft->node[i];
        if (node->weight != COR_WEIGHT_MINOR || node->is_in_inset)
            continue;
        if (draft->n_shown < COR_MOST_NODES &&
            draft->how->labels != COR_LABELS_NONE)
            place_minor(draft, i);
    }
}

void cor_labels_draw(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "labels", NULL);
    for (size_t i = 0; i < draft->n_label; i++)
        cor_pen_text(&draft->pen, &draft->label[i]);
    cor_pen_group_end(&draft->pen);
}
