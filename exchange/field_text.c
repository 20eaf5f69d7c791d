#include "exchange/field_text.h"

#include <math.h>
#include <string.h>

static bool is_void(const struct cor_draft_column *column,
                    const struct cor_field *field,
                    uint32_t record)
{
    switch (field->type) {
    case COR_TYPE_ID:
    case COR_TYPE_NAME:
        return column->word[record] == COR_NONE;
    case COR_TYPE_TEXT:
        return column->text[record].n == 0;
    case COR_TYPE_NUMBER:
    case COR_TYPE_WHOLE:
    case COR_TYPE_QUANTITY:
        return isnan(column->number[record]);
    case COR_TYPE_DATE:
        return column->date[record] == COR_NO_DATE;
    case COR_TYPE_NAMES:
    case COR_TYPE_NUMBERS:
    case COR_TYPE_TERMS:
        return column->list[record].n == 0;
    case COR_TYPE_POINTS:
    case COR_TYPE_WKT:
        return column->line[record].n == 0;
    case COR_TYPE_MEMBERS: /* are records of their own */
        return true;
    case COR_TYPE_BOOL:
    case COR_TYPE_ENUM:
        break;
    }
    return false;
}

bool cor_field_stated(const struct cor_draft *draft,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column != NULL &&
           !is_void(column, &cor_kinds[kind].field[field], record);
}

static const struct cor_unit *unit_named(const char *name)
{
    return cor_unit_find(cor_text_of(name));
}

static bool is_key(enum cor_kind kind, uint32_t field, const char *key)
{
    const char *own = cor_kinds[kind].field[field].key;
    return own != NULL && strcmp(own, key) == 0;
}

/* Units that people think in, where those of the library are others. */
static const char *const usual[COR_DIM_COUNT] = {
    [COR_DIM_LENGTH] = "km",          [COR_DIM_TIME] = "h",
    [COR_DIM_SPEED] = "km/h",         [COR_DIM_SHARE] = "%",
    [COR_DIM_EMISSION] = "g/tkm",     [COR_DIM_TIME_SHARE] = "%/d",
    [COR_DIM_FREQUENCY] = "per week",
};

const struct cor_unit *
cor_field_unit(enum cor_kind kind, uint32_t field, enum cor_dimension dimension)
{
    static const struct cor_unit pure = {"", COR_DIM_PURE, 1};
    if (dimension == COR_DIM_PURE)
        return &pure;
    if (is_key(kind, field, "gauge"))
        return unit_named("mm");
    if (is_key(kind, field, "payload") || is_key(kind, field, "tonnes"))
        return unit_named("t");
    return unit_named(usual[dimension] != NULL ? usual[dimension]
                                               : cor_dimension_unit(dimension));
}

enum cor_dimension cor_field_dimension(const struct cor_draft *draft,
                                       enum cor_kind kind,
                                       uint32_t field,
                                       uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    if (column->dimension != NULL)
        return column->dimension[record];
    enum cor_dimension dimension = 0;
    while (dimension < COR_DIM_COUNT - 1 &&
           (cor_kinds[kind].field[field].dimensions & COR_DIM_SET(dimension)) ==
               0)
        dimension++;
    return dimension;
}

static bool gives(double number, double factor, double value)
{
    const double product = number * factor;
    return product == value;
}

/* The shortest of the numbers that give the value is the one that was written,
   as a rule; they lie within a few steps of the quotient. */
bool cor_field_quotient(double *out, double value, double factor)
{
    enum { STEPS = 3 };
    double near = value / factor;
    for (int decimals = 0; decimals <= 9 && fabs(near) < 1e15; decimals++) {
        char text[COR_NUMBER_SIZE];
        double shorter;
        cor_number_fixed(text, near, decimals);
        if (cor_number_parse(&shorter, cor_text_of(text)) &&
            gives(shorter, factor, value)) {
            *out = shorter;
            return true;
        }
    }
    for (int i = 0; i < STEPS; i++)
        near = nextafter(near, -HUGE_VAL);
    for (int i = 0; i <= 2 * STEPS; i++, near = nextafter(near, HUGE_VAL))
        if (gives(near, factor, value)) {
            *out = near;
            return true;
        }
    return false;
}

void cor_field_quantity(struct cor_buffer *buffer,
                        double value,
                        const struct cor_unit *unit,
                        enum cor_dimension dimension,
                        enum cor_quantity_style style)
{
    double number = value / unit->factor;
    const bool exact = cor_field_quotient(&number, value, unit->factor) ||
                       style == COR_QUANTITY_PLAIN;
    const char *name = exact ? unit->name : cor_dimension_unit(dimension);
    cor_buffer_number(buffer, exact ? number : value);
    if ((style == COR_QUANTITY_UNIT && name[0] != '\0') || !exact) {
        cor_buffer_text(buffer, " ");
        cor_buffer_text(buffer, name);
    }
}

static void write_list(struct cor_buffer *buffer,
                       const struct cor_draft *draft,
                       const struct cor_field *field,
                       struct cor_draft_list list)
{
    for (uint32_t i = 0; i < list.n; i++) {
        const struct cor_draft_item *item = &draft->item[list.first + i];
        cor_buffer_add(buffer, ";", i != 0);
        if (field->type == COR_TYPE_NUMBERS)
            cor_buffer_number(buffer, item->number);
        else
            cor_buffer_text(buffer,
                            cor_draft_name(draft, item->space, item->word));
    }
}

/* Measured values may be of several dimensions, without a column that says
   which; a capacity or flow has one. */
static bool needs_unit(const struct cor_field *field)
{
    const bool several = (field->dimensions & (field->dimensions - 1)) != 0;
    return several && cor_field_unit_column(field) == NULL;
}

static void write_quantity(struct cor_buffer *buffer,
                           const struct cor_draft *draft,
                           enum cor_kind kind,
                           uint32_t field,
                           uint32_t record,
                           enum cor_quantity_style style)
{
    const enum cor_dimension dimension =
        cor_field_dimension(draft, kind, field, record);
    cor_field_quantity(
        buffer, cor_draft_column(draft, kind, field)->number[record],
        cor_field_unit(kind, field, dimension), dimension,
        needs_unit(&cor_kinds[kind].field[field]) ? COR_QUANTITY_UNIT : style);
}

static void write_date(struct cor_buffer *buffer, cor_date date)
{
    char text[COR_DATE_SIZE];
    cor_date_format(text, date);
    cor_buffer_text(buffer, text);
}

void cor_field_cell(struct cor_buffer *buffer,
                    const struct cor_draft *draft,
                    enum cor_kind kind,
                    uint32_t field,
                    uint32_t record,
                    enum cor_quantity_style style)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    switch (row->type) {
    case COR_TYPE_ID:
    case COR_TYPE_NAME:
        cor_buffer_text(
            buffer, cor_draft_name(draft, row->space, column->word[record]));
        break;
    case COR_TYPE_TEXT:
        cor_buffer_add(buffer, column->text[record].at, column->text[record].n);
        break;
    case COR_TYPE_NUMBER:
    case COR_TYPE_WHOLE:
        cor_buffer_number(buffer, column->number[record]);
        break;
    case COR_TYPE_QUANTITY:
        write_quantity(buffer, draft, kind, field, record, style);
        break;
    case COR_TYPE_DATE:
        write_date(buffer, column->date[record]);
        break;
    case COR_TYPE_BOOL:
        cor_buffer_text(buffer, column->index[record] != 0 ? "1" : "0");
        break;
    case COR_TYPE_ENUM:
        cor_buffer_text(buffer, row->word[column->index[record]]);
        break;
    case COR_TYPE_NAMES:
    case COR_TYPE_NUMBERS:
        write_list(buffer, draft, row, column->list[record]);
        break;
    case COR_TYPE_POINTS:
    case COR_TYPE_WKT:
    case COR_TYPE_TERMS:
    case COR_TYPE_MEMBERS:
        break;
    }
}

void cor_field_line(struct cor_buffer *buffer,
                    const struct cor_point *point,
                    size_t n)
{
    cor_buffer_text(buffer, n == 1 ? "POINT (" : "LINESTRING (");
    for (size_t i = 0; i < n; i++) {
        cor_buffer_text(buffer, i == 0 ? "" : ", ");
        cor_buffer_number(buffer, point[i].lon);
        cor_buffer_text(buffer, " ");
        cor_buffer_number(buffer, point[i].lat);
    }
    cor_buffer_text(buffer, ")");
}
