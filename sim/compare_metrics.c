#include "sim/compare_metrics.h"

#include <corridor/sim/cause.h>
#include <corridor/sim/indicators.h>

static double total(const struct cor_compare_column *column, int by)
{
    return column->route->amount[by] / cor_measures[by].units;
}

static double geodesic_km(const struct cor_compare_column *column, int which)
{
    (void)which;
    return column->route->geodesic_m / 1000;
}

enum count { BORDERS, TRANSFERS, GAUGE_CHANGES, FREE_CHANGES };

static double count(const struct cor_compare_column *column, int which)
{
    const struct cor_route *route = column->route;
    const uint32_t counts[] = {
        [BORDERS] = route->n_border,
        [TRANSFERS] = route->n_transfer,
        [GAUGE_CHANGES] = route->n_gauge_change,
        [FREE_CHANGES] = route->n_free_change,
    };
    return counts[which];
}

static double hours(const struct cor_compare_column *column, int cause)
{
    struct cor_route_cause causes[COR_N_CAUSE];
    cor_route_causes(causes, column->scenario, column->route);
    return causes[cause].amount[COR_BY_TIME] / cor_measures[COR_BY_TIME].units;
}

static double indicator(const struct cor_compare_column *column, int which)
{
    struct cor_indicator_value value[COR_N_INDICATOR];
    cor_route_indicators(value, column->scenario, column->route,
                         cor_whole_route);
    return value[which].value / cor_indicators[which].units;
}

/* To add a metric, write its function above and its row here. */
const struct cor_compare_metric cor_compare_metrics[] = {
    {"length_km", "km", total, COR_BY_LENGTH},
    {"geodesic_km", "km", geodesic_km, 0},
    {"time_h", "h", total, COR_BY_TIME},
    {"cost_usd", "USD", total, COR_BY_COST},
    {"co2e_kg", "kg", total, COR_BY_CO2E},
    {"generalised_cost_usd", "USD", total, COR_BY_GENERALISED_COST},
    {"moving_h", "h", hours, COR_CAUSE_MOVING},
    {"rest_h", "h", hours, COR_CAUSE_REST},
    {"waiting_h", "h", hours, COR_CAUSE_WAITING},
    {"border_h", "h", hours, COR_CAUSE_BORDER},
    {"break_of_gauge_h", "h", hours, COR_CAUSE_GAUGE},
    {"port_h", "h", hours, COR_CAUSE_PORT},
    {"transfer_h", "h", hours, COR_CAUSE_TRANSFER},
    {"tfi1_h", "h", indicator, COR_TFI1},
    {"tfi2_usd", "USD", indicator, COR_TFI2},
    {"tfi3_usd", "USD", indicator, COR_TFI3},
    {"tfi4_km_h", "km/h", indicator, COR_TFI4},
    {"swod_km_h", "km/h", indicator, COR_SWOD},
    {"borders", "1", count, BORDERS},
    {"transfers", "1", count, TRANSFERS},
    {"gauge_changes", "1", count, GAUGE_CHANGES},
    {"free_mode_changes", "1", count, FREE_CHANGES},
};
const uint32_t cor_n_compare_metric =
    sizeof cor_compare_metrics / sizeof cor_compare_metrics[0];
