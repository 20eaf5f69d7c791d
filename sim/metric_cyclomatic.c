#include "sim/metric_value.h"

static struct cor_metric_value measure(const struct cor_metric_subject *subject)
{
    return cor_metric_is(cor_metric_n_circuit(subject));
}

const struct cor_metric cor_metric_cyclomatic = {
    .name = "cyclomatic",
    .unit = "1",
    .summary = "Independent circuits: links that can close before a part must "
               "fall apart",
    .source = "Kansky (1963), Structure of Transportation Networks, "
              "University of Chicago: mu = e - v + p",
    .measure = measure,
};
