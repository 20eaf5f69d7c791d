/* ogr/ogr.h -- one use of GDAL, whose complaints become ours. */
#ifndef OGR_OGR_H
#define OGR_OGR_H

#include <corridor/exchange/format.h>

#include <gdal.h>
#include <ogr_api.h>

/* A file that is read or written; begin with cor_ogr_begin. */
struct cor_ogr {
    struct cor_sheets *sheets; /* NULL while writing */
    struct cor_report *report;
    const struct cor_source *source; /* without text: its name only */
    struct cor_arena *arena;
    GDALDatasetH dataset;
    size_t n_warning; /* that GDAL gave */
    bool failed;
    char first[200]; /* its first error */
};

/**
 * Take GDAL into use: its drivers for GeoPackage, Shapefile and OpenStreetMap
 * and no other, no network, no message but to the report.
 *
 * path  as users named it; NULL: what is written
 */
COR_CHECKED enum cor_status cor_ogr_begin(struct cor_ogr *ogr,
                                          const char *path,
                                          struct cor_report *report,
                                          struct cor_arena *arena,
                                          struct cor_error *err);

/* Close the dataset and leave GDAL as it was. */
void cor_ogr_end(struct cor_ogr *ogr);

/* GDAL's first error since the last call, escaped; else `otherwise`. */
const char *cor_ogr_reason(struct cor_ogr *ogr, const char *otherwise);

/**
 * Open a file with one driver for reading.
 *
 * options  NULL-ended NAME=VALUE, or NULL
 * Errors   COR_CANNOT_READ: not there, or neither file nor wanted folder;
 *          COR_BAD_INPUT: not of that format
 */
COR_CHECKED enum cor_status cor_ogr_open(struct cor_ogr *ogr,
                                         const char *path,
                                         const char *driver,
                                         const char *title,
                                         const char *const *options,
                                         struct cor_error *err);

/* Make a file in memory; gives its path in GDAL's file system. */
COR_CHECKED enum cor_status cor_ogr_create(const char **path,
                                           struct cor_ogr *ogr,
                                           const char *driver,
                                           const char *name,
                                           struct cor_error *err);

/* Read every layer but one of styles into a sheet. */
COR_CHECKED enum cor_status cor_ogr_read_layers(struct cor_ogr *ogr,
                                                struct cor_error *err);

/* Add a complaint about the file as a whole. */
__attribute__((format(printf, 4, 5))) void
cor_ogr_say(struct cor_ogr *ogr,
            enum cor_severity severity,
            const char *code,
            const char *format,
            ...);

/* The formats of this module. */
extern const struct cor_format cor_ogr_geopackage, cor_ogr_shapefile,
    cor_ogr_osm, cor_ogr_osm_all;

#endif
