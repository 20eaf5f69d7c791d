#include "ogr/osm_sheets.h"

#include <corridor/base/number.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

/* OpenStreetMap keeps seven digits of a degree. */
#define UNITS_PER_DEGREE 10000000LL

static const char *const mode_names[] = {"rail", "road", "ferry"};

/* A sheet that is filled; what fails first stays. */
struct filling {
    struct cor_sheet *sheet;
    struct cor_names names; /* ids given so far */
    enum cor_status status;
    struct cor_error *err;
};

static struct filling
begin(struct cor_ogr *ogr, const char *name, struct cor_error *err)
{
    struct filling out = {
        .sheet = cor_sheet_add(ogr->sheets, name, ogr->source), .err = err};
    cor_names_init(&out.names, ogr->arena);
    if (out.sheet == NULL)
        out.status = COR_FAIL_MEMORY(err);
    return out;
}

static void begin_row(struct filling *in)
{
    if (in->status == COR_OK)
        in->status = cor_sheet_row(in->sheet, 0, in->err);
}

/* An empty or missing text is no value. */
static void set(struct filling *in, const char *name, const char *text)
{
    uint32_t column;
    if (in->status != COR_OK || text == NULL || text[0] == '\0')
        return;
    in->status =
        cor_sheet_column(&column, in->sheet, cor_text_of(name), in->err);
    if (in->status == COR_OK)
        in->status =
            cor_sheet_copy(in->sheet, column, cor_text_of(text), in->err);
}

/* The name itself, or with a number behind it where it was given already. */
static const char *make_unique(struct filling *in, const char *name)
{
    struct cor_arena *arena = in->sheet->in->arena;
    const char *tried = name;
    for (unsigned i = 2; tried != NULL; i++) {
        if (cor_names_find(&in->names, cor_text_of(tried)) == COR_NONE)
            break;
        tried = cor_text_print(arena, "%s-%u", name, i);
    }
    const uint32_t number = tried == NULL
                                ? COR_NONE
                                : cor_names_add(&in->names, cor_text_of(tried));
    return number == COR_NONE ? NULL : in->names.name[number];
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* "Shu (main)" is shu-main; "" when letters beyond English ones are in it. */
static void make_slug(char *out, size_t size, const char *name)
{
    size_t n = 0;
    for (; *name > 0 && n + 2 < size; name++) {
        const char c =
            *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;
        if (is_letter(c))
            out[n++] = c;
        else if (n != 0 && out[n - 1] != '-' && c != '\'')
            out[n++] = '-';
    }
    while (n != 0 && out[n - 1] == '-')
        n--;
    out[*name < 0 ? 0 : n] = '\0';
}

/* As a whole number of units first: far faster than the shortest number. */
static void print_degrees(char out[COR_NUMBER_SIZE], double degrees)
{
    const long long units = llround(fabs(degrees) * (double)UNITS_PER_DEGREE);
    int n = snprintf(out, COR_NUMBER_SIZE, "%s%lld.%07lld",
                     degrees < 0 && units != 0 ? "-" : "",
                     units / UNITS_PER_DEGREE, units % UNITS_PER_DEGREE);
    while (out[n - 1] == '0')
        n--;
    out[out[n - 1] == '.' ? n - 1 : n] = '\0';
}

/* Where lines meet nobody gave a name: the place itself is one, and remains it
   when the file is made anew. */
static const char *name_node(struct filling *in,
                             const struct cor_osm_node *node)
{
    char slug[64] = "", lon[COR_NUMBER_SIZE], lat[COR_NUMBER_SIZE];
    struct cor_arena *arena = in->sheet->in->arena;
    const char *name;
    print_degrees(lon,
                  node->point.lon < 0 ? -node->point.lon : node->point.lon);
    print_degrees(lat,
                  node->point.lat < 0 ? -node->point.lat : node->point.lat);
    if (node->stop != NULL)
        make_slug(slug, sizeof slug, node->stop->name);
    if (slug[0] != '\0')
        name = slug;
    else if (node->stop != NULL)
        name = cor_text_print(arena, "node-%s", node->stop->id);
    else
        name =
            cor_text_print(arena, "%s%s-%s%s", node->point.lat < 0 ? "s" : "n",
                           lat, node->point.lon < 0 ? "w" : "e", lon);
    return name == NULL ? NULL : make_unique(in, name);
}

static const char *type_of(const struct cor_osm_node *node)
{
    if (node->stop == NULL)
        return node->degree == 1 ? "other" : "junction";
    return node->stop->mode == COR_OSM_FERRY ? "port" : "station";
}

static void fill_node(struct filling *in, const struct cor_osm_node *node)
{
    char lon[COR_NUMBER_SIZE], lat[COR_NUMBER_SIZE];
    const char *id = in->status == COR_OK ? name_node(in, node) : "";
    if (id == NULL)
        in->status = COR_FAIL_MEMORY(in->err);
    print_degrees(lon, node->point.lon);
    print_degrees(lat, node->point.lat);
    begin_row(in);
    set(in, "node_id", id);
    set(in, "name", node->stop == NULL ? NULL : node->stop->name);
    set(in, "name_local", node->stop == NULL ? NULL : node->stop->local);
    set(in, "x_coord", lon);
    set(in, "y_coord", lat);
    set(in, "node_type", type_of(node));
    set(in, "source", "openstreetmap");
}

/* LINESTRING (…); NULL for want of memory. */
static char *print_line(const struct cor_osm_link *link,
                        struct cor_arena *arena)
{
    static const char head[] = "LINESTRING (";
    enum { EACH = 2 * COR_NUMBER_SIZE + 3 };
    char *text =
        cor_arena_array(arena, char, sizeof head + (size_t)link->n * EACH);
    if (text == NULL)
        return NULL;
    char *at = text + sprintf(text, "%s", head);
    for (uint32_t i = 0; i < link->n; i++) {
        char lon[COR_NUMBER_SIZE], lat[COR_NUMBER_SIZE];
        print_degrees(lon, link->point[i].lon);
        print_degrees(lat, link->point[i].lat);
        at += sprintf(at, "%s%s %s", i == 0 ? "" : ", ", lon, lat);
    }
    strcpy(at, ")");
    return text;
}

static void set_geometry(struct filling *in, const struct cor_osm_link *link)
{
    struct cor_arena *arena = in->sheet->in->arena;
    uint32_t column;
    if (in->status != COR_OK)
        return;
    const char *line = print_line(link, arena);
    in->status = line == NULL
                     ? COR_FAIL_MEMORY(in->err)
                     : cor_sheet_column(&column, in->sheet,
                                        cor_text_of("geometry"), in->err);
    if (in->status == COR_OK)
        in->status =
            cor_sheet_set(in->sheet, column, cor_text_of(line), in->err);
    if (in->status == COR_OK)
        in->sheet->geometry = column;
}

static const char *name_link(struct filling *in,
                             const struct cor_osm_link *link)
{
    struct cor_arena *arena = in->sheet->in->arena;
    const char *name =
        link->part == 0
            ? cor_text_print(arena, "way-%s", link->way->id)
            : cor_text_print(arena, "way-%s-%u", link->way->id, link->part + 1);
    return name == NULL ? NULL : make_unique(in, name);
}

/* What has no column of its own, in words. */
static const char *make_note(const struct cor_osm_link *link,
                             struct cor_arena *arena)
{
    if (link->usage == NULL && link->electrified == NULL)
        return NULL;
    if (link->electrified == NULL)
        return cor_text_print(arena, "usage: %s", link->usage);
    return cor_text_print(arena, "electrified: %s%s%s", link->electrified,
                          link->usage == NULL ? "" : "; usage: ",
                          link->usage == NULL ? "" : link->usage);
}

static void fill_link(struct filling *in,
                      const struct cor_osm_link *link,
                      const struct filling *nodes)
{
    const struct cor_osm_kind *kind = &link->way->kind;
    const char *id = in->status == COR_OK ? name_link(in, link) : "";
    char gauge[COR_NUMBER_SIZE] = "";
    if (id == NULL)
        in->status = COR_FAIL_MEMORY(in->err);
    if (kind->gauge_mm != 0)
        snprintf(gauge, sizeof gauge, "%u", kind->gauge_mm);
    begin_row(in);
    set(in, "link_id", id);
    set(in, "from_node_id", nodes->names.name[link->from]);
    set(in, "to_node_id", nodes->names.name[link->to]);
    set(in, "directed", kind->one_way ? "1" : "0");
    set(in, "name", link->name);
    set(in, "facility_type", mode_names[kind->mode]);
    set(in, "gauge_mm", gauge);
    set(in, "status", kind->status);
    set(in, "note", make_note(link, in->sheet->in->arena));
    set(in, "source", "openstreetmap");
    set_geometry(in, link);
}

static void fill_source(struct filling *in)
{
    begin_row(in);
    set(in, "source_id", "openstreetmap");
    set(in, "title", "OpenStreetMap, by its contributors");
    set(in, "url", "https://www.openstreetmap.org/copyright");
    set(in, "licence", "ODbL 1.0");
    set(in, "grade", "C");
}

enum cor_status cor_osm_fill(struct cor_ogr *ogr,
                             const struct cor_osm *osm,
                             const struct cor_osm_network *network,
                             struct cor_error *err)
{
    struct filling nodes = begin(ogr, "node", err);
    for (uint32_t i = 0; i < network->n_node && nodes.status == COR_OK; i++)
        fill_node(&nodes, &network->node[i]);
    if (nodes.status != COR_OK)
        return nodes.status;
    struct filling links = begin(ogr, "link", err);
    for (uint32_t i = 0; i < network->n_link && links.status == COR_OK; i++)
        fill_link(&links, &network->link[i], &nodes);
    if (links.status != COR_OK)
        return links.status;
    struct filling sources = begin(ogr, "source", err);
    fill_source(&sources);
    ogr->sheets->licence = "ODbL 1.0";
    cor_osm_report(ogr, osm, network);
    return sources.status;
}
