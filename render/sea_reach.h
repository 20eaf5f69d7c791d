/* render/sea_reach.h -- whose water is seen where a map shows part of a sea. */
#ifndef COR_RENDER_SEA_REACH_H
#define COR_RENDER_SEA_REACH_H

#include "render/draft.h"

/**
 * Find water of a sea on a map that its middle lies beyond.
 *
 * out     a place in the frame, as near to the frame's middle as may be, to
 *         which a straight way leads over water
 * middle  of the sea, in degrees
 * Returns false if there is none, or the map shows so much that the middle
 *         would be on it
 * Cost    O(points of the base map), some ten times
 */
bool cor_sea_reaches(struct cor_vec *out,
                     const struct cor_draft *draft,
                     struct cor_point middle);

#endif
