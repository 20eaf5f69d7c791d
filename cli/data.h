/* cli/data.h -- where the data that come with the program are. */
#ifndef CLI_DATA_H
#define CLI_DATA_H

#include <cli/command.h>

/**
 * The folder that has `maps` and `scenarios`: the source tree's for a program
 * in its build folder, else the one installed with it, wherever that was moved
 * to. Owned by the run; NULL when there is none.
 */
const char *cli_data_folder(struct cli *cli);

/** The path of something in that folder, or NULL. Owned by the run. */
const char *cli_data_path(struct cli *cli, const char *name);

#endif
