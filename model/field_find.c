#include "model/field.h"

#include <string.h>

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

const char *cor_field_unit_column(const struct cor_field *field)
{
    static const char *const columns[][2] = {{"capacity", "capacity_unit"},
                                             {"flow", "flow_unit"}};
    for (size_t i = 0; field->key != NULL && field->group == NULL &&
                       i < sizeof columns / sizeof *columns;
         i++)
        if (strcmp(field->key, columns[i][0]) == 0)
            return columns[i][1];
    return NULL;
}

uint32_t
cor_field_find(enum cor_kind kind, const char *group, struct cor_text key)
{
    const struct cor_kind_row *row = &cor_kinds[kind];
    for (uint32_t i = 0; i < row->n_field; i++) {
        const struct cor_field *field = &row->field[i];
        if (field->key != NULL && same(field->group, group) &&
            cor_text_equal(cor_text_of(field->key), key))
            return i;
    }
    return COR_NO_FIELD;
}

/* Letters and digits of names as columns have them: "USD/FEU-km" is
   usd_feu_km there. */
static char as_in_column(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return plain ? c : '_';
}

/* Take `name` and, if `end`, nothing more off the front of `text`. */
static bool take(struct cor_text *text, const char *name, bool end)
{
    const size_t n = strlen(name);
    if (n > text->n || (end && n != text->n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (as_in_column(name[i]) != text->at[i])
            return false;
    *text = (struct cor_text){text->at + n, text->n - n};
    return true;
}

static const struct cor_unit *unit_of(struct cor_text text, uint32_t allowed)
{
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        if ((allowed & COR_DIM_SET(unit->dimension)) != 0 &&
            take(&(struct cor_text){text.at, text.n}, unit->name, true))
            return unit;
    return NULL;
}

static enum cor_dimension first_of(uint32_t dimensions)
{
    enum cor_dimension dimension = 0;
    while (dimension < COR_DIM_COUNT - 1 &&
           (dimensions & COR_DIM_SET(dimension)) == 0)
        dimension++;
    return dimension;
}

/* Whether a column is named as a field, its unit perhaps coming after. */
static bool match(const struct cor_unit **unit,
                  const struct cor_field *field,
                  struct cor_text text)
{
    *unit =
        field->unit == NULL ? NULL : cor_unit_find(cor_text_of(field->unit));
    if (field->column != NULL &&
        cor_text_equal(cor_text_of(field->column), text))
        return true;
    if (field->key == NULL)
        return false;
    if (field->group != NULL &&
        !(take(&text, field->group, false) && take(&text, "_", false)))
        return false;
    if (!take(&text, field->key, false))
        return false;
    if (text.n == 0)
        return true;
    if (field->type != COR_TYPE_QUANTITY || !take(&text, "_", false))
        return false;
    *unit = unit_of(text, field->dimensions);
    return *unit != NULL;
}

bool cor_field_bind(struct cor_binding *out,
                    enum cor_kind kind,
                    struct cor_text column)
{
    const struct cor_kind_row *row = &cor_kinds[kind];
    for (uint32_t i = 0; i < row->n_field; i++) {
        const struct cor_unit *unit;
        if (!match(&unit, &row->field[i], column))
            continue;
        *out = (struct cor_binding){
            .kind = kind,
            .field = i,
            .factor = unit == NULL ? 0 : unit->factor,
            .dimension = unit == NULL ? first_of(row->field[i].dimensions)
                                      : unit->dimension,
        };
        return true;
    }
    return false;
}
