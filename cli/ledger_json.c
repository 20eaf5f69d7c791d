#include <cli/ledger_parts.h>

#include <cli/names.h>
#include <cli/rivals.h>

#include <math.h>

static const double metres_in_km = 1000;

static void set_amounts(json_t *object, const double amount[COR_N_MEASURE])
{
    for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
        json_object_set_new(object, cor_measures[m].key,
                            cli_json_number(amount[m]));
}

static json_t *leg_sources(struct cli *cli,
                           const struct cor_scenario *s,
                           const struct cor_leg *leg)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < leg->n_source; i++)
        json_array_append_new(
            list, cli_json_text(cli, cli_source_id(s, leg->source[i])));
    return list;
}

static json_t *leg_json(struct cli *cli,
                        const struct cor_scenario *s,
                        const struct cor_leg *leg)
{
    const char *link =
        leg->kind == COR_LEG_LINK ? cli_link_id(s, leg->record) : NULL;
    json_t *object = json_pack(
        "{s:s, s:o, s:o, s:o, s:o, s:o}", "kind", cor_leg_kinds[leg->kind],
        "link", cli_json_text(cli, link), "from",
        cli_json_text(cli, cli_place_id(s, leg->from)), "to",
        cli_json_text(cli, cli_place_id(s, leg->to)), "mode",
        cli_json_text(cli, cli_mode_name(s, leg->mode)), "gauge_mm",
        leg->gauge_mm == 0 ? json_null() : cli_json_whole(leg->gauge_mm));
    double amount[COR_N_MEASURE];
    for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
        amount[m] = cli_leg_amount(leg, m);
    set_amounts(object, amount);
    json_object_set_new(object, "geodesic_km",
                        cli_json_number(leg->geodesic_m / metres_in_km));
    json_t *basis = json_object();
    for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
        json_object_set_new(basis, cor_measures[m].key,
                            json_string(cor_bases[leg->figure[m].basis]));
    json_object_set_new(object, "basis", basis);
    const enum cor_scope scope = cor_leg_scope(s, leg);
    json_object_set_new(object, "co2e_scope",
                        cli_json_text(cli, scope == COR_SCOPE_UNSTATED
                                               ? NULL
                                               : cor_scopes[scope]));
    json_object_set_new(object, "sources", leg_sources(cli, s, leg));
    return object;
}

static json_t *country_json(struct cli *cli,
                            const struct cor_scenario *s,
                            const struct cor_route_country *part)
{
    json_t *object =
        json_pack("{s:o}", "country",
                  cli_json_text(cli, cli_country_code(s, part->country)));
    double amount[COR_N_MEASURE];
    for (enum cor_measure m = 0; m < COR_N_MEASURE; m++)
        amount[m] = part->amount[m] / cor_measures[m].units;
    set_amounts(object, amount);
    return object;
}

static json_t *notes_json(struct cli *cli, const struct cor_routes *routes)
{
    json_t *list = json_array();
    for (uint32_t i = 0; i < routes->n_note; i++)
        json_array_append_new(
            list, json_pack("{s:s, s:o}", "code", routes->note[i].code, "text",
                            cli_json_text(cli, routes->note[i].text)));
    return list;
}

static json_t *count_json(const struct cor_route *route, uint32_t n)
{
    return route == NULL ? json_null() : cli_json_whole(n);
}

static void set_counts(json_t *object, const struct cor_route *route)
{
    static const struct cor_route none = {0};
    const struct cor_route *r = route != NULL ? route : &none;
    json_object_set_new(object, "borders", count_json(route, r->n_border));
    json_object_set_new(object, "transfers", count_json(route, r->n_transfer));
    json_object_set_new(object, "gauge_changes",
                        count_json(route, r->n_gauge_change));
    json_object_set_new(object, "free_changes",
                        count_json(route, r->n_free_change));
}

void cli_ledger_json(struct cli *cli,
                     json_t *object,
                     const struct cor_scenario *scenario,
                     const struct cor_routes *routes,
                     const struct cor_route *route)
{
    static const struct cli_totals unknown = {{NAN, NAN, NAN, NAN, NAN}, NAN};
    const struct cli_totals totals =
        route != NULL ? cli_route_totals(route) : unknown;
    set_amounts(object, totals.amount);
    json_object_set_new(object, "geodesic_km",
                        cli_json_number(totals.geodesic_km));
    set_counts(object, route);
    json_t *legs = json_array(), *parts = json_array();
    for (uint32_t i = 0; route != NULL && i < route->n_leg; i++)
        json_array_append_new(legs, leg_json(cli, scenario, &route->leg[i]));
    for (uint32_t i = 0; route != NULL && i < route->n_country; i++)
        json_array_append_new(parts,
                              country_json(cli, scenario, &route->country[i]));
    json_object_set_new(object, "legs", legs);
    json_object_set_new(object, "countries", parts);
    json_object_set_new(object, "groups",
                        cli_groups_json(cli, scenario, route));
    json_object_set_new(object, "causes", cli_causes_json(scenario, route));
    json_object_set_new(object, "evidence",
                        cli_evidence_json(cli, scenario, route));
    json_object_set_new(object, "rivals",
                        cli_rivals_json(cli, scenario, route));
    json_object_set_new(object, "notes", notes_json(cli, routes));
    json_object_set_new(
        object, "reason",
        cli_json_text(cli, route == NULL ? routes->reason : NULL));
}
