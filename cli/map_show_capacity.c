/* Links as wide as their stated capacity. */
#include "cli/map_show_list.h"

#include <cli/map_widths.h>
#include <cli/output.h>

#include <math.h>

static bool has_capacity(const struct cor_links *links, uint32_t link)
{
    return links->capacity != NULL && links->open[link] &&
           !isnan(links->capacity[link]);
}

/* How many links state one; `n` by scale. */
static uint32_t count(uint32_t n[CLI_N_SCALE], const struct cor_links *links)
{
    uint32_t n_stated = 0;
    for (size_t s = 0; s < CLI_N_SCALE; s++)
        n[s] = 0;
    for (uint32_t i = 0; i < links->n; i++)
        for (size_t s = 0; has_capacity(links, i) && s < CLI_N_SCALE; s++)
            if (links->capacity_dimension[i] == cli_scales[s].dimension) {
                n[s]++;
                n_stated++;
            }
    return n_stated;
}

/* The numbers in one unit, and whom they are from; how many there are. */
static uint32_t
fill_values(double *value, struct cli_map *map, const struct cli_scale *scale)
{
    const struct cor_links *links = &map->scenario->links;
    uint32_t n = 0;
    for (uint32_t i = 0; i < links->n; i++) {
        if (!has_capacity(links, i) ||
            links->capacity_dimension[i] != scale->dimension)
            continue;
        value[i] = links->capacity[i] / scale->factor;
        cli_credit_add(&map->credit, links->capacity_source[i] != COR_NONE
                                         ? links->capacity_source[i]
                                         : links->source[i]);
        n++;
    }
    return n;
}

static enum cli_exit draw(struct cli *cli,
                          struct cli_map *map,
                          const struct cli_scale *scale,
                          uint32_t n_stated)
{
    struct cor_map_flow *flow =
        cor_arena_array(&cli->arena, struct cor_map_flow, 1);
    double *value = cli_widths_make(cli, map->scenario);
    if (flow == NULL || value == NULL ||
        !cli_credit_begin(cli, &map->credit, map->scenario, "Capacities"))
        return CLI_FAULT;
    const uint32_t n = fill_values(value, map, scale);
    *flow = (struct cor_map_flow){
        .title = cli_scale_title(cli, map, scale, CLI_CAPACITY),
        .value = value,
        .remark = {cli_scale_coverage(cli, map, n_stated, n)}};
    map->how.flow = flow;
    map->detail = json_pack("{s:s, s:o, s:o}", "unit", scale->unit, "links",
                            cli_json_whole(n), "links_in_other_units",
                            cli_json_whole(n_stated - n));
    return cli_widths_frame(cli, map);
}

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    uint32_t n[CLI_N_SCALE];
    struct cli_scale scale;
    const uint32_t n_stated = count(n, &map->scenario->links);
    if (n_stated == 0) {
        cli_complain("map: no open link of '%s' states a capacity; did you "
                     "mean --show corridors?",
                     cli_shown(cli, map->scenario->title));
        return CLI_USAGE;
    }
    const enum cli_exit status =
        cli_scale_choose(cli, &scale, map, n, CLI_CAPACITY);
    return status == CLI_ANSWERED ? draw(cli, map, &scale, n_stated) : status;
}

const struct cli_show cli_kind_capacity = {
    .name = "capacity",
    .summary = "links as wide as their stated capacity",
    .takes = CLI_SHOW_CORRIDORS | CLI_SHOW_UNIT,
    .prepare = prepare,
};
