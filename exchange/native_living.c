#include "exchange/native.h"

#include "exchange/field_text.h"

#include <inttypes.h>

/* Where and when a flow is and of what, as it is written. */
static const char *subject_of_flow(const struct cor_draft *draft,
                                   uint32_t record,
                                   struct cor_arena *arena)
{
    struct cor_buffer text = {.arena = arena};
    for (uint32_t i = 0; i < COR_FLOW_N_FIELD; i++) {
        if (i == COR_FLOW_VALUE || i == COR_FLOW_SOURCE || i == COR_FLOW_NOTE)
            continue;
        if (cor_field_stated(draft, COR_KIND_FLOW, i, record))
            cor_field_cell(&text, draft, COR_KIND_FLOW, i, record,
                           COR_QUANTITY_PLAIN);
        cor_buffer_text(&text, ",");
    }
    cor_buffer_whole(&text, cor_field_dimension(draft, COR_KIND_FLOW,
                                                COR_FLOW_VALUE, record));
    return text.failed
               ? NULL
               : cor_text_copy(arena, (struct cor_text){text.at, text.n});
}

/* What no two records of a kind may have in common: an id, the country and
   group of a member, the subject of a flow. NULL for want of memory. */
static const char *name_of(const struct cor_draft *draft,
                           enum cor_kind kind,
                           uint32_t record,
                           struct cor_arena *arena)
{
    if (kind == COR_KIND_FLOW)
        return subject_of_flow(draft, record, arena);
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
    const bool named = kind == COR_KIND_MEMBER || kind == COR_KIND_FLOW ||
                       cor_kinds[kind].space != COR_N_SPACE;
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
