#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cpl_string.h>
#include <cpl_vsi.h>

#include "ogr/ogr.h"
#include "ogr/shapefile_columns.h"
#include "ogr/write.h"

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Whether "roads.shp" has "roads.dbf" beside it. */
static bool
has_beside(const char *path, const char *ending, struct cor_arena *arena)
{
    const char *const spelt[] = {ending,
                                 strcmp(ending, "dbf") == 0 ? "DBF" : "SHX"};
    const int n = (int)strlen(path) - 3;
    for (size_t i = 0; i < 2; i++) {
        const char *beside = cor_text_print(arena, "%.*s%s", n, path, spelt[i]);
        if (beside != NULL && access(beside, F_OK) == 0)
            return true;
    }
    return false;
}

/* A Shapefile is at least three files, of which people send one. */
static bool is_whole(struct cor_ogr *ogr, const char *path)
{
    static const char *const parts[] = {"dbf", "shx"};
    const size_t n = strlen(path);
    bool whole = true;
    if (n < 4 || strcasecmp(path + n - 4, ".shp") != 0)
        return true;
    for (size_t i = 0; i < 2; i++) {
        if (has_beside(path, parts[i], ogr->arena))
            continue;
        cor_ogr_say(ogr, COR_ERROR, "missing-file",
                    "there is no file of the same name that ends in .%s "
                    "beside it, which is part of a Shapefile",
                    parts[i]);
        whole = false;
    }
    return whole;
}

static enum cor_status
read_file(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    struct cor_ogr ogr;
    enum cor_status status =
        cor_ogr_begin(&ogr, path, sheets->report, sheets->arena, err);
    if (status != COR_OK)
        return status;
    ogr.sheets = sheets;
    if (access(path, R_OK) == 0 && !is_folder(path) && !is_whole(&ogr, path))
        status =
            COR_FAIL(err, COR_BAD_INPUT, "%s is not all of a Shapefile", path);
    if (status == COR_OK)
        status =
            cor_ogr_open(&ogr, path, "ESRI Shapefile", "Shapefile", NULL, err);
    if (status == COR_OK)
        status = cor_ogr_read_layers(&ogr, err);
    cor_ogr_end(&ogr);
    return status;
}

static enum cor_status add_layers(struct cor_ogr *ogr,
                                  const struct cor_sheets *sheets,
                                  struct cor_error *err)
{
    static const char *const options[] = {
        "ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=1970-01-01", NULL};
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < sheets->n && status == COR_OK; i++) {
        const struct cor_ogr_column *column;
        status = cor_ogr_narrow(&column, ogr, sheets->sheet[i], err);
        if (status == COR_OK)
            status = cor_ogr_write_sheet(ogr, sheets->sheet[i], options, column,
                                         err);
    }
    return status;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum cor_status take_all(struct cor_files *files,
                                const char *folder,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    char **name = VSIReadDir(folder);
    const size_t n = (size_t)CSLCount(name);
    enum cor_status status = COR_OK;
    if (n != 0)
        qsort(name, n, sizeof *name, by_name);
    for (size_t i = 0; i < n && status == COR_OK; i++) {
        const char *path = cor_text_print(arena, "%s/%s", folder, name[i]);
        status = path == NULL ? COR_FAIL_MEMORY(err)
                              : cor_ogr_take(files, path, name[i], err);
    }
    CSLDestroy(name);
    return status;
}

static enum cor_status write_to(struct cor_ogr *ogr,
                                struct cor_files *files,
                                const struct cor_sheets *sheets,
                                struct cor_error *err)
{
    const char *path;
    enum cor_status status =
        cor_ogr_create(&path, ogr, "ESRI Shapefile", "network", err);
    if (status != COR_OK)
        return status;
    status = add_layers(ogr, sheets, err);
    if (status == COR_OK)
        status = cor_ogr_close(ogr, err);
    if (status == COR_OK)
        status = take_all(files, path, ogr->arena, err);
    return status;
}

static enum cor_status write_file(struct cor_files *files,
                                  const struct cor_sheets *sheets,
                                  struct cor_error *err)
{
    return cor_ogr_write(files, sheets, write_to, err);
}

static const char *const endings[] = {".shp", NULL};

const struct cor_format cor_ogr_shapefile = {
    .name = "shapefile",
    .title = "Shapefile",
    .endings = endings,
    .reads_folder = true,
    .writes_folder = true,
    .read = read_file,
    .write = write_file,
};
