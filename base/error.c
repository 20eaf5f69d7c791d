#include <corridor/base/error.h>
#include <corridor/base/text.h>

#include <stdarg.h>
#include <stdio.h>

enum cor_status cor_error_set(struct cor_error *err,
                              enum cor_status code,
                              struct cor_place place,
                              struct cor_place raised_at,
                              const char *format,
                              ...)
{
    if (err == NULL || err->code != COR_OK)
        return code;
    err->code = code;
    err->place = place;
    err->raised_at = raised_at;
    char said[4 * sizeof err->text]; /* wide, to be cut between characters */
    va_list values;
    va_start(values, format);
    vsnprintf(said, sizeof said, format, values);
    va_end(values);
    cor_text_escape_into(err->text, sizeof err->text, cor_text_of(said));
    return code;
}
