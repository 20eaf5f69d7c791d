#include <corridor/sim/indicators.h>

#include "tests/sim/fixture.h"

enum { A, B, C, D, N_PLACES };

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(indicators, .init = begin, .fini = end);

static const double hour_s = 3600, kmh_m_s = 1 / 3.6;

/* A border that stands at a place, with a source of its own. */
static struct cor_border border(uint32_t place,
                                uint32_t country,
                                double time_h,
                                double cost_usd,
                                int source)
{
    struct cor_border made =
        border_row(place, country, COR_MODE_RAIL, time_h * hour_s);
    made.cost_usd = value_of(cost_usd);
    made.time_s.source = made.cost_usd.source = (uint32_t)source;
    return made;
}

static struct link_row
row(const char *id, uint32_t from, uint32_t mode, double km, double h)
{
    return (struct link_row){.id = id,
                             .from = from,
                             .to = from + 1,
                             .mode = mode,
                             .length_m = km * 1000,
                             .time_s = h * hour_s};
}

/* AA, a border with an office on either side, BB, a ferry on to CC: rail
   100 + 200 km in 2 + 4 h, 78 and 30 h and 297 and 215 USD at the border, the
   port 10 h and 10 USD, the ferry 300 km in 14 h. */
static struct scenario_rows border_rows(void)
{
    struct scenario_rows rows = {
        .n_place = N_PLACES,
        .country = {1, 2, 2, 3},
        .n_link = 3,
        .link = {row("ab", A, COR_MODE_RAIL, 100, 2),
                 row("bc", B, COR_MODE_RAIL, 200, 4),
                 row("cd", C, COR_MODE_FERRY, 300, 14)},
        .n_transfer = 1,
        .transfer = {transfer_row(C, COR_MODE_RAIL, 0, COR_MODE_FERRY, 0,
                                  10 * 3600)},
        .n_border = 2,
        .border = {border(A, 2, 30, 215, 1), border(B, 2, 78, 297, 2)},
    };
    rows.transfer[0].cost_usd = value_of(10);
    for (int mode = 0; mode < COR_N_MODE; mode++)
        rows.defaults[mode].cost_usd_per_tkm = (struct cor_value){0.05, 3};
    return rows;
}

static const struct cor_route *travel(const struct cor_scenario *scenario)
{
    struct cor_routes found;
    const struct cor_query query = {.from = A, .to = D};
    cr_assert_eq(
        cor_route_find(&found, scenario, &query, COR_BY_TIME, 1, &arena, NULL),
        COR_OK);
    cr_assert_eq(found.n, 1);
    return &found.route[0];
}

static void expect_near(double got, double wanted)
{
    cr_expect_float_eq(got, wanted, 1e-9 * fabs(wanted), "%.17g, not %.17g",
                       got, wanted);
}

Test(indicators, are_those_of_the_whole_route)
{
    struct scenario_rows rows = border_rows();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_indicator_value got[COR_N_INDICATOR];
    cor_route_indicators(got, scenario, travel(scenario), cor_whole_route);
    expect_near(got[COR_TFI1].value, (30 + 78) / 2.0 * hour_s);
    expect_near(got[COR_TFI2].value, (215 + 297) / 2.0);
    /* 600 km of 24 t at 0.05 are 720 USD; 1,242 USD in all. */
    expect_near(got[COR_TFI3].value, 1242.0 * 500 / 600 * 20 / 24);
    expect_near(got[COR_TFI4].value, 600 / 138.0 * kmh_m_s);
    expect_near(got[COR_SWOD].value, 600 / 20.0 * kmh_m_s);
}

Test(indicators, leave_out_what_is_of_another_mode_or_country)
{
    struct scenario_rows rows = border_rows();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_indicator_value got[COR_N_INDICATOR];
    /* By rail in BB: half of a to b, b to c, and the border at b. */
    const struct cor_indicator_scope scope = {COR_MODE_RAIL, 1, COR_NONE,
                                              COR_EITHER_WAY};
    cor_route_indicators(got, scenario, travel(scenario), scope);
    expect_near(got[COR_TFI1].value, 78 * hour_s);
    expect_near(got[COR_SWOD].value, 250 / 5.0 * kmh_m_s);
    expect_near(got[COR_TFI4].value, 250 / 83.0 * kmh_m_s);
    expect_near(got[COR_TFI3].value,
                (250 * 24 * 0.05 + 297) * 500 / 250 * 20 / 24);
}

Test(indicators, tell_coming_in_from_going_out)
{
    struct scenario_rows rows = border_rows();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const struct cor_route *route = travel(scenario);
    struct cor_indicator_value got[COR_N_INDICATOR];
    struct cor_indicator_scope scope = cor_whole_route;
    scope.direction = COR_OUTBOUND;
    cor_route_indicators(got, scenario, route, scope);
    expect_near(got[COR_TFI1].value, 30 * hour_s);
    scope.direction = COR_INBOUND;
    cor_route_indicators(got, scenario, route, scope);
    expect_near(got[COR_TFI1].value, 78 * hour_s);
    scope.place = A;
    cor_route_indicators(got, scenario, route, scope);
    cr_expect(isnan(got[COR_TFI1].value));
    cr_expect_eq(got[COR_TFI1].n_leg, 0);
}

Test(indicators, are_unknown_where_a_leg_is)
{
    struct scenario_rows rows = border_rows();
    rows.border[0].cost_usd.number = NAN;
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    struct cor_indicator_value got[COR_N_INDICATOR];
    cor_route_indicators(got, scenario, travel(scenario), cor_whole_route);
    cr_expect(isnan(got[COR_TFI2].value) && isnan(got[COR_TFI3].value));
    cr_expect_not_null(got[COR_TFI2].reason);
    cr_expect_not_null(got[COR_TFI3].reason);
    cr_expect_null(got[COR_TFI1].reason);
}

Test(indicators, are_none_of_a_route_that_goes_nowhere)
{
    struct scenario_rows rows = border_rows();
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const struct cor_route nowhere = {.n_leg = 0};
    struct cor_indicator_value got[COR_N_INDICATOR];
    cor_route_indicators(got, scenario, &nowhere, cor_whole_route);
    for (int i = 0; i < COR_N_INDICATOR; i++) {
        cr_expect(isnan(got[i].value), "%s", cor_indicators[i].id);
        cr_expect_not_null(got[i].reason, "%s", cor_indicators[i].id);
    }
}

static struct cor_measurement
measured(enum cor_indicator indicator, double value, uint32_t source)
{
    return (struct cor_measurement){.indicator = indicator,
                                    .value = value,
                                    .mode = COR_NONE,
                                    .country = COR_NONE,
                                    .place = COR_NONE,
                                    .corridor = COR_NONE,
                                    .source = source};
}

Test(indicators, stand_beside_what_was_measured_in_their_scope)
{
    struct scenario_rows rows = border_rows();
    struct cor_scenario scenario = *scenario_of(&rows, &arena);
    struct cor_measurement list[] = {
        measured(COR_TFI1, 69.7 * 3600, 2), measured(COR_TFI1, 3600, 9),
        measured(COR_SWOD, 10, 1),          measured(COR_TFI3, 800, 3),
        measured(COR_TFI4, 10, 9),
    };
    list[1].mode = COR_MODE_ROAD;
    list[4].corridor = 5;
    scenario.measurement = list;
    scenario.n_measurement = 5;
    const struct cor_measured *got;
    uint32_t n;
    cr_assert_eq(cor_route_measured(&got, &n, &scenario, travel(&scenario),
                                    COR_NONE, &arena, NULL),
                 COR_OK);
    cr_assert_eq(n, 3, "neither the road nor the other corridor");
    cr_expect_eq(got[0].measurement, &list[0]);
    cr_expect(got[0].is_input);
    expect_near(got[0].here.value, 54 * hour_s);
    cr_expect_eq(got[1].measurement, &list[2]);
    cr_expect_not(got[1].is_input, "borders are no part of the speed");
    cr_expect(got[2].is_input, "links take their cost from source 3");
    cr_assert_eq(cor_route_measured(&got, &n, &scenario, travel(&scenario), 5,
                                    &arena, NULL),
                 COR_OK);
    cr_expect_eq(n, 4);
}
