#include <corridor/sim/shortest.h>

#include <inttypes.h>
#include <math.h>

/* A node and the distance it was met at. Nodes are not moved when they are met
   again nearer: the old item is passed over when its turn comes. */
struct item {
    double distance;
    uint32_t node;
};

struct runner {
    const struct cor_network *network;
    const double *weight;
    const bool *usable;
    double *distance;
    uint32_t *arc_in;
    struct item *heap; /* 4-ary, the nearest first */
    size_t n;
};

static enum cor_status check(const struct cor_network *network,
                             const double *weight,
                             uint32_t origin,
                             struct cor_error *err)
{
    if (origin >= network->n_node)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "node %" PRIu32 " is none of %" PRIu32, origin,
                        network->n_node);
    for (uint32_t link = 0; link < network->n_link; link++)
        if (!(weight[link] >= 0))
            return COR_FAIL(
                err, COR_BAD_INPUT,
                "the weight of link %" PRIu32 " is below 0 or no number", link);
    return COR_OK;
}

static inline void push(struct runner *runner, struct item item)
{
    struct item *heap = runner->heap;
    size_t i = runner->n++;
    while (i != 0 && item.distance < heap[(i - 1) / 4].distance) {
        heap[i] = heap[(i - 1) / 4];
        i = (i - 1) / 4;
    }
    heap[i] = item;
}

static inline size_t least_child(const struct runner *runner, size_t i)
{
    const size_t end = 4 * i + 5 < runner->n ? 4 * i + 5 : runner->n;
    size_t least = 4 * i + 1;
    for (size_t child = least + 1; child < end; child++)
        if (runner->heap[child].distance < runner->heap[least].distance)
            least = child;
    return least;
}

static inline struct item pop(struct runner *runner)
{
    struct item *heap = runner->heap;
    const struct item nearest = heap[0], last = heap[--runner->n];
    size_t i = 0;
    while (4 * i + 1 < runner->n) {
        const size_t child = least_child(runner, i);
        if (heap[child].distance >= last.distance)
            break;
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = last;
    return nearest;
}

static inline void leave(struct runner *runner, struct item from)
{
    const struct cor_star *out = &runner->network->out;
    const uint32_t end = out->first[from.node + 1];
    for (uint32_t slot = out->first[from.node]; slot < end; slot++) {
        const uint32_t link = cor_arc_link(out->arc[slot]);
        const struct item to = {from.distance + runner->weight[link],
                                out->node[slot]};
        if (to.distance >= runner->distance[to.node] ||
            (runner->usable != NULL && !runner->usable[link]))
            continue;
        runner->distance[to.node] = to.distance;
        runner->arc_in[to.node] = out->arc[slot];
        push(runner, to);
    }
}

static void run(struct runner *runner, uint32_t origin)
{
    for (uint32_t node = 0; node < runner->network->n_node; node++) {
        runner->distance[node] = INFINITY;
        runner->arc_in[node] = COR_NONE;
    }
    runner->distance[origin] = 0;
    push(runner, (struct item){0, origin});
    while (runner->n != 0) {
        const struct item nearest = pop(runner);
        if (nearest.distance == runner->distance[nearest.node])
            leave(runner, nearest);
    }
}

/* Every arc is looked at once, so that no more nodes are met than there are
   arcs, and the origin. */
static bool make_room(struct runner *runner, struct cor_arena *arena)
{
    const uint32_t n_node = runner->network->n_node;
    runner->distance = cor_arena_array(arena, double, n_node);
    runner->arc_in = cor_arena_array(arena, uint32_t, n_node);
    return runner->distance != NULL && runner->arc_in != NULL;
}

enum cor_status cor_shortest_all(struct cor_shortest *out,
                                 const struct cor_network *network,
                                 const double *weight,
                                 const bool *usable,
                                 uint32_t origin,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    struct runner runner = {
        .network = network, .weight = weight, .usable = usable};
    const struct cor_arena_mark start = cor_arena_mark(arena);
    const enum cor_status status = check(network, weight, origin, err);
    if (status != COR_OK)
        return status;
    const bool is_kept = make_room(&runner, arena);
    const struct cor_arena_mark kept = cor_arena_mark(arena);
    if (is_kept)
        runner.heap =
            cor_arena_array(arena, struct item, (size_t)network->n_arc + 1);
    if (runner.heap == NULL) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    run(&runner, origin);
    cor_arena_rewind(arena, kept);
    *out = (struct cor_shortest){runner.distance, runner.arc_in};
    return COR_OK;
}
