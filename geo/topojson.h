/* geo/topojson.h -- reading TopoJSON: its arcs, and the layers made of them.
 *
 * Nearly all of a topology is the coordinates of its arcs. They are read as they
 * come; the rest is checked in passing and then looked through in place.
 */
#ifndef COR_GEO_TOPOJSON_H
#define COR_GEO_TOPOJSON_H

#include "geo/json.h"

#include <corridor/geo/basemap.h>

/** Arcs in degrees. */
struct cor_topojson_arcs {
    uint32_t n_arc, n_point;
    struct cor_point *point; /* [n_point] */
    uint32_t *first;         /* [n_arc + 1] into `point` */
};

/**
 * Read arcs as they are written, before the transform.
 *
 * out     owned by the arena
 * json    where the arcs begin; set behind them
 * source  borrowed, for the place of what is wrong
 * Errors  COR_BAD_INPUT, COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_topojson_read_arcs(struct cor_topojson_arcs *out,
                       struct cor_json *json,
                       const struct cor_source *source,
                       struct cor_arena *arena,
                       struct cor_error *err);

/** A topology: its arcs, and the text of what else it has. */
struct cor_topojson {
    struct cor_topojson_arcs arcs;
    struct cor_text credit, objects; /* of the source */
};

/**
 * Read a topology that has an object `countries`, and put its arcs in degrees.
 *
 * out     untouched on failure; the arcs are owned by the arena, the rest is
 *         borrowed from the source
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
 * objects all of them
 * n_arc   no arc that is named is this or above
 * source  for the name of the file
 * Errors  COR_BAD_INPUT, COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_topojson_read_layer(struct cor_basemap_layer *out,
                        struct cor_text objects,
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
