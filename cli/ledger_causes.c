#include <cli/ledger_parts.h>

#include <cli/table.h>

#include <math.h>

/* What a cause has of a route, in the units that are shown: what scripts read
   is the sum of what they read as legs. */
struct part {
    uint32_t n_leg;
    double amount[COR_N_MEASURE];
    double share_of_time; /* NAN: not known */
};

static void sum_parts(struct part part[COR_N_CAUSE],
                      const struct cor_scenario *scenario,
                      const struct cor_route *route)
{
    const double time_h = cli_route_totals(route).amount[COR_BY_TIME];
    for (int c = 0; c < COR_N_CAUSE; c++)
        part[c] = (struct part){0};
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_leg *leg = &route->leg[i];
        struct part *to = &part[cor_leg_cause(scenario, leg)];
        to->n_leg++;
        for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
            to->amount[m] += cli_leg_amount(leg, m);
        const double rest_h = leg->rest_s / cor_measures[COR_BY_TIME].units;
        to->amount[COR_BY_TIME] -= rest_h;
        part[COR_CAUSE_REST].n_leg += leg->rest_s > 0;
        part[COR_CAUSE_REST].amount[COR_BY_TIME] += rest_h;
    }
    if (cor_scopes_mix(route->n_scope))
        part[COR_CAUSE_MOVING].amount[COR_BY_CO2E] = NAN;
    for (int c = 0; c < COR_N_CAUSE; c++)
        part[c].share_of_time =
            time_h > 0 ? part[c].amount[COR_BY_TIME] / time_h : NAN;
}

enum cli_exit cli_causes_print(struct cli *cli,
                               const struct cor_scenario *scenario,
                               const struct cor_route *route)
{
    static const struct cli_column titles[] = {
        {"Cause", false},  {"Legs", true}, {"h", true},
        {"of time", true}, {"USD", true},  {"kg CO2e", true},
    };
    struct part part[COR_N_CAUSE];
    sum_parts(part, scenario, route);
    struct cli_table table = cli_table_begin(cli, titles, CLI_COUNT(titles));
    for (int c = 0; c < COR_N_CAUSE; c++) {
        if (part[c].n_leg == 0)
            continue;
        const double *amount = part[c].amount;
        const char *cell[CLI_COUNT(titles)] = {
            cor_causes[c],
            cli_whole(cli, part[c].n_leg),
            cli_number(cli, amount[COR_BY_TIME], 1),
            cli_percent(cli, part[c].share_of_time),
            cli_number(cli, amount[COR_BY_COST], 0),
            cli_number(cli, amount[COR_BY_CO2E], 0),
        };
        cli_table_row(&table, cell);
    }
    return cli_table_print(&table);
}

static json_t *part_json(const char *cause, const struct part *part)
{
    json_t *object = json_pack("{s:s, s:o}", "cause", cause, "legs",
                               cli_json_whole(part->n_leg));
    for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
        json_object_set_new(object, cor_measures[m].key,
                            cli_json_number(part->amount[m]));
    json_object_set_new(object, "share_of_time",
                        cli_json_number(part->share_of_time));
    return object;
}

json_t *cli_causes_json(const struct cor_scenario *scenario,
                        const struct cor_route *route)
{
    json_t *list = json_array();
    if (route == NULL)
        return list;
    struct part part[COR_N_CAUSE];
    sum_parts(part, scenario, route);
    for (int c = 0; c < COR_N_CAUSE; c++)
        json_array_append_new(list, part_json(cor_causes[c], &part[c]));
    return list;
}
