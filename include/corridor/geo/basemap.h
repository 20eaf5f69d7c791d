/* corridor/geo/basemap.h -- land by country, lakes, rivers, disputed lines.
 *
 * Shapes are made of arcs that they share, as in TopoJSON: what an arc
 * separates says what it is, so that fills never disagree with borders. Paint
 * the sea first, land over it, lakes last: the Caspian is a hole in the land.
 */
#ifndef COR_GEO_BASEMAP_H
#define COR_GEO_BASEMAP_H

#include <corridor/base/report.h>
#include <corridor/geo/point.h>

/** What an arc is to those who draw lines. */
enum cor_arc_kind {
    COR_ARC_OTHER,   /* of a lake or a river, inside a country, or where the
                        map is cut at 180 degrees */
    COR_ARC_COAST,   /* bounds one country */
    COR_ARC_BORDER,  /* bounds two */
    COR_ARC_DISPUTED /* contested, whether it bounds countries or not */
};

/**
 * Shapes, each of parts: the polygons of a country or a lake, the lines of a
 * river. A polygon is of chains, its outer ring and then its holes; a line is
 * of one chain. A chain is of arcs, end to end: ~i stands for arc i walked
 * backwards. Chains may cross 180 degrees from one point to the next.
 */
struct cor_basemap_layer {
    uint32_t n, n_part, n_chain, n_ref;
    const char *const *name;     /* [n] as the map says it; "" */
    const char *const *code;     /* [n] of a country: ISO 3166-1 alpha-2; of a
                                    disputed line: its class; "" */
    const uint8_t *rank;         /* [n] 0 for the greatest; 0 if unknown */
    const uint32_t *part_first;  /* [n + 1] */
    const uint32_t *chain_first; /* [n_part + 1] */
    const uint32_t *ref_first;   /* [n_chain + 1] */
    const int32_t *ref;          /* [n_ref] arcs, each below n_arc */
};

enum cor_label_kind {
    COR_LABEL_COUNTRY,
    COR_LABEL_SEA,
    COR_LABEL_LAKE,
    COR_LABEL_RIVER,
    COR_LABEL_PLACE, /* not written for itself: what other languages call a
                        place of a network whose English name is its id */
    COR_LABEL_LINE   /* the same of links */
};

/** Names to write on the map. */
struct cor_basemap_labels {
    uint32_t n, n_language;
    const char *const *language;     /* [n_language] "en", "ru", ... */
    const enum cor_label_kind *kind; /* [n] */
    const char *const *id;           /* [n] of a country: alpha-2; of a
                                        place or line: its English name */
    const struct cor_point *at;      /* [n] a good place for it; of a place 0 */
    const uint8_t *rank;             /* [n] 1 for the greatest; of a place 0 */
    const char *const *name;         /* [n * n_language], a label's names side
                                        by side; "" where there is none */
};

/** A base map; immutable. */
struct cor_basemap {
    const char *credit; /* whom to thank on maps; "" */
    uint32_t n_point, n_arc;
    const struct cor_point *point;     /* [n_point] of all arcs, in order */
    const uint32_t *arc_first;         /* [n_arc + 1] into `point` */
    const enum cor_arc_kind *arc_kind; /* [n_arc] */
    struct cor_basemap_layer country, lake, river, disputed;
    struct cor_basemap_labels label;
};

/** The largest topology read, in bytes. */
#define COR_BASEMAP_LIMIT ((size_t)64 << 20)

/**
 * Read a base map from TopoJSON, quantised or not, in degrees.
 *
 * It must have an object `countries` of polygons; `lakes` of polygons, `rivers`
 * and `disputed` of lines may be missing. Of properties are read `iso` or
 * `ISO_A2`, `name`, `rank` or `scalerank`, `class`; all may be missing.
 *
 * out       owned by the arena, borrows nothing
 * topology  borrowed for the call
 * labels    a table with the columns kind, id, lon, lat, rank and name_en,
 *           name_ru and so on; places leave lon, lat and rank empty. NULL: no
 *           labels
 * Errors    COR_BAD_INPUT, with the place; COR_NO_MEMORY
 * Cost      O(bytes)
 * Source    https://github.com/topojson/topojson-specification
 */
COR_CHECKED enum cor_status cor_basemap_read(const struct cor_basemap **out,
                                             const struct cor_source *topology,
                                             const struct cor_source *labels,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

/**
 * Read the files of a base map; see cor_basemap_read.
 *
 * labels_path  NULL: no labels
 * Errors       those of cor_basemap_read and cor_file_read
 */
COR_CHECKED enum cor_status cor_basemap_load(const struct cor_basemap **out,
                                             const char *topology_path,
                                             const char *labels_path,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

/** The most points a chain can have; the points where arcs meet count twice. */
uint32_t cor_basemap_chain_bound(const struct cor_basemap *map,
                                 const struct cor_basemap_layer *layer,
                                 uint32_t chain);

/**
 * Write the points of a chain, once each where arcs meet; a ring ends where it
 * begins.
 *
 * out      room for cor_basemap_chain_bound points
 * Returns  how many
 */
uint32_t cor_basemap_chain_points(struct cor_point *out,
                                  const struct cor_basemap *map,
                                  const struct cor_basemap_layer *layer,
                                  uint32_t chain);

#endif
