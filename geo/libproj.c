#include "geo/libproj.h"

#include <corridor/base/symbols.h>

static enum cor_status load(struct cor_libproj *out, struct cor_error *err)
{
#define NAME(name) #name,
    static const char *const names[] = {COR_LIBPROJ_FUNCTIONS(NAME)};
#undef NAME
    return cor_symbols_load(
        out, "PROJ, which comes with Debian's package libproj-dev",
        COR_LIBPROJ_FILE, names, sizeof names / sizeof names[0], err);
}

/* A log level alone does not reach the contexts that PROJ copies. */
static void keep_silent(void *data, int level, const char *text)
{
    (void)data;
    (void)level;
    (void)text;
}

enum cor_status cor_libproj_open(struct cor_libproj *out, struct cor_error *err)
{
    struct cor_libproj proj = {0};
    const enum cor_status status = load(&proj, err);
    if (status != COR_OK)
        return status;
    proj.context = proj.proj_context_create();
    if (proj.context == NULL)
        return COR_FAIL_MEMORY(err);
    proj.proj_log_func(proj.context, NULL, keep_silent);
    proj.proj_context_set_enable_network(proj.context, 0);
    *out = proj;
    return COR_OK;
}

void cor_libproj_close(struct cor_libproj *proj)
{
    if (proj->context != NULL)
        proj->proj_context_destroy(proj->context);
    proj->context = NULL;
}
