/* Room for names that found none: a neighbour moves, or light symbols go. */
#include "render/labels.h"
#include "render/layers.h"

#include <math.h>

static bool overlap(struct cor_rect a, struct cor_rect b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

/* The one label of another place in the way of a box; SIZE_MAX: more than
   that is in the way. */
static size_t
only_blocker(const struct cor_draft *draft, struct cor_rect box, uint32_t node)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < draft->n_obstacle; i++) {
        const struct cor_obstacle *o = &draft->obstacle[i];
        if (o->node == node || o->is_outline || !overlap(o->box, box))
            continue;
        if (!o->is_label || o->node == COR_NONE || found != SIZE_MAX)
            return SIZE_MAX;
        found = i;
    }
    return found;
}

/* Labels are kept in the order of the obstacles that stand for them. */
static struct cor_scene_text *label_of(struct cor_draft *draft, size_t obstacle)
{
    size_t n = 0;
    for (size_t i = 0; i < obstacle; i++)
        n += draft->obstacle[i].is_label;
    return &draft->label[n];
}

/* Move a label elsewhere, but not onto a line, so that `box` becomes free. */
static bool
give_way(struct cor_draft *draft, size_t obstacle, struct cor_rect box)
{
    struct cor_obstacle *blocker = &draft->obstacle[obstacle];
    struct cor_scene_text *label = label_of(draft, obstacle);
    const struct cor_obstacle kept = *blocker;
    const struct cor_node *node = &draft->node[kept.node];
    const struct cor_scene_text text = cor_label_text(draft, node);
    struct cor_candidate candidate[COR_N_CANDIDATE];
    const size_t n = cor_candidates_list(candidate, draft, node, &text);
    struct cor_scene_text moved;
    blocker->box = box; /* its owner keeps off the wanted place too */
    blocker->node = COR_NONE;
    const bool found = cor_candidates_choose(&moved, draft, candidate, n,
                                             kept.node, COR_LABEL_CLEAR);
    *blocker = kept;
    if (!found)
        return false;
    *label = moved;
    blocker->box = cor_label_widened(moved.box, COR_LABEL_AIR_MM);
    return true;
}

/* The cheapest candidate below a limit that is not yet tried; n: all are. */
static size_t next_cheapest(const struct cor_candidate *candidate,
                            size_t n,
                            uint32_t tried,
                            double limit)
{
    size_t best = n;
    for (size_t i = 0; i < n; i++)
        if ((tried >> i & 1) == 0 && candidate[i].cost < limit &&
            (best == n || candidate[i].cost < candidate[best].cost))
            best = i;
    return best;
}

/* The cheapest place that one neighbour can make free. */
bool cor_label_place_by_moving(struct cor_draft *draft,
                               const struct cor_candidate *candidate,
                               size_t n,
                               uint32_t node,
                               double limit)
{
    uint32_t tried = 0;
    for (size_t i; (i = next_cheapest(candidate, n, tried, limit)) < n;) {
        const struct cor_rect box =
            cor_label_widened(candidate[i].text.box, COR_LABEL_AIR_MM);
        const size_t blocker = only_blocker(draft, box, node);
        tried |= UINT32_C(1) << i;
        if (blocker == SIZE_MAX || !give_way(draft, blocker, box))
            continue;
        cor_label_put(draft, &candidate[i].text, node);
        return true;
    }
    return false;
}

/* Whether only symbols of light places stand in a box. */
static bool is_lightly_covered(const struct cor_draft *draft,
                               struct cor_rect box,
                               uint32_t own)
{
    for (size_t i = 0; i < draft->n_obstacle; i++) {
        const struct cor_obstacle *o = &draft->obstacle[i];
        if (o->node == own || o->is_outline || !overlap(o->box, box))
            continue;
        if (o->is_label || o->node == COR_NONE ||
            draft->node[o->node].weight < COR_WEIGHT_CITY)
            return false;
    }
    return true;
}

static void
hide_under(struct cor_draft *draft, struct cor_rect box, uint32_t own)
{
    for (uint32_t i = 0; i < draft->n_node; i++)
        if (i != own && draft->node[i].shown &&
            overlap(cor_node_box(&draft->node[i]), box))
            cor_node_hide(draft, i);
}

/* The name of a place that matters most takes the room of symbols that matter
   little and have no name yet. */
bool cor_label_place_over(struct cor_draft *draft,
                          const struct cor_candidate *candidate,
                          size_t n,
                          uint32_t node)
{
    size_t best = n;
    for (size_t i = 0; i < n; i++)
        if ((best == n || candidate[i].cost < candidate[best].cost) &&
            is_lightly_covered(
                draft,
                cor_label_widened(candidate[i].text.box, COR_LABEL_AIR_MM),
                node))
            best = i;
    if (draft->node[node].weight > COR_WEIGHT_TRANSFER || best == n)
        return false;
    hide_under(draft,
               cor_label_widened(candidate[best].text.box, COR_LABEL_AIR_MM),
               node);
    cor_label_put(draft, &candidate[best].text, node);
    return true;
}
