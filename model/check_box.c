#include "model/check.h"

/* [west, south, east, north]; west is above east across 180 degrees. */
static const char *fault_of_box(const double bound[4])
{
    if (fabs(bound[0]) > 180 || fabs(bound[2]) > 180)
        return "longitudes are from -180 to 180";
    if (fabs(bound[1]) > 90 || fabs(bound[3]) > 90)
        return "latitudes are from -90 to 90";
    if (bound[1] >= bound[3])
        return "the south must be below the north";
    return bound[0] == bound[2] ? "the extent has no width" : NULL;
}

bool cor_draft_box(double out[4],
                   const struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t field,
                   uint32_t record)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, kind, field, record);
    for (uint32_t i = 0; i < 4 && i < list.n; i++)
        out[i] = draft->item[list.first + i].number;
    return list.n == 4;
}

void cor_check_box(struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t field,
                   uint32_t record)
{
    const uint32_t spot = cor_draft_at(draft, kind, field, record);
    double bound[4];
    if (spot == 0)
        return;
    const char *fault = cor_draft_box(bound, draft, kind, field, record)
                            ? fault_of_box(bound)
                            : "four numbers are wanted";
    if (fault != NULL)
        COR_CHECK_ADD(draft, COR_ERROR, "bad-extent", spot,
                      "write [west, south, east, north] in degrees", "%s: %s",
                      cor_kinds[kind].field[field].key, fault);
}
