#include <cli/ledger.h>

#include <cli/names.h>
#include <cli/output.h>
#include <cli/table.h>

#include <corridor/sim/evidence.h>
#include <corridor/sim/rival.h>

#include <math.h>
#include <string.h>

static const double metres_in_km = 1000, hour_s = 3600;

/* Tenths of a km and an h, whole USD and kg: finer than any source is. */
static const int decimals[COR_N_STATED_MEASURE] = {1, 1, 0, 0};

double cli_leg_amount(const struct cor_leg *leg, enum cor_measure measure)
{
    return leg->figure[measure].value / cor_measures[measure].units;
}

struct cli_totals cli_route_totals(const struct cor_route *route)
{
    struct cli_totals totals = {0};
    for (uint32_t i = 0; i < route->n_leg; i++) {
        for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
            totals.amount[m] += cli_leg_amount(&route->leg[i], m);
        totals.geodesic_km += route->leg[i].geodesic_m / metres_in_km;
    }
    /* Sums of no legs stay what the route says they are. */
    for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
        if (isnan(route->amount[m]))
            totals.amount[m] = NAN;
    return totals;
}

void cli_totals_show(struct cli *cli,
                     const char *cell[COR_N_STATED_MEASURE],
                     const struct cor_route *route)
{
    const struct cli_totals totals = cli_route_totals(route);
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        cell[m] = cli_number(cli, totals.amount[m], decimals[m]);
}

enum cli_exit cli_marks_begin(struct cli *cli,
                              struct cli_marks *marks,
                              const struct cor_scenario *scenario)
{
    const uint32_t n = scenario->sources.n;
    *marks = (struct cli_marks){
        .scenario = scenario,
        .mark = cor_arena_array(&cli->arena, uint32_t, n),
        .source = cor_arena_array(&cli->arena, uint32_t, n),
    };
    if (marks->mark == NULL || marks->source == NULL)
        return CLI_FAULT;
    memset(marks->mark, 0, n * sizeof *marks->mark);
    return CLI_ANSWERED;
}

static uint32_t mark_of(struct cli_marks *marks, uint32_t source)
{
    if (marks->mark[source] == 0) {
        marks->source[marks->n++] = source;
        marks->mark[source] = marks->n;
    }
    return marks->mark[source];
}

const char *
cli_marks_show(struct cli *cli, struct cli_marks *marks, uint32_t source)
{
    return cor_text_print(&cli->arena, "[%u]", mark_of(marks, source));
}

static const char *
show_marks(struct cli *cli, struct cli_marks *marks, const struct cor_leg *leg)
{
    const char *text = "";
    for (uint32_t i = 0; i < leg->n_source && text != NULL; i++)
        text = cor_text_print(&cli->arena, "%s[%u]", text,
                              mark_of(marks, leg->source[i]));
    if (text == NULL || !cor_leg_has_rivals(marks->scenario, leg))
        return text;
    marks->disputed = true;
    return cor_text_print(&cli->arena, "%s\u00b1", text);
}

void cli_marks_print(struct cli *cli, const struct cli_marks *marks)
{
    const struct cor_sources *sources = &marks->scenario->sources;
    fputs("ratio: length by the geodesic length of the same line\n", cli->out);
    if (marks->disputed)
        fputs("\u00b1: other sources give another number; see Rivals\n",
              cli->out);
    fprintf(cli->out, "Sources%s\n", marks->n == 0 ? ": none are stated" : "");
    for (uint32_t i = 0; i < marks->n; i++) {
        const uint32_t s = marks->source[i];
        const char *id = cli_source_id(marks->scenario, s);
        const char *title = sources->title[s];
        fprintf(cli->out, "  [%u] %s", i + 1,
                cli_shown(cli, title != NULL ? title : id));
        if (sources->year[s] != NULL)
            fprintf(cli->out, " (%s)", cli_shown(cli, sources->year[s]));
        if (sources->grade[s] != NULL)
            fprintf(cli->out, ", grade %s", cli_shown(cli, sources->grade[s]));
        if (sources->url[s] != NULL)
            fprintf(cli->out, ", %s", cli_shown(cli, sources->url[s]));
        fputc('\n', cli->out);
    }
}

static const char *gauge_text(struct cli *cli,
                              const struct cor_scenario *s,
                              uint32_t mode,
                              uint32_t gauge_mm)
{
    const char *name = cli_mode_name(s, mode);
    if (gauge_mm == 0 || name == NULL)
        return name;
    return cor_text_print(&cli->arena, "%s %u mm", name, gauge_mm);
}

static const char *show_link(struct cli *cli,
                             const struct cor_scenario *s,
                             const struct cor_leg *leg)
{
    return cor_text_print(&cli->arena, "%s \u2192 %s",
                          cli_place_name(s, leg->from),
                          cli_place_name(s, leg->to));
}

static const char *show_transfer(struct cli *cli,
                                 const struct cor_scenario *s,
                                 const struct cor_leg *leg)
{
    const struct cor_transfer *t = &s->transfer[leg->record];
    return cor_text_print(&cli->arena, "%s: %s, %s \u2192 %s",
                          cli_place_name(s, leg->from),
                          t->kind != NULL ? t->kind : "transfer",
                          gauge_text(cli, s, t->from_mode, t->from_gauge_mm),
                          gauge_text(cli, s, t->to_mode, t->to_gauge_mm));
}

static const char *show_border(struct cli *cli,
                               const struct cor_scenario *s,
                               const struct cor_leg *leg)
{
    const struct cor_border *border = &s->border[leg->record];
    const bool is_any = border->carriage == COR_CARRIAGE_ANY;
    return cor_text_print(
        &cli->arena, "%s: border into %s%s%s", cli_place_name(s, leg->from),
        cli_country_code(s, border->country), is_any ? "" : ", ",
        is_any ? "" : cor_carriages[border->carriage]);
}

static const char *show_wait(struct cli *cli,
                             const struct cor_scenario *s,
                             const struct cor_leg *leg)
{
    const struct cor_service *service = &s->service[leg->record];
    return cor_text_print(
        &cli->arena, "%s: wait for %s", cli_place_name(s, leg->from),
        service->title != NULL ? service->title : service->id);
}

static const char *show_leg(struct cli *cli,
                            const struct cor_scenario *s,
                            const struct cor_leg *leg)
{
    static const char *(*const show[COR_N_LEG_KIND])(
        struct cli *, const struct cor_scenario *, const struct cor_leg *) = {
        [COR_LEG_LINK] = show_link,
        [COR_LEG_TRANSFER] = show_transfer,
        [COR_LEG_BORDER] = show_border,
        [COR_LEG_WAIT] = show_wait,
    };
    return show[leg->kind](cli, s, leg);
}

enum { RATIO_CELL = 3, N_CELL = 8 };

static const struct cli_column columns[N_CELL] = {
    {"Leg", false}, {"Mode", false}, {"km", true},      {"ratio", true},
    {"h", true},    {"USD", true},   {"kg CO2e", true}, {"Sources", false},
};
static const int cell_of[COR_N_STATED_MEASURE] = {2, 4, 5, 6};

/* Length over geodesic; of what has no length, none. */
static const char *
show_ratio(struct cli *cli, double length_km, double geodesic_km)
{
    return geodesic_km > 0 ? cli_number(cli, length_km / geodesic_km, 2) : "";
}

static void add_leg(struct cli_table *table,
                    struct cli_marks *marks,
                    const struct cor_leg *leg)
{
    struct cli *cli = table->cli;
    const char *cell[N_CELL] = {
        show_leg(cli, marks->scenario, leg),
        leg->kind == COR_LEG_LINK
            ? gauge_text(cli, marks->scenario, leg->mode,
                         marks->scenario->links.gauge_mm[leg->record])
            : cor_leg_kinds[leg->kind],
    };
    cell[RATIO_CELL] = show_ratio(cli, cli_leg_amount(leg, COR_BY_LENGTH),
                                  leg->geodesic_m / metres_in_km);
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        cell[cell_of[m]] =
            leg->figure[m].basis == COR_BASIS_RULE
                ? ""
                : cli_number(cli, cli_leg_amount(leg, m), decimals[m]);
    cell[N_CELL - 1] = show_marks(cli, marks, leg);
    cli_table_row(table, cell);
}

static void add_total(struct cli_table *table, const struct cor_route *route)
{
    const struct cli_totals totals = cli_route_totals(route);
    const char *cell[N_CELL] = {"Total"};
    cell[RATIO_CELL] = show_ratio(table->cli, totals.amount[COR_BY_LENGTH],
                                  totals.geodesic_km);
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        cell[cell_of[m]] =
            cli_number(table->cli, totals.amount[m], decimals[m]);
    cli_table_total(table, cell);
}

enum cli_exit cli_ledger_print(struct cli *cli,
                               struct cli_marks *marks,
                               const struct cor_route *route)
{
    struct cli_table table = cli_table_begin(cli, columns, N_CELL);
    for (uint32_t i = 0; i < route->n_leg; i++)
        add_leg(&table, marks, &route->leg[i]);
    add_total(&table, route);
    return cli_table_print(&table);
}

enum cli_exit cli_countries_print(struct cli *cli,
                                  const struct cor_scenario *scenario,
                                  const struct cor_route *route)
{
    static const struct cli_column titles[] = {
        {"Country", false}, {"km", true},      {"h", true},
        {"USD", true},      {"kg CO2e", true},
    };
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (uint32_t i = 0; i < route->n_country; i++) {
        const struct cor_route_country *part = &route->country[i];
        const char *code = cli_country_code(scenario, part->country);
        const char *cell[CLI_COUNT(titles)] = {code != NULL ? code : "-"};
        for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
            cell[1 + m] = cli_number(
                cli, part->amount[m] / cor_measures[m].units, decimals[m]);
        cli_table_row(&table, cell);
    }
    return cli_table_print(&table);
}

/* "rail 49, ferry 1" */
static const char *list_defaults(struct cli *cli,
                                 const struct cor_scenario *scenario,
                                 const struct cor_route *route,
                                 enum cor_measure by)
{
    const char *text = "";
    for (uint32_t mode = 0; mode < scenario->n_mode && text != NULL; mode++) {
        const uint32_t n = cor_route_defaults(route, mode, by);
        if (n != 0)
            text = cor_text_print(
                &cli->arena, "%s%s%s %u", text, *text == '\0' ? "" : ", ",
                cli_shown(cli, cli_mode_name(scenario, mode)), n);
    }
    return text;
}

/* The cost with the time that the cargo takes, where that has a price. */
static void print_generalised(struct cli *cli,
                              const struct cor_scenario *scenario,
                              const struct cor_route *route)
{
    const double usd_per_h =
        scenario->cargo.time_value_usd_per_s.number * hour_s;
    if (isnan(usd_per_h))
        return;
    const struct cli_totals totals = cli_route_totals(route);
    fprintf(cli->out,
            "Generalised cost: %s USD, of it %s h at %s USD an hour\n",
            cli_number(cli, totals.amount[COR_BY_GENERALISED_COST], 0),
            cli_number(cli, totals.amount[COR_BY_TIME], 1),
            cli_number(cli, usd_per_h, 2));
}

void cli_ledger_notes(struct cli *cli,
                      const struct cor_scenario *scenario,
                      const struct cor_routes *routes,
                      const struct cor_route *route)
{
    const char *legs = route->n_leg == 1 ? "leg" : "legs";
    print_generalised(cli, scenario, route);
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++) {
        if (route->n_unknown[m] != 0)
            fprintf(cli->out,
                    "Note: %s is not known for %u of %u %s, so its total is "
                    "not known.\n",
                    cor_measures[m].spoken, route->n_unknown[m], route->n_leg,
                    legs);
        if (route->n_default[m] != 0)
            fprintf(cli->out,
                    "Note: %s of %u of %u %s comes from defaults of their "
                    "mode: %s.\n",
                    cor_measures[m].spoken, route->n_default[m], route->n_leg,
                    legs, list_defaults(cli, scenario, route, m));
    }
    for (uint32_t i = 0; i < routes->n_note; i++)
        fprintf(cli->out, "Note: %s.\n", cli_shown(cli, routes->note[i].text));
}
