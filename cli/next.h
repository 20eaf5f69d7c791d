/* cli/next.h -- commands that an answer ends with, to be pasted as they are. */
#ifndef CLI_NEXT_H
#define CLI_NEXT_H

#include <cli/command.h>

/** Text as one word of a shell's command line, quoted where it must be; what
 *  cannot be shown is written as bash and zsh read it, $'\x0a'. Never NULL;
 *  owned by the run. */
const char *cli_word(struct cli *cli, const char *text);

/** Argument `i`, a scenario, in words of a shell, and the options that this run
 *  read it with. Never NULL; owned by the run. */
const char *cli_next_scenario(struct cli *cli, size_t i);

#endif
