/* ogr/osm_graph.h -- where ways meet, on the way to a network. */
#ifndef OGR_OSM_GRAPH_H
#define OGR_OSM_GRAPH_H

#include "ogr/osm.h"

/* Part of a way between two of its points that are cut at. */
struct cor_osm_piece {
    uint32_t way, first, last; /* points of the way, both included */
};

/* Every distinct point of the ways is a vertex, numbered in the order of
   `key`. An end is 2 w at the first and 2 w + 1 at the last point of way or
   piece w. */
struct cor_osm_graph {
    const struct cor_osm *osm;
    struct cor_arena *arena;
    uint32_t n_point, n_vertex, n_piece;
    uint32_t *vertex;        /* [n_point] of every point of every way */
    uint64_t *key;           /* [n_vertex] ascending */
    struct cor_point *where; /* [n_vertex] */
    uint32_t *degree;        /* [n_vertex] lines that leave it */
    uint8_t *modes;          /* [n_vertex] a bit for every mode */
    uint32_t (*end)[2]; /* [n_vertex] the last two ends there, or COR_NONE */
    uint32_t *stop;     /* [n_vertex] or COR_NONE */
    bool *cut;          /* [n_vertex] lines end there */
    struct cor_osm_piece *piece; /* [n_piece] */
};

/* Number the vertices. */
COR_CHECKED bool cor_osm_number(struct cor_osm_graph *graph);

/* Set stops on vertices, and count in `out` how that went. */
void cor_osm_place_stops(struct cor_osm_network *out,
                         struct cor_osm_graph *graph);

/* Follow pieces from cut to cut. */
COR_CHECKED bool cor_osm_follow(struct cor_osm_network *out,
                                struct cor_osm_graph *graph);

#endif
