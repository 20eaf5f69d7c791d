#include <corridor/geo/version.h>

#include "geo/libgeos.h"
#include "geo/libproj.h"

#include <stddef.h>

void cor_geo_libraries(struct cor_library out[COR_GEO_N_LIBRARY])
{
    struct cor_libproj proj = {0};
    struct cor_libgeos geos = {0};
    out[0] = (struct cor_library){"PROJ", NULL, "libproj-dev"};
    out[1] = (struct cor_library){"GEOS", NULL, "libgeos-dev"};
    if (cor_libproj_open(&proj, NULL) == COR_OK)
        out[0].version = proj.proj_info().version;
    if (cor_libgeos_open(&geos, NULL) == COR_OK)
        out[1].version = geos.GEOSversion();
    cor_libproj_close(&proj);
    cor_libgeos_close(&geos);
}
