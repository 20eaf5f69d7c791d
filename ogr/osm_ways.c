/* Gathering ways. */
#include "ogr/osm.h"

#include <math.h>
#include <string.h>

void cor_osm_begin(struct cor_osm *osm, struct cor_arena *arena, bool all)
{
    *osm = (struct cor_osm){.arena = arena, .all = all};
    cor_names_init(&osm->unused.name, arena);
    cor_names_init(&osm->gauge.name, arena);
}

static bool
count(struct cor_osm_count *counts, const char *what, struct cor_arena *arena)
{
    const uint32_t before = counts->name.n;
    const uint32_t at = cor_names_add(&counts->name, cor_text_of(what));
    if (at == COR_NONE)
        return false;
    if (at == before) {
        size_t *grown = cor_arena_grow(arena, counts->n, before,
                                       &counts->capacity, sizeof *counts->n);
        if (grown == NULL)
            return false;
        counts->n = grown;
        counts->n[at] = 0;
    }
    counts->n[at]++;
    return true;
}

/* The tag by which a way that is not used is counted. */
static const char *name_unused(const struct cor_osm_tags *tags,
                               struct cor_arena *arena)
{
    for (unsigned key = COR_OSM_RAILWAY; key <= COR_OSM_ROUTE; key++) {
        const char *value = tags->value[key];
        const char *service = tags->value[COR_OSM_SERVICE];
        if (value == NULL)
            continue;
        return key == COR_OSM_RAILWAY && service != NULL
                   ? cor_text_print(arena, "railway=%s with service=%s", value,
                                    service)
                   : cor_text_print(arena, "%s=%s", cor_osm_tag_names[key],
                                    value);
    }
    return "others";
}

static bool count_unused(struct cor_osm *osm, const struct cor_osm_tags *tags)
{
    const char *name = name_unused(tags, osm->arena);
    return name != NULL && count(&osm->unused, name, osm->arena);
}

/* A railway whose gauge is said, but not as one number. */
static bool count_gauge(struct cor_osm *osm,
                        const struct cor_osm_kind *kind,
                        const struct cor_osm_tags *tags)
{
    const char *gauge = tags->value[COR_OSM_GAUGE];
    return kind->mode != COR_OSM_RAIL || kind->gauge_mm != 0 || gauge == NULL ||
           count(&osm->gauge, gauge, osm->arena);
}

static bool same_point(struct cor_point a, struct cor_point b)
{
    return a.lon == b.lon && a.lat == b.lat;
}

/* Points in the direction of travel, none twice in a row. */
static struct cor_point *copy_points(uint32_t *out_n,
                                     const struct cor_point *point,
                                     size_t n,
                                     bool reversed,
                                     struct cor_arena *arena)
{
    struct cor_point *out = cor_arena_array(arena, struct cor_point, n);
    uint32_t kept = 0;
    for (size_t i = 0; out != NULL && i < n; i++) {
        const struct cor_point next = point[reversed ? n - 1 - i : i];
        if (cor_point_valid(next) &&
            (kept == 0 || !same_point(out[kept - 1], next)))
            out[kept++] = next;
    }
    *out_n = kept;
    return out;
}

static bool copy(const char **out, const char *text, struct cor_arena *arena)
{
    *out = text == NULL ? NULL : cor_text_copy(arena, cor_text_of(text));
    return text == NULL || *out != NULL;
}

static bool copy_texts(struct cor_osm_way *way,
                       const char *id,
                       const struct cor_osm_tags *tags,
                       struct cor_arena *arena)
{
    const char *name = tags->value[COR_OSM_NAME_EN];
    if (name == NULL)
        name = tags->value[COR_OSM_NAME];
    return copy(&way->id, id, arena) && copy(&way->name, name, arena) &&
           copy(&way->electrified, tags->value[COR_OSM_ELECTRIFIED], arena) &&
           copy(&way->usage, tags->value[COR_OSM_USAGE], arena);
}

bool cor_osm_add_way(struct cor_osm *osm,
                     const char *id,
                     const struct cor_osm_tags *tags,
                     const struct cor_point *point,
                     size_t n)
{
    struct cor_osm_way way = {0};
    bool reversed;
    if (!cor_osm_judge(&way.kind, &reversed, tags, osm->all))
        return count_unused(osm, tags);
    way.point = copy_points(&way.n, point, n, reversed, osm->arena);
    if (way.point == NULL || !count_gauge(osm, &way.kind, tags))
        return false;
    if (way.n < 2)
        return count(&osm->unused, "lines without length", osm->arena);
    struct cor_osm_way *grown = cor_arena_grow(osm->arena, osm->way, osm->n_way,
                                               &osm->way_capacity, sizeof way);
    if (grown == NULL || !copy_texts(&way, id, tags, osm->arena))
        return false;
    way.first = (uint32_t)osm->n_point;
    osm->n_point += way.n;
    osm->way = grown;
    osm->way[osm->n_way++] = way;
    return true;
}
