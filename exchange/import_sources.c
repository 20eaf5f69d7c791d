#include "exchange/import.h"

#include <stdio.h>
#include <string.h>

#include "exchange/native.h"

/* Where imported rows come from that say nothing else. */
static const char own_id[] = "imported";

/* The last part of a path, also of "a/b/". */
static struct cor_text last_part(const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    size_t start = n;
    while (start > 0 && path[start - 1] != '/')
        start--;
    return (struct cor_text){path + start, n - start};
}

static struct cor_target *target_of(struct cor_importing *import,
                                    const char *name)
{
    for (size_t i = 0; i < import->n_other; i++)
        if (strcmp(import->other[i].sheet->name, name) == 0)
            return &import->other[i];
    return NULL;
}

/* Ids that a table of sources has. */
static enum cor_status read_ids(struct cor_names *ids,
                                struct cor_importing *import)
{
    const struct cor_target *source = target_of(import, "source");
    for (size_t row = 0; source != NULL && row < source->sheet->n; row++) {
        const struct cor_text id = cor_import_cell(source, "source_id", row);
        if (id.at != NULL && cor_names_add(ids, id) == COR_NONE)
            return COR_FAIL_MEMORY(import->err);
    }
    return COR_OK;
}

static enum cor_status put(struct cor_importing *import,
                           struct cor_sheet *sheet,
                           const char *column,
                           const char *text)
{
    return text == NULL ? COR_OK
                        : cor_native_set(sheet, column, COR_COLUMN_TEXT,
                                         cor_text_of(text), import->err);
}

static enum cor_status add_source(struct cor_importing *import,
                                  const char *id,
                                  const char *title,
                                  const char *licence,
                                  const char *grade)
{
    struct cor_sheet *sheet = import->source.sheet;
    enum cor_status status =
        cor_import_row(import, &import->source, (struct cor_origin){0});
    if (status == COR_OK)
        status = put(import, sheet, "source_id", id);
    if (status == COR_OK)
        status = put(import, sheet, "title", title);
    if (status == COR_OK)
        status = put(import, sheet, "licence", licence);
    return status == COR_OK ? put(import, sheet, "grade", grade) : status;
}

static bool names_source(const char *column)
{
    const size_t n = strlen(column), n_end = strlen("_source");
    return strcmp(column, "source") == 0 ||
           (n > n_end && strcmp(column + n - n_end, "_source") == 0);
}

static bool is_known(struct cor_text column, enum cor_kind kind)
{
    struct cor_binding binding;
    return cor_field_bind(&binding, kind, column);
}

/* A source that a row names and no table describes: what is known of it is its
   name. */
static enum cor_status describe(struct cor_importing *import,
                                struct cor_names *ids,
                                struct cor_text id,
                                struct cor_text file)
{
    const uint32_t before = ids->n;
    if (id.at == NULL)
        return COR_OK;
    const uint32_t number = cor_names_add(ids, id);
    if (number == COR_NONE)
        return COR_FAIL_MEMORY(import->err);
    if (ids->n == before)
        return COR_OK;
    const char *title = cor_text_print(
        import->arena, "Named '%s' in %.*s, without a table of sources",
        ids->name[number], (int)file.n, file.at);
    const enum cor_status status =
        title == NULL
            ? COR_FAIL_MEMORY(import->err)
            : add_source(import, ids->name[number], title, NULL, NULL);
    return status != COR_OK
               ? status
               : cor_import_count(import, "source-undescribed", true,
                                  "sources that are named but not described",
                                  NULL, COR_NONE, 0, ids->name[number]);
}

static enum cor_status describe_all(struct cor_importing *import,
                                    struct cor_names *ids,
                                    const struct cor_target *target,
                                    enum cor_kind kind,
                                    struct cor_text file)
{
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < target->sheet->n_column; i++) {
        const char *name = target->sheet->column[i].name;
        if (!names_source(name) || !is_known(cor_text_of(name), kind))
            continue;
        for (size_t row = 0; row < target->sheet->n && status == COR_OK; row++)
            status = describe(import, ids,
                              cor_sheet_cell(target->sheet, i, row), file);
    }
    return status;
}

/* Rows without a source get that of the import, in a column of their own kind;
   cells are set row by row, so that a new column is filled from the front. */
static enum cor_status
credit(struct cor_importing *import, struct cor_target *target, size_t *n)
{
    struct cor_sheet *sheet = target->sheet;
    uint32_t column;
    enum cor_status status =
        cor_sheet_column(&column, sheet, cor_text_of("source"), import->err);
    const size_t rows = sheet->n;
    for (size_t row = 0; row < rows && status == COR_OK; row++) {
        if (cor_sheet_cell(sheet, column, row).at != NULL)
            continue;
        (*n)++;
        if (row < sheet->column[column].n_cell) {
            sheet->column[column].cell[row] = cor_text_of(own_id);
            continue;
        }
        sheet->n = row + 1;
        status = cor_sheet_set(sheet, column, cor_text_of(own_id), import->err);
        sheet->n = rows;
    }
    return status;
}

static enum cor_status add_own(struct cor_importing *import,
                               struct cor_names *ids,
                               struct cor_text file)
{
    const struct cor_import_options *how = import->how;
    const char *title = how->title != NULL ? how->title : import->theirs.title;
    const char *licence =
        how->licence != NULL ? how->licence : import->theirs.licence;
    if (cor_names_find(ids, cor_text_of(own_id)) != COR_NONE)
        return COR_OK;
    if (title == NULL)
        title = cor_text_print(import->arena, "Imported from %.*s", (int)file.n,
                               file.at);
    return title == NULL || cor_names_add(ids, cor_text_of(own_id)) == COR_NONE
               ? COR_FAIL_MEMORY(import->err)
               : add_source(import, own_id, title, licence, how->grade);
}

/* Rows of a table of sources that was read come first. */
static enum cor_status take_given(struct cor_importing *import)
{
    const struct cor_target *given = target_of(import, "source");
    enum cor_status status = COR_OK;
    for (size_t row = 0;
         given != NULL && row < given->sheet->n && status == COR_OK; row++) {
        status = cor_import_row(import, &import->source,
                                (struct cor_origin){given->sheet, row});
        for (uint32_t i = 0; i < given->sheet->n_column && status == COR_OK;
             i++)
            if (cor_sheet_cell(given->sheet, i, row).at != NULL)
                status = cor_import_put(import, &import->source,
                                        given->sheet->column[i].name,
                                        cor_sheet_cell(given->sheet, i, row));
    }
    for (size_t i = 0; i < import->n_other; i++)
        if (&import->other[i] == given) {
            memmove(&import->other[i], &import->other[i + 1],
                    (import->n_other - i - 1) * sizeof *given);
            import->n_other--;
            break;
        }
    return status;
}

enum cor_status cor_import_sources(struct cor_importing *import,
                                   const char *path)
{
    const struct cor_text file = last_part(path);
    struct cor_names ids;
    size_t n_credited = 0;
    cor_names_init(&ids, import->arena);
    enum cor_status status = read_ids(&ids, import);
    if (status == COR_OK)
        status = take_given(import);
    if (status == COR_OK)
        status = credit(import, &import->node, &n_credited);
    if (status == COR_OK)
        status = credit(import, &import->link, &n_credited);
    if (status == COR_OK && n_credited != 0)
        status = add_own(import, &ids, file);
    if (status == COR_OK)
        status =
            describe_all(import, &ids, &import->node, COR_KIND_PLACE, file);
    if (status == COR_OK)
        status = describe_all(import, &ids, &import->link, COR_KIND_LINK, file);
    for (size_t i = 0; i < import->n_other && status == COR_OK; i++) {
        const enum cor_kind kind =
            cor_import_kind(import->other[i].sheet->name);
        if (kind != COR_N_KIND)
            status = describe_all(import, &ids, &import->other[i], kind, file);
    }
    return status;
}
