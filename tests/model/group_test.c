/* Groups of countries, and who is in them when. */
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
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

TestSuite(group, .init = begin, .fini = end);

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
             "title: Groups\n"
             "places:\n"
             "  a: {lon: 70, lat: 50, country: KZ}\n%s",
             rest);
    cr_assert_eq(cor_scenario_load_text(&scenario, &state, "g.yaml",
                                        cor_text_of(text), &how, &report,
                                        &arena, &err),
                 COR_OK, "%s: %s", err.text,
                 report.n == 0 ? "" : report.item[0].message);
    return scenario;
}

static cor_date day(const char *text)
{
    cor_date date;
    cr_assert(cor_date_parse(&date, cor_text_of(text)));
    return date;
}

static bool
is_in(const struct cor_scenario *s, const char *country, cor_date as_of)
{
    return cor_group_has(&s->group[0],
                         cor_names_find(s->countries, cor_text_of(country)),
                         as_of);
}

Test(group, members_come_and_go)
{
    const struct cor_scenario *s =
        load("groups:\n"
             "  g:\n"
             "    title: Some\n"
             "    members: {KZ: 2001, IN: {joined: 2017-06-09}, GB: {left: "
             "2020-01-31}}\n");
    cr_assert_eq(s->n_group, 1);
    cr_expect_str_eq(s->group[0].title, "Some");
    cr_expect_eq(s->group[0].n_member, 3);
    cr_expect(is_in(s, "KZ", day("2001-01-01")), "a year is its first day");
    cr_expect_not(is_in(s, "KZ", day("2000-12-31")));
    cr_expect(is_in(s, "IN", day("2017-06-09")));
    cr_expect_not(is_in(s, "IN", day("2017-06-08")));
    cr_expect(is_in(s, "GB", day("2020-01-30")));
    cr_expect_not(is_in(s, "GB", day("2020-01-31")));
    cr_expect(is_in(s, "KZ", COR_NO_DATE));
    cr_expect_not(is_in(s, "GB", COR_NO_DATE));
}

Test(group, a_member_may_come_back)
{
    const struct cor_scenario *s =
        load("groups:\n"
             "  g: {members: {KZ: {joined: 2001, left: 2005}}}\n"
             "  h: {members: [KZ]}\n");
    cr_expect_str_eq(s->group[0].title, "g", "without a title its id is shown");
    cr_expect_not(is_in(s, "KZ", day("2005-01-01")));
    cr_assert_eq(s->group[1].n_member, 1);
    cr_expect(cor_group_has(&s->group[1], s->group[1].member[0].country,
                            day("1900-01-01")));
}

Test(group, may_take_the_members_of_another)
{
    const struct cor_scenario *s = load("groups:\n"
                                        "  g: {members-of: h, mainland: true}\n"
                                        "  h: {members: {KZ: 2001}}\n");
    cr_assert_eq(s->group[0].n_member, 1);
    cr_expect_eq(s->group[0].member, s->group[1].member);
    cr_expect(s->group[0].is_mainland);
    cr_expect_not(s->group[1].is_mainland);
}

Test(group, states_its_bounds_and_totals)
{
    const struct cor_scenario *s = load(
        "sources:\n"
        "  s: {title: S}\n"
        "groups:\n"
        "  g: {all: true, mainland: true, within: [-25, 0, -169, 80]}\n"
        "  h: {population: {value: 8000000000, source: s}, area: 149000000 "
        "km2}\n"
        "map: {fill: h}\n");
    const struct cor_group *g = &s->group[0], *h = &s->group[1];
    cr_expect(g->is_all && g->is_mainland && g->has_box);
    cr_expect_eq(g->west, -25);
    cr_expect_eq(g->north, 80);
    cr_expect(isnan(g->population.number) && isnan(g->area_m2.number));
    cr_expect_eq(h->population.number, 8e9);
    cr_expect_str_eq(s->sources.ids->name[h->population.source], "s");
    cr_expect_eq(h->area_m2.number, 149e12);
    cr_expect_eq(h->area_m2.source, COR_NONE);
    cr_assert_eq(s->map.n_fill, 1);
    cr_expect_eq(s->map.fill[0], h);
}

Test(group, facts_of_countries_are_by_country)
{
    const struct cor_scenario *s = load(
        "sources:\n"
        "  s: {title: S}\n"
        "countries:\n"
        "  UZ: {population: {value: 36361859, year: 2024, source: s}, area: "
        "448900 km2}\n");
    const uint32_t uz = cor_names_find(s->countries, cor_text_of("UZ"));
    const uint32_t kz = cor_names_find(s->countries, cor_text_of("KZ"));
    cr_expect_eq(s->country_facts[uz].population.number, 36361859);
    cr_expect_str_eq(s->country_facts[uz].population_year, "2024");
    cr_expect_eq(s->country_facts[uz].area_m2.number, 448900e6);
    cr_expect(isnan(s->country_facts[kz].population.number));
    cr_expect_eq(s->map.n_fill, 0);
}
