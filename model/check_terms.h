/* model/check_terms.h -- what claims are about, and the terms they compare. */
#ifndef MODEL_CHECK_TERMS_H
#define MODEL_CHECK_TERMS_H

#include "model/check.h"

/** What claims about a metric may compare. */
struct cor_claim_metric_row {
    uint32_t of, rival;  /* sets of kinds of terms; no rivals: only modes */
    uint32_t dimensions; /* of quantities that it is compared with */
    const char *unit;    /* how to write those */
    const char *advice;  /* how to write terms */
};

/** By metric. */
extern const struct cor_claim_metric_row
    cor_claim_metric_rows[COR_N_CLAIM_METRIC];

/** A claim that is being judged. */
struct cor_judged_claim {
    struct cor_draft *draft;
    uint32_t claim;
    struct cor_claim_metric_row metric;
    const char *name; /* of the metric */
};

/** Each term of a list. */
#define COR_CHECK_TERMS(LIST, TERM) \
    for (uint32_t TERM = (LIST).first; TERM < (LIST).first + (LIST).n; TERM++)

/** Judge a term that stands in a field of the claim; false for want of
 *  memory. */
COR_CHECKED bool cor_check_term(const struct cor_judged_claim *judged,
                                uint32_t term,
                                uint32_t field);

/** The dimensions of what the vessels of a term carry in a time. */
uint32_t cor_check_term_flow(const struct cor_draft *draft, uint32_t term);

/** Complain of a quantity that is of other dimensions. */
void cor_check_term_unit(const struct cor_judged_claim *judged,
                         uint32_t term,
                         uint32_t dimensions,
                         const char *key);

#endif
