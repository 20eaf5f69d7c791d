#include <corridor/geo/landwater.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static const char *const shipped[] = {
    SOURCE_ROOT "/maps/world-50m.topojson",
    SOURCE_ROOT "/maps/eurasia-10m.topojson",
};

/* A base map with its oracle, in an arena of their own. */
struct fixture {
    struct cor_arena arena;
    struct cor_landwater *oracle;
};

static void ask(struct fixture *out, const struct cor_basemap *map)
{
    cr_assert_eq(cor_landwater_create(&out->oracle, map, NULL), COR_OK);
}

static void open_file(struct fixture *out, const char *path)
{
    cor_arena_init(&out->arena, SIZE_MAX);
    const struct cor_basemap *map;
    struct cor_error err = {0};
    cr_assert_eq(cor_basemap_load(&map, path, NULL, &out->arena, &err), COR_OK,
                 "%s", err.text);
    ask(out, map);
}

static void open_text(struct fixture *out, const char *text)
{
    cor_arena_init(&out->arena, SIZE_MAX);
    const struct cor_source source = {"map.topojson", text, strlen(text)};
    const struct cor_basemap *map;
    struct cor_error err = {0};
    cr_assert_eq(cor_basemap_read(&map, &source, NULL, &out->arena, &err),
                 COR_OK, "%s", err.text);
    ask(out, map);
}

static void close_fixture(struct fixture *fixture)
{
    cor_landwater_destroy(fixture->oracle);
    cor_arena_finish(&fixture->arena);
}

static struct cor_landwater_run
measure(struct fixture *fixture, const struct cor_point *point, size_t n)
{
    const size_t used = fixture->arena.used;
    struct cor_landwater_run run;
    cr_assert_eq(cor_landwater_measure(&run, fixture->oracle, point, n,
                                       &fixture->arena, NULL),
                 COR_OK);
    cr_expect_eq(fixture->arena.used, used, "scratch is kept");
    return run;
}

struct point_row {
    const char *name;
    struct cor_point at;
    bool is_land;
};

static const struct point_row known[] = {
    {"Caspian Sea", {50.5, 42.0}, false},
    {"northern Caspian", {51.0, 45.8}, false},
    {"Kara-Bogaz-Gol", {53.3, 41.4}, false},
    {"western Balkhash", {74.3, 46.3}, false},
    {"eastern Balkhash", {78.0, 46.6}, false},
    {"Issyk-Kul", {77.2, 42.45}, false},
    {"western Aral", {58.5, 45.0}, false},
    {"northern Aral", {60.8, 46.5}, false},
    {"Van", {42.9, 38.65}, false},
    {"Sevan", {45.3, 40.35}, false},
    {"Urmia", {45.4, 37.7}, false},
    {"Black Sea", {34.0, 43.0}, false},
    {"Marmara", {28.1, 40.75}, false},
    {"Baikal", {107.8, 53.4}, false},
    {"Baku", {49.87, 40.40}, true},
    {"Aktau", {51.20, 43.67}, true},
    {"Poti", {41.69, 42.15}, true},
    {"Tbilisi", {44.80, 41.72}, true},
    {"Beyneu", {55.2, 45.32}, true},
    {"Almaty", {76.95, 43.25}, true},
    {"Kashgar", {76.0, 39.47}, true},
    {"Ankara", {32.85, 39.93}, true},
    {"Anadyr", {177.0, 64.6}, true},
};

Test(landwater, knows_lakes_and_ports)
{
    for (size_t file = 0; file < sizeof shipped / sizeof shipped[0]; file++) {
        struct fixture fixture;
        open_file(&fixture, shipped[file]);
        for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
            cr_expect_eq(cor_landwater_is_land(fixture.oracle, known[i].at),
                         known[i].is_land, "%s in %s", known[i].name,
                         shipped[file]);
        close_fixture(&fixture);
    }
}

static const struct {
    const char *name;
    struct cor_point at;
    const char *code; /* NULL: in no country */
} homes[] = {
    {"Almaty", {76.95, 43.25}, "KZ"},
    {"Baikonur, which is leased", {63.3, 45.95}, "KZ"},
    {"Khorgos", {80.25, 44.21}, "KZ"},
    {"Urumqi", {87.6, 43.8}, "CN"},
    {"Osh", {72.8, 40.5}, "KG"},
    {"Issyk-Kul, a lake", {77.2, 42.45}, "KG"},
    {"Batumi", {41.75, 41.6}, "GE"},
    {"Nakhchivan", {45.4, 39.2}, "AZ"},
    {"Chukotka", {176.5, 66.0}, "RU"},
    {"Simferopol", {34.1, 44.95}, ""},
    {"the middle of the Caspian", {50.5, 42.0}, NULL},
};

Test(landwater, knows_countries)
{
    for (size_t file = 0; file < sizeof shipped / sizeof shipped[0]; file++) {
        struct fixture fixture;
        open_file(&fixture, shipped[file]);
        for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++) {
            const char *got =
                cor_landwater_country(fixture.oracle, homes[i].at);
            const bool same = got == NULL || homes[i].code == NULL
                                  ? got == homes[i].code
                                  : strcmp(got, homes[i].code) == 0;
            cr_expect(same, "%s is in %s", homes[i].name,
                      got == NULL ? "no country" : got);
        }
        close_fixture(&fixture);
    }
}

Test(landwater, knows_countries_across_180_degrees)
{
    struct fixture fixture;
    open_file(&fixture, shipped[0]);
    cr_expect_str_eq(
        cor_landwater_country(fixture.oracle, (struct cor_point){-175, 66.5}),
        "RU");
    close_fixture(&fixture);
}

/* Land from 0 to 10 degrees on both sides of the equator, a lake in it from 2
   to 3 degrees, and a hole from 6 to 8. */
static const char holed[] =
    "{\"type\":\"Topology\",\"objects\":{"
    "\"countries\":{\"type\":\"Polygon\",\"arcs\":[[0],[1]],"
    "\"properties\":{\"iso\":\"XX\"}},"
    "\"lakes\":{\"type\":\"Polygon\",\"arcs\":[[2]]}},\"arcs\":["
    "[[0,-5],[10,-5],[10,5],[0,5],[0,-5]],"
    "[[6,-1],[6,1],[8,1],[8,-1],[6,-1]],"
    "[[2,-1],[2,1],[3,1],[3,-1],[2,-1]]]}";

static double equator_m(double degrees)
{
    return cor_geodesic_length_m((struct cor_point){0, 0},
                                 (struct cor_point){degrees, 0});
}

static void expect_near(const char *what, double got_m, double want_m)
{
    const double tolerance_m = 0.5;
    cr_expect(fabs(got_m - want_m) < tolerance_m, "%s: %.1f m, not %.1f m",
              what, got_m, want_m);
}

Test(landwater, measures_what_a_line_runs_over)
{
    struct fixture fixture;
    open_text(&fixture, holed);
    const struct cor_point line[] = {{-1, 0}, {2.5, 0}, {11, 0}};
    const struct cor_landwater_run run = measure(&fixture, line, 3);
    expect_near("land", run.land_m, equator_m(7));
    expect_near("water", run.water_m, equator_m(5));
    expect_near("longest land", run.longest_land_m, equator_m(3));
    expect_near("longest water", run.longest_water_m, equator_m(2));
    close_fixture(&fixture);
}

Test(landwater, measures_the_same_backwards)
{
    struct fixture fixture;
    open_text(&fixture, holed);
    const struct cor_point there[] = {{-3, -3}, {4, 0.7}, {12, 4}};
    const struct cor_point back[] = {{12, 4}, {4, 0.7}, {-3, -3}};
    const struct cor_landwater_run a = measure(&fixture, there, 3);
    const struct cor_landwater_run b = measure(&fixture, back, 3);
    expect_near("land", a.land_m, b.land_m);
    expect_near("longest water", a.longest_water_m, b.longest_water_m);
    expect_near("both", a.land_m + a.water_m, cor_line_length_m(there, 3));
    close_fixture(&fixture);
}

Test(landwater, measures_nothing_of_no_line)
{
    struct fixture fixture;
    open_text(&fixture, holed);
    const struct cor_point twice[] = {{5, 5}, {5, 5}};
    for (size_t n = 0; n <= 2; n++) {
        const struct cor_landwater_run run = measure(&fixture, twice, n);
        cr_expect_eq(run.land_m, 0, "%zu points", n);
        cr_expect_eq(run.longest_water_m, 0, "%zu points", n);
    }
    close_fixture(&fixture);
}

/* A country from 170 to -170 degrees, and one around the South Pole. */
static const char round_the_world[] =
    "{\"type\":\"Topology\",\"objects\":{\"countries\":{"
    "\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"Polygon\",\"arcs\":[[0]],\"properties\":{\"iso\":\"AA\"}},"
    "{\"type\":\"Polygon\",\"arcs\":[[1]],\"properties\":{\"iso\":\"PP\"}}]}},"
    "\"arcs\":[[[170,-5],[-170,-5],[-170,5],[170,5],[170,-5]],"
    "[[-180,-70],[-90,-70],[0,-70],[90,-70],[180,-70]]]}";

Test(landwater, works_across_180_degrees_and_round_a_pole)
{
    struct fixture fixture;
    open_text(&fixture, round_the_world);
    const struct cor_point line[] = {{165, 0}, {-165, 0}};
    const struct cor_landwater_run run = measure(&fixture, line, 2);
    expect_near("land", run.land_m, equator_m(20));
    expect_near("water", run.water_m, equator_m(10));
    for (double lon = -180; lon <= 180; lon += 45)
        cr_expect(
            cor_landwater_is_land(fixture.oracle, (struct cor_point){lon, -89}),
            "%g", lon);
    cr_expect_not(
        cor_landwater_is_land(fixture.oracle, (struct cor_point){20, -69}));
    cr_expect_str_eq(
        cor_landwater_country(fixture.oracle, (struct cor_point){-175, 1}),
        "AA");
    close_fixture(&fixture);
}

/* What a lint is to find, and what it is to leave alone. */
Test(landwater, tells_a_ferry_from_a_railway)
{
    static const struct cor_point straight[] = {{51.15, 43.60}, {49.41, 39.96}};
    static const struct cor_point round_absheron[] = {{51.15, 43.60},
                                                      {50.9, 42.5},
                                                      {50.75, 40.4},
                                                      {50.1, 39.9},
                                                      {49.41, 39.96}};
    static const struct cor_point railway[] = {
        {51.2, 43.65}, {52.9, 43.4}, {54.1, 43.9}, {55.2, 45.3}};
    for (size_t file = 0; file < sizeof shipped / sizeof shipped[0]; file++) {
        struct fixture fixture;
        open_file(&fixture, shipped[file]);
        cr_expect_gt(measure(&fixture, straight, 2).land_m, 20e3);
        cr_expect_lt(measure(&fixture, round_absheron, 5).land_m, 5e3);
        cr_expect_lt(measure(&fixture, railway, 4).water_m, 5e3);
        close_fixture(&fixture);
    }
}

/* SplitMix64: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195. */
static double random_between(uint64_t *state, double low, double high)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return low + (high - low) * ldexp((double)((z ^ (z >> 31)) >> 11), -53);
}

/* The land under a line by looking at a point every 500 m. */
static double sample_m(struct fixture *fixture, const struct cor_point *ends)
{
    const struct cor_arena_mark scratch = cor_arena_mark(&fixture->arena);
    const struct cor_point *dense;
    size_t n;
    cr_assert_eq(
        cor_line_densify(&dense, &n, ends, 2, 500, &fixture->arena, NULL),
        COR_OK);
    size_t on_land = 0;
    for (size_t i = 0; i < n; i++)
        on_land += cor_landwater_is_land(fixture->oracle, dense[i]);
    cor_arena_rewind(&fixture->arena, scratch);
    return cor_line_length_m(ends, 2) * (double)on_land / (double)n;
}

Test(landwater, agrees_with_sampling)
{
    struct fixture fixture;
    open_file(&fixture, shipped[0]);
    uint64_t seed = 20261101;
    for (int i = 0; i < 60; i++) {
        const struct cor_point from = {random_between(&seed, 10, 110),
                                       random_between(&seed, 5, 65)};
        const struct cor_point ends[] = {
            from,
            {from.lon + random_between(&seed, -8, 8),
             from.lat + random_between(&seed, -8, 8)}};
        const struct cor_landwater_run run = measure(&fixture, ends, 2);
        cr_expect_lt(fabs(run.land_m - sample_m(&fixture, ends)), 3e3,
                     "line %d", i);
    }
    close_fixture(&fixture);
}

Test(landwater, needs_memory_to_measure)
{
    struct fixture fixture;
    open_text(&fixture, holed);
    const struct cor_point line[] = {{-1, 0}, {11, 0}};
    const struct cor_landwater_run untouched = {.land_m = -1};
    struct cor_landwater_run run = untouched;
    size_t limit = 0;
    for (; run.land_m == untouched.land_m; limit += 16) {
        struct cor_arena arena;
        cor_arena_init(&arena, limit);
        if (cor_landwater_measure(&run, fixture.oracle, line, 2, &arena,
                                  NULL) != COR_OK)
            cr_expect_eq(run.land_m, untouched.land_m);
        cr_expect_eq(arena.used, 0, "limit %zu", limit);
        cor_arena_finish(&arena);
    }
    cr_expect_gt(limit, 67 * sizeof(struct cor_point), "so many steps");
    close_fixture(&fixture);
}

Test(landwater, may_be_destroyed_before_it_is_made)
{
    cor_landwater_destroy(NULL);
}
