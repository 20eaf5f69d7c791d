/* corridor/sim/connectivity.h -- what hangs together, and by how much.
 *
 * An edge is a link, travelled either way here unless direction is named;
 * parallel links are edges of their own, loops join nothing, and a node
 * without links is a component. Which links count is a mask over all of them.
 */
#ifndef COR_SIM_CONNECTIVITY_H
#define COR_SIM_CONNECTIVITY_H

#include <corridor/model/scenario.h>

/**
 * Mark the links that may be used: open at the scenario's date and of one of
 * the modes asked for.
 *
 * out     [n_link] owned by `arena`
 * mode    [n_mode] into the scenario's modes; none: every mode
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_connectivity_links(const bool **out,
                       const struct cor_scenario *scenario,
                       uint32_t n_mode,
                       const uint32_t *mode,
                       struct cor_arena *arena,
                       struct cor_error *err);

/** How a whole network hangs together. */
struct cor_connectivity {
    uint32_t n_node, n_link; /* all nodes; the links that are used */
    uint32_t n_component, n_strong, n_bridge, n_cut_node;
    const uint32_t *component;      /* [n_node] below n_component, numbered in
                                       the order of their first nodes */
    const uint32_t *component_size; /* [n_component] nodes in each */
    const uint32_t *strong;         /* [n_node] below n_strong, likewise; who
                                       shares one can reach each other along
                                       the direction of links */
    const uint32_t *bridge;   /* [n_bridge] ascending; without one of these
                                 links there is a component more */
    const uint32_t *cut_node; /* [n_cut_node] ascending; without one of these
                                 nodes the rest of its component falls apart */
};

/**
 * Find components, strong components, bridges and cut nodes.
 *
 * out     untouched on failure; its arrays are owned by `arena`
 * usable  [n_link] or NULL: every link
 * Errors  COR_NO_MEMORY
 * Cost    O(n_node + n_link), no recursion
 * Source  Tarjan (1972), doi:10.1137/0201010; Hopcroft and Tarjan (1973),
 *         doi:10.1145/362248.362272
 */
COR_CHECKED enum cor_status
cor_connectivity_find(struct cor_connectivity *out,
                      const struct cor_network *network,
                      const bool *usable,
                      struct cor_arena *arena,
                      struct cor_error *err);

/**
 * Put bridges and cut nodes in the order of their ids instead: so the order of
 * rows in tables is nothing to the answer.
 *
 * connectivity  of all the scenario's links or some; its new lists are owned by
 *               `arena`
 * Errors        COR_NO_MEMORY
 * Cost          O(n log n) for n of them
 */
COR_CHECKED enum cor_status
cor_connectivity_sort(struct cor_connectivity *connectivity,
                      const struct cor_scenario *scenario,
                      struct cor_arena *arena,
                      struct cor_error *err);

/** How well two nodes hang together. Without a path all is 0 and empty. */
struct cor_pair {
    uint32_t from, to;
    uint32_t n_path;            /* paths that share no link: as many as there
                                   can be */
    uint32_t n_node_disjoint;   /* paths that share no node but their ends: as
                                   many as there can be; every direct link is
                                   one of them */
    const uint32_t *first_link; /* [n_path + 1] into `path_link`; shorter paths
                                   (by links) come first */
    const uint32_t *path_link;  /* links along each path, in order */
    double max_flow;            /* capacity of the links in `cut` */
    const char *unit;           /* of `max_flow`; "links" when they are counted
                                   because capacities are missing or mixed */
    uint32_t n_capacity;        /* usable links that state a capacity */
    uint32_t n_cut;
    const uint32_t
        *cut; /* [n_cut] in the order of their ids, if links have some;
                            the links nearest to `from` whose loss parts the two
                            at the least capacity */
};

/**
 * Find disjoint paths, maximum flow and minimum cut between two places.
 *
 * out       untouched on failure; its arrays are owned by `arena`
 * usable    [n_link] or NULL: every link
 * from, to  places, not the same
 * Errors    COR_BAD_INPUT: the same place twice, or no place; COR_NO_MEMORY
 * Cost      O(n_link sqrt(n_link)) for disjoint paths; O(n_node^2 n_link) for
 *           flows at worst, near O(n_link) on transport networks
 * Source    Menger's theorem; Dinic's algorithm as in Ahuja, Magnanti and Orlin
 *           (1993), Network Flows, 7.5 and 8.2
 */
COR_CHECKED enum cor_status cor_pair_find(struct cor_pair *out,
                                          const struct cor_scenario *scenario,
                                          const bool *usable,
                                          uint32_t from,
                                          uint32_t to,
                                          struct cor_arena *arena,
                                          struct cor_error *err);

#endif
