#include <cli/map_widths.h>

#include <cli/output.h>

#include <corridor/base/text.h>

#include <math.h>
#include <string.h>

/* Numbers of a few digits. */
const struct cli_scale cli_scales[CLI_N_SCALE] = {
    {COR_DIM_MASS_FLOW,
     "Mt/y",
     1e6,
     {"Capacity, million tonnes a year", "Carried, million tonnes a year"}},
    {COR_DIM_VOLUME_FLOW,
     "bcm/y",
     1e9,
     {"Capacity, billion cubic metres a year",
      "Carried, billion cubic metres a year"}},
    {COR_DIM_TEU_FLOW,
     "kTEU/y",
     1e3,
     {"Capacity, thousand TEU a year", "Carried, thousand TEU a year"}},
    {COR_DIM_TRAIN_FLOW,
     "trains/d",
     1,
     {"Capacity, trains a day", "Carried, trains a day"}},
    {COR_DIM_VEHICLE_FLOW,
     "vehicles/d",
     1,
     {"Capacity, vehicles a day", "Carried, vehicles a day"}},
};

static const char *const measures[] = {"a capacity", "a flow"};

static size_t scale_of(enum cor_dimension dimension)
{
    size_t i = 0;
    while (i < CLI_N_SCALE && cli_scales[i].dimension != dimension)
        i++;
    return i;
}

/* "Mt/y", "bcm/y": what links state here. */
static const char *list_units(struct cli *cli, const uint32_t *n)
{
    const char *list = "";
    for (size_t i = 0; i < CLI_N_SCALE; i++)
        if (n[i] != 0)
            list = cor_text_print(&cli->arena, "%s%s%s (links: %u)", list,
                                  list[0] == '\0' ? "" : ", ",
                                  cli_scales[i].unit, (unsigned)n[i]);
    return list != NULL ? list : "";
}

static enum cli_exit
refuse_unit(struct cli *cli, const char *name, const uint32_t *n)
{
    const char *known[256];
    size_t n_known = 0;
    for (const struct cor_unit *u = cor_units;
         u->name != NULL && n_known < CLI_COUNT(known); u++)
        if (scale_of(u->dimension) < CLI_N_SCALE)
            known[n_known++] = u->name;
    const char *near = cor_text_nearest(cor_text_of(name), known, n_known);
    cli_complain("map: --unit takes a unit that numbers of links are stated "
                 "in, not '%s'%s%s%s; there are: %s",
                 cli_shown(cli, name), near != NULL ? ", did you mean " : "",
                 near != NULL ? near : "", near != NULL ? "?" : "",
                 list_units(cli, n));
    return CLI_USAGE;
}

/* Widths of one map tell one unit: that of most links. */
static size_t most_stated(const uint32_t *n)
{
    size_t best = 0;
    for (size_t i = 1; i < CLI_N_SCALE; i++)
        if (n[i] > n[best])
            best = i;
    return best;
}

enum cli_exit cli_scale_choose(struct cli *cli,
                               struct cli_scale *out,
                               struct cli_map *map,
                               const uint32_t n[CLI_N_SCALE],
                               enum cli_measure measure)
{
    const char *name = map->asked->unit != NULL ? map->asked->unit : map->unit;
    const bool is_first = map->unit == NULL;
    *out = cli_scales[most_stated(n)];
    if (name != NULL) {
        const struct cor_unit *unit = cor_unit_find(cor_text_of(name));
        if (unit == NULL || scale_of(unit->dimension) == CLI_N_SCALE)
            return refuse_unit(cli, name, n);
        *out = cli_scales[scale_of(unit->dimension)];
        if (out->factor < unit->factor || out->factor > unit->factor)
            out->title[CLI_CAPACITY] = out->title[CLI_FLOW] = NULL;
        out->factor = unit->factor;
        out->unit = unit->name;
        if (is_first && n[scale_of(unit->dimension)] == 0) {
            cli_complain("map: no open link states %s in %s; there are: %s",
                         measures[measure], name, list_units(cli, n));
            return CLI_USAGE;
        }
    }
    map->unit = out->unit;
    return CLI_ANSWERED;
}

const char *cli_scale_title(struct cli *cli,
                            const struct cli_map *map,
                            const struct cli_scale *scale,
                            enum cli_measure measure)
{
    static const char *const plain[] = {"Capacity, {1}", "Carried, {1}"};
    return scale->title[measure] != NULL
               ? cli_show_say(cli, map, scale->title[measure], NULL, NULL)
               : cli_show_say(cli, map, plain[measure], scale->unit, NULL);
}

const char *cli_scale_coverage(struct cli *cli,
                               const struct cli_map *map,
                               uint32_t n_stated,
                               uint32_t n_told)
{
    const struct cor_links *links = &map->scenario->links;
    uint32_t n_open = 0;
    for (uint32_t i = 0; i < links->n; i++)
        n_open += links->open[i] ? 1 : 0;
    const char *unstated =
        cor_text_print(&cli->arena, "%u", (unsigned)(n_open - n_stated));
    const char *other =
        cor_text_print(&cli->arena, "%u", (unsigned)(n_stated - n_told));
    return cli_show_say(cli, map,
                        n_stated == n_told
                            ? "links that state none: {1}"
                            : "links that state none: {1}; in other units: "
                              "{2}",
                        unstated, other);
}

double *cli_widths_make(struct cli *cli, const struct cor_scenario *scenario)
{
    double *value = cor_arena_array(&cli->arena, double, scenario->links.n);
    for (uint32_t i = 0; value != NULL && i < scenario->links.n; i++)
        value[i] = (double)NAN;
    return value;
}

enum cli_exit cli_widths_frame(struct cli *cli, struct cli_map *map)
{
    if (map->asked->corridors.n == 0)
        return CLI_ANSWERED;
    const enum cli_exit status = cli_show_journeys(cli, map);
    return status == CLI_ANSWERED
               ? cli_show_routes(cli, map, map->journey, map->n_journey,
                                 COR_ROLE_UNSEEN)
               : status;
}
