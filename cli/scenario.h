/* cli/scenario.h -- scenarios for commands, and what is wrong with them. */
#ifndef CLI_SCENARIO_H
#define CLI_SCENARIO_H

#include <cli/command.h>

#include <corridor/model/load.h>

/**
 * Load a scenario for an answer about it. Every problem goes to stderr; of
 * warnings their number, with --verbose each.
 *
 * out      owned by the run
 * Returns  CLI_ANSWERED, else why not: CLI_INPUT, CLI_FILE, CLI_USAGE when the
 *          output is the scenario itself
 */
enum cli_exit cli_scenario_load(struct cli *cli,
                                const struct cor_scenario **out,
                                const char *path);

/** As cli_scenario_load, but loaded so. */
enum cli_exit cli_scenario_load_with(struct cli *cli,
                                     const struct cor_scenario **out,
                                     const char *path,
                                     const struct cor_load *how);

/** How this run loads scenarios. */
struct cor_load cli_scenario_how(const struct cli *cli);

/** Whether a file to be written is one that the scenario was read from;
 *  complains. */
bool cli_scenario_is_input(struct cli *cli,
                           const struct cor_scenario *scenario,
                           const char *path);

/** Whether the answer would be written over what is to be read; complains. */
bool cli_output_is_input(struct cli *cli);

/** Whether it would be written over what a scenario was read from, as what it
 *  extends; complains. */
bool cli_output_is_read(struct cli *cli, const struct cor_scenario *scenario);

/** Which complaints to print, and whether with the line and a caret. */
struct cli_diagnostics {
    enum cor_severity least; /* COR_ERROR: only errors */
    bool color;
};

/** Print complaints, "file:line:column: error: message" each. */
void cli_diagnostics_print(FILE *out,
                           const struct cor_report *report,
                           struct cli_diagnostics how);

#endif
