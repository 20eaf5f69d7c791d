/* Whole display lists, kept as text: a change of the look is a change there.
   Run with CORRIDOR_WRITE_GOLDEN=1 to write them anew, and look at the
   difference. */
#include "tests/render/map_fixture.h"

#include <corridor/base/file.h>
#include <math.h>
#include <stdio.h>

/* Releases of fonts and of PROJ differ by less than this, in mm. */
static const double tolerance = 0.3;

/* The next word of a text; its length is 0 at the end. */
static struct cor_text next_word(const char **at)
{
    *at += strspn(*at, " \n");
    const struct cor_text word = {*at, strcspn(*at, " \n")};
    *at += word.n;
    return word;
}

static bool agree(struct cor_text a, struct cor_text b)
{
    double x, y;
    if (cor_number_parse(&x, a) && cor_number_parse(&y, b))
        return fabs(x - y) <= tolerance;
    return cor_text_equal(a, b);
}

static void expect_same(const char *name, const char *got, const char *kept)
{
    const char *at = got, *other = kept;
    for (size_t i = 0;; i++) {
        const struct cor_text a = next_word(&at), b = next_word(&other);
        cr_assert(agree(a, b),
                  "%s, word %zu: '%.*s' instead of '%.*s' in %.60s", name, i,
                  (int)a.n, a.at, (int)b.n, b.at, b.at);
        if (a.n == 0)
            return;
    }
}

static void expect_golden(struct world *world,
                          const struct cor_scene *scene,
                          const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/golden/%s.scene.txt", SOURCE_ROOT,
             name);
    size_t n;
    const char *got = write_scene(world, scene, "dump", &n);
    if (getenv("CORRIDOR_WRITE_GOLDEN") != NULL)
        cr_assert_eq(cor_file_write(path, got, n, NULL), COR_OK);
    struct cor_source kept;
    cr_assert_eq(cor_file_read(&kept, path, NULL, 1 << 20, &world->arena, NULL),
                 COR_OK, "%s", path);
    expect_same(name, got, kept.bytes);
}

Test(map_golden, without_base_map)
{
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    expect_golden(&world, compose(&world, NULL, &route, 1, NULL), "map-strait");
    world_finish(&world);
}

/* Two countries that share a border, a lake, a river, a contested line. */
static const char topology[] =
    "{\"type\":\"Topology\",\"arcs\":["
    "[[56,36],[65,36]],[[65,36],[65.4,40],[65,46]],[[65,46],[56,46],[56,36]],"
    "[[65,36],[75,36],[75,46],[65,46]],"
    "[[60,43],[61,43],[61,44],[60,44],[60,43]],"
    "[[72,45],[70,43],[68,37]],[[65,38.2],[74,38.2]]],"
    "\"objects\":{\"countries\":{\"type\":\"GeometryCollection\","
    "\"geometries\":["
    "{\"type\":\"Polygon\",\"arcs\":[[0,1,2]],"
    "\"properties\":{\"name\":\"Westland\",\"iso\":\"AA\"}},"
    "{\"type\":\"Polygon\",\"arcs\":[[3,-2]],"
    "\"properties\":{\"name\":\"Eastland\",\"iso\":\"BB\"}}]},"
    "\"lakes\":{\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"Polygon\",\"arcs\":[[4]],\"properties\":{\"rank\":1}}]},"
    "\"rivers\":{\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"LineString\",\"arcs\":[5],\"properties\":{\"rank\":1}}]},"
    "\"disputed\":{\"type\":\"GeometryCollection\",\"geometries\":["
    "{\"type\":\"LineString\",\"arcs\":[6],"
    "\"properties\":{\"class\":\"disputed\"}}]}}}";

static const char labels[] = "kind,id,lon,lat,rank,name_en,name_ru\n"
                             "country,AA,60,41,1,Westland,Западия\n"
                             "country,BB,70,40,1,Eastland,Востокия\n"
                             "lake,pond,60.5,43.5,1,The Pond,Пруд\n"
                             "river,brook,70,43,1,Brook,Ручей\n"
                             "place,Alfa,,,,Alfa,Альфа\n";

static const struct cor_basemap *read_basemap(struct world *world)
{
    struct cor_error err = {0};
    const struct cor_basemap *map = NULL;
    const struct cor_source files[] = {
        {"topology", topology, sizeof topology - 1},
        {"labels", labels, sizeof labels - 1}};
    cr_assert_eq(
        cor_basemap_read(&map, &files[0], &files[1], &world->arena, &err),
        COR_OK, "%s", err.text);
    return map;
}

Test(map_golden, with_base_map)
{
    static const char *const russian[] = {"ru"};
    struct world world;
    strait_init(&world);
    const struct cor_map_route route = strait_way();
    struct cor_map_options how;
    cor_map_options_init(&how, &world.scenario);
    how.theme = "dark";
    how.width_mm = 200;
    how.n_language = 1;
    how.language = russian;
    how.credit = "Routes by nobody";
    how.subtitle = "A subtitle";
    how.world = read_basemap(&world);
    expect_golden(&world, compose(&world, how.world, &route, 1, &how),
                  "map-strait-base");
    world_finish(&world);
}
