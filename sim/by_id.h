/* sim/by_id.h -- the order of ids, which the order of rows does not change. */
#ifndef COR_SIM_BY_ID_H
#define COR_SIM_BY_ID_H

#include <corridor/base/text.h>

/** Put numbers of things in the order of their ids. Cost O(n log n). */
void cor_sort_by_id(uint32_t *number, uint32_t n, const struct cor_names *ids);

#endif
