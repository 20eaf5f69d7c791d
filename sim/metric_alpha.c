#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    if (subject->n_node < 3)
        return cor_metric_none("fewer than three places");
    const double most = 2 * (double)subject->n_node - 5;
    return cor_metric_is(cor_metric_n_circuit(subject) / most);
}

const struct cor_metric cor_metric_alpha = {
    .name = "alpha",
    .unit = "1",
    .summary = "Share of the circuits that a planar network could have",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: alpha = (e - v + p) / (2 v - 5)",
    .measure = measure,
};
