/* cli/help.h -- help, derived from the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <cli/command.h>

/** What an exit status means; the last has no meaning. */
struct cli_status {
    enum cli_exit status;
    const char *meaning;
};
extern const struct cli_status cli_statuses[];

/** Examples first, then what the command does, then every option. */
void cli_help_command(FILE *out, const struct cli_command *command);

/** What the program is, and its commands. */
void cli_help_program(FILE *out);

/** All of it as a manual page, and as a page of documentation. */
void cli_help_man(FILE *out);
void cli_help_markdown(FILE *out);

#endif
