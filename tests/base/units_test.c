#include <corridor/base/units.h>

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const uint32_t any = COR_DIM_SET(COR_DIM_COUNT) - 1;

static enum cor_quantity_fault
read_one(struct cor_quantity *out, const char *text, uint32_t allowed)
{
    return cor_quantity_parse(out, cor_text_of(text), allowed);
}

Test(units, of_one_are_worth_their_factor)
{
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++) {
        char text[64];
        struct cor_quantity got = {.value = -1};
        snprintf(text, sizeof text, "1 %s", unit->name);
        cr_expect_eq(read_one(&got, text, any), COR_QUANTITY_GOOD, "%s", text);
        cr_expect_eq(got.value, unit->factor, "%s", text);
        cr_expect_eq(got.dimension, unit->dimension, "%s", text);
        cr_expect_eq(cor_unit_find(cor_text_of(unit->name)), unit,
                     "%s is named twice", unit->name);
    }
}

Test(units, each_dimension_has_one_that_values_are_kept_in)
{
    for (uint32_t i = 0; i < COR_DIM_COUNT; i++) {
        const enum cor_dimension dimension = (enum cor_dimension)i;
        const char *name = cor_dimension_unit(dimension);
        const struct cor_unit *unit = cor_unit_find(cor_text_of(name));
        if (dimension == COR_DIM_SHARE || dimension == COR_DIM_PURE) {
            cr_expect_str_eq(name, "1");
            continue;
        }
        cr_assert_not_null(unit, "dimension %u", i);
        cr_expect_eq(unit->dimension, dimension, "%s", name);
        cr_expect_eq(unit->factor, 1, "%s", name);
    }
}

/* A field of one dimension takes no unit of another, whichever they are: so a
   kilometre is never added to an hour. */
Test(units, of_one_dimension_are_refused_by_all_others)
{
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        for (uint32_t i = 0; i < COR_DIM_COUNT; i++) {
            char text[64];
            struct cor_quantity got = {.value = -1};
            snprintf(text, sizeof text, "1 %s", unit->name);
            const bool same = (enum cor_dimension)i == unit->dimension;
            cr_expect_eq(read_one(&got, text, COR_DIM_SET(i)),
                         same ? COR_QUANTITY_GOOD
                              : COR_QUANTITY_WRONG_DIMENSION,
                         "%s as dimension %u", text, i);
            cr_expect_eq(got.value != -1, same, "%s", text);
        }
}

/* By hand, from the definitions of the units. */
Test(units, are_converted)
{
    static const struct {
        const char *text;
        double want;
    } rows[] = {
        {"468 km", 468000},  {"468km", 468000},     {" 22 h ", 79200},
        {"30 d", 2592000},   {"1520 mm", 1.52},     {"15 Mt/y", 15e6},
        {"1e3 m", 1000},     {"-3.5 km", -3500},    {"0 km", 0},
        {"36 km/h", 10},     {"1 mi", 1609.344},    {"2 FEU", 4},
        {"5 %", 0.05},       {"5%", 0.05},          {"10 pairs/d", 20},
        {"1 TEU/d", 365.25}, {"0.5 USD/TEU-km", 1}, {"18 kn", 9.26},
        {"2e0 km", 2000},    {"28 t/week", 1461},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_quantity got = {.value = -1};
        cr_expect_eq(read_one(&got, rows[i].text, any), COR_QUANTITY_GOOD, "%s",
                     rows[i].text);
        cr_expect_float_eq(got.value, rows[i].want, 1e-12 * 15e6, "%s",
                           rows[i].text);
    }
}

Test(units, what_is_no_quantity_is_told_apart)
{
    static const struct {
        const char *text;
        enum cor_quantity_fault want;
    } rows[] = {
        {"", COR_QUANTITY_NO_NUMBER},
        {"km", COR_QUANTITY_NO_NUMBER},
        {"- km", COR_QUANTITY_NO_NUMBER},
        {"1.2.3 km", COR_QUANTITY_NO_NUMBER},
        {"nan km", COR_QUANTITY_NO_NUMBER},
        {"1e999 km", COR_QUANTITY_NO_NUMBER},
        {"1e308 km", COR_QUANTITY_NO_NUMBER},
        {"468", COR_QUANTITY_NO_UNIT},
        {"468 ", COR_QUANTITY_NO_UNIT},
        {"468 furlongs", COR_QUANTITY_UNKNOWN_UNIT},
        {"468 KM", COR_QUANTITY_UNKNOWN_UNIT},
        {"1 e km", COR_QUANTITY_UNKNOWN_UNIT},
        {"0x10 km", COR_QUANTITY_UNKNOWN_UNIT},
        {"468 h", COR_QUANTITY_WRONG_DIMENSION},
        {"468 km", COR_QUANTITY_GOOD},
    };
    const uint32_t length = COR_DIM_SET(COR_DIM_LENGTH);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cor_quantity got = {.value = -1};
        cr_expect_eq(read_one(&got, rows[i].text, length), rows[i].want, "%s",
                     rows[i].text);
        cr_expect(got.value == -1 || rows[i].want == COR_QUANTITY_GOOD,
                  "%s: a failure gives nothing", rows[i].text);
    }
}
