/* The best way on from a front. It is searched for best first, by what it has
   come and what its nodes have to go where nothing is blocked; then traced from
   its end to mark all ways that are equally good, and from its front to choose
   among them by the ids of links. */
#include "sim/filter.h"
#include "sim/heap.h"

#include <string.h>

static const struct cor_key no_way = {COR_NO_WAY, UINT32_MAX};

/* A round of a search. */
struct spur {
    struct cor_search *search;
    uint32_t here; /* the place that ways begin at */
    struct cor_ban ban;
    uint32_t n_list;
};

static uint32_t place_of(const struct cor_search *search, uint32_t node)
{
    return search->ship->state[node % search->ship->n_state].place;
}

static bool is_transfer(const struct cor_search *search, uint32_t move)
{
    return cor_move_is_transfer(search->ship, &search->ship->move[move]);
}

static struct cor_key plus(struct cor_key a, struct cor_key b)
{
    return (struct cor_key){a.value + b.value, a.n_link + b.n_link};
}

static bool equal(struct cor_key a, struct cor_key b)
{
    return cor_key_compare(a, b) == 0;
}

static struct cor_key weight_of(const struct cor_search *search, uint32_t move)
{
    return (struct cor_key){cor_search_weight(search, move),
                            !is_transfer(search, move)};
}

static bool is_met(const struct cor_search *search,
                   const struct cor_rule *rule,
                   uint32_t node,
                   uint32_t arc)
{
    const uint32_t *mode = search->ship->scenario->links.mode;
    switch (rule->kind) {
    case COR_RULE_STOPS:
        return node / search->ship->n_state <= rule->value;
    case COR_RULE_MODE:
        return mode[cor_arc_link(arc)] == rule->value;
    case COR_RULE_ARC:
        return arc == rule->value;
    }
    return false;
}

/* Whether this round lets no way come to a node by an arc. */
static bool
is_closed(const struct cor_search *search, uint32_t node, uint32_t arc)
{
    const uint32_t place = place_of(search, node);
    if (search->blocked[place] == search->round)
        return true;
    if (search->ruled[place] != search->round)
        return false;
    for (const struct cor_rule *rule = search->rule; rule != NULL;
         rule = rule->next)
        if (rule->place == place &&
            is_met(search, rule, node, arc) != rule->holds)
            return true;
    return false;
}

static bool is_banned(const struct spur *spur, uint32_t move)
{
    const struct cor_shipment *ship = spur->search->ship;
    const struct cor_move *taken = &ship->move[move];
    return ship->state[taken->from].place == spur->here &&
           cor_filter_has(spur->ban.link, spur->ban.n, cor_arc_link(taken->by));
}

/* The node that a move leads to from `node` in this round, or COR_NONE. */
static uint32_t follow(const struct spur *spur, uint32_t node, uint32_t move)
{
    const struct cor_search *search = spur->search;
    if (search->weight[move] == COR_NO_WAY)
        return COR_NONE;
    const uint32_t next = cor_search_after(search, node, move);
    if (next == COR_NONE || search->to_go[next].value == COR_NO_WAY)
        return COR_NONE;
    if (!is_transfer(search, move) &&
        (is_closed(search, next, search->ship->move[move].by) ||
         is_banned(spur, move)))
        return COR_NONE;
    return next;
}

static struct cor_key bound_label(const struct spur *spur,
                                  uint32_t node,
                                  struct cor_key come,
                                  struct cor_key least)
{
    const struct cor_search *search = spur->search;
    const uint32_t state = node % search->ship->n_state;
    const uint32_t *first = search->ship->first;
    for (uint32_t move = first[state]; move < first[state + 1]; move++) {
        const uint32_t next = follow(spur, node, move);
        if (next == COR_NONE || is_transfer(search, move))
            continue;
        const struct cor_key key =
            plus(plus(come, weight_of(search, move)), search->to_go[next]);
        if (cor_key_compare(key, least) < 0)
            least = key;
    }
    return least;
}

struct cor_key cor_search_bound(struct cor_search *search,
                                const struct cor_front *front,
                                struct cor_ban ban)
{
    struct cor_key least = no_way;
    for (uint32_t i = 0; i < front->n; i++) {
        const struct cor_label *label = &front->label[i];
        const struct spur spur = {search, place_of(search, label->node), ban,
                                  0};
        const struct cor_key come = {label->value, front->n_link};
        least = bound_label(&spur, label->node, come, least);
    }
    return least;
}

static bool reach(struct cor_search *search, uint32_t node, struct cor_key come)
{
    if (search->seen[node] == search->round &&
        cor_key_compare(search->come[node], come) <= 0)
        return true;
    search->seen[node] = search->round;
    search->come[node] = come;
    return cor_heap_push(
        &search->heap,
        (struct cor_heap_item){plus(come, search->to_go[node]), node},
        search->arena);
}

static bool expand(const struct spur *spur, uint32_t node)
{
    struct cor_search *search = spur->search;
    const uint32_t state = node % search->ship->n_state;
    const uint32_t *first = search->ship->first;
    for (uint32_t move = first[state]; move < first[state + 1]; move++) {
        const uint32_t next = follow(spur, node, move);
        if (next != COR_NONE &&
            !reach(search, next,
                   plus(search->come[node], weight_of(search, move))))
            return false;
    }
    return true;
}

static bool start(struct cor_search *search, const struct cor_front *front)
{
    search->heap.n = 0;
    for (uint32_t i = 0; i < front->n; i++) {
        const struct cor_key come = {front->label[i].value, front->n_link};
        const uint32_t node = front->label[i].node;
        if (search->to_go[node].value != COR_NO_WAY &&
            !reach(search, node, come))
            return false;
    }
    return true;
}

static void mark(struct spur *spur, uint32_t node)
{
    spur->search->best[node] = spur->search->round;
    spur->search->list[spur->n_list++] = node;
}

/* Goes on until all that is as good as the best has been looked at. */
static bool search_ends(struct spur *spur, struct cor_key *best)
{
    struct cor_search *search = spur->search;
    while (search->heap.n != 0) {
        const struct cor_heap_item item = cor_heap_pop(&search->heap);
        const struct cor_key known =
            plus(search->come[item.node], search->to_go[item.node]);
        if (cor_key_compare(item.key, *best) > 0)
            break;
        if (!equal(item.key, known))
            continue;
        if (place_of(search, item.node) != search->to) {
            if (!expand(spur, item.node))
                return false;
            continue;
        }
        *best = item.key;
        mark(spur, item.node);
    }
    return true;
}

static bool
leads_best(const struct spur *spur, uint32_t node, uint32_t move, uint32_t next)
{
    const struct cor_search *search = spur->search;
    return search->seen[node] == search->round &&
           follow(spur, node, move) == next &&
           equal(plus(search->come[node], weight_of(search, move)),
                 search->come[next]);
}

/* From the ends back over all that they were reached from. */
static void mark_best(struct spur *spur)
{
    const struct cor_search *search = spur->search;
    const struct cor_shipment *ship = search->ship;
    for (uint32_t at = 0; at < spur->n_list; at++) {
        const uint32_t node = search->list[at];
        const uint32_t state = node % ship->n_state;
        for (uint32_t i = ship->in_first[state]; i < ship->in_first[state + 1];
             i++) {
            const uint32_t from = cor_search_before(search, node, ship->in[i]);
            if (from != COR_NONE && search->best[from] != search->round &&
                leads_best(spur, from, ship->in[i], node))
                mark(spur, from);
        }
    }
}

/* Nodes at one place that equally good ways have come to over the same links;
   they are kept in search->merge. */
struct merge {
    uint32_t n, *node;
};

static void join(struct merge *merge, uint32_t node)
{
    if (!cor_filter_has(merge->node, merge->n, node))
        merge->node[merge->n++] = node;
}

static bool is_best(const struct spur *spur, uint32_t node, uint32_t move)
{
    const uint32_t next = follow(spur, node, move);
    return next != COR_NONE &&
           spur->search->best[next] == spur->search->round &&
           leads_best(spur, node, move, next);
}

static void join_transfers(const struct spur *spur, struct merge *merge)
{
    const struct cor_search *search = spur->search;
    const uint32_t *first = search->ship->first;
    for (uint32_t i = 0; i < merge->n; i++) {
        const uint32_t node = merge->node[i];
        const uint32_t state = node % search->ship->n_state;
        for (uint32_t m = first[state]; m < first[state + 1]; m++)
            if (is_transfer(search, m) && is_best(spur, node, m))
                join(merge, follow(spur, node, m));
    }
}

static bool
id_is_less(const struct cor_search *search, uint32_t arc, uint32_t than)
{
    const char *const *id =
        (const char *const *)search->ship->scenario->links.ids->name;
    return arc != than &&
           (than == COR_NONE ||
            strcmp(id[cor_arc_link(arc)], id[cor_arc_link(than)]) < 0);
}

static uint32_t choose_arc(const struct spur *spur, const struct merge *merge)
{
    const struct cor_search *search = spur->search;
    const struct cor_shipment *ship = search->ship;
    uint32_t chosen = COR_NONE;
    for (uint32_t i = 0; i < merge->n; i++) {
        const uint32_t state = merge->node[i] % ship->n_state;
        for (uint32_t m = ship->first[state]; m < ship->first[state + 1]; m++)
            if (!is_transfer(search, m) && is_best(spur, merge->node[i], m) &&
                id_is_less(search, ship->move[m].by, chosen))
                chosen = ship->move[m].by;
    }
    return chosen;
}

static void travel(const struct spur *spur,
                   const struct merge *from,
                   uint32_t arc,
                   struct merge *to)
{
    const struct cor_shipment *ship = spur->search->ship;
    to->n = 0;
    for (uint32_t i = 0; i < from->n; i++) {
        const uint32_t state = from->node[i] % ship->n_state;
        for (uint32_t m = ship->first[state]; m < ship->first[state + 1]; m++)
            if (ship->move[m].by == arc && is_best(spur, from->node[i], m))
                join(to, follow(spur, from->node[i], m));
    }
    join_transfers(spur, to);
}

static void trace(const struct spur *spur,
                  const struct cor_front *front,
                  uint32_t *arc,
                  uint32_t n)
{
    const struct cor_search *search = spur->search;
    struct merge here = {0, search->merge};
    struct merge next = {0, search->merge + search->ship->n_state_here};
    for (uint32_t i = 0; i < front->n; i++) {
        const struct cor_label *label = &front->label[i];
        if (search->best[label->node] == search->round &&
            search->come[label->node].value == label->value)
            join(&here, label->node);
    }
    for (uint32_t i = 0; i < n; i++) {
        arc[i] = choose_arc(spur, &here);
        travel(spur, &here, arc[i], &next);
        const struct merge swap = here;
        here = next;
        next = swap;
    }
}

enum cor_status cor_search_run(struct cor_way *out,
                               struct cor_search *search,
                               const struct cor_front *front,
                               struct cor_ban ban,
                               struct cor_error *err)
{
    struct spur spur = {.search = search, .ban = ban};
    struct cor_way way = {.key = no_way};
    if (front->n != 0)
        spur.here = place_of(search, front->label[0].node);
    if (!start(search, front) || !search_ends(&spur, &way.key))
        return COR_FAIL_MEMORY(err);
    if (spur.n_list != 0) {
        way.n = way.key.n_link - front->n_link;
        uint32_t *arc = cor_arena_array(search->arena, uint32_t, way.n);
        if (arc == NULL)
            return COR_FAIL_MEMORY(err);
        mark_best(&spur);
        trace(&spur, front, arc, way.n);
        way.arc = arc;
    }
    *out = way;
    return COR_OK;
}
