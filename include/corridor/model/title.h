/* corridor/model/title.h -- titles in the languages that maps speak. */
#ifndef COR_MODEL_TITLE_H
#define COR_MODEL_TITLE_H

#include <stdint.h>

/** Languages that texts of scenarios may be given in. */
enum cor_language {
    COR_LANGUAGE_EN,
    COR_LANGUAGE_RU,
    COR_LANGUAGE_ZH,
    COR_N_LANGUAGE
};

/** Languages as written in files, in the order above. */
extern const char *const cor_languages[COR_N_LANGUAGE];

/** A text by language; NULL where a language has none. All are NULL if it was
 *  written plainly: then one text serves for every language. */
struct cor_titles {
    const char *in[COR_N_LANGUAGE];
};

/**
 * The text that readers of these languages want.
 *
 * plain     what it is in the first language that it is given in, or for all;
 *           may be NULL
 * language  [n] by preference, as cor_languages; others are passed over
 * Returns   the text in the first of them that has one, else `plain`
 */
const char *cor_title_in(const char *plain,
                         const struct cor_titles *titles,
                         const char *const *language,
                         uint32_t n);

#endif
