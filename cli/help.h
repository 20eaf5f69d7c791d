/* cli/help.h -- help, derived from the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <cli/command.h>

/** Examples first, then what the command does, then every option. */
void cli_help_command(FILE *out, const struct cli_command *command);

/** What the program is, and its commands. */
void cli_help_program(FILE *out);

#endif
