#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    if (subject->n_link == 0)
        return cor_metric_none("no links");
    return cor_metric_is(subject->length_m / subject->n_link / 1000);
}

const struct cor_metric cor_metric_mean_link_length_km = {
    .name = "mean_link_length_km",
    .unit = "km",
    .summary = "Mean length of a link",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: eta = M / e",
    .measure = measure,
};
