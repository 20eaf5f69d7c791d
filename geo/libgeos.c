#include "geo/libgeos.h"

#include <corridor/base/symbols.h>

static enum cor_status load(struct cor_libgeos *out, struct cor_error *err)
{
#define NAME(name) #name,
    static const char *const names[] = {COR_LIBGEOS_FUNCTIONS(NAME)};
#undef NAME
    return cor_symbols_load(
        out, "GEOS, which comes with Debian's package libgeos-dev",
        COR_LIBGEOS_FILE, names, sizeof names / sizeof names[0], err);
}

enum cor_status cor_libgeos_open(struct cor_libgeos *out, struct cor_error *err)
{
    struct cor_libgeos geos = {0};
    const enum cor_status status = load(&geos, err);
    if (status != COR_OK)
        return status;
    geos.context = geos.GEOS_init_r();
    if (geos.context == NULL)
        return COR_FAIL_MEMORY(err);
    *out = geos;
    return COR_OK;
}

void cor_libgeos_close(struct cor_libgeos *geos)
{
    if (geos->context != NULL)
        geos->GEOS_finish_r(geos->context);
    geos->context = NULL;
}
