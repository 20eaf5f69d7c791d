/* model/nfd.h -- whether names that look the same are the same. */
#ifndef MODEL_NFD_H
#define MODEL_NFD_H

#include <corridor/base/text.h>

/** A character and the one or two it stands for; second 0: one. */
struct cor_nfd_pair {
    uint16_t composed, first, second;
};

extern const struct cor_nfd_pair cor_nfd_table[];
extern const size_t cor_nfd_table_size;

/**
 * Text with every accent apart from its letter (canonical decomposition): two
 * names have the same one if they are canonically equivalent. Marks stay in
 * the order they are written in, and characters beyond the basic multilingual
 * plane as they are.
 *
 * text     valid UTF-8
 * Returns  owned by the arena; NULL for want of memory
 * Source   Unicode Standard 14.0, section 3.11
 */
const char *cor_nfd(struct cor_text text, struct cor_arena *arena);

#endif
