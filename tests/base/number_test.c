#include <corridor/base/number.h>

#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double parse(const char *text)
{
    double value = -777;
    return cor_number_parse(&value, cor_text_of(text)) ? value : NAN;
}

Test(number, reads_decimals_and_nothing_else)
{
    static const struct {
        const char *text;
        double want; /* NAN: refused */
    } rows[] = {
        {"0", 0},
        {"-0", 0},
        {"007", 7},
        {"+1.5", 1.5},
        {".5", 0.5},
        {"5.", 5},
        {"1e3", 1000},
        {"1E-3", 0.001},
        {"1.7976931348623157e308", 1.7976931348623157e308},
        {"4.9e-324", 4.9e-324},
        {"1e-400", 0},
        {"0e999999999999", 0},
        {"9007199254740993", 9007199254740992},
        {"123456789012345678901234567890", 123456789012345678901234567890.0},
        {"", NAN},
        {"-", NAN},
        {".", NAN},
        {"e5", NAN},
        {"1e", NAN},
        {"1e+", NAN},
        {"1,5", NAN},
        {"1_000", NAN},
        {"0x10", NAN},
        {"nan", NAN},
        {"inf", NAN},
        {"infinity", NAN},
        {"1e999", NAN},
        {"-1e999", NAN},
        {" 1", NAN},
        {"1 ", NAN},
        {"1\n", NAN},
        {"1.2.3", NAN},
        {"--1", NAN},
        {"1e1.5", NAN},
        {"\xD9\xA1", NAN}, /* an Arabic one */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const double got = parse(rows[i].text);
        cr_expect(isnan(rows[i].want) ? isnan(got) : got == rows[i].want,
                  "'%s': %g", rows[i].text, got);
    }
    cr_expect(isnan(parse("nan")), "and `out` is left alone");
}

Test(number, stops_at_the_end_of_the_text_and_at_zero_bytes)
{
    double value;
    cr_expect(cor_number_parse(&value, (struct cor_text){"12345", 2}));
    cr_expect_eq(value, 12);
    cr_expect_not(cor_number_parse(&value, (struct cor_text){"1\0", 2}));
    cr_expect_not(cor_number_parse(&value, (struct cor_text){NULL, 0}));
}

/* A number is not refused for being written at length. */
Test(number, reads_long_ones_to_the_last_digit)
{
    enum { N = 70000 };
    char *text = malloc(N + 32);
    cr_assert_not_null(text);
    memset(text, '0', N);
    memcpy(text, "1.", 2);
    strcpy(text + N, "");
    cr_expect_eq(parse(text), 1);
    memcpy(text, "0.", 2);
    strcpy(text + N, "25e69998");
    cr_expect_eq(parse(text), 0.25);
    memset(text, '0', N);
    memcpy(text, "4", 1);
    strcpy(text + N, "e-69999");
    cr_expect_eq(parse(text), 4);
    /* Just above the middle between 1 and the next double. */
    memset(text, '0', N);
    memcpy(text, "1.00000000000000011102230246251565404236316680908203125", 55);
    strcpy(text + N, "1");
    cr_expect_eq(parse(text), nextafter(1, 2));
    strcpy(text + N, "0");
    cr_expect_eq(parse(text), 1, "the middle itself goes to the even one");
    free(text);
}

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state ^ *state >> 29;
}

static double random_double(uint64_t *state)
{
    double value;
    do {
        const uint64_t bits = next(state);
        memcpy(&value, &bits, sizeof value);
    } while (!isfinite(value));
    return value;
}

static void expect_the_same(double value, const char *text)
{
    double back;
    cr_assert(cor_number_parse(&back, cor_text_of(text)), "%s", text);
    cr_assert(memcmp(&back, &value, sizeof value) == 0, "%s", text);
}

static void expect_round_trips(uint64_t seed)
{
    for (size_t i = 0; i < 100000; i++) {
        const double value = random_double(&seed);
        char text[COR_NUMBER_SIZE];
        cor_number_format(text, value);
        expect_the_same(value, text);
        cr_assert_null(strchr(text, ','), "%s", text);
    }
}

Test(number, is_read_as_it_was_written)
{
    uint64_t state = 1;
    for (size_t i = 0; i < 100000; i++) {
        const double value = random_double(&state);
        char text[64];
        snprintf(text, sizeof text, "%.17g", value);
        expect_the_same(value, text);
    }
    expect_round_trips(2);
}

Test(number, is_written_as_short_as_it_can_be)
{
    static const struct {
        double value;
        const char *want;
    } rows[] = {
        {0, "0"},
        {0.1, "0.1"},
        {1.0 / 3, "0.3333333333333333"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1e21, "1e+21"},
        {468, "468"},
        {-1.5e-7, "-1.5e-07"},
        {4.9406564584124654e-324, "5e-324"},
        {1e-310, "1e-310"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[COR_NUMBER_SIZE];
        cor_number_format(text, rows[i].value);
        cr_expect_str_eq(text, rows[i].want);
    }
}

Test(number, is_written_with_the_digits_asked_for)
{
    static const struct {
        double value;
        int decimals;
        const char *want;
    } rows[] = {
        {1234.5678, 2, "1234.57"},
        {1234.5678, 0, "1235"},
        {-0.001, 2, "0.00"},
        {-0.0, 0, "0"},
        {-0.006, 2, "-0.01"},
        {0.5, 0, "0"},
        {999999999999999, 9, "999999999999999.000000000"},
        {1e15, 1, "1e+15"},
        {-1.5e15, 3, "-1.5e+15"},
        {1e305, 0, "1e+305"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[COR_NUMBER_SIZE];
        cor_number_fixed(text, rows[i].value, rows[i].decimals);
        cr_expect_str_eq(text, rows[i].want);
    }
}

Test(number, counts_below_two_to_the_64)
{
    static const struct {
        const char *text;
        bool good;
        uint64_t want;
    } rows[] = {
        {"0", true, 0},
        {"0042", true, 42},
        {"18446744073709551615", true, UINT64_MAX},
        {"18446744073709551616", false, 0},
        {"99999999999999999999", false, 0},
        {"-1", false, 0},
        {"+1", false, 0},
        {"", false, 0},
        {"1.0", false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint64_t value = 0;
        cr_expect_eq(cor_number_parse_whole(&value, cor_text_of(rows[i].text)),
                     rows[i].good, "%s", rows[i].text);
        cr_expect_eq(value, rows[i].want, "%s", rows[i].text);
    }
}

/* Any locale with a comma will do; a machine may have none of them. */
Test(number, does_not_mind_the_locale)
{
    static const char *const with_comma[] = {"de_DE.UTF-8", "fr_FR.UTF-8",
                                             "ru_RU.UTF-8", "kk_KZ.UTF-8"};
    const char *set = NULL;
    for (size_t i = 0; set == NULL && i < 4; i++)
        set = setlocale(LC_ALL, with_comma[i]);
    if (set == NULL)
        cr_skip_test("no locale with a decimal comma is installed");
    expect_round_trips(3);
    cr_expect_eq(parse("1234567890.12345678901234567890"),
                 1234567890.12345678901234567890);
    char text[COR_NUMBER_SIZE];
    cor_number_fixed(text, 2.5, 1);
    cr_expect_str_eq(text, "2.5");
    setlocale(LC_ALL, "C");
}
