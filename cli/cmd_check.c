#include <cli/atlas.h>
#include <cli/command_list.h>
#include <cli/json.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <corridor/model/provenance.h>

#include <unistd.h>

/* A check that was made. */
struct result {
    struct cor_report report;
    enum cor_load_state state;
    uint32_t n_rivals; /* values that sources disagree on */
    uint32_t n_link;
    struct cor_provenance provenance;
};

static const char *const grade_names[] = {"A", "B", "C", "D", "ungraded"};
static const struct {
    enum cor_origin origin;
    const char *name, *words;
} others[] = {
    {COR_ORIGIN_SHARED, "shared", "shared out of published totals"},
    {COR_ORIGIN_DERIVED, "derived", "derived"},
    {COR_ORIGIN_REMEMBERED, "remembered", "remembered"},
    {COR_ORIGIN_ASSUMED, "assumed", "assumed"},
    {COR_ORIGIN_UNSOURCED, "unsourced", "without a source"},
};

static json_t *json_item(struct cli *cli, const struct cor_diagnostic *item)
{
    static const char *const words[] = {
        [COR_ERROR] = "error",
        [COR_WARNING] = "warning",
        [COR_NOTE] = "note",
    };
    return json_pack("{s:o, s:o, s:o, s:s, s:s, s:o, s:o}", "file",
                     cli_json_text(cli, item->place.file), "line",
                     cli_json_whole(item->place.line), "column",
                     cli_json_whole(item->place.column), "severity",
                     words[item->severity], "code", item->code, "message",
                     cli_json_text(cli, item->message), "suggestion",
                     cli_json_text(cli, item->suggestion));
}

static json_t *json_provenance(const struct result *result)
{
    const struct cor_provenance *p = &result->provenance;
    json_t *grades = json_object();
    for (size_t i = 0; i < CLI_COUNT(grade_names); i++)
        json_object_set_new(grades, grade_names[i], cli_json_whole(p->n[i]));
    json_t *object =
        json_pack("{s:o, s:o, s:o}", "values", cli_json_whole(p->n_value),
                  "sourced", cli_json_whole(p->n_sourced), "grades", grades);
    for (size_t i = 0; i < CLI_COUNT(others); i++)
        json_object_set_new(object, others[i].name,
                            cli_json_whole(p->n[others[i].origin]));
    json_object_set_new(object, "links", cli_json_whole(result->n_link));
    json_object_set_new(object, "lengths_unstated",
                        cli_json_whole(p->n_length_unstated));
    return object;
}

static enum cli_exit print_json(struct cli *cli, const struct result *result)
{
    const struct cor_report *report = &result->report;
    json_t *list = json_array();
    for (size_t i = 0; i < report->n; i++)
        json_array_append_new(list, json_item(cli, &report->item[i]));
    json_t *document = cli_json_document(cli, "check");
    json_object_set_new(document, "errors", cli_json_whole(report->n_error));
    json_object_set_new(document, "warnings",
                        cli_json_whole(report->n_warning));
    json_object_set_new(document, "rivals", cli_json_whole(result->n_rivals));
    json_object_set_new(document, "diagnostics", list);
    json_object_set_new(document, "provenance",
                        result->state == COR_LOAD_GOOD ? json_provenance(result)
                                                       : json_null());
    return cli_json_print(cli, document);
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

static void print_grades(struct cli *cli, const struct cor_provenance *p)
{
    const char *before = " (";
    for (size_t i = 0; i < CLI_COUNT(grade_names); i++)
        if (p->n[i] != 0) {
            fprintf(cli->out, "%s%s %u", before, grade_names[i], p->n[i]);
            before = ", ";
        }
    if (p->n_sourced != 0)
        fputc(')', cli->out);
}

/* "12 values: 9 sourced (A 5, B 4), 3 assumed; 1 of 5 links states no length" */
static void print_provenance(struct cli *cli, const struct result *result)
{
    const struct cor_provenance *p = &result->provenance;
    fprintf(cli->out, "%u value%s: %u sourced", p->n_value, plural(p->n_value),
            p->n_sourced);
    print_grades(cli, p);
    for (size_t i = 0; i < CLI_COUNT(others); i++)
        if (p->n[others[i].origin] != 0)
            fprintf(cli->out, ", %u %s", p->n[others[i].origin],
                    others[i].words);
    fprintf(cli->out, "; %u of %u link%s no length\n", p->n_length_unstated,
            result->n_link, p->n_length_unstated == 1 ? " states" : "s state");
}

static void print_text(struct cli *cli, const struct result *result)
{
    const struct cor_report *report = &result->report;
    const char *shown = cli_shown(cli, cli->argument[0]);
    cli_diagnostics_print(
        cli->out, report,
        (struct cli_diagnostics){COR_NOTE, cli_has_color(cli, STDOUT_FILENO)});
    if (result->state == COR_LOAD_GOOD)
        print_provenance(cli, result);
    fprintf(cli->out, "%s: %zu error%s, %zu warning%s", shown, report->n_error,
            plural(report->n_error), report->n_warning,
            plural(report->n_warning));
    if (result->state == COR_LOAD_GOOD)
        fprintf(cli->out, "; next: corridor run %s", cli_next_scenario(cli, 0));
    fputc('\n', cli->out);
}

/* What cannot be read at all has no answer: its problems are messages. */
static enum cli_exit complain(struct cli *cli, const struct result *result)
{
    cli_diagnostics_print(
        stderr, &result->report,
        (struct cli_diagnostics){COR_NOTE, cli_has_color(cli, STDERR_FILENO)});
    return CLI_INPUT;
}

static enum cli_exit answer(struct cli *cli, const struct result *result)
{
    enum cli_exit status = CLI_ANSWERED;
    if (cli_wants_json(cli))
        status = print_json(cli, result);
    else
        print_text(cli, result);
    if (status == CLI_ANSWERED && result->state != COR_LOAD_GOOD)
        status = CLI_NO;
    return status;
}

/* Both ways of a transfer share one list of values. */
static uint32_t count_rivals(const struct cor_scenario *scenario)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < scenario->n_rivals; i++)
        n += i == 0 ||
             scenario->rivals[i].value != scenario->rivals[i - 1].value;
    return n;
}

static enum cli_exit judge(struct cli *cli, const struct cli_grounds *grounds)
{
    struct cor_load how = cli_scenario_how(cli);
    how.ground = grounds->ground;
    how.n_ground = grounds->n;
    const struct cor_scenario *scenario;
    struct result result = {0};
    struct cor_error err = {0};
    cor_report_init(&result.report, &cli->arena);
    const enum cor_status status =
        cor_scenario_load(&scenario, &result.state, cli->argument[0], &how,
                          &result.report, &cli->arena, &err);
    if (status != COR_OK &&
        (status != COR_BAD_INPUT || result.report.n_error == 0))
        return cli_fail(cli, &err);
    if (status == COR_OK && cli_output_is_read(cli, scenario))
        return CLI_USAGE;
    if (status == COR_OK) {
        result.n_rivals = count_rivals(scenario);
        result.n_link = scenario->links.n;
        result.provenance = cor_provenance_count(scenario);
    }
    return result.state == COR_LOAD_UNREADABLE ? complain(cli, &result)
                                               : answer(cli, &result);
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    (void)options;
    if (cli_output_is_input(cli))
        return CLI_USAGE;
    struct cli_grounds grounds;
    struct cor_error err = {0};
    const enum cli_exit status = cli_grounds_load(cli, &grounds, &err) == COR_OK
                                     ? judge(cli, &grounds)
                                     : cli_fail(cli, &err);
    cli_grounds_finish(&grounds);
    return status;
}

static const char *const examples[] = {
    "corridor check scenarios/trans-caspian.yaml",
    "corridor check --json folder-with-node-and-link-csv",
    NULL,
};
static const char *const formats[] = {"text", "json", NULL};

const struct cli_command cli_command_check = {
    .name = "check",
    .summary = "Say everything that is wrong with a scenario, and where",
    .arguments = "SCENARIO",
    .examples = examples,
    .details = "Warnings alone are no failure; errors in a scenario that could "
               "be read give exit status 1.",
    .formats = formats,
    .least = 1,
    .most = 1,
    .run = run,
};
