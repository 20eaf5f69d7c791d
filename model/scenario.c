#include <corridor/model/scenario.h>

const char *const cor_place_kinds[COR_N_PLACE_KIND] = {
    [COR_PLACE_OTHER] = "other",     [COR_PLACE_STATION] = "station",
    [COR_PLACE_CITY] = "city",       [COR_PLACE_PORT] = "port",
    [COR_PLACE_BORDER] = "border",   [COR_PLACE_JUNCTION] = "junction",
    [COR_PLACE_AIRPORT] = "airport", [COR_PLACE_TERMINAL] = "terminal",
};

const char *const cor_carriages[COR_N_CARRIAGE] = {"any", "wagon",
                                                   "block-train"};

const char *const cor_link_statuses[COR_N_LINK_STATUS] = {
    [COR_LINK_OPEN] = "open",
    [COR_LINK_CONSTRUCTION] = "construction",
    [COR_LINK_PLANNED] = "planned",
    [COR_LINK_CLOSED] = "closed",
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
