/* tests/sim/graph_fixture.h -- graphs to test on, drawn or made at random. */
#ifndef COR_TESTS_SIM_GRAPH_FIXTURE_H
#define COR_TESTS_SIM_GRAPH_FIXTURE_H

#include <corridor/model/network.h>

#include <criterion/criterion.h>

/** A graph with all that a network is built from, in its own arena. */
struct graph {
    uint32_t n_node, n_link;
    uint32_t *from, *to;
    bool *one_way, *usable; /* [n_link] */
    const struct cor_network *network;
    struct cor_arena arena;
};

/** SplitMix64: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195. */
static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static inline uint32_t random_below(uint64_t *state, uint32_t bound)
{
    return (uint32_t)(random_next(state) % bound);
}

/** A graph whose links are still to be set; all usable, all two-way. */
static inline struct graph graph_begin(uint32_t n_node, uint32_t n_link)
{
    struct graph graph = {.n_node = n_node, .n_link = n_link};
    cor_arena_init(&graph.arena, SIZE_MAX);
    graph.from = cor_arena_array(&graph.arena, uint32_t, n_link);
    graph.to = cor_arena_array(&graph.arena, uint32_t, n_link);
    graph.one_way = cor_arena_array(&graph.arena, bool, n_link);
    graph.usable = cor_arena_array(&graph.arena, bool, n_link);
    for (uint32_t link = 0; link < n_link; link++) {
        graph.one_way[link] = false;
        graph.usable[link] = true;
    }
    return graph;
}

static inline void graph_build(struct graph *graph)
{
    cr_assert_eq(cor_network_build(&graph->network, graph->n_node,
                                   graph->n_link, graph->from, graph->to,
                                   graph->one_way, &graph->arena, NULL),
                 COR_OK);
}

static inline void graph_finish(struct graph *graph)
{
    cor_arena_finish(&graph->arena);
}

/** Loops and parallel links come by themselves; a third is one-way, one in
 *  eight not usable. */
static inline struct graph
graph_random(uint64_t seed, uint32_t n_node, uint32_t n_link)
{
    struct graph graph = graph_begin(n_node, n_link);
    for (uint32_t link = 0; link < n_link; link++) {
        graph.from[link] = random_below(&seed, n_node);
        graph.to[link] = random_below(&seed, n_node);
        graph.one_way[link] = random_below(&seed, 3) == 0;
        graph.usable[link] = random_below(&seed, 8) != 0;
    }
    graph_build(&graph);
    return graph;
}

/** A chain of nodes, each linked to the next. */
static inline struct graph graph_chain(uint32_t n_node)
{
    struct graph graph = graph_begin(n_node, n_node - 1);
    for (uint32_t link = 0; link < graph.n_link; link++) {
        graph.from[link] = link;
        graph.to[link] = link + 1;
    }
    graph_build(&graph);
    return graph;
}

#endif
