/* Branch and bound. Routes are split into parts by the way they begin (Yen,
   Lawler); a part is first known by a bound, and searched when it is its turn.
   What is found may visit a place twice: then the part is divided by how routes
   come to that place, which no route does in both manners. */
#include "sim/best.h"

#include <string.h>

/* A limit on work, chosen freely. */
enum { MOST_TWICE = 20000 };

static int compare_ids(const struct cor_best *best,
                       const struct cor_way *a,
                       const struct cor_way *b)
{
    const char **id = best->search->ship->scenario->links.ids->name;
    for (uint32_t i = 0; i < a->n && i < b->n; i++) {
        if (a->arc[i] == b->arc[i])
            continue;
        return strcmp(id[cor_arc_link(a->arc[i])], id[cor_arc_link(b->arc[i])]);
    }
    return 0;
}

/* Parts that may still hold a way as good come before that way. */
static bool is_before(const struct cor_best *best,
                      const struct cor_best_part *a,
                      const struct cor_best_part *b)
{
    const int by_key = cor_key_compare(a->bound, b->bound);
    if (by_key != 0)
        return by_key < 0;
    if (a->is_route != b->is_route)
        return b->is_route;
    return a->is_route && compare_ids(best, &a->way, &b->way) < 0;
}

static bool push(struct cor_best *best, struct cor_best_part part)
{
    struct cor_best_part *at = cor_arena_grow(
        best->search->arena, best->part, best->n, &best->capacity, sizeof *at);
    if (at == NULL)
        return false;
    best->part = at;
    size_t i = best->n++;
    for (; i != 0 && is_before(best, &part, &at[(i - 1) / 2]); i = (i - 1) / 2)
        at[i] = at[(i - 1) / 2];
    at[i] = part;
    return true;
}

static struct cor_best_part pop(struct cor_best *best)
{
    struct cor_best_part *at = best->part;
    const struct cor_best_part least = at[0], last = at[--best->n];
    size_t i = 0;
    for (size_t child = 1; child < best->n; child = 2 * i + 1) {
        if (child + 1 < best->n && is_before(best, &at[child + 1], &at[child]))
            child++;
        if (!is_before(best, &at[child], &last))
            break;
        at[i] = at[child];
        i = child;
    }
    at[i] = last;
    return least;
}

static uint32_t head(const struct cor_best *best, uint32_t arc)
{
    return cor_arc_head(best->search->ship->scenario->network, arc);
}

/* Go on by one arc, and never to come where it leads again. */
static void advance(struct cor_best *best, uint32_t arc)
{
    const struct cor_front from = best->front;
    cor_front_step(best->search, &from, arc, &best->other);
    best->front = best->other;
    best->other = from;
    cor_search_block(best->search, head(best, arc));
}

static void go_along(struct cor_best *best, const struct cor_best_part *part)
{
    cor_search_begin(best->search);
    cor_front_start(best->search, &best->front);
    for (uint32_t i = 0; i < part->n_fixed; i++)
        advance(best, part->way.arc[i]);
    cor_search_obey(best->search, part->rule);
}

uint32_t cor_best_repeat(struct cor_best *best, const struct cor_way *way)
{
    best->n_way++;
    best->visited[best->search->from] = best->n_way;
    for (uint32_t i = 0; i < way->n; i++) {
        uint32_t *visited = &best->visited[head(best, way->arc[i])];
        if (*visited == best->n_way)
            return i;
        *visited = best->n_way;
    }
    return way->n;
}

static bool put_before(struct cor_best *best,
                       struct cor_way *way,
                       const uint32_t *arc,
                       uint32_t n)
{
    uint32_t *whole =
        cor_arena_array(best->search->arena, uint32_t, (size_t)n + way->n);
    if (whole == NULL)
        return false;
    if (n != 0)
        memcpy(whole, arc, n * sizeof *arc);
    if (way->n != 0)
        memcpy(whole + n, way->arc, way->n * sizeof *arc);
    way->arc = whole;
    way->n += n;
    return true;
}

static enum cor_status run(struct cor_way *out,
                           struct cor_best *best,
                           const struct cor_best_part *part,
                           struct cor_error *err)
{
    const enum cor_status status =
        cor_search_run(out, best->search, &best->front, part->ban, err);
    if (status != COR_OK || out->key.value == COR_NO_WAY)
        return status;
    return put_before(best, out, part->way.arc, part->n_fixed)
               ? COR_OK
               : COR_FAIL_MEMORY(err);
}

/* A way that visits a place twice is often led astray into a dead end; without
   them it may be a route. */
static enum cor_status
solve(struct cor_best *best, struct cor_best_part part, struct cor_error *err)
{
    struct cor_way way;
    go_along(best, &part);
    const uint32_t here = part.n_fixed == 0
                              ? best->search->from
                              : head(best, part.way.arc[part.n_fixed - 1]);
    enum cor_status status = run(&way, best, &part, err);
    if (status == COR_OK && cor_best_repeat(best, &way) < way.n) {
        go_along(best, &part);
        status = cor_search_block_dead_ends(best->search, here, err);
        if (status == COR_OK)
            status = run(&way, best, &part, err);
    }
    if (status != COR_OK || way.key.value == COR_NO_WAY)
        return status;
    part.bound = way.key;
    part.solved = true;
    part.way = way;
    return push(best, part) ? COR_OK : COR_FAIL_MEMORY(err);
}

static bool ban_also(struct cor_best *best, struct cor_ban *ban, uint32_t link)
{
    uint32_t *banned =
        cor_arena_array(best->search->arena, uint32_t, (size_t)ban->n + 1);
    if (banned == NULL)
        return false;
    if (ban->n != 0)
        memcpy(banned, ban->link, ban->n * sizeof *banned);
    banned[ban->n] = link;
    *ban = (struct cor_ban){ban->n + 1, banned};
    return true;
}

/* All other routes of the part leave the way at one of its places, the last of
   which is where its arc `n - 1` begins. */
static bool
split(struct cor_best *best, const struct cor_best_part *part, uint32_t n)
{
    struct cor_ban ban = part->ban;
    go_along(best, part);
    for (uint32_t i = part->n_fixed; i < n; i++) {
        const uint32_t arc = part->way.arc[i];
        if (!ban_also(best, &ban, cor_arc_link(arc)))
            return false;
        const struct cor_best_part other = {
            .bound = cor_search_bound(best->search, &best->front, ban),
            .n_fixed = i,
            .way = part->way,
            .ban = ban,
            .rule = part->rule,
        };
        if (other.bound.value != COR_NO_WAY && !push(best, other))
            return false;
        ban = (struct cor_ban){0, NULL};
        advance(best, arc);
    }
    return true;
}

enum cor_status cor_best_first(struct cor_way *out,
                               struct cor_best *best,
                               bool without_dead_ends,
                               struct cor_error *err)
{
    const struct cor_best_part all = {.bound = {0, 0}};
    enum cor_status status = COR_OK;
    go_along(best, &all);
    if (without_dead_ends)
        status =
            cor_search_block_dead_ends(best->search, best->search->from, err);
    return status == COR_OK ? run(out, best, &all, err) : status;
}

enum cor_status cor_best_start(struct cor_best *out,
                               struct cor_search *search,
                               struct cor_error *err)
{
    const uint32_t n_place = search->ship->scenario->places.n;
    bool is_hopeless = false;
    *out = (struct cor_best){.search = search};
    out->visited = cor_arena_array(search->arena, uint32_t, n_place);
    if (out->visited == NULL || !cor_front_make(search, &out->front) ||
        !cor_front_make(search, &out->other))
        return COR_FAIL_MEMORY(err);
    memset(out->visited, 0, n_place * sizeof *out->visited);
    const enum cor_status status = cor_best_penalise(&is_hopeless, out, err);
    if (status != COR_OK || is_hopeless)
        return status;
    return push(out, (struct cor_best_part){.bound = {0, 0}})
               ? COR_OK
               : COR_FAIL_MEMORY(err);
}

/* The key of a route without the penalties it paid, as if it had paid all:
   then routes compare among each other, and with the bounds of parts. */
static struct cor_key key_of_route(const struct cor_best *best,
                                   const struct cor_way *way)
{
    struct cor_key key = way->key;
    key.value += best->penalties;
    for (uint32_t i = 0; i < way->n; i++)
        key.value -= best->search->penalty[head(best, way->arc[i])];
    return key;
}

static bool hold(struct cor_best *best, const struct cor_best_part *part)
{
    struct cor_best_part route = *part;
    route.bound = key_of_route(best, &part->way);
    route.is_route = true;
    return push(best, route);
}

static enum cor_status give_up(struct cor_error *err)
{
    return COR_FAIL(err, COR_UNSUPPORTED,
                    "gave up after %d ways that visit a place twice; ask for "
                    "fewer stops, or for parts of the journey",
                    MOST_TWICE);
}

/* How many stops a way has passed where arc `i` leads. */
static uint32_t
count_stops(const struct cor_best *best, const struct cor_way *way, uint32_t i)
{
    const struct cor_search *search = best->search;
    uint32_t n = 0;
    for (uint32_t j = 0; j <= i; j++)
        n += n < search->n_stop && head(best, way->arc[j]) == search->stop[n];
    return n;
}

/* How two comings to one place differ: by the stops passed, else by the mode,
   else they are by different arcs, or their tails were repeated before. */
static struct cor_rule tell_apart(const struct cor_best *best,
                                  const struct cor_way *way,
                                  uint32_t first,
                                  uint32_t second)
{
    const uint32_t *mode = best->search->ship->scenario->links.mode;
    const uint32_t mode_then = mode[cor_arc_link(way->arc[first])];
    const uint32_t n_passed = count_stops(best, way, first);
    struct cor_rule rule = {.place = head(best, way->arc[first]),
                            .kind = COR_RULE_ARC,
                            .value = way->arc[first]};
    if (n_passed != count_stops(best, way, second)) {
        rule.kind = COR_RULE_STOPS;
        rule.value = n_passed;
    } else if (mode_then != mode[cor_arc_link(way->arc[second])]) {
        rule.kind = COR_RULE_MODE;
        rule.value = mode_then;
    }
    return rule;
}

/* A route comes to a place as the way first did, or not so. Routes that do not
   come there at all are in both parts. */
static bool
divide(struct cor_best *best, const struct cor_best_part *part, uint32_t repeat)
{
    const struct cor_way *way = &part->way;
    struct cor_rule *rule =
        cor_arena_array(best->search->arena, struct cor_rule, 2);
    if (rule == NULL)
        return false;
    uint32_t first = 0;
    while (head(best, way->arc[first]) != head(best, way->arc[repeat]))
        first++;
    struct cor_best_part other = *part;
    other.solved = false;
    for (int i = 0; i < 2; i++) {
        rule[i] = tell_apart(best, way, first, repeat);
        rule[i].holds = i == 0;
        rule[i].next = part->rule;
        other.rule = &rule[i];
        if (!push(best, other))
            return false;
    }
    return true;
}

/* A way that is a route waits for its turn among routes. */
static enum cor_status split_way(struct cor_best *best,
                                 const struct cor_best_part *part,
                                 struct cor_error *err)
{
    const uint32_t repeat = cor_best_repeat(best, &part->way);
    const bool is_route = repeat == part->way.n;
    if (!is_route && ++best->n_twice > MOST_TWICE)
        return give_up(err);
    const bool is_split =
        is_route ? hold(best, part) && split(best, part, part->way.n)
                 : divide(best, part, repeat);
    return is_split ? COR_OK : COR_FAIL_MEMORY(err);
}

/* Routes in two parts are found twice, one after the other. */
static bool is_new(const struct cor_best *best, const struct cor_way *way)
{
    return best->last.arc == NULL || best->last.n != way->n ||
           memcmp(best->last.arc, way->arc, way->n * sizeof *way->arc) != 0;
}

static enum cor_status
step(struct cor_way *out, struct cor_best *best, struct cor_error *err)
{
    const struct cor_best_part part = pop(best);
    if (!part.solved)
        return solve(best, part, err);
    if (!part.is_route)
        return split_way(best, &part, err);
    if (!is_new(best, &part.way))
        return COR_OK;
    best->last = *out = part.way;
    out->key = part.bound;
    out->key.value -= best->penalties;
    return COR_OK;
}

enum cor_status
cor_best_next(struct cor_way *out, struct cor_best *best, struct cor_error *err)
{
    enum cor_status status = COR_OK;
    *out = (struct cor_way){.key = {COR_NO_WAY, UINT32_MAX}};
    while (status == COR_OK && out->key.value == COR_NO_WAY && best->n != 0)
        status = step(out, best, err);
    return status;
}
