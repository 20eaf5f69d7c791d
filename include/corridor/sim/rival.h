/* corridor/sim/rival.h -- what a disagreement of sources does to a route. */
#ifndef COR_SIM_RIVAL_H
#define COR_SIM_RIVAL_H

#include <corridor/sim/route.h>

/** Below this share of a total, a disagreement is not worth a word. */
#define COR_RIVAL_SHARE 0.02

/** The totals of a route if another of the rival values stood. */
struct cor_swing {
    uint32_t rivals;                                  /* into the scenario's */
    double least[COR_N_MEASURE], most[COR_N_MEASURE]; /* of all its values, the
                                                         chosen one among them;
                                                         NAN: not known */
    bool moves[COR_N_MEASURE]; /* the total by more than COR_RIVAL_SHARE */
};

/** Whether a number of a leg was chosen among rivals. */
bool cor_leg_has_rivals(const struct cor_scenario *scenario,
                        const struct cor_leg *leg);

/**
 * Sum a route again for every rival value that its legs could have; the legs
 * stay the same, whatever route would then be the best.
 *
 * out     [n] those that some leg of the route rests on, in the order of the
 *         scenario's; owned by `arena`
 * Errors  COR_NO_MEMORY
 * Cost    O(m + v k) for m links, k legs, v values; O(r k) for r sets of rivals
 *         that the route does not meet
 */
COR_CHECKED enum cor_status
cor_route_swings(const struct cor_swing **out,
                 uint32_t *n,
                 const struct cor_scenario *scenario,
                 const struct cor_route *route,
                 struct cor_arena *arena,
                 struct cor_error *err);

#endif
