#include "geo/topojson.h"

#include <math.h>

/* The members of the outermost object that matter; those that are not there
   have no bytes. */
struct root {
    struct cor_topojson_arcs arcs;
    bool has_arcs;
    struct cor_text type, credit, transform, objects;
};

static enum cor_status fail_json(const struct cor_json *json,
                                 const struct cor_source *source,
                                 struct cor_error *err)
{
    const struct cor_spot spot = {source, (uint32_t)(json->at - source->bytes)};
    return COR_FAIL_AT(err, COR_BAD_INPUT, cor_spot_place(spot),
                       "this is not JSON: %s", json->wrong);
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

static bool read_pair(double *a, double *b, struct cor_text pair)
{
    struct cor_json numbers = cor_json_items(pair);
    struct cor_text first, second;
    return cor_json_next(&numbers, &first) && cor_json_number(a, first) &&
           cor_json_next(&numbers, &second) && cor_json_number(b, second);
}

static bool read_transform(struct transform *out, struct cor_text value)
{
    return read_pair(&out->scale_lon, &out->scale_lat,
                     cor_json_member(value, "scale")) &&
           read_pair(&out->lon, &out->lat, cor_json_member(value, "translate"));
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

static enum cor_status place_arcs(const struct root *root,
                                  const struct cor_source *source,
                                  struct cor_error *err)
{
    const struct cor_topojson_arcs *arcs = &root->arcs;
    const bool is_quantised = root->transform.n != 0;
    struct transform transform;
    if (is_quantised && !read_transform(&transform, root->transform))
        return fail_topology(source,
                             "the transform needs a scale and a translate of "
                             "two numbers each",
                             err);
    if (is_quantised)
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
static enum cor_status judge(const struct root *root,
                             const struct cor_source *source,
                             struct cor_error *err)
{
    if (!cor_json_equal(root->type, "Topology"))
        return fail_topology(source,
                             "this is not TopoJSON: its type is not "
                             "Topology",
                             err);
    if (!root->has_arcs)
        return fail_topology(source, "the topology has no arcs", err);
    if (!cor_json_is(cor_json_member(root->objects, "countries"), '{'))
        return fail_topology(source, "the topology has no object countries",
                             err);
    return COR_OK;
}

/* Where a member of the outermost object goes; NULL for what does not matter. */
static struct cor_text *member_of(struct root *root, struct cor_text name)
{
    const struct {
        const char *name;
        struct cor_text *member;
    } rows[] = {
        {"type", &root->type},
        {"credit", &root->credit},
        {"transform", &root->transform},
        {"objects", &root->objects},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (cor_text_equal(name, cor_text_of(rows[i].name)))
            return rows[i].member;
    return NULL;
}

/* Reads the value of a member: arcs as what they are, anything else as text. */
static enum cor_status read_member(struct root *root,
                                   struct cor_json *json,
                                   struct cor_text name,
                                   const struct cor_source *source,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    const bool is_arcs = cor_text_equal(name, cor_text_of("arcs"));
    struct cor_text *member = member_of(root, name);
    if (is_arcs ? root->has_arcs : member != NULL && member->n != 0) {
        json->wrong = "two members of an object have one name";
        return fail_json(json, source, err);
    }
    root->has_arcs |= is_arcs;
    if (is_arcs)
        return cor_topojson_read_arcs(&root->arcs, json, source, arena, err);
    cor_json_peek(json);
    const char *begin = json->at;
    if (!cor_json_check(json))
        return fail_json(json, source, err);
    if (member != NULL)
        *member = (struct cor_text){begin, (size_t)(json->at - begin)};
    return COR_OK;
}

static enum cor_status read_members(struct root *root,
                                    struct cor_json *json,
                                    const struct cor_source *source,
                                    struct cor_arena *arena,
                                    struct cor_error *err)
{
    struct cor_text name;
    if (cor_json_take(json, '}'))
        return COR_OK;
    do {
        if (!cor_json_check_name(json, &name))
            return fail_json(json, source, err);
        const enum cor_status status =
            read_member(root, json, name, source, arena, err);
        if (status != COR_OK)
            return status;
    } while (cor_json_take(json, ','));
    if (cor_json_take(json, '}'))
        return COR_OK;
    json->wrong = "a comma, or the end of the object, is missing";
    return fail_json(json, source, err);
}

static enum cor_status read_root(struct root *root,
                                 const struct cor_source *source,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    struct cor_json json = {source->bytes, source->bytes + source->n, NULL};
    *root = (struct root){.has_arcs = false};
    if (cor_json_take(&json, '{')) {
        const enum cor_status status =
            read_members(root, &json, source, arena, err);
        if (status != COR_OK)
            return status;
    } else if (!cor_json_check(&json)) {
        return fail_json(&json, source, err);
    }
    return cor_json_check_end(&json) ? COR_OK : fail_json(&json, source, err);
}

enum cor_status cor_topojson_read(struct cor_topojson *out,
                                  const struct cor_source *source,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    struct root root;
    enum cor_status status = read_root(&root, source, arena, err);
    if (status == COR_OK)
        status = judge(&root, source, err);
    if (status == COR_OK)
        status = place_arcs(&root, source, err);
    if (status == COR_OK)
        *out = (struct cor_topojson){root.arcs, root.credit, root.objects};
    return status;
}
