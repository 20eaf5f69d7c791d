#include "exchange/import.h"

#include <corridor/base/number.h>

#include <math.h>
#include <string.h>

#include "exchange/field_text.h"

/* What becomes of the rows of a sheet. */
enum role {
    ROLE_NODE,
    ROLE_LINK,
    ROLE_FEATURES, /* of each row by its geometry */
    ROLE_TABLE,    /* one of ours, taken as it is */
    ROLE_UNKNOWN,
};

/* A sheet that is being read. */
struct sheet_reading {
    struct cor_importing *import;
    struct cor_sheet *sheet;
    struct cor_matched *node, *link;
    uint32_t geometry; /* column, or COR_NONE */
    bool is_feature;   /* rows are features: lines are two-way unless they say
                          otherwise, and their ends are found */
};

static bool has(const struct cor_matched *match,
                const struct cor_sheet *sheet,
                uint32_t field)
{
    return cor_import_find(match, sheet, field) != COR_NONE;
}

static bool is_table(const char *name)
{
    const char *const more[] = {"config", "geometry"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (strcmp(name, more[i]) == 0)
            return true;
    return cor_import_kind(name) != COR_N_KIND;
}

static enum role role_of(struct sheet_reading *r)
{
    const struct cor_sheet *sheet = r->sheet;
    const bool ends =
        has(r->link, sheet, COR_LINK_FROM) && has(r->link, sheet, COR_LINK_TO);
    const bool point = has(r->node, sheet, COR_PLACE_LON) &&
                       has(r->node, sheet, COR_PLACE_LAT);
    if (sheet->geometry != COR_NONE) {
        r->geometry = sheet->geometry;
        r->is_feature = true;
        return ROLE_FEATURES;
    }
    if (strcmp(sheet->name, "link") == 0 || (ends && !point))
        return ROLE_LINK;
    if (strcmp(sheet->name, "node") == 0 || (point && !ends))
        return ROLE_NODE;
    if (is_table(sheet->name))
        return ROLE_TABLE;
    r->geometry = cor_import_find(r->link, sheet, COR_LINK_GEOMETRY);
    r->is_feature = true;
    return r->geometry != COR_NONE ? ROLE_FEATURES : ROLE_UNKNOWN;
}

/* Copy what a row states, but for fields that are found otherwise. */
static enum cor_status copy_cells(struct sheet_reading *r,
                                  struct cor_target *target,
                                  struct cor_matched *match,
                                  size_t row,
                                  const uint32_t *but,
                                  size_t n_but)
{
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < r->sheet->n_column && status == COR_OK; i++) {
        const struct cor_text cell = cor_sheet_cell(r->sheet, i, row);
        bool skip = cell.at == NULL;
        for (size_t k = 0; k < n_but && !skip; k++)
            skip = match[i].field == but[k];
        if (cell.at == NULL || (i == r->geometry && match == r->node))
            continue;
        match[i].is_used = true;
        if (!skip)
            status = cor_import_put(r->import, target, match[i].name, cell);
    }
    return status;
}

static struct cor_text field_cell(const struct sheet_reading *r,
                                  const struct cor_matched *match,
                                  uint32_t field,
                                  size_t row)
{
    return cor_sheet_cell(r->sheet, cor_import_find(match, r->sheet, field),
                          row);
}

/* What cannot be read is left for the loader to complain of. */
static enum cor_status put_coordinates(struct sheet_reading *r,
                                       size_t row,
                                       const struct cor_shape *shape)
{
    struct cor_importing *import = r->import;
    const uint32_t x = cor_import_find(r->node, r->sheet, COR_PLACE_LON);
    const uint32_t y = cor_import_find(r->node, r->sheet, COR_PLACE_LAT);
    const struct cor_text x_cell = cor_sheet_cell(r->sheet, x, row);
    const struct cor_text y_cell = cor_sheet_cell(r->sheet, y, row);
    struct cor_point point;
    uint32_t column = r->geometry;
    enum cor_status status = COR_OK;
    if (shape->type == COR_SHAPE_POINT) {
        point = shape->point[0];
    } else if (x_cell.at != NULL && y_cell.at != NULL &&
               cor_number_parse(&point.lon, x_cell) &&
               cor_number_parse(&point.lat, y_cell)) {
        column = x;
    } else {
        if (x_cell.at != NULL)
            status = cor_import_put(import, &import->node, "x_coord", x_cell);
        if (y_cell.at != NULL && status == COR_OK)
            status = cor_import_put(import, &import->node, "y_coord", y_cell);
        return status;
    }
    status = cor_import_points(import, &point, 1, r->sheet, column, row);
    if (status == COR_OK)
        status = cor_import_number(import, &import->node, "x_coord", point.lon);
    return status == COR_OK
               ? cor_import_number(import, &import->node, "y_coord", point.lat)
               : status;
}

static enum cor_status
read_node(struct sheet_reading *r, size_t row, const struct cor_shape *shape)
{
    static const uint32_t but[] = {COR_PLACE_ID, COR_PLACE_LON, COR_PLACE_LAT};
    struct cor_importing *import = r->import;
    enum cor_status status = cor_import_row(import, &import->node,
                                            (struct cor_origin){r->sheet, row});
    if (status == COR_OK)
        status = cor_import_id(import, &import->node,
                               field_cell(r, r->node, COR_PLACE_ID, row),
                               r->sheet, row);
    if (status == COR_OK)
        status = put_coordinates(r, row, shape);
    return status == COR_OK ? copy_cells(r, &import->node, r->node, row, but, 3)
                            : status;
}

static enum cor_status
put_line(struct sheet_reading *r, size_t row, const struct cor_shape *shape)
{
    struct cor_importing *import = r->import;
    struct cor_arena scratch;
    cor_arena_init(&scratch, SIZE_MAX);
    struct cor_point *point =
        cor_arena_copy(&scratch, shape->point, shape->n, sizeof *point);
    struct cor_buffer text = {.arena = &scratch};
    enum cor_status status =
        point == NULL ? COR_FAIL_MEMORY(import->err)
                      : cor_import_points(import, point, shape->n, r->sheet,
                                          r->geometry, row);
    if (status == COR_OK) {
        cor_field_line(&text, point, shape->n);
        status = text.failed
                     ? COR_FAIL_MEMORY(import->err)
                     : cor_import_put(import, &import->link, "geometry",
                                      (struct cor_text){text.at, text.n});
    }
    cor_arena_finish(&scratch);
    return status;
}

/* Lines of features know no direction, as a rule. */
static enum cor_status put_direction(struct sheet_reading *r, size_t row)
{
    struct cor_importing *import = r->import;
    if (!r->is_feature ||
        field_cell(r, r->link, COR_LINK_ONE_WAY, row).at != NULL)
        return COR_OK;
    const enum cor_status status =
        cor_import_put(import, &import->link, "directed",
                       cor_text_of(r->sheet->is_directed ? "1" : "0"));
    return status != COR_OK || r->sheet->is_directed
               ? status
               : cor_import_count(import, "two-way", false,
                                  "lines that do not say whether they are "
                                  "one-way, taken as two-way",
                                  r->sheet, COR_NONE, row, "");
}

static enum cor_status put_mode(struct sheet_reading *r, size_t row)
{
    struct cor_importing *import = r->import;
    if (import->how->mode == NULL ||
        field_cell(r, r->link, COR_LINK_MODE, row).at != NULL)
        return COR_OK;
    const enum cor_status status = cor_import_put(
        import, &import->link, "facility_type", cor_text_of(import->how->mode));
    return status != COR_OK
               ? status
               : cor_import_count(import, "mode-given", false,
                                  "links without a mode, which got that of "
                                  "--mode",
                                  r->sheet, COR_NONE, row, import->how->mode);
}

static enum cor_status
put_end(struct sheet_reading *r, size_t row, uint32_t field, const char *column)
{
    const struct cor_text cell = field_cell(r, r->link, field, row);
    if (cell.at == NULL && !r->is_feature)
        return COR_OK;
    return cor_import_put(r->import, &r->import->link, column,
                          cell.at != NULL ? cell
                                          : cor_text_of(COR_IMPORT_OPEN_END));
}

static enum cor_status
read_link(struct sheet_reading *r, size_t row, const struct cor_shape *shape)
{
    static const uint32_t but[] = {COR_LINK_ID, COR_LINK_FROM, COR_LINK_TO,
                                   COR_LINK_GEOMETRY};
    struct cor_importing *import = r->import;
    const bool has_line = shape->type == COR_SHAPE_LINE;
    enum cor_status status = cor_import_row(import, &import->link,
                                            (struct cor_origin){r->sheet, row});
    if (status == COR_OK)
        status = cor_import_id(import, &import->link,
                               field_cell(r, r->link, COR_LINK_ID, row),
                               r->sheet, row);
    if (status == COR_OK)
        status = put_end(r, row, COR_LINK_FROM, "from_node_id");
    if (status == COR_OK)
        status = put_end(r, row, COR_LINK_TO, "to_node_id");
    if (status == COR_OK)
        status = put_direction(r, row);
    if (status == COR_OK)
        status = put_mode(r, row);
    if (status == COR_OK)
        status =
            copy_cells(r, &import->link, r->link, row, but, has_line ? 4 : 3);
    return status == COR_OK && has_line ? put_line(r, row, shape) : status;
}

/* An edge that leads back along a two-way link, as our GraphML has them. */
static bool is_back(const struct sheet_reading *r, size_t row)
{
    return cor_sheet_cell(r->sheet, cor_sheet_find(r->sheet, "reverse_of"), row)
               .at != NULL;
}

static enum cor_status
lose_feature(struct sheet_reading *r, size_t row, const struct cor_shape *shape)
{
    const struct cor_text cell = cor_sheet_cell(r->sheet, r->geometry, row);
    const char *open = cell.at == NULL ? NULL : memchr(cell.at, ' ', cell.n);
    const size_t n = open == NULL ? cell.n : (size_t)(open - cell.at);
    const char *type = cor_text_escape(
        r->import->arena, (struct cor_text){cell.at, n < 40 ? n : 40});
    if (shape->type == COR_SHAPE_OTHER)
        return cor_import_count(r->import, "other-geometry", true,
                                "features that are neither points nor lines",
                                r->sheet, COR_NONE, row,
                                type == NULL ? "" : type);
    return cor_import_count(r->import, "no-geometry", true,
                            "features without geometry and without ends",
                            r->sheet, COR_NONE, row, "");
}

static enum cor_status
route(struct sheet_reading *r, size_t row, const struct cor_shape *shape)
{
    const bool ends = field_cell(r, r->link, COR_LINK_FROM, row).at != NULL &&
                      field_cell(r, r->link, COR_LINK_TO, row).at != NULL;
    const bool point = field_cell(r, r->node, COR_PLACE_LON, row).at != NULL &&
                       field_cell(r, r->node, COR_PLACE_LAT, row).at != NULL;
    if (is_back(r, row))
        return cor_import_count(r->import, "edge-back", false,
                                "edges back of two-way links, joined with them",
                                r->sheet, COR_NONE, row, "");
    if (shape->type == COR_SHAPE_LINE ||
        (ends && shape->type == COR_SHAPE_NONE))
        return read_link(r, row, shape);
    if (shape->type == COR_SHAPE_POINT ||
        (point && shape->type == COR_SHAPE_NONE))
        return read_node(r, row, shape);
    return lose_feature(r, row, shape);
}

/* What cannot be read is an error at its cell, and no feature. */
static enum cor_status read_feature(struct sheet_reading *r, size_t row)
{
    struct cor_importing *import = r->import;
    struct cor_arena scratch;
    struct cor_shape shape = {0};
    struct cor_error why = {0};
    cor_arena_init(&scratch, SIZE_MAX);
    const struct cor_text cell = cor_sheet_cell(r->sheet, r->geometry, row);
    enum cor_status status =
        cell.at == NULL ? COR_OK : cor_shape_read(&shape, cell, &scratch, &why);
    if (status == COR_BAD_INPUT) {
        const char *message = cor_text_print(
            &scratch, "the geometry cannot be read: %s", why.text);
        cor_import_say(import, COR_ERROR, "bad-geometry",
                       (struct cor_origin){r->sheet, row}, r->geometry, NULL,
                       message == NULL ? why.text : message);
        status = COR_OK;
    } else if (status == COR_OK) {
        status = route(r, row, &shape);
    } else {
        status = COR_FAIL_MEMORY(import->err);
    }
    cor_arena_finish(&scratch);
    return status;
}

static enum cor_status
read_row(struct sheet_reading *r, enum role role, size_t row)
{
    const struct cor_shape none = {0};
    if (role == ROLE_FEATURES)
        return read_feature(r, row);
    if (role == ROLE_LINK && is_back(r, row))
        return route(r, row, &none);
    return role == ROLE_NODE ? read_node(r, row, &none)
                             : read_link(r, row, &none);
}

static enum cor_status tell_empty(struct sheet_reading *r)
{
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < r->sheet->n_column && status == COR_OK; i++)
        if (r->sheet->column[i].n_cell == 0)
            status =
                cor_import_count(r->import, "empty-column", false,
                                 "columns without a value, left out", r->sheet,
                                 COR_NONE, 0, r->sheet->column[i].name);
    return status;
}

static enum cor_status finish(struct sheet_reading *r)
{
    const bool good =
        cor_import_note(r->import, r->sheet, r->node, COR_KIND_PLACE) &&
        cor_import_note(r->import, r->sheet, r->link, COR_KIND_LINK);
    return good ? tell_empty(r) : COR_FAIL_MEMORY(r->import->err);
}

static enum cor_status read_sheet(struct cor_importing *import,
                                  struct cor_sheet *sheet)
{
    struct sheet_reading r = {
        .import = import,
        .sheet = sheet,
        .node = cor_import_match(import, sheet, COR_KIND_PLACE),
        .link = cor_import_match(import, sheet, COR_KIND_LINK),
        .geometry = COR_NONE,
    };
    if (r.node == NULL || r.link == NULL)
        return COR_FAIL_MEMORY(import->err);
    const enum role role = role_of(&r);
    if (role == ROLE_TABLE)
        return cor_import_table(import, sheet);
    if (role == ROLE_UNKNOWN)
        return cor_import_count(import, "unknown-table", true,
                                "tables and layers that are not understood",
                                sheet, COR_NONE, 0, sheet->name);
    enum cor_status status = COR_OK;
    for (size_t row = 0; row < sheet->n && status == COR_OK; row++)
        status = read_row(&r, role, row);
    return status == COR_OK ? finish(&r) : status;
}

enum cor_status cor_import_rows(struct cor_importing *import)
{
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < import->theirs.n && status == COR_OK; i++)
        status = read_sheet(import, import->theirs.sheet[i]);
    return status;
}
