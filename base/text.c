#include <corridor/base/text.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct cor_text cor_text_of(const char *string)
{
    return (struct cor_text){string, strlen(string)};
}

bool cor_text_equal(struct cor_text a, struct cor_text b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct cor_text cor_text_trim(struct cor_text text)
{
    while (text.n != 0 && is_blank(text.at[0])) {
        text.at++;
        text.n--;
    }
    while (text.n != 0 && is_blank(text.at[text.n - 1]))
        text.n--;
    return text;
}

char *cor_text_copy(struct cor_arena *arena, struct cor_text text)
{
    char *copy = cor_arena_array(arena, char, text.n + 1);
    if (copy == NULL)
        return NULL;
    if (text.n != 0)
        memcpy(copy, text.at, text.n);
    copy[text.n] = '\0';
    return copy;
}

char *cor_text_print(struct cor_arena *arena, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    const int n = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (n < 0)
        return NULL;
    char *text = cor_arena_array(arena, char, (size_t)n + 1);
    if (text == NULL)
        return NULL;
    va_start(values, format);
    vsnprintf(text, (size_t)n + 1, format, values);
    va_end(values);
    return text;
}

/* Bytes of the character that begins here, 0 when it is not valid UTF-8:
   Unicode 15, table 3-7 (well-formed byte sequences). */
static size_t character_size(const unsigned char *at, size_t n)
{
    if (at[0] < 0x80)
        return at[0] != 0;
    const size_t size = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    if (at[0] < 0xC2 || at[0] > 0xF4 || size > n)
        return 0;
    for (size_t i = 1; i < size; i++)
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    const bool overlong =
        (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xF0 && at[1] < 0x90);
    const bool surrogate = at[0] == 0xED && at[1] > 0x9F;
    const bool too_high = at[0] == 0xF4 && at[1] > 0x8F;
    return overlong || surrogate || too_high ? 0 : size;
}

/* Whether eight bytes are ASCII and none is zero. */
static bool is_plain(const unsigned char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return ((bytes | (bytes - 0x0101010101010101u)) & 0x8080808080808080u) == 0;
}

size_t cor_text_valid(struct cor_text text)
{
    const unsigned char *bytes = (const unsigned char *)text.at;
    size_t i = 0;
    while (i < text.n) {
        if (text.n - i >= 8 && is_plain(bytes + i)) {
            i += 8;
            continue;
        }
        const size_t size = character_size(bytes + i, text.n - i);
        if (size == 0)
            break;
        i += size;
    }
    return i;
}

size_t cor_text_length(struct cor_text text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        n += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return n;
}

static bool is_control(const unsigned char *at, size_t size)
{
    return at[0] < 0x20 || at[0] == 0x7F ||
           (at[0] == 0xC2 && size == 2 && at[1] < 0xA0);
}

void cor_text_escape_into(char *out, size_t size, struct cor_text text)
{
    const unsigned char *bytes = (const unsigned char *)text.at;
    char *at = out, *const end = out + size - 1;
    for (size_t i = 0; i < text.n;) {
        const size_t n = character_size(bytes + i, text.n - i);
        const bool escaped = n == 0 || is_control(bytes + i, n);
        if ((size_t)(end - at) < (escaped ? sizeof "\\xNN" - 1 : n))
            break;
        if (escaped)
            at += sprintf(at, "\\x%02X", bytes[i++]);
        else
            for (size_t k = 0; k < n; k++)
                *at++ = text.at[i++];
    }
    *at = '\0';
}

char *cor_text_escape(struct cor_arena *arena, struct cor_text text)
{
    const size_t size = (sizeof "\\xNN" - 1) * text.n + 1;
    char *safe = cor_arena_array(arena, char, size);
    if (safe != NULL)
        cor_text_escape_into(safe, size, text);
    return safe;
}
