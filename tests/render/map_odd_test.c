#include "tests/render/clean_fixture.h"

#include <math.h>

static const char long_name[] =
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronuku"
    "pokaiwhenuakitanatahu and Llanfairpwllgwyngyllgogerychwyrndrobwll"
    "llantysiliogogogoch and Krungthepmahanakhon and some more letters";

static const struct {
    const char *name;
    struct place_row place[3];
    uint32_t n_place;
    struct link_row link[2];
    uint32_t n_link;
    const char *projection; /* in PROJ's words */
} odd[] = {
    {"one place", {{"Alone", 71, 42, COR_PLACE_CITY}}, 1, {{0}}, 0, "Lambert"},
    {"a long name",
     {{long_name, 71, 42, COR_PLACE_CITY}, {"B", 73, 43, COR_PLACE_CITY}},
     2,
     {{0, 1, COR_MODE_RAIL, 0, false}},
     1,
     "Lambert"},
    {"names from right to left",
     {{"مشهد", 59, 36, COR_PLACE_CITY}, {"תל אביב", 34, 32, COR_PLACE_PORT}},
     2,
     {{0, 1, COR_MODE_AIR, 0, false}},
     1,
     "Lambert"},
    {"both sides of 180 degrees",
     {{"Anadyr", 177.5, 64.7, COR_PLACE_PORT},
      {"Nome", -165.4, 64.5, COR_PLACE_PORT}},
     2,
     {{0, 1, COR_MODE_SEA, 0, false}},
     1,
     "Lambert conformal conic"},
    {"names in both directions",
     {{"Порт Баку (باکو) 12", 49.9, 40.4, COR_PLACE_PORT},
      {"تهران – Tehran – 德黑兰", 51.4, 35.7, COR_PLACE_CITY}},
     2,
     {{0, 1, COR_MODE_RAIL, 0, false}},
     1,
     "Lambert"},
    {"across the equator",
     {{"Mombasa", 39.7, -4, COR_PLACE_PORT},
      {"Isiolo", 37.6, 0.4, COR_PLACE_CITY}},
     2,
     {{0, 1, COR_MODE_ROAD, 0, false}},
     1,
     "Mercator"},
    {"about the pole",
     {{"A", 0, 84, COR_PLACE_CITY},
      {"B", 120, 84, COR_PLACE_CITY},
      {"C", -120, 84, COR_PLACE_CITY}},
     3,
     {{0, 1, COR_MODE_AIR, 0, false}, {1, 2, COR_MODE_AIR, 0, false}},
     2,
     "azimuthal"},
    {"a loop and a place twice",
     {{"Twin", 10, 50, COR_PLACE_CITY}, {"Twin", 10, 50, COR_PLACE_CITY}},
     2,
     {{0, 0, COR_MODE_RAIL, 0, false}, {0, 1, COR_MODE_RAIL, 0, false}},
     2,
     "Lambert"},
    {"around the world",
     {{"Quito", -78, 0, COR_PLACE_CITY},
      {"Singapore", 104, 1, COR_PLACE_PORT},
      {"Perth", 116, -32, COR_PLACE_PORT}},
     3,
     {{0, 1, COR_MODE_SEA, 0, false}, {0, 2, COR_MODE_AIR, 0, false}},
     2,
     "entr"},
};

static void expect_odd_map(size_t row, const struct cor_basemap *basemap)
{
    struct world world;
    world_init(&world, odd[row].place, odd[row].n_place, odd[row].link,
               odd[row].n_link);
    const struct cor_scene *scene = compose(&world, basemap, NULL, 0, NULL);
    cr_expect_gt(expect_clean(scene, odd[row].name), 0, "%s", odd[row].name);
    cr_expect_not_null(strstr(scene->description, odd[row].projection),
                       "%s: %s", odd[row].name, scene->description);
    for (size_t i = 0; cor_scene_formats[i] != NULL; i++)
        write_scene(&world, scene, cor_scene_formats[i]->name, NULL);
    world_finish(&world);
}

Test(map_odd, networks_are_drawn)
{
    for (size_t row = 0; row < sizeof odd / sizeof odd[0]; row++)
        expect_odd_map(row, NULL);
}

Test(map_odd, networks_are_drawn_on_the_shipped_base_map, .timeout = 60)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map = shipped_basemap(&arena);
    for (size_t row = 0; row < sizeof odd / sizeof odd[0]; row++)
        expect_odd_map(row, map);
    cor_arena_finish(&arena);
}

/* Names of meridians and parallels are at least 4 mm apart. */
static void expect_ticks_apart(const struct cor_scene *scene, const char *what)
{
    enum { MOST = 128 };
    struct cor_rect box[MOST];
    const uint32_t n = texts_in(box, scene, "graticule-labels", MOST);
    cr_expect_gt(n, 3u, "%s", what);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < i; k++) {
            const double x =
                fmax(box[i].left - box[k].right, box[k].left - box[i].right);
            const double y =
                fmax(box[i].top - box[k].bottom, box[k].top - box[i].bottom);
            cr_expect(x >= 4 - 1e-9 || y >= 4 - 1e-9, "%s: %g %g", what, x, y);
        }
}

Test(map_odd, names_of_the_graticule_keep_their_distance)
{
    for (size_t row = 0; row < sizeof odd / sizeof odd[0]; row++) {
        struct world world;
        world_init(&world, odd[row].place, odd[row].n_place, odd[row].link,
                   odd[row].n_link);
        expect_ticks_apart(compose(&world, NULL, NULL, 0, NULL), odd[row].name);
        world_finish(&world);
    }
}
