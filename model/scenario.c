#include <corridor/model/scenario.h>

const char *const cor_place_kinds[COR_N_PLACE_KIND] = {
    [COR_PLACE_OTHER] = "other",     [COR_PLACE_STATION] = "station",
    [COR_PLACE_CITY] = "city",       [COR_PLACE_PORT] = "port",
    [COR_PLACE_BORDER] = "border",   [COR_PLACE_JUNCTION] = "junction",
    [COR_PLACE_AIRPORT] = "airport", [COR_PLACE_TERMINAL] = "terminal",
};

const char *const cor_link_statuses[COR_N_LINK_STATUS] = {
    [COR_LINK_OPEN] = "open",
    [COR_LINK_CONSTRUCTION] = "construction",
    [COR_LINK_PLANNED] = "planned",
    [COR_LINK_CLOSED] = "closed",
};
