/* sim/metric_value.h -- what a metric answers with. */
#ifndef COR_SIM_METRIC_VALUE_H
#define COR_SIM_METRIC_VALUE_H

#include "sim/metric_list.h"

#include <math.h>

static inline struct cor_metric_value cor_metric_is(double value)
{
    return (struct cor_metric_value){.value = value};
}

/** `reason` is a literal: a phrase that says what is lacking. */
static inline struct cor_metric_value cor_metric_none(const char *reason)
{
    return (struct cor_metric_value){.value = NAN, .reason = reason};
}

/** e - v + p: how many links can go before a component must fall apart. */
static inline double
cor_metric_n_circuit(const struct cor_metric_subject *subject)
{
    return (double)subject->n_link - subject->n_node + subject->n_component;
}

/** Why there is no shortest path between all places. */
extern const char *const cor_metric_too_large;

#endif
