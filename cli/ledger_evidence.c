#include <cli/ledger_parts.h>

#include <cli/names.h>
#include <cli/table.h>

#include <corridor/sim/evidence.h>

#include <math.h>

enum { N_CELL = 1 + COR_N_STATED_MEASURE };

/* In each measure, the share that a row of the table is of. */
struct shares {
    double of[COR_N_STATED_MEASURE]; /* NAN: nothing is known */
};

static bool is_nothing(const struct shares *shares)
{
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        if (shares->of[m] > 0)
            return false;
    return true;
}

static void
add_row(struct cli_table *table, const char *title, const struct shares *shares)
{
    struct cli *cli = table->cli;
    const char *cell[N_CELL] = {title};
    if (is_nothing(shares))
        return;
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        cell[1 + m] = cli_percent(cli, shares->of[m]);
    cli_table_row(table, cell);
}

static const char *title_of(enum cor_evidence evidence)
{
    static const char *const titles[COR_N_EVIDENCE] = {
        "sources of grade A", "sources of grade B", "sources of grade C",
        "sources of grade D", "ungraded sources",   "memory",
        "assumption",         "no source stated",   "geometry of the line",
    };
    return titles[evidence];
}

enum cli_exit cli_evidence_print(struct cli *cli,
                                 const struct cor_scenario *scenario,
                                 const struct cor_route *route)
{
    static const struct cli_column titles[N_CELL] = {
        {"Rests on", false}, {"km", true},      {"h", true},
        {"USD", true},       {"kg CO2e", true},
    };
    struct cor_route_evidence found[COR_N_STATED_MEASURE];
    struct shares shares;
    struct cli_table table = cli_table_begin(cli, titles, N_CELL);
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        found[m] = cor_route_evidence(scenario, route, m);
    for (enum cor_evidence e = 0; e < COR_N_EVIDENCE; e++) {
        for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
            shares.of[m] = found[m].share[e];
        add_row(&table, title_of(e), &shares);
    }
    for (enum cor_measure m = 0; m < COR_N_STATED_MEASURE; m++)
        shares.of[m] = found[m].default_share;
    add_row(&table, "of all this, defaults", &shares);
    return cli_table_print(&table);
}

static json_t *shares_json(const struct cor_route_evidence *found)
{
    json_t *object = json_object();
    for (enum cor_evidence e = 0; e < COR_N_EVIDENCE; e++)
        json_object_set_new(object, cor_evidences[e],
                            cli_json_number(found->share[e]));
    return object;
}

static json_t *defaults_json(struct cli *cli,
                             const struct cor_scenario *s,
                             const struct cor_route *route,
                             enum cor_measure by)
{
    json_t *list = json_array();
    for (uint32_t mode = 0; mode < s->n_mode; mode++) {
        const uint32_t n = cor_route_defaults(route, mode, by);
        if (n != 0)
            json_array_append_new(
                list, json_pack("{s:o, s:o}", "mode",
                                cli_json_text(cli, cli_mode_name(s, mode)),
                                "legs", cli_json_whole(n)));
    }
    return list;
}

json_t *cli_evidence_json(struct cli *cli,
                          const struct cor_scenario *scenario,
                          const struct cor_route *route)
{
    json_t *list = json_array();
    for (enum cor_measure m = 0; route != NULL && m < COR_N_STATED_MEASURE;
         m++) {
        const struct cor_route_evidence found =
            cor_route_evidence(scenario, route, m);
        json_array_append_new(
            list,
            json_pack("{s:s, s:o, s:o, s:o, s:o}", "measure",
                      cor_measures[m].name, "shares", shares_json(&found),
                      "defaults", cli_json_number(found.default_share),
                      "default_legs", defaults_json(cli, scenario, route, m),
                      "unknown_legs", cli_json_whole(found.n_unknown)));
    }
    return list;
}
