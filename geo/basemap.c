#include <corridor/geo/basemap.h>

#include "geo/topojson.h"

#include <corridor/base/file.h>

#include <math.h>
#include <string.h>

static bool is_seam(const struct cor_topojson_arcs *arcs, uint32_t arc)
{
    static const double slack_degrees = 1e-6;
    for (uint32_t i = arcs->first[arc]; i < arcs->first[arc + 1]; i++)
        if (fabs(arcs->point[i].lon) < 180 - slack_degrees)
            return false;
    return true;
}

/* What an arc is for one more country that it bounds. */
static enum cor_arc_kind
bound(enum cor_arc_kind kind, uint32_t *owner, uint32_t country)
{
    const bool is_new = *owner == COR_NONE;
    const bool is_same = *owner == country;
    *owner = country;
    if (is_new)
        return COR_ARC_COAST;
    return is_same && kind != COR_ARC_BORDER ? COR_ARC_OTHER : COR_ARC_BORDER;
}

static uint32_t arc_of(int32_t ref)
{
    return (uint32_t)(ref < 0 ? ~ref : ref);
}

/* The references of one shape are side by side. */
static uint32_t shape_ref(const struct cor_basemap_layer *layer, uint32_t shape)
{
    return layer->ref_first[layer->chain_first[layer->part_first[shape]]];
}

static void mark_countries(enum cor_arc_kind *kind,
                           uint32_t *owner,
                           const struct cor_basemap_layer *layer)
{
    for (uint32_t shape = 0; shape < layer->n; shape++)
        for (uint32_t i = shape_ref(layer, shape);
             i < shape_ref(layer, shape + 1); i++) {
            const uint32_t arc = arc_of(layer->ref[i]);
            kind[arc] = bound(kind[arc], &owner[arc], shape);
        }
}

static enum cor_status mark_arcs(struct cor_basemap *map,
                                 const struct cor_topojson_arcs *arcs,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    enum cor_arc_kind *kind =
        cor_arena_array(arena, enum cor_arc_kind, arcs->n_arc);
    const struct cor_arena_mark scratch = cor_arena_mark(arena);
    uint32_t *owner = cor_arena_array(arena, uint32_t, arcs->n_arc);
    if (kind == NULL || owner == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t arc = 0; arc < arcs->n_arc; arc++) {
        kind[arc] = COR_ARC_OTHER;
        owner[arc] = COR_NONE;
    }
    mark_countries(kind, owner, &map->country);
    for (uint32_t arc = 0; arc < arcs->n_arc; arc++)
        if (is_seam(arcs, arc))
            kind[arc] = COR_ARC_OTHER;
    for (uint32_t i = 0; i < map->disputed.n_ref; i++)
        kind[arc_of(map->disputed.ref[i])] = COR_ARC_DISPUTED;
    cor_arena_rewind(arena, scratch);
    map->arc_kind = kind;
    return COR_OK;
}

static enum cor_status read_layers(struct cor_basemap *map,
                                   struct cor_text objects,
                                   const struct cor_source *source,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    const struct {
        const char *name;
        struct cor_basemap_layer *layer;
        enum cor_topojson_shape shape;
    } rows[] = {
        {"countries", &map->country, COR_TOPOJSON_AREAS},
        {"lakes", &map->lake, COR_TOPOJSON_AREAS},
        {"rivers", &map->river, COR_TOPOJSON_LINES},
        {"disputed", &map->disputed, COR_TOPOJSON_LINES},
    };
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0] && status == COR_OK;
         i++)
        status = cor_topojson_read_layer(rows[i].layer, objects, rows[i].name,
                                         rows[i].shape, map->n_arc, source,
                                         arena, err);
    return status;
}

static enum cor_status assemble(struct cor_basemap *map,
                                const struct cor_topojson *topology,
                                const struct cor_source *source,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    const struct cor_topojson_arcs *arcs = &topology->arcs;
    *map = (struct cor_basemap){
        .credit = cor_json_string(arena, topology->credit),
        .n_point = arcs->n_point,
        .n_arc = arcs->n_arc,
        .point = arcs->point,
        .arc_first = arcs->first,
    };
    if (map->credit == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_status status =
        read_layers(map, topology->objects, source, arena, err);
    return status == COR_OK ? mark_arcs(map, arcs, arena, err) : status;
}

static enum cor_status read_map(struct cor_basemap *map,
                                const struct cor_source *source,
                                const struct cor_source *labels,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    struct cor_topojson topology;
    enum cor_status status = cor_topojson_read(&topology, source, arena, err);
    if (status != COR_OK)
        return status;
    status = assemble(map, &topology, source, arena, err);
    if (status == COR_OK && labels != NULL)
        status = cor_basemap_read_labels(&map->label, labels, arena, err);
    return status;
}

enum cor_status cor_basemap_read(const struct cor_basemap **out,
                                 const struct cor_source *topology,
                                 const struct cor_source *labels,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct cor_basemap *map = cor_arena_array(arena, struct cor_basemap, 1);
    const enum cor_status status =
        map != NULL ? read_map(map, topology, labels, arena, err)
                    : COR_FAIL_MEMORY(err);
    if (status == COR_OK)
        *out = map;
    else
        cor_arena_rewind(arena, start);
    return status;
}

/* The bytes are scratch; the name stays, since errors borrow it. */
static enum cor_status read_file(struct cor_source *out,
                                 const char *path,
                                 struct cor_arena *names,
                                 struct cor_arena *scratch,
                                 struct cor_error *err)
{
    struct cor_source source;
    const enum cor_status status =
        cor_file_read(&source, path, NULL, COR_BASEMAP_LIMIT, scratch, err);
    if (status != COR_OK)
        return status;
    source.name = cor_text_copy(names, cor_text_of(source.name));
    if (source.name == NULL)
        return COR_FAIL_MEMORY(err);
    *out = source;
    return COR_OK;
}

enum cor_status cor_basemap_load(const struct cor_basemap **out,
                                 const char *topology_path,
                                 const char *labels_path,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    struct cor_arena scratch;
    cor_arena_init(&scratch, arena->limit - arena->used);
    struct cor_source topology, labels;
    enum cor_status status =
        read_file(&topology, topology_path, arena, &scratch, err);
    if (status == COR_OK && labels_path != NULL)
        status = read_file(&labels, labels_path, arena, &scratch, err);
    if (status == COR_OK)
        status = cor_basemap_read(
            out, &topology, labels_path != NULL ? &labels : NULL, arena, err);
    cor_arena_finish(&scratch);
    return status;
}

uint32_t cor_basemap_chain_bound(const struct cor_basemap *map,
                                 const struct cor_basemap_layer *layer,
                                 uint32_t chain)
{
    uint32_t n = 0;
    for (uint32_t i = layer->ref_first[chain]; i < layer->ref_first[chain + 1];
         i++) {
        const uint32_t arc = arc_of(layer->ref[i]);
        n += map->arc_first[arc + 1] - map->arc_first[arc];
    }
    return n;
}

/* Writes the points of an arc but those that repeat the last one written. */
static uint32_t put_arc(struct cor_point *out,
                        uint32_t n,
                        const struct cor_basemap *map,
                        int32_t ref)
{
    const uint32_t arc = arc_of(ref);
    const uint32_t first = map->arc_first[arc], end = map->arc_first[arc + 1];
    for (uint32_t i = first; i < end; i++) {
        const struct cor_point point =
            map->point[ref < 0 ? end - 1 - (i - first) : i];
        if (n == 0 || point.lon != out[n - 1].lon ||
            point.lat != out[n - 1].lat)
            out[n++] = point;
    }
    return n;
}

uint32_t cor_basemap_chain_points(struct cor_point *out,
                                  const struct cor_basemap *map,
                                  const struct cor_basemap_layer *layer,
                                  uint32_t chain)
{
    uint32_t n = 0;
    for (uint32_t i = layer->ref_first[chain]; i < layer->ref_first[chain + 1];
         i++)
        n = put_arc(out, n, map, layer->ref[i]);
    return n;
}
