/* render/theme.h -- colours, widths and sizes of type. */
#ifndef COR_RENDER_THEME_H
#define COR_RENDER_THEME_H

#include <corridor/render/map.h>

/** Hues of routes; a map with more of them repeats none but turns neutral. */
enum { COR_N_HUE = 6 };

/** The colours of a map. */
struct cor_theme {
    const char *name;
    struct cor_colour paper, sea, land, focus, coast, border, border_casing,
        disputed, river, graticule, text, halo, muted, country_label,
        water_label, frame, panel, panel_edge, network, neutral, pipeline,
        node_fill, locator_sea, locator_land, member, hatch;
    struct cor_colour hue[COR_N_HUE];
    struct cor_colour tone[COR_N_TONE]; /* the first is not used */
};

/** The theme of a name; NULL: none. */
const struct cor_theme *cor_theme_named(const char *name);

#endif
