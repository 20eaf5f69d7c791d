/* render/flow.h -- numbers of links, told by the widths of their lines. */
#ifndef COR_RENDER_FLOW_H
#define COR_RENDER_FLOW_H

#include "render/layers.h"

/** The number of a link, or the greater of its two ways. */
double cor_flow_value(const struct cor_draft *draft, uint32_t link);

/** Whether the two ways of a link are told apart. */
bool cor_flow_has_ways(const struct cor_draft *draft, uint32_t link);

/** How wide all that is drawn of a link is, in mm. */
double cor_flow_across_mm(const struct cor_draft *draft, uint32_t link);

/** How long a link's line is on the page, in mm, also beyond the frame. */
double cor_flow_length_mm(struct cor_draft *draft, uint32_t link);

/** The line of a link, `left_mm` to the left of it as seen from its first end,
 *  that of a stub stretched about its middle. */
struct cor_shape
cor_flow_trace(struct cor_draft *draft, uint32_t link, double left_mm);

/** The length of stubs, in mm before scaling. */
#define COR_FLOW_STUB 4.4

/** The point at a share of a link's drawn line; false: it is not seen. */
bool cor_flow_point(struct cor_vec *out,
                    struct cor_draft *draft,
                    uint32_t link,
                    double share);

/** Move a label to where it is free and covers least, beside a point of a line
 *  of half that width, touching it if `near_only`; what it costs there,
 *  INFINITY without room. */
double cor_flow_label_find(struct cor_scene_text *text,
                           struct cor_draft *draft,
                           struct cor_vec at,
                           double half_mm,
                           bool near_only);

/** Keep a label that has found its room. */
void cor_flow_label_keep(struct cor_draft *draft,
                         const struct cor_scene_text *text);

#endif
