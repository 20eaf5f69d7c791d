#include "sim/best.h"

#include <string.h>

/* A depth-first search from one place over links of any direction. */
struct dive {
    const struct cor_search *search;
    uint32_t *order;  /* [n_place] 0: not met; else when, from 1 */
    uint32_t *low;    /* [n_place] the first met that is seen from below */
    uint32_t *parent; /* [n_place] COR_NONE at the root */
    uint32_t *block;  /* [n_place] the place that names the block of the link
                         from the parent */
    uint32_t *next;   /* [n_place] arcs looked at */
    uint32_t *met;    /* [n_met] places in order */
    bool *on_way;     /* [n_place] blocks between the root and the end */
    uint32_t n_met;
    bool *usable; /* [n_link] */
};

static bool make_room(struct dive *dive, struct cor_arena *arena)
{
    const uint32_t n = dive->search->ship->scenario->places.n;
    uint32_t **array[] = {&dive->order, &dive->low,  &dive->parent,
                          &dive->block, &dive->next, &dive->met};
    for (size_t i = 0; i < sizeof array / sizeof array[0]; i++) {
        *array[i] = cor_arena_array(arena, uint32_t, n);
        if (*array[i] == NULL)
            return false;
    }
    dive->on_way = cor_arena_array(arena, bool, n);
    dive->usable =
        cor_arena_array(arena, bool, dive->search->ship->scenario->links.n);
    if (dive->on_way == NULL || dive->usable == NULL)
        return false;
    memset(dive->order, 0, n * sizeof *dive->order);
    memset(dive->next, 0, n * sizeof *dive->next);
    memset(dive->on_way, 0, n * sizeof *dive->on_way);
    return true;
}

static void meet(struct dive *dive, uint32_t place, uint32_t parent)
{
    dive->met[dive->n_met++] = place;
    dive->order[place] = dive->low[place] = dive->n_met;
    dive->parent[place] = parent;
}

/* The i-th arc at a place, those that leave first, or COR_NONE. */
static uint32_t
arc_at(const struct cor_network *network, uint32_t place, uint32_t i)
{
    const struct cor_star *out = &network->out, *in = &network->in;
    const uint32_t n_out = out->first[place + 1] - out->first[place];
    const uint32_t n_in = in->first[place + 1] - in->first[place];
    if (i < n_out)
        return out->arc[out->first[place] + i];
    return i < n_out + n_in ? in->arc[in->first[place] + i - n_out] : COR_NONE;
}

static uint32_t
other_end(const struct cor_network *network, uint32_t arc, uint32_t place)
{
    const uint32_t tail = cor_arc_tail(network, arc);
    return tail != place ? tail : cor_arc_head(network, arc);
}

static void lower(uint32_t *low, uint32_t to)
{
    if (to < *low)
        *low = to;
}

static uint32_t go_up(struct dive *dive, uint32_t place)
{
    const uint32_t parent = dive->parent[place];
    if (parent != COR_NONE)
        lower(&dive->low[parent], dive->low[place]);
    return parent;
}

/* One step, deeper or back up; the place to go on from. */
static uint32_t step(struct dive *dive, uint32_t place)
{
    const struct cor_search *search = dive->search;
    const struct cor_network *network = search->ship->scenario->network;
    const uint32_t arc = arc_at(network, place, dive->next[place]++);
    if (arc == COR_NONE)
        return go_up(dive, place);
    const uint32_t other = other_end(network, arc, place);
    if (!dive->usable[cor_arc_link(arc)])
        return place;
    if (dive->order[other] != 0) {
        if (other != dive->parent[place])
            lower(&dive->low[place], dive->order[other]);
        return place;
    }
    if (search->blocked[other] == search->round || other == search->from)
        return place;
    meet(dive, other, place);
    return other;
}

/* Parents are met before their children, so that they have their block. */
static void name_blocks(struct dive *dive)
{
    for (uint32_t i = 1; i < dive->n_met; i++) {
        const uint32_t place = dive->met[i], parent = dive->parent[place];
        dive->block[place] = dive->low[place] >= dive->order[parent]
                                 ? place
                                 : dive->block[parent];
    }
}

static void find_usable(struct dive *dive)
{
    const struct cor_shipment *ship = dive->search->ship;
    memset(dive->usable, 0, ship->scenario->links.n * sizeof *dive->usable);
    for (uint32_t i = 0; i < ship->n_move; i++)
        if (dive->search->weight[i] != COR_NO_WAY &&
            !cor_move_is_transfer(ship, &ship->move[i]))
            dive->usable[cor_arc_link(ship->move[i].by)] = true;
}

/* A place is on a way without repeats when its block is between the ends in
   the tree of blocks. */
static void block_others(struct dive *dive, struct cor_search *search)
{
    for (uint32_t at = search->to; dive->parent[at] != COR_NONE;
         at = dive->parent[at])
        dive->on_way[dive->block[at]] = true;
    for (uint32_t i = 1; i < dive->n_met; i++)
        if (!dive->on_way[dive->block[dive->met[i]]])
            cor_search_block(search, dive->met[i]);
}

enum cor_status cor_search_block_dead_ends(struct cor_search *search,
                                           uint32_t here,
                                           struct cor_error *err)
{
    struct dive dive = {.search = search};
    const struct cor_arena_mark start = cor_arena_mark(search->arena);
    if (!make_room(&dive, search->arena)) {
        cor_arena_rewind(search->arena, start);
        return COR_FAIL_MEMORY(err);
    }
    find_usable(&dive);
    meet(&dive, here, COR_NONE);
    for (uint32_t at = here; at != COR_NONE;)
        at = step(&dive, at);
    name_blocks(&dive);
    if (dive.order[search->to] != 0)
        block_others(&dive, search);
    cor_arena_rewind(search->arena, start);
    return COR_OK;
}
