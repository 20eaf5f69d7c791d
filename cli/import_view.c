#include <cli/import_view.h>

#include <cli/json.h>
#include <cli/next.h>
#include <cli/output.h>
#include <cli/table.h>

#include <string.h>

static uint32_t count_mode(const struct cor_scenario *scenario, uint32_t mode)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < scenario->links.n; i++)
        n += scenario->links.mode[i] == mode;
    return n;
}

static const char *place_of(struct cli *cli, const struct cor_import_fact *fact)
{
    const struct cor_place *at = &fact->at;
    const char *text = "";
    if (at->file != NULL)
        text = at->line == 0 ? at->file
                             : cor_text_print(&cli->arena, "%s:%u:%u", at->file,
                                              at->line, at->column);
    return text == NULL ? "" : text;
}

static enum cli_exit print_counts(struct cli *cli,
                                  const struct cor_scenario *scenario)
{
    static const struct cli_column titles[] = {{"Part", false},
                                               {"Number", true}};
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    const char *places[] = {"Places", cli_whole(cli, scenario->places.n)};
    cli_table_row(&table, places);
    for (uint32_t mode = 0; mode < scenario->n_mode; mode++) {
        const uint32_t n = count_mode(scenario, mode);
        const char *cell[] = {
            cor_text_print(&cli->arena, "Links: %s",
                           cli_shown(cli, scenario->mode[mode].name)),
            cli_whole(cli, n)};
        if (n != 0)
            cli_table_row(&table, cell);
    }
    const char *links[] = {"Links", cli_whole(cli, scenario->links.n)};
    cli_table_total(&table, links);
    return cli_table_print(&table);
}

static enum cli_exit print_columns(struct cli *cli,
                                   const struct cor_import *import)
{
    static const struct cli_column titles[] = {
        {"Layer", false}, {"Column", false}, {"Read as", false}};
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (size_t i = 0; i < import->n_match; i++) {
        const struct cor_import_match *match = &import->match[i];
        const char *cell[] = {
            cli_shown(cli, match->sheet), cli_shown(cli, match->theirs),
            match->ours == NULL ? "kept, not read"
                                : cor_text_print(&cli->arena, "%s of %s",
                                                 match->ours, match->table)};
        cli_table_row(&table, cell);
    }
    fputc('\n', cli->out);
    return cli_table_print(&table);
}

static size_t count_facts(const struct cor_import *import, bool is_loss)
{
    size_t n = 0;
    for (size_t i = 0; i < import->n_fact; i++)
        n += import->fact[i].is_loss == is_loss;
    return n;
}

/* That nothing was lost is worth saying, that nothing was made is not. */
static enum cli_exit
print_facts(struct cli *cli, const struct cor_import *import, bool is_loss)
{
    const struct cli_column titles[] = {
        {is_loss ? "Not used, or doubtful" : "Made of it", false},
        {"Number", true},
        {"First at", false},
        {"Example", false}};
    if (count_facts(import, is_loss) == 0) {
        if (is_loss)
            fputs("\nEvery row was used.\n", cli->out);
        return CLI_ANSWERED;
    }
    fputc('\n', cli->out);
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (size_t i = 0; i < import->n_fact; i++) {
        const struct cor_import_fact *fact = &import->fact[i];
        const char *cell[] = {fact->what, cli_whole(cli, fact->n),
                              place_of(cli, fact),
                              cli_shown(cli, fact->example)};
        if (fact->is_loss == is_loss)
            cli_table_row(&table, cell);
    }
    return cli_table_print(&table);
}

static void print_end(struct cli *cli, const struct cli_import *view)
{
    const char *output = cli->common.output;
    const size_t n = view->report.n_warning;
    fprintf(cli->out, "\n%s: %zu warning%s", cli_shown(cli, cli->argument[0]),
            n, n == 1 ? "" : "s");
    if (output != NULL)
        fprintf(cli->out, "; next: corridor check %s\n", cli_word(cli, output));
    else
        fprintf(cli->out,
                "; nothing is written; next: corridor import %s -o DIR\n",
                cli_word(cli, cli->argument[0]));
}

enum cli_exit cli_import_text(struct cli *cli, const struct cli_import *view)
{
    enum cli_exit status = print_counts(cli, view->import.scenario);
    if (status == CLI_ANSWERED)
        status = print_columns(cli, &view->import);
    if (status == CLI_ANSWERED)
        status = print_facts(cli, &view->import, false);
    if (status == CLI_ANSWERED)
        status = print_facts(cli, &view->import, true);
    if (status == CLI_ANSWERED)
        print_end(cli, view);
    return status;
}

static json_t *json_modes(struct cli *cli, const struct cor_scenario *scenario)
{
    json_t *modes = json_object();
    for (uint32_t mode = 0; mode < scenario->n_mode; mode++) {
        const uint32_t n = count_mode(scenario, mode);
        if (n != 0)
            json_object_set_new(modes,
                                cli_shown(cli, scenario->mode[mode].name),
                                cli_json_whole(n));
    }
    return modes;
}

static json_t *json_columns(struct cli *cli, const struct cor_import *import)
{
    json_t *list = json_array();
    for (size_t i = 0; i < import->n_match; i++) {
        const struct cor_import_match *match = &import->match[i];
        json_array_append_new(
            list, json_pack("{s:o, s:o, s:o, s:o}", "layer",
                            cli_json_text(cli, match->sheet), "column",
                            cli_json_text(cli, match->theirs), "read_as",
                            cli_json_text(cli, match->ours), "table",
                            cli_json_text(cli, match->table)));
    }
    return list;
}

static json_t *
json_facts(struct cli *cli, const struct cor_import *import, bool is_loss)
{
    json_t *list = json_array();
    for (size_t i = 0; i < import->n_fact; i++) {
        const struct cor_import_fact *fact = &import->fact[i];
        if (fact->is_loss != is_loss)
            continue;
        json_array_append_new(
            list,
            json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "code", fact->code,
                      "what", fact->what, "number", cli_json_whole(fact->n),
                      "file", cli_json_text(cli, fact->at.file), "line",
                      cli_json_whole(fact->at.line), "column",
                      cli_json_whole(fact->at.column), "example",
                      cli_json_text(cli, fact->example)));
    }
    return list;
}

enum cli_exit cli_import_json(struct cli *cli, const struct cli_import *view)
{
    const struct cor_import *import = &view->import;
    json_t *document = cli_json_document(cli, "import");
    json_t *files = json_array();
    for (size_t i = 0; i < import->files.n && cli->common.output != NULL; i++)
        json_array_append_new(files,
                              cli_json_text(cli, import->files.file[i].name));
    json_object_set_new(document, "format",
                        cli_json_text(cli, import->format->name));
    json_object_set_new(document, "places",
                        cli_json_whole(import->scenario->places.n));
    json_object_set_new(document, "links",
                        cli_json_whole(import->scenario->links.n));
    json_object_set_new(document, "modes", json_modes(cli, import->scenario));
    json_object_set_new(document, "columns", json_columns(cli, import));
    json_object_set_new(document, "made", json_facts(cli, import, false));
    json_object_set_new(document, "lost", json_facts(cli, import, true));
    json_object_set_new(document, "warnings",
                        cli_json_whole(view->report.n_warning));
    json_object_set_new(document, "files", files);
    return cli_json_print(cli, document);
}
