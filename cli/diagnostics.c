#include <cli/scenario.h>

#include <string.h>

/* ECMA-48, 8.3.117: bold red, bold yellow, bold cyan, none. */
static const char *const colors[] = {
    [COR_ERROR] = "\033[1;31m",
    [COR_WARNING] = "\033[1;33m",
    [COR_NOTE] = "\033[1;36m",
};
static const char *const words[] = {
    [COR_ERROR] = "error",
    [COR_WARNING] = "warning",
    [COR_NOTE] = "note",
};

static void print_place(FILE *out, struct cor_place place)
{
    if (place.file == NULL)
        return;
    fprintf(out, "%s:", place.file);
    if (place.line != 0)
        fprintf(out, "%u:%u:", place.line, place.column);
    fputc(' ', out);
}

/* A byte is measured as a column: tabs were escaped, wide letters are rare. */
static void print_line(FILE *out, const struct cor_diagnostic *item)
{
    if (item->line == NULL || item->line[0] == '\0')
        return;
    fprintf(out, "    %s\n    %*s^\n", item->line, (int)item->caret, "");
}

static void print_one(FILE *out, const struct cor_diagnostic *item, bool color)
{
    print_place(out, item->place);
    fprintf(out, "%s%s:%s %s\n", color ? colors[item->severity] : "",
            words[item->severity], color ? "\033[0m" : "", item->message);
    print_line(out, item);
    if (item->suggestion != NULL)
        fprintf(out, "    %s\n", item->suggestion);
}

void cli_diagnostics_print(FILE *out,
                           const struct cor_report *report,
                           struct cli_diagnostics how)
{
    const size_t counted[] = {
        [COR_ERROR] = report->n_error,
        [COR_WARNING] = report->n_warning,
        [COR_NOTE] = report->n_note,
    };
    size_t rest = 0;
    for (size_t severity = 0; severity <= how.least; severity++)
        rest += counted[severity];
    for (size_t i = 0; i < report->n; i++)
        if (report->item[i].severity <= how.least) {
            print_one(out, &report->item[i], how.color);
            rest--;
        }
    if (rest != 0)
        fprintf(out, "and %zu more\n", rest);
}
