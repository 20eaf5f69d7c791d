#include <corridor/base/number.h>
#include <corridor/base/units.h>

#include <math.h>

/* Factors are exact by definition: SI brochure, 9th edition, tables 1 and 8;
   mile and foot by the international yard agreement of 1959. A year has
   365.25 days (IAU 2009), where a flow is given by day. */
const struct cor_unit cor_units[] = {
    {"m", COR_DIM_LENGTH, 1},
    {"km", COR_DIM_LENGTH, 1000},
    {"mm", COR_DIM_LENGTH, 0.001},
    {"mi", COR_DIM_LENGTH, 1609.344},
    {"ft", COR_DIM_LENGTH, 0.3048},
    {"nmi", COR_DIM_LENGTH, 1852},
    {"s", COR_DIM_TIME, 1},
    {"min", COR_DIM_TIME, 60},
    {"h", COR_DIM_TIME, 3600},
    {"d", COR_DIM_TIME, 86400},
    {"USD", COR_DIM_MONEY, 1},
    {"kg", COR_DIM_MASS, 1},
    {"t", COR_DIM_MASS, 1000},
    {"Mt", COR_DIM_MASS, 1e9},
    {"m/s", COR_DIM_SPEED, 1},
    {"km/h", COR_DIM_SPEED, 1 / 3.6},
    {"km/d", COR_DIM_SPEED, 1 / 86.4},
    {"mi/h", COR_DIM_SPEED, 0.44704},
    {"mph", COR_DIM_SPEED, 0.44704},
    {"kn", COR_DIM_SPEED, 1852.0 / 3600},
    {"%", COR_DIM_SHARE, 0.01},
    {"h/d", COR_DIM_SHARE, 1.0 / 24},
    {"TEU", COR_DIM_TEU, 1},
    {"FEU", COR_DIM_TEU, 2},
    {"t/y", COR_DIM_MASS_FLOW, 1},
    {"kt/y", COR_DIM_MASS_FLOW, 1e3},
    {"Mt/y", COR_DIM_MASS_FLOW, 1e6},
    {"t/week", COR_DIM_MASS_FLOW, 365.25 / 7},
    {"t/d", COR_DIM_MASS_FLOW, 365.25},
    {"TEU/y", COR_DIM_TEU_FLOW, 1},
    {"kTEU/y", COR_DIM_TEU_FLOW, 1e3},
    {"TEU/week", COR_DIM_TEU_FLOW, 365.25 / 7},
    {"TEU/d", COR_DIM_TEU_FLOW, 365.25},
    {"trains/d", COR_DIM_TRAIN_FLOW, 1},
    {"pairs/d", COR_DIM_TRAIN_FLOW, 2},
    {"vehicles/h", COR_DIM_VEHICLE_FLOW, 24},
    {"vehicles/d", COR_DIM_VEHICLE_FLOW, 1},
    {"m3/y", COR_DIM_VOLUME_FLOW, 1},
    {"bcm/y", COR_DIM_VOLUME_FLOW, 1e9},
    {"bbl/d", COR_DIM_VOLUME_FLOW, 0.158987294928 * 365.25},
    /* ISO 80000-3 writes a for a year. */
    {"t/a", COR_DIM_MASS_FLOW, 1},
    {"kt/a", COR_DIM_MASS_FLOW, 1e3},
    {"Mt/a", COR_DIM_MASS_FLOW, 1e6},
    {"TEU/a", COR_DIM_TEU_FLOW, 1},
    {"kTEU/a", COR_DIM_TEU_FLOW, 1e3},
    {"trains/y", COR_DIM_TRAIN_FLOW, 1 / 365.25},
    {"trains/a", COR_DIM_TRAIN_FLOW, 1 / 365.25},
    {"vehicles/y", COR_DIM_VEHICLE_FLOW, 1 / 365.25},
    {"vehicles/a", COR_DIM_VEHICLE_FLOW, 1 / 365.25},
    {"m3/a", COR_DIM_VOLUME_FLOW, 1},
    {"bcm/a", COR_DIM_VOLUME_FLOW, 1e9},
    {"USD/tkm", COR_DIM_COST_RATE, 1},
    {"USD/FEU-km", COR_DIM_BOX_RATE, 1},
    {"USD/TEU-km", COR_DIM_BOX_RATE, 2},
    {"g/tkm", COR_DIM_EMISSION, 0.001},
    {"kg/tkm", COR_DIM_EMISSION, 1},
    {"USD/t", COR_DIM_VALUE, 1},
    {"1/s", COR_DIM_TIME_SHARE, 1},
    {"%/d", COR_DIM_TIME_SHARE, 0.01 / 86400},
    {"per day", COR_DIM_FREQUENCY, 1},
    {"per week", COR_DIM_FREQUENCY, 1.0 / 7},
    {"per month", COR_DIM_FREQUENCY, 12 / 365.25},
    {"per year", COR_DIM_FREQUENCY, 1 / 365.25},
    {"m2", COR_DIM_AREA, 1},
    {"km2", COR_DIM_AREA, 1e6},
    {NULL, COR_DIM_COUNT, NAN},
};

const char *cor_dimension_unit(enum cor_dimension dimension)
{
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        if (unit->dimension == dimension && unit->factor == 1)
            return unit->name;
    return "1";
}

const struct cor_unit *cor_unit_find(struct cor_text name)
{
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++)
        if (cor_text_equal(cor_text_of(unit->name), name))
            return unit;
    return NULL;
}

/* Bytes of the number that a quantity begins with. */
static size_t number_size(struct cor_text text)
{
    size_t n = 0;
    while (n < text.n &&
           ((text.at[n] >= '0' && text.at[n] <= '9') || text.at[n] == '.' ||
            text.at[n] == '-' || text.at[n] == '+'))
        n++;
    const bool exponent = n + 1 < text.n &&
                          (text.at[n] == 'e' || text.at[n] == 'E') &&
                          ((text.at[n + 1] >= '0' && text.at[n + 1] <= '9') ||
                           text.at[n + 1] == '-' || text.at[n + 1] == '+');
    if (exponent)
        for (n += 2; n < text.n && text.at[n] >= '0' && text.at[n] <= '9'; n++)
            continue;
    return n;
}

enum cor_quantity_fault cor_quantity_parse(struct cor_quantity *out,
                                           struct cor_text text,
                                           uint32_t allowed)
{
    text = cor_text_trim(text);
    const size_t n = number_size(text);
    double value;
    if (!cor_number_parse(&value, (struct cor_text){text.at, n}))
        return COR_QUANTITY_NO_NUMBER;
    const struct cor_text name =
        cor_text_trim((struct cor_text){text.at + n, text.n - n});
    if (name.n == 0)
        return COR_QUANTITY_NO_UNIT;
    const struct cor_unit *unit = cor_unit_find(name);
    if (unit == NULL)
        return COR_QUANTITY_UNKNOWN_UNIT;
    if ((allowed & COR_DIM_SET(unit->dimension)) == 0)
        return COR_QUANTITY_WRONG_DIMENSION;
    value *= unit->factor;
    if (!isfinite(value))
        return COR_QUANTITY_NO_NUMBER;
    *out = (struct cor_quantity){value, unit->dimension};
    return COR_QUANTITY_GOOD;
}
