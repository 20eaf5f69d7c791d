#include <corridor/sim/territory.h>

#include <math.h>

enum cor_status cor_territory_make(struct cor_territory *out,
                                   const struct cor_scenario *scenario,
                                   const struct cor_basemap *map,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    struct cor_territory made = {.country = NULL};
    const enum cor_status status =
        cor_land_measure(&made.land, map, arena, err);
    if (status != COR_OK)
        return status;
    uint32_t *country = cor_arena_array(arena, uint32_t, made.land.n);
    if (country == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t i = 0; i < made.land.n; i++) {
        const char *code = map->country.code[made.land.piece[i].country];
        country[i] = cor_names_find(scenario->countries, cor_text_of(code));
    }
    made.country = country;
    *out = made;
    return COR_OK;
}

/* Whether a country is in a group, whatever of its land is. */
static bool is_member(const struct cor_scenario *scenario,
                      const struct cor_group *group,
                      uint32_t country)
{
    return group->is_all || (country != COR_NONE &&
                             cor_group_has(group, country, scenario->as_of));
}

static bool is_in_box(const struct cor_territory *territory,
                      const struct cor_scenario *scenario,
                      const struct cor_group *group,
                      uint32_t piece)
{
    const double box[] = {group->west, group->south, group->east, group->north};
    return is_member(scenario, group, territory->country[piece]) &&
           (!group->has_box ||
            cor_box_has(box, territory->land.piece[piece].middle));
}

/* The landmass that has most of a group's land. */
static enum cor_status find_mainland(uint32_t *out,
                                     const struct cor_territory *territory,
                                     const struct cor_scenario *scenario,
                                     const struct cor_group *group,
                                     struct cor_arena *scratch,
                                     struct cor_error *err)
{
    const struct cor_land *land = &territory->land;
    double *area_m2 =
        cor_arena_take_zero(scratch, land->n_landmass, sizeof *area_m2);
    if (area_m2 == NULL)
        return COR_FAIL_MEMORY(err);
    *out = 0;
    for (uint32_t i = 0; i < land->n; i++)
        if (is_in_box(territory, scenario, group, i))
            area_m2[land->piece[i].landmass] += land->piece[i].area_m2;
    for (uint32_t i = 1; i < land->n_landmass; i++)
        if (area_m2[i] > area_m2[*out])
            *out = i;
    return COR_OK;
}

/* A group and the landmass that its land is confined to, or COR_NONE. */
struct realm {
    const struct cor_group *group;
    uint32_t mainland;
};

static bool belongs(const struct cor_territory *territory,
                    const struct cor_scenario *scenario,
                    const struct realm *realm,
                    uint32_t piece)
{
    return realm->group == NULL ||
           (is_in_box(territory, scenario, realm->group, piece) &&
            (realm->mainland == COR_NONE ||
             territory->land.piece[piece].landmass == realm->mainland));
}

enum cor_status cor_territory_area_m2(double *out,
                                      const struct cor_territory *territory,
                                      const struct cor_scenario *scenario,
                                      const struct cor_group *group,
                                      const struct cor_group *within,
                                      struct cor_arena *scratch,
                                      struct cor_error *err)
{
    struct realm realm[] = {{group, COR_NONE}, {within, COR_NONE}};
    for (int i = 0; i < 2; i++) {
        if (realm[i].group == NULL || !realm[i].group->is_mainland)
            continue;
        const enum cor_status status =
            find_mainland(&realm[i].mainland, territory, scenario,
                          realm[i].group, scratch, err);
        if (status != COR_OK)
            return status;
    }
    *out = 0;
    for (uint32_t i = 0; i < territory->land.n; i++)
        if (belongs(territory, scenario, &realm[0], i) &&
            belongs(territory, scenario, &realm[1], i))
            *out += territory->land.piece[i].area_m2;
    return COR_OK;
}

double cor_group_population(uint32_t *lacking,
                            const struct cor_scenario *scenario,
                            const struct cor_group *group,
                            const struct cor_group *within)
{
    double people = 0;
    *lacking = COR_NONE;
    for (uint32_t i = 0; i < scenario->countries->n; i++) {
        const double here = scenario->country_facts[i].population.number;
        if (!is_member(scenario, group, i) ||
            (within != NULL && !is_member(scenario, within, i)))
            continue;
        if (isnan(here) && *lacking == COR_NONE)
            *lacking = i;
        people += here;
    }
    return people;
}
