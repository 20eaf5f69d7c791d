/* render/pattern.h -- how lines look: hue tells the route, pattern the mode,
 * so that readers who see few hues lose nothing. */
#ifndef COR_RENDER_PATTERN_H
#define COR_RENDER_PATTERN_H

#include "render/theme.h"

#include <corridor/model/scenario.h>

enum cor_pattern {
    COR_PATTERN_RAIL,
    COR_PATTERN_RAIL_FUTURE, /* planned or under construction */
    COR_PATTERN_ROAD,
    COR_PATTERN_ROAD_FUTURE,
    COR_PATTERN_WATER,
    COR_PATTERN_AIR,
    COR_PATTERN_PIPELINE,
    COR_PATTERN_OTHER,
    COR_N_PATTERN
};

enum cor_ink { COR_INK_NONE, COR_INK_ROUTE, COR_INK_HALO };

/** A stroke of a pattern; lengths in widths of the route's line. */
struct cor_pattern_stroke {
    enum cor_ink ink; /* COR_INK_NONE: no stroke */
    double width;
    double dash[2];
    enum cor_cap cap;
};

struct cor_pattern_row {
    const char *name;  /* an SVG class */
    const char *title; /* for the legend */
    bool has_casing;
    struct cor_pattern_stroke stroke[2];
};

extern const struct cor_pattern_row cor_patterns[COR_N_PATTERN];

/** The pattern of a link. */
enum cor_pattern cor_pattern_of(const struct cor_scenario *scenario,
                                uint32_t link);

/** How a stroke is painted, for a line `width_mm` wide. */
struct cor_paint cor_pattern_paint(const struct cor_pattern_stroke *stroke,
                                   const struct cor_theme *theme,
                                   struct cor_colour hue,
                                   double width_mm);

#endif
