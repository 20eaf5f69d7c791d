#include "exchange/format_list.h"
#include "exchange/module.h"

static const char *const endings[] = {".osm", ".osm.pbf", ".pbf", NULL};

COR_MODULE_READ("osm")

const struct cor_format cor_format_osm = {
    .name = "osm",
    .title = "OpenStreetMap: main railways, main roads, ferries",
    .endings = endings,
    .read = read,
};
