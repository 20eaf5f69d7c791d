#include "sim/flow.h"

#include <stdlib.h>

static const uint32_t NOWHERE = UINT32_MAX;

/* A path in the making: `n` arcs from arc[first] on. */
struct path {
    uint32_t first, n;
};

/* Taking a flow of one on every link apart into paths. */
struct unravel {
    const struct cor_flow *flow;
    uint32_t *next; /* [n_node] slot in the star to be looked at */
    uint32_t
        *height;   /* [n_node] arcs before it on the present path, or NOWHERE */
    uint32_t *arc; /* [n_link] of all paths, one after the other */
};

/* The next arc of `v` that carries: it is used up, and so are all before. */
static uint32_t take_arc(struct unravel *unravel, uint32_t v)
{
    const struct cor_star *star = &unravel->flow->star;
    double *residual = unravel->flow->residual;
    while (residual[star->arc[unravel->next[v]]] > 0)
        unravel->next[v]++;
    return star->arc[unravel->next[v]++];
}

/* Follow the flow to the sink. What comes back to a node of the path went in a
   circle, which serves nobody and is left out. */
static void follow(struct unravel *unravel, struct path *path)
{
    const struct cor_network *network = unravel->flow->network;
    uint32_t *arc = unravel->arc + path->first;
    uint32_t v = unravel->flow->source;
    path->n = 0;
    unravel->height[v] = 0;
    while (v != unravel->flow->sink) {
        arc[path->n] = take_arc(unravel, v);
        v = cor_arc_head(network, arc[path->n++]);
        if (unravel->height[v] == NOWHERE) {
            unravel->height[v] = path->n;
            continue;
        }
        while (path->n > unravel->height[v]) {
            const uint32_t w = cor_arc_head(network, arc[--path->n]);
            if (w != v)
                unravel->height[w] = NOWHERE;
        }
    }
    unravel->height[unravel->flow->source] = NOWHERE;
    for (uint32_t i = 0; i < path->n; i++)
        unravel->height[cor_arc_head(network, arc[i])] = NOWHERE;
}

static int by_length(const void *a, const void *b)
{
    const struct path *left = a, *right = b;
    if (left->n != right->n)
        return left->n < right->n ? -1 : 1;
    return (left->first > right->first) - (left->first < right->first);
}

/* Copy the paths to `arena`, one after the other. */
static bool keep(const uint32_t **out_first,
                 const uint32_t **out_link,
                 const struct path *path,
                 uint32_t n_path,
                 const uint32_t *arc,
                 struct cor_arena *arena)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < n_path; i++)
        n += path[i].n;
    uint32_t *first = cor_arena_array(arena, uint32_t, (size_t)n_path + 1);
    uint32_t *link = cor_arena_array(arena, uint32_t, n);
    if (first == NULL || link == NULL)
        return false;
    n = 0;
    for (uint32_t i = 0; i < n_path; i++) {
        first[i] = n;
        for (uint32_t at = 0; at < path[i].n; at++)
            link[n++] = cor_arc_link(arc[path[i].first + at]);
    }
    first[n_path] = n;
    *out_first = first;
    *out_link = link;
    return true;
}

static bool prepare(struct unravel *unravel, struct cor_arena *scratch)
{
    const struct cor_network *network = unravel->flow->network;
    unravel->next = cor_arena_copy(scratch, unravel->flow->star.first,
                                   network->n_node, sizeof *unravel->next);
    unravel->height = cor_arena_array(scratch, uint32_t, network->n_node);
    unravel->arc = cor_arena_array(scratch, uint32_t, network->n_link);
    if (unravel->next == NULL || unravel->height == NULL ||
        unravel->arc == NULL)
        return false;
    for (uint32_t v = 0; v < network->n_node; v++)
        unravel->height[v] = NOWHERE;
    return true;
}

bool cor_flow_unravel(const uint32_t **first,
                      const uint32_t **link,
                      const struct cor_flow *flow,
                      uint32_t n_path,
                      struct cor_arena *scratch,
                      struct cor_arena *arena)
{
    struct unravel unravel = {.flow = flow};
    struct path *path = cor_arena_array(scratch, struct path, n_path);
    if (path == NULL || !prepare(&unravel, scratch))
        return false;
    for (uint32_t i = 0, n = 0; i < n_path; n += path[i++].n) {
        path[i].first = n;
        follow(&unravel, &path[i]);
    }
    qsort(path, n_path, sizeof *path, by_length);
    return keep(first, link, path, n_path, unravel.arc, arena);
}
