#include <corridor/model/scenario.h>

const char *const cor_place_kinds[COR_N_PLACE_KIND] = {
    [COR_PLACE_OTHER] = "other",     [COR_PLACE_STATION] = "station",
    [COR_PLACE_CITY] = "city",       [COR_PLACE_PORT] = "port",
    [COR_PLACE_BORDER] = "border",   [COR_PLACE_JUNCTION] = "junction",
    [COR_PLACE_AIRPORT] = "airport", [COR_PLACE_TERMINAL] = "terminal",
};

const char *const cor_scopes[COR_N_SCOPE] = {"unstated", "ttw", "wtw"};

const char *const cor_carriages[COR_N_CARRIAGE] = {"any", "wagon",
                                                   "block-train"};

const char *const cor_link_statuses[COR_N_LINK_STATUS] = {
    [COR_LINK_OPEN] = "open",
    [COR_LINK_CONSTRUCTION] = "construction",
    [COR_LINK_PLANNED] = "planned",
    [COR_LINK_CLOSED] = "closed",
};

const char *const cor_claim_metrics[COR_N_CLAIM_METRIC] = {
    [COR_CLAIM_LENGTH] = "length",
    [COR_CLAIM_TIME] = "time",
    [COR_CLAIM_COST] = "cost",
    [COR_CLAIM_CO2E] = "co2e",
    [COR_CLAIM_BORDERS] = "borders",
    [COR_CLAIM_TRANSFERS] = "transfers",
    [COR_CLAIM_GAUGE_CHANGES] = "gauge-changes",
    [COR_CLAIM_CAPACITY] = "capacity",
    [COR_CLAIM_MODES] = "modes",
    [COR_CLAIM_INTERCHANGE] = "interchange",
    [COR_CLAIM_AREA_SHARE] = "area-share",
    [COR_CLAIM_POPULATION_SHARE] = "population-share",
};

uint32_t cor_scenario_place(const struct cor_scenario *scenario, const char *id)
{
    return cor_names_find(scenario->places.ids, cor_text_of(id));
}

uint32_t cor_scenario_link(const struct cor_scenario *scenario, const char *id)
{
    return cor_names_find(scenario->links.ids, cor_text_of(id));
}

uint32_t cor_scenario_corridor(const struct cor_scenario *scenario,
                               const char *id)
{
    for (uint32_t i = 0; i < scenario->n_corridor; i++)
        if (cor_text_equal(cor_text_of(scenario->corridor[i].id),
                           cor_text_of(id)))
            return i;
    return COR_NONE;
}

uint32_t cor_scenario_group(const struct cor_scenario *scenario, const char *id)
{
    for (uint32_t i = 0; i < scenario->n_group; i++)
        if (cor_text_equal(cor_text_of(scenario->group[i].id), cor_text_of(id)))
            return i;
    return COR_NONE;
}

/* A day within a closure that ends again. */
static bool
is_in_closure(const struct cor_links *links, uint32_t link, cor_date as_of)
{
    return as_of != COR_NO_DATE && links->closed_from[link] != COR_NO_DATE &&
           links->closed_from[link] <= as_of &&
           as_of < links->closed_until[link];
}

static bool
has_opened(const struct cor_links *links, uint32_t link, cor_date as_of)
{
    const enum cor_link_status status = links->status[link];
    const cor_date opens = links->opens[link], closes = links->closes[link];
    if (as_of == COR_NO_DATE)
        return status == COR_LINK_OPEN;
    const bool begun = opens != COR_NO_DATE && opens <= as_of;
    const bool before_end = closes != COR_NO_DATE && as_of < closes;
    switch (status) {
    case COR_LINK_OPEN:
        return (begun || opens == COR_NO_DATE) &&
               (before_end || closes == COR_NO_DATE);
    case COR_LINK_CONSTRUCTION:
    case COR_LINK_PLANNED:
        return begun && (before_end || closes == COR_NO_DATE);
    case COR_LINK_CLOSED:
        return before_end && (begun || opens == COR_NO_DATE);
    default:
        return false;
    }
}

bool cor_link_is_open(const struct cor_links *links,
                      uint32_t link,
                      cor_date as_of)
{
    return has_opened(links, link, as_of) && !is_in_closure(links, link, as_of);
}

enum cor_status cor_scenario_at(struct cor_scenario *out,
                                const struct cor_scenario *scenario,
                                cor_date as_of,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    const struct cor_links *links = &scenario->links;
    bool *open = cor_arena_array(arena, bool, links->n);
    if (open == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t i = 0; i < links->n; i++)
        open[i] = cor_link_is_open(links, i, as_of);
    *out = *scenario;
    out->as_of = as_of;
    out->links.open = open;
    return COR_OK;
}
