#include "exchange/shape.h"

#include <corridor/base/number.h>
#include <corridor/geo/wkt.h>

#include <math.h>
#include <string.h>
#include <strings.h>

static bool begins(struct cor_text text, const char *word)
{
    const size_t n = strlen(word);
    return text.n >= n && strncasecmp(text.at, word, n) == 0 &&
           (text.n == n || strchr(" \t\n(Zzm", text.at[n]) != NULL);
}

static enum cor_shape_type type_of(struct cor_text text)
{
    if (begins(text, "POINT"))
        return COR_SHAPE_POINT;
    if (begins(text, "LINESTRING") || begins(text, "MULTILINESTRING"))
        return COR_SHAPE_LINE;
    return text.n == 0 ? COR_SHAPE_NONE : COR_SHAPE_OTHER;
}

/* The number that text begins with, which is taken off it. */
static bool take_number(double *out, struct cor_text *text)
{
    *text = cor_text_trim(*text);
    size_t n = 0;
    while (n < text->n && strchr(" \t\n)", text->at[n]) == NULL)
        n++;
    const bool good = cor_number_parse(out, (struct cor_text){text->at, n});
    *text = (struct cor_text){text->at + n, text->n - n};
    return good;
}

static enum cor_status read_point(struct cor_shape *out,
                                  struct cor_text text,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    struct cor_point *point = cor_arena_array(arena, struct cor_point, 1);
    const char *open = memchr(text.at, '(', text.n);
    if (point == NULL)
        return COR_FAIL_MEMORY(err);
    if (open == NULL) {
        *out = (struct cor_shape){0};
        return COR_OK;
    }
    struct cor_text rest = {open + 1, text.n - (size_t)(open + 1 - text.at)};
    if (!take_number(&point->lon, &rest) || !take_number(&point->lat, &rest))
        return COR_FAIL(err, COR_BAD_INPUT, "a point has two coordinates");
    *out = (struct cor_shape){COR_SHAPE_POINT, point, 1};
    return COR_OK;
}

static bool is_cut(struct cor_point a, struct cor_point b)
{
    return fabs(a.lon) == 180 && a.lon == -b.lon && a.lat == b.lat;
}

/* The two points of a cut say the same place twice. */
static enum cor_status
join(struct cor_shape *shape, struct cor_arena *arena, struct cor_error *err)
{
    struct cor_point *point =
        cor_arena_array(arena, struct cor_point, shape->n);
    size_t n = 0;
    if (point == NULL)
        return COR_FAIL_MEMORY(err);
    for (size_t i = 0; i < shape->n; i++)
        if (i + 2 < shape->n && i > 0 &&
            is_cut(shape->point[i], shape->point[i + 1]))
            i++;
        else
            point[n++] = shape->point[i];
    shape->point = point;
    shape->n = n;
    return COR_OK;
}

enum cor_status cor_shape_read(struct cor_shape *out,
                               struct cor_text text,
                               struct cor_arena *arena,
                               struct cor_error *err)
{
    struct cor_shape shape = {.type = type_of(text)};
    if (shape.type == COR_SHAPE_POINT)
        return read_point(out, text, arena, err);
    if (shape.type != COR_SHAPE_LINE) {
        *out = shape;
        return COR_OK;
    }
    enum cor_status status =
        cor_wkt_read_line(&shape.point, &shape.n, text, NULL, arena, err);
    if (status == COR_OK && begins(text, "MULTILINESTRING"))
        status = join(&shape, arena, err);
    if (status != COR_OK)
        return status;
    if (shape.n == 0)
        shape.type = COR_SHAPE_NONE;
    *out = shape;
    return COR_OK;
}

static void put_point(struct cor_buffer *buffer, struct cor_point point)
{
    cor_buffer_text(buffer, "[");
    cor_buffer_number(buffer, point.lon);
    cor_buffer_text(buffer, ",");
    cor_buffer_number(buffer, point.lat);
    cor_buffer_text(buffer, "]");
}

/* Whether the shorter way between two points leads over 180 degrees. */
static bool crosses(struct cor_point a, struct cor_point b)
{
    return fabs(a.lon - b.lon) > 180;
}

/* Where a step meets 180 degrees, on the side of its first point; as straight
   in degrees as maps draw it. */
static struct cor_point cut_of(struct cor_point a, struct cor_point b)
{
    const double side = a.lon < 0 ? -180 : 180;
    const double whole = 360 - fabs(a.lon - b.lon);
    const double share = whole > 0 ? fabs(side - a.lon) / whole : 0;
    return (struct cor_point){side, a.lat + share * (b.lat - a.lat)};
}

static bool is_cut_somewhere(const struct cor_shape *shape)
{
    for (size_t i = 1; i < shape->n; i++)
        if (crosses(shape->point[i - 1], shape->point[i]))
            return true;
    return false;
}

static void put_line(struct cor_buffer *buffer, const struct cor_shape *shape)
{
    const struct cor_point *point = shape->point;
    for (size_t i = 0; i < shape->n; i++) {
        if (i != 0 && crosses(point[i - 1], point[i])) {
            struct cor_point cut = cut_of(point[i - 1], point[i]);
            cor_buffer_text(buffer, ",");
            put_point(buffer, cut);
            cor_buffer_text(buffer, "],[");
            cut.lon = -cut.lon;
            put_point(buffer, cut);
        }
        cor_buffer_text(buffer, i == 0 ? "" : ",");
        put_point(buffer, point[i]);
    }
}

void cor_shape_json(struct cor_buffer *buffer, const struct cor_shape *shape)
{
    if (shape->type == COR_SHAPE_POINT) {
        cor_buffer_text(buffer, "{\"type\":\"Point\",\"coordinates\":");
        put_point(buffer, shape->point[0]);
        cor_buffer_text(buffer, "}");
    } else if (shape->type == COR_SHAPE_LINE) {
        const bool cut = is_cut_somewhere(shape);
        cor_buffer_text(buffer, cut ? "{\"type\":\"MultiLineString\","
                                      "\"coordinates\":[["
                                    : "{\"type\":\"LineString\","
                                      "\"coordinates\":[");
        put_line(buffer, shape);
        cor_buffer_text(buffer, cut ? "]]}" : "]}");
    } else {
        cor_buffer_text(buffer, "null");
    }
}

/* RFC 8259, section 7. */
void cor_json_text(struct cor_buffer *buffer, struct cor_text text)
{
    static const char hex[] = "0123456789abcdef";
    cor_buffer_add(buffer, "\"", 1);
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\')
            cor_buffer_add(buffer, "\\", 1);
        if (c < ' ') {
            const char code[] = {'\\', 'u',         '0',
                                 '0',  hex[c >> 4], hex[c & 0xF]};
            cor_buffer_add(buffer, code, sizeof code);
        } else {
            cor_buffer_add(buffer, &text.at[i], 1);
        }
    }
    cor_buffer_add(buffer, "\"", 1);
}
