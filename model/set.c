#include "model/set.h"

#include <math.h>
#include <string.h>

const char *cor_set_label(const struct cor_setting *s)
{
    return s->field->key != NULL ? s->field->key : s->field->column;
}

const char *cor_set_quote(const struct cor_setting *s)
{
    return cor_draft_quote(s->draft, s->text);
}

/* The spot of a byte of the text, if it stands in the file as it is. */
uint32_t cor_set_spot(const struct cor_setting *s, size_t at)
{
    const struct cor_draft_file *file = cor_draft_file_of(s->draft, s->spot);
    if (file == NULL)
        return s->spot;
    const uintptr_t start = (uintptr_t)file->source->bytes;
    const uintptr_t byte = (uintptr_t)s->text.at + at;
    return byte < start || byte > start + file->source->n
               ? s->spot
               : file->base + (uint32_t)(byte - start);
}

static bool (*const setters[])(const struct cor_setting *) = {
    [COR_TYPE_ID] = cor_set_word,      [COR_TYPE_NAME] = cor_set_word,
    [COR_TYPE_TEXT] = cor_set_text,    [COR_TYPE_NUMBER] = cor_set_number,
    [COR_TYPE_WHOLE] = cor_set_whole,  [COR_TYPE_QUANTITY] = cor_set_quantity,
    [COR_TYPE_DATE] = cor_set_date,    [COR_TYPE_BOOL] = cor_set_bool,
    [COR_TYPE_ENUM] = cor_set_enum,    [COR_TYPE_NAMES] = cor_set_list,
    [COR_TYPE_NUMBERS] = cor_set_list, [COR_TYPE_POINTS] = cor_set_points,
    [COR_TYPE_WKT] = cor_set_wkt,
};

static void refuse_twice(const struct cor_setting *s)
{
    const uint32_t first = s->column->spot[s->record];
    const struct cor_place place =
        cor_spot_place(cor_draft_spot(s->draft, first));
    COR_SET_REFUSE(s, "duplicate-key", NULL,
                   "%s is stated twice, first at %u:%u", cor_set_label(s),
                   place.line, place.column);
}

static bool
find_column(struct cor_setting *s, enum cor_kind kind, uint32_t field)
{
    s->field = &cor_kinds[kind].field[field];
    s->column = &s->draft->table[kind].column[field];
    if (s->column->spot == NULL)
        s->column = cor_draft_open(s->draft, kind, field);
    return s->column != NULL;
}

/* Whether the record does not state the field yet; now it does. */
static inline bool take_place(const struct cor_setting *s)
{
    if (s->column->spot[s->record] != 0) {
        refuse_twice(s);
        return false;
    }
    s->column->spot[s->record] = s->spot;
    return true;
}

/* Find the column; with `s->column` NULL there is no memory for it. Gives
   whether the value may be set. */
static bool
open_column(struct cor_setting *s, enum cor_kind kind, uint32_t field)
{
    s->word = COR_NONE;
    return find_column(s, kind, field) && take_place(s);
}

bool cor_draft_set(struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t record,
                   uint32_t field,
                   struct cor_text text,
                   uint32_t spot)
{
    struct cor_setting s = {
        .draft = draft, .record = record, .text = text, .spot = spot};
    if (!open_column(&s, kind, field))
        return s.column != NULL;
    return setters[s.field->type](&s);
}

bool cor_draft_set_cell(struct cor_draft *draft,
                        const struct cor_binding *binding,
                        uint32_t record,
                        struct cor_text text,
                        uint32_t spot)
{
    struct cor_setting s = {
        .draft = draft,
        .binding = binding,
        .record = record,
        .text = text,
        .spot = spot,
    };
    if (!open_column(&s, binding->kind, binding->field))
        return s.column != NULL;
    return setters[s.field->type](&s);
}

/* The names of a column that are known already. */
static void find_words(uint32_t *word,
                       const struct cor_draft *draft,
                       const struct cor_field *field,
                       const struct cor_text *text,
                       size_t n)
{
    if (field->type == COR_TYPE_NAME)
        cor_names_find_each(word, &draft->names[field->space], text, n);
    else
        memset(word, 0xFF, n * sizeof *word);
}

static bool set_some(struct cor_setting *s,
                     uint32_t first,
                     const struct cor_text *text,
                     const uint32_t *spot,
                     size_t n)
{
    uint32_t word[COR_MOST_CELLS];
    bool (*const set)(const struct cor_setting *) = setters[s->field->type];
    find_words(word, s->draft, s->field, text, n);
    for (size_t i = 0; i < n; i++) {
        s->record = first + (uint32_t)i;
        s->text = text[i];
        s->spot = spot[i];
        s->word = word[i];
        if (text[i].n != 0 && take_place(s) && !set(s))
            return false;
    }
    return true;
}

bool cor_draft_set_cells(struct cor_draft *draft,
                         const struct cor_binding *binding,
                         uint32_t first,
                         const struct cor_text *text,
                         const uint32_t *spot,
                         size_t n)
{
    struct cor_setting s = {.draft = draft, .binding = binding};
    size_t n_stated = 0;
    for (size_t i = 0; i < n; i++)
        n_stated += text[i].n != 0;
    if (n_stated == 0)
        return true;
    return find_column(&s, binding->kind, binding->field) &&
           set_some(&s, first, text, spot, n);
}

bool cor_draft_begin_list(struct cor_draft *draft,
                          enum cor_kind kind,
                          uint32_t record,
                          uint32_t field,
                          uint32_t spot)
{
    struct cor_setting s = {.draft = draft, .record = record, .spot = spot};
    if (!open_column(&s, kind, field))
        return s.column != NULL;
    s.column->list[record] =
        (struct cor_draft_list){(uint32_t)draft->n_item, 0};
    return true;
}

bool cor_draft_add_item(struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t record,
                        uint32_t field,
                        struct cor_text text,
                        uint32_t spot)
{
    const struct cor_setting s = {
        .draft = draft,
        .field = &cor_kinds[kind].field[field],
        .column = &draft->table[kind].column[field],
        .record = record,
        .text = text,
        .spot = spot,
    };
    return cor_set_item(&s);
}

bool cor_draft_set_line(struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t record,
                        uint32_t field,
                        struct cor_draft_line line,
                        uint32_t spot)
{
    struct cor_setting s = {.draft = draft, .record = record, .spot = spot};
    if (!open_column(&s, kind, field))
        return s.column != NULL;
    s.column->line[record] = line;
    return true;
}

bool cor_draft_set_terms(struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t field,
                         struct cor_draft_list terms,
                         uint32_t spot)
{
    struct cor_setting s = {.draft = draft, .record = record, .spot = spot};
    if (!open_column(&s, kind, field))
        return s.column != NULL;
    s.column->list[record] = terms;
    return true;
}

void cor_draft_put_void(const struct cor_draft_column *column,
                        enum cor_field_type type,
                        uint32_t record)
{
    switch (type) {
    case COR_TYPE_ID:
    case COR_TYPE_NAME:
        column->word[record] = COR_NONE;
        break;
    case COR_TYPE_NUMBER:
    case COR_TYPE_WHOLE:
    case COR_TYPE_QUANTITY:
        column->number[record] = NAN;
        if (column->dimension != NULL)
            column->dimension[record] = 0;
        break;
    case COR_TYPE_DATE:
        column->date[record] = COR_NO_DATE;
        break;
    case COR_TYPE_TEXT:
        column->text[record] = (struct cor_text){"", 0};
        break;
    case COR_TYPE_BOOL:
    case COR_TYPE_ENUM:
        column->index[record] = 0;
        break;
    case COR_TYPE_NAMES:
    case COR_TYPE_NUMBERS:
    case COR_TYPE_TERMS:
    case COR_TYPE_MEMBERS:
        column->list[record] = (struct cor_draft_list){0};
        break;
    case COR_TYPE_POINTS:
    case COR_TYPE_WKT:
        column->line[record] = (struct cor_draft_line){0};
        break;
    }
}

bool cor_draft_set_void(struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t record,
                        uint32_t field,
                        uint32_t spot)
{
    struct cor_setting s = {.draft = draft, .record = record, .spot = spot};
    if (!open_column(&s, kind, field))
        return s.column != NULL;
    cor_draft_put_void(s.column, s.field->type, record);
    return true;
}
