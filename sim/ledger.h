/* sim/ledger.h -- from the links of a route to its legs and sums. */
#ifndef COR_SIM_LEDGER_H
#define COR_SIM_LEDGER_H

#include "sim/search.h"

/**
 * Write down what a shipment goes through on a route: of all states and
 * transfers that its links allow, those of the least value; then the fewest
 * transfers; then the least time, cost and CO2e.
 *
 * out      owned by `arena`
 * scratch  is given back what it was taken
 */
COR_CHECKED enum cor_status cor_ledger_write(struct cor_route *out,
                                             const struct cor_search *search,
                                             const struct cor_way *way,
                                             struct cor_arena *arena,
                                             struct cor_arena *scratch,
                                             struct cor_error *err);

/**
 * Choose the moves of a way.
 *
 * move  set to [n_move], owned by `arena`
 */
COR_CHECKED enum cor_status cor_ledger_choose(const uint32_t **move,
                                              uint32_t *n_move,
                                              const struct cor_search *search,
                                              const struct cor_way *way,
                                              struct cor_arena *arena,
                                              struct cor_error *err);

#endif
