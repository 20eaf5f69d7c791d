#include <corridor/model/network.h>

#include <inttypes.h>

static enum cor_status check(const struct cor_network *network,
                             struct cor_error *err)
{
    if (network->n_node == UINT32_MAX || network->n_link > UINT32_MAX / 2)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "%" PRIu32 " nodes and %" PRIu32
                        " links are more than can be numbered",
                        network->n_node, network->n_link);
    for (uint32_t link = 0; link < network->n_link; link++)
        if (network->from[link] >= network->n_node ||
            network->to[link] >= network->n_node)
            return COR_FAIL(err, COR_BAD_INPUT,
                            "link %" PRIu32 " joins nodes %" PRIu32
                            " and %" PRIu32 " of only %" PRIu32,
                            link, network->from[link], network->to[link],
                            network->n_node);
    return COR_OK;
}

/* One star in the making, seen from the end of arcs that it sorts by. */
struct sorter {
    const struct cor_network *network;
    const bool *one_way, *usable; /* NULL: none is, all are */
    bool by_head;
    uint32_t *first, *node, *arc;
};

static bool exists(const struct sorter *sorter, uint32_t arc)
{
    const uint32_t link = cor_arc_link(arc);
    return (sorter->usable == NULL || sorter->usable[link]) &&
           (!cor_arc_is_back(arc) || sorter->one_way == NULL ||
            !sorter->one_way[link]);
}

static uint32_t near_end(const struct sorter *sorter, uint32_t arc)
{
    return sorter->by_head ? cor_arc_head(sorter->network, arc)
                           : cor_arc_tail(sorter->network, arc);
}

/* A counting sort. While arcs are counted, first[v] becomes the end of the arcs
   of v; placing them from the last to the first moves it down to their start
   and leaves them in ascending order. */
static void sort(struct sorter *sorter)
{
    const uint32_t n_node = sorter->network->n_node;
    const uint32_t n_slot = 2 * sorter->network->n_link;
    for (uint32_t node = 0; node <= n_node; node++)
        sorter->first[node] = 0;
    for (uint32_t arc = 0; arc < n_slot; arc++)
        if (exists(sorter, arc))
            sorter->first[near_end(sorter, arc)]++;
    for (uint32_t node = 0; node < n_node; node++)
        sorter->first[node + 1] += sorter->first[node];
    for (uint32_t arc = n_slot; arc-- > 0;) {
        if (!exists(sorter, arc))
            continue;
        const uint32_t slot = --sorter->first[near_end(sorter, arc)];
        sorter->arc[slot] = arc;
        sorter->node[slot] = near_end(sorter, arc ^ 1u);
    }
}

static bool make_star(struct cor_star *out,
                      struct sorter sorter,
                      uint32_t n_arc,
                      struct cor_arena *arena)
{
    const size_t n_first = (size_t)sorter.network->n_node + 1;
    sorter.first = cor_arena_array(arena, uint32_t, n_first);
    sorter.node = cor_arena_array(arena, uint32_t, n_arc);
    sorter.arc = cor_arena_array(arena, uint32_t, n_arc);
    if (sorter.first == NULL || sorter.node == NULL || sorter.arc == NULL)
        return false;
    sort(&sorter);
    *out = (struct cor_star){sorter.first, sorter.node, sorter.arc};
    return true;
}

/* Where every link has both arcs, those that enter a node are the reverses of
   those that leave it, in the same order but for the two arcs of a loop. */
static bool mirror(struct cor_star *out,
                   const struct cor_star *star,
                   uint32_t n_arc,
                   struct cor_arena *arena)
{
    uint32_t *arc = cor_arena_array(arena, uint32_t, n_arc);
    if (arc == NULL)
        return false;
    for (uint32_t i = 0; i < n_arc; i++) {
        arc[i] = star->arc[i] ^ 1u;
        if (i > 0 && (arc[i - 1] ^ 1u) == arc[i] && arc[i] < arc[i - 1]) {
            arc[i - 1] = arc[i];
            arc[i] = arc[i - 1] ^ 1u;
        }
    }
    *out = (struct cor_star){star->first, star->node, arc};
    return true;
}

static uint32_t count_arcs(uint32_t n_link, const bool *one_way)
{
    uint32_t n = 2 * n_link;
    for (uint32_t link = 0; one_way != NULL && link < n_link; link++)
        n -= one_way[link];
    return n;
}

enum cor_status cor_network_build(const struct cor_network **out,
                                  uint32_t n_node,
                                  uint32_t n_link,
                                  const uint32_t *from,
                                  const uint32_t *to,
                                  const bool *one_way,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    struct cor_network made = {
        .n_node = n_node, .n_link = n_link, .from = from, .to = to};
    const enum cor_status status = check(&made, err);
    if (status != COR_OK)
        return status;
    const struct cor_arena_mark start = cor_arena_mark(arena);
    made.n_arc = count_arcs(n_link, one_way);
    struct cor_network *network = NULL;
    const struct sorter out_of = {.network = &made, .one_way = one_way};
    const struct sorter in_to = {
        .network = &made, .one_way = one_way, .by_head = true};
    if (make_star(&made.out, out_of, made.n_arc, arena) &&
        (made.n_arc == 2 * n_link
             ? mirror(&made.in, &made.out, made.n_arc, arena)
             : make_star(&made.in, in_to, made.n_arc, arena)))
        network = cor_arena_copy(arena, &made, 1, sizeof made);
    if (network == NULL) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = network;
    return COR_OK;
}

enum cor_status cor_network_undirected(struct cor_star *out,
                                       const struct cor_network *network,
                                       const bool *usable,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    const struct sorter sorter = {.network = network, .usable = usable};
    uint32_t n_arc = 2 * network->n_link;
    for (uint32_t link = 0; usable != NULL && link < network->n_link; link++)
        n_arc -= usable[link] ? 0 : 2;
    if (make_star(out, sorter, n_arc, arena))
        return COR_OK;
    cor_arena_rewind(arena, start);
    return COR_FAIL_MEMORY(err);
}
