/* corridor/sim/closure.h -- what becomes of a route when one of its links
 * closes. */
#ifndef COR_SIM_CLOSURE_H
#define COR_SIM_CLOSURE_H

#include <corridor/sim/route.h>

/** The closing of a link, the rest of the network being as it is. */
struct cor_closure {
    uint32_t link;
    bool stops;   /* no way is left; `extra` is then NAN */
    double extra; /* of the best way left, in the library's unit of the
                     measure; what is not known counts as 0 */
};

/** Owned by the arena they were found in. */
struct cor_closures {
    enum cor_measure by;
    double best; /* of the route, as `extra` */
    uint32_t n;
    const struct cor_closure *closure; /* [n] in the order of travel */
};

/**
 * Close the links of a query's best route one at a time, and find what way is
 * left. Other than a route that way may come to a place twice, but for its
 * ends, as a train that turns back does: what is left of a corridor is asked for, not its beauty.
 *
 * out     untouched on failure; owned by `arena`; n is 0 where there is no
 *         route
 * query   as for cor_route_find
 * Errors  as cor_route_find
 * Cost    that of cor_route_find, and O(m log n) for each link of the route
 */
COR_CHECKED enum cor_status
cor_closures_find(struct cor_closures *out,
                  const struct cor_scenario *scenario,
                  const struct cor_query *query,
                  enum cor_measure by,
                  struct cor_arena *arena,
                  struct cor_error *err);

#endif
