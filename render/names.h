/* render/names.h -- what places are called on the map. */
#ifndef COR_RENDER_NAMES_H
#define COR_RENDER_NAMES_H

#include "render/draft.h"

/** The names of a place, in the order the map wants them. */
struct cor_place_names {
    const char *name;   /* never NULL */
    const char *second; /* added where there is room; NULL: none */
    bool is_fallback;   /* not in the language that was asked for first */
};

/** What a place is called in the languages of the map. */
struct cor_place_names cor_place_names(struct cor_draft *draft, uint32_t place);

/** What a country is called; its code where no name is known. */
const char *cor_country_name(struct cor_draft *draft, const char *code);

/** What the line that a link is part of is called; NULL: nothing. */
const char *cor_line_name(struct cor_draft *draft, uint32_t link);

/** "Xi'an–Istanbul", as the language of the map writes it. */
const char *
cor_journey_name(struct cor_draft *draft, uint32_t from, uint32_t to);

#endif
