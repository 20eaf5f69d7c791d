#include <corridor/base/number.h>

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a number is made of; `digits` has no more than 19 of them. */
struct parts {
    uint64_t digits;
    int n_digit, exponent; /* of `digits` */
    int written;           /* the exponent as it was written */
    bool negative, cut;
};

/* Larger exponents are as good as this one, whatever digits are before. */
enum { LARGEST_EXPONENT = 100000000 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void take_digit(struct parts *parts, char c, bool fraction)
{
    if (parts->n_digit < 19) {
        parts->digits = 10 * parts->digits + (uint64_t)(c - '0');
        parts->n_digit += parts->digits != 0;
        parts->exponent -= fraction;
    } else {
        parts->cut = parts->cut || c != '0';
        parts->exponent += !fraction;
    }
}

static bool take_exponent(struct parts *parts, const char *at, const char *end)
{
    const bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    if (at == end)
        return false;
    int exponent = 0;
    for (; at < end; at++) {
        if (!is_digit(*at))
            return false;
        if (exponent < LARGEST_EXPONENT)
            exponent = 10 * exponent + (*at - '0');
    }
    parts->written = negative ? -exponent : exponent;
    parts->exponent += parts->written;
    return true;
}

static bool split(struct parts *parts, struct cor_text text)
{
    const char *at = text.at, *end = text.at + text.n;
    *parts = (struct parts){.negative = at < end && *at == '-'};
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    bool any = false;
    for (; at < end && is_digit(*at); at++, any = true)
        take_digit(parts, *at, false);
    if (at < end && *at == '.')
        for (at++; at < end && is_digit(*at); at++, any = true)
            take_digit(parts, *at, true);
    if (!any)
        return false;
    if (at == end)
        return true;
    return (*at == 'e' || *at == 'E') && take_exponent(parts, at + 1, end);
}

/* Both factors are exact, so their product or quotient is rounded once:
   Clinger (1990), doi:10.1145/93542.93557. */
static bool convert_exactly(double *out, const struct parts *parts)
{
    static const double power[] = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (parts->cut || parts->digits > (uint64_t)1 << 53 ||
        parts->exponent < -22 || parts->exponent > 22)
        return false;
    const double digits = (double)parts->digits;
    const double size = parts->exponent < 0 ? digits / power[-parts->exponent]
                                            : digits * power[parts->exponent];
    *out = parts->negative ? -size : size;
    return true;
}

/* What matters for rounding is on which side of the middle between two doubles
   a number lies. A middle is a multiple of 2^-1075, so it has 1075 decimals at
   most; where it has all of them it is below 2^-1021, and 307 are leading
   zeros. */
enum { MOST_DIGITS = 768 };

/* Digits as a whole number, to be read with an exponent. */
struct long_digits {
    char text[MOST_DIGITS + 32];
    size_t n;
    long exponent;
    bool more; /* others than 0 follow */
};

static void collect(struct long_digits *digits, struct cor_text text)
{
    bool fraction = false;
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.at[i];
        if (c == 'e' || c == 'E')
            break;
        fraction = fraction || c == '.';
        if (!is_digit(c))
            continue;
        const bool leading = digits->n == 0 && c == '0';
        const bool kept = !leading && digits->n < MOST_DIGITS;
        if (kept)
            digits->text[digits->n++] = c;
        else
            digits->more = digits->more || c != '0';
        if (fraction && (kept || leading))
            digits->exponent--;
        else if (!fraction && !kept)
            digits->exponent += !leading;
    }
}

/* strtod rounds correctly. It gets digits and an exponent but no point, which
   it would expect as the locale writes it. */
static bool
convert_slowly(double *out, const struct parts *parts, struct cor_text text)
{
    struct long_digits digits = {.n = 0};
    collect(&digits, text);
    if (digits.n == 0 || digits.more) {
        digits.text[digits.n++] = digits.more ? '1' : '0';
        digits.exponent--;
    }
    snprintf(digits.text + digits.n, sizeof digits.text - digits.n, "e%ld",
             digits.exponent + parts->written);
    const double value = strtod(digits.text, NULL);
    if (!isfinite(value))
        return false;
    *out = parts->negative ? -value : value;
    return true;
}

bool cor_number_parse(double *out, struct cor_text text)
{
    struct parts parts;
    return split(&parts, text) &&
           (convert_exactly(out, &parts) || convert_slowly(out, &parts, text));
}

bool cor_number_parse_whole(uint64_t *out, struct cor_text text)
{
    uint64_t value = 0;
    for (size_t i = 0; i < text.n; i++) {
        const uint64_t digit = (uint64_t)(text.at[i] - '0');
        if (!is_digit(text.at[i]) || value > (UINT64_MAX - digit) / 10)
            return false;
        value = 10 * value + digit;
    }
    if (text.n == 0)
        return false;
    *out = value;
    return true;
}

/* Whatever the locale prints between digits becomes a point. */
static void set_point(char *out)
{
    const char *point = localeconv()->decimal_point;
    const size_t size = strlen(point);
    char *at = strstr(out, point);
    if (at == NULL)
        return;
    *at = '.';
    memmove(at + 1, at + size, strlen(at + size) + 1);
}

void cor_number_format(char out[COR_NUMBER_SIZE], double value)
{
    /* 15 digits are held by every double but those near 0. */
    const bool full = value == 0 || isnormal(value);
    for (int digits = full ? DBL_DIG : 1; digits <= DBL_DECIMAL_DIG; digits++) {
        snprintf(out, COR_NUMBER_SIZE, "%.*g", digits, value);
        set_point(out);
        double back;
        if (cor_number_parse(&back, cor_text_of(out)) && back == value)
            return;
    }
}

/* Where a double's digits after the point end, and where digits before it would
   be made up: 2^53 is 9.007e15. */
static const double fixed_limit = 1e15;

void cor_number_fixed(char out[COR_NUMBER_SIZE], double value, int decimals)
{
    if (fabs(value) >= fixed_limit) {
        cor_number_format(out, value);
        return;
    }
    snprintf(out, COR_NUMBER_SIZE, "%.*f", decimals, value);
    set_point(out);
    if (out[0] == '-' && strspn(out, "-0.") == strlen(out))
        memmove(out, out + 1, strlen(out));
}
