#include <cli/table.h>

#include <cli/output.h>

#include <libsmartcols/libsmartcols.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A column of text that is broken further cannot be read. */
enum { LEAST_WIDTH = 16 };

#define SEPARATOR "  "
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

static bool add_column(struct cli_table *table, const struct cli_column *column)
{
    struct libscols_column *made = scols_table_new_column(
        table->lines, cli_shown(table->cli, column->title), 0,
        column->is_number ? SCOLS_FL_RIGHT : 0);
    return made != NULL &&
           (!table->color ||
            scols_cell_set_color(scols_column_get_header(made), BOLD) == 0);
}

struct cli_table
cli_table_begin(struct cli *cli, const struct cli_column *column, size_t n)
{
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
    scols_table_set_column_separator(table.lines, SEPARATOR);
    scols_table_enable_colors(table.lines, table.color);
    scols_table_enable_noencoding(table.lines, 1);
    scols_table_set_termforce(table.lines, SCOLS_TERMFORCE_NEVER);
    for (size_t i = 0; i < n && !table.failed; i++)
        table.failed = !add_column(&table, &column[i]);
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

/* Lines without the blanks that fill up their last column. */
static void print_lines(FILE *out, const char *text)
{
    while (*text != '\0') {
        const size_t line = strcspn(text, "\n");
        size_t n = line;
        while (n != 0 && text[n - 1] == ' ')
            n--;
        fprintf(out, "%.*s\n", (int)n, text);
        text += line + (text[line] == '\n');
    }
}

/* How wide the table was printed, and its widest column of text. */
static size_t measure(const struct cli_table *table,
                      struct libscols_column **widest)
{
    size_t sum = (table->n_column - 1) * strlen(SEPARATOR), most = 0;
    for (size_t i = 0; i < table->n_column; i++) {
        struct libscols_column *column =
            scols_table_get_column(table->lines, i);
        const size_t width = scols_column_get_width(column);
        sum += width;
        if (width > most && !scols_column_is_right(column)) {
            most = width;
            *widest = column;
        }
    }
    return sum;
}

/* Turn blanks into line ends so that no line is longer than `width`, but for
   single words that are. */
static void break_lines(char *text, size_t width)
{
    char *start = text, *blank = NULL;
    for (char *c = text; *c != '\0'; c++) {
        const struct cor_text line = {start, (size_t)(c - start)};
        if (*c == ' ')
            blank = cor_text_length(line) <= width || blank == NULL ? c : blank;
        if (blank == NULL || cor_text_length(line) < width)
            continue;
        *blank = '\n';
        start = blank + 1;
        blank = NULL;
    }
}

static void
narrow(struct cli_table *table, struct libscols_column *column, size_t width)
{
    scols_column_set_flags(column, SCOLS_FL_WRAP);
    scols_column_set_wrapfunc(column, scols_wrapnl_chunksize,
                              scols_wrapnl_nextchunk, NULL);
    scols_column_set_safechars(column, "\n");
    for (size_t i = 0; i < scols_table_get_nlines(table->lines); i++) {
        struct libscols_cell *cell = scols_line_get_column_cell(
            scols_table_get_line(table->lines, i), column);
        const char *data = scols_cell_get_data(cell);
        if (data == NULL)
            continue;
        char *copy = cor_text_copy(&table->cli->arena, cor_text_of(data));
        if (copy != NULL)
            break_lines(copy, width);
        if (copy == NULL || scols_cell_set_data(cell, copy) != 0)
            table->failed = true;
    }
}

/* On a terminal that is too narrow the widest text is broken at its words;
   nothing is ever cut off. */
static char *print_fitting(struct cli_table *table)
{
    char *text = NULL;
    if (scols_print_table_to_string(table->lines, &text) != 0)
        return NULL;
    const size_t room = terminal_width(table->cli);
    struct libscols_column *widest = NULL;
    const size_t width = measure(table, &widest);
    if (room == 0 || width <= room || widest == NULL)
        return text;
    const size_t excess = width - room, now = scols_column_get_width(widest);
    narrow(table, widest,
           now > excess + LEAST_WIDTH ? now - excess : LEAST_WIDTH);
    free(text);
    text = NULL;
    return scols_print_table_to_string(table->lines, &text) == 0 ? text : NULL;
}

enum cli_exit cli_table_print(struct cli_table *table)
{
    char *text = table->failed ? NULL : print_fitting(table);
    if (text != NULL)
        print_lines(table->cli->out, text);
    table->failed |= text == NULL;
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

const char *cli_percent(struct cli *cli, double share)
{
    return isfinite(share) ? cor_text_print(&cli->arena, "%s %%",
                                            cli_number(cli, 100 * share, 1))
                           : "-";
}

const char *cli_whole(struct cli *cli, uint64_t value)
{
    const char *text =
        cor_text_print(&cli->arena, "%llu", (unsigned long long)value);
    return text != NULL ? text : "?";
}
