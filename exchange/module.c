#include <corridor/exchange/module.h>

#include "exchange/module.h"

#include <corridor/base/symbols.h>
#include <corridor/base/version.h>

#include <dlfcn.h>
#include <string.h>

/* Beside the library that this is linked into. */
static const char *find(struct cor_arena *arena)
{
    Dl_info about;
    if (dladdr((const void *)cor_formats, &about) == 0)
        return NULL;
    const char *slash = strrchr(about.dli_fname, '/');
    const int n = slash == NULL ? 0 : (int)(slash - about.dli_fname + 1);
    return cor_text_print(arena, "%.*scorridor/corridor-gdal.so", n,
                          about.dli_fname);
}

static const char gdal[] =
    "corridor's GDAL module, which is built where the package libgdal-dev is "
    "installed";

static enum cor_status refuse(struct cor_error *err, const char *why)
{
    return COR_FAIL(err, COR_UNSUPPORTED, "this needs %s: %s", gdal, why);
}

enum cor_status cor_module_load(const struct cor_module **out,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    const char *path = find(arena);
    if (path == NULL)
        return COR_FAIL_MEMORY(err);
    static const char *const name[] = {"cor_module"};
    const struct cor_module *module;
    const enum cor_status status =
        cor_symbols_load(&module, gdal, path, name, 1, err);
    if (status != COR_OK)
        return status;
    if (strcmp(module->version, cor_version()) != 0)
        return refuse(err, "it is of another version");
    *out = module;
    return COR_OK;
}

static enum cor_status find_format(const struct cor_format **out,
                                   const char *name,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    const struct cor_module *module;
    const enum cor_status status = cor_module_load(&module, arena, err);
    if (status != COR_OK)
        return status;
    for (size_t i = 0; module->format[i] != NULL; i++)
        if (strcmp(module->format[i]->name, name) == 0) {
            *out = module->format[i];
            return COR_OK;
        }
    return refuse(err, "it lacks this format");
}

enum cor_status cor_module_read(struct cor_sheets *sheets,
                                const char *name,
                                const char *path,
                                struct cor_error *err)
{
    const struct cor_format *format;
    const enum cor_status status =
        find_format(&format, name, sheets->arena, err);
    return status != COR_OK ? status : format->read(sheets, path, err);
}

enum cor_status cor_module_write(struct cor_files *files,
                                 const char *name,
                                 const struct cor_sheets *sheets,
                                 struct cor_error *err)
{
    const struct cor_format *format;
    const enum cor_status status =
        find_format(&format, name, files->arena, err);
    return status != COR_OK ? status : format->write(files, sheets, err);
}
