#include "ogr/osm_graph.h"

#include <string.h>

static bool take(struct cor_osm_graph *graph)
{
    const size_t n = graph->n_vertex;
    graph->degree = cor_arena_take_zero(graph->arena, n, sizeof *graph->degree);
    graph->modes = cor_arena_take_zero(graph->arena, n, sizeof *graph->modes);
    graph->cut = cor_arena_take_zero(graph->arena, n, sizeof *graph->cut);
    graph->end = cor_arena_take(graph->arena, n, sizeof *graph->end);
    graph->stop = cor_arena_array(graph->arena, uint32_t, n);
    if (graph->degree == NULL || graph->modes == NULL || graph->cut == NULL ||
        graph->end == NULL || graph->stop == NULL)
        return false;
    memset(graph->end, 0xFF, n * sizeof *graph->end);
    memset(graph->stop, 0xFF, n * sizeof *graph->stop);
    return true;
}

static void note_end(struct cor_osm_graph *graph, uint32_t v, uint32_t end)
{
    graph->end[v][1] = graph->end[v][0];
    graph->end[v][0] = end;
}

static void count_lines(struct cor_osm_graph *graph)
{
    for (uint32_t w = 0; w < graph->osm->n_way; w++) {
        const struct cor_osm_way *way = &graph->osm->way[w];
        const uint32_t *vertex = graph->vertex + way->first;
        for (uint32_t i = 0; i < way->n; i++) {
            graph->degree[vertex[i]] += i == 0 || i + 1 == way->n ? 1 : 2;
            graph->modes[vertex[i]] |= (uint8_t)(1u << way->kind.mode);
        }
        note_end(graph, vertex[0], 2 * w);
        note_end(graph, vertex[way->n - 1], 2 * w + 1);
    }
}

/* Whether a train that arrives by one end goes on by the other as before. */
static bool go_on(const struct cor_osm_graph *graph, const uint32_t end[2])
{
    if (end[0] == COR_NONE)
        return true; /* it is in the midst of a way */
    const struct cor_osm_kind *a = &graph->osm->way[end[0] / 2].kind;
    const struct cor_osm_kind *b = &graph->osm->way[end[1] / 2].kind;
    return a->mode == b->mode && a->gauge_mm == b->gauge_mm &&
           strcmp(a->status, b->status) == 0 && a->one_way == b->one_way &&
           (!a->one_way || end[0] % 2 != end[1] % 2);
}

static void cut_lines(struct cor_osm_graph *graph)
{
    for (uint32_t v = 0; v < graph->n_vertex; v++)
        graph->cut[v] = graph->degree[v] != 2 || !go_on(graph, graph->end[v]);
}

static uint32_t count_pieces(const struct cor_osm_graph *graph)
{
    uint32_t n = 0;
    for (uint32_t w = 0; w < graph->osm->n_way; w++) {
        const struct cor_osm_way *way = &graph->osm->way[w];
        n++;
        for (uint32_t i = 1; i + 1 < way->n; i++)
            n += graph->cut[graph->vertex[way->first + i]];
    }
    return n;
}

static void cut_way(struct cor_osm_graph *graph, uint32_t w)
{
    const struct cor_osm_way *way = &graph->osm->way[w];
    const uint32_t *vertex = graph->vertex + way->first;
    for (uint32_t first = 0, i = 1; i < way->n; i++) {
        if (i + 1 < way->n && !graph->cut[vertex[i]])
            continue;
        note_end(graph, vertex[first], 2 * graph->n_piece);
        note_end(graph, vertex[i], 2 * graph->n_piece + 1);
        graph->piece[graph->n_piece++] = (struct cor_osm_piece){w, first, i};
        first = i;
    }
}

static bool cut_ways(struct cor_osm_graph *graph)
{
    const uint32_t n = count_pieces(graph);
    graph->piece = cor_arena_array(graph->arena, struct cor_osm_piece, n);
    if (graph->piece == NULL)
        return false;
    memset(graph->end, 0xFF, graph->n_vertex * sizeof *graph->end);
    for (uint32_t w = 0; w < graph->osm->n_way; w++)
        cut_way(graph, w);
    return true;
}

enum cor_status cor_osm_connect(struct cor_osm_network *out,
                                const struct cor_osm *osm,
                                struct cor_error *err)
{
    struct cor_osm_graph graph = {.osm = osm, .arena = osm->arena};
    struct cor_osm_network network = {0};
    if (osm->n_point > UINT32_MAX / 2)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "the ways have more than 2,000,000,000 points");
    if (!cor_osm_number(&graph) || !take(&graph))
        return COR_FAIL_MEMORY(err);
    count_lines(&graph);
    cut_lines(&graph);
    cor_osm_place_stops(&network, &graph);
    if (!cut_ways(&graph) || !cor_osm_follow(&network, &graph))
        return COR_FAIL_MEMORY(err);
    *out = network;
    return COR_OK;
}
