#include <corridor/sim/route.h>

#include "sim/filter.h"

#include <math.h>

const struct cor_measure_form cor_measures[COR_N_MEASURE] = {
    {"length", "length", "km", "length_km", 1000, "shorter"},
    {"time", "time", "h", "time_h", 3600, "faster"},
    {"cost", "cost", "USD", "cost_usd", 1, "cheaper"},
    {"co2e", "CO2e", "kg", "co2e_kg", 1, "cleaner"},
    {"generalised-cost", "generalised cost", "USD", "generalised_cost_usd", 1,
     "cheaper"},
};

const char *const cor_bases[COR_N_BASIS] = {
    "unknown", "stated", "speed", "default", "geodesic", "rule", "circuity"};

const char *const cor_leg_kinds[COR_N_LEG_KIND] = {"link", "transfer", "border",
                                                   "wait"};

const char *const cor_absences[COR_N_ABSENCE] = {
    "none",    "unreachable",      "not-open",     "filtered",
    "unknown", "missing-transfer", "visits-twice",
};

static const struct cor_figure unknown = {NAN, COR_BASIS_NONE, COR_NONE};

static uint32_t source_or(uint32_t source, uint32_t of_record)
{
    return source != COR_NONE ? source : of_record;
}

static struct cor_figure
stated(const struct cor_links *links, uint32_t link, double value, uint32_t own)
{
    return (struct cor_figure){value, COR_BASIS_RECORD,
                               source_or(own, links->source[link])};
}

static struct cor_figure by_rate(double amount, struct cor_value rate)
{
    return (struct cor_figure){amount * rate.number, COR_BASIS_DEFAULT,
                               rate.source};
}

static struct cor_figure link_length(const struct cor_scenario *scenario,
                                     uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    const double length_m = links->length_m[link];
    if (!isnan(links->published_m[link]))
        return stated(links, link, length_m, links->length_source[link]);
    const struct cor_value circuity =
        scenario->defaults[links->mode[link]].circuity;
    if (!isnan(circuity.number))
        return (struct cor_figure){length_m, COR_BASIS_CIRCUITY,
                                   circuity.source};
    return (struct cor_figure){length_m, COR_BASIS_GEODESIC,
                               links->source[link]};
}

/* Crews of a mode that drive part of the day rest for the others. */
static double
with_rest_s(const struct cor_scenario *scenario, uint32_t link, double moving_s)
{
    const double driving =
        scenario->defaults[scenario->links.mode[link]].driving.number;
    return isnan(driving) ? moving_s : moving_s / driving;
}

static struct cor_figure link_time(const struct cor_scenario *scenario,
                                   uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    const double length_m = links->length_m[link];
    if (!isnan(links->time_s[link]))
        return stated(links, link, links->time_s[link],
                      links->time_source[link]);
    const uint32_t source =
        source_or(links->speed_source[link], links->source[link]);
    if (!isnan(links->speed_m_s[link]))
        return (struct cor_figure){
            with_rest_s(scenario, link, length_m / links->speed_m_s[link]),
            COR_BASIS_SPEED, source};
    const struct cor_value speed =
        scenario->defaults[links->mode[link]].speed_m_s;
    if (!isnan(speed.number))
        return (struct cor_figure){
            with_rest_s(scenario, link, length_m / speed.number),
            COR_BASIS_DEFAULT, speed.source};
    return unknown;
}

double cor_link_rest_s(const struct cor_scenario *scenario, uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    const double driving = scenario->defaults[links->mode[link]].driving.number;
    const double time_s = link_time(scenario, link).value;
    return isnan(links->time_s[link]) && !isnan(driving) && !isnan(time_s)
               ? time_s * (1 - driving)
               : 0;
}

/* What travels in boxes pays by the box where there is such a rate. */
static struct cor_figure link_cost(const struct cor_scenario *scenario,
                                   uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    const struct cor_default *rate = &scenario->defaults[links->mode[link]];
    const struct cor_cargo *cargo = &scenario->cargo;
    const double length_km = links->length_m[link] / 1000;
    if (!isnan(links->cost_usd[link]))
        return stated(links, link, links->cost_usd[link],
                      links->cost_source[link]);
    if (cargo->teu > 0 && !isnan(rate->cost_usd_per_feu_km.number))
        return by_rate(cargo->teu / 2 * length_km, rate->cost_usd_per_feu_km);
    if (!isnan(rate->cost_usd_per_tkm.number))
        return by_rate(cargo->mass_t * length_km, rate->cost_usd_per_tkm);
    return unknown;
}

static struct cor_figure link_co2e(const struct cor_scenario *scenario,
                                   uint32_t link)
{
    const struct cor_links *links = &scenario->links;
    const struct cor_value rate =
        scenario->defaults[links->mode[link]].co2e_kg_per_tkm;
    const double tkm = scenario->cargo.mass_t * links->length_m[link] / 1000;
    if (!isnan(links->co2e_kg[link]))
        return stated(links, link, links->co2e_kg[link],
                      links->co2e_source[link]);
    return isnan(rate.number) ? unknown : by_rate(tkm, rate);
}

/* Where one of two numbers was a default, so is their sum. */
static enum cor_basis basis_of_both(enum cor_basis a, enum cor_basis b)
{
    if (a == COR_BASIS_DEFAULT || b == COR_BASIS_DEFAULT)
        return COR_BASIS_DEFAULT;
    return a == COR_BASIS_RULE ? b : a;
}

struct cor_figure cor_generalised_cost(const struct cor_scenario *scenario,
                                       struct cor_figure cost,
                                       struct cor_figure time)
{
    const struct cor_value rate = scenario->cargo.time_value_usd_per_s;
    const double value = cost.value + rate.number * time.value;
    return isnan(value)
               ? unknown
               : (struct cor_figure){
                     value, basis_of_both(cost.basis, time.basis), rate.source};
}

struct cor_figure cor_link_figure(const struct cor_scenario *scenario,
                                  uint32_t link,
                                  enum cor_measure by)
{
    switch (by) {
    case COR_BY_LENGTH:
        return link_length(scenario, link);
    case COR_BY_TIME:
        return link_time(scenario, link);
    case COR_BY_COST:
        return link_cost(scenario, link);
    case COR_BY_CO2E:
        return link_co2e(scenario, link);
    case COR_BY_GENERALISED_COST:
        return cor_generalised_cost(scenario, link_cost(scenario, link),
                                    link_time(scenario, link));
    case COR_N_MEASURE:
        break;
    }
    return unknown;
}

enum cor_measure cor_route_measure_default(const struct cor_scenario *scenario,
                                           const struct cor_query *query)
{
    uint32_t n = 0;
    for (uint32_t link = 0; link < scenario->links.n; link++) {
        if (!scenario->links.open[link] ||
            !cor_filter_passes(scenario, query, link))
            continue;
        n++;
        if (isnan(cor_link_figure(scenario, link, COR_BY_TIME).value))
            return COR_BY_LENGTH;
    }
    return n != 0 ? COR_BY_TIME : COR_BY_LENGTH;
}
