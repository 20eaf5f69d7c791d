/* corridor/sim/shortest.h -- shortest distances from one node to all. */
#ifndef COR_SIM_SHORTEST_H
#define COR_SIM_SHORTEST_H

#include <corridor/base/text.h>
#include <corridor/model/network.h>

/** Distances from one node; arrays owned by the arena they were made in. */
struct cor_shortest {
    const double *distance; /* [n_node] INFINITY: no way leads there */
    const uint32_t *arc_in; /* [n_node] the last arc of a shortest way, or
                                COR_NONE at the origin and where none leads */
};

/**
 * Find the shortest distance from a node to every node.
 *
 * out      untouched on failure; owned by `arena`
 * weight   [n_link] the same both ways, from 0; INFINITY closes a link
 * usable   [n_link] which links may be used; NULL: all
 * origin   below n_node
 * Errors   COR_BAD_INPUT: the origin, or a weight that is negative or NAN;
 *          COR_NO_MEMORY
 * Cost     O(n_arc log n_arc) time; 12 n_node bytes kept, 16 n_arc while it runs
 * Source   Dijkstra (1959), doi:10.1007/BF01386390; a 4-ary heap: Johnson
 *          (1975), doi:10.1016/0020-0190(75)90001-0
 */
COR_CHECKED enum cor_status cor_shortest_all(struct cor_shortest *out,
                                             const struct cor_network *network,
                                             const double *weight,
                                             const bool *usable,
                                             uint32_t origin,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

#endif
