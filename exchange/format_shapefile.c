#include "exchange/format_list.h"
#include "exchange/module.h"

static const char *const endings[] = {".shp", NULL};

COR_MODULE_READ("shapefile")
COR_MODULE_WRITE("shapefile")

const struct cor_format cor_format_shapefile = {
    .name = "shapefile",
    .title = "Shapefile",
    .endings = endings,
    .reads_folder = true,
    .writes_folder = true,
    .read = read,
    .write = write,
};
