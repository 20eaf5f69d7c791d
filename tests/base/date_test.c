#include <corridor/base/number.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <time.h>

static cor_date parse(const char *text)
{
    cor_date date = COR_NO_DATE;
    cor_date_parse(&date, cor_text_of(text));
    return date;
}

Test(date, is_read_to_the_day)
{
    static const struct {
        const char *text;
        cor_date want;
    } rows[] = {
        {"1970-01-01", 0},
        {"1969-12-31", -1},
        {"2000-02-29", 11016},
        {"2000-03-01", 11017},
        {"2026-11-01", 20758},
        {"2030", 21915},
        {"2030-07", 22096},
        {"0001-01-01", -719162},
        {"9999-12-31", 2932896},
        {"2026-02-30", COR_NO_DATE},
        {"2023-02-29", COR_NO_DATE},
        {"1900-02-29", COR_NO_DATE},
        {"2026-13-01", COR_NO_DATE},
        {"2026-00-01", COR_NO_DATE},
        {"2026-01-00", COR_NO_DATE},
        {"2026-1-1", COR_NO_DATE},
        {"0000-01-01", COR_NO_DATE},
        {"", COR_NO_DATE},
        {"2026/01/01", COR_NO_DATE},
        {"2026-01-1x", COR_NO_DATE},
        {"+026-01-01", COR_NO_DATE},
        {"20260101", COR_NO_DATE},
        {"2026-01-011", COR_NO_DATE},
        {" 2026-1-1 ", COR_NO_DATE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_expect_eq(parse(rows[i].text), rows[i].want, "'%s': %d",
                     rows[i].text, parse(rows[i].text));
}

/* Every day of ten thousand years, beside the calendar of the C library. */
Test(date, is_written_as_it_was_read)
{
    for (cor_date date = parse("0001-01-01"); date <= parse("9999-12-31");
         date++) {
        char text[COR_DATE_SIZE];
        cor_date_format(text, date);
        cr_assert_eq(parse(text), date, "%s", text);
        if (date % 97 != 0)
            continue;
        const time_t seconds = (time_t)date * 86400;
        struct tm day;
        char want[COR_DATE_SIZE];
        gmtime_r(&seconds, &day);
        snprintf(want, sizeof want, "%04u-%02u-%02u",
                 (unsigned)(day.tm_year + 1900) % 10000u,
                 (unsigned)(day.tm_mon + 1) % 100u,
                 (unsigned)day.tm_mday % 100u);
        cr_assert_str_eq(text, want);
    }
}
