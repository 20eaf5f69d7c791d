#include "ogr/ogr.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Of GDAL's C interface, but declared in a header of C++: ogrsf_frmts.h. Other
   drivers, some of which read the network, stay out of reach. */
extern void RegisterOGRGeoPackage(void);
extern void RegisterOGROSM(void);
extern void RegisterOGRShape(void);

/* After so many warnings the rest are counted only. */
enum { MOST_WARNINGS = 20 };

/* In force on this thread while a file is read or written. */
static const struct {
    const char *name, *value;
} settings[] = {
    {"OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z"}, /* same bytes each time */
    {"OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES"},
    {"SHAPE_RESTORE_SHX", "NO"}, /* would write beside the input */
};

static void note_warning(struct cor_ogr *ogr, const char *message)
{
    if (ogr->n_warning++ < MOST_WARNINGS)
        cor_ogr_say(ogr, COR_WARNING, "gdal", "%s", message);
}

static void CPL_STDCALL listen(CPLErr class,
                               CPLErrorNum number,
                               const char *message)
{
    struct cor_ogr *ogr = CPLGetErrorHandlerUserData();
    (void)number;
    if (class == CE_Warning)
        note_warning(ogr, message);
    if (class < CE_Failure || ogr->failed)
        return;
    ogr->failed = true;
    cor_text_escape_into(ogr->first, sizeof ogr->first,
                         cor_text_trim(cor_text_of(message)));
}

void cor_ogr_say(struct cor_ogr *ogr,
                 enum cor_severity severity,
                 const char *code,
                 const char *format,
                 ...)
{
    char text[1000];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    cor_report_add(ogr->report, severity, code,
                   (struct cor_spot){ogr->source, 0}, NULL, "%s", text);
}

const char *cor_ogr_reason(struct cor_ogr *ogr, const char *otherwise)
{
    const char *reason = otherwise;
    if (ogr->failed)
        reason = cor_text_copy(ogr->arena, cor_text_of(ogr->first));
    ogr->failed = false;
    return reason != NULL ? reason : otherwise;
}

static bool name_source(struct cor_ogr *ogr, const char *path)
{
    if (path == NULL)
        return true;
    const char *name = cor_text_copy(ogr->arena, cor_text_of(path));
    const struct cor_source source = {.name = name, .bytes = ""};
    ogr->source = cor_arena_copy(ogr->arena, &source, 1, sizeof source);
    return name != NULL && ogr->source != NULL;
}

enum cor_status cor_ogr_begin(struct cor_ogr *ogr,
                              const char *path,
                              struct cor_report *report,
                              struct cor_arena *arena,
                              struct cor_error *err)
{
    *ogr = (struct cor_ogr){.report = report, .arena = arena};
    if (!name_source(ogr, path))
        return COR_FAIL_MEMORY(err);
    CPLPushErrorHandlerEx(listen, ogr);
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        CPLSetThreadLocalConfigOption(settings[i].name, settings[i].value);
    OSRSetPROJEnableNetwork(false);
    RegisterOGRGeoPackage();
    RegisterOGRShape();
    RegisterOGROSM();
    return COR_OK;
}

void cor_ogr_end(struct cor_ogr *ogr)
{
    if (ogr->dataset != NULL)
        GDALClose(ogr->dataset);
    ogr->dataset = NULL;
    if (ogr->n_warning > MOST_WARNINGS)
        cor_ogr_say(ogr, COR_WARNING, "gdal", "%zu more warnings of GDAL",
                    ogr->n_warning - MOST_WARNINGS);
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        CPLSetThreadLocalConfigOption(settings[i].name, NULL);
    CPLPopErrorHandler();
}
