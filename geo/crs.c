#include <corridor/geo/crs.h>

#include "geo/libproj.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct cor_crs {
    struct cor_libproj proj;
    PJ *pj;
};

bool cor_crs_is_lonlat(const char *name)
{
    static const char *const names[] = {
        "4326",      "EPSG:4326", "EPSG::4326", "urn:ogc:def:crs:EPSG::4326",
        "WGS84",     "WGS 84",    "CRS84",      "urn:ogc:def:crs:OGC:1.3:CRS84",
        "OGC:CRS84",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

static PJ *open_transform(const struct cor_libproj *proj,
                          const char *definition)
{
    char named[64];
    const bool digits = definition[0] != '\0' &&
                        definition[strspn(definition, "0123456789")] == '\0';
    if (digits) {
        snprintf(named, sizeof named, "EPSG:%.32s", definition);
        definition = named;
    }
    PJ *pj = proj->proj_create_crs_to_crs(proj->context, definition,
                                          "OGC:CRS84", NULL);
    PJ *easy = pj == NULL
                   ? NULL
                   : proj->proj_normalize_for_visualization(proj->context, pj);
    proj->proj_destroy(pj);
    return easy;
}

enum cor_status cor_crs_open(struct cor_crs **out,
                             const char *definition,
                             struct cor_error *err)
{
    struct cor_crs *crs = calloc(1, sizeof *crs);
    if (crs == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_status status = cor_libproj_open(&crs->proj, err);
    if (status != COR_OK) {
        cor_crs_close(crs);
        return status;
    }
    crs->pj = open_transform(&crs->proj, definition);
    if (crs->pj == NULL) {
        cor_crs_close(crs);
        return COR_FAIL(err, COR_BAD_INPUT,
                        "'%s' is no coordinate reference system that is known",
                        definition);
    }
    *out = crs;
    return COR_OK;
}

void cor_crs_close(struct cor_crs *crs)
{
    if (crs == NULL)
        return;
    if (crs->pj != NULL)
        crs->proj.proj_destroy(crs->pj);
    cor_libproj_close(&crs->proj);
    free(crs);
}

bool cor_crs_point(struct cor_point *out,
                   struct cor_crs *crs,
                   double x,
                   double y)
{
    const struct cor_libproj *proj = &crs->proj;
    const PJ_COORD from = {.xyzt = {x, y, 0, HUGE_VAL}};
    proj->proj_errno_reset(crs->pj);
    const PJ_COORD to = proj->proj_trans(crs->pj, PJ_FWD, from);
    const struct cor_point point = {to.xy.x, to.xy.y};
    if (proj->proj_errno(crs->pj) != 0 || !cor_point_valid(point))
        return false;
    *out = point;
    return true;
}
