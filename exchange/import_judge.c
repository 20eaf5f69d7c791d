#include "exchange/import.h"

#include <corridor/model/load.h>

#include <string.h>

#include "exchange/tables.h"

/* A table that was loaded, and where its rows begin. */
struct judged {
    const struct cor_target *target;
    const struct cor_file *file;
    size_t n;       /* rows, the header being row 0 */
    uint32_t *line; /* [n] from 1 */
    size_t *offset; /* [n] */
    bool is_indexed;
};

/* Rows are told apart by line ends that stand in no quotes. */
static bool index_rows(struct judged *judged, struct cor_arena *arena)
{
    const struct cor_file *file = judged->file;
    const size_t n = judged->target->sheet->n + 1;
    uint32_t line = 1;
    bool quoted = false, begins = true;
    judged->line = cor_arena_array(arena, uint32_t, n);
    judged->offset = cor_arena_array(arena, size_t, n);
    if (judged->line == NULL || judged->offset == NULL)
        return false;
    for (size_t i = 0; i < file->n; i++) {
        if (begins && judged->n < n) {
            judged->line[judged->n] = line;
            judged->offset[judged->n++] = i;
        }
        quoted ^= file->bytes[i] == '"';
        line += file->bytes[i] == '\n';
        begins = file->bytes[i] == '\n' && !quoted;
    }
    judged->is_indexed = true;
    return true;
}

/* The last row that begins no later than a line. */
static size_t row_of(const struct judged *judged, uint32_t line)
{
    size_t first = 0, end = judged->n;
    while (end - first > 1) {
        const size_t middle = first + (end - first) / 2;
        if (judged->line[middle] <= line)
            first = middle;
        else
            end = middle;
    }
    return first;
}

/* The column of our table that a character of a row's first line stands in. */
static uint32_t
column_of(const struct judged *judged, size_t row, struct cor_place place)
{
    const struct cor_file *file = judged->file;
    uint32_t column = 0, characters = 1;
    bool quoted = false;
    if (place.line != judged->line[row])
        return COR_NONE;
    for (size_t i = judged->offset[row];
         i < file->n && characters < place.column; i++) {
        quoted ^= file->bytes[i] == '"';
        column += file->bytes[i] == ',' && !quoted;
        characters += ((unsigned char)file->bytes[i] & 0xC0) != 0x80;
    }
    return column < judged->target->sheet->n_column ? column : COR_NONE;
}

/* What a column of ours was in the foreign sheet. */
static uint32_t theirs_of(const struct cor_importing *import,
                          const struct cor_sheet *sheet,
                          const char *ours)
{
    const struct cor_import *out = import->out;
    for (size_t i = 0; i < out->n_match; i++)
        if (out->match[i].ours != NULL &&
            strcmp(out->match[i].sheet, sheet->name) == 0 &&
            strcmp(out->match[i].ours, ours) == 0)
            return cor_sheet_find(sheet, out->match[i].theirs);
    const uint32_t same = cor_sheet_find(sheet, ours);
    return same != COR_NONE ? same : sheet->geometry;
}

static struct cor_origin origin_of(const struct judged *judged, size_t row)
{
    const struct cor_target *target = judged->target;
    if (row == 0)
        return (struct cor_origin){target->origin != NULL &&
                                           target->sheet->n != 0
                                       ? target->origin[0].sheet
                                       : target->sheet,
                                   SIZE_MAX};
    return target->origin != NULL ? target->origin[row - 1]
                                  : (struct cor_origin){target->sheet, row - 1};
}

static void tell_there(struct cor_importing *import,
                       const struct judged *judged,
                       const struct cor_diagnostic *item)
{
    const size_t row = row_of(judged, item->place.line);
    const uint32_t column = column_of(judged, row, item->place);
    const struct cor_origin origin = origin_of(judged, row);
    uint32_t theirs = COR_NONE;
    if (origin.sheet != NULL && origin.row != SIZE_MAX && column != COR_NONE)
        theirs = theirs_of(import, origin.sheet,
                           judged->target->sheet->column[column].name);
    cor_import_say(import, item->severity, item->code, origin, theirs,
                   item->suggestion, item->message);
}

/* The table that a complaint is about: files are named "path/node.csv". */
static struct judged *
find_judged(struct judged *list, size_t n, const char *file)
{
    const char *slash = file == NULL ? NULL : strrchr(file, '/');
    for (size_t i = 0; slash != NULL && i < n; i++)
        if (strcmp(list[i].file->name, slash + 1) == 0)
            return &list[i];
    return NULL;
}

/* That columns are not read is told where columns are listed. */
static bool is_told_elsewhere(const struct cor_diagnostic *item)
{
    return strcmp(item->code, "unread-column") == 0;
}

static enum cor_status tell(struct cor_importing *import,
                            struct judged *list,
                            size_t n,
                            const struct cor_report *report)
{
    struct cor_report *told = import->report;
    for (size_t i = 0; i < report->n; i++) {
        const struct cor_diagnostic *item = &report->item[i];
        struct judged *judged = find_judged(list, n, item->place.file);
        if (is_told_elsewhere(item))
            continue;
        if (judged == NULL || item->place.line == 0) {
            cor_report_add(told, item->severity, item->code,
                           (struct cor_spot){0}, item->suggestion, "%s",
                           item->message);
            continue;
        }
        if (!judged->is_indexed && !index_rows(judged, import->arena))
            return COR_FAIL_MEMORY(import->err);
        tell_there(import, judged, item);
    }
    const size_t n_kept_error = told->n_error;
    if (report->n_error > n_kept_error)
        told->n_error = report->n_error;
    return COR_OK;
}

static enum cor_status add_table(struct cor_importing *import,
                                 struct judged *judged,
                                 const struct cor_target *target)
{
    struct cor_file file;
    enum cor_status status =
        cor_tables_write(&file, target->sheet, import->arena, import->err);
    if (status == COR_OK)
        status = cor_files_add(&import->out->files, file, import->err);
    *judged = (struct judged){.target = target};
    return status;
}

static enum cor_status load(struct cor_importing *import,
                            struct judged *list,
                            size_t n,
                            const char *path)
{
    struct cor_source *source =
        cor_arena_array(import->arena, struct cor_source, n);
    const struct cor_load how = {.as_of = COR_NO_DATE};
    struct cor_report report;
    enum cor_load_state state;
    if (source == NULL)
        return COR_FAIL_MEMORY(import->err);
    for (size_t i = 0; i < n; i++) {
        list[i].file = &import->out->files.file[i];
        source[i] = (struct cor_source){list[i].file->name, list[i].file->bytes,
                                        list[i].file->n};
        if (source[i].n >= UINT32_MAX)
            return COR_FAIL(import->err, COR_BAD_INPUT,
                            "the table %s is larger than 4 GB",
                            list[i].file->name);
    }
    cor_report_init(&report, import->arena);
    const enum cor_status status =
        cor_scenario_load_tables(&import->out->scenario, &state, path, source,
                                 n, &how, &report, import->arena, import->err);
    return status == COR_OK || status == COR_BAD_INPUT
               ? (tell(import, list, n, &report) == COR_OK
                      ? status
                      : COR_FAIL_MEMORY(import->err))
               : status;
}

enum cor_status cor_import_judge(struct cor_importing *import, const char *path)
{
    const struct cor_target *own[] = {&import->node, &import->link,
                                      &import->source};
    size_t n = 0;
    struct judged *list =
        cor_arena_array(import->arena, struct judged, import->n_other + 3);
    if (list == NULL)
        return COR_FAIL_MEMORY(import->err);
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < 3 && status == COR_OK; i++)
        if (own[i]->sheet->n_column != 0)
            status = add_table(import, &list[n++], own[i]);
    for (size_t i = 0; i < import->n_other && status == COR_OK; i++)
        status = add_table(import, &list[n++], &import->other[i]);
    return status == COR_OK ? load(import, list, n, path) : status;
}
