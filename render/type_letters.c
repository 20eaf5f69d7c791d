/* Letters as such: where lines may end, marks, capitals. */
#include "render/type.h"

#include <pango/pango.h>
#include <string.h>

/* Letters of scripts that leave no blanks between words: Thai and Lao, Khmer,
   Chinese and Japanese, with their punctuation. */
static bool has_no_blanks(gunichar c)
{
    static const gunichar range[][2] = {{0x0E00, 0x0EFF}, {0x1780, 0x17FF},
                                        {0x2E80, 0xA4CF}, {0xF900, 0xFAFF},
                                        {0xFE30, 0xFF60}, {0x20000, 0x3FFFF}};
    for (size_t i = 0; i < sizeof range / sizeof range[0]; i++)
        if (c >= range[i][0] && c <= range[i][1])
            return true;
    return false;
}

static const char *next(const char *at)
{
    return at + g_utf8_skip[(unsigned char)*at];
}

/* Mark the ends of lines that Pango finds, as Unicode's annex 14 has them. */
static void
mark_ends(uint8_t *end, const char *text, const PangoLogAttr *letter)
{
    const char *before = text;
    for (const char *at = next(text); *at != '\0'; before = at, at = next(at)) {
        letter++;
        if (!letter->is_line_break ||
            !(*before == ' ' || has_no_blanks(g_utf8_get_char(before))))
            continue;
        const char *last = at;
        while (last != text && last[-1] == ' ')
            last--;
        end[last - text] =
            last == text ? COR_END_NONE
            : *before == ' ' || g_unichar_ispunct(g_utf8_get_char(before))
                ? COR_END_WORD
                : COR_END_LETTER;
    }
}

const uint8_t *cor_type_ends(struct cor_arena *arena, const char *text)
{
    const size_t n = strlen(text);
    uint8_t *end = cor_arena_array(arena, uint8_t, n + 1);
    PangoLogAttr *letter = g_try_new0(PangoLogAttr, n + 1);
    if (end == NULL || letter == NULL) {
        g_free(letter);
        return NULL;
    }
    memset(end, 0, (n + 1) * sizeof *end);
    if (n != 0 && g_utf8_validate(text, (gssize)n, NULL)) {
        pango_get_log_attrs(text, (int)n, -1, pango_language_from_string("en"),
                            letter, (int)g_utf8_strlen(text, -1) + 1);
        mark_ends(end, text, letter);
    }
    end[n] = COR_END_WORD;
    g_free(letter);
    return end;
}

/* The next letter without its marks, in decomposed text; 0: the end. */
static gunichar next_letter(const char **at)
{
    static const gunichar dotless_i = 0x131;
    gunichar c;
    do {
        c = g_utf8_get_char(*at);
        *at += c != 0 ? g_utf8_skip[(unsigned char)**at] : 0;
    } while (c != 0 && g_unichar_ismark(c));
    return c == dotless_i ? 'i' : c;
}

bool cor_type_alike(const char *a, const char *b)
{
    char *x = g_utf8_normalize(a, -1, G_NORMALIZE_NFD);
    char *y = g_utf8_normalize(b, -1, G_NORMALIZE_NFD);
    const char *at = x, *other = y;
    bool alike = x != NULL && y != NULL;
    for (gunichar c = 1; alike && c != 0;) {
        c = next_letter(&at);
        alike = c == next_letter(&other);
    }
    g_free(x);
    g_free(y);
    return alike;
}

const char *cor_type_capitals(struct cor_arena *arena, const char *text)
{
    char *capitals = cor_arena_array(arena, char, 6 * strlen(text) + 1);
    if (capitals == NULL)
        return NULL;
    char *end = capitals;
    for (const char *at = text; *at != '\0';
         at += g_utf8_skip[(unsigned char)*at])
        end += g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(at)), end);
    *end = '\0';
    return capitals;
}
