/* corridor/render/panels.h -- several maps on one page, to be held against each
 * other. */
#ifndef COR_RENDER_PANELS_H
#define COR_RENDER_PANELS_H

#include <corridor/render/map.h>

/** The most panels of a page. */
enum { COR_MOST_PANELS = 6 };

/** A map that is part of a page. */
struct cor_map_panel {
    const char *title;  /* above its frame; NULL: none */
    const char *remark; /* below the title, in up to two lines; NULL: none */
    const struct cor_scenario *scenario;
    uint32_t n_route;
    const struct cor_map_route *route; /* [n_route] */
    const struct cor_map_flow *flow;   /* NULL: none */
    uint32_t n_mark;
    const struct cor_map_mark *mark; /* [n_mark] */
};

/**
 * Compose a page of maps in one projection, extent and scale, with one legend
 * and one scale bar. Routes of the same title have the same colour, marks that
 * say the same the same number; widths tell the same numbers.
 *
 * out    untouched on failure; owned by `arena`, borrows texts as
 *        cor_map_compose does
 * panel  [n] n in [2, COR_MOST_PANELS]
 * how    of the page; of its flow only whether there is one, of its marks only
 *        their remark
 * Errors  COR_BAD_INPUT: too few or many panels, else as cor_map_compose
 * Cost   that of a map for each panel
 */
COR_CHECKED enum cor_status
cor_map_panels_compose(const struct cor_scene **out,
                       const struct cor_map_panel *panel,
                       uint32_t n,
                       const struct cor_basemap *basemap,
                       const struct cor_map_options *how,
                       struct cor_report *report,
                       struct cor_arena *arena,
                       struct cor_error *err);

#endif
