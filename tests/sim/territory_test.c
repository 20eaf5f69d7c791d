/* Shares of groups in others, on a map of a few squares. */
#include <corridor/model/load.h>
#include <corridor/sim/claim.h>
#include <corridor/sim/territory.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* At the equator, a degree each: KZ and UZ side by side, KZ's island, AZ beyond
   it, and land of no country. */
static const char squares[] =
    "{\"type\": \"Topology\", \"arcs\": ["
    "[[1, 0], [0, 0], [0, 1], [1, 1]], [[1, 1], [1, 0]],"
    "[[1, 1], [2, 1], [2, 0], [1, 0]],"
    "[[3, 0], [4, 0], [4, 1], [3, 1], [3, 0]],"
    "[[10, 0], [11, 0], [11, 1], [10, 1], [10, 0]],"
    "[[20, 0], [22, 0], [22, 1], [20, 1], [20, 0]]],"
    "\"objects\": {\"countries\": {\"type\": \"GeometryCollection\","
    "\"geometries\": ["
    "{\"type\": \"MultiPolygon\", \"properties\": {\"iso\": \"KZ\"},"
    " \"arcs\": [[[0, 1]], [[3]]]},"
    "{\"type\": \"Polygon\", \"properties\": {\"iso\": \"UZ\"},"
    " \"arcs\": [[2, -2]]},"
    "{\"type\": \"Polygon\", \"properties\": {\"iso\": \"AZ\"},"
    " \"arcs\": [[4]]},"
    "{\"type\": \"Polygon\", \"arcs\": [[5]]}]}}}";

static const char head[] =
    "corridor: 1\n"
    "title: Squares\n"
    "as_of: 2020-01-01\n"
    "places:\n"
    "  a: {lon: 0.5, lat: 0.5, country: KZ}\n"
    "countries:\n"
    "  KZ: {population: 20}\n"
    "  UZ: {population: 30}\n"
    "groups:\n"
    "  pair: {title: Pair, members: {KZ: 2001, UZ: 2001, AZ: 2021}}\n"
    "  three: {title: Three, members: [KZ, UZ, AZ]}\n"
    "  main: {title: Main, mainland: true, members: [KZ, UZ, AZ]}\n"
    "  west: {title: West, within: [-5, -5, 5, 5], members: [KZ, UZ, AZ]}\n"
    "  all: {title: All, all: true}\n"
    "  stated: {title: Stated, area: 100000 km2, population: 200}\n"
    "  vague: {title: Vague, population: 200}\n";

static struct cor_arena arena;
static const struct cor_scenario *scenario;
static struct cor_territory territory;

static const struct cor_scenario *load(const char *more)
{
    char text[4096];
    struct cor_report report;
    const struct cor_scenario *made;
    enum cor_load_state state;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    struct cor_error err = {0};
    cor_report_init(&report, &arena);
    snprintf(text, sizeof text, "%s%s", head, more);
    cr_assert_eq(cor_scenario_load_text(&made, &state, "s.yaml",
                                        cor_text_of(text), &how, &report,
                                        &arena, &err),
                 COR_OK, "%s: %s", err.text,
                 report.n == 0 ? "" : report.item[0].message);
    return made;
}

static void measure(void)
{
    const struct cor_basemap *map;
    const struct cor_source topology = {"squares", squares, sizeof squares - 1};
    cr_assert_eq(cor_basemap_read(&map, &topology, NULL, &arena, NULL), COR_OK);
    cr_assert_eq(cor_territory_make(&territory, scenario, map, &arena, NULL),
                 COR_OK);
}

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    scenario = load("");
    measure();
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(territory, .init = begin, .fini = end);

static const struct cor_group *group(const char *id)
{
    return id == NULL ? NULL
                      : &scenario->group[cor_scenario_group(scenario, id)];
}

/* Squares of the equator are as large as each other. */
static double squares_of(const char *id, const char *within)
{
    const double one_m2 = territory.land.piece[0].area_m2;
    double area_m2;
    cr_assert_eq(cor_territory_area_m2(&area_m2, &territory, scenario,
                                       group(id), group(within), &arena, NULL),
                 COR_OK);
    return round(area_m2 / one_m2 * 1e9) / 1e9;
}

Test(territory, belongs_to_members_of_the_day)
{
    cr_expect_eq(squares_of("pair", NULL), 3);
    cr_expect_eq(squares_of("three", NULL), 4);
}

Test(territory, may_be_of_the_mainland_or_a_box_alone)
{
    cr_expect_eq(squares_of("main", NULL), 2);
    cr_expect_eq(squares_of("west", NULL), 3);
}

Test(territory, of_all_takes_land_of_no_country_in)
{
    cr_expect_eq(squares_of("all", NULL), 6);
}

Test(territory, in_another_is_what_both_have)
{
    cr_expect_eq(squares_of("pair", "main"), 2);
    cr_expect_eq(squares_of("main", "pair"), 2);
    cr_expect_eq(squares_of("three", "west"), 3);
}

Test(territory, people_are_those_of_members)
{
    uint32_t lacking;
    cr_expect_eq(cor_group_population(&lacking, scenario, group("pair"), NULL),
                 50);
    cr_expect_eq(lacking, COR_NONE);
    cr_expect(
        isnan(cor_group_population(&lacking, scenario, group("three"), NULL)));
    cr_assert_neq(lacking, COR_NONE);
    cr_expect_str_eq(scenario->countries->name[lacking], "AZ");
}

static void expect(const char *claim, bool with_map, const char *sentence)
{
    const char *more =
        cor_text_print(&arena, "claims:\n  - {id: x, text: T, %s}\n", claim);
    scenario = load(more);
    measure();
    struct cor_claim_answer answer;
    cr_assert_eq(cor_claim_judge(&answer, scenario, &scenario->claim[0],
                                 with_map ? &territory : NULL, &arena, NULL),
                 COR_OK);
    const char *said = cor_text_print(
        &arena, "%s: %s", cor_verdicts[answer.verdict], answer.sentence);
    cr_expect_str_eq(said, sentence, "got %s", said);
}

Test(territory, decides_claims_about_areas)
{
    expect("metric: area-share, of: {group: pair, in: three}, more-than: 70 %",
           true,
           "true: the share of Pair in the land of Three (0.04 of 0.05 million "
           "km2) is 75.0 %, more than the 70 % claimed");
    expect("metric: area-share, of: {group: pair, in: three}, more-than: 70 %",
           false, "undecided: no base map tells how large countries are");
    expect("metric: area-share, of: {group: pair, in: stated}, equals: 37 %, "
           "within: 1 %",
           true,
           "true: the share of Pair in the land of Stated (0.04 of 0.10 "
           "million km2) is 36.9 %, less than the 37 % claimed, within the 1 % "
           "allowed");
    expect("metric: area-share, of: {group: pair, in: vague}, at-most: 1 %",
           true, "undecided: the area of Vague is not stated");
}

Test(territory, decides_claims_about_people_without_a_map)
{
    expect("metric: population-share, of: {group: pair, in: stated}, "
           "at-least: 50 %",
           false,
           "false: the share of Pair in the people of Stated (0 of 0 million) "
           "is 25.0 %, less than the 50 % claimed");
    expect("metric: population-share, of: {group: three, in: stated}, "
           "at-least: 50 %",
           false, "undecided: the population of AZ is not stated");
}
