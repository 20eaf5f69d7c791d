/* exchange/buffer.h -- text that grows while it is written. */
#ifndef EXCHANGE_BUFFER_H
#define EXCHANGE_BUFFER_H

#include <corridor/base/text.h>

/** Bytes in the caller's arena. Once memory is wanting `failed` stays set, so
 *  that only the end of writing needs to look. */
struct cor_buffer {
    struct cor_arena *arena;
    char *at; /* [n] */
    size_t n, capacity;
    bool failed;
};

/** Add bytes. */
void cor_buffer_add(struct cor_buffer *buffer, const char *bytes, size_t n);

/** Add a zero-ended text. */
void cor_buffer_text(struct cor_buffer *buffer, const char *text);

/** Add a number as cor_number_format writes it. */
void cor_buffer_number(struct cor_buffer *buffer, double value);

/** Add a whole number. */
void cor_buffer_whole(struct cor_buffer *buffer, uint64_t value);

#endif
