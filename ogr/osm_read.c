/* OpenStreetMap's files into the sheets of our tables. */

#include <cpl_vsi.h>
#include <stdio.h>
#include <string.h>

#include "ogr/ogr.h"
#include "ogr/osm.h"
#include "ogr/osm_sheets.h"
#include "ogr/shape.h"

/* A file on its way. */
struct reading {
    struct cor_ogr *ogr;
    struct cor_osm osm;
    struct cor_ogr_shapes shapes;
    OGRFeatureDefnH columns;      /* of the feature read last */
    int id, field[COR_OSM_N_TAG]; /* of these columns; -1: none */
};

/* GDAL takes the tags that are wanted from a file. */
static const char *make_settings(struct cor_arena *arena)
{
    char tags[400] = "";
    for (unsigned i = 0; i < COR_OSM_N_TAG; i++) {
        const size_t n = strlen(tags);
        snprintf(tags + n, sizeof tags - n, "%s%s", i == 0 ? "" : ",",
                 cor_osm_tag_names[i]);
    }
    return cor_text_print(arena,
                          "closed_ways_are_polygons=\n"
                          "attribute_name_laundering=no\n"
                          "report_all_tags=yes\n"
                          "[points]\nosm_id=yes\nattributes=%s\nother_tags=no\n"
                          "[lines]\nosm_id=yes\nattributes=%s\nother_tags=no\n",
                          tags, tags);
}

/* Where a layer keeps them is asked once for each layer in a row. */
static void find_fields(struct reading *reading, OGRFeatureH feature)
{
    OGRFeatureDefnH columns = OGR_F_GetDefnRef(feature);
    if (columns == reading->columns)
        return;
    reading->columns = columns;
    reading->id = OGR_FD_GetFieldIndex(columns, "osm_id");
    for (unsigned i = 0; i < COR_OSM_N_TAG; i++)
        reading->field[i] = OGR_FD_GetFieldIndex(columns, cor_osm_tag_names[i]);
}

static const char *read_text(OGRFeatureH feature, int field)
{
    return field >= 0 && OGR_F_IsFieldSetAndNotNull(feature, field)
               ? OGR_F_GetFieldAsString(feature, field)
               : NULL;
}

static struct cor_osm_tags read_tags(struct reading *reading,
                                     OGRFeatureH feature)
{
    struct cor_osm_tags tags;
    for (unsigned i = 0; i < COR_OSM_N_TAG; i++)
        tags.value[i] = read_text(feature, reading->field[i]);
    return tags;
}

/* Ways and nodes are told apart by their geometry. */
static bool read_feature(struct reading *reading, OGRFeatureH feature)
{
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    const OGRwkbGeometryType type =
        geometry == NULL ? wkbNone
                         : wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type != wkbPoint && type != wkbLineString)
        return true;
    find_fields(reading, feature);
    const struct cor_osm_tags tags = read_tags(reading, feature);
    const char *id = read_text(feature, reading->id);
    const struct cor_ogr_shapes *shapes = &reading->shapes;
    if (!cor_ogr_shape_points(&reading->shapes, geometry))
        return false;
    if (type == wkbLineString)
        return cor_osm_add_way(&reading->osm, id == NULL ? "" : id, &tags,
                               shapes->point, shapes->n_point);
    return shapes->n_point == 0 ||
           cor_osm_add_stop(&reading->osm, id == NULL ? "" : id, &tags,
                            shapes->point[0]);
}

static enum cor_status read_features(struct reading *reading,
                                     struct cor_error *err)
{
    struct cor_ogr *ogr = reading->ogr;
    enum cor_status status = COR_OK;
    OGRFeatureH feature;
    /* Relations would be put together only to be passed over. */
    GDALDatasetReleaseResultSet(
        ogr->dataset,
        GDALDatasetExecuteSQL(
            ogr->dataset, "SET interest_layers = points,lines", NULL, NULL));
    while (status == COR_OK &&
           (feature = GDALDatasetGetNextFeature(ogr->dataset, NULL, NULL, NULL,
                                                NULL)) != NULL) {
        if (!read_feature(reading, feature))
            status = COR_FAIL_MEMORY(err);
        OGR_F_Destroy(feature);
    }
    if (status == COR_OK && ogr->failed)
        cor_ogr_say(ogr, COR_ERROR, "unreadable",
                    "not all of it can be read: %s", cor_ogr_reason(ogr, ""));
    return status;
}

static enum cor_status read_network(struct reading *reading,
                                    struct cor_error *err)
{
    struct cor_osm_network network = {0};
    enum cor_status status = read_features(reading, err);
    if (status == COR_OK)
        status = cor_osm_connect(&network, &reading->osm, err);
    if (status == COR_OK)
        status = cor_osm_fill(reading->ogr, &reading->osm, &network, err);
    return status;
}

static enum cor_status
open_with(struct reading *reading, const char *path, struct cor_error *err)
{
    struct cor_ogr *ogr = reading->ogr;
    const char *settings = make_settings(ogr->arena);
    const char *file = cor_text_print(ogr->arena, "/vsimem/corridor-%p.ini",
                                      (const void *)ogr);
    const char *option =
        cor_text_print(ogr->arena, "CONFIG_FILE=%s", file == NULL ? "" : file);
    if (settings == NULL || file == NULL || option == NULL)
        return COR_FAIL_MEMORY(err);
    /* GDAL reads, and does not free, what is not its own. */
    GByte *bytes = cor_arena_copy(ogr->arena, settings, strlen(settings), 1);
    if (bytes == NULL)
        return COR_FAIL_MEMORY(err);
    VSIFCloseL(VSIFileFromMemBuffer(file, bytes, strlen(settings), false));
    const char *const options[] = {option, NULL};
    enum cor_status status =
        cor_ogr_open(ogr, path, "OSM", "OpenStreetMap file", options, err);
    VSIUnlink(file);
    return status;
}

static enum cor_status read_osm(struct cor_sheets *sheets,
                                const char *path,
                                bool all,
                                struct cor_error *err)
{
    struct cor_ogr ogr;
    struct cor_arena scratch;
    struct reading reading = {.ogr = &ogr};
    enum cor_status status =
        cor_ogr_begin(&ogr, path, sheets->report, sheets->arena, err);
    if (status != COR_OK)
        return status;
    cor_arena_init(&scratch, SIZE_MAX);
    ogr.sheets = sheets;
    reading.shapes.arena = &scratch;
    cor_osm_begin(&reading.osm, &scratch, all);
    status = open_with(&reading, path, err);
    if (status == COR_OK)
        status = read_network(&reading, err);
    cor_ogr_end(&ogr);
    cor_arena_finish(&scratch);
    return status;
}

static enum cor_status
read_main(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    return read_osm(sheets, path, false, err);
}

static enum cor_status
read_all(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    return read_osm(sheets, path, true, err);
}

static const char *const endings[] = {".osm", ".pbf", NULL};

const struct cor_format cor_ogr_osm = {
    .name = "osm",
    .title = "OpenStreetMap",
    .endings = endings,
    .read = read_main,
};

const struct cor_format cor_ogr_osm_all = {
    .name = "osm-all",
    .title = "OpenStreetMap",
    .endings = endings,
    .read = read_all,
};
