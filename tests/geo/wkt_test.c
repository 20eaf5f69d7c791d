#include <corridor/geo/wkt.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct cor_arena arena;

static void begin(void)
{
    cor_arena_init(&arena, SIZE_MAX);
}

static void finish(void)
{
    cor_arena_finish(&arena);
}

TestSuite(wkt, .init = begin, .fini = finish);

static void
print(char *out, size_t size, const struct cor_point *point, size_t n)
{
    out[0] = '\0';
    for (size_t i = 0, at = 0; i < n && at < size; i++)
        at += (size_t)snprintf(out + at, size - at, "%g %g;", point[i].lon,
                               point[i].lat);
}

Test(wkt, reads_lines)
{
    static const struct {
        const char *text, *points;
    } rows[] = {
        {"LINESTRING (1 2, 3 4)", "1 2;3 4;"},
        {"linestring(1 2,3 4)", "1 2;3 4;"},
        {" \tLineString\n( 1.5\t-2 ,\r\n3e1 4 ) ", "1.5 -2;30 4;"},
        {"LINESTRING (+1 2, -3.25 .5, 5. 6)", "1 2;-3.25 0.5;5 6;"},
        {"LINESTRING Z (1 2 9, 3 4 9)", "1 2;3 4;"},
        {"LINESTRINGZ(1 2 9, 3 4 9)", "1 2;3 4;"},
        {"LINESTRING M (1 2 9, 3 4 9)", "1 2;3 4;"},
        {"LINESTRING ZM (1 2 8 9, 3 4 8 9)", "1 2;3 4;"},
        {"LINESTRING (1 2 9, 3 4 9)", "1 2;3 4;"},
        {"LINESTRING (1 2 8 9, 3 4 8 9)", "1 2;3 4;"},
        {"LINESTRING EMPTY", ""},
        {"LINESTRING Z EMPTY", ""},
        {"LINESTRING (1 2, 1 2)", "1 2;1 2;"},
        {"MULTILINESTRING ((1 2, 3 4))", "1 2;3 4;"},
        {"MULTILINESTRING((1 2,3 4),(3 4,5 6))", "1 2;3 4;5 6;"},
        {"MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))", "1 2;3 4;5 6;7 8;"},
        {"MULTILINESTRING (EMPTY, (1 2, 3 4), EMPTY)", "1 2;3 4;"},
        {"MultiLineString Z ((1 2 0, 3 4 0), (3 4 9, 5 6 0))", "1 2;3 4;5 6;"},
        {"MULTILINESTRING EMPTY", ""},
        {"LINESTRING (999 -999, 3 4)", "999 -999;3 4;"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct cor_point *point = NULL;
        size_t n = 99;
        char got[200];
        cr_assert_eq(cor_wkt_read_line(&point, &n, cor_text_of(rows[i].text),
                                       NULL, &arena, NULL),
                     COR_OK, "%s", rows[i].text);
        print(got, sizeof got, point, n);
        cr_expect_str_eq(got, rows[i].points, "%s: %s", rows[i].text, got);
    }
}

Test(wkt, says_where_and_why_it_stopped)
{
    static const struct {
        const char *text;
        size_t at;
        const char *message;
    } rows[] = {
        {"", 0, "expected LINESTRING or MULTILINESTRING"},
        {"POINT (1 2)", 0, "expected LINESTRING or MULTILINESTRING"},
        {"LINESTRIN", 0, "expected LINESTRING or MULTILINESTRING"},
        {"SRID=4326;LINESTRING (1 2, 3 4)", 0,
         "expected LINESTRING or MULTILINESTRING"},
        {"LINESTRING", 10, "expected '(' or EMPTY"},
        {"LINESTRING 1 2, 3 4", 11, "expected '(' or EMPTY"},
        {"LINESTRING ()", 12, "expected a number"},
        {"LINESTRING (1)", 13, "expected a number"},
        {"LINESTRING (1 2)", 15, "expected a second point"},
        {"LINESTRING (1 2", 15, "expected a second point"},
        {"LINESTRING (1 2,", 16, "expected a number"},
        {"LINESTRING (1 2, 3 4", 20, "expected ',' or ')'"},
        {"LINESTRING (1 2, 3 4))", 21, "expected the end"},
        {"LINESTRING (1 2, 3 4) x", 22, "expected the end"},
        {"LINESTRING (1,2 3,4)", 13, "expected a number"},
        {"LINESTRING (nan 2, 3 4)", 12, "expected a number"},
        {"LINESTRING (1 inf, 3 4)", 14, "expected a number"},
        {"LINESTRING (1e999 2, 3 4)", 12, "expected a number"},
        {"LINESTRING (0x10 2, 3 4)", 12, "expected a number"},
        {"LINESTRING (1 2 3 4 5, 3 4)", 20, "expected a second point"},
        {"LINESTRING (1 2 3, 3 4)", 22,
         "expected as many numbers as in the other points"},
        {"LINESTRING Z (1 2, 3 4)", 17,
         "expected as many numbers as in the other points"},
        {"LINESTRING ZM (1 2 3, 3 4 5)", 20,
         "expected as many numbers as in the other points"},
        {"MULTILINESTRING (1 2, 3 4)", 17, "expected '(' or EMPTY"},
        {"MULTILINESTRING ((1 2, 3 4)", 27, "expected ',' or ')'"},
        {"MULTILINESTRING ((1 2, 3 4),)", 28, "expected '(' or EMPTY"},
        {"LINESTRING ((1 2, 3 4))", 12, "expected a number"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct cor_point *point = NULL;
        size_t n = 99, at = 999;
        struct cor_error err = {0};
        cr_expect_eq(cor_wkt_read_line(&point, &n, cor_text_of(rows[i].text),
                                       &at, &arena, &err),
                     COR_BAD_INPUT, "%s", rows[i].text);
        cr_expect_eq(at, rows[i].at, "%s: %zu", rows[i].text, at);
        cr_expect_str_eq(err.text, rows[i].message, "%s: %s", rows[i].text,
                         err.text);
        cr_expect_null(point);
        cr_expect_eq(n, 99);
        cr_expect_eq(arena.used, 0, "%s", rows[i].text);
    }
}

Test(wkt, does_not_read_beyond_its_text)
{
    const struct cor_point *point;
    size_t n, at;
    const char *text = "LINESTRING (1 2, 3 45)";
    for (size_t cut = 0; cut < strlen(text); cut++) {
        char *exact = malloc(cut + 1); /* so that a sanitizer sees its end */
        cr_assert_not_null(exact);
        memcpy(exact, text, cut);
        cr_expect_eq(cor_wkt_read_line(&point, &n,
                                       (struct cor_text){exact, cut}, &at,
                                       &arena, NULL),
                     COR_BAD_INPUT);
        cr_expect_leq(at, cut);
        free(exact);
    }
}

Test(wkt, zero_bytes_are_no_blanks)
{
    const struct cor_point *point;
    size_t n, at = 0;
    static const char text[] = "LINESTRING\0(1 2, 3 4)";
    cr_expect_eq(cor_wkt_read_line(&point, &n,
                                   (struct cor_text){text, sizeof text - 1},
                                   &at, &arena, NULL),
                 COR_BAD_INPUT);
    cr_expect_eq(at, 10);
}

Test(wkt, fails_for_want_of_memory)
{
    struct cor_arena small;
    cor_arena_init(&small, 16);
    const struct cor_point *point;
    size_t n;
    cr_expect_eq(cor_wkt_read_line(&point, &n,
                                   cor_text_of("LINESTRING (1 2, 3 4)"), NULL,
                                   &small, NULL),
                 COR_NO_MEMORY);
    cor_arena_finish(&small);
}
