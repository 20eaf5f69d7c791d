#include <corridor/sim/metric.h>

#include "tests/sim/graph_fixture.h"

#include <math.h>
#include <string.h>

static const struct cor_metric *metric_of(const char *name)
{
    for (size_t i = 0; cor_metrics[i] != NULL; i++)
        if (strcmp(cor_metrics[i]->name, name) == 0)
            return cor_metrics[i];
    cr_assert_fail("no metric is called %s", name);
    return NULL;
}

Test(metric, is_described_and_has_a_name_of_its_own)
{
    cr_assert_not_null(cor_metrics[0], "the registry is empty");
    for (size_t i = 0; cor_metrics[i] != NULL; i++) {
        const struct cor_metric *metric = cor_metrics[i];
        cr_expect_gt(strlen(metric->unit), 0, "%s", metric->name);
        cr_expect_gt(strlen(metric->summary), 0, "%s", metric->name);
        cr_expect_gt(strlen(metric->source), 0, "%s", metric->name);
        cr_expect_eq(metric_of(metric->name), metric, "%s", metric->name);
    }
}

static const struct cor_metric_subject nothing = {.has_distances = true},
                                       two_islands = {.n_node = 2,
                                                      .n_component = 2,
                                                      .has_distances = true},
                                       chain = {.n_node = 3,
                                                .n_link = 2,
                                                .n_component = 1,
                                                .length_m = 3000,
                                                .has_distances = true,
                                                .longest_m = 3000,
                                                .n_reached = 6,
                                                .n_apart = 5,
                                                .detour = 6},
                                       complete = {.n_node = 4,
                                                   .n_link = 6,
                                                   .n_component = 1};

/* By hand; NAN stands for "not defined". */
Test(metric, measures)
{
    static const struct row {
        const char *metric;
        const struct cor_metric_subject *subject;
        double want;
    } rows[] = {
        {"alpha", &nothing, NAN},
        {"alpha", &two_islands, NAN},
        {"alpha", &chain, 0},
        {"alpha", &complete, 1},
        {"beta", &nothing, NAN},
        {"beta", &two_islands, 0},
        {"beta", &complete, 1.5},
        {"gamma", &two_islands, NAN},
        {"gamma", &chain, 2.0 / 3},
        {"gamma", &complete, 1},
        {"cyclomatic", &nothing, 0},
        {"cyclomatic", &two_islands, 0},
        {"cyclomatic", &complete, 3},
        {"total_length_km", &nothing, 0},
        {"total_length_km", &chain, 3},
        {"mean_link_length_km", &two_islands, NAN},
        {"mean_link_length_km", &chain, 1.5},
        {"diameter_km", &two_islands, NAN},
        {"diameter_km", &chain, 3},
        {"diameter_km", &complete, NAN},
        {"mean_detour", &two_islands, NAN},
        {"mean_detour", &chain, 1.2},
        {"mean_detour", &complete, NAN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        const struct cor_metric_value got =
            metric_of(row->metric)->measure(row->subject);
        cr_expect(isnan(row->want) ? isnan(got.value) : got.value == row->want,
                  "row %zu: %s is %g, not %g", i, row->metric, got.value,
                  row->want);
        cr_expect_eq(isnan(got.value), got.reason != NULL, "row %zu", i);
    }
}

enum { N_NODE = 12, N_LINK = 22 };

/* A random graph as a scenario on the ground; two places share a point. */
struct ground {
    struct graph graph;
    double length_m[N_LINK];
    struct cor_point at[N_NODE];
};

static struct ground make_ground(uint64_t seed)
{
    struct ground made = {.graph = graph_random(seed, N_NODE, N_LINK)};
    for (uint32_t link = 0; link < N_LINK; link++)
        made.length_m[link] = random_below(&seed, 900000);
    for (uint32_t v = 0; v < N_NODE; v++)
        made.at[v] = (struct cor_point){.lon = random_below(&seed, 360) - 180.0,
                                        .lat = random_below(&seed, 180) - 90.0};
    made.at[1] = made.at[0];
    return made;
}

static struct cor_scenario scenario_of(const struct ground *ground)
{
    return (struct cor_scenario){
        .network = ground->graph.network,
        .places = {.n = N_NODE, .at = ground->at},
        .links = {.n = N_LINK, .length_m = ground->length_m},
    };
}

/* Floyd (1962), doi:10.1145/367766.368168. */
static void measure_all(double distance[N_NODE][N_NODE],
                        const struct ground *ground)
{
    for (uint32_t a = 0; a < N_NODE; a++)
        for (uint32_t b = 0; b < N_NODE; b++)
            distance[a][b] = a == b ? 0 : INFINITY;
    for (uint32_t link = 0; link < N_LINK; link++) {
        const uint32_t a = ground->graph.from[link], b = ground->graph.to[link];
        if (!ground->graph.usable[link])
            continue;
        distance[a][b] = fmin(distance[a][b], ground->length_m[link]);
        if (!ground->graph.one_way[link])
            distance[b][a] = fmin(distance[b][a], ground->length_m[link]);
    }
    for (uint32_t via = 0; via < N_NODE; via++)
        for (uint32_t a = 0; a < N_NODE; a++)
            for (uint32_t b = 0; b < N_NODE; b++)
                distance[a][b] =
                    fmin(distance[a][b], distance[a][via] + distance[via][b]);
}

static struct cor_metric_subject sum_up(const struct ground *ground)
{
    double distance[N_NODE][N_NODE];
    struct cor_metric_subject sum = {0};
    measure_all(distance, ground);
    for (uint32_t a = 0; a < N_NODE; a++)
        for (uint32_t b = 0; b < N_NODE; b++) {
            const double geodesic_m =
                cor_geodesic_length_m(ground->at[a], ground->at[b]);
            if (a == b || isinf(distance[a][b]))
                continue;
            sum.n_reached++;
            sum.longest_m = fmax(sum.longest_m, distance[a][b]);
            sum.n_apart += geodesic_m > 0;
            sum.detour += geodesic_m > 0 ? distance[a][b] / geodesic_m : 0;
        }
    for (uint32_t link = 0; link < N_LINK; link++)
        sum.length_m += ground->graph.usable[link] ? ground->length_m[link] : 0;
    return sum;
}

static void expect_subject(uint32_t seed)
{
    struct ground ground = make_ground(seed);
    const struct cor_scenario scenario = scenario_of(&ground);
    struct cor_arena *arena = &ground.graph.arena;
    struct cor_connectivity found;
    struct cor_metric_subject got;
    cr_assert_eq(cor_connectivity_find(&found, ground.graph.network,
                                       ground.graph.usable, arena, NULL),
                 COR_OK);
    const size_t used = arena->used;
    cr_assert_eq(cor_metric_subject_make(&got, &scenario, ground.graph.usable,
                                         &found, arena, NULL),
                 COR_OK);
    cr_expect_eq(arena->used, used, "seed %u: scratch is kept", seed);
    const struct cor_metric_subject want = sum_up(&ground);
    cr_expect(got.has_distances, "seed %u", seed);
    cr_expect_eq(got.n_node, N_NODE);
    cr_expect_eq(got.n_link, found.n_link);
    cr_expect_eq(got.n_component, found.n_component);
    cr_expect_eq(got.n_reached, want.n_reached, "seed %u", seed);
    cr_expect_eq(got.n_apart, want.n_apart, "seed %u", seed);
    cr_expect_float_eq(got.longest_m, want.longest_m, 1e-6, "seed %u", seed);
    cr_expect_float_eq(got.detour, want.detour, 1e-9 * want.detour, "seed %u",
                       seed);
    cr_expect_float_eq(got.length_m, want.length_m, 1e-6, "seed %u", seed);
    graph_finish(&ground.graph);
}

Test(metric, agrees_with_all_distances_by_brute_force)
{
    for (uint32_t seed = 0; seed < 200; seed++)
        expect_subject(seed);
}

Test(metric, leaves_distances_out_of_networks_that_are_too_large)
{
    struct graph graph = graph_chain(COR_METRIC_MOST_PLACES + 1);
    double *length_m = cor_arena_array(&graph.arena, double, graph.n_link);
    for (uint32_t link = 0; link < graph.n_link; link++)
        length_m[link] = 1000;
    const struct cor_scenario scenario = {
        .network = graph.network,
        .places = {.n = graph.n_node},
        .links = {.n = graph.n_link, .length_m = length_m},
    };
    const struct cor_connectivity found = {
        .n_node = graph.n_node, .n_link = graph.n_link, .n_component = 1};
    struct cor_metric_subject subject;
    cr_assert_eq(cor_metric_subject_make(&subject, &scenario, NULL, &found,
                                         &graph.arena, NULL),
                 COR_OK);
    cr_expect_not(subject.has_distances);
    cr_expect_eq(subject.length_m, 1000.0 * COR_METRIC_MOST_PLACES);
    cr_expect_str_eq(metric_of("diameter_km")->measure(&subject).reason,
                     "too many places for shortest paths between all of them");
    graph_finish(&graph);
}

Test(metric, leaves_the_arena_as_it_was_without_memory)
{
    struct ground ground = make_ground(1);
    const struct cor_scenario scenario = scenario_of(&ground);
    const struct cor_connectivity found = {
        .n_node = N_NODE, .n_link = N_LINK, .n_component = 1};
    struct cor_metric_subject got = {.n_node = 99};
    size_t n_failure = 0;
    for (size_t limit = 0; got.n_node == 99; limit += 16) {
        struct cor_arena arena;
        struct cor_error err = {0};
        cor_arena_init(&arena, limit);
        if (cor_metric_subject_make(&got, &scenario, NULL, &found, &arena,
                                    &err) != COR_OK) {
            n_failure++;
            cr_expect_eq(err.code, COR_NO_MEMORY, "limit %zu", limit);
        }
        cr_expect_eq(arena.used, 0, "limit %zu", limit);
        cor_arena_finish(&arena);
    }
    cr_expect_gt(n_failure, 10, "too few places were made to fail");
    graph_finish(&ground.graph);
}
