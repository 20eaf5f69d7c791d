/* render/area_block.h -- names of areas, in one or two lines. */
#ifndef COR_RENDER_AREA_BLOCK_H
#define COR_RENDER_AREA_BLOCK_H

#include "render/draft.h"

/** Where a name may stand, and what it costs there. */
struct cor_area_search {
    const struct cor_grid *mask; /* cells where it may lie; NULL: anywhere */
    double inside;               /* the least share of it on such cells */
    double shore;                /* mm around it that count as part of it */
    double step, air;            /* of the search, and around a name, in mm */
    double route;                /* mm of routes that it may cover */
    struct cor_vec aim;
    struct cor_rect range; /* where its middle may be */
    double pull;           /* cost of a mm away from the aim */
    bool is_vital;         /* lines of the ground do not hinder it */
};

/** The colour of a name, and of the ground that its letters clear for it. */
struct cor_area_ink {
    struct cor_colour text, halo;
};

/** Write a name, in one line or else in two, where it costs least; false when
 *  it can stand nowhere. */
bool cor_area_write(struct cor_draft *draft,
                    const struct cor_area_search *search,
                    const char *name,
                    struct cor_font font,
                    const struct cor_area_ink *ink);

/** A rectangle grown by so many mm on every side. */
struct cor_rect cor_area_widened(struct cor_rect box, double by);

/** The name of a label of the base map, in the language of the map. */
const char *cor_area_name(const struct cor_draft *draft, uint32_t label);

/** Name a river along its course, more than once if it is long; false when it
 *  is seen but finds no room. */
bool cor_river_name(struct cor_draft *draft, uint32_t label);

/** Name the seas that readers find their way by; then the other waters. */
void cor_great_waters_name(struct cor_draft *draft);
void cor_waters_name(struct cor_draft *draft);

#endif
