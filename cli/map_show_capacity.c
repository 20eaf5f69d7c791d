/* Links as wide as their stated capacity. */
#include "cli/map_show_list.h"

#include <cli/output.h>

#include <corridor/base/text.h>
#include <corridor/base/units.h>

#include <math.h>
#include <string.h>

/* How capacities of a dimension are told: numbers of a few digits. */
static const struct {
    enum cor_dimension dimension;
    const char *unit;
    const char *title;
} scales[] = {
    {COR_DIM_MASS_FLOW, "Mt/y", "Capacity, million tonnes a year"},
    {COR_DIM_VOLUME_FLOW, "bcm/y", "Capacity, billion cubic metres a year"},
    {COR_DIM_TEU_FLOW, "kTEU/y", "Capacity, thousand TEU a year"},
    {COR_DIM_TRAIN_FLOW, "trains/d", "Capacity, trains a day"},
    {COR_DIM_VEHICLE_FLOW, "vehicles/d", "Capacity, vehicles a day"},
};

/* What the links of a map state. */
struct tally {
    uint32_t n[CLI_COUNT(scales)];
    uint32_t n_stated;
};

static bool has_capacity(const struct cor_links *links, uint32_t link)
{
    return links->capacity != NULL && links->open[link] &&
           !isnan(links->capacity[link]);
}

static struct tally count(const struct cor_links *links)
{
    struct tally tally = {0};
    for (uint32_t i = 0; i < links->n; i++)
        for (size_t s = 0; has_capacity(links, i) && s < CLI_COUNT(scales); s++)
            if (links->capacity_dimension[i] == scales[s].dimension) {
                tally.n[s]++;
                tally.n_stated++;
            }
    return tally;
}

/* Widths of one map tell one unit: that of most links. */
static size_t choose_scale(const struct tally *tally)
{
    size_t best = 0;
    for (size_t s = 1; s < CLI_COUNT(scales); s++)
        if (tally->n[s] > tally->n[best])
            best = s;
    return best;
}

static bool fill_values(struct cli *cli,
                        struct cor_map_flow *flow,
                        const struct cor_links *links,
                        size_t scale)
{
    double *value = cor_arena_array(&cli->arena, double, links->n);
    if (value == NULL)
        return false;
    const struct cor_unit *unit =
        cor_unit_find(cor_text_of(scales[scale].unit));
    for (uint32_t i = 0; i < links->n; i++) {
        const bool is_told =
            has_capacity(links, i) &&
            links->capacity_dimension[i] == scales[scale].dimension;
        value[i] = is_told ? links->capacity[i] / unit->factor : (double)NAN;
    }
    flow->value = value;
    return true;
}

static const char *
remark_on(struct cli *cli, const struct cli_map *map, const struct tally *tally)
{
    const struct cor_links *links = &map->scenario->links;
    const size_t scale = choose_scale(tally);
    uint32_t n_open = 0;
    for (uint32_t i = 0; i < links->n; i++)
        n_open += links->open[i] ? 1 : 0;
    const uint32_t n_other = tally->n_stated - tally->n[scale];
    const char *unstated =
        cor_text_print(&cli->arena, "%u", n_open - tally->n_stated);
    const char *other = cor_text_print(&cli->arena, "%u", n_other);
    return cli_show_say(cli, map,
                        n_other == 0
                            ? "links that state none: {1}"
                            : "links that state none: {1}; in other units: "
                              "{2}",
                        unstated, other);
}

/* The corridors that frame the map, where they are asked for. */
static enum cli_exit frame(struct cli *cli, struct cli_map *map)
{
    if (map->asked->corridors.n == 0)
        return CLI_ANSWERED;
    const enum cli_exit status = cli_show_journeys(cli, map);
    return status == CLI_ANSWERED
               ? cli_show_routes(cli, map, map->journey, map->n_journey,
                                 COR_ROLE_UNSEEN)
               : status;
}

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    const struct cor_links *links = &map->scenario->links;
    const struct tally tally = count(links);
    if (tally.n_stated == 0) {
        cli_complain("map: no open link of '%s' states a capacity; did you "
                     "mean --show corridors?",
                     cli_shown(cli, map->scenario->title));
        return CLI_USAGE;
    }
    const size_t scale = choose_scale(&tally);
    struct cor_map_flow *flow =
        cor_arena_array(&cli->arena, struct cor_map_flow, 1);
    if (flow == NULL)
        return CLI_FAULT;
    *flow = (struct cor_map_flow){
        .title = cli_show_say(cli, map, scales[scale].title, NULL, NULL),
        .remark = remark_on(cli, map, &tally)};
    if (!fill_values(cli, flow, links, scale))
        return CLI_FAULT;
    map->how.flow = flow;
    map->detail =
        json_pack("{s:s, s:o, s:o}", "unit", scales[scale].unit, "links",
                  cli_json_whole(tally.n[scale]), "links_in_other_units",
                  cli_json_whole(tally.n_stated - tally.n[scale]));
    return frame(cli, map);
}

const struct cli_show cli_kind_capacity = {
    .name = "capacity",
    .summary = "links as wide as their stated capacity",
    .takes = CLI_SHOW_CORRIDORS,
    .prepare = prepare,
};
