/* cli/network_view.h -- how a network hangs together, shown. */
#ifndef CLI_NETWORK_VIEW_H
#define CLI_NETWORK_VIEW_H

#include <cli/json.h>

#include <corridor/sim/metric.h>

/** What is shown of a network. */
struct cli_network {
    const struct cor_scenario *scenario;
    struct cor_connectivity connectivity;
    struct cor_metric_subject subject;
    uint32_t n_pair;
    const struct cor_pair *pair; /* [n_pair] */
    bool is_filtered;            /* by modes that were asked for */
};

/** Two places asked about. */
struct cli_ends {
    uint32_t from, to;
};

/**
 * Find how the links that are open hang together.
 *
 * mode  [n_mode] only these; none: all
 * ends  [n_ends] pairs of different places
 */
enum cli_exit cli_network_find(struct cli *cli,
                               struct cli_network *out,
                               const struct cor_scenario *scenario,
                               uint32_t n_mode,
                               const uint32_t *mode,
                               const struct cli_ends *ends,
                               uint32_t n_ends);

/** The ends of all corridors, each pair of different places once; owned by the
 *  run, NULL for want of memory. */
const struct cli_ends *cli_network_ends(struct cli *cli,
                                        uint32_t *n,
                                        const struct cor_scenario *scenario);

/** Print tables of it; long lists are cut unless --verbose, and say so. */
enum cli_exit cli_network_print(struct cli *cli, const struct cli_network *net);

/** Set its keys. */
void cli_network_json(struct cli *cli,
                      json_t *object,
                      const struct cli_network *net);

#endif
