/* tests/model/table_fixture.h -- a folder of tables made of texts. */
#ifndef TESTS_MODEL_TABLE_FIXTURE_H
#define TESTS_MODEL_TABLE_FIXTURE_H

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/table.h"

/** A draft and the folder it is read from. */
struct tables {
    char folder[64];
    struct cor_arena arena, kept;
    struct cor_report report;
    struct cor_draft draft;
    struct cor_error err;
};

static const char *const table_names[] = {
    "config.csv", "geometry.csv", "source.csv",
    "node.csv",   "link.csv",     "transfer.csv",
    "border.csv", "service.csv",  "measurement.csv",
};

static inline void tables_init(struct tables *tables)
{
    *tables = (struct tables){.folder = "/tmp/corridor-table-XXXXXX"};
    cr_assert_not_null(mkdtemp(tables->folder));
    cor_arena_init(&tables->arena, SIZE_MAX);
    cor_arena_init(&tables->kept, SIZE_MAX);
    cor_report_init(&tables->report, &tables->kept);
    cr_assert(cor_draft_init(&tables->draft, &tables->arena, &tables->kept,
                             &tables->report));
}

static inline void tables_finish(struct tables *tables)
{
    for (size_t i = 0; i < sizeof table_names / sizeof table_names[0]; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", tables->folder, table_names[i]);
        unlink(path);
    }
    rmdir(tables->folder);
    cor_arena_finish(&tables->arena);
    cor_arena_finish(&tables->kept);
}

static inline void
tables_write(const struct tables *tables, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", tables->folder, name);
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    fputs(text, file);
    cr_assert_eq(fclose(file), 0);
}

/** Read the folder as a scenario of its own, known as "net". */
static inline enum cor_status tables_read(struct tables *tables)
{
    const enum cor_status status = cor_table_read_folder(
        &tables->draft, tables->folder, "net", 0, &tables->err);
    cor_report_sort(&tables->report);
    return status;
}

/** The two tables that every folder has, read. */
static inline enum cor_status
tables_read_two(struct tables *tables, const char *node, const char *link)
{
    tables_write(tables, "node.csv", node);
    tables_write(tables, "link.csv", link);
    return tables_read(tables);
}

/** Complaints as "E file:line:column code", one in a line; notes too if
 *  `notes`. */
static inline const char *tables_complaints(const struct tables *tables,
                                            bool notes)
{
    static char text[8192];
    size_t at = 0;
    text[0] = '\0';
    for (size_t i = 0; i < tables->report.n; i++) {
        const struct cor_diagnostic *item = &tables->report.item[i];
        if (item->severity == COR_NOTE && !notes)
            continue;
        at +=
            (size_t)snprintf(text + at, sizeof text - at, "%c %s:%u:%u %s\n",
                             "EWN"[item->severity], item -> place.file,
                             item->place.line, item->place.column, item->code);
        cr_assert_lt(at, sizeof text);
    }
    return text;
}

/** The first complaint of a code, which must be there. */
static inline const struct cor_diagnostic *
tables_find(const struct tables *tables, const char *code)
{
    for (size_t i = 0; i < tables->report.n; i++)
        if (strcmp(tables->report.item[i].code, code) == 0)
            return &tables->report.item[i];
    cr_assert_fail("nothing was said of %s:\n%s", code,
                   tables_complaints(tables, true));
    return NULL;
}

static inline const struct cor_draft_column *
tables_column(const struct tables *tables, enum cor_kind kind, uint32_t field)
{
    return cor_draft_column(&tables->draft, kind, field);
}

/** The name that a record states, or NULL. */
static inline const char *tables_name(const struct tables *tables,
                                      enum cor_kind kind,
                                      uint32_t field,
                                      uint32_t record)
{
    const struct cor_draft_column *column = tables_column(tables, kind, field);
    if (column->spot == NULL || column->spot[record] == 0 ||
        column->word[record] == COR_NONE)
        return NULL;
    const enum cor_space space = cor_kinds[kind].field[field].space;
    return tables->draft.names[space].name[column->word[record]];
}

#endif
