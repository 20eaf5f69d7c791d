#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    if (!subject->has_distances)
        return cor_metric_none(cor_metric_too_large);
    if (subject->n_apart == 0)
        return cor_metric_none("no place can be reached from another point");
    return cor_metric_is(subject->detour / (double)subject->n_apart);
}

const struct cor_metric cor_metric_mean_detour = {
    .name = "mean_detour",
    .unit = "1",
    .summary = "Shortest path by geodesic length, mean over all pairs",
    .source = "Barthelemy (2011), doi:10.1016/j.physrep.2010.11.002: "
              "mean route factor",
    .measure = measure,
};
