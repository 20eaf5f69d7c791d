#include "exchange/geojson_wkt.h"

#include <string.h>

/* "x y" of a position; whether it is one. */
static bool put_position(struct cor_buffer *text, const json_t *position)
{
    const json_t *x = json_array_get(position, 0);
    const json_t *y = json_array_get(position, 1);
    if (!json_is_number(x) || !json_is_number(y))
        return false;
    cor_buffer_number(text, json_number_value(x));
    cor_buffer_text(text, " ");
    cor_buffer_number(text, json_number_value(y));
    return true;
}

static bool put_line(struct cor_buffer *text, const json_t *line)
{
    cor_buffer_text(text, "(");
    for (size_t i = 0; i < json_array_size(line); i++) {
        cor_buffer_text(text, i == 0 ? "" : ", ");
        if (!put_position(text, json_array_get(line, i)))
            return false;
    }
    cor_buffer_text(text, ")");
    return json_array_size(line) != 0;
}

static bool put_lines(struct cor_buffer *text, const json_t *lines)
{
    cor_buffer_text(text, "MULTILINESTRING (");
    for (size_t i = 0; i < json_array_size(lines); i++) {
        cor_buffer_text(text, i == 0 ? "" : ", ");
        if (!put_line(text, json_array_get(lines, i)))
            return false;
    }
    cor_buffer_text(text, ")");
    return json_array_size(lines) != 0;
}

bool cor_geojson_wkt(struct cor_buffer *text, const json_t *geometry)
{
    const char *type = json_string_value(json_object_get(geometry, "type"));
    const json_t *at = json_object_get(geometry, "coordinates");
    if (type == NULL)
        return false;
    if (strcmp(type, "Point") == 0) {
        cor_buffer_text(text, "POINT (");
        const bool good = put_position(text, at);
        cor_buffer_text(text, ")");
        return good;
    }
    if (strcmp(type, "LineString") == 0) {
        cor_buffer_text(text, "LINESTRING ");
        return put_line(text, at);
    }
    if (strcmp(type, "MultiLineString") == 0)
        return put_lines(text, at);
    cor_buffer_text(text, type);
    cor_buffer_text(text, " EMPTY");
    return true;
}
