#include <corridor/base/text.h>

#include <endian.h>
#include <string.h>

uint64_t cor_hash(uint64_t before, const void *bytes, size_t n)
{
    const unsigned char *byte = bytes;
    uint64_t h = before;
    for (size_t i = 0; i < n; i++)
        h = (h ^ byte[i]) * UINT64_C(0x100000001b3);
    return h;
}

/* Multiplication carries upwards only, so with whole words the upper half must
   be brought down each time. */
static uint64_t mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0x100000001b3);
    return h ^ (h >> 32);
}

uint64_t cor_hash_long(uint64_t before, const void *bytes, size_t n)
{
    const unsigned char *at = bytes;
    uint64_t h = mix(before, n), word = 0;
    for (; n >= sizeof word; n -= sizeof word, at += sizeof word) {
        memcpy(&word, at, sizeof word);
        h = mix(h, le64toh(word));
    }
    word = 0;
    if (n != 0)
        memcpy(&word, at, n);
    return mix(h, le64toh(word));
}

void cor_names_init(struct cor_names *names, struct cor_arena *arena)
{
    *names = (struct cor_names){.arena = arena};
}

/* The upper half is folded in because the table looks at the low bits only. */
static uint32_t hash(struct cor_text text)
{
    const uint64_t h = cor_hash(COR_HASH_START, text.at, text.n);
    return (uint32_t)(h ^ (h >> 32));
}

static uint32_t *slot_of(const struct cor_names *names, struct cor_text name)
{
    const uint32_t mask = names->n_slot - 1;
    uint32_t i = hash(name) & mask;
    while (names->slot[i] != COR_NONE &&
           !cor_text_equal(cor_text_of(names->name[names->slot[i]]), name))
        i = (i + 1) & mask;
    return &names->slot[i];
}

/* Whether a name is a whole number as one would write it: "7", not "07". */
static inline bool is_whole(uint32_t *out, struct cor_text name)
{
    if (name.n == 0 || name.n > 9 || (name.at[0] == '0' && name.n > 1))
        return false;
    uint32_t value = 0;
    for (size_t i = 0; i < name.n; i++) {
        const uint32_t digit = (uint32_t)(unsigned char)name.at[i] - '0';
        if (digit > 9)
            return false;
        value = 10 * value + digit;
    }
    *out = value;
    return true;
}

/* A name, and the whole number that it is, else not_whole. */
struct key {
    struct cor_text text;
    uint32_t value;
};
static const uint32_t not_whole = UINT32_MAX;

static inline struct key key_of(struct cor_text name)
{
    struct key key = {name, not_whole};
    uint32_t value;
    if (is_whole(&value, name))
        key.value = value;
    return key;
}

static inline bool is_direct(const struct cor_names *names, struct key key)
{
    return key.value < names->n_direct;
}

/* Where the number of a name stands, or is to be put; NULL: nowhere yet. */
static inline uint32_t *seat_of(const struct cor_names *names, struct key key)
{
    if (is_direct(names, key))
        return &names->direct[key.value];
    return names->n_slot == 0 ? NULL : slot_of(names, key.text);
}

static inline uint32_t find(const struct cor_names *names, struct key key)
{
    const uint32_t *seat = seat_of(names, key);
    return seat == NULL ? COR_NONE : *seat;
}

uint32_t cor_names_find(const struct cor_names *names, struct cor_text name)
{
    return find(names, key_of(name));
}

void cor_names_find_each(uint32_t *out,
                         const struct cor_names *names,
                         const struct cor_text *name,
                         size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct key key = key_of(name[i]);
        out[i] = key.value;
        if (is_direct(names, key))
            __builtin_prefetch(&names->direct[key.value]);
    }
    for (size_t i = 0; i < n; i++)
        out[i] = find(names, (struct key){name[i], out[i]});
}

/* A table by whole number may be this many times as long as there are names. */
enum { SPARSEST = 4, FEWEST = 64 };

static uint32_t *take_empty(struct cor_names *names, uint32_t n)
{
    uint32_t *table = cor_arena_array(names->arena, uint32_t, n);
    if (table != NULL)
        memset(table, 0xFF, n * sizeof *table);
    return table;
}

/* Kept at most half full. */
static bool widen_slots(struct cor_names *names)
{
    if (names->n_slot / 2 > names->n_hashed)
        return true;
    const uint32_t n_slot = names->n_slot == 0 ? 64 : 2 * names->n_slot;
    uint32_t *slot = take_empty(names, n_slot);
    if (slot == NULL)
        return false;
    names->slot = slot;
    names->n_slot = n_slot;
    names->n_hashed = 0;
    for (uint32_t i = 0; i < names->n; i++) {
        const struct cor_text name = cor_text_of(names->name[i]);
        if (is_direct(names, key_of(name)))
            continue;
        *slot_of(names, name) = i;
        names->n_hashed++;
    }
    return true;
}

/* Names that were hashed before may be whole numbers that are direct now. */
static bool widen_direct(struct cor_names *names, uint32_t most)
{
    uint32_t n_direct = names->n_direct == 0 ? FEWEST : 2 * names->n_direct;
    while (n_direct <= most || n_direct < names->capacity)
        n_direct *= 2;
    uint32_t *direct = take_empty(names, n_direct);
    if (direct == NULL)
        return false;
    names->direct = direct;
    names->n_direct = n_direct;
    for (uint32_t i = 0; i < names->n; i++) {
        const struct key key = key_of(cor_text_of(names->name[i]));
        if (is_direct(names, key))
            direct[key.value] = i;
    }
    return true;
}

static bool make_room(struct cor_names *names, struct key key)
{
    if (key.value == not_whole || key.value / SPARSEST >= names->n + FEWEST)
        return widen_slots(names);
    return is_direct(names, key) || widen_direct(names, key.value);
}

/* A zero-ended copy. Names are short and many: they stand side by side. */
static const char *pack(struct cor_names *names, struct cor_text name)
{
    enum { POOL_SIZE = 16 * 1024 };
    const size_t size = name.n + 1;
    if (size > names->n_free) {
        const size_t n =
            size > POOL_SIZE || names->n < FEWEST ? size : POOL_SIZE;
        char *pool = cor_arena_array(names->arena, char, n);
        if (pool == NULL)
            return NULL;
        names->free = pool;
        names->n_free = n;
    }
    char *copy = names->free;
    if (name.n != 0)
        memcpy(copy, name.at, name.n);
    copy[name.n] = '\0';
    names->free += size;
    names->n_free -= size;
    return copy;
}

bool cor_names_reserve(struct cor_names *names, size_t n)
{
    if (names->n != 0 || n <= names->capacity)
        return true;
    const char **list = cor_arena_array(names->arena, const char *, n);
    if (list == NULL)
        return false;
    names->name = list;
    names->capacity = n;
    return true;
}

static uint32_t append(struct cor_names *names, struct key key)
{
    if (names->n >= UINT32_MAX / 4 || !make_room(names, key))
        return COR_NONE;
    const char **list = cor_arena_grow(names->arena, names->name, names->n,
                                       &names->capacity, sizeof *list);
    if (list == NULL)
        return COR_NONE;
    names->name = list;
    const char *copy = pack(names, key.text);
    if (copy == NULL)
        return COR_NONE;
    names->name[names->n] = copy;
    names->n_hashed += !is_direct(names, key);
    return *seat_of(names, key) = names->n++;
}

uint32_t cor_names_add(struct cor_names *names, struct cor_text name)
{
    const struct key key = key_of(name);
    const uint32_t number = find(names, key);
    return number != COR_NONE ? number : append(names, key);
}
