#include "exchange/buffer.h"

#include <corridor/base/number.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SMALLEST = 4096 };

static bool make_room(struct cor_buffer *buffer, size_t n)
{
    if (buffer->failed || n <= buffer->capacity - buffer->n)
        return !buffer->failed;
    size_t capacity = buffer->capacity < SMALLEST ? SMALLEST : buffer->capacity;
    while (capacity - buffer->n < n && capacity < SIZE_MAX / 2)
        capacity *= 2;
    char *grown = capacity - buffer->n < n
                      ? NULL
                      : cor_arena_take(buffer->arena, capacity, 1);
    buffer->failed = grown == NULL;
    if (grown == NULL)
        return false;
    if (buffer->n != 0)
        memcpy(grown, buffer->at, buffer->n);
    buffer->at = grown;
    buffer->capacity = capacity;
    return true;
}

void cor_buffer_add(struct cor_buffer *buffer, const char *bytes, size_t n)
{
    if (n == 0 || !make_room(buffer, n))
        return;
    memcpy(buffer->at + buffer->n, bytes, n);
    buffer->n += n;
}

void cor_buffer_text(struct cor_buffer *buffer, const char *text)
{
    cor_buffer_add(buffer, text, strlen(text));
}

void cor_buffer_number(struct cor_buffer *buffer, double value)
{
    char text[COR_NUMBER_SIZE];
    cor_number_format(text, value);
    cor_buffer_text(buffer, text);
}

void cor_buffer_whole(struct cor_buffer *buffer, uint64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    cor_buffer_text(buffer, text);
}
