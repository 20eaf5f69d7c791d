/* corridor/sim/indicators.h -- what ministries measure on corridors, of a
 * route, beside what was measured. */
#ifndef COR_SIM_INDICATORS_H
#define COR_SIM_INDICATORS_H

#include <corridor/sim/route.h>

/** Which legs of a route an indicator is of; COR_NONE: of all. */
struct cor_indicator_scope {
    uint32_t mode;    /* links, borders, waits on it, transfers within it */
    uint32_t country; /* what lies in it: half of a link out of it, and the
                         borders that stand in it, whichever way they lead */
    uint32_t place;   /* borders there, and nothing else */
    enum cor_direction direction; /* of borders; others are none of it */
};
extern const struct cor_indicator_scope cor_whole_route;

/** A value, or the reason why there is none. */
struct cor_indicator_value {
    double value;       /* in the library's unit; NAN: not defined */
    const char *reason; /* why value is NAN, a literal; else NULL */
    uint32_t n_leg;     /* legs that it is of; 0: nothing to measure */
};

/**
 * The indicators of the legs of a route that are in a scope.
 *
 * TFI1 and TFI2 are the mean time and cost of the borders charged; TFI3 is all
 * cost, of the part of 500 km in the length and of 20 t in the cargo; TFI4 is
 * the length by all time, SWOD by the time on links alone.
 *
 * Source  CAREC (2024), Corridor Performance Measurement and Monitoring Annual
 *         Report 2023, https://cpmm.carecprogram.org/2023-report
 */
void cor_route_indicators(struct cor_indicator_value out[COR_N_INDICATOR],
                          const struct cor_scenario *scenario,
                          const struct cor_route *route,
                          struct cor_indicator_scope scope);

/** A measurement, and what the route comes to in its scope. */
struct cor_measured {
    const struct cor_measurement *measurement;
    struct cor_indicator_value here;
    bool is_input; /* a leg in the scope takes its number from the source of the
                      measurement: that the two agree proves nothing then */
};

/**
 * Find the measurements that a route has legs for.
 *
 * out       [n] in the order of the scenario; owned by `arena`
 * corridor  of the scenario, or COR_NONE: measurements of a certain corridor
 *           are left out
 * Errors    COR_NO_MEMORY
 * Cost      O(measurements x legs)
 */
COR_CHECKED enum cor_status
cor_route_measured(const struct cor_measured **out,
                   uint32_t *n,
                   const struct cor_scenario *scenario,
                   const struct cor_route *route,
                   uint32_t corridor,
                   struct cor_arena *arena,
                   struct cor_error *err);

#endif
