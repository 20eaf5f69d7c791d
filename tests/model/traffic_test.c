/* Flows: where they are, which way they go, and which of them stand. */
#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

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

TestSuite(traffic, .init = begin, .fini = end);

static const char head[] = "corridor: 1\n"
                           "title: Flows\n"
                           "places:\n"
                           "  a: {lon: 66, lat: 48}\n"
                           "  b: {lon: 68, lat: 48}\n"
                           "  c: {lon: 70, lat: 48}\n"
                           "links:\n"
                           "  - {id: ab, from: a, to: b, mode: rail}\n"
                           "  - {id: ab-road, from: a, to: b, mode: road}\n"
                           "  - {id: cb, from: c, to: b, mode: rail}\n"
                           "sources: {s: {title: S}}\n";

static const struct cor_scenario *load(const char *rest)
{
    char text[2048];
    const struct cor_scenario *scenario = NULL;
    enum cor_load_state state;
    struct cor_error err = {0};
    const struct cor_load how = {.as_of = COR_NO_DATE};
    snprintf(text, sizeof text, "%s%s", head, rest);
    cr_assert_eq(cor_scenario_load_text(&scenario, &state, "flows.yaml",
                                        cor_text_of(text), &how, &report,
                                        &arena, &err),
                 COR_OK, "%s: %s", err.text,
                 report.n == 0 ? "" : report.item[0].message);
    return scenario;
}

static void expect_flow(const struct cor_scenario *s,
                        uint32_t i,
                        const char *link,
                        enum cor_traffic_way way,
                        double value)
{
    cr_assert_lt(i, s->n_flow);
    cr_expect_str_eq(s->links.ids->name[s->flow[i].link], link);
    cr_expect_eq(s->flow[i].way, way, "of %s", link);
    cr_expect_float_eq(s->flow[i].value, value, 1e-6 * value);
}

Test(traffic, a_line_is_walked_and_each_link_has_its_way)
{
    const struct cor_scenario *s = load(
        "flows:\n"
        "  - {links: [ab, cb], from: a, to: c, flow: 2.8 Mt/a, year: 2024, "
        "source: s}\n"
        "  - {from: b, to: a, mode: road, flow: 40 TEU/week, commodity: tea}\n"
        "  - {links: cb, flow: 20 trains/d}\n");
    cr_assert_eq(s->n_flow, 4);
    expect_flow(s, 0, "ab", COR_WAY_ALONG, 2.8e6);
    expect_flow(s, 1, "ab-road", COR_WAY_AGAINST, 40 * 365.25 / 7);
    cr_expect_str_eq(s->flow[1].commodity, "tea");
    expect_flow(s, 2, "cb", COR_WAY_SUM, 20);
    expect_flow(s, 3, "cb", COR_WAY_AGAINST, 2.8e6);
    cr_expect_eq(s->flow[0].year, 2024);
    cr_expect_str_eq(s->sources.ids->name[s->flow[0].source], "s");
    cr_expect_eq(s->flow[2].year, 0);
    cr_expect_eq(s->flow[2].source, COR_NONE);
}

Test(traffic, ends_with_both_ways_are_a_sum)
{
    const struct cor_scenario *s =
        load("flows:\n"
             "  - {from: b, to: c, both-ways: true, flow: 5 Mt/y}\n");
    expect_flow(s, 0, "cb", COR_WAY_SUM, 5e6);
}

static struct cor_carried carried(const char *flows)
{
    static struct cor_carried out[3];
    const struct cor_scenario *s = load(flows);
    const uint32_t n = cor_traffic_standing(out, s, COR_DIM_MASS_FLOW);
    cr_expect_eq(n, 1);
    return out[0];
}

Test(traffic, the_newest_total_stands_before_sums_of_commodities)
{
    const struct cor_carried got =
        carried("flows:\n"
                "  - {links: ab, year: 2020, flow: 3 Mt/y}\n"
                "  - {links: ab, year: 2022, flow: 4 Mt/y}\n"
                "  - {links: ab, year: 2024, flow: 1 Mt/y, commodity: grain}\n"
                "  - {links: ab, year: 2022, flow: 900 TEU/y}\n");
    cr_expect_float_eq(got.value[COR_WAY_SUM], 4e6, 1);
    cr_expect_eq(got.year[COR_WAY_SUM], 2022);
    cr_expect(got.is_whole[COR_WAY_SUM]);
    cr_expect(isnan(got.value[COR_WAY_ALONG]));
}

Test(traffic, commodities_of_the_newest_year_are_summed_up)
{
    const struct cor_carried got =
        carried("flows:\n"
                "  - {links: ab, year: 2022, flow: 9 Mt/y, commodity: coal}\n"
                "  - {links: ab, year: 2024, flow: 1 Mt/y, commodity: grain}\n"
                "  - {links: ab, year: 2024, flow: 2 Mt/y, commodity: oil}\n");
    cr_expect_float_eq(got.value[COR_WAY_SUM], 3e6, 1);
    cr_expect_not(got.is_whole[COR_WAY_SUM]);
    struct cor_traffic flow = {
        .way = COR_WAY_SUM, .year = 2024, .commodity = "oil"};
    cr_expect(cor_carried_has(&got, &flow));
    flow.year = 2022;
    cr_expect_not(cor_carried_has(&got, &flow));
    flow.year = 2024;
    flow.commodity = NULL;
    cr_expect_not(cor_carried_has(&got, &flow));
}

Test(traffic, both_ways_stand_before_their_sum_unless_that_is_newer)
{
    static const char ways[] = "flows:\n"
                               "  - {from: a, to: b, mode: rail, year: 2022, "
                               "flow: 3 Mt/y}\n"
                               "  - {from: b, to: a, mode: rail, year: 2023, "
                               "flow: 1 Mt/y}\n"
                               "  - {links: ab, year: %d, flow: 5 Mt/y}\n";
    char text[512];
    snprintf(text, sizeof text, ways, 2022);
    struct cor_carried got = carried(text);
    cr_expect_float_eq(got.value[COR_WAY_ALONG], 3e6, 1);
    cr_expect_float_eq(got.value[COR_WAY_AGAINST], 1e6, 1);
    cr_expect(isnan(got.value[COR_WAY_SUM]));
    cr_expect_eq(got.year[COR_WAY_ALONG], 2022);
    cr_expect_eq(got.year[COR_WAY_AGAINST], 2023);
    snprintf(text, sizeof text, ways, 2024);
    got = carried(text);
    cr_expect_float_eq(got.value[COR_WAY_SUM], 5e6, 1);
    cr_expect(isnan(got.value[COR_WAY_ALONG]));
}

Test(traffic, one_way_alone_gives_way_to_a_sum)
{
    struct cor_carried got =
        carried("flows:\n"
                "  - {from: b, to: a, mode: rail, year: 2023, flow: 1 Mt/y}\n");
    cr_expect_float_eq(got.value[COR_WAY_AGAINST], 1e6, 1);
    got = carried("flows:\n"
                  "  - {from: b, to: a, mode: rail, year: 2023, flow: 1 Mt/y}\n"
                  "  - {links: ab, year: 2020, flow: 5 Mt/y}\n");
    cr_expect_float_eq(got.value[COR_WAY_SUM], 5e6, 1);
    cr_expect(isnan(got.value[COR_WAY_AGAINST]));
}

Test(traffic, goes_with_the_link_that_an_op_removes)
{
    const struct cor_scenario *s =
        load("flows:\n"
             "  - {from: a, to: b, mode: rail, flow: 1 Mt/y}\n"
             "  - {links: [ab, cb], flow: 1 Mt/y, year: 2020}\n"
             "  - {links: ab-road, flow: 2 Mt/y}\n"
             "ops:\n"
             "  - {op: remove, link: ab}\n");
    cr_assert_eq(s->n_flow, 1);
    cr_expect_float_eq(s->flow[0].value, 2e6, 1);
}
