#include <cli/command_list.h>
#include <cli/help.h>
#include <cli/options.h>
#include <cli/output.h>

#include <string.h>

/* A form that all of the help can be written in. */
struct form {
    const char *name;
    void (*write)(FILE *out);
};
static const struct form forms[] = {
    {"text", cli_help_program},
    {"man", cli_help_man},
    {"markdown", cli_help_markdown},
};

static void explain_program(struct cli *cli)
{
    for (size_t i = 0; i < CLI_COUNT(forms); i++)
        if (strcmp(forms[i].name, cli_format(cli)) == 0)
            forms[i].write(cli->out);
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    (void)options;
    if (cli->n_argument == 0) {
        explain_program(cli);
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
    "corridor help --format man > corridor.1",
    NULL,
};
static const char *const formats[] = {"text", "man", "markdown", NULL};

const struct cli_command cli_command_help = {
    .name = "help",
    .summary = "Explain the program or one of its commands",
    .arguments = "[COMMAND]",
    .examples = examples,
    .formats = formats,
    .most = 1,
    .run = run,
};
