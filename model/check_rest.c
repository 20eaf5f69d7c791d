#include "model/check.h"

#include <math.h>

/* Of the records that only the last file speaks for, or that stand once. */

static bool is_title_stated(const struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->table[COR_KIND_SCENARIO].n; i++)
        if (cor_draft_at(draft, COR_KIND_SCENARIO, COR_SCENARIO_TITLE, i) != 0)
            return true;
    return false;
}

/* A folder of tables needs no title; a scenario file does, or its base. */
static void judge_title(struct cor_draft *draft)
{
    const struct cor_draft_table *table = &draft->table[COR_KIND_SCENARIO];
    if (table->n != 0 && !is_title_stated(draft))
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      table->spot[table->n - 1], NULL,
                      "this scenario has no 'title'");
}

static void judge_cargo(struct cor_draft *draft)
{
    COR_CHECK_EACH(draft, COR_KIND_CARGO, cargo)
    if (cor_draft_index(draft, COR_KIND_CARGO, COR_CARGO_UNIT, cargo) != 0 &&
        cor_draft_at(draft, COR_KIND_CARGO, COR_CARGO_TONNES, cargo) == 0)
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      draft->table[COR_KIND_CARGO].spot[cargo], NULL,
                      "a cargo of another unit than FEU needs its 'tonnes'");
}

/* [west, south, east, north]; west is above east across 180 degrees. */
static const char *fault_of_extent(const double bound[4])
{
    if (fabs(bound[0]) > 180 || fabs(bound[2]) > 180)
        return "longitudes are from -180 to 180";
    if (fabs(bound[1]) > 90 || fabs(bound[3]) > 90)
        return "latitudes are from -90 to 90";
    if (bound[1] >= bound[3])
        return "the south must be below the north";
    return bound[0] == bound[2] ? "the extent has no width" : NULL;
}

static void judge_extent(struct cor_draft *draft, uint32_t map)
{
    const uint32_t spot =
        cor_draft_at(draft, COR_KIND_MAP, COR_MAP_EXTENT, map);
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_MAP, COR_MAP_EXTENT, map);
    double bound[4];
    if (spot == 0)
        return;
    for (uint32_t i = 0; i < 4 && i < list.n; i++)
        bound[i] = draft->item[list.first + i].number;
    const char *fault =
        list.n != 4 ? "four numbers are wanted" : fault_of_extent(bound);
    if (fault != NULL)
        COR_CHECK_ADD(draft, COR_ERROR, "bad-extent", spot,
                      "write [west, south, east, north] in degrees",
                      "extent: %s", fault);
}

bool cor_check_rest(struct cor_draft *draft)
{
    judge_title(draft);
    judge_cargo(draft);
    COR_CHECK_EACH(draft, COR_KIND_MAP, map)
    judge_extent(draft, map);
    return true;
}
