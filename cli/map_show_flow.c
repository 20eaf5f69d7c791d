/* Links as wide as what was carried over them. */
#include "cli/map_show_list.h"

#include <cli/map_widths.h>
#include <cli/output.h>

#include <corridor/base/text.h>

#include <math.h>

/* What is known of a map's flows. */
struct tally {
    struct cor_carried *carried; /* [n_link] in the unit of the map */
    uint32_t n[CLI_N_SCALE];     /* open links by scale */
    uint32_t n_stated;           /* open links, each counted once */
    uint32_t n_closed;           /* links that are not open */
};

static enum cli_exit
count(struct cli *cli, struct tally *tally, const struct cor_scenario *s)
{
    bool *stated = cor_arena_array(&cli->arena, bool, s->links.n);
    *tally = (struct tally){.carried = cor_arena_array(
                                &cli->arena, struct cor_carried, s->links.n)};
    if (stated == NULL || tally->carried == NULL)
        return CLI_FAULT;
    for (uint32_t i = 0; i < s->links.n; i++)
        stated[i] = false;
    for (size_t scale = 0; scale < CLI_N_SCALE; scale++) {
        (void)cor_traffic_standing(tally->carried, s,
                                   cli_scales[scale].dimension);
        for (uint32_t i = 0; i < s->links.n; i++) {
            if (!cor_carried_known(&tally->carried[i]))
                continue;
            tally->n[scale] += s->links.open[i] ? 1 : 0;
            stated[i] = true;
        }
    }
    for (uint32_t i = 0; i < s->links.n; i++) {
        tally->n_stated += stated[i] && s->links.open[i] ? 1 : 0;
        tally->n_closed += stated[i] && !s->links.open[i] ? 1 : 0;
    }
    return CLI_ANSWERED;
}

/* The numbers of the links in one unit. */
struct widths {
    double *by_way[COR_N_WAY]; /* [n_link] */
    uint32_t n;
    int oldest, newest; /* years; 0: none is stated */
    bool has_ways, has_undated;
};

static void
add_value(struct widths *widths, uint32_t link, int way, double value, int year)
{
    widths->by_way[way][link] = value;
    widths->has_ways |= way != COR_WAY_SUM;
    widths->has_undated |= year == 0;
    if (year != 0 && (widths->oldest == 0 || year < widths->oldest))
        widths->oldest = year;
    widths->newest = year > widths->newest ? year : widths->newest;
}

static bool fill(struct cli *cli,
                 struct widths *widths,
                 struct cli_map *map,
                 const struct tally *tally,
                 const struct cli_scale *scale)
{
    const struct cor_links *links = &map->scenario->links;
    for (int way = 0; way < COR_N_WAY; way++) {
        widths->by_way[way] = cli_widths_make(cli, map->scenario);
        if (widths->by_way[way] == NULL)
            return false;
    }
    for (uint32_t i = 0; i < links->n; i++) {
        const struct cor_carried *carried = &tally->carried[i];
        if (!links->open[i] || !cor_carried_known(carried))
            continue;
        widths->n++;
        for (int way = 0; way < COR_N_WAY; way++)
            if (!isnan(carried->value[way]))
                add_value(widths, i, way, carried->value[way] / scale->factor,
                          carried->year[way]);
    }
    return true;
}

static void give_credit(struct cli_map *map,
                        const struct tally *tally,
                        const struct cli_scale *scale)
{
    const struct cor_scenario *s = map->scenario;
    for (uint32_t i = 0; i < s->n_flow; i++) {
        const struct cor_traffic *flow = &s->flow[i];
        if (s->links.open[flow->link] && flow->dimension == scale->dimension &&
            cor_carried_has(&tally->carried[flow->link], flow))
            cli_credit_add(&map->credit, flow->source);
    }
}

/* "2019–2024", or a single year. */
static const char *say_years(struct cli *cli,
                             const struct cli_map *map,
                             const struct widths *widths)
{
    const char *first = cor_text_print(&cli->arena, "%d", widths->oldest);
    const char *last = cor_text_print(&cli->arena, "%d", widths->newest);
    if (widths->newest == 0)
        return cli_show_say(cli, map, "years not stated", NULL, NULL);
    if (widths->oldest == widths->newest)
        return cli_show_say(cli, map,
                            widths->has_undated ? "in {1}, or year not stated"
                                                : "in {1}",
                            first, NULL);
    return cli_show_say(
        cli, map,
        widths->has_undated
            ? "in the newest year from {1} to {2}, or not stated"
            : "in the newest year from {1} to {2}",
        first, last);
}

static json_t *tell(const struct tally *tally,
                    const struct widths *widths,
                    const struct cli_scale *scale)
{
    json_t *years = widths->newest == 0
                        ? json_null()
                        : json_pack("[i, i]", widths->oldest, widths->newest);
    return json_pack("{s:s, s:o, s:o, s:o, s:o}", "unit", scale->unit, "links",
                     cli_json_whole(widths->n), "links_in_other_units",
                     cli_json_whole(tally->n_stated - widths->n),
                     "links_not_open", cli_json_whole(tally->n_closed), "years",
                     years);
}

static enum cli_exit draw(struct cli *cli,
                          struct cli_map *map,
                          const struct tally *tally,
                          const struct cli_scale *scale)
{
    struct widths widths = {0};
    struct cor_map_flow *flow =
        cor_arena_array(&cli->arena, struct cor_map_flow, 1);
    if (flow == NULL || !fill(cli, &widths, map, tally, scale) ||
        !cli_credit_begin(cli, &map->credit, map->scenario, "Flows"))
        return CLI_FAULT;
    give_credit(map, tally, scale);
    *flow = (struct cor_map_flow){
        .title = cli_scale_title(cli, map, scale, CLI_FLOW),
        .value = widths.by_way[COR_WAY_SUM],
        .along = widths.by_way[COR_WAY_ALONG],
        .against = widths.by_way[COR_WAY_AGAINST],
        .remark = {
            say_years(cli, map, &widths),
            cli_scale_coverage(cli, map, tally->n_stated, widths.n),
            widths.has_ways
                ? cli_show_say(cli, map,
                               "directions: each on the right of its way", NULL,
                               NULL)
                : NULL}};
    map->how.flow = flow;
    map->detail = tell(tally, &widths, scale);
    return cli_widths_frame(cli, map);
}

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    struct tally tally;
    struct cli_scale scale;
    enum cli_exit status = count(cli, &tally, map->scenario);
    if (status == CLI_ANSWERED && tally.n_stated == 0) {
        cli_complain("map: no open link of '%s' states a flow; give a table "
                     "with --flows, or did you mean --show capacity?",
                     cli_shown(cli, map->scenario->title));
        return CLI_USAGE;
    }
    if (tally.n_closed != 0)
        cli_note(cli, "the map leaves out flows of links that are not open: %u",
                 (unsigned)tally.n_closed);
    if (status == CLI_ANSWERED)
        status = cli_scale_choose(cli, &scale, map, tally.n, CLI_FLOW);
    if (status != CLI_ANSWERED)
        return status;
    (void)cor_traffic_standing(tally.carried, map->scenario, scale.dimension);
    return draw(cli, map, &tally, &scale);
}

const struct cli_show cli_kind_flow = {
    .name = "flow",
    .summary = "links as wide as what was carried over them",
    .takes = CLI_SHOW_CORRIDORS | CLI_SHOW_UNIT | CLI_SHOW_FLOWS,
    .prepare = prepare,
};
