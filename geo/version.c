#include <corridor/geo/version.h>

#include <geos_c.h>
#include <proj.h>

void cor_geo_libraries(struct cor_library out[COR_GEO_N_LIBRARY])
{
    out[0] = (struct cor_library){"PROJ", proj_info().version};
    out[1] = (struct cor_library){"GEOS", GEOSversion()};
}
