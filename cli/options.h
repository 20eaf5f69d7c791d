/* cli/options.h -- from the words of a command line to values. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <cli/command.h>

/**
 * Read the words after the command's name; options may stand anywhere, "--"
 * ends them.
 *
 * cli      gets `common` and the arguments
 * options  gets the command's own options; begins as the command's defaults
 * Returns  CLI_ANSWERED, or CLI_USAGE with the reason on stderr
 */
enum cli_exit
cli_options_parse(struct cli *cli, void *options, int n, char *const *word);

/** The option of that name in the command's table, else the common one. */
const struct cli_option *
cli_option_find(const struct cli_command *command, const char *name, size_t n);

/** What the answer is written as: --json, --format, the ending of the output's
 *  name, else the command's first format. */
const char *cli_format(const struct cli *cli);

/** Whether the answer is a JSON document. */
bool cli_wants_json(const struct cli *cli);

#endif
