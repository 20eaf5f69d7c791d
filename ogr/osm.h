/* ogr/osm.h -- a network made of OpenStreetMap's ways and nodes.
 *
 * Ways meet where they share a node. Readers that hand over lines have lost
 * whose nodes they were, but nodes that are shared have the same coordinates to
 * the last of OpenStreetMap's seven digits: so equal coordinates are one node.
 */
#ifndef OGR_OSM_H
#define OGR_OSM_H

#include <corridor/base/report.h>
#include <corridor/geo/point.h>

/* Tags that decide, in the order of cor_osm_tag_names. */
enum cor_osm_tag {
    COR_OSM_RAILWAY,
    COR_OSM_HIGHWAY,
    COR_OSM_ROUTE,
    COR_OSM_AMENITY,
    COR_OSM_CONSTRUCTION, /* what is being built, of railway=construction */
    COR_OSM_PROPOSED,
    COR_OSM_SERVICE,
    COR_OSM_USAGE,
    COR_OSM_STATION,
    COR_OSM_GAUGE,
    COR_OSM_ELECTRIFIED,
    COR_OSM_ONEWAY,
    COR_OSM_JUNCTION,
    COR_OSM_NAME,
    COR_OSM_NAME_EN,
    COR_OSM_INT_NAME,
    COR_OSM_N_TAG,
};
extern const char *const cor_osm_tag_names[COR_OSM_N_TAG];

/* The values of an object's tags; NULL where it has none. */
struct cor_osm_tags {
    const char *value[COR_OSM_N_TAG];
};

enum cor_osm_mode { COR_OSM_RAIL, COR_OSM_ROAD, COR_OSM_FERRY };

/* What a way is taken for. Ways of one kind that meet are one line. */
struct cor_osm_kind {
    enum cor_osm_mode mode;
    const char *status; /* as in tables; a literal */
    uint32_t gauge_mm;  /* 0: not said, or several */
    bool one_way;
};

struct cor_osm_way {
    const char *id, *name, *electrified,
        *usage; /* the last three may be NULL */
    struct cor_osm_kind kind;
    const struct cor_point *point; /* [n] no two alike in a row */
    uint32_t n;
    uint32_t first; /* the number of its first point among those of all ways */
};

/* A named node; NULL: nobody named it. */
struct cor_osm_stop {
    const char *id, *name, *local; /* `local` may be NULL */
    enum cor_osm_mode mode;        /* whose lines it belongs to */
    struct cor_point point;
};

/* How often something was met, in the order it was met first. */
struct cor_osm_count {
    struct cor_names name;
    size_t *n; /* [name.n] */
    size_t capacity;
};

/* What is gathered from a file; begin with cor_osm_begin. */
struct cor_osm {
    struct cor_arena *arena;
    bool all; /* also sidings, yards and minor roads */
    struct cor_osm_way *way;
    struct cor_osm_stop *stop;
    size_t n_way, way_capacity, n_stop, stop_capacity, n_point;
    struct cor_osm_count unused, gauge; /* ways by tag; gauges not understood */
};

/* A place of the network. */
struct cor_osm_node {
    const struct cor_osm_stop *stop; /* NULL: lines only meet or end here */
    struct cor_point point;
    uint32_t degree; /* ends of lines that meet here */
};

/* A line between two nodes along one or more ways. */
struct cor_osm_link {
    const struct cor_osm_way *way; /* the first */
    uint32_t part;                 /* which link of that way it is, from 0 */
    uint32_t from, to;             /* nodes */
    const char *name, *electrified, *usage; /* NULL where ways differ */
    const struct cor_point *point;          /* [n] */
    uint32_t n;
};

struct cor_osm_network {
    struct cor_osm_node *node;
    struct cor_osm_link *link;
    uint32_t n_node, n_link;
    size_t n_loop;  /* lines left out: they end where they begin */
    size_t n_moved; /* stops set on the line beside them */
    double most_moved_m;
    size_t n_far;  /* stops left out: no line is near */
    size_t n_same; /* stops left out: another one is at the same node */
};

/* Begin without anything; `arena` is borrowed and owns all that follows. */
void cor_osm_begin(struct cor_osm *osm, struct cor_arena *arena, bool all);

/* Whether a way with such tags is used, and as what; `reversed` tells that its
   points run against the direction that may be travelled. */
bool cor_osm_judge(struct cor_osm_kind *out,
                   bool *reversed,
                   const struct cor_osm_tags *tags,
                   bool all);

/* Take a way if it is used, else count it. All is copied; false for want of
   memory. */
COR_CHECKED bool cor_osm_add_way(struct cor_osm *osm,
                                 const char *id,
                                 const struct cor_osm_tags *tags,
                                 const struct cor_point *point,
                                 size_t n);

/* Take a station or ferry terminal with a name; anything else is passed over.
   False for want of memory. */
COR_CHECKED bool cor_osm_add_stop(struct cor_osm *osm,
                                  const char *id,
                                  const struct cor_osm_tags *tags,
                                  struct cor_point point);

/**
 * Split ways where they meet and at stops, and join them where nothing does.
 *
 * Cost  O(n log n) for n points
 */
COR_CHECKED enum cor_status cor_osm_connect(struct cor_osm_network *out,
                                            const struct cor_osm *osm,
                                            struct cor_error *err);

#endif
