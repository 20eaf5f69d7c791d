#include "ogr/ogr.h"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum cor_status look(const char *path, struct cor_error *err)
{
    struct stat about;
    if (stat(path, &about) != 0 || access(path, R_OK) != 0)
        return COR_FAIL(err, COR_CANNOT_READ, "cannot read %s: %s", path,
                        strerror(errno));
    if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode))
        return COR_FAIL(err, COR_CANNOT_READ,
                        "cannot read %s: it is neither a file nor a folder",
                        path);
    return COR_OK;
}

/* GDAL takes some beginnings of paths, such as /vsicurl/, for more than a path;
   none of them begins so. */
static const char *plain_path(const char *path, struct cor_arena *arena)
{
    return cor_text_print(arena, "%s%s", path[0] == '/' ? "/." : "./", path);
}

enum cor_status cor_ogr_open(struct cor_ogr *ogr,
                             const char *path,
                             const char *driver,
                             const char *title,
                             const char *const *options,
                             struct cor_error *err)
{
    const enum cor_status status = look(path, err);
    if (status != COR_OK)
        return status;
    const char *plain = plain_path(path, ogr->arena);
    if (plain == NULL)
        return COR_FAIL_MEMORY(err);
    const char *const drivers[] = {driver, NULL};
    ogr->failed = false;
    ogr->dataset = GDALOpenEx(
        plain, GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
        drivers, options, NULL);
    if (ogr->dataset != NULL)
        return COR_OK;
    cor_ogr_say(ogr, COR_ERROR, "unreadable",
                "this is no %s that can be read: %s", title,
                cor_ogr_reason(ogr, "GDAL does not know it"));
    return COR_FAIL(err, COR_BAD_INPUT, "%s cannot be read as %s", path, title);
}

enum cor_status cor_ogr_create(const char **path,
                               struct cor_ogr *ogr,
                               const char *driver,
                               const char *name,
                               struct cor_error *err)
{
    GDALDriverH with = GDALGetDriverByName(driver);
    /* The address is of this call alone, whatever other threads write. */
    const char *made = cor_text_print(ogr->arena, "/vsimem/corridor-%p/%s",
                                      (const void *)ogr, name);
    if (made == NULL)
        return COR_FAIL_MEMORY(err);
    if (with == NULL)
        return COR_FAIL(err, COR_UNSUPPORTED,
                        "this GDAL was built without its driver %s", driver);
    ogr->dataset = GDALCreate(with, made, 0, 0, 0, GDT_Unknown, NULL);
    if (ogr->dataset == NULL)
        return COR_FAIL(err, COR_INTERNAL, "GDAL: %s",
                        cor_ogr_reason(ogr, "no file could be made"));
    *path = made;
    return COR_OK;
}
