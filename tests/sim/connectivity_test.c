#include <corridor/sim/connectivity.h>

#include "tests/sim/graph_fixture.h"

#include <string.h>

enum { MOST_NODES = 9, MOST_LINKS = 14, N_RANDOM = 600, LONG_CHAIN = 200000 };

static struct cor_connectivity find(struct graph *graph)
{
    struct cor_connectivity found;
    cr_assert_eq(cor_connectivity_find(&found, graph->network, graph->usable,
                                       &graph->arena, NULL),
                 COR_OK);
    return found;
}

/* What can be reached by brute force: Warshall (1962),
   doi:10.1145/321105.321107. */
struct reach {
    bool from[MOST_NODES][MOST_NODES];
};

struct without { /* UINT32_MAX: nothing is left out */
    uint32_t node, link;
};

static struct reach
find_reach(const struct graph *graph, bool directed, struct without out)
{
    struct reach reach = {0};
    const uint32_t n = graph->n_node;
    for (uint32_t v = 0; v < n; v++)
        reach.from[v][v] = v != out.node;
    for (uint32_t link = 0; link < graph->n_link; link++) {
        const uint32_t a = graph->from[link], b = graph->to[link];
        if (!graph->usable[link] || link == out.link || a == out.node ||
            b == out.node)
            continue;
        reach.from[a][b] = true;
        if (!directed || !graph->one_way[link])
            reach.from[b][a] = true;
    }
    for (uint32_t via = 0; via < n; via++)
        for (uint32_t a = 0; a < n; a++)
            for (uint32_t b = 0; b < n; b++)
                reach.from[a][b] |= reach.from[a][via] && reach.from[via][b];
    return reach;
}

/* Number nodes by the first node that reaches and is reached. */
static uint32_t
number_parts(uint32_t *label, const struct reach *reach, uint32_t n)
{
    uint32_t n_part = 0;
    for (uint32_t v = 0; v < n; v++) {
        uint32_t first = 0;
        while (first < v && !(reach->from[first][v] && reach->from[v][first]))
            first++;
        if (!reach->from[v][v])
            label[v] = UINT32_MAX;
        else
            label[v] = first < v ? label[first] : n_part++;
    }
    return n_part;
}

static uint32_t count_parts(const struct graph *graph, struct without out)
{
    uint32_t label[MOST_NODES];
    const struct reach reach = find_reach(graph, false, out);
    return number_parts(label, &reach, graph->n_node);
}

static const struct without nothing = {UINT32_MAX, UINT32_MAX};

static void expect_labels(const struct graph *graph,
                          bool directed,
                          uint32_t n,
                          const uint32_t *label,
                          uint32_t seed)
{
    uint32_t want[MOST_NODES];
    const struct reach reach = find_reach(graph, directed, nothing);
    cr_expect_eq(number_parts(want, &reach, graph->n_node), n, "seed %u", seed);
    cr_expect_arr_eq(label, want, graph->n_node * sizeof *label, "seed %u",
                     seed);
}

static void expect_bridges(const struct graph *graph,
                           const struct cor_connectivity *found,
                           uint32_t seed)
{
    uint32_t at = 0;
    for (uint32_t link = 0; link < graph->n_link; link++) {
        const struct without out = {UINT32_MAX, link};
        if (count_parts(graph, out) == found->n_component)
            continue;
        cr_assert_lt(at, found->n_bridge, "seed %u: link %u", seed, link);
        cr_expect_eq(found->bridge[at++], link, "seed %u: link %u", seed, link);
    }
    cr_expect_eq(at, found->n_bridge, "seed %u", seed);
}

static void expect_cut_nodes(const struct graph *graph,
                             const struct cor_connectivity *found,
                             uint32_t seed)
{
    uint32_t at = 0;
    for (uint32_t v = 0; v < graph->n_node; v++) {
        const struct without out = {v, UINT32_MAX};
        if (count_parts(graph, out) <= found->n_component)
            continue;
        cr_assert_lt(at, found->n_cut_node, "seed %u: node %u", seed, v);
        cr_expect_eq(found->cut_node[at++], v, "seed %u: node %u", seed, v);
    }
    cr_expect_eq(at, found->n_cut_node, "seed %u", seed);
}

static void expect_agreement(uint32_t seed)
{
    uint64_t state = seed;
    const uint32_t n_node = 1 + random_below(&state, MOST_NODES);
    struct graph graph =
        graph_random(state, n_node, random_below(&state, MOST_LINKS + 1));
    const struct cor_connectivity found = find(&graph);
    expect_labels(&graph, false, found.n_component, found.component, seed);
    expect_labels(&graph, true, found.n_strong, found.strong, seed);
    expect_bridges(&graph, &found, seed);
    expect_cut_nodes(&graph, &found, seed);
    graph_finish(&graph);
}

Test(connectivity, agrees_with_leaving_out_one_link_or_node_at_a_time)
{
    for (uint32_t seed = 0; seed < N_RANDOM; seed++)
        expect_agreement(seed);
}

Test(connectivity, of_nothing_is_nothing)
{
    struct graph graph = graph_begin(0, 0);
    graph_build(&graph);
    const struct cor_connectivity found = find(&graph);
    cr_expect_eq(found.n_component, 0);
    cr_expect_eq(found.n_strong, 0);
    cr_expect_eq(found.n_bridge, 0);
    cr_expect_eq(found.n_cut_node, 0);
    graph_finish(&graph);
}

Test(connectivity, counts_places_without_links_and_the_links_that_are_used)
{
    struct graph graph = graph_begin(5, 3);
    memcpy(graph.from, (uint32_t[]){0, 1, 3}, 3 * sizeof *graph.from);
    memcpy(graph.to, (uint32_t[]){1, 0, 3}, 3 * sizeof *graph.to);
    graph.usable[1] = false;
    graph_build(&graph);
    const struct cor_connectivity found = find(&graph);
    cr_expect_eq(found.n_node, 5);
    cr_expect_eq(found.n_link, 2);
    cr_expect_eq(found.n_component, 4);
    cr_expect_arr_eq(found.component_size, ((uint32_t[]){2, 1, 1, 1}),
                     4 * sizeof(uint32_t));
    cr_expect_eq(found.n_bridge, 1, "the loop at 3 is none");
    graph_finish(&graph);
}

Test(connectivity, of_all_links_needs_no_mask)
{
    struct graph graph = graph_chain(4);
    struct cor_connectivity found;
    cr_assert_eq(
        cor_connectivity_find(&found, graph.network, NULL, &graph.arena, NULL),
        COR_OK);
    cr_expect_eq(found.n_link, 3);
    cr_expect_eq(found.n_bridge, 3);
    cr_expect_eq(found.n_cut_node, 2);
    graph_finish(&graph);
}

/* Recursion would need a stack as deep as the chain is long. */
Test(connectivity, of_a_long_chain_takes_no_stack)
{
    struct graph graph = graph_chain(LONG_CHAIN);
    for (uint32_t link = 0; link < graph.n_link; link += 2)
        graph.one_way[link] = true;
    graph_build(&graph);
    const struct cor_connectivity found = find(&graph);
    cr_expect_eq(found.n_component, 1);
    cr_expect_eq(found.component_size[0], LONG_CHAIN);
    cr_expect_eq(found.n_bridge, LONG_CHAIN - 1);
    cr_expect_eq(found.n_cut_node, LONG_CHAIN - 2);
    cr_expect_eq(found.n_strong, LONG_CHAIN / 2 + 1);
    graph_finish(&graph);
}

Test(connectivity, leaves_the_arena_as_it_was_without_memory)
{
    struct graph graph = graph_random(7, MOST_NODES, MOST_LINKS);
    const struct cor_connectivity untouched = {.n_node = 99};
    struct cor_connectivity got = untouched;
    size_t n_failure = 0;
    for (size_t limit = 0; got.n_node == untouched.n_node; limit += 16) {
        struct cor_arena arena;
        struct cor_error err = {0};
        cor_arena_init(&arena, limit);
        if (cor_connectivity_find(&got, graph.network, graph.usable, &arena,
                                  &err) != COR_OK) {
            n_failure++;
            cr_expect_eq(err.code, COR_NO_MEMORY, "limit %zu", limit);
            cr_expect_eq(got.n_node, untouched.n_node, "limit %zu", limit);
            cr_expect_eq(arena.used, 0, "limit %zu", limit);
        }
        cor_arena_finish(&arena);
    }
    cr_expect_gt(n_failure, 10, "too few places were made to fail");
    graph_finish(&graph);
}

Test(connectivity, uses_open_links_of_the_modes_asked_for)
{
    static const bool open[] = {true, false, true, true};
    static const uint32_t mode[] = {COR_MODE_RAIL, COR_MODE_RAIL,
                                    COR_MODE_FERRY, COR_MODE_AIR};
    const struct cor_scenario scenario = {
        .links = {.n = 4, .open = open, .mode = mode}};
    static const uint32_t asked[] = {COR_MODE_FERRY, COR_MODE_RAIL};
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const bool *usable;
    cr_assert_eq(
        cor_connectivity_links(&usable, &scenario, 0, NULL, &arena, NULL),
        COR_OK);
    cr_expect_arr_eq(usable, open, sizeof open, "no mode: all of them");
    cr_assert_eq(
        cor_connectivity_links(&usable, &scenario, 2, asked, &arena, NULL),
        COR_OK);
    cr_expect_arr_eq(usable, ((bool[]){true, false, true, false}), sizeof open);
    cor_arena_finish(&arena);
}
