#include "model/check.h"

#include <corridor/model/title.h>

bool cor_draft_states(const struct cor_draft *draft,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record)
{
    const uint32_t n =
        cor_kinds[kind].field[field].is_spoken ? COR_N_LANGUAGE : 0;
    uint32_t i = 0;
    while (i <= n && cor_draft_at(draft, kind, field + i, record) == 0)
        i++;
    return i <= n;
}

bool cor_draft_states_all(const struct cor_draft *draft,
                          enum cor_kind kind,
                          uint32_t field)
{
    const uint32_t *spot = cor_draft_column(draft, kind, field)->spot;
    const uint32_t n = draft->table[kind].n;
    uint32_t i = 0;
    while (spot != NULL && i < n && spot[i] != 0)
        i++;
    return i == n;
}

bool cor_draft_knows_all(const struct cor_draft *draft, enum cor_space space)
{
    const uint32_t *record_of = draft->record_of[space];
    const uint32_t n = draft->names[space].n;
    uint32_t i = 0;
    while (i < n && record_of[i] != COR_NONE)
        i++;
    return i == n;
}

bool cor_draft_in_order(const struct cor_draft *draft, enum cor_kind kind)
{
    const enum cor_space space = cor_kinds[kind].space;
    const uint32_t *record_of = draft->record_of[space];
    const uint32_t n = draft->table[kind].n;
    uint32_t i = 0;
    while (i < n && i < draft->names[space].n && record_of[i] == i)
        i++;
    return i == n && i == draft->names[space].n;
}

const char *
cor_draft_name(const struct cor_draft *draft, enum cor_space space, uint32_t n)
{
    return n == COR_NONE ? "" : draft->names[space].name[n];
}

const char *
cor_draft_id(const struct cor_draft *draft, enum cor_kind kind, uint32_t record)
{
    return cor_draft_name(draft, cor_kinds[kind].space,
                          cor_draft_word(draft, kind, 0, record));
}
