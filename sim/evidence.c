#include <corridor/sim/evidence.h>

#include <math.h>
#include <string.h>

const char *const cor_evidences[COR_N_EVIDENCE] = {
    "A",      "B",       "C",         "D",        "ungraded",
    "memory", "assumed", "unsourced", "geodesic",
};

static bool is_id(const struct cor_sources *sources,
                  uint32_t source,
                  enum cor_evidence evidence)
{
    return strcmp(sources->ids->name[source], cor_evidences[evidence]) == 0;
}

static enum cor_evidence of_source(const struct cor_sources *sources,
                                   uint32_t source)
{
    const char *grade = sources->grade[source];
    if (is_id(sources, source, COR_EVIDENCE_MEMORY))
        return COR_EVIDENCE_MEMORY;
    if (is_id(sources, source, COR_EVIDENCE_ASSUMED))
        return COR_EVIDENCE_ASSUMED;
    for (enum cor_evidence e = COR_EVIDENCE_A;
         grade != NULL && e <= COR_EVIDENCE_D; e++)
        if (strcmp(grade, cor_evidences[e]) == 0)
            return e;
    return COR_EVIDENCE_UNGRADED;
}

enum cor_evidence cor_figure_evidence(const struct cor_scenario *scenario,
                                      const struct cor_figure *figure)
{
    switch (figure->basis) {
    case COR_BASIS_NONE:
    case COR_BASIS_RULE:
        return COR_N_EVIDENCE;
    case COR_BASIS_GEODESIC:
    case COR_BASIS_CIRCUITY:
        return COR_EVIDENCE_GEODESIC;
    default:
        return figure->source == COR_NONE
                   ? COR_EVIDENCE_UNSOURCED
                   : of_source(&scenario->sources, figure->source);
    }
}

struct cor_route_evidence
cor_route_evidence(const struct cor_scenario *scenario,
                   const struct cor_route *route,
                   enum cor_measure by)
{
    struct cor_route_evidence made = {.n_unknown = route->n_unknown[by]};
    double sum = 0;
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_figure *figure = &route->leg[i].figure[by];
        const enum cor_evidence evidence =
            cor_figure_evidence(scenario, figure);
        if (evidence == COR_N_EVIDENCE)
            continue;
        sum += figure->value;
        made.share[evidence] += figure->value;
        if (figure->basis == COR_BASIS_DEFAULT)
            made.default_share += figure->value;
    }
    if (by == COR_BY_CO2E && cor_scopes_mix(route->n_scope))
        sum = 0;
    for (int e = 0; e < COR_N_EVIDENCE; e++)
        made.share[e] = sum > 0 ? made.share[e] / sum : NAN;
    made.default_share = sum > 0 ? made.default_share / sum : NAN;
    return made;
}

uint32_t cor_route_defaults(const struct cor_route *route,
                            uint32_t mode,
                            enum cor_measure by)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < route->n_leg; i++)
        n += route->leg[i].mode == mode &&
             route->leg[i].figure[by].basis == COR_BASIS_DEFAULT;
    return n;
}
