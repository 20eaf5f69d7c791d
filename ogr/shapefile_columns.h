/* ogr/shapefile_columns.h -- what dBase III can hold of a sheet. */
#ifndef OGR_SHAPEFILE_COLUMNS_H
#define OGR_SHAPEFILE_COLUMNS_H

#include "ogr/write.h"

/**
 * Names of ten letters at most, no two alike, and widths that all cells fit;
 * what does not fit is said in notes to the report.
 *
 * out  [sheet->n_column], owned by ogr->arena
 */
COR_CHECKED enum cor_status cor_ogr_narrow(const struct cor_ogr_column **out,
                                           struct cor_ogr *ogr,
                                           const struct cor_sheet *sheet,
                                           struct cor_error *err);

#endif
