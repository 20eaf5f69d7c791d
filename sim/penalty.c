#include "sim/best.h"

#include <string.h>

/* Held and Karp's method without a goal to aim at: steps grow while they help
   and shrink when they do not. What little a bound then lacks, of a thousandth
   and less, costs the search for the route less than further steps would. */
enum { MOST_STEPS = 200, MISSES_TO_SHRINK = 3, FINE = 1024 };

struct tuner {
    struct cor_best *best;
    uint32_t n_place;
    uint64_t step, least; /* it ends below the least step */
    uint64_t most;        /* no penalty is above it */
    uint64_t *good;       /* [n_place] the penalties of the best bound */
    uint32_t *n_visit;    /* [n_place] */
    int64_t bound;        /* the best so far */
    int64_t worst_route;  /* no route costs more */
    int n_miss;
};

static bool make_room(struct tuner *tuner, struct cor_arena *arena)
{
    tuner->good = cor_arena_array(arena, uint64_t, tuner->n_place);
    tuner->n_visit = cor_arena_array(arena, uint32_t, tuner->n_place);
    if (tuner->good == NULL || tuner->n_visit == NULL)
        return false;
    memset(tuner->good, 0, tuner->n_place * sizeof *tuner->good);
    return true;
}

/* A route comes to a place by one link, and to a state by one transfer. */
static int64_t find_worst_route(const struct cor_search *search)
{
    const struct cor_shipment *ship = search->ship;
    uint64_t sum = 0;
    for (uint32_t place = 0; place < ship->scenario->places.n; place++) {
        uint64_t link = 0;
        for (uint32_t s = place; s != COR_NONE; s = ship->state[s].next) {
            uint64_t transfer = 0;
            for (uint32_t i = ship->in_first[s]; i < ship->in_first[s + 1];
                 i++) {
                const uint32_t move = ship->in[i];
                const uint64_t weight = search->weight[move];
                uint64_t *most = cor_move_is_transfer(ship, &ship->move[move])
                                     ? &transfer
                                     : &link;
                if (weight != COR_NO_WAY && weight > *most)
                    *most = weight;
            }
            sum += transfer;
        }
        sum += link;
    }
    return (int64_t)sum;
}
static void count_visits(struct tuner *tuner, const struct cor_way *way)
{
    const struct cor_search *search = tuner->best->search;
    memset(tuner->n_visit, 0, tuner->n_place * sizeof *tuner->n_visit);
    tuner->n_visit[search->from] = 1;
    for (uint32_t i = 0; i < way->n; i++)
        tuner->n_visit[cor_arc_head(search->ship->scenario->network,
                                    way->arc[i])]++;
}

static uint64_t sum_penalties(const struct tuner *tuner)
{
    uint64_t sum = 0;
    for (uint32_t place = 0; place < tuner->n_place; place++)
        sum += tuner->best->search->penalty[place];
    return sum;
}

/* A route pays no penalty twice: what ways pay less all penalties bounds it. */
static void judge(struct tuner *tuner, const struct cor_way *way)
{
    const uint64_t *penalty = tuner->best->search->penalty;
    const int64_t bound =
        (int64_t)way->key.value - (int64_t)sum_penalties(tuner);
    if (bound > tuner->bound) {
        tuner->bound = bound;
        tuner->n_miss = 0;
        tuner->step += tuner->step / 4;
        memcpy(tuner->good, penalty, tuner->n_place * sizeof *penalty);
    } else if (++tuner->n_miss == MISSES_TO_SHRINK) {
        tuner->n_miss = 0;
        tuner->step /= 2;
    }
}

static void change(struct tuner *tuner)
{
    uint64_t *penalty = tuner->best->search->penalty;
    for (uint32_t place = 0; place < tuner->n_place; place++) {
        const uint32_t n = tuner->n_visit[place];
        if (n == 0)
            penalty[place] -=
                penalty[place] < tuner->step ? penalty[place] : tuner->step;
        else if (n > 1 && penalty[place] < tuner->most)
            penalty[place] += tuner->step * (n - 1);
        if (penalty[place] > tuner->most)
            penalty[place] = tuner->most;
    }
}

static bool is_done(const struct tuner *tuner, const struct cor_way *way)
{
    return way->key.value == COR_NO_WAY || tuner->bound > tuner->worst_route ||
           tuner->step < tuner->least;
}

static bool is_route(struct cor_best *best, const struct cor_way *way)
{
    return way->key.value != COR_NO_WAY && cor_best_repeat(best, way) == way->n;
}

/* A route costs more than its bound by the penalties that it does not pay. */
static bool is_tight(const struct tuner *tuner, const struct cor_way *way)
{
    uint64_t unpaid = 0;
    for (uint32_t place = 0; place < tuner->n_place; place++)
        if (tuner->n_visit[place] == 0)
            unpaid += tuner->best->search->penalty[place];
    return unpaid <= way->key.value / FINE && is_route(tuner->best, way);
}

static enum cor_status
tune(struct tuner *tuner, struct cor_way *way, struct cor_error *err)
{
    struct cor_best *best = tuner->best;
    enum cor_status status = COR_OK;
    for (int i = 0; status == COR_OK && i < MOST_STEPS; i++) {
        judge(tuner, way);
        if (is_done(tuner, way))
            break;
        count_visits(tuner, way);
        if (is_tight(tuner, way))
            break;
        change(tuner);
        status = cor_search_renew(best->search, err);
        if (status == COR_OK)
            status = cor_best_first(way, best, true, err);
    }
    if (status != COR_OK)
        return status;
    memcpy(best->search->penalty, tuner->good,
           tuner->n_place * sizeof *tuner->good);
    best->penalties = sum_penalties(tuner);
    return cor_search_renew(best->search, err);
}

/* A way that visits a place twice is often led astray into a dead end: without
   them it may be a route. */
static enum cor_status
find_first(struct cor_way *way, struct cor_best *best, struct cor_error *err)
{
    const enum cor_status status = cor_best_first(way, best, false, err);
    if (status != COR_OK || way->key.value == COR_NO_WAY || is_route(best, way))
        return status;
    return cor_best_first(way, best, true, err);
}

enum cor_status cor_best_penalise(bool *is_hopeless,
                                  struct cor_best *best,
                                  struct cor_error *err)
{
    struct cor_search *search = best->search;
    struct tuner tuner = {.best = best,
                          .n_place = search->ship->scenario->places.n,
                          .most = (UINT64_C(1) << 61) / search->n_node,
                          .bound = -1};
    struct cor_way way;
    enum cor_status status = find_first(&way, best, err);
    if (status != COR_OK)
        return status;
    *is_hopeless = way.key.value == COR_NO_WAY;
    if (*is_hopeless || is_route(best, &way))
        return COR_OK;
    if (!make_room(&tuner, search->arena))
        return COR_FAIL_MEMORY(err);
    tuner.worst_route = find_worst_route(search);
    tuner.step = way.key.value / 16 + 1;
    tuner.least = way.key.value / 16 / FINE + 1;
    status = tune(&tuner, &way, err);
    *is_hopeless = tuner.bound > tuner.worst_route;
    return status;
}
