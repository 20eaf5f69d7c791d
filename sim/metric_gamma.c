#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    if (subject->n_node < 3)
        return cor_metric_none("fewer than three places");
    const double most = 3 * ((double)subject->n_node - 2);
    return cor_metric_is(subject->n_link / most);
}

const struct cor_metric cor_metric_gamma = {
    .name = "gamma",
    .unit = "1",
    .summary = "Share of the links that a planar network could have",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: gamma = e / (3 (v - 2))",
    .measure = measure,
};
