#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define HEAD                                  \
    "corridor: 1\ntitle: Line\nplaces:\n"     \
    "  a: {lon: 50, lat: 40, country: KZ}\n"  \
    "  b: {lon: 51, lat: 40, country: KZ}\n"  \
    "  c: {lon: 52, lat: 40, country: UZ}\n"  \
    "sources:\n"                              \
    "  old: {year: 2010, grade: A}\n"         \
    "  new: {year: \"May 2024\", grade: B}\n" \
    "  press: {year: 2015, grade: C}\n"       \
    "  bare: {title: Nothing is known of it}\n"
#define LINKS                                                           \
    "links:\n"                                                          \
    "  - {id: ab, from: a, to: b, mode: rail, length: {value: 90 km, "  \
    "source: old}, source: new}\n"                                      \
    "  - {id: bc, from: b, to: c, mode: rail, length: {value: 110 km, " \
    "source: old}, source: new}\n"

struct loaded {
    struct cor_arena arena;
    struct cor_report report;
    const struct cor_scenario *scenario;
    enum cor_status status;
};

static void load(struct loaded *out, const char *text, enum cor_policy policy)
{
    const struct cor_load how = {.as_of = COR_NO_DATE, .policy = policy};
    enum cor_load_state state;
    *out = (struct loaded){.scenario = NULL};
    cor_arena_init(&out->arena, SIZE_MAX);
    cor_report_init(&out->report, &out->arena);
    out->status = cor_scenario_load_text(&out->scenario, &state, "a.yaml",
                                         cor_text_of(text), &how, &out->report,
                                         &out->arena, NULL);
}

/* A scenario of these records; the caller finishes its arena. */
static const struct cor_scenario *
load_good(struct loaded *out, const char *text, enum cor_policy policy)
{
    load(out, text, policy);
    cr_assert_eq(out->status, COR_OK, "%s",
                 out->report.n == 0 ? "" : out->report.item[0].message);
    return out->scenario;
}

static const char *source_of(const struct cor_scenario *s, uint32_t source)
{
    return source == COR_NONE ? "" : s->sources.ids->name[source];
}

static const char list[] =
    HEAD "policy: official\nlinks:\n"
         "  - {id: ab, from: a, to: b, mode: rail, source: new, length: "
         "[{value: 90 km, source: press}, {value: 88 km, source: old}, "
         "{value: 95 km}]}\n";

Test(rival, a_list_of_values_has_one_chosen)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, list, COR_POLICY_NONE);
    cr_assert_eq(s->n_rivals, 1);
    const struct cor_rivals *r = &s->rivals[0];
    cr_expect_eq(r->subject, COR_SUBJECT_LINK);
    cr_expect_eq(r->attribute, COR_ATTRIBUTE_LENGTH);
    cr_expect_eq(r->policy, COR_POLICY_OFFICIAL);
    cr_assert_eq(r->n, 3);
    cr_expect_eq(r->value[0].number, 88000);
    cr_expect_str_eq(source_of(s, r->value[0].source), "old");
    cr_expect_eq(r->value[2].number, 95000);
    cr_expect_str_eq(source_of(s, r->value[2].source), "new",
                     "what names no source has that of the record");
    cr_expect_eq(r->chosen, 0);
    cr_expect_eq(s->links.length_m[0], 88000);
    cr_expect_str_eq(source_of(s, s->links.length_source[0]), "old");
    cor_arena_finish(&loaded.arena);
}

Test(rival, the_command_may_choose_otherwise)
{
    static const double length_m[COR_N_POLICY] = {88000, 95000, 88000,
                                                  90000, 88000, 95000};
    for (enum cor_policy p = COR_POLICY_NONE; p < COR_N_POLICY; p++) {
        struct loaded loaded;
        const struct cor_scenario *s = load_good(&loaded, list, p);
        cr_expect_eq(s->links.length_m[0], length_m[p], "%s", cor_policies[p]);
        cor_arena_finish(&loaded.arena);
    }
}

Test(rival, the_sections_of_a_line_share_its_length)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(
        &loaded,
        HEAD "policy: {length: newest}\n" LINKS
             "rivals:\n  - {links: [bc, ab], length: 240 km, source: new}\n",
        COR_POLICY_NONE);
    cr_assert_eq(s->n_rivals, 1);
    const struct cor_rivals *r = &s->rivals[0];
    cr_assert_eq(r->n_record, 2);
    cr_expect_eq(r->record[0], 0);
    cr_expect_eq(r->record[1], 1);
    cr_assert_eq(r->n, 2, "the sum of one source is a rival too");
    cr_expect_eq(r->value[0].number, 200000);
    cr_expect_eq(r->value[1].number, 240000);
    cr_expect_eq(r->chosen, 1);
    cr_expect_float_eq(s->links.length_m[0], 108000, 1e-6);
    cr_expect_float_eq(s->links.length_m[1], 132000, 1e-6);
    cr_expect_str_eq(source_of(s, s->links.length_source[1]), "new");
    cor_arena_finish(&loaded.arena);
}

Test(rival, sections_of_two_sources_are_no_rival)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(
        &loaded,
        HEAD "policy: high\nlinks:\n"
             "  - {id: ab, from: a, to: b, mode: rail, length: 90 km, source: "
             "old}\n"
             "  - {id: bc, from: b, to: c, mode: rail, length: 110 km, source: "
             "new}\n"
             "rivals:\n  - {links: [ab, bc], length: 180 km, source: press}\n",
        COR_POLICY_NONE);
    cr_expect_eq(s->n_rivals, 0, "a single total has no rival");
    cr_expect_float_eq(s->links.length_m[0], 81000, 1e-6);
    cr_expect_float_eq(s->links.length_m[1], 99000, 1e-6);
    cor_arena_finish(&loaded.arena);
}

static const char nodes[] = HEAD
    "policy: low\n" LINKS "borders:\n"
    "  - {at: c, into: UZ, mode: rail, time: 40 h, source: old}\n"
    "  - {at: c, into: UZ, mode: rail, service: block-train, time: 4 h, "
    "source: old}\n"
    "  - {at: c, into: UZ, mode: road, time: 30 h, source: old}\n"
    "transfers:\n"
    "  - {at: b, from: {mode: rail, gauge: 1435 mm}, to: {mode: rail, gauge: "
    "1520 mm}, time: 8 h, both-ways: true, source: old}\n"
    "  - {at: b, from: {mode: rail}, to: {mode: road}, time: 9 h, source: "
    "old}\n"
    "services:\n"
    "  - {id: train, links: [ab], headway: 24 h, source: old}\n"
    "rivals:\n"
    "  - {at: c, into: UZ, mode: rail, time: 7 h, cost: 215 USD, source: "
    "new}\n"
    "  - {at: c, into: UZ, service: block-train, time: 3 h, source: new}\n"
    "  - {at: b, from: {mode: rail}, to: {mode: rail}, time: 2 h, source: "
    "new}\n"
    "  - {service-id: train, headway: 12 h, source: new}\n";

Test(rival, borders_transfers_and_services_have_them)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, nodes, COR_POLICY_NONE);
    cr_expect_eq(s->border[0].time_s.number, 7 * 3600);
    cr_expect_eq(s->border[0].cost_usd.number, 215);
    cr_expect_eq(s->border[1].time_s.number, 3 * 3600);
    cr_expect_eq(s->border[2].time_s.number, 30 * 3600);
    cr_expect_eq(s->transfer[0].time_s.number, 2 * 3600);
    cr_expect_eq(s->transfer[1].time_s.number, 2 * 3600, "the way back");
    cr_expect_eq(s->transfer[2].time_s.number, 9 * 3600);
    cr_expect_eq(s->service[0].headway_s.number, 12 * 3600);
    cr_assert_eq(s->n_rivals, 5, "both ways are two");
    cr_expect_eq(s->rivals[0].subject, COR_SUBJECT_TRANSFER);
    cr_expect_eq(s->rivals[1].record[0], 1);
    cr_expect_eq(s->rivals[4].attribute, COR_ATTRIBUTE_HEADWAY);
    cor_arena_finish(&loaded.arena);
}

/* Dates of two sources, and whether the second is the newer. */
static const struct {
    const char *first, *second;
    bool is_newer;
} dates[] = {
    {"2024", "2025", true},
    {"2025", "2024", false},
    {"2025", "2025-11", true},
    {"2025-11-27", "2025-11-26", false},
    {"2025-02", "2025-11", true},
    {"2025-11", "2025-11-01", true},
    {"about 1999", "report of May 2001", true},
    {"123456", "1901", true},
    {"none", "0.5", false},
    {"2024/25", "2024", false},
};

Test(rival, the_newest_is_found_to_the_day)
{
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct loaded loaded;
        char text[2048];
        snprintf(text, sizeof text,
                 HEAD "  x: {year: \"%s\"}\n  y: {year: \"%s\"}\n" LINKS
                      "rivals:\n"
                      "  - {links: [ab], time: 5 h, source: x}\n"
                      "  - {links: [ab], time: 6 h, source: y}\n",
                 dates[i].first, dates[i].second);
        const struct cor_scenario *s =
            load_good(&loaded, text, COR_POLICY_NEWEST);
        cr_expect_eq(s->links.time_s[0], dates[i].is_newer ? 21600 : 18000,
                     "%s and %s", dates[i].first, dates[i].second);
        cor_arena_finish(&loaded.arena);
    }
}

#define LINE_RIVAL \
    "rivals:\n  - {links: [ab, bc], length: 240 km, source: new}\n"

/* Ops, and how many disputes and how long a link ab they leave. */
static const struct {
    const char *ops;
    uint32_t n_rivals;
    double length_m;
} edits[] = {
    {"", 1, 108000},
    {"ops:\n  - {op: set, link: bc, length: {was: 110 km, to: 120 km}}\n", 0,
     90000},
    {"ops:\n  - {op: set, link: ab, length: 80 km}\n"
     "  - {op: set, link: ab, length: 90 km}\n",
     1, 108000},
    {"ops:\n  - {op: remove, link: bc}\n", 0, 90000},
};

Test(rival, what_an_op_changes_is_disputed_no_more)
{
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        struct loaded loaded;
        char text[2048];
        strcpy(text, HEAD "policy: newest\n" LINKS LINE_RIVAL);
        strcat(text, edits[i].ops);
        const struct cor_scenario *s =
            load_good(&loaded, text, COR_POLICY_NONE);
        cr_expect_eq(s->n_rivals, edits[i].n_rivals, "%s", edits[i].ops);
        cr_expect_float_eq(s->links.length_m[0], edits[i].length_m, 1e-6,
                           "%s: %f", edits[i].ops, s->links.length_m[0]);
        cor_arena_finish(&loaded.arena);
    }
}

/* The order of rows decides nothing: every order of four rows. */
static const char *const rows[] = {
    "  - {links: [ab], length: 95 km, source: press}\n",
    "  - {links: [ab], length: 92 km, source: bare}\n",
    "  - {links: [ab], length: 97 km, source: new}\n",
    "  - {links: [ab], length: 97 km, source: old}\n",
};
enum { N_ROW = 4 };

static void join_rows(char *out, unsigned order)
{
    bool used[N_ROW] = {false};
    strcpy(out, HEAD LINKS "rivals:\n");
    for (unsigned left = N_ROW; left > 0; left--) {
        unsigned pick = order % left;
        order /= left;
        for (unsigned i = 0; i < N_ROW; i++) {
            if (used[i] || pick-- != 0)
                continue;
            used[i] = true;
            strcat(out, rows[i]);
            break;
        }
    }
}

static void expect_same(const struct cor_rivals *a,
                        const struct cor_scenario *of_a,
                        const struct cor_rivals *b,
                        const struct cor_scenario *of_b)
{
    cr_expect_eq(a->chosen, b->chosen);
    cr_assert_eq(a->n, b->n);
    for (uint32_t i = 0; i < a->n; i++) {
        cr_expect_eq(a->value[i].number, b->value[i].number);
        cr_expect_str_eq(source_of(of_a, a->value[i].source),
                         source_of(of_b, b->value[i].source));
    }
}

Test(rival, the_order_of_rows_is_nothing)
{
    for (enum cor_policy p = COR_POLICY_NEWEST; p < COR_N_POLICY; p++) {
        struct loaded first, other;
        char text[2048];
        join_rows(text, 0);
        const struct cor_scenario *s = load_good(&first, text, p);
        for (unsigned order = 1; order < 24; order++) {
            join_rows(text, order);
            const struct cor_scenario *t = load_good(&other, text, p);
            cr_expect_eq(s->links.length_m[0], t->links.length_m[0]);
            cr_assert_eq(t->n_rivals, 1);
            expect_same(&s->rivals[0], s, &t->rivals[0], t);
            cor_arena_finish(&other.arena);
        }
        cor_arena_finish(&first.arena);
    }
}

Test(rival, a_note_counts_them)
{
    struct loaded loaded;
    load_good(&loaded, nodes, COR_POLICY_NONE);
    size_t n = 0;
    for (size_t i = 0; i < loaded.report.n; i++)
        if (strcmp(loaded.report.item[i].code, "rivals") == 0) {
            n++;
            cr_expect_eq(loaded.report.item[i].severity, COR_NOTE);
            cr_expect_str_eq(loaded.report.item[i].message,
                             "4 values have rivals in other sources");
        }
    cr_expect_eq(n, 1);
    cor_arena_finish(&loaded.arena);
}

Test(rival, want_of_memory_leaves_nothing)
{
    const struct cor_load how = {.as_of = COR_NO_DATE};
    enum cor_status status = COR_NO_MEMORY;
    for (size_t limit = 256; status != COR_OK; limit += limit / 8) {
        struct cor_arena arena, complaints;
        struct cor_report report;
        enum cor_load_state state;
        const struct cor_scenario *scenario = NULL;
        cor_arena_init(&arena, limit);
        cor_arena_init(&complaints, SIZE_MAX);
        cor_report_init(&report, &complaints);
        status = cor_scenario_load_text(&scenario, &state, "a.yaml",
                                        cor_text_of(nodes), &how, &report,
                                        &arena, NULL);
        cr_assert(status == COR_OK || status == COR_NO_MEMORY);
        cr_expect_eq(scenario == NULL, status != COR_OK);
        cr_expect(status == COR_OK || arena.used == 0);
        cor_arena_finish(&arena);
        cor_arena_finish(&complaints);
    }
}
