/* Cost, and what time costs the cargo. */
#include "tests/sim/fixture.h"

enum { A, B, C };

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(generalised_cost, .init = begin, .fini = end);

static const double hour_s = 3600;

static struct link_row
row(const char *id, uint32_t from, uint32_t to, uint32_t mode, double h)
{
    return (struct link_row){.id = id,
                             .from = from,
                             .to = to,
                             .mode = mode,
                             .length_m = 100000,
                             .time_s = h * hour_s};
}

/* From a to c in 20 h by rail over b, where a border takes 10 h and 50 USD, or
   in 8 h by road: 240 USD by rail, 480 by road. */
static struct scenario_rows two_ways(void)
{
    struct scenario_rows rows = {
        .n_place = 3,
        .country = {1, 1, 2},
        .n_link = 3,
        .link = {row("ab", A, B, COR_MODE_RAIL, 10),
                 row("bc", B, C, COR_MODE_RAIL, 10),
                 row("ac", A, C, COR_MODE_ROAD, 8)},
        .n_border = 1,
        .border = {border_row(B, 2, COR_MODE_RAIL, 10 * hour_s)},
    };
    rows.border[0].cost_usd = value_of(50);
    rows.defaults[COR_MODE_RAIL].cost_usd_per_tkm = value_of(0.05);
    rows.defaults[COR_MODE_ROAD].cost_usd_per_tkm = value_of(0.2);
    return rows;
}

static const struct cor_routes *
find(const struct scenario_rows *rows, double usd_per_h, enum cor_measure by)
{
    struct cor_scenario *scenario =
        cor_arena_copy(&arena, scenario_of(rows, &arena), 1, sizeof *scenario);
    struct cor_routes *found = fixture_take(&arena, 1, sizeof *found);
    const struct cor_query query = {.from = A, .to = C};
    scenario->cargo.time_value_usd_per_s = value_of(usd_per_h / hour_s);
    cr_assert_eq(cor_route_find(found, scenario, &query, by, 2, &arena, NULL),
                 COR_OK);
    return found;
}

static bool is_by_road(const struct cor_routes *found)
{
    cr_assert_eq(found->n, 2);
    return found->route[0].n_leg == 1;
}

Test(generalised_cost, is_cost_and_time_at_its_price)
{
    const struct scenario_rows rows = two_ways();
    const struct cor_routes *found = find(&rows, 4, COR_BY_GENERALISED_COST);
    /* 240 + 50 + 30 h at 4 USD, and 480 + 8 h at 4 USD. */
    cr_expect_not(is_by_road(found));
    cr_expect_float_eq(found->route[0].amount[COR_BY_GENERALISED_COST], 410,
                       1e-9);
    cr_expect_float_eq(found->route[1].amount[COR_BY_GENERALISED_COST], 512,
                       1e-9);
}

/* 290 + 30 v is 480 + 8 v where v is 190 / 22 USD an hour. */
Test(generalised_cost, turns_the_best_route_where_the_price_does)
{
    const struct scenario_rows rows = two_ways();
    const double even = 190.0 / 22;
    cr_expect_not(
        is_by_road(find(&rows, even - 0.01, COR_BY_GENERALISED_COST)));
    cr_expect(is_by_road(find(&rows, even + 0.01, COR_BY_GENERALISED_COST)));
    cr_expect_not(is_by_road(find(&rows, even + 0.01, COR_BY_COST)));
}

Test(generalised_cost, is_cost_alone_where_time_is_free)
{
    const struct scenario_rows rows = two_ways();
    const struct cor_routes *found = find(&rows, 0, COR_BY_GENERALISED_COST);
    for (uint32_t i = 0; i < 2; i++)
        cr_expect_eq(found->route[i].amount[COR_BY_GENERALISED_COST],
                     found->route[i].amount[COR_BY_COST]);
}

Test(generalised_cost, is_not_known_without_a_price)
{
    const struct scenario_rows rows = two_ways();
    const struct cor_routes *found = find(&rows, NAN, COR_BY_GENERALISED_COST);
    cr_expect_eq(found->n, 0);
    cr_expect_eq(found->absence, COR_ABSENCE_UNKNOWN);
    found = find(&rows, NAN, COR_BY_COST);
    cr_expect(isnan(found->route[0].amount[COR_BY_GENERALISED_COST]));
}

/* A border without a cost still takes its time: 240 + 30 v against 480 + 8 v,
   even where v is 240 / 22. */
Test(generalised_cost, counts_what_is_known_of_a_border)
{
    struct scenario_rows rows = two_ways();
    const double even = 240.0 / 22;
    rows.border[0].cost_usd.number = NAN;
    const struct cor_routes *found =
        find(&rows, even - 0.01, COR_BY_GENERALISED_COST);
    cr_expect_not(is_by_road(found));
    cr_expect(isnan(found->route[0].amount[COR_BY_GENERALISED_COST]));
    cr_expect(is_by_road(find(&rows, even + 0.01, COR_BY_GENERALISED_COST)));
}
