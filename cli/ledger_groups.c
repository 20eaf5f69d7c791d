#include <cli/ledger_parts.h>

#include <cli/names.h>
#include <cli/output.h>
#include <cli/table.h>

#include <corridor/sim/group.h>

#include <math.h>

/* A group of all, or of stated totals alone, tells nothing of a route, and one
   with the members of another nothing new. */
static bool is_told(const struct cor_group *group)
{
    return group->n_member != 0 && group->members_of == COR_NONE;
}

void cli_groups_print(struct cli *cli,
                      const struct cor_scenario *scenario,
                      const struct cor_route *route)
{
    const double total_m = route->amount[COR_BY_LENGTH];
    for (uint32_t i = 0; i < scenario->n_group; i++) {
        const struct cor_group *group = &scenario->group[i];
        if (!is_told(group))
            continue;
        const double in_m = cor_route_in_group_m(scenario, route, group);
        fprintf(cli->out, "Through members of %s: %s km",
                cli_shown(cli, group->title), cli_number(cli, in_m / 1000, 1));
        if (total_m > 0)
            fprintf(cli->out, ", %s %%",
                    cli_number(cli, 100 * in_m / total_m, 1));
        fputc('\n', cli->out);
    }
}

json_t *cli_groups_json(struct cli *cli,
                        const struct cor_scenario *scenario,
                        const struct cor_route *route)
{
    json_t *list = json_array();
    for (uint32_t i = 0; route != NULL && i < scenario->n_group; i++) {
        const struct cor_group *group = &scenario->group[i];
        const double total_m = route->amount[COR_BY_LENGTH];
        const double in_m = cor_route_in_group_m(scenario, route, group);
        if (!is_told(group))
            continue;
        json_t *object = json_pack(
            "{s:o, s:o, s:o, s:o}", "group", cli_json_text(cli, group->id),
            "title", cli_json_text(cli, group->title), "length_km",
            cli_json_number(in_m / 1000), "share",
            cli_json_number(total_m > 0 ? in_m / total_m : NAN));
        cli_json_add_titles(cli, object, "titles", &group->titles);
        json_array_append_new(list, object);
    }
    return list;
}
