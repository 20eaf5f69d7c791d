#include "geo/topojson.h"

#include <corridor/base/number.h>

#include <inttypes.h>

/* Fills a layer, or without arrays counts what there is to fill in. */
struct sink {
    struct cor_basemap_layer size; /* so far; its arrays are not used */
    const char **name, **code;     /* all NULL while counting */
    uint8_t *rank;
    uint32_t *part_first, *chain_first, *ref_first;
    int32_t *ref;

    const char *layer;
    enum cor_topojson_shape shape;
    uint32_t n_arc;
    const struct cor_source *source;
    struct cor_arena *arena;
    struct cor_error *err;
};

/* Where geometries are written is not known any more: name them by number. */
#define FAIL_SHAPE(sink, format, ...)                                 \
    COR_FAIL_AT((sink)->err, COR_BAD_INPUT,                           \
                ((struct cor_place){.file = (sink)->source->name}),   \
                "geometry %" PRIu32 " of %s " format, (sink)->size.n, \
                (sink)->layer, __VA_ARGS__)

static bool is_filling(const struct sink *sink)
{
    return sink->ref != NULL;
}

/* A whole number and nothing else; those that no file can have are cut off. */
static bool read_ref(int64_t *out, struct cor_text value)
{
    const bool negative = cor_json_is(value, '-');
    const struct cor_text digits = {value.at + negative, value.n - negative};
    uint64_t size = UINT64_MAX;
    for (size_t i = 0; i < digits.n; i++)
        if (digits.at[i] < '0' || digits.at[i] > '9')
            return false;
    if (digits.n == 0)
        return false;
    cor_number_parse_whole(&size, digits);
    const int64_t kept = size > INT64_MAX ? INT64_MAX : (int64_t)size;
    *out = !negative ? kept : size > INT64_MAX ? INT64_MIN : -kept;
    return true;
}

static enum cor_status add_ref(struct sink *sink, struct cor_text value)
{
    int64_t ref;
    if (!read_ref(&ref, value))
        return FAIL_SHAPE(sink, "%s", "names an arc that is no whole number");
    const int64_t arc = ref < 0 ? ~ref : ref;
    if (arc >= (int64_t)sink->n_arc)
        return FAIL_SHAPE(sink, "names arc %" PRId64 ", but there are %" PRIu32,
                          arc, sink->n_arc);
    if (is_filling(sink))
        sink->ref[sink->size.n_ref] = (int32_t)ref;
    sink->size.n_ref++;
    return COR_OK;
}

static bool is_empty(struct cor_text list)
{
    struct cor_json items = cor_json_items(list);
    return cor_json_peek(&items) == '\0';
}

typedef enum cor_status add_item(struct sink *, struct cor_text);

static enum cor_status
add_items(struct sink *sink, struct cor_text list, add_item *add)
{
    struct cor_json items = cor_json_items(list);
    struct cor_text item;
    enum cor_status status = COR_OK;
    while (status == COR_OK && cor_json_next(&items, &item))
        status = add(sink, item);
    return status;
}

static enum cor_status add_chain(struct sink *sink, struct cor_text refs)
{
    if (is_empty(refs))
        return FAIL_SHAPE(sink, "%s", "has a line or ring without arcs");
    if (is_filling(sink))
        sink->ref_first[sink->size.n_chain] = sink->size.n_ref;
    sink->size.n_chain++;
    return add_items(sink, refs, add_ref);
}

static void begin_part(struct sink *sink)
{
    if (is_filling(sink))
        sink->chain_first[sink->size.n_part] = sink->size.n_chain;
    sink->size.n_part++;
}

static enum cor_status add_polygon(struct sink *sink, struct cor_text rings)
{
    if (is_empty(rings))
        return FAIL_SHAPE(sink, "%s", "has a polygon without rings");
    begin_part(sink);
    return add_items(sink, rings, add_chain);
}

static enum cor_status add_line(struct sink *sink, struct cor_text refs)
{
    begin_part(sink);
    return add_chain(sink, refs);
}

static enum cor_status
add_each(struct sink *sink, struct cor_text parts, add_item *add)
{
    if (!cor_json_is(parts, '['))
        return FAIL_SHAPE(sink, "%s", "has no list of arcs");
    return add_items(sink, parts, add);
}

/* The geometries that a layer may have. */
static const struct {
    const char *type;
    enum cor_topojson_shape shape;
    bool is_multiple;
    add_item *add;
} types[] = {
    {"Polygon", COR_TOPOJSON_AREAS, false, add_polygon},
    {"MultiPolygon", COR_TOPOJSON_AREAS, true, add_polygon},
    {"LineString", COR_TOPOJSON_LINES, false, add_line},
    {"MultiLineString", COR_TOPOJSON_LINES, true, add_line},
};

static enum cor_status add_parts(struct sink *sink, struct cor_text geometry)
{
    const struct cor_text type = cor_json_member(geometry, "type");
    const struct cor_text arcs = cor_json_member(geometry, "arcs");
    if (type.n == 0 || cor_json_is(type, 'n'))
        return COR_OK;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (sink->shape != types[i].shape ||
            !cor_json_equal(type, types[i].type))
            continue;
        return types[i].is_multiple ? add_each(sink, arcs, types[i].add)
                                    : types[i].add(sink, arcs);
    }
    return FAIL_SHAPE(sink, "is not a %s",
                      sink->shape == COR_TOPOJSON_AREAS ? "polygon" : "line");
}

/* The first of these properties that there is. */
static struct cor_text property(struct cor_text all, const char *const *names)
{
    struct cor_text found = {0};
    for (size_t i = 0; names[i] != NULL && found.n == 0; i++)
        found = cor_json_member(all, names[i]);
    return found;
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Of a string of two capitals, between its quotes. */
static bool is_alpha2(struct cor_text value)
{
    return cor_json_is(value, '"') && value.n == 4 && is_capital(value.at[1]) &&
           is_capital(value.at[2]);
}

/* Sources write "-99" and the like for countries without a code. */
static struct cor_text code_of(const struct sink *sink, struct cor_text all)
{
    static const char *const country[] = {"iso", "ISO_A2", "iso_a2", NULL};
    static const char *const line[] = {"class", NULL};
    if (sink->shape == COR_TOPOJSON_LINES)
        return property(all, line);
    const struct cor_text code = property(all, country);
    return is_alpha2(code) ? code : (struct cor_text){0};
}

static uint8_t rank_of(struct cor_text all)
{
    static const char *const names[] = {"rank", "scalerank", NULL};
    double rank;
    if (!cor_json_number(&rank, property(all, names)) || !(rank > 0))
        return 0;
    return (uint8_t)(rank < UINT8_MAX ? rank : UINT8_MAX);
}

static enum cor_status describe(struct sink *sink, struct cor_text geometry)
{
    static const char *const names[] = {"name", "NAME", NULL};
    const struct cor_text all = cor_json_member(geometry, "properties");
    const uint32_t shape = sink->size.n;
    sink->name[shape] = cor_json_string(sink->arena, property(all, names));
    sink->code[shape] = cor_json_string(sink->arena, code_of(sink, all));
    sink->rank[shape] = rank_of(all);
    sink->part_first[shape] = sink->size.n_part;
    if (sink->name[shape] == NULL || sink->code[shape] == NULL)
        return COR_FAIL_MEMORY(sink->err);
    return COR_OK;
}

static enum cor_status add_shape(struct sink *sink, struct cor_text geometry)
{
    enum cor_status status =
        is_filling(sink) ? describe(sink, geometry) : COR_OK;
    if (status == COR_OK)
        status = add_parts(sink, geometry);
    sink->size.n++;
    return status;
}

/* An object is a collection of geometries, or a single one. */
static enum cor_status add_object(struct sink *sink, struct cor_text object)
{
    const struct cor_text geometries = cor_json_member(object, "geometries");
    return cor_json_is(geometries, '[') ? add_items(sink, geometries, add_shape)
                                        : add_shape(sink, object);
}

static bool make_room(struct sink *sink, const struct cor_basemap_layer *size)
{
    struct cor_arena *arena = sink->arena;
    sink->name = cor_arena_array(arena, const char *, size->n);
    sink->code = cor_arena_array(arena, const char *, size->n);
    sink->rank = cor_arena_array(arena, uint8_t, size->n);
    sink->part_first = cor_arena_array(arena, uint32_t, (size_t)size->n + 1);
    sink->chain_first =
        cor_arena_array(arena, uint32_t, (size_t)size->n_part + 1);
    sink->ref_first =
        cor_arena_array(arena, uint32_t, (size_t)size->n_chain + 1);
    sink->ref = cor_arena_array(arena, int32_t, size->n_ref);
    return sink->name != NULL && sink->code != NULL && sink->rank != NULL &&
           sink->part_first != NULL && sink->chain_first != NULL &&
           sink->ref_first != NULL && sink->ref != NULL;
}

static struct cor_basemap_layer finish(const struct sink *sink)
{
    struct cor_basemap_layer layer = sink->size;
    sink->part_first[layer.n] = layer.n_part;
    sink->chain_first[layer.n_part] = layer.n_chain;
    sink->ref_first[layer.n_chain] = layer.n_ref;
    layer.name = sink->name;
    layer.code = sink->code;
    layer.rank = sink->rank;
    layer.part_first = sink->part_first;
    layer.chain_first = sink->chain_first;
    layer.ref_first = sink->ref_first;
    layer.ref = sink->ref;
    return layer;
}

enum cor_status cor_topojson_read_layer(struct cor_basemap_layer *out,
                                        struct cor_text objects,
                                        const char *name,
                                        enum cor_topojson_shape shape,
                                        uint32_t n_arc,
                                        const struct cor_source *source,
                                        struct cor_arena *arena,
                                        struct cor_error *err)
{
    const struct cor_text object = cor_json_member(objects, name);
    struct sink sink = {.layer = name,
                        .shape = shape,
                        .n_arc = n_arc,
                        .source = source,
                        .arena = arena,
                        .err = err};
    enum cor_status status = object.n != 0 ? add_object(&sink, object) : COR_OK;
    if (status != COR_OK)
        return status;
    const struct cor_basemap_layer counted = sink.size;
    sink.size = (struct cor_basemap_layer){0};
    if (!make_room(&sink, &counted))
        return COR_FAIL_MEMORY(err);
    if (object.n != 0)
        status = add_object(&sink, object);
    if (status == COR_OK)
        *out = finish(&sink);
    return status;
}
