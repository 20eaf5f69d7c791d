#include "ogr/osm.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct cor_arena arena;
static struct cor_osm osm;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_osm_begin(&osm, &arena, false);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(osm, .init = begin, .fini = finish);

/* "railway=rail gauge=1520" */
static struct cor_osm_tags read_tags(const char *text)
{
    static char store[400];
    struct cor_osm_tags tags = {0};
    snprintf(store, sizeof store, "%s", text);
    for (char *at = strtok(store, " "); at != NULL; at = strtok(NULL, " ")) {
        char *value = strchr(at, '=');
        cr_assert_not_null(value, "%s", at);
        *value++ = '\0';
        unsigned key = 0;
        while (key < COR_OSM_N_TAG && strcmp(cor_osm_tag_names[key], at) != 0)
            key++;
        cr_assert_lt(key, COR_OSM_N_TAG, "%s", at);
        tags.value[key] = value;
    }
    return tags;
}

/* Points are letters of a grid: 'a' is at (50, 40), 'b' a tenth of a degree to
   the east, and capitals lie a tenth of a degree to the north of them. */
static struct cor_point point_of(char letter)
{
    const bool north = letter < 'a';
    return (struct cor_point){50 + 0.1 * (letter - (north ? 'A' : 'a')),
                              north ? 40.1 : 40};
}

static void way(const char *id, const char *tags, const char *letters)
{
    struct cor_point point[32];
    const size_t n = strlen(letters);
    for (size_t i = 0; i < n; i++)
        point[i] = point_of(letters[i]);
    const struct cor_osm_tags read = read_tags(tags);
    cr_assert(cor_osm_add_way(&osm, id, &read, point, n));
}

static void
stop(const char *id, const char *tags, char letter, double north_degrees)
{
    struct cor_point point = point_of(letter);
    point.lat += north_degrees;
    const struct cor_osm_tags read = read_tags(tags);
    cr_assert(cor_osm_add_stop(&osm, id, &read, point));
}

static char letter_of(struct cor_point point)
{
    const int x = (int)((point.lon - 50) * 10 + 0.5);
    return (char)((point.lat > 40.05 ? 'A' : 'a') + x);
}

/* "w1:abc w2:cd", and "w1+1:…" for the second link of a way. */
static const char *print_links(const struct cor_osm_network *network)
{
    static char text[1000];
    size_t at = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < network->n_link; i++) {
        const struct cor_osm_link *link = &network->link[i];
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s",
                               i == 0 ? "" : " ", link->way->id);
        if (link->part != 0)
            at += (size_t)snprintf(text + at, sizeof text - at, "+%u",
                                   link->part);
        at += (size_t)snprintf(text + at, sizeof text - at, ":");
        for (uint32_t k = 0; k < link->n; k++)
            at += (size_t)snprintf(text + at, sizeof text - at, "%c",
                                   letter_of(link->point[k]));
    }
    return text;
}

static struct cor_osm_network connect(void)
{
    struct cor_osm_network network;
    cr_assert_eq(cor_osm_connect(&network, &osm, NULL), COR_OK);
    return network;
}

static void expect_links(const char *wanted)
{
    const struct cor_osm_network network = connect();
    cr_expect_str_eq(print_links(&network), wanted);
    for (uint32_t i = 0; i < network.n_link; i++) {
        const struct cor_osm_link *link = &network.link[i];
        cr_expect_eq(letter_of(network.node[link->from].point),
                     letter_of(link->point[0]));
        cr_expect_eq(letter_of(network.node[link->to].point),
                     letter_of(link->point[link->n - 1]));
    }
}

Test(osm, nothing_gives_nothing)
{
    const struct cor_osm_network network = connect();
    cr_assert_eq(network.n_node, 0);
    cr_assert_eq(network.n_link, 0);
}

Test(osm, joins_ways_that_go_on)
{
    way("1", "railway=rail gauge=1520", "ab");
    way("2", "railway=rail gauge=1520", "dcb");
    way("3", "railway=rail gauge=1520", "de");
    expect_links("1:abcde");
}

Test(osm, splits_ways_where_others_meet_them)
{
    way("1", "railway=rail", "abcd");
    way("2", "railway=rail", "cC");
    expect_links("1:abc 1+1:cd 2:cC");
}

Test(osm, crossings_without_a_shared_node_do_not_meet)
{
    way("1", "railway=rail", "ac");
    way("2", "railway=rail", "Bb");
    way("3", "railway=rail", "AC");
    expect_links("1:ac 2:Bb 3:AC");
}

Test(osm, lines_of_another_kind_are_other_links)
{
    way("1", "railway=rail gauge=1520", "ab");
    way("2", "railway=rail gauge=1435", "bc");
    way("3", "railway=construction construction=rail gauge=1435", "cd");
    way("4", "route=ferry", "de");
    expect_links("1:ab 2:bc 3:cd 4:de");
}

Test(osm, one_way_roads_keep_their_direction)
{
    way("1", "highway=trunk oneway=yes", "bc");
    way("2", "highway=trunk oneway=-1", "ba");
    way("3", "highway=trunk oneway=yes", "cd");
    way("4", "highway=trunk oneway=yes", "ed");
    expect_links("2:abcd 4:ed");
}

Test(osm, rounds_are_split_where_lines_meet_them)
{
    way("1", "highway=trunk", "ab");
    way("2", "highway=trunk junction=roundabout", "bcCBb");
    way("3", "highway=trunk", "cd");
    const struct cor_osm_network network = connect();
    cr_expect_str_eq(print_links(&network), "1:ab 2:bc 2+1:cCBb 3:cd");
    cr_expect_eq(network.n_loop, 0);
}

Test(osm, loops_are_counted)
{
    way("1", "railway=rail", "abBAa");
    way("2", "railway=rail", "cd");
    way("3", "railway=rail", "dDed");
    const struct cor_osm_network network = connect();
    cr_expect_str_eq(print_links(&network), "2:cd");
    cr_expect_eq(network.n_loop, 2);
}

Test(osm, two_rings_of_two_ways_each_are_loops)
{
    way("1", "railway=rail", "abB");
    way("2", "railway=rail", "BAa");
    const struct cor_osm_network network = connect();
    cr_expect_eq(network.n_link, 0);
    cr_expect_eq(network.n_loop, 1);
    cr_expect_eq(network.n_node, 0);
}

Test(osm, stations_split_lines)
{
    way("1", "railway=rail", "abc");
    stop("9", "railway=station name=Shu", 'b', 0);
    const struct cor_osm_network network = connect();
    cr_expect_str_eq(print_links(&network), "1:ab 1+1:bc");
    cr_expect_str_eq(network.node[1].stop->name, "Shu");
    cr_expect_eq(network.n_moved, 0);
}

Test(osm, stations_beside_a_line_are_moved_there)
{
    way("1", "railway=rail", "abc");
    way("2", "highway=trunk", "AB");
    stop("9", "railway=station name=Shu", 'b', 0.003);
    stop("8", "railway=station name=Far", 'c', 0.02);
    stop("7", "railway=station name=Road", 'A', 0);
    stop("6", "railway=station name=Twin", 'b', 0);
    const struct cor_osm_network network = connect();
    cr_expect_str_eq(print_links(&network), "1:ab 1+1:bc 2:AB");
    cr_expect_eq(network.n_moved, 1);
    cr_expect_float_eq(network.most_moved_m, 333, 1);
    cr_expect_eq(network.n_far, 2);
    cr_expect_eq(network.n_same, 1);
}

Test(osm, stops_on_both_sides_of_a_row_are_found)
{
    for (int i = -4; i <= 4; i++) {
        cor_osm_begin(&osm, &arena, false);
        way("1", "railway=rail", "abc");
        stop("9", "railway=station name=Shu", 'b', i * 0.001);
        const struct cor_osm_network network = connect();
        cr_expect_eq(network.n_far, 0, "%d", i);
    }
}

Test(osm, ferries_end_at_their_terminals)
{
    way("1", "route=ferry", "ab");
    stop("9", "amenity=ferry_terminal name=Alat", 'b', 0.001);
    const struct cor_osm_network network = connect();
    cr_expect_str_eq(network.node[network.link[0].to].stop->name, "Alat");
}

Test(osm, what_ways_do_not_say_alike_is_left_out)
{
    way("1", "railway=rail name=A usage=main", "ab");
    way("2", "railway=rail name=B usage=main", "bc");
    const struct cor_osm_network network = connect();
    cr_expect_null(network.link[0].name);
    cr_expect_str_eq(network.link[0].usage, "main");
}

Test(osm, judges_tags)
{
    static const struct {
        const char *tags;
        const char *status; /* NULL: not used by default */
        bool all;           /* used when all is asked for */
        enum cor_osm_mode mode;
        uint32_t gauge_mm;
        bool one_way, reversed;
    } rows[] = {
        {"railway=rail", "open", true, COR_OSM_RAIL, 0, false, false},
        {"railway=rail gauge=1520", "open", true, COR_OSM_RAIL, 1520, false,
         false},
        {"railway=rail gauge=1520;1435", "open", true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=rail gauge=99999", "open", true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=rail gauge=standard", "open", true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=rail oneway=yes", "open", true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=narrow_gauge gauge=750", "open", true, COR_OSM_RAIL, 750,
         false, false},
        {"railway=construction construction=rail", "construction", true,
         COR_OSM_RAIL, 0, false, false},
        {"railway=proposed proposed=rail", "planned", true, COR_OSM_RAIL, 0,
         false, false},
        {"railway=construction construction=tram", NULL, false, COR_OSM_RAIL, 0,
         false, false},
        {"railway=construction", NULL, false, COR_OSM_RAIL, 0, false, false},
        {"railway=rail service=siding", NULL, true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=rail usage=industrial", NULL, true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=rail usage=branch", "open", true, COR_OSM_RAIL, 0, false,
         false},
        {"railway=abandoned", NULL, false, COR_OSM_RAIL, 0, false, false},
        {"railway=tram highway=primary", "open", true, COR_OSM_ROAD, 0, false,
         false},
        {"highway=motorway", "open", true, COR_OSM_ROAD, 0, true, false},
        {"highway=motorway oneway=no", "open", true, COR_OSM_ROAD, 0, false,
         false},
        {"highway=trunk oneway=-1", "open", true, COR_OSM_ROAD, 0, true, true},
        {"highway=primary_link", "open", true, COR_OSM_ROAD, 0, false, false},
        {"highway=secondary", NULL, true, COR_OSM_ROAD, 0, false, false},
        {"highway=residential", NULL, false, COR_OSM_ROAD, 0, false, false},
        {"route=ferry", "open", true, COR_OSM_FERRY, 0, false, false},
        {"route=bus", NULL, false, COR_OSM_FERRY, 0, false, false},
        {"name=x", NULL, false, COR_OSM_RAIL, 0, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_osm_kind kind = {0};
        bool reversed;
        const struct cor_osm_tags tags = read_tags(rows[i].tags);
        cr_expect_eq(cor_osm_judge(&kind, &reversed, &tags, false),
                     rows[i].status != NULL, "%s", rows[i].tags);
        cr_expect_eq(cor_osm_judge(&kind, &reversed, &tags, true), rows[i].all,
                     "%s", rows[i].tags);
        if (rows[i].status == NULL)
            continue;
        cr_expect_str_eq(kind.status, rows[i].status, "%s", rows[i].tags);
        cr_expect_eq(kind.mode, rows[i].mode, "%s", rows[i].tags);
        cr_expect_eq(kind.gauge_mm, rows[i].gauge_mm, "%s", rows[i].tags);
        cr_expect_eq(kind.one_way, rows[i].one_way, "%s", rows[i].tags);
        cr_expect_eq(reversed, rows[i].reversed, "%s", rows[i].tags);
    }
}

Test(osm, counts_what_is_not_used)
{
    way("1", "highway=residential", "ab");
    way("2", "highway=residential", "ab");
    way("3", "railway=rail service=yard", "ab");
    way("4", "name=x", "ab");
    way("5", "railway=rail gauge=1520;1435", "aab");
    way("6", "railway=rail", "aa");
    static const struct {
        const char *name;
        size_t n;
    } wanted[] = {{"highway=residential", 2},
                  {"railway=rail with service=yard", 1},
                  {"others", 1},
                  {"lines without length", 1}};
    cr_assert_eq(osm.unused.name.n, sizeof wanted / sizeof wanted[0]);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        cr_expect_str_eq(osm.unused.name.name[i], wanted[i].name);
        cr_expect_eq(osm.unused.n[i], wanted[i].n);
    }
    cr_expect_eq(osm.gauge.name.n, 1);
    expect_links("5:ab");
}
