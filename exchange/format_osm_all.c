#include "exchange/format_list.h"
#include "exchange/module.h"

static const char *const endings[] = {NULL};

COR_MODULE_READ("osm-all")

const struct cor_format cor_format_osm_all = {
    .name = "osm-all",
    .title = "OpenStreetMap: also sidings, yards, halts and lesser roads",
    .endings = endings,
    .read = read,
};
