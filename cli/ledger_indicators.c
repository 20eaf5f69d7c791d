#include <cli/ledger_parts.h>

#include <cli/names.h>
#include <cli/output.h>
#include <cli/table.h>

#include <corridor/sim/indicators.h>

#include <math.h>

/* The indicators of a route, and what was measured of them. */
struct findings {
    struct cor_indicator_value value[COR_N_INDICATOR];
    const struct cor_measured *measured; /* [n] */
    uint32_t n;
};

static enum cli_exit find(struct cli *cli,
                          struct findings *out,
                          const struct cor_scenario *scenario,
                          const struct cor_route *route,
                          uint32_t corridor)
{
    struct cor_error err = {0};
    cor_route_indicators(out->value, scenario, route, cor_whole_route);
    return cor_route_measured(&out->measured, &out->n, scenario, route,
                              corridor, &cli->arena, &err) == COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
}

static double shown(enum cor_indicator indicator, double value)
{
    return value / cor_indicators[indicator].units;
}

static double ratio(const struct cor_measured *measured)
{
    return measured->here.value / measured->measurement->value;
}

/* Tenths of hours and km/h, whole USD, as such reports have them. */
static int decimals(enum cor_indicator indicator)
{
    return cor_indicators[indicator].dimension == COR_DIM_MONEY ? 0 : 1;
}

/* "  rail, KZ, inbound": what was measured. */
static const char *show_scope(struct cli *cli,
                              const struct cor_scenario *s,
                              const struct cor_measurement *m)
{
    const char *part[] = {
        m->title,
        cli_mode_name(s, m->mode),
        cli_country_code(s, m->country),
        m->place != COR_NONE ? cli_place_name(s, m->place) : NULL,
        m->direction != COR_EITHER_WAY ? cor_directions[m->direction] : NULL,
    };
    const char *text = NULL;
    for (size_t i = 0; i < CLI_COUNT(part); i++)
        if (part[i] != NULL)
            text = cor_text_print(&cli->arena, "%s%s%s",
                                  text == NULL ? "  " : text,
                                  text == NULL ? "" : ", ", part[i]);
    return text == NULL ? "  measured" : text;
}

enum { N_CELL = 7 };

static void add_measured(struct cli_table *table,
                         struct cli_marks *marks,
                         const struct cor_measured *measured)
{
    struct cli *cli = table->cli;
    const struct cor_measurement *m = measured->measurement;
    const int places = decimals(m->indicator);
    const char *cell[N_CELL] = {
        show_scope(cli, marks->scenario, m),
        "",
        cli_number(cli, shown(m->indicator, measured->here.value), places),
        cli_number(cli, shown(m->indicator, m->value), places),
        cor_text_print(&cli->arena, "%s%s", cli_number(cli, ratio(measured), 2),
                       measured->is_input ? "*" : ""),
        m->year,
        cli_marks_show(cli, marks, m->source),
    };
    cli_table_row(table, cell);
}

static void add_indicator(struct cli_table *table,
                          struct cli_marks *marks,
                          const struct findings *findings,
                          enum cor_indicator indicator)
{
    struct cli *cli = table->cli;
    const struct cor_indicator_form *form = &cor_indicators[indicator];
    const char *cell[N_CELL] = {
        cor_text_print(&cli->arena, "%s %s", form->id, form->name),
        form->unit,
        cli_number(cli, shown(indicator, findings->value[indicator].value),
                   decimals(indicator)),
    };
    cli_table_row(table, cell);
    for (uint32_t i = 0; i < findings->n; i++)
        if (findings->measured[i].measurement->indicator == indicator)
            add_measured(table, marks, &findings->measured[i]);
}

static bool has_input(const struct findings *findings)
{
    for (uint32_t i = 0; i < findings->n; i++)
        if (findings->measured[i].is_input)
            return true;
    return false;
}

enum cli_exit cli_indicators_print(struct cli *cli,
                                   struct cli_marks *marks,
                                   const struct cor_route *route,
                                   uint32_t corridor)
{
    static const struct cli_column titles[N_CELL] = {
        {"Indicator", false}, {"Unit", false}, {"Here", true},
        {"Measured", true},   {"Ratio", true}, {"Year", false},
        {"Source", false},
    };
    struct findings findings;
    enum cli_exit status =
        find(cli, &findings, marks->scenario, route, corridor);
    if (status != CLI_ANSWERED)
        return status;
    struct cli_table table = cli_table_begin(cli, titles, N_CELL);
    for (enum cor_indicator i = 0; i < COR_N_INDICATOR; i++)
        add_indicator(&table, marks, &findings, i);
    status = cli_table_print(&table);
    if (has_input(&findings))
        fputs("* The ledger takes numbers from the same source: to agree "
              "proves nothing.\n",
              cli->out);
    return status;
}

static json_t *measured_json(struct cli *cli,
                             const struct cor_scenario *s,
                             const struct cor_measured *measured)
{
    const struct cor_measurement *m = measured->measurement;
    const char *way =
        m->direction != COR_EITHER_WAY ? cor_directions[m->direction] : NULL;
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b}",
                     "value", cli_json_number(shown(m->indicator, m->value)),
                     "year", cli_json_text(cli, m->year), "source",
                     cli_json_text(cli, cli_source_id(s, m->source)), "title",
                     cli_json_text(cli, m->title), "mode",
                     cli_json_text(cli, cli_mode_name(s, m->mode)), "country",
                     cli_json_text(cli, cli_country_code(s, m->country)), "at",
                     cli_json_text(cli, cli_place_id(s, m->place)), "direction",
                     cli_json_text(cli, way), "here",
                     cli_json_number(shown(m->indicator, measured->here.value)),
                     "ratio", cli_json_number(ratio(measured)), "is_input",
                     measured->is_input);
}

static json_t *indicator_json(struct cli *cli,
                              const struct cor_scenario *s,
                              const struct findings *findings,
                              enum cor_indicator indicator)
{
    const struct cor_indicator_form *form = &cor_indicators[indicator];
    const struct cor_indicator_value *value = &findings->value[indicator];
    json_t *published = json_array();
    for (uint32_t i = 0; i < findings->n; i++)
        if (findings->measured[i].measurement->indicator == indicator)
            json_array_append_new(
                published, measured_json(cli, s, &findings->measured[i]));
    return json_pack("{s:s, s:s, s:s, s:o, s:o, s:o}", "id", form->id, "name",
                     form->name, "unit", form->unit, "value",
                     cli_json_number(shown(indicator, value->value)), "reason",
                     cli_json_text(cli, value->reason), "published", published);
}

json_t *cli_indicators_json(struct cli *cli,
                            const struct cor_scenario *scenario,
                            const struct cor_route *route,
                            uint32_t corridor)
{
    json_t *list = json_array();
    struct findings findings;
    if (route == NULL)
        return list;
    if (find(cli, &findings, scenario, route, corridor) != CLI_ANSWERED) {
        json_decref(list);
        return NULL;
    }
    for (enum cor_indicator i = 0; i < COR_N_INDICATOR; i++)
        json_array_append_new(list,
                              indicator_json(cli, scenario, &findings, i));
    return list;
}
