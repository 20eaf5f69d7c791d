/* tests/ogr/fixture.h -- files in a folder of their own, and sheets as text. */
#ifndef COR_TESTS_OGR_FIXTURE_H
#define COR_TESTS_OGR_FIXTURE_H

#include <corridor/base/file.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ogr/ogr.h"

static struct cor_arena arena;
static struct cor_report report;
static struct cor_sheets sheets;
static char folder[] = "/tmp/corridor-ogr-XXXXXX";

static inline void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
    cor_sheets_init(&sheets, &arena, &report);
    cr_assert_not_null(mkdtemp(folder));
}

static inline void finish(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_assert_eq(system(command), 0);
    cor_arena_finish(&arena);
}

static inline const char *path_of(const char *name)
{
    return cor_text_print(&arena, "%s/%s", folder, name);
}

static inline const char *put(const char *name, const char *bytes, size_t n)
{
    const char *path = path_of(name);
    cr_assert_eq(cor_file_write(path, bytes, n, NULL), COR_OK);
    return path;
}

/* "[name a,b|1,2|3,-]": a sheet's columns and rows. */
static inline const char *print_sheet(const struct cor_sheet *sheet)
{
    static char text[4000];
    size_t n = (size_t)snprintf(text, sizeof text, "[%s ", sheet->name);
    for (uint32_t i = 0; i < sheet->n_column; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s",
                              i == 0 ? "" : ",", sheet->column[i].name);
    for (size_t row = 0; row < sheet->n; row++)
        for (uint32_t i = 0; i < sheet->n_column; i++) {
            const struct cor_text cell = cor_sheet_cell(sheet, i, row);
            n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s",
                                  i == 0 ? "|" : ",",
                                  cell.at == NULL ? 1 : (int)cell.n,
                                  cell.at == NULL ? "-" : cell.at);
        }
    snprintf(text + n, sizeof text - n, "]");
    return text;
}

/* Every complaint, one a line: "error unreadable: …". */
static inline const char *print_report(void)
{
    static const char *const severities[] = {"error", "warning", "note"};
    static char text[4000];
    size_t n = 0;
    text[0] = '\0';
    for (size_t i = 0; i < report.n; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s %s: %s\n",
                              severities[report.item[i].severity],
                              report.item[i].code, report.item[i].message);
    return text;
}

/* Add a sheet from "a,b|1,2|3,": columns, then rows; an empty cell is none.
   Cells of the column geometry hold blanks for commas. */
static inline struct cor_sheet *
make_sheet(struct cor_sheets *in, const char *name, const char *written)
{
    struct cor_sheet *sheet = cor_sheet_add(in, name, NULL);
    char *line, *rest = cor_text_copy(&arena, cor_text_of(written));
    for (bool header = true; (line = strsep(&rest, "|")) != NULL;
         header = false) {
        char *cell;
        if (!header)
            cr_assert_eq(cor_sheet_row(sheet, 0, NULL), COR_OK);
        for (uint32_t i = 0; (cell = strsep(&line, ",")) != NULL; i++) {
            uint32_t column;
            if (header)
                cr_assert_eq(
                    cor_sheet_column(&column, sheet, cor_text_of(cell), NULL),
                    COR_OK);
            else if (cell[0] != '\0')
                cr_assert_eq(cor_sheet_copy(sheet, i, cor_text_of(cell), NULL),
                             COR_OK);
        }
    }
    sheet->geometry = cor_sheet_find(sheet, "geometry");
    return sheet;
}

static inline void
set_type(struct cor_sheet *sheet, const char *column, enum cor_column_type type)
{
    sheet->column[cor_sheet_find(sheet, column)].type = type;
}

#endif
