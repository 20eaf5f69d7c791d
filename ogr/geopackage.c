#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "ogr/ogr.h"
#include "ogr/write.h"

/* Programs that have the file open keep their last changes beside it. */
static void warn_of_journal(struct cor_ogr *ogr, const char *path)
{
    struct stat about;
    const char *beside = cor_text_print(ogr->arena, "%s-wal", path);
    if (beside != NULL && stat(beside, &about) == 0 && about.st_size > 0)
        cor_report_add(ogr->report, COR_WARNING, "open-elsewhere",
                       (struct cor_spot){ogr->source, 0},
                       "close it there, then import it again",
                       "another program has the file open; its last changes "
                       "are not read");
}

static enum cor_status
read_file(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    /* Nothing is written beside it, and its own triggers and views may not
       call what has effects. */
    static const char *const options[] = {
        "LIST_ALL_TABLES=NO", "IMMUTABLE=YES",
        "PRELUDE_STATEMENTS=PRAGMA trusted_schema=OFF", NULL};
    struct cor_ogr ogr;
    enum cor_status status =
        cor_ogr_begin(&ogr, path, sheets->report, sheets->arena, err);
    if (status != COR_OK)
        return status;
    ogr.sheets = sheets;
    warn_of_journal(&ogr, path);
    status = cor_ogr_open(&ogr, path, "GPKG", "GeoPackage", options, err);
    if (status == COR_OK)
        status = cor_ogr_read_layers(&ogr, err);
    cor_ogr_end(&ogr);
    return status;
}

/* A name for a column of the layer's own that no column of the sheet has;
   SQLite does not tell them apart by case. */
static const char *free_name(const struct cor_sheet *sheet,
                             const char *name,
                             struct cor_arena *arena)
{
    for (uint32_t i = 0; name != NULL && i < sheet->n_column; i++)
        if (i != sheet->geometry &&
            strcasecmp(sheet->column[i].name, name) == 0) {
            name = cor_text_print(arena, "%s_", name);
            i = UINT32_MAX; /* from the first again */
        }
    return name;
}

static enum cor_status add_layer(struct cor_ogr *ogr,
                                 const struct cor_sheet *sheet,
                                 struct cor_error *err)
{
    const char *geometry = free_name(sheet, "geom", ogr->arena);
    const char *number = free_name(sheet, "fid", ogr->arena);
    if (geometry == NULL || number == NULL)
        return COR_FAIL_MEMORY(err);
    const char *const options[] = {
        cor_text_print(ogr->arena, "GEOMETRY_NAME=%s", geometry),
        cor_text_print(ogr->arena, "FID=%s", number), "SPATIAL_INDEX=YES",
        NULL};
    return options[0] == NULL || options[1] == NULL
               ? COR_FAIL_MEMORY(err)
               : cor_ogr_write_sheet(ogr, sheet, options, NULL, err);
}

static enum cor_status add_layers(struct cor_ogr *ogr,
                                  const struct cor_sheets *sheets,
                                  struct cor_error *err)
{
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < sheets->n && status == COR_OK; i++)
        status = add_layer(ogr, sheets->sheet[i], err);
    return status == COR_OK ? cor_ogr_write_styles(ogr, sheets, err) : status;
}

static enum cor_status write_to(struct cor_ogr *ogr,
                                struct cor_files *files,
                                const struct cor_sheets *sheets,
                                struct cor_error *err)
{
    const char *path;
    enum cor_status status =
        cor_ogr_create(&path, ogr, "GPKG", "network.gpkg", err);
    if (status != COR_OK)
        return status;
    status = add_layers(ogr, sheets, err);
    if (status == COR_OK)
        status = cor_ogr_close(ogr, err);
    if (status == COR_OK)
        status = cor_ogr_take(files, path, NULL, err);
    return status;
}

static enum cor_status write_file(struct cor_files *files,
                                  const struct cor_sheets *sheets,
                                  struct cor_error *err)
{
    return cor_ogr_write(files, sheets, write_to, err);
}

static const char *const endings[] = {".gpkg", NULL};

const struct cor_format cor_ogr_geopackage = {
    .name = "geopackage",
    .title = "GeoPackage",
    .endings = endings,
    .read = read_file,
    .write = write_file,
};
