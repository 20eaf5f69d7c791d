/* corridor/base/arena.h -- memory that is given back all at once.
 *
 * A call that makes arrays takes its caller's arena: it takes what the caller
 * keeps, marks, takes what it needs on the way, and rewinds.
 */
#ifndef COR_BASE_ARENA_H
#define COR_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cor_arena_block;

/** A stack of arrays in the caller's storage; read `used` at will. */
struct cor_arena {
    struct cor_arena_block *top; /* the block taken from last; NULL: none */
    size_t used;                 /* bytes taken and not given back */
    size_t limit;                /* `used` never exceeds it */
};

/** A height of the stack. All zero: the bottom. */
struct cor_arena_mark {
    struct cor_arena_block *top;
    size_t filled; /* bytes of `top` in use */
    size_t used;
};

/** Make an arena empty; `limit` bytes at once, SIZE_MAX for no limit. */
void cor_arena_init(struct cor_arena *arena, size_t limit);

/** Give everything back; the arena is then empty and may be used again. */
void cor_arena_finish(struct cor_arena *arena);

/**
 * Take `count` items of `size` bytes; see cor_arena_array.
 *
 * Returns  owned by the arena, aligned for any type, contents undefined; NULL
 *          for want of memory and for that only, the arena then unchanged.
 *          An array of nothing is a valid pointer.
 * Cost     a malloc for a large array, now and then one for small ones
 */
void *cor_arena_take(struct cor_arena *arena, size_t count, size_t size);

/** The same, every byte zero. A large array costs no more until it is
 *  written. */
void *cor_arena_take_zero(struct cor_arena *arena, size_t count, size_t size);

/** Take a copy of an array; `source` may be NULL when it is empty. */
void *cor_arena_copy(struct cor_arena *arena,
                     const void *source,
                     size_t count,
                     size_t size);

/**
 * Make room for one more item in an array that grows.
 *
 * array     NULL or taken from this arena; moved to a larger one when full,
 *           the old one being kept until the arena is rewound
 * count     items in use
 * capacity  in and out: items there is room for
 * Returns   the array, or NULL for want of memory
 */
void *cor_arena_grow(struct cor_arena *arena,
                     void *array,
                     size_t count,
                     size_t *capacity,
                     size_t size);

/** Take an array of `count` items of `type`: a `type *`, or NULL. */
#define cor_arena_array(arena, type, count) \
    ((type *)cor_arena_take((arena), (count), sizeof(type)))

/** The present height of the stack. */
struct cor_arena_mark cor_arena_mark(const struct cor_arena *arena);

/** Give back all taken since the mark, which must be of this arena. */
void cor_arena_rewind(struct cor_arena *arena, struct cor_arena_mark mark);

#endif
