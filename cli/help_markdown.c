#include <cli/help.h>

static void print_options(FILE *out, struct cli_options options)
{
    if (options.n == 0)
        return;
    fputs("\n| option | meaning |\n|---|---|\n", out);
    for (size_t i = 0; i < options.n; i++) {
        const struct cli_option *option = &options.option[i];
        fputs("| ", out);
        if (option->letter != 0)
            fprintf(out, "`-%c`, ", option->letter);
        fprintf(out, "`--%s%s%s` | %s |\n", option->name,
                option->argument != NULL ? " " : "",
                option->argument != NULL ? option->argument : "", option->help);
    }
}

static void print_command(FILE *out, const struct cli_command *command)
{
    fprintf(out, "\n## `corridor %s%s%s`\n\n", command->name,
            command->arguments[0] == '\0' ? "" : " ", command->arguments);
    fprintf(out, "%s.\n", command->summary);
    if (command->details != NULL)
        fprintf(out, "%s\n", command->details);
    fputs("\n```sh\n", out);
    for (const char *const *line = command->examples; *line; line++)
        fprintf(out, "%s\n", *line);
    fputs("```\n", out);
    print_options(out, command->options);
}

void cli_help_markdown(FILE *out)
{
    fputs("# Commands\n"
          "\n"
          "Written by `corridor help --format markdown` from the tables that "
          "the command reads.\n"
          "\n"
          "`corridor COMMAND [OPTIONS] SCENARIO...`: options may stand "
          "anywhere after the\n"
          "command. A scenario is a file, a folder with the GMNS tables "
          "`node.csv` and\n"
          "`link.csv`, or `-` for the standard input.\n",
          out);
    for (size_t i = 0; cli_commands[i] != NULL; i++)
        print_command(out, cli_commands[i]);
    fputs("\n## Options of every command\n", out);
    print_options(out, cli_common_options);
    fputs("\n## Exit status\n\n| status | meaning |\n|---|---|\n", out);
    for (size_t i = 0; cli_statuses[i].meaning != NULL; i++)
        fprintf(out, "| %d | %s |\n", cli_statuses[i].status,
                cli_statuses[i].meaning);
}
