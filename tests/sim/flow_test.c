#include "sim/flow.h"

#include "tests/sim/graph_fixture.h"

#include <string.h>

/* A flow of one from 0 to 3 that, as flows may, runs in a circle on its way:
   0 1 2 1 3, and through 4 and back at 2. The circles come first in the order
   of links, so that they are walked before the way on. */
enum { N_NODE = 5, N_LINK = 6 };
static const uint32_t from[N_LINK] = {0, 1, 2, 4, 2, 1};
static const uint32_t to[N_LINK] = {1, 2, 4, 2, 1, 3};

static void carry(double *residual, uint32_t arc)
{
    residual[arc] = 0;
    residual[arc ^ 1u] = 2;
}

static struct cor_flow begin(struct graph *graph, uint32_t n_link)
{
    memcpy(graph->from, from, n_link * sizeof *from);
    memcpy(graph->to, to, n_link * sizeof *to);
    graph_build(graph);
    struct cor_flow flow = {
        .network = graph->network,
        .residual = cor_arena_array(&graph->arena, double, 2 * (size_t)n_link),
        .source = 0,
        .sink = 3,
    };
    for (uint32_t arc = 0; arc < 2 * n_link; arc++)
        flow.residual[arc] = 1;
    cr_assert_eq(cor_network_undirected(&flow.star, graph->network, NULL,
                                        &graph->arena, NULL),
                 COR_OK);
    return flow;
}

Test(flow, is_taken_apart_without_its_circles)
{
    struct graph graph = graph_begin(N_NODE, N_LINK);
    struct cor_flow flow = begin(&graph, N_LINK);
    for (uint32_t link = 0; link < N_LINK; link++)
        carry(flow.residual, 2 * link);
    const uint32_t *first, *link;
    cr_assert(
        cor_flow_unravel(&first, &link, &flow, 1, &graph.arena, &graph.arena));
    cr_expect_eq(first[1], 2);
    cr_expect_eq(link[0], 0);
    cr_expect_eq(link[1], 5);
    graph_finish(&graph);
}

/* Conservation and bounds, which the sum over the cut does not show. */
static void expect_flow(const struct cor_flow *flow,
                        const double *capacity,
                        double size,
                        uint32_t seed)
{
    double gain[16] = {0};
    for (uint32_t link = 0; link < flow->network->n_link; link++) {
        const double sent = capacity[link] - flow->residual[2 * link];
        cr_expect(sent <= capacity[link] && -sent <= capacity[link],
                  "seed %u: link %u", seed, link);
        gain[flow->network->from[link]] -= sent;
        gain[flow->network->to[link]] += sent;
    }
    for (uint32_t v = 0; v < flow->network->n_node; v++)
        cr_expect_eq(gain[v],
                     v == flow->source ? -size
                     : v == flow->sink ? size
                                       : 0,
                     "seed %u: node %u", seed, v);
}

static double
cut_size(const struct cor_flow *flow, const double *capacity, const bool *near)
{
    double size = 0;
    for (uint32_t link = 0; link < flow->network->n_link; link++)
        if (near[flow->network->from[link]] != near[flow->network->to[link]])
            size += capacity[link];
    return size;
}

static void expect_maximum(uint32_t seed)
{
    uint64_t state = seed;
    enum { NODES = 10, LINKS = 24 };
    struct graph graph = graph_random(state, NODES, LINKS);
    double capacity[LINKS], residual[2 * LINKS];
    bool near[NODES];
    struct cor_flow flow = {
        .network = graph.network, .residual = residual, .sink = NODES - 1};
    for (uint32_t link = 0; link < LINKS; link++)
        residual[2 * link] = residual[2 * link + 1] = capacity[link] =
            random_below(&state, 9);
    cr_assert_eq(cor_network_undirected(&flow.star, graph.network, NULL,
                                        &graph.arena, NULL),
                 COR_OK);
    const size_t used = graph.arena.used;
    cr_assert_eq(cor_flow_maximise(&flow, near, &graph.arena, NULL), COR_OK);
    cr_expect_eq(graph.arena.used, used, "seed %u: scratch is kept", seed);
    cr_expect(near[flow.source] && !near[flow.sink], "seed %u", seed);
    expect_flow(&flow, capacity, cut_size(&flow, capacity, near), seed);
    graph_finish(&graph);
}

Test(flow, is_conserved_bounded_and_as_large_as_its_cut)
{
    for (uint32_t seed = 0; seed < 500; seed++)
        expect_maximum(seed);
}
