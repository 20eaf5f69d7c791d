#include <cli/command_list.h>
#include <cli/help.h>
#include <cli/output.h>

static enum cli_exit run(struct cli *cli, const void *options)
{
    (void)options;
    if (cli->n_argument == 0) {
        cli_help_program(cli->out);
        return CLI_ANSWERED;
    }
    const struct cli_command *command = cli_command_find(cli->argument[0]);
    if (command == NULL) {
        cli_complain("help: there is no command '%s'; see 'corridor --help'",
                     cli_shown(cli, cli->argument[0]));
        return CLI_USAGE;
    }
    cli_help_command(cli->out, command);
    return CLI_ANSWERED;
}

static const char *const examples[] = {
    "corridor help",
    "corridor help route",
    NULL,
};
static const char *const formats[] = {"text", NULL};

const struct cli_command cli_command_help = {
    .name = "help",
    .summary = "Explain the program or one of its commands",
    .arguments = "[COMMAND]",
    .examples = examples,
    .formats = formats,
    .most = 1,
    .run = run,
};
