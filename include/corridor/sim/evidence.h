/* corridor/sim/evidence.h -- what the numbers of a route rest on. */
#ifndef COR_SIM_EVIDENCE_H
#define COR_SIM_EVIDENCE_H

#include <corridor/sim/route.h>

/** What stands behind a number. */
enum cor_evidence {
    COR_EVIDENCE_A, /* a source of that grade */
    COR_EVIDENCE_B,
    COR_EVIDENCE_C,
    COR_EVIDENCE_D,
    COR_EVIDENCE_UNGRADED,  /* a source without a grade, or of another */
    COR_EVIDENCE_MEMORY,    /* the source `memory` */
    COR_EVIDENCE_ASSUMED,   /* the source `assumed` */
    COR_EVIDENCE_UNSOURCED, /* it names no source */
    COR_EVIDENCE_GEODESIC,  /* it was measured on the line of the link */
    COR_N_EVIDENCE
};

/** Kinds of evidence as written in JSON, in the order above. */
extern const char *const cor_evidences[COR_N_EVIDENCE];

/** What stands behind a number of a leg; one without value has no evidence,
 *  and nor has one that is 0 by the rules: COR_N_EVIDENCE. */
enum cor_evidence cor_figure_evidence(const struct cor_scenario *scenario,
                                      const struct cor_figure *figure);

/** What the known part of a total rests on. */
struct cor_route_evidence {
    double share[COR_N_EVIDENCE]; /* of the sum of what is known; they add up to
                                     1; NAN: that sum is 0, or has no meaning */
    double default_share; /* taken from defaults of modes, whatever their
                             source; NAN as above */
    uint32_t n_unknown;   /* legs without a value: no part of the shares */
};

/** Weigh the evidence of a total: legs count by their values. */
struct cor_route_evidence
cor_route_evidence(const struct cor_scenario *scenario,
                   const struct cor_route *route,
                   enum cor_measure by);

/** Legs of a mode whose number is the mode's default. */
uint32_t cor_route_defaults(const struct cor_route *route,
                            uint32_t mode,
                            enum cor_measure by);

#endif
