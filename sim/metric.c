#include <corridor/sim/metric.h>

#include "sim/metric_value.h"

#define ADDRESS(name) &cor_metric_##name,

const struct cor_metric *const cor_metrics[] = {COR_METRIC_LIST(ADDRESS) NULL};

const char *const cor_metric_too_large =
    "too many places for shortest paths between all of them";
