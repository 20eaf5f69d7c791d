/* Where the numbers of a scenario come from, counted by hand. */
#include <corridor/model/load.h>
#include <corridor/model/provenance.h>

#include <criterion/criterion.h>

static const char text[] =
    "corridor: 1\n"
    "title: Numbers\n"
    "places:\n"
    "  a: {lon: 0, lat: 0, country: KZ}\n"
    "  b: {lon: 1, lat: 0, country: KZ}\n"
    "  c: {lon: 2, lat: 0, country: AZ}\n"
    "sources:\n"
    "  s: {title: S, grade: A}\n"
    "  t: {title: T, grade: C}\n"
    "  u: {title: U}\n"
    "  derived: {title: Worked out, grade: C}\n"
    "links:\n"
    "  - {id: ab, from: a, to: b, mode: rail, length: 112 km, time: 2 h,\n"
    "     note: Share of 300 km by geometry, source: s}\n"
    "  - {id: bc, from: b, to: c, mode: ferry, source: t, speed: 20 km/h,\n"
    "     cost: {value: 9 USD, source: u}}\n"
    "  - {id: ac, from: a, to: c, mode: road, length: {value: 230 km,\n"
    "     source: memory}, time: {value: 4 h, source: derived}}\n"
    "transfers:\n"
    "  - {at: b, from: {mode: rail}, to: {mode: ferry}, time: 3 h,\n"
    "     cost: {value: 5 USD, source: assumed}, both-ways: true, source: s}\n"
    "borders:\n"
    "  - {at: c, into: AZ, time: 6 h}\n"
    "services:\n"
    "  - {id: line, links: [bc], sailings: 3 per week, vessels: 2,\n"
    "     source: t}\n";

static struct cor_provenance count(const char *written, struct cor_arena *arena)
{
    struct cor_report report;
    const struct cor_scenario *scenario;
    enum cor_load_state state;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    struct cor_error err = {0};
    cor_report_init(&report, arena);
    cr_assert_eq(cor_scenario_load_text(&scenario, &state, "n.yaml",
                                        cor_text_of(written), &how, &report,
                                        arena, &err),
                 COR_OK, "%s", err.text);
    return cor_provenance_count(scenario);
}

Test(provenance, counts_each_number_once_by_its_own_source)
{
    static const uint32_t wanted[COR_N_ORIGIN] = {
        [COR_ORIGIN_A] = 2,          /* time of ab; time of the transfer */
        [COR_ORIGIN_C] = 3,          /* speed of bc; sailings, vessels */
        [COR_ORIGIN_UNGRADED] = 1,   /* cost of bc */
        [COR_ORIGIN_SHARED] = 1,     /* length of ab */
        [COR_ORIGIN_DERIVED] = 1,    /* time of ac */
        [COR_ORIGIN_REMEMBERED] = 1, /* length of ac */
        [COR_ORIGIN_ASSUMED] = 1,    /* cost of the transfer, both ways */
        [COR_ORIGIN_UNSOURCED] = 1,  /* the border */
    };
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_provenance counted = count(text, &arena);
    for (int i = 0; i < COR_N_ORIGIN; i++)
        cr_expect_eq(counted.n[i], wanted[i], "origin %d: %u", i, counted.n[i]);
    cr_expect_eq(counted.n_value, 11);
    cr_expect_eq(counted.n_sourced, 6);
    cr_expect_eq(counted.n_length_unstated, 1);
    cor_arena_finish(&arena);
}
