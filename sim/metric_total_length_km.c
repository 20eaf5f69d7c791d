#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    return cor_metric_is(subject->length_m / 1000);
}

const struct cor_metric cor_metric_total_length_km = {
    .name = "total_length_km",
    .unit = "km",
    .summary = "Length of all links",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: M",
    .measure = measure,
};
