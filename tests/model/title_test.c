/* Titles in several languages: what is read, laid over, and chosen. */
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <stdio.h>
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

TestSuite(title, .init = begin, .fini = end);

static const struct cor_scenario *load(const char *rest)
{
    char text[2048];
    struct cor_report report;
    const struct cor_scenario *scenario;
    enum cor_load_state state;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    struct cor_error err = {0};
    cor_report_init(&report, &arena);
    snprintf(text, sizeof text,
             "corridor: 1\n"
             "places:\n"
             "  a: {lon: 70, lat: 50}\n"
             "  b: {lon: 71, lat: 50}\n"
             "links:\n"
             "  - {id: l, from: a, to: b, mode: rail}\n%s",
             rest);
    cr_assert_eq(cor_scenario_load_text(&scenario, &state, "t.yaml",
                                        cor_text_of(text), &how, &report,
                                        &arena, &err),
                 COR_OK, "%s: %s", err.text,
                 report.n == 0 ? "" : report.item[0].message);
    cr_assert_eq(state, COR_LOAD_GOOD, "%s",
                 report.n == 0 ? "" : report.item[0].message);
    return scenario;
}

static const char *
title_in(const struct cor_scenario *s, const char *first, const char *second)
{
    const char *const language[] = {first, second};
    return cor_title_in(s->title, &s->titles, language, second == NULL ? 1 : 2);
}

Test(title, plain_text_serves_every_language)
{
    const struct cor_scenario *s = load("title: Way\n");
    cr_expect_str_eq(s->title, "Way");
    for (enum cor_language l = 0; l < COR_N_LANGUAGE; l++)
        cr_expect_null(s->titles.in[l]);
    cr_expect_str_eq(title_in(s, "zh", "ru"), "Way");
    cr_expect_str_eq(cor_title_in(s->title, &s->titles, NULL, 0), "Way");
}

Test(title, is_chosen_by_preference)
{
    const struct cor_scenario *s = load("title: {ru: Путь, en: Way}\n");
    cr_expect_str_eq(s->title, "Way");
    cr_expect_str_eq(title_in(s, "ru", "en"), "Путь");
    cr_expect_str_eq(title_in(s, "zh", "ru"), "Путь");
    cr_expect_str_eq(title_in(s, "local", "ru"), "Путь");
    cr_expect_str_eq(title_in(s, "zh", NULL), "Way");
}

Test(title, without_english_is_the_first_that_is_given)
{
    const struct cor_scenario *s =
        load("title: Way\n"
             "corridors:\n"
             "  c: {title: {zh: 路, ru: Путь}, from: a, to: b}\n"
             "  d: {from: a, to: b}\n"
             "groups:\n"
             "  g: {title: {zh: 组}, members: [KZ]}\n"
             "map: {title: {ru: Карта}, subtitle: {zh: 副题, en: Sub}}\n"
             "claims:\n"
             "  - {id: k, text: {ru: Так}, metric: length, of: {corridor: c}, "
             "at-least: 1 km}\n");
    cr_expect_str_eq(s->corridor[0].title, "Путь");
    cr_expect_str_eq(s->corridor[0].titles.in[COR_LANGUAGE_ZH], "路");
    cr_expect_str_eq(s->corridor[1].title, "d");
    cr_expect_str_eq(s->group[0].title, "组");
    cr_expect_str_eq(s->map.title, "Карта");
    cr_expect_str_eq(s->map.subtitle, "Sub");
    cr_expect_str_eq(s->map.subtitles.in[COR_LANGUAGE_ZH], "副题");
    cr_expect_str_eq(s->claim[0].text, "Так");
    cr_expect_null(s->claim[0].texts.in[COR_LANGUAGE_EN]);
}
