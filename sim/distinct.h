/* sim/distinct.h -- the best route that has little in common with others. */
#ifndef COR_SIM_DISTINCT_H
#define COR_SIM_DISTINCT_H

#include "sim/plan.h"

/** A route that later ones must differ from. */
struct cor_earlier {
    uint32_t n;
    const uint32_t *link; /* [n] */
    double length_m;
    double price; /* of a shared m, in units of weight */
};

/** A way, and its key by weights without prices. */
struct cor_priced {
    struct cor_way way;
    struct cor_key key; /* COR_NO_WAY: there is none */
};

/** A search for routes that differ. */
struct cor_chooser {
    struct cor_plan plan;
    struct cor_best best;
    double *length_m; /* [n_link] */
    uint64_t *weight; /* [n_move] with tolls */
    uint64_t *toll;   /* [n_link] prices times length, by earlier routes */
    uint32_t *seen;   /* [n_link] the round that a way used it last */
    double *shared_m; /* [n] of the way looked at last */
    struct cor_earlier *earlier; /* [n] */
    uint32_t n, round;
    double share;             /* of length that routes may have in common */
    double dearest;           /* that a price may be */
    struct cor_priced chosen; /* the best so far */
    bool has_given_up;        /* before it was certain that none is better */
};

/** How many ways are looked at before a search is given up; chosen freely. */
enum { COR_MOST_PRICED_WAYS = 20000 };

/** The share of the shorter that two lengths have in common. */
double cor_share_of(double shared_m, double a_m, double b_m);

/**
 * Find the best route that differs from every earlier one; `chosen` has it.
 *
 * arena   keeps what is found
 * Errors  as cor_plan_next
 */
COR_CHECKED enum cor_status cor_chooser_next(struct cor_chooser *chooser,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

#endif
