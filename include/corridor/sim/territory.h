/* corridor/sim/territory.h -- the land and the people of groups of countries. */
#ifndef COR_SIM_TERRITORY_H
#define COR_SIM_TERRITORY_H

#include <corridor/geo/land.h>
#include <corridor/model/scenario.h>

/** The land of a base map by the countries of a scenario. */
struct cor_territory {
    struct cor_land land;
    const uint32_t *country; /* [land.n] into the scenario's countries;
                                COR_NONE: one that it does not name */
};

/**
 * Measure a base map for a scenario.
 *
 * out     owned by `arena`
 * map     borrowed as long as `out` is used
 * Errors  COR_NO_MEMORY
 * Cost    O(points of the map)
 */
COR_CHECKED enum cor_status
cor_territory_make(struct cor_territory *out,
                   const struct cor_scenario *scenario,
                   const struct cor_basemap *map,
                   struct cor_arena *arena,
                   struct cor_error *err);

/**
 * The land that belongs to a group, and to another one too, at the scenario's
 * date, in m2: pieces of their members that lie in the box of the group and hang
 * together with its mainland, as far as it asks for that.
 *
 * within  NULL: it need not belong to another
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_territory_area_m2(double *out,
                      const struct cor_territory *territory,
                      const struct cor_scenario *scenario,
                      const struct cor_group *group,
                      const struct cor_group *within,
                      struct cor_arena *scratch,
                      struct cor_error *err);

/**
 * The people of the members of a group that are members of another too, at the
 * scenario's date; every country is a member of one of all.
 *
 * within   NULL: they need not be
 * lacking  set to the first country of which no population is known, then the
 *          sum is NAN; else to COR_NONE
 */
double cor_group_population(uint32_t *lacking,
                            const struct cor_scenario *scenario,
                            const struct cor_group *group,
                            const struct cor_group *within);

#endif
