/* corridor/model/traffic.h -- what was observed to be carried over links. */
#ifndef COR_MODEL_TRAFFIC_H
#define COR_MODEL_TRAFFIC_H

#include <corridor/base/units.h>

struct cor_scenario;

/** Which way a flow goes, seen from the first end of its link. */
enum cor_traffic_way {
    COR_WAY_SUM,     /* both together */
    COR_WAY_ALONG,   /* from the first end to the second */
    COR_WAY_AGAINST, /* back */
    COR_N_WAY
};

/** A flow that somebody published or observed. */
struct cor_traffic {
    uint32_t link;
    enum cor_traffic_way way;
    enum cor_dimension dimension;
    double value;          /* in the unit of the dimension */
    const char *commodity; /* NULL: all goods together */
    int year;              /* 0: not stated */
    uint32_t source;       /* or COR_NONE */
};

/** What stands for a link. */
struct cor_carried {
    double value[COR_N_WAY];  /* the sum, or one or both of the others; NAN of
                                all: nothing is known */
    int year[COR_N_WAY];      /* of them; 0: not stated */
    bool is_whole[COR_N_WAY]; /* not a sum of commodities */
};

/** Whether anything stands for a link. */
bool cor_carried_known(const struct cor_carried *carried);

/** Whether a flow of the link and the dimension is part of what stands. */
bool cor_carried_has(const struct cor_carried *carried,
                     const struct cor_traffic *flow);

/**
 * Find the flows of a dimension that stand.
 *
 * Of each way the newest statement of all goods stands, else the sum of the
 * commodities of the newest year that has any. Both ways apart stand instead
 * of their sum unless that is newer; one way alone only where no sum is stated
 * at all.
 *
 * out      [links.n of the scenario] of the caller
 * Returns  for how many links something stands
 * Cost     O(links + flows)
 */
uint32_t cor_traffic_standing(struct cor_carried *out,
                              const struct cor_scenario *scenario,
                              enum cor_dimension dimension);

#endif
