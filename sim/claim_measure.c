#include "sim/claim_parts.h"

#include <inttypes.h>
#include <math.h>

enum cor_measure cor_claim_measure_named(enum cor_claim_metric metric)
{
    switch (metric) {
    case COR_CLAIM_LENGTH:
        return COR_BY_LENGTH;
    case COR_CLAIM_TIME:
        return COR_BY_TIME;
    case COR_CLAIM_COST:
        return COR_BY_COST;
    case COR_CLAIM_CO2E:
        return COR_BY_CO2E;
    default:
        return COR_N_MEASURE;
    }
}

static double amount_of(enum cor_claim_metric metric,
                        const struct cor_route *route)
{
    const enum cor_measure measure = cor_claim_measure_named(metric);
    if (measure != COR_N_MEASURE)
        return route->amount[measure];
    return metric == COR_CLAIM_BORDERS     ? route->n_border
           : metric == COR_CLAIM_TRANSFERS ? route->n_transfer
                                           : route->n_gauge_change;
}

static const char *say_no_route(const struct cor_claim_trial *trial,
                                const struct cor_claim_side *side,
                                const char *reason)
{
    const char *name = cor_claim_label(trial, side);
    return name == NULL ? NULL
                        : cor_text_print(trial->arena, "%s has no route: %s",
                                         name, reason);
}

static const char *say_unknown(const struct cor_claim_trial *trial,
                               const struct cor_claim_side *side,
                               const struct cor_route *route)
{
    const enum cor_claim_metric metric = trial->claim->metric;
    const char *name = cor_claim_label(trial, side);
    const uint32_t n = route->n_unknown[cor_claim_measure_named(metric)];
    return name == NULL ? NULL
                        : cor_text_print(trial->arena,
                                         "the %s of %s is not known: %" PRIu32
                                         " of its legs state%s none",
                                         cor_claim_metrics[metric], name, n,
                                         n == 1 ? "s" : "");
}

static struct cor_query query_of(const struct cor_claim_trial *trial,
                                 const struct cor_claim_side *side)
{
    if (side->term->kind == COR_TERM_CORRIDOR)
        return trial->scenario->corridor[side->term->corridor].query;
    struct cor_query query = side->term->query;
    query.from = side->from;
    query.to = side->to;
    return query;
}

/* A query that contradicts itself, or is too hard, leaves a case undecided. */
enum cor_status cor_claim_route(struct cor_routes *out,
                                const char **missing,
                                const struct cor_claim_trial *trial,
                                const struct cor_claim_side *side,
                                struct cor_error *err)
{
    const struct cor_query query = query_of(trial, side);
    const enum cor_measure named =
        cor_claim_measure_named(trial->claim->metric);
    const enum cor_measure by =
        side->term->kind == COR_TERM_CORRIDOR || named == COR_N_MEASURE
            ? cor_route_measure_default(trial->scenario, &query)
            : named;
    struct cor_error reason = {0};
    const enum cor_status status = cor_route_find(
        out, trial->scenario, &query, by, 1, trial->scratch, &reason);
    *missing = NULL;
    if (status == COR_OK && out->n != 0)
        return COR_OK;
    if (status != COR_OK && status != COR_BAD_INPUT &&
        status != COR_UNSUPPORTED)
        return COR_FAIL(err, status, "%s", reason.text);
    *missing =
        say_no_route(trial, side, status == COR_OK ? out->reason : reason.text);
    return *missing == NULL ? COR_FAIL_MEMORY(err) : COR_OK;
}

static enum cor_status measure_route(struct cor_claim_side *side,
                                     const struct cor_claim_trial *trial,
                                     struct cor_error *err)
{
    const struct cor_arena_mark mark = cor_arena_mark(trial->scratch);
    struct cor_routes routes;
    const enum cor_status status =
        cor_claim_route(&routes, &side->missing, trial, side, err);
    if (status != COR_OK || side->missing != NULL)
        return status;
    side->least = amount_of(trial->claim->metric, &routes.route[0]);
    side->most = side->least;
    if (isnan(side->least)) {
        side->missing = say_unknown(trial, side, &routes.route[0]);
        if (side->missing == NULL)
            return COR_FAIL_MEMORY(err);
    }
    cor_arena_rewind(trial->scratch, mark);
    return COR_OK;
}

static const double seconds_in_year = 365.25 * 86400;

/* What all carry in a year of round trips. */
static double flow(const struct cor_claim_term *term, double round_trip_s)
{
    double load = 0;
    for (uint32_t i = 0; i < term->n_vessel; i++)
        load += term->vessel[i].value;
    if (term->vessel[0].dimension == COR_DIM_MASS)
        load /= 1000; /* kg; flows are of tonnes */
    return load * (term->both_ways ? 2 : 1) * seconds_in_year / round_trip_s;
}

enum cor_status cor_claim_measure(struct cor_claim_side *side,
                                  const struct cor_claim_trial *trial,
                                  struct cor_error *err)
{
    const struct cor_claim_term *term = side->term;
    side->least = side->most = side->part = side->whole = NAN;
    side->missing = NULL;
    switch (term->kind) {
    case COR_TERM_JOURNEY:
    case COR_TERM_CORRIDOR:
        return measure_route(side, trial, err);
    case COR_TERM_GROUP:
        return cor_claim_measure_share(side, trial, err);
    case COR_TERM_QUANTITY:
        side->least = side->most = term->quantity.value;
        return COR_OK;
    case COR_TERM_VESSELS:
        side->least = flow(term, term->longest.value);
        side->most = flow(term, term->shortest.value);
        return COR_OK;
    default:
        return COR_OK;
    }
}
