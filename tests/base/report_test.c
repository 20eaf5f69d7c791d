#include <corridor/base/report.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct cor_arena arena;
static struct cor_report report;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
    cor_report_init(&report, &arena);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(report, .init = begin, .fini = finish);

static struct cor_source source_of(const char *name, const char *bytes)
{
    return (struct cor_source){name, bytes, strlen(bytes)};
}

static void complain(const struct cor_source *source, uint32_t offset)
{
    cor_report_add(&report, COR_ERROR, "test",
                   (struct cor_spot){source, offset}, NULL, "at %u", offset);
}

struct place_row {
    const char *bytes;
    uint32_t offset, line, column, caret;
    const char *quoted;
};

static const struct place_row places[] = {
    {"ab", 0, 1, 1, 0, "ab"},
    {"ab", 1, 1, 2, 1, "ab"},
    {"ab", 2, 1, 3, 2, "ab"},
    {"ab", 99, 1, 3, 2, "ab"}, /* beyond the end is at the end */
    {"", 0, 1, 1, 0, ""},
    {"a\nb", 1, 1, 2, 1, "a"},
    {"a\nb", 2, 2, 1, 0, "b"},
    {"a\r\nb", 3, 2, 1, 0, "b"},
    {"a\rb", 2, 2, 1, 0, "b"},
    {"\n\r\n\r\nc", 5, 4, 1, 0, "c"},
    {"\xC3\xA9\xE4\xB8\xADx", 5, 1, 3, 2, "\xC3\xA9\xE4\xB8\xADx"},
    {"\xEF\xBB\xBFkey", 3, 1, 1, 0, "key"},
    {"\xEF\xBB\xBFkey", 5, 1, 3, 2, "key"},
    {"a\tb", 2, 1, 3, 5, "a\\x09b"}, /* the caret is under what is shown */
    {"\xFFz", 1, 1, 2, 4, "\\xFFz"},
};

Test(report, finds_and_quotes_the_place)
{
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        const struct place_row *row = &places[i];
        const struct cor_source source = source_of("f", row->bytes);
        cor_report_init(&report, &arena);
        complain(&source, row->offset);
        const struct cor_diagnostic *item = report.item;
        cr_expect_eq(item->place.line, row->line, "row %zu", i);
        cr_expect_eq(item->place.column, row->column, "row %zu: column %u", i,
                     item->place.column);
        cr_expect_str_eq(item->line, row->quoted, "row %zu", i);
        cr_expect_eq(item->caret, row->caret, "row %zu", i);
        const struct cor_place alone =
            cor_spot_place((struct cor_spot){&source, row->offset});
        cr_expect_eq(alone.line, row->line, "row %zu", i);
        cr_expect_eq(alone.column, row->column, "row %zu", i);
    }
}

/* Lines are counted from complaint to complaint; in any order they are the
   same as when counted each on its own. */
Test(report, counts_lines_the_same_in_any_order)
{
    const struct cor_source one = source_of("one", "a\r\nb\rc\n\nd\r\n\re\n");
    const struct cor_source two = source_of("two", "\n\n\r\r\nx");
    uint32_t pick = 1;
    for (size_t i = 0; i < 500; i++) {
        pick = pick * 1103515245u + 12345u;
        const struct cor_source *source = (pick >> 20) % 3 == 0 ? &two : &one;
        const uint32_t offset = (pick >> 16) % (uint32_t)(source->n + 1);
        complain(source, offset);
        const struct cor_place want =
            cor_spot_place((struct cor_spot){source, offset});
        cr_assert_eq(report.item[i].place.line, want.line, "step %zu", i);
        cr_assert_eq(report.item[i].place.column, want.column, "step %zu", i);
    }
}

Test(report, cuts_long_lines_between_characters)
{
    char bytes[4001];
    for (size_t i = 0; i < 4000; i += 2)
        memcpy(bytes + i, "\xC3\xA9", 3);
    const struct cor_source source = source_of("f", bytes);
    for (uint32_t offset = 1990; offset < 2000; offset += 2) {
        complain(&source, offset);
        const struct cor_diagnostic *item = &report.item[report.n - 1];
        const struct cor_text line = cor_text_of(item->line);
        cr_expect_eq(cor_text_valid(line), line.n);
        cr_expect_null(strchr(item->line, '\\'), "no half character");
        cr_expect_leq(cor_text_length(line), 120);
        cr_expect_eq(item->caret, 30);
        cr_expect_eq(item->place.column, 1 + offset / 2);
    }
}

Test(report, escapes_what_users_wrote)
{
    cor_report_add(&report, COR_WARNING, "test", (struct cor_spot){0}, "a\x1B",
                   "no '%s' here", "x\ny\xFF");
    cr_expect_str_eq(report.item[0].message, "no 'x\\x0Ay\\xFF' here");
    cr_expect_str_eq(report.item[0].suggestion, "a\\x1B");
    cr_expect_null(report.item[0].line);
    cr_expect_null(report.item[0].place.file);
}

Test(report, an_empty_suggestion_is_none)
{
    cor_report_add(&report, COR_NOTE, "test", (struct cor_spot){0}, "", "x");
    cr_expect_null(report.item[0].suggestion);
    cr_expect_eq(report.n_note, 1);
    cr_expect_eq(report.n_error, 0);
}

Test(report, keeps_many_and_counts_all)
{
    const struct cor_source source = source_of("f", "a");
    for (uint32_t i = 0; i < COR_REPORT_KEPT + 50; i++)
        complain(&source, 0);
    cr_expect_eq(report.n, COR_REPORT_KEPT);
    cr_expect_eq(report.n_error, COR_REPORT_KEPT + 50);
}

static void add(enum cor_severity severity, const char *text)
{
    cor_report_add(&report, severity, "test", (struct cor_spot){0}, NULL, "%s",
                   text);
}

Test(report, keeps_errors_rather_than_warnings)
{
    for (uint32_t i = 0; i < COR_REPORT_KEPT + 50; i++)
        add(i == 7 ? COR_ERROR : COR_WARNING, "first");
    add(COR_ERROR, "second");
    add(COR_ERROR, "third");
    cr_expect_eq(report.n, COR_REPORT_KEPT);
    cr_expect_eq(report.n_warning, COR_REPORT_KEPT + 49);
    cr_expect_eq(report.item[7].severity, COR_ERROR);
    cr_expect_eq(report.item[report.n - 3].severity, COR_WARNING);
    cr_expect_str_eq(report.item[report.n - 2].message, "second");
    cr_expect_str_eq(report.item[report.n - 1].message, "third");
    for (uint32_t i = 0; i < COR_REPORT_KEPT; i++)
        add(COR_ERROR, "fourth");
    cr_expect_eq(report.n, COR_REPORT_KEPT);
    cr_expect_str_eq(report.item[0].message, "first");
    cr_expect_eq(report.item[0].severity, COR_ERROR);
    for (uint32_t i = 0; i < COR_REPORT_KEPT; i++)
        cr_expect_eq(report.item[i].severity, COR_ERROR);
}

Test(report, counts_what_there_is_no_memory_for)
{
    const struct cor_source source = source_of("f", "a: b");
    size_t n_lost = 0;
    for (size_t limit = 0; limit < 4000; limit += 16) {
        struct cor_arena small;
        struct cor_report tight;
        cor_arena_init(&small, limit);
        cor_report_init(&tight, &small);
        cor_report_add(&tight, COR_ERROR, "test", (struct cor_spot){&source, 3},
                       "do", "say");
        cr_expect_eq(tight.n_error, 1);
        n_lost += tight.n == 0;
        cr_expect(tight.n == 0 || tight.item[0].message != NULL);
        cor_arena_finish(&small);
    }
    cr_expect_gt(n_lost, 10);
}

Test(report, is_sorted_by_place_and_stable)
{
    const struct cor_source a = source_of("a", "1\n2\n3"),
                            b = source_of("b", "1\n2");
    complain(&b, 0);
    complain(&a, 4);
    complain(&a, 2);
    complain(&a, 4);
    cor_report_add(&report, COR_ERROR, "test", (struct cor_spot){0}, NULL,
                   "nowhere");
    report.item[3].message = "second";
    cor_report_sort(&report);
    static const char *const want[] = {"nowhere", "at 2", "at 4", "second",
                                       "at 0"};
    for (size_t i = 0; i < 5; i++)
        cr_expect_str_eq(report.item[i].message, want[i]);
}

Test(report, offers_the_nearest)
{
    static const char *const known[] = {"length", "time"};
    cr_expect_str_eq(
        cor_report_nearest(&report, cor_text_of("lenght"), known, 2),
        "did you mean 'length'?");
    cr_expect_null(cor_report_nearest(&report, cor_text_of("cost"), known, 2));
}
