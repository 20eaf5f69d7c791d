/* cli/main.c -- the corridor command: which command is meant, and off it goes.
 */
#include <cli/command_list.h>
#include <cli/help.h>
#include <cli/options.h>
#include <cli/output.h>

#include <string.h>

#define ROW(name) &cli_command_##name,
const struct cli_command *const cli_commands[] = {CLI_COMMAND_LIST(ROW) NULL};
#undef ROW

/* Names that the contract keeps for commands of later versions. */
static const char *const later[] = {
    "explain", "flow", "report", "resilience", "simulate", "verify", NULL,
};

const struct cli_command *cli_command_find(const char *name)
{
    for (size_t i = 0; cli_commands[i] != NULL; i++)
        if (strcmp(cli_commands[i]->name, name) == 0)
            return cli_commands[i];
    return NULL;
}

static bool is_later(const char *name)
{
    for (size_t i = 0; later[i] != NULL; i++)
        if (strcmp(later[i], name) == 0)
            return true;
    return false;
}

static enum cli_exit refuse_later(struct cli *cli, const char *name)
{
    const char *list = cli_commands[0]->name;
    for (size_t i = 1; cli_commands[i] != NULL; i++)
        list = cor_text_print(&cli->arena, "%s%s%s", list,
                              cli_commands[i + 1] == NULL ? " and " : ", ",
                              cli_commands[i]->name);
    cli_complain("this version does not have '%s' yet; it has %s", name, list);
    return CLI_USAGE;
}

static enum cli_exit refuse(struct cli *cli, const char *name)
{
    if (is_later(name))
        return refuse_later(cli, name);
    const char *names[64];
    size_t n = 0;
    while (cli_commands[n] != NULL && n < CLI_COUNT(names)) {
        names[n] = cli_commands[n]->name;
        n++;
    }
    const char *near = cor_text_nearest(cor_text_of(name), names, n);
    if (near != NULL)
        cli_complain("there is no command '%s', did you mean '%s'?",
                     cli_shown(cli, name), near);
    else
        cli_complain("there is no command '%s'; see 'corridor --help'",
                     cli_shown(cli, name));
    return CLI_USAGE;
}

static enum cli_exit run_command(struct cli *cli, int n, char **word)
{
    void *options = cor_arena_copy(&cli->arena, cli->command->defaults, 1,
                                   cli->command->size);
    if (options == NULL)
        return CLI_FAULT;
    const enum cli_exit status = cli_options_parse(cli, options, n, word);
    if (status != CLI_ANSWERED)
        return status;
    if (cli->common.help) {
        cli_help_command(cli->out, cli->command);
        cli->common.output = NULL;
        return CLI_ANSWERED;
    }
    if (cli->common.version) {
        fputs("corridor " CLI_VERSION "\n", cli->out);
        cli->common.output = NULL;
        return CLI_ANSWERED;
    }
    return cli->command->run(cli, options);
}

static enum cli_exit run(struct cli *cli, int argc, char **argv)
{
    if (argc < 2) {
        cli_complain("a command is needed; see 'corridor --help'");
        return CLI_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        cli_help_program(cli->out);
        return CLI_ANSWERED;
    }
    if (strcmp(name, "--version") == 0) {
        fputs("corridor " CLI_VERSION "\n", cli->out);
        return CLI_ANSWERED;
    }
    cli->command = cli_command_find(name);
    if (cli->command == NULL)
        return refuse(cli, name);
    return run_command(cli, argc - 2, argv + 2);
}

int main(int argc, char **argv)
{
    struct cli cli;
    const enum cli_exit status = cli_begin(&cli);
    if (status != CLI_ANSWERED)
        return (int)status;
    return (int)cli_end(&cli, run(&cli, argc, argv));
}
