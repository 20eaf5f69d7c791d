/* corridor/model/provenance.h -- what the numbers of a scenario stand on. */
#ifndef COR_MODEL_PROVENANCE_H
#define COR_MODEL_PROVENANCE_H

#include <corridor/model/scenario.h>

/** Where a stated number comes from. */
enum cor_origin {
    COR_ORIGIN_A, /* a source of that grade says it; so below */
    COR_ORIGIN_B,
    COR_ORIGIN_C,
    COR_ORIGIN_D,
    COR_ORIGIN_UNGRADED,
    COR_ORIGIN_SHARED,     /* a length: the link's share of a published total */
    COR_ORIGIN_DERIVED,    /* worked out from figures of others: `derived` */
    COR_ORIGIN_REMEMBERED, /* `memory` */
    COR_ORIGIN_ASSUMED,    /* `assumed` */
    COR_ORIGIN_UNSOURCED,  /* it names no source */
    COR_N_ORIGIN
};

/** How many numbers of links, transfers, borders and services come from where;
 *  those that are not stated do not count. */
struct cor_provenance {
    uint32_t n[COR_N_ORIGIN];
    uint32_t n_value;           /* their sum */
    uint32_t n_sourced;         /* of grades A to D, and without one */
    uint32_t n_length_unstated; /* links that are measured on their line */
};

/** Count the origins of a scenario's numbers. Cost O(n) for n records. */
struct cor_provenance cor_provenance_count(const struct cor_scenario *scenario);

#endif
