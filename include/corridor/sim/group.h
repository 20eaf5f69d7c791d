/* corridor/sim/group.h -- how much of a route lies in a group of countries. */
#ifndef COR_SIM_GROUP_H
#define COR_SIM_GROUP_H

#include <corridor/sim/route.h>

/**
 * Length of a route in countries that are members of a group at the scenario's
 * date, in m; countries have the links that cor_route_find gives them.
 *
 * group    of the scenario; one of all countries has the whole route
 * Returns  NAN where the length of a part is not known
 */
double cor_route_in_group_m(const struct cor_scenario *scenario,
                            const struct cor_route *route,
                            const struct cor_group *group);

#endif
