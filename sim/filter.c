#include "sim/filter.h"

bool cor_filter_has(const uint32_t *number, uint32_t n, uint32_t asked)
{
    for (uint32_t i = 0; i < n; i++)
        if (number[i] == asked)
            return true;
    return false;
}

static bool avoids_place(const struct cor_scenario *scenario,
                         const struct cor_query *query,
                         uint32_t place)
{
    const uint32_t country = scenario->places.country[place];
    return cor_filter_has(query->avoid_place, query->n_avoid_place, place) ||
           (country != COR_NONE &&
            cor_filter_has(query->avoid_country, query->n_avoid_country,
                           country));
}

static bool passes_query(const struct cor_scenario *scenario,
                         const struct cor_query *query,
                         uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    if (query->n_mode != 0 &&
        !cor_filter_has(query->mode, query->n_mode, links->mode[link]))
        return false;
    return !cor_filter_has(query->avoid_mode, query->n_avoid_mode,
                           links->mode[link]) &&
           !avoids_place(scenario, query, links->from[link]) &&
           !avoids_place(scenario, query, links->to[link]);
}

static bool fits_cargo(const struct cor_scenario *scenario,
                       const struct cor_query *query,
                       uint32_t link)
{
    const struct cor_cargo *cargo = &scenario->cargo;
    return query->n_mode != 0 || cargo->n_mode == 0 ||
           cor_filter_has(cargo->mode, cargo->n_mode,
                          scenario->links.mode[link]);
}

bool cor_filter_passes(const struct cor_scenario *scenario,
                       const struct cor_query *query,
                       uint32_t link)
{
    return query == NULL || (passes_query(scenario, query, link) &&
                             fits_cargo(scenario, query, link));
}

bool cor_filter_withholds(const struct cor_scenario *scenario,
                          const struct cor_query *query,
                          uint32_t link)
{
    return query != NULL && passes_query(scenario, query, link) &&
           !fits_cargo(scenario, query, link);
}
