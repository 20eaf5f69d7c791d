#include "sim/changes.h"

#include <math.h>
#include <string.h>

/* Transfers and borders have no id: they are known by what they join, written
   out, and those of the same words by their order. */
struct record {
    const char *words;
    double time_s, cost_usd;
    bool is_matched;
};

static const char *gauge_words(struct cor_arena *arena, uint32_t gauge_mm)
{
    return gauge_mm == 0 ? ""
                         : cor_text_print(arena, " %u mm", (unsigned)gauge_mm);
}

static const char *transfer_words(const struct cor_scenario *scenario,
                                  const struct cor_transfer *transfer,
                                  struct cor_arena *arena)
{
    const char *from_gauge = gauge_words(arena, transfer->from_gauge_mm);
    const char *to_gauge = gauge_words(arena, transfer->to_gauge_mm);
    if (from_gauge == NULL || to_gauge == NULL)
        return NULL;
    return cor_text_print(arena, "at %s from %s%s to %s%s",
                          scenario->places.ids->name[transfer->place],
                          scenario->mode[transfer->from_mode].name, from_gauge,
                          scenario->mode[transfer->to_mode].name, to_gauge);
}

static const char *border_words(const struct cor_scenario *scenario,
                                const struct cor_border *border,
                                struct cor_arena *arena)
{
    const bool is_any = border->carriage == COR_CARRIAGE_ANY;
    return cor_text_print(
        arena, "at %s into %s by %s%s%s",
        scenario->places.ids->name[border->place],
        border->country == COR_NONE
            ? "??"
            : scenario->countries->name[border->country],
        border->mode == COR_NONE ? "every mode"
                                 : scenario->mode[border->mode].name,
        is_any ? "" : ", ", is_any ? "" : cor_carriages[border->carriage]);
}

static struct record *list_transfers(const struct cor_scenario *scenario,
                                     struct cor_arena *arena)
{
    struct record *made =
        cor_arena_array(arena, struct record, scenario->n_transfer);
    for (uint32_t i = 0; made != NULL && i < scenario->n_transfer; i++) {
        const struct cor_transfer *transfer = &scenario->transfer[i];
        made[i] = (struct record){transfer_words(scenario, transfer, arena),
                                  transfer->time_s.number,
                                  transfer->cost_usd.number, false};
        if (made[i].words == NULL)
            return NULL;
    }
    return made;
}

static struct record *list_borders(const struct cor_scenario *scenario,
                                   struct cor_arena *arena)
{
    struct record *made =
        cor_arena_array(arena, struct record, scenario->n_border);
    for (uint32_t i = 0; made != NULL && i < scenario->n_border; i++) {
        const struct cor_border *border = &scenario->border[i];
        made[i] = (struct record){border_words(scenario, border, arena),
                                  border->time_s.number,
                                  border->cost_usd.number, false};
        if (made[i].words == NULL)
            return NULL;
    }
    return made;
}

static struct record *
match(const struct record *record, struct record *other, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!other[i].is_matched && strcmp(record->words, other[i].words) == 0)
            return &other[i];
    return NULL;
}

static void compare_record(struct cor_change_list *list,
                           const char *kind,
                           const struct record *before,
                           const struct record *after)
{
    const struct cor_change_subject subject = {kind, before->words, ""};
    const struct cor_change_unit hours = {"h", 3600}, dollars = {"USD", 1};
    cor_changes_number(list, subject, "time", before->time_s, after->time_s,
                       hours);
    cor_changes_number(list, subject, "cost", before->cost_usd, after->cost_usd,
                       dollars);
}

static void compare_records(struct cor_change_list *list,
                            const char *kind,
                            const struct record *before,
                            uint32_t n_before,
                            struct record *after,
                            uint32_t n_after)
{
    if (before == NULL || after == NULL) {
        list->has_failed = true;
        return;
    }
    struct cor_change_names removed = {.text = ""}, added = {.text = ""};
    for (uint32_t i = 0; i < n_before; i++) {
        struct record *same = match(&before[i], after, n_after);
        if (same == NULL) {
            cor_changes_name(list, &removed, before[i].words);
            continue;
        }
        same->is_matched = true;
        compare_record(list, kind, &before[i], same);
    }
    for (uint32_t i = 0; i < n_after; i++)
        if (!after[i].is_matched)
            cor_changes_name(list, &added, after[i].words);
    cor_changes_moved(list, kind, &removed, "removed");
    cor_changes_moved(list, kind, &added, "added");
}

void cor_changes_transfers(struct cor_change_list *list)
{
    compare_records(list, "transfer", list_transfers(list->before, list->arena),
                    list->before->n_transfer,
                    list_transfers(list->after, list->arena),
                    list->after->n_transfer);
}

void cor_changes_borders(struct cor_change_list *list)
{
    compare_records(list, "border", list_borders(list->before, list->arena),
                    list->before->n_border,
                    list_borders(list->after, list->arena),
                    list->after->n_border);
}

static uint32_t find_service(const struct cor_scenario *scenario,
                             const char *id)
{
    for (uint32_t i = 0; i < scenario->n_service; i++)
        if (strcmp(scenario->service[i].id, id) == 0)
            return i;
    return COR_NONE;
}

static bool has_same_links(const struct cor_change_list *list,
                           const struct cor_service *b,
                           const struct cor_service *a)
{
    if (b->n_link != a->n_link)
        return false;
    for (uint32_t i = 0; i < b->n_link; i++)
        if (cor_changes_match(list->before->links.ids, b->link[i],
                              list->after->links.ids) != a->link[i])
            return false;
    return true;
}

static void compare_service(struct cor_change_list *list,
                            const struct cor_service *b,
                            const struct cor_service *a)
{
    const struct cor_change_unit as_kept = {
        cor_dimension_unit(a->capacity_dimension), 1};
    const struct cor_change_subject subject = {"service", b->id, ""};
    cor_changes_number(list, subject, "headway", b->headway_s.number,
                       a->headway_s.number,
                       (struct cor_change_unit){"h", 3600});
    cor_changes_number(list, subject, "fleet", b->vessels.number,
                       a->vessels.number,
                       (struct cor_change_unit){"vessels", 1});
    cor_changes_number(list, subject, "capacity", b->capacity.number,
                       a->capacity.number, as_kept);
    if (!has_same_links(list, b, a))
        cor_changes_note(list, subject, "runs on other links", NULL);
}

void cor_changes_services(struct cor_change_list *list)
{
    const struct cor_scenario *before = list->before, *after = list->after;
    struct cor_change_names removed = {.text = ""}, added = {.text = ""};
    for (uint32_t i = 0; i < before->n_service; i++) {
        const struct cor_service *b = &before->service[i];
        const uint32_t a = find_service(after, b->id);
        if (a == COR_NONE)
            cor_changes_name(list, &removed, b->id);
        else
            compare_service(list, b, &after->service[a]);
    }
    for (uint32_t i = 0; i < after->n_service; i++)
        if (find_service(before, after->service[i].id) == COR_NONE)
            cor_changes_name(list, &added, after->service[i].id);
    cor_changes_moved(list, "service", &removed, "removed");
    cor_changes_moved(list, "service", &added, "added");
}

static uint32_t find_mode(const struct cor_scenario *scenario, const char *name)
{
    for (uint32_t i = 0; i < scenario->n_mode; i++)
        if (strcmp(scenario->mode[i].name, name) == 0)
            return i;
    return COR_NONE;
}

static void compare_default(struct cor_change_list *list,
                            const char *mode,
                            const struct cor_default *b,
                            const struct cor_default *a)
{
    const struct {
        const char *what;
        double before, after;
        struct cor_change_unit unit;
    } rows[] = {
        {"default speed",
         b->speed_m_s.number,
         a->speed_m_s.number,
         {"km/h", 1 / 3.6}},
        {"default cost by mass",
         b->cost_usd_per_tkm.number,
         a->cost_usd_per_tkm.number,
         {"USD/tkm", 1}},
        {"default cost by box",
         b->cost_usd_per_feu_km.number,
         a->cost_usd_per_feu_km.number,
         {"USD per FEU and km", 1}},
        {"default emission factor",
         b->co2e_kg_per_tkm.number,
         a->co2e_kg_per_tkm.number,
         {"kg/tkm", 1}},
        {"default circuity",
         b->circuity.number,
         a->circuity.number,
         {"of the line's length", 1}},
        {"hours of driving",
         b->driving.number,
         a->driving.number,
         {"h a day", 1.0 / 24}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cor_changes_number(list, (struct cor_change_subject){mode, NULL, ""},
                           rows[i].what, rows[i].before, rows[i].after,
                           rows[i].unit);
}

static const char *cargo_modes(struct cor_change_list *list,
                               const struct cor_scenario *scenario)
{
    const char *text = scenario->cargo.n_mode == 0 ? "every mode" : "";
    for (uint32_t i = 0; i < scenario->cargo.n_mode && text != NULL; i++)
        text = cor_text_print(list->arena, "%s%s%s", text, i == 0 ? "" : ", ",
                              scenario->mode[scenario->cargo.mode[i]].name);
    return text;
}

static void compare_cargo_modes(struct cor_change_list *list)
{
    const char *before = cargo_modes(list, list->before);
    const char *after = cargo_modes(list, list->after);
    if (before == NULL || after == NULL)
        cor_changes_add(list, NULL);
    else if (strcmp(before, after) != 0)
        COR_CHANGES_SAY(list, "the cargo may use %s, before %s", after, before);
}

void cor_changes_defaults(struct cor_change_list *list)
{
    const struct cor_scenario *before = list->before, *after = list->after;
    for (uint32_t b = 0; b < before->n_mode; b++) {
        const char *mode = before->mode[b].name;
        const uint32_t a = find_mode(after, mode);
        if (a != COR_NONE)
            compare_default(list, mode, &before->defaults[b],
                            &after->defaults[a]);
    }
    const struct cor_change_subject cargo = {"the cargo", NULL, ""};
    if (before->cargo.carriage != after->cargo.carriage)
        COR_CHANGES_SAY(list, "the cargo travels by %s, before by %s",
                        cor_carriages[after->cargo.carriage],
                        cor_carriages[before->cargo.carriage]);
    compare_cargo_modes(list);
    cor_changes_number(list, cargo, "value of time",
                       before->cargo.time_value_usd_per_s.number,
                       after->cargo.time_value_usd_per_s.number,
                       (struct cor_change_unit){"USD/h", 1.0 / 3600});
    cor_changes_number(list, cargo, "mass", before->cargo.mass_t,
                       after->cargo.mass_t, (struct cor_change_unit){"t", 1});
    cor_changes_number(list, cargo, "size", before->cargo.teu, after->cargo.teu,
                       (struct cor_change_unit){"TEU", 1});
}
