#include "model/edit.h"

#include "model/check.h"

#include <math.h>
#include <string.h>

/* What conversions between units may round away, relatively. */
static const double rounding = 1e-9;

static bool
is_same_number(const struct cor_draft_column *column, uint32_t a, uint32_t b)
{
    const double x = column->number[a], y = column->number[b];
    return fabs(x - y) <= rounding * fmax(fabs(x), fabs(y)) &&
           (column->dimension == NULL ||
            column->dimension[a] == column->dimension[b]);
}

static bool is_same_list(const struct cor_draft *draft,
                         struct cor_draft_list a,
                         struct cor_draft_list b,
                         bool of_numbers)
{
    const struct cor_draft_item *x = draft->item + a.first;
    const struct cor_draft_item *y = draft->item + b.first;
    for (uint32_t i = 0; a.n == b.n && i < a.n; i++)
        if (of_numbers ? x[i].number != y[i].number : x[i].word != y[i].word)
            return false;
    return a.n == b.n;
}

static bool is_same_line(struct cor_draft_line a, struct cor_draft_line b)
{
    for (uint32_t i = 0; a.n == b.n && i < a.n; i++)
        if (a.point[i].lon != b.point[i].lon ||
            a.point[i].lat != b.point[i].lat)
            return false;
    return a.n == b.n;
}

static bool is_same_value(const struct cor_draft *draft,
                          const struct cor_draft_column *column,
                          enum cor_field_type type,
                          uint32_t a,
                          uint32_t b)
{
    switch (type) {
    case COR_TYPE_ID:
    case COR_TYPE_NAME:
        return column->word[a] == column->word[b];
    case COR_TYPE_TEXT:
        return cor_text_equal(column->text[a], column->text[b]);
    case COR_TYPE_NUMBER:
    case COR_TYPE_WHOLE:
    case COR_TYPE_QUANTITY:
        return is_same_number(column, a, b);
    case COR_TYPE_DATE:
        return column->date[a] == column->date[b];
    case COR_TYPE_BOOL:
    case COR_TYPE_ENUM:
        return column->index[a] == column->index[b];
    case COR_TYPE_NAMES:
    case COR_TYPE_NUMBERS:
        return is_same_list(draft, column->list[a], column->list[b],
                            type == COR_TYPE_NUMBERS);
    case COR_TYPE_POINTS:
    case COR_TYPE_WKT:
        return is_same_line(column->line[a], column->line[b]);
    case COR_TYPE_TERMS:
    case COR_TYPE_MEMBERS:
        return column->list[a].first == column->list[b].first;
    }
    return false;
}

bool cor_edit_same(const struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t a,
                   uint32_t b,
                   uint32_t field)
{
    const enum cor_field_type type = cor_kinds[kind].field[field].type;
    if (type == COR_TYPE_BOOL || type == COR_TYPE_ENUM)
        return cor_draft_index(draft, kind, field, a) ==
               cor_draft_index(draft, kind, field, b);
    const bool has_a = cor_draft_at(draft, kind, field, a) != 0;
    const bool has_b = cor_draft_at(draft, kind, field, b) != 0;
    if (!has_a || !has_b)
        return has_a == has_b;
    return is_same_value(draft, cor_draft_column(draft, kind, field), type, a,
                         b);
}

static bool widen_shadow(struct cor_draft *draft,
                         struct cor_shadow *shadow,
                         size_t capacity)
{
    struct cor_shadow wide = *shadow;
    struct cor_arena *arena = draft->arena;
    wide.number = cor_arena_array(arena, double, capacity);
    wide.dimension = cor_arena_array(arena, uint8_t, capacity);
    wide.spot = cor_arena_array(arena, uint32_t, capacity);
    wide.source = cor_arena_array(arena, uint32_t, capacity);
    wide.source_spot = cor_arena_array(arena, uint32_t, capacity);
    wide.capacity = capacity;
    if (wide.number == NULL || wide.dimension == NULL || wide.spot == NULL ||
        wide.source == NULL || wide.source_spot == NULL)
        return false;
    for (uint32_t i = 0; i < shadow->n; i++) {
        wide.number[i] = shadow->number[i];
        wide.dimension[i] = shadow->dimension[i];
        wide.spot[i] = shadow->spot[i];
        wide.source[i] = shadow->source[i];
        wide.source_spot[i] = shadow->source_spot[i];
    }
    *shadow = wide;
    return true;
}

bool cor_edit_keep(struct cor_draft *draft, enum cor_kind kind, uint32_t field)
{
    const struct cor_draft_table *table = &draft->table[kind];
    struct cor_shadow *shadow = &draft->edits->shadow[kind][field];
    const struct cor_draft_column *column = cor_draft_open(draft, kind, field);
    const struct cor_draft_column *source =
        cor_draft_open(draft, kind, cor_kinds[kind].field[field].source);
    if (column == NULL || source == NULL ||
        (table->n > shadow->capacity &&
         !widen_shadow(draft, shadow, table->capacity)))
        return false;
    for (uint32_t i = shadow->n; i < table->n; i++) {
        shadow->spot[i] = column->spot[i];
        shadow->number[i] = column->spot[i] != 0 ? column->number[i] : NAN;
        shadow->dimension[i] = column->spot[i] != 0 && column->dimension != NULL
                                   ? column->dimension[i]
                                   : 0;
        shadow->source_spot[i] = source->spot[i];
        shadow->source[i] = source->spot[i] != 0 ? source->word[i] : COR_NONE;
    }
    shadow->n = table->n;
    return true;
}

/* Whether a number is again what it was before any op. */
static bool is_back(const struct cor_shadow *shadow,
                    const struct cor_draft_column *column,
                    uint32_t record)
{
    const double was = shadow->number[record], is = column->number[record];
    return shadow->spot[record] != 0 &&
           fabs(was - is) <= rounding * fabs(was) &&
           (column->dimension == NULL ||
            column->dimension[record] == shadow->dimension[record]);
}

bool cor_edit_is_changed(const struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t field)
{
    if (draft->edits == NULL || record >= draft->edits->shadow[kind][field].n)
        return false;
    const struct cor_shadow *shadow = &draft->edits->shadow[kind][field];
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    return !(shadow->spot[record] == 0 && column->spot[record] == 0) &&
           !is_back(shadow, column, record);
}

/* It is then the same to the last digit. */
static void put_back(const struct cor_shadow *shadow,
                     struct cor_draft_column *column,
                     struct cor_draft_column *source,
                     uint32_t record)
{
    column->number[record] = shadow->number[record];
    source->word[record] = shadow->source[record];
    source->spot[record] = shadow->source_spot[record];
}

bool cor_edit_credit(struct cor_draft *draft,
                     enum cor_kind kind,
                     uint32_t record,
                     uint32_t field,
                     uint32_t source,
                     uint32_t spot)
{
    struct cor_draft_table *table = &draft->table[kind];
    struct cor_draft_column *column = &table->column[field];
    struct cor_draft_column *credit =
        &table->column[cor_kinds[kind].field[field].source];
    const struct cor_shadow *shadow = &draft->edits->shadow[kind][field];
    if (column->spot[record] == 0) {
        credit->spot[record] = 0;
        return true;
    }
    if (source == COR_NONE && is_back(shadow, column, record)) {
        put_back(shadow, column, credit, record);
        return true;
    }
    if (source == COR_NONE)
        source = cor_names_add(&draft->names[COR_SPACE_SOURCE],
                               cor_text_of("assumed"));
    credit->word[record] = source;
    credit->spot[record] = spot;
    return source != COR_NONE;
}
