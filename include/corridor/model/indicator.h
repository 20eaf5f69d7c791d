/* corridor/model/indicator.h -- what ministries measure on corridors. */
#ifndef COR_MODEL_INDICATOR_H
#define COR_MODEL_INDICATOR_H

#include <corridor/base/units.h>

/** The trade facilitation indicators of CAREC's Corridor Performance
 *  Measurement and Monitoring: https://cpmm.carecprogram.org/2023-report */
enum cor_indicator {
    COR_TFI1, /* hours at a border crossing point */
    COR_TFI2, /* USD at a border crossing point */
    COR_TFI3, /* USD for 500 km and 20 t */
    COR_TFI4, /* speed with delay, SWD */
    COR_SWOD, /* speed without delay */
    COR_N_INDICATOR
};

/** How an indicator is written and shown. */
struct cor_indicator_form {
    const char *id;   /* "TFI1", as users write it */
    const char *name; /* "time at a border crossing point" */
    const char *unit; /* "h", as it is shown */
    double units;     /* of the library's unit in one shown: 3600 */
    enum cor_dimension dimension;
    bool is_of_borders; /* measured where borders are, not along the way */
};
extern const struct cor_indicator_form cor_indicators[COR_N_INDICATOR];

/** The indicator of that id, or COR_N_INDICATOR. */
enum cor_indicator cor_indicator_find(struct cor_text id);

/** Which way goods pass a border, seen from the country of its place. */
enum cor_direction {
    COR_EITHER_WAY,
    COR_INBOUND,
    COR_OUTBOUND,
    COR_N_DIRECTION
};

/** Directions as written in files, in the order above. */
extern const char *const cor_directions[COR_N_DIRECTION];

#endif
