#include <corridor/sim/indicators.h>

#include <math.h>

const struct cor_indicator_scope cor_whole_route = {COR_NONE, COR_NONE,
                                                    COR_NONE, COR_EITHER_WAY};

static bool is_of_mode(const struct cor_scenario *scenario,
                       const struct cor_leg *leg,
                       uint32_t mode)
{
    if (mode == COR_NONE)
        return true;
    if (leg->kind != COR_LEG_TRANSFER)
        return leg->mode == mode;
    const struct cor_transfer *transfer = &scenario->transfer[leg->record];
    return transfer->from_mode == mode && transfer->to_mode == mode;
}

static double share_in(const struct cor_scenario *scenario,
                       const struct cor_leg *leg,
                       uint32_t country)
{
    const uint32_t *of = scenario->places.country;
    if (country == COR_NONE)
        return 1;
    return 0.5 * (of[leg->from] == country) + 0.5 * (of[leg->to] == country);
}

/* Goods come in where a border stands in the country it leads into. */
static bool is_of_border(const struct cor_scenario *scenario,
                         const struct cor_leg *leg,
                         const struct cor_indicator_scope *scope)
{
    if (scope->place == COR_NONE && scope->direction == COR_EITHER_WAY)
        return true;
    if (leg->kind != COR_LEG_BORDER)
        return false;
    const bool inbound = scenario->border[leg->record].country ==
                         scenario->places.country[leg->from];
    return (scope->place == COR_NONE || scope->place == leg->from) &&
           (scope->direction == COR_EITHER_WAY ||
            inbound == (scope->direction == COR_INBOUND));
}

/* How much of a leg is in a scope, from 0 to 1. */
static double share_of(const struct cor_scenario *scenario,
                       const struct cor_leg *leg,
                       const struct cor_indicator_scope *scope)
{
    return is_of_mode(scenario, leg, scope->mode) &&
                   is_of_border(scenario, leg, scope)
               ? share_in(scenario, leg, scope->country)
               : 0;
}

/* What legs in a scope come to. */
struct sums {
    double length_m, time_s, moving_s, cost_usd, border_s, border_usd;
    uint32_t n_leg, n_border;
};

static void add(struct sums *sums, const struct cor_leg *leg, double share)
{
    const double time_s = share * leg->figure[COR_BY_TIME].value;
    const double cost_usd = share * leg->figure[COR_BY_COST].value;
    sums->n_leg++;
    sums->length_m += share * leg->figure[COR_BY_LENGTH].value;
    sums->time_s += time_s;
    sums->cost_usd += cost_usd;
    if (leg->kind == COR_LEG_LINK)
        sums->moving_s += time_s - share * leg->rest_s;
    if (leg->kind != COR_LEG_BORDER)
        return;
    sums->border_s += time_s;
    sums->border_usd += cost_usd;
    sums->n_border++;
}

static struct cor_indicator_value none(uint32_t n_leg, const char *reason)
{
    return (struct cor_indicator_value){NAN, reason, n_leg};
}

static struct cor_indicator_value
at_borders(const struct sums *sums, double sum, const char *unknown)
{
    const uint32_t n = sums->n_border;
    if (n == 0)
        return none(0, "no border is charged");
    if (isnan(sum))
        return none(n, unknown);
    return (struct cor_indicator_value){sum / n, NULL, n};
}

/* The section and the load that CAREC's cost is of. */
static const double section_m = 500000, load_t = 20;

static struct cor_indicator_value cost_of_section(const struct sums *sums,
                                                  double mass_t)
{
    if (!(sums->length_m > 0))
        return none(0, "nothing is travelled");
    if (isnan(sums->cost_usd))
        return none(sums->n_leg, "the cost of a leg is not known");
    return (struct cor_indicator_value){
        sums->cost_usd * (section_m / sums->length_m) * (load_t / mass_t), NULL,
        sums->n_leg};
}

static struct cor_indicator_value speed(const struct sums *sums, double time_s)
{
    if (!(sums->length_m > 0))
        return none(0, "nothing is travelled");
    if (isnan(time_s))
        return none(sums->n_leg, "the time of a leg is not known");
    if (!(time_s > 0))
        return none(sums->n_leg, "it takes no time");
    return (struct cor_indicator_value){sums->length_m / time_s, NULL,
                                        sums->n_leg};
}

void cor_route_indicators(struct cor_indicator_value out[COR_N_INDICATOR],
                          const struct cor_scenario *scenario,
                          const struct cor_route *route,
                          struct cor_indicator_scope scope)
{
    struct sums sums = {0};
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const double share = share_of(scenario, &route->leg[i], &scope);
        if (share > 0)
            add(&sums, &route->leg[i], share);
    }
    out[COR_TFI1] =
        at_borders(&sums, sums.border_s, "the time of a border is not known");
    out[COR_TFI2] =
        at_borders(&sums, sums.border_usd, "the cost of a border is not known");
    out[COR_TFI3] = cost_of_section(&sums, scenario->cargo.mass_t);
    out[COR_TFI4] = speed(&sums, sums.time_s);
    out[COR_SWOD] = speed(&sums, sums.moving_s);
}

/* Whether an indicator reads this leg's time, or cost. */
static bool reads(enum cor_indicator indicator,
                  const struct cor_leg *leg,
                  enum cor_measure by)
{
    const bool is_cost = indicator == COR_TFI2 || indicator == COR_TFI3;
    if (by != (is_cost ? COR_BY_COST : COR_BY_TIME))
        return false;
    if (cor_indicators[indicator].is_of_borders)
        return leg->kind == COR_LEG_BORDER;
    return indicator != COR_SWOD || leg->kind == COR_LEG_LINK;
}

static bool takes_from(const struct cor_leg *leg,
                       const struct cor_measurement *measurement)
{
    for (int by = 0; by < COR_N_MEASURE; by++)
        if (reads(measurement->indicator, leg, (enum cor_measure)by) &&
            leg->figure[by].source == measurement->source)
            return true;
    return false;
}

static struct cor_measured hold_against(const struct cor_scenario *scenario,
                                        const struct cor_route *route,
                                        const struct cor_measurement *measured)
{
    const struct cor_indicator_scope scope = {measured->mode, measured->country,
                                              measured->place,
                                              measured->direction};
    struct cor_indicator_value here[COR_N_INDICATOR];
    cor_route_indicators(here, scenario, route, scope);
    struct cor_measured made = {measured, here[measured->indicator], false};
    for (uint32_t i = 0; i < route->n_leg && !made.is_input; i++)
        made.is_input = share_of(scenario, &route->leg[i], &scope) > 0 &&
                        takes_from(&route->leg[i], measured);
    return made;
}

/* Of a scope that the route has no part in there is nothing to tell. */
static bool tells(const struct cor_measured *measured, uint32_t corridor)
{
    const uint32_t of = measured->measurement->corridor;
    return measured->here.n_leg != 0 && (of == COR_NONE || of == corridor);
}

enum cor_status cor_route_measured(const struct cor_measured **out,
                                   uint32_t *n,
                                   const struct cor_scenario *scenario,
                                   const struct cor_route *route,
                                   uint32_t corridor,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    struct cor_measured *list =
        cor_arena_array(arena, struct cor_measured, scenario->n_measurement);
    if (list == NULL)
        return COR_FAIL_MEMORY(err);
    uint32_t n_told = 0;
    for (uint32_t i = 0; i < scenario->n_measurement; i++) {
        list[n_told] = hold_against(scenario, route, &scenario->measurement[i]);
        n_told += tells(&list[n_told], corridor);
    }
    *out = list;
    *n = n_told;
    return COR_OK;
}
