/* cli/table.h -- tables for people, on libsmartcols. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <cli/command.h>

/** A column; numbers stand to the right, units in the title. */
struct cli_column {
    const char *title;
    bool is_number;
};

/** A table that is being filled. Failures show when it is printed. */
struct cli_table {
    struct cli *cli;
    struct libscols_table *lines;
    size_t n_column;
    bool color, failed;
};

/** Begin a table. Always end it with cli_table_print. */
struct cli_table
cli_table_begin(struct cli *cli, const struct cli_column *column, size_t n);

/** Add a row; `cell` is copied, NULL entries are empty. */
void cli_table_row(struct cli_table *table, const char *const *cell);

/** Add a row that stands out, such as a total. */
void cli_table_total(struct cli_table *table, const char *const *cell);

/** Write the table to the answer and give it back; complete always, as wide as
 *  the terminal where there is one. */
enum cli_exit cli_table_print(struct cli_table *table);

/** A number with its decimals, "-" when it is not known. Owned by the run. */
const char *cli_number(struct cli *cli, double value, int decimals);

/** A share as "12.5 %", "-" when it is not known. Owned by the run. */
const char *cli_percent(struct cli *cli, double share);

/** A whole number. Owned by the run. */
const char *cli_whole(struct cli *cli, uint64_t value);

#endif
