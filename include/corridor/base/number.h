/* corridor/base/number.h -- numbers and dates as text, whatever the locale. */
#ifndef COR_BASE_NUMBER_H
#define COR_BASE_NUMBER_H

#include <corridor/base/text.h>

/**
 * Read a decimal number: sign, digits, point, exponent, nothing else. No hex,
 * nan, inf, blanks or digit separators.
 *
 * out      untouched on failure; finite, correctly rounded
 * Returns  whether all of `text` is a number that a double can hold
 */
bool cor_number_parse(double *out, struct cor_text text);

/** Read a whole number below 2^64 written with digits only. */
bool cor_number_parse_whole(uint64_t *out, struct cor_text text);

/** Long enough for any number. */
enum { COR_NUMBER_SIZE = 32 };

/** Write the shortest decimal that reads back equal; `value` is finite. */
void cor_number_format(char out[COR_NUMBER_SIZE], double value);

/** Write with `decimals` (0 to 9) digits after the point; `value` finite. From
 *  1e15 in size as cor_number_format does. Never "-0". */
void cor_number_fixed(char out[COR_NUMBER_SIZE], double value, int decimals);

/** Days since 1970-01-01 in the Gregorian calendar. */
typedef int32_t cor_date;

/** No date is stated. */
#define COR_NO_DATE INT32_MIN

/** Read YYYY-MM-DD, also YYYY-MM and YYYY, which mean their first day. */
bool cor_date_parse(cor_date *out, struct cor_text text);

enum { COR_DATE_SIZE = 16 };

/** Write YYYY-MM-DD. */
void cor_date_format(char out[COR_DATE_SIZE], cor_date date);

#endif
