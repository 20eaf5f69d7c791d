/* Countries of groups, which have colours and hatches of their own. */
#include "render/member.h"

#include <corridor/model/group.h>

#include <stdlib.h>

/* The day of a member's first year; 0: it is none on the map's day, or nobody
   says since when. */
static int year_of(const struct cor_draft *draft,
                   const struct cor_member *member)
{
    char date[COR_DATE_SIZE];
    if (member->joined == COR_NO_DATE ||
        !cor_group_has(draft->how->fill[0], member->country,
                       draft->scenario->as_of))
        return 0;
    cor_date_format(date, member->joined);
    return (int)strtol(date, NULL, 10);
}

/* The first year after another in which anybody joined; 0: there is none. */
static int next_year(const struct cor_draft *draft, int last)
{
    const struct cor_group *group = draft->how->fill[0];
    int next = 0;
    for (uint32_t i = 0; i < group->n_member; i++) {
        const int year = year_of(draft, &group->member[i]);
        if (year > last && (next == 0 || year < next))
            next = year;
    }
    return next;
}

/* A class for each year; the last takes all that are left. Members of whom no
   day is known are of the first. */
static void list_years(struct cor_draft *draft)
{
    for (int year = next_year(draft, 0);
         year != 0 && draft->n_fill < COR_MOST_FILLS;
         year = next_year(draft, year))
        draft->fill[draft->n_fill++] =
            (struct cor_fill){.group = 0, .first = year, .last = year};
    if (draft->n_fill == 0)
        draft->fill[draft->n_fill++] = (struct cor_fill){0};
    struct cor_fill *last = &draft->fill[draft->n_fill - 1];
    for (int year = next_year(draft, last->last); year != 0;
         year = next_year(draft, year))
        last->last = year;
}

void cor_member_list(struct cor_draft *draft)
{
    draft->n_fill = 0;
    if (draft->how->n_fill == 1)
        list_years(draft);
    for (uint32_t g = 0;
         draft->how->n_fill > 1 && g < draft->how->n_fill && g < COR_MOST_FILLS;
         g++)
        draft->fill[draft->n_fill++] = (struct cor_fill){.group = g};
}

static const struct cor_member *
member_of(const struct cor_draft *draft, uint32_t group, uint32_t country)
{
    const struct cor_group *g = draft->how->fill[group];
    if (!cor_group_has(g, country, draft->scenario->as_of))
        return NULL;
    const struct cor_member *found = NULL;
    for (uint32_t i = 0; i < g->n_member; i++)
        if (g->member[i].country == country)
            found = &g->member[i];
    return found;
}

static bool is_of(const struct cor_draft *draft,
                  const struct cor_fill *fill,
                  uint32_t index,
                  uint32_t country)
{
    const struct cor_member *member = member_of(draft, fill->group, country);
    if (member == NULL || draft->how->n_fill > 1)
        return member != NULL;
    const int year = year_of(draft, member);
    return year == 0 ? index == 0 : year >= fill->first && year <= fill->last;
}

uint32_t cor_member_classes(const struct cor_draft *draft, const char *code)
{
    const uint32_t country =
        code[0] == '\0'
            ? COR_NONE
            : cor_names_find(draft->scenario->countries, cor_text_of(code));
    uint32_t classes = 0;
    for (uint32_t i = 0; country != COR_NONE && i < draft->n_fill; i++)
        if (is_of(draft, &draft->fill[i], i, country))
            classes |= 1u << i;
    return classes;
}

/* What is left of the tone of the first class, of 255, so that classes differ
   in lightness as well. */
static const uint8_t strength[COR_MOST_FILLS] = {255, 170, 215, 130};

static uint8_t mix(uint8_t a, uint8_t b, uint8_t part)
{
    return (uint8_t)((a * part + b * (255 - part) + 127) / 255);
}

struct cor_colour cor_member_colour(const struct cor_draft *draft,
                                    uint32_t index)
{
    const struct cor_colour a = draft->theme->member, b = draft->theme->land;
    const uint8_t part = strength[index];
    return (struct cor_colour){mix(a.r, b.r, part), mix(a.g, b.g, part),
                               mix(a.b, b.b, part), 255};
}

/* The first is not hatched. Directions that are 60 degrees apart or more, for
   where two of them meet. */
static const struct cor_hatch hatches[COR_MOST_FILLS] = {
    {0, 0}, {45, 1.5}, {-45, 1.5}, {0, 1.3}};

/* Of the lines, in pt. */
static const double hatch_pt = 0.5;

void cor_member_hatch(struct cor_draft *draft,
                      struct cor_shape shape,
                      uint32_t index)
{
    struct cor_hatch hatch = hatches[index];
    if (index == 0 || shape.n_part == 0)
        return;
    hatch.spacing_mm *= draft->scale;
    if (!cor_hatch_trace(&draft->pen, shape, hatch, &draft->scratch)) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->hatch, hatch_pt);
    paint.cap = COR_CAP_BUTT;
    cor_pen_paint(&draft->pen, cor_pen_shape(&draft->pen, false), &paint);
}
