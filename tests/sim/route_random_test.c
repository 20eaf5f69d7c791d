/* Routes against everything there is, on hundreds of small random scenarios. */
#include "tests/sim/brute.h"

#include <stdio.h>

struct made {
    struct scenario_rows rows;
    struct cor_query query;
    char id[FIXTURE_LINKS][8];
    uint32_t via[2], mode[2], avoid[1], service_link[2][3];
};

enum { TRANSFERS = 1, SERVICES = 2, BORDERS = 4, STOPS = 8, FILTERS = 16 };

static double number_or_nan(uint64_t *seed, uint32_t bound)
{
    const bool is_known = random_below(seed, 12) != 0;
    const double number = random_below(seed, bound);
    return is_known ? number : (double)NAN;
}

static void make_links(struct made *made, uint64_t *seed)
{
    static const uint32_t gauge_mm[] = {0, 0, 1435, 1520};
    struct scenario_rows *rows = &made->rows;
    const uint32_t bound = random_below(seed, 2) == 0 ? 3 : 1000;
    rows->n_link =
        rows->n_place + random_below(seed, FIXTURE_LINKS - rows->n_place);
    for (uint32_t i = 0; i < rows->n_link; i++) {
        snprintf(made->id[i], sizeof made->id[i], "%c%u",
                 (char)('a' + random_below(seed, 3)), (unsigned)i);
        rows->link[i] = (struct link_row){
            .id = made->id[i],
            .from = random_below(seed, rows->n_place),
            .to = random_below(seed, rows->n_place),
            .mode = random_below(seed, 2),
            .gauge_mm = gauge_mm[random_below(seed, 4)],
            .length_m = random_below(seed, bound),
            .time_s = number_or_nan(seed, bound),
            .one_way = random_below(seed, 6) == 0,
            .is_not_open = random_below(seed, 16) == 0,
        };
    }
}

static void make_transfers(struct made *made, uint64_t *seed)
{
    static const uint32_t gauge_mm[] = {0, 0, 1435, 1520};
    struct scenario_rows *rows = &made->rows;
    rows->n_transfer = 1 + random_below(seed, FIXTURE_RECORDS);
    for (uint32_t i = 0; i < rows->n_transfer; i++)
        rows->transfer[i] = transfer_row(
            random_below(seed, rows->n_place), random_below(seed, 2),
            gauge_mm[random_below(seed, 4)], random_below(seed, 2),
            gauge_mm[random_below(seed, 4)], number_or_nan(seed, 4));
}

static void make_others(struct made *made, unsigned what, uint64_t *seed)
{
    struct scenario_rows *rows = &made->rows;
    for (uint32_t i = 0; i < rows->n_place; i++)
        rows->country[i] = random_below(seed, 4);
    rows->n_border = what & BORDERS ? random_below(seed, FIXTURE_RECORDS) : 0;
    for (uint32_t i = 0; i < rows->n_border; i++)
        rows->border[i] = border_row(
            random_below(seed, rows->n_place), 1 + random_below(seed, 3),
            random_below(seed, 3) == 0 ? COR_NONE : random_below(seed, 2),
            random_below(seed, 4));
    rows->n_service = what & SERVICES ? 2 : 0;
    for (uint32_t i = 0; i < rows->n_service; i++) {
        for (uint32_t j = 0; j < 3; j++)
            made->service_link[i][j] = random_below(seed, rows->n_link);
        rows->service[i] = (struct cor_service){
            .id = "s",
            .n_link = 3,
            .link = made->service_link[i],
            .headway_s = value_of(2 * random_below(seed, 4)),
            .source = COR_NONE};
    }
}

static void make_query(struct made *made, unsigned what, uint64_t *seed)
{
    const uint32_t n = made->rows.n_place;
    struct cor_query *query = &made->query;
    *query = (struct cor_query){.from = random_below(seed, n),
                                .to = random_below(seed, n),
                                .via = made->via,
                                .mode = made->mode,
                                .avoid_place = made->avoid};
    query->n_via = what & STOPS ? random_below(seed, 3) : 0;
    for (uint32_t i = 0; i < query->n_via; i++)
        made->via[i] = random_below(seed, n);
    query->n_mode = what & FILTERS ? random_below(seed, 2) : 0;
    made->mode[0] = random_below(seed, 2);
    made->avoid[0] = random_below(seed, n);
    const bool is_stop = made->avoid[0] == query->from ||
                         made->avoid[0] == query->to || query->n_via != 0;
    query->n_avoid_place = what & FILTERS && !is_stop;
}

static void make(struct made *made, uint64_t seed)
{
    const unsigned what = random_below(&seed, 32);
    *made = (struct made){0};
    made->rows.n_place = 1 + random_below(&seed, 8);
    make_links(made, &seed);
    if (what & TRANSFERS)
        make_transfers(made, &seed);
    make_others(made, what, &seed);
    make_query(made, what, &seed);
}

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
