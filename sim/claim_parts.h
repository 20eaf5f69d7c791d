/* sim/claim_parts.h -- what the parts of judging a claim share. */
#ifndef COR_SIM_CLAIM_PARTS_H
#define COR_SIM_CLAIM_PARTS_H

#include <corridor/sim/claim.h>
#include <corridor/sim/route.h>
#include <corridor/sim/territory.h>

/** A claim that is being judged. */
struct cor_claim_trial {
    const struct cor_scenario *scenario; /* at the date of the claim */
    const struct cor_claim *claim;
    const struct cor_territory *territory; /* NULL: there is no base map */
    const char *unit; /* numbers are shown in it; "" for counts */
    double units;     /* of the library's unit in one of it */
    struct cor_arena *arena;
    struct cor_arena *scratch; /* for routes */
};

/** The measure that a metric is; COR_N_MEASURE: none. */
enum cor_measure cor_claim_measure_named(enum cor_claim_metric metric);

/** A side of a comparison, in the library's units. */
struct cor_claim_side {
    const struct cor_claim_term *term;
    uint32_t from, to;   /* of a journey or corridor, else COR_NONE */
    double least, most;  /* NAN: not known */
    const char *missing; /* why it is not known; else NULL */
    double part, whole;  /* of a share; NAN: it is none */
};

/**
 * Find the route of a journey or corridor.
 *
 * out      owned by the scratch
 * missing  why there is none, else NULL
 */
COR_CHECKED enum cor_status cor_claim_route(struct cor_routes *out,
                                            const char **missing,
                                            const struct cor_claim_trial *trial,
                                            const struct cor_claim_side *side,
                                            struct cor_error *err);

/** Measure a side; what is missing is said, not failed of. */
COR_CHECKED enum cor_status
cor_claim_measure(struct cor_claim_side *side,
                  const struct cor_claim_trial *trial,
                  struct cor_error *err);

/** Measure the share of a group in another; as cor_claim_measure. */
COR_CHECKED enum cor_status
cor_claim_measure_share(struct cor_claim_side *side,
                        const struct cor_claim_trial *trial,
                        struct cor_error *err);

/** Judge a claim about modes, which has a single case for each term. */
COR_CHECKED enum cor_status
cor_claim_judge_modes(struct cor_claim_case *out,
                      const struct cor_claim_trial *trial,
                      const struct cor_claim_side *side,
                      struct cor_error *err);

/** Differences of value and rival that a relation allows. */
struct cor_claim_target {
    double least, most;
    bool open; /* 0 is out of it: "less" is not "as much" */
    double by; /* of the difference; NAN: none is claimed */
};

/** Whether two numbers differ by no more than rounding. */
bool cor_claim_same(double a, double b);

/* Texts, owned by the trial's arena; NULL for want of memory. */

/** "Kashgar–Tashkent", or the title of a corridor. */
const char *cor_claim_ends(const struct cor_claim_trial *trial,
                           const struct cor_claim_side *side);

/** "over Makmal by rail", "" where nothing is asked for. */
const char *cor_claim_way(const struct cor_claim_trial *trial,
                          const struct cor_claim_side *side);

/** The same of a share: what it is of, and "(36.2 of 54.9 million km2)". */
const char *cor_claim_share_ends(const struct cor_claim_trial *trial,
                                 const struct cor_claim_side *side);
const char *cor_claim_share_way(const struct cor_claim_trial *trial,
                                const struct cor_claim_side *side);

/** Both together. */
const char *cor_claim_label(const struct cor_claim_trial *trial,
                            const struct cor_claim_side *side);

/** "3,330 km" of a number in the library's units. */
const char *cor_claim_amount(const struct cor_claim_trial *trial,
                             double value,
                             int decimals);

/** The decimals that numbers of a claim have at least. */
int cor_claim_least_decimals(const struct cor_claim_trial *trial);

/** A number with as many digits as it is read with, and its unit. */
const char *
cor_claim_number(struct cor_arena *arena, double value, const char *unit);

/** "445 km longer" of a difference in the library's units. */
const char *cor_claim_difference(const struct cor_claim_trial *trial,
                                 double difference);

/** "a, b and c"; names that are NULL are a want of memory. */
const char *
cor_claim_list(struct cor_arena *arena, const char *const *name, uint32_t n);

/** The sentence of a case that compares numbers, or of one that cannot. */
const char *cor_claim_sentence(const struct cor_claim_trial *trial,
                               const struct cor_claim_side *of,
                               const struct cor_claim_side *rival,
                               const struct cor_claim_target *target);

/** The sentence and condition of all cases together. */
COR_CHECKED bool cor_claim_sum_up(struct cor_claim_answer *answer,
                                  const struct cor_claim_trial *trial);

#endif
