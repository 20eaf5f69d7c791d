#include "geo/topojson.h"

#include <inttypes.h>
#include <string.h>

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

static enum cor_status add_ref(struct sink *sink, const json_t *value)
{
    if (!json_is_integer(value))
        return FAIL_SHAPE(sink, "%s", "names an arc that is no whole number");
    const json_int_t ref = json_integer_value(value);
    const json_int_t arc = ref < 0 ? ~ref : ref;
    if (arc >= (json_int_t)sink->n_arc)
        return FAIL_SHAPE(
            sink, "names arc %" JSON_INTEGER_FORMAT ", but there are %" PRIu32,
            arc, sink->n_arc);
    if (is_filling(sink))
        sink->ref[sink->size.n_ref] = (int32_t)ref;
    sink->size.n_ref++;
    return COR_OK;
}

static enum cor_status add_chain(struct sink *sink, const json_t *refs)
{
    if (json_array_size(refs) == 0)
        return FAIL_SHAPE(sink, "%s", "has a line or ring without arcs");
    if (is_filling(sink))
        sink->ref_first[sink->size.n_chain] = sink->size.n_ref;
    sink->size.n_chain++;
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < json_array_size(refs) && status == COR_OK; i++)
        status = add_ref(sink, json_array_get(refs, i));
    return status;
}

static void begin_part(struct sink *sink)
{
    if (is_filling(sink))
        sink->chain_first[sink->size.n_part] = sink->size.n_chain;
    sink->size.n_part++;
}

static enum cor_status add_polygon(struct sink *sink, const json_t *rings)
{
    if (json_array_size(rings) == 0)
        return FAIL_SHAPE(sink, "%s", "has a polygon without rings");
    begin_part(sink);
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < json_array_size(rings) && status == COR_OK; i++)
        status = add_chain(sink, json_array_get(rings, i));
    return status;
}

static enum cor_status add_line(struct sink *sink, const json_t *refs)
{
    begin_part(sink);
    return add_chain(sink, refs);
}

typedef enum cor_status add_part(struct sink *, const json_t *);

static enum cor_status
add_each(struct sink *sink, const json_t *parts, add_part *add)
{
    if (!json_is_array(parts))
        return FAIL_SHAPE(sink, "%s", "has no list of arcs");
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < json_array_size(parts) && status == COR_OK; i++)
        status = add(sink, json_array_get(parts, i));
    return status;
}

/* The geometries that a layer may have. */
static const struct {
    const char *type;
    enum cor_topojson_shape shape;
    bool is_multiple;
    add_part *add;
} types[] = {
    {"Polygon", COR_TOPOJSON_AREAS, false, add_polygon},
    {"MultiPolygon", COR_TOPOJSON_AREAS, true, add_polygon},
    {"LineString", COR_TOPOJSON_LINES, false, add_line},
    {"MultiLineString", COR_TOPOJSON_LINES, true, add_line},
};

static enum cor_status add_parts(struct sink *sink, const json_t *geometry)
{
    const json_t *type = json_object_get(geometry, "type");
    const json_t *arcs = json_object_get(geometry, "arcs");
    if (type == NULL || json_is_null(type))
        return COR_OK;
    const char *name = json_string_value(type);
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (name == NULL || sink->shape != types[i].shape ||
            strcmp(name, types[i].type) != 0)
            continue;
        return types[i].is_multiple ? add_each(sink, arcs, types[i].add)
                                    : types[i].add(sink, arcs);
    }
    return FAIL_SHAPE(sink, "is not a %s",
                      sink->shape == COR_TOPOJSON_AREAS ? "polygon" : "line");
}

static const json_t *property(const json_t *geometry, const char *const *names)
{
    const json_t *all = json_object_get(geometry, "properties");
    const json_t *found = NULL;
    for (size_t i = 0; names[i] != NULL && found == NULL; i++)
        found = json_object_get(all, names[i]);
    return found;
}

static const char *text_of(struct sink *sink, const json_t *value)
{
    const char *text = json_string_value(value);
    return cor_text_copy(sink->arena, cor_text_of(text != NULL ? text : ""));
}

static bool is_alpha2(const char *text)
{
    return text != NULL && strlen(text) == 2 && text[0] >= 'A' &&
           text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
}

/* Sources write "-99" and the like for countries without a code. */
static const json_t *code_of(const struct sink *sink, const json_t *geometry)
{
    static const char *const country[] = {"iso", "ISO_A2", "iso_a2", NULL};
    static const char *const line[] = {"class", NULL};
    if (sink->shape == COR_TOPOJSON_LINES)
        return property(geometry, line);
    const json_t *code = property(geometry, country);
    return is_alpha2(json_string_value(code)) ? code : NULL;
}

static uint8_t rank_of(const json_t *geometry)
{
    static const char *const names[] = {"rank", "scalerank", NULL};
    const double rank = json_number_value(property(geometry, names));
    return rank > 0 ? (uint8_t)(rank < UINT8_MAX ? rank : UINT8_MAX) : 0;
}

static enum cor_status describe(struct sink *sink, const json_t *geometry)
{
    static const char *const names[] = {"name", "NAME", NULL};
    const uint32_t shape = sink->size.n;
    sink->name[shape] = text_of(sink, property(geometry, names));
    sink->code[shape] = text_of(sink, code_of(sink, geometry));
    sink->rank[shape] = rank_of(geometry);
    sink->part_first[shape] = sink->size.n_part;
    if (sink->name[shape] == NULL || sink->code[shape] == NULL)
        return COR_FAIL_MEMORY(sink->err);
    return COR_OK;
}

static enum cor_status add_shape(struct sink *sink, const json_t *geometry)
{
    enum cor_status status =
        is_filling(sink) ? describe(sink, geometry) : COR_OK;
    if (status == COR_OK)
        status = add_parts(sink, geometry);
    sink->size.n++;
    return status;
}

/* An object is a collection of geometries, or a single one. */
static enum cor_status add_object(struct sink *sink, const json_t *object)
{
    const json_t *geometries = json_object_get(object, "geometries");
    if (!json_is_array(geometries))
        return add_shape(sink, object);
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < json_array_size(geometries) && status == COR_OK; i++)
        status = add_shape(sink, json_array_get(geometries, i));
    return status;
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
                                        const json_t *root,
                                        const char *name,
                                        enum cor_topojson_shape shape,
                                        uint32_t n_arc,
                                        const struct cor_source *source,
                                        struct cor_arena *arena,
                                        struct cor_error *err)
{
    const json_t *object =
        json_object_get(json_object_get(root, "objects"), name);
    struct sink sink = {.layer = name,
                        .shape = shape,
                        .n_arc = n_arc,
                        .source = source,
                        .arena = arena,
                        .err = err};
    enum cor_status status =
        object != NULL ? add_object(&sink, object) : COR_OK;
    if (status != COR_OK)
        return status;
    const struct cor_basemap_layer counted = sink.size;
    sink.size = (struct cor_basemap_layer){0};
    if (!make_room(&sink, &counted))
        return COR_FAIL_MEMORY(err);
    if (object != NULL)
        status = add_object(&sink, object);
    if (status == COR_OK)
        *out = finish(&sink);
    return status;
}
