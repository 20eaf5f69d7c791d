/* Routes that differ: against the same choice among all routes there are. */
#include "tests/sim/brute.h"
#include "tests/sim/random_rows.h"

static struct brute brute;

static double length_of(const struct brute_route *route)
{
    double sum = 0;
    for (uint32_t i = 0; i < route->n; i++)
        sum += brute.rows->link[route->link[i]].length_m;
    return sum;
}

static bool runs_along(const struct brute_route *route, uint32_t link)
{
    for (uint32_t i = 0; i < route->n; i++)
        if (route->link[i] == link)
            return true;
    return false;
}

/* What two routes share, of the shorter. */
static double share_of(const struct brute_route *a, const struct brute_route *b)
{
    double shared = 0;
    for (uint32_t i = 0; i < a->n; i++)
        if (runs_along(b, a->link[i]))
            shared += brute.rows->link[a->link[i]].length_m;
    const double shorter = fmin(length_of(a), length_of(b));
    return shorter > 0 ? shared / shorter : 0;
}

/* The numbers, among all routes, of those that differ. */
static uint32_t choose(uint32_t *chosen, uint32_t k, double share)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < brute.n && n < k; i++) {
        bool differs = true;
        for (uint32_t e = 0; e < n; e++)
            differs &=
                share_of(&brute.route[i], &brute.route[chosen[e]]) <= share;
        if (differs)
            chosen[n++] = i;
    }
    return n;
}

static void expect_same(const struct cor_route *got,
                        const struct brute_route *want,
                        uint32_t seed,
                        uint32_t rank)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < got->n_leg; i++)
        if (got->leg[i].kind == COR_LEG_LINK) {
            cr_assert_lt(n, want->n, "seed %u, rank %u", seed, rank);
            cr_assert_eq(got->leg[i].record, want->link[n++],
                         "seed %u, rank %u", seed, rank);
        }
    cr_assert_eq(n, want->n, "seed %u, rank %u", seed, rank);
}

static bool has_note(const struct cor_routes *routes, const char *code)
{
    for (uint32_t i = 0; i < routes->n_note; i++)
        if (strcmp(routes->note[i].code, code) == 0)
            return true;
    return false;
}

static uint32_t
expect_agreement(uint32_t seed, enum cor_measure by, uint32_t k, double share)
{
    uint32_t want[8];
    struct made made;
    struct cor_arena arena;
    struct cor_routes got;
    make(&made, seed);
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_scenario *scenario = scenario_of(&made.rows, &arena);
    cr_assert_eq(cor_route_find_distinct(&got, scenario, &made.query, by, k,
                                         share, &arena, NULL),
                 COR_OK);
    brute_find(&brute, &made.rows, &made.query, by);
    const uint32_t n = choose(want, k, share);
    cr_assert_eq(got.n, n, "seed %u: %u routes, not %u", seed, got.n, n);
    for (uint32_t i = 0; i < n; i++)
        expect_same(&got.route[i], &brute.route[want[i]], seed, i);
    for (uint32_t i = 1; i < n; i++)
        cr_assert_leq(cor_route_shared(&got.route[i], &got.route[i - 1]),
                      share);
    cr_assert_not(has_note(&got, "distinct-ended"), "seed %u", seed);
    cr_assert_eq(has_note(&got, "distinct-fewer"),
                 n != 0 && n < k && brute.route[0].n != 0, "seed %u", seed);
    cor_arena_finish(&arena);
    return n;
}

/* Most of these have several routes that differ, or the test would be none. */
Test(distinct, all_random_choices_by_length)
{
    static const double share[] = {0, 0.25, 0.5, 0.6, 0.8, 0.95};
    uint32_t n = 0;
    for (uint32_t seed = 0; seed < 1500; seed++)
        n += expect_agreement(seed, COR_BY_LENGTH, 4, share[seed % 6]) > 1;
    cr_expect_gt(n, 400, "%u", n);
}

Test(distinct, all_random_choices_by_time)
{
    static const double share[] = {0.1, 0.3, 0.5, 0.7, 0.9};
    for (uint32_t seed = 1500; seed < 3000; seed++)
        expect_agreement(seed, COR_BY_TIME, 2 + seed % 3, share[seed % 5]);
}

/* With a share of 1 they are the best routes. */
Test(distinct, whole_share_is_none)
{
    for (uint32_t seed = 3000; seed < 3300; seed++)
        expect_agreement(seed, COR_BY_TIME, 5, 1);
}

enum { A, B, C };

static const struct scenario_rows twins = {
    .n_place = 3,
    .n_link = 4,
    .link = {{.id = "ab", .from = A, .to = B, .length_m = 90e3},
             {.id = "bc", .from = B, .to = C, .length_m = 10e3},
             {.id = "bc-twin", .from = B, .to = C, .length_m = 11e3},
             {.id = "ac", .from = A, .to = C, .length_m = 300e3}}};

Test(distinct, twins_are_passed_over)
{
    struct cor_arena arena;
    struct cor_routes got;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_scenario *s = scenario_of(&twins, &arena);
    const struct cor_query query = {.from = A, .to = C};
    cr_assert_eq(cor_route_find_distinct(&got, s, &query, COR_BY_LENGTH, 3, 0.5,
                                         &arena, NULL),
                 COR_OK);
    cr_assert_eq(got.n, 2);
    cr_expect_eq(got.route[1].leg[0].record, 3);
    cr_expect_float_eq(cor_route_shared(&got.route[0], &got.route[1]), 0, 0);
    cr_expect(has_note(&got, "distinct-fewer"));
    cr_assert_eq(cor_route_find_distinct(&got, s, &query, COR_BY_LENGTH, 3, 0.9,
                                         &arena, NULL),
                 COR_OK);
    cr_assert_eq(got.n, 3);
    cr_expect_float_eq(cor_route_shared(&got.route[1], &got.route[0]), 0.9,
                       1e-12);
    cor_arena_finish(&arena);
}

Test(distinct, wrong_questions)
{
    struct cor_arena arena;
    struct cor_routes got = {.n = 7};
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_scenario *s = scenario_of(&twins, &arena);
    const struct cor_query query = {.from = A, .to = C};
    const double wrong[] = {-0.1, 1.1, NAN};
    for (int i = 0; i < 3; i++)
        cr_expect_eq(cor_route_find_distinct(&got, s, &query, COR_BY_LENGTH, 2,
                                             wrong[i], &arena, NULL),
                     COR_BAD_INPUT);
    cr_expect_eq(cor_route_find_distinct(&got, s, &query, COR_BY_LENGTH, 0, 0.5,
                                         &arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_eq(got.n, 7);
    cor_arena_finish(&arena);
}
