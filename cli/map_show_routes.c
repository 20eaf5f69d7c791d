/* The best routes from one place to another, as a set with a key. */
#include "cli/map_show_list.h"

#include <cli/names.h>
#include <cli/output.h>

#include <corridor/base/text.h>

#include <math.h>
#include <string.h>

/* How many routes there are when nobody says: as many as hues tell apart on
   paper. */
enum { DEFAULT_K = 3 };

/* How much of their length routes may have in common when nobody says: the best
   ones are near twins, and show as one band. */
static const double default_share = 0.3;

/* "2: 8 231 km, 214 h" */
static const char *title_of(struct cli *cli,
                            const struct cli_map *map,
                            const struct cor_route *route,
                            uint32_t rank)
{
    return cli_show_say(
        cli, map, "{1}: {2}", cor_text_print(&cli->arena, "%u", rank + 1),
        cli_show_amounts(
            cli, map,
            route->amount[COR_BY_LENGTH] / cor_measures[COR_BY_LENGTH].units,
            route->amount[COR_BY_TIME] / cor_measures[COR_BY_TIME].units,
            false));
}

static double share_of(const struct cli_map *map)
{
    return isnan(map->asked->distinct) ? default_share : map->asked->distinct;
}

static enum cli_exit find(struct cli *cli, struct cli_map *map)
{
    struct cli_journey *journey =
        cor_arena_array(&cli->arena, struct cli_journey, 1);
    if (journey == NULL)
        return CLI_FAULT;
    *journey = (struct cli_journey){.id = "routes", .title = "routes"};
    enum cli_exit status = cli_place_find(cli, &journey->query.from,
                                          map->scenario, map->asked->from);
    if (status == CLI_ANSWERED)
        status = cli_place_find(cli, &journey->query.to, map->scenario,
                                map->asked->to);
    if (status != CLI_ANSWERED)
        return status;
    const uint32_t k = map->asked->k != 0 ? (uint32_t)map->asked->k : DEFAULT_K;
    const enum cor_measure by =
        cor_route_measure_default(map->scenario, &journey->query);
    struct cor_error err = {0};
    map->journey = journey;
    map->n_journey = 1;
    return cor_route_find_distinct(&journey->routes, map->scenario,
                                   &journey->query, by, k, share_of(map),
                                   &cli->arena, &err) == COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
}

/* What routes have in common at most, and whether that was all; on the map and
   for those who read the answer. */
static bool tell_share(struct cli *cli, struct cli_map *map)
{
    const struct cor_routes *routes = &map->journey->routes;
    json_t *notes = json_array();
    bool is_ended = false;
    for (uint32_t i = 0; i < routes->n_note; i++) {
        if (strncmp(routes->note[i].code, "distinct", 8) != 0)
            continue;
        is_ended |= strcmp(routes->note[i].code, "distinct-ended") == 0;
        cli_note(cli, "%s", routes->note[i].text);
        json_array_append_new(
            notes, json_pack("{s:s, s:o}", "code", routes->note[i].code, "text",
                             cli_json_text(cli, routes->note[i].text)));
    }
    map->detail = json_pack("{s:o, s:o}", "distinct",
                            cli_json_number(share_of(map)), "notes", notes);
    const char *remark = cli_show_say(
        cli, map,
        is_ended ? "each shares at most {1} % of its length with the others; "
                   "there may be better ones"
                 : "each shares at most {1} % of its length with the others",
        cor_text_print(&cli->arena, "%g", 100 * share_of(map)), NULL);
    return routes->n < 2 || share_of(map) >= 1 ||
           cli_show_remark(cli, map, remark);
}

static void set_headline(struct cli *cli, struct cli_map *map)
{
    const bool by_time = map->journey->routes.by == COR_BY_TIME;
    const bool differ = share_of(map) < 1;
    map->headline =
        cli_show_say(cli, map,
                     by_time  ? differ ? "The fastest routes that differ"
                                       : "The fastest routes"
                     : differ ? "The shortest routes that differ"
                              : "The shortest routes",
                     NULL, NULL);
}

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    const enum cli_exit status = find(cli, map);
    if (status != CLI_ANSWERED)
        return status;
    const struct cor_routes *routes = &map->journey->routes;
    if (routes->n == 0) {
        cli_complain("no route: %s", cli_shown(cli, routes->reason));
        return CLI_NO;
    }
    for (uint32_t i = 0; i < routes->n; i++) {
        struct cor_map_route made = {
            .title = title_of(cli, map, &routes->route[i], i),
            .is_alternative = i != 0};
        made.link = cli_show_links(cli, &routes->route[i], &made.n_link);
        if (made.title == NULL || made.link == NULL ||
            !cli_show_add(cli, map, made))
            return CLI_FAULT;
    }
    const struct cor_query *query = &map->journey->query;
    map->how.has_ends = true;
    map->how.from = query->from;
    map->how.to = query->to;
    set_headline(cli, map);
    return tell_share(cli, map) ? CLI_ANSWERED : CLI_FAULT;
}

const struct cli_show cli_kind_routes = {
    .name = "routes",
    .summary = "the best routes --from a place --to another that differ",
    .takes = CLI_SHOW_PAIR,
    .prepare = prepare,
};
