/* Layers and tables of a file, each into a sheet. */
#include <corridor/base/number.h>

#include <math.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <string.h>

#include <cpl_conv.h>

#include "ogr/ogr.h"
#include "ogr/shape.h"

/* A layer on its way to its sheet. */
struct reading {
    struct cor_ogr *ogr;
    struct cor_sheet *sheet;
    OGRLayerH layer;
    OGRFeatureDefnH columns;
    uint32_t *column; /* [n_field] of the sheet; COR_NONE: not read */
    int n_field;
    struct cor_ogr_shapes shapes;
    OGRCoordinateTransformationH change; /* to the first layer's; or NULL */
    size_t n_unread_bytes, n_bad_text, n_not_placed;
    const char *bad_column;
};

static enum cor_column_type type_of(OGRFieldDefnH field)
{
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
        return OGR_Fld_GetSubType(field) == OFSTBoolean ? COR_COLUMN_TRUTH
                                                        : COR_COLUMN_WHOLE;
    case OFTInteger64:
        return COR_COLUMN_WHOLE;
    case OFTReal:
        return COR_COLUMN_NUMBER;
    default:
        return COR_COLUMN_TEXT;
    }
}

static enum cor_status
add_column(struct reading *reading, int i, struct cor_error *err)
{
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(reading->columns, i);
    struct cor_sheet *sheet = reading->sheet;
    const uint32_t before = sheet->n_column;
    const char *name = cor_text_escape(sheet->in->arena,
                                       cor_text_of(OGR_Fld_GetNameRef(field)));
    uint32_t column;
    if (name == NULL)
        return COR_FAIL_MEMORY(err);
    reading->column[i] = COR_NONE;
    const enum cor_status status =
        cor_sheet_column(&column, sheet, cor_text_of(name), err);
    if (status != COR_OK)
        return status;
    if (sheet->n_column == before) {
        cor_ogr_say(reading->ogr, COR_WARNING, "duplicate-column",
                    "column '%s' of '%s' stands twice, or hides the geometry; "
                    "the first is read",
                    name, sheet->name);
        return COR_OK;
    }
    reading->column[i] = column;
    sheet->column[column].type = type_of(field);
    return COR_OK;
}

static enum cor_status add_columns(struct reading *reading,
                                   struct cor_error *err)
{
    struct cor_sheet *sheet = reading->sheet;
    enum cor_status status = COR_OK;
    reading->columns = OGR_L_GetLayerDefn(reading->layer);
    reading->n_field = OGR_FD_GetFieldCount(reading->columns);
    reading->column =
        cor_arena_array(sheet->in->arena, uint32_t, (size_t)reading->n_field);
    if (reading->column == NULL)
        return COR_FAIL_MEMORY(err);
    if (OGR_L_GetGeomType(reading->layer) != wkbNone)
        status = cor_sheet_column(&sheet->geometry, sheet,
                                  cor_text_of("geometry"), err);
    for (int i = 0; i < reading->n_field && status == COR_OK; i++)
        status = add_column(reading, i, err);
    return status;
}

/* 2026-11-01, and the time of day where it has one. */
static const char *
print_date(struct cor_arena *arena, OGRFeatureH feature, int i, bool with_time)
{
    int year, month, day, hour, minute, zone;
    float second;
    if (!OGR_F_GetFieldAsDateTimeEx(feature, i, &year, &month, &day, &hour,
                                    &minute, &second, &zone))
        return "";
    return with_time
               ? cor_text_print(arena, "%04d-%02d-%02dT%02d:%02d:%02d", year,
                                month, day, hour, minute, (int)second)
               : cor_text_print(arena, "%04d-%02d-%02d", year, month, day);
}

static const char *print_number(struct cor_arena *arena, double value)
{
    char text[COR_NUMBER_SIZE] = "";
    if (isfinite(value))
        cor_number_format(text, value);
    return cor_text_print(arena, "%s", text);
}

/* What a field says; NULL for want of memory. */
static const char *
print_field(struct reading *reading, OGRFeatureH feature, int i)
{
    struct cor_arena *arena = reading->sheet->in->arena;
    switch (OGR_Fld_GetType(OGR_FD_GetFieldDefn(reading->columns, i))) {
    case OFTReal:
        return print_number(arena, OGR_F_GetFieldAsDouble(feature, i));
    case OFTDate:
        return print_date(arena, feature, i, false);
    case OFTDateTime:
        return print_date(arena, feature, i, true);
    case OFTBinary:
        reading->n_unread_bytes++;
        return "";
    default:
        return cor_text_copy(arena, cor_text_trim(cor_text_of(
                                        OGR_F_GetFieldAsString(feature, i))));
    }
}

static struct cor_text
judge_text(struct reading *reading, const char *text, uint32_t column)
{
    struct cor_text read = cor_text_of(text);
    if (cor_text_valid(read) == read.n)
        return read;
    if (reading->n_bad_text++ == 0)
        reading->bad_column = reading->sheet->column[column].name;
    const char *shown = cor_text_escape(reading->sheet->in->arena, read);
    return cor_text_of(shown == NULL ? "" : shown);
}

static enum cor_status
read_fields(struct reading *reading, OGRFeatureH feature, struct cor_error *err)
{
    enum cor_status status = COR_OK;
    for (int i = 0; i < reading->n_field && status == COR_OK; i++) {
        if (reading->column[i] == COR_NONE ||
            !OGR_F_IsFieldSetAndNotNull(feature, i))
            continue;
        const char *text = print_field(reading, feature, i);
        if (text == NULL)
            return COR_FAIL_MEMORY(err);
        if (text[0] != '\0')
            status = cor_sheet_set(
                reading->sheet, reading->column[i],
                judge_text(reading, text, reading->column[i]), err);
    }
    return status;
}

static enum cor_status read_feature(struct reading *reading,
                                    OGRFeatureH feature,
                                    struct cor_error *err)
{
    struct cor_sheet *sheet = reading->sheet;
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    struct cor_text text = {0};
    enum cor_ogr_shape kind = COR_OGR_NOTHING;
    if (geometry != NULL && reading->change != NULL &&
        OGR_G_Transform(geometry, reading->change) != OGRERR_NONE) {
        reading->n_not_placed++;
        return COR_OK;
    }
    enum cor_status status =
        cor_ogr_shape_text(&text, &kind, &reading->shapes, geometry, err);
    if (status != COR_OK || kind == COR_OGR_OTHER)
        return status;
    status = cor_sheet_row(sheet, 0, err);
    if (status == COR_OK && kind == COR_OGR_SHAPE &&
        sheet->geometry != COR_NONE)
        status = cor_sheet_copy(sheet, sheet->geometry, text, err);
    return status == COR_OK ? read_fields(reading, feature, err) : status;
}

static enum cor_status read_features(struct reading *reading,
                                     struct cor_error *err)
{
    enum cor_status status = COR_OK;
    OGRFeatureH feature;
    OGR_L_ResetReading(reading->layer);
    while (status == COR_OK &&
           (feature = OGR_L_GetNextFeature(reading->layer)) != NULL) {
        status = read_feature(reading, feature, err);
        OGR_F_Destroy(feature);
    }
    return status;
}

static void report(struct reading *reading)
{
    struct cor_ogr *ogr = reading->ogr;
    const char *name = reading->sheet->name;
    if (ogr->failed)
        cor_ogr_say(ogr, COR_ERROR, "unreadable",
                    "not all of '%s' can be read: %s", name,
                    cor_ogr_reason(ogr, ""));
    cor_ogr_shapes_report(ogr, &reading->shapes, name);
    if (reading->n_unread_bytes != 0)
        cor_ogr_say(ogr, COR_NOTE, "unread-bytes",
                    "binary values of '%s' that are not read: %zu", name,
                    reading->n_unread_bytes);
    if (reading->n_not_placed != 0)
        cor_ogr_say(ogr, COR_ERROR, "bad-crs",
                    "features of '%s' that lie outside of its coordinate "
                    "reference system: %zu",
                    name, reading->n_not_placed);
    if (reading->n_bad_text != 0)
        cor_report_add(
            ogr->report, COR_ERROR, "bad-encoding",
            (struct cor_spot){ogr->source, 0},
            "name the encoding, such as CP1251, in a .cpg file beside it",
            "values of '%s' that are not UTF-8, the first in column '%s': %zu",
            name, reading->bad_column, reading->n_bad_text);
}

/* The system of a layer, or NULL when nobody can tell where it lies. */
static OGRSpatialReferenceH find_system(struct cor_ogr *ogr, OGRLayerH layer)
{
    OGRSpatialReferenceH system = OGR_L_GetSpatialRef(layer);
    if (system == NULL || OGR_L_GetGeomType(layer) == wkbNone)
        return NULL;
    const char *name = OSRGetName(system);
    if (name != NULL && strncmp(name, "Undefined", strlen("Undefined")) == 0)
        return NULL;
    if (!OSRIsLocal(system))
        return system;
    cor_ogr_say(ogr, COR_WARNING, "unknown-crs",
                "'%s' is in a local coordinate system; name the right one with "
                "--crs",
                OGR_L_GetName(layer));
    return NULL;
}

/* "EPSG:3857" or a definition; NULL for longitude and latitude on WGS 84. */
static const char *print_system(OGRSpatialReferenceH system,
                                struct cor_arena *arena)
{
    enum { WGS_84 = 4326 };
    OGRSpatialReferenceH plain = OSRNewSpatialReference(NULL);
    const char *authority = OSRGetAuthorityName(system, NULL);
    const char *code = OSRGetAuthorityCode(system, NULL);
    char *definition = NULL;
    const char *out = NULL;
    OSRImportFromEPSG(plain, WGS_84);
    OSRSetAxisMappingStrategy(plain, OAMS_TRADITIONAL_GIS_ORDER);
    if (OSRIsSame(system, plain))
        out = NULL;
    else if (authority != NULL && code != NULL)
        out = cor_text_print(arena, "%s:%s", authority, code);
    else if (OSRExportToWkt(system, &definition) == OGRERR_NONE)
        out = cor_text_print(arena, "%s", definition);
    CPLFree(definition);
    OSRDestroySpatialReference(plain);
    return out;
}

/* Layers of one file may be in several systems; the first one's holds. */
static void join_systems(struct reading *reading, OGRSpatialReferenceH *first)
{
    struct cor_sheets *sheets = reading->sheet->in;
    OGRSpatialReferenceH system = find_system(reading->ogr, reading->layer);
    if (system == NULL)
        return;
    if (*first == NULL) {
        *first = system;
        sheets->crs = print_system(system, sheets->arena);
    } else if (!OSRIsSame(system, *first)) {
        reading->change = OCTNewCoordinateTransformation(system, *first);
    }
}

static enum cor_status read_layer(struct cor_ogr *ogr,
                                  OGRLayerH layer,
                                  OGRSpatialReferenceH *first,
                                  struct cor_error *err)
{
    struct reading reading = {.ogr = ogr, .layer = layer};
    reading.shapes.arena = ogr->arena;
    const char *name =
        cor_text_escape(ogr->arena, cor_text_of(OGR_L_GetName(layer)));
    reading.sheet =
        name == NULL ? NULL : cor_sheet_add(ogr->sheets, name, ogr->source);
    if (reading.sheet == NULL)
        return COR_FAIL_MEMORY(err);
    reading.sheet->is_numbered = true;
    join_systems(&reading, first);
    enum cor_status status = add_columns(&reading, err);
    if (status == COR_OK)
        status = read_features(&reading, err);
    report(&reading);
    OCTDestroyCoordinateTransformation(reading.change);
    return status;
}

enum cor_status cor_ogr_read_layers(struct cor_ogr *ogr, struct cor_error *err)
{
    OGRSpatialReferenceH first = NULL;
    enum cor_status status = COR_OK;
    const int n = GDALDatasetGetLayerCount(ogr->dataset);
    for (int i = 0; i < n && status == COR_OK; i++) {
        OGRLayerH layer = GDALDatasetGetLayer(ogr->dataset, i);
        if (strcmp(OGR_L_GetName(layer), "layer_styles") != 0)
            status = read_layer(ogr, layer, &first, err);
    }
    return status;
}
