/* geo/topojson.h -- reading TopoJSON: the bulk of numbers apart from the rest.
 *
 * Nearly all of a topology is the coordinates of its arcs. A tree of JSON values
 * for each of them takes four times as long to build as everything else takes
 * together, so arcs are read here, and jansson gets what remains of the text.
 */
#ifndef COR_GEO_TOPOJSON_H
#define COR_GEO_TOPOJSON_H

#include <corridor/geo/basemap.h>

#include <jansson.h>

/** Arcs in degrees. */
struct cor_topojson_arcs {
    uint32_t n_arc, n_point;
    struct cor_point *point; /* [n_point] */
    uint32_t *first;         /* [n_arc + 1] into `point` */
};

/**
 * The value of the outermost member `arcs`, from its first byte to the end of
 * the text; empty when there is no such member.
 */
struct cor_text cor_topojson_find_arcs(struct cor_text text);

/**
 * Read arcs as they are written, before the transform.
 *
 * out     owned by the arena
 * source  borrowed, for the place of what is wrong
 * value   of `source`, as found
 * end     set to the offset behind the value
 * Errors  COR_BAD_INPUT, COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_topojson_read_arcs(struct cor_topojson_arcs *out,
                       size_t *end,
                       const struct cor_source *source,
                       struct cor_text value,
                       struct cor_arena *arena,
                       struct cor_error *err);

/** A topology: what jansson read of it, and its arcs. */
struct cor_topojson {
    json_t *root; /* without the arcs; to be given to json_decref */
    struct cor_topojson_arcs arcs;
};

/**
 * Read a topology that has an object `countries`, and put its arcs in degrees.
 *
 * out     untouched on failure; the arcs are owned by the arena
 * Errors  COR_BAD_INPUT, COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_topojson_read(struct cor_topojson *out,
                                              const struct cor_source *source,
                                              struct cor_arena *arena,
                                              struct cor_error *err);

/** What the shapes of a layer must be. */
enum cor_topojson_shape { COR_TOPOJSON_AREAS, COR_TOPOJSON_LINES };

/**
 * Read an object of a topology as a layer.
 *
 * out     owned by the arena; empty when the topology has no such object
 * root    the topology without its arcs
 * n_arc   no arc that is named is this or above
 * source  for the name of the file
 * Errors  COR_BAD_INPUT, COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_topojson_read_layer(struct cor_basemap_layer *out,
                        const json_t *root,
                        const char *name,
                        enum cor_topojson_shape shape,
                        uint32_t n_arc,
                        const struct cor_source *source,
                        struct cor_arena *arena,
                        struct cor_error *err);

/** Read the table of labels; see cor_basemap_read. */
COR_CHECKED enum cor_status
cor_basemap_read_labels(struct cor_basemap_labels *out,
                        const struct cor_source *source,
                        struct cor_arena *arena,
                        struct cor_error *err);

#endif
