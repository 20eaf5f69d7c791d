#include "sim/changes.h"

#include <stddef.h>

static const char *country_of(const struct cor_scenario *scenario,
                              uint32_t place)
{
    const uint32_t country = scenario->places.country[place];
    return country == COR_NONE ? "unknown" : scenario->countries->name[country];
}

static void compare_place(struct cor_change_list *list, uint32_t b, uint32_t a)
{
    const struct cor_places *before = &list->before->places;
    const struct cor_places *after = &list->after->places;
    const char *id = before->ids->name[b];
    const struct cor_change_subject place = {"place", id, ""};
    cor_changes_text(list, place, "country", country_of(list->before, b),
                     country_of(list->after, a));
    if (before->at[b].lon != after->at[a].lon ||
        before->at[b].lat != after->at[a].lat)
        cor_changes_note(list, place, "stands elsewhere", NULL);
}

void cor_changes_places(struct cor_change_list *list)
{
    const struct cor_names *before = list->before->places.ids;
    const struct cor_names *after = list->after->places.ids;
    cor_changes_missing(list, after, before, "place", "added");
    cor_changes_missing(list, before, after, "place", "removed");
    for (uint32_t b = 0; b < before->n && !list->has_failed; b++) {
        const uint32_t a = cor_changes_match(before, b, after);
        if (a != COR_NONE)
            compare_place(list, b, a);
    }
}

/* What a link states in numbers: where it stands and how it is shown. */
static const struct {
    const char *subject;
    size_t offset;
    struct cor_change_unit unit;
} numbers[] = {
    {"length", offsetof(struct cor_links, length_m), {"km", 1000}},
    {"time", offsetof(struct cor_links, time_s), {"h", 3600}},
    {"cost", offsetof(struct cor_links, cost_usd), {"USD", 1}},
    {"CO2e", offsetof(struct cor_links, co2e_kg), {"kg", 1}},
    {"speed", offsetof(struct cor_links, speed_m_s), {"km/h", 1 / 3.6}},
};

static double
number_of(const struct cor_links *links, size_t offset, uint32_t link)
{
    const double *const *column = (const void *)((const char *)links + offset);
    return (*column)[link];
}

/* A link that is in both scenarios. */
struct pair {
    struct cor_change_subject subject;
    uint32_t b, a; /* its numbers before and after */
};

static void compare_numbers(struct cor_change_list *list,
                            const struct pair *link)
{
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        cor_changes_number(
            list, link->subject, numbers[i].subject,
            number_of(&list->before->links, numbers[i].offset, link->b),
            number_of(&list->after->links, numbers[i].offset, link->a),
            numbers[i].unit);
}

/* A capacity in another dimension is another capacity, whatever the number. */
static void compare_capacity(struct cor_change_list *list,
                             const struct pair *link)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    const enum cor_dimension dimension = after->capacity_dimension[link->a];
    if (before->capacity_dimension[link->b] == dimension)
        cor_changes_number(
            list, link->subject, "capacity", before->capacity[link->b],
            after->capacity[link->a],
            (struct cor_change_unit){cor_dimension_unit(dimension), 1});
    else
        cor_changes_text(
            list, link->subject, "unit of the capacity",
            cor_dimension_unit(before->capacity_dimension[link->b]),
            cor_dimension_unit(dimension));
}

static const char *gauge_text(struct cor_arena *arena, uint32_t gauge_mm)
{
    return gauge_mm == 0 ? "not stated"
                         : cor_text_print(arena, "%u mm", (unsigned)gauge_mm);
}

static void compare_gauge(struct cor_change_list *list, const struct pair *link)
{
    const uint32_t before_mm = list->before->links.gauge_mm[link->b];
    const uint32_t after_mm = list->after->links.gauge_mm[link->a];
    if (before_mm != after_mm)
        cor_changes_text(list, link->subject, "gauge",
                         gauge_text(list->arena, before_mm),
                         gauge_text(list->arena, after_mm));
}

static const char *course_text(const struct cor_scenario *scenario,
                               uint32_t link,
                               struct cor_arena *arena)
{
    const char **id = scenario->places.ids->name;
    return cor_text_print(arena, "%s %s %s", id[scenario->links.from[link]],
                          scenario->links.one_way[link] ? "one way to" : "to",
                          id[scenario->links.to[link]]);
}

static bool is_same_place(const struct cor_change_list *list,
                          uint32_t before,
                          uint32_t after)
{
    return cor_changes_match(list->before->places.ids, before,
                             list->after->places.ids) == after;
}

static void compare_course(struct cor_change_list *list,
                           const struct pair *link)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    if (!is_same_place(list, before->from[link->b], after->from[link->a]) ||
        !is_same_place(list, before->to[link->b], after->to[link->a]) ||
        before->one_way[link->b] != after->one_way[link->a])
        cor_changes_text(list, link->subject, "course",
                         course_text(list->before, link->b, list->arena),
                         course_text(list->after, link->a, list->arena));
}

static void compare_closures(struct cor_change_list *list,
                             const struct pair *link)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    const cor_date from = after->closed_from[link->a];
    const cor_date until = after->closed_until[link->a];
    char first[COR_DATE_SIZE], end[COR_DATE_SIZE];
    if (before->closed_from[link->b] == from &&
        before->closed_until[link->b] == until)
        return;
    if (from == COR_NO_DATE) {
        cor_changes_note(list, link->subject, "is not closed for a time", NULL);
        return;
    }
    cor_date_format(first, from);
    cor_date_format(end, until);
    cor_changes_note(list, link->subject,
                     cor_text_print(list->arena,
                                    "is closed from %s and open again on %s",
                                    first, end),
                     NULL);
}

static void compare_dates(struct cor_change_list *list, const struct pair *link)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    cor_changes_date(list, link->subject, "opens", before->opens[link->b],
                     after->opens[link->a]);
    cor_changes_date(list, link->subject, "closes", before->closes[link->b],
                     after->closes[link->a]);
    compare_closures(list, link);
    if (before->open[link->b] != after->open[link->a])
        cor_changes_note(list, link->subject,
                         after->open[link->a] ? "can now be used"
                                              : "can no longer be used",
                         NULL);
}

static void compare_link(struct cor_change_list *list, uint32_t b, uint32_t a)
{
    const struct cor_scenario *before = list->before, *after = list->after;
    const char *mode = after->mode[after->links.mode[a]].name;
    const struct pair link = {{"link", before->links.ids->name[b], mode}, b, a};
    compare_course(list, &link);
    cor_changes_text(list, link.subject, "mode",
                     before->mode[before->links.mode[b]].name, mode);
    compare_gauge(list, &link);
    cor_changes_text(list, link.subject, "status",
                     cor_link_statuses[before->links.status[b]],
                     cor_link_statuses[after->links.status[a]]);
    compare_dates(list, &link);
    compare_numbers(list, &link);
    compare_capacity(list, &link);
}

/* When links that are added open. */
static void note_openings(struct cor_change_list *list)
{
    const struct cor_links *links = &list->after->links;
    for (uint32_t a = 0; a < links->n && !list->has_failed; a++)
        if (cor_changes_match(links->ids, a, list->before->links.ids) ==
            COR_NONE)
            cor_changes_date(list,
                             (struct cor_change_subject){
                                 "link", links->ids->name[a],
                                 list->after->mode[links->mode[a]].name},
                             "opens", COR_NO_DATE, links->opens[a]);
}

void cor_changes_links(struct cor_change_list *list)
{
    const struct cor_names *before = list->before->links.ids;
    const struct cor_names *after = list->after->links.ids;
    cor_changes_missing(list, after, before, "link", "added");
    cor_changes_missing(list, before, after, "link", "removed");
    note_openings(list);
    for (uint32_t b = 0; b < before->n && !list->has_failed; b++) {
        const uint32_t a = cor_changes_match(before, b, after);
        if (a != COR_NONE)
            compare_link(list, b, a);
    }
}
