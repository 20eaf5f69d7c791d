#include "sim/changes.h"

#include <string.h>

/* Numbers of one scenario, as names. */
struct named {
    uint32_t n;
    const uint32_t *number;
    const char *(*name)(const struct cor_scenario *scenario, uint32_t number);
};

static const char *place_name(const struct cor_scenario *scenario,
                              uint32_t place)
{
    return scenario->places.ids->name[place];
}

static const char *mode_name(const struct cor_scenario *scenario, uint32_t mode)
{
    return scenario->mode[mode].name;
}

static const char *country_name(const struct cor_scenario *scenario,
                                uint32_t country)
{
    return scenario->countries->name[country];
}

static bool same(const struct cor_change_list *list,
                 struct named before,
                 struct named after)
{
    if (before.n != after.n)
        return false;
    for (uint32_t i = 0; i < before.n; i++)
        if (strcmp(before.name(list->before, before.number[i]),
                   after.name(list->after, after.number[i])) != 0)
            return false;
    return true;
}

static bool is_same_way(const struct cor_change_list *list,
                        const struct cor_query *b,
                        const struct cor_query *a)
{
    return same(list, (struct named){1, &b->from, place_name},
                (struct named){1, &a->from, place_name}) &&
           same(list, (struct named){1, &b->to, place_name},
                (struct named){1, &a->to, place_name}) &&
           same(list, (struct named){b->n_via, b->via, place_name},
                (struct named){a->n_via, a->via, place_name});
}

static bool is_same_filter(const struct cor_change_list *list,
                           const struct cor_query *b,
                           const struct cor_query *a)
{
    return same(list, (struct named){b->n_mode, b->mode, mode_name},
                (struct named){a->n_mode, a->mode, mode_name}) &&
           same(list, (struct named){b->n_avoid_mode, b->avoid_mode, mode_name},
                (struct named){a->n_avoid_mode, a->avoid_mode, mode_name}) &&
           same(list,
                (struct named){b->n_avoid_place, b->avoid_place, place_name},
                (struct named){a->n_avoid_place, a->avoid_place, place_name}) &&
           same(list,
                (struct named){b->n_avoid_country, b->avoid_country,
                               country_name},
                (struct named){a->n_avoid_country, a->avoid_country,
                               country_name});
}

static void compare_corridor(struct cor_change_list *list,
                             const struct cor_corridor *b,
                             const struct cor_corridor *a)
{
    const struct cor_change_subject subject = {"corridor", b->id, ""};
    if (!is_same_way(list, &b->query, &a->query))
        cor_changes_note(list, subject, "has other ends or stops", NULL);
    if (!is_same_filter(list, &b->query, &a->query))
        cor_changes_note(list, subject, "takes other modes or avoids others",
                         NULL);
}

void cor_changes_corridors(struct cor_change_list *list)
{
    const struct cor_scenario *before = list->before, *after = list->after;
    struct cor_change_names removed = {.text = ""}, added = {.text = ""};
    for (uint32_t i = 0; i < before->n_corridor; i++) {
        const struct cor_corridor *b = &before->corridor[i];
        const uint32_t a = cor_scenario_corridor(after, b->id);
        if (a == COR_NONE)
            cor_changes_name(list, &removed, b->id);
        else
            compare_corridor(list, b, &after->corridor[a]);
    }
    for (uint32_t i = 0; i < after->n_corridor; i++)
        if (cor_scenario_corridor(before, after->corridor[i].id) == COR_NONE)
            cor_changes_name(list, &added, after->corridor[i].id);
    cor_changes_moved(list, "corridor", &removed, "removed");
    cor_changes_moved(list, "corridor", &added, "added");
}
