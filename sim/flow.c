#include "sim/flow.h"

/* In rounds: nodes get their distance to the sink, counted in arcs that can
   still carry; then paths that come nearer with every arc are filled until
   none is left. */

static const uint32_t UNREACHED = UINT32_MAX;

struct round {
    struct cor_flow *flow;
    uint32_t *distance; /* [n_node] to the sink, or UNREACHED */
    uint32_t *next;     /* [n_node] slot in the star to be looked at */
    uint32_t *queue;    /* [n_node] nodes, then arcs of the present path */
    uint32_t n_path;
};

/* Spread from `start` over arcs that can carry, against them if `back`, until
   `goal` is met. Gives whether it was. */
static bool
spread(struct round *round, uint32_t start, uint32_t goal, bool back)
{
    const struct cor_flow *flow = round->flow;
    uint32_t n_queue = 0;
    for (uint32_t v = 0; v < flow->network->n_node; v++)
        round->distance[v] = UNREACHED;
    round->distance[start] = 0;
    round->queue[n_queue++] = start;
    for (uint32_t i = 0; i < n_queue; i++) {
        const uint32_t v = round->queue[i];
        for (uint32_t slot = flow->star.first[v];
             slot < flow->star.first[v + 1]; slot++) {
            const uint32_t w = flow->star.node[slot];
            if (round->distance[w] != UNREACHED ||
                !(flow->residual[flow->star.arc[slot] ^ back] > 0))
                continue;
            round->distance[w] = round->distance[v] + 1;
            if (w == goal)
                return true;
            round->queue[n_queue++] = w;
        }
    }
    return false;
}

/* The next arc of `v` that leads one nearer, UNREACHED when there is none. */
static uint32_t find_arc(struct round *round, uint32_t v)
{
    const struct cor_star *star = &round->flow->star;
    for (uint32_t *slot = &round->next[v]; *slot < star->first[v + 1];
         ++*slot) {
        const uint32_t distance = round->distance[star->node[*slot]];
        if (distance != UNREACHED && distance + 1 == round->distance[v] &&
            round->flow->residual[star->arc[*slot]] > 0)
            return star->arc[*slot];
    }
    return UNREACHED;
}

static double find_bottleneck(const struct round *round)
{
    const double *residual = round->flow->residual;
    double least = residual[round->queue[0]];
    for (uint32_t i = 1; i < round->n_path; i++)
        if (residual[round->queue[i]] < least)
            least = residual[round->queue[i]];
    return least;
}

/* Fill the path that was found and go back to before its first full arc. */
static void send(struct round *round)
{
    double *residual = round->flow->residual;
    const double amount = find_bottleneck(round);
    uint32_t n_open = round->n_path;
    for (uint32_t i = round->n_path; i-- > 0;) {
        const uint32_t arc = round->queue[i];
        residual[arc] -= amount;
        residual[arc ^ 1u] += amount;
        if (!(residual[arc] > 0))
            n_open = i;
    }
    round->n_path = n_open;
}

/* A node from which no arc leads on is not tried again in this round: the arc
   to it is passed over for good. */
static void fill(struct round *round)
{
    const struct cor_flow *flow = round->flow;
    for (uint32_t v = 0; v < flow->network->n_node; v++)
        round->next[v] = flow->star.first[v];
    round->n_path = 0;
    for (;;) {
        const uint32_t v =
            round->n_path == 0
                ? flow->source
                : cor_arc_head(flow->network, round->queue[round->n_path - 1]);
        const uint32_t arc = v == flow->sink ? UNREACHED : find_arc(round, v);
        if (arc != UNREACHED)
            round->queue[round->n_path++] = arc;
        else if (v == flow->sink)
            send(round);
        else if (round->n_path == 0)
            return;
        else
            round->next[cor_arc_tail(flow->network,
                                     round->queue[--round->n_path])]++;
    }
}

enum cor_status cor_flow_maximise(struct cor_flow *flow,
                                  bool *near,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    const uint32_t n_node = flow->network->n_node;
    struct round round = {
        .flow = flow,
        .distance = cor_arena_array(arena, uint32_t, n_node),
        .next = cor_arena_array(arena, uint32_t, n_node),
        .queue = cor_arena_array(arena, uint32_t, n_node),
    };
    const bool good =
        round.distance != NULL && round.next != NULL && round.queue != NULL;
    if (good) {
        while (spread(&round, flow->sink, flow->source, true))
            fill(&round);
        (void)spread(&round, flow->source, flow->sink, false);
        for (uint32_t v = 0; v < n_node; v++)
            near[v] = round.distance[v] != UNREACHED;
    }
    cor_arena_rewind(arena, start);
    return good ? COR_OK : COR_FAIL_MEMORY(err);
}
