#include <corridor/base/arena.h>

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

/* Small arrays share a block; one above half a block gets its own, so that the
   long arrays of networks stay apart and their overruns are seen. */
enum { BLOCK_SIZE = 64 * 1024 };

struct cor_arena_block {
    struct cor_arena_block *below;
    size_t filled, size;
    alignas(max_align_t) unsigned char bytes[];
};

void cor_arena_init(struct cor_arena *arena, size_t limit)
{
    *arena = (struct cor_arena){.limit = limit};
}

void cor_arena_finish(struct cor_arena *arena)
{
    cor_arena_rewind(arena, (struct cor_arena_mark){0});
}

static bool has_room(const struct cor_arena_block *block, size_t n_byte)
{
    return block != NULL && n_byte <= block->size - block->filled;
}

/* Where much was taken much more will be: up to an eighth may stay unused. */
static size_t shared_size(const struct cor_arena *arena)
{
    const size_t largest = 64 * (size_t)BLOCK_SIZE, size = arena->used / 8;
    return size < BLOCK_SIZE ? BLOCK_SIZE : size < largest ? size : largest;
}

static bool is_large(size_t n_byte)
{
    return n_byte > BLOCK_SIZE / 2;
}

/* Fresh memory from the system is zero: calloc need not touch it. */
static bool push_block(struct cor_arena *arena, size_t n_byte, bool zero)
{
    const size_t size = is_large(n_byte) ? n_byte : shared_size(arena);
    struct cor_arena_block *block =
        zero ? calloc(1, sizeof *block + size) : malloc(sizeof *block + size);
    if (block == NULL)
        return false;
    block->below = arena->top;
    block->filled = 0;
    block->size = size;
    arena->top = block;
    return true;
}

static void *take(struct cor_arena *arena, size_t count, size_t size, bool zero)
{
    const size_t align = alignof(max_align_t);
    /* No object is larger than PTRDIFF_MAX; below it no sum here can wrap. */
    if (size != 0 && count > (PTRDIFF_MAX - align) / size)
        return NULL;
    const size_t n_byte = (count * size + align - 1) / align * align;
    if (n_byte > arena->limit - arena->used)
        return NULL;
    const bool own = zero && is_large(n_byte);
    if ((own || !has_room(arena->top, n_byte)) &&
        !push_block(arena, n_byte, own))
        return NULL;
    struct cor_arena_block *block = arena->top;
    void *taken = block->bytes + block->filled;
    block->filled += n_byte;
    arena->used += n_byte;
    return zero && !own ? memset(taken, 0, n_byte) : taken;
}

void *cor_arena_take(struct cor_arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, false);
}

void *cor_arena_take_zero(struct cor_arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, true);
}

void *cor_arena_copy(struct cor_arena *arena,
                     const void *source,
                     size_t count,
                     size_t size)
{
    void *copy = cor_arena_take(arena, count, size);
    if (copy != NULL && count * size != 0)
        memcpy(copy, source, count * size);
    return copy;
}

void *cor_arena_grow(struct cor_arena *arena,
                     void *array,
                     size_t count,
                     size_t *capacity,
                     size_t size)
{
    if (array != NULL && count < *capacity)
        return array;
    const size_t wider = count < 8 ? 16 : 2 * count;
    void *grown = cor_arena_take(arena, wider, size);
    if (grown == NULL)
        return NULL;
    if (count != 0)
        memcpy(grown, array, count * size);
    *capacity = wider;
    return grown;
}

struct cor_arena_mark cor_arena_mark(const struct cor_arena *arena)
{
    return (struct cor_arena_mark){
        .top = arena->top,
        .filled = arena->top != NULL ? arena->top->filled : 0,
        .used = arena->used,
    };
}

void cor_arena_rewind(struct cor_arena *arena, struct cor_arena_mark mark)
{
    while (arena->top != mark.top) {
        struct cor_arena_block *block = arena->top;
        arena->top = block->below;
        free(block);
    }
    if (arena->top != NULL)
        arena->top->filled = mark.filled;
    arena->used = mark.used;
}
