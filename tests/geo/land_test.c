/* Areas, held against closed forms and against published ones. */
#include <corridor/geo/land.h>

#include <criterion/criterion.h>
#include <geodesic.h>
#include <math.h>
#include <string.h>

/* Of the ellipsoid from the equator to a latitude, over one radian of
   longitude: Snyder (1987), Map Projections, USGS PP 1395, (3-12). */
static double zone_m2(double lat)
{
    const double a = 6378137, f = 1 / 298.257223563;
    const double e2 = f * (2 - f), e = sqrt(e2);
    const double s = sin(lat * acos(-1.0) / 180);
    return a * a * (1 - e2) / 2 * (s / (1 - e2 * s * s) + atanh(e * s) / e);
}

static double box_m2(double west, double south, double east, double north)
{
    return (zone_m2(north) - zone_m2(south)) * (east - west) * acos(-1.0) / 180;
}

static double ring_m2(double west, double south, double east, double north)
{
    const struct cor_point ring[] = {{west, south},
                                     {east, south},
                                     {east, north},
                                     {west, north},
                                     {west, south}};
    return cor_ring_area_m2(ring, 5);
}

static void expect_near(double got, double wanted, double share)
{
    cr_expect(fabs(got - wanted) <= share * wanted, "%.0f, not %.0f", got,
              wanted);
}

Test(land, boxes_have_the_area_of_their_zone)
{
    expect_near(ring_m2(10, 45, 11, 46), box_m2(10, 45, 11, 46), 1e-12);
    expect_near(ring_m2(-125, 25, -66, 49), box_m2(-125, 25, -66, 49), 1e-12);
    expect_near(ring_m2(0, -60, 90, 80), box_m2(0, -60, 90, 80), 1e-12);
}

Test(land, rings_cross_180_degrees)
{
    const struct cor_point ring[] = {
        {170, 60}, {-170, 60}, {-170, 70}, {170, 70}};
    expect_near(cor_ring_area_m2(ring, 4), box_m2(170, 60, 190, 70), 1e-12);
}

/* Of geodesics that leave their side by no more than a millimetre. */
static double area_by_proj_m2(const struct cor_point *ring, int n)
{
    enum { PIECES = 20000 };
    struct geod_geodesic earth;
    struct geod_polygon polygon;
    double area_m2;
    geod_init(&earth, 6378137, 1 / 298.257223563);
    geod_polygon_init(&polygon, 0);
    for (int i = 0; i < n; i++) {
        const struct cor_point a = ring[i], b = ring[(i + 1) % n];
        for (int k = 0; k < PIECES; k++) {
            const double at = (double)k / PIECES;
            geod_polygon_addpoint(&earth, &polygon,
                                  a.lat + at * (b.lat - a.lat),
                                  a.lon + at * (b.lon - a.lon));
        }
    }
    geod_polygon_compute(&earth, &polygon, 0, 1, &area_m2, NULL);
    return fabs(area_m2);
}

Test(land, slanting_sides_are_straight_in_degrees)
{
    static const struct cor_point rows[][3] = {
        {{51, 43}, {50, 42}, {49, 39}},
        {{-20, -70}, {60, 10}, {10, 75}},
        {{0, 89}, {3, 80}, {-3, 85}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        expect_near(cor_ring_area_m2(rows[i], 3), area_by_proj_m2(rows[i], 3),
                    1e-8);
}

Test(land, rings_round_a_pole_hold_it)
{
    const struct cor_point south[] = {
        {0, -70}, {90, -70}, {180, -70}, {-90, -70}};
    const struct cor_point cut[] = {{-180, -70}, {-60, -70}, {60, -70},
                                    {180, -70},  {180, -90}, {-180, -90}};
    expect_near(cor_ring_area_m2(south, 4), box_m2(-180, 70, 180, 90), 1e-12);
    expect_near(cor_ring_area_m2(cut, 6), box_m2(-180, 70, 180, 90), 1e-12);
}

Test(land, direction_and_a_repeated_end_are_nothing)
{
    const struct cor_point there[] = {{0, 0}, {1, 0}, {1, 1}, {0, 0}};
    const struct cor_point back[] = {{0, 0}, {1, 1}, {1, 0}};
    expect_near(cor_ring_area_m2(there, 4), cor_ring_area_m2(back, 3), 1e-12);
    cr_expect_eq(cor_ring_area_m2(there, 0), 0);
    cr_expect_eq(cor_ring_area_m2(there, 1), 0);
}

Test(land, boxes_hold_points_across_180_degrees)
{
    const double eurasia[] = {-25, -12, -168, 82}, all[] = {-180, -90, 180, 90};
    cr_expect(cor_box_has(eurasia, (struct cor_point){100, 50}));
    cr_expect(cor_box_has(eurasia, (struct cor_point){-175, 66}));
    cr_expect(cor_box_has(eurasia, (struct cor_point){-25, 66}));
    cr_expect_not(cor_box_has(eurasia, (struct cor_point){-53, 4}));
    cr_expect_not(cor_box_has(eurasia, (struct cor_point){100, -13}));
    cr_expect(cor_box_has(all, (struct cor_point){180, 0}));
    cr_expect(cor_box_has(all, (struct cor_point){-180, 0}));
}

/* A square that a map cuts in two at 180 degrees, with a hole in its west; and
   an island east of it at another latitude. */
static const char cut[] =
    "{\"type\": \"Topology\", \"arcs\": ["
    "[[180, 0], [178, 0], [178, 2], [180, 2]], [[180, 2], [180, 0]],"
    "[[-180, 0], [-178, 0], [-178, 2], [-180, 2]], [[-180, 2], [-180, 0]],"
    "[[-180, 4], [-179, 4], [-179, 5], [-180, 5]], [[-180, 5], [-180, 4]],"
    "[[179, 0.5], [179, 1], [179.5, 1], [179.5, 0.5], [179, 0.5]]],"
    "\"objects\": {\"countries\": {\"type\": \"GeometryCollection\","
    "\"geometries\": [{\"type\": \"MultiPolygon\", \"arcs\":"
    "[[[0, 1], [6]], [[2, 3]], [[4, 5]]]}]}}}";

Test(land, pieces_cut_apart_at_180_degrees_hang_together)
{
    struct cor_arena arena;
    const struct cor_basemap *map;
    const struct cor_source topology = {"cut", cut, sizeof cut - 1};
    struct cor_land land;
    cor_arena_init(&arena, SIZE_MAX);
    cr_assert_eq(cor_basemap_read(&map, &topology, NULL, &arena, NULL), COR_OK);
    cr_assert_eq(cor_land_measure(&land, map, &arena, NULL), COR_OK);
    cr_assert_eq(land.n, 3);
    cr_expect_eq(land.n_landmass, 2);
    cr_expect_eq(land.piece[0].landmass, land.piece[1].landmass);
    cr_expect_neq(land.piece[0].landmass, land.piece[2].landmass);
    expect_near(land.piece[0].area_m2,
                box_m2(178, 0, 180, 2) - box_m2(179, 0.5, 179.5, 1), 1e-6);
    cr_expect_eq(land.piece[1].middle.lon, -179);
    cor_arena_finish(&arena);
}

static struct cor_arena arena;
static const struct cor_basemap *world;
static struct cor_land land;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cr_assert_eq(cor_basemap_load(&world,
                                  SOURCE_ROOT "/maps/world-50m.topojson", NULL,
                                  &arena, NULL),
                 COR_OK);
    cr_assert_eq(cor_land_measure(&land, world, &arena, NULL), COR_OK);
}

static void end(void)
{
    cor_arena_finish(&arena);
}

TestSuite(world, .init = begin, .fini = end);

static double country_km2(const char *code)
{
    double area_m2 = 0;
    for (uint32_t i = 0; i < land.n; i++)
        if (strcmp(world->country.code[land.piece[i].country], code) == 0)
            area_m2 += land.piece[i].area_m2;
    return area_m2 / 1e6;
}

/* Land and inland water, km2, as the United Nations publish them (Demographic
   Yearbook, table 3): a map of this scale is right to a few per cent. */
Test(world, countries_are_about_as_large_as_published)
{
    static const struct {
        const char *code;
        double published_km2;
    } rows[] = {
        {"RU", 17098246}, {"CN", 9600000}, {"KZ", 2724902}, {"IR", 1648195},
        {"UZ", 448969},   {"KG", 199949},  {"TJ", 141400},  {"BY", 207600},
        {"FR", 549087},   {"LS", 30355},   {"ZA", 1221037},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect(fabs(country_km2(rows[i].code) / rows[i].published_km2 - 1) <
                      0.03,
                  "%s: %.0f km2", rows[i].code, country_km2(rows[i].code));
}

static uint32_t landmass_at(const char *code, double lon, double lat)
{
    uint32_t found = COR_NONE;
    double nearest = HUGE_VAL;
    for (uint32_t i = 0; i < land.n; i++) {
        const struct cor_land_piece *piece = &land.piece[i];
        const double apart =
            hypot(piece->middle.lon - lon, piece->middle.lat - lat);
        if (strcmp(world->country.code[piece->country], code) == 0 &&
            apart < nearest) {
            nearest = apart;
            found = piece->landmass;
        }
    }
    return found;
}

Test(world, what_hangs_together_is_one_landmass)
{
    const uint32_t eurasia = landmass_at("KZ", 67, 48);
    cr_expect_eq(landmass_at("PT", -8, 40), eurasia);
    cr_expect_eq(landmass_at("ZA", 25, -29), eurasia, "over Sinai");
    cr_expect_neq(landmass_at("JP", 138, 36), eurasia);
    cr_expect_neq(landmass_at("GB", -2, 54), eurasia);
    cr_expect_neq(landmass_at("AU", 134, -25), eurasia);
    cr_expect_neq(landmass_at("RU", -179, 71), eurasia, "Wrangel Island");
    cr_expect_eq(landmass_at("GF", -53, 4), landmass_at("BR", -53, -10));
    cr_expect_lt(land.n_landmass, land.n);
}
