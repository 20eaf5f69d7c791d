#include "model/edit.h"

#include "model/check.h"

#include <string.h>

/* Room for all words of a space, and more to come; new ones have no record. */
static bool widen_index(struct cor_draft *draft, enum cor_space space)
{
    struct cor_edits *edits = draft->edits;
    const uint32_t n = draft->names[space].n;
    if (draft->record_of[space] != NULL && n <= edits->n_word[space])
        return true;
    const size_t capacity = 2 * (size_t)n + 16;
    uint32_t *wide = cor_arena_array(draft->arena, uint32_t, capacity);
    if (wide == NULL)
        return false;
    for (size_t i = 0; i < capacity; i++)
        wide[i] =
            i < edits->n_word[space] ? draft->record_of[space][i] : COR_NONE;
    draft->record_of[space] = wide;
    edits->n_word[space] = capacity;
    return true;
}

static void find_records(struct cor_draft *draft, enum cor_kind kind)
{
    uint32_t *record_of = draft->record_of[cor_kinds[kind].space];
    COR_CHECK_EACH(draft, kind, record)
    {
        const uint32_t word = cor_draft_word(draft, kind, 0, record);
        if (word != COR_NONE)
            record_of[word] = record;
    }
}

bool cor_edit_begin(struct cor_draft *draft)
{
    if (draft->edits == NULL) {
        draft->edits = cor_arena_array(draft->arena, struct cor_edits, 1);
        if (draft->edits == NULL)
            return false;
        *draft->edits = (struct cor_edits){0};
        cor_names_init(&draft->edits->ids, draft->arena);
    }
    if (!cor_edit_sync(draft))
        return false;
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        if (cor_kinds[kind].space != COR_N_SPACE)
            find_records(draft, kind);
    return true;
}

bool cor_edit_sync(struct cor_draft *draft)
{
    for (enum cor_space space = 0; space < COR_N_SPACE; space++)
        if (!widen_index(draft, space))
            return false;
    return true;
}

uint32_t cor_edit_find(const struct cor_draft *draft,
                       enum cor_kind kind,
                       struct cor_text id)
{
    const enum cor_space space = cor_kinds[kind].space;
    const uint32_t word = cor_names_find(&draft->names[space], id);
    return word == COR_NONE || word >= draft->edits->n_word[space]
               ? COR_NONE
               : draft->record_of[space][word];
}

const char *cor_edit_nearest(struct cor_draft *draft,
                             enum cor_kind kind,
                             struct cor_text id)
{
    const enum cor_space space = cor_kinds[kind].space;
    return widen_index(draft, space) ? cor_check_nearest(draft, space, id)
                                     : NULL;
}

const struct cor_removal *cor_edit_removal(const struct cor_draft *draft,
                                           enum cor_kind kind,
                                           uint32_t word)
{
    const struct cor_edits *edits = draft->edits;
    for (size_t i = edits == NULL ? 0 : edits->n_removal; i-- > 0;)
        if (edits->removal[i].kind == kind && edits->removal[i].word == word)
            return &edits->removal[i];
    return NULL;
}

bool cor_edit_add(struct cor_draft *draft, enum cor_kind kind, uint32_t record)
{
    const enum cor_space space = cor_kinds[kind].space;
    const uint32_t word = cor_draft_word(draft, kind, 0, record);
    if (!widen_index(draft, space))
        return false;
    if (word != COR_NONE)
        draft->record_of[space][word] = record;
    return true;
}

bool cor_edit_remove(struct cor_draft *draft,
                     enum cor_kind kind,
                     uint32_t record,
                     uint32_t spot)
{
    struct cor_edits *edits = draft->edits;
    const bool has_id = cor_kinds[kind].space != COR_N_SPACE;
    const uint32_t word =
        has_id ? cor_draft_word(draft, kind, 0, record) : record;
    draft->table[kind].dead[record] = true;
    struct cor_removal *removal =
        cor_arena_grow(draft->arena, edits->removal, edits->n_removal,
                       &edits->removal_capacity, sizeof *removal);
    if (removal == NULL)
        return false;
    edits->removal = removal;
    removal[edits->n_removal++] = (struct cor_removal){kind, word, spot};
    if (has_id && word != COR_NONE)
        draft->record_of[cor_kinds[kind].space][word] = COR_NONE;
    return true;
}

void cor_edit_drop(struct cor_draft *draft, enum cor_kind kind)
{
    struct cor_draft_table *table = &draft->table[kind];
    table->n--;
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        cor_edit_clear(draft, kind, table->n, i);
}

void cor_edit_clear(struct cor_draft *draft,
                    enum cor_kind kind,
                    uint32_t record,
                    uint32_t field)
{
    uint32_t *spot = draft->table[kind].column[field].spot;
    if (spot != NULL)
        spot[record] = 0;
}

bool cor_edit_copy(struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t to,
                   uint32_t from,
                   uint32_t field)
{
    const struct cor_draft_column *column = cor_draft_open(draft, kind, field);
    if (column == NULL)
        return false;
    const size_t width = cor_draft_width(cor_kinds[kind].field[field].type);
    unsigned char *at = column->at;
    memcpy(at + to * width, at + from * width, width);
    if (column->dimension != NULL)
        column->dimension[to] = column->dimension[from];
    column->spot[to] = column->spot[from];
    return true;
}

bool cor_edit_date(struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t record,
                   uint32_t field,
                   cor_date date,
                   uint32_t spot)
{
    struct cor_draft_column *column = cor_draft_open(draft, kind, field);
    if (column == NULL)
        return false;
    column->date[record] = date;
    column->spot[record] = date == COR_NO_DATE ? 0 : spot;
    return true;
}

bool cor_edit_index(struct cor_draft *draft,
                    enum cor_kind kind,
                    uint32_t record,
                    uint32_t field,
                    uint8_t index,
                    uint32_t spot)
{
    struct cor_draft_column *column = cor_draft_open(draft, kind, field);
    if (column == NULL)
        return false;
    column->index[record] = index;
    column->spot[record] = spot;
    return true;
}
