#include <corridor/exchange/format.h>

#include <criterion/criterion.h>

#include "exchange/tables.h"

static struct cor_arena arena;
static struct cor_report report;
static struct cor_sheets sheets;

static void init(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
    cor_sheets_init(&sheets, &arena, &report);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(sheet, .init = init, .fini = finish);

static uint32_t column(struct cor_sheet *sheet, const char *name)
{
    uint32_t number;
    cr_assert_eq(cor_sheet_column(&number, sheet, cor_text_of(name), NULL),
                 COR_OK);
    return number;
}

static void set(struct cor_sheet *sheet, const char *name, const char *text)
{
    cr_assert_eq(
        cor_sheet_set(sheet, column(sheet, name), cor_text_of(text), NULL),
        COR_OK);
}

static void row(struct cor_sheet *sheet)
{
    cr_assert_eq(cor_sheet_row(sheet, 0, NULL), COR_OK);
}

Test(sheet, columns_may_come_late)
{
    struct cor_sheet *sheet = cor_sheet_add(&sheets, "link", NULL);
    row(sheet);
    set(sheet, "id", "a");
    row(sheet);
    row(sheet);
    set(sheet, "name", "Third");
    const uint32_t name = cor_sheet_find(sheet, "name");
    cr_expect_eq(cor_sheet_cell(sheet, name, 0).at, NULL);
    cr_expect_eq(cor_sheet_cell(sheet, name, 1).at, NULL);
    cr_expect(
        cor_text_equal(cor_sheet_cell(sheet, name, 2), cor_text_of("Third")));
    cr_expect_eq(cor_sheet_cell(sheet, column(sheet, "id"), 2).at, NULL);
    cr_expect_eq(cor_sheet_cell(sheet, COR_NONE, 0).at, NULL);
    cr_expect_eq(cor_sheet_find(sheet, "other"), COR_NONE);
    cr_expect_eq(cor_sheet_named(&sheets, "link"), sheet);
    cr_expect_eq(cor_sheet_named(&sheets, "node"), NULL);
}

Test(sheet, refuses_too_many_columns)
{
    struct cor_sheet *sheet = cor_sheet_add(&sheets, "x", NULL);
    struct cor_error err = {0};
    uint32_t number;
    for (int i = 0; i < COR_SHEET_COLUMNS; i++)
        column(sheet, cor_text_print(&arena, "c%d", i));
    cr_expect_eq(cor_sheet_column(&number, sheet, cor_text_of("more"), &err),
                 COR_BAD_INPUT);
    cr_expect_eq(column(sheet, "c7"), 7u);
}

Test(sheet, a_table_keeps_what_would_end_a_cell)
{
    struct cor_sheet *sheet = cor_sheet_add(&sheets, "node", NULL);
    row(sheet);
    set(sheet, "id", "a,b");
    set(sheet, "name", "the \"old\"\nport");
    row(sheet);
    struct cor_file file;
    cr_assert_eq(cor_tables_write(&file, sheet, &arena, NULL), COR_OK);
    cr_expect_str_eq(file.name, "node.csv");
    const char *wanted = "id,name\n\"a,b\",\"the \"\"old\"\"\nport\"\n,\n";
    cr_expect(cor_text_equal((struct cor_text){file.bytes, file.n},
                             cor_text_of(wanted)),
              "%.*s", (int)file.n, file.bytes);
}

Test(sheet, formats_have_names_of_their_own)
{
    for (size_t i = 0; cor_formats[i] != NULL; i++) {
        cr_expect_eq(cor_format_named(cor_formats[i]->name), cor_formats[i]);
        cr_expect(cor_formats[i]->read != NULL || cor_formats[i]->write != NULL,
                  "%s", cor_formats[i]->name);
    }
    cr_expect_eq(cor_format_named("none"), NULL);
}
