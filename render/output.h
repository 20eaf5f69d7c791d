/* render/output.h -- bytes that grow in an arena while a format is written. */
#ifndef COR_RENDER_OUTPUT_H
#define COR_RENDER_OUTPUT_H

#include <corridor/base/arena.h>
#include <corridor/base/error.h>

/** What was written so far. After a failure nothing more is. */
struct cor_output {
    struct cor_arena *arena;
    enum cor_status status;
    char *bytes; /* [n] */
    size_t n, capacity;
};

void cor_output_init(struct cor_output *out, struct cor_arena *arena);

/** Room for n bytes more, which are written once `n` of the output counts them;
 *  NULL for want of memory. */
char *cor_output_room(struct cor_output *out, size_t n);

void cor_output_bytes(struct cor_output *out, const void *bytes, size_t n);

/** Write a string; cor_output_words writes several, up to a NULL. */
void cor_output_word(struct cor_output *out, const char *word);
void cor_output_words(struct cor_output *out, const char *word, ...)
    __attribute__((sentinel));

/** Write a number rounded to `decimals` (0 to 3), without zeros at its end:
 *  "12.5", "0", "-3"; `value` below 1e12 in size. */
void cor_output_number(struct cor_output *out, double value, int decimals);

/** Hand over what was written. */
COR_CHECKED enum cor_status cor_output_finish(const void **bytes,
                                              size_t *n,
                                              const struct cor_output *out,
                                              struct cor_error *err);

#endif
