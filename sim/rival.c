#include <corridor/sim/rival.h>

#include "sim/shipment.h"

#include <math.h>

/* A scenario like another one, but for values that can be changed. */
struct shadow {
    struct cor_scenario scenario;
    const double *length_m;        /* [links] as they are */
    double *link[COR_N_ATTRIBUTE]; /* [links] NULL: of no measure */
    struct cor_transfer *transfer;
    struct cor_border *border;
    struct cor_service *service;
};

static enum cor_subject subject_of(enum cor_leg_kind kind)
{
    static const enum cor_subject subjects[COR_N_LEG_KIND] = {
        [COR_LEG_LINK] = COR_SUBJECT_LINK,
        [COR_LEG_TRANSFER] = COR_SUBJECT_TRANSFER,
        [COR_LEG_BORDER] = COR_SUBJECT_BORDER,
        [COR_LEG_WAIT] = COR_SUBJECT_SERVICE,
    };
    return subjects[kind];
}

static bool rests_on(const struct cor_leg *leg, const struct cor_rivals *rivals)
{
    if (subject_of(leg->kind) != rivals->subject)
        return false;
    for (uint32_t i = 0; i < rivals->n_record; i++)
        if (rivals->record[i] == leg->record)
            return true;
    return false;
}

bool cor_leg_has_rivals(const struct cor_scenario *scenario,
                        const struct cor_leg *leg)
{
    for (uint32_t i = 0; i < scenario->n_rivals; i++)
        if (rests_on(leg, &scenario->rivals[i]))
            return true;
    return false;
}

static bool meets(const struct cor_route *route,
                  const struct cor_rivals *rivals)
{
    for (uint32_t i = 0; i < route->n_leg; i++)
        if (rests_on(&route->leg[i], rivals))
            return true;
    return false;
}

static bool copy_column(struct shadow *shadow,
                        enum cor_attribute attribute,
                        const double **column,
                        struct cor_arena *arena)
{
    double *copy =
        cor_arena_copy(arena, *column, shadow->scenario.links.n, sizeof *copy);
    shadow->link[attribute] = copy;
    *column = copy;
    return copy != NULL;
}

static bool copy_links(struct shadow *shadow, struct cor_arena *arena)
{
    struct cor_links *links = &shadow->scenario.links;
    return copy_column(shadow, COR_ATTRIBUTE_LENGTH, &links->length_m, arena) &&
           copy_column(shadow, COR_ATTRIBUTE_TIME, &links->time_s, arena) &&
           copy_column(shadow, COR_ATTRIBUTE_COST, &links->cost_usd, arena) &&
           copy_column(shadow, COR_ATTRIBUTE_CO2E, &links->co2e_kg, arena) &&
           copy_column(shadow, COR_ATTRIBUTE_SPEED, &links->speed_m_s, arena);
}

static bool begin(struct shadow *shadow,
                  const struct cor_scenario *s,
                  struct cor_arena *arena)
{
    *shadow = (struct shadow){
        .scenario = *s,
        .length_m = s->links.length_m,
        .transfer = cor_arena_copy(arena, s->transfer, s->n_transfer,
                                   sizeof *s->transfer),
        .border =
            cor_arena_copy(arena, s->border, s->n_border, sizeof *s->border),
        .service =
            cor_arena_copy(arena, s->service, s->n_service, sizeof *s->service),
    };
    shadow->scenario.transfer = shadow->transfer;
    shadow->scenario.border = shadow->border;
    shadow->scenario.service = shadow->service;
    return shadow->transfer != NULL && shadow->border != NULL &&
           shadow->service != NULL && copy_links(shadow, arena);
}

static double *time_or_cost(enum cor_attribute attribute,
                            struct cor_value *time_s,
                            struct cor_value *cost_usd)
{
    if (attribute == COR_ATTRIBUTE_TIME)
        return &time_s->number;
    return attribute == COR_ATTRIBUTE_COST ? &cost_usd->number : NULL;
}

/* Where the shadow keeps a value; NULL: no measure has it. */
static double *
find(struct shadow *shadow, const struct cor_rivals *rivals, uint32_t record)
{
    const enum cor_attribute attribute = rivals->attribute;
    switch (rivals->subject) {
    case COR_SUBJECT_LINK:
        return shadow->link[attribute] == NULL
                   ? NULL
                   : &shadow->link[attribute][record];
    case COR_SUBJECT_TRANSFER:
        return time_or_cost(attribute, &shadow->transfer[record].time_s,
                            &shadow->transfer[record].cost_usd);
    case COR_SUBJECT_BORDER:
        return time_or_cost(attribute, &shadow->border[record].time_s,
                            &shadow->border[record].cost_usd);
    case COR_SUBJECT_SERVICE:
        return attribute == COR_ATTRIBUTE_HEADWAY
                   ? &shadow->service[record].headway_s.number
                   : NULL;
    case COR_N_SUBJECT:
        break;
    }
    return NULL;
}

/* Let a value stand; the links of a line keep their shares of it. */
static void
set(struct shadow *shadow, const struct cor_rivals *rivals, uint32_t value)
{
    const double number = rivals->value[value].number;
    const double chosen = rivals->value[rivals->chosen].number;
    for (uint32_t i = 0; i < rivals->n_record; i++) {
        const uint32_t record = rivals->record[i];
        double *at = find(shadow, rivals, record);
        if (at != NULL)
            *at = rivals->n_record == 1
                      ? number
                      : shadow->length_m[record] * (number / chosen);
    }
}

static double sum(const struct shadow *shadow,
                  const struct cor_route *route,
                  enum cor_measure by)
{
    double total = 0;
    for (uint32_t i = 0; i < route->n_leg; i++) {
        const struct cor_part part = {route->leg[i].kind, route->leg[i].record};
        total += cor_part_figure(&shadow->scenario, part, by).value;
    }
    return total;
}

static struct cor_swing begin_swing(const struct cor_route *route,
                                    uint32_t rivals)
{
    struct cor_swing swing = {.rivals = rivals};
    for (int by = 0; by < COR_N_MEASURE; by++)
        swing.least[by] = swing.most[by] = route->amount[by];
    return swing;
}

static void widen(struct cor_swing *swing,
                  const struct cor_route *route,
                  double total,
                  enum cor_measure by)
{
    const double was = route->amount[by];
    if (isnan(total) || isnan(was))
        return;
    swing->least[by] = fmin(swing->least[by], total);
    swing->most[by] = fmax(swing->most[by], total);
    swing->moves[by] |= fabs(total - was) > COR_RIVAL_SHARE * was;
}

static struct cor_swing
swing(struct shadow *shadow, const struct cor_route *route, uint32_t number)
{
    const struct cor_rivals *rivals = &shadow->scenario.rivals[number];
    struct cor_swing out = begin_swing(route, number);
    for (uint32_t i = 0; i < rivals->n; i++) {
        if (i == rivals->chosen)
            continue;
        set(shadow, rivals, i);
        for (enum cor_measure by = 0; by < COR_N_MEASURE; by++)
            widen(&out, route, sum(shadow, route, by), by);
    }
    set(shadow, rivals, rivals->chosen);
    return out;
}

/* Capacities have no part in what a route comes to. */
static bool counts(const struct cor_route *route,
                   const struct cor_rivals *rivals)
{
    return rivals->attribute != COR_ATTRIBUTE_CAPACITY && meets(route, rivals);
}

/* False for want of memory. */
static bool find_swings(struct cor_swing *list,
                        uint32_t *n,
                        const struct cor_scenario *scenario,
                        const struct cor_route *route,
                        struct cor_arena *scratch)
{
    struct shadow shadow;
    *n = 0;
    for (uint32_t i = 0; i < scenario->n_rivals; i++) {
        if (!counts(route, &scenario->rivals[i]))
            continue;
        if (*n == 0 && !begin(&shadow, scenario, scratch))
            return false;
        list[(*n)++] = swing(&shadow, route, i);
    }
    return true;
}

enum cor_status cor_route_swings(const struct cor_swing **out,
                                 uint32_t *n,
                                 const struct cor_scenario *scenario,
                                 const struct cor_route *route,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct cor_swing *list =
        cor_arena_array(arena, struct cor_swing, scenario->n_rivals);
    struct cor_arena scratch;
    uint32_t found = 0;
    cor_arena_init(&scratch, arena->limit - arena->used);
    const bool done =
        list != NULL && find_swings(list, &found, scenario, route, &scratch);
    cor_arena_finish(&scratch);
    if (!done) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = list;
    *n = found;
    return COR_OK;
}
