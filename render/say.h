/* render/say.h -- what a map says, in its language. */
#ifndef COR_RENDER_SAY_H
#define COR_RENDER_SAY_H

#include "render/draft.h"

/** A phrase in the language of the map. */
const char *cor_draft_say(const struct cor_draft *draft, const char *english);

/** A phrase with its values; see cor_words_fill. Never NULL. */
const char *cor_draft_say_with(struct cor_draft *draft,
                               const char *english,
                               const char *const value[COR_WORDS_VALUES]);

/** How degrees are written: in sentences, and at the frame. */
enum cor_angle {
    COR_ANGLE_LAT,
    COR_ANGLE_LON,
    COR_ANGLE_PARALLEL,
    COR_ANGLE_MERIDIAN
};

/** Degrees in the language of the map, to a tenth; never NULL. */
const char *
cor_draft_angle(struct cor_draft *draft, double degrees, enum cor_angle kind);

/** The size of a number to a tenth; never NULL. */
const char *cor_draft_tenths(struct cor_draft *draft, double value);

/** A number of links in three figures; what is published is seldom known
 *  better. Never NULL. */
const char *cor_draft_figure(struct cor_draft *draft, double value);

/** What the projection is called. */
const char *cor_draft_projection(struct cor_draft *draft);

#endif
