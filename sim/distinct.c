/* Routes that differ: each next one is the best of those that have little in
   common with every earlier one. */
#include "sim/distinct.h"

#include "sim/ledger.h"

#include <corridor/base/text.h>
#include <corridor/sim/route.h>

#include <math.h>
#include <string.h>

static uint32_t count_links(const struct cor_route *route)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < route->n_leg; i++)
        n += route->leg[i].kind == COR_LEG_LINK ? 1 : 0;
    return n;
}

static bool has_link(const struct cor_route *route, uint32_t link)
{
    for (uint32_t i = 0; i < route->n_leg; i++)
        if (route->leg[i].kind == COR_LEG_LINK && route->leg[i].record == link)
            return true;
    return false;
}

double cor_share_of(double shared_m, double a_m, double b_m)
{
    const double shorter = fmin(a_m, b_m);
    return shorter > 0 ? shared_m / shorter : 0;
}

double cor_route_shared(const struct cor_route *a, const struct cor_route *b)
{
    double shared_m = 0;
    for (uint32_t i = 0; i < a->n_leg; i++)
        if (a->leg[i].kind == COR_LEG_LINK && has_link(b, a->leg[i].record))
            shared_m += a->leg[i].figure[COR_BY_LENGTH].value;
    return cor_share_of(shared_m, a->amount[COR_BY_LENGTH],
                        b->amount[COR_BY_LENGTH]);
}

static bool make_room(struct cor_chooser *chooser, struct cor_arena *arena)
{
    const struct cor_shipment *ship = chooser->plan.ship;
    const struct cor_scenario *scenario = ship->scenario;
    const uint32_t n_link = scenario->links.n;
    chooser->length_m = cor_arena_array(arena, double, n_link);
    chooser->toll = cor_arena_array(arena, uint64_t, n_link);
    chooser->seen = cor_arena_array(arena, uint32_t, n_link);
    chooser->weight = cor_arena_array(arena, uint64_t, ship->n_move);
    if (chooser->length_m == NULL || chooser->toll == NULL ||
        chooser->seen == NULL || chooser->weight == NULL)
        return false;
    memset(chooser->seen, 0, n_link * sizeof *chooser->seen);
    for (uint32_t link = 0; link < n_link; link++)
        chooser->length_m[link] =
            cor_link_figure(scenario, link, COR_BY_LENGTH).value;
    return true;
}

/* Later routes must differ from this one, too. */
static bool add_earlier(struct cor_chooser *chooser,
                        const struct cor_route *route,
                        struct cor_arena *arena)
{
    const uint32_t n = chooser->n++;
    struct cor_earlier *grown =
        cor_arena_array(arena, struct cor_earlier, n + 1);
    uint32_t *link = cor_arena_array(arena, uint32_t, count_links(route));
    chooser->shared_m = cor_arena_array(arena, double, n + 1);
    if (grown == NULL || link == NULL || chooser->shared_m == NULL)
        return false;
    if (n != 0)
        memcpy(grown, chooser->earlier, n * sizeof *grown);
    grown[n] = (struct cor_earlier){.link = link};
    for (uint32_t i = 0; i < route->n_leg; i++)
        if (route->leg[i].kind == COR_LEG_LINK) {
            link[grown[n].n++] = route->leg[i].record;
            grown[n].length_m += chooser->length_m[route->leg[i].record];
        }
    chooser->earlier = grown;
    return true;
}

static enum cor_status prepare(struct cor_chooser *chooser,
                               const struct cor_scenario *scenario,
                               const struct cor_query *query,
                               enum cor_measure by,
                               struct cor_arena *scratch,
                               struct cor_error *err)
{
    const enum cor_status status =
        cor_plan_make(&chooser->plan, scenario, query, (struct cor_waiver){0},
                      by, scratch, err);
    if (status != COR_OK)
        return status;
    return make_room(chooser, scratch) ? COR_OK : COR_FAIL_MEMORY(err);
}

/* Routes as they are found. */
struct list {
    struct cor_route *route; /* [n], room for more */
    uint32_t n;
    size_t capacity;
};

static bool append(struct list *list,
                   const struct cor_route *route,
                   struct cor_arena *arena)
{
    struct cor_route *grown = cor_arena_grow(arena, list->route, list->n,
                                             &list->capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    list->route = grown;
    grown[list->n++] = *route;
    return true;
}

static enum cor_status find_all(struct list *list,
                                struct cor_chooser *chooser,
                                uint32_t k,
                                struct cor_arena *arena,
                                struct cor_arena *scratch,
                                struct cor_error *err)
{
    enum cor_status status = COR_OK;
    while (status == COR_OK && list->n < k) {
        struct cor_route route;
        if (!add_earlier(chooser, &list->route[list->n - 1], scratch))
            return COR_FAIL_MEMORY(err);
        status = cor_chooser_next(chooser, scratch, err);
        if (status != COR_OK || chooser->chosen.key.value == COR_NO_WAY)
            break;
        chooser->plan.search.weight = chooser->plan.weights.of;
        status = cor_ledger_write(&route, &chooser->plan.search,
                                  &chooser->chosen.way, arena, scratch, err);
        if (status == COR_OK && !append(list, &route, arena))
            status = COR_FAIL_MEMORY(err);
        if (chooser->has_given_up)
            break;
    }
    return status;
}

static bool add_note(struct cor_routes *routes,
                     struct cor_arena *arena,
                     const char *code,
                     const char *text)
{
    struct cor_note *note =
        cor_arena_array(arena, struct cor_note, routes->n_note + 1);
    if (note == NULL || text == NULL)
        return false;
    if (routes->n_note != 0)
        memcpy(note, routes->note, routes->n_note * sizeof *note);
    note[routes->n_note++] = (struct cor_note){code, text};
    routes->note = note;
    return true;
}

/* What ended the search before all routes were found, or were certain. */
static bool note_end(struct cor_routes *routes,
                     const struct cor_chooser *chooser,
                     uint32_t k,
                     struct cor_arena *arena)
{
    const double percent = 100 * chooser->share;
    if (chooser->has_given_up)
        return add_note(
            routes, arena, "distinct-ended",
            cor_text_print(arena,
                           "the search for routes that share at most %g %% of "
                           "their length was ended after %d ways: %s",
                           percent, COR_MOST_PRICED_WAYS,
                           chooser->chosen.key.value == COR_NO_WAY
                               ? "there may be more"
                               : "the last may not be the best, and there may "
                                 "be more"));
    if (routes->n == k)
        return true;
    return add_note(routes, arena, "distinct-fewer",
                    cor_text_print(arena,
                                   "no other route shares at most %g %% of its "
                                   "length with each of these",
                                   percent));
}

static enum cor_status find_distinct(struct cor_routes *routes,
                                     const struct cor_scenario *scenario,
                                     const struct cor_query *query,
                                     uint32_t k,
                                     double share,
                                     struct cor_arena *arena,
                                     struct cor_error *err)
{
    struct cor_chooser chooser = {.share = share};
    struct list list = {0};
    struct cor_arena scratch;
    cor_arena_init(&scratch, arena->limit - arena->used);
    enum cor_status status =
        prepare(&chooser, scenario, query, routes->by, &scratch, err);
    if (status == COR_OK && !append(&list, routes->route, arena))
        status = COR_FAIL_MEMORY(err);
    if (status == COR_OK)
        status = find_all(&list, &chooser, k, arena, &scratch, err);
    routes->n = list.n;
    routes->route = list.route;
    if (status == COR_OK && !note_end(routes, &chooser, k, arena))
        status = COR_FAIL_MEMORY(err);
    cor_arena_finish(&scratch);
    return status;
}

enum cor_status cor_route_find_distinct(struct cor_routes *out,
                                        const struct cor_scenario *scenario,
                                        const struct cor_query *query,
                                        enum cor_measure by,
                                        uint32_t k,
                                        double share,
                                        struct cor_arena *arena,
                                        struct cor_error *err)
{
    struct cor_routes found;
    const struct cor_arena_mark start = cor_arena_mark(arena);
    if (!(share >= 0 && share <= 1))
        return COR_FAIL(err, COR_BAD_INPUT,
                        "routes share from 0 to 1 of their length");
    if (k == 0)
        return COR_FAIL(err, COR_BAD_INPUT, "none of the routes is asked for");
    enum cor_status status =
        cor_route_find(&found, scenario, query, by, 1, arena, err);
    if (status == COR_OK && found.n != 0 && k > 1 && found.route->n_leg != 0)
        status = find_distinct(&found, scenario, query, k, share, arena, err);
    if (status == COR_OK)
        *out = found;
    else
        cor_arena_rewind(arena, start);
    return status;
}
