#include <cli/command_list.h>
#include <cli/ledger_parts.h>
#include <cli/names.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/rivals.h>
#include <cli/run_files.h>
#include <cli/scenario.h>
#include <cli/table.h>

#include <string.h>

static enum cli_exit evaluate(struct cli *cli, struct cli_run *run)
{
    const struct cor_scenario *s = run->scenario;
    const uint32_t *all = cli_corridors_all(cli, s);
    if (all == NULL)
        return CLI_FAULT;
    run->n = s->n_corridor;
    enum cli_exit status =
        cli_corridors_evaluate(cli, &run->journey, s, all, run->n);
    uint32_t n_ends;
    const struct cli_ends *ends = cli_network_ends(cli, &n_ends, s);
    if (ends == NULL)
        return CLI_FAULT;
    if (status == CLI_ANSWERED)
        status = cli_network_find(cli, &run->network, s, 0, NULL, ends, n_ends);
    if (status == CLI_ANSWERED)
        status = cli_claims_judge(cli, &run->claim, s);
    return status;
}

static enum cli_exit print_route(struct cli *cli,
                                 struct cli_marks *marks,
                                 const struct cli_journey *journey)
{
    const struct cor_route *route = cli_journey_route(journey);
    enum cli_exit status = cli_ledger_print(cli, marks, route);
    fputc('\n', cli->out);
    if (status == CLI_ANSWERED)
        status = cli_countries_print(cli, marks->scenario, route);
    cli_groups_print(cli, marks->scenario, route);
    fputc('\n', cli->out);
    if (status == CLI_ANSWERED)
        status = cli_causes_print(cli, marks->scenario, route);
    fputc('\n', cli->out);
    if (status == CLI_ANSWERED)
        status = cli_indicators_print(
            cli, marks, route,
            cor_scenario_corridor(marks->scenario, journey->id));
    fputc('\n', cli->out);
    if (status == CLI_ANSWERED)
        status = cli_evidence_print(cli, marks->scenario, route);
    fprintf(cli->out, "Borders %u, transfers %u, changes of gauge %u\n",
            route->n_border, route->n_transfer, route->n_gauge_change);
    cli_ledger_notes(cli, marks->scenario, &journey->routes, route);
    if (status == CLI_ANSWERED)
        status = cli_rivals_print(cli, marks->scenario, route);
    return status;
}

static enum cli_exit print_corridor(struct cli *cli,
                                    struct cli_marks *marks,
                                    const struct cli_journey *journey)
{
    const struct cor_scenario *s = marks->scenario;
    fprintf(cli->out, "\n%s: %s to %s, best by %s\n",
            cli_shown(cli, journey->title),
            cli_shown(cli, cli_place_name(s, journey->query.from)),
            cli_shown(cli, cli_place_name(s, journey->query.to)),
            cor_measures[journey->routes.by].spoken);
    if (cli_journey_route(journey) != NULL)
        return print_route(cli, marks, journey);
    fprintf(cli->out, "No route: %s.\n",
            cli_shown(cli, journey->routes.reason));
    return CLI_ANSWERED;
}

/* A row for each corridor, so that the answer begins with what it comes to. */
static enum cli_exit print_overview(struct cli *cli, const struct cli_run *run)
{
    static const struct cli_column titles[] = {
        {"Corridor", false}, {"km", true},
        {"h", true},         {"USD", true},
        {"kg CO2e", true},   {"Borders", true},
        {"Transfers", true}, {"Gauge changes", true},
    };
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (uint32_t i = 0; i < run->n; i++) {
        const char *cell[CLI_COUNT(titles)] = {run->journey[i].title};
        const struct cor_route *route = cli_journey_route(&run->journey[i]);
        if (route == NULL) {
            cell[1] = "no route";
        } else {
            cli_totals_show(cli, &cell[1], route);
            cell[5] = cli_whole(cli, route->n_border);
            cell[6] = cli_whole(cli, route->n_transfer);
            cell[7] = cli_whole(cli, route->n_gauge_change);
        }
        cli_table_row(&table, cell);
    }
    fputc('\n', cli->out);
    return cli_table_print(&table);
}

static void print_head(struct cli *cli, const struct cor_scenario *s)
{
    fprintf(cli->out, "%s\n", cli_shown(cli, s->title));
    if (s->as_of == COR_NO_DATE)
        return;
    char as_of[COR_DATE_SIZE];
    cor_date_format(as_of, s->as_of);
    fprintf(cli->out, "The network as of %s\n", as_of);
}

static void print_end(struct cli *cli,
                      const struct cli_run *run,
                      const struct cli_files *files)
{
    const char *next = cli_next_scenario(cli, 0);
    if (files->n != 0)
        fprintf(cli->out, "Written to %s:", cli_shown(cli, cli->common.output));
    for (size_t i = 0; i < files->n; i++)
        fprintf(cli->out, " %s", cli_shown(cli, files->name[i]));
    fputs(files->n != 0 ? "\n" : "", cli->out);
    if (run->n > 1)
        fprintf(cli->out, "Next: corridor compare %s\n", next);
    else
        fprintf(cli->out, "Next: corridor map %s -o map.pdf\n", next);
}

static enum cli_exit print_text(struct cli *cli,
                                const struct cli_run *run,
                                const struct cli_files *files)
{
    struct cli_marks marks;
    enum cli_exit status = cli_marks_begin(cli, &marks, run->scenario);
    print_head(cli, run->scenario);
    if (run->n == 0)
        fputs("Note: the scenario names no corridors.\n", cli->out);
    else if (status == CLI_ANSWERED)
        status = print_overview(cli, run);
    for (uint32_t i = 0; i < run->n && status == CLI_ANSWERED; i++)
        status = print_corridor(cli, &marks, &run->journey[i]);
    cli_claims_print(cli, run->scenario, run->claim);
    fputs("\nConnectivity of the whole network\n", cli->out);
    if (status == CLI_ANSWERED)
        status = cli_network_print(cli, &run->network);
    if (status != CLI_ANSWERED)
        return status;
    fputc('\n', cli->out);
    cli_marks_print(cli, &marks);
    print_end(cli, run, files);
    return CLI_ANSWERED;
}

static bool is_no(const struct cli_run *run)
{
    for (uint32_t i = 0; i < run->n; i++)
        if (cli_journey_route(&run->journey[i]) != NULL)
            return false;
    return run->n != 0;
}

/* Maps that could not be drawn are worse than a no, but no reason to withhold
   the results. */
static enum cli_exit answer(struct cli *cli, const struct cli_run *run)
{
    struct cli_files files = {0};
    enum cli_exit written = CLI_ANSWERED;
    if (cli->common.output != NULL)
        written = cli_run_write(cli, &files, run, cli->common.output);
    if (written != CLI_ANSWERED && files.n == 0)
        return written;
    const enum cli_exit status =
        cli_wants_json(cli)
            ? cli_json_print(cli, cli_run_json(cli, run, &files))
            : print_text(cli, run, &files);
    if (status != CLI_ANSWERED)
        return status;
    return written == CLI_ANSWERED && is_no(run) ? CLI_NO : written;
}

static enum cli_exit run_command(struct cli *cli, const void *options)
{
    (void)options;
    const char *folder = cli->common.output;
    if (folder != NULL && strcmp(folder, "-") == 0)
        cli->common.output = NULL;
    struct cli_run run = {0};
    enum cli_exit status =
        cli_scenario_load(cli, &run.scenario, cli->argument[0]);
    if (status == CLI_ANSWERED)
        status = evaluate(cli, &run);
    return status == CLI_ANSWERED ? answer(cli, &run) : status;
}

static const char *const examples[] = {
    "corridor run scenarios/trans-caspian.yaml",
    "corridor run scenarios/trans-caspian.yaml -o out",
    "corridor run --json scenarios/cku-railway.yaml --as-of 2031-01-01",
    NULL,
};
static const char *const formats[] = {"text", "json", NULL};

const struct cli_command cli_command_run = {
    .name = "run",
    .summary = "Evaluate every corridor of a scenario, leg by leg, its claims "
               "and its network",
    .arguments = "SCENARIO",
    .examples = examples,
    .details = "With --output DIR it also writes run.json, a ledger of each "
               "corridor as CSV, and as PNG, PDF and SVG the map and that of "
               "what stops the corridors (NAME-criticality) into that "
               "folder; files of the same names are replaced. Without it "
               "nothing is written. The exit status is 1 when no corridor has "
               "a route.",
    .formats = formats,
    .writes_files = true,
    .least = 1,
    .most = 1,
    .run = run_command,
};
