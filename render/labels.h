/* render/labels.h -- names of places while they look for room. */
#ifndef COR_RENDER_LABELS_H
#define COR_RENDER_LABELS_H

#include "render/draft.h"

/** Twelve positions at two distances. */
enum { COR_N_CANDIDATE = 24 };

/** Air around names, in mm. */
#define COR_LABEL_AIR_MM 0.35

/** A name that costs less than this stands clear of all routes. */
#define COR_LABEL_CLEAR 4.0

/** A place where a name may stand. */
struct cor_candidate {
    struct cor_scene_text text;
    double cost;
};

/** A rectangle grown by so many mm on every side. */
struct cor_rect cor_label_widened(struct cor_rect box, double by);

/** What is written of a place, at the origin. */
struct cor_scene_text cor_label_text(struct cor_draft *draft,
                                     const struct cor_node *node);

/** List where a name may stand, within the frame; gives how many. */
size_t cor_candidates_list(struct cor_candidate out[COR_N_CANDIDATE],
                           struct cor_draft *draft,
                           const struct cor_node *node,
                           const struct cor_scene_text *text);

/** The cheapest that is free and costs less than `limit`; false: none is. */
bool cor_candidates_choose(struct cor_scene_text *out,
                           const struct cor_draft *draft,
                           const struct cor_candidate *candidate,
                           size_t n,
                           uint32_t node,
                           double limit);

/** Keep a name that has found its place, and cover the page there. */
void cor_label_put(struct cor_draft *draft,
                   const struct cor_scene_text *text,
                   uint32_t node);

/** Put a name where one neighbour can make room and it costs less than `limit`;
 *  false: nowhere. */
bool cor_label_place_by_moving(struct cor_draft *draft,
                               const struct cor_candidate *candidate,
                               size_t n,
                               uint32_t node,
                               double limit);

/** Put the name of a place that matters most over symbols that matter little
 *  and have no name yet, and hide those; false: nowhere. */
bool cor_label_place_over(struct cor_draft *draft,
                          const struct cor_candidate *candidate,
                          size_t n,
                          uint32_t node);

#endif
