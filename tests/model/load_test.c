#include <corridor/model/load.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A scenario loaded from text. */
struct loaded {
    struct cor_arena arena, complaints;
    struct cor_report report;
    const struct cor_scenario *scenario;
    enum cor_load_state state;
    enum cor_status status;
    struct cor_error err;
};

static void begin(struct loaded *loaded, size_t limit)
{
    *loaded = (struct loaded){.state = COR_LOAD_GOOD};
    cor_arena_init(&loaded->arena, limit);
    cor_arena_init(&loaded->complaints, SIZE_MAX);
    cor_report_init(&loaded->report, &loaded->complaints);
}

static void end(struct loaded *loaded)
{
    cor_arena_finish(&loaded->arena);
    cor_arena_finish(&loaded->complaints);
}

static void load_at(struct loaded *loaded, const char *text, const char *date)
{
    struct cor_load how = {.as_of = COR_NO_DATE};
    begin(loaded, SIZE_MAX);
    if (date != NULL)
        cr_assert(cor_date_parse(&how.as_of, cor_text_of(date)));
    loaded->status = cor_scenario_load_text(
        &loaded->scenario, &loaded->state, "a.yaml", cor_text_of(text), &how,
        &loaded->report, &loaded->arena, &loaded->err);
}

static const struct cor_scenario *load_good(struct loaded *loaded,
                                            const char *text)
{
    load_at(loaded, text, NULL);
    cr_assert_eq(loaded->status, COR_OK, "%s",
                 loaded->report.n == 0 ? loaded->err.text
                                       : loaded->report.item[0].message);
    cr_assert_eq(loaded->state, COR_LOAD_GOOD);
    return loaded->scenario;
}

#define HEAD "corridor: 1\ntitle: Two ports\n"
#define PORTS                                                                  \
    "places:\n"                                                                \
    "  aktau: {name: Aktau, name-local: \u0410\u049B\u0442\u0430\u0443, lon: " \
    "51.15, lat: 43.60, country: KZ, kind: port, label: {at: SE}}\n"           \
    "  alat: {lon: 49.41, lat: 39.96, country: AZ, source: s1}\n"
#define SOURCES                                        \
    "sources:\n"                                       \
    "  s1: {title: Gazetteer, year: 2025, grade: B}\n" \
    "  s2: {title: Timetable, url: \"https://example.org\", licence: CC0}\n"

static const char whole[] = HEAD
    "summary: A ferry\nas_of: 2026-11-01\n" PORTS SOURCES "links:\n"
    "  - {id: crossing, name: The crossing, from: aktau, to: alat, mode: "
    "ferry, length: {value: 468 km, source: s2}, time: 22 h, cost: 1500 USD, "
    "capacity: 6 Mt/y, via: [[50.9, 42.5], [50.4, 40.6]], source: s1}\n"
    "  - {id: direct, from: alat, to: aktau, mode: rail, gauge: 1520 mm, "
    "one-way: true, speed: 36 km/h, co2e: 3 t, status: planned, opens: 2030}\n"
    "transfers:\n"
    "  - {at: aktau, from: {mode: rail, gauge: 1520 mm}, to: {mode: ferry}, "
    "kind: port, time: 20 h, cost: {value: 150 USD, source: assumed}, "
    "capacity: 2 Mt/y, both-ways: true, source: s2}\n"
    "  - {at: alat, from: {mode: ferry}, to: {mode: road}}\n"
    "borders:\n"
    "  - {at: alat, into: AZ, time: 40.6 h, cost: 215 USD, source: s1}\n"
    "services:\n"
    "  - {id: feeder, title: Feeder, links: [crossing, direct], headway: 36 h, "
    "vessels: {value: 6, source: s2}, capacity: 225 TEU, payload: 4500 t, "
    "source: s1}\n"
    "defaults:\n"
    "  rail: {speed: 900 km/d, cost: {value: 0.61 USD/FEU-km, source: s1}, "
    "co2e: {value: 11 g/tkm, source: s2, scope: wtw}}\n"
    "  road: {cost: 0.0945 USD/tkm, source: s2}\n"
    "cargo: {unit: TEU, tonnes: 12, value: 5000 USD/t, source: s1}\n"
    "corridors:\n"
    "  there: {title: There, from: aktau, to: alat, modes: [ferry, rail], "
    "avoid: [road, IR, AZ]}\n"
    "  back: {from: alat, to: aktau}\n"
    "map: {title: Sea, corridors: [back, there], extent: [40, 30, 60, 50], "
    "languages: [en, local], focus: [KZ], labels: all, theme: dark}\n";

Test(load, places_and_sources)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, whole);
    cr_expect_str_eq(s->title, "Two ports");
    cr_expect_str_eq(s->summary, "A ferry");
    cr_expect_str_eq(s->file, "a.yaml");
    cr_assert_eq(s->places.n, 2);
    const uint32_t aktau = cor_scenario_place(s, "aktau");
    const uint32_t alat = cor_scenario_place(s, "alat");
    cr_expect_eq(cor_scenario_place(s, "baku"), COR_NONE);
    cr_expect_str_eq(s->places.name[aktau], "Aktau");
    cr_expect_str_eq(s->places.name[alat], "alat");
    cr_expect_str_eq(s->places.name_local[aktau],
                     "\u0410\u049B\u0442\u0430\u0443");
    cr_expect_null(s->places.name_local[alat]);
    cr_expect_eq(s->places.at[aktau].lon, 51.15);
    cr_expect_eq(s->places.at[aktau].lat, 43.60);
    cr_expect_str_eq(s->countries->name[s->places.country[aktau]], "KZ");
    cr_expect_eq(s->places.kind[aktau], COR_PLACE_PORT);
    cr_expect_eq(s->places.kind[alat], COR_PLACE_OTHER);
    cr_expect_eq(s->places.label_at[aktau], 3); /* 1 + SE of E NE SE ... */
    cr_expect_eq(s->places.label_at[alat], 0);
    cr_expect_eq(s->places.source[aktau], COR_NONE);
    cr_expect_str_eq(s->sources.ids->name[s->places.source[alat]], "s1");
    cr_expect_eq(s->sources.n, 3); /* "assumed" is a source when it is used */
    cr_expect_str_eq(s->sources.title[0], "Gazetteer");
    cr_expect_str_eq(s->sources.year[0], "2025");
    cr_expect_str_eq(s->sources.url[1], "https://example.org");
    cr_expect_null(s->sources.url[0]);
    end(&loaded);
}

Test(load, takes_sailings_for_a_headway)
{
    static const char text[] =
        "corridor: 1\n"
        "title: Three ships a week\n"
        "places:\n"
        "  a: {lon: 50, lat: 40}\n"
        "  b: {lon: 51, lat: 40}\n"
        "links:\n"
        "  - {id: ab, from: a, to: b, mode: ferry}\n"
        "services:\n"
        "  - {id: ship, links: [ab], sailings: {value: 3 per week, "
        "source: s}}\n"
        "sources: {s: {title: S}}\n";
    struct cor_arena arena;
    struct cor_report report;
    const struct cor_scenario *s;
    enum cor_load_state state;
    struct cor_error err = {0};
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
    cr_assert_eq(
        cor_scenario_load_text(&s, &state, "ship.yaml", cor_text_of(text),
                               &(struct cor_load){.as_of = COR_NO_DATE},
                               &report, &arena, &err),
        COR_OK, "%s", err.text);
    cr_expect_float_eq(s->service[0].headway_s.number, 56 * 3600, 1e-6);
    cr_expect_eq(s->service[0].headway_s.source, 0);
    cor_arena_finish(&arena);
}

Test(load, links)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, whole);
    const struct cor_links *l = &s->links;
    cr_assert_eq(l->n, 2);
    cr_expect_eq(cor_scenario_link(s, "crossing"), 0);
    cr_expect_eq(cor_scenario_link(s, "direct"), 1);
    cr_expect_str_eq(l->name[0], "The crossing");
    cr_expect_null(l->name[1]);
    cr_expect(l->from[0] == 0 && l->to[0] == 1 && !l->one_way[0]);
    cr_expect(l->from[1] == 1 && l->to[1] == 0 && l->one_way[1]);
    cr_expect_eq(l->mode[0], COR_MODE_FERRY);
    cr_expect_eq(l->gauge_mm[0], 0);
    cr_expect_eq(l->gauge_mm[1], 1520);
    cr_expect_eq(l->length_m[0], 468000);
    cr_expect_eq(l->published_m[0], 468000);
    cr_expect(isnan(l->published_m[1]));
    cr_expect_eq(l->length_m[1], l->geodesic_m[1]);
    cr_expect_eq(l->geodesic_m[1],
                 cor_geodesic_length_m(s->places.at[0], s->places.at[1]));
    cr_expect_eq(l->first_point[1] - l->first_point[0], 4);
    cr_expect_eq(l->point[1].lon, 50.9);
    cr_expect_eq(l->point[3].lat, 39.96);
    cr_expect_eq(l->geodesic_m[0], cor_line_length_m(l->point, 4));
    cr_expect_eq(l->time_s[0], 22 * 3600);
    cr_expect_eq(l->cost_usd[0], 1500);
    cr_expect(isnan(l->time_s[1]) && isnan(l->co2e_kg[0]));
    cr_expect_eq(l->co2e_kg[1], 3000);
    cr_expect_float_eq(l->speed_m_s[1], 10, 1e-12);
    cr_expect_eq(l->capacity[0], 6e6);
    cr_expect_eq(l->capacity_dimension[0], COR_DIM_MASS_FLOW);
    cr_expect_eq(l->length_source[0], 1);
    cr_expect_eq(l->time_source[0], 0);
    cr_expect_eq(l->co2e_source[0], COR_NONE); /* of nothing */
    cr_expect_eq(l->co2e_source[1], COR_NONE);
    cr_expect_eq(l->status[1], COR_LINK_PLANNED);
    cr_expect(l->open[0] && !l->open[1]);
    cr_expect_eq(s->network->n_arc, 3);
    end(&loaded);
}

Test(load, what_happens_at_places)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, whole);
    cr_assert_eq(s->n_transfer, 3);
    const struct cor_transfer *there = &s->transfer[0], *back = there + 1;
    cr_expect_eq(there->from_mode, COR_MODE_RAIL);
    cr_expect_eq(there->from_gauge_mm, 1520);
    cr_expect_eq(there->to_mode, COR_MODE_FERRY);
    cr_expect_eq(there->to_gauge_mm, 0);
    cr_expect(back->from_mode == COR_MODE_FERRY && back->to_gauge_mm == 1520);
    cr_expect_eq(back->time_s.number, 20 * 3600);
    cr_expect_str_eq(there->kind, "port");
    cr_expect_eq(there->time_s.source, 1);
    cr_expect_str_eq(s->sources.ids->name[there->cost_usd.source], "assumed");
    cr_expect_eq(there->capacity.number, 2e6);
    cr_expect(isnan(s->transfer[2].time_s.number));
    cr_expect_null(s->transfer[2].kind);
    cr_assert_eq(s->n_border, 1);
    cr_expect_eq(s->border[0].place, 1);
    cr_expect_str_eq(s->countries->name[s->border[0].country], "AZ");
    cr_expect_eq(s->border[0].mode, COR_NONE);
    cr_expect_float_eq(s->border[0].time_s.number, 40.6 * 3600, 1e-6);
    cr_assert_eq(s->n_service, 1);
    const struct cor_service *feeder = &s->service[0];
    cr_expect_str_eq(feeder->id, "feeder");
    cr_expect(feeder->n_link == 2 && feeder->link[1] == 1);
    cr_expect_eq(feeder->headway_s.number, 36 * 3600);
    cr_expect(feeder->vessels.number == 6 && feeder->vessels.source == 1);
    cr_expect_eq(feeder->capacity_dimension, COR_DIM_TEU);
    cr_expect_float_eq(feeder->payload_t.number, 4500, 1e-9);
    end(&loaded);
}

Test(load, defaults_and_cargo)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, whole);
    cr_assert_eq(s->n_mode, COR_N_MODE);
    const struct cor_default *rail = &s->defaults[COR_MODE_RAIL];
    const struct cor_default *road = &s->defaults[COR_MODE_ROAD];
    cr_expect_float_eq(rail->speed_m_s.number, 900 / 86.4, 1e-9);
    cr_expect_eq(rail->speed_m_s.source, COR_NONE);
    cr_expect_eq(rail->cost_usd_per_feu_km.number, 0.61);
    cr_expect(isnan(rail->cost_usd_per_tkm.number));
    cr_expect_float_eq(rail->co2e_kg_per_tkm.number, 0.011, 1e-12);
    cr_expect_eq(rail->scope, COR_SCOPE_WTW);
    cr_expect_eq(road->cost_usd_per_tkm.number, 0.0945);
    cr_expect_eq(road->cost_usd_per_tkm.source, 1);
    cr_expect(isnan(road->cost_usd_per_feu_km.number));
    cr_expect_eq(road->scope, COR_SCOPE_UNSTATED);
    cr_expect(isnan(s->defaults[COR_MODE_AIR].speed_m_s.number));
    cr_expect_str_eq(s->cargo.unit, "TEU");
    cr_expect_eq(s->cargo.teu, 1);
    cr_expect_eq(s->cargo.mass_t, 12);
    cr_expect_eq(s->cargo.value_usd.number, 60000);
    cr_expect_eq(s->cargo.value_usd.source, 0);
    cr_expect(s->cargo.stated);
    end(&loaded);
}

Test(load, corridors_and_map)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(&loaded, whole);
    cr_assert_eq(s->n_corridor, 2);
    const struct cor_query *query = &s->corridor[0].query;
    cr_expect_eq(cor_scenario_corridor(s, "back"), 1);
    cr_expect_eq(cor_scenario_corridor(s, "nowhere"), COR_NONE);
    cr_expect_str_eq(s->corridor[1].title, "back");
    cr_expect(query->from == 0 && query->to == 1 && query->n_via == 0);
    cr_assert_eq(query->n_mode, 2);
    cr_expect_eq(query->mode[0], COR_MODE_FERRY);
    cr_assert_eq(query->n_avoid_mode, 1);
    cr_expect_eq(query->avoid_mode[0], COR_MODE_ROAD);
    cr_assert_eq(query->n_avoid_country, 2);
    cr_expect_str_eq(s->countries->name[query->avoid_country[0]], "IR");
    cr_expect_eq(query->avoid_country[1], s->places.country[1]);
    cr_expect_eq(query->n_avoid_place, 0);
    cr_assert_eq(s->map.n_corridor, 2);
    cr_expect_eq(s->map.corridor[0], 1);
    cr_expect(s->map.has_extent && s->map.west == 40 && s->map.north == 50);
    cr_assert_eq(s->map.n_language, 2);
    cr_expect_str_eq(s->map.language[1], "local");
    cr_expect_str_eq(s->map.theme, "dark");
    cr_expect_eq(s->map.labels, COR_LABELS_ALL);
    end(&loaded);
}

Test(load, little_is_asked_for)
{
    struct loaded loaded;
    const struct cor_scenario *s =
        load_good(&loaded, HEAD "places: {a: {lon: 1, lat: 2}}\n");
    cr_expect_eq(s->links.n, 0);
    cr_expect_eq(s->as_of, COR_NO_DATE);
    cr_expect_null(s->summary);
    cr_expect_str_eq(s->cargo.unit, "FEU");
    cr_expect_eq(s->cargo.teu, 2);
    cr_expect_eq(s->cargo.mass_t, 24);
    cr_expect(!s->cargo.stated && isnan(s->cargo.value_usd.number));
    cr_expect_not(s->map.has_extent);
    end(&loaded);
}

/* The rule of docs/format.md, by hand. */
Test(load, links_are_open_by_status_and_dates)
{
    static const struct {
        const char *said, *date;
        bool open;
    } rows[] = {
        {"", NULL, true},
        {"", "2026-06-01", true},
        {", opens: 2026-06-01", "2026-05-31", false},
        {", opens: 2026-06-01", "2026-06-01", true},
        {", closes: 2026-06-01", "2026-05-31", true},
        {", closes: 2026-06-01", "2026-06-01", false},
        {", opens: 2026-06, closes: 2026-07", "2026-06-30", true},
        {", opens: 2026-06, closes: 2026-07", "2026-07-01", false},
        {", opens: 2030", NULL, true},
        {", status: construction", "2026-06-01", false},
        {", status: construction, opens: 2030", "2029-12-31", false},
        {", status: construction, opens: 2030", "2030-01-01", true},
        {", status: construction, opens: 2030", NULL, false},
        {", status: planned, opens: 2030, closes: 2031", "2031-01-01", false},
        {", status: planned", NULL, false},
        {", status: closed", "2026-06-01", false},
        {", status: closed", NULL, false},
        {", status: closed, closes: 2026-06", "2026-05-31", true},
        {", status: closed, closes: 2026-06", "2026-06-01", false},
        {", status: closed, opens: 2020, closes: 2026", "2019-12-31", false},
        {", status: closed, opens: 2020, closes: 2026", "2020-01-01", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[512];
        struct loaded loaded;
        snprintf(text, sizeof text,
                 HEAD "places: {a: {lon: 1, lat: 2}, b: {lon: 2, lat: 2}}\n"
                      "links: [{id: l, from: a, to: b, mode: road%s}]\n",
                 rows[i].said);
        load_at(&loaded, text, rows[i].date);
        cr_assert_eq(loaded.status, COR_OK, "%s", text);
        cr_expect_eq(loaded.scenario->links.open[0], rows[i].open, "%s at %s",
                     rows[i].said, rows[i].date);
        end(&loaded);
    }
}

Test(load, a_date_asked_for_stands_instead)
{
    struct loaded loaded;
    cor_date date;
    load_at(&loaded, HEAD "as_of: 2026-01-01\nplaces: {a: {lon: 1, lat: 2}}\n",
            "2031-01-01");
    cr_assert(cor_date_parse(&date, cor_text_of("2031-01-01")));
    cr_expect_eq(loaded.scenario->as_of, date);
    end(&loaded);
}

Test(load, links_may_come_before_places)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(
        &loaded,
        HEAD "links: [{id: l, from: b, to: a, mode: road}]\n"
             "corridors: {c: {from: b, to: a, via: [d]}}\n"
             "places: {a: {lon: 1, lat: 2}, b: {lon: 2, lat: 2}, d: {lon: 3, "
             "lat: 3}}\n");
    cr_expect_eq(cor_scenario_place(s, "a"), 0);
    cr_expect_eq(cor_scenario_place(s, "b"), 1);
    cr_expect(s->links.from[0] == 1 && s->links.to[0] == 0);
    cr_expect(s->corridor[0].query.from == 1 &&
              s->corridor[0].query.via[0] == 2);
    end(&loaded);
}

Test(load, places_may_be_avoided)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(
        &loaded, HEAD "places: {a: {lon: 1, lat: 2}, b: {lon: 2, lat: 2}, air: "
                      "{lon: 3, lat: 3}}\n"
                      "corridors: {c: {from: a, to: b, avoid: [air, sea]}}\n");
    const struct cor_query *query = &s->corridor[0].query;
    /* A place comes before a mode of the same name. */
    cr_assert_eq(query->n_avoid_place, 1);
    cr_expect_eq(query->avoid_place[0], 2);
    cr_assert_eq(query->n_avoid_mode, 1);
    cr_expect_eq(query->avoid_mode[0], COR_MODE_SEA);
    end(&loaded);
}

Test(load, lines_may_be_text)
{
    struct loaded loaded;
    const struct cor_scenario *s = load_good(
        &loaded, HEAD
        "places: {a: {lon: 1, lat: 2}, b: {lon: 3, lat: 2}}\n"
        "links: [{id: l, from: a, to: b, mode: road, geometry: \"LINESTRING "
        "(1 2, 2 2.5, 3 2)\"}]\n");
    cr_expect_eq(s->links.first_point[1], 3);
    cr_expect_eq(s->links.point[1].lat, 2.5);
    end(&loaded);
}

Test(load, tells_what_was_read_by_a_hash)
{
    struct loaded a, b, c;
    const uint64_t hash = load_good(&a, whole)->hash;
    cr_expect_eq(load_good(&b, whole)->hash, hash);
    cr_expect_neq(load_good(&c, HEAD "places: {a: {lon: 1, lat: 2}}\n")->hash,
                  hash);
    end(&a);
    end(&b);
    end(&c);
}

Test(load, states_tell_faulty_from_unreadable)
{
    struct loaded loaded;
    load_at(&loaded, HEAD "plases: {}\n", NULL);
    cr_expect_eq(loaded.status, COR_BAD_INPUT);
    cr_expect_eq(loaded.state, COR_LOAD_FAULTY);
    cr_expect_null(loaded.scenario);
    cr_expect_eq(loaded.arena.used, 0);
    end(&loaded);
    load_at(&loaded, "a: [", NULL);
    cr_expect_eq(loaded.status, COR_BAD_INPUT);
    cr_expect_eq(loaded.state, COR_LOAD_UNREADABLE);
    cr_expect_eq(loaded.report.n_error, 1);
    end(&loaded);
}

Test(load, complaints_come_in_the_order_of_the_file)
{
    struct loaded loaded;
    load_at(&loaded,
            HEAD "links: [{id: l, from: a, to: b, mode: rial}]\n"
                 "places: {a: {lon: 181, lat: x}}\n",
            NULL);
    cr_assert_geq(loaded.report.n, 3);
    for (size_t i = 1; i < loaded.report.n; i++) {
        const struct cor_place *a = &loaded.report.item[i - 1].place;
        const struct cor_place *b = &loaded.report.item[i].place;
        cr_expect(a->line < b->line ||
                  (a->line == b->line && a->column <= b->column));
    }
    end(&loaded);
}

Test(load, unknown_keys_without_end_are_counted, .timeout = 20)
{
    enum { N = 200000, SIZE = 16 };
    char *text = malloc(N * SIZE + sizeof HEAD);
    cr_assert_not_null(text);
    char *end_of = stpcpy(text, HEAD);
    for (int i = 0; i < N; i++)
        end_of += sprintf(end_of, "key%d: 1\n", i);
    struct loaded loaded;
    load_at(&loaded, text, NULL);
    cr_expect_eq(loaded.state, COR_LOAD_FAULTY);
    cr_expect_eq(loaded.report.n, COR_REPORT_KEPT);
    cr_expect_eq(loaded.report.n_error, N);
    end(&loaded);
    free(text);
}

Test(load, cannot_read_what_is_not_there)
{
    struct loaded loaded;
    const struct cor_load how = {.as_of = COR_NO_DATE};
    static const char *const paths[] = {"/nowhere/a.yaml", "/dev/zero"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        begin(&loaded, SIZE_MAX);
        cr_expect_eq(cor_scenario_load(&loaded.scenario, &loaded.state,
                                       paths[i], &how, &loaded.report,
                                       &loaded.arena, &loaded.err),
                     COR_CANNOT_READ, "%s", paths[i]);
        cr_expect_eq(loaded.state, COR_LOAD_UNREADABLE);
        cr_expect_eq(loaded.report.n, 0);
        end(&loaded);
    }
}

Test(load, fails_for_want_of_memory_and_gives_all_back)
{
    const struct cor_load how = {.as_of = COR_NO_DATE};
    size_t n_failed = 0;
    for (size_t limit = 0;; limit += 512) {
        struct loaded loaded;
        begin(&loaded, limit);
        loaded.status = cor_scenario_load_text(
            &loaded.scenario, &loaded.state, "a.yaml", cor_text_of(whole), &how,
            &loaded.report, &loaded.arena, &loaded.err);
        const enum cor_status status = loaded.status;
        cr_expect_eq(loaded.report.n_error, 0, "limit %zu: %s", limit,
                     loaded.report.n == 0 ? "" : loaded.report.item[0].message);
        if (status != COR_OK) {
            cr_assert_eq(status, COR_NO_MEMORY, "limit %zu", limit);
            cr_expect_eq(loaded.err.code, COR_NO_MEMORY);
            cr_expect_null(loaded.scenario);
            cr_expect_eq(loaded.arena.used, 0);
            n_failed++;
        }
        end(&loaded);
        if (status == COR_OK)
            break;
    }
    cr_expect_gt(n_failed, 10);
}
