/* The states that a shipment passes on given links: a dynamic programme over
   the places of the route. */
#include "sim/ledger.h"

#include <math.h>

/* What states at the end of the same links are chosen by, in this order. */
struct rank {
    uint64_t value;
    uint32_t n_transfer;
    double rest[COR_N_STATED_MEASURE];
};

struct step {
    struct rank rank;
    uint32_t node, move; /* the move that led here; COR_NONE: the origin */
    uint32_t back;       /* the step before */
};

struct chooser {
    const struct cor_search *search;
    struct cor_arena *arena;
    struct step *step;
    size_t n, capacity;
    size_t here; /* the first step at the present place */
    struct cor_part *part;
};

static int compare(const struct rank *a, const struct rank *b)
{
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    if (a->n_transfer != b->n_transfer)
        return a->n_transfer < b->n_transfer ? -1 : 1;
    for (int by = 0; by < COR_N_STATED_MEASURE; by++)
        if (a->rest[by] != b->rest[by])
            return a->rest[by] < b->rest[by] ? -1 : 1;
    return 0;
}

static struct rank
add(const struct chooser *chooser, struct rank rank, uint32_t number)
{
    const struct cor_shipment *ship = chooser->search->ship;
    const struct cor_move *move = &ship->move[number];
    const uint32_t n = cor_move_parts(ship, move, chooser->part);
    rank.value += chooser->search->weight[number];
    rank.n_transfer += cor_move_is_transfer(ship, move);
    for (int by = 0; by < COR_N_STATED_MEASURE; by++)
        for (uint32_t i = 0; i < n; i++) {
            const double value =
                cor_part_figure(ship->scenario, chooser->part[i],
                                (enum cor_measure)by)
                    .value;
            rank.rest[by] += isnan(value) ? 0 : value;
        }
    return rank;
}

/* Keeps the better of two steps to the same node. Returns false for want of
   memory; `news` tells of a change. */
static bool take(struct chooser *chooser, struct step step, bool *news)
{
    for (size_t i = chooser->here; i < chooser->n; i++) {
        struct step *known = &chooser->step[i];
        if (known->node != step.node)
            continue;
        if (compare(&step.rank, &known->rank) < 0) {
            *known = step;
            *news = true;
        }
        return true;
    }
    struct step *grown =
        cor_arena_grow(chooser->arena, chooser->step, chooser->n,
                       &chooser->capacity, sizeof *grown);
    if (grown == NULL || chooser->n >= UINT32_MAX)
        return false;
    chooser->step = grown;
    chooser->step[chooser->n++] = step;
    *news = true;
    return true;
}

/* All moves from a step that are transfers, or that travel an arc. */
static bool
go_on(struct chooser *chooser, uint32_t back, uint32_t arc, bool *news)
{
    const struct cor_search *search = chooser->search;
    const struct cor_shipment *ship = search->ship;
    const struct step from = chooser->step[back];
    const uint32_t state = from.node % ship->n_state;
    for (uint32_t m = ship->first[state]; m < ship->first[state + 1]; m++) {
        const bool wanted = arc == COR_NONE
                                ? cor_move_is_transfer(ship, &ship->move[m])
                                : ship->move[m].by == arc;
        if (!wanted || search->weight[m] == COR_NO_WAY)
            continue;
        const uint32_t node = cor_search_after(search, from.node, m);
        const struct step next = {add(chooser, from.rank, m), node, m, back};
        if (node != COR_NONE && !take(chooser, next, news))
            return false;
    }
    return true;
}

static bool transfer(struct chooser *chooser)
{
    bool news = true;
    while (news) {
        news = false;
        for (size_t i = chooser->here; i < chooser->n; i++)
            if (!go_on(chooser, (uint32_t)i, COR_NONE, &news))
                return false;
    }
    return true;
}

static bool travel(struct chooser *chooser, uint32_t arc)
{
    const size_t from = chooser->here, end = chooser->n;
    bool news = false;
    chooser->here = end;
    for (size_t i = from; i < end; i++)
        if (!go_on(chooser, (uint32_t)i, arc, &news))
            return false;
    return transfer(chooser);
}

static uint32_t least(const struct chooser *chooser)
{
    size_t best = chooser->here;
    for (size_t i = best + 1; i < chooser->n; i++)
        if (compare(&chooser->step[i].rank, &chooser->step[best].rank) < 0)
            best = i;
    return (uint32_t)best;
}

static bool follow(struct chooser *chooser, const struct cor_way *way)
{
    const struct step origin = {
        .node = chooser->search->from, .move = COR_NONE, .back = COR_NONE};
    bool news;
    if (!take(chooser, origin, &news) || !transfer(chooser))
        return false;
    for (uint32_t i = 0; i < way->n; i++)
        if (!travel(chooser, way->arc[i]))
            return false;
    return true;
}

enum cor_status cor_ledger_choose(const uint32_t **move,
                                  uint32_t *n_move,
                                  const struct cor_search *search,
                                  const struct cor_way *way,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    struct chooser chooser = {.search = search, .arena = arena};
    chooser.part =
        cor_arena_array(arena, struct cor_part, search->ship->n_part);
    if (chooser.part == NULL || !follow(&chooser, way))
        return COR_FAIL_MEMORY(err);
    const uint32_t last = least(&chooser);
    uint32_t n = 0;
    for (uint32_t s = last; chooser.step[s].move != COR_NONE;
         s = chooser.step[s].back)
        n++;
    uint32_t *chosen = cor_arena_array(arena, uint32_t, n);
    if (chosen == NULL)
        return COR_FAIL_MEMORY(err);
    *n_move = n;
    *move = chosen;
    for (uint32_t s = last; n-- > 0; s = chooser.step[s].back)
        chosen[n] = chooser.step[s].move;
    return COR_OK;
}
