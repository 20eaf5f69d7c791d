#include "model/table_records.h"

#include <math.h>

static bool is_outside(struct cor_point point)
{
    return isfinite(point.lon) && isfinite(point.lat) &&
           !cor_point_valid(point);
}

/* How many places of the table are nowhere on Earth, and the first. */
static struct cor_table_count
count_outside(const struct cor_table_records *records)
{
    const struct cor_draft *draft = records->folder->draft;
    const struct cor_draft_column *lon =
        cor_draft_column(draft, COR_KIND_PLACE, COR_PLACE_LON);
    const struct cor_draft_column *lat =
        cor_draft_column(draft, COR_KIND_PLACE, COR_PLACE_LAT);
    struct cor_table_count outside = {0};
    if (lon->number == NULL || lat->number == NULL)
        return outside;
    for (uint32_t i = records->first; i < draft->table[COR_KIND_PLACE].n; i++)
        if (lon->spot[i] != 0 && lat->spot[i] != 0 &&
            is_outside((struct cor_point){lon->number[i], lat->number[i]}))
            cor_table_count(&outside, lon->spot[i]);
    return outside;
}

static bool void_both(struct cor_table_records *records)
{
    return cor_table_void(records, COR_PLACE_LON) &&
           cor_table_void(records, COR_PLACE_LAT);
}

/* One place outside is a slip and is named by the checks; most of them are
   coordinates of another kind. */
bool cor_table_judge_places(struct cor_table_records *records)
{
    const struct cor_table_config *config = &records->folder->config;
    if (config->crs_foreign)
        return void_both(records);
    struct cor_draft *draft = records->folder->draft;
    const struct cor_table_count outside = count_outside(records);
    const uint32_t n = draft->table[COR_KIND_PLACE].n - records->first;
    if (config->crs_stated || outside.n <= n / 2)
        return true;
    cor_report_add(
        draft->report, COR_ERROR, "no-crs",
        cor_draft_spot(draft, outside.first),
        "convert the coordinates to longitude and latitude, and say so in "
        "config.csv: a column crs with the value 4326",
        "coordinates of %u of %u nodes are not longitude and latitude, and no "
        "config.csv says what crs they are in",
        outside.n, n);
    return void_both(records);
}
