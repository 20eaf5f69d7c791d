/* The best routes from one place to another, as a set with a key. */
#include "cli/map_show_list.h"

#include <cli/names.h>
#include <cli/output.h>

#include <corridor/base/text.h>

/* How many routes there are when nobody says: as many as hues tell apart on
   paper. */
enum { DEFAULT_K = 3 };

static const char *number(struct cli *cli, double value)
{
    return cor_text_print(&cli->arena, "%.0f", value);
}

/* "2: 8 231 km, 214 h" */
static const char *title_of(struct cli *cli,
                            const struct cli_map *map,
                            const struct cor_route *route,
                            uint32_t rank)
{
    const double km = route->amount[COR_BY_LENGTH] / 1000;
    const double h = route->amount[COR_BY_TIME] / 3600;
    const char *length =
        km == km ? cli_show_say(cli, map, "{1} km", number(cli, km), NULL)
                 : NULL;
    const char *time =
        h == h ? cli_show_say(cli, map, "{1} h", number(cli, h), NULL) : NULL;
    return cor_text_print(
        &cli->arena, "%u: %s%s%s", rank + 1, length != NULL ? length : "",
        length != NULL && time != NULL ? ", " : "", time != NULL ? time : "");
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
    return cor_route_find(&journey->routes, map->scenario, &journey->query, by,
                          k, &cli->arena, &err) == COR_OK
               ? CLI_ANSWERED
               : cli_fail(cli, &err);
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
    return CLI_ANSWERED;
}

const struct cli_show cli_kind_routes = {
    .name = "routes",
    .summary = "the best routes --from a place --to another",
    .takes = CLI_SHOW_PAIR,
    .prepare = prepare,
};
