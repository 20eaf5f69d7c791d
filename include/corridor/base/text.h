/* corridor/base/text.h -- pieces of text, and names kept once. */
#ifndef COR_BASE_TEXT_H
#define COR_BASE_TEXT_H

#include <corridor/base/arena.h>
#include <corridor/base/error.h>

/** A borrowed piece of text, not ended by a zero. */
struct cor_text {
    const char *at;
    size_t n; /* bytes */
};

/** The text of a zero-ended string. */
struct cor_text cor_text_of(const char *string);

bool cor_text_equal(struct cor_text a, struct cor_text b);

/** Without the blanks, tabs and line ends at both ends. */
struct cor_text cor_text_trim(struct cor_text text);

/** A zero-ended copy owned by the arena, or NULL for want of memory. */
char *cor_text_copy(struct cor_arena *arena, struct cor_text text);

/** As printf into the arena; NULL for want of memory. */
__attribute__((format(printf, 2, 3))) char *
cor_text_print(struct cor_arena *arena, const char *format, ...);

/** How many bytes from the start are valid UTF-8 without zero bytes. */
size_t cor_text_valid(struct cor_text text);

/** Characters, that is code points, of valid UTF-8. */
size_t cor_text_length(struct cor_text text);

/**
 * Text that is safe to show: control characters and bytes that are not UTF-8
 * are written as \xNN. Owned by the arena; NULL for want of memory.
 */
char *cor_text_escape(struct cor_arena *arena, struct cor_text text);

/** The same into `size` bytes, at least one; what does not fit is cut off. */
void cor_text_escape_into(char *out, size_t size, struct cor_text text);

/** The hash of no bytes; see cor_hash. */
#define COR_HASH_START UINT64_C(0xcbf29ce484222325)

/**
 * The hash of bytes that follow others, whose hash is given.
 *
 * Source  FNV-1a, 64 bit: Fowler, Noll, Vo and Eastlake, draft-eastlake-fnv
 */
uint64_t cor_hash(uint64_t before, const void *bytes, size_t n);

/**
 * A hash for whole files, which takes eight bytes at a time; unlike with
 * cor_hash, two pieces are hashed otherwise than both in one.
 */
uint64_t cor_hash_long(uint64_t before, const void *bytes, size_t n);

/** No such name. */
#define COR_NONE UINT32_MAX

/**
 * Names numbered from 0 in the order they were first met. Names that are whole
 * numbers, and not many times more than there are names, are looked up without
 * hashing: tables often number their rows.
 */
struct cor_names {
    struct cor_arena *arena; /* where names and the tables below are kept */
    const char **name;       /* [n] zero-ended */
    uint32_t *slot;          /* [n_slot] hash table of the other names */
    uint32_t *direct;        /* [n_direct] by whole number */
    char *free;              /* [n_free] for the bytes of names to come */
    uint32_t n, n_slot, n_hashed, n_direct;
    size_t capacity, n_free;
};

/** Begin without names; `arena` is borrowed as long as names are used. */
void cor_names_init(struct cor_names *names, struct cor_arena *arena);

/** Whether every name is a whole number, and thus plain ASCII. */
static inline bool cor_names_are_whole(const struct cor_names *names)
{
    return names->n_hashed == 0;
}

/** The number of a name, or COR_NONE. */
uint32_t cor_names_find(const struct cor_names *names, struct cor_text name);

/** The same for many names at once, which wait for memory together. */
void cor_names_find_each(uint32_t *out,
                         const struct cor_names *names,
                         const struct cor_text *name,
                         size_t n);

/** Make room for `n` names in all, before any is added; false for want of
 *  memory. More may be added. */
COR_CHECKED bool cor_names_reserve(struct cor_names *names, size_t n);

/** The number of a name, added if it is new; COR_NONE for want of memory. */
uint32_t cor_names_add(struct cor_names *names, struct cor_text name);

/**
 * The name most like what somebody wrote, by letters changed, missing, added
 * or swapped; NULL when none is near.
 *
 * candidates  [n] zero-ended; NULL entries are passed over
 * Cost        O(n m^2) for names of m letters, at most 64 of each are read
 * Source      optimal string alignment; Damerau (1964), doi:10.1145/363958.363994
 */
const char *cor_text_nearest(struct cor_text written,
                             const char *const *candidates,
                             size_t n);

#endif
