#include "exchange/import.h"

#include "exchange/native.h"

#include <string.h>

/* dBase III: the longest name of a field. */
enum { CUT_AT = 10 };

/* Names that other programs give to what our tables call otherwise: NetworkX
   and OSMnx (u, v, x, y), igraph, QGIS, Natural Earth, GTFS. */
static const struct {
    enum cor_kind kind;
    const char *theirs, *ours;
} aliases[] = {
    {COR_KIND_PLACE, "fid", "node_id"},
    {COR_KIND_PLACE, "osmid", "node_id"},
    {COR_KIND_PLACE, "osm_id", "node_id"},
    {COR_KIND_PLACE, "stop_id", "node_id"},
    {COR_KIND_PLACE, "x", "x_coord"},
    {COR_KIND_PLACE, "lng", "x_coord"},
    {COR_KIND_PLACE, "long", "x_coord"},
    {COR_KIND_PLACE, "longitude", "x_coord"},
    {COR_KIND_PLACE, "stop_lon", "x_coord"},
    {COR_KIND_PLACE, "y", "y_coord"},
    {COR_KIND_PLACE, "latitude", "y_coord"},
    {COR_KIND_PLACE, "stop_lat", "y_coord"},
    {COR_KIND_PLACE, "label", "name"},
    {COR_KIND_PLACE, "title", "name"},
    {COR_KIND_PLACE, "stop_name", "name"},
    {COR_KIND_PLACE, "iso_a2", "country"},
    {COR_KIND_LINK, "fid", "link_id"},
    {COR_KIND_LINK, "edge_id", "link_id"},
    {COR_KIND_LINK, "u", "from_node_id"},
    {COR_KIND_LINK, "from_id", "from_node_id"},
    {COR_KIND_LINK, "from_node", "from_node_id"},
    {COR_KIND_LINK, "a_node", "from_node_id"},
    {COR_KIND_LINK, "v", "to_node_id"},
    {COR_KIND_LINK, "to_id", "to_node_id"},
    {COR_KIND_LINK, "to_node", "to_node_id"},
    {COR_KIND_LINK, "b_node", "to_node_id"},
    {COR_KIND_LINK, "transport_mode", "facility_type"},
    {COR_KIND_LINK, "label", "name"},
    {COR_KIND_LINK, "title", "name"},
    {COR_KIND_LINK, "wkt", "geometry"},
};

/* Columns that say something about others of their row. */
static const char *const helpers[] = {"capacity_unit", "geometry_id",
                                      "dir_flag"};

static char *lower(const char *name, struct cor_arena *arena)
{
    char *copy = cor_text_copy(arena, cor_text_of(name));
    for (char *at = copy; at != NULL && *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    return copy;
}

static bool is_helper(enum cor_kind kind, const char *name)
{
    for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++)
        if (strcmp(helpers[i], name) == 0)
            return kind == COR_KIND_LINK || i == 0;
    return false;
}

/* The only column of ours that begins so. */
static const char *
find_cut(enum cor_kind kind, const char *name, struct cor_arena *arena)
{
    const char *found = NULL;
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
        const struct cor_field *field = &cor_kinds[kind].field[i];
        if (strlen(name) != CUT_AT ||
            (field->column == NULL && field->key == NULL))
            continue;
        const char *ours = cor_native_column(kind, i, arena);
        if (ours == NULL || strncmp(ours, name, CUT_AT) != 0)
            continue;
        if (found != NULL)
            return NULL;
        found = ours;
    }
    for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++)
        if (strlen(name) == CUT_AT && found == NULL &&
            strncmp(helpers[i], name, CUT_AT) == 0 &&
            is_helper(kind, helpers[i]))
            found = helpers[i];
    return found;
}

/* A name that is whole as well, but of another unit or of none: dBase makes
   "to_gauge_m" and "from_gauge" of what ends with "gauge_mm". */
static bool lost_unit(enum cor_kind kind, const char *name)
{
    struct cor_binding binding;
    return strlen(name) == CUT_AT &&
           cor_field_bind(&binding, kind, cor_text_of(name)) &&
           cor_kinds[kind].field[binding.field].type == COR_TYPE_QUANTITY;
}

static const char *find_alias(enum cor_kind kind, const char *name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (aliases[i].kind == kind && strcmp(aliases[i].theirs, name) == 0)
            return aliases[i].ours;
    return NULL;
}

static const char *asked(const struct cor_import_options *how, const char *name)
{
    for (size_t i = 0; i < how->n_name; i++)
        if (strcmp(how->name[i].theirs, name) == 0)
            return how->name[i].ours;
    return NULL;
}

static bool is_taken(const struct cor_matched *match,
                     size_t n,
                     size_t but,
                     const char *name,
                     uint32_t field)
{
    for (size_t i = 0; i < n; i++)
        if (i != but && match[i].name != NULL &&
            (strcmp(match[i].name, name) == 0 ||
             (field != COR_NO_FIELD && match[i].field == field)))
            return true;
    return false;
}

/* Take a column for one of ours, unless another one is it already. */
static void take(struct cor_matched *match,
                 const struct cor_sheet *sheet,
                 size_t i,
                 enum cor_kind kind,
                 const char *name)
{
    struct cor_binding binding;
    uint32_t field = COR_NO_FIELD;
    if (name == NULL || match[i].name != NULL)
        return;
    if (cor_field_bind(&binding, kind, cor_text_of(name)))
        field = binding.field;
    if ((field == COR_NO_FIELD && !is_helper(kind, name)) ||
        is_taken(match, sheet->n_column, i, name, field))
        return;
    match[i] = (struct cor_matched){field, name, true, false};
}

/* A name that no column of ours and none of theirs has. */
static const char *own_name(const struct cor_matched *match,
                            const struct cor_sheet *sheet,
                            size_t i,
                            enum cor_kind kind,
                            struct cor_arena *arena)
{
    struct cor_binding binding;
    const char *name = sheet->column[i].name;
    const char *small = lower(name, arena);
    if (small == NULL)
        return NULL;
    while (is_taken(match, sheet->n_column, i, name, COR_NO_FIELD) ||
           cor_field_bind(&binding, kind, cor_text_of(small)) ||
           is_helper(kind, small) || find_cut(kind, small, arena) != NULL) {
        name = cor_text_print(arena, "%s_", name);
        small = cor_text_print(arena, "%s_", small);
        if (name == NULL || small == NULL)
            return NULL;
    }
    return name;
}

bool cor_import_note(struct cor_importing *import,
                     const struct cor_sheet *sheet,
                     const struct cor_matched *match,
                     enum cor_kind kind)
{
    struct cor_import *out = import->out;
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        struct cor_import_match *list =
            cor_arena_grow(import->arena, out->match, out->n_match,
                           &out->match_capacity, sizeof *list);
        if (list == NULL)
            return false;
        out->match = list;
        if (!match[i].is_used)
            continue;
        list[out->n_match++] = (struct cor_import_match){
            .sheet = sheet->name,
            .theirs = sheet->column[i].name,
            .ours = match[i].known ? match[i].name : NULL,
            .table = cor_kinds[kind].table,
        };
    }
    return true;
}

/* Whole names come before cut ones, and these before names of others: so the
   best column of a row that has several is the one that is read. */
struct cor_matched *cor_import_match(struct cor_importing *import,
                                     const struct cor_sheet *sheet,
                                     enum cor_kind kind)
{
    struct cor_arena *arena = import->arena;
    const size_t n = sheet->n_column;
    struct cor_matched *match = cor_arena_take_zero(arena, n, sizeof *match);
    const char **name = cor_arena_array(arena, const char *, n);
    if (match == NULL || name == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        name[i] = lower(sheet->column[i].name, arena);
        if (name[i] == NULL)
            return NULL;
        match[i].field = COR_NO_FIELD;
    }
    for (size_t i = 0; i < n; i++)
        take(match, sheet, i, kind, asked(import->how, sheet->column[i].name));
    for (size_t i = 0; i < n; i++)
        if (lost_unit(kind, name[i]))
            take(match, sheet, i, kind, find_cut(kind, name[i], arena));
    for (size_t i = 0; i < n; i++)
        take(match, sheet, i, kind, name[i]);
    for (size_t i = 0; i < n; i++)
        take(match, sheet, i, kind, find_cut(kind, name[i], arena));
    for (size_t i = 0; i < n; i++)
        take(match, sheet, i, kind, find_alias(kind, name[i]));
    for (size_t i = 0; i < n; i++) {
        if (match[i].name == NULL)
            match[i].name = own_name(match, sheet, i, kind, arena);
        if (match[i].name == NULL)
            return NULL;
    }
    return match;
}

uint32_t cor_import_find(const struct cor_matched *match,
                         const struct cor_sheet *sheet,
                         uint32_t field)
{
    for (uint32_t i = 0; i < sheet->n_column; i++)
        if (match[i].field == field)
            return i;
    return COR_NONE;
}
