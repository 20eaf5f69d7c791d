/* Odd links that say why: what would be a warning is a note that quotes it. */
#include <corridor/geo/landwater.h>
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct cor_arena arena;
static struct cor_report report;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(explanation, .init = begin, .fini = end);

/* A degree of the equator is 111.319 km of WGS 84. */
static const char head[] = "corridor: 1\n"
                           "title: Odd\n"
                           "places:\n"
                           "  a: {lon: 0, lat: 0}\n"
                           "  b: {lon: 1, lat: 0}\n"
                           "  c: {lon: 0.1, lat: 0}\n"
                           "links:\n";

static void load(const char *rest, const struct cor_load *how)
{
    char text[2048];
    const struct cor_scenario *scenario;
    enum cor_load_state state;
    struct cor_error err = {0};
    snprintf(text, sizeof text, "%s%s", head, rest);
    cr_assert_eq(cor_scenario_load_text(&scenario, &state, "odd.yaml",
                                        cor_text_of(text), how, &report, &arena,
                                        &err),
                 COR_OK, "%s", err.text);
}

static const struct cor_load plain = {.as_of = COR_NO_DATE};

static bool is_odd(const char *to, const char *length)
{
    char link[128];
    snprintf(link, sizeof link,
             "  - {id: it, from: a, to: %s, mode: road, length: %s}\n", to,
             length);
    cor_report_init(&report, &arena);
    load(link, &plain);
    return report.n_warning == 1 &&
           strcmp(report.item[0].code, "length-ratio") == 0;
}

Test(explanation, lengths_are_from_the_line_to_1_6_of_it_but_for_rounding)
{
    cr_expect_not(is_odd("b", "109.3 km"), "2.08 km are rounding");
    cr_expect(is_odd("b", "109.2 km"));
    cr_expect_not(is_odd("b", "178.1 km"));
    cr_expect(is_odd("b", "178.2 km"));
    /* Of 11.1 km, 3 % are. */
    cr_expect_not(is_odd("c", "10.8 km"));
    cr_expect(is_odd("c", "10.7 km"));
}

Test(explanation, makes_a_note_of_a_warning)
{
    load("  - {id: short, from: a, to: b, mode: road, length: 90 km}\n"
         "  - {id: shorter, from: a, to: b, mode: road, length: 80 km}\n"
         "explanations:\n"
         "  - {link: short, length: From gate to gate}\n",
         &plain);
    cr_assert_eq(report.n, 2);
    cr_expect_eq(report.item[0].severity, COR_NOTE);
    cr_expect_str_eq(report.item[0].code, "length-ratio");
    cr_expect_str_eq(report.item[0].message,
                     "the link 'short' is 90.0 km long, but its line measures "
                     "111.3 km: From gate to gate");
    cr_expect_eq(report.item[1].severity, COR_WARNING);
}

Test(explanation, of_one_oddity_is_none_of_another)
{
    load("  - {id: short, from: a, to: b, mode: road, length: 90 km}\n"
         "explanations:\n"
         "  - {link: short, ground: On a bridge}\n",
         &plain);
    cr_assert_eq(report.n, 1);
    cr_expect_eq(report.item[0].severity, COR_WARNING);
}

Test(explanation, that_is_needless_says_so)
{
    load("  - {id: good, from: a, to: b, mode: road, length: 120 km}\n"
         "explanations:\n"
         "  - {link: good, length: From gate to gate}\n",
         &plain);
    cr_assert_eq(report.n, 1);
    cr_expect_eq(report.item[0].severity, COR_NOTE);
    cr_expect_str_eq(report.item[0].code, "needless-explanation");
    cr_expect_eq(report.item[0].place.line, 10);
}

/* On the equator south of Ghana there is no land. */
Test(explanation, holds_for_the_ground_too)
{
    const struct cor_basemap *map;
    struct cor_ground ground = {NULL, -180, -90, 180, 90};
    cr_assert_eq(cor_basemap_load(&map, SOURCE_ROOT "/maps/world-50m.topojson",
                                  NULL, &arena, NULL),
                 COR_OK);
    cr_assert_eq(cor_landwater_create(&ground.oracle, map, NULL), COR_OK);
    load("  - {id: wet, from: a, to: b, mode: road}\n"
         "explanations:\n"
         "  - {link: wet, ground: A floating bridge}\n",
         &(struct cor_load){
             .as_of = COR_NO_DATE, .ground = &ground, .n_ground = 1});
    cor_landwater_destroy(ground.oracle);
    cr_assert_eq(report.n, 1);
    cr_expect_eq(report.item[0].severity, COR_NOTE);
    cr_expect_str_eq(report.item[0].code, "over-water");
    cr_expect(strstr(report.item[0].message, " km: A floating bridge") != NULL);
    cr_expect_null(report.item[0].suggestion);
}
