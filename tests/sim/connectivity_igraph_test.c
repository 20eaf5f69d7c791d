/* The same questions to igraph, on graphs too large for brute force. */
#include <corridor/sim/connectivity.h>

#include "tests/sim/graph_fixture.h"

#include <igraph/igraph.h>
#include <math.h>

enum { N_NODE = 3000, N_GRAPH = 6, N_PAIR = 8 };

/* Sparse graphs have bridges and parts, dense ones large flows. */
static struct graph make(uint32_t seed)
{
    return graph_random(seed, N_NODE, N_NODE / 2 * (seed + 1));
}

static igraph_t copy(const struct graph *graph, bool directed)
{
    igraph_vector_int_t end;
    igraph_vector_int_init(&end, 0);
    for (uint32_t link = 0; link < graph->n_link; link++) {
        if (!graph->usable[link])
            continue;
        igraph_vector_int_push_back(&end, graph->from[link]);
        igraph_vector_int_push_back(&end, graph->to[link]);
        if (directed && !graph->one_way[link]) {
            igraph_vector_int_push_back(&end, graph->to[link]);
            igraph_vector_int_push_back(&end, graph->from[link]);
        }
    }
    igraph_t made;
    igraph_create(&made, &end, graph->n_node, directed);
    igraph_vector_int_destroy(&end);
    return made;
}

/* Labels differ, parts do not: each label of one goes with one of the other. */
static void expect_labels(const igraph_t *theirs,
                          igraph_connectedness_t kind,
                          uint32_t n,
                          const uint32_t *label,
                          uint32_t seed)
{
    static uint32_t match[N_NODE];
    igraph_vector_int_t part;
    igraph_integer_t n_part;
    igraph_vector_int_init(&part, 0);
    igraph_connected_components(theirs, &part, NULL, &n_part, kind);
    cr_assert_eq(n, n_part, "seed %u: parts", seed);
    for (uint32_t i = 0; i < n; i++)
        match[i] = UINT32_MAX;
    for (uint32_t v = 0; v < N_NODE; v++) {
        uint32_t *known = &match[VECTOR(part)[v]];
        cr_expect(*known == UINT32_MAX || *known == label[v],
                  "seed %u: node %u", seed, v);
        *known = label[v];
    }
    igraph_vector_int_destroy(&part);
}

/* igraph numbers the links in use from 0. */
static uint32_t *number_links(struct graph *graph)
{
    uint32_t *number = cor_arena_array(&graph->arena, uint32_t, graph->n_link);
    uint32_t n = 0;
    for (uint32_t link = 0; link < graph->n_link; link++)
        number[link] = graph->usable[link] ? n++ : UINT32_MAX;
    return number;
}

static void expect_bridges(const igraph_t *theirs,
                           struct graph *graph,
                           const struct cor_connectivity *found,
                           uint32_t seed)
{
    const uint32_t *number = number_links(graph);
    igraph_vector_int_t bridge;
    igraph_vector_int_init(&bridge, 0);
    igraph_bridges(theirs, &bridge);
    igraph_vector_int_sort(&bridge);
    cr_assert_eq(found->n_bridge, igraph_vector_int_size(&bridge),
                 "seed %u: %u bridges", seed, found->n_bridge);
    for (uint32_t i = 0; i < found->n_bridge; i++)
        cr_expect_eq(number[found->bridge[i]], VECTOR(bridge)[i], "seed %u",
                     seed);
    igraph_vector_int_destroy(&bridge);
}

static void expect_cut_nodes(const igraph_t *theirs,
                             const struct cor_connectivity *found,
                             uint32_t seed)
{
    igraph_vector_int_t node;
    igraph_vector_int_init(&node, 0);
    igraph_articulation_points(theirs, &node);
    igraph_vector_int_sort(&node);
    cr_assert_eq(found->n_cut_node, igraph_vector_int_size(&node),
                 "seed %u: %u cut nodes", seed, found->n_cut_node);
    for (uint32_t i = 0; i < found->n_cut_node; i++)
        cr_expect_eq(found->cut_node[i], VECTOR(node)[i], "seed %u", seed);
    igraph_vector_int_destroy(&node);
}

Test(connectivity_igraph, agrees_on_parts_bridges_and_cut_nodes)
{
    for (uint32_t seed = 0; seed < N_GRAPH; seed++) {
        struct graph graph = make(seed);
        struct cor_connectivity found;
        cr_assert_eq(cor_connectivity_find(&found, graph.network, graph.usable,
                                           &graph.arena, NULL),
                     COR_OK);
        igraph_t edges = copy(&graph, false), arcs = copy(&graph, true);
        expect_labels(&edges, IGRAPH_WEAK, found.n_component, found.component,
                      seed);
        expect_labels(&arcs, IGRAPH_STRONG, found.n_strong, found.strong, seed);
        expect_bridges(&edges, &graph, &found, seed);
        expect_cut_nodes(&edges, &found, seed);
        igraph_destroy(&edges);
        igraph_destroy(&arcs);
        graph_finish(&graph);
    }
}

static struct cor_scenario give_capacities(struct graph *graph, uint64_t seed)
{
    double *capacity = cor_arena_array(&graph->arena, double, graph->n_link);
    uint8_t *dimension = cor_arena_array(&graph->arena, uint8_t, graph->n_link);
    for (uint32_t link = 0; link < graph->n_link; link++) {
        capacity[link] = random_below(&seed, 1000);
        dimension[link] = COR_DIM_TEU_FLOW;
    }
    return (struct cor_scenario){
        .network = graph->network,
        .links = {.n = graph->n_link,
                  .capacity = capacity,
                  .capacity_dimension = dimension},
    };
}

static igraph_vector_t copy_capacities(const struct graph *graph,
                                       const double *capacity)
{
    igraph_vector_t copied;
    igraph_vector_init(&copied, 0);
    for (uint32_t link = 0; link < graph->n_link; link++)
        if (graph->usable[link])
            igraph_vector_push_back(&copied, capacity[link]);
    return copied;
}

static void expect_pair(const igraph_t *theirs,
                        const igraph_vector_t *capacity,
                        const struct cor_pair *pair,
                        uint32_t seed)
{
    igraph_real_t flow;
    igraph_integer_t n_edge, n_vertex;
    igraph_maxflow_value(theirs, &flow, pair->from, pair->to, capacity, NULL);
    igraph_edge_disjoint_paths(theirs, &n_edge, pair->from, pair->to);
    igraph_vertex_disjoint_paths(theirs, &n_vertex, pair->from, pair->to);
    cr_expect_eq(pair->max_flow, flow, "seed %u: flow", seed);
    cr_expect_eq(pair->n_path, n_edge, "seed %u: paths", seed);
    cr_expect_eq(pair->n_node_disjoint, n_vertex, "seed %u: node-disjoint",
                 seed);
}

Test(connectivity_igraph, agrees_on_flows_and_disjoint_paths)
{
    for (uint32_t seed = 1; seed < N_GRAPH; seed++) {
        struct graph graph = make(seed);
        const struct cor_scenario scenario = give_capacities(&graph, seed);
        igraph_vector_t capacity =
            copy_capacities(&graph, scenario.links.capacity);
        igraph_t edges = copy(&graph, false);
        for (uint32_t i = 0; i < N_PAIR; i++) {
            struct cor_pair pair;
            cr_assert_eq(cor_pair_find(&pair, &scenario, graph.usable, i,
                                       N_NODE / 2 + i, &graph.arena, NULL),
                         COR_OK);
            expect_pair(&edges, &capacity, &pair, seed);
        }
        igraph_destroy(&edges);
        igraph_vector_destroy(&capacity);
        graph_finish(&graph);
    }
}
