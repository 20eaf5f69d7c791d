/* corridor/geo/version.h -- the libraries that this layer stands on. */
#ifndef COR_GEO_VERSION_H
#define COR_GEO_VERSION_H

#include <corridor/base/version.h>

enum { COR_GEO_N_LIBRARY = 2 };

/** PROJ and GEOS, which are loaded to be asked. */
void cor_geo_libraries(struct cor_library out[COR_GEO_N_LIBRARY]);

#endif
