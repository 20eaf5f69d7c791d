/* Routes that differ from earlier ones, by prices of what is shared.

   How much a route may share with each earlier one is a constraint. Charging for
   what is shared (prices, the multipliers of the constraints) gives a bound from
   below for all routes that keep them; then routes come in the order of weights
   with prices, until the bound of the next is no better than the best that keeps
   the constraints.

   Source: Handler and Zang (1980), doi:10.1002/net.3230100403, for one
   constraint; the steps of prices: Polyak (1969),
   doi:10.1016/0041-5553(69)90061-5. */
#include "sim/distinct.h"

#include <corridor/sim/route.h>

#include <math.h>
#include <string.h>

/* How often prices are changed; chosen freely. */
enum { MOST_PRICES = 100 };

/* Measure what a way shares with each earlier route; gives its length. */
static double measure(struct cor_chooser *chooser, const struct cor_way *way)
{
    double length_m = 0;
    chooser->round++;
    for (uint32_t i = 0; i < way->n; i++) {
        const uint32_t link = cor_arc_link(way->arc[i]);
        chooser->seen[link] = chooser->round;
        length_m += chooser->length_m[link];
    }
    for (uint32_t e = 0; e < chooser->n; e++) {
        const struct cor_earlier *earlier = &chooser->earlier[e];
        chooser->shared_m[e] = 0;
        for (uint32_t i = 0; i < earlier->n; i++)
            if (chooser->seen[earlier->link[i]] == chooser->round)
                chooser->shared_m[e] += chooser->length_m[earlier->link[i]];
    }
    return length_m;
}

static bool is_same(const struct cor_earlier *earlier,
                    const struct cor_way *way)
{
    if (earlier->n != way->n)
        return false;
    for (uint32_t i = 0; i < way->n; i++)
        if (earlier->link[i] != cor_arc_link(way->arc[i]))
            return false;
    return true;
}

/* Whether a way measured just now keeps all constraints. */
static bool
differs(const struct cor_chooser *chooser, const struct cor_way *way, double m)
{
    for (uint32_t e = 0; e < chooser->n; e++)
        if (is_same(&chooser->earlier[e], way) ||
            cor_share_of(chooser->shared_m[e], m,
                         chooser->earlier[e].length_m) > chooser->share)
            return false;
    return true;
}

static struct cor_key key_of(const struct cor_chooser *chooser,
                             const struct cor_way *way)
{
    struct cor_key key = way->key;
    for (uint32_t i = 0; i < way->n; i++)
        key.value -= chooser->toll[cor_arc_link(way->arc[i])];
    return key;
}

/* Equal routes are told apart as in cor_route_find. */
static bool is_better(const struct cor_chooser *chooser,
                      const struct cor_priced *a,
                      const struct cor_priced *b)
{
    const char **id = chooser->plan.ship->scenario->links.ids->name;
    const int by_key = cor_key_compare(a->key, b->key);
    for (uint32_t i = 0; by_key == 0 && i < a->way.n && i < b->way.n; i++)
        if (a->way.arc[i] != b->way.arc[i])
            return strcmp(id[cor_arc_link(a->way.arc[i])],
                          id[cor_arc_link(b->way.arc[i])]) < 0;
    return by_key < 0;
}

/* Keep a way that differs, if it is the best so far. */
static void judge(struct cor_chooser *chooser, const struct cor_way *way)
{
    const struct cor_priced candidate = {*way, key_of(chooser, way)};
    const double length_m = measure(chooser, way);
    if (differs(chooser, way, length_m) &&
        (chooser->chosen.key.value == COR_NO_WAY ||
         is_better(chooser, &candidate, &chooser->chosen)))
        chooser->chosen = candidate;
}

/* Weights of moves are those of the plan, or nothing, and the tolls. */
static enum cor_status set_weights(struct cor_chooser *chooser,
                                   bool tolls_alone,
                                   struct cor_error *err)
{
    const struct cor_shipment *ship = chooser->plan.ship;
    struct cor_search *search = &chooser->plan.search;
    for (uint32_t i = 0; i < ship->n_move; i++) {
        const uint64_t weight = chooser->plan.weights.of[i];
        chooser->weight[i] = weight;
        if (weight == COR_NO_WAY)
            continue;
        if (tolls_alone)
            chooser->weight[i] = 0;
        if (!cor_move_is_transfer(ship, &ship->move[i]))
            chooser->weight[i] += chooser->toll[cor_arc_link(ship->move[i].by)];
    }
    search->weight = chooser->weight;
    memset(search->penalty, 0,
           ship->scenario->places.n * sizeof *search->penalty);
    return cor_search_renew(search, err);
}

static void add_tolls(struct cor_chooser *chooser,
                      const struct cor_earlier *earlier,
                      double price)
{
    for (uint32_t i = 0; i < earlier->n; i++) {
        const uint32_t link = earlier->link[i];
        chooser->toll[link] += (uint64_t)(price * chooser->length_m[link]);
    }
}

static void forgive_tolls(struct cor_chooser *chooser)
{
    memset(chooser->toll, 0,
           chooser->plan.ship->scenario->links.n * sizeof *chooser->toll);
}

/* Charge prices, and begin a search with them. */
static enum cor_status charge(struct cor_chooser *chooser,
                              struct cor_error *err)
{
    forgive_tolls(chooser);
    for (uint32_t e = 0; e < chooser->n; e++)
        add_tolls(chooser, &chooser->earlier[e], chooser->earlier[e].price);
    const enum cor_status status = set_weights(chooser, false, err);
    return status == COR_OK
               ? cor_best_start(&chooser->best, &chooser->plan.search, err)
               : status;
}

/* What a route that differs pays at most: a bound that is not below. */
static double most_paid(const struct cor_chooser *chooser)
{
    double sum = 0;
    for (uint32_t e = 0; e < chooser->n; e++)
        sum += chooser->earlier[e].price * chooser->share *
               chooser->earlier[e].length_m;
    return sum;
}

/* Prices as they are tried. */
struct ascent {
    double *good; /* [n] of the best bound */
    double bound, pace, worth;
};

/* Go up by the slope at the way measured last; false where there is none. */
static bool
climb(struct cor_chooser *chooser, const struct ascent *ascent, double bound)
{
    const double target =
        chooser->chosen.key.value != COR_NO_WAY
            ? (double)chooser->chosen.key.value
            : fmax(bound, ascent->bound) + 0.25 * ascent->worth;
    double steep = 0;
    for (uint32_t e = 0; e < chooser->n; e++) {
        const struct cor_earlier *earlier = &chooser->earlier[e];
        const double over =
            chooser->shared_m[e] - chooser->share * earlier->length_m;
        steep += over > 0 || earlier->price > 0 ? over * over : 0;
    }
    if (!(steep > 0) || !(target > bound))
        return false;
    for (uint32_t e = 0; e < chooser->n; e++) {
        struct cor_earlier *earlier = &chooser->earlier[e];
        const double over =
            chooser->shared_m[e] - chooser->share * earlier->length_m;
        earlier->price += ascent->pace * (target - bound) / steep * over;
        earlier->price = fmin(fmax(earlier->price, 0), chooser->dearest);
    }
    return true;
}

/* Keep the prices of the best bound; slower where it did not rise. */
static void keep_prices(const struct cor_chooser *chooser,
                        struct ascent *ascent,
                        double bound)
{
    if (!(bound > ascent->bound)) {
        ascent->pace *= 0.7;
        return;
    }
    ascent->bound = bound;
    for (uint32_t e = 0; e < chooser->n; e++)
        ascent->good[e] = chooser->earlier[e].price;
}

/* Look for prices with which the best way differs, or whose bound is near to
   the best that does. */
static enum cor_status find_prices(struct cor_chooser *chooser,
                                   struct cor_arena *arena,
                                   struct cor_error *err)
{
    struct ascent ascent = {.good = cor_arena_array(arena, double, chooser->n),
                            .bound = -1,
                            .pace = 1};
    if (ascent.good == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t e = 0; e < chooser->n; e++)
        ascent.good[e] = chooser->earlier[e].price = 0;
    enum cor_status status = COR_OK;
    for (int i = 0; i < MOST_PRICES && status == COR_OK; i++) {
        struct cor_way way;
        status = charge(chooser, err);
        if (status == COR_OK)
            status = cor_best_next(&way, &chooser->best, err);
        if (status != COR_OK || way.key.value == COR_NO_WAY)
            break;
        judge(chooser, &way);
        const double bound = (double)way.key.value - most_paid(chooser);
        ascent.worth = i == 0 ? (double)way.key.value : ascent.worth;
        keep_prices(chooser, &ascent, bound);
        if (!climb(chooser, &ascent, bound))
            break;
    }
    for (uint32_t e = 0; e < chooser->n; e++)
        chooser->earlier[e].price = ascent.good[e];
    return status;
}

/* Sums of weights have more digits than doubles: this many units more than the
   most that is paid are beyond doubt. */
static const double doubt = 64;

/* Whether no way from here on can be better than the one chosen. */
static bool
is_past(const struct cor_chooser *chooser, struct cor_key key, uint64_t paid)
{
    const uint64_t chosen = chooser->chosen.key.value;
    return key.value == COR_NO_WAY ||
           (chosen != COR_NO_WAY && key.value > chosen &&
            key.value - chosen > paid);
}

/* Ways in the order of their weights with prices. */
static enum cor_status look_through(struct cor_chooser *chooser,
                                    struct cor_error *err)
{
    enum cor_status status = charge(chooser, err);
    const uint64_t paid = (uint64_t)(ceil(most_paid(chooser)) + doubt);
    for (int i = 0; status == COR_OK; i++) {
        struct cor_way way;
        status = cor_best_next(&way, &chooser->best, err);
        if (status != COR_OK || is_past(chooser, way.key, paid))
            break;
        chooser->has_given_up = i == COR_MOST_PRICED_WAYS;
        if (chooser->has_given_up)
            break;
        judge(chooser, &way);
    }
    return status;
}

/* Whether every way, those included that come to a place twice, shares too much
   with an earlier route: then none differs. */
static enum cor_status
find_hopeless(bool *out, struct cor_chooser *chooser, struct cor_error *err)
{
    const struct cor_search *search = &chooser->plan.search;
    enum cor_status status = COR_OK;
    *out = false;
    for (uint32_t e = 0; e < chooser->n && status == COR_OK && !*out; e++) {
        const struct cor_earlier *earlier = &chooser->earlier[e];
        const double unit = ldexp(1, 40) / fmax(earlier->length_m, 1);
        forgive_tolls(chooser);
        add_tolls(chooser, earlier, unit);
        status = set_weights(chooser, true, err);
        const uint64_t least = search->to_go[search->from].value;
        *out = least == COR_NO_WAY ||
               (double)least > unit * chooser->share * earlier->length_m;
    }
    return status;
}

/* Tolls stay below 2^60 on any way, which weights and penalties leave room
   for. */
static double find_dearest(const struct cor_chooser *chooser)
{
    double longest_m = 1;
    for (uint32_t e = 0; e < chooser->n; e++)
        for (uint32_t i = 0; i < chooser->earlier[e].n; i++)
            longest_m =
                fmax(longest_m, chooser->length_m[chooser->earlier[e].link[i]]);
    return ldexp(1, 60) / chooser->plan.search.n_node / longest_m / chooser->n;
}

enum cor_status cor_chooser_next(struct cor_chooser *chooser,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    bool none;
    chooser->chosen = (struct cor_priced){.key = {COR_NO_WAY, UINT32_MAX}};
    chooser->has_given_up = false;
    chooser->dearest = find_dearest(chooser);
    enum cor_status status = find_hopeless(&none, chooser, err);
    if (status == COR_OK && !none)
        status = find_prices(chooser, arena, err);
    if (status == COR_OK && !none)
        status = look_through(chooser, err);
    return status;
}
