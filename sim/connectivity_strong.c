#include "sim/connectivity_parts.h"

/* Tarjan's walk: nodes wait in a pile until the first met of their component
   is left, which has no way to a node met before it that still waits. */

/* A node in the walk, together since they are needed together. */
struct node {
    uint32_t number; /* from 1; 0: not met */
    uint32_t low;    /* lowest number among waiting nodes it has a way to */
    uint32_t entry;  /* the arc it was met by; UINT32_MAX: none */
    uint32_t next;   /* slot in the star to be looked at */
    uint32_t below;  /* node below it in the pile */
};

struct walk {
    const struct cor_network *network;
    const bool *usable;
    struct node *node;
    uint32_t n_met, pile;
    struct cor_strong found;
};

static void enter(struct walk *walk, uint32_t v, uint32_t arc)
{
    const uint32_t number = ++walk->n_met;
    walk->node[v] = (struct node){
        .number = number,
        .low = number,
        .entry = arc,
        .next = walk->network->out.first[v],
        .below = walk->pile,
    };
    walk->found.label[v] = UINT32_MAX; /* waits */
    walk->pile = v;
}

/* Look at one arc of a node; gives the node to go on from. */
static uint32_t step(struct walk *walk, uint32_t v)
{
    struct node *node = &walk->node[v];
    const uint32_t slot = node->next++;
    const uint32_t arc = walk->network->out.arc[slot];
    const uint32_t w = walk->network->out.node[slot];
    if (walk->usable != NULL && !walk->usable[cor_arc_link(arc)])
        return v;
    if (walk->node[w].number == 0) {
        enter(walk, w, arc);
        return w;
    }
    if (walk->found.label[w] == UINT32_MAX && walk->node[w].number < node->low)
        node->low = walk->node[w].number;
    return v;
}

/* Take the component that `v` is the first node of from the pile. */
static void take_component(struct walk *walk, uint32_t v)
{
    uint32_t w;
    do {
        w = walk->pile;
        walk->pile = walk->node[w].below;
        walk->found.label[w] = walk->found.n;
    } while (w != v);
    walk->found.n++;
}

/* Go back over the arc a node was met by; gives the node above it. */
static uint32_t leave(struct walk *walk, uint32_t v)
{
    const uint32_t low = walk->node[v].low;
    const uint32_t arc = walk->node[v].entry;
    if (low == walk->node[v].number)
        take_component(walk, v);
    if (arc == UINT32_MAX)
        return UINT32_MAX;
    const uint32_t u = cor_arc_tail(walk->network, arc);
    if (low < walk->node[u].low)
        walk->node[u].low = low;
    return u;
}

static void walk_from(struct walk *walk, uint32_t root)
{
    enter(walk, root, UINT32_MAX);
    for (uint32_t v = root; v != UINT32_MAX;)
        v = walk->node[v].next < walk->network->out.first[v + 1]
                ? step(walk, v)
                : leave(walk, v);
}

/* Components were numbered as they were left; number them by first node. */
static void
renumber(struct cor_strong *strong, uint32_t *number, uint32_t n_node)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < strong->n; i++)
        number[i] = UINT32_MAX;
    for (uint32_t v = 0; v < n_node; v++) {
        uint32_t *renamed = &number[strong->label[v]];
        if (*renamed == UINT32_MAX)
            *renamed = n++;
        strong->label[v] = *renamed;
    }
}

bool cor_strong_find(struct cor_strong *out,
                     const struct cor_network *network,
                     const bool *usable,
                     struct cor_arena *arena)
{
    const uint32_t n_node = network->n_node;
    struct walk walk = {
        .network = network,
        .usable = usable,
        .node = cor_arena_array(arena, struct node, n_node),
        .pile = UINT32_MAX,
        .found.label = cor_arena_array(arena, uint32_t, n_node),
    };
    uint32_t *number = cor_arena_array(arena, uint32_t, n_node);
    if (walk.node == NULL || walk.found.label == NULL || number == NULL)
        return false;
    for (uint32_t v = 0; v < n_node; v++)
        walk.node[v].number = 0;
    for (uint32_t v = 0; v < n_node; v++)
        if (walk.node[v].number == 0)
            walk_from(&walk, v);
    renumber(&walk.found, number, n_node);
    *out = walk.found;
    return true;
}
