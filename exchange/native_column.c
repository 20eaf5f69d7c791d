#include "exchange/native.h"

#include "exchange/field_text.h"

#include <string.h>

/* The unit that stands in the name of a quantity's column: where the field has
   one dimension only, and no column of GMNS. */
static const char *unit_in_name(enum cor_kind kind, uint32_t field)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const bool several = (row->dimensions & (row->dimensions - 1)) != 0;
    if (row->type != COR_TYPE_QUANTITY || several ||
        (kind == COR_KIND_LINK &&
         (field == COR_LINK_LENGTH || field == COR_LINK_SPEED)))
        return NULL;
    enum cor_dimension dimension = 0;
    while (row->dimensions != COR_DIM_SET(dimension))
        dimension++;
    return cor_field_unit(kind, field, dimension)->name;
}

const char *
cor_native_column(enum cor_kind kind, uint32_t field, struct cor_arena *arena)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const char *unit = unit_in_name(kind, field);
    if (row->column != NULL && unit == NULL)
        return row->column;
    char *name = cor_text_print(
        arena, "%s%s%s%s%s", row->group == NULL ? "" : row->group,
        row->group == NULL ? "" : "_", row->key, unit == NULL ? "" : "_",
        unit == NULL ? "" : unit);
    for (char *at = name; at != NULL && *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
        else if (strchr("-/ %", *at) != NULL)
            *at = '_';
    return name;
}
