#include "model/set.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static bool is_quoted(const struct cor_setting *s)
{
    return s->draft->report->n < COR_REPORT_KEPT;
}

static const char *const dimension_names[COR_DIM_COUNT] = {
    [COR_DIM_LENGTH] = "a length",
    [COR_DIM_TIME] = "a time",
    [COR_DIM_MONEY] = "an amount of money",
    [COR_DIM_MASS] = "a mass",
    [COR_DIM_SPEED] = "a speed",
    [COR_DIM_SHARE] = "a share",
    [COR_DIM_TEU] = "a number of containers",
    [COR_DIM_MASS_FLOW] = "a flow of mass",
    [COR_DIM_TEU_FLOW] = "a flow of containers",
    [COR_DIM_TRAIN_FLOW] = "a flow of trains",
    [COR_DIM_VEHICLE_FLOW] = "a flow of vehicles",
    [COR_DIM_VOLUME_FLOW] = "a flow of volume",
    [COR_DIM_COST_RATE] = "a cost per tonne and km",
    [COR_DIM_BOX_RATE] = "a cost per container and km",
    [COR_DIM_EMISSION] = "an emission factor",
    [COR_DIM_VALUE] = "a value per tonne",
    [COR_DIM_PURE] = "a count",
    [COR_DIM_TIME_SHARE] = "a share of a value in a time",
    [COR_DIM_FREQUENCY] = "a number of times in a time",
};

static bool allows(const struct cor_setting *s, enum cor_dimension dimension)
{
    return (s->field->dimensions & COR_DIM_SET(dimension)) != 0;
}

/* "use one of km, m, mm" for the units that a field allows. */
static const char *list_units(const struct cor_setting *s)
{
    char text[256] = "use one of";
    size_t n = strlen(text);
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        if (allows(s, unit->dimension) && n < sizeof text)
            n +=
                (size_t)snprintf(text + n, sizeof text - n, " %s,", unit->name);
    if (n >= sizeof text || !is_quoted(s))
        return NULL;
    text[n - 1] = '\0';
    return cor_text_print(s->draft->report->arena, "%s", text);
}

static const char *nearest_unit(const struct cor_setting *s)
{
    const char *name[64];
    size_t n = 0;
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        if (allows(s, unit->dimension) && n < sizeof name / sizeof *name)
            name[n++] = unit->name;
    const char *at = s->text.at, *end = at + s->text.n;
    while (end > at && end[-1] != ' ' && (end[-1] < '0' || end[-1] > '9'))
        end--;
    const struct cor_text written = {end, (size_t)(at + s->text.n - end)};
    const char *near =
        is_quoted(s) ? cor_report_nearest(s->draft->report, written, name, n)
                     : NULL;
    return near != NULL ? near : list_units(s);
}

static const char *wanted(const struct cor_setting *s)
{
    for (int i = 0; i < COR_DIM_COUNT; i++)
        if (allows(s, (enum cor_dimension)i))
            return dimension_names[i];
    return "a quantity";
}

static const char *number_advice(const struct cor_setting *s)
{
    if (memchr(s->text.at, ',', s->text.n) != NULL)
        return "write a point for the decimals and nothing between thousands";
    if (memchr(s->text.at, '_', s->text.n) != NULL)
        return "write the digits without '_'";
    return NULL;
}

void cor_set_refuse_number(const struct cor_setting *s)
{
    COR_SET_REFUSE(s, "bad-number", number_advice(s),
                   "%s: '%s' is not a number", cor_set_label(s),
                   cor_set_quote(s));
}

static const char *measured(const struct cor_setting *s)
{
    struct cor_quantity quantity;
    if (cor_quantity_parse(&quantity, s->text, ~0u) != COR_QUANTITY_GOOD)
        return "something else";
    return dimension_names[quantity.dimension];
}

/* "1,5", "1_000" and "0x10" are slips in the number, not units. */
static bool is_odd_number(const struct cor_setting *s)
{
    const char *at = s->text.at, *end = at + s->text.n;
    if (s->text.n > 2 && at[0] == '0' && (at[1] == 'x' || at[1] == 'X'))
        return true;
    while (at < end && ((*at >= '0' && *at <= '9') || *at == '.'))
        at++;
    return at > s->text.at && at < end && (*at == ',' || *at == '_');
}

static void complain_quantity(const struct cor_setting *s,
                              enum cor_quantity_fault fault)
{
    if (fault == COR_QUANTITY_UNKNOWN_UNIT && is_odd_number(s))
        fault = COR_QUANTITY_NO_NUMBER;
    switch (fault) {
    case COR_QUANTITY_GOOD:
        break;
    case COR_QUANTITY_NO_NUMBER:
        cor_set_refuse_number(s);
        break;
    case COR_QUANTITY_NO_UNIT:
        COR_SET_REFUSE(s, "no-unit", list_units(s), "%s: '%s' has no unit",
                       cor_set_label(s), cor_set_quote(s));
        break;
    case COR_QUANTITY_UNKNOWN_UNIT:
        COR_SET_REFUSE(s, "unknown-unit", nearest_unit(s),
                       "%s: the unit of '%s' is not known", cor_set_label(s),
                       cor_set_quote(s));
        break;
    case COR_QUANTITY_WRONG_DIMENSION:
        COR_SET_REFUSE(s, "wrong-unit", list_units(s), "%s: '%s' is %s, not %s",
                       cor_set_label(s), cor_set_quote(s), measured(s),
                       wanted(s));
        break;
    }
}

static bool void_number(const struct cor_setting *s)
{
    s->column->number[s->record] = NAN;
    return true;
}

bool cor_set_number(const struct cor_setting *s)
{
    if (cor_number_parse(&s->column->number[s->record], s->text))
        return true;
    cor_set_refuse_number(s);
    return void_number(s);
}

/* Counts are kept as double, which is exact up to 2^53. */
static const uint64_t largest_count = UINT64_C(1) << 53;

bool cor_set_whole(const struct cor_setting *s)
{
    uint64_t value;
    if (cor_number_parse_whole(&value, s->text) && value <= largest_count) {
        s->column->number[s->record] = (double)value;
        return true;
    }
    COR_SET_REFUSE(s, "bad-count", NULL,
                   "%s: '%s' is not a whole number from 0 to 2^53",
                   cor_set_label(s), cor_set_quote(s));
    return void_number(s);
}

/* A number without unit where the field or the column has one. */
static bool set_bare(const struct cor_setting *s)
{
    double factor = s->binding != NULL ? s->binding->factor : 0;
    enum cor_dimension dimension =
        s->binding != NULL ? s->binding->dimension : 0;
    if (s->binding == NULL && s->field->unit != NULL) {
        const struct cor_unit *unit =
            cor_unit_find(cor_text_of(s->field->unit));
        factor = unit->factor;
        dimension = unit->dimension;
    }
    if (s->binding == NULL && allows(s, COR_DIM_PURE)) {
        factor = 1;
        dimension = COR_DIM_PURE;
    }
    double value;
    if (factor == 0 || !cor_number_parse(&value, s->text) ||
        !isfinite(value * factor))
        return false;
    s->column->number[s->record] = value * factor;
    s->column->dimension[s->record] = (uint8_t)dimension;
    return true;
}

bool cor_set_quantity(const struct cor_setting *s)
{
    struct cor_quantity quantity;
    if (set_bare(s))
        return true;
    const enum cor_quantity_fault fault =
        cor_quantity_parse(&quantity, s->text, s->field->dimensions);
    if (fault != COR_QUANTITY_GOOD) {
        complain_quantity(s, fault);
        return void_number(s);
    }
    s->column->number[s->record] = quantity.value;
    s->column->dimension[s->record] = (uint8_t)quantity.dimension;
    return true;
}
