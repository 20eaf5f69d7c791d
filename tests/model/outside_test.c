/* GMNS networks that others made must load as they are. Where there are none
 * this is not run, and meson counts it as skipped. */
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

static struct cor_arena arena;
static struct cor_report report;

static const struct cor_scenario *load(const char *name)
{
    char path[512];
    const struct cor_scenario *scenario = NULL;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    enum cor_load_state state;
    struct cor_error err = {0};
    cr_assert_lt(snprintf(path, sizeof path, "%s/%s", NETWORKS, name), 512);
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
    cr_assert_eq(
        cor_scenario_load(&scenario, &state, path, &how, &report, &arena, &err),
        COR_OK, "%s", err.text);
    cr_expect_eq(state, COR_LOAD_GOOD);
    cr_expect_eq(report.n_error, 0);
    return scenario;
}

static size_t count(const char *code)
{
    size_t n = 0;
    for (size_t i = 0; i < report.n; i++)
        n += strcmp(report.item[i].code, code) == 0;
    return n;
}

/* Cut names, a byte-order mark, blanks for nothing, MULTILINESTRING. */
Test(outside, cambridge)
{
    const struct cor_scenario *net = load("cambridge");
    cr_expect_eq(net->places.n, 1693);
    cr_expect_eq(net->links.n, 2963);
    cr_expect_str_eq(net->title, "cambridge");
    const uint32_t link = cor_scenario_link(net, "1");
    cr_assert_neq(link, COR_NONE);
    cr_expect_str_eq(net->places.ids->name[net->links.from[link]], "1312");
    cr_expect_str_eq(net->places.ids->name[net->links.to[link]], "1313");
    cr_expect(net->links.one_way[link]);
    cr_expect_str_eq(net->mode[net->links.mode[link]].name, "service");
    /* no config.csv: km, as the format says, and a warning since it is not */
    cr_expect_float_eq(net->links.published_m[link], 8207.585205, 1e-6);
    cr_expect_float_eq(net->links.geodesic_m[link], 6.09, 0.05);
    cr_expect_eq(count("length-unit"), 1);
    /* 76 links of some metres whose lines miss their nodes by metres */
    cr_expect_eq(count("line-ends"), 1);
    cor_arena_finish(&arena);
}

/* Lines in a table of their own, turned by dir_flag; lengths in miles. */
Test(outside, interchange)
{
    const struct cor_scenario *net = load("interchange");
    cr_expect_eq(net->places.n, 10);
    cr_expect_eq(net->links.n, 12);
    const uint32_t link = cor_scenario_link(net, "578527");
    cr_assert_neq(link, COR_NONE);
    cr_expect_float_eq(net->links.published_m[link], 1069.059956 * 1609.344,
                       1e-3);
    cr_expect_float_eq(net->links.speed_m_s[link], 35 * 0.44704, 1e-9);
    const struct cor_point *first =
        &net->links.point[net->links.first_point[link]];
    cr_expect_lt(
        cor_geodesic_length_m(*first, net->places.at[net->links.from[link]]),
        20);
    cr_expect_eq(count("line-ends"), 0);
    cor_arena_finish(&arena);
}
