#include <corridor/exchange/import.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "exchange/nearby.h"
#include "exchange/shape.h"

static struct cor_arena arena;

static void init(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(grid, .init = init, .fini = finish);
TestSuite(shape, .init = init, .fini = finish);
TestSuite(import, .init = init, .fini = finish);

/* Steele, Lea and Flood (2014), SplitMix64, doi:10.1145/2660193.2660195. */
static uint64_t state = 3;

static double draw(double least, double most)
{
    uint64_t z = (state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return least + (most - least) * (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/* Points about one that is anywhere, also about poles and 180 degrees. */
static struct cor_point near_to(struct cor_point p, double degrees)
{
    p.lat = fmin(fmax(p.lat + draw(-degrees, degrees), -90), 90);
    p.lon += draw(-degrees, degrees) / fmax(cos(p.lat * M_PI / 180), 1e-3);
    p.lon = p.lon > 180 ? p.lon - 360 : p.lon < -180 ? p.lon + 360 : p.lon;
    return cor_point_valid(p) ? p : (struct cor_point){0, p.lat};
}

static uint32_t find_slowly(const struct cor_nearby *grid,
                            struct cor_point around)
{
    uint32_t best = UINT32_MAX;
    double least = INFINITY;
    for (uint32_t i = 0; i < grid->n; i++) {
        const double metres = cor_geodesic_length_m(around, grid->point[i]);
        if (metres < least && metres <= grid->radius_m) {
            least = metres;
            best = i;
        }
    }
    return best;
}

Test(grid, finds_what_looking_at_all_points_finds)
{
    static const struct cor_point centers[] = {
        {60, 40}, {180, 10}, {-180, -70}, {5, 89.99}, {0, -90}, {0, 0}};
    static const double radii[] = {1, 100, 30000, 2e6};
    size_t n_found = 0;
    for (size_t c = 0; c < sizeof centers / sizeof *centers; c++)
        for (size_t r = 0; r < sizeof radii / sizeof *radii; r++) {
            struct cor_nearby grid;
            const double degrees = radii[r] / 110574 * 3;
            cr_assert(cor_nearby_init(&grid, radii[r], &arena));
            for (int i = 0; i < 60; i++)
                cr_assert(cor_nearby_add(&grid, near_to(centers[c], degrees)));
            for (int i = 0; i < 60; i++) {
                double metres;
                const struct cor_point around = near_to(centers[c], degrees);
                const uint32_t found =
                    cor_nearby_find(&metres, &grid, around, UINT32_MAX);
                cr_expect_eq(found, find_slowly(&grid, around),
                             "center %zu, radius %g", c, radii[r]);
                n_found += found != UINT32_MAX;
            }
        }
    cr_expect_gt(n_found, 500u);
}

Test(shape, what_is_read)
{
    static const struct {
        const char *text;
        enum cor_shape_type type;
        size_t n;
    } rows[] = {
        {"POINT (1 2)", COR_SHAPE_POINT, 1},
        {"point z(1 2 3)", COR_SHAPE_POINT, 1},
        {"POINT EMPTY", COR_SHAPE_NONE, 0},
        {"LINESTRING (1 2, 3 4)", COR_SHAPE_LINE, 2},
        {"LINESTRING EMPTY", COR_SHAPE_NONE, 0},
        {"MULTILINESTRING ((1 2, 3 4), (3 4, 5 6))", COR_SHAPE_LINE, 0},
        {"MULTILINESTRING ((179 2, 180 3), (-180 3, -179 4))", COR_SHAPE_LINE,
         2},
        {"POLYGON ((0 0, 1 0, 1 1, 0 0))", COR_SHAPE_OTHER, 0},
        {"MULTIPOINT (1 2)", COR_SHAPE_OTHER, 0},
        {"", COR_SHAPE_NONE, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cor_shape shape;
        cr_assert_eq(
            cor_shape_read(&shape, cor_text_of(rows[i].text), &arena, NULL),
            COR_OK, "%s", rows[i].text);
        cr_expect_eq(shape.type, rows[i].type, "%s", rows[i].text);
        if (rows[i].n != 0)
            cr_expect_eq(shape.n, rows[i].n, "%s", rows[i].text);
    }
    struct cor_shape shape;
    cr_expect_eq(cor_shape_read(&shape, cor_text_of("POINT (1)"), &arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_eq(
        cor_shape_read(&shape, cor_text_of("LINESTRING (1 x)"), &arena, NULL),
        COR_BAD_INPUT);
}

static const char net[] =
    "{\"features\": ["
    "{\"type\":\"Feature\",\"properties\":{\"u\":\"a\",\"v\":\"b\"},"
    "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}},"
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},"
    "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[3,4],[5,6]]}}]}";

/* The status of an import that may take so much memory. */
static enum cor_status import_within(const char *path, size_t limit)
{
    struct cor_arena own;
    struct cor_report report;
    struct cor_import out;
    const struct cor_import_options how = {
        .format = cor_format_named("geojson"), .mode = "rail"};
    cor_arena_init(&own, limit);
    cor_report_init(&report, &own);
    const enum cor_status status =
        cor_import_read(&out, path, &how, &report, &own, NULL);
    if (status == COR_OK) {
        cr_expect_eq(out.scenario->places.n, 3u);
        cr_expect_eq(out.scenario->links.n, 2u);
    }
    cor_arena_finish(&own);
    return status;
}

Test(import, fails_well_wherever_memory_ends)
{
    char path[] = "/tmp/corridor-import-XXXXXX";
    const int file = mkstemp(path);
    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, net, sizeof net - 1), (ssize_t)sizeof net - 1);
    close(file);
    size_t limit = 0, n_failed = 0;
    enum cor_status status = COR_NO_MEMORY;
    for (; status != COR_OK && limit < (size_t)1 << 24; limit += 997) {
        status = import_within(path, limit);
        cr_expect(status == COR_OK || status == COR_NO_MEMORY, "%zu: %d", limit,
                  (int)status);
        n_failed += status != COR_OK;
    }
    cr_expect_eq(status, COR_OK);
    cr_expect_gt(n_failed, 10u);
    unlink(path);
}
