/* cli/compare_view.h -- what was compared, shown. */
#ifndef CLI_COMPARE_VIEW_H
#define CLI_COMPARE_VIEW_H

#include <cli/command.h>

#include <corridor/sim/compare.h>

/** A corridor or a pair of places, in every scenario. */
struct cli_compared {
    const char *id, *title;          /* title may be NULL */
    const struct cor_titles *titles; /* of the corridor; may be NULL */
    uint32_t n_column;
    struct cor_compare_column *column; /* [n_column] a scenario each */
    const char **reason; /* [n_column] why a column has no route */
};

struct cli_comparison {
    uint32_t n_scenario, n;
    const struct cor_scenario **scenario; /* [n_scenario] */
    struct cli_compared *item;            /* [n] */
};

/** Print it as tables or as JSON; gives CLI_NO when no route was found at all.
 */
enum cli_exit cli_comparison_print(struct cli *cli,
                                   const struct cli_comparison *all);

#endif
