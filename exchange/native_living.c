#include "exchange/native.h"

#include <inttypes.h>

/* What no two records of a kind may have in common: an id, or the country and
   group of a member. NULL for want of memory. */
static const char *name_of(const struct cor_draft *draft,
                           enum cor_kind kind,
                           uint32_t record,
                           struct cor_arena *arena)
{
    if (kind != COR_KIND_MEMBER)
        return cor_draft_id(draft, kind, record);
    return cor_text_print(
        arena, "%" PRIu32 ",%" PRIu32,
        cor_draft_word(draft, kind, COR_MEMBER_GROUP, record),
        cor_draft_word(draft, kind, COR_MEMBER_COUNTRY, record));
}

bool cor_native_living(bool **out,
                       const struct cor_draft *draft,
                       enum cor_kind kind,
                       struct cor_arena *arena)
{
    const struct cor_draft_table *table = &draft->table[kind];
    const bool named =
        kind == COR_KIND_MEMBER || cor_kinds[kind].space != COR_N_SPACE;
    struct cor_names met;
    bool *living = cor_arena_array(arena, bool, table->n);
    cor_names_init(&met, arena);
    if (living == NULL)
        return false;
    for (uint32_t i = table->n; i-- > 0;) {
        living[i] = !table->dead[i];
        if (!named || !living[i])
            continue;
        const uint32_t before = met.n;
        const char *name = name_of(draft, kind, i, arena);
        if (name == NULL || cor_names_add(&met, cor_text_of(name)) == COR_NONE)
            return false;
        living[i] = met.n != before;
    }
    *out = living;
    return true;
}
