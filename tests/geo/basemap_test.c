#include <corridor/base/file.h>
#include <corridor/geo/basemap.h>

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Two squares side by side and a lake in the western one; arc 0 is the border,
   4 the bed of a river, 5 a contested line of its own. */
static const char plain[] =
    "{\"type\": \"Topology\", \"credit\": \"Made by hand\", \"objects\": {"
    "\"countries\": {\"type\": \"GeometryCollection\", \"geometries\": ["
    "{\"type\": \"Polygon\", \"arcs\": [[0, 1]],"
    " \"properties\": {\"iso\": \"WE\", \"name\": \"W\\u0065st\"}},"
    "{\"type\": \"MultiPolygon\", \"arcs\": [[[2, -1]]],"
    " \"properties\": {\"iso\": \"-99\", \"name\": \"East\"}},"
    "{\"type\": null}]},"
    "\"lakes\": {\"type\": \"Polygon\", \"arcs\": [[3]],"
    " \"properties\": {\"scalerank\": 2}},"
    "\"rivers\": {\"type\": \"GeometryCollection\", \"geometries\": ["
    "{\"type\": \"LineString\", \"arcs\": [4], \"properties\": {\"rank\": "
    "7}}]},"
    "\"disputed\": {\"type\": \"GeometryCollection\", \"geometries\": ["
    "{\"type\": \"MultiLineString\", \"arcs\": [[5]],"
    " \"properties\": {\"class\": \"line-of-control\"}}]}},"
    "\"arcs\": [[[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]],"
    "[[1, 0, 77], [2.0, 0], [2e0, 1], [1, 1]],"
    "[[0.25, 0.25], [0.5, 0.25], [0.5, 0.5], [0.25, 0.25]],"
    "[[0.5, 0.5], [1, 0.5]], [[1.5, 0], [1.5, 1]]]}";

/* The same countries in steps of a quarter of a degree. */
static const char quantised[] =
    "{\"arcs\":[[[7,4],[0,4]],[[7,8],[-4,0],[0,-4],[4,0]],"
    "[[7,4],[4,0],[0,4],[-4,0]]],"
    "\"transform\":{\"scale\":[0.25,0.25],\"translate\":[-0.75,-1]},"
    "\"objects\":{\"countries\":{\"type\":\"GeometryCollection\","
    "\"geometries\":[{\"type\":\"Polygon\",\"arcs\":[[0,1]]},"
    "{\"type\":\"Polygon\",\"arcs\":[[2,-1]]}]}},\"type\":\"Topology\"}";

static const char labels[] = "kind,id,lon,lat,rank,name_en,name_zh\n"
                             "country,WE,0.5,0.75,3,West,西\n"
                             "lake,pond,0.4,0.3,6,Pond,\n";

static struct cor_source source_of(const char *name, const char *text)
{
    return (struct cor_source){name, text, strlen(text)};
}

static enum cor_status read_text(const struct cor_basemap **out,
                                 const char *topology,
                                 const char *table,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    const struct cor_source map = source_of("map.topojson", topology);
    const struct cor_source names = source_of("labels.csv", table);
    return cor_basemap_read(out, &map, table[0] != '\0' ? &names : NULL, arena,
                            err);
}

Test(basemap, tells_what_separates_what)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map;
    cr_assert_eq(read_text(&map, plain, "", &arena, NULL), COR_OK);
    static const enum cor_arc_kind want[] = {COR_ARC_BORDER, COR_ARC_COAST,
                                             COR_ARC_COAST,  COR_ARC_OTHER,
                                             COR_ARC_OTHER,  COR_ARC_DISPUTED};
    cr_assert_eq(map->n_arc, sizeof want / sizeof want[0]);
    for (uint32_t arc = 0; arc < map->n_arc; arc++)
        cr_expect_eq(map->arc_kind[arc], want[arc], "arc %" PRIu32, arc);
    cr_expect_str_eq(map->credit, "Made by hand");
    cor_arena_finish(&arena);
}

Test(basemap, keeps_shapes_and_what_they_are_called)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map;
    cr_assert_eq(read_text(&map, plain, "", &arena, NULL), COR_OK);
    cr_assert_eq(map->country.n, 3);
    cr_expect_str_eq(map->country.code[0], "WE");
    cr_expect_str_eq(map->country.name[0], "West");
    cr_expect_str_eq(map->country.code[1], "", "-99 is no code");
    cr_expect_eq(map->country.n_part, 2);
    cr_expect_eq(map->country.part_first[3], 2, "the third has no geometry");
    cr_expect_eq(map->lake.rank[0], 2);
    cr_expect_eq(map->river.rank[0], 7);
    cr_expect_str_eq(map->disputed.code[0], "line-of-control");
    cor_arena_finish(&arena);
}

static void expect_ring(const struct cor_basemap *map,
                        uint32_t chain,
                        const struct cor_point *want,
                        uint32_t n)
{
    struct cor_point got[16];
    cr_assert_leq(cor_basemap_chain_bound(map, &map->country, chain), 16);
    cr_assert_eq(cor_basemap_chain_points(got, map, &map->country, chain), n);
    for (uint32_t i = 0; i < n; i++)
        cr_expect(got[i].lon == want[i].lon && got[i].lat == want[i].lat,
                  "chain %" PRIu32 ", point %" PRIu32 ": %g %g", chain, i,
                  got[i].lon, got[i].lat);
}

Test(basemap, joins_arcs_in_either_direction)
{
    static const char *const texts[] = {plain, quantised};
    for (size_t i = 0; i < 2; i++) {
        struct cor_arena arena;
        cor_arena_init(&arena, SIZE_MAX);
        const struct cor_basemap *map;
        cr_assert_eq(read_text(&map, texts[i], "", &arena, NULL), COR_OK);
        expect_ring(
            map, 0,
            (const struct cor_point[]){{1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}},
            5);
        expect_ring(
            map, 1,
            (const struct cor_point[]){{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0}},
            5);
        cor_arena_finish(&arena);
    }
}

Test(basemap, reads_labels)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    const struct cor_basemap *map;
    cr_assert_eq(read_text(&map, plain, labels, &arena, NULL), COR_OK);
    const struct cor_basemap_labels *got = &map->label;
    cr_assert_eq(got->n, 2);
    cr_assert_eq(got->n_language, 2);
    cr_expect_str_eq(got->language[1], "zh");
    cr_expect_eq(got->kind[1], COR_LABEL_LAKE);
    cr_expect_str_eq(got->id[0], "WE");
    cr_expect_eq(got->at[0].lat, 0.75);
    cr_expect_eq(got->rank[1], 6);
    cr_expect_str_eq(got->name[1], "西");
    cr_expect_str_eq(got->name[2], "Pond");
    cr_expect_str_eq(got->name[3], "");
    cor_arena_finish(&arena);
}

struct bad_row {
    const char *name, *topology, *table, *file;
    uint32_t line, column;
    const char *text;
};

#define ONE_COUNTRY(geometry, arcs)                                      \
    "{\"type\":\"Topology\",\"objects\":{\"countries\":" geometry "},\n" \
    "\"arcs\":" arcs "}"
#define TRIANGLE "[[[0,0],[1,0],[0,1],[0,0]]]"
#define GOOD ONE_COUNTRY("{\"type\":\"Polygon\",\"arcs\":[[0]]}", TRIANGLE)

static const struct bad_row bad_rows[] = {
    {"empty", "", "", "map.topojson", 1, 1, NULL},
    {"not JSON", "<svg/>", "", "map.topojson", 1, 0, NULL},
    {"GeoJSON", "{\"type\":\"FeatureCollection\",\"features\":[]}", "",
     "map.topojson", 0, 0, "this is not TopoJSON: its type is not Topology"},
    {"no arcs", "{\"type\":\"Topology\",\"objects\":{\"countries\":{}}}", "",
     "map.topojson", 0, 0, "the topology has no arcs"},
    {"no countries", "{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}", "",
     "map.topojson", 0, 0, "the topology has no object countries"},
    {"arc of text", ONE_COUNTRY("{}", "[[[0,\"x\"]]]"), "", "map.topojson", 2,
     13,
     "arcs are lists of positions, and a position is a list of two numbers"},
    {"an empty arc", ONE_COUNTRY("{}", "[[]]"), "", "map.topojson", 2, 10,
     "arcs are lists of positions, and a position is a list of two numbers"},
    {"infinite", ONE_COUNTRY("{}", "[[[0,1e999]]]"), "", "map.topojson", 2, 13,
     "arcs are lists of positions, and a position is a list of two numbers"},
    {"JSON bad behind the arcs", GOOD "}", "", "map.topojson", 2, 0, NULL},
    {"arcs twice",
     "{\"type\":\"Topology\",\"arcs\":" TRIANGLE ",\n\"arcs\":[]}", "",
     "map.topojson", 2, 8,
     "this is not JSON: two members of an object have one name"},
    {"metres", ONE_COUNTRY("{}", "[[[500000,4649776],[0,0]]]"), "",
     "map.topojson", 0, 0,
     "its coordinates are not longitudes and latitudes in degrees"},
    {"transform without scale",
     "{\"type\":\"Topology\",\"transform\":{\"translate\":[0,0]},"
     "\"objects\":{\"countries\":{}},\"arcs\":[]}",
     "", "map.topojson", 0, 0,
     "the transform needs a scale and a translate of two numbers each"},
    {"arc too high",
     ONE_COUNTRY("{\"type\":\"Polygon\",\"arcs\":[[1]]}", TRIANGLE), "",
     "map.topojson", 0, 0,
     "geometry 0 of countries names arc 1, but there are 1"},
    {"arc too low",
     ONE_COUNTRY("{\"type\":\"Polygon\",\"arcs\":[[-2]]}", TRIANGLE), "",
     "map.topojson", 0, 0,
     "geometry 0 of countries names arc 1, but there are 1"},
    {"lowest arc",
     ONE_COUNTRY("{\"type\":\"Polygon\",\"arcs\":[[-9223372036854775808]]}",
                 TRIANGLE),
     "", "map.topojson", 0, 0,
     "geometry 0 of countries names arc 9223372036854775807, but there are 1"},
    {"half an arc",
     ONE_COUNTRY("{\"type\":\"Polygon\",\"arcs\":[[0.5]]}", TRIANGLE), "",
     "map.topojson", 0, 0,
     "geometry 0 of countries names an arc that is no whole number"},
    {"ring without arcs",
     ONE_COUNTRY("{\"type\":\"Polygon\",\"arcs\":[[]]}", TRIANGLE), "",
     "map.topojson", 0, 0,
     "geometry 0 of countries has a line or ring without arcs"},
    {"polygon without arcs", ONE_COUNTRY("{\"type\":\"Polygon\"}", TRIANGLE),
     "", "map.topojson", 0, 0,
     "geometry 0 of countries has a polygon without rings"},
    {"several of nothing",
     ONE_COUNTRY("{\"type\":\"MultiPolygon\",\"arcs\":{}}", TRIANGLE), "",
     "map.topojson", 0, 0, "geometry 0 of countries has no list of arcs"},
    {"points", ONE_COUNTRY("{\"type\":\"Point\"}", TRIANGLE), "",
     "map.topojson", 0, 0, "geometry 0 of countries is not a polygon"},
    {"labels without kinds", GOOD, "id,lon,lat,rank\n", "labels.csv", 0, 0,
     "this table of labels has no column kind"},
    {"unknown kind", GOOD, "kind,id,lon,lat,rank\nvolcano,a,0,0,1\n",
     "labels.csv", 2, 1,
     "the kind of a label is country, sea, lake, river, place or line"},
    {"label off the earth", GOOD, "kind,id,lon,lat,rank\nsea,a,0,91,1\n",
     "labels.csv", 2, 7, "lon and lat are degrees, up to 180 and 90"},
    {"negative rank", GOOD, "kind,id,lon,lat,rank\nsea,a,0,9,-1\n",
     "labels.csv", 2, 11, "the rank is a whole number up to 255"},
    {"a cell too many", GOOD, "kind,id,lon,lat,rank\nsea,a,0,9,1,2\n",
     "labels.csv", 2, 0, NULL},
};

static void expect_refusal(const struct bad_row *row)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_error err = {0};
    const struct cor_basemap *map = NULL;
    cr_expect_eq(read_text(&map, row->topology, row->table, &arena, &err),
                 COR_BAD_INPUT, "%s", row->name);
    cr_expect_null(map, "%s", row->name);
    cr_expect_eq(arena.used, 0, "%s", row->name);
    cr_assert_eq(err.code, COR_BAD_INPUT, "%s", row->name);
    cr_expect_str_eq(err.place.file, row->file, "%s", row->name);
    cr_expect_eq(err.place.line, row->line, "%s: line %" PRIu32, row->name,
                 err.place.line);
    if (row->column != 0)
        cr_expect_eq(err.place.column, row->column, "%s: column %" PRIu32,
                     row->name, err.place.column);
    if (row->text != NULL)
        cr_expect_str_eq(err.text, row->text, "%s: %s", row->name, err.text);
    cor_arena_finish(&arena);
}

Test(basemap, refuses_what_is_no_base_map_and_says_where)
{
    for (size_t row = 0; row < sizeof bad_rows / sizeof bad_rows[0]; row++)
        expect_refusal(&bad_rows[row]);
}

/* Whatever is read is sound: no arc, part or point is out of range. */
static void expect_sound(const struct cor_basemap *map,
                         const struct cor_basemap_layer *layer)
{
    cr_assert_eq(map->arc_first[map->n_arc], map->n_point);
    cr_assert_eq(layer->part_first[layer->n], layer->n_part);
    cr_assert_eq(layer->chain_first[layer->n_part], layer->n_chain);
    cr_assert_eq(layer->ref_first[layer->n_chain], layer->n_ref);
    for (uint32_t i = 0; i < layer->n_ref; i++) {
        const int32_t ref = layer->ref[i];
        cr_assert_lt((uint32_t)(ref < 0 ? ~ref : ref), map->n_arc);
    }
}

static void
expect_sound_or_refused(const char *text, const char *name, size_t at)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_error err = {0};
    const struct cor_basemap *map = NULL;
    const enum cor_status status = read_text(&map, text, "", &arena, &err);
    cr_assert(status == COR_OK || status == COR_BAD_INPUT, "%s at %zu", name,
              at);
    if (status == COR_OK) {
        expect_sound(map, &map->country);
        expect_sound(map, &map->lake);
        expect_sound(map, &map->river);
        expect_sound(map, &map->disputed);
    } else {
        cr_assert_gt(strlen(err.text), 0, "%s at %zu", name, at);
    }
    cor_arena_finish(&arena);
}

Test(basemap, bears_any_byte_changed_or_missing)
{
    static const char marks[] = "[]{},:\"\\0-9.e";
    char text[sizeof plain];
    for (size_t at = 0; at < sizeof plain - 1; at++) {
        memcpy(text, plain, sizeof plain);
        text[at] = '\0';
        expect_sound_or_refused(text, "cut", at);
        for (size_t mark = 0; marks[mark] != '\0'; mark++) {
            text[at] = marks[mark];
            expect_sound_or_refused(text, "changed", at);
        }
    }
}

Test(basemap, every_allocation_may_fail)
{
    const struct cor_basemap *map = NULL;
    size_t limit = 0;
    for (; map == NULL; limit += 16) {
        struct cor_arena arena;
        struct cor_error err = {0};
        cor_arena_init(&arena, limit);
        if (read_text(&map, plain, labels, &arena, &err) != COR_OK) {
            cr_expect_eq(err.code, COR_NO_MEMORY, "limit %zu: %s", limit,
                         err.text);
            cr_expect_null(map, "limit %zu", limit);
            cr_expect_eq(arena.used, 0, "limit %zu", limit);
        }
        cor_arena_finish(&arena);
    }
    cr_expect_gt(limit, 20 * sizeof(struct cor_point), "points need so much");
}

Test(basemap, names_the_file_that_cannot_be_read)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct cor_error err = {0};
    const struct cor_basemap *map;
    cr_expect_eq(
        cor_basemap_load(&map, SOURCE_ROOT "/maps", NULL, &arena, &err),
        COR_CANNOT_READ);
    cr_expect_eq(cor_basemap_load(&map, SOURCE_ROOT "/maps/world-50m.topojson",
                                  SOURCE_ROOT "/maps/README.md", &arena, &err),
                 COR_BAD_INPUT);
    cor_arena_finish(&arena);
}
