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
    cor_changes_text(list, (struct cor_change_subject){"country", "place", id},
                     country_of(list->before, b), country_of(list->after, a));
    if (before->at[b].lon != after->at[a].lon ||
        before->at[b].lat != after->at[a].lat)
        COR_CHANGES_SAY(list, "place %s stands elsewhere", id);
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

static struct cor_change_subject of_link(const char *what, const char *id)
{
    return (struct cor_change_subject){what, "link", id};
}

static void compare_numbers(struct cor_change_list *list,
                            const char *id,
                            uint32_t b,
                            uint32_t a)
{
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        cor_changes_number(
            list, of_link(numbers[i].subject, id),
            number_of(&list->before->links, numbers[i].offset, b),
            number_of(&list->after->links, numbers[i].offset, a),
            numbers[i].unit);
}

/* A capacity in another dimension is another capacity, whatever the number. */
static void compare_capacity(struct cor_change_list *list,
                             const char *id,
                             uint32_t b,
                             uint32_t a)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    const enum cor_dimension dimension = after->capacity_dimension[a];
    const struct cor_change_subject subject = of_link("capacity", id);
    if (before->capacity_dimension[b] == dimension)
        cor_changes_number(
            list, subject, before->capacity[b], after->capacity[a],
            (struct cor_change_unit){cor_dimension_unit(dimension), 1});
    else
        cor_changes_text(list, subject, "stated in another unit",
                         cor_dimension_unit(dimension));
}

static const char *gauge_text(struct cor_arena *arena, uint32_t gauge_mm)
{
    return gauge_mm == 0 ? "not stated"
                         : cor_text_print(arena, "%u mm", (unsigned)gauge_mm);
}

static void compare_gauge(struct cor_change_list *list,
                          const char *id,
                          uint32_t before_mm,
                          uint32_t after_mm)
{
    if (before_mm != after_mm)
        cor_changes_text(list, of_link("gauge", id),
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
                           const char *id,
                           uint32_t b,
                           uint32_t a)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    if (!is_same_place(list, before->from[b], after->from[a]) ||
        !is_same_place(list, before->to[b], after->to[a]) ||
        before->one_way[b] != after->one_way[a])
        cor_changes_text(list, of_link("course", id),
                         course_text(list->before, b, list->arena),
                         course_text(list->after, a, list->arena));
}

static void compare_dates(struct cor_change_list *list,
                          const char *id,
                          uint32_t b,
                          uint32_t a)
{
    const struct cor_links *before = &list->before->links;
    const struct cor_links *after = &list->after->links;
    cor_changes_date(list, of_link("opening", id), before->opens[b],
                     after->opens[a]);
    cor_changes_date(list, of_link("closing", id), before->closes[b],
                     after->closes[a]);
    if (before->open[b] != after->open[a])
        COR_CHANGES_SAY(list, "link %s %s be used", id,
                        after->open[a] ? "can now" : "can no longer");
}

static void compare_link(struct cor_change_list *list, uint32_t b, uint32_t a)
{
    const struct cor_scenario *before = list->before, *after = list->after;
    const char *id = before->links.ids->name[b];
    compare_course(list, id, b, a);
    cor_changes_text(list, of_link("mode", id),
                     before->mode[before->links.mode[b]].name,
                     after->mode[after->links.mode[a]].name);
    compare_gauge(list, id, before->links.gauge_mm[b],
                  after->links.gauge_mm[a]);
    cor_changes_text(list, of_link("status", id),
                     cor_link_statuses[before->links.status[b]],
                     cor_link_statuses[after->links.status[a]]);
    compare_dates(list, id, b, a);
    compare_numbers(list, id, b, a);
    compare_capacity(list, id, b, a);
}

void cor_changes_links(struct cor_change_list *list)
{
    const struct cor_names *before = list->before->links.ids;
    const struct cor_names *after = list->after->links.ids;
    cor_changes_missing(list, after, before, "link", "added");
    cor_changes_missing(list, before, after, "link", "removed");
    for (uint32_t b = 0; b < before->n && !list->has_failed; b++) {
        const uint32_t a = cor_changes_match(before, b, after);
        if (a != COR_NONE)
            compare_link(list, b, a);
    }
}
