#include <cli/rivals.h>

#include <cli/names.h>
#include <cli/output.h>
#include <cli/table.h>

#include <math.h>
#include <string.h>

/* How values of an attribute are shown. */
static const struct {
    const char *unit;
    double units; /* of the library's in one shown */
} forms[COR_N_ATTRIBUTE] = {
    [COR_ATTRIBUTE_LENGTH] = {"km", 1000},
    [COR_ATTRIBUTE_TIME] = {"h", 3600},
    [COR_ATTRIBUTE_COST] = {"USD", 1},
    [COR_ATTRIBUTE_CO2E] = {"kg", 1},
    [COR_ATTRIBUTE_SPEED] = {"km/h", 1 / 3.6},
    [COR_ATTRIBUTE_CAPACITY] = {"", 1},
    [COR_ATTRIBUTE_HEADWAY] = {"h", 3600},
};

static double shown(const struct cor_rivals *rivals, uint32_t value)
{
    return rivals->value[value].number / forms[rivals->attribute].units;
}

/* Published figures have two decimals at most: "532.53", "523". */
static const char *figure(struct cli *cli, double value)
{
    char text[COR_NUMBER_SIZE];
    cor_number_fixed(text, value, 2);
    if (strchr(text, '.') != NULL) {
        char *end = text + strlen(text);
        while (end[-1] == '0')
            *--end = '\0';
        if (end[-1] == '.')
            end[-1] = '\0';
    }
    return cor_text_print(&cli->arena, "%s", text);
}

/* The place where a line of links begins, or ends. */
static uint32_t line_end(const struct cor_scenario *s,
                         const struct cor_rivals *rivals,
                         bool last)
{
    const uint32_t n = rivals->n_record;
    const uint32_t link = rivals->record[last ? n - 1 : 0];
    const uint32_t from = s->links.from[link], to = s->links.to[link];
    if (n == 1)
        return last ? to : from;
    const uint32_t next = rivals->record[last ? n - 2 : 1];
    const bool goes_on =
        s->links.from[next] == from || s->links.to[next] == from;
    return goes_on ? to : from;
}

/* Whether the route comes to the last link of a line before the first. */
static bool is_reversed(const struct cor_route *route,
                        const struct cor_rivals *rivals)
{
    const uint32_t first = rivals->record[0];
    const uint32_t last = rivals->record[rivals->n_record - 1];
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_leg *leg = &route->leg[i];
        if (leg->kind != COR_LEG_LINK)
            continue;
        if (leg->record == first && first == last)
            return leg->reversed;
        if (leg->record == first || leg->record == last)
            return leg->record == last;
    }
    return false;
}

static const char *subject_text(struct cli *cli,
                                const struct cor_scenario *s,
                                const struct cor_route *route,
                                const struct cor_rivals *rivals)
{
    const bool turned =
        rivals->subject == COR_SUBJECT_LINK && is_reversed(route, rivals);
    struct cor_arena *arena = &cli->arena;
    const uint32_t record = rivals->record[0];
    switch (rivals->subject) {
    case COR_SUBJECT_LINK:
        return cor_text_print(arena, "%s\u2013%s",
                              cli_place_name(s, line_end(s, rivals, turned)),
                              cli_place_name(s, line_end(s, rivals, !turned)));
    case COR_SUBJECT_TRANSFER:
        return cor_text_print(arena, "the transfer at %s",
                              cli_place_name(s, s->transfer[record].place));
    case COR_SUBJECT_BORDER:
        return cor_text_print(arena, "the border into %s at %s",
                              cli_country_code(s, s->border[record].country),
                              cli_place_name(s, s->border[record].place));
    default:
        return s->service[record].title != NULL ? s->service[record].title
                                                : s->service[record].id;
    }
}

static uint32_t count_sources(const struct cor_rivals *rivals)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < rivals->n; i++) {
        bool met = false;
        for (uint32_t j = 0; j < i; j++)
            met |= rivals->value[j].source == rivals->value[i].source;
        n += !met;
    }
    return n;
}

static double total(const struct cor_route *route, enum cor_measure by)
{
    return route->amount[by] / cor_measures[by].units;
}

/* "+1.4 %": by how much a total differs from the one that stands. */
static const char *share(struct cli *cli, double value, double was)
{
    char text[COR_NUMBER_SIZE];
    const double percent = 100 * (value - was) / was;
    cor_number_fixed(text, fabs(percent), 1);
    if (strcmp(text, "0.0") == 0)
        return "0 %";
    return cor_text_print(&cli->arena, "%s%s %%", percent < 0 ? "\u2212" : "+",
                          text);
}

static void print_measure(struct cli *cli,
                          const struct cor_route *route,
                          const struct cor_swing *swing,
                          enum cor_measure by)
{
    const struct cor_measure_form *form = &cor_measures[by];
    const double was = total(route, by);
    const double least = swing->least[by] / form->units;
    const double most = swing->most[by] / form->units;
    fprintf(cli->out, "%s %s\u2013%s %s (%s\u2026%s)", form->spoken,
            cli_number(cli, least, 0), cli_number(cli, most, 0), form->unit,
            share(cli, least, was), share(cli, most, was));
}

static bool is_moving(const struct cor_swing *swing)
{
    bool moves = false;
    for (enum cor_measure by = 0; by < COR_N_MEASURE; by++)
        moves |= swing->moves[by];
    return moves;
}

static void print_swing(struct cli *cli,
                        const struct cor_scenario *s,
                        const struct cor_route *route,
                        const struct cor_swing *swing)
{
    const struct cor_rivals *rivals = &s->rivals[swing->rivals];
    const uint32_t n_source = count_sources(rivals);
    fprintf(cli->out,
            "Rivals: %s of %s, %s\u2013%s %s in %u source%s, %s chosen by "
            "policy %s, makes ",
            cor_attributes[rivals->attribute],
            cli_shown(cli, subject_text(cli, s, route, rivals)),
            figure(cli, shown(rivals, 0)),
            figure(cli, shown(rivals, rivals->n - 1)),
            forms[rivals->attribute].unit, n_source, n_source == 1 ? "" : "s",
            figure(cli, shown(rivals, rivals->chosen)),
            cor_policies[rivals->policy]);
    const char *before = "";
    for (enum cor_measure by = 0; by < COR_N_MEASURE; by++) {
        if (!swing->moves[by])
            continue;
        fputs(before, cli->out);
        print_measure(cli, route, swing, by);
        before = ", ";
    }
    fputs(".\n", cli->out);
}

static enum cli_exit find_swings(struct cli *cli,
                                 const struct cor_swing **swing,
                                 uint32_t *n,
                                 const struct cor_scenario *scenario,
                                 const struct cor_route *route)
{
    struct cor_error err = {0};
    return cor_route_swings(swing, n, scenario, route, &cli->arena, &err) ==
                   COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
}

enum cli_exit cli_rivals_print(struct cli *cli,
                               const struct cor_scenario *scenario,
                               const struct cor_route *route)
{
    const struct cor_swing *swing;
    uint32_t n, n_still = 0;
    const enum cli_exit status = find_swings(cli, &swing, &n, scenario, route);
    if (status != CLI_ANSWERED)
        return status;
    for (uint32_t i = 0; i < n; i++) {
        n_still += !is_moving(&swing[i]);
        if (is_moving(&swing[i]))
            print_swing(cli, scenario, route, &swing[i]);
    }
    if (n_still != 0)
        fprintf(cli->out,
                "Rivals: %u disputed value%s move%s no total by more than "
                "%.0f %%.\n",
                n_still, n_still == 1 ? "" : "s", n_still == 1 ? "s" : "",
                100 * COR_RIVAL_SHARE);
    return CLI_ANSWERED;
}

static json_t *value_json(struct cli *cli,
                          const struct cor_scenario *s,
                          const struct cor_rivals *rivals,
                          uint32_t i)
{
    const uint32_t source = rivals->value[i].source;
    const bool known = source != COR_NONE;
    return json_pack(
        "{s:o, s:o, s:o, s:o}", "value", cli_json_number(shown(rivals, i)),
        "source", cli_json_text(cli, cli_source_id(s, source)), "year",
        cli_json_text(cli, known ? s->sources.year[source] : NULL), "grade",
        cli_json_text(cli, known ? s->sources.grade[source] : NULL));
}

static json_t *totals_json(const double amount[COR_N_MEASURE])
{
    json_t *object = json_object();
    for (enum cor_measure by = 0; by < COR_N_MEASURE; by++)
        json_object_set_new(
            object, cor_measures[by].key,
            cli_json_number(amount[by] / cor_measures[by].units));
    return object;
}

static json_t *links_json(struct cli *cli,
                          const struct cor_scenario *s,
                          const struct cor_rivals *rivals)
{
    json_t *list = json_array();
    if (rivals->subject == COR_SUBJECT_LINK)
        for (uint32_t i = 0; i < rivals->n_record; i++)
            json_array_append_new(
                list, cli_json_text(cli, cli_link_id(s, rivals->record[i])));
    return list;
}

static json_t *moves_json(const struct cor_swing *swing)
{
    json_t *list = json_array();
    for (enum cor_measure by = 0; by < COR_N_MEASURE; by++)
        if (swing->moves[by])
            json_array_append_new(list, json_string(cor_measures[by].key));
    return list;
}

static json_t *swing_json(struct cli *cli,
                          const struct cor_scenario *s,
                          const struct cor_route *route,
                          const struct cor_swing *swing)
{
    const struct cor_rivals *rivals = &s->rivals[swing->rivals];
    json_t *values = json_array();
    for (uint32_t i = 0; i < rivals->n; i++)
        json_array_append_new(values, value_json(cli, s, rivals, i));
    return json_pack(
        "{s:s, s:o, s:o, s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "record",
        cor_subjects[rivals->subject], "links", links_json(cli, s, rivals),
        "of", cli_json_text(cli, subject_text(cli, s, route, rivals)), "field",
        cor_attributes[rivals->attribute], "unit",
        forms[rivals->attribute].unit, "policy", cor_policies[rivals->policy],
        "chosen", cli_json_number(shown(rivals, rivals->chosen)), "values",
        values, "total_low", totals_json(swing->least), "total_high",
        totals_json(swing->most), "moves", moves_json(swing));
}

json_t *cli_rivals_json(struct cli *cli,
                        const struct cor_scenario *scenario,
                        const struct cor_route *route)
{
    json_t *list = json_array();
    const struct cor_swing *swing;
    uint32_t n = 0;
    if (route != NULL &&
        find_swings(cli, &swing, &n, scenario, route) != CLI_ANSWERED)
        n = 0;
    for (uint32_t i = 0; i < n; i++)
        json_array_append_new(list,
                              swing_json(cli, scenario, route, &swing[i]));
    return list;
}
