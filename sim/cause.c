#include <corridor/sim/cause.h>

#include <math.h>

const char *const cor_causes[COR_N_CAUSE] = {
    "moving", "waiting", "border", "break-of-gauge", "port", "transfer", "rest",
};

static bool is_on_water(const struct cor_scenario *scenario, uint32_t mode)
{
    return scenario->mode[mode].medium == COR_ON_WATER;
}

static enum cor_cause cause_of_transfer(const struct cor_scenario *scenario,
                                        const struct cor_transfer *transfer)
{
    if (transfer->from_mode == transfer->to_mode)
        return COR_CAUSE_GAUGE;
    if (is_on_water(scenario, transfer->from_mode) ||
        is_on_water(scenario, transfer->to_mode))
        return COR_CAUSE_PORT;
    return COR_CAUSE_TRANSFER;
}

enum cor_cause cor_leg_cause(const struct cor_scenario *scenario,
                             const struct cor_leg *leg)
{
    switch (leg->kind) {
    case COR_LEG_TRANSFER:
        return cause_of_transfer(scenario, &scenario->transfer[leg->record]);
    case COR_LEG_BORDER:
        return COR_CAUSE_BORDER;
    case COR_LEG_WAIT:
        return COR_CAUSE_WAITING;
    default:
        return COR_CAUSE_MOVING;
    }
}

void cor_route_causes(struct cor_route_cause out[COR_N_CAUSE],
                      const struct cor_scenario *scenario,
                      const struct cor_route *route)
{
    for (int cause = 0; cause < COR_N_CAUSE; cause++)
        out[cause] = (struct cor_route_cause){0};
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_leg *leg = &route->leg[i];
        struct cor_route_cause *cause = &out[cor_leg_cause(scenario, leg)];
        cause->n_leg++;
        for (int by = 0; by < COR_N_MEASURE; by++)
            cause->amount[by] += leg->figure[by].value;
        cause->amount[COR_BY_TIME] -= leg->rest_s;
        out[COR_CAUSE_REST].n_leg += leg->rest_s > 0;
        out[COR_CAUSE_REST].amount[COR_BY_TIME] += leg->rest_s;
    }
    if (cor_scopes_mix(route->n_scope))
        out[COR_CAUSE_MOVING].amount[COR_BY_CO2E] = NAN;
}
