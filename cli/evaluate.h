/* cli/evaluate.h -- corridors of a scenario, each with its best route. */
#ifndef CLI_EVALUATE_H
#define CLI_EVALUATE_H

#include <cli/command.h>

#include <corridor/sim/route.h>

/** A journey and what was found for it. */
struct cli_journey {
    const char *id, *title;
    const struct cor_titles *titles; /* of a corridor; NULL: of none */
    struct cor_query query;
    struct cor_routes routes; /* n is 0 or 1 */
};

/** The best route of a journey, or NULL. */
const struct cor_route *cli_journey_route(const struct cli_journey *journey);

/** Find the best route of a journey, by the measure its links allow. */
enum cli_exit cli_journey_find(struct cli *cli,
                               struct cli_journey *journey,
                               const struct cor_scenario *scenario);

/** Find the best routes of corridors. `out` is owned by the run, [n]. */
enum cli_exit cli_corridors_evaluate(struct cli *cli,
                                     struct cli_journey **out,
                                     const struct cor_scenario *scenario,
                                     const uint32_t *corridor,
                                     uint32_t n);

/** The numbers of all corridors of a scenario; NULL for want of memory. */
const uint32_t *cli_corridors_all(struct cli *cli,
                                  const struct cor_scenario *scenario);

#endif
