/* corridor/base/units.h -- quantities: a number and its unit. */
#ifndef COR_BASE_UNITS_H
#define COR_BASE_UNITS_H

#include <corridor/base/text.h>

/** What a quantity measures; its value is then in the unit named here. */
enum cor_dimension {
    COR_DIM_LENGTH,       /* m */
    COR_DIM_TIME,         /* s */
    COR_DIM_MONEY,        /* USD */
    COR_DIM_MASS,         /* kg */
    COR_DIM_SPEED,        /* m/s */
    COR_DIM_SHARE,        /* 1 */
    COR_DIM_TEU,          /* TEU */
    COR_DIM_MASS_FLOW,    /* t/y */
    COR_DIM_TEU_FLOW,     /* TEU/y */
    COR_DIM_TRAIN_FLOW,   /* trains/d */
    COR_DIM_VEHICLE_FLOW, /* vehicles/d */
    COR_DIM_VOLUME_FLOW,  /* m3/y */
    COR_DIM_COST_RATE,    /* USD/tkm */
    COR_DIM_BOX_RATE,     /* USD per FEU and km */
    COR_DIM_EMISSION,     /* kg/tkm */
    COR_DIM_VALUE,        /* USD/t */
    COR_DIM_PURE,         /* 1: counts, written without a unit */
    COR_DIM_TIME_SHARE,   /* 1/s: the share of a value that a time costs */
    COR_DIM_FREQUENCY,    /* per day */
    COR_DIM_AREA,         /* m2 */
    COR_DIM_COUNT
};

/** A set of dimensions, as bits. */
#define COR_DIM_SET(dimension) (1u << (dimension))

/** A unit users may write. */
struct cor_unit {
    const char *name;
    enum cor_dimension dimension;
    double factor; /* one of it, in the unit of the dimension */
};

/** Every unit there is; the last has the name NULL. */
extern const struct cor_unit cor_units[];

/** The unit that values of a dimension are kept in. */
const char *cor_dimension_unit(enum cor_dimension dimension);

struct cor_quantity {
    double value; /* in the unit of the dimension */
    enum cor_dimension dimension;
};

enum cor_quantity_fault {
    COR_QUANTITY_GOOD,
    COR_QUANTITY_NO_NUMBER,
    COR_QUANTITY_NO_UNIT,
    COR_QUANTITY_UNKNOWN_UNIT,
    COR_QUANTITY_WRONG_DIMENSION,
};

/** Read "468 km"; a blank between number and unit may be left out. */
enum cor_quantity_fault cor_quantity_parse(struct cor_quantity *out,
                                           struct cor_text text,
                                           uint32_t allowed);

/** The unit of that exact name, or NULL. */
const struct cor_unit *cor_unit_find(struct cor_text name);

#endif
