#include <corridor/base/text.h>

#include <string.h>

void cor_names_init(struct cor_names *names, struct cor_arena *arena)
{
    *names = (struct cor_names){.arena = arena};
}

/* FNV-1a, 64 bit: Fowler, Noll and Vo, draft-eastlake-fnv. The upper half is
   folded in because the table looks at the low bits only. */
static uint32_t hash(struct cor_text text)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < text.n; i++)
        h = (h ^ (unsigned char)text.at[i]) * 0x100000001b3u;
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

uint32_t cor_names_find(const struct cor_names *names, struct cor_text name)
{
    return names->n_slot == 0 ? COR_NONE : *slot_of(names, name);
}

/* Kept at most half full. */
static bool widen(struct cor_names *names)
{
    if (names->n_slot / 2 > names->n)
        return true;
    const uint32_t n_slot = names->n_slot == 0 ? 64 : 2 * names->n_slot;
    uint32_t *slot = cor_arena_array(names->arena, uint32_t, n_slot);
    if (slot == NULL)
        return false;
    memset(slot, 0xFF, n_slot * sizeof *slot);
    names->slot = slot;
    names->n_slot = n_slot;
    for (uint32_t i = 0; i < names->n; i++)
        *slot_of(names, cor_text_of(names->name[i])) = i;
    return true;
}

uint32_t cor_names_add(struct cor_names *names, struct cor_text name)
{
    if (names->n >= UINT32_MAX / 4 || !widen(names))
        return COR_NONE;
    uint32_t *slot = slot_of(names, name);
    if (*slot != COR_NONE)
        return *slot;
    const char **list = cor_arena_grow(names->arena, names->name, names->n,
                                       &names->capacity, sizeof *list);
    const char *copy = cor_text_copy(names->arena, name);
    if (list == NULL || copy == NULL)
        return COR_NONE;
    names->name = list;
    names->name[names->n] = copy;
    return *slot = names->n++;
}
