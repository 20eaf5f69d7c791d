#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Nothing of it is assumed, so that an op that forgets sources shows. */
static const char base[] =
    "corridor: 1\n"
    "title: Base\n"
    "as_of: 2027-01-01\n"
    "places:\n"
    "  a: {lon: 51, lat: 43, country: KZ}\n"
    "  b: {lon: 50, lat: 41, country: AZ}\n"
    "  c: {lon: 48, lat: 41, country: AZ}\n"
    "links:\n"
    "  - {id: ab, from: a, to: b, mode: ferry, length: 400 km, time: 20 h,"
    " source: s}\n"
    "  - {id: ba, from: a, to: b, mode: ferry, length: 410 km, time: {value:"
    " 24 h, source: t}, source: s}\n"
    "  - {id: bc, from: b, to: c, mode: rail, gauge: 1520 mm, length: 200 km,"
    " source: s}\n"
    "  - {id: new, from: b, to: c, mode: rail, length: 180 km,"
    " status: construction, opens: 2030-12-31, source: s}\n"
    "transfers:\n"
    "  - {at: b, from: {mode: ferry}, to: {mode: rail}, time: 8 h,"
    " cost: 100 USD, source: s}\n"
    "  - {at: b, from: {mode: rail}, to: {mode: ferry}, time: 9 h, source: s}\n"
    "borders:\n"
    "  - {at: b, into: AZ, mode: ferry, time: 78 h, cost: 215 USD,"
    " source: s}\n"
    "services:\n"
    "  - {id: feeder, links: [ab, ba], headway: 36 h, capacity: 225 TEU,"
    " source: s}\n"
    "sources:\n"
    "  s: {title: S}\n"
    "  t: {title: T}\n"
    "defaults:\n"
    "  rail: {speed: 40 km/h, source: s}\n";

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(op, .init = begin, .fini = end);

static cor_date day(const char *text)
{
    cor_date date = COR_NO_DATE;
    cr_assert(cor_date_parse(&date, cor_text_of(text)));
    return date;
}

/* The base and ops, a line each; NULL with the code of the first error. */
static const struct cor_scenario *
try_ops(const char *ops, cor_date as_of, const char **code)
{
    const struct cor_load how = {.as_of = as_of};
    const struct cor_scenario *scenario = NULL;
    enum cor_load_state state;
    struct cor_report report;
    char *text = cor_text_print(&arena, "%s%s%s", base,
                                ops[0] == '\0' ? "" : "ops:\n", ops);
    cor_report_init(&report, &arena);
    cr_assert_not_null(text);
    (void)!cor_scenario_load_text(&scenario, &state, "test", cor_text_of(text),
                                  &how, &report, &arena, NULL);
    *code = NULL;
    for (size_t i = 0; i < report.n && *code == NULL; i++)
        if (report.item[i].severity == COR_ERROR)
            *code = report.item[i].code;
    cr_assert_eq(scenario == NULL, *code != NULL);
    return scenario;
}

static const struct cor_scenario *with_ops(const char *ops)
{
    const char *code;
    const struct cor_scenario *scenario = try_ops(ops, COR_NO_DATE, &code);
    cr_assert_not_null(scenario, "%s: %s", ops, code);
    return scenario;
}

static double time_h(const struct cor_scenario *scenario, const char *link)
{
    return scenario->links.time_s[cor_scenario_link(scenario, link)] / 3600;
}

/* What a scenario is made of, as text. */
struct content {
    char text[8192];
    size_t n;
};

__attribute__((format(printf, 2, 3))) static void
put(struct content *content, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    content->n +=
        (size_t)vsnprintf(content->text + content->n,
                          sizeof content->text - content->n, format, list);
    va_end(list);
    cr_assert_lt(content->n, sizeof content->text);
}

static const char *source_of(const struct cor_scenario *s, uint32_t source)
{
    return source == COR_NONE ? "-" : s->sources.ids->name[source];
}

static void put_value(struct content *content,
                      const struct cor_scenario *s,
                      double number,
                      uint32_t source)
{
    put(content, " %a %s", number, isnan(number) ? "" : source_of(s, source));
}

static void put_links(struct content *content, const struct cor_scenario *s)
{
    const struct cor_links *l = &s->links;
    for (uint32_t i = 0; i < l->n; i++) {
        put(content, "%s %u %u %u %u %u %d %d %d %d %d", l->ids->name[i],
            l->from[i], l->to[i], l->mode[i], l->gauge_mm[i], l->status[i],
            l->opens[i], l->closes[i], l->closed_from[i], l->closed_until[i],
            l->open[i]);
        put_value(content, s, l->published_m[i], l->length_source[i]);
        put_value(content, s, l->time_s[i], l->time_source[i]);
        put_value(content, s, l->cost_usd[i], l->cost_source[i]);
        put_value(content, s, l->speed_m_s[i], l->speed_source[i]);
        put(content, " %a %u\n", l->geodesic_m[i],
            l->first_point[i + 1] - l->first_point[i]);
    }
}

static void put_rest(struct content *content, const struct cor_scenario *s)
{
    for (uint32_t i = 0; i < s->n_transfer; i++) {
        put(content, "transfer %u %u %u", s->transfer[i].place,
            s->transfer[i].from_mode, s->transfer[i].to_mode);
        put_value(content, s, s->transfer[i].time_s.number,
                  s->transfer[i].time_s.source);
        put_value(content, s, s->transfer[i].cost_usd.number,
                  s->transfer[i].cost_usd.source);
    }
    for (uint32_t i = 0; i < s->n_border; i++) {
        put(content, "\nborder %u %s", s->border[i].place,
            s->countries->name[s->border[i].country]);
        put_value(content, s, s->border[i].time_s.number,
                  s->border[i].time_s.source);
    }
    for (uint32_t i = 0; i < s->n_service; i++) {
        put(content, "\nservice %s %u", s->service[i].id, s->service[i].n_link);
        put_value(content, s, s->service[i].headway_s.number,
                  s->service[i].headway_s.source);
    }
    put(content, "\nrail %a\n", s->defaults[COR_MODE_RAIL].speed_m_s.number);
}

static void write_content(struct content *content,
                          const struct cor_scenario *scenario)
{
    content->n = 0;
    for (uint32_t i = 0; i < scenario->places.n; i++)
        put(content, "%s %a %a\n", scenario->places.ids->name[i],
            scenario->places.at[i].lon, scenario->places.at[i].lat);
    put_links(content, scenario);
    put_rest(content, scenario);
}

static void expect_same(const char *one, const char *other)
{
    static struct content a, b;
    write_content(&a, with_ops(one));
    write_content(&b, with_ops(other));
    cr_expect_str_eq(a.text, b.text, "%s\n%s\n%s\n%s", one, a.text, other,
                     b.text);
}

/* An op, and one that takes it back; those with the same letter touch the same
   numbers. */
static const struct {
    const char *done, *undone;
    char touches;
} pairs[] = {
    {"  - {op: set, link: ab, time: 30 h}\n",
     "  - {op: set, link: ab, time: 20 h}\n", 'f'},
    {"  - {op: set, link: ba, time: 1.5 d, source: s}\n",
     "  - {op: set, link: ba, time: 1 d}\n", 'f'},
    {"  - {op: set, link: bc, time: 5 h}\n",
     "  - {op: set, link: bc, time: none}\n", 'b'},
    {"  - {op: set, link: bc, gauge: {was: 1520 mm, to: 1435 mm}}\n",
     "  - {op: set, link: bc, gauge: 1520 mm}\n", 'g'},
    {"  - {op: set, link: bc, via: [[49, 41.5]]}\n",
     "  - {op: set, link: bc, via: none}\n", 'v'},
    {"  - {op: scale, where: {mode: ferry}, time: 3}\n",
     "  - {op: scale, where: {mode: ferry}, time: 0.3333333333333333}\n", 'f'},
    {"  - {op: scale, where: {country: AZ}, length: 2}\n",
     "  - {op: scale, where: {country: AZ}, length: 0.5}\n", 'l'},
    {"  - {op: scale, transfer: {at: b}, time: 2}\n",
     "  - {op: scale, transfer: {at: b}, time: 0.5}\n", 't'},
    {"  - {op: set, border: {at: b, into: AZ}, time: 39 h}\n",
     "  - {op: scale, border: {}, time: 2}\n", 'o'},
    {"  - {op: set, service: feeder, headway: 12 h}\n",
     "  - {op: set, service: feeder, headway: 36 h}\n", 's'},
    {"  - {op: set, default: rail, speed: 20 km/h}\n",
     "  - {op: scale, default: rail, speed: 2}\n", 'r'},
    {"  - {op: close, link: bc}\n", "  - {op: open, link: bc}\n", 'c'},
    {"  - {op: close, link: ab, from: 2028-01-01}\n",
     "  - {op: open, link: ab, on: 2028-01-01}\n", 'A'},
    {"  - {op: close, link: ba, from: 2026-12-01, for: 60 d}\n",
     "  - {op: open, link: ba, on: 2026-12-01}\n", 'B'},
    {"  - {op: open, link: new, on: 2026-07-01}\n",
     "  - {op: open, link: new, on: 2030-12-31}\n", 'n'},
    {"  - {op: add-place, id: d, lon: 47, lat: 41, country: AZ, source: s}\n",
     "  - {op: remove, place: d}\n", 'p'},
    {"  - {op: add-link, id: ca, from: c, to: a, mode: road, source: s}\n",
     "  - {op: remove, link: ca}\n", 'q'},
};
enum { N_PAIR = sizeof pairs / sizeof *pairs };

Test(op, undone_leaves_nothing_behind)
{
    for (int i = 0; i < N_PAIR; i++) {
        static struct content before, after;
        write_content(&before, with_ops(""));
        write_content(&after, with_ops(pairs[i].done));
        cr_expect(strcmp(before.text, after.text) != 0, "%s does nothing",
                  pairs[i].done);
        expect_same(
            "", cor_text_print(&arena, "%s%s", pairs[i].done, pairs[i].undone));
    }
}

/* Numerical Recipes' quick generator: here any will do. */
static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % below;
}

Test(op, undone_in_turn_leaves_nothing_behind)
{
    for (uint32_t seed = 1; seed <= 200; seed++) {
        uint32_t state = seed;
        const char *done = "", *undone = "";
        bool used[128] = {false};
        for (int n = 0; n < 5; n++) {
            const uint32_t i = draw(&state, N_PAIR);
            bool *is_used = &used[(int)pairs[i].touches];
            if (*is_used)
                continue;
            *is_used = true;
            done = cor_text_print(&arena, "%s%s", done, pairs[i].done);
            undone = cor_text_print(&arena, "%s%s", pairs[i].undone, undone);
        }
        expect_same("", cor_text_print(&arena, "%s%s", done, undone));
    }
}

Test(op, order_does_not_matter_where_things_differ)
{
    static const char *const ops[] = {
        "  - {op: set, link: ab, time: 30 h}\n",
        "  - {op: scale, border: {at: b}, time: 0.5}\n",
        "  - {op: close, link: ba, from: 2026-12-01, for: 60 d}\n",
        "  - {op: set, service: feeder, headway: 12 h}\n",
        "  - {op: open, link: new, on: 2026-01-01}\n",
    };
    enum { N = sizeof ops / sizeof *ops };
    for (int i = 0; i < N; i++)
        for (int j = 0; j < i; j++)
            expect_same(cor_text_print(&arena, "%s%s", ops[i], ops[j]),
                        cor_text_print(&arena, "%s%s", ops[j], ops[i]));
}

Test(op, order_matters_where_things_are_the_same)
{
    static const char set[] = "  - {op: set, link: ab, time: 30 h}\n";
    static const char scale[] = "  - {op: scale, where: {links: [ab]},"
                                " time: 2}\n";
    cr_expect_eq(
        time_h(with_ops(cor_text_print(&arena, "%s%s", set, scale)), "ab"), 60);
    cr_expect_eq(
        time_h(with_ops(cor_text_print(&arena, "%s%s", scale, set)), "ab"), 30);
}

Test(op, numbers_have_the_source_that_is_stated_or_are_assumed)
{
    static const struct {
        const char *ops, *link, *source;
    } rows[] = {
        {"", "ab", "s"},
        {"", "ba", "t"},
        {"  - {op: set, link: ab, time: 30 h}\n", "ab", "assumed"},
        {"  - {op: set, link: ab, time: 30 h, source: t}\n", "ab", "t"},
        {"  - {op: set, link: ab, time: {to: 30 h, source: t}}\n", "ab", "t"},
        {"  - {op: set, link: ab, time: {value: 30 h, source: t}}\n", "ab",
         "t"},
        {"  - {op: set, link: ab, time: {to: 30 h, source: memory},"
         " source: t}\n",
         "ab", "memory"},
        {"  - {op: scale, where: {}, time: 2}\n", "ba", "assumed"},
        {"  - {op: scale, where: {}, time: 2, source: t}\n", "ab", "t"},
        {"  - {op: set, link: ab, source: {was: s, to: t}}\n", "ab", "t"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct cor_scenario *s = with_ops(rows[i].ops);
        const uint32_t link = cor_scenario_link(s, rows[i].link);
        cr_expect_str_eq(source_of(s, s->links.time_source[link]),
                         rows[i].source, "%s", rows[i].ops);
    }
}

Test(op, what_is_removed_takes_along_what_hangs_on_it)
{
    const struct cor_scenario *s =
        with_ops("  - {op: remove, link: bc}\n  - {op: remove, link: new}\n"
                 "  - {op: remove, link: ab}\n");
    cr_expect_eq(s->links.n, 1);
    cr_expect_eq(s->n_service, 1);
    cr_expect_eq(s->service[0].n_link, 1);
    cr_expect_str_eq(s->links.ids->name[s->service[0].link[0]], "ba");
    s = with_ops("  - {op: remove, link: ab}\n  - {op: remove, link: ba}\n");
    cr_expect_eq(s->n_service, 0);
    s = with_ops("  - {op: remove, link: ab}\n  - {op: remove, link: ba}\n"
                 "  - {op: remove, link: bc}\n  - {op: remove, link: new}\n"
                 "  - {op: remove, place: b}\n");
    cr_expect_eq(s->places.n, 2);
    cr_expect_eq(s->n_transfer, 0);
    cr_expect_eq(s->n_border, 0);
    cr_expect_str_eq(s->places.ids->name[1], "c");
}

Test(op, removed_ids_may_come_back)
{
    const struct cor_scenario *s =
        with_ops("  - {op: remove, link: bc}\n"
                 "  - {op: add-link, id: bc, from: b, to: c, mode: road,"
                 " length: 150 km, source: s}\n"
                 "  - {op: set, link: bc, time: 3 h}\n");
    const uint32_t link = cor_scenario_link(s, "bc");
    cr_expect_eq(s->links.n, 4);
    cr_expect_eq(s->links.mode[link], COR_MODE_ROAD);
    cr_expect_eq(s->links.length_m[link], 150000);
    cr_expect_eq(time_h(s, "bc"), 3);
    cr_expect_eq(s->links.from[link], cor_scenario_place(s, "b"));
}

/* On which of three days a link is open after ops. */
Test(op, dates_decide_when_links_are_open)
{
    static const char *const days[] = {"2026-12-31", "2027-02-01",
                                       "2031-01-01"};
    static const struct {
        const char *ops, *link, *open;
    } rows[] = {
        {"", "bc", "yyy"},
        {"", "new", "nny"},
        {"  - {op: close, link: bc}\n", "bc", "nnn"},
        {"  - {op: close, link: bc, from: 2027-02-01}\n", "bc", "ynn"},
        {"  - {op: close, link: bc, from: 2027-02-02}\n", "bc", "yyn"},
        {"  - {op: close, link: bc, from: 2027-01-02, for: 30 d}\n", "bc",
         "yyy"},
        {"  - {op: close, link: bc, from: 2027-01-02, for: 31 d}\n", "bc",
         "yny"},
        {"  - {op: close, link: bc, from: 2026-12-31, to: 2027-02-01}\n", "bc",
         "nyy"},
        {"  - {op: close, link: bc, from: 2026-12-31}\n"
         "  - {op: open, link: bc, on: 2027-02-02}\n",
         "bc", "nny"},
        {"  - {op: close, link: bc, from: 2026-12-31, for: 2 y}\n", NULL,
         "bad-duration"},
        {"  - {op: close, link: bc, from: 2026-12-31, for: 900 d}\n"
         "  - {op: open, link: bc, on: 2027-02-01}\n",
         "bc", "nyy"},
        {"  - {op: close, link: bc, from: 2027-01-02, for: 31 d}\n"
         "  - {op: close, link: bc, from: 2030-01-01}\n",
         "bc", "ynn"},
        {"  - {op: open, link: new, on: 2027-01-15}\n", "new", "nyy"},
        {"  - {op: open, link: new}\n", "new", "yyy"},
        {"  - {op: open, link: bc, on: 2030-01-01}\n", "bc", "nny"},
        {"  - {op: close, link: bc}\n  - {op: open, link: bc,"
         " on: 2027-01-01}\n",
         "bc", "nyy"},
        {"  - {op: set, link: bc, closes: 2027-01-01}\n"
         "  - {op: open, link: bc}\n",
         "bc", "yyy"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char open[4] = "";
        const char *code = NULL;
        for (int d = 0; d < 3; d++) {
            const struct cor_scenario *s =
                try_ops(rows[i].ops, day(days[d]), &code);
            if (s != NULL)
                open[d] = s->links.open[cor_scenario_link(s, rows[i].link)]
                              ? 'y'
                              : 'n';
        }
        cr_expect_str_eq(code != NULL ? code : open, rows[i].open, "%s",
                         rows[i].ops);
    }
}

Test(op, scaling_by_two_is_exact)
{
    const struct cor_scenario
        *s = with_ops(""),
        *twice = with_ops("  - {op: scale, where: {mode: ferry}, time: 2}\n"
                          "  - {op: scale, border: {}, time: 2, cost: 2}\n");
    for (uint32_t i = 0; i < 2; i++)
        cr_expect_eq(twice->links.time_s[i], 2 * s->links.time_s[i]);
    cr_expect(isnan(twice->links.time_s[2]));
    cr_expect_eq(twice->border[0].time_s.number,
                 2 * s->border[0].time_s.number);
    cr_expect_eq(twice->border[0].cost_usd.number,
                 2 * s->border[0].cost_usd.number);
}

/* However little memory there is, a load ends with an answer. */
Test(op, wants_of_memory_are_told)
{
    char *ops = cor_text_print(&arena, "%sops:\n", base);
    for (int i = 0; i < N_PAIR; i++)
        ops = cor_text_print(&arena, "%s%s", ops, pairs[i].done);
    const struct cor_load how = {.as_of = COR_NO_DATE};
    bool done = false;
    unsigned n_failed = 0;
    for (size_t limit = 1024; !done; limit += 1024) {
        struct cor_arena small;
        struct cor_report report;
        const struct cor_scenario *scenario = NULL;
        enum cor_load_state state;
        cor_arena_init(&small, limit);
        cor_report_init(&report, &arena);
        const enum cor_status status =
            cor_scenario_load_text(&scenario, &state, "test", cor_text_of(ops),
                                   &how, &report, &small, NULL);
        done = status == COR_OK;
        cr_assert(done || status == COR_NO_MEMORY, "%zu: %d", limit, status);
        n_failed += !done;
        cor_arena_finish(&small);
    }
    cr_expect_gt(n_failed, 20);
}
