/* corridor/model/value.h -- a number that users gave. */
#ifndef COR_MODEL_VALUE_H
#define COR_MODEL_VALUE_H

#include <stdint.h>

/** A number that users gave, and where they have it from. */
struct cor_value {
    double number;   /* NAN: not known */
    uint32_t source; /* into cor_sources, or COR_NONE */
};

#endif
