#include "model/field.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct cor_binding bind(enum cor_kind kind, const char *column)
{
    struct cor_binding binding;
    cr_assert(cor_field_bind(&binding, kind, cor_text_of(column)), "%s",
              column);
    return binding;
}

static void expect_bound(enum cor_kind kind,
                         const char *column,
                         uint32_t field,
                         double factor,
                         enum cor_dimension dimension)
{
    const struct cor_binding binding = bind(kind, column);
    cr_expect_eq(binding.kind, kind, "%s", column);
    cr_expect_eq(binding.field, field, "%s: %u", column, binding.field);
    cr_expect_float_eq(binding.factor, factor, 1e-12, "%s: %f", column,
                       binding.factor);
    if (factor != 0)
        cr_expect_eq(binding.dimension, dimension, "%s", column);
}

Test(field, columns_are_bound_by_name_and_unit)
{
    const enum cor_kind link = COR_KIND_LINK, transfer = COR_KIND_TRANSFER;
    expect_bound(link, "link_id", COR_LINK_ID, 0, 0);
    expect_bound(link, "id", COR_LINK_ID, 0, 0);
    expect_bound(link, "directed", COR_LINK_ONE_WAY, 0, 0);
    expect_bound(link, "length", COR_LINK_LENGTH, 0, 0);
    expect_bound(link, "length_km", COR_LINK_LENGTH, 1000, COR_DIM_LENGTH);
    expect_bound(link, "gauge_mm", COR_LINK_GAUGE, 0.001, COR_DIM_LENGTH);
    expect_bound(link, "time_h", COR_LINK_TIME, 3600, COR_DIM_TIME);
    expect_bound(link, "free_speed", COR_LINK_SPEED, 0, 0);
    expect_bound(link, "speed_km_h", COR_LINK_SPEED, 1 / 3.6, COR_DIM_SPEED);
    expect_bound(link, "cost_usd", COR_LINK_COST, 1, COR_DIM_MONEY);
    expect_bound(link, "capacity_mt_y", COR_LINK_CAPACITY, 1e6,
                 COR_DIM_MASS_FLOW);
    expect_bound(link, "length_source", COR_LINK_LENGTH_SOURCE, 0, 0);
    expect_bound(transfer, "from_mode", COR_TRANSFER_FROM_MODE, 0, 0);
    expect_bound(transfer, "to_gauge_mm", COR_TRANSFER_TO_GAUGE, 0.001,
                 COR_DIM_LENGTH);
    expect_bound(transfer, "both_ways", COR_TRANSFER_BOTH_WAYS, 0, 0);
    expect_bound(COR_KIND_PLACE, "x_coord", COR_PLACE_LON, 0, 0);
    expect_bound(COR_KIND_CARGO, "tonnes", COR_CARGO_TONNES, 1000,
                 COR_DIM_MASS);
}

Test(field, other_columns_are_not_bound)
{
    static const char *const columns[] = {
        "",        "lanes",  "time_km", "time_",   "time_hours", "Length",
        "length ", "mode_h", "via_km",  "gauge_t", "from_gauge", "linkid",
    };
    struct cor_binding binding;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        cr_expect_not(
            cor_field_bind(&binding, COR_KIND_LINK, cor_text_of(columns[i])),
            "%s", columns[i]);
    cr_expect_not(
        cor_field_bind(&binding, COR_KIND_TRANSFER, cor_text_of("gauge_mm")));
}

Test(field, keys_are_found_in_their_group_only)
{
    const enum cor_kind kind = COR_KIND_TRANSFER;
    const struct cor_text gauge = cor_text_of("gauge");
    cr_expect_eq(cor_field_find(kind, "from", gauge), COR_TRANSFER_FROM_GAUGE);
    cr_expect_eq(cor_field_find(kind, "to", gauge), COR_TRANSFER_TO_GAUGE);
    cr_expect_eq(cor_field_find(kind, NULL, gauge), COR_NO_FIELD);
    cr_expect_eq(cor_field_find(kind, "from", cor_text_of("time")),
                 COR_NO_FIELD);
    cr_expect_eq(cor_field_find(kind, NULL, cor_text_of("time")),
                 COR_TRANSFER_TIME);
    cr_expect_eq(cor_field_find(kind, NULL, cor_text_of("time_source")),
                 COR_NO_FIELD);
}

/* What the readers, the checks and the build take for granted of the rows. */
static void expect_sound(enum cor_kind kind, uint32_t i)
{
    const struct cor_field *field = &cor_kinds[kind].field[i];
    const char *name = field->key != NULL ? field->key : field->column;
    cr_assert_not_null(name, "%s: field %u", cor_kinds[kind].name, i);
    if (field->type == COR_TYPE_ENUM)
        cr_expect(field->word != NULL && field->n_word > 0, "%s", name);
    if (field->type == COR_TYPE_QUANTITY)
        cr_expect_neq(field->dimensions, 0, "%s", name);
    if (field->type == COR_TYPE_ID)
        cr_expect(i == 0 && field->space == cor_kinds[kind].space, "%s", name);
    if (field->source == 0)
        return;
    cr_assert_lt(field->source, cor_kinds[kind].n_field, "%s", name);
    cr_expect_eq(cor_kinds[kind].field[field->source].space, COR_SPACE_SOURCE,
                 "%s", name);
}

Test(field, rows_are_sound)
{
    for (int kind = 0; kind < COR_N_KIND; kind++) {
        const struct cor_kind_row *row = &cor_kinds[kind];
        cr_assert_leq(row->n_field, COR_FIELD_LIMIT, "%s", row->name);
        for (uint32_t i = 0; i < row->n_field; i++)
            expect_sound((enum cor_kind)kind, i);
        if (row->source != 0)
            cr_expect_eq(row->field[row->source].space, COR_SPACE_SOURCE, "%s",
                         row->name);
    }
}

Test(field, no_two_fields_have_one_key)
{
    for (int kind = 0; kind < COR_N_KIND; kind++)
        for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
            const struct cor_field *field = &cor_kinds[kind].field[i];
            if (field->key != NULL)
                cr_expect_eq(cor_field_find((enum cor_kind)kind, field->group,
                                            cor_text_of(field->key)),
                             i, "%s: %s", cor_kinds[kind].name, field->key);
            if (field->column != NULL)
                cr_expect_eq(bind((enum cor_kind)kind, field->column).field, i,
                             "%s: %s", cor_kinds[kind].name, field->column);
        }
}

/* docs/format.md is where people look for a key. */
static char *read_format(void)
{
    FILE *file = fopen(SOURCE_ROOT "/docs/format.md", "rb");
    enum { MOST = 1 << 17 };
    char *text = calloc(MOST, 1);
    cr_assert(file != NULL && text != NULL);
    cr_assert_lt(fread(text, 1, MOST - 1, file), MOST - 1);
    fclose(file);
    return text;
}

Test(field, every_key_is_documented)
{
    char *text = read_format();
    for (int kind = 0; kind < COR_N_KIND; kind++)
        for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
            const char *key = cor_kinds[kind].field[i].key;
            if (key != NULL)
                cr_expect_not_null(strstr(text, key), "%s: %s",
                                   cor_kinds[kind].name, key);
        }
    free(text);
}
