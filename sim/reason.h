/* sim/reason.h -- why there is no route, and what to know about those there
 * are. */
#ifndef COR_SIM_REASON_H
#define COR_SIM_REASON_H

#include "sim/plan.h"

/** What was asked. */
struct cor_inquiry {
    const struct cor_scenario *scenario;
    const struct cor_query *query;
    enum cor_measure by;
    struct cor_arena *arena, *scratch;
};

/** Fill in the absence, its reason and its gap. */
COR_CHECKED enum cor_status cor_reason_find(struct cor_routes *routes,
                                            const struct cor_inquiry *inquiry,
                                            struct cor_error *err);

/** Fill in the notes about the routes found. */
COR_CHECKED enum cor_status cor_reason_note(struct cor_routes *routes,
                                            const struct cor_inquiry *inquiry,
                                            struct cor_error *err);

/**
 * Name the links of a way that are not open, and since or until when: "a-b,
 * which opens 2030-12-31, and c-d, which is planned".
 *
 * Returns  owned by `arena`; "" when all are open, NULL for want of memory
 */
const char *cor_reason_not_open(const struct cor_scenario *scenario,
                                const struct cor_way *way,
                                struct cor_arena *arena);

#endif
