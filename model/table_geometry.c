#include "model/foreign.h"
#include "model/table_part.h"

#include <corridor/geo/wkt.h>

static const struct cor_known_column geometry_columns[] = {
    {.name = "geometry_id", .role = COR_CELL_GEOMETRY_ID, .required = true},
    {.name = "geometry", .role = COR_CELL_GEOMETRY, .required = true},
};

/* A geometry.csv that is open, and where its two columns are. */
struct reader {
    struct cor_table table;
    struct cor_table_geometry *geometry;
    size_t id, line;
};

static void refuse_line(const struct reader *reader,
                        struct cor_text text,
                        size_t fault_at,
                        const char *why)
{
    const struct cor_source *source = reader->table.csv.source;
    struct cor_spot spot = cor_csv_spot(&reader->table.csv, reader->line);
    if (text.at >= source->bytes && text.at < source->bytes + source->n)
        spot.offset = (uint32_t)(text.at - source->bytes + (ptrdiff_t)fault_at);
    cor_report_add(reader->table.draft->report, COR_ERROR, "bad-geometry", spot,
                   "write LINESTRING (lon lat, lon lat, ...)", "geometry: %s",
                   why);
}

/* A line that cannot be read is none: links that refer to it are straight. */
static bool read_line(struct cor_draft_line *out, const struct reader *reader)
{
    const struct cor_text text = cor_table_cell(&reader->table, reader->line);
    *out = (struct cor_draft_line){0};
    if (text.n == 0)
        return true;
    size_t n = 0, fault_at = 0;
    struct cor_error why = {0};
    const enum cor_status status = cor_wkt_read_line(
        &out->point, &n, text, &fault_at, reader->table.draft->arena, &why);
    out->n = (uint32_t)n;
    if (status == COR_BAD_INPUT)
        refuse_line(reader, text, fault_at, why.text);
    return status != COR_NO_MEMORY;
}

static void refuse_id(const struct reader *reader, uint32_t first)
{
    struct cor_draft *draft = reader->table.draft;
    const struct cor_text id = cor_table_cell(&reader->table, reader->id);
    const struct cor_spot spot = cor_csv_spot(&reader->table.csv, reader->id);
    if (first == COR_NONE)
        cor_report_add(draft->report, COR_ERROR, "missing-value", spot, NULL,
                       "a geometry needs a geometry_id");
    else
        cor_report_add(draft->report, COR_ERROR, "duplicate-id", spot, NULL,
                       "geometry '%s' stands twice, first in line %u",
                       cor_draft_quote(draft, id),
                       cor_spot_place(cor_draft_spot(draft, first)).line);
}

static bool make_room(struct cor_table_geometry *geometry,
                      struct cor_arena *arena)
{
    size_t capacity = geometry->capacity;
    struct cor_draft_line *line = cor_arena_grow(
        arena, geometry->line, geometry->ids.n, &capacity, sizeof *line);
    uint32_t *spot = cor_arena_grow(arena, geometry->spot, geometry->ids.n,
                                    &geometry->capacity, sizeof *spot);
    if (line == NULL || spot == NULL)
        return false;
    geometry->line = line;
    geometry->spot = spot;
    return true;
}

static bool read_row(struct reader *reader)
{
    struct cor_table_geometry *geometry = reader->geometry;
    const struct cor_text id = cor_table_cell(&reader->table, reader->id);
    const uint32_t known = cor_names_find(&geometry->ids, id);
    if (id.n == 0 || known != COR_NONE) {
        refuse_id(reader, id.n == 0 ? COR_NONE : geometry->spot[known]);
        return true;
    }
    if (!make_room(geometry, reader->table.draft->arena))
        return false;
    const uint32_t number = cor_names_add(&geometry->ids, id);
    if (number == COR_NONE)
        return false;
    geometry->spot[number] = cor_table_spot(&reader->table, reader->line);
    return read_line(&geometry->line[number], reader);
}

static enum cor_status read_rows(struct reader *reader, struct cor_error *err)
{
    uint32_t *match = NULL;
    struct cor_foreign *foreign = reader->table.draft->foreign;
    if (foreign != NULL &&
        !cor_foreign_match(&match, &foreign->geometry, &reader->table))
        return COR_FAIL_MEMORY(err);
    for (;;) {
        bool more;
        const enum cor_status status =
            cor_table_next(&more, &reader->table, err);
        if (status != COR_OK || !more)
            return status;
        if (!read_row(reader) ||
            (foreign != NULL &&
             !cor_foreign_keep_row(&foreign->geometry, match, &reader->table,
                                   foreign->n_geometry++)))
            return COR_FAIL_MEMORY(err);
    }
}

enum cor_status cor_table_read_geometry(struct cor_table_folder *folder,
                                        struct cor_error *err)
{
    static const struct cor_known_columns known = {geometry_columns, 2};
    struct reader reader = {.geometry = &folder->geometry};
    cor_names_init(&folder->geometry.ids, folder->draft->arena);
    bool found;
    const enum cor_status status = cor_table_open(
        &found, &reader.table, folder, "geometry.csv", false, &known, err);
    if (status != COR_OK || !found)
        return status;
    folder->geometry.present = true;
    if (!reader.table.complete)
        return COR_OK;
    reader.id = cor_table_find(&reader.table, COR_CELL_GEOMETRY_ID, 0);
    reader.line = cor_table_find(&reader.table, COR_CELL_GEOMETRY, 0);
    return read_rows(&reader, err);
}
