/* Texts on several lines. */
#include "render/draft.h"

#include <math.h>
#include <string.h>

/* A text, and where its lines may end. */
struct breaking {
    const char *text;
    const uint8_t *end; /* [strlen(text) + 1] enum cor_line_end */
};

static bool fits(struct cor_draft *draft,
                 const char *text,
                 size_t n,
                 struct cor_font font,
                 double width_mm)
{
    char line[1024];
    if (n >= sizeof line)
        return false;
    memcpy(line, text, n);
    line[n] = '\0';
    font.size_pt *= draft->scale;
    return cor_type_measure(draft->type, line, font).width <= width_mm;
}

/* The next end of a word, from byte `n` on. */
static size_t word_end(struct breaking b, size_t n)
{
    while (b.end[n] == COR_END_NONE)
        n++;
    return n;
}

/* The end of the word before byte `n`; 0 if there is none. */
static size_t word_end_before(struct breaking b, size_t n)
{
    do
        n -= n != 0;
    while (n != 0 && b.end[n] == COR_END_NONE);
    return n;
}

/* The bytes of a text that fit on a line, to the end of a word; 0 if not even
   one word does. It is searched for from where letters of half an em would
   end, as those of Noto Sans nearly do. */
static size_t take_line(struct cor_draft *draft,
                        struct breaking b,
                        struct cor_font font,
                        double width_mm)
{
    const double letter_mm = 0.5 * font.size_pt * COR_MM_PER_PT * draft->scale;
    const size_t n_letter = (size_t)fmax(width_mm / letter_mm, 1);
    size_t n = word_end(b, strnlen(b.text, n_letter));
    if (!fits(draft, b.text, n, font, width_mm)) {
        do
            n = word_end_before(b, n);
        while (n != 0 && !fits(draft, b.text, n, font, width_mm));
        return n;
    }
    for (size_t more = n; b.text[n] != '\0'; n = more) {
        more = word_end(b, n + 1);
        if (!fits(draft, b.text, more, font, width_mm))
            break;
    }
    return n;
}

/* Where no blanks part words, a line rather ends at a stop in its last
   quarter than within a name. */
static size_t end_at_stop(struct breaking b, size_t n)
{
    size_t m = n;
    while (m > n - n / 4 && b.end[m] != COR_END_WORD)
        m--;
    return b.end[m] == COR_END_WORD ? m : n;
}

static const char *copy(struct cor_draft *draft, const char *text, size_t n)
{
    const char *line = cor_text_copy(draft->arena, (struct cor_text){text, n});
    if (line == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return line;
}

struct cor_lines cor_draft_wrap(struct cor_draft *draft,
                                const char *text,
                                struct cor_font font,
                                double width_mm,
                                uint32_t most)
{
    struct cor_lines lines = {0};
    if (text == NULL || *text == '\0')
        return lines;
    const uint8_t *end = cor_type_ends(draft->arena, text);
    if (end == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return lines;
    }
    struct breaking b = {text, end};
    while (*b.text != '\0' && lines.n < most) {
        const size_t n = end_at_stop(b, take_line(draft, b, font, width_mm));
        if (n == 0 || lines.n + 1 == most) {
            lines.line[lines.n++] =
                cor_draft_shorten(draft, b.text, font, width_mm);
            break;
        }
        const char *line = copy(draft, b.text, n);
        if (line == NULL)
            break;
        lines.line[lines.n++] = line;
        const size_t skipped = strspn(b.text + n, " ");
        b = (struct breaking){b.text + n + skipped, b.end + n + skipped};
    }
    return lines;
}
