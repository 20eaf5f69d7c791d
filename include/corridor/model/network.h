/* corridor/model/network.h -- which links meet at which places, as numbers.
 *
 * Places are nodes here, numbered from 0 like links. A link is travelled by one
 * or two arcs: arc 2 l runs from its first end to its second, arc 2 l + 1 back.
 * A one-way link has no arc back. Loops, parallel links, nodes without links
 * and no nodes at all are allowed.
 */
#ifndef COR_MODEL_NETWORK_H
#define COR_MODEL_NETWORK_H

#include <corridor/base/arena.h>
#include <corridor/base/error.h>

static inline uint32_t cor_arc_link(uint32_t arc)
{
    return arc / 2;
}

static inline bool cor_arc_is_back(uint32_t arc)
{
    return arc % 2 != 0;
}

/**
 * Arcs by the node at one of their ends (compressed sparse rows): those of node
 * v stand at first[v] to first[v + 1] - 1, in the order of their numbers.
 */
struct cor_star {
    const uint32_t *first; /* [n_node + 1] ascending */
    const uint32_t *node;  /* [n_arc] the node at the other end */
    const uint32_t *arc;   /* [n_arc] */
};

/** Links between nodes; never changes once it is built. */
struct cor_network {
    uint32_t n_node, n_link, n_arc;
    const uint32_t *from, *to; /* [n_link] */
    struct cor_star out;       /* arcs by the node they leave */
    struct cor_star in;        /* arcs by the node they enter */
};

/** The node that an arc leaves. */
static inline uint32_t cor_arc_tail(const struct cor_network *network,
                                    uint32_t arc)
{
    const uint32_t link = cor_arc_link(arc);
    return cor_arc_is_back(arc) ? network->to[link] : network->from[link];
}

/** The node that an arc enters. */
static inline uint32_t cor_arc_head(const struct cor_network *network,
                                    uint32_t arc)
{
    return cor_arc_tail(network, arc ^ 1u);
}

/**
 * Build a network from the ends of its links.
 *
 * out       untouched on failure; owned by `arena`
 * n_node    below 2^32 - 1
 * n_link    below 2^31
 * from, to  [n_link] below n_node; borrowed for as long as the network lives
 * one_way   [n_link], or NULL: every link has both arcs
 * Errors    COR_BAD_INPUT: a value outside its domain; COR_NO_MEMORY
 * Cost      O(n_node + n_link) time; about 8 n_node + 16 n_arc bytes
 */
COR_CHECKED enum cor_status cor_network_build(const struct cor_network **out,
                                              uint32_t n_node,
                                              uint32_t n_link,
                                              const uint32_t *from,
                                              const uint32_t *to,
                                              const bool *one_way,
                                              struct cor_arena *arena,
                                              struct cor_error *err);

/**
 * Arcs by the node they leave when direction does not count: both arcs of
 * every link, also of one that is one-way.
 *
 * out      untouched on failure; owned by `arena`
 * network  of its members only n_node, n_link, from and to are read
 * usable   [n_link] links that count, or NULL: all
 * Errors   COR_NO_MEMORY
 * Cost     O(n_node + n_link) time; 4 n_node + 16 n_link bytes
 */
COR_CHECKED enum cor_status
cor_network_undirected(struct cor_star *out,
                       const struct cor_network *network,
                       const bool *usable,
                       struct cor_arena *arena,
                       struct cor_error *err);

#endif
