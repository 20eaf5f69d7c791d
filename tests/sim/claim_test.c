#include <corridor/sim/claim.h>

#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(claim, .init = begin, .fini = end);

/* A to D by B is 300 + 400 = 700 km, 7 + 8 h by rail, then ferry; by C
   500 + 600 = 1100 km by road; E hangs on D by a line that opens in 2030, F by
   one that states no time. Kilometres are far longer than the places are apart,
   which is no matter here. */
static const char network[] =
    "corridor: 1\n"
    "title: Four places\n"
    "as_of: 2026-01-01\n"
    "places:\n"
    "  a: {name: A, lon: 60, lat: 40, country: KZ}\n"
    "  b: {name: B, lon: 61, lat: 41, country: UZ}\n"
    "  c: {name: C, lon: 61, lat: 39, country: KZ}\n"
    "  d: {name: D, lon: 62, lat: 40, country: KZ}\n"
    "  e: {name: E, lon: 63, lat: 40, country: KZ}\n"
    "  f: {name: F, lon: 63, lat: 41, country: KZ}\n"
    "links:\n"
    "  - {id: ab, from: a, to: b, mode: rail, length: 300 km, time: 7 h}\n"
    "  - {id: bd, from: b, to: d, mode: ferry, length: 400 km, time: 8 h}\n"
    "  - {id: ac, from: a, to: c, mode: road, length: 500 km, time: 4 h}\n"
    "  - {id: cd, from: c, to: d, mode: road, length: 600 km, time: 5 h}\n"
    "  - {id: de, from: d, to: e, mode: road, length: 100 km, time: 2 h, "
    "status: planned, opens: 2030-01-01}\n"
    "  - {id: df, from: d, to: f, mode: road, length: 100 km}\n"
    "corridors:\n"
    "  north: {title: The north, from: a, to: d, via: [b]}\n"
    "  south: {title: The south, from: a, to: d, via: [c]}\n"
    "  best: {title: The best, from: a, to: d}\n";

static const struct cor_scenario *load(const char *more)
{
    struct cor_report report;
    const struct cor_scenario *scenario = NULL;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    enum cor_load_state state;
    const char *text = cor_text_print(&arena, "%s%s", network, more);
    cor_report_init(&report, &arena);
    const enum cor_status status =
        cor_scenario_load_text(&scenario, &state, "test.yaml",
                               cor_text_of(text), &how, &report, &arena, NULL);
    cr_assert_eq(status, COR_OK, "%s: %s", more,
                 report.n == 0 ? "?" : report.item[0].message);
    return scenario;
}

static struct cor_claim_answer judge(const char *claim)
{
    const char *more =
        cor_text_print(&arena, "claims:\n  - {id: x, text: T, %s}\n", claim);
    const struct cor_scenario *scenario = load(more);
    struct cor_claim_answer answer;
    cr_assert_eq(scenario->n_claim, 1);
    cr_assert_eq(cor_claim_judge(&answer, scenario, &scenario->claim[0], NULL,
                                 &arena, NULL),
                 COR_OK);
    return answer;
}

struct row {
    const char *claim;
    enum cor_verdict verdict;
    const char *sentence;
};

static void expect_rows(const struct row *row, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct cor_claim_answer got = judge(row[i].claim);
        cr_expect_eq(got.verdict, row[i].verdict, "%s: %s, %s", row[i].claim,
                     cor_verdicts[got.verdict], got.sentence);
        cr_expect_str_eq(got.sentence, row[i].sentence);
    }
}

#define EXPECT(ROWS) expect_rows((ROWS), sizeof(ROWS) / sizeof *(ROWS))
#define TRUE COR_VERDICT_TRUE
#define FALSE COR_VERDICT_FALSE
#define ONLY_IF COR_VERDICT_ONLY_IF
#define UNDECIDED COR_VERDICT_UNDECIDED

Test(claim, compares_routes)
{
    static const struct row rows[] = {
        {"metric: length, of: {from: a, to: d, via: [b]}, less-than: {via: "
         "[c]}",
         TRUE, "A–D over B is 700 km, against 1,100 km over C: 400 km shorter"},
        {"metric: length, of: {from: a, to: d, via: [b]}, less-than: {via: "
         "[c]}, by: 400 km",
         TRUE,
         "A–D over B is 700 km, against 1,100 km over C: 400 km shorter, just "
         "the 400 km claimed"},
        {"metric: length, of: {from: a, to: d, via: [b]}, less-than: {via: "
         "[c]}, by: 400.1 km",
         FALSE,
         "A–D over B is 700.0 km, against 1,100.0 km over C: 400.0 km shorter, "
         "less than the 400.1 km claimed"},
        {"metric: length, of: {from: a, to: d, via: [c]}, less-than: {via: "
         "[b]}, by: 4 km",
         FALSE,
         "A–D over C is 1,100 km, against 700 km over B: 400 km longer, not by "
         "the 4 km claimed"},
        {"metric: length, of: {from: a, to: d, via: [b]}, less-than: {avoid: "
         "[c]}",
         FALSE, "A–D over B is 700 km, against 700 km avoiding C: the same"},
        {"metric: time, of: {from: a, to: d}, less-than: {modes: [rail, "
         "ferry]}, by: 20 %",
         TRUE,
         "A–D takes 9 h, against 15 h by rail and ferry: 6 h faster (40 %), "
         "more than the 20 % claimed"},
        {"metric: time, of: {from: a, to: d, via: [b]}, more-than: {from: a, "
         "to: c}, by: 0.5 d",
         FALSE,
         "A–D over B takes 0.62 d, against 0.17 d for A–C: 0.46 d slower, less "
         "than the 0.5 d claimed"},
    };
    EXPECT(rows);
}

Test(claim, compares_with_quantities)
{
    static const struct row rows[] = {
        {"metric: length, of: {from: a, to: d}, at-most: 700 km", TRUE,
         "A–D is 700 km, just the 700 km claimed"},
        {"metric: length, of: {from: a, to: d}, less-than: 700 km", FALSE,
         "A–D is 700 km, just the 700 km claimed"},
        {"metric: length, of: {from: a, to: d}, at-least: 700.2 km", FALSE,
         "A–D is 700.0 km, less than the 700.2 km claimed"},
        {"metric: length, of: {from: a, to: d}, equals: 735 km, within: 5 %",
         TRUE,
         "A–D is 700 km, less than the 735 km claimed, within the 5 % "
         "allowed"},
        {"metric: length, of: {from: a, to: d}, equals: 740 km, within: 5 %",
         FALSE,
         "A–D is 700 km, less than the 740 km claimed, beyond the 5 % "
         "allowed"},
        {"metric: time, of: {from: a, to: d}, more-than: 0.25 d", TRUE,
         "A–D takes 0.4 d, more than the 0.25 d claimed"},
    };
    EXPECT(rows);
}

/* `within` makes a claim of so much, no more and no less. */
Test(claim, takes_so_much_give_or_take)
{
    static const struct {
        const char *by;
        enum cor_verdict verdict;
    } rows[] = {
        {"400 km, within: 0 %", TRUE},
        {"390 km, within: 3 %", TRUE},
        {"390 km, within: 2 %", FALSE},
        {"410 km, within: 3 %", TRUE},
        {"100 km, within: 3 %", FALSE},
        {"100 km", TRUE},
        {"36 %", TRUE},
        {"37 %", FALSE},
        {"36 %, within: 2 %", TRUE},
        {"20 %, within: 2 %", FALSE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *claim = cor_text_print(
            &arena,
            "metric: length, of: {from: a, to: d, via: [b]}, less-than: {via: "
            "[c]}, by: %s",
            rows[i].by);
        cr_expect_eq(judge(claim).verdict, rows[i].verdict, "%s", rows[i].by);
    }
}

Test(claim, counts_what_the_route_of_a_corridor_has)
{
    static const struct row rows[] = {
        {"metric: borders, of: {corridor: north}, equals: 2", TRUE,
         "The north crosses 2 borders, just the 2 borders claimed"},
        {"metric: borders, of: {corridor: south}, more-than: 0", FALSE,
         "The south crosses 0 borders, just the 0 borders claimed"},
        {"metric: borders, of: {corridor: south}, less-than: {corridor: "
         "north}, by: 2",
         TRUE,
         "The south crosses 0 borders, against 2 borders for The north: 2 "
         "fewer, just the 2 claimed"},
        {"metric: transfers, of: {corridor: north}, at-most: 0", TRUE,
         "The north has 0 transfers, just the 0 transfers claimed"},
        /* Some open link has no time, so that it is best by length. */
        {"metric: time, of: {corridor: best}, equals: 15 h", TRUE,
         "The best takes 15 h, just the 15 h claimed"},
    };
    EXPECT(rows);
}

Test(claim, holds_only_for_some)
{
    static const struct row rows[] = {
        {"metric: length, of: {from: [a, c, b], to: d, via: []}, less-than: "
         "650 km",
         ONLY_IF,
         "holds for C–D (600 km) and B–D (400 km), not for A–D (700 km)"},
        {"metric: length, of: {from: a, to: d}, less-than: [{avoid: [b]}, 650 "
         "km]",
         ONLY_IF,
         "holds for A–D against that avoiding B (400 km shorter), not "
         "for A–D (700 km)"},
        {"metric: length, of: [{from: a, to: [b, c]}, {corridor: north}], "
         "less-than: 2000 km",
         TRUE,
         "holds in all 3 cases, by the least in this: The north is 700 km, "
         "less than the 2,000 km claimed"},
        {"metric: length, of: {from: a, to: [b, c]}, less-than: 200 km", FALSE,
         "holds in none of 2 cases; nearest to it, A–B is 300 km, more than "
         "the 200 km claimed"},
    };
    EXPECT(rows);
    cr_expect_str_eq(judge(rows[0].claim).condition, "for C–D and B–D");
}

Test(claim, stays_undecided_for_want_of_routes_and_numbers)
{
    static const struct row rows[] = {
        {"metric: length, of: {from: a, to: e}, less-than: 9 km", UNDECIDED,
         "A–E has no route: the way from a to e needs de, which opens "
         "2030-01-01"},
        {"metric: length, of: {from: a, to: d}, less-than: {via: [e]}",
         UNDECIDED,
         "A–D over E has no route: the way from a to e needs de, which opens "
         "2030-01-01"},
        {"metric: cost, of: {from: a, to: d}, less-than: 9 USD", UNDECIDED,
         "A–D has no route: no way from a to d is of known cost; ab has none, "
         "and its mode has no default"},
        {"metric: time, of: {corridor: best}, less-than: {from: a, to: f, via: "
         "[d]}",
         UNDECIDED,
         "A–F over D has no route: no way from d to f is of known time; df has "
         "none, and its mode has no default"},
        {"metric: length, of: {from: a, to: d}, less-than: {avoid: [d]}",
         UNDECIDED,
         "A–D avoiding D has no route: 'd' is to be avoided and to be passed"},
        {"metric: length, of: {from: [a, c], to: [d, e]}, less-than: 9000 km",
         UNDECIDED,
         "2 of 4 cases cannot be decided: A–E has no route: the way from a to "
         "e needs de, which opens 2030-01-01"},
        {"metric: length, of: {from: a, to: [b, d, e]}, less-than: 500 km",
         ONLY_IF,
         "holds for A–B (300 km), not for A–D (700 km), undecided for A–E"},
    };
    EXPECT(rows);
}

Test(claim, is_judged_at_the_date_it_is_meant_at)
{
    static const struct row rows[] = {
        {"metric: length, of: {from: a, to: e}, less-than: 900 km, when: "
         "{as-of: 2030-01-01}",
         TRUE, "as of 2030-01-01, A–E is 800 km, less than the 900 km claimed"},
        {"metric: length, of: {from: a, to: e}, less-than: 900 km, when: "
         "{as-of: 2029-12-31}",
         UNDECIDED,
         "as of 2029-12-31, A–E has no route: the way from a to e needs de, "
         "which opens 2030-01-01"},
    };
    EXPECT(rows);
}

/* 600 TEU in 3 to 4 d are 600 * 7 / 4 = 1050 to 600 * 7 / 3 = 1400 a week;
   both ways twice that; 1200 a week take 600 * 7 / 1200 = 3.5 d. */
Test(claim, reckons_what_vessels_carry)
{
#define SHIPS "vessels: [350 TEU, 125 TEU, 125 TEU], round-trip: [3 d, 4 d]"
#define SHIPS_SAY                                                         \
    "vessels of 350 TEU, 125 TEU and 125 TEU on round trips of 3 to 4 d " \
    "carry "                                                              \
    "1,050 to 1,400 TEU/week, "
    static const struct row rows[] = {
        {"metric: capacity, of: {" SHIPS "}, at-least: 3000 TEU/week", FALSE,
         SHIPS_SAY "less than the 3,000 TEU/week claimed"},
        {"metric: capacity, of: {" SHIPS "}, at-least: 1050 TEU/week", TRUE,
         SHIPS_SAY "at least the 1,050 TEU/week claimed"},
        {"metric: capacity, of: {" SHIPS "}, at-least: 1200 TEU/week", ONLY_IF,
         SHIPS_SAY "around the 1,200 TEU/week claimed: it holds only if the "
                   "round trip takes 3.5 d or less"},
        {"metric: capacity, of: {" SHIPS "}, at-most: 1200 TEU/week", ONLY_IF,
         SHIPS_SAY "around the 1,200 TEU/week claimed: it holds only if the "
                   "round trip takes 3.5 d or more"},
        {"metric: capacity, of: {" SHIPS "}, equals: 1200 TEU/week, within: 5 "
         "%",
         ONLY_IF,
         SHIPS_SAY "around the 1,200 TEU/week claimed: "
                   "it holds only if the round trip takes 3.333 d to 3.684 d"},
        {"metric: capacity, of: {vessels: 700 t, round-trip: 7 d, both-ways: "
         "true}, equals: 1400 t/week",
         TRUE,
         "a vessel of 700 t on round trips of 7 d with loads both ways carries "
         "1,400 "
         "t/week, just the 1,400 t/week claimed"},
    };
    EXPECT(rows);
    cr_expect_str_eq(
        judge("metric: capacity, of: {vessels: [225 TEU, 225 TEU], round-trip: "
              "4 d}, less-than: 788 TEU/week")
            .sentence,
        "2 vessels of 225 TEU on round trips of 4 d carry 787.5 TEU/week, less "
        "than the 788 TEU/week claimed");
    const struct cor_claim_answer got = judge(rows[2].claim);
    cr_expect_str_eq(got.unit, "TEU/week");
    cr_expect_float_eq(got.item[0].least, 1050, 1e-9);
    cr_expect_float_eq(got.item[0].most, 1400, 1e-9);
    cr_expect_float_eq(got.item[0].rival, 1200, 1e-9);
    cr_expect_float_eq(got.item[0].difference, -150, 1e-9);
    cr_expect_str_eq(got.condition, "the round trip takes 3.5 d or less");
}

Test(claim, finds_modes)
{
    static const struct row rows[] = {
        {"metric: modes, of: {network: true}, includes: [rail, road]", TRUE,
         "the network has rail (1 link) and road (3 links)"},
        {"metric: modes, of: {network: true}, includes: [rail, air]", FALSE,
         "the network has rail (1 link), but not air"},
        {"metric: modes, of: {corridor: north}, includes: [ferry, road]", FALSE,
         "The north has ferry (1 link), but not road"},
        {"metric: modes, of: {from: a, to: e}, includes: [ferry]", UNDECIDED,
         "A–E has no route: the way from a to e needs de, which opens "
         "2030-01-01"},
        {"metric: interchange, of: {network: true}, includes: [rail, road, "
         "ferry]",
         TRUE,
         "the network lets a shipment change between rail (1 link), road (3 "
         "links) and ferry (1 link)"},
    };
    EXPECT(rows);
}

/* The only transfer is from rail to ferry: road is joined to neither. */
Test(claim, joins_modes_by_transfers)
{
    const struct cor_scenario *scenario =
        load("transfers:\n"
             "  - {at: b, from: {mode: rail}, to: {mode: ferry}}\n"
             "  - {at: e, from: {mode: rail}, to: {mode: road}}\n"
             "claims:\n"
             "  - {id: x, text: T, metric: interchange, of: {network: true}, "
             "includes: [road, ferry, rail]}\n"
             "  - {id: y, text: T, metric: interchange, of: {network: true}, "
             "includes: [ferry, rail]}\n");
    struct cor_claim_answer got[2];
    for (int i = 0; i < 2; i++)
        cr_assert_eq(cor_claim_judge(&got[i], scenario, &scenario->claim[i],
                                     NULL, &arena, NULL),
                     COR_OK);
    cr_expect_eq(got[0].verdict, FALSE);
    cr_expect_str_eq(got[0].sentence,
                     "the network lets a shipment change between ferry (1 "
                     "link) and rail (1 link), but not road (3 links)");
    cr_expect_eq(got[1].verdict, TRUE);
}

Test(claim, gives_its_arena_back_for_want_of_memory)
{
    const struct cor_scenario *scenario =
        load("claims:\n"
             "  - {id: x, text: T, metric: length, of: {from: [a, b], to: d}, "
             "less-than: {avoid: [c]}, by: 3 %}\n");
    bool done = false;
    for (size_t limit = 0; !done; limit += 512) {
        struct cor_arena small;
        struct cor_claim_answer answer;
        cor_arena_init(&small, limit);
        const enum cor_status status = cor_claim_judge(
            &answer, scenario, &scenario->claim[0], NULL, &small, NULL);
        done = status == COR_OK;
        cr_expect(done || status == COR_NO_MEMORY);
        cr_expect(done || small.used == 0);
        cor_arena_finish(&small);
    }
}
