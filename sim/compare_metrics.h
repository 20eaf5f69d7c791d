/* sim/compare_metrics.h -- the numbers that every route has. */
#ifndef COR_SIM_COMPARE_METRICS_H
#define COR_SIM_COMPARE_METRICS_H

#include <corridor/sim/compare.h>

/** A number of a column that has a route; one function serves several. */
struct cor_compare_metric {
    const char *name, *unit;
    double (*of)(const struct cor_compare_column *column, int which);
    int which;
};

extern const struct cor_compare_metric cor_compare_metrics[];
extern const uint32_t cor_n_compare_metric;

#endif
