#include <corridor/sim/connectivity.h>

#include <string.h>

#include "sim/by_id.h"

static bool is_after(const struct cor_names *ids, uint32_t a, uint32_t b)
{
    return strcmp(ids->name[a], ids->name[b]) > 0;
}

/* Let a number sink below those that come after it: Williams (1964), Algorithm
   232: Heapsort. */
static void
sink(uint32_t *number, uint32_t at, uint32_t n, const struct cor_names *ids)
{
    for (uint32_t child = 2 * at + 1; child < n; child = 2 * at + 1) {
        if (child + 1 < n && is_after(ids, number[child + 1], number[child]))
            child++;
        if (!is_after(ids, number[child], number[at]))
            return;
        const uint32_t swap = number[at];
        number[at] = number[child];
        number[child] = swap;
        at = child;
    }
}

void cor_sort_by_id(uint32_t *number, uint32_t n, const struct cor_names *ids)
{
    for (uint32_t at = n / 2; at-- > 0;)
        sink(number, at, n, ids);
    for (uint32_t end = n; end-- > 1;) {
        const uint32_t last = number[0];
        number[0] = number[end];
        number[end] = last;
        sink(number, 0, end, ids);
    }
}

static uint32_t *sorted(const uint32_t *number,
                        uint32_t n,
                        const struct cor_names *ids,
                        struct cor_arena *arena)
{
    uint32_t *copy = cor_arena_copy(arena, number, n, sizeof *copy);
    if (copy != NULL)
        cor_sort_by_id(copy, n, ids);
    return copy;
}

enum cor_status cor_connectivity_sort(struct cor_connectivity *connectivity,
                                      const struct cor_scenario *scenario,
                                      struct cor_arena *arena,
                                      struct cor_error *err)
{
    const uint32_t *bridge =
        sorted(connectivity->bridge, connectivity->n_bridge,
               scenario->links.ids, arena);
    const uint32_t *cut_node =
        sorted(connectivity->cut_node, connectivity->n_cut_node,
               scenario->places.ids, arena);
    if (bridge == NULL || cut_node == NULL)
        return COR_FAIL_MEMORY(err);
    connectivity->bridge = bridge;
    connectivity->cut_node = cut_node;
    return COR_OK;
}
