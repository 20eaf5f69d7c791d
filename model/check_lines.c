#include "model/check.h"

#include <math.h>
#include <string.h>

/* A line as WKT has both ends in it; one of points between has not. */
struct shape {
    struct cor_draft_line line;
    bool has_ends;
};

static struct shape shape_of(const struct cor_draft *draft, uint32_t link)
{
    if (cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link) == 0 &&
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_VIA, link) == 0)
        return (struct shape){0};
    const struct cor_draft_line whole =
        cor_draft_line(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link);
    if (whole.n >= 2)
        return (struct shape){whole, true};
    return (struct shape){
        cor_draft_line(draft, COR_KIND_LINK, COR_LINK_VIA, link), false};
}

/* Where the points of links begin; a link without known ends has none. False
   when there are too many to be numbered. */
static bool count_points(struct cor_draft *draft)
{
    const uint32_t n = draft->table[COR_KIND_LINK].n;
    uint64_t n_point = 0;
    for (uint32_t link = 0; link < n; link++) {
        draft->first_point[link] = (uint32_t)n_point;
        if (draft->from[link] == COR_NONE || draft->to[link] == COR_NONE)
            continue;
        const struct shape shape = shape_of(draft, link);
        n_point += shape.line.n + (shape.has_ends ? 0u : 2u);
    }
    draft->first_point[n] = (uint32_t)n_point;
    return n_point < UINT32_MAX;
}

static void put_points(struct cor_draft *draft, uint32_t link)
{
    struct cor_point *out = draft->point + draft->first_point[link];
    if (draft->first_point[link] == draft->first_point[link + 1])
        return;
    const struct shape shape = shape_of(draft, link);
    if (!shape.has_ends)
        *out++ = draft->at[draft->from[link]];
    for (uint32_t i = 0; i < shape.line.n; i++)
        *out++ = shape.line.point[i];
    if (!shape.has_ends)
        *out = draft->at[draft->to[link]];
}

static const struct cor_point *place_of(const struct cor_draft *draft,
                                        uint32_t end)
{
    return &draft->at[end == COR_NONE ? 0 : end];
}

static bool are_valid(const struct cor_point *point, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!cor_point_valid(point[i]))
            return false;
    return true;
}

/* Places out of range are told of elsewhere. */
static void judge_points(struct cor_draft *draft, uint32_t link, uint32_t spot)
{
    const struct cor_draft_line line = shape_of(draft, link).line;
    if (!are_valid(line.point, line.n))
        COR_CHECK_ADD(draft, COR_ERROR, "point-range", spot, NULL,
                      "the line of link '%s' leaves the range of longitudes "
                      "and latitudes",
                      cor_draft_id(draft, COR_KIND_LINK, link));
}

static double measure(const struct cor_draft *draft, uint32_t link)
{
    const struct cor_point *point = draft->point + draft->first_point[link];
    const uint32_t n = draft->first_point[link + 1] - draft->first_point[link];
    return n != 0 && are_valid(point, n) ? cor_line_length_m(point, n) : NAN;
}

static void judge_line(struct cor_draft *draft, uint32_t link)
{
    const uint32_t whole =
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, link);
    const uint32_t via = cor_draft_at(draft, COR_KIND_LINK, COR_LINK_VIA, link);
    if ((whole == 0 && via == 0) || draft->table[COR_KIND_LINK].dead[link])
        return;
    if (whole != 0 && via != 0)
        COR_CHECK_ADD(draft, COR_ERROR, "two-lines", via,
                      "leave 'via' or 'geometry' out",
                      "the link '%s' states its line twice",
                      cor_draft_id(draft, COR_KIND_LINK, link));
    if (isnan(draft->geodesic_m[link]))
        judge_points(draft, link, whole != 0 ? whole : via);
}

/* Places stand in any order: those of a link to come are asked for while the
   links before it are measured. */
static void measure_all(struct cor_draft *draft)
{
    enum { AHEAD = 16 };
    const uint32_t n = draft->table[COR_KIND_LINK].n;
    for (uint32_t link = 0; link < n; link++) {
        const uint32_t later = link + AHEAD < n ? link + AHEAD : link;
        __builtin_prefetch(place_of(draft, draft->from[later]));
        __builtin_prefetch(place_of(draft, draft->to[later]));
        put_points(draft, link);
        draft->geodesic_m[link] = measure(draft, link);
        judge_line(draft, link);
    }
}

bool cor_check_lines(struct cor_draft *draft)
{
    const uint32_t n = draft->table[COR_KIND_LINK].n;
    draft->geodesic_m = cor_arena_array(draft->kept, double, n);
    draft->first_point = cor_arena_array(draft->kept, uint32_t, (size_t)n + 1);
    if (draft->geodesic_m == NULL || draft->first_point == NULL ||
        !count_points(draft))
        return false;
    draft->point =
        cor_arena_array(draft->kept, struct cor_point, draft->first_point[n]);
    if (draft->point == NULL)
        return false;
    measure_all(draft);
    return true;
}
