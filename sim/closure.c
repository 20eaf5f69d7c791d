#include <corridor/sim/closure.h>

#include "sim/plan.h"

#include <math.h>
#include <string.h>

/* A query made ready, and weights in which a link can be closed. */
struct closer {
    struct cor_plan plan;
    uint64_t *weight; /* [n_move] */
    struct cor_front front;
    struct cor_arena *arena, scratch;
};

/* The value of the best way of the query, be it that it comes to a place twice;
   NAN: there is none. Distances to the end that were found with all links open
   are bounds when one is closed, so that few nodes are looked at. */
static enum cor_status
find_best(double *value, struct closer *closer, struct cor_error *err)
{
    struct cor_search *search = &closer->plan.search;
    struct cor_way way;
    cor_search_begin(search);
    cor_front_start(search, &closer->front);
    const enum cor_status status =
        cor_search_run(&way, search, &closer->front, (struct cor_ban){0}, err);
    if (status != COR_OK)
        return status;
    *value = way.key.value == COR_NO_WAY
                 ? (double)NAN
                 : ldexp((double)way.key.value, closer->plan.weights.exponent);
    return COR_OK;
}

/* Moves along a link get the weights that they had, or none. */
static void set_link(struct closer *closer, uint32_t link, bool is_closed)
{
    const struct cor_shipment *ship = closer->plan.ship;
    for (uint32_t i = 0; i < ship->n_move; i++)
        if (ship->move[i].by / 2 == link &&
            !cor_move_is_transfer(ship, &ship->move[i]))
            closer->weight[i] =
                is_closed ? COR_NO_WAY : closer->plan.weights.of[i];
}

/* Penalties are of a search for routes; ways are asked for here. */
static enum cor_status prepare(struct closer *closer, struct cor_error *err)
{
    const struct cor_shipment *ship = closer->plan.ship;
    closer->weight = cor_arena_copy(&closer->scratch, closer->plan.weights.of,
                                    ship->n_move, sizeof *closer->weight);
    if (closer->weight == NULL ||
        !cor_front_make(&closer->plan.search, &closer->front))
        return COR_FAIL_MEMORY(err);
    closer->plan.search.weight = closer->weight;
    memset(closer->plan.search.penalty, 0,
           ship->scenario->places.n * sizeof *closer->plan.search.penalty);
    return cor_search_renew(&closer->plan.search, err);
}

static enum cor_status close_one(struct cor_closure *out,
                                 struct closer *closer,
                                 uint32_t link,
                                 double best,
                                 struct cor_error *err)
{
    set_link(closer, link, true);
    double value = (double)NAN;
    const enum cor_status status = find_best(&value, closer, err);
    set_link(closer, link, false);
    *out = (struct cor_closure){link, isnan(value), value - best};
    return status;
}

static enum cor_status close_each(struct cor_closures *out,
                                  struct closer *closer,
                                  const struct cor_route *route,
                                  struct cor_error *err)
{
    struct cor_closure *closure =
        cor_arena_array(closer->arena, struct cor_closure, route->n_leg);
    if (closure == NULL)
        return COR_FAIL_MEMORY(err);
    double best = (double)NAN;
    enum cor_status status = prepare(closer, err);
    if (status == COR_OK)
        status = find_best(&best, closer, err);
    out->best = best;
    out->closure = closure;
    for (uint32_t i = 0; i < route->n_leg && status == COR_OK; i++)
        if (route->leg[i].kind == COR_LEG_LINK)
            status = close_one(&closure[out->n++], closer, route->leg[i].record,
                               best, err);
    return status;
}

static enum cor_status find(struct cor_closures *out,
                            struct closer *closer,
                            const struct cor_scenario *scenario,
                            const struct cor_query *query,
                            struct cor_error *err)
{
    struct cor_routes routes;
    enum cor_status status = cor_route_find(&routes, scenario, query, out->by,
                                            1, &closer->scratch, err);
    if (status != COR_OK || routes.n == 0)
        return status;
    status =
        cor_plan_make(&closer->plan, scenario, query, (struct cor_waiver){0},
                      out->by, &closer->scratch, err);
    return status == COR_OK ? close_each(out, closer, &routes.route[0], err)
                            : status;
}

enum cor_status cor_closures_find(struct cor_closures *out,
                                  const struct cor_scenario *scenario,
                                  const struct cor_query *query,
                                  enum cor_measure by,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    struct closer closer = {.arena = arena};
    struct cor_closures found = {.by = by, .best = (double)NAN};
    const struct cor_arena_mark start = cor_arena_mark(arena);
    cor_arena_init(&closer.scratch, arena->limit - arena->used);
    const enum cor_status status = find(&found, &closer, scenario, query, err);
    cor_arena_finish(&closer.scratch);
    if (status == COR_OK)
        *out = found;
    else
        cor_arena_rewind(arena, start);
    return status;
}
