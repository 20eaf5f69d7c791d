/* corridor/sim/claim.h -- whether what was published holds, with the numbers.
 *
 * A claim is judged case by case: each journey it is meant of, from each of its
 * origins to each of its destinations, against each thing it is held against.
 */
#ifndef COR_SIM_CLAIM_H
#define COR_SIM_CLAIM_H

#include <corridor/sim/territory.h>

enum cor_verdict {
    COR_VERDICT_TRUE,
    COR_VERDICT_FALSE,
    COR_VERDICT_ONLY_IF,   /* in some cases, or for a part of an interval */
    COR_VERDICT_UNDECIDED, /* a route or a number is not there */
    COR_N_VERDICT
};

/** Verdicts as JSON calls them, in the order above. */
extern const char *const cor_verdicts[COR_N_VERDICT];

/** One case of a claim. Numbers are in the unit of the answer. */
struct cor_claim_case {
    enum cor_verdict verdict;
    const char *of;   /* "Kashgar–Tashkent over Makmal" */
    const char *ends; /* "Kashgar–Tashkent"; all of `of` where it has none */
    const char *against;  /* "avoiding Makmal"; NULL: a quantity, or modes */
    double least, most;   /* the value claimed about; apart for an interval, NAN
                            when it is not known */
    double rival;         /* what it is held against, or NAN */
    double difference;    /* `least` less `rival`, or NAN */
    const char *sentence; /* without a final dot */
    const char *condition; /* COR_VERDICT_ONLY_IF: "the round trip takes 2 d
                              or less"; else NULL */
};

/** The answer to a claim, owned by the arena it was found in. */
struct cor_claim_answer {
    enum cor_verdict verdict;
    const char *sentence;  /* without a final dot */
    const char *condition; /* COR_VERDICT_ONLY_IF: when it holds; else NULL */
    const char *unit;      /* "km"; "1" for counts */
    cor_date as_of;        /* the date it was judged at, or COR_NO_DATE */
    uint32_t n;
    const struct cor_claim_case *item; /* [n] */
};

/**
 * Judge a claim of a scenario.
 *
 * A journey is the best route by the metric of the claim; a corridor, and a
 * journey counted by borders, transfers or changes of gauge, is the route that
 * is best by what cor_route_measure_default gives. Differences below 1e-9 of
 * the values come from rounding and count as none.
 *
 * out    untouched on failure; owned by `arena`
 * claim  one of the scenario's
 * territory  how large countries are; NULL: claims about areas that are not
 *        stated stay undecided
 * Errors COR_NO_MEMORY; COR_INTERNAL
 * Cost   a route search for each case and each thing it is held against
 */
COR_CHECKED enum cor_status
cor_claim_judge(struct cor_claim_answer *out,
                const struct cor_scenario *scenario,
                const struct cor_claim *claim,
                const struct cor_territory *territory,
                struct cor_arena *arena,
                struct cor_error *err);

#endif
