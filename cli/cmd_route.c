#include <cli/command_list.h>
#include <cli/ledger_parts.h>
#include <cli/names.h>
#include <cli/next.h>
#include <cli/options.h>
#include <cli/output.h>
#include <cli/rivals.h>
#include <cli/scenario.h>
#include <cli/table.h>

#include <math.h>
#include <stddef.h>
#include <string.h>

struct route_options {
    const char *by, *pareto;
    uint64_t k;      /* 0: not said */
    double distinct; /* NAN: not said */
    struct cli_list via, modes, avoid;
    cor_date depart;
};

/* A question that was answered. */
struct answer {
    const struct cor_scenario *scenario;
    struct cor_query query;
    struct cor_routes routes;
    double distinct; /* share of length that routes may share; NAN: any */
};

static enum cli_exit make_query(struct cli *cli,
                                struct cor_query *out,
                                const struct cor_scenario *scenario,
                                const struct route_options *o)
{
    struct cor_query query = {
        .n_via = (uint32_t)o->via.n,
        .n_mode = (uint32_t)o->modes.n,
    };
    enum cli_exit status =
        cli_place_find(cli, &query.from, scenario, cli->argument[1]);
    if (status == CLI_ANSWERED)
        status = cli_place_find(cli, &query.to, scenario, cli->argument[2]);
    if (status == CLI_ANSWERED)
        status = cli_places_find(cli, &query.via, scenario, o->via);
    if (status == CLI_ANSWERED)
        status = cli_modes_find(cli, &query.mode, scenario, o->modes);
    if (status == CLI_ANSWERED)
        status = cli_avoid_find(cli, &query, scenario, o->avoid);
    *out = query;
    return status;
}

static enum cor_measure choose_measure(const struct answer *a, const char *by)
{
    for (enum cor_measure m = 0; by != NULL && m < COR_N_MEASURE; m++)
        if (strcmp(cor_measures[m].name, by) == 0)
            return m;
    if (by != NULL && strcmp(by, "generalised") == 0)
        return COR_BY_GENERALISED_COST;
    return cor_route_measure_default(a->scenario, &a->query);
}

/* The greatest share of length that a route has in common with one before. */
static double most_shared(const struct answer *a, uint32_t rank)
{
    const struct cor_route *route = a->routes.route;
    double most = 0;
    for (uint32_t i = 0; i < rank; i++)
        most = fmax(most, cor_route_shared(&route[rank], &route[i]));
    return most;
}

static json_t *
route_json(struct cli *cli, const struct answer *a, uint32_t rank)
{
    const struct cor_scenario *s = a->scenario;
    const char *id =
        cor_text_print(&cli->arena, "%s-%s-%u", cli_place_id(s, a->query.from),
                       cli_place_id(s, a->query.to), rank + 1);
    const char *title = cor_text_print(&cli->arena, "%s \u2013 %s",
                                       cli_place_name(s, a->query.from),
                                       cli_place_name(s, a->query.to));
    json_t *object =
        json_pack("{s:o, s:o, s:o}", "rank", cli_json_whole(rank + 1), "id",
                  cli_json_text(cli, id), "title", cli_json_text(cli, title));
    cli_ledger_json(cli, object, s, &a->routes, &a->routes.route[rank]);
    if (!isnan(a->distinct))
        json_object_set_new(object, "most_shared",
                            rank == 0 ? json_null()
                                      : cli_json_number(most_shared(a, rank)));
    json_object_set_new(
        object, "indicators",
        cli_indicators_json(cli, s, &a->routes.route[rank], COR_NONE));
    return object;
}

/* The modes that links had to be of: those asked for, else the cargo's; null
   where all were good. */
static json_t *modes_json(struct cli *cli, const struct answer *a)
{
    const struct cor_cargo *cargo = &a->scenario->cargo;
    const bool asked = a->query.n_mode != 0;
    const uint32_t n = asked ? a->query.n_mode : cargo->n_mode;
    const uint32_t *mode = asked ? a->query.mode : cargo->mode;
    json_t *list = n == 0 ? json_null() : json_array();
    for (uint32_t i = 0; i < n; i++)
        json_array_append_new(
            list, cli_json_text(cli, cli_mode_name(a->scenario, mode[i])));
    return list;
}

static enum cli_exit print_json(struct cli *cli, const struct answer *a)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < a->routes.n; i++)
        json_array_append_new(list, route_json(cli, a, i));
    json_t *document = cli_json_document(cli, "route");
    json_object_set_new(
        document, "from",
        cli_json_text(cli, cli_place_id(a->scenario, a->query.from)));
    json_object_set_new(
        document, "to",
        cli_json_text(cli, cli_place_id(a->scenario, a->query.to)));
    json_object_set_new(document, "by",
                        json_string(cor_measures[a->routes.by].name));
    json_object_set_new(document, "modes", modes_json(cli, a));
    if (!isnan(a->distinct))
        json_object_set_new(document, "distinct", cli_json_number(a->distinct));
    json_object_set_new(document, "routes", list);
    json_object_set_new(document, "reason",
                        cli_json_text(cli, a->routes.reason));
    return cli_json_print(cli, document);
}

/* Places that a row names before it only counts them. */
enum { SHOWN_PLACES = 12 };

/* Places between the ends; of other routes than the best those that the best
   does not see, since they tell routes apart. */
static const char *
over_places(struct cli *cli, const struct answer *a, uint32_t rank, bool *seen)
{
    const struct cor_route *route = &a->routes.route[rank];
    const char *text = rank == 0 ? "" : "but over ";
    uint32_t n = 0;
    for (uint32_t i = 0; i + 1 < route->n_leg && text != NULL; i++) {
        const uint32_t place = route->leg[i].to;
        if (route->leg[i].kind != COR_LEG_LINK || (rank != 0 && seen[place]))
            continue;
        seen[place] = seen[place] || rank == 0;
        if (n++ < SHOWN_PLACES)
            text =
                cor_text_print(&cli->arena, "%s%s%s", text, n == 1 ? "" : ", ",
                               cli_place_name(a->scenario, place));
    }
    if (n == 0)
        return rank == 0 ? "" : "some of these places, by other links";
    return n <= SHOWN_PLACES || text == NULL
               ? text
               : cor_text_print(&cli->arena, "%s and %u more", text,
                                n - SHOWN_PLACES);
}

static enum cli_exit print_ranks(struct cli *cli, const struct answer *a)
{
    static const struct cli_column titles[] = {
        {"Rank", true},      {"km", true},      {"h", true},
        {"USD", true},       {"kg CO2e", true}, {"Borders", true},
        {"Transfers", true}, {"Over", false},
    };
    const uint32_t n_place = a->scenario->places.n;
    bool *seen = cor_arena_array(&cli->arena, bool, n_place);
    if (seen == NULL)
        return CLI_FAULT;
    memset(seen, 0, n_place * sizeof *seen);
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (uint32_t i = 0; i < a->routes.n; i++) {
        const struct cor_route *route = &a->routes.route[i];
        const char *cell[CLI_COUNT(titles)] = {cli_whole(cli, i + 1)};
        cli_totals_show(cli, &cell[1], route);
        cell[5] = cli_whole(cli, route->n_border);
        cell[6] = cli_whole(cli, route->n_transfer);
        cell[7] = over_places(cli, a, i, seen);
        cli_table_row(&table, cell);
    }
    return cli_table_print(&table);
}

static void print_next(struct cli *cli, const struct answer *a)
{
    fprintf(cli->out, "Next: corridor connectivity %s",
            cli_next_scenario(cli, 0));
    if (a->query.from != a->query.to)
        fprintf(cli->out, " --from %s --to %s",
                cli_word(cli, cli_place_id(a->scenario, a->query.from)),
                cli_word(cli, cli_place_id(a->scenario, a->query.to)));
    fputc('\n', cli->out);
}

static enum cli_exit print_text(struct cli *cli, const struct answer *a)
{
    const struct cor_scenario *s = a->scenario;
    fprintf(cli->out, "%s to %s, best by %s\n\n",
            cli_shown(cli, cli_place_name(s, a->query.from)),
            cli_shown(cli, cli_place_name(s, a->query.to)),
            cor_measures[a->routes.by].spoken);
    struct cli_marks marks;
    enum cli_exit status = cli_marks_begin(cli, &marks, s);
    if (status == CLI_ANSWERED && a->routes.n > 1) {
        status = print_ranks(cli, a);
        fputs("\nThe best, leg by leg\n", cli->out);
    }
    if (status == CLI_ANSWERED)
        status = cli_ledger_print(cli, &marks, &a->routes.route[0]);
    fputc('\n', cli->out);
    cli_marks_print(cli, &marks);
    cli_ledger_notes(cli, a->scenario, &a->routes, &a->routes.route[0]);
    if (status == CLI_ANSWERED)
        status = cli_rivals_print(cli, s, &a->routes.route[0]);
    print_next(cli, a);
    return status;
}

static enum cli_exit answer(struct cli *cli, const struct answer *a)
{
    enum cli_exit status = CLI_ANSWERED;
    if (cli_wants_json(cli))
        status = print_json(cli, a);
    else if (a->routes.n != 0)
        status = print_text(cli, a);
    if (a->routes.n != 0 || status != CLI_ANSWERED)
        return status;
    cli_complain("no route: %s", cli_shown(cli, a->routes.reason));
    return CLI_NO;
}

static enum cli_exit check_options(const struct route_options *o)
{
    const bool is_later = o->pareto != NULL || o->depart != COR_NO_DATE;
    if (!is_later &&
        (isnan(o->distinct) || (o->distinct >= 0 && o->distinct <= 1)))
        return CLI_ANSWERED;
    if (!is_later) {
        cli_complain("route: --distinct takes a share of length from 0 to 1, "
                     "such as 0.5");
        return CLI_USAGE;
    }
    cli_complain("route: this version does not have --%s yet",
                 o->pareto != NULL ? "pareto" : "depart");
    return CLI_USAGE;
}

static enum cor_status find_routes(struct cli *cli,
                                   struct answer *a,
                                   const struct route_options *o,
                                   struct cor_error *err)
{
    const enum cor_measure by = choose_measure(a, o->by);
    const uint32_t k = o->k != 0 ? (uint32_t)o->k : isnan(o->distinct) ? 1 : 3;
    a->distinct = o->distinct;
    return isnan(o->distinct)
               ? cor_route_find(&a->routes, a->scenario, &a->query, by, k,
                                &cli->arena, err)
               : cor_route_find_distinct(&a->routes, a->scenario, &a->query, by,
                                         k, o->distinct, &cli->arena, err);
}

static enum cli_exit run(struct cli *cli, const void *options)
{
    const struct route_options *o = options;
    struct answer a;
    enum cli_exit status = check_options(o);
    if (status == CLI_ANSWERED)
        status = cli_scenario_load(cli, &a.scenario, cli->argument[0]);
    if (status == CLI_ANSWERED)
        status = make_query(cli, &a.query, a.scenario, o);
    if (status != CLI_ANSWERED)
        return status;
    struct cor_error err = {0};
    const enum cor_status found = find_routes(cli, &a, o, &err);
    if (found == COR_OK)
        return answer(cli, &a);
    /* What contradicts itself here was said by options, not by the input. */
    status = cli_fail(cli, &err);
    return found == COR_BAD_INPUT ? CLI_USAGE : status;
}

static const char *const measures[] = {
    "length", "time", "cost", "co2e", "generalised-cost", "generalised", NULL};

#define AT(member) offsetof(struct route_options, member)
static const struct cli_option options[] = {
    {"by", 0, CLI_CHOICE, AT(by), "MEASURE",
     "Best by length, time, cost, co2e, or generalised-cost, which counts the "
     "cargo's value of time too; without it by time where every link has one, "
     "else by length",
     measures, 0, 0},
    {"best", 'k', CLI_WHOLE, AT(k), "N",
     "The N best routes; without it 1, or "
     "3 with --distinct",
     NULL, 1, 100000},
    {"distinct", 0, CLI_NUMBER, AT(distinct), "SHARE",
     "Routes that differ: each shares at most this part of its length, from 0 "
     "to 1, with every one before it",
     NULL, 0, 0},
    {"via", 0, CLI_LIST, AT(via), "A,B", "Over these places, in this order",
     NULL, 0, 0},
    {"modes", 0, CLI_LIST, AT(modes), "LIST",
     "By these modes only, such as rail,ferry; without it those that the "
     "scenario's cargo may use",
     NULL, 0, 0},
    {"avoid", 0, CLI_LIST, AT(avoid), "LIST",
     "Not over these places, countries or modes", NULL, 0, 0},
    {"pareto", 0, CLI_TEXT, AT(pareto), "LIST",
     "The exact Pareto set; not in this version", NULL, 0, 0},
    {"depart", 0, CLI_DATE, AT(depart), "DATE",
     "The day of departure; not in this version", NULL, 0, 0},
};
#undef AT

static const struct route_options defaults = {
    .distinct = (double)NAN,
    .depart = COR_NO_DATE,
};
static const char *const examples[] = {
    "corridor route scenarios/trans-caspian.yaml xian poti",
    "corridor route scenarios/trans-caspian.yaml xian poti --by length -k 3",
    "corridor route scenarios/trans-caspian.yaml xian istanbul --distinct 0.5",
    "corridor route scenarios/trans-caspian.yaml xian poti --via kuryk \\",
    "    --modes rail,ferry --avoid RU --json",
    NULL,
};
static const char *const formats[] = {"text", "json", NULL};

const struct cli_command cli_command_route = {
    .name = "route",
    .summary = "Find the best routes from one place to another, leg by leg",
    .arguments = "SCENARIO FROM TO",
    .examples = examples,
    .details = "Places are named by their id, or by their name when just one "
               "place has it. Without a route the exit status is 1.",
    .formats = formats,
    .least = 3,
    .most = 3,
    .options = CLI_OPTIONS(options),
    .defaults = &defaults,
    .size = sizeof defaults,
    .run = run,
};
