#include "model/check.h"

#include <math.h>

/* The column, if the record states its field; else NULL. */
static const struct cor_draft_column *stated(const struct cor_draft *draft,
                                             enum cor_kind kind,
                                             uint32_t field,
                                             uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    return column->spot == NULL || column->spot[record] == 0 ? NULL : column;
}

double cor_draft_number(const struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t field,
                        uint32_t record)
{
    const struct cor_draft_column *column = stated(draft, kind, field, record);
    return column == NULL ? NAN : column->number[record];
}

uint32_t cor_draft_word(const struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t field,
                        uint32_t record)
{
    const struct cor_draft_column *column = stated(draft, kind, field, record);
    return column == NULL ? COR_NONE : column->word[record];
}

uint32_t cor_draft_target(const struct cor_draft *draft,
                          enum cor_kind kind,
                          uint32_t field,
                          uint32_t record)
{
    const uint32_t word = cor_draft_word(draft, kind, field, record);
    const enum cor_space space = cor_kinds[kind].field[field].space;
    return word == COR_NONE ? COR_NONE : draft->record_of[space][word];
}

uint32_t cor_draft_index(const struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t field,
                         uint32_t record)
{
    const struct cor_draft_column *column = stated(draft, kind, field, record);
    return column == NULL ? 0 : column->index[record];
}

cor_date cor_draft_date(const struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t field,
                        uint32_t record)
{
    const struct cor_draft_column *column = stated(draft, kind, field, record);
    return column == NULL ? COR_NO_DATE : column->date[record];
}

struct cor_draft_list cor_draft_list(const struct cor_draft *draft,
                                     enum cor_kind kind,
                                     uint32_t field,
                                     uint32_t record)
{
    const struct cor_draft_column *column = stated(draft, kind, field, record);
    return column == NULL ? (struct cor_draft_list){0} : column->list[record];
}

struct cor_draft_line cor_draft_line(const struct cor_draft *draft,
                                     enum cor_kind kind,
                                     uint32_t field,
                                     uint32_t record)
{
    const struct cor_draft_column *column = stated(draft, kind, field, record);
    return column == NULL ? (struct cor_draft_line){0} : column->line[record];
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
