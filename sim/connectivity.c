#include <corridor/sim/connectivity.h>

#include "sim/connectivity_parts.h"

static bool is_among(uint32_t item, const uint32_t *list, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (list[i] == item)
            return true;
    return n == 0;
}

enum cor_status cor_connectivity_links(const bool **out,
                                       const struct cor_scenario *scenario,
                                       uint32_t n_mode,
                                       const uint32_t *mode,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    const struct cor_links *links = &scenario->links;
    bool *usable = cor_arena_array(arena, bool, links->n);
    if (usable == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t link = 0; link < links->n; link++)
        usable[link] =
            links->open[link] && is_among(links->mode[link], mode, n_mode);
    *out = usable;
    return COR_OK;
}

static uint32_t count(const bool *flag, uint32_t n)
{
    uint32_t n_set = 0;
    for (uint32_t i = 0; i < n; i++)
        n_set += flag[i];
    return n_set;
}

/* The numbers of the flags that are set, or NULL for want of memory. */
static const uint32_t *
list(uint32_t *n_set, const bool *flag, uint32_t n, struct cor_arena *arena)
{
    *n_set = count(flag, n);
    uint32_t *number = cor_arena_array(arena, uint32_t, *n_set);
    uint32_t at = 0;
    for (uint32_t i = 0; number != NULL && i < n; i++)
        if (flag[i])
            number[at++] = i;
    return number;
}

static const uint32_t *count_labels(uint32_t n_label,
                                    const uint32_t *label,
                                    uint32_t n,
                                    struct cor_arena *arena)
{
    uint32_t *size = cor_arena_array(arena, uint32_t, n_label);
    if (size == NULL)
        return NULL;
    for (uint32_t i = 0; i < n_label; i++)
        size[i] = 0;
    for (uint32_t i = 0; i < n; i++)
        size[label[i]]++;
    return size;
}

/* Copy to `arena` what stays of what the two walks found. */
static bool keep(struct cor_connectivity *out,
                 const struct cor_cuts *cuts,
                 const struct cor_strong *strong,
                 uint32_t n_all_link,
                 struct cor_arena *arena)
{
    const uint32_t n = out->n_node;
    out->n_component = cuts->n_component;
    out->n_strong = strong->n;
    out->component =
        cor_arena_copy(arena, cuts->component, n, sizeof *out->component);
    out->strong = cor_arena_copy(arena, strong->label, n, sizeof *out->strong);
    out->component_size =
        count_labels(cuts->n_component, cuts->component, n, arena);
    out->bridge = list(&out->n_bridge, cuts->is_bridge, n_all_link, arena);
    out->cut_node = list(&out->n_cut_node, cuts->is_cut_node, n, arena);
    return out->component != NULL && out->strong != NULL &&
           out->component_size != NULL && out->bridge != NULL &&
           out->cut_node != NULL;
}

enum cor_status cor_connectivity_find(struct cor_connectivity *out,
                                      const struct cor_network *network,
                                      const bool *usable,
                                      struct cor_arena *arena,
                                      struct cor_error *err)
{
    struct cor_connectivity made = {
        .n_node = network->n_node,
        .n_link =
            usable == NULL ? network->n_link : count(usable, network->n_link),
    };
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct cor_arena scratch;
    cor_arena_init(&scratch, arena->limit - arena->used);
    struct cor_cuts cuts;
    struct cor_strong strong;
    const bool done = cor_cuts_find(&cuts, network, usable, &scratch) &&
                      cor_strong_find(&strong, network, usable, &scratch) &&
                      keep(&made, &cuts, &strong, network->n_link, arena);
    cor_arena_finish(&scratch);
    if (!done) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = made;
    return COR_OK;
}
