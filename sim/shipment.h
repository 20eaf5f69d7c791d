/* sim/shipment.h -- the states a shipment can be in, and the moves between.
 *
 * A state is a place, the mode and gauge the shipment is on there, and the
 * service it is aboard. The first states are the places themselves, with
 * nothing decided yet: state p is place p before the journey begins. Where no
 * transfers are declared, mode and gauge do not matter and are left out, so
 * that without services the places are all the states there are.
 */
#ifndef COR_SIM_SHIPMENT_H
#define COR_SIM_SHIPMENT_H

#include <corridor/sim/route.h>

struct cor_state {
    uint32_t place;
    uint32_t mode;     /* COR_NONE: not decided, or of no matter */
    uint32_t gauge_mm; /* 0: not decided, or of no matter */
    uint32_t service;  /* COR_NONE: aboard none */
    uint32_t next;     /* another state of the place, or COR_NONE */
};

/** A link travelled one way, or a transfer. */
struct cor_move {
    uint32_t from, to; /* states */
    uint32_t by;       /* an arc of the network; transfer t is 2 n_link + t */
};

/** Records by the place or link that they concern. */
struct cor_index {
    const uint32_t *first;  /* [n + 1]; NULL: there are no records */
    const uint32_t *record; /* [first[n]] */
};

/** What a shipment can do; never changes once it is built. */
struct cor_shipment {
    const struct cor_scenario *scenario;
    bool changes_are_free; /* of mode and gauge */
    uint32_t n_state, n_move;
    uint32_t n_state_here; /* the most states of a place */
    uint32_t n_part;       /* the most parts of a move */
    const struct cor_state *state;
    const struct cor_move *move;   /* [n_move] by the state they leave */
    const uint32_t *first;         /* [n_state + 1] into `move` */
    const uint32_t *in_first, *in; /* moves by the state they lead to */
    struct cor_index borders;      /* by place */
    struct cor_index transfers;    /* by place */
    struct cor_index services;     /* by link */
};

/** What is let pass that the rules exclude, to find out what is missing. */
struct cor_waiver {
    bool not_open; /* links that are not open */
    bool filters;  /* the query's modes and avoid, and the cargo's modes */
    bool changes;  /* changes of mode and gauge without a transfer */
    bool cargo;    /* of the filters only the cargo's modes */
};

/**
 * Build the states and moves of a scenario.
 *
 * query   its modes and avoid filter links; NULL: none are filtered
 * Errors  COR_BAD_INPUT: too many to number; COR_NO_MEMORY, what was taken
 *         from the arena then being left to its owner to give back
 * Cost    O(states x links at their places)
 */
COR_CHECKED enum cor_status
cor_shipment_build(const struct cor_shipment **out,
                   const struct cor_scenario *scenario,
                   const struct cor_query *query,
                   struct cor_waiver waiver,
                   struct cor_arena *arena,
                   struct cor_error *err);

static inline bool cor_move_is_transfer(const struct cor_shipment *ship,
                                        const struct cor_move *move)
{
    return move->by / 2 >= ship->scenario->links.n;
}

/** One thing that a move is charged for: a leg to be. */
struct cor_part {
    enum cor_leg_kind kind;
    uint32_t record;
};

/** What a move is made of, in the order it happens; returns how many.
 *  `part` has room for ship->n_part. */
uint32_t cor_move_parts(const struct cor_shipment *ship,
                        const struct cor_move *move,
                        struct cor_part *part);

struct cor_figure cor_part_figure(const struct cor_scenario *scenario,
                                  struct cor_part part,
                                  enum cor_measure by);

/** As much of a part's number as is known: 0 where nothing is. */
double cor_part_known(const struct cor_scenario *scenario,
                      struct cor_part part,
                      enum cor_measure by);

/** The sum of what is known of the parts of a route. */
double cor_route_known(const struct cor_scenario *scenario,
                       const struct cor_route *route,
                       enum cor_measure by);

/** No weight: the move cannot be made. */
#define COR_NO_WAY UINT64_MAX

/** Weights of moves, as whole multiples of a power of two: sums are exact. */
struct cor_weights {
    const uint64_t *of; /* [n_move] or COR_NO_WAY */
    int exponent;       /* one is 2^exponent of the measure's unit */
};

/**
 * Weigh moves by a measure, so finely that no sum of `n_step` of them wraps.
 *
 * Errors  COR_BAD_INPUT: a number below 0 or infinite; COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_shipment_weigh(struct cor_weights *out,
                                               const struct cor_shipment *ship,
                                               enum cor_measure by,
                                               uint64_t n_step,
                                               struct cor_arena *arena,
                                               struct cor_error *err);

#endif
