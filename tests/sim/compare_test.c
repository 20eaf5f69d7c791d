#include <corridor/sim/compare.h>

#include "tests/sim/fixture.h"

enum { A, B, C };

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(compare, .init = begin, .fini = end);

/* Rail from a to b in one country, a ferry on to c in another. */
static struct scenario_rows base_rows(void)
{
    return (struct scenario_rows){
        .n_place = 3,
        .country = {1, 1, 2},
        .n_link = 2,
        .link = {{.id = "ab",
                  .from = A,
                  .to = B,
                  .mode = COR_MODE_RAIL,
                  .length_m = 300000,
                  .time_s = 36000},
                 {.id = "bc",
                  .from = B,
                  .to = C,
                  .mode = COR_MODE_FERRY,
                  .length_m = 100000,
                  .time_s = 79200}},
        .n_transfer = 1,
        .transfer = {transfer_row(B, COR_MODE_RAIL, 0, COR_MODE_FERRY, 0,
                                  7200)},
        .n_border = 1,
        .border = {border_row(C, 2, COR_NONE, 3600)},
    };
}

static const struct cor_route *best(const struct cor_scenario *scenario)
{
    struct cor_routes found;
    const struct cor_query query = {.from = A, .to = C};
    cr_assert_eq(
        cor_route_find(&found, scenario, &query, COR_BY_TIME, 1, &arena, NULL),
        COR_OK);
    return found.n != 0 ? &found.route[0] : NULL;
}

static const struct cor_compare_row *
row_of(const struct cor_comparison *comparison, const char *name)
{
    uint32_t i = 0;
    while (i < comparison->n_row && strcmp(comparison->row[i].name, name) != 0)
        i++;
    cr_assert_lt(i, comparison->n_row, "there is no metric %s", name);
    return &comparison->row[i];
}

Test(compare, puts_routes_side_by_side)
{
    struct scenario_rows rows = base_rows();
    const struct cor_scenario *before = scenario_of(&rows, &arena);
    rows.link[1].length_m = 150000;
    rows.link[1].time_s = 108000;
    const struct cor_scenario *after = scenario_of(&rows, &arena);
    const struct cor_compare_column column[] = {
        {before, best(before)}, {after, best(after)}, {after, NULL}};
    struct cor_comparison got;
    cr_assert_eq(cor_compare_routes(&got, column, 3, &arena, NULL), COR_OK);
    static const struct {
        const char *name, *unit;
        double before, after;
    } want[] = {
        {"length_km", "km", 400, 450}, {"time_h", "h", 35, 43},
        {"cost_usd", "USD", NAN, NAN}, {"borders", "1", 1, 1},
        {"transfers", "1", 1, 1},      {"gauge_changes", "1", 0, 0},
        {"km_rail", "km", 300, 300},   {"km_ferry", "km", 100, 150},
        {"km_AA", "km", 350, 375},     {"km_BB", "km", 50, 75},
        {"h_AA", "h", 23, 27},         {"h_BB", "h", 12, 16},
        {"moving_h", "h", 32, 40},     {"border_h", "h", 1, 1},
        {"port_h", "h", 2, 2},         {"waiting_h", "h", 0, 0},
        {"tfi1_h", "h", 1, 1},         {"tfi2_usd", "USD", NAN, NAN},
    };
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++) {
        const struct cor_compare_row *row = row_of(&got, want[i].name);
        cr_expect_str_eq(row->unit, want[i].unit, "%s", row->name);
        cr_expect(isnan(row->value[2]) && isnan(row->delta[2]));
        if (isnan(want[i].before)) {
            cr_expect(isnan(row->value[0]) && isnan(row->delta[1]));
            continue;
        }
        cr_expect_eq(row->value[0], want[i].before, "%s", row->name);
        cr_expect_eq(row->value[1], want[i].after, "%s", row->name);
        cr_expect_eq(row->delta[0], 0, "%s", row->name);
        cr_expect_eq(row->delta[1], want[i].after - want[i].before, "%s",
                     row->name);
    }
}

static void expect_changes(const struct scenario_rows *before,
                           const struct scenario_rows *after,
                           const char *const *sentence,
                           uint32_t n)
{
    struct cor_changes got;
    cr_assert_eq(cor_compare_scenarios(&got, scenario_of(before, &arena),
                                       scenario_of(after, &arena), &arena,
                                       NULL),
                 COR_OK);
    for (uint32_t i = 0; i < got.n && i < n; i++)
        cr_expect_str_eq(got.sentence[i], sentence[i]);
    cr_expect_eq(got.n, n);
}

Test(compare, finds_nothing_where_nothing_changed)
{
    const struct scenario_rows rows = base_rows();
    expect_changes(&rows, &rows, NULL, 0);
}

Test(compare, says_what_changed)
{
    const struct scenario_rows before = base_rows();
    struct scenario_rows after = base_rows();
    static const uint32_t all[] = {0, 1};
    after.n_place = 4;
    after.n_link = 4;
    after.link[0].gauge_mm = 1520;
    after.link[1].time_s = 30 * 3600;
    after.link[1].is_not_open = true;
    after.link[2] = (struct link_row){.id = "ad", .from = A, .to = 3};
    after.link[3] = (struct link_row){.id = "dc", .from = 3, .to = C};
    after.transfer[0].cost_usd.number = NAN;
    after.border[0].time_s.number = 1800;
    after.n_service = 1;
    after.service[0] = (struct cor_service){
        .id = "feeder", .n_link = 2, .link = all, .source = COR_NONE};
    after.defaults[COR_MODE_RAIL].speed_m_s = value_of(10);
    static const char *const sentence[] = {
        "place d is added",
        "2 links are added: ad, dc",
        "link ab: gauge not stated → 1520 mm",
        "link bc: status open → planned",
        "link bc: can no longer be used",
        "link bc: time 22 h → 30 h (+36.4 %)",
        "transfer at b from rail to ferry: cost 7200 USD → unknown",
        "border at c into BB by every mode: time 1 h → 0.5 h (halved)",
        "service feeder is added",
        "rail: default speed unknown → 36 km/h",
    };
    expect_changes(&before, &after, sentence,
                   sizeof sentence / sizeof sentence[0]);
}

Test(compare, says_what_was_removed)
{
    const struct scenario_rows before = base_rows();
    struct scenario_rows after = base_rows();
    after.n_link = 1;
    after.n_transfer = 0;
    after.border[0].mode = COR_MODE_FERRY;
    static const char *const sentence[] = {
        "link bc is removed",
        "transfer at b from rail to ferry is removed",
        "border at c into BB by every mode is removed",
        "border at c into BB by ferry is added",
    };
    expect_changes(&before, &after, sentence,
                   sizeof sentence / sizeof sentence[0]);
}

/* Ferry links from a to b that take so many hours. */
static struct scenario_rows ferries(const double *hours, unsigned n)
{
    static const char *const ids[] = {"f1", "f2", "f3", "f4", "f5", "f6", "f7"};
    struct scenario_rows rows = base_rows();
    rows.n_link = n;
    for (unsigned i = 0; i < n; i++)
        rows.link[i] = (struct link_row){.id = ids[i],
                                         .from = A,
                                         .to = B,
                                         .mode = COR_MODE_FERRY,
                                         .length_m = 1000,
                                         .time_s = 3600 * hours[i]};
    return rows;
}

Test(compare, tells_together_what_changed_alike)
{
    static const double hours[] = {2, 4, 6, 8, 10, 12, 5};
    static const double later[] = {3, 6, 9, 12, 15, 18, 5};
    const struct scenario_rows before = ferries(hours, 7);
    struct scenario_rows after = ferries(later, 7);
    after.link[6].is_not_open = true;
    after.link[0].gauge_mm = 1435;
    after.link[3].gauge_mm = 1435;
    static const char *const sentence[] = {
        "2 ferry links: gauge not stated → 1435 mm (f1, f4)",
        "6 ferry links: time × 1.5 (f1, f2, f3, f4, f5 and 1 more)",
        "link f7: status open → planned",
        "link f7: can no longer be used",
    };
    expect_changes(&before, &after, sentence,
                   sizeof sentence / sizeof sentence[0]);
}

Test(compare, says_a_common_change_in_full)
{
    static const double hours[] = {2, 2, 3}, later[] = {4, 4, 5};
    const struct scenario_rows before = ferries(hours, 3);
    const struct scenario_rows after = ferries(later, 3);
    static const char *const sentence[] = {
        "2 ferry links: time 2 h → 4 h (doubled) (f1, f2)",
        "link f3: time 3 h → 5 h (+66.7 %)",
    };
    expect_changes(&before, &after, sentence,
                   sizeof sentence / sizeof sentence[0]);
}
