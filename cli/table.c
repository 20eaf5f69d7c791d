#include <cli/table.h>

#include <cli/output.h>

#include <libsmartcols/libsmartcols.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BOLD "\033[1m" /* ECMA-48, 8.3.117 */

/* Columns of the terminal that the answer goes to, or 0. */
static size_t terminal_width(const struct cli *cli)
{
    struct winsize size;
    const char *output = cli->common.output;
    if ((output != NULL && strcmp(output, "-") != 0) ||
        !isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

static bool add_column(struct cli_table *table,
                       const struct cli_column *column,
                       bool narrow)
{
    const int flags = column->is_number ? SCOLS_FL_RIGHT
                      : narrow          ? SCOLS_FL_WRAP
                                        : 0;
    struct libscols_column *made = scols_table_new_column(
        table->lines, cli_shown(table->cli, column->title), 0, flags);
    return made != NULL &&
           (!table->color ||
            scols_cell_set_color(scols_column_get_header(made), BOLD) == 0);
}

struct cli_table
cli_table_begin(struct cli *cli, const struct cli_column *column, size_t n)
{
    const size_t width = terminal_width(cli);
    struct cli_table table = {
        .cli = cli,
        .lines = scols_new_table(),
        .n_column = n,
        .color = cli_has_color(cli, STDOUT_FILENO),
    };
    if (table.lines == NULL) {
        table.failed = true;
        return table;
    }
    scols_table_set_column_separator(table.lines, "  ");
    scols_table_enable_colors(table.lines, table.color);
    scols_table_enable_noencoding(table.lines, 1);
    scols_table_set_termforce(table.lines, width != 0 ? SCOLS_TERMFORCE_ALWAYS
                                                      : SCOLS_TERMFORCE_NEVER);
    if (width != 0)
        scols_table_set_termwidth(table.lines, width);
    for (size_t i = 0; i < n && !table.failed; i++)
        table.failed = !add_column(&table, &column[i], width != 0);
    return table;
}

static void
add_row(struct cli_table *table, const char *const *cell, const char *color)
{
    struct libscols_line *line =
        table->failed ? NULL : scols_table_new_line(table->lines, NULL);
    if (line == NULL) {
        table->failed = true;
        return;
    }
    for (size_t i = 0; i < table->n_column; i++)
        if (cell[i] != NULL &&
            scols_line_set_data(line, i, cli_shown(table->cli, cell[i])) != 0)
            table->failed = true;
    if (color != NULL && scols_line_set_color(line, color) != 0)
        table->failed = true;
}

void cli_table_row(struct cli_table *table, const char *const *cell)
{
    add_row(table, cell, NULL);
}

void cli_table_total(struct cli_table *table, const char *const *cell)
{
    add_row(table, cell, table->color ? BOLD : NULL);
}

enum cli_exit cli_table_print(struct cli_table *table)
{
    char *text = NULL;
    if (!table->failed && scols_print_table_to_string(table->lines, &text) != 0)
        table->failed = true;
    if (text != NULL)
        fprintf(table->cli->out, "%s%s", text,
                text[0] != '\0' && text[strlen(text) - 1] == '\n' ? "" : "\n");
    free(text);
    scols_unref_table(table->lines);
    return table->failed ? CLI_FAULT : CLI_ANSWERED;
}

const char *cli_number(struct cli *cli, double value, int decimals)
{
    if (!isfinite(value))
        return "-";
    char text[COR_NUMBER_SIZE];
    cor_number_fixed(text, value, decimals);
    const char *kept = cor_text_copy(&cli->arena, cor_text_of(text));
    return kept != NULL ? kept : "?";
}

const char *cli_whole(struct cli *cli, uint64_t value)
{
    const char *text =
        cor_text_print(&cli->arena, "%llu", (unsigned long long)value);
    return text != NULL ? text : "?";
}
