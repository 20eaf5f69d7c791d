#include "model/build.h"

#include <math.h>

/* What the strands of a record have in common. */
static bool build_flow(struct cor_traffic *out,
                       struct cor_building *building,
                       uint32_t record)
{
    const struct cor_draft *draft = building->draft;
    const double year =
        cor_draft_number(draft, COR_KIND_FLOW, COR_FLOW_YEAR, record);
    *out = (struct cor_traffic){
        .value = cor_draft_number(draft, COR_KIND_FLOW, COR_FLOW_VALUE, record),
        .dimension = cor_build_dimension(building, COR_KIND_FLOW,
                                         COR_FLOW_VALUE, record),
        .year = isnan(year) ? 0 : (int)year,
        .source =
            cor_build_target(building, COR_KIND_FLOW, COR_FLOW_SOURCE, record),
    };
    return cor_build_text(&out->commodity, building, COR_KIND_FLOW,
                          COR_FLOW_COMMODITY, record);
}

/* The check has sorted the strands by link. */
bool cor_build_flows(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    struct cor_traffic *list =
        cor_arena_array(building->arena, struct cor_traffic, draft->n_strand);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < draft->n_strand; i++) {
        const struct cor_draft_strand strand = draft->strand[i];
        if (!build_flow(&list[i], building, strand.record))
            return false;
        list[i].link = cor_build_number(building, COR_KIND_LINK, strand.link);
        list[i].way = strand.way;
    }
    building->scenario->flow = list;
    building->scenario->n_flow = (uint32_t)draft->n_strand;
    return true;
}
