#include "model/check.h"

#include <inttypes.h>
#include <math.h>

/* Farther than both a station yard and a rounding of coordinates. */
static const double most_gap_m = 1000, most_gap_share = 0.1;

/* The larger of the gaps between a line's ends and the places that it should
   join, the line read as it is or backwards. */
static double gap_m(const struct cor_draft *draft, uint32_t link, bool back)
{
    const struct cor_point first = draft->point[draft->first_point[link]];
    const struct cor_point last =
        draft->point[draft->first_point[link + 1] - 1];
    return fmax(
        cor_geodesic_length_m(draft->at[draft->from[link]],
                              back ? last : first),
        cor_geodesic_length_m(draft->at[draft->to[link]], back ? first : last));
}

static bool is_off(const struct cor_draft *draft, uint32_t link, bool back)
{
    const double gap = gap_m(draft, link, back);
    return gap > most_gap_m || gap > most_gap_share * draft->geodesic_m[link];
}

/* Whether a link states a whole line of its own that does not join its ends. */
static bool is_loose(const struct cor_draft *draft, uint32_t link)
{
    return cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link) != 0 &&
           draft->first_point[link + 1] - draft->first_point[link] >= 2 &&
           !isnan(draft->geodesic_m[link]) &&
           cor_point_valid(draft->at[draft->from[link]]) &&
           cor_point_valid(draft->at[draft->to[link]]) &&
           is_off(draft, link, false);
}

static void warn(struct cor_draft *draft, uint32_t link)
{
    char gap[COR_NUMBER_SIZE];
    cor_number_fixed(gap, gap_m(draft, link, false) / 1000, 3);
    COR_CHECK_ADD(
        draft, COR_WARNING, "line-ends",
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link),
        is_off(draft, link, true) ? NULL : "it runs the other way: turn it",
        "the line of link '%s' ends %s km from the place it should join",
        cor_draft_id(draft, COR_KIND_LINK, link), gap);
}

static void warn_all(struct cor_draft *draft, uint32_t first, uint32_t n)
{
    COR_CHECK_ADD(draft, COR_WARNING, "line-ends",
                  cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, first),
                  NULL,
                  "lines that end far from the places they should join: "
                  "%" PRIu32,
                  n);
}

/* Beyond these many it is one complaint. */
enum { MOST_SHOWN = 20 };

bool cor_check_joins(struct cor_draft *draft)
{
    uint32_t n = 0, first = 0;
    if (cor_draft_column(draft, COR_KIND_LINK, COR_LINK_GEOMETRY)->spot == NULL)
        return true;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    if (is_loose(draft, link) && n++ == 0)
        first = link;
    if (n > MOST_SHOWN) {
        warn_all(draft, first, n);
        return true;
    }
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    if (n != 0 && is_loose(draft, link))
        warn(draft, link);
    return true;
}
