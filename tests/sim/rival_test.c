#include <corridor/sim/rival.h>

#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* Three links of 100, 100 and 200 km by rail at 50 km/h, 1 USD a box and km,
   and a border of 20 h; hand-computed: 400 km, 8 h + 20 h, 400 + 100 USD. */
#define NETWORK                                                             \
    "corridor: 1\ntitle: Line\n"                                            \
    "places:\n"                                                             \
    "  a: {lon: 50, lat: 40, country: KZ}\n"                                \
    "  b: {lon: 51, lat: 40, country: KZ}\n"                                \
    "  c: {lon: 52, lat: 40, country: KZ}\n"                                \
    "  d: {lon: 54, lat: 40, country: UZ}\n"                                \
    "links:\n"                                                              \
    "  - {id: ab, from: a, to: b, mode: rail, length: 100 km, source: s}\n" \
    "  - {id: bc, from: b, to: c, mode: rail, length: 100 km, source: s}\n" \
    "  - {id: cd, from: c, to: d, mode: rail, length: 200 km, source: s}\n" \
    "borders:\n"                                                            \
    "  - {at: d, into: UZ, time: 20 h, cost: 100 USD, source: s}\n"         \
    "defaults:\n"                                                           \
    "  rail: {speed: 50 km/h, cost: 1 USD/FEU-km, source: s}\n"             \
    "sources:\n"                                                            \
    "  s: {grade: A}\n  t: {grade: B}\n  u: {grade: C}\n"                   \
    "policy: official\n"                                                    \
    "rivals:\n"

struct trial {
    struct cor_arena arena;
    const struct cor_scenario *scenario;
    struct cor_routes routes;
    const struct cor_swing *swing;
    uint32_t n;
};

static void find(struct trial *t, const char *text, uint32_t from, uint32_t to)
{
    const struct cor_load how = {.as_of = COR_NO_DATE};
    struct cor_report report;
    enum cor_load_state state;
    cor_arena_init(&t->arena, SIZE_MAX);
    cor_report_init(&report, &t->arena);
    cr_assert_eq(cor_scenario_load_text(&t->scenario, &state, "a.yaml",
                                        cor_text_of(text), &how, &report,
                                        &t->arena, NULL),
                 COR_OK, "%s", report.n == 0 ? "" : report.item[0].message);
    const struct cor_query query = {.from = from, .to = to};
    cr_assert_eq(cor_route_find(&t->routes, t->scenario, &query, COR_BY_LENGTH,
                                1, &t->arena, NULL),
                 COR_OK);
    cr_assert_eq(t->routes.n, 1);
    cr_assert_eq(cor_route_swings(&t->swing, &t->n, t->scenario,
                                  &t->routes.route[0], &t->arena, NULL),
                 COR_OK);
}

static void expect_range(const struct cor_swing *swing,
                         enum cor_measure by,
                         double least,
                         double most,
                         bool moves)
{
    cr_expect_float_eq(swing->least[by], least, 1e-6, "%s: %f",
                       cor_measures[by].name, swing->least[by]);
    cr_expect_float_eq(swing->most[by], most, 1e-6, "%s: %f",
                       cor_measures[by].name, swing->most[by]);
    cr_expect_eq(swing->moves[by], moves, "%s", cor_measures[by].name);
}

Test(rival, a_length_moves_what_rests_on_it)
{
    struct trial t;
    find(&t,
         NETWORK "  - {links: [cd], length: 150 km, source: t}\n"
                 "  - {links: [cd], length: 210 km, source: u}\n",
         0, 3);
    cr_assert_eq(t.n, 1);
    expect_range(&t.swing[0], COR_BY_LENGTH, 350000, 410000, true);
    expect_range(&t.swing[0], COR_BY_TIME, 27 * 3600, 28.2 * 3600, true);
    expect_range(&t.swing[0], COR_BY_COST, 450, 510, true);
    cr_expect(isnan(t.swing[0].least[COR_BY_CO2E]));
    cr_expect_not(t.swing[0].moves[COR_BY_CO2E]);
    cor_arena_finish(&t.arena);
}

Test(rival, exactly_two_hundredths_move_nothing)
{
    struct trial t;
    find(&t, NETWORK "  - {links: [cd], length: 208 km, source: t}\n", 0, 3);
    expect_range(&t.swing[0], COR_BY_LENGTH, 400000, 408000, false);
    cor_arena_finish(&t.arena);
    find(&t, NETWORK "  - {links: [cd], length: 208.1 km, source: t}\n", 0, 3);
    expect_range(&t.swing[0], COR_BY_LENGTH, 400000, 408100, true);
    cor_arena_finish(&t.arena);
}

Test(rival, of_a_line_a_route_has_its_share)
{
    const char *text =
        NETWORK "  - {links: [ab, bc, cd], length: 480 km, source: t}\n";
    struct trial t;
    find(&t, text, 0, 3);
    expect_range(&t.swing[0], COR_BY_LENGTH, 400000, 480000, true);
    cor_arena_finish(&t.arena);
    find(&t, text, 0, 1);
    expect_range(&t.swing[0], COR_BY_LENGTH, 100000, 120000, true);
    cor_arena_finish(&t.arena);
}

Test(rival, borders_move_time_and_cost)
{
    struct trial t;
    find(&t,
         NETWORK "  - {at: d, into: UZ, time: 2 h, cost: 101 USD, source: t}\n",
         0, 3);
    cr_assert_eq(t.n, 2);
    expect_range(&t.swing[0], COR_BY_TIME, 10 * 3600, 28 * 3600, true);
    expect_range(&t.swing[0], COR_BY_COST, 500, 500, false);
    expect_range(&t.swing[1], COR_BY_COST, 500, 501, false);
    const struct cor_route *route = &t.routes.route[0];
    cr_expect(cor_leg_has_rivals(t.scenario, &route->leg[route->n_leg - 1]));
    cr_expect_not(cor_leg_has_rivals(t.scenario, &route->leg[0]));
    cor_arena_finish(&t.arena);
}

Test(rival, what_a_route_does_not_meet_is_left_out)
{
    struct trial t;
    find(&t,
         NETWORK "  - {links: [cd], length: 300 km, source: t}\n"
                 "  - {links: [ab], capacity: 3 Mt/y, source: t}\n"
                 "  - {links: [ab], capacity: 4 Mt/y, source: u}\n",
         0, 2);
    cr_expect_eq(t.scenario->n_rivals, 2);
    cr_expect_eq(t.n, 0);
    cor_arena_finish(&t.arena);
}

/* A swing is what loading with the other value in its place gives. */
Test(rival, agrees_with_a_scenario_that_has_the_other_value)
{
    struct trial own;
    find(&own, NETWORK "  - {links: [bc], length: 37 km, source: t}\n", 0, 3);
    struct trial forced;
    static const char low_policy[] =
        NETWORK "  - {links: [bc], length: 37 km, source: t}\n";
    char text[4096];
    strcpy(text, low_policy);
    memcpy(strstr(text, "policy: official"), "policy: low     ", 16);
    find(&forced, text, 0, 3);
    for (int by = COR_BY_LENGTH; by <= COR_BY_COST; by++)
        cr_expect_eq(own.swing[0].least[by], forced.routes.route[0].amount[by]);
    cor_arena_finish(&own.arena);
    cor_arena_finish(&forced.arena);
}
