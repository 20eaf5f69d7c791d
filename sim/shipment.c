#include "sim/shipment.h"

#include "sim/filter.h"

#include <inttypes.h>

/* A shipment in the making. */
struct builder {
    struct cor_shipment ship;
    struct cor_state *state;
    struct cor_move *move;
    size_t room_for_state, room_for_move;
    bool *usable; /* [n_link] */
    struct cor_arena *arena;
};

/* Records counted by key, then put in place from the last to the first, which
   leaves them in the order of their numbers. */
static bool index_by(struct cor_index *out,
                     struct cor_arena *arena,
                     uint32_t n_key,
                     const uint32_t *key,
                     const uint32_t *record,
                     uint32_t n)
{
    if (n == 0)
        return true;
    uint32_t *first = cor_arena_array(arena, uint32_t, (size_t)n_key + 1);
    uint32_t *sorted = cor_arena_array(arena, uint32_t, n);
    if (first == NULL || sorted == NULL)
        return false;
    for (uint32_t i = 0; i <= n_key; i++)
        first[i] = 0;
    for (uint32_t i = 0; i < n; i++)
        first[key[i]]++;
    for (uint32_t i = 0; i < n_key; i++)
        first[i + 1] += first[i];
    for (uint32_t i = n; i-- > 0;)
        sorted[--first[key[i]]] = record[i];
    *out = (struct cor_index){first, sorted};
    return true;
}

static bool index_borders(struct builder *b)
{
    const struct cor_scenario *scenario = b->ship.scenario;
    const uint32_t n = scenario->n_border;
    uint32_t *place = cor_arena_array(b->arena, uint32_t, n);
    uint32_t *number = cor_arena_array(b->arena, uint32_t, n);
    if (place == NULL || number == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        place[i] = scenario->border[i].place;
        number[i] = i;
    }
    return index_by(&b->ship.borders, b->arena, scenario->places.n, place,
                    number, n);
}

static bool index_transfers(struct builder *b)
{
    const struct cor_scenario *scenario = b->ship.scenario;
    const uint32_t n = b->ship.changes_are_free ? 0 : scenario->n_transfer;
    uint32_t *place = cor_arena_array(b->arena, uint32_t, n);
    uint32_t *number = cor_arena_array(b->arena, uint32_t, n);
    if (place == NULL || number == NULL)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        place[i] = scenario->transfer[i].place;
        number[i] = i;
    }
    return index_by(&b->ship.transfers, b->arena, scenario->places.n, place,
                    number, n);
}

static bool index_services(struct builder *b)
{
    const struct cor_scenario *scenario = b->ship.scenario;
    size_t n = 0, at = 0;
    for (uint32_t i = 0; i < scenario->n_service; i++)
        n += scenario->service[i].n_link;
    uint32_t *link = cor_arena_array(b->arena, uint32_t, n);
    uint32_t *number = cor_arena_array(b->arena, uint32_t, n);
    if (link == NULL || number == NULL || n > UINT32_MAX)
        return false;
    for (uint32_t i = 0; i < scenario->n_service; i++)
        for (uint32_t j = 0; j < scenario->service[i].n_link; j++) {
            link[at] = scenario->service[i].link[j];
            number[at++] = i;
        }
    return index_by(&b->ship.services, b->arena, scenario->links.n, link,
                    number, (uint32_t)n);
}

static bool same(const struct cor_state *a, const struct cor_state *b)
{
    return a->mode == b->mode && a->gauge_mm == b->gauge_mm &&
           a->service == b->service;
}

static bool append_state(struct builder *b, struct cor_state state)
{
    struct cor_state *grown = cor_arena_grow(
        b->arena, b->state, b->ship.n_state, &b->room_for_state, sizeof *grown);
    if (grown == NULL)
        return false;
    b->state = grown;
    b->state[b->ship.n_state++] = state;
    return true;
}

/* The number of a state, made if it is new; COR_NONE for want of memory. */
static uint32_t intern(struct builder *b, struct cor_state wanted)
{
    uint32_t at = wanted.place, n_here = 1;
    while (!same(&b->state[at], &wanted)) {
        if (b->state[at].next == COR_NONE) {
            wanted.next = COR_NONE;
            if (b->ship.n_state == COR_NONE || !append_state(b, wanted))
                return COR_NONE;
            b->state[at].next = b->ship.n_state - 1;
        }
        at = b->state[at].next;
        n_here++;
    }
    if (b->ship.n_state_here < n_here)
        b->ship.n_state_here = n_here;
    return at;
}

static bool
add_move(struct builder *b, uint32_t from, struct cor_state to, uint32_t by)
{
    const uint32_t state = intern(b, to);
    struct cor_move *grown = cor_arena_grow(b->arena, b->move, b->ship.n_move,
                                            &b->room_for_move, sizeof *grown);
    if (state == COR_NONE || grown == NULL || b->ship.n_move == COR_NONE)
        return false;
    b->move = grown;
    b->move[b->ship.n_move++] = (struct cor_move){from, state, by};
    return true;
}

/* Whether a shipment in this state can go on by the link as it is; the state
   it is in then. */
static bool
ride(const struct builder *b, struct cor_state *state, uint32_t link)
{
    const struct cor_links *links = &b->ship.scenario->links;
    const uint32_t gauge_mm = links->gauge_mm[link];
    if (b->ship.changes_are_free)
        return true;
    if (state->mode != COR_NONE && state->mode != links->mode[link])
        return false;
    if (gauge_mm != 0 && state->gauge_mm != 0 && gauge_mm != state->gauge_mm)
        return false;
    state->mode = links->mode[link];
    if (gauge_mm != 0)
        state->gauge_mm = gauge_mm;
    return true;
}

/* Links are judged in their order, since arcs would jump about among them. */
static bool judge_links(struct builder *b,
                        const struct cor_query *query,
                        struct cor_waiver waiver)
{
    const struct cor_scenario *scenario = b->ship.scenario;
    b->usable = cor_arena_array(b->arena, bool, scenario->links.n);
    if (b->usable == NULL)
        return false;
    for (uint32_t link = 0; link < scenario->links.n; link++)
        b->usable[link] =
            (waiver.not_open || scenario->links.open[link]) &&
            (waiver.filters || cor_filter_passes(scenario, query, link) ||
             (waiver.cargo && cor_filter_withholds(scenario, query, link)));
    return true;
}

/* A link on services is travelled aboard one of them. */
static bool add_arc(struct builder *b, uint32_t from, uint32_t slot)
{
    const struct cor_star *out = &b->ship.scenario->network->out;
    const uint32_t arc = out->arc[slot], link = cor_arc_link(arc);
    const struct cor_index *services = &b->ship.services;
    struct cor_state to = b->state[from];
    to.place = out->node[slot];
    to.service = COR_NONE;
    if (!b->usable[link] || !ride(b, &to, link))
        return true;
    if (services->first == NULL ||
        services->first[link] == services->first[link + 1])
        return add_move(b, from, to, arc);
    for (uint32_t i = services->first[link]; i < services->first[link + 1];
         i++) {
        to.service = services->record[i];
        if (!add_move(b, from, to, arc))
            return false;
    }
    return true;
}

static bool fits(const struct cor_transfer *transfer,
                 const struct cor_state *state)
{
    return transfer->from_mode == state->mode &&
           (transfer->from_gauge_mm == 0 || state->gauge_mm == 0 ||
            transfer->from_gauge_mm == state->gauge_mm);
}

static bool add_transfers(struct builder *b, uint32_t from)
{
    const struct cor_scenario *scenario = b->ship.scenario;
    const struct cor_index *here = &b->ship.transfers;
    const uint32_t place = b->state[from].place;
    if (here->first == NULL)
        return true;
    for (uint32_t i = here->first[place]; i < here->first[place + 1]; i++) {
        const uint32_t number = here->record[i];
        const struct cor_transfer *transfer = &scenario->transfer[number];
        const struct cor_state to = {.place = place,
                                     .mode = transfer->to_mode,
                                     .gauge_mm = transfer->to_gauge_mm,
                                     .service = COR_NONE};
        if (fits(transfer, &b->state[from]) && !same(&to, &b->state[from]) &&
            !add_move(b, from, to, 2 * scenario->links.n + number))
            return false;
    }
    return true;
}

/* States are worked off in the order they are met, so that their moves stand
   in rows as they are made. */
static bool explore(struct builder *b)
{
    enum { AHEAD = 16 }; /* arcs lead anywhere: states are asked for before */
    const struct cor_star *out = &b->ship.scenario->network->out;
    const uint32_t n_arc = b->ship.scenario->network->n_arc;
    const uint32_t n_place = b->ship.scenario->places.n;
    const struct cor_state nothing = {.mode = COR_NONE, .service = COR_NONE};
    size_t room_for_first = 0;
    uint32_t *first = NULL;
    for (uint32_t place = 0; place < n_place; place++) {
        b->state[place] = nothing;
        b->state[place].place = place;
        b->state[place].next = COR_NONE;
    }
    b->ship.n_state = n_place;
    for (uint32_t s = 0;; s++) {
        first =
            cor_arena_grow(b->arena, first, s, &room_for_first, sizeof *first);
        if (first == NULL)
            return false;
        first[s] = b->ship.n_move;
        if (s == b->ship.n_state)
            break;
        const uint32_t place = b->state[s].place;
        for (uint32_t i = out->first[place]; i < out->first[place + 1]; i++) {
            const uint32_t later = i + AHEAD < n_arc ? i + AHEAD : i;
            __builtin_prefetch(&b->state[out->node[later]]);
            if (!add_arc(b, s, i))
                return false;
        }
        if (!add_transfers(b, s))
            return false;
    }
    b->ship.first = first;
    return true;
}

static bool index_moves(struct builder *b)
{
    struct cor_shipment *ship = &b->ship;
    uint32_t *first =
        cor_arena_array(b->arena, uint32_t, (size_t)ship->n_state + 1);
    uint32_t *in = cor_arena_array(b->arena, uint32_t, ship->n_move);
    if (first == NULL || in == NULL)
        return false;
    for (uint32_t s = 0; s <= ship->n_state; s++)
        first[s] = 0;
    for (uint32_t i = 0; i < ship->n_move; i++)
        first[b->move[i].to]++;
    for (uint32_t s = 0; s < ship->n_state; s++)
        first[s + 1] += first[s];
    for (uint32_t i = ship->n_move; i-- > 0;)
        in[--first[b->move[i].to]] = i;
    ship->in_first = first;
    ship->in = in;
    return true;
}

/* A wait, a link, and the borders at both of its ends. */
static uint32_t most_parts(const struct cor_shipment *ship)
{
    uint32_t most = 0;
    for (uint32_t p = 0;
         ship->borders.first != NULL && p < ship->scenario->places.n; p++)
        if (ship->borders.first[p + 1] - ship->borders.first[p] > most)
            most = ship->borders.first[p + 1] - ship->borders.first[p];
    return 2 + 2 * most;
}

static bool build(struct builder *b)
{
    const struct cor_network *network = b->ship.scenario->network;
    b->room_for_state = (size_t)network->n_node + 1;
    b->room_for_move = (size_t)network->n_arc + 1;
    b->state = cor_arena_array(b->arena, struct cor_state, b->room_for_state);
    b->move = cor_arena_array(b->arena, struct cor_move, b->room_for_move);
    return b->state != NULL && b->move != NULL && index_borders(b) &&
           index_transfers(b) && index_services(b) && explore(b) &&
           index_moves(b);
}

enum cor_status cor_shipment_build(const struct cor_shipment **out,
                                   const struct cor_scenario *scenario,
                                   const struct cor_query *query,
                                   struct cor_waiver waiver,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    struct builder b = {
        .ship = {.scenario = scenario,
                 .changes_are_free =
                     waiver.changes || scenario->n_transfer == 0,
                 .n_state_here = 1},
        .arena = arena,
    };
    if (scenario->n_transfer > UINT32_MAX - 2 * scenario->links.n)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "%" PRIu32 " links and %" PRIu32
                        " transfers are more than can be numbered",
                        scenario->links.n, scenario->n_transfer);
    if (!judge_links(&b, query, waiver) || !build(&b))
        return COR_FAIL_MEMORY(err);
    b.ship.state = b.state;
    b.ship.move = b.move;
    b.ship.n_part = most_parts(&b.ship);
    *out = cor_arena_copy(arena, &b.ship, 1, sizeof b.ship);
    return *out != NULL ? COR_OK : COR_FAIL_MEMORY(err);
}
