/* corridor/model/query.h -- a journey that is asked for. */
#ifndef COR_MODEL_QUERY_H
#define COR_MODEL_QUERY_H

#include <stdint.h>

/** A journey that is asked for; `via` in order. */
struct cor_query {
    uint32_t from, to; /* places */
    uint32_t n_via, n_mode, n_avoid_place, n_avoid_country, n_avoid_mode;
    const uint32_t *via;  /* [n_via] places */
    const uint32_t *mode; /* [n_mode] only these; none: all */
    const uint32_t *avoid_place, *avoid_country, *avoid_mode;
};

#endif
