#include <corridor/exchange/module.h>

#include <corridor/base/version.h>

#include "ogr/ogr.h"

static const char *library_version(void)
{
    return GDALVersionInfo("RELEASE_NAME");
}

static const struct cor_format *const formats[] = {
    &cor_ogr_geopackage, &cor_ogr_shapefile, &cor_ogr_osm, &cor_ogr_osm_all,
    NULL};

/* What <corridor/exchange/module.h> looks for. */
extern const struct cor_module cor_module;
const struct cor_module cor_module = {COR_VERSION, library_version, formats};
