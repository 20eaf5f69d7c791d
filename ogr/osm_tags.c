/* What OpenStreetMap's tags mean here. Source: wiki.openstreetmap.org, pages
   Key:railway, Key:highway, Key:gauge, Key:oneway, Tag:route=ferry. */
#include "ogr/osm.h"

#include <string.h>

const char *const cor_osm_tag_names[COR_OSM_N_TAG] = {
    "railway",  "highway", "route",   "amenity",  "construction", "proposed",
    "service",  "usage",   "station", "gauge",    "electrified",  "oneway",
    "junction", "name",    "name:en", "int_name",
};

static const char *const rails[] = {"rail", "narrow_gauge", NULL};
static const char *const side_uses[] = {"industrial", "military", "tourism",
                                        "test", NULL};
static const char *const main_roads[] = {
    "motorway", "motorway_link", "trunk", "trunk_link",
    "primary",  "primary_link",  NULL};
static const char *const minor_roads[] = {"secondary", "secondary_link",
                                          "tertiary", "tertiary_link", NULL};
static const char *const yes[] = {"yes", "true", "1", NULL};
static const char *const city_trains[] = {"subway",    "light_rail", "monorail",
                                          "funicular", "miniature",  NULL};

static bool is_among(const char *value, const char *const *list)
{
    for (; value != NULL && *list != NULL; list++)
        if (strcmp(value, *list) == 0)
            return true;
    return false;
}

static bool is(const char *value, const char *wanted)
{
    return value != NULL && strcmp(value, wanted) == 0;
}

/* What is, or is to be, there; and since when. */
static const char *look_through(const char **status,
                                const struct cor_osm_tags *tags,
                                enum cor_osm_tag key)
{
    const char *value = tags->value[key];
    *status = "open";
    if (is(value, "construction")) {
        *status = "construction";
        return tags->value[COR_OSM_CONSTRUCTION];
    }
    if (is(value, "proposed")) {
        *status = "planned";
        return tags->value[COR_OSM_PROPOSED];
    }
    return value;
}

/* Millimetres if it is one plain number, else 0. */
static uint32_t read_gauge(const char *text)
{
    enum { MOST_DIGITS = 4 };
    uint32_t gauge_mm = 0;
    size_t n = 0;
    for (; text != NULL && text[n] >= '0' && text[n] <= '9'; n++)
        if (n < MOST_DIGITS)
            gauge_mm = gauge_mm * 10 + (uint32_t)(text[n] - '0');
    return n == 0 || n > MOST_DIGITS || text[n] != '\0' ? 0 : gauge_mm;
}

static bool
judge_rail(struct cor_osm_kind *out, const struct cor_osm_tags *tags, bool all)
{
    const char *status;
    if (!is_among(look_through(&status, tags, COR_OSM_RAILWAY), rails))
        return false;
    if (!all && (tags->value[COR_OSM_SERVICE] != NULL ||
                 is_among(tags->value[COR_OSM_USAGE], side_uses)))
        return false;
    *out = (struct cor_osm_kind){COR_OSM_RAIL, status,
                                 read_gauge(tags->value[COR_OSM_GAUGE]), false};
    return true;
}

/* Motorways and roundabouts are one-way unless they say otherwise. */
static bool is_one_way(const struct cor_osm_tags *tags, const char *road)
{
    const char *said = tags->value[COR_OSM_ONEWAY];
    if (said != NULL)
        return is_among(said, yes) || is(said, "-1");
    return is(road, "motorway") ||
           is(tags->value[COR_OSM_JUNCTION], "roundabout");
}

static bool judge_road(struct cor_osm_kind *out,
                       bool *reversed,
                       const struct cor_osm_tags *tags,
                       bool all)
{
    const char *status;
    const char *road = look_through(&status, tags, COR_OSM_HIGHWAY);
    if (!is_among(road, main_roads) && !(all && is_among(road, minor_roads)))
        return false;
    *out =
        (struct cor_osm_kind){COR_OSM_ROAD, status, 0, is_one_way(tags, road)};
    *reversed = is(tags->value[COR_OSM_ONEWAY], "-1");
    return true;
}

bool cor_osm_judge(struct cor_osm_kind *out,
                   bool *reversed,
                   const struct cor_osm_tags *tags,
                   bool all)
{
    *reversed = false;
    if (judge_rail(out, tags, all) || judge_road(out, reversed, tags, all))
        return true;
    if (!is(tags->value[COR_OSM_ROUTE], "ferry"))
        return false;
    *out = (struct cor_osm_kind){COR_OSM_FERRY, "open", 0, false};
    return true;
}

static bool is_plain(const char *text)
{
    while (*text > 0)
        text++;
    return *text == '\0';
}

/* The English name where there is one; else what stands there. */
static bool name_stop(struct cor_osm_stop *out, const struct cor_osm_tags *tags)
{
    const char *local = tags->value[COR_OSM_NAME];
    const char *name = tags->value[COR_OSM_NAME_EN];
    if (name == NULL)
        name = tags->value[COR_OSM_INT_NAME];
    if (name == NULL)
        name = local;
    if (name == NULL || *name == '\0')
        return false;
    out->name = name;
    out->local =
        local != NULL && !is_plain(local) && local != name ? local : NULL;
    return true;
}

static bool copy(const char **text, struct cor_arena *arena)
{
    if (*text != NULL)
        *text = cor_text_copy(arena, cor_text_of(*text));
    return *text != NULL;
}

static bool keep_stop(struct cor_osm *osm, struct cor_osm_stop stop)
{
    struct cor_osm_stop *grown = cor_arena_grow(
        osm->arena, osm->stop, osm->n_stop, &osm->stop_capacity, sizeof stop);
    if (grown == NULL || !copy(&stop.id, osm->arena) ||
        !copy(&stop.name, osm->arena) ||
        (stop.local != NULL && !copy(&stop.local, osm->arena)))
        return false;
    osm->stop = grown;
    osm->stop[osm->n_stop++] = stop;
    return true;
}

bool cor_osm_add_stop(struct cor_osm *osm,
                      const char *id,
                      const struct cor_osm_tags *tags,
                      struct cor_point point)
{
    const char *railway = tags->value[COR_OSM_RAILWAY];
    struct cor_osm_stop stop = {.id = id, .mode = COR_OSM_RAIL, .point = point};
    if (is(tags->value[COR_OSM_AMENITY], "ferry_terminal"))
        stop.mode = COR_OSM_FERRY;
    else if (!(is(railway, "station") || (osm->all && is(railway, "halt"))) ||
             is_among(tags->value[COR_OSM_STATION], city_trains))
        return true;
    return !name_stop(&stop, tags) || keep_stop(osm, stop);
}
