/* corridor/render/words.h -- what maps say around the names they show. */
#ifndef COR_RENDER_WORDS_H
#define COR_RENDER_WORDS_H

#include <corridor/base/arena.h>
#include <corridor/base/number.h>

#include <stdbool.h>

/** A phrase in the languages that maps speak. Where a value goes stands {1},
 *  {2} and so on, since languages order them differently. */
struct cor_phrase {
    const char *english; /* also what finds the phrase */
    const char *russian, *chinese;
};

/** Every phrase; the last has no English. */
extern const struct cor_phrase cor_phrases[];

/** Whether maps speak a language: "en", "ru" or "zh". */
bool cor_words_known(const char *language);

/** A phrase in a language; in English where there is no translation. */
const char *cor_words_say(const char *language, const char *english);

/** The most values of a phrase. */
enum { COR_WORDS_VALUES = 4 };

/**
 * Say a phrase with its values.
 *
 * value    [COR_WORDS_VALUES] texts for {1} to {4}; the unused may be NULL
 * Returns  owned by the arena; NULL for want of memory
 */
const char *cor_words_fill(struct cor_arena *arena,
                           const char *language,
                           const char *english,
                           const char *const value[COR_WORDS_VALUES]);

/** A day as people write it: "1 January 2026". Owned by the arena; NULL for
 *  want of memory. */
const char *
cor_words_date(struct cor_arena *arena, const char *language, cor_date day);

#endif
