#include "exchange/tables.h"

#include <corridor/base/csv.h>
#include <corridor/base/file.h>

#include <string.h>

#include "exchange/buffer.h"

/* A table that is being read. */
struct reading {
    struct cor_sheet *sheet;
    struct cor_csv csv;
    struct cor_arena row; /* of the cells of a row */
    uint32_t *column;     /* [n_column] of the sheet; COR_NONE: without name */
    size_t n_column;
};

static bool is_piece(const struct reading *reading, struct cor_text text)
{
    const struct cor_source *source = reading->csv.source;
    return text.at >= source->bytes && text.at < source->bytes + source->n;
}

static void refuse_twice(const struct reading *reading, size_t column)
{
    const struct cor_text name = cor_text_trim(reading->csv.cell[column].text);
    const char *shown = cor_text_escape(reading->sheet->in->arena, name);
    cor_report_add(reading->csv.report, COR_ERROR, "duplicate-column",
                   cor_csv_spot(&reading->csv, column), NULL,
                   "column '%s' stands twice", shown == NULL ? "?" : shown);
}

static enum cor_status read_header(struct reading *reading,
                                   struct cor_error *err)
{
    struct cor_sheet *sheet = reading->sheet;
    reading->n_column = reading->csv.n_cell;
    reading->column =
        cor_arena_array(sheet->in->arena, uint32_t, reading->n_column);
    if (reading->column == NULL)
        return COR_FAIL_MEMORY(err);
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < reading->n_column && status == COR_OK; i++) {
        const struct cor_text name = cor_text_trim(reading->csv.cell[i].text);
        const uint32_t before = sheet->n_column;
        reading->column[i] = COR_NONE;
        if (name.n == 0)
            continue;
        status = cor_sheet_column(&reading->column[i], sheet, name, err);
        if (status == COR_OK && sheet->n_column == before) {
            refuse_twice(reading, i);
            reading->column[i] = COR_NONE;
        }
    }
    return status;
}

/* Cells are pieces of the file but for those with doubled quotes. */
static enum cor_status read_row(struct reading *reading, struct cor_error *err)
{
    struct cor_sheet *sheet = reading->sheet;
    enum cor_status status =
        cor_sheet_row(sheet, reading->csv.cell[0].offset, err);
    for (size_t i = 0; i < reading->n_column && status == COR_OK; i++) {
        const struct cor_text text = cor_text_trim(reading->csv.cell[i].text);
        if (text.n == 0 || reading->column[i] == COR_NONE)
            continue;
        status = is_piece(reading, text)
                     ? cor_sheet_set(sheet, reading->column[i], text, err)
                     : cor_sheet_copy(sheet, reading->column[i], text, err);
    }
    return status;
}

static enum cor_status read_rows(struct reading *reading, struct cor_error *err)
{
    bool more;
    enum cor_status status = cor_csv_next(&more, &reading->csv, err);
    if (status == COR_OK && !more)
        cor_report_add(reading->csv.report, COR_ERROR, "empty-table",
                       (struct cor_spot){reading->csv.source, 0}, NULL,
                       "the table is empty: not even column names stand here");
    if (status == COR_OK && more)
        status = read_header(reading, err);
    while (status == COR_OK && more) {
        status = cor_csv_next(&more, &reading->csv, err);
        if (status == COR_OK && more)
            status = read_row(reading, err);
    }
    return status;
}

static enum cor_status read_source(struct cor_sheets *sheets,
                                   const struct cor_source *source,
                                   const char *name,
                                   struct cor_error *err)
{
    struct reading reading = {.sheet = cor_sheet_add(sheets, name, source)};
    if (reading.sheet == NULL)
        return COR_FAIL_MEMORY(err);
    cor_arena_init(&reading.row, SIZE_MAX);
    enum cor_status status = COR_OK;
    if (cor_csv_begin(&reading.csv, source, sheets->report, &reading.row))
        status = read_rows(&reading, err);
    cor_arena_finish(&reading.row);
    return status;
}

enum cor_status cor_tables_read(struct cor_sheets *sheets,
                                const char *path,
                                const char *name,
                                struct cor_error *err)
{
    struct cor_source source;
    const enum cor_status status = cor_file_read(
        &source, path, NULL, COR_FORMAT_LARGEST, sheets->arena, err);
    if (status != COR_OK)
        return status;
    const struct cor_source *kept =
        cor_arena_copy(sheets->arena, &source, 1, sizeof source);
    return kept == NULL ? COR_FAIL_MEMORY(err)
                        : read_source(sheets, kept, name, err);
}

/* RFC 4180, section 2, rules 6 and 7; blanks at the ends would be trimmed. */
static bool needs_quotes(struct cor_text text)
{
    for (size_t i = 0; i < text.n; i++)
        if (strchr(",\"\r\n", text.at[i]) != NULL)
            return true;
    return false;
}

static void write_cell(struct cor_buffer *buffer, struct cor_text text)
{
    if (!needs_quotes(text)) {
        cor_buffer_add(buffer, text.at, text.n);
        return;
    }
    cor_buffer_add(buffer, "\"", 1);
    for (size_t i = 0; i < text.n; i++) {
        if (text.at[i] == '"')
            cor_buffer_add(buffer, "\"", 1);
        cor_buffer_add(buffer, &text.at[i], 1);
    }
    cor_buffer_add(buffer, "\"", 1);
}

/* A row without values would be an empty line, which is none. */
static void end_row(struct cor_buffer *buffer, size_t begin)
{
    if (buffer->n == begin)
        cor_buffer_text(buffer, "\"\"");
    cor_buffer_add(buffer, "\n", 1);
}

static void write_rows(struct cor_buffer *buffer, const struct cor_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        cor_buffer_add(buffer, ",", i != 0);
        write_cell(buffer, cor_text_of(sheet->column[i].name));
    }
    cor_buffer_add(buffer, "\n", 1);
    for (size_t row = 0; row < sheet->n && !buffer->failed; row++) {
        const size_t begin = buffer->n;
        for (uint32_t i = 0; i < sheet->n_column; i++) {
            cor_buffer_add(buffer, ",", i != 0);
            write_cell(buffer, cor_sheet_cell(sheet, i, row));
        }
        end_row(buffer, begin);
    }
}

enum cor_status cor_tables_write(struct cor_file *file,
                                 const struct cor_sheet *sheet,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    struct cor_buffer buffer = {.arena = arena};
    const char *name = cor_text_print(arena, "%s.csv", sheet->name);
    write_rows(&buffer, sheet);
    if (name == NULL || buffer.failed)
        return COR_FAIL_MEMORY(err);
    *file = (struct cor_file){name, buffer.at, buffer.n};
    return COR_OK;
}
