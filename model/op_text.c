#include "model/op.h"

#include "model/check.h"

#include <corridor/model/scenario.h>

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char *word(const struct cor_draft *draft,
                        enum cor_kind kind,
                        uint32_t field,
                        uint32_t record)
{
    return cor_draft_name(draft, cor_kinds[kind].field[field].space,
                          cor_draft_word(draft, kind, field, record));
}

/* More of a name, where the record states the word: " at altynkol". */
static void add(struct cor_draft *draft,
                const char **name,
                const char *before,
                const char *more)
{
    if (*name != NULL && more[0] != '\0')
        *name = cor_text_print(draft->report->arena, "%s %s %s", *name, before,
                               more);
}

static void add_gauge(struct cor_draft *draft,
                      const char **name,
                      uint32_t field,
                      uint32_t record)
{
    const uint32_t gauge_mm =
        cor_draft_gauge_mm(draft, COR_KIND_TRANSFER, field, record);
    if (*name != NULL && gauge_mm != 0)
        *name = cor_text_print(draft->report->arena, "%s %" PRIu32 " mm", *name,
                               gauge_mm);
}

static const char *transfer_name(struct cor_draft *draft, uint32_t record)
{
    const enum cor_kind kind = COR_KIND_TRANSFER;
    const char *name = cor_kinds[kind].name;
    add(draft, &name, "at", word(draft, kind, COR_TRANSFER_AT, record));
    add(draft, &name, "from",
        word(draft, kind, COR_TRANSFER_FROM_MODE, record));
    add_gauge(draft, &name, COR_TRANSFER_FROM_GAUGE, record);
    add(draft, &name, "to", word(draft, kind, COR_TRANSFER_TO_MODE, record));
    add_gauge(draft, &name, COR_TRANSFER_TO_GAUGE, record);
    return name;
}

static const char *border_name(struct cor_draft *draft, uint32_t record)
{
    const enum cor_kind kind = COR_KIND_BORDER;
    const char *name = cor_kinds[kind].name;
    add(draft, &name, "at", word(draft, kind, COR_BORDER_AT, record));
    add(draft, &name, "into", word(draft, kind, COR_BORDER_INTO, record));
    add(draft, &name, "by", word(draft, kind, COR_BORDER_MODE, record));
    const uint32_t carriage =
        cor_draft_index(draft, kind, COR_BORDER_SERVICE, record);
    if (carriage != COR_CARRIAGE_ANY)
        add(draft, &name, "for", cor_carriages[carriage]);
    return name;
}

const char *
cor_op_name(struct cor_draft *draft, enum cor_kind kind, uint32_t record)
{
    const char *name = NULL;
    if (draft->report->n < COR_REPORT_KEPT)
        name = kind == COR_KIND_TRANSFER ? transfer_name(draft, record)
               : kind == COR_KIND_BORDER
                   ? border_name(draft, record)
                   : cor_text_print(draft->report->arena, "%s '%s'",
                                    cor_kinds[kind].name,
                                    cor_draft_id(draft, kind, record));
    return name == NULL ? cor_kinds[kind].name : name;
}

/* Without zeros at the end of its decimals. */
static void number_text(char out[COR_NUMBER_SIZE], double value)
{
    if (!(fabs(value) < 1e12)) {
        cor_number_format(out, value);
        return;
    }
    cor_number_fixed(out, value, 6);
    size_t n = strlen(out);
    while (out[n - 1] == '0')
        out[--n] = '\0';
    if (out[n - 1] == '.')
        out[--n] = '\0';
}

/* Units that people think in, where values are kept in others. */
static const char *usual_unit(enum cor_dimension dimension)
{
    switch (dimension) {
    case COR_DIM_LENGTH:
        return "km";
    case COR_DIM_TIME:
        return "h";
    case COR_DIM_SPEED:
        return "km/h";
    default:
        return cor_dimension_unit(dimension);
    }
}

/* The unit that a quantity was written with, or the usual one. */
static const char *
unit_of(double *factor, enum cor_dimension dimension, struct cor_text like)
{
    const struct cor_unit *usual =
        cor_unit_find(cor_text_of(usual_unit(dimension)));
    *factor = usual == NULL ? 1 : usual->factor;
    for (size_t i = 0; i < like.n; i++) {
        const struct cor_unit *unit = cor_unit_find(
            cor_text_trim((struct cor_text){like.at + i, like.n - i}));
        if (unit == NULL || unit->dimension != dimension)
            continue;
        *factor = unit->factor;
        return unit->name;
    }
    return usual_unit(dimension);
}

static const char *quantity_text(struct cor_draft *draft,
                                 const struct cor_draft_column *column,
                                 uint32_t record,
                                 struct cor_text like)
{
    char text[COR_NUMBER_SIZE];
    double factor;
    const char *unit = unit_of(&factor, column->dimension[record], like);
    if (isnan(column->number[record]))
        return "void";
    number_text(text, column->number[record] / factor);
    return cor_text_print(draft->report->arena, "%s %s", text, unit);
}

static const char *number_words(struct cor_draft *draft, double number)
{
    char text[COR_NUMBER_SIZE];
    if (isnan(number))
        return "void";
    number_text(text, number);
    return cor_text_copy(draft->report->arena, cor_text_of(text));
}

static const char *date_words(struct cor_draft *draft, cor_date date)
{
    char text[COR_DATE_SIZE];
    if (date == COR_NO_DATE)
        return "void";
    cor_date_format(text, date);
    return cor_text_copy(draft->report->arena, cor_text_of(text));
}

static const char *value_text(struct cor_draft *draft,
                              enum cor_kind kind,
                              uint32_t record,
                              uint32_t field,
                              struct cor_text like)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    switch (row->type) {
    case COR_TYPE_ID:
    case COR_TYPE_NAME:
        return word(draft, kind, field, record);
    case COR_TYPE_TEXT:
        return cor_draft_quote(draft, column->text[record]);
    case COR_TYPE_NUMBER:
    case COR_TYPE_WHOLE:
        return number_words(draft, column->number[record]);
    case COR_TYPE_QUANTITY:
        return quantity_text(draft, column, record, like);
    case COR_TYPE_DATE:
        return date_words(draft, column->date[record]);
    case COR_TYPE_BOOL:
        return column->index[record] != 0 ? "true" : "false";
    case COR_TYPE_ENUM:
        return row->word[column->index[record]];
    default:
        return "another list";
    }
}

const char *cor_op_value(struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t field,
                         struct cor_text like)
{
    if (draft->report->n >= COR_REPORT_KEPT)
        return "";
    if (cor_draft_at(draft, kind, field, record) == 0)
        return "not stated";
    const char *text = value_text(draft, kind, record, field, like);
    return text == NULL ? "" : text;
}

const char *cor_op_place(struct cor_draft *draft, uint32_t spot)
{
    if (draft->report->n >= COR_REPORT_KEPT)
        return "";
    const struct cor_place place = cor_spot_place(cor_draft_spot(draft, spot));
    const char *text =
        place.file == NULL
            ? NULL
            : cor_text_print(draft->report->arena, "%s:%" PRIu32 ":%" PRIu32,
                             place.file, place.line, place.column);
    return text == NULL ? "" : text;
}
