/* sim/search.h -- best ways through the states of a shipment.
 *
 * A node of the search is a state and how many stops have been passed: node
 * n_state * passed + state. Ways found here may visit a place twice, except
 * those that are blocked; who calls them decides what to do about it.
 * Penalties on places make ways that come there twice dearer than routes, which
 * do not: so a way may cost more here than by its weights.
 */
#ifndef COR_SIM_SEARCH_H
#define COR_SIM_SEARCH_H

#include "sim/shipment.h"

/** What ways are ordered by: their value, then their number of links. */
struct cor_key {
    uint64_t value; /* COR_NO_WAY: there is none */
    uint32_t n_link;
};

static inline int cor_key_compare(struct cor_key a, struct cor_key b)
{
    if (a.value != b.value)
        return a.value < b.value ? -1 : 1;
    return (a.n_link > b.n_link) - (a.n_link < b.n_link);
}

/** Something to be looked at, the least key first. */
struct cor_heap_item {
    struct cor_key key;
    uint32_t node;
};

/** A heap of nodes; owned by the arena of its search. */
struct cor_heap {
    struct cor_heap_item *item; /* [n] */
    size_t n, capacity;
};

/** A node that a way has come to, and the value of the way. */
struct cor_label {
    uint32_t node;
    uint64_t value;
};

/** All nodes that ways over the same links have come to: at one place. */
struct cor_front {
    uint32_t n, n_link;
    struct cor_label *label; /* [n] room for ship->n_state_here */
};

/** Links that may not be taken from the place where a way begins. */
struct cor_ban {
    uint32_t n;
    const uint32_t *link;
};

/** What a rule asks of the link by which a way comes to a place. */
enum cor_rule_kind {
    COR_RULE_STOPS, /* that so many stops or fewer are passed then */
    COR_RULE_MODE,  /* that it is of this mode */
    COR_RULE_ARC,   /* that it is this arc */
};

/** How a place may be come to. */
struct cor_rule {
    uint32_t place;
    enum cor_rule_kind kind;
    uint32_t value;
    bool holds; /* or must not hold */
    const struct cor_rule *next;
};

struct cor_search {
    const struct cor_shipment *ship;
    const uint64_t *weight; /* [n_move] */
    uint64_t *penalty;      /* [n_place] added by links that lead there */
    uint32_t from, to;      /* different places */
    uint32_t n_stop;
    const uint32_t *stop; /* [n_stop] different places, none of them an end */
    uint32_t n_node;
    struct cor_key *to_go; /* [n_node] of the best way to the end */
    struct cor_key *come;  /* [n_node] in the round of `seen` */
    uint32_t *seen;        /* [n_node] the round that came here last */
    uint32_t *best;        /* [n_node] the round that ends best over it */
    uint32_t *blocked;     /* [n_place] the round that must not come here */
    const struct cor_rule *rule; /* of this round; NULL: none */
    uint32_t *ruled; /* [n_place] the round in which a rule is about it */
    uint32_t round;
    struct cor_heap heap;
    uint32_t *list;  /* [n_node] work list */
    uint32_t *merge; /* [n_state_here] nodes of a way being traced */
    struct cor_arena *arena;
};

/**
 * Prepare to search, which finds the distance of every node to the end.
 *
 * stop    [n_stop] borrowed as long as the search is
 * arena   borrowed likewise; what is taken stays when this fails
 */
COR_CHECKED enum cor_status cor_search_prepare(struct cor_search *out,
                                               const struct cor_shipment *ship,
                                               const uint64_t *weight,
                                               uint32_t from,
                                               uint32_t to,
                                               const uint32_t *stop,
                                               uint32_t n_stop,
                                               struct cor_arena *arena,
                                               struct cor_error *err);

/** Find the distances to the end anew, after penalties have changed. */
COR_CHECKED enum cor_status cor_search_renew(struct cor_search *search,
                                             struct cor_error *err);

/** What a move adds to a way: its weight, and the penalty of the place that a
 *  link leads to. COR_NO_WAY: it cannot be made. */
static inline uint64_t cor_search_weight(const struct cor_search *search,
                                         uint32_t number)
{
    const struct cor_move *move = &search->ship->move[number];
    const uint64_t weight = search->weight[number];
    if (weight == COR_NO_WAY || cor_move_is_transfer(search->ship, move))
        return weight;
    return weight + search->penalty[search->ship->state[move->to].place];
}

/** The node that a move leads to, or COR_NONE where it would pass a stop out
 *  of turn, the end too early, or the origin again. */
uint32_t
cor_search_after(const struct cor_search *search, uint32_t node, uint32_t move);

/** The node that a move comes from on its way to `node`, or COR_NONE. */
uint32_t cor_search_before(const struct cor_search *search,
                           uint32_t node,
                           uint32_t move);

/** Be at the origin; `front` has its room. */
void cor_front_start(const struct cor_search *search, struct cor_front *front);

/** Travel an arc: from all of `before` to `after`, which is another. */
void cor_front_step(const struct cor_search *search,
                    const struct cor_front *before,
                    uint32_t arc,
                    struct cor_front *after);

/** Give a front its room; false for want of memory. */
bool cor_front_make(const struct cor_search *search, struct cor_front *front);

/** Begin a round: no place is blocked. */
void cor_search_begin(struct cor_search *search);

static inline void cor_search_block(struct cor_search *search, uint32_t place)
{
    search->blocked[place] = search->round;
}

/** Let ways of this round obey rules; NULL: there are none. */
void cor_search_obey(struct cor_search *search, const struct cor_rule *rule);

/** What the best way on from a front cannot be below: exact, but that it may
 *  come to places that are blocked later than by its first link. */
struct cor_key cor_search_bound(struct cor_search *search,
                                const struct cor_front *front,
                                struct cor_ban ban);

/** A way on: arcs in order; owned by the arena of its search. */
struct cor_way {
    struct cor_key key; /* from the origin; COR_NO_WAY: there is none */
    uint32_t n;
    const uint32_t *arc; /* [n] */
};

/**
 * Find the best way on from a front to the end that enters no place blocked;
 * of several, the one whose links have the first ids, in order.
 */
COR_CHECKED enum cor_status cor_search_run(struct cor_way *out,
                                           struct cor_search *search,
                                           const struct cor_front *front,
                                           struct cor_ban ban,
                                           struct cor_error *err);

#endif
