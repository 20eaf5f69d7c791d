#include <corridor/geo/point.h>

#include <criterion/criterion.h>
#include <geodesic.h>
#include <math.h>

struct geodesic {
    struct cor_point a, b;
    double length_m;
};

/* To a micrometre. The first eight are test cases of GeographicLib
   (tests/geodtest.c), then Karney (2013), doi:10.1007/s00190-012-0578-z,
   tables 2 and 5; the others are the meridian and the equator of WGS 84, half
   of them and an arc of one degree, from its axes. */
static const struct geodesic published[] = {
    {{-139.44815, 35.60777}, {-69.95921, -11.17491}, 8935244.560482},
    {{106.05087, 55.52454}, {-162.81766, 77.03196}, 4105086.171392},
    {{142.59065, -21.97856}, {98.56635, 41.84138}, 8394328.894658},
    {{112.2363, -66.99028}, {-74.09656, -12.70631}, 11150344.231208},
    {{173.34268, -17.42761}, {5.93557, -15.84784}, 16076603.163118},
    {{48.28919, 32.84994}, {-157.70868, -56.28556}, 16727068.943816},
    {{52.74123, 6.96833}, {-153.82709, -7.39675}, 17102477.249696},
    {{-16.30485, -50.56724}, {-94.97412, -33.56571}, 6455670.511867},
    {{0, 40}, {137.84490004377, 41.79331020506}, 10000000},
    {{0, -30}, {179.8, 29.9}, 19989832.827610},
    {{0, 90}, {0, -90}, 20003931.458625},
    {{0, 0}, {180, 0}, 20003931.458625},
    {{179.5, 0}, {-179.5, 0}, 111319.490793},
    {{0, 0}, {90, 0}, 10018754.171395},
    {{33, 90}, {-120, 90}, 0},
    {{180, 12}, {-180, 12}, 0},
};

Test(point, geodesics_are_as_published)
{
    for (size_t i = 0; i < sizeof published / sizeof published[0]; i++) {
        const struct geodesic *row = &published[i];
        cr_expect_float_eq(cor_geodesic_length_m(row->a, row->b), row->length_m,
                           1.5e-6, "row %zu: %.6f", i,
                           cor_geodesic_length_m(row->a, row->b));
    }
}

static double random_within(uint64_t *state, double size)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return size * ((double)(*state >> 11) / 0x1p52 - 1);
}

static struct cor_point random_point(uint64_t *state)
{
    const double lon = random_within(state, 180);
    return (struct cor_point){lon, random_within(state, 90)};
}

Test(point, geodesics_are_symmetric_and_the_shortest)
{
    uint64_t state = 1;
    for (size_t i = 0; i < 20000; i++) {
        const struct cor_point a = random_point(&state),
                               b = random_point(&state),
                               c = random_point(&state);
        const double length_m = cor_geodesic_length_m(a, b);
        cr_assert_eq(length_m, cor_geodesic_length_m(b, a), "triple %zu", i);
        cr_assert_eq(cor_geodesic_length_m(a, a), 0, "triple %zu", i);
        cr_assert_leq(length_m,
                      cor_geodesic_length_m(a, c) +
                          cor_geodesic_length_m(c, b) + 1e-6,
                      "triple %zu", i);
        const struct cor_point opposite = {
            a.lon > 0 ? a.lon - 180 : a.lon + 180, -a.lat};
        const double half_m = cor_geodesic_length_m(a, opposite);
        cr_assert(half_m > 20003930 && half_m < 20003932, "triple %zu: %f", i,
                  half_m);
    }
}

Test(point, short_geodesics_are_as_exact_as_long_ones)
{
    struct geod_geodesic earth;
    geod_init(&earth, 6378137, 1 / 298.257223563);
    uint64_t state = 7;
    for (size_t i = 0; i < 200000; i++) {
        const struct cor_point a = random_point(&state);
        const struct cor_point b = {a.lon + random_within(&state, 0.12),
                                    a.lat + random_within(&state, 0.12)};
        double length_m;
        if (!cor_point_valid(b))
            continue;
        geod_inverse(&earth, a.lat, a.lon, b.lat, b.lon, &length_m, NULL, NULL);
        cr_assert_float_eq(cor_geodesic_length_m(a, b), length_m, 5e-7,
                           "%.17g %.17g to %.17g %.17g", a.lon, a.lat, b.lon,
                           b.lat);
        cr_assert_eq(cor_geodesic_length_m(a, b), cor_geodesic_length_m(b, a));
    }
}

Test(point, is_valid_within_its_domain)
{
    static const struct {
        struct cor_point point;
        bool valid;
    } rows[] = {
        {{0, 0}, true},         {{180, 90}, true},      {{-180, -90}, true},
        {{180.0001, 0}, false}, {{0, 90.0001}, false},  {{NAN, 0}, false},
        {{0, NAN}, false},      {{INFINITY, 0}, false}, {{0, -INFINITY}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_expect_eq(cor_point_valid(rows[i].point), rows[i].valid, "row %zu",
                     i);
}

Test(point, lines_are_as_long_as_their_geodesics)
{
    const struct cor_point line[] = {
        {179, 10}, {-179, 10}, {-179, 10}, {0, 90}};
    cr_expect_eq(cor_line_length_m(line, 0), 0);
    cr_expect_eq(cor_line_length_m(line, 1), 0);
    cr_expect_eq(cor_line_length_m(line, 3),
                 cor_geodesic_length_m(line[0], line[1]));
    cr_expect_eq(cor_line_length_m(line, 4),
                 cor_geodesic_length_m(line[0], line[1]) +
                     cor_geodesic_length_m(line[1], line[3]));
}

static void expect_dense(const struct cor_point *point,
                         size_t n,
                         double step_m,
                         size_t line)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_point *dense;
    size_t n_dense, at = 0;
    cr_assert_eq(
        cor_line_densify(&dense, &n_dense, point, n, step_m, &arena, NULL),
        COR_OK);
    for (size_t i = 0; i < n_dense; i++) {
        cr_expect(cor_point_valid(dense[i]), "line %zu: point %zu", line, i);
        cr_expect(i == 0 || cor_geodesic_length_m(dense[i - 1], dense[i]) <=
                                step_m * (1 + 1e-9),
                  "line %zu: step %zu", line, i);
        at += at < n && dense[i].lon == point[at].lon &&
              dense[i].lat == point[at].lat;
    }
    cr_expect_eq(at, n, "line %zu: a given point is missing", line);
    cr_expect_float_eq(cor_line_length_m(dense, n_dense),
                       cor_line_length_m(point, n), 1e-3,
                       "line %zu: points lie on the geodesics", line);
    cor_arena_finish(&arena);
}

Test(point, lines_are_densified_along_their_geodesics)
{
    static const struct cor_point lines[][3] = {
        {{51.15, 43.60}, {50.9, 42.5}, {49.41, 39.96}},
        {{170, 60}, {-170, 65}, {-170, 65}}, /* across 180, then on the spot */
        {{0, 89}, {180, 89}, {-90, 90}},     /* across the pole */
        {{0, -30}, {179.8, 29.9}, {0, -30}}, /* nearly around the world */
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        expect_dense(lines[i], 3, 5000, i);
        expect_dense(lines[i], 3, 1e9, i);
        expect_dense(lines[i], 1, 1, i);
        expect_dense(lines[i], 0, 1, i);
    }
}

Test(point, densifying_fails_for_want_of_memory)
{
    static const struct cor_point line[] = {{0, 0}, {1, 1}};
    const struct cor_point *dense = NULL;
    size_t n = 99;
    struct cor_arena arena;
    struct cor_error err = {0};
    cor_arena_init(&arena, 1000);
    cr_expect_eq(cor_line_densify(&dense, &n, line, 2, 100, &arena, &err),
                 COR_NO_MEMORY);
    cr_expect_eq(err.code, COR_NO_MEMORY);
    cr_expect_null(dense);
    cr_expect_eq(n, 99);
    cr_expect_eq(arena.used, 0);
}
