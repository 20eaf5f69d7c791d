#include "ogr/shape.h"

#include <corridor/base/number.h>
#include <corridor/geo/point.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The longest of "MULTILINESTRING ((", and two numbers with a comma. */
enum { AROUND = 32, EACH = 2 * COR_NUMBER_SIZE + 4 };

/* Well-known text on its way. */
struct wkt {
    char *at;
    bool finite;
};

static void add(struct wkt *wkt, const char *text)
{
    const size_t n = strlen(text);
    memcpy(wkt->at, text, n + 1);
    wkt->at += n;
}

static void add_number(struct wkt *wkt, double value)
{
    char text[COR_NUMBER_SIZE];
    wkt->finite = wkt->finite && isfinite(value);
    cor_number_format(text, isfinite(value) ? value : 0);
    add(wkt, text);
}

/* "(1 2, 3 4)" */
static void add_points(struct wkt *wkt, OGRGeometryH geometry)
{
    const int n = OGR_G_GetPointCount(geometry);
    if (n == 0) {
        add(wkt, "EMPTY");
        return;
    }
    for (int i = 0; i < n; i++) {
        add(wkt, i == 0 ? "(" : ", ");
        add_number(wkt, OGR_G_GetX(geometry, i));
        add(wkt, " ");
        add_number(wkt, OGR_G_GetY(geometry, i));
    }
    add(wkt, ")");
}

static void add_lines(struct wkt *wkt, OGRGeometryH geometry)
{
    const int n = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < n; i++) {
        add(wkt, i == 0 ? "(" : ", ");
        add_points(wkt, OGR_G_GetGeometryRef(geometry, i));
    }
    add(wkt, n == 0 ? "EMPTY" : ")");
}

static size_t count_points(OGRGeometryH geometry)
{
    size_t n = (size_t)OGR_G_GetPointCount(geometry) + 1;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        n += (size_t)OGR_G_GetPointCount(OGR_G_GetGeometryRef(geometry, i)) + 1;
    return n;
}

static bool make_room(struct cor_ogr_shapes *shapes, OGRGeometryH geometry)
{
    const size_t wanted = AROUND + count_points(geometry) * EACH;
    if (wanted <= shapes->capacity)
        return true;
    char *text = cor_arena_array(shapes->arena, char, 2 * wanted);
    if (text == NULL)
        return false;
    shapes->text = text;
    shapes->capacity = 2 * wanted;
    return true;
}

static bool write_text(char *out, OGRGeometryH geometry)
{
    struct wkt wkt = {out, true};
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        add(&wkt, "POINT ");
        add_points(&wkt, geometry);
        break;
    case wkbLineString:
        add(&wkt, "LINESTRING ");
        add_points(&wkt, geometry);
        break;
    default:
        add(&wkt, "MULTILINESTRING ");
        add_lines(&wkt, geometry);
    }
    return wkt.finite;
}

/* A point that stands alone among several, and lines for curves; NULL: none
   of these. Owned by the caller unless it is `geometry`. */
static OGRGeometryH simplify(struct cor_ogr_shapes *shapes,
                             OGRGeometryH geometry)
{
    if (OGR_G_HasCurveGeometry(geometry, true)) {
        shapes->n_curve++;
        return OGR_G_GetLinearGeometry(geometry, 0, NULL);
    }
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbMultiPoint &&
        OGR_G_GetGeometryCount(geometry) == 1)
        return OGR_G_Clone(OGR_G_GetGeometryRef(geometry, 0));
    return geometry;
}

static bool is_shape(OGRGeometryH geometry)
{
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    return type == wkbPoint || type == wkbLineString ||
           type == wkbMultiLineString;
}

static void count_other(struct cor_ogr_shapes *shapes, OGRGeometryH geometry)
{
    const unsigned type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    shapes->n_other[type < COR_OGR_N_KIND ? type : 0]++;
}

static enum cor_status print(struct cor_text *out,
                             enum cor_ogr_shape *kind,
                             struct cor_ogr_shapes *shapes,
                             OGRGeometryH geometry,
                             struct cor_error *err)
{
    if (OGR_G_IsEmpty(geometry)) {
        *kind = COR_OGR_NOTHING;
        return COR_OK;
    }
    if (!is_shape(geometry)) {
        count_other(shapes, geometry);
        *kind = COR_OGR_OTHER;
        return COR_OK;
    }
    if (!make_room(shapes, geometry))
        return COR_FAIL_MEMORY(err);
    shapes->n_height += OGR_G_Is3D(geometry) != 0;
    *kind = COR_OGR_SHAPE;
    if (!write_text(shapes->text, geometry))
        *kind = COR_OGR_NOTHING; /* coordinates that are no numbers */
    *out = cor_text_of(shapes->text);
    return COR_OK;
}

enum cor_status cor_ogr_shape_text(struct cor_text *out,
                                   enum cor_ogr_shape *kind,
                                   struct cor_ogr_shapes *shapes,
                                   OGRGeometryH geometry,
                                   struct cor_error *err)
{
    *kind = COR_OGR_NOTHING;
    if (geometry == NULL)
        return COR_OK;
    OGRGeometryH simple = simplify(shapes, geometry);
    if (simple == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_status status = print(out, kind, shapes, simple, err);
    if (simple != geometry)
        OGR_G_DestroyGeometry(simple);
    return status;
}

bool cor_ogr_shape_points(struct cor_ogr_shapes *shapes, OGRGeometryH line)
{
    const size_t n = (size_t)OGR_G_GetPointCount(line);
    if (n > shapes->point_capacity) {
        struct cor_point *point =
            cor_arena_array(shapes->arena, struct cor_point, 2 * n);
        if (point == NULL)
            return false;
        shapes->point = point;
        shapes->point_capacity = 2 * n;
    }
    for (size_t i = 0; i < n; i++)
        shapes->point[i] = (struct cor_point){OGR_G_GetX(line, (int)i),
                                              OGR_G_GetY(line, (int)i)};
    shapes->n_point = n;
    return true;
}

static void report_others(struct cor_ogr *ogr,
                          const struct cor_ogr_shapes *shapes,
                          const char *layer)
{
    for (unsigned kind = 0; kind < COR_OGR_N_KIND; kind++)
        if (shapes->n_other[kind] != 0)
            cor_ogr_say(ogr, COR_WARNING, "unread-geometry",
                        "features of '%s' that are not read, being neither "
                        "points nor lines: %zu %s",
                        layer, shapes->n_other[kind],
                        OGRGeometryTypeToName((OGRwkbGeometryType)kind));
}

void cor_ogr_shapes_report(struct cor_ogr *ogr,
                           const struct cor_ogr_shapes *shapes,
                           const char *layer)
{
    report_others(ogr, shapes, layer);
    if (shapes->n_height != 0)
        cor_ogr_say(ogr, COR_NOTE, "unread-height",
                    "heights are not read, which these many features of '%s' "
                    "have: %zu",
                    layer, shapes->n_height);
    if (shapes->n_curve != 0)
        cor_ogr_say(ogr, COR_NOTE, "curves",
                    "curves that became lines of short pieces in '%s': %zu",
                    layer, shapes->n_curve);
}
