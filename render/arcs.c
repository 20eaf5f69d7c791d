#include "render/arcs.h"

#include <math.h>

bool cor_arcs_init(struct cor_arcs *arcs,
                   const struct cor_basemap *map,
                   const struct cor_view *view,
                   struct cor_pen *pen)
{
    *arcs = (struct cor_arcs){
        map, view, pen,
        cor_arena_take_zero(view->scratch, map->n_arc, sizeof *arcs->arc)};
    return arcs->arc != NULL;
}

static uint32_t arc_of(int32_t ref)
{
    return (uint32_t)(ref < 0 ? ~ref : ref);
}

static uint32_t n_point(const struct cor_arcs *arcs, uint32_t arc)
{
    return arcs->map->arc_first[arc + 1] - arcs->map->arc_first[arc];
}

static bool is_within(struct cor_rect box, struct cor_box window)
{
    return box.left >= window.west && box.right <= window.east &&
           box.top >= window.south && box.bottom <= window.north;
}

static bool is_apart(struct cor_rect box, struct cor_box window)
{
    return box.left > window.east || box.right < window.west ||
           box.top > window.north || box.bottom < window.south;
}

/* Whether nothing speaks against projecting an arc as it is. */
static bool is_plain(const struct cor_arcs *arcs,
                     const struct cor_placed_arc *arc,
                     const struct cor_vec *flat,
                     uint32_t n)
{
    return is_within(arc->box, arcs->view->window) &&
           !cor_view_is_bent(flat, n);
}

static void
look_at(struct cor_arcs *arcs, struct cor_placed_arc *arc, uint32_t number)
{
    const struct cor_point *point =
        arcs->map->point + arcs->map->arc_first[number];
    const uint32_t n = n_point(arcs, number);
    struct cor_arena *scratch = arcs->view->scratch;
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    struct cor_vec *at = cor_arena_array(scratch, struct cor_vec, n);
    arc->state = COR_ARC_ODD;
    if (at == NULL) {
        arcs->pen->status = COR_NO_MEMORY;
        return;
    }
    arc->box = cor_view_unroll(at, arcs->view, point, n);
    if (arc->box.left >= -180 && arc->box.right <= 180 &&
        is_apart(arc->box, arcs->view->window))
        arc->state = COR_ARC_OUT;
    else if (is_plain(arcs, arc, at, n)) {
        arc->state = COR_ARC_PLACED;
        cor_view_project(arcs->view, at, n);
        arc->at = at;
        return;
    }
    cor_arena_rewind(scratch, start);
}

static const struct cor_placed_arc *look(struct cor_arcs *arcs, uint32_t number)
{
    struct cor_placed_arc *arc = &arcs->arc[number];
    if (arc->state == COR_ARC_UNSEEN)
        look_at(arcs, arc, number);
    return arc;
}

void cor_arcs_line(struct cor_arcs *arcs, uint32_t number)
{
    const struct cor_placed_arc *arc = look(arcs, number);
    const uint32_t n = n_point(arcs, number);
    if (arc->state == COR_ARC_PLACED)
        cor_view_path(arcs->view, arcs->pen, arc->at, n);
    else if (arc->state == COR_ARC_ODD)
        cor_view_line(arcs->view, arcs->pen,
                      arcs->map->point + arcs->map->arc_first[number], n);
}

typedef void view_draw(const struct cor_view *view,
                       struct cor_pen *pen,
                       const struct cor_point *point,
                       size_t n);

static void draw_points(struct cor_arcs *arcs,
                        const struct cor_basemap_layer *layer,
                        uint32_t chain,
                        view_draw *draw)
{
    struct cor_arena *scratch = arcs->view->scratch;
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    struct cor_point *point =
        cor_arena_array(scratch, struct cor_point,
                        cor_basemap_chain_bound(arcs->map, layer, chain));
    if (point != NULL)
        draw(arcs->view, arcs->pen, point,
             cor_basemap_chain_points(point, arcs->map, layer, chain));
    else
        arcs->pen->status = COR_NO_MEMORY;
    cor_arena_rewind(scratch, start);
}

void cor_arcs_course(struct cor_arcs *arcs,
                     const struct cor_basemap_layer *layer,
                     uint32_t chain)
{
    draw_points(arcs, layer, chain, cor_view_line);
}

/* The places of a chain whose arcs are all placed, end to end. */
static void draw_places(struct cor_arcs *arcs,
                        const struct cor_basemap_layer *layer,
                        uint32_t chain)
{
    struct cor_arena *scratch = arcs->view->scratch;
    const struct cor_arena_mark start = cor_arena_mark(scratch);
    struct cor_vec *ring =
        cor_arena_array(scratch, struct cor_vec,
                        cor_basemap_chain_bound(arcs->map, layer, chain));
    size_t n = 0;
    if (ring == NULL) {
        arcs->pen->status = COR_NO_MEMORY;
        return;
    }
    for (uint32_t i = layer->ref_first[chain]; i < layer->ref_first[chain + 1];
         i++) {
        const int32_t ref = layer->ref[i];
        const uint32_t m = n_point(arcs, arc_of(ref));
        const struct cor_vec *at = arcs->arc[arc_of(ref)].at;
        for (uint32_t k = 0; k < m; k++)
            ring[n++] = at[ref < 0 ? m - 1 - k : k];
    }
    cor_view_loop(arcs->view, arcs->pen, ring, n);
    cor_arena_rewind(scratch, start);
}

void cor_arcs_ring(struct cor_arcs *arcs,
                   const struct cor_basemap_layer *layer,
                   uint32_t chain)
{
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    bool any_odd = false, any_out = false;
    for (uint32_t i = layer->ref_first[chain]; i < layer->ref_first[chain + 1];
         i++) {
        const struct cor_placed_arc *arc = look(arcs, arc_of(layer->ref[i]));
        const struct cor_rect b = arc->box;
        any_odd |= arc->state == COR_ARC_ODD;
        any_out |= arc->state == COR_ARC_OUT;
        box = (struct cor_rect){b.left < box.left ? b.left : box.left,
                                b.top < box.top ? b.top : box.top,
                                b.right > box.right ? b.right : box.right,
                                b.bottom > box.bottom ? b.bottom : box.bottom};
    }
    if (!any_odd && !any_out)
        draw_places(arcs, layer, chain);
    else if (any_odd || !is_apart(box, arcs->view->window))
        draw_points(arcs, layer, chain, cor_view_ring);
}
