#include "sim/plan.h"

#include "sim/filter.h"

/* A stop where the shipment is anyway is passed by being there. */
static bool normalise_stops(struct cor_plan *plan,
                            const struct cor_query *query,
                            struct cor_arena *arena)
{
    uint32_t *stop = cor_arena_array(arena, uint32_t, query->n_via);
    uint32_t n = 0, last = query->from;
    if (stop == NULL)
        return false;
    for (uint32_t i = 0; i < query->n_via; i++) {
        if (query->via[i] != last)
            stop[n++] = query->via[i];
        last = query->via[i];
    }
    if (n != 0 && stop[n - 1] == query->to)
        n--;
    for (uint32_t i = 0; i < n; i++)
        plan->is_impossible |= stop[i] == query->from || stop[i] == query->to ||
                               cor_filter_has(stop, i, stop[i]);
    plan->is_impossible |= n != 0 && query->from == query->to;
    plan->is_nowhere = n == 0 && query->from == query->to;
    plan->n_stop = n;
    plan->stop = stop;
    return true;
}

/* A way has no more steps than there are states before and after each stop;
   penalties may weigh on it as much again, and more. */
enum { HEADROOM = 64 };

static uint64_t most_steps(const struct cor_plan *plan)
{
    const uint64_t n =
        HEADROOM * (uint64_t)plan->ship->n_state * ((uint64_t)plan->n_stop + 1);
    return n;
}

enum cor_status cor_plan_make(struct cor_plan *out,
                              const struct cor_scenario *scenario,
                              const struct cor_query *query,
                              struct cor_waiver waiver,
                              enum cor_measure by,
                              struct cor_arena *arena,
                              struct cor_error *err)
{
    *out = (struct cor_plan){0};
    if (!normalise_stops(out, query, arena))
        return COR_FAIL_MEMORY(err);
    enum cor_status status =
        cor_shipment_build(&out->ship, scenario, query, waiver, arena, err);
    if (status == COR_OK)
        status = cor_shipment_weigh(&out->weights, out->ship, by,
                                    most_steps(out), arena, err);
    if (status == COR_OK)
        status = cor_search_prepare(&out->search, out->ship, out->weights.of,
                                    query->from, query->to, out->stop,
                                    out->n_stop, arena, err);
    if (status != COR_OK || out->is_nowhere || out->is_impossible)
        return status;
    return cor_best_start(&out->best, &out->search, err);
}

enum cor_status
cor_plan_next(struct cor_way *out, struct cor_plan *plan, struct cor_error *err)
{
    if (!plan->is_nowhere && !plan->is_impossible)
        return cor_best_next(out, &plan->best, err);
    *out = (struct cor_way){.key = {COR_NO_WAY, UINT32_MAX}};
    if (plan->is_nowhere && !plan->is_handed_out)
        out->key = (struct cor_key){0, 0};
    plan->is_handed_out = true;
    return COR_OK;
}
