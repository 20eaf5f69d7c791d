#include "exchange/format_list.h"
#include "exchange/module.h"

static const char *const endings[] = {".gpkg", NULL};

COR_MODULE_READ("geopackage")
COR_MODULE_WRITE("geopackage")

const struct cor_format cor_format_geopackage = {
    .name = "geopackage",
    .title = "GeoPackage",
    .endings = endings,
    .read = read,
    .write = write,
};
