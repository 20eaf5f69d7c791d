/* tests/sim/brute.h -- all routes of a small scenario, by trying everything. */
#ifndef TESTS_SIM_BRUTE_H
#define TESTS_SIM_BRUTE_H

#include "tests/sim/fixture.h"

enum { BRUTE_ROUTES = 20000 };

struct brute_route {
    double value;
    uint32_t n, link[FIXTURE_PLACES];
};

struct brute {
    const struct scenario_rows *rows;
    const struct cor_query *query;
    enum cor_measure by;
    uint32_t n, n_link;
    uint32_t link[FIXTURE_PLACES], place[FIXTURE_PLACES + 1];
    double least; /* of the states tried on the present links */
    struct brute_route route[BRUTE_ROUTES];
};

struct brute_state {
    uint32_t mode, gauge_mm, service; /* COR_NONE, 0, COR_NONE: undecided */
};

static inline double brute_counted(double value)
{
    return isnan(value) ? 0 : value;
}

static inline double brute_link(const struct brute *brute,
                                uint32_t link,
                                uint32_t tail,
                                uint32_t head)
{
    const struct scenario_rows *rows = brute->rows;
    if (brute->by == COR_BY_LENGTH)
        return rows->link[link].length_m;
    double time_s = rows->link[link].time_s;
    for (uint32_t i = 0; i < rows->n_border; i++) {
        const struct cor_border *border = &rows->border[i];
        if ((border->place == tail || border->place == head) &&
            rows->country[head] == border->country + 1 &&
            rows->country[tail] != rows->country[head] &&
            (border->mode == COR_NONE || border->mode == rows->link[link].mode))
            time_s += brute_counted(border->time_s.number);
    }
    return time_s;
}

static inline void brute_states(struct brute *brute,
                                uint32_t at,
                                struct brute_state state,
                                unsigned transferred,
                                double value);

static inline void brute_ride(struct brute *brute,
                              uint32_t at,
                              struct brute_state state,
                              double value)
{
    const struct scenario_rows *rows = brute->rows;
    const struct link_row *link = &rows->link[brute->link[at]];
    bool has_service = false;
    if (rows->n_transfer != 0) {
        if (state.mode != COR_NONE && state.mode != link->mode)
            return;
        if (link->gauge_mm != 0 && state.gauge_mm != 0 &&
            link->gauge_mm != state.gauge_mm)
            return;
        state.mode = link->mode;
        if (link->gauge_mm != 0)
            state.gauge_mm = link->gauge_mm;
    }
    value += brute_link(brute, brute->link[at], brute->place[at],
                        brute->place[at + 1]);
    for (uint32_t i = 0; i < rows->n_service; i++)
        for (uint32_t j = 0; j < rows->service[i].n_link; j++) {
            if (rows->service[i].link[j] != brute->link[at])
                continue;
            const bool stays = state.service == i;
            struct brute_state aboard = state;
            aboard.service = i;
            has_service = true;
            brute_states(
                brute, at + 1, aboard, 0,
                stays || brute->by != COR_BY_TIME
                    ? value
                    : value +
                          brute_counted(rows->service[i].headway_s.number / 2));
        }
    state.service = COR_NONE;
    if (!has_service)
        brute_states(brute, at + 1, state, 0, value);
}

static inline void brute_states(struct brute *brute,
                                uint32_t at,
                                struct brute_state state,
                                unsigned transferred,
                                double value)
{
    const struct scenario_rows *rows = brute->rows;
    if (at == brute->n_link) {
        brute->least = value < brute->least ? value : brute->least;
        return;
    }
    brute_ride(brute, at, state, value);
    for (uint32_t i = 0; i < rows->n_transfer; i++) {
        const struct cor_transfer *transfer = &rows->transfer[i];
        if (transferred & 1u << i || transfer->place != brute->place[at] ||
            transfer->from_mode != state.mode)
            continue;
        if (transfer->from_gauge_mm != 0 && state.gauge_mm != 0 &&
            transfer->from_gauge_mm != state.gauge_mm)
            continue;
        const struct brute_state after = {transfer->to_mode,
                                          transfer->to_gauge_mm, COR_NONE};
        brute_states(brute, at, after, transferred | 1u << i,
                     brute->by == COR_BY_LENGTH
                         ? value
                         : value + brute_counted(transfer->time_s.number));
    }
}

static inline bool brute_passes_stops(const struct brute *brute)
{
    const struct cor_query *query = brute->query;
    uint32_t n_passed = 0;
    for (uint32_t i = 0; i <= brute->n_link; i++)
        while (n_passed < query->n_via &&
               query->via[n_passed] == brute->place[i])
            n_passed++;
    return n_passed == query->n_via;
}

static inline void brute_keep(struct brute *brute)
{
    const struct brute_state nothing = {COR_NONE, 0, COR_NONE};
    if (!brute_passes_stops(brute))
        return;
    brute->least = INFINITY;
    brute_states(brute, 0, nothing, 0, 0);
    if (brute->least == INFINITY)
        return;
    cr_assert_lt(brute->n, BRUTE_ROUTES);
    struct brute_route *route = &brute->route[brute->n++];
    route->value = brute->least;
    route->n = brute->n_link;
    memcpy(route->link, brute->link, sizeof route->link);
}

static inline bool brute_has_been(const struct brute *brute, uint32_t place)
{
    for (uint32_t i = 0; i <= brute->n_link; i++)
        if (brute->place[i] == place)
            return true;
    return false;
}

static inline bool brute_may_use(const struct brute *brute, uint32_t link)
{
    const struct link_row *row = &brute->rows->link[link];
    const struct cor_query *query = brute->query;
    if (row->is_not_open || (brute->by == COR_BY_TIME && isnan(row->time_s)))
        return false;
    bool is_wanted = query->n_mode == 0;
    for (uint32_t i = 0; i < query->n_mode; i++)
        is_wanted |= query->mode[i] == row->mode;
    for (uint32_t i = 0; i < query->n_avoid_place; i++)
        is_wanted &= query->avoid_place[i] != row->from &&
                     query->avoid_place[i] != row->to;
    return is_wanted;
}

static inline void brute_walk(struct brute *brute)
{
    const uint32_t here = brute->place[brute->n_link];
    if (here == brute->query->to) {
        brute_keep(brute);
        return;
    }
    for (uint32_t link = 0; link < brute->rows->n_link; link++)
        for (int back = 0; back < 2; back++) {
            const struct link_row *row = &brute->rows->link[link];
            const uint32_t tail = back ? row->to : row->from;
            const uint32_t head = back ? row->from : row->to;
            if (tail != here || (back && row->one_way) ||
                !brute_may_use(brute, link) || brute_has_been(brute, head))
                continue;
            brute->link[brute->n_link++] = link;
            brute->place[brute->n_link] = head;
            brute_walk(brute);
            brute->n_link--;
        }
}

static const struct scenario_rows *brute_rows; /* for qsort, which has no way
                                                   to hand it over */

static inline int brute_compare(const void *a, const void *b)
{
    const struct brute_route *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? -1 : 1;
    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    for (uint32_t i = 0; i < x->n; i++) {
        const int by_id = strcmp(brute_rows->link[x->link[i]].id,
                                 brute_rows->link[y->link[i]].id);
        if (by_id != 0)
            return by_id;
    }
    return 0;
}

/** All routes of a query, best first. */
static inline void brute_find(struct brute *brute,
                              const struct scenario_rows *rows,
                              const struct cor_query *query,
                              enum cor_measure by)
{
    *brute = (struct brute){.rows = rows, .query = query, .by = by};
    brute->place[0] = query->from;
    brute_walk(brute);
    brute_rows = rows;
    qsort(brute->route, brute->n, sizeof brute->route[0], brute_compare);
}

#endif
