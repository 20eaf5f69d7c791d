#include "exchange/import.h"

#include <string.h>

enum cor_kind cor_import_kind(const char *sheet)
{
    enum cor_kind kind = 0;
    for (; kind < COR_N_KIND; kind++) {
        const char *table = cor_kinds[kind].table;
        if (table != NULL && strlen(table) == strlen(sheet) + 4 &&
            strncmp(table, sheet, strlen(sheet)) == 0)
            break;
    }
    return kind;
}

/* Only names of columns change: those that were cut get their whole one. */
static enum cor_status name_columns(struct cor_importing *import,
                                    struct cor_sheet *sheet,
                                    enum cor_kind kind)
{
    struct cor_matched *match = cor_import_match(import, sheet, kind);
    if (match == NULL)
        return COR_FAIL_MEMORY(import->err);
    cor_names_init(&sheet->names, import->arena);
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        const uint32_t number =
            cor_names_add(&sheet->names, cor_text_of(match[i].name));
        if (number == COR_NONE)
            return COR_FAIL_MEMORY(import->err);
        sheet->column[i].name = sheet->names.name[number];
    }
    return COR_OK;
}

enum cor_status cor_import_table(struct cor_importing *import,
                                 struct cor_sheet *sheet)
{
    const enum cor_kind kind = cor_import_kind(sheet->name);
    struct cor_target *list =
        cor_arena_grow(import->arena, import->other, import->n_other,
                       &import->other_capacity, sizeof *list);
    const char *file = cor_text_print(import->arena, "%s.csv", sheet->name);
    if (list == NULL || file == NULL)
        return COR_FAIL_MEMORY(import->err);
    import->other = list;
    list[import->n_other++] = (struct cor_target){.sheet = sheet, .file = file};
    return kind == COR_N_KIND ? COR_OK : name_columns(import, sheet, kind);
}
