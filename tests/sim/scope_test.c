/* Tank-to-wheel and well-to-wheel have no sum. */
#include <corridor/sim/cause.h>

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

TestSuite(scope, .init = begin, .fini = end);

/* 100 km by rail in AA, 100 km by ferry on to BB; g/tkm by 24 t. */
static struct scenario_rows rows_of(enum cor_scope rail, enum cor_scope ferry)
{
    struct scenario_rows rows = {
        .n_place = 3,
        .country = {1, 1, 2},
        .n_link = 2,
        .link = {{.id = "ab",
                  .from = A,
                  .to = B,
                  .mode = COR_MODE_RAIL,
                  .length_m = 100000,
                  .time_s = 3600},
                 {.id = "bc",
                  .from = B,
                  .to = C,
                  .mode = COR_MODE_FERRY,
                  .length_m = 100000,
                  .time_s = 3600}},
    };
    rows.defaults[COR_MODE_RAIL].co2e_kg_per_tkm = value_of(0.03125);
    rows.defaults[COR_MODE_RAIL].scope = rail;
    rows.defaults[COR_MODE_FERRY].co2e_kg_per_tkm = value_of(0.0625);
    rows.defaults[COR_MODE_FERRY].scope = ferry;
    return rows;
}

static const struct cor_routes *find(const struct cor_scenario *scenario)
{
    struct cor_routes *found = fixture_take(&arena, 1, sizeof *found);
    const struct cor_query query = {.from = A, .to = C};
    cr_assert_eq(
        cor_route_find(found, scenario, &query, COR_BY_TIME, 1, &arena, NULL),
        COR_OK);
    cr_assert_eq(found->n, 1);
    return found;
}

static bool has_note(const struct cor_routes *found)
{
    for (uint32_t i = 0; i < found->n_note; i++)
        if (strcmp(found->note[i].code, "mixed-scopes") == 0)
            return true;
    return false;
}

Test(scope, leaves_a_mixed_total_unknown)
{
    const struct scenario_rows rows = rows_of(COR_SCOPE_TTW, COR_SCOPE_WTW);
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const struct cor_routes *found = find(scenario);
    const struct cor_route *route = &found->route[0];
    struct cor_route_cause cause[COR_N_CAUSE];
    cr_expect(isnan(route->amount[COR_BY_CO2E]));
    cr_expect_eq(route->n_unknown[COR_BY_CO2E], 0);
    cr_expect(has_note(found));
    cr_expect_eq(cor_leg_scope(scenario, &route->leg[0]), COR_SCOPE_TTW);
    /* In AA both meet; BB has half the ferry's 150 kg. */
    cr_expect(isnan(route->country[0].amount[COR_BY_CO2E]));
    cr_expect_eq(route->country[1].amount[COR_BY_CO2E], 75);
    cor_route_causes(cause, scenario, route);
    cr_expect(isnan(cause[COR_CAUSE_MOVING].amount[COR_BY_CO2E]));
}

Test(scope, sums_what_has_one_or_states_none)
{
    static const enum cor_scope pairs[][2] = {
        {COR_SCOPE_TTW, COR_SCOPE_TTW},
        {COR_SCOPE_WTW, COR_SCOPE_UNSTATED},
        {COR_SCOPE_UNSTATED, COR_SCOPE_UNSTATED}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        const struct scenario_rows rows = rows_of(pairs[i][0], pairs[i][1]);
        const struct cor_routes *found = find(scenario_of(&rows, &arena));
        cr_expect_eq(found->route[0].amount[COR_BY_CO2E], 75 + 150);
        cr_expect_not(has_note(found));
    }
}

Test(scope, of_a_link_stands_for_its_own_number)
{
    const struct scenario_rows rows = rows_of(COR_SCOPE_TTW, COR_SCOPE_TTW);
    struct cor_scenario scenario = *scenario_of(&rows, &arena);
    static const double own_kg[] = {60, NAN};
    static const uint8_t scopes[] = {COR_SCOPE_WTW, COR_SCOPE_UNSTATED};
    scenario.links.co2e_kg = own_kg;
    scenario.links.co2e_scope = scopes;
    cr_expect(isnan(find(&scenario)->route[0].amount[COR_BY_CO2E]));
}
