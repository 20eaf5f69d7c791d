#include <corridor/geo/projection.h>

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

Test(box, takes_the_shorter_way_around)
{
    static const struct {
        struct cor_point point[3];
        struct cor_box box;
    } rows[] = {
        {{{10, 1}, {30, 5}, {20, -2}}, {10, -2, 30, 5}},
        {{{170, 50}, {-170, 60}, {179, 55}}, {170, 50, 190, 60}},
        {{{180, 0}, {-180, 0}, {180, 1}}, {-180, 0, -180, 1}},
        {{{-120, 0}, {0, 0}, {110, 0}}, {-120, 0, 110, 0}},
    };
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_box box;
        cr_assert_eq(cor_box_of(&box, rows[i].point, 3, &arena, NULL), COR_OK);
        cr_expect_eq(box.west, rows[i].box.west, "row %zu", i);
        cr_expect_eq(box.east, rows[i].box.east, "row %zu", i);
        cr_expect_eq(box.south, rows[i].box.south, "row %zu", i);
        cr_expect_eq(box.north, rows[i].box.north, "row %zu", i);
    }
    cr_expect_eq(arena.used, 0);
    cor_arena_finish(&arena);
}

static const struct {
    const char *name, *kind;
    struct cor_box box;
    double stretch; /* the largest allowed departure of the scale from 1 */
} fits[] = {
    {"Eurasian corridor", "lcc", {26, 34, 119, 47}, 0.01},
    {"one country", "lcc", {69, 39, 80, 43}, 0.005},
    {"one place", "lcc", {71, 42, 71, 42}, 1e-6},
    {"southern", "lcc", {18, -35, 33, -25}, 0.005},
    {"across 180 degrees", "lcc", {170, 50, 200, 65}, 0.02},
    {"along the equator", "merc", {95, -8, 141, 6}, 0.02},
    {"at the equator, square", "merc", {-2, -1, 2, 1}, 0.001},
    {"all Africa", "laea", {-17, -35, 51, 37}, 0.2},
    {"about the pole", "laea", {-180, 66, 179, 90}, 0.2},
    {"the world", "eqearth", {-170, -50, 180, 70}, 1.5},
};

static void expect_fit(size_t row)
{
    const struct cor_box box = fits[row].box;
    struct cor_projection_choice choice;
    cor_projection_fit(&choice, box);
    cr_expect_eq(
        strncmp(choice.definition + 6, fits[row].kind, strlen(fits[row].kind)),
        0, "%s: %s", fits[row].name, choice.definition);
    struct cor_projection *projection;
    cr_assert_eq(cor_projection_open(&projection, choice.definition, NULL),
                 COR_OK, "%s", choice.definition);
    for (int i = 0; i <= 4; i++)
        for (int k = 0; k <= 4; k++) {
            struct cor_point at = {box.west + (box.east - box.west) * k / 4,
                                   box.south + (box.north - box.south) * i / 4};
            at.lat = fmin(at.lat, 89);
            at.lon = at.lon > 180 ? at.lon - 360 : at.lon;
            struct cor_plane xy;
            struct cor_point back = {0};
            cor_projection_forward(&xy, projection, &at, 1);
            cr_expect(cor_projection_inverse(&back, projection, xy));
            cr_expect_lt(cor_geodesic_length_m(at, back), 0.01, "%s: %g %g",
                         fits[row].name, at.lon, at.lat);
            const double scale = cor_projection_scale(projection, at);
            cr_expect_lt(fabs(scale - 1), fits[row].stretch, "%s: %g at %g %g",
                         fits[row].name, scale, at.lon, at.lat);
        }
    cor_projection_close(projection);
}

Test(projection, fits_its_box)
{
    for (size_t row = 0; row < sizeof fits / sizeof fits[0]; row++)
        expect_fit(row);
}

Test(projection, is_named_for_people)
{
    struct cor_projection_choice choice;
    cor_projection_fit(&choice, (struct cor_box){26, 34, 119, 47});
    cr_expect_str_eq(choice.title,
                     "Lambert conformal conic, standard parallels 36° N and "
                     "45° N, central meridian 73° E");
    cor_projection_fit(&choice, (struct cor_box){-71, -34, -70, -33});
    cr_expect_str_eq(choice.title,
                     "Lambert conformal conic, standard parallels 33.8° S and "
                     "33.2° S, central meridian 70.5° W");
}

/* Snyder (1987), p. 296: on the Clarke 1866 ellipsoid, parallels 33 and 45
   degrees, origin 23 N 96 W, the point 35 N 75 W. */
Test(projection, agrees_with_snyder)
{
    struct cor_projection *projection;
    cr_assert_eq(cor_projection_open(&projection,
                                     "+proj=lcc +lat_1=33 +lat_2=45 +lat_0=23 "
                                     "+lon_0=-96 +ellps=clrk66",
                                     NULL),
                 COR_OK);
    struct cor_plane xy;
    cor_projection_forward(&xy, projection, &(struct cor_point){-75, 35}, 1);
    cr_expect_lt(fabs(xy.x - 1894410.9), 0.1, "%f", xy.x);
    cr_expect_lt(fabs(xy.y - 1564649.5), 0.1, "%f", xy.y);
    cor_projection_close(projection);
}

/* Back where it came from, and as large as PROJ has it, which differentiates
   by steps of 1e-5 radians. */
static void expect_same_there(struct cor_projection *ours,
                              struct cor_projection *theirs,
                              struct cor_point point,
                              struct cor_plane xy)
{
    struct cor_point a = {0}, b = {0};
    cr_expect(cor_projection_inverse(&a, ours, xy));
    cr_expect(cor_projection_inverse(&b, theirs, xy));
    cr_expect_lt(cor_geodesic_length_m(a, b), 1e-6, "at %g %g: %.12g %.12g",
                 point.lon, point.lat, a.lon, a.lat);
    const double scale = cor_projection_scale(ours, point);
    const double expected = cor_projection_scale(theirs, point);
    cr_expect_lt(fabs(scale / expected - 1), 1e-8, "at %g %g: %.12g, not %.12g",
                 point.lon, point.lat, scale, expected);
}

/* A definition that says more is projected by PROJ. */
static void expect_same_as_proj(const char *definition, struct cor_point point)
{
    char longer[COR_PROJECTION_SIZE];
    snprintf(longer, sizeof longer, "%s +k_0=1", definition);
    struct cor_projection *ours, *theirs;
    cr_assert_eq(cor_projection_open(&ours, definition, NULL), COR_OK);
    cr_assert_eq(cor_projection_open(&theirs, longer, NULL), COR_OK);
    struct cor_plane a, b;
    cor_projection_forward(&a, ours, &point, 1);
    cor_projection_forward(&b, theirs, &point, 1);
    cr_expect_eq(isnan(a.x), isnan(b.x), "%s at %g %g", definition, point.lon,
                 point.lat);
    const double near_m = 1e-6, per_m = 1e-14; /* far off the cone is steep */
    if (!isnan(a.x))
        cr_expect_leq(hypot(a.x - b.x, a.y - b.y),
                      near_m + per_m * hypot(b.x, b.y), "%s at %g %g: %g m",
                      definition, point.lon, point.lat,
                      hypot(a.x - b.x, a.y - b.y));
    if (fabs(point.lat) < 90)
        expect_same_there(ours, theirs, point, a);
    cor_projection_close(ours);
    cor_projection_close(theirs);
}

Test(projection, conic_is_that_of_proj)
{
    static const char *const rows[] = {
        "+proj=lcc +lat_1=23.3 +lat_2=56.7 +lat_0=40.0 +lon_0=62.0",
        "+proj=lcc +lat_1=-33.8 +lat_2=-33.2 +lat_0=-33.5 +lon_0=-70.5",
        "+proj=lcc +lat_1=42.0 +lat_2=42.0 +lat_0=42.0 +lon_0=179.0",
        "+proj=lcc +lat_1=52.5 +lat_2=62.5 +lat_0=57.5 +lon_0=-175.0",
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        for (int lat = -90; lat <= 90; lat += 6)
            for (int lon = -180; lon <= 180; lon += 24)
                expect_same_as_proj(
                    rows[row],
                    (struct cor_point){lon + 0.123 * (lon < 180), lat});
}

Test(projection, that_is_none_is_refused)
{
    static const char *const rows[] = {
        "",          "EPSG:3857",  "+proj=bogus",    "+proj=longlat",
        "+proj=lcc", "+proj=cart", "+init=epsg:3857"};
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        struct cor_projection *projection = NULL;
        struct cor_error err = {0};
        cr_expect_eq(cor_projection_open(&projection, rows[row], &err),
                     COR_BAD_INPUT, "%s", rows[row]);
        cr_expect_null(projection);
        cr_expect_neq(err.text[0], '\0');
    }
    cor_projection_close(NULL);
}

Test(projection, marks_points_without_image)
{
    struct cor_projection *projection;
    cr_assert_eq(cor_projection_open(&projection, "+proj=lcc +lat_1=40", NULL),
                 COR_OK);
    struct cor_plane xy;
    cor_projection_forward(&xy, projection, &(struct cor_point){0, -90}, 1);
    cr_expect(isnan(xy.x) && isnan(xy.y));
    cor_projection_close(projection);
}
