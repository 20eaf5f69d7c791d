#include <cli/help.h>

#include <cli/options.h>

#include <string.h>

enum { TEXT_WIDTH = 78, HELP_COLUMN = 26 };

const struct cli_status cli_statuses[] = {
    {CLI_ANSWERED, "answered"},
    {CLI_NO, "the answer is no: no route, or errors found by check"},
    {CLI_USAGE, "wrong usage"},
    {CLI_INPUT, "bad input"},
    {CLI_FILE, "cannot read or write"},
    {CLI_FAULT, "a fault of the program"},
    {CLI_INTERRUPTED, "interrupted"},
    {CLI_ANSWERED, NULL},
};

/* Words from `indent` on, broken before the width is exceeded. */
static void print_wrapped(FILE *out, const char *text, size_t indent)
{
    size_t column = indent;
    while (*text != '\0') {
        const size_t n = strcspn(text, " ");
        const bool first = column == indent;
        if (!first && column + 1 + n > TEXT_WIDTH) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (!first) {
            fputc(' ', out);
            column++;
        }
        fprintf(out, "%.*s", (int)n, text);
        column += n;
        text += n + strspn(text + n, " ");
    }
    fputc('\n', out);
}

static void print_option(FILE *out, const struct cli_option *option)
{
    char name[64];
    const char *argument = option->argument != NULL ? option->argument : "";
    const char *blank = option->argument != NULL ? " " : "";
    if (option->letter != 0)
        snprintf(name, sizeof name, "  -%c, --%s%s%s", option->letter,
                 option->name, blank, argument);
    else
        snprintf(name, sizeof name, "      --%s%s%s", option->name, blank,
                 argument);
    fprintf(out, "%-*s", HELP_COLUMN, name);
    if (strlen(name) >= HELP_COLUMN)
        fprintf(out, "\n%*s", HELP_COLUMN, "");
    print_wrapped(out, option->help, HELP_COLUMN);
}

static void
print_options(FILE *out, const char *title, struct cli_options options)
{
    if (options.n == 0)
        return;
    fprintf(out, "\n%s:\n", title);
    for (size_t i = 0; i < options.n; i++)
        print_option(out, &options.option[i]);
}

static void print_formats(FILE *out, const struct cli_command *command)
{
    fputs("\nFormats: ", out);
    for (const char *const *format = command->formats; *format; format++)
        fprintf(out, "%s%s", format == command->formats ? "" : ", ", *format);
    fputc('\n', out);
}

void cli_help_command(FILE *out, const struct cli_command *command)
{
    fputs("Examples:\n", out);
    for (const char *const *line = command->examples; *line; line++)
        fprintf(out, "  %s\n", *line);
    fprintf(out, "\nUsage: corridor %s [OPTIONS]%s%s\n\n", command->name,
            command->arguments[0] != '\0' ? " " : "", command->arguments);
    char sentence[256];
    snprintf(sentence, sizeof sentence, "%s.", command->summary);
    print_wrapped(out, sentence, 0);
    if (command->details != NULL)
        print_wrapped(out, command->details, 0);
    print_options(out, "Options", command->options);
    print_options(out, "Options of every command", cli_common_options);
    print_formats(out, command);
}

void cli_help_program(FILE *out)
{
    fputs("Examples:\n"
          "  corridor run scenarios/trans-caspian.yaml -o out\n"
          "  corridor route scenarios/trans-caspian.yaml xian poti\n"
          "  corridor help route\n"
          "\n"
          "Usage: corridor COMMAND [OPTIONS] SCENARIO...\n"
          "\n"
          "Geographic transport corridors: evaluated leg by leg, compared, "
          "drawn.\n"
          "\n"
          "Commands:\n",
          out);
    for (size_t i = 0; cli_commands[i] != NULL; i++) {
        fprintf(out, "  %-14s", cli_commands[i]->name);
        print_wrapped(out, cli_commands[i]->summary, 16);
    }
    fputs("\n"
          "A scenario is a file, a folder with the GMNS tables node.csv and "
          "link.csv, or -\n"
          "for the standard input.\n"
          "\n"
          "Exit status:\n",
          out);
    for (size_t i = 0; cli_statuses[i].meaning != NULL; i++)
        fprintf(out, "  %-5d%s\n", cli_statuses[i].status,
                cli_statuses[i].meaning);
}
