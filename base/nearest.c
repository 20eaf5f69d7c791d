#include <corridor/base/text.h>

#include <string.h>

enum { LONGEST = 64 };

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Three rows of the table of prefixes suffice: a swap reaches back by two. */
static uint32_t distance(struct cor_text a, struct cor_text b)
{
    uint32_t row[3][LONGEST + 1];
    for (uint32_t j = 0; j <= b.n; j++)
        row[0][j] = j;
    for (uint32_t i = 1; i <= a.n; i++) {
        uint32_t *now = row[i % 3];
        const uint32_t *last = row[(i + 2) % 3], *older = row[(i + 1) % 3];
        now[0] = i;
        for (uint32_t j = 1; j <= b.n; j++) {
            const uint32_t change = a.at[i - 1] != b.at[j - 1];
            now[j] =
                least(last[j - 1] + change, least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
                a.at[i - 2] == b.at[j - 1])
                now[j] = least(now[j], older[j - 2] + 1);
        }
    }
    return row[a.n % 3][b.n];
}

static struct cor_text cut(struct cor_text text)
{
    text.n = text.n < LONGEST ? text.n : LONGEST;
    return text;
}

const char *cor_text_nearest(struct cor_text written,
                             const char *const *candidates,
                             size_t n)
{
    const struct cor_text a = cut(written);
    /* A third of the letters wrong is still a slip; more is another word. */
    uint32_t best = (uint32_t)(a.n + 2) / 3 + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < n; i++) {
        if (candidates[i] == NULL)
            continue;
        const struct cor_text b = cut(cor_text_of(candidates[i]));
        if (b.n + best <= a.n || a.n + best <= b.n)
            continue;
        const uint32_t d = distance(a, b);
        if (d < best) {
            best = d;
            nearest = candidates[i];
        }
    }
    return nearest;
}
