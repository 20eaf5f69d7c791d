#include <corridor/sim/route.h>

enum cor_scope cor_leg_scope(const struct cor_scenario *scenario,
                             const struct cor_leg *leg)
{
    const struct cor_figure *figure = &leg->figure[COR_BY_CO2E];
    if (leg->kind != COR_LEG_LINK || !(figure->value > 0))
        return COR_SCOPE_UNSTATED;
    if (figure->basis == COR_BASIS_RECORD)
        return (enum cor_scope)scenario->links.co2e_scope[leg->record];
    if (figure->basis == COR_BASIS_DEFAULT)
        return scenario->defaults[leg->mode].scope;
    return COR_SCOPE_UNSTATED;
}

bool cor_scopes_mix(const uint32_t n_scope[COR_N_SCOPE])
{
    return n_scope[COR_SCOPE_TTW] != 0 && n_scope[COR_SCOPE_WTW] != 0;
}
