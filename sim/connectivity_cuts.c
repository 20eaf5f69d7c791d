#include "sim/connectivity_parts.h"

/* One walk in depth numbers nodes in the order it meets them. `low` of a node
   is the lowest number that it, or a node below it, has a link to, other than
   the link by which it was met. Nothing below a node gets past it when no low
   there is below its number. */

/* A node in the walk, together since they are needed together. */
struct node {
    uint32_t number; /* from 1; 0: not met */
    uint32_t low;
    uint32_t entry; /* the arc it was met by; UINT32_MAX: none */
    uint32_t next;  /* slot in the star to be looked at */
};

struct walk {
    const struct cor_network *network;
    struct cor_star star;
    struct node *node;
    uint32_t n_met;
    struct cor_cuts found;
};

static void enter(struct walk *walk, uint32_t v, uint32_t arc)
{
    const uint32_t number = ++walk->n_met;
    walk->node[v] = (struct node){
        .number = number,
        .low = number,
        .entry = arc,
        .next = walk->star.first[v],
    };
    walk->found.component[v] = walk->found.n_component;
}

/* Look at one link of a node; gives the node to go on from. A parallel of the
   link by which it was met does count: only that link itself is passed over. */
static uint32_t step(struct walk *walk, uint32_t v)
{
    struct node *node = &walk->node[v];
    const uint32_t slot = node->next++;
    const uint32_t arc = walk->star.arc[slot], w = walk->star.node[slot];
    if (node->entry != UINT32_MAX &&
        cor_arc_link(arc) == cor_arc_link(node->entry))
        return v;
    if (walk->node[w].number == 0) {
        enter(walk, w, arc);
        return w;
    }
    if (walk->node[w].number < node->low)
        node->low = walk->node[w].number;
    return v;
}

/* Go back over the link a node was met by; gives the node above it. */
static uint32_t leave(struct walk *walk, uint32_t v)
{
    const struct node *below = &walk->node[v];
    const uint32_t u = cor_arc_tail(walk->network, below->entry);
    struct node *node = &walk->node[u];
    if (below->low < node->low)
        node->low = below->low;
    if (below->low > node->number)
        walk->found.is_bridge[cor_arc_link(below->entry)] = true;
    if (below->low >= node->number && node->entry != UINT32_MAX)
        walk->found.is_cut_node[u] = true;
    return u;
}

/* The walk's first node is a cut node when it has to go down from it twice. */
static void walk_from(struct walk *walk, uint32_t root)
{
    uint32_t n_down = 0;
    enter(walk, root, UINT32_MAX);
    for (uint32_t v = root;;) {
        if (walk->node[v].next < walk->star.first[v + 1]) {
            const uint32_t at = step(walk, v);
            n_down += v == root && at != root;
            v = at;
        } else if (v == root) {
            break;
        } else {
            v = leave(walk, v);
        }
    }
    walk->found.is_cut_node[root] = n_down > 1;
    walk->found.n_component++;
}

static bool *make_flags(struct cor_arena *arena, uint32_t n)
{
    bool *flag = cor_arena_array(arena, bool, n);
    for (uint32_t i = 0; flag != NULL && i < n; i++)
        flag[i] = false;
    return flag;
}

static bool
prepare(struct walk *walk, const bool *usable, struct cor_arena *arena)
{
    const uint32_t n_node = walk->network->n_node;
    walk->found = (struct cor_cuts){
        .component = cor_arena_array(arena, uint32_t, n_node),
        .is_bridge = make_flags(arena, walk->network->n_link),
        .is_cut_node = make_flags(arena, n_node),
    };
    walk->node = cor_arena_array(arena, struct node, n_node);
    for (uint32_t v = 0; walk->node != NULL && v < n_node; v++)
        walk->node[v].number = 0;
    return walk->found.component != NULL && walk->found.is_bridge != NULL &&
           walk->found.is_cut_node != NULL && walk->node != NULL &&
           cor_network_undirected(&walk->star, walk->network, usable, arena,
                                  NULL) == COR_OK;
}

bool cor_cuts_find(struct cor_cuts *out,
                   const struct cor_network *network,
                   const bool *usable,
                   struct cor_arena *arena)
{
    struct walk walk = {.network = network};
    if (!prepare(&walk, usable, arena))
        return false;
    for (uint32_t v = 0; v < network->n_node; v++)
        if (walk.node[v].number == 0)
            walk_from(&walk, v);
    *out = walk.found;
    return true;
}
