/* render/member.h -- countries of groups, filled and hatched. */
#ifndef COR_RENDER_MEMBER_H
#define COR_RENDER_MEMBER_H

#include "render/hatch.h"
#include "render/layers.h"

/** List the classes of members that a map tells apart: of one group the years
 *  of joining, else the groups. */
void cor_member_list(struct cor_draft *draft);

/** The classes that a country is of on the map's day, as bits. */
uint32_t cor_member_classes(const struct cor_draft *draft, const char *code);

/** The ground of a class; a country of several has that of the first. */
struct cor_colour cor_member_colour(const struct cor_draft *draft,
                                    uint32_t index);

/** Hatch the countries of a class; the first is not hatched. */
void cor_member_hatch(struct cor_draft *draft,
                      struct cor_shape shape,
                      uint32_t index);

/** List in the legend the classes that are drawn, and who is of them. */
void cor_member_rows(struct cor_draft *draft);

#endif
