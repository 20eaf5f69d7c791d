#include "ogr/write.h"

#include <corridor/base/number.h>

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>
#include <string.h>

static enum cor_status fail(struct cor_ogr *ogr, struct cor_error *err)
{
    return COR_FAIL(err, COR_INTERNAL, "GDAL: %s",
                    cor_ogr_reason(ogr, "it did not write all"));
}

struct cor_ogr_column cor_ogr_column_of(const struct cor_sheet_column *column)
{
    switch (column->type) {
    case COR_COLUMN_NUMBER:
        return (struct cor_ogr_column){column->name, OFTReal, OFSTNone, 0, 0};
    case COR_COLUMN_WHOLE:
        return (struct cor_ogr_column){column->name, OFTInteger64, OFSTNone, 0,
                                       0};
    case COR_COLUMN_TRUTH:
        return (struct cor_ogr_column){column->name, OFTInteger, OFSTBoolean, 0,
                                       0};
    default:
        return (struct cor_ogr_column){column->name, OFTString, OFSTNone, 0, 0};
    }
}

/* What the first shape of a sheet is. */
static OGRwkbGeometryType find_type(const struct cor_sheet *sheet)
{
    if (sheet->geometry == COR_NONE)
        return wkbNone;
    for (size_t row = 0; row < sheet->n; row++) {
        const struct cor_text text =
            cor_sheet_cell(sheet, sheet->geometry, row);
        if (text.n != 0)
            return text.at[0] == 'P' ? wkbPoint : wkbLineString;
    }
    return strcmp(sheet->name, "node") == 0 ? wkbPoint : wkbLineString;
}

static OGRLayerH make_layer(struct cor_ogr *ogr,
                            const struct cor_sheet *sheet,
                            const char *const *options)
{
    enum { WGS_84 = 4326 };
    OGRSpatialReferenceH system = OSRNewSpatialReference(NULL);
    OSRImportFromEPSG(system, WGS_84);
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH layer = GDALDatasetCreateLayer(
        ogr->dataset, sheet->name, sheet->geometry == COR_NONE ? NULL : system,
        find_type(sheet), (char **)(uintptr_t)options);
    OSRRelease(system);
    return layer;
}

static bool make_field(OGRLayerH layer, const struct cor_ogr_column *column)
{
    OGRFieldDefnH field = OGR_Fld_Create(column->name, column->type);
    OGR_Fld_SetSubType(field, column->subtype);
    OGR_Fld_SetWidth(field, column->width);
    OGR_Fld_SetPrecision(field, column->precision);
    const bool good = OGR_L_CreateField(layer, field, false) == OGRERR_NONE;
    OGR_Fld_Destroy(field);
    return good;
}

static bool make_fields(OGRLayerH layer,
                        const struct cor_sheet *sheet,
                        const struct cor_ogr_column *column)
{
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        const struct cor_ogr_column own = cor_ogr_column_of(&sheet->column[i]);
        if (i != sheet->geometry &&
            !make_field(layer, column == NULL ? &own : &column[i]))
            return false;
    }
    return true;
}

/* Copied, since cells need not end with a zero. */
static bool set_text(OGRFeatureH feature,
                     int field,
                     struct cor_text text,
                     struct cor_arena *arena)
{
    const char *copy = cor_text_copy(arena, text);
    if (copy != NULL)
        OGR_F_SetFieldString(feature, field, copy);
    return copy != NULL;
}

static bool set_cell(OGRFeatureH feature,
                     int field,
                     enum cor_column_type type,
                     struct cor_text text,
                     struct cor_arena *arena)
{
    double value;
    if (text.n == 0)
        return true;
    if (type == COR_COLUMN_NUMBER && cor_number_parse(&value, text)) {
        OGR_F_SetFieldDouble(feature, field, value);
        return true;
    }
    return set_text(feature, field, text, arena);
}

static bool
set_geometry(OGRFeatureH feature, struct cor_text text, struct cor_arena *arena)
{
    OGRGeometryH geometry = NULL;
    char *copy = text.n == 0 ? NULL : cor_text_copy(arena, text);
    char *at = copy;
    if (text.n == 0)
        return true;
    return copy != NULL &&
           OGR_G_CreateFromWkt(&at, NULL, &geometry) == OGRERR_NONE &&
           OGR_F_SetGeometryDirectly(feature, geometry) == OGRERR_NONE;
}

static bool write_row(OGRLayerH layer,
                      const struct cor_sheet *sheet,
                      size_t row,
                      struct cor_arena *arena)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    bool good = true;
    int field = 0;
    for (uint32_t i = 0; i < sheet->n_column && good; i++) {
        const struct cor_text cell = cor_sheet_cell(sheet, i, row);
        good = i == sheet->geometry
                   ? set_geometry(feature, cell, arena)
                   : set_cell(feature, field++, sheet->column[i].type, cell,
                              arena);
    }
    good = good && OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}

static bool
write_rows(struct cor_ogr *ogr, OGRLayerH layer, const struct cor_sheet *sheet)
{
    bool good = true;
    for (size_t row = 0; row < sheet->n && good; row++) {
        const struct cor_arena_mark mark = cor_arena_mark(ogr->arena);
        good = write_row(layer, sheet, row, ogr->arena);
        cor_arena_rewind(ogr->arena, mark);
    }
    return good;
}

enum cor_status cor_ogr_write_sheet(struct cor_ogr *ogr,
                                    const struct cor_sheet *sheet,
                                    const char *const *options,
                                    const struct cor_ogr_column *column,
                                    struct cor_error *err)
{
    OGRLayerH layer = make_layer(ogr, sheet, options);
    if (layer == NULL || !make_fields(layer, sheet, column))
        return fail(ogr, err);
    /* One transaction for all rows, where the format knows such. */
    const bool whole =
        GDALDatasetTestCapability(ogr->dataset, ODsCTransactions) != 0;
    if (whole &&
        GDALDatasetStartTransaction(ogr->dataset, false) != OGRERR_NONE)
        return fail(ogr, err);
    if (!write_rows(ogr, layer, sheet) ||
        (whole && GDALDatasetCommitTransaction(ogr->dataset) != OGRERR_NONE))
        return fail(ogr, err);
    return COR_OK;
}

enum cor_status cor_ogr_close(struct cor_ogr *ogr, struct cor_error *err)
{
    GDALClose(ogr->dataset); /* which writes the rest, and gives no status */
    ogr->dataset = NULL;
    return ogr->failed ? fail(ogr, err) : COR_OK;
}

enum cor_status cor_ogr_take(struct cor_files *files,
                             const char *path,
                             const char *name,
                             struct cor_error *err)
{
    vsi_l_offset n = 0;
    struct cor_file file = {0};
    GByte *bytes = VSIGetMemFileBuffer(path, &n, true);
    if (bytes == NULL)
        return COR_FAIL(err, COR_INTERNAL, "GDAL: no file was made");
    file.n = (size_t)n;
    file.bytes = cor_arena_copy(files->arena, bytes, file.n, 1);
    VSIFree(bytes);
    if (name != NULL)
        file.name = cor_text_copy(files->arena, cor_text_of(name));
    if (file.bytes == NULL || (name != NULL && file.name == NULL))
        return COR_FAIL_MEMORY(err);
    return cor_files_add(files, file, err);
}

enum cor_status cor_ogr_write(struct cor_files *files,
                              const struct cor_sheets *sheets,
                              cor_ogr_maker *make,
                              struct cor_error *err)
{
    struct cor_ogr ogr;
    struct cor_arena scratch;
    cor_arena_init(&scratch, SIZE_MAX);
    enum cor_status status =
        cor_ogr_begin(&ogr, NULL, sheets->report, &scratch, err);
    if (status == COR_OK) {
        status = make(&ogr, files, sheets, err);
        cor_ogr_end(&ogr);
        const char *left =
            cor_text_print(&scratch, "/vsimem/corridor-%p", (const void *)&ogr);
        if (left != NULL)
            VSIRmdirRecursive(left);
    }
    cor_arena_finish(&scratch);
    return status;
}
