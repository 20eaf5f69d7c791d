#include <corridor/sim/group.h>

double cor_route_in_group_m(const struct cor_scenario *scenario,
                            const struct cor_route *route,
                            const struct cor_group *group)
{
    double length_m = 0;
    for (uint32_t i = 0; i < route->n_country; i++) {
        const struct cor_route_country *part = &route->country[i];
        const bool is_in = part->country != COR_NONE &&
                           cor_group_has(group, part->country, scenario->as_of);
        if (group->is_all || is_in)
            length_m += part->amount[COR_BY_LENGTH];
    }
    return length_m;
}
