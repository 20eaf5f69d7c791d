/* cli/run_files.h -- the files that `run -o DIR` writes. */
#ifndef CLI_RUN_FILES_H
#define CLI_RUN_FILES_H

#include <cli/claims.h>
#include <cli/evaluate.h>
#include <cli/json.h>
#include <cli/network_view.h>

/** All that a run found out. */
struct cli_run {
    const struct cor_scenario *scenario;
    uint32_t n;
    struct cli_journey *journey; /* [n] */
    struct cli_network network;
    struct cor_claim_answer *claim; /* [scenario->n_claim] */
};

/** Names of the files written, in their folder. */
struct cli_files {
    size_t n, capacity;
    const char **name; /* [n] */
};

/** The document of a run; its last key lists the files. */
json_t *cli_run_json(struct cli *cli,
                     const struct cli_run *run,
                     const struct cli_files *files);

/**
 * Write results, then maps: the folder is made when it is not there.
 *
 * files    gets the names of what was written; none when results were not
 * Returns  CLI_ANSWERED; CLI_USAGE when a file would replace one that was read,
 *          nothing being written then; CLI_FILE when something could not be
 *          written or drawn, what came before it being kept
 */
enum cli_exit cli_run_write(struct cli *cli,
                            struct cli_files *files,
                            const struct cli_run *run,
                            const char *folder);

#endif
