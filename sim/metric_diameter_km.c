#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    if (!subject->has_distances)
        return cor_metric_none(cor_metric_too_large);
    if (subject->n_reached == 0)
        return cor_metric_none("no place can be reached from another");
    return cor_metric_is(subject->longest_m / 1000);
}

const struct cor_metric cor_metric_diameter_km = {
    .name = "diameter_km",
    .unit = "km",
    .summary =
        "Length of the shortest path between the two places farthest apart",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: diameter, by length instead of links",
    .measure = measure,
};
