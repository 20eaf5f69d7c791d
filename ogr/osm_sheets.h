/* ogr/osm_sheets.h -- a network of OpenStreetMap as sheets of our tables. */
#ifndef OGR_OSM_SHEETS_H
#define OGR_OSM_SHEETS_H

#include "ogr/ogr.h"
#include "ogr/osm.h"

/* Add the sheets node, link and source, and say what was left out. */
COR_CHECKED enum cor_status cor_osm_fill(struct cor_ogr *ogr,
                                         const struct cor_osm *osm,
                                         const struct cor_osm_network *network,
                                         struct cor_error *err);

/* Say what was left out. */
void cor_osm_report(struct cor_ogr *ogr,
                    const struct cor_osm *osm,
                    const struct cor_osm_network *network);

#endif
