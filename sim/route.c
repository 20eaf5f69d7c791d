#include <corridor/sim/route.h>

#include "sim/filter.h"
#include "sim/ledger.h"
#include "sim/reason.h"

#include <math.h>

static enum cor_status avoided(struct cor_error *err,
                               const struct cor_scenario *scenario,
                               uint32_t place)
{
    return COR_FAIL(err, COR_BAD_INPUT,
                    "'%s' is to be avoided and to be passed",
                    scenario->places.ids->name[place]);
}

static enum cor_status check_place(const struct cor_scenario *scenario,
                                   const struct cor_query *query,
                                   uint32_t place,
                                   struct cor_error *err)
{
    if (place >= scenario->places.n)
        return COR_FAIL(err, COR_BAD_INPUT, "a stop is no place");
    if (cor_filter_has(query->avoid_place, query->n_avoid_place, place))
        return avoided(err, scenario, place);
    return COR_OK;
}

static enum cor_status check(const struct cor_scenario *scenario,
                             const struct cor_query *query,
                             enum cor_measure by,
                             uint32_t k,
                             struct cor_error *err)
{
    if (k == 0)
        return COR_FAIL(err, COR_BAD_INPUT, "none of the routes is asked for");
    if ((unsigned)by >= COR_N_MEASURE)
        return COR_FAIL(err, COR_BAD_INPUT, "there is no such measure");
    enum cor_status status = check_place(scenario, query, query->from, err);
    if (status == COR_OK)
        status = check_place(scenario, query, query->to, err);
    for (uint32_t i = 0; status == COR_OK && i < query->n_via; i++)
        status = check_place(scenario, query, query->via[i], err);
    return status;
}

/* Routes as they are found. */
struct finder {
    struct cor_plan plan;
    struct cor_arena *arena, *scratch;
    struct cor_route *route; /* [n] */
    size_t n, capacity;
};

/* What a route was ranked by, unknown parts counting as nothing. Sums that are equal in whole units may differ in their last digits; they are
   shown with them, so these decide too. */
static bool
add(struct finder *finder, struct cor_route route, enum cor_measure by)
{
    struct cor_route *grown =
        cor_arena_grow(finder->scratch, finder->route, finder->n,
                       &finder->capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    finder->route = grown;
    const struct cor_scenario *scenario = finder->plan.search.ship->scenario;
    const double sum = cor_route_known(scenario, &route, by);
    size_t i = finder->n++;
    for (; i != 0 && cor_route_known(scenario, &grown[i - 1], by) > sum; i--)
        grown[i] = grown[i - 1];
    grown[i] = route;
    return true;
}

static enum cor_status find(struct finder *finder,
                            enum cor_measure by,
                            uint32_t k,
                            struct cor_error *err)
{
    enum cor_status status = COR_OK;
    while (status == COR_OK && finder->n < k) {
        struct cor_way way;
        struct cor_route route;
        status = cor_plan_next(&way, &finder->plan, err);
        if (status != COR_OK || way.key.value == COR_NO_WAY)
            break;
        status = cor_ledger_write(&route, &finder->plan.search, &way,
                                  finder->arena, finder->scratch, err);
        if (status == COR_OK && !add(finder, route, by))
            status = COR_FAIL_MEMORY(err);
    }
    return status;
}

static enum cor_status answer(struct cor_routes *out,
                              struct finder *finder,
                              const struct cor_scenario *scenario,
                              const struct cor_query *query,
                              uint32_t k,
                              struct cor_error *err)
{
    enum cor_status status =
        cor_plan_make(&finder->plan, scenario, query, (struct cor_waiver){0},
                      out->by, finder->scratch, err);
    if (status == COR_OK)
        status = find(finder, out->by, k, err);
    if (status != COR_OK)
        return status;
    out->n = (uint32_t)finder->n;
    out->route = cor_arena_copy(finder->arena, finder->route, finder->n,
                                sizeof *out->route);
    if (out->route == NULL)
        return COR_FAIL_MEMORY(err);
    const struct cor_inquiry inquiry = {scenario, query, out->by, finder->arena,
                                        finder->scratch};
    return out->n == 0 ? cor_reason_find(out, &inquiry, err)
                       : cor_reason_note(out, &inquiry, err);
}

enum cor_status cor_route_find(struct cor_routes *out,
                               const struct cor_scenario *scenario,
                               const struct cor_query *query,
                               enum cor_measure by,
                               uint32_t k,
                               struct cor_arena *arena,
                               struct cor_error *err)
{
    enum cor_status status = check(scenario, query, by, k, err);
    if (status != COR_OK)
        return status;
    struct cor_arena scratch;
    cor_arena_init(&scratch, arena->limit - arena->used);
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct finder finder = {.arena = arena, .scratch = &scratch};
    struct cor_routes found = {.by = by,
                               .gap_from = COR_NONE,
                               .gap_to = COR_NONE,
                               .gap_place = COR_NONE};
    status = answer(&found, &finder, scenario, query, k, err);
    cor_arena_finish(&scratch);
    if (status == COR_OK)
        *out = found;
    else
        cor_arena_rewind(arena, start);
    return status;
}
