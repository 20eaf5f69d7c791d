#include "model/nfd.h"

/* The character that begins at a byte of valid UTF-8, and its size. */
static uint32_t decode(const unsigned char *at, size_t *size)
{
    if (at[0] < 0x80) {
        *size = 1;
        return at[0];
    }
    *size = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    uint32_t c = at[0] & (0xFFu >> (*size + 1));
    for (size_t i = 1; i < *size; i++)
        c = c << 6 | (at[i] & 0x3Fu);
    return c;
}

static char *encode(char *out, uint32_t c)
{
    const int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (int i = size - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[size] | c);
    return out + size;
}

static const struct cor_nfd_pair *find(uint32_t c)
{
    size_t low = 0, high = cor_nfd_table_size;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (cor_nfd_table[middle].composed == c)
            return &cor_nfd_table[middle];
        if (cor_nfd_table[middle].composed < c)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Unicode Standard 14.0, section 3.12: syllables are numbered by rule. */
enum {
    SYLLABLE = 0xAC00,
    N_SYLLABLE = 11172,
    LEAD = 0x1100,
    VOWEL = 0x1161,
    TRAIL = 0x11A7,
    N_TRAIL = 28,
    N_AFTER_LEAD = 588
};

static char *put_syllable(char *out, uint32_t c)
{
    const uint32_t number = c - SYLLABLE;
    out = encode(out, LEAD + number / N_AFTER_LEAD);
    out = encode(out, VOWEL + number % N_AFTER_LEAD / N_TRAIL);
    return number % N_TRAIL == 0 ? out : encode(out, TRAIL + number % N_TRAIL);
}

static char *put(char *out, uint32_t c)
{
    if (c >= SYLLABLE && c < SYLLABLE + N_SYLLABLE)
        return put_syllable(out, c);
    const struct cor_nfd_pair *pair = find(c);
    if (pair == NULL)
        return encode(out, c);
    out = put(out, pair->first); /* which may be composed itself */
    return pair->second == 0 ? out : encode(out, pair->second);
}

const char *cor_nfd(struct cor_text text, struct cor_arena *arena)
{
    enum { MOST_GROWTH = 3 }; /* the three bytes of a syllable become nine */
    char *apart = cor_arena_array(arena, char, MOST_GROWTH *text.n + 1);
    if (apart == NULL)
        return NULL;
    char *end = apart;
    size_t size = 0;
    for (size_t i = 0; i < text.n; i += size)
        end = put(end, decode((const unsigned char *)text.at + i, &size));
    *end = '\0';
    return apart;
}
