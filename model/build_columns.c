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
    case COR_SPACE_GROUP:
        return COR_KIND_GROUP;
    default:
        return COR_N_KIND;
    }
}

bool cor_build_word_numbers(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    for (enum cor_space space = 0; space < COR_N_SPACE; space++) {
        const enum cor_kind kind = kind_of((enum cor_space)space);
        building->in_order[space] =
            kind == COR_N_KIND ||
            (building->number[kind] == NULL && cor_draft_in_order(draft, kind));
        if (building->in_order[space])
            continue;
        uint32_t *number =
            cor_arena_array(draft->arena, uint32_t, draft->names[space].n);
        if (number == NULL)
            return false;
        for (uint32_t word = 0; word < draft->names[space].n; word++)
            number[word] =
                cor_build_number(building, kind, draft->record_of[space][word]);
        building->word_number[space] = number;
    }
    return true;
}

static uint32_t number_of(const struct cor_building *building,
                          enum cor_space space,
                          uint32_t word)
{
    return building->in_order[space] || word == COR_NONE
               ? word
               : building->word_number[space][word];
}

uint32_t cor_build_target(const struct cor_building *building,
                          enum cor_kind kind,
                          uint32_t field,
                          uint32_t record)
{
    return number_of(building, cor_kinds[kind].field[field].space,
                     cor_draft_word(building->draft, kind, field, record));
}

uint32_t cor_build_source(const struct cor_building *building, uint32_t word)
{
    return number_of(building, COR_SPACE_SOURCE, word);
}

const struct cor_names *cor_build_ids(struct cor_building *building,
                                      enum cor_kind kind)
{
    struct cor_draft *draft = building->draft;
    struct cor_names *names =
        cor_arena_array(building->arena, struct cor_names, 1);
    if (names == NULL)
        return NULL;
    if (building->in_order[cor_kinds[kind].space]) {
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

bool cor_build_title(const char **plain,
                     struct cor_titles *titles,
                     struct cor_building *building,
                     enum cor_kind kind,
                     uint32_t field,
                     uint32_t record)
{
    if (!cor_build_text(plain, building, kind, field, record))
        return false;
    for (uint32_t l = 0; l < COR_N_LANGUAGE; l++) {
        if (!cor_build_text(&titles->in[l], building, kind, field + 1 + l,
                            record))
            return false;
        if (*plain == NULL)
            *plain = titles->in[l];
    }
    return true;
}

static bool is_unstated(const struct cor_building *building,
                        enum cor_kind kind,
                        uint32_t field)
{
    return cor_draft_column(building->draft, kind, field)->spot == NULL;
}

const char *const *cor_build_texts(struct cor_building *building,
                                   enum cor_kind kind,
                                   uint32_t field,
                                   const struct cor_names *otherwise)
{
    if (is_unstated(building, kind, field) && otherwise != NULL)
        return otherwise->name;
    if (is_unstated(building, kind, field))
        return building->unstated.text;
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

/* Whether a column of the draft can be handed over, once it says what stands
   for nothing. */
static bool may_serve(const struct cor_building *building,
                      enum cor_kind kind,
                      uint32_t field)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    return cor_draft_column(building->draft, kind, field)->is_kept &&
           building->number[kind] == NULL &&
           (row->type != COR_TYPE_NAME || building->in_order[row->space]);
}

/* Columns of one value a record; what no record states is shared. A row says:
   name, type, what stands for nothing, and the value of a stated record. */
#define COLUMNS(ROW)                                              \
    ROW(numbers, double, number, NAN, column->number[record])     \
    ROW(indices, uint8_t, index, 0, column->index[record])        \
    ROW(dates, cor_date, date, COR_NO_DATE, column->date[record]) \
    ROW(targets, uint32_t, word, COR_NONE,                        \
        number_of(building, space, column->word[record]))

#define BUILD(NAME, TYPE, SHARED, NOTHING, VALUE)                            \
    const TYPE *cor_build_##NAME(struct cor_building *building,              \
                                 enum cor_kind kind, uint32_t field)         \
    {                                                                        \
        const struct cor_draft_column *column =                              \
            cor_draft_column(building->draft, kind, field);                  \
        const enum cor_space space = cor_kinds[kind].field[field].space;     \
        (void)space;                                                         \
        if (column->spot == NULL)                                            \
            return building->unstated.SHARED;                                \
        TYPE *out =                                                          \
            may_serve(building, kind, field)                                 \
                ? column->SHARED                                             \
                : cor_arena_array(building->arena, TYPE, building->n[kind]); \
        uint32_t n = 0;                                                      \
        if (out == NULL)                                                     \
            return NULL;                                                     \
        COR_CHECK_EACH(building->draft, kind, record)                        \
        out[n++] = column->spot[record] == 0 ? (NOTHING) : (VALUE);          \
        return out;                                                          \
    }
COLUMNS(BUILD)

const uint32_t *cor_build_value_sources(struct cor_building *building,
                                        enum cor_kind kind,
                                        uint32_t field)
{
    const uint32_t own = cor_kinds[kind].field[field].source;
    const uint32_t record_own = cor_kinds[kind].source;
    if (is_unstated(building, kind, field) ||
        (is_unstated(building, kind, own) &&
         is_unstated(building, kind, record_own)))
        return building->unstated.word;
    if (is_unstated(building, kind, own) &&
        cor_draft_states_all(building->draft, kind, field))
        return cor_build_targets(building, kind, record_own);
    uint32_t *out =
        cor_arena_array(building->arena, uint32_t, building->n[kind]);
    uint32_t n = 0;
    if (out == NULL)
        return NULL;
    COR_CHECK_EACH(building->draft, kind, record)
    out[n++] = cor_build_value(building, kind, field, record).source;
    return out;
}

#define FILL(NAME, TYPE, SHARED, NOTHING, VALUE)              \
    TYPE *SHARED = cor_arena_array(building->arena, TYPE, n); \
    for (uint32_t i = 0; SHARED != NULL && i < n; i++)        \
        SHARED[i] = (NOTHING);                                \
    building->unstated.SHARED = SHARED;

bool cor_build_unstated(struct cor_building *building)
{
    uint32_t n = 0;
    for (int kind = 0; kind < COR_N_KIND; kind++)
        n = building->n[kind] > n ? building->n[kind] : n;
    COLUMNS(FILL)
    /* NULL is zero bytes wherever POSIX is. */
    const char **text = cor_arena_take_zero(building->arena, n, sizeof *text);
    building->unstated.text = text;
    return number != NULL && index != NULL && date != NULL && word != NULL &&
           text != NULL;
}

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
    return column->spot == NULL || column->spot[record] == 0
               ? 0
               : column->dimension[record];
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

/* Of what a journey avoids, the numbers of those of one space. */
static bool build_avoided(const uint32_t **out,
                          uint32_t *out_n,
                          struct cor_building *building,
                          struct cor_journey_fields fields,
                          uint32_t record,
                          enum cor_space space)
{
    return build_list(
        out, out_n, building,
        cor_draft_list(building->draft, fields.kind, fields.avoid, record),
        space);
}

bool cor_build_query(struct cor_query *out,
                     struct cor_building *building,
                     struct cor_journey_fields fields,
                     uint32_t record)
{
    return cor_build_list(&out->via, &out->n_via, building, fields.kind,
                          fields.via, record) &&
           cor_build_list(&out->mode, &out->n_mode, building, fields.kind,
                          fields.modes, record) &&
           build_avoided(&out->avoid_place, &out->n_avoid_place, building,
                         fields, record, COR_SPACE_PLACE) &&
           build_avoided(&out->avoid_country, &out->n_avoid_country, building,
                         fields, record, COR_SPACE_COUNTRY) &&
           build_avoided(&out->avoid_mode, &out->n_avoid_mode, building, fields,
                         record, COR_SPACE_MODE);
}
