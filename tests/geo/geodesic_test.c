/* Geodesics held against PROJ's, which are Karney's own. */
#include "geo/geodesic.h"

#include <criterion/criterion.h>
#include <geodesic.h>
#include <math.h>

static double random_within(uint64_t *state, double size)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return size * ((double)(*state >> 11) / 0x1p52 - 1);
}

/* Of every order of magnitude down to `least`, of either sign. */
static double random_small(uint64_t *state, double least)
{
    const double size = pow(least, fabs(random_within(state, 1)));
    return random_within(state, 1) < 0 ? -size : size;
}

static double turned(double lon)
{
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}

struct pair {
    struct cor_point a, b;
};

static void anywhere(struct pair *pair, uint64_t *state)
{
    (void)pair;
    (void)state;
}

static void near_each_other(struct pair *pair, uint64_t *state)
{
    pair->b.lon = turned(pair->a.lon + random_small(state, 1e-12));
    pair->b.lat = pair->a.lat + random_small(state, 1e-12);
}

static void nearly_opposite(struct pair *pair, uint64_t *state)
{
    pair->b.lon = turned(turned(pair->a.lon + 180) + random_small(state, 1e-9));
    pair->b.lat = -pair->a.lat + random_small(state, 1e-9);
}

static void nearly_opposite_on_a_meridian(struct pair *pair, uint64_t *state)
{
    pair->b.lon = turned(pair->a.lon + 180);
    pair->b.lat = -pair->a.lat + random_small(state, 1e-9);
}

static void opposite(struct pair *pair, uint64_t *state)
{
    (void)state;
    pair->b = (struct cor_point){turned(pair->a.lon + 180), -pair->a.lat};
}

static void on_the_equator(struct pair *pair, uint64_t *state)
{
    pair->a.lat = pair->b.lat = 0;
    if (random_within(state, 1) < 0)
        pair->b.lon =
            turned(turned(pair->a.lon + 180) + random_small(state, 1e-9));
}

static void along_the_equator(struct pair *pair, uint64_t *state)
{
    on_the_equator(pair, state);
    pair->a.lat = random_small(state, 1e-15);
    pair->b.lat = random_small(state, 1e-15);
}

static void on_a_meridian(struct pair *pair, uint64_t *state)
{
    const bool over_a_pole = random_within(state, 1) < 0;
    pair->b.lon = over_a_pole ? turned(pair->a.lon + 180) : pair->a.lon;
}

static void by_a_pole(struct pair *pair, uint64_t *state)
{
    pair->a.lat = 90 - fabs(random_small(state, 1e-12));
    if (random_within(state, 1) < 0)
        pair->b.lat =
            copysign(90 - fabs(random_small(state, 1e-12)), pair->b.lat);
}

static void on_a_parallel(struct pair *pair, uint64_t *state)
{
    pair->b.lat = random_within(state, 1) < 0 ? pair->a.lat : -pair->a.lat;
}

/* Poles, equator, 180 degrees on either side, opposite and equal points. */
static void at_corners(struct pair *pair, uint64_t *state)
{
    (void)state;
    pair->a.lon = round(pair->a.lon / 45) * 45;
    pair->b.lon = round(pair->b.lon / 45) * 45;
    pair->a.lat = round(pair->a.lat / 30) * 30;
    pair->b.lat = round(pair->b.lat / 30) * 30;
}

static const struct {
    const char *name;
    void (*place)(struct pair *, uint64_t *state);
} families[] = {
    {"anywhere", anywhere},
    {"near each other", near_each_other},
    {"nearly opposite", nearly_opposite},
    {"nearly opposite on a meridian", nearly_opposite_on_a_meridian},
    {"opposite", opposite},
    {"on the equator", on_the_equator},
    {"along the equator", along_the_equator},
    {"on a meridian", on_a_meridian},
    {"by a pole", by_a_pole},
    {"on a parallel", on_a_parallel},
    {"at corners", at_corners},
};

static double proj_m(struct cor_point a, struct cor_point b)
{
    struct geod_geodesic earth;
    double length_m;
    geod_init(&earth, 6378137, 1 / 298.257223563);
    geod_inverse(&earth, a.lat, a.lon, b.lat, b.lon, &length_m, NULL, NULL);
    return length_m;
}

static const double tolerance_m = 1e-7;

/* A point on the way parts the length, which no other point does. */
static void expect_on_the_way(struct pair pair,
                              double share,
                              double length_m,
                              const char *name)
{
    struct cor_geodesic line;
    cor_geodesic_between(&line, pair.a, pair.b);
    const struct cor_point at = cor_geodesic_at(&line, share);
    cr_assert(cor_point_valid(at), "%s", name);
    const double before_m = proj_m(pair.a, at), after_m = proj_m(at, pair.b);
    cr_assert(fabs(before_m - share * length_m) < tolerance_m &&
                  fabs(after_m - (1 - share) * length_m) < tolerance_m,
              "%s: %.17g %.17g to %.17g %.17g at %g: off by %g and %g m", name,
              pair.a.lon, pair.a.lat, pair.b.lon, pair.b.lat, share,
              before_m - share * length_m, after_m - (1 - share) * length_m);
}

static void expect_same(struct pair pair, const char *name)
{
    const double length_m = proj_m(pair.a, pair.b);
    const double ours_m = cor_geodesic_solve_m(pair.a, pair.b);
    cr_assert(fabs(ours_m - length_m) < tolerance_m,
              "%s: %.17g %.17g to %.17g %.17g: off by %g m", name, pair.a.lon,
              pair.a.lat, pair.b.lon, pair.b.lat, ours_m - length_m);
    cr_assert_eq(ours_m, cor_geodesic_solve_m(pair.b, pair.a), "%s", name);
    cr_assert_eq(cor_geodesic_solve_m(pair.a, pair.a), 0, "%s", name);
}

Test(geodesic, is_that_of_proj)
{
    enum { PAIRS = 30000, LINES = 3000 };
    uint64_t state = 1;
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
        for (int k = 0; k < PAIRS; k++) {
            struct pair pair = {
                {random_within(&state, 180), random_within(&state, 90)},
                {random_within(&state, 180), random_within(&state, 90)}};
            families[i].place(&pair, &state);
            if (!cor_point_valid(pair.a) || !cor_point_valid(pair.b))
                continue;
            expect_same(pair, families[i].name);
            if (k < LINES)
                expect_on_the_way(pair, fabs(random_within(&state, 1)),
                                  proj_m(pair.a, pair.b), families[i].name);
        }
}

/* Both ends are come to, so that a line that goes on from one has no step. */
Test(geodesic, ends_where_it_is_told_to)
{
    uint64_t state = 3;
    for (int i = 0; i < 1000; i++) {
        const struct cor_point a = {random_within(&state, 180),
                                    random_within(&state, 89)};
        const struct cor_point b = {random_within(&state, 180),
                                    random_within(&state, 89)};
        struct cor_geodesic line;
        cor_geodesic_between(&line, a, b);
        cr_expect_lt(proj_m(cor_geodesic_at(&line, 0), a), 1e-4);
        cr_expect_lt(proj_m(cor_geodesic_at(&line, 1), b), 1e-4);
    }
}
