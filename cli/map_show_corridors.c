/* The corridors, each by its best route. */
#include "cli/map_show_list.h"

static enum cli_exit prepare(struct cli *cli, struct cli_map *map)
{
    const enum cli_exit status = cli_show_journeys(cli, map);
    return status == CLI_ANSWERED
               ? cli_show_routes(cli, map, map->journey, map->n_journey,
                                 COR_ROLE_LINE)
               : status;
}

const struct cli_show cli_kind_corridors = {
    .name = "corridors",
    .summary = "the corridors of the scenario",
    .takes = CLI_SHOW_CORRIDORS,
    .prepare = prepare,
};
