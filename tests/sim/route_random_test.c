/* Routes against everything there is, on hundreds of small random scenarios. */
#include "tests/sim/brute.h"
#include "tests/sim/random_rows.h"

static double known(const struct cor_route *route, enum cor_measure by)
{
    double sum = 0;
    for (uint32_t i = 0; i < route->n_leg; i++)
        sum += brute_counted(route->leg[i].figure[by].value);
    return sum;
}

static void expect_same_links(const struct cor_route *got,
                              const struct brute_route *want,
                              uint32_t seed,
                              uint32_t rank)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < got->n_leg; i++) {
        if (got->leg[i].kind != COR_LEG_LINK)
            continue;
        cr_assert_lt(n, want->n, "seed %u, rank %u", seed, rank);
        cr_assert_eq(got->leg[i].record, want->link[n++], "seed %u, rank %u",
                     seed, rank);
    }
    cr_assert_eq(n, want->n, "seed %u, rank %u", seed, rank);
}

static struct brute brute;

/* The first k routes are the same, in the same order, of the same value. */
static void expect_agreement(uint32_t seed, enum cor_measure by, uint32_t k)
{
    struct made made;
    struct cor_arena arena;
    struct cor_routes got;
    make(&made, seed);
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_scenario *scenario = scenario_of(&made.rows, &arena);
    cr_assert_eq(
        cor_route_find(&got, scenario, &made.query, by, k, &arena, NULL),
        COR_OK);
    brute_find(&brute, &made.rows, &made.query, by);
    cr_assert_eq(got.n, k < brute.n ? k : brute.n, "seed %u: %u routes, not %u",
                 seed, got.n, brute.n);
    cr_assert_eq(got.n == 0, got.reason != NULL, "seed %u", seed);
    cr_assert_eq(got.n == 0, got.absence != COR_ABSENCE_NONE, "seed %u", seed);
    for (uint32_t i = 0; i < got.n; i++) {
        cr_assert_eq(known(&got.route[i], by), brute.route[i].value,
                     "seed %u, rank %u", seed, i);
        expect_same_links(&got.route[i], &brute.route[i], seed, i);
    }
    cor_arena_finish(&arena);
}

Test(route_random, all_routes_by_length)
{
    for (uint32_t seed = 0; seed < 2000; seed++)
        expect_agreement(seed, COR_BY_LENGTH, UINT32_MAX);
}

Test(route_random, all_routes_by_time)
{
    for (uint32_t seed = 0; seed < 2000; seed++)
        expect_agreement(seed, COR_BY_TIME, UINT32_MAX);
}

Test(route_random, best_routes)
{
    for (uint32_t seed = 2000; seed < 4000; seed++)
        expect_agreement(seed, COR_BY_TIME, 1 + seed % 3);
}
