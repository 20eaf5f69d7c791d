/* sim/filter.h -- the links that a query lets a shipment use. */
#ifndef COR_SIM_FILTER_H
#define COR_SIM_FILTER_H

#include <corridor/model/scenario.h>

/** Whether a link is of the modes of the query, or without any of those that
 *  the cargo may use, and avoids what the query avoids. NULL: no query,
 *  everything passes. */
bool cor_filter_passes(const struct cor_scenario *scenario,
                       const struct cor_query *query,
                       uint32_t link);

/** Whether a link would pass but that the cargo may not use its mode. */
bool cor_filter_withholds(const struct cor_scenario *scenario,
                          const struct cor_query *query,
                          uint32_t link);

/** Whether any of `n` numbers is the one asked for. */
bool cor_filter_has(const uint32_t *number, uint32_t n, uint32_t asked);

#endif
