/* exchange/scenario_yaml.h -- what tables cannot hold, as a scenario file. */
#ifndef EXCHANGE_SCENARIO_YAML_H
#define EXCHANGE_SCENARIO_YAML_H

#include "exchange/buffer.h"
#include "model/check.h"

/**
 * Write the scenario file that stands beside the tables of a draft: title,
 * date, policy, defaults, cargo, corridors, claims and map, with the tables of
 * its own folder as the network. The draft is one that was read, not checked.
 *
 * Returns  whether there was enough memory for all but the buffer, which tells
 *          itself
 */
COR_CHECKED bool cor_scenario_yaml(struct cor_buffer *buffer,
                                   const struct cor_draft *draft,
                                   struct cor_arena *scratch);

#endif
