#include <corridor/base/number.h>

#include <stdio.h>

/* Months are counted from March, so that the leap day comes last; an era is
   400 years. Hinnant (2021), chrono-compatible low-level date algorithms. */
static cor_date days_of(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 -
                           year_of_era / 100 + day_of_year + day - 1;
    return era * 146097 + day_of_era - 719468;
}

static int month_size(int year, int month)
{
    static const int size[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return size[month - 1] + (month == 2 && leap);
}

static bool part(int *out, struct cor_text text, size_t at, size_t n)
{
    uint64_t value;
    if (!cor_number_parse_whole(&value, (struct cor_text){text.at + at, n}))
        return false;
    *out = (int)value;
    return true;
}

bool cor_date_parse(cor_date *out, struct cor_text text)
{
    int year, month = 1, day = 1;
    if (text.n != 4 && text.n != 7 && text.n != 10)
        return false;
    if (!part(&year, text, 0, 4) || year < 1)
        return false;
    if (text.n >= 7 && (text.at[4] != '-' || !part(&month, text, 5, 2)))
        return false;
    if (text.n == 10 && (text.at[7] != '-' || !part(&day, text, 8, 2)))
        return false;
    if (month < 1 || month > 12 || day < 1 || day > month_size(year, month))
        return false;
    *out = days_of(year, month, day);
    return true;
}

void cor_date_format(char out[COR_DATE_SIZE], cor_date date)
{
    const int shifted = date + 719468;
    const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 +
                             day_of_era / 36524 - day_of_era / 146096) /
                            365;
    const int day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const int month =
        shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int year = year_of_era + era * 400 + (month <= 2);
    snprintf(out, COR_DATE_SIZE, "%04u-%02u-%02u", (unsigned)year % 10000u,
             (unsigned)month % 100u, (unsigned)day % 100u);
}
