/* How QGIS shows a network: the table layer_styles, which it reads styles from.
   Source: QGIS 3.22 user guide, "Save and share layer properties". */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ogr/write.h"

static const struct {
    const char *mode, *title, *colour, *width_mm, *pattern;
} strokes[] = {
    {"rail", "Rail", "34,38,43,255", "0.6", "solid"},
    {"road", "Road", "209,73,28,255", "0.5", "solid"},
    {"ferry", "Ferry", "11,95,165,255", "0.5", "dash"},
    {"sea", "Sea", "11,95,165,255", "0.4", "dot"},
    {"inland-waterway", "Inland waterway", "0,133,111,255", "0.5", "solid"},
    {"air", "Air", "155,45,127,255", "0.4", "dash dot"},
    {"pipeline", "Pipeline", "122,78,171,255", "0.5", "solid"},
    {"", "Others", "107,114,128,255", "0.4", "solid"},
};
enum { N_STROKE = sizeof strokes / sizeof strokes[0] };

/* XML on its way; a stroke takes less than 400 bytes. */
struct xml {
    char text[N_STROKE * 512 + 512];
    size_t n;
};

__attribute__((format(printf, 2, 3))) static void
add(struct xml *xml, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    const int n =
        vsnprintf(xml->text + xml->n, sizeof xml->text - xml->n, format, list);
    va_end(list);
    if (n > 0 && xml->n + (size_t)n < sizeof xml->text)
        xml->n += (size_t)n;
}

static void add_stroke(struct xml *xml, int i)
{
    add(xml,
        "<symbol type=\"line\" name=\"%d\" alpha=\"1\">"
        "<layer class=\"SimpleLine\" enabled=\"1\">"
        "<prop k=\"line_color\" v=\"%s\"/>"
        "<prop k=\"line_style\" v=\"%s\"/>"
        "<prop k=\"line_width\" v=\"%s\"/>"
        "<prop k=\"line_width_unit\" v=\"MM\"/></layer></symbol>",
        i, strokes[i].colour, strokes[i].pattern, strokes[i].width_mm);
}

/* A colour for every mode. */
static void describe_links(struct xml *xml)
{
    add(xml, "<qgis version=\"3.22.0\"><renderer-v2 type=\"categorizedSymbol\" "
             "attr=\"facility_type\" symbollevels=\"0\"><categories>");
    for (int i = 0; i < N_STROKE; i++)
        add(xml,
            "<category value=\"%s\" label=\"%s\" symbol=\"%d\" "
            "render=\"true\"/>",
            strokes[i].mode, strokes[i].title, i);
    add(xml, "</categories><symbols>");
    for (int i = 0; i < N_STROKE; i++)
        add_stroke(xml, i);
    add(xml, "</symbols></renderer-v2></qgis>");
}

/* A white dot, and the name beside it. */
static void describe_nodes(struct xml *xml)
{
    add(xml,
        "<qgis version=\"3.22.0\"><renderer-v2 type=\"singleSymbol\" "
        "symbollevels=\"0\"><symbols>"
        "<symbol type=\"marker\" name=\"0\" alpha=\"1\">"
        "<layer class=\"SimpleMarker\" enabled=\"1\">"
        "<prop k=\"name\" v=\"circle\"/>"
        "<prop k=\"color\" v=\"255,255,255,255\"/>"
        "<prop k=\"outline_color\" v=\"34,38,43,255\"/>"
        "<prop k=\"outline_width\" v=\"0.3\"/>"
        "<prop k=\"size\" v=\"1.8\"/><prop k=\"size_unit\" v=\"MM\"/>"
        "</layer></symbol></symbols></renderer-v2>"
        "<labeling type=\"simple\"><settings calloutType=\"simple\">"
        "<text-style fieldName=\"name\" fontSize=\"8\" fontSizeUnit=\"Point\" "
        "textColor=\"34,38,43,255\"><text-buffer bufferDraw=\"1\" "
        "bufferSize=\"0.8\" bufferColor=\"255,255,255,230\"/></text-style>"
        "<placement placement=\"6\" dist=\"1\"/>"
        "</settings></labeling></qgis>");
}

static const char *const columns[] = {
    "f_table_catalog", "f_table_schema",
    "f_table_name",    "f_geometry_column",
    "styleName",       "styleQML",
    "styleSLD",        "description",
    "owner",           "ui",
};

static bool make_table(OGRLayerH layer)
{
    bool good = true;
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        OGRFieldDefnH field = OGR_Fld_Create(columns[i], OFTString);
        good = good && OGR_L_CreateField(layer, field, false) == OGRERR_NONE;
        OGR_Fld_Destroy(field);
    }
    OGRFieldDefnH used = OGR_Fld_Create("useAsDefault", OFTInteger);
    OGR_Fld_SetSubType(used, OFSTBoolean);
    good = good && OGR_L_CreateField(layer, used, false) == OGRERR_NONE;
    OGR_Fld_Destroy(used);
    OGRFieldDefnH time = OGR_Fld_Create("update_time", OFTDateTime);
    good = good && OGR_L_CreateField(layer, time, false) == OGRERR_NONE;
    OGR_Fld_Destroy(time);
    return good;
}

static void set(OGRFeatureH feature, const char *name, const char *text)
{
    OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, name), text);
}

static bool add_style(OGRLayerH layer, const char *sheet, const char *qml)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    set(feature, "f_table_catalog", "");
    set(feature, "f_table_schema", "");
    set(feature, "f_table_name", sheet);
    set(feature, "f_geometry_column", "geom");
    set(feature, "styleName", "corridor");
    set(feature, "styleQML", qml);
    set(feature, "useAsDefault", "1");
    set(feature, "description", "Links by mode, places by name");
    set(feature, "update_time", "1970/01/01 00:00:00"); /* same bytes */
    const bool good = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}

static bool add_styles(OGRLayerH layer)
{
    struct xml links = {.n = 0}, nodes = {.n = 0};
    describe_links(&links);
    describe_nodes(&nodes);
    return make_table(layer) && add_style(layer, "link", links.text) &&
           add_style(layer, "node", nodes.text);
}

enum cor_status cor_ogr_write_styles(struct cor_ogr *ogr,
                                     const struct cor_sheets *sheets,
                                     struct cor_error *err)
{
    if (cor_sheet_named(sheets, "link") == NULL ||
        cor_sheet_named(sheets, "node") == NULL)
        return COR_OK;
    OGRLayerH layer = GDALDatasetCreateLayer(ogr->dataset, "layer_styles", NULL,
                                             wkbNone, NULL);
    if (layer == NULL || !add_styles(layer))
        return COR_FAIL(err, COR_INTERNAL, "GDAL: %s",
                        cor_ogr_reason(ogr, "no style was written"));
    return COR_OK;
}
