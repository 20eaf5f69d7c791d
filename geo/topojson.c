#include "geo/topojson.h"

#include <math.h>
#include <string.h>

/* What jansson reads: the text with the value of `arcs` left out. */
struct remainder {
    char *text;
    size_t n;
    size_t cut_at, cut_n; /* bytes of the source that were left out */
    size_t n_hole;        /* bytes of the "[]" in their place */
};

static bool cut_out(struct remainder *out,
                    const struct cor_source *source,
                    size_t from,
                    size_t to,
                    struct cor_arena *arena)
{
    out->cut_at = from;
    out->cut_n = to - from;
    out->n_hole = from != to ? 2 : 0;
    out->n = source->n - out->cut_n + out->n_hole;
    out->text = cor_arena_array(arena, char, out->n);
    if (out->text == NULL)
        return false;
    memcpy(out->text, source->bytes, from);
    memcpy(out->text + from, "[]", out->n_hole);
    memcpy(out->text + from + out->n_hole, source->bytes + to, source->n - to);
    return true;
}

static enum cor_status fail_json(const json_error_t *why,
                                 const struct remainder *rest,
                                 const struct cor_source *source,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    if (json_error_code(why) == json_error_out_of_memory)
        return COR_FAIL_MEMORY(err);
    size_t at = why->position > 0 ? (size_t)why->position : 0;
    if (at > rest->cut_at)
        at += rest->cut_n - rest->n_hole;
    if (at > source->n)
        at = source->n;
    const struct cor_spot spot = {source, (uint32_t)at};
    const char *text = cor_text_escape(arena, cor_text_of(why->text));
    return COR_FAIL_AT(err, COR_BAD_INPUT, cor_spot_place(spot),
                       "this is not JSON: %s", text != NULL ? text : "");
}

static enum cor_status fail_topology(const struct cor_source *source,
                                     const char *why,
                                     struct cor_error *err)
{
    return COR_FAIL_AT(err, COR_BAD_INPUT,
                       ((struct cor_place){.file = source->name}), "%s", why);
}

/* Scale and translation of a quantised topology. */
struct transform {
    double scale_lon, scale_lat, lon, lat;
};

static bool read_pair(double *a, double *b, const json_t *pair)
{
    const json_t *first = json_array_get(pair, 0);
    const json_t *second = json_array_get(pair, 1);
    *a = json_number_value(first);
    *b = json_number_value(second);
    return json_is_number(first) && json_is_number(second);
}

static bool read_transform(struct transform *out, const json_t *value)
{
    return read_pair(&out->scale_lon, &out->scale_lat,
                     json_object_get(value, "scale")) &&
           read_pair(&out->lon, &out->lat, json_object_get(value, "translate"));
}

/* Positions of a quantised arc are steps from the one before. */
static void apply_transform(const struct cor_topojson_arcs *arcs,
                            const struct transform *by)
{
    for (uint32_t arc = 0; arc < arcs->n_arc; arc++) {
        double x = 0, y = 0;
        for (uint32_t i = arcs->first[arc]; i < arcs->first[arc + 1]; i++) {
            x += arcs->point[i].lon;
            y += arcs->point[i].lat;
            arcs->point[i].lon = x * by->scale_lon + by->lon;
            arcs->point[i].lat = y * by->scale_lat + by->lat;
        }
    }
}

static double kept_within(double degrees, double limit)
{
    return degrees > limit ? limit : degrees < -limit ? -limit : degrees;
}

/* Rounding may have led points a little over the edge of the world. */
static bool settle(struct cor_point *point)
{
    static const double slack_degrees = 1e-6;
    if (!(fabs(point->lon) <= 180 + slack_degrees &&
          fabs(point->lat) <= 90 + slack_degrees))
        return false;
    point->lon = kept_within(point->lon, 180);
    point->lat = kept_within(point->lat, 90);
    return true;
}

static enum cor_status place_arcs(const struct cor_topojson_arcs *arcs,
                                  const json_t *root,
                                  const struct cor_source *source,
                                  struct cor_error *err)
{
    const json_t *value = json_object_get(root, "transform");
    struct transform transform;
    if (value != NULL && !read_transform(&transform, value))
        return fail_topology(source,
                             "the transform needs a scale and a translate of "
                             "two numbers each",
                             err);
    if (value != NULL)
        apply_transform(arcs, &transform);
    for (uint32_t i = 0; i < arcs->n_point; i++)
        if (!settle(&arcs->point[i]))
            return fail_topology(source,
                                 "its coordinates are not longitudes and "
                                 "latitudes in degrees",
                                 err);
    return COR_OK;
}

/* Whether it is a topology with what a base map needs. */
static enum cor_status judge(const json_t *root,
                             bool has_arcs,
                             const struct cor_source *source,
                             struct cor_error *err)
{
    const char *type = json_string_value(json_object_get(root, "type"));
    if (type == NULL || strcmp(type, "Topology") != 0)
        return fail_topology(source,
                             "this is not TopoJSON: its type is not "
                             "Topology",
                             err);
    if (!has_arcs)
        return fail_topology(source, "the topology has no arcs", err);
    const json_t *objects = json_object_get(root, "objects");
    if (!json_is_object(json_object_get(objects, "countries")))
        return fail_topology(source, "the topology has no object countries",
                             err);
    return COR_OK;
}

/* Reads what is not an arc; the text without them is scratch. */
static enum cor_status read_tree(json_t **out,
                                 const struct cor_source *source,
                                 size_t from,
                                 size_t to,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    const struct cor_arena_mark scratch = cor_arena_mark(arena);
    struct remainder rest;
    if (!cut_out(&rest, source, from, to, arena))
        return COR_FAIL_MEMORY(err);
    json_error_t why;
    json_t *root = json_loadb(rest.text, rest.n, JSON_REJECT_DUPLICATES, &why);
    const enum cor_status status =
        root != NULL ? COR_OK : fail_json(&why, &rest, source, arena, err);
    cor_arena_rewind(arena, scratch);
    *out = root;
    return status;
}

enum cor_status cor_topojson_read(struct cor_topojson *out,
                                  const struct cor_source *source,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    const struct cor_text arcs =
        cor_topojson_find_arcs((struct cor_text){source->bytes, source->n});
    const bool found = arcs.n != 0;
    const size_t from = found ? (size_t)(arcs.at - source->bytes) : source->n;
    size_t to = from;
    struct cor_topojson topology = {0};
    enum cor_status status = COR_OK;
    if (found)
        status = cor_topojson_read_arcs(&topology.arcs, &to, source, arcs,
                                        arena, err);
    if (status == COR_OK)
        status = read_tree(&topology.root, source, from, to, arena, err);
    if (status != COR_OK)
        return status;
    status = judge(topology.root, found, source, err);
    if (status == COR_OK)
        status = place_arcs(&topology.arcs, topology.root, source, err);
    if (status == COR_OK)
        *out = topology;
    else
        json_decref(topology.root);
    return status;
}
