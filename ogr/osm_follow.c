#include "ogr/osm_graph.h"

#include <string.h>

/* A line on its way from cut to cut. */
struct walk {
    struct cor_osm_graph *graph;
    struct cor_osm_network *network;
    uint32_t *chain; /* [n_chain] the end by which each piece is entered */
    uint32_t n_chain;
    bool *done;       /* [n_piece] */
    uint32_t *node;   /* [n_vertex] or COR_NONE */
    uint32_t *n_part; /* [n_way] links that begin with it */
};

static bool begin(struct walk *walk)
{
    const struct cor_osm_graph *graph = walk->graph;
    struct cor_arena *arena = graph->arena;
    const size_t n_way = graph->osm->n_way;
    struct cor_osm_network *out = walk->network;
    walk->chain = cor_arena_array(arena, uint32_t, graph->n_piece);
    walk->done = cor_arena_take_zero(arena, graph->n_piece, sizeof *walk->done);
    walk->n_part = cor_arena_take_zero(arena, n_way, sizeof *walk->n_part);
    walk->node = cor_arena_array(arena, uint32_t, graph->n_vertex);
    out->node = cor_arena_array(arena, struct cor_osm_node, graph->n_vertex);
    out->link = cor_arena_array(arena, struct cor_osm_link, graph->n_piece);
    if (walk->chain == NULL || walk->done == NULL || walk->n_part == NULL ||
        walk->node == NULL || out->node == NULL || out->link == NULL)
        return false;
    memset(walk->node, 0xFF, graph->n_vertex * sizeof *walk->node);
    return true;
}

static const struct cor_osm_way *way_of(const struct walk *walk, uint32_t end)
{
    const struct cor_osm_graph *graph = walk->graph;
    return &graph->osm->way[graph->piece[end / 2].way];
}

static uint32_t vertex_at(const struct walk *walk, uint32_t end)
{
    const struct cor_osm_piece *piece = &walk->graph->piece[end / 2];
    return walk->graph->vertex[way_of(walk, end)->first +
                               (end % 2 == 0 ? piece->first : piece->last)];
}

/* List the pieces from one that is entered by `end` to the next cut; gives the
   end where that is, or COR_NONE after a round without one. */
static uint32_t follow(struct walk *walk, uint32_t end)
{
    walk->n_chain = 0;
    while (!walk->done[end / 2]) {
        walk->done[end / 2] = true;
        walk->chain[walk->n_chain++] = end;
        const uint32_t far = end ^ 1;
        const uint32_t v = vertex_at(walk, far);
        if (walk->graph->cut[v])
            return far;
        const uint32_t *there = walk->graph->end[v];
        end = there[0] == far ? there[1] : there[0];
    }
    return COR_NONE;
}

static uint32_t node_of(struct walk *walk, uint32_t v)
{
    const struct cor_osm_graph *graph = walk->graph;
    struct cor_osm_network *out = walk->network;
    if (walk->node[v] == COR_NONE) {
        const uint32_t stop = graph->stop[v];
        out->node[out->n_node] = (struct cor_osm_node){
            stop == COR_NONE ? NULL : &graph->osm->stop[stop], graph->where[v],
            0};
        walk->node[v] = out->n_node++;
    }
    return walk->node[v];
}

static uint32_t steps(const struct walk *walk, uint32_t end)
{
    const struct cor_osm_piece *piece = &walk->graph->piece[end / 2];
    return piece->last - piece->first;
}

/* The points of a chain, those where pieces meet once. */
static bool join_points(struct cor_osm_link *link, const struct walk *walk)
{
    uint32_t n = 1;
    for (uint32_t i = 0; i < walk->n_chain; i++)
        n += steps(walk, walk->chain[i]);
    struct cor_point *point =
        cor_arena_array(walk->graph->arena, struct cor_point, n);
    if (point == NULL)
        return false;
    link->point = point;
    link->n = n;
    *point++ = walk->graph->where[vertex_at(walk, walk->chain[0])];
    for (uint32_t i = 0; i < walk->n_chain; i++) {
        const uint32_t end = walk->chain[i];
        const struct cor_osm_piece *piece = &walk->graph->piece[end / 2];
        const struct cor_point *from = way_of(walk, end)->point;
        for (uint32_t k = 1; k <= steps(walk, end); k++)
            *point++ = from[end % 2 == 0 ? piece->first + k : piece->last - k];
    }
    return true;
}

static void agree(const char **text, const char *other)
{
    if (*text != NULL && (other == NULL || strcmp(*text, other) != 0))
        *text = NULL;
}

/* What all ways of the chain say alike. */
static void join_texts(struct cor_osm_link *link, const struct walk *walk)
{
    link->name = link->way->name;
    link->electrified = link->way->electrified;
    link->usage = link->way->usage;
    for (uint32_t i = 1; i < walk->n_chain; i++) {
        const struct cor_osm_way *way = way_of(walk, walk->chain[i]);
        agree(&link->name, way->name);
        agree(&link->electrified, way->electrified);
        agree(&link->usage, way->usage);
    }
}

static bool add_link(struct walk *walk, uint32_t last)
{
    struct cor_osm_network *out = walk->network;
    const uint32_t a = vertex_at(walk, walk->chain[0]);
    const uint32_t b = vertex_at(walk, last);
    if (a == b) {
        out->n_loop++;
        return true;
    }
    struct cor_osm_link link = {.way = way_of(walk, walk->chain[0])};
    link.part = walk->n_part[link.way - walk->graph->osm->way]++;
    link.from = node_of(walk, a);
    link.to = node_of(walk, b);
    out->node[link.from].degree++;
    out->node[link.to].degree++;
    join_texts(&link, walk);
    if (!join_points(&link, walk))
        return false;
    out->link[out->n_link++] = link;
    return true;
}

/* Lines that begin at a cut by pieces' first ends, or by their last ones. A
   one-way line begins by a first end, so all of them are found at first. */
static bool follow_from(struct walk *walk, uint32_t side)
{
    for (uint32_t p = 0; p < walk->graph->n_piece; p++) {
        const uint32_t end = 2 * p + side;
        if (walk->done[p] || !walk->graph->cut[vertex_at(walk, end)])
            continue;
        if (!add_link(walk, follow(walk, end)))
            return false;
    }
    return true;
}

static void count_rounds(struct walk *walk)
{
    for (uint32_t p = 0; p < walk->graph->n_piece; p++)
        if (!walk->done[p]) {
            follow(walk, 2 * p);
            walk->network->n_loop++;
        }
}

bool cor_osm_follow(struct cor_osm_network *out, struct cor_osm_graph *graph)
{
    struct walk walk = {.graph = graph, .network = out};
    if (!begin(&walk) || !follow_from(&walk, 0) || !follow_from(&walk, 1))
        return false;
    count_rounds(&walk);
    for (uint32_t v = 0; v < graph->n_vertex; v++)
        if (graph->stop[v] != COR_NONE)
            node_of(&walk, v);
    return true;
}
