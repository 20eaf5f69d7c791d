#include "render/output.h"

#include "render/nearest.h"

#include <corridor/base/number.h>
#include <stdarg.h>
#include <string.h>

void cor_output_init(struct cor_output *out, struct cor_arena *arena)
{
    *out = (struct cor_output){.arena = arena};
}

/* Of the first bytes; memory that nobody writes costs nothing. */
enum { FIRST_SIZE = 1 << 20 };

char *cor_output_room(struct cor_output *out, size_t n)
{
    if (out->status != COR_OK)
        return NULL;
    if (n <= out->capacity - out->n)
        return out->bytes + out->n;
    const size_t wider = 2 * out->capacity + n + FIRST_SIZE;
    char *bytes = cor_arena_array(out->arena, char, wider);
    if (bytes == NULL) {
        out->status = COR_NO_MEMORY;
        return NULL;
    }
    if (out->n != 0)
        memcpy(bytes, out->bytes, out->n);
    out->bytes = bytes;
    out->capacity = wider;
    return bytes + out->n;
}

void cor_output_bytes(struct cor_output *out, const void *bytes, size_t n)
{
    char *at = n != 0 ? cor_output_room(out, n) : NULL;
    if (at == NULL)
        return;
    memcpy(at, bytes, n);
    out->n += n;
}

void cor_output_word(struct cor_output *out, const char *word)
{
    cor_output_bytes(out, word, strlen(word));
}

void cor_output_words(struct cor_output *out, const char *word, ...)
{
    va_list words;
    va_start(words, word);
    for (; word != NULL; word = va_arg(words, const char *))
        cor_output_word(out, word);
    va_end(words);
}

/* Drawings hold a hundred thousand numbers and printf is ten times slower. */
void cor_output_number(struct cor_output *out, double value, int decimals)
{
    static const double scale[] = {1, 10, 100, 1000};
    int64_t whole = cor_nearest(value * scale[decimals]);
    char text[COR_NUMBER_SIZE];
    char *at = text + sizeof text;
    const bool negative = whole < 0;
    whole = negative ? -whole : whole;
    for (; decimals > 0 && whole % 10 == 0; decimals--)
        whole /= 10;
    for (int digit = 0; digit <= decimals || whole != 0; digit++) {
        if (digit == decimals && decimals > 0)
            *--at = '.';
        *--at = (char)('0' + whole % 10);
        whole /= 10;
    }
    if (negative)
        *--at = '-';
    cor_output_bytes(out, at, (size_t)(text + sizeof text - at));
}

enum cor_status cor_output_finish(const void **bytes,
                                  size_t *n,
                                  const struct cor_output *out,
                                  struct cor_error *err)
{
    if (out->status != COR_OK)
        return COR_FAIL_MEMORY(err);
    *bytes = out->bytes;
    *n = out->n;
    return COR_OK;
}
