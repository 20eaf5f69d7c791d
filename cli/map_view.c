#include <cli/map_view.h>

#include <cli/atlas.h>
#include <cli/basemaps.h>
#include <cli/data.h>
#include <cli/names.h>
#include <cli/output.h>
#include <cli/scenario.h>

#include <corridor/render/panels.h>
#include <corridor/render/words.h>

#include <string.h>
#include <unistd.h>

/* The box of all places, or the one asked for. */
static struct cli_atlas extent_of(const struct cor_scenario *s,
                                  const struct cor_map_options *how)
{
    if (how->has_extent)
        return (struct cli_atlas){NULL,      how->west,  how->south,
                                  how->east, how->north, 0};
    struct cli_atlas box = {NULL, 180, 90, -180, -90, 0};
    for (uint32_t i = 0; i < s->places.n; i++) {
        const struct cor_point p = s->places.at[i];
        box.west = p.lon < box.west ? p.lon : box.west;
        box.east = p.lon > box.east ? p.lon : box.east;
        box.south = p.lat < box.south ? p.lat : box.south;
        box.north = p.lat > box.north ? p.lat : box.north;
    }
    return box;
}

static const char *choose_atlas(const struct cor_scenario *scenario,
                                const struct cor_map_options *how)
{
    const struct cli_atlas box = extent_of(scenario, how);
    size_t i = 0;
    for (; i + 1 < CLI_N_ATLAS; i++)
        if (box.west >= cli_atlases[i].west &&
            box.east <= cli_atlases[i].east &&
            box.south >= cli_atlases[i].south &&
            box.north <= cli_atlases[i].north && box.west <= box.east &&
            box.east - box.west <= cli_atlases[i].widest)
            break;
    return cli_atlases[i].name;
}

/* Read the base map of a map, and that of the world for its globe, which may be
   the same. Without one there is still a map, which says what it lacks. */
static enum cli_exit read_basemaps(struct cli *cli,
                                   const struct cor_basemap **out,
                                   const struct cor_scenario *scenario,
                                   struct cor_map_options *how)
{
    const char *path = cli->common.basemap;
    const char *world =
        how->world == NULL
            ? cli_data_path(cli, cli_atlases[CLI_N_ATLAS - 1].name)
            : NULL;
    *out = NULL;
    if (path == NULL)
        path = cli_data_path(cli, choose_atlas(scenario, how));
    if (path == NULL) {
        cli_note(cli,
                 "no base map is installed; coasts and borders are not drawn");
        return CLI_ANSWERED;
    }
    if (world != NULL && strcmp(world, path) != 0 &&
        !cli_basemap_begin(cli, world))
        return CLI_FAULT;
    const enum cli_exit status = cli_basemap_read(cli, out, path);
    return status == CLI_ANSWERED && world != NULL
               ? cli_basemap_read(cli, &how->world, world)
               : status;
}

/* Says in short, or at length, what the map could not show. */
static void tell(struct cli *cli, const struct cor_report *report)
{
    if (cli->common.verbose)
        cli_diagnostics_print(stderr, report,
                              (struct cli_diagnostics){COR_NOTE, false});
    else if (report->n_note != 0)
        cli_note(cli, "the map has %zu note%s; --verbose shows them",
                 report->n_note, report->n_note == 1 ? "" : "s");
}

/* The corridors that a map cannot show, on the map itself. */
static const char *list_missing(struct cli *cli, const struct cli_map *map)
{
    const char *list = map->missing[0];
    for (uint32_t i = 1; i < map->n_missing && list != NULL; i++)
        list = cor_text_print(&cli->arena, "%s; %s", list, map->missing[i]);
    return list;
}

/* What a panel cannot show, below its title: marks beyond the last number too,
   which are not the same for all. */
static const char *say_missing(struct cli *cli, const struct cli_map *map)
{
    const char *more = map->how.mark_remark;
    const char *none = map->n_missing != 0
                           ? cli_show_say(cli, map, "No route: {1}",
                                          list_missing(cli, map), NULL)
                           : NULL;
    return more == NULL || none == NULL
               ? more != NULL ? more : none
               : cor_text_print(&cli->arena, "%s; %s", none, more);
}

/* The same for those who read the answer. */
static void note_missing(struct cli *cli,
                         struct cor_report *report,
                         const struct cli_map *map)
{
    if (map->n_missing != 0)
        cor_report_add(report, COR_NOTE, "no-route", (struct cor_spot){0}, NULL,
                       "%s%sno route: %s", map->title != NULL ? map->title : "",
                       map->title != NULL ? ": " : "", list_missing(cli, map));
}

static enum cor_status compose_panels(struct cli *cli,
                                      const struct cor_scene **out,
                                      const struct cli_map *map,
                                      uint32_t n,
                                      const struct cor_basemap *basemap,
                                      const struct cor_map_options *how,
                                      struct cor_report *report,
                                      struct cor_error *err)
{
    struct cor_map_panel *panel =
        cor_arena_array(&cli->arena, struct cor_map_panel, n);
    if (panel == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t i = 0; i < n; i++)
        panel[i] = (struct cor_map_panel){
            .title = map[i].title,
            .remark = say_missing(cli, &map[i]),
            .n_mark = map[i].how.n_mark,
            .mark = map[i].how.mark,
            .scenario = map[i].scenario,
            .n_route = map[i].n_route,
            .route = map[i].route,
            .flow = map[i].how.flow,
        };
    return cor_map_panels_compose(out, panel, n, basemap, how, report,
                                  &cli->arena, err);
}

static enum cli_exit compose(struct cli *cli,
                             const struct cor_scene **out,
                             const struct cli_map *map,
                             uint32_t n,
                             const struct cor_basemap *basemap,
                             const struct cor_map_options *how,
                             struct cor_report *kept)
{
    struct cor_error err = {0};
    struct cor_report report;
    cor_report_init(&report, &cli->arena);
    for (uint32_t i = 0; i < n; i++)
        note_missing(cli, &report, &map[i]);
    const enum cor_status status =
        n == 1 ? cor_map_compose(out, map->scenario, basemap, map->route,
                                 map->n_route, how, &report, &cli->arena, &err)
               : compose_panels(cli, out, map, n, basemap, how, &report, &err);
    if (kept != NULL)
        *kept = report;
    tell(cli, &report);
    return status == COR_OK ? CLI_ANSWERED : cli_fail(cli, &err);
}

/* A map of a network is true at a date; panels say theirs themselves. */
static const char *
date_line(struct cli *cli, const struct cor_scenario *s, const char *language)
{
    const char *date = s->as_of == COR_NO_DATE
                           ? NULL
                           : cor_words_date(&cli->arena, language, s->as_of);
    return date == NULL
               ? NULL
               : cor_words_fill(&cli->arena, language, "The network as of {1}",
                                (const char *[COR_WORDS_VALUES]){date});
}

const char *cli_map_tongue(const struct cor_map_options *how)
{
    for (uint32_t i = 0; i < how->n_language; i++)
        if (cor_words_known(how->language[i]))
            return how->language[i];
    return "en";
}

/* Panels of one scenario at several dates fill the same groups. */
static bool is_new_file(const struct cli_map *map, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (strcmp(map[k].scenario->file, map[i].scenario->file) == 0)
            return false;
    return true;
}

/* Of every panel: its numbers, and the members that it fills. */
static bool give_credit(struct cli *cli,
                        struct cor_map_options *how,
                        struct cli_map *map,
                        uint32_t n,
                        const char *language)
{
    struct cli_credit *credit = cor_arena_array(
        &cli->arena, struct cli_credit, (size_t)n * (1 + COR_MOST_FILLS));
    struct cor_names seen;
    uint32_t m = 0;
    cor_names_init(&seen, &cli->arena);
    for (uint32_t i = 0; i < n; i++) {
        if (credit == NULL ||
            (map[i].credit.what == NULL &&
             !cli_credit_journeys(cli, &map[i].credit, map[i].scenario,
                                  map[i].journey, map[i].n_journey, &seen)))
            return false;
        credit[m++] = map[i].credit;
    }
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t f = 0; is_new_file(map, i) && f < map[i].how.n_fill; f++)
            if (!cli_credit_members(cli, &credit[m++], map[i].scenario,
                                    map[i].how.fill[f]))
                return false;
    return cli_credit_list(cli, &how->source, &how->n_source, credit, m,
                           language);
}

/* What stands around a map: whom to thank, the day, what it cannot show. */
static bool write_around(struct cli *cli,
                         struct cor_map_options *how,
                         struct cli_map *map,
                         uint32_t n)
{
    const char *language = cli_map_tongue(how);
    if (!give_credit(cli, how, map, n, language))
        return false;
    if (how->subtitle == NULL && n == 1)
        how->subtitle = date_line(cli, map->scenario, language);
    struct cli_map alone = *map;
    alone.how = *how;
    for (uint32_t i = 0; n == 1 && i < map->n_missing; i++)
        if (!cli_show_remark(
                cli, &alone,
                cli_show_say(cli, map, "No route: {1}", map->missing[i], NULL)))
            return false;
    *how = alone.how;
    if (n > 1)
        how->mark_remark = NULL;
    return true;
}

enum cli_exit cli_map_draw(struct cli *cli,
                           const struct cor_scene **out,
                           struct cli_map *map,
                           uint32_t n,
                           struct cor_report *report)
{
    const struct cor_basemap *basemap;
    struct cor_map_options how = map->how;
    cli_fonts_begin(&cli->fonts);
    enum cli_exit status =
        write_around(cli, &how, map, n) ? CLI_ANSWERED : CLI_FAULT;
    if (status == CLI_ANSWERED)
        status = read_basemaps(cli, &basemap, map->scenario, &how);
    cli_fonts_end(&cli->fonts);
    return status == CLI_ANSWERED
               ? compose(cli, out, map, n, basemap, &how, report)
               : status;
}

enum cli_exit cli_map_compose(struct cli *cli,
                              const struct cor_scene **out,
                              const struct cor_scenario *scenario,
                              struct cli_journey *journey,
                              uint32_t n,
                              const struct cor_map_options *wanted)
{
    struct cli_map map = {.scenario = scenario,
                          .how = *wanted,
                          .journey = journey,
                          .n_journey = n};
    const enum cli_exit status =
        cli_show_routes(cli, &map, journey, n, COR_ROLE_LINE);
    return status == CLI_ANSWERED ? cli_map_draw(cli, out, &map, 1, NULL)
                                  : status;
}
