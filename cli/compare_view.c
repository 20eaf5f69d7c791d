#include <cli/compare_view.h>

#include <cli/json.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/table.h>

#include <math.h>
#include <string.h>

/* The corridors of one scenario are held against the first of them: a single
   table with a column for each. */
static enum cli_exit side_by_side(struct cli *cli,
                                  struct cor_comparison *out,
                                  const struct cli_comparison *all)
{
    struct cor_compare_column *column =
        cor_arena_array(&cli->arena, struct cor_compare_column, all->n);
    if (column == NULL)
        return CLI_FAULT;
    for (uint32_t i = 0; i < all->n; i++)
        column[i] = all->item[i].column[0];
    struct cor_error err = {0};
    return cor_compare_routes(out, column, all->n, &cli->arena, &err) == COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
}

static enum cli_exit compare_item(struct cli *cli,
                                  struct cor_comparison *out,
                                  const struct cli_compared *item)
{
    struct cor_error err = {0};
    return cor_compare_routes(out, item->column, item->n_column, &cli->arena,
                              &err) == COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
}

static const char *
show_value(struct cli *cli, const struct cor_compare_row *row, uint32_t i)
{
    const bool count = strcmp(row->unit, "1") == 0;
    const int decimals = !count                                  ? 1
                         : row->value[i] == floor(row->value[i]) ? 0
                                                                 : 3;
    const char *value = cli_number(cli, row->value[i], decimals);
    if (i == 0 || isnan(row->delta[i]))
        return value;
    return cor_text_print(&cli->arena, "%s (%s%s)", value,
                          row->delta[i] > 0 ? "+" : "",
                          cli_number(cli, row->delta[i], decimals));
}

/* A table of metrics; `title` names its columns. */
static enum cli_exit print_table(struct cli *cli,
                                 const struct cor_comparison *made,
                                 const char *const *title)
{
    struct cli_column *columns =
        cor_arena_array(&cli->arena, struct cli_column, made->n_column + 2);
    const char **cell =
        cor_arena_array(&cli->arena, const char *, made->n_column + 2);
    if (columns == NULL || cell == NULL)
        return CLI_FAULT;
    columns[0] = (struct cli_column){"Metric", false};
    columns[1] = (struct cli_column){"Unit", false};
    for (uint32_t i = 0; i < made->n_column; i++)
        columns[i + 2] = (struct cli_column){title[i], true};
    struct cli_table table = cli_table_begin(cli, columns, made->n_column + 2);
    for (uint32_t r = 0; r < made->n_row; r++) {
        cell[0] = made->row[r].name;
        cell[1] = strcmp(made->row[r].unit, "1") == 0 ? "" : made->row[r].unit;
        for (uint32_t i = 0; i < made->n_column; i++)
            cell[i + 2] = show_value(cli, &made->row[r], i);
        cli_table_row(&table, cell);
    }
    return cli_table_print(&table);
}

/* What a column of dashes means; `title` names the columns. */
static void print_absences(struct cli *cli,
                           const struct cli_compared *item,
                           const char *const *title)
{
    for (uint32_t i = 0; i < item->n_column; i++)
        if (item->column[i].route == NULL)
            fprintf(cli->out, "No route in %s: %s.\n", cli_shown(cli, title[i]),
                    cli_shown(cli, item->reason[i]));
}

static enum cli_exit print_single(struct cli *cli,
                                  const struct cli_comparison *all)
{
    const char **title = cor_arena_array(&cli->arena, const char *, all->n);
    struct cor_comparison made;
    if (title == NULL)
        return CLI_FAULT;
    for (uint32_t i = 0; i < all->n; i++)
        title[i] = all->item[i].id;
    enum cli_exit status = side_by_side(cli, &made, all);
    if (status == CLI_ANSWERED)
        status = print_table(cli, &made, title);
    for (uint32_t i = 0; i < all->n && status == CLI_ANSWERED; i++)
        print_absences(cli, &all->item[i], &title[i]);
    return status;
}

static enum cli_exit print_changes(struct cli *cli,
                                   const struct cli_comparison *all)
{
    struct cor_error err = {0};
    for (uint32_t i = 1; i < all->n_scenario; i++) {
        struct cor_changes changes;
        if (cor_compare_scenarios(&changes, all->scenario[0], all->scenario[i],
                                  &cli->arena, &err) != COR_OK)
            return cli_fail(cli, &err);
        fprintf(cli->out, "What changes in %s%s\n",
                cli_shown(cli, cli->argument[i]),
                changes.n == 0 ? ": nothing that an evaluation reads" : "");
        for (uint32_t c = 0; c < changes.n; c++)
            fprintf(cli->out, "- %s\n", cli_shown(cli, changes.sentence[c]));
        fputc('\n', cli->out);
    }
    return CLI_ANSWERED;
}

static enum cli_exit print_several(struct cli *cli,
                                   const struct cli_comparison *all)
{
    const char *const *title = cli->argument;
    enum cli_exit status = print_changes(cli, all);
    for (uint32_t i = 0; i < all->n && status == CLI_ANSWERED; i++) {
        const struct cli_compared *item = &all->item[i];
        struct cor_comparison made;
        fprintf(cli->out, "%s\n",
                cli_shown(cli, item->title != NULL ? item->title : item->id));
        status = compare_item(cli, &made, item);
        if (status == CLI_ANSWERED)
            status = print_table(cli, &made, title);
        if (status == CLI_ANSWERED)
            print_absences(cli, item, title);
        fputc('\n', cli->out);
    }
    return status;
}

static enum cli_exit print_text(struct cli *cli,
                                const struct cli_comparison *all)
{
    const bool single = all->n_scenario == 1;
    const enum cli_exit status =
        single ? print_single(cli, all) : print_several(cli, all);
    if (all->n == 0)
        fputs("Note: there are no corridors; give --from and --to.\n",
              cli->out);
    fprintf(cli->out,
            "Differences in brackets are to the first %s; sources stand in "
            "the ledgers.\nNext: corridor run %s\n",
            single ? "corridor" : "scenario",
            cli_next_scenario(cli, all->n_scenario - 1));
    return status;
}

/* Values and differences of columns first to first + n - 1. */
static json_t *metrics_json(struct cli *cli,
                            const struct cor_comparison *made,
                            uint32_t first,
                            uint32_t n)
{
    json_t *metrics = json_array();
    for (uint32_t r = 0; r < made->n_row; r++) {
        const struct cor_compare_row *row = &made->row[r];
        json_t *values = json_array(), *delta = json_array();
        for (uint32_t i = first; i < first + n; i++) {
            json_array_append_new(values, cli_json_number(row->value[i]));
            json_array_append_new(delta, cli_json_number(row->delta[i]));
        }
        json_array_append_new(metrics,
                              json_pack("{s:o, s:o, s:o, s:o}", "name",
                                        cli_json_text(cli, row->name), "unit",
                                        cli_json_text(cli, row->unit), "values",
                                        values, "delta", delta));
    }
    return metrics;
}

static void append_item(struct cli *cli,
                        json_t *list,
                        const struct cli_compared *item,
                        json_t *metrics)
{
    json_t *object =
        json_pack("{s:o, s:o, s:o}", "id", cli_json_text(cli, item->id),
                  "title", cli_json_text(cli, item->title), "metrics", metrics);
    cli_json_add_titles(cli, object, "titles", item->titles);
    json_array_append_new(list, object);
}

static enum cli_exit
items_json(struct cli *cli, json_t *list, const struct cli_comparison *all)
{
    struct cor_comparison made = {0};
    enum cli_exit status = CLI_ANSWERED;
    if (all->n_scenario == 1)
        status = side_by_side(cli, &made, all);
    for (uint32_t i = 0; i < all->n && status == CLI_ANSWERED; i++) {
        const struct cli_compared *item = &all->item[i];
        if (all->n_scenario != 1)
            status = compare_item(cli, &made, item);
        if (status == CLI_ANSWERED)
            append_item(cli, list, item,
                        metrics_json(cli, &made, all->n_scenario == 1 ? i : 0,
                                     item->n_column));
    }
    return status;
}

static enum cli_exit
changes_json(struct cli *cli, json_t *list, const struct cli_comparison *all)
{
    struct cor_error err = {0};
    for (uint32_t i = 1; i < all->n_scenario; i++) {
        struct cor_changes changes;
        if (cor_compare_scenarios(&changes, all->scenario[0], all->scenario[i],
                                  &cli->arena, &err) != COR_OK)
            return cli_fail(cli, &err);
        for (uint32_t c = 0; c < changes.n; c++)
            json_array_append_new(list,
                                  cli_json_text(cli, changes.sentence[c]));
    }
    return CLI_ANSWERED;
}

static enum cli_exit print_json(struct cli *cli,
                                const struct cli_comparison *all)
{
    json_t *scenarios = json_array(), *changes = json_array(),
           *items = json_array();
    for (uint32_t i = 0; i < all->n_scenario; i++) {
        const struct cor_scenario *s = all->scenario[i];
        json_t *object = json_pack("{s:o, s:o}", "file",
                                   cli_json_text(cli, cli->argument[i]),
                                   "title", cli_json_text(cli, s->title));
        cli_json_add_titles(cli, object, "titles", &s->titles);
        json_array_append_new(scenarios, object);
    }
    json_t *document = cli_json_document(cli, "compare");
    json_object_set_new(document, "scenarios", scenarios);
    json_object_set_new(document, "changes", changes);
    json_object_set_new(document, "corridors", items);
    enum cli_exit status = changes_json(cli, changes, all);
    if (status == CLI_ANSWERED)
        status = items_json(cli, items, all);
    if (status == CLI_ANSWERED)
        return cli_json_print(cli, document);
    json_decref(document);
    return status;
}

static bool has_route(const struct cli_comparison *all)
{
    for (uint32_t i = 0; i < all->n; i++)
        for (uint32_t c = 0; c < all->item[i].n_column; c++)
            if (all->item[i].column[c].route != NULL)
                return true;
    return false;
}

enum cli_exit cli_comparison_print(struct cli *cli,
                                   const struct cli_comparison *all)
{
    const enum cli_exit status =
        cli_wants_json(cli) ? print_json(cli, all) : print_text(cli, all);
    if (status != CLI_ANSWERED || all->n == 0 || has_route(all))
        return status;
    cli_complain("no route in any of them");
    return CLI_NO;
}
