#include <corridor/sim/connectivity.h>

#include "tests/sim/graph_fixture.h"

#include <math.h>
#include <string.h>

enum {
    MOST_NODES = 7,
    MOST_LINKS = 15,
    N_RANDOM = 800,
    LONG_CHAIN = 200000,
};

/* A graph as a scenario; links without capacity carry NAN. */
struct pair_case {
    struct graph graph;
    double *capacity;
    uint8_t *dimension;
    struct cor_scenario scenario;
};

static struct pair_case pair_case_of(struct graph graph)
{
    struct pair_case made = {.graph = graph};
    struct cor_arena *arena = &made.graph.arena;
    made.capacity = cor_arena_array(arena, double, graph.n_link);
    made.dimension = cor_arena_array(arena, uint8_t, graph.n_link);
    for (uint32_t link = 0; link < graph.n_link; link++) {
        made.capacity[link] = NAN;
        made.dimension[link] = COR_DIM_COUNT;
    }
    made.scenario.network = graph.network;
    made.scenario.links = (struct cor_links){
        .n = graph.n_link,
        .capacity = made.capacity,
        .capacity_dimension = made.dimension,
    };
    return made;
}

static void set_capacity(struct pair_case *made, uint32_t link, double value)
{
    made->capacity[link] = value;
    made->dimension[link] = COR_DIM_MASS_FLOW;
}

static struct cor_pair find(struct pair_case *made, uint32_t from, uint32_t to)
{
    struct cor_pair pair;
    cr_assert_eq(cor_pair_find(&pair, &made->scenario, made->graph.usable, from,
                               to, &made->graph.arena, NULL),
                 COR_OK);
    return pair;
}

/* A side of a cut is a set of nodes, as bits. */
static bool crosses(const struct graph *graph, uint32_t link, uint32_t side)
{
    return graph->usable[link] &&
           ((side >> graph->from[link]) & 1) != ((side >> graph->to[link]) & 1);
}

static double
cut_size(const struct pair_case *made, bool counted, uint32_t side)
{
    double size = 0;
    for (uint32_t link = 0; link < made->graph.n_link; link++)
        if (crosses(&made->graph, link, side))
            size += counted ? 1 : made->capacity[link];
    return size;
}

/* The least cut by trying them all; of equals, the fewest nodes near `from`. */
static uint32_t least_cut(const struct pair_case *made,
                          bool counted,
                          uint32_t from,
                          uint32_t to)
{
    uint32_t best = 1u << from;
    for (uint32_t side = 0; side < 1u << made->graph.n_node; side++) {
        if (!((side >> from) & 1) || ((side >> to) & 1))
            continue;
        const double size = cut_size(made, counted, side);
        const double least = cut_size(made, counted, best);
        if (size < least || (size == least && __builtin_popcount(side) <
                                                  __builtin_popcount(best)))
            best = side;
    }
    return best;
}

/* Whether `to` is reached without the nodes of a set; direct links do not
   count. */
static bool
reaches(const struct graph *graph, uint32_t from, uint32_t to, uint32_t without)
{
    uint32_t seen = 1u << from, before = 0;
    while (seen != before) {
        before = seen;
        for (uint32_t link = 0; link < graph->n_link; link++) {
            const uint32_t ends =
                1u << graph->from[link] | 1u << graph->to[link];
            const bool direct = ends == (1u << from | 1u << to);
            if (graph->usable[link] && !direct && (ends & without) == 0 &&
                (ends & seen) != 0)
                seen |= ends;
        }
    }
    return (seen >> to) & 1;
}

/* Menger's theorem: direct links, and as many others as nodes must go. */
static uint32_t
count_node_disjoint(const struct graph *graph, uint32_t from, uint32_t to)
{
    const uint32_t ends = 1u << from | 1u << to;
    uint32_t n_direct = 0;
    for (uint32_t link = 0; link < graph->n_link; link++)
        n_direct += graph->usable[link] &&
                    (1u << graph->from[link] | 1u << graph->to[link]) == ends;
    uint32_t least = graph->n_node;
    for (uint32_t without = 0; without < 1u << graph->n_node; without++)
        if ((without & ends) == 0 && !reaches(graph, from, to, without) &&
            (uint32_t)__builtin_popcount(without) < least)
            least = (uint32_t)__builtin_popcount(without);
    return n_direct + least;
}

static uint32_t
other_end(const struct graph *graph, uint32_t link, uint32_t v, uint32_t seed)
{
    const uint32_t a = graph->from[link], b = graph->to[link];
    cr_assert(a == v || b == v, "seed %u: link %u is not at %u", seed, link, v);
    return a == v ? b : a;
}

/* Each path leads from end to end, visits no node twice, shares no link. */
static void expect_paths(const struct graph *graph,
                         const struct cor_pair *pair,
                         uint32_t seed)
{
    bool taken[MOST_LINKS] = {false};
    for (uint32_t path = 0; path < pair->n_path; path++) {
        uint32_t v = pair->from, visited = 1u << v;
        for (uint32_t i = pair->first_link[path];
             i < pair->first_link[path + 1]; i++) {
            const uint32_t link = pair->path_link[i];
            cr_expect(graph->usable[link] && !taken[link], "seed %u: link %u",
                      seed, link);
            taken[link] = true;
            v = other_end(graph, link, v, seed);
            cr_expect_not((visited >> v) & 1, "seed %u: node %u", seed, v);
            visited |= 1u << v;
        }
        cr_expect_eq(v, pair->to, "seed %u: path %u", seed, path);
        const uint32_t *first = pair->first_link + path;
        cr_expect(path == 0 || first[1] - first[0] >= first[0] - first[-1],
                  "seed %u: path %u is shorter than the one before", seed,
                  path);
    }
}

static void expect_cut(const struct pair_case *made,
                       const struct cor_pair *pair,
                       bool counted,
                       uint32_t seed)
{
    const uint32_t side = least_cut(made, counted, pair->from, pair->to);
    cr_expect_eq(pair->max_flow, cut_size(made, counted, side), "seed %u: flow",
                 seed);
    uint32_t n = 0;
    for (uint32_t link = 0; link < made->graph.n_link; link++) {
        if (!crosses(&made->graph, link, side))
            continue;
        cr_assert_lt(n, pair->n_cut, "seed %u", seed);
        cr_expect_eq(pair->cut[n++], link, "seed %u: cut", seed);
    }
    cr_expect_eq(n, pair->n_cut, "seed %u: cut", seed);
}

static void expect_agreement(uint32_t seed)
{
    uint64_t state = seed;
    const bool counted = seed % 2 == 0;
    const uint32_t n_node = 2 + random_below(&state, MOST_NODES - 1);
    struct pair_case made = pair_case_of(
        graph_random(state, n_node, random_below(&state, MOST_LINKS + 1)));
    for (uint32_t link = 0; !counted && link < made.graph.n_link; link++)
        set_capacity(&made, link, random_below(&state, 5));
    const struct cor_pair pair = find(&made, 0, n_node - 1);
    const uint32_t side = least_cut(&made, true, 0, n_node - 1);
    cr_expect_eq(pair.n_path, cut_size(&made, true, side), "seed %u", seed);
    cr_expect_eq(pair.n_node_disjoint,
                 count_node_disjoint(&made.graph, 0, n_node - 1), "seed %u",
                 seed);
    expect_paths(&made.graph, &pair, seed);
    expect_cut(&made, &pair, counted || strcmp(pair.unit, "links") == 0, seed);
    graph_finish(&made.graph);
}

Test(connectivity_pair, agrees_with_trying_every_cut)
{
    for (uint32_t seed = 0; seed < N_RANDOM; seed++)
        expect_agreement(seed);
}

/* Two links 0-1, one 1-2: everything hangs on the last. */
static struct pair_case make_chain(void)
{
    struct graph graph = graph_begin(3, 3);
    memcpy(graph.from, (uint32_t[]){0, 1, 2}, 3 * sizeof *graph.from);
    memcpy(graph.to, (uint32_t[]){1, 0, 1}, 3 * sizeof *graph.to);
    graph_build(&graph);
    return pair_case_of(graph);
}

Test(connectivity_pair, says_the_unit_of_its_flow)
{
    struct pair_case made = make_chain();
    set_capacity(&made, 0, 4.5e6);
    set_capacity(&made, 1, 2.5e6);
    struct cor_pair pair = find(&made, 0, 1);
    cr_expect_str_eq(pair.unit, "links", "a capacity is missing");
    cr_expect_eq(pair.max_flow, 2);
    cr_expect_eq(pair.n_capacity, 2);

    set_capacity(&made, 2, 1e6);
    pair = find(&made, 0, 1);
    cr_expect_str_eq(pair.unit, "t/y");
    cr_expect_eq(pair.max_flow, 7e6);
    cr_expect_eq(pair.n_capacity, 3);

    made.dimension[2] = COR_DIM_TEU_FLOW;
    pair = find(&made, 0, 1);
    cr_expect_str_eq(pair.unit, "links", "dimensions differ");
    cr_expect_eq(pair.n_capacity, 3);
    graph_finish(&made.graph);
}

Test(connectivity_pair, asks_only_links_in_use_for_capacities)
{
    struct pair_case made = make_chain();
    set_capacity(&made, 0, 3);
    set_capacity(&made, 2, 5);
    made.graph.usable[1] = false;
    const struct cor_pair pair = find(&made, 0, 2);
    cr_expect_str_eq(pair.unit, "t/y");
    cr_expect_eq(pair.max_flow, 3);
    cr_expect_eq(pair.n_capacity, 2);
    graph_finish(&made.graph);
}

Test(connectivity_pair, counts_every_direct_link)
{
    struct pair_case made = make_chain();
    const struct cor_pair pair = find(&made, 1, 0);
    cr_expect_eq(pair.n_path, 2);
    cr_expect_eq(pair.n_node_disjoint, 2);
    graph_finish(&made.graph);
}

Test(connectivity_pair, without_a_path_is_all_zero)
{
    struct pair_case made = make_chain();
    made.graph.usable[2] = false;
    const struct cor_pair pair = find(&made, 0, 2);
    cr_expect_eq(pair.n_path, 0);
    cr_expect_eq(pair.n_node_disjoint, 0);
    cr_expect_eq(pair.first_link[0], 0);
    cr_expect_eq(pair.max_flow, 0);
    cr_expect_eq(pair.n_cut, 0);
    graph_finish(&made.graph);
}

/* No double holds a tenth, so flows are rounded; the cut is right all the
   same and no link is left a trace of capacity to search for ever. */
Test(connectivity_pair, takes_capacities_that_are_rounded)
{
    struct pair_case made =
        pair_case_of(graph_random(3, MOST_NODES, MOST_LINKS));
    for (uint32_t link = 0; link < made.graph.n_link; link++)
        set_capacity(&made, link, 0.1 * (link + 1) / 3);
    const struct cor_pair pair = find(&made, 0, MOST_NODES - 1);
    const uint32_t side = least_cut(&made, false, 0, MOST_NODES - 1);
    cr_expect_gt(pair.max_flow, 0);
    cr_expect_float_eq(pair.max_flow, cut_size(&made, false, side), 1e-12);
    graph_finish(&made.graph);
}

Test(connectivity_pair, of_a_long_chain_takes_no_stack)
{
    struct pair_case made = pair_case_of(graph_chain(LONG_CHAIN));
    const struct cor_pair pair = find(&made, LONG_CHAIN - 1, 0);
    cr_expect_eq(pair.n_path, 1);
    cr_expect_eq(pair.n_node_disjoint, 1);
    cr_expect_eq(pair.first_link[1], LONG_CHAIN - 1);
    cr_expect_eq(pair.path_link[0], LONG_CHAIN - 2);
    cr_expect_eq(pair.cut[0], LONG_CHAIN - 2, "the link nearest to `from`");
    graph_finish(&made.graph);
}

Test(connectivity_pair, refuses_what_is_no_pair)
{
    struct pair_case made = make_chain();
    struct cor_pair pair = {.from = 99};
    struct cor_error err = {0};
    cr_expect_eq(cor_pair_find(&pair, &made.scenario, NULL, 1, 1,
                               &made.graph.arena, &err),
                 COR_BAD_INPUT);
    cr_expect_str_eq(err.text, "a pair needs two different places");
    cr_expect_eq(cor_pair_find(&pair, &made.scenario, NULL, 0, 3,
                               &made.graph.arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_eq(pair.from, 99);
    graph_finish(&made.graph);
}

Test(connectivity_pair, leaves_the_arena_as_it_was_without_memory)
{
    struct pair_case made =
        pair_case_of(graph_random(5, MOST_NODES, MOST_LINKS));
    const struct cor_pair untouched = {.from = 99};
    struct cor_pair got = untouched;
    size_t n_failure = 0;
    for (size_t limit = 0; got.from == untouched.from; limit += 16) {
        struct cor_arena arena;
        struct cor_error err = {0};
        cor_arena_init(&arena, limit);
        if (cor_pair_find(&got, &made.scenario, NULL, 0, 1, &arena, &err) !=
            COR_OK) {
            n_failure++;
            cr_expect_eq(err.code, COR_NO_MEMORY, "limit %zu", limit);
            cr_expect_eq(got.from, untouched.from, "limit %zu", limit);
            cr_expect_eq(arena.used, 0, "limit %zu", limit);
        }
        cor_arena_finish(&arena);
    }
    cr_expect_gt(n_failure, 20, "too few places were made to fail");
    graph_finish(&made.graph);
}
