/* How much of a route lies in a group, held against sums made by hand. */
#include <corridor/sim/group.h>

#include "tests/sim/fixture.h"

enum { A, B, C, D };

/* AA to BB to no country: 100 km in AA, 60 km half in each, 40 km out of BB. */
Test(group, takes_half_of_a_link_between_countries)
{
    const struct scenario_rows rows = {
        .n_place = 4,
        .country = {1, 1, 2, 0},
        .n_link = 3,
        .link =
            {{.id = "ab", .from = A, .to = B, .length_m = 100e3, .time_s = NAN},
             {.id = "bc", .from = B, .to = C, .length_m = 60e3, .time_s = NAN},
             {.id = "cd", .from = C, .to = D, .length_m = 40e3, .time_s = NAN}},
    };
    const struct cor_member first = {0, COR_NO_DATE, COR_NO_DATE, COR_NONE};
    const struct cor_group group = {.n_member = 1, .member = &first};
    const struct cor_group none = {.n_member = 0};
    const struct cor_group all = {.is_all = true};
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_scenario *s = scenario_of(&rows, &arena);
    const struct cor_query query = {.from = A, .to = D};
    struct cor_routes found;
    cr_assert_eq(
        cor_route_find(&found, s, &query, COR_BY_LENGTH, 1, &arena, NULL),
        COR_OK);
    cr_expect_eq(cor_route_in_group_m(s, &found.route[0], &group), 130e3);
    cr_expect_eq(cor_route_in_group_m(s, &found.route[0], &none), 0);
    cr_expect_eq(cor_route_in_group_m(s, &found.route[0], &all), 200e3);
    cor_arena_finish(&arena);
}
