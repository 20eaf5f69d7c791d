/* tests/sim/random_rows.h -- small random scenarios, the same for a seed. */
#ifndef TESTS_SIM_RANDOM_ROWS_H
#define TESTS_SIM_RANDOM_ROWS_H

#include "tests/sim/fixture.h"

#include <stdio.h>

struct made {
    struct scenario_rows rows;
    struct cor_query query;
    char id[FIXTURE_LINKS][12];
    uint32_t via[2], mode[2], avoid[1], service_link[2][3];
};

enum { TRANSFERS = 1, SERVICES = 2, BORDERS = 4, STOPS = 8, FILTERS = 16 };

static inline double number_or_nan(uint64_t *seed, uint32_t bound)
{
    const bool is_known = random_below(seed, 12) != 0;
    const double number = random_below(seed, bound);
    return is_known ? number : (double)NAN;
}

static inline void make_links(struct made *made, uint64_t *seed)
{
    static const uint32_t gauge_mm[] = {0, 0, 1435, 1520};
    struct scenario_rows *rows = &made->rows;
    const uint32_t bound = random_below(seed, 2) == 0 ? 3 : 1000;
    rows->n_link =
        rows->n_place + random_below(seed, FIXTURE_LINKS - rows->n_place);
    for (uint32_t i = 0; i < rows->n_link; i++) {
        snprintf(made->id[i], sizeof made->id[i], "%c%u",
                 (char)('a' + random_below(seed, 3)), (unsigned)i);
        rows->link[i] = (struct link_row){
            .id = made->id[i],
            .from = random_below(seed, rows->n_place),
            .to = random_below(seed, rows->n_place),
            .mode = random_below(seed, 2),
            .gauge_mm = gauge_mm[random_below(seed, 4)],
            .length_m = random_below(seed, bound),
            .time_s = number_or_nan(seed, bound),
            .one_way = random_below(seed, 6) == 0,
            .is_not_open = random_below(seed, 16) == 0,
        };
    }
}

static inline void make_transfers(struct made *made, uint64_t *seed)
{
    static const uint32_t gauge_mm[] = {0, 0, 1435, 1520};
    struct scenario_rows *rows = &made->rows;
    rows->n_transfer = 1 + random_below(seed, FIXTURE_RECORDS);
    for (uint32_t i = 0; i < rows->n_transfer; i++)
        rows->transfer[i] = transfer_row(
            random_below(seed, rows->n_place), random_below(seed, 2),
            gauge_mm[random_below(seed, 4)], random_below(seed, 2),
            gauge_mm[random_below(seed, 4)], number_or_nan(seed, 4));
}

static inline void make_others(struct made *made, unsigned what, uint64_t *seed)
{
    struct scenario_rows *rows = &made->rows;
    for (uint32_t i = 0; i < rows->n_place; i++)
        rows->country[i] = random_below(seed, 4);
    rows->n_border = what & BORDERS ? random_below(seed, FIXTURE_RECORDS) : 0;
    for (uint32_t i = 0; i < rows->n_border; i++)
        rows->border[i] = border_row(
            random_below(seed, rows->n_place), 1 + random_below(seed, 3),
            random_below(seed, 3) == 0 ? COR_NONE : random_below(seed, 2),
            random_below(seed, 4));
    rows->n_service = what & SERVICES ? 2 : 0;
    for (uint32_t i = 0; i < rows->n_service; i++) {
        for (uint32_t j = 0; j < 3; j++)
            made->service_link[i][j] = random_below(seed, rows->n_link);
        rows->service[i] = (struct cor_service){
            .id = "s",
            .n_link = 3,
            .link = made->service_link[i],
            .headway_s = value_of(2 * random_below(seed, 4)),
            .source = COR_NONE};
    }
}

static inline void make_query(struct made *made, unsigned what, uint64_t *seed)
{
    const uint32_t n = made->rows.n_place;
    struct cor_query *query = &made->query;
    *query = (struct cor_query){.from = random_below(seed, n),
                                .to = random_below(seed, n),
                                .via = made->via,
                                .mode = made->mode,
                                .avoid_place = made->avoid};
    query->n_via = what & STOPS ? random_below(seed, 3) : 0;
    for (uint32_t i = 0; i < query->n_via; i++)
        made->via[i] = random_below(seed, n);
    query->n_mode = what & FILTERS ? random_below(seed, 2) : 0;
    made->mode[0] = random_below(seed, 2);
    made->avoid[0] = random_below(seed, n);
    const bool is_stop = made->avoid[0] == query->from ||
                         made->avoid[0] == query->to || query->n_via != 0;
    query->n_avoid_place = what & FILTERS && !is_stop;
}

static inline void make(struct made *made, uint64_t seed)
{
    const unsigned what = random_below(&seed, 32);
    *made = (struct made){0};
    made->rows.n_place = 1 + random_below(&seed, 8);
    make_links(made, &seed);
    if (what & TRANSFERS)
        make_transfers(made, &seed);
    make_others(made, what, &seed);
    make_query(made, what, &seed);
}

#endif
