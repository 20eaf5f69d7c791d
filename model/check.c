#include "model/check.h"

enum cor_status cor_check(struct cor_draft *draft, struct cor_error *err)
{
    static bool (*const checks[])(struct cor_draft *) = {
        cor_check_ids,       cor_check_terms,      cor_check_modes,
        cor_check_countries, cor_check_references, cor_check_ends,
        cor_check_fields,    cor_check_places,     cor_check_links,
        cor_check_lines,     cor_check_rivals,     cor_check_explanations,
        cor_check_flows,     cor_check_lengths,    cor_check_joins,
        cor_check_gauges,    cor_check_corridors,  cor_check_measurements,
        cor_check_claims,    cor_check_groups,     cor_check_rest,
        cor_check_map,
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (!checks[i](draft))
            return COR_FAIL_MEMORY(err);
    return COR_OK;
}
