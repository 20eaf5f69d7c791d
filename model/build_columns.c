#include "model/build.h"

#include <math.h>

/* The kind whose records have the ids of a space; COR_N_KIND: modes, countries
   and words are numbered as they are. */
static enum cor_kind kind_of(enum cor_space space)
{
    switch (space) {
    case COR_SPACE_PLACE:
        return COR_KIND_PLACE;
    case COR_SPACE_LINK:
        return COR_KIND_LINK;
    case COR_SPACE_SERVICE:
        return COR_KIND_SERVICE;
    case COR_SPACE_SOURCE:
        return COR_KIND_SOURCE;
    case COR_SPACE_CORRIDOR:
        return COR_KIND_CORRIDOR;
    default:
        return COR_N_KIND;
    }
}

static uint32_t number_of(const struct cor_building *building,
                          enum cor_space space,
                          uint32_t word)
{
    const enum cor_kind kind = kind_of(space);
    if (word == COR_NONE || kind == COR_N_KIND)
        return word;
    const uint32_t record = building->draft->record_of[space][word];
    return building->number[kind][record];
}

uint32_t cor_build_target(const struct cor_building *building,
                          enum cor_kind kind,
                          uint32_t field,
                          uint32_t record)
{
    return number_of(building, cor_kinds[kind].field[field].space,
                     cor_draft_word(building->draft, kind, field, record));
}

/* Ids are numbered as their records when every name was met as one: then the
   draft's names serve as they are. */
static bool are_in_order(const struct cor_draft *draft, enum cor_kind kind)
{
    const enum cor_space space = cor_kinds[kind].space;
    if (draft->names[space].n != draft->table[kind].n)
        return false;
    for (uint32_t i = 0; i < draft->table[kind].n; i++)
        if (draft->record_of[space][i] != i || draft->table[kind].dead[i])
            return false;
    return true;
}

const struct cor_names *cor_build_ids(struct cor_building *building,
                                      enum cor_kind kind)
{
    struct cor_draft *draft = building->draft;
    struct cor_names *names =
        cor_arena_array(building->arena, struct cor_names, 1);
    if (names == NULL)
        return NULL;
    if (are_in_order(draft, kind)) {
        *names = draft->names[cor_kinds[kind].space];
        return names;
    }
    cor_names_init(names, building->arena);
    COR_CHECK_EACH(draft, kind, record)
    if (cor_names_add(names, cor_text_of(cor_draft_id(draft, kind, record))) ==
        COR_NONE)
        return NULL;
    return names;
}

bool cor_build_text(const char **out,
                    struct cor_building *building,
                    enum cor_kind kind,
                    uint32_t field,
                    uint32_t record)
{
    *out = NULL;
    if (cor_draft_at(building->draft, kind, field, record) == 0)
        return true;
    const struct cor_draft_column *column =
        cor_draft_column(building->draft, kind, field);
    *out = cor_text_copy(building->arena, column->text[record]);
    return *out != NULL;
}

const char *const *cor_build_texts(struct cor_building *building,
                                   enum cor_kind kind,
                                   uint32_t field,
                                   const struct cor_names *otherwise)
{
    const char **text =
        cor_arena_array(building->arena, const char *, building->n[kind]);
    uint32_t n = 0;
    if (text == NULL)
        return NULL;
    COR_CHECK_EACH(building->draft, kind, record)
    {
        if (!cor_build_text(&text[n], building, kind, field, record))
            return NULL;
        if (otherwise != NULL && (text[n] == NULL || text[n][0] == '\0'))
            text[n] = otherwise->name[n];
        n++;
    }
    return text;
}

/* Columns of one number a record: BUILD(name, type, value of a record). */
#define BUILD(NAME, TYPE, VALUE)                                               \
    TYPE *NAME(struct cor_building *building, enum cor_kind kind,              \
               uint32_t field)                                                 \
    {                                                                          \
        TYPE *out = cor_arena_array(building->arena, TYPE, building->n[kind]); \
        uint32_t n = 0;                                                        \
        if (out == NULL)                                                       \
            return NULL;                                                       \
        COR_CHECK_EACH(building->draft, kind, record)                          \
        out[n++] = (TYPE)(VALUE);                                              \
        return out;                                                            \
    }
BUILD(cor_build_numbers,
      double,
      cor_draft_number(building->draft, kind, field, record))
BUILD(cor_build_targets,
      uint32_t,
      cor_build_target(building, kind, field, record))
BUILD(cor_build_value_sources,
      uint32_t,
      cor_build_value(building, kind, field, record).source)
BUILD(cor_build_indices,
      uint8_t,
      cor_draft_index(building->draft, kind, field, record))
BUILD(cor_build_dates,
      cor_date,
      cor_draft_date(building->draft, kind, field, record))

struct cor_value cor_build_value(const struct cor_building *building,
                                 enum cor_kind kind,
                                 uint32_t field,
                                 uint32_t record)
{
    const uint32_t own = cor_kinds[kind].field[field].source;
    struct cor_value value = {
        cor_draft_number(building->draft, kind, field, record), COR_NONE};
    if (isnan(value.number))
        return value;
    if (own != 0)
        value.source = cor_build_target(building, kind, own, record);
    if (value.source == COR_NONE && cor_kinds[kind].source != 0)
        value.source =
            cor_build_target(building, kind, cor_kinds[kind].source, record);
    return value;
}

enum cor_dimension cor_build_dimension(const struct cor_building *building,
                                       enum cor_kind kind,
                                       uint32_t field,
                                       uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_column(building->draft, kind, field);
    return column->dimension == NULL ? 0 : column->dimension[record];
}

/* The members of a list that are of a space, COR_N_SPACE: all. */
static bool build_list(const uint32_t **out,
                       uint32_t *out_n,
                       struct cor_building *building,
                       struct cor_draft_list list,
                       enum cor_space space)
{
    uint32_t *number = cor_arena_array(building->arena, uint32_t, list.n);
    uint32_t n = 0;
    if (number == NULL)
        return false;
    for (uint32_t i = 0; i < list.n; i++) {
        const struct cor_draft_item *item =
            &building->draft->item[list.first + i];
        if (space == COR_N_SPACE || space == item->space)
            number[n++] = number_of(building, item->space, item->word);
    }
    *out = number;
    *out_n = n;
    return true;
}

bool cor_build_list(const uint32_t **out,
                    uint32_t *out_n,
                    struct cor_building *building,
                    enum cor_kind kind,
                    uint32_t field,
                    uint32_t record)
{
    return build_list(out, out_n, building,
                      cor_draft_list(building->draft, kind, field, record),
                      COR_N_SPACE);
}

bool cor_build_avoided(const uint32_t **out,
                       uint32_t *out_n,
                       struct cor_building *building,
                       enum cor_space space,
                       uint32_t record)
{
    return build_list(out, out_n, building,
                      cor_draft_list(building->draft, COR_KIND_CORRIDOR,
                                     COR_CORRIDOR_AVOID, record),
                      space);
}
