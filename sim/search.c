#include "sim/search.h"

#include "sim/heap.h"

#include <inttypes.h>
#include <string.h>

static const struct cor_key no_way = {COR_NO_WAY, UINT32_MAX};

static uint32_t state_of(const struct cor_search *search, uint32_t node)
{
    return node % search->ship->n_state;
}

static uint32_t passed(const struct cor_search *search, uint32_t node)
{
    return node / search->ship->n_state;
}

static uint32_t place_of(const struct cor_search *search, uint32_t node)
{
    return search->ship->state[state_of(search, node)].place;
}

/* Which stop a place is, or n_stop. */
static uint32_t stop_at(const struct cor_search *search, uint32_t place)
{
    uint32_t i = 0;
    while (i < search->n_stop && search->stop[i] != place)
        i++;
    return i;
}

static const struct cor_move *
move_of(const struct cor_search *search, uint32_t move, bool *is_transfer)
{
    const struct cor_move *found = &search->ship->move[move];
    *is_transfer = cor_move_is_transfer(search->ship, found);
    return found;
}

uint32_t cor_search_after(const struct cor_search *search,
                          uint32_t node,
                          uint32_t number)
{
    bool is_transfer;
    const struct cor_move *move = move_of(search, number, &is_transfer);
    const uint32_t n_state = search->ship->n_state;
    const uint32_t place = search->ship->state[move->to].place;
    uint32_t n_passed = passed(search, node);
    if (is_transfer)
        return n_passed * n_state + move->to;
    if (place == search->from || place == search->ship->state[move->from].place)
        return COR_NONE;
    const uint32_t stop = stop_at(search, place);
    if (stop < search->n_stop && stop != n_passed++)
        return COR_NONE;
    if (place == search->to && n_passed != search->n_stop)
        return COR_NONE;
    return n_passed * n_state + move->to;
}

uint32_t cor_search_before(const struct cor_search *search,
                           uint32_t node,
                           uint32_t number)
{
    bool is_transfer;
    const struct cor_move *move = move_of(search, number, &is_transfer);
    const uint32_t stop = stop_at(search, place_of(search, node));
    uint32_t n_passed = passed(search, node);
    if (!is_transfer && stop < search->n_stop && n_passed-- == 0)
        return COR_NONE;
    const uint32_t from = n_passed * search->ship->n_state + move->from;
    return cor_search_after(search, from, number) == node ? from : COR_NONE;
}

static struct cor_key
farther(const struct cor_search *search, struct cor_key key, uint32_t move)
{
    key.value += cor_search_weight(search, move);
    key.n_link +=
        !cor_move_is_transfer(search->ship, &search->ship->move[move]);
    return key;
}

static bool
reach_back(struct cor_search *search, uint32_t node, struct cor_key key)
{
    if (cor_key_compare(key, search->to_go[node]) >= 0)
        return true;
    search->to_go[node] = key;
    return cor_heap_push(&search->heap, (struct cor_heap_item){key, node},
                         search->arena);
}

static bool look_back(struct cor_search *search, struct cor_heap_item item)
{
    const struct cor_shipment *ship = search->ship;
    const uint32_t state = state_of(search, item.node);
    for (uint32_t i = ship->in_first[state]; i < ship->in_first[state + 1];
         i++) {
        const uint32_t move = ship->in[i];
        const uint32_t from = search->weight[move] == COR_NO_WAY
                                  ? COR_NONE
                                  : cor_search_before(search, item.node, move);
        if (from != COR_NONE &&
            !reach_back(search, from, farther(search, item.key, move)))
            return false;
    }
    return true;
}

static bool find_to_go(struct cor_search *search)
{
    const uint32_t layer = search->n_stop * search->ship->n_state;
    search->heap.n = 0;
    for (uint32_t node = 0; node < search->n_node; node++)
        search->to_go[node] = no_way;
    for (uint32_t s = search->to; s != COR_NONE;
         s = search->ship->state[s].next)
        if (!reach_back(search, layer + s, (struct cor_key){0}))
            return false;
    while (search->heap.n != 0) {
        const struct cor_heap_item item = cor_heap_pop(&search->heap);
        if (cor_key_compare(item.key, search->to_go[item.node]) == 0 &&
            !look_back(search, item))
            return false;
    }
    return true;
}

static bool make_room(struct cor_search *search)
{
    const uint32_t n_place = search->ship->scenario->places.n;
    search->to_go =
        cor_arena_array(search->arena, struct cor_key, search->n_node);
    search->come =
        cor_arena_array(search->arena, struct cor_key, search->n_node);
    search->seen = cor_arena_array(search->arena, uint32_t, search->n_node);
    search->best = cor_arena_array(search->arena, uint32_t, search->n_node);
    search->list = cor_arena_array(search->arena, uint32_t, search->n_node);
    search->blocked = cor_arena_array(search->arena, uint32_t, n_place);
    search->ruled = cor_arena_array(search->arena, uint32_t, n_place);
    search->penalty = cor_arena_array(search->arena, uint64_t, n_place);
    search->merge = cor_arena_array(search->arena, uint32_t,
                                    2 * (size_t)search->ship->n_state_here);
    if (search->to_go == NULL || search->come == NULL || search->seen == NULL ||
        search->best == NULL || search->list == NULL ||
        search->blocked == NULL || search->penalty == NULL ||
        search->ruled == NULL || search->merge == NULL)
        return false;
    memset(search->seen, 0, search->n_node * sizeof *search->seen);
    memset(search->best, 0, search->n_node * sizeof *search->best);
    memset(search->blocked, 0, n_place * sizeof *search->blocked);
    memset(search->penalty, 0, n_place * sizeof *search->penalty);
    memset(search->ruled, 0, n_place * sizeof *search->ruled);
    return true;
}

enum cor_status cor_search_prepare(struct cor_search *out,
                                   const struct cor_shipment *ship,
                                   const uint64_t *weight,
                                   uint32_t from,
                                   uint32_t to,
                                   const uint32_t *stop,
                                   uint32_t n_stop,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    const uint64_t n_node = (uint64_t)ship->n_state * ((uint64_t)n_stop + 1);
    if (n_node >= COR_NONE)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "%" PRIu32 " states and %" PRIu32
                        " stops are more than can be numbered",
                        ship->n_state, n_stop);
    *out = (struct cor_search){
        .ship = ship,
        .weight = weight,
        .from = from,
        .to = to,
        .n_stop = n_stop,
        .stop = stop,
        .n_node = (uint32_t)n_node,
        .arena = arena,
    };
    if (!make_room(out) || !find_to_go(out))
        return COR_FAIL_MEMORY(err);
    return COR_OK;
}

enum cor_status cor_search_renew(struct cor_search *search,
                                 struct cor_error *err)
{
    return find_to_go(search) ? COR_OK : COR_FAIL_MEMORY(err);
}

void cor_search_begin(struct cor_search *search)
{
    search->round++;
    search->rule = NULL;
}

void cor_search_obey(struct cor_search *search, const struct cor_rule *rule)
{
    search->rule = rule;
    for (; rule != NULL; rule = rule->next)
        search->ruled[rule->place] = search->round;
}
