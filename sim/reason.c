#include "sim/reason.h"

#include "sim/filter.h"

#include <math.h>

/* A part of the journey, from stop to stop, that is looked into. */
struct part {
    const struct cor_inquiry *inquiry;
    struct cor_query query;
    const char *from, *to; /* ids */
};

/* Whether there is a way at all; it lives in scratch. `plan` may be looked at
   afterwards. */
static enum cor_status try(struct cor_way *way,
                           struct cor_plan *plan,
                           const struct part *part,
                           struct cor_waiver waiver,
                           enum cor_measure by,
                           struct cor_error *err)
{
    enum cor_status status =
        cor_plan_make(plan, part->inquiry->scenario, &part->query, waiver, by,
                      part->inquiry->scratch, err);
    return status == COR_OK ? cor_plan_next(way, plan, err) : status;
}

static bool is_found(const struct cor_way *way)
{
    return way->key.value != COR_NO_WAY;
}

static enum cor_status say(struct cor_routes *routes,
                           enum cor_absence absence,
                           const char *reason,
                           struct cor_error *err)
{
    routes->absence = absence;
    routes->reason = reason;
    return reason != NULL ? COR_OK : COR_FAIL_MEMORY(err);
}

static enum cor_status say_unknown(struct cor_routes *routes,
                                   const struct part *part,
                                   const struct cor_way *way,
                                   struct cor_error *err)
{
    const struct cor_scenario *scenario = part->inquiry->scenario;
    const char *measure = cor_measures[part->inquiry->by].spoken;
    const char *lacking = "";
    for (uint32_t i = way->n; i-- > 0;) {
        const uint32_t link = cor_arc_link(way->arc[i]);
        if (isnan(cor_link_figure(scenario, link, part->inquiry->by).value))
            lacking = scenario->links.ids->name[link];
    }
    return say(routes, COR_ABSENCE_UNKNOWN,
               cor_text_print(part->inquiry->arena,
                              "no way from %s to %s is of known %s; %s has "
                              "none, and its mode has no default",
                              part->from, part->to, measure, lacking),
               err);
}

static const char *ride_text(struct cor_arena *arena,
                             const struct cor_scenario *scenario,
                             uint32_t mode,
                             uint32_t gauge_mm)
{
    const char *name = scenario->mode[mode].name;
    return gauge_mm == 0
               ? name
               : cor_text_print(arena, "%s of %u mm", name, (unsigned)gauge_mm);
}

/* Follows a way that needs changes without transfers as far as it can be
   followed with them; gives the number of arcs travelled. */
static enum cor_status follow(uint32_t *n,
                              struct cor_state *last,
                              const struct cor_plan *strict,
                              const struct cor_way *way,
                              struct cor_error *err)
{
    const struct cor_search *search = &strict->search;
    struct cor_front front, next;
    if (!cor_front_make(search, &front) || !cor_front_make(search, &next))
        return COR_FAIL_MEMORY(err);
    cor_front_start(search, &front);
    for (*n = 0; *n < way->n && front.n != 0; ++*n) {
        const struct cor_front swap = front;
        *last =
            strict->ship->state[front.label[0].node % strict->ship->n_state];
        cor_front_step(search, &front, way->arc[*n], &next);
        front = next;
        next = swap;
    }
    return COR_OK;
}

static enum cor_status say_missing(struct cor_routes *routes,
                                   const struct part *part,
                                   const struct cor_plan *strict,
                                   const struct cor_way *way,
                                   struct cor_error *err)
{
    const struct cor_scenario *scenario = part->inquiry->scenario;
    struct cor_arena *arena = part->inquiry->arena;
    struct cor_state last = {.mode = COR_NONE};
    uint32_t n = 0;
    const enum cor_status status = follow(&n, &last, strict, way, err);
    if (status != COR_OK)
        return status;
    if (n == 0 || last.mode == COR_NONE)
        return COR_FAIL(err, COR_INTERNAL, "a way lacks no transfer");
    const uint32_t link = cor_arc_link(way->arc[n - 1]);
    const char *from = ride_text(arena, scenario, last.mode, last.gauge_mm);
    const char *to = ride_text(arena, scenario, scenario->links.mode[link],
                               scenario->links.gauge_mm[link]);
    if (from == NULL || to == NULL)
        return COR_FAIL_MEMORY(err);
    routes->gap_place = last.place;
    return say(routes, COR_ABSENCE_MISSING_TRANSFER,
               cor_text_print(arena,
                              "the way from %s to %s lacks a transfer at %s "
                              "from %s to %s",
                              part->from, part->to,
                              scenario->places.ids->name[last.place], from, to),
               err);
}

static enum cor_status say_not_open(struct cor_routes *routes,
                                    const struct part *part,
                                    const struct cor_way *way,
                                    struct cor_error *err)
{
    struct cor_arena *arena = part->inquiry->arena;
    const char *links =
        cor_reason_not_open(part->inquiry->scenario, way, arena);
    if (links == NULL)
        return COR_FAIL_MEMORY(err);
    return say(routes, COR_ABSENCE_NOT_OPEN,
               cor_text_print(arena, "the way from %s to %s needs %s",
                              part->from, part->to, links),
               err);
}

/* Takes back, one by one, what need not be waived for there to be a way. */
static enum cor_status waive_least(struct cor_waiver *waiver,
                                   struct cor_way *way,
                                   const struct part *part,
                                   struct cor_error *err)
{
    const struct cor_waiver wholly = {
        .not_open = true, .filters = true, .changes = true};
    struct cor_plan plan;
    *waiver = wholly;
    enum cor_status status = try(way, &plan, part, *waiver, COR_BY_LENGTH, err);
    bool *const flag[] = {&waiver->filters, &waiver->changes,
                          &waiver->not_open};
    for (int i = 0; status == COR_OK && is_found(way) && i < 3; i++) {
        struct cor_way other;
        *flag[i] = false;
        status = try(&other, &plan, part, *waiver, COR_BY_LENGTH, err);
        if (status == COR_OK && is_found(&other))
            *way = other;
        else
            *flag[i] = true;
    }
    return status;
}

/* Whose modes they are that leave no way: those asked for, or the cargo's. */
static enum cor_status say_filtered(struct cor_routes *routes,
                                    const struct part *part,
                                    struct cor_waiver waiver,
                                    struct cor_error *err)
{
    struct cor_plan plan;
    struct cor_way way;
    waiver.filters = false;
    waiver.cargo = true;
    const enum cor_status status =
        try(&way, &plan, part, waiver, COR_BY_LENGTH, err);
    if (status != COR_OK)
        return status;
    const char *whose = is_found(&way) ? "that the cargo may use"
                                       : "asked for and what is to be avoided";
    return say(routes, COR_ABSENCE_FILTERED,
               cor_text_print(part->inquiry->arena,
                              "no way from %s to %s is left by the modes %s",
                              part->from, part->to, whose),
               err);
}

static enum cor_status explain_waiver(struct cor_routes *routes,
                                      const struct part *part,
                                      struct cor_waiver waiver,
                                      const struct cor_way *way,
                                      struct cor_error *err)
{
    if (waiver.changes) {
        struct cor_plan strict;
        waiver.changes = false;
        const enum cor_status status =
            cor_plan_make(&strict, part->inquiry->scenario, &part->query,
                          waiver, COR_BY_LENGTH, part->inquiry->scratch, err);
        return status == COR_OK ? say_missing(routes, part, &strict, way, err)
                                : status;
    }
    if (waiver.filters)
        return say_filtered(routes, part, waiver, err);
    return say_not_open(routes, part, way, err);
}

static enum cor_status explain(struct cor_routes *routes,
                               const struct part *part,
                               struct cor_error *err)
{
    struct cor_plan plan;
    struct cor_way way;
    struct cor_waiver waiver = {0};
    routes->gap_from = part->query.from;
    routes->gap_to = part->query.to;
    enum cor_status status = try(&way, &plan, part, waiver, COR_BY_LENGTH, err);
    if (status != COR_OK)
        return status;
    if (is_found(&way))
        return say_unknown(routes, part, &way, err);
    status = waive_least(&waiver, &way, part, err);
    if (status != COR_OK)
        return status;
    if (is_found(&way))
        return explain_waiver(routes, part, waiver, &way, err);
    return say(routes, COR_ABSENCE_UNREACHABLE,
               cor_text_print(part->inquiry->arena,
                              "no links lead from %s to %s", part->from,
                              part->to),
               err);
}

static struct part
part_of(const struct cor_inquiry *inquiry, uint32_t from, uint32_t to)
{
    const char **id = inquiry->scenario->places.ids->name;
    struct part part = {inquiry, *inquiry->query, id[from], id[to]};
    part.query.from = from;
    part.query.to = to;
    part.query.n_via = 0;
    return part;
}

/* Each part of the journey has a way, and all of them in a row go back: a link
   that is not open may be what would keep them apart. */
static enum cor_status say_twice(struct cor_routes *routes,
                                 const struct cor_inquiry *inquiry,
                                 struct cor_error *err)
{
    struct part whole =
        part_of(inquiry, inquiry->query->from, inquiry->query->to);
    struct cor_plan plan;
    struct cor_way way;
    whole.query.n_via = inquiry->query->n_via;
    const enum cor_status status =
        try(&way, &plan, &whole, (struct cor_waiver){.not_open = true},
            COR_BY_LENGTH, err);
    if (status != COR_OK)
        return status;
    if (is_found(&way))
        return say_not_open(routes, &whole, &way, err);
    return say(routes, COR_ABSENCE_VISITS_TWICE,
               cor_text_print(inquiry->arena,
                              "every way from %s to %s that passes the stops "
                              "in order visits a place twice",
                              whole.from, whole.to),
               err);
}

enum cor_status cor_reason_find(struct cor_routes *routes,
                                const struct cor_inquiry *inquiry,
                                struct cor_error *err)
{
    const struct cor_query *query = inquiry->query;
    uint32_t from = query->from;
    for (uint32_t i = 0; i <= query->n_via; i++) {
        const uint32_t to = i < query->n_via ? query->via[i] : query->to;
        const struct part part = part_of(inquiry, from, to);
        struct cor_plan plan;
        struct cor_way way;
        const enum cor_status status =
            try(&way, &plan, &part, (struct cor_waiver){0}, inquiry->by, err);
        if (status != COR_OK)
            return status;
        if (!is_found(&way))
            return explain(routes, &part, err);
        from = to;
    }
    return say_twice(routes, inquiry, err);
}
