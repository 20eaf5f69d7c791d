/* render/lanes.h -- routes that share a line run side by side. */
#ifndef COR_RENDER_LANES_H
#define COR_RENDER_LANES_H

#include "render/draft.h"

/** How many routes are told apart on one line; more make one bundle, which
 *  tells no route from another. */
enum { COR_MOST_LANES = 10 };

/** Which routes run along each link. Links between the same two places, of
 *  different modes, count as one line. */
struct cor_lanes {
    uint32_t *line; /* [n_link] the first link between the same two places */
    uint64_t *used; /* [n_link] of a line: bit r for route r, up to 63 */
    bool *forward;  /* [n_link] of a line: its first route goes from the place
                       of the smaller number to that of the larger */
    uint32_t most;  /* routes on one line that is no bundle */
};

/** Find out who runs along what; false for want of memory. */
bool cor_lanes_find(struct cor_lanes *out, struct cor_draft *draft);

/** Whether more routes run along a link than can be told apart. */
bool cor_lanes_is_bundle(const struct cor_lanes *lanes, uint32_t link);

/** Draw the bundles, below the routes. */
void cor_bundles_draw(struct cor_draft *draft, const struct cor_lanes *lanes);

/**
 * Where a route runs on a link, in lanes to the left of its travel; the middle
 * is 0.
 *
 * back  whether it travels the link from `to` to `from`
 */
double cor_lanes_offset(const struct cor_lanes *lanes,
                        const struct cor_draft *draft,
                        uint32_t route,
                        uint32_t link,
                        bool back);

/** Whether a link is travelled from its second end, coming from the place `at`
 *  (COR_NONE: from nowhere yet); `next` is the link after it, or COR_NONE. */
bool cor_lanes_goes_back(const struct cor_links *links,
                         uint32_t link,
                         uint32_t at,
                         uint32_t next);

#endif
