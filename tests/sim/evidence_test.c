#include <corridor/sim/evidence.h>

#include "tests/sim/fixture.h"

/* Sources, and the grades that they have. */
enum { GOOD, POOR, ODD, MEMORY, ASSUMED, N_SOURCE };
static const char *const ids[N_SOURCE] = {"good", "poor", "odd", "memory",
                                          "assumed"};
static const char *const grades[N_SOURCE] = {"A", "C", "fine", "D", NULL};

static struct cor_arena arena;
static struct cor_scenario scenario;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    scenario = (struct cor_scenario){
        .n_mode = COR_N_MODE,
        .mode = cor_modes,
        .sources = {.n = N_SOURCE,
                    .ids = fixture_names(ids, N_SOURCE, &arena),
                    .grade = grades},
    };
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(evidence, .init = begin, .fini = end);

/* Times of 40 h in all, one for each thing that can stand behind them. */
static const struct cor_leg legs[] = {
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {10, COR_BASIS_RECORD, GOOD}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {5, COR_BASIS_DEFAULT, GOOD}},
    {.mode = COR_MODE_FERRY,
     .figure[COR_BY_TIME] = {1, COR_BASIS_DEFAULT, POOR}},
    {.mode = COR_MODE_RAIL, .figure[COR_BY_TIME] = {2, COR_BASIS_SPEED, ODD}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {4, COR_BASIS_RECORD, MEMORY}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {8, COR_BASIS_RECORD, ASSUMED}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {7, COR_BASIS_RECORD, COR_NONE}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {3, COR_BASIS_GEODESIC, GOOD}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {0, COR_BASIS_RULE, COR_NONE}},
    {.mode = COR_MODE_RAIL,
     .figure[COR_BY_TIME] = {NAN, COR_BASIS_NONE, COR_NONE}},
};
static const struct cor_route route = {
    .n_leg = sizeof legs / sizeof legs[0],
    .leg = legs,
    .n_unknown = {0, 1},
};

Test(evidence, weighs_legs_by_their_values)
{
    static const double share[COR_N_EVIDENCE] = {15.0 / 40, 0,        1.0 / 40,
                                                 0,         2.0 / 40, 4.0 / 40,
                                                 8.0 / 40,  7.0 / 40, 3.0 / 40};
    const struct cor_route_evidence got =
        cor_route_evidence(&scenario, &route, COR_BY_TIME);
    for (int e = 0; e < COR_N_EVIDENCE; e++)
        cr_expect_eq(got.share[e], share[e], "%s", cor_evidences[e]);
    cr_expect_eq(got.default_share, 6.0 / 40);
    cr_expect_eq(got.n_unknown, 1);
}

Test(evidence, has_no_shares_of_nothing)
{
    const struct cor_route_evidence got =
        cor_route_evidence(&scenario, &route, COR_BY_LENGTH);
    for (int e = 0; e < COR_N_EVIDENCE; e++)
        cr_expect(isnan(got.share[e]), "%s", cor_evidences[e]);
    cr_expect(isnan(got.default_share));
}

Test(evidence, counts_defaults_by_mode)
{
    cr_expect_eq(cor_route_defaults(&route, COR_MODE_RAIL, COR_BY_TIME), 1);
    cr_expect_eq(cor_route_defaults(&route, COR_MODE_FERRY, COR_BY_TIME), 1);
    cr_expect_eq(cor_route_defaults(&route, COR_MODE_ROAD, COR_BY_TIME), 0);
    cr_expect_eq(cor_route_defaults(&route, COR_MODE_RAIL, COR_BY_COST), 0);
}
