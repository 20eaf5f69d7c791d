#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    if (subject->n_node == 0)
        return cor_metric_none("no places");
    return cor_metric_is((double)subject->n_link / subject->n_node);
}

const struct cor_metric cor_metric_beta = {
    .name = "beta",
    .unit = "1",
    .summary = "Links for each place",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: beta = e / v",
    .measure = measure,
};
