#include "exchange/geojson_read.h"

#include <corridor/base/file.h>
#include <corridor/base/number.h>

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/geojson_wkt.h"

/* A file that is being read. */
struct reading {
    struct cor_sheets *sheets;
    struct cor_sheet *sheet;
    const struct cor_source *source;
    size_t at;                /* the byte to read next */
    struct cor_buffer text;   /* of a cell */
    struct cor_arena scratch; /* of it */
    bool broken;              /* it is no JSON from here on */
};

static void refuse(const struct reading *reading,
                   size_t at,
                   const char *code,
                   const char *advice,
                   const char *message)
{
    const size_t n = reading->source->n;
    cor_report_add(
        reading->sheets->report, COR_ERROR, code,
        (struct cor_spot){reading->source, (uint32_t)(at < n ? at : n)}, advice,
        "%s", message);
}

static int peek(struct reading *reading)
{
    const struct cor_source *source = reading->source;
    while (reading->at < source->n &&
           strchr(" \t\r\n", source->bytes[reading->at]) != NULL &&
           source->bytes[reading->at] != '\0')
        reading->at++;
    return reading->at < source->n ? (unsigned char)source->bytes[reading->at]
                                   : -1;
}

static bool take(struct reading *reading, char c)
{
    if (peek(reading) != (unsigned char)c)
        return false;
    reading->at++;
    return true;
}

static void break_off(struct reading *reading, const char *wanted)
{
    if (!reading->broken)
        refuse(reading, reading->at, "bad-json", NULL, wanted);
    reading->broken = true;
}

/* The next value as a tree; NULL when there is none. jansson bounds the depth
   to 2048 and refuses what is no UTF-8. */
static json_t *take_value(struct reading *reading)
{
    json_error_t why;
    if (peek(reading) < 0) {
        break_off(reading, "the file ends where a value is wanted");
        return NULL;
    }
    json_t *value = json_loadb(
        reading->source->bytes + reading->at, reading->source->n - reading->at,
        JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES,
        &why);
    reading->at += why.position > 0 ? (size_t)why.position : 0;
    if (value == NULL)
        break_off(reading, why.text);
    return value;
}

static enum cor_status
set(struct reading *reading, const char *name, struct cor_error *err)
{
    uint32_t column;
    enum cor_status status =
        cor_sheet_column(&column, reading->sheet, cor_text_of(name), err);
    if (status == COR_OK && reading->text.failed)
        status = COR_FAIL_MEMORY(err);
    if (status == COR_OK && reading->text.n != 0)
        status = cor_sheet_copy(
            reading->sheet, column,
            (struct cor_text){reading->text.at, reading->text.n}, err);
    reading->text.n = 0;
    return status;
}

/* What is no single value is kept as the JSON that it was. */
static bool put_tree(struct cor_buffer *text, const json_t *value)
{
    char *dump = json_dumps(value, JSON_COMPACT | JSON_ENSURE_ASCII);
    if (dump == NULL)
        return false;
    cor_buffer_text(text, dump);
    free(dump);
    return true;
}

static bool put_scalar(struct cor_buffer *text, const json_t *value)
{
    char whole[24];
    switch (json_typeof(value)) {
    case JSON_STRING:
        cor_buffer_add(text, json_string_value(value),
                       json_string_length(value));
        return true;
    case JSON_INTEGER:
        snprintf(whole, sizeof whole, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(value));
        cor_buffer_text(text, whole);
        return true;
    case JSON_REAL:
        cor_buffer_number(text, json_real_value(value));
        return true;
    case JSON_TRUE:
        cor_buffer_text(text, "1");
        return true;
    case JSON_FALSE:
        cor_buffer_text(text, "0");
        return true;
    case JSON_NULL:
        return true;
    case JSON_OBJECT:
    case JSON_ARRAY:
        break;
    }
    return put_tree(text, value);
}

static enum cor_status read_properties(struct reading *reading,
                                       json_t *properties,
                                       struct cor_error *err)
{
    const char *name;
    json_t *value;
    enum cor_status status = COR_OK;
    json_object_foreach(properties, name, value)
    {
        if (status != COR_OK)
            break;
        if (name[0] == '\0' || json_is_null(value))
            continue;
        if (!put_scalar(&reading->text, value))
            return COR_FAIL_MEMORY(err);
        status = set(reading,
                     strcmp(name, "geometry") == 0 ? "geometry_" : name, err);
    }
    return status;
}

static enum cor_status read_geometry(struct reading *reading,
                                     const json_t *geometry,
                                     size_t at,
                                     struct cor_error *err)
{
    if (json_is_object(geometry) &&
        !cor_geojson_wkt(&reading->text, geometry)) {
        reading->text.n = 0;
        refuse(reading, at, "bad-geometry",
               "a position is [longitude, latitude]",
               "the geometry of this feature cannot be read");
    }
    return set(reading, "geometry", err);
}

static enum cor_status read_feature(struct reading *reading,
                                    const json_t *feature,
                                    size_t at,
                                    struct cor_error *err)
{
    const json_t *id = json_object_get(feature, "id");
    json_t *properties = json_object_get(feature, "properties");
    enum cor_status status = cor_sheet_row(reading->sheet, (uint32_t)at, err);
    if (status == COR_OK && id != NULL) {
        if (!put_scalar(&reading->text, id))
            return COR_FAIL_MEMORY(err);
        status = set(reading, "id", err);
    }
    if (status == COR_OK)
        status = read_geometry(reading, json_object_get(feature, "geometry"),
                               at, err);
    if (status == COR_OK && json_is_object(properties))
        status = read_properties(reading, properties, err);
    return status;
}

static bool is_feature(const json_t *value)
{
    const char *type = json_string_value(json_object_get(value, "type"));
    return type != NULL && strcmp(type, "Feature") == 0;
}

static enum cor_status read_member(struct reading *reading,
                                   struct cor_error *err)
{
    peek(reading);
    const size_t at = reading->at;
    json_t *value = take_value(reading);
    enum cor_status status = COR_OK;
    if (value != NULL && is_feature(value))
        status = read_feature(reading, value, at, err);
    else if (value != NULL)
        refuse(reading, at, "no-feature", NULL, "this is no Feature");
    json_decref(value);
    const struct cor_arena_mark bottom = {0};
    if (reading->text.capacity > 1 << 20) {
        reading->text = (struct cor_buffer){.arena = &reading->scratch};
        cor_arena_rewind(&reading->scratch, bottom);
    }
    return status;
}

static enum cor_status read_features(struct reading *reading,
                                     struct cor_error *err)
{
    enum cor_status status = COR_OK;
    if (!take(reading, '[')) {
        break_off(reading, "features: a list is wanted");
        return COR_OK;
    }
    if (take(reading, ']'))
        return COR_OK;
    do
        status = read_member(reading, err);
    while (status == COR_OK && !reading->broken && take(reading, ','));
    if (status == COR_OK && !reading->broken && !take(reading, ']'))
        break_off(reading, "',' or ']' is wanted between features");
    return status;
}

/* GeoJSON of 2008: {"type": "name", "properties": {"name": "EPSG:3857"}}. */
static enum cor_status
read_crs(struct reading *reading, const json_t *crs, struct cor_error *err)
{
    const char *name = json_string_value(
        json_object_get(json_object_get(crs, "properties"), "name"));
    if (name == NULL)
        return COR_OK;
    reading->sheets->crs =
        cor_text_copy(reading->sheets->arena, cor_text_of(name));
    return reading->sheets->crs == NULL ? COR_FAIL_MEMORY(err) : COR_OK;
}

/* A member of the document beside its features; a lone feature is its own
   document. */
static enum cor_status
read_other(struct reading *reading, const char *name, struct cor_error *err)
{
    json_t *value = take_value(reading);
    enum cor_status status = COR_OK;
    const char *text = json_string_value(value);
    if (value != NULL && strcmp(name, "crs") == 0)
        status = read_crs(reading, value, err);
    if (text != NULL &&
        (strcmp(name, "name") == 0 || strcmp(name, "title") == 0))
        reading->sheets->title =
            cor_text_copy(reading->sheets->arena, cor_text_of(text));
    if (text != NULL &&
        (strcmp(name, "license") == 0 || strcmp(name, "licence") == 0))
        reading->sheets->licence =
            cor_text_copy(reading->sheets->arena, cor_text_of(text));
    json_decref(value);
    return status;
}

static enum cor_status
read_pair(struct reading *reading, bool *features, struct cor_error *err)
{
    json_t *key = take_value(reading);
    enum cor_status status = COR_OK;
    if (key != NULL && (!json_is_string(key) || !take(reading, ':')))
        break_off(reading, "a name and ':' are wanted");
    if (key != NULL && !reading->broken) {
        const char *name = json_string_value(key);
        *features = *features || strcmp(name, "features") == 0;
        status = strcmp(name, "features") == 0 ? read_features(reading, err)
                                               : read_other(reading, name, err);
    }
    json_decref(key);
    return status;
}

static enum cor_status read_document(struct reading *reading,
                                     struct cor_error *err)
{
    bool features = false;
    enum cor_status status = COR_OK;
    const size_t begin = reading->at;
    if (!take(reading, '{')) {
        break_off(reading, "this is no GeoJSON: an object is wanted");
        return COR_OK;
    }
    do
        status = read_pair(reading, &features, err);
    while (status == COR_OK && !reading->broken && take(reading, ','));
    if (status == COR_OK && !reading->broken && !take(reading, '}'))
        break_off(reading, "',' or '}' is wanted");
    if (status == COR_OK && !reading->broken && peek(reading) >= 0)
        break_off(reading, "something follows the end of the document");
    if (status != COR_OK || reading->broken || features)
        return status;
    reading->at = begin;
    return read_member(reading, err);
}

/* The name of a file without folder and ending. */
static const char *base_of(const char *path, struct cor_arena *arena)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(base, '.');
    const size_t n =
        dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
    return cor_text_copy(arena, (struct cor_text){base, n});
}

static enum cor_status begin(struct reading *reading,
                             struct cor_sheets *sheets,
                             const char *path,
                             struct cor_error *err)
{
    struct cor_source source;
    const enum cor_status status = cor_file_read(
        &source, path, NULL, COR_FORMAT_LARGEST, sheets->arena, err);
    if (status != COR_OK)
        return status;
    const char *name = base_of(path, sheets->arena);
    *reading = (struct reading){
        .sheets = sheets,
        .source = cor_arena_copy(sheets->arena, &source, 1, sizeof source)};
    if (name == NULL || reading->source == NULL)
        return COR_FAIL_MEMORY(err);
    reading->sheet = cor_sheet_add(sheets, name, reading->source);
    if (reading->sheet == NULL)
        return COR_FAIL_MEMORY(err);
    reading->sheet->is_numbered = true;
    return COR_OK;
}

enum cor_status cor_geojson_read(struct cor_sheets *sheets,
                                 const char *path,
                                 struct cor_error *err)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct reading reading;
    enum cor_status status = begin(&reading, sheets, path, err);
    if (status != COR_OK)
        return status;
    cor_arena_init(&reading.scratch, SIZE_MAX);
    reading.text.arena = &reading.scratch;
    if (reading.source->n >= 3 && memcmp(reading.source->bytes, mark, 3) == 0)
        reading.at = 3;
    status = read_document(&reading, err);
    if (status == COR_OK)
        reading.sheet->geometry = cor_sheet_find(reading.sheet, "geometry");
    cor_arena_finish(&reading.scratch);
    return status;
}
