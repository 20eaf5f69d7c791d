/* The modes that a cargo may use, where nobody asks for others. */
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

TestSuite(cargo_modes, .init = begin, .fini = end);

static const double hour_s = 3600;
static const uint32_t road_only[] = {COR_MODE_ROAD};

static struct link_row
row(const char *id, uint32_t from, uint32_t to, uint32_t mode, double h)
{
    return (struct link_row){.id = id,
                             .from = from,
                             .to = to,
                             .mode = mode,
                             .length_m = 1000,
                             .time_s = h * hour_s};
}

/* A truck of ten hours, a flight of one, and a pipeline that goes on. */
static struct scenario_rows three_rows(void)
{
    return (struct scenario_rows){
        .n_place = 3,
        .n_link = 3,
        .link = {row("ab", A, B, COR_MODE_ROAD, 10),
                 row("ab-air", A, B, COR_MODE_AIR, 1),
                 row("bc", B, C, COR_MODE_PIPELINE, 5)},
    };
}

static struct cor_routes find(struct cor_query query, uint32_t n_mode)
{
    const struct scenario_rows rows = three_rows();
    struct cor_scenario *scenario =
        cor_arena_copy(&arena, scenario_of(&rows, &arena), 1, sizeof *scenario);
    struct cor_routes found;
    scenario->cargo.n_mode = n_mode;
    scenario->cargo.mode = road_only;
    cr_assert_eq(
        cor_route_find(&found, scenario, &query, COR_BY_TIME, 1, &arena, NULL),
        COR_OK);
    return found;
}

Test(cargo_modes, hold_where_nobody_asks_for_others)
{
    static const uint32_t air = COR_MODE_AIR;
    const struct cor_query query = {.from = A, .to = B};
    const struct cor_query asked = {
        .from = A, .to = B, .n_mode = 1, .mode = &air};
    cr_expect_eq(find(query, 0).route[0].amount[COR_BY_TIME], hour_s);
    cr_expect_eq(find(query, 1).route[0].amount[COR_BY_TIME], 10 * hour_s);
    cr_expect_eq(find(asked, 1).route[0].amount[COR_BY_TIME], hour_s);
}

Test(cargo_modes, say_what_they_cost_and_how_many_links_they_leave_out)
{
    const struct cor_query query = {.from = A, .to = B};
    const struct cor_routes found = find(query, 1);
    cr_assert_eq(found.n_note, 1);
    cr_expect_str_eq(found.note[0].code, "cargo-modes");
    cr_expect_str_eq(found.note[0].text,
                     "would be 9.00 h faster by air, which the cargo may not "
                     "use; 2 open links are left out so");
}

Test(cargo_modes, say_nothing_where_they_change_nothing)
{
    static const uint32_t air = COR_MODE_AIR;
    const struct cor_query query = {
        .from = A, .to = B, .n_avoid_mode = 1, .avoid_mode = &air};
    cr_expect_eq(find(query, 1).n_note, 0);
}

Test(cargo_modes, are_named_where_they_leave_no_way)
{
    static const uint32_t pipeline = COR_MODE_PIPELINE;
    const struct cor_query query = {.from = A, .to = C};
    const struct cor_query avoiding = {
        .from = A, .to = C, .n_avoid_mode = 1, .avoid_mode = &pipeline};
    const struct cor_routes withheld = find(query, 1);
    cr_assert_eq(withheld.absence, COR_ABSENCE_FILTERED);
    cr_expect_str_eq(withheld.reason, "no way from a to c is left by the modes "
                                      "that the cargo may use");
    const struct cor_routes avoided = find(avoiding, 1);
    cr_assert_eq(avoided.absence, COR_ABSENCE_FILTERED);
    cr_expect_str_eq(avoided.reason,
                     "no way from a to c is left by the modes asked for and "
                     "what is to be avoided");
}
