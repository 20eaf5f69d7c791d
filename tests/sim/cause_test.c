#include <corridor/sim/cause.h>

#include "tests/sim/fixture.h"

enum { A, B, C, D, E, N_PLACES };

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(cause, .init = begin, .fini = end);

static struct link_row
row(const char *id, uint32_t from, uint32_t mode, uint32_t gauge_mm, double km)
{
    return (struct link_row){.id = id,
                             .from = from,
                             .to = from + 1,
                             .mode = mode,
                             .gauge_mm = gauge_mm,
                             .length_m = km * 1000,
                             .time_s = km * 60};
}

/* Two gauges, a road, a ferry beyond: every cause there is, once. */
static struct scenario_rows every_cause(void)
{
    static const uint32_t by_boat[] = {3};
    return (struct scenario_rows){
        .n_place = N_PLACES,
        .country = {1, 2, 2, 2, 2},
        .n_link = 4,
        .link = {row("ab", A, COR_MODE_RAIL, 1435, 100),
                 row("bc", B, COR_MODE_RAIL, 1520, 90),
                 row("cd", C, COR_MODE_ROAD, 0, 120),
                 row("de", D, COR_MODE_FERRY, 0, 200)},
        .n_transfer = 3,
        .transfer = {transfer_row(B, COR_MODE_RAIL, 1435, COR_MODE_RAIL, 1520,
                                  80),
                     transfer_row(C, COR_MODE_RAIL, 1520, COR_MODE_ROAD, 0, 50),
                     transfer_row(D, COR_MODE_ROAD, 0, COR_MODE_FERRY, 0, 200)},
        .n_border = 1,
        .border = {border_row(B, 2, COR_MODE_RAIL, 7000)},
        .n_service = 1,
        .service = {{.id = "boat",
                     .n_link = 1,
                     .link = by_boat,
                     .headway_s = {3000, COR_NONE},
                     .source = COR_NONE}},
    };
}

static const struct cor_route *travel(const struct cor_scenario *scenario)
{
    struct cor_routes found;
    const struct cor_query query = {.from = A, .to = E};
    cr_assert_eq(
        cor_route_find(&found, scenario, &query, COR_BY_TIME, 1, &arena, NULL),
        COR_OK);
    cr_assert_eq(found.n, 1);
    return &found.route[0];
}

Test(cause, sums_legs_by_what_they_do)
{
    /* 510 km at a minute each; half of 3,000 s of headway. */
    static const double time_s[COR_N_CAUSE] = {30600, 1500, 7000, 80, 200, 50};
    static const uint32_t n_leg[COR_N_CAUSE] = {4, 1, 1, 1, 1, 1};
    struct scenario_rows rows = every_cause();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_route_cause cause[COR_N_CAUSE];
    cor_route_causes(cause, scenario, travel(scenario));
    for (int c = 0; c < COR_N_CAUSE; c++) {
        cr_expect_eq(cause[c].n_leg, n_leg[c], "%s", cor_causes[c]);
        cr_expect_eq(cause[c].amount[COR_BY_TIME], time_s[c], "%s: %g",
                     cor_causes[c], cause[c].amount[COR_BY_TIME]);
        cr_expect_eq(cause[c].amount[COR_BY_LENGTH],
                     c == COR_CAUSE_MOVING ? 510000 : 0);
    }
}

Test(cause, leaves_unknown_what_a_leg_does_not_state)
{
    struct scenario_rows rows = every_cause();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_route_cause cause[COR_N_CAUSE];
    cor_route_causes(cause, scenario, travel(scenario));
    cr_expect(isnan(cause[COR_CAUSE_BORDER].amount[COR_BY_COST]));
    cr_expect_eq(cause[COR_CAUSE_GAUGE].amount[COR_BY_COST], 80);
}

Test(cause, calls_a_change_of_gauge_so_whatever_its_record_is_called)
{
    struct scenario_rows rows = every_cause();
    rows.transfer[0].kind = "port";
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_route_cause cause[COR_N_CAUSE];
    cor_route_causes(cause, scenario, travel(scenario));
    cr_expect_eq(cause[COR_CAUSE_GAUGE].n_leg, 1);
    cr_expect_eq(cause[COR_CAUSE_PORT].n_leg, 1);
}

/* Doubling is exact in binary, so no sum may differ by even a last digit. */
Test(cause, doubles_with_every_time_to_the_last_digit)
{
    struct scenario_rows rows = every_cause();
    for (uint32_t i = 0; i < rows.n_link; i++)
        rows.link[i].time_s /= 7;
    struct scenario_rows twice = rows;
    for (uint32_t i = 0; i < rows.n_link; i++)
        twice.link[i].time_s *= 2;
    for (uint32_t i = 0; i < rows.n_transfer; i++)
        twice.transfer[i].time_s.number *= 2;
    twice.border[0].time_s.number *= 2;
    twice.service[0].headway_s.number *= 2;
    const struct cor_scenario *once = scenario_of(&rows, &arena);
    const struct cor_scenario *doubled = scenario_of(&twice, &arena);
    const struct cor_route *a = travel(once), *b = travel(doubled);
    struct cor_route_cause of_a[COR_N_CAUSE], of_b[COR_N_CAUSE];
    cor_route_causes(of_a, once, a);
    cor_route_causes(of_b, doubled, b);
    cr_expect_eq(b->amount[COR_BY_TIME], 2 * a->amount[COR_BY_TIME]);
    for (int c = 0; c < COR_N_CAUSE; c++)
        cr_expect_eq(of_b[c].amount[COR_BY_TIME],
                     2 * of_a[c].amount[COR_BY_TIME], "%s", cor_causes[c]);
}
