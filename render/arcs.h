/* render/arcs.h -- the arcs of a base map on the page.
 *
 * Two countries share an arc, and a line is drawn along it: so arcs are
 * projected once, when one is first asked for.
 */
#ifndef COR_RENDER_ARCS_H
#define COR_RENDER_ARCS_H

#include "render/view.h"

#include <corridor/geo/basemap.h>

enum cor_arc_state {
    COR_ARC_UNSEEN, /* nobody asked for it yet */
    COR_ARC_OUT,    /* outside the window, and on one side of 180 degrees */
    COR_ARC_PLACED, /* inside the window, and its places are known */
    COR_ARC_ODD     /* needs the care of cor_view_ring and cor_view_line */
};

/** An arc, in degrees relative to the view and on the page. */
struct cor_placed_arc {
    enum cor_arc_state state;
    struct cor_rect box;
    const struct cor_vec *at; /* [n] of one that is placed */
};

struct cor_arcs {
    const struct cor_basemap *map;
    const struct cor_view *view;
    struct cor_pen *pen;
    struct cor_placed_arc *arc; /* [n_arc of the map] */
};

/** Begin; all is borrowed. Places stay in the scratch memory of the view until
 *  that is rewound. False for want of memory. */
bool cor_arcs_init(struct cor_arcs *arcs,
                   const struct cor_basemap *map,
                   const struct cor_view *view,
                   struct cor_pen *pen);

/** Add an arc, as far as it can be seen, to the shape being drawn up. */
void cor_arcs_line(struct cor_arcs *arcs, uint32_t arc);

/** Add a chain of arcs as a ring, and as a line. */
void cor_arcs_ring(struct cor_arcs *arcs,
                   const struct cor_basemap_layer *layer,
                   uint32_t chain);
void cor_arcs_course(struct cor_arcs *arcs,
                     const struct cor_basemap_layer *layer,
                     uint32_t chain);

#endif
