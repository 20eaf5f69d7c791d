/* cli/map_merge.h -- two scenarios on one map. */
#ifndef CLI_MAP_MERGE_H
#define CLI_MAP_MERGE_H

#include <cli/command.h>

#include <corridor/model/scenario.h>

/** Links and places of two scenarios, those of one id once. */
struct cli_merge {
    const struct cor_scenario *before, *after;
    struct cor_scenario drawn; /* `after`, and what only `before` has; good for
                                  maps alone */
    const uint32_t *in_before, *in_after; /* [drawn.links.n] or COR_NONE */
    const uint32_t *of_before, *of_after; /* from their links to drawn's */
};

/** Merge two scenarios; `out` is owned by the run. */
enum cli_exit cli_merge(struct cli *cli,
                        const struct cli_merge **out,
                        const struct cor_scenario *before,
                        const struct cor_scenario *after);

#endif
