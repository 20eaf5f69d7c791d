/* cli/rivals.h -- what sources disagree on along a route. */
#ifndef CLI_RIVALS_H
#define CLI_RIVALS_H

#include <cli/json.h>

#include <corridor/sim/rival.h>

/** Print a line for each disagreement that moves a total of the route. */
enum cli_exit cli_rivals_print(struct cli *cli,
                               const struct cor_scenario *scenario,
                               const struct cor_route *route);

/** Every disagreement that the route rests on: a list. `route` NULL: there is
 *  none, and the list is empty. */
json_t *cli_rivals_json(struct cli *cli,
                        const struct cor_scenario *scenario,
                        const struct cor_route *route);

#endif
