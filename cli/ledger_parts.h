/* cli/ledger_parts.h -- what a route comes to, taken apart. */
#ifndef CLI_LEDGER_PARTS_H
#define CLI_LEDGER_PARTS_H

#include <cli/ledger.h>

#include <corridor/sim/cause.h>

/** Print how much of a route lies in each group of countries. */
void cli_groups_print(struct cli *cli,
                      const struct cor_scenario *scenario,
                      const struct cor_route *route);

/** The list `groups` of a CORRIDOR; empty where `route` is NULL. */
json_t *cli_groups_json(struct cli *cli,
                        const struct cor_scenario *scenario,
                        const struct cor_route *route);

/** Print what time and money go to. */
enum cli_exit cli_causes_print(struct cli *cli,
                               const struct cor_scenario *scenario,
                               const struct cor_route *route);

/** The list `causes` of a CORRIDOR; empty where `route` is NULL. */
json_t *cli_causes_json(const struct cor_scenario *scenario,
                        const struct cor_route *route);

/** Print what ministries measure, beside what was measured; `corridor` of the
 *  scenario, or COR_NONE. */
enum cli_exit cli_indicators_print(struct cli *cli,
                                   struct cli_marks *marks,
                                   const struct cor_route *route,
                                   uint32_t corridor);

/** The list `indicators` of a CORRIDOR; empty where `route` is NULL. */
json_t *cli_indicators_json(struct cli *cli,
                            const struct cor_scenario *scenario,
                            const struct cor_route *route,
                            uint32_t corridor);

/** Print what the totals rest on: graded sources, memory, assumption. */
enum cli_exit cli_evidence_print(struct cli *cli,
                                 const struct cor_scenario *scenario,
                                 const struct cor_route *route);

/** The list `evidence` of a CORRIDOR; empty where `route` is NULL. */
json_t *cli_evidence_json(struct cli *cli,
                          const struct cor_scenario *scenario,
                          const struct cor_route *route);

#endif
