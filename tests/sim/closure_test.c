#include <corridor/sim/closure.h>

#include "tests/sim/fixture.h"

enum { A, B, C, D, E, F };

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(closure, .init = begin, .fini = end);

static struct link_row
row(const char *id, uint32_t from, uint32_t to, double hours)
{
    return (struct link_row){.id = id,
                             .from = from,
                             .to = to,
                             .mode = COR_MODE_RAIL,
                             .length_m = hours * 50e3,
                             .time_s = hours * 3600};
}

/* A line from A over B and C to D, with a dearer way from A to C. */
static struct scenario_rows line_with_detour(void)
{
    return (struct scenario_rows){
        .n_place = 5,
        .n_link = 5,
        .link = {row("ab", A, B, 1), row("bc", B, C, 1), row("cd", C, D, 1),
                 row("ae", A, E, 2), row("ec", E, C, 2)}};
}

static struct cor_closures close_all(const struct scenario_rows *rows,
                                     const struct cor_query *query)
{
    struct cor_closures out = {0};
    struct cor_error err = {0};
    const struct cor_scenario *scenario = scenario_of(rows, &arena);
    cr_assert_eq(
        cor_closures_find(&out, scenario, query, COR_BY_TIME, &arena, &err),
        COR_OK, "%s", err.text);
    return out;
}

Test(closure, a_link_stops_or_costs)
{
    const struct scenario_rows rows = line_with_detour();
    const struct cor_query query = {.from = A, .to = D};
    const struct cor_closures found = close_all(&rows, &query);
    cr_assert_eq(found.n, 3);
    cr_expect_float_eq(found.best, 3 * 3600, 1e-6);
    cr_expect_float_eq(found.closure[0].extra, 2 * 3600, 1e-6);
    cr_expect_float_eq(found.closure[1].extra, 2 * 3600, 1e-6);
    cr_expect_not(found.closure[0].stops);
    cr_expect(found.closure[2].stops);
    cr_expect(isnan(found.closure[2].extra));
    cr_expect_eq(found.closure[2].link, 2);
}

/* What is left of a corridor from F over B when B-C closes turns back at B. */
Test(closure, what_is_left_may_turn_back)
{
    struct scenario_rows rows = line_with_detour();
    rows.n_place = 6;
    rows.link[rows.n_link++] = row("fa", F, A, 1);
    const uint32_t via[] = {B};
    const struct cor_query query = {.from = F, .to = D, .n_via = 1, .via = via};
    const struct cor_closures found = close_all(&rows, &query);
    cr_assert_eq(found.n, 4);
    cr_expect_not(found.closure[2].stops);
    cr_expect_float_eq(found.closure[2].extra, (1 + 1 + 1 + 4 + 1 - 4) * 3600.0,
                       1e-6);
    cr_expect_float_eq(found.closure[1].extra, 4 * 3600.0, 1e-6);
}

Test(closure, no_route_has_no_links_to_close)
{
    struct scenario_rows rows = line_with_detour();
    rows.n_link = 2;
    const struct cor_query query = {.from = A, .to = D};
    cr_expect_eq(close_all(&rows, &query).n, 0);
}

Test(closure, failure_leaves_everything_as_it_was)
{
    const struct scenario_rows rows = line_with_detour();
    const uint32_t avoid[] = {D};
    const struct cor_query query = {
        .from = A, .to = D, .n_avoid_place = 1, .avoid_place = avoid};
    struct cor_closures out = {.n = 77};
    struct cor_error err = {0};
    const struct cor_scenario *scenario = scenario_of(&rows, &arena);
    const size_t used = arena.used;
    cr_expect_eq(
        cor_closures_find(&out, scenario, &query, COR_BY_TIME, &arena, &err),
        COR_BAD_INPUT);
    cr_expect_eq(out.n, 77);
    cr_expect_eq(arena.used, used);
}
