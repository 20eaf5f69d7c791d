/* model/flow_joins.h -- links by their ends, and flows by their links. */
#ifndef MODEL_FLOW_JOINS_H
#define MODEL_FLOW_JOINS_H

#include "model/check.h"

/** A link and its ends, the lower number first. */
struct cor_flow_ends {
    uint32_t low, high, link;
};

/** All links whose ends are known, sorted by these. */
struct cor_flow_joins {
    struct cor_flow_ends *row; /* [n] */
    size_t n;
};

/** What joins two places. */
struct cor_flow_join {
    uint32_t n;    /* links of the mode that is asked for */
    uint32_t link; /* the first of them, else of any mode; COR_NONE: none */
};

/** In the draft's arena; false for want of memory. */
COR_CHECKED bool cor_flow_joins_make(struct cor_flow_joins *out,
                                     struct cor_draft *draft);

/** The links between two records of places; `mode` a word, or COR_NONE. */
struct cor_flow_join cor_flow_join_find(const struct cor_flow_joins *joins,
                                        const struct cor_draft *draft,
                                        uint32_t from,
                                        uint32_t to,
                                        uint32_t mode);

/** Sort strands by link; of those that say the same of the same, that of the
 *  later layer stands, and two of one layer are complained of. False for want of memory. */
COR_CHECKED bool cor_flow_strands_sort(struct cor_draft *draft);

#endif
