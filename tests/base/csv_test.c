#include <corridor/base/csv.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
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

TestSuite(csv, .init = begin, .fini = finish);

/* Rows as text: cells in brackets, rows in lines. The source is an exact piece
   of the heap, so that a sanitizer sees every byte read beyond it. */
static const char *
read_bytes(const char *bytes, size_t n, char *out, size_t size)
{
    char *copy = malloc(n + (n == 0));
    cr_assert_not_null(copy);
    memcpy(copy, bytes, n);
    const struct cor_source source = {"t.csv", copy, n};
    struct cor_csv csv;
    bool more = cor_csv_begin(&csv, &source, &report, &arena);
    size_t at = 0;
    out[0] = '\0';
    while (more) {
        cr_assert_eq(cor_csv_next(&more, &csv, NULL), COR_OK);
        for (size_t i = 0; more && i < csv.n_cell; i++)
            at +=
                (size_t)snprintf(out + at, size - at, "[%.*s]",
                                 (int)csv.cell[i].text.n, csv.cell[i].text.at);
        at += (size_t)snprintf(out + at, size - at, more ? "\n" : "");
        cr_assert_lt(at, size);
    }
    free(copy);
    return out;
}

static void expect_rows(const char *text, const char *rows)
{
    char out[2000];
    cr_expect_str_eq(read_bytes(text, strlen(text), out, sizeof out), rows,
                     "<%s> gave <%s>", text, out);
}

Test(csv, reads_cells)
{
    static const struct {
        const char *text, *rows;
    } rows[] = {
        {"", ""},
        {"\n\n", ""},
        {"a", "[a]\n"},
        {"a,b\n1,2\n", "[a][b]\n[1][2]\n"},
        {"a,b\r\n1,2\r\n", "[a][b]\n[1][2]\n"},
        {"a,b\r1,2\r", "[a][b]\n[1][2]\n"},
        {"a,b\n1,2", "[a][b]\n[1][2]\n"},
        {"a,b\n1,", "[a][b]\n[1][]\n"},
        {"a,b\n,2", "[a][b]\n[][2]\n"},
        {"\xEF\xBB\xBF"
         "a,b\n1,2",
         "[a][b]\n[1][2]\n"},
        {"\xEF\xBB\xBF\"a\",b\n1,2", "[a][b]\n[1][2]\n"},
        {"\xEF\xBB\xBF", ""},
        {"a,b\n\n1,2\n \n\r\n3,4\n,\n", "[a][b]\n[1][2]\n[3][4]\n"},
        {"\"a\",\"b\"\n\"1\",\"2\"", "[a][b]\n[1][2]\n"},
        {"a\n\"\"\nb", "[a]\n[]\n[b]\n"},
        {"a\n\"x,y\"\n", "[a]\n[x,y]\n"},
        {"a\n\"x\ny\"\n", "[a]\n[x\ny]\n"},
        {"a\n\"x\r\ny\"\r\n", "[a]\n[x\r\ny]\n"},
        {"a\n\"x\"\"y\"\n", "[a]\n[x\"y]\n"},
        {"a\n\"\"\"\"\n", "[a]\n[\"]\n"},
        {"a\n\"\"\"x\"\"\"", "[a]\n[\"x\"]\n"},
        {"a\n\"\"\"\"\"\",", "[a]\n[\"\"]\n"},
        {" a , b\n1 , 2", "[ a ][ b]\n[1 ][ 2]\n"},
        {"name,x\n\xD0\x90\xD0\xBA\xD1\x82\xD0\xB0\xD1\x83,1",
         "[name][x]\n[\xD0\x90\xD0\xBA\xD1\x82\xD0\xB0\xD1\x83][1]\n"},
        {"0123456789abcdef,ABCDEFGHIJKLMNOPQ,\n,,x",
         "[0123456789abcdef][ABCDEFGHIJKLMNOPQ][]\n[][][x]\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        report.n_error = 0;
        expect_rows(rows[i].text, rows[i].rows);
        /* one row above has a cell too many, which its case is about */
        cr_expect_eq(report.n_error, strstr(rows[i].text, "\"\",") != NULL,
                     "%s", rows[i].text);
    }
}

Test(csv, says_where_rows_are_wrong)
{
    static const struct {
        const char *text, *rows, *code;
        uint32_t line, column;
    } rows[] = {
        {"a,b\n1\n", "[a][b]\n[1][]\n", "row-width", 2, 1},
        {"a,b\n1,2,3\n", "[a][b]\n[1][2]\n", "row-width", 2, 5},
        {"a,b\n1,2,\n", "[a][b]\n[1][2]\n", "row-width", 2, 5},
        {"a,b\n1,\"2\n3,4\n", "[a][b]\n[1][2\n3,4\n]\n", "unterminated-quote",
         2, 3},
        {"a\n\"", "[a]\n[]\n", "unterminated-quote", 2, 1},
        {"a,b,c\n1,\"2\n", "[a][b][c]\n[1][2\n][]\n", "unterminated-quote", 2,
         3},
        {"a\n\"x\"\"", "[a]\n[x\"]\n", "unterminated-quote", 2, 1},
        {"a,b\n\"x\"y,2\n3,4\n", "[a][b]\n[x][2]\n[3][4]\n", "text-after-quote",
         2, 4},
        {"a,b\n\"x\" ,2\n", "[a][b]\n[x][2]\n", "text-after-quote", 2, 4},
        {"a,b\n\"x\"y\"z\",2\n", "[a][b]\n[x][2]\n", "text-after-quote", 2, 4},
        {"a,b\n5\" pipe,2\n", "[a][b]\n[5\" pipe][2]\n", "stray-quote", 2, 2},
        {"a,b\n\xD0\x90 \"x\",2\n", "[a][b]\n[\xD0\x90 \"x\"][2]\n",
         "stray-quote", 2, 3},
        {"a,b\n1,2\n\xFF,3\n", "", "not-text", 3, 1},
        {"a,b\n1,\xC0\xAF\n", "", "not-text", 2, 3},
        {"a,b\n1,\xED\xA0\x80\n", "", "not-text", 2, 3},
        {"\xFF\xFE"
         "a",
         "", "not-text", 1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        cor_report_init(&report, &arena);
        expect_rows(rows[i].text, rows[i].rows);
        cr_assert_eq(report.n, 1, "%s", rows[i].text);
        const struct cor_diagnostic *item = &report.item[0];
        cr_expect_str_eq(item->code, rows[i].code, "%s", rows[i].text);
        cr_expect_eq(item->place.line, rows[i].line, "%s: line %u",
                     rows[i].text, item->place.line);
        cr_expect_eq(item->place.column, rows[i].column, "%s: column %u",
                     rows[i].text, item->place.column);
    }
}

Test(csv, a_zero_byte_is_not_text)
{
    char out[100];
    read_bytes("a,b\n1,\0\n", 8, out, sizeof out);
    cr_expect_str_eq(out, "");
    cr_assert_eq(report.n, 1);
    cr_expect_eq(report.item[0].place.line, 2);
    cr_expect_eq(report.item[0].place.column, 3);
}

/* Every way to cut a text into words of eight bytes. */
Test(csv, reads_the_same_at_every_offset)
{
    static const char body[] =
        "a,\"b,\"\"\n\",c\r\n1,,\"\"\r2,\"x\",yyyyyyyyyy";
    for (size_t shift = 0; shift < 40; shift++) {
        char text[200], want[400], out[400];
        memset(text, 'p', shift);
        strcpy(text + shift, body);
        snprintf(want, sizeof want, "[%.*sa][b,\"\n][c]\n[1][][]\n%s",
                 (int)shift, text, "[2][x][yyyyyyyyyy]\n");
        cr_expect_str_eq(read_bytes(text, strlen(text), out, sizeof out), want,
                         "shift %zu", shift);
    }
    cr_expect_eq(report.n, 0);
}

Test(csv, cells_know_where_they_begin)
{
    const struct cor_source source = {"t.csv", "a,\"b\",c\n", 8};
    struct cor_csv csv;
    bool more;
    cr_assert(cor_csv_begin(&csv, &source, &report, &arena));
    cr_assert_eq(cor_csv_next(&more, &csv, NULL), COR_OK);
    cr_assert(more && csv.n_cell == 3);
    cr_expect_eq(cor_csv_spot(&csv, 0).offset, 0);
    cr_expect_eq(cor_csv_spot(&csv, 1).offset, 2);
    cr_expect_eq(cor_csv_spot(&csv, 2).offset, 6);
    cr_expect(csv.cell[1].quoted && !csv.cell[2].quoted);
    cr_expect_eq(csv.cell[2].text.at, source.bytes + 6, "a view, not a copy");
}

Test(csv, a_million_columns_are_many_but_allowed)
{
    enum { N = 1000000 };
    char *text = malloc(2 * N);
    cr_assert_not_null(text);
    for (size_t i = 0; i < N; i++)
        memcpy(text + 2 * i, "x,", 2);
    text[2 * N - 1] = '\n';
    const struct cor_source source = {"t.csv", text, 2 * N};
    struct cor_csv csv;
    bool more;
    cr_assert(cor_csv_begin(&csv, &source, &report, &arena));
    cr_assert_eq(cor_csv_next(&more, &csv, NULL), COR_OK);
    cr_expect(more);
    cr_expect_eq(csv.n_cell, N);
    cr_assert_eq(cor_csv_next(&more, &csv, NULL), COR_OK);
    cr_expect_not(more);
    free(text);
}

Test(csv, fails_for_want_of_memory)
{
    static const char text[] = "a,b\n\"x\"\"y\",2\n1\n";
    const struct cor_source source = {"t.csv", text, sizeof text - 1};
    enum cor_status status = COR_NO_MEMORY;
    for (size_t limit = 0; status == COR_NO_MEMORY; limit += 16) {
        struct cor_arena small;
        cor_arena_init(&small, limit);
        struct cor_csv csv;
        bool more = true;
        cr_assert(cor_csv_begin(&csv, &source, &report, &small));
        status = COR_OK;
        while (status == COR_OK && more)
            status = cor_csv_next(&more, &csv, NULL);
        cor_arena_finish(&small);
        cr_assert_lt(limit, 100000);
    }
    cr_expect_eq(status, COR_OK);
}
