/* sim/plan.h -- a query made ready to be searched. */
#ifndef COR_SIM_PLAN_H
#define COR_SIM_PLAN_H

#include "sim/best.h"

struct cor_plan {
    const struct cor_shipment *ship;
    struct cor_weights weights;
    struct cor_search search;
    struct cor_best best;
    bool is_nowhere;    /* origin and destination are one, without stops */
    bool is_impossible; /* the stops make it visit a place twice */
    bool is_handed_out; /* the way of no links */
    uint32_t n_stop;
    const uint32_t *stop; /* [n_stop] between the ends, without repeats */
};

/**
 * Build all that a search takes.
 *
 * out     not to be moved once it is made; owned by `arena`
 * Errors  as cor_route_find
 */
COR_CHECKED enum cor_status cor_plan_make(struct cor_plan *out,
                                          const struct cor_scenario *scenario,
                                          const struct cor_query *query,
                                          struct cor_waiver waiver,
                                          enum cor_measure by,
                                          struct cor_arena *arena,
                                          struct cor_error *err);

/** The next best route, as cor_best_next. */
COR_CHECKED enum cor_status cor_plan_next(struct cor_way *out,
                                          struct cor_plan *plan,
                                          struct cor_error *err);

#endif
