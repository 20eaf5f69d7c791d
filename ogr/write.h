/* ogr/write.h -- sheets into files that GDAL makes in memory. */
#ifndef OGR_WRITE_H
#define OGR_WRITE_H

#include "ogr/ogr.h"

/* How a column is written. */
struct cor_ogr_column {
    const char *name;
    OGRFieldType type;
    OGRFieldSubType subtype;
    int width, precision; /* 0: the format's own */
};

/* Makes the files of sheets with a GDAL that is begun. */
typedef enum cor_status cor_ogr_maker(struct cor_ogr *ogr,
                                      struct cor_files *files,
                                      const struct cor_sheets *sheets,
                                      struct cor_error *err);

/* As cor_format's write. */
COR_CHECKED enum cor_status cor_ogr_write(struct cor_files *files,
                                          const struct cor_sheets *sheets,
                                          cor_ogr_maker *make,
                                          struct cor_error *err);

/* How a column is written where nothing narrows it. */
struct cor_ogr_column cor_ogr_column_of(const struct cor_sheet_column *column);

/**
 * Write a sheet as a layer of the open dataset.
 *
 * options  of the layer, NULL-ended
 * column   [sheet->n_column], or NULL: as cor_ogr_column_of
 */
COR_CHECKED enum cor_status
cor_ogr_write_sheet(struct cor_ogr *ogr,
                    const struct cor_sheet *sheet,
                    const char *const *options,
                    const struct cor_ogr_column *column,
                    struct cor_error *err);

/* Write how QGIS shows the layers. */
COR_CHECKED enum cor_status
cor_ogr_write_styles(struct cor_ogr *ogr,
                     const struct cor_sheets *sheets,
                     struct cor_error *err);

/* Close the dataset, and fail if it did not get all. */
COR_CHECKED enum cor_status cor_ogr_close(struct cor_ogr *ogr,
                                          struct cor_error *err);

/* Move a file from GDAL's memory to the files; `name` is copied. */
COR_CHECKED enum cor_status cor_ogr_take(struct cor_files *files,
                                         const char *path,
                                         const char *name,
                                         struct cor_error *err);

#endif
