#include <corridor/base/error.h>

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
    va_list values;
    va_start(values, format);
    vsnprintf(err->text, sizeof err->text, format, values);
    va_end(values);
    return code;
}
