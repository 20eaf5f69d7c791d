#include <corridor/exchange/sheet.h>

#include <string.h>

void cor_sheets_init(struct cor_sheets *sheets,
                     struct cor_arena *arena,
                     struct cor_report *report)
{
    *sheets = (struct cor_sheets){.arena = arena, .report = report};
}

struct cor_sheet *cor_sheet_add(struct cor_sheets *sheets,
                                const char *name,
                                const struct cor_source *source)
{
    struct cor_arena *arena = sheets->arena;
    struct cor_sheet **list = cor_arena_grow(arena, sheets->sheet, sheets->n,
                                             &sheets->capacity, sizeof *list);
    if (list == NULL)
        return NULL;
    sheets->sheet = list;
    struct cor_sheet *sheet = cor_arena_array(arena, struct cor_sheet, 1);
    const char *copy = cor_text_copy(arena, cor_text_of(name));
    if (sheet == NULL || copy == NULL)
        return NULL;
    *sheet = (struct cor_sheet){
        .in = sheets, .name = copy, .source = source, .geometry = COR_NONE};
    cor_names_init(&sheet->names, arena);
    sheets->sheet[sheets->n++] = sheet;
    return sheet;
}

struct cor_sheet *cor_sheet_named(const struct cor_sheets *sheets,
                                  const char *name)
{
    for (size_t i = 0; i < sheets->n; i++)
        if (strcmp(sheets->sheet[i]->name, name) == 0)
            return sheets->sheet[i];
    return NULL;
}

uint32_t cor_sheet_find(const struct cor_sheet *sheet, const char *name)
{
    return cor_names_find(&sheet->names, cor_text_of(name));
}

enum cor_status cor_sheet_column(uint32_t *out,
                                 struct cor_sheet *sheet,
                                 struct cor_text name,
                                 struct cor_error *err)
{
    const uint32_t known = cor_names_find(&sheet->names, name);
    if (known != COR_NONE) {
        *out = known;
        return COR_OK;
    }
    if (sheet->n_column == COR_SHEET_COLUMNS)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "more than %d columns in one table, or properties in "
                        "one layer",
                        COR_SHEET_COLUMNS);
    struct cor_sheet_column *list =
        cor_arena_grow(sheet->in->arena, sheet->column, sheet->n_column,
                       &sheet->column_capacity, sizeof *list);
    if (list == NULL)
        return COR_FAIL_MEMORY(err);
    sheet->column = list;
    const uint32_t number = cor_names_add(&sheet->names, name);
    if (number == COR_NONE)
        return COR_FAIL_MEMORY(err);
    list[number] = (struct cor_sheet_column){.name = sheet->names.name[number]};
    sheet->n_column = number + 1;
    *out = number;
    return COR_OK;
}

enum cor_status
cor_sheet_row(struct cor_sheet *sheet, uint32_t offset, struct cor_error *err)
{
    uint32_t *list = cor_arena_grow(sheet->in->arena, sheet->offset, sheet->n,
                                    &sheet->capacity, sizeof *list);
    if (list == NULL)
        return COR_FAIL_MEMORY(err);
    sheet->offset = list;
    sheet->offset[sheet->n++] = offset;
    return COR_OK;
}

/* Room for the cell of the last row, rows before it being without value. */
static enum cor_status reach(struct cor_sheet *sheet,
                             struct cor_sheet_column *column,
                             struct cor_error *err)
{
    if (sheet->in->n_cell + (sheet->n - column->n_cell) > COR_SHEET_CELLS)
        return COR_FAIL(err, COR_BAD_INPUT, "more than %d values",
                        COR_SHEET_CELLS);
    while (column->n_cell < sheet->n) {
        struct cor_text *cell =
            cor_arena_grow(sheet->in->arena, column->cell, column->n_cell,
                           &column->capacity, sizeof *cell);
        if (cell == NULL)
            return COR_FAIL_MEMORY(err);
        column->cell = cell;
        cell[column->n_cell++] = (struct cor_text){0};
        sheet->in->n_cell++;
    }
    return COR_OK;
}

enum cor_status cor_sheet_set(struct cor_sheet *sheet,
                              uint32_t column,
                              struct cor_text text,
                              struct cor_error *err)
{
    struct cor_sheet_column *in = &sheet->column[column];
    if (text.at == NULL && in->n_cell < sheet->n)
        return COR_OK;
    const enum cor_status status = reach(sheet, in, err);
    if (status == COR_OK)
        in->cell[sheet->n - 1] = text;
    return status;
}

enum cor_status cor_sheet_copy(struct cor_sheet *sheet,
                               uint32_t column,
                               struct cor_text text,
                               struct cor_error *err)
{
    const char *copy = cor_text_copy(sheet->in->arena, text);
    if (copy == NULL)
        return COR_FAIL_MEMORY(err);
    return cor_sheet_set(sheet, column, (struct cor_text){copy, text.n}, err);
}

struct cor_spot
cor_sheet_spot(const struct cor_sheet *sheet, uint32_t column, size_t row)
{
    const struct cor_source *source = sheet->source;
    const struct cor_text cell = cor_sheet_cell(sheet, column, row);
    if (source == NULL)
        return (struct cor_spot){0};
    if (cell.at != NULL && cell.at >= source->bytes &&
        cell.at < source->bytes + source->n)
        return (struct cor_spot){source, (uint32_t)(cell.at - source->bytes)};
    return (struct cor_spot){source, row < sheet->n ? sheet->offset[row] : 0};
}

const char *cor_sheet_row_name(const struct cor_sheet *sheet,
                               size_t row,
                               struct cor_arena *arena)
{
    if (!sheet->is_numbered)
        return "";
    const char *name =
        cor_text_print(arena, "feature %zu of '%s'", row + 1, sheet->name);
    return name != NULL ? name : "";
}
