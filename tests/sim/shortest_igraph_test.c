/* The same distances by igraph, on graphs too large for brute force. */
#include <corridor/sim/shortest.h>

#include "tests/sim/graph_fixture.h"

#include <igraph/igraph.h>
#include <math.h>

enum { N_NODE = 4000, N_GRAPH = 6 };

struct copy {
    igraph_t graph;
    igraph_vector_t weight;
};

static void add(igraph_vector_int_t *end,
                igraph_vector_t *weights,
                uint32_t from,
                uint32_t to,
                double weight)
{
    igraph_vector_int_push_back(end, from);
    igraph_vector_int_push_back(end, to);
    igraph_vector_push_back(weights, weight);
}

static struct copy copy_of(const struct graph *graph, const double *weight)
{
    struct copy copy;
    igraph_vector_int_t end;
    igraph_vector_int_init(&end, 0);
    igraph_vector_init(&copy.weight, 0);
    for (uint32_t link = 0; link < graph->n_link; link++) {
        if (!graph->usable[link])
            continue;
        add(&end, &copy.weight, graph->from[link], graph->to[link],
            weight[link]);
        if (!graph->one_way[link])
            add(&end, &copy.weight, graph->to[link], graph->from[link],
                weight[link]);
    }
    igraph_create(&copy.graph, &end, graph->n_node, true);
    igraph_vector_int_destroy(&end);
    return copy;
}

static void expect_agreement(uint32_t seed)
{
    uint64_t state = seed;
    struct graph graph = graph_random(seed, N_NODE, N_NODE * (seed + 1));
    double *weight = cor_arena_array(&graph.arena, double, graph.n_link);
    for (uint32_t link = 0; link < graph.n_link; link++)
        weight[link] = random_below(&state, 100000) / 64.0;
    struct cor_shortest got;
    cr_assert_eq(cor_shortest_all(&got, graph.network, weight, graph.usable, 7,
                                  &graph.arena, NULL),
                 COR_OK);
    struct copy copy = copy_of(&graph, weight);
    igraph_matrix_t want;
    igraph_matrix_init(&want, 0, 0);
    igraph_distances_dijkstra(&copy.graph, &want, igraph_vss_1(7),
                              igraph_vss_all(), &copy.weight, IGRAPH_OUT);
    for (uint32_t node = 0; node < N_NODE; node++)
        cr_assert_eq(got.distance[node], MATRIX(want, 0, node),
                     "seed %u, node %u: sums of 64ths are exact", seed, node);
    igraph_matrix_destroy(&want);
    igraph_vector_destroy(&copy.weight);
    igraph_destroy(&copy.graph);
    graph_finish(&graph);
}

Test(shortest_igraph, finds_the_same_distances)
{
    for (uint32_t seed = 0; seed < N_GRAPH; seed++)
        expect_agreement(seed);
}
