#include <cli/help.h>

#include <string.h>

/* Text as roff takes it: no line is a request, no dash breaks an option. */
static void print_roff(FILE *out, const char *text)
{
    if (text[0] == '.' || text[0] == '\'')
        fputs("\\&", out);
    for (; *text != '\0'; text++)
        if (*text == '\\')
            fputs("\\e", out);
        else if (*text == '-')
            fputs("\\-", out);
        else
            fputc(*text, out);
}

static void print_line(FILE *out, const char *before, const char *text)
{
    fputs(before, out);
    print_roff(out, text);
    fputc('\n', out);
}

static void print_options(FILE *out, struct cli_options options)
{
    for (size_t i = 0; i < options.n; i++) {
        const struct cli_option *option = &options.option[i];
        fputs(".TP\n", out);
        if (option->letter != 0)
            fprintf(out, "\\fB\\-%c\\fR, ", option->letter);
        fputs("\\fB\\-\\-", out);
        print_roff(out, option->name);
        fputs("\\fR", out);
        if (option->argument != NULL)
            fprintf(out, " \\fI%s\\fR", option->argument);
        fputc('\n', out);
        print_line(out, "", option->help);
    }
}

static void print_command(FILE *out, const struct cli_command *command)
{
    fprintf(out, ".SS corridor %s %s\n", command->name, command->arguments);
    fprintf(out, "%s.\n", command->summary);
    if (command->details != NULL)
        print_line(out, "", command->details);
    fputs(".PP\n.nf\n", out);
    for (const char *const *line = command->examples; *line; line++)
        print_line(out, "    ", *line);
    fputs(".fi\n", out);
    print_options(out, command->options);
}

void cli_help_man(FILE *out)
{
    fputs(".TH CORRIDOR 1 \"\" \"corridor " CLI_VERSION "\"\n"
          ".SH NAME\n"
          "corridor \\- geographic transport corridors, evaluated leg by leg, "
          "compared, drawn\n"
          ".SH SYNOPSIS\n"
          "\\fBcorridor\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] "
          "\\fISCENARIO\\fR...\n"
          ".SH DESCRIPTION\n"
          "A scenario is a file, a folder with the GMNS tables node.csv and "
          "link.csv, or \\- for the standard input.\n"
          ".SH COMMANDS\n",
          out);
    for (size_t i = 0; cli_commands[i] != NULL; i++)
        print_command(out, cli_commands[i]);
    fputs(".SH OPTIONS OF EVERY COMMAND\n", out);
    print_options(out, cli_common_options);
    fputs(".SH EXIT STATUS\n", out);
    for (size_t i = 0; cli_statuses[i].meaning != NULL; i++)
        fprintf(out, ".TP\n%d\n%s\n", cli_statuses[i].status,
                cli_statuses[i].meaning);
}
