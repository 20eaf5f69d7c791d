#include "exchange/native.h"

#include "exchange/field_text.h"
#include "exchange/native_foreign.h"

#include <math.h>
#include <string.h>

/* Rivals are made of what the check found out. */
static bool is_table(enum cor_kind kind)
{
    return cor_kinds[kind].table != NULL && kind != COR_KIND_RIVAL;
}

/* A table in the making. */
struct making {
    const struct cor_draft *draft;
    struct cor_sheet *sheet;
    enum cor_kind kind;
    bool checked;
    const char *name[COR_FIELD_LIMIT]; /* of columns */
    struct cor_native_foreign foreign;
    struct cor_buffer cell;
};

enum cor_status cor_native_set(struct cor_sheet *sheet,
                               const char *column,
                               enum cor_column_type type,
                               struct cor_text text,
                               struct cor_error *err)
{
    uint32_t number;
    enum cor_status status =
        cor_sheet_column(&number, sheet, cor_text_of(column), err);
    if (status == COR_OK)
        status = cor_sheet_copy(sheet, number, text, err);
    if (status == COR_OK)
        sheet->column[number].type = type;
    return status;
}

static enum cor_status put(struct making *making,
                           const char *column,
                           enum cor_column_type type,
                           struct cor_error *err)
{
    const struct cor_text text = {making->cell.at, making->cell.n};
    const enum cor_status status =
        making->cell.failed
            ? COR_FAIL_MEMORY(err)
            : cor_native_set(making->sheet, column, type, text, err);
    making->cell.n = 0;
    return status;
}

static enum cor_column_type type_of(const struct cor_field *field)
{
    switch (field->type) {
    case COR_TYPE_NUMBER:
        return COR_COLUMN_NUMBER;
    case COR_TYPE_QUANTITY:
        return (field->dimensions & (field->dimensions - 1)) == 0 ||
                       cor_field_unit_column(field) != NULL
                   ? COR_COLUMN_NUMBER
                   : COR_COLUMN_TEXT;
    case COR_TYPE_WHOLE:
        return COR_COLUMN_WHOLE;
    case COR_TYPE_BOOL:
        return COR_COLUMN_TRUTH;
    default:
        return COR_COLUMN_TEXT;
    }
}

static bool is_line(enum cor_field_type type)
{
    return type == COR_TYPE_WKT || type == COR_TYPE_POINTS;
}

static enum cor_status put_unit(struct making *making,
                                uint32_t field,
                                uint32_t record,
                                struct cor_error *err)
{
    const enum cor_dimension dimension =
        cor_field_dimension(making->draft, making->kind, field, record);
    cor_buffer_text(&making->cell,
                    cor_field_unit(making->kind, field, dimension)->name);
    return put(making,
               cor_field_unit_column(&cor_kinds[making->kind].field[field]),
               COR_COLUMN_TEXT, err);
}

static enum cor_status put_field(struct making *making,
                                 uint32_t field,
                                 uint32_t record,
                                 struct cor_error *err)
{
    const struct cor_field *row = &cor_kinds[making->kind].field[field];
    if (is_line(row->type) || row->type == COR_TYPE_TERMS ||
        !cor_field_stated(making->draft, making->kind, field, record))
        return COR_OK;
    cor_field_cell(&making->cell, making->draft, making->kind, field, record,
                   making->checked ? COR_QUANTITY_PLAIN : COR_QUANTITY_EXACT);
    const enum cor_status status =
        put(making, making->name[field], type_of(row), err);
    return status == COR_OK && cor_field_unit_column(row) != NULL
               ? put_unit(making, field, record, err)
               : status;
}

/* The record of a place that a link names, before names are resolved. */
static struct cor_point end_of(const struct making *making,
                               uint32_t field,
                               uint32_t link,
                               const uint32_t *place_of)
{
    const struct cor_draft *draft = making->draft;
    const uint32_t word = cor_draft_word(draft, COR_KIND_LINK, field, link);
    const uint32_t place = word == COR_NONE ? COR_NONE : place_of[word];
    return place == COR_NONE
               ? (struct cor_point){NAN, NAN}
               : (struct cor_point){cor_draft_number(draft, COR_KIND_PLACE,
                                                     COR_PLACE_LON, place),
                                    cor_draft_number(draft, COR_KIND_PLACE,
                                                     COR_PLACE_LAT, place)};
}

/* Points between are written with the ends that they lie between. */
static bool
line_between(struct making *making, uint32_t link, const uint32_t *place_of)
{
    const struct cor_draft_line via =
        cor_draft_line(making->draft, COR_KIND_LINK, COR_LINK_VIA, link);
    if (via.n == 0)
        return true;
    struct cor_point *point = cor_arena_array(
        making->cell.arena, struct cor_point, (size_t)via.n + 2);
    if (point == NULL)
        return false;
    point[0] = end_of(making, COR_LINK_FROM, link, place_of);
    memcpy(point + 1, via.point, via.n * sizeof *point);
    point[via.n + 1] = end_of(making, COR_LINK_TO, link, place_of);
    if (cor_point_valid(point[0]) && cor_point_valid(point[via.n + 1]))
        cor_field_line(&making->cell, point, (size_t)via.n + 2);
    return true;
}

static enum cor_status put_line(struct making *making,
                                uint32_t link,
                                const uint32_t *place_of,
                                struct cor_error *err)
{
    const struct cor_draft *draft = making->draft;
    const struct cor_draft_line whole =
        cor_draft_line(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link);
    if (making->checked)
        cor_field_line(&making->cell, draft->point + draft->first_point[link],
                       draft->first_point[link + 1] - draft->first_point[link]);
    else if (whole.n >= 2)
        cor_field_line(&making->cell, whole.point, whole.n);
    else if (!line_between(making, link, place_of))
        return COR_FAIL_MEMORY(err);
    return making->cell.n == 0 ? COR_OK
                               : put(making, "geometry", COR_COLUMN_TEXT, err);
}

/* In tables an unstated `directed` means one-way, in scenarios two-way. */
static enum cor_status put_link(struct making *making,
                                uint32_t link,
                                const uint32_t *place_of,
                                struct cor_error *err)
{
    const struct cor_draft *draft = making->draft;
    enum cor_status status = put_line(making, link, place_of, err);
    if (status == COR_OK &&
        !cor_field_stated(draft, COR_KIND_LINK, COR_LINK_ONE_WAY, link)) {
        cor_buffer_text(&making->cell, "0");
        status =
            put(making, making->name[COR_LINK_ONE_WAY], COR_COLUMN_TRUTH, err);
    }
    if (status != COR_OK || !making->checked)
        return status;
    cor_buffer_number(&making->cell, draft->geodesic_m[link] / 1000);
    return put(making, "geodesic_km", COR_COLUMN_NUMBER, err);
}

static enum cor_status
put_place(struct making *making, uint32_t place, struct cor_error *err)
{
    if (!making->checked)
        return COR_OK;
    cor_field_line(&making->cell, &making->draft->at[place], 1);
    return put(making, "geometry", COR_COLUMN_TEXT, err);
}

static enum cor_status put_record(struct making *making,
                                  uint32_t record,
                                  const uint32_t *place_of,
                                  struct cor_error *err)
{
    enum cor_status status = cor_sheet_row(making->sheet, 0, err);
    for (uint32_t i = 0;
         i < cor_kinds[making->kind].n_field && status == COR_OK; i++)
        status = put_field(making, i, record, err);
    if (status == COR_OK && making->kind == COR_KIND_LINK)
        status = put_link(making, record, place_of, err);
    if (status == COR_OK && making->kind == COR_KIND_PLACE)
        status = put_place(making, record, err);
    if (status == COR_OK)
        status = cor_native_foreign_put(&making->foreign, making->sheet, record,
                                        err);
    return status;
}

static struct cor_sheet *add_sheet(struct cor_sheets *sheets,
                                   enum cor_kind kind)
{
    const char *table = cor_kinds[kind].table;
    const char *name = cor_text_copy(
        sheets->arena, (struct cor_text){table, strlen(table) - 4});
    return name == NULL ? NULL : cor_sheet_add(sheets, name, NULL);
}

/* Whether any record that counts states a field; of lines in either way. */
static bool
is_used(const struct making *making, const bool *living, uint32_t field)
{
    const struct cor_draft *draft = making->draft;
    const bool is_geometry =
        making->kind == COR_KIND_LINK && field == COR_LINK_GEOMETRY;
    for (uint32_t i = 0; i < draft->table[making->kind].n; i++)
        if (living[i] && (cor_field_stated(draft, making->kind, field, i) ||
                          (is_geometry && (making->checked ||
                                           cor_field_stated(draft, making->kind,
                                                            COR_LINK_VIA, i)))))
            return true;
    return cor_kinds[making->kind].field[field].required;
}

static enum cor_status
add_column(struct making *making, const char *name, struct cor_error *err)
{
    uint32_t column;
    return cor_sheet_column(&column, making->sheet, cor_text_of(name), err);
}

/* Columns stand in the order of the fields, whichever record states them
   first; the ones that none states are left out. */
static enum cor_status
add_columns(struct making *making, const bool *living, struct cor_error *err)
{
    enum cor_status status = COR_OK;
    for (uint32_t i = 0;
         i < cor_kinds[making->kind].n_field && status == COR_OK; i++) {
        const struct cor_field *row = &cor_kinds[making->kind].field[i];
        making->name[i] =
            cor_native_column(making->kind, i, making->sheet->in->arena);
        if (making->name[i] == NULL)
            return COR_FAIL_MEMORY(err);
        if (row->type == COR_TYPE_POINTS || !is_used(making, living, i))
            continue;
        status = add_column(making, making->name[i], err);
        if (status == COR_OK && cor_field_unit_column(row) != NULL)
            status = add_column(making, cor_field_unit_column(row), err);
    }
    return status;
}

/* What the check found out stands before what others say. */
static enum cor_status add_measured(struct making *making,
                                    struct cor_error *err)
{
    static const char *const columns[COR_N_KIND] = {
        [COR_KIND_PLACE] = "geometry", [COR_KIND_LINK] = "geodesic_km"};
    const char *name = columns[making->kind];
    return name == NULL || making->draft->table[making->kind].n == 0
               ? COR_OK
               : add_column(making, name, err);
}

static enum cor_status fill(struct making *making,
                            const bool *living,
                            const uint32_t *place_of,
                            struct cor_error *err)
{
    const struct cor_draft_table *table = &making->draft->table[making->kind];
    enum cor_status status = add_columns(making, living, err);
    if (status == COR_OK && making->checked)
        status = add_measured(making, err);
    if (status == COR_OK)
        status =
            cor_native_foreign_begin(&making->foreign, making->sheet,
                                     &making->draft->foreign->of[making->kind],
                                     living, making->cell.arena, err);
    for (uint32_t i = 0; i < table->n && status == COR_OK; i++)
        if (living[i])
            status = put_record(making, i, place_of, err);
    making->sheet->geometry = cor_sheet_find(making->sheet, "geometry");
    return status;
}

/* Only what is left when the scratch arena goes is kept. */
static enum cor_status make_table(struct cor_sheets *sheets,
                                  struct making *making,
                                  const uint32_t *place_of,
                                  struct cor_error *err)
{
    bool *living;
    if (!cor_native_living(&living, making->draft, making->kind,
                           making->cell.arena))
        return COR_FAIL_MEMORY(err);
    uint32_t n = 0;
    for (uint32_t i = 0; i < making->draft->table[making->kind].n; i++)
        n += living[i];
    const bool needed =
        making->kind == COR_KIND_PLACE || making->kind == COR_KIND_LINK;
    if (n == 0 && !needed)
        return COR_OK;
    making->sheet = add_sheet(sheets, making->kind);
    return making->sheet == NULL ? COR_FAIL_MEMORY(err)
                                 : fill(making, living, place_of, err);
}

static uint32_t *find_places(const struct cor_draft *draft,
                             struct cor_arena *arena)
{
    const uint32_t n = draft->names[COR_SPACE_PLACE].n;
    uint32_t *place_of = cor_arena_array(arena, uint32_t, n);
    for (uint32_t i = 0; place_of != NULL && i < n; i++)
        place_of[i] = COR_NONE;
    for (uint32_t i = 0; place_of != NULL && i < draft->table[COR_KIND_PLACE].n;
         i++) {
        const uint32_t word =
            cor_draft_word(draft, COR_KIND_PLACE, COR_PLACE_ID, i);
        if (word != COR_NONE && !draft->table[COR_KIND_PLACE].dead[i])
            place_of[word] = i;
    }
    return place_of;
}

enum cor_status cor_native_tables(struct cor_sheets *sheets,
                                  const struct cor_draft *draft,
                                  bool checked,
                                  struct cor_error *err)
{
    struct cor_arena scratch;
    cor_arena_init(&scratch, SIZE_MAX);
    const uint32_t *place_of = find_places(draft, &scratch);
    enum cor_status status = place_of == NULL ? COR_FAIL_MEMORY(err) : COR_OK;
    for (enum cor_kind kind = 0; kind < COR_N_KIND && status == COR_OK;
         kind++) {
        struct making making = {.draft = draft,
                                .kind = kind,
                                .checked = checked,
                                .cell = {.arena = &scratch}};
        if (!is_table(kind))
            continue;
        status = make_table(sheets, &making, place_of, err);
    }
    cor_arena_finish(&scratch);
    return status;
}
