#include <corridor/sim/shortest.h>

#include "tests/sim/graph_fixture.h"

#include <math.h>

Test(shortest, goes_over_loops_parallels_and_nothing)
{
    struct graph graph = graph_begin(5, 6);
    const uint32_t from[] = {0, 0, 0, 1, 2, 3}, to[] = {0, 1, 1, 2, 0, 4};
    const double weight[] = {1, 7, 2, 0, 9, 1};
    for (uint32_t link = 0; link < graph.n_link; link++) {
        graph.from[link] = from[link];
        graph.to[link] = to[link];
    }
    graph.one_way[3] = true;
    graph_build(&graph);
    struct cor_shortest got;
    cr_assert_eq(cor_shortest_all(&got, graph.network, weight, NULL, 0,
                                  &graph.arena, NULL),
                 COR_OK);
    const double distance[] = {0, 2, 2, INFINITY, INFINITY};
    const uint32_t arc_in[] = {COR_NONE, 4, 6, COR_NONE, COR_NONE};
    for (uint32_t node = 0; node < graph.n_node; node++) {
        cr_expect_eq(got.distance[node], distance[node], "node %u", node);
        cr_expect_eq(got.arc_in[node], arc_in[node], "node %u", node);
    }
    graph.usable[2] = false;
    cr_assert_eq(cor_shortest_all(&got, graph.network, weight, graph.usable, 0,
                                  &graph.arena, NULL),
                 COR_OK);
    cr_expect_eq(got.distance[1], 7);
    graph_finish(&graph);
}

Test(shortest, refuses_what_is_no_weight_or_node)
{
    struct graph graph = graph_chain(3);
    struct cor_shortest got = {0};
    struct cor_error err = {0};
    const double below[] = {1, -1}, none[] = {1, NAN}, good[] = {1, 1};
    cr_expect_eq(cor_shortest_all(&got, graph.network, below, NULL, 0,
                                  &graph.arena, &err),
                 COR_BAD_INPUT);
    cr_expect_str_eq(err.text, "the weight of link 1 is below 0 or no number");
    cr_expect_eq(cor_shortest_all(&got, graph.network, none, NULL, 0,
                                  &graph.arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_eq(cor_shortest_all(&got, graph.network, good, NULL, 3,
                                  &graph.arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_null(got.distance);
    graph_finish(&graph);
}

/* Bellman and Ford: every arc again and again, until nothing is shorter. */
static void
relax_all(double *distance, const struct graph *graph, const double *weight)
{
    for (bool news = true; news;) {
        news = false;
        for (uint32_t arc = 0; arc < 2 * graph->n_link; arc++) {
            const uint32_t link = cor_arc_link(arc);
            if (!graph->usable[link] ||
                (cor_arc_is_back(arc) && graph->one_way[link]))
                continue;
            const double longer =
                distance[cor_arc_tail(graph->network, arc)] + weight[link];
            double *head = &distance[cor_arc_head(graph->network, arc)];
            if (longer < *head) {
                *head = longer;
                news = true;
            }
        }
    }
}

static void expect_agreement(uint32_t seed)
{
    enum { MOST = 60 };
    uint64_t state = seed;
    const uint32_t n_node = 1 + random_below(&state, MOST);
    struct graph graph =
        graph_random(seed, n_node, random_below(&state, 3 * MOST));
    double weight[3 * MOST], distance[MOST];
    for (uint32_t link = 0; link < graph.n_link; link++)
        weight[link] = random_below(&state, 20);
    for (uint32_t node = 0; node < n_node; node++)
        distance[node] = node == 0 ? 0 : INFINITY;
    relax_all(distance, &graph, weight);
    struct cor_shortest got;
    cr_assert_eq(cor_shortest_all(&got, graph.network, weight, graph.usable, 0,
                                  &graph.arena, NULL),
                 COR_OK);
    for (uint32_t node = 0; node < n_node; node++) {
        const uint32_t arc = got.arc_in[node];
        cr_assert_eq(got.distance[node], distance[node], "seed %u", seed);
        cr_assert_eq(arc == COR_NONE, node == 0 || isinf(distance[node]));
        if (arc != COR_NONE)
            cr_assert_eq(distance[cor_arc_tail(graph.network, arc)] +
                             weight[cor_arc_link(arc)],
                         distance[node], "seed %u", seed);
    }
    graph_finish(&graph);
}

Test(shortest, agrees_with_relaxing_all_arcs)
{
    for (uint32_t seed = 0; seed < 500; seed++)
        expect_agreement(seed);
}

Test(shortest, leaves_the_arena_as_it_was_without_memory)
{
    struct graph graph = graph_chain(50);
    double weight[49];
    for (uint32_t link = 0; link < 49; link++)
        weight[link] = 1;
    struct cor_shortest got = {0};
    size_t n_failure = 0;
    for (size_t limit = 0; got.distance == NULL; limit += 16) {
        struct cor_arena arena;
        cor_arena_init(&arena, limit);
        if (cor_shortest_all(&got, graph.network, weight, NULL, 0, &arena,
                             NULL) != COR_OK) {
            cr_assert_eq(arena.used, 0, "limit %zu", limit);
            n_failure++;
        } else {
            cr_expect_eq(got.distance[49], 49);
        }
        cor_arena_finish(&arena);
    }
    cr_expect_gt(n_failure, 50);
    graph_finish(&graph);
}
