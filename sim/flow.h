/* sim/flow.h -- the most that can be sent between two nodes. */
#ifndef COR_SIM_FLOW_H
#define COR_SIM_FLOW_H

#include <corridor/model/network.h>

/** A network seen by what may still be sent along it. */
struct cor_flow {
    const struct cor_network *network; /* n_node, n_link, from, to are read */
    struct cor_star star;  /* both arcs of every link that is used */
    double *residual;      /* [2 n_link] what may still be sent along an arc: at
                         first its capacity, >= 0 and finite */
    uint32_t source, sink; /* not the same */
};

/**
 * Send as much as can be sent, by Dinic's algorithm.
 *
 * flow    its residuals are changed: what is sent along an arc is taken from
 *         its own and added to that of its way back
 * near    [n_node] set: whether the node can still be reached from the source;
 *         the links that leave these nodes are the minimum cut nearest to it
 * arena   for scratch; left as it was
 * Errors  COR_NO_MEMORY
 * Cost    O(n_node^2 n_link) at worst; O(n_link sqrt(n_link)) for capacities
 *         of 1
 * Source  Dinic (1970); Even and Tarjan (1975), doi:10.1137/0204043
 */
COR_CHECKED enum cor_status cor_flow_maximise(struct cor_flow *flow,
                                              bool *near,
                                              struct cor_arena *arena,
                                              struct cor_error *err);

/**
 * Take a flow of one on each link that carries apart into paths.
 *
 * first   [n_path + 1] into `link`, owned by `arena`
 * link    links along each path; shorter paths, by links, come first
 * flow    maximised, from residuals of 1 on both arcs of every link
 * n_path  the size of the flow
 * Returns false for want of memory in `scratch` or `arena`
 * Cost    O(n_node + n_link)
 */
bool cor_flow_unravel(const uint32_t **first,
                      const uint32_t **link,
                      const struct cor_flow *flow,
                      uint32_t n_path,
                      struct cor_arena *scratch,
                      struct cor_arena *arena);

#endif
