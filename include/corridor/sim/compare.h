/* corridor/sim/compare.h -- routes side by side, and what changed in words. */
#ifndef COR_SIM_COMPARE_H
#define COR_SIM_COMPARE_H

#include <corridor/sim/route.h>

/** A route to compare, with the scenario it is of. */
struct cor_compare_column {
    const struct cor_scenario *scenario;
    const struct cor_route *route; /* NULL: there is none */
};

/** A metric of every column; NAN: missing, not known. */
struct cor_compare_row {
    const char *name;    /* "length_km", "km_rail", "km_KZ" */
    const char *unit;    /* "km"; "1" for counts */
    const double *value; /* [n_column] */
    const double *delta; /* [n_column] value less that of the first column */
};

/** Metrics of routes; owned by the arena it was made in. */
struct cor_comparison {
    uint32_t n_column, n_row;
    const struct cor_compare_row *row; /* [n_row] */
};

/**
 * Measure routes by every metric there is: totals, hours by cause, indicators,
 * counts, then kilometres by mode, and kilometres and hours by country, for the
 * modes and countries any of them meets.
 *
 * out     untouched on failure; owned by `arena`
 * column  [n_column] the first is what others are held against
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_compare_routes(struct cor_comparison *out,
                   const struct cor_compare_column *column,
                   uint32_t n_column,
                   struct cor_arena *arena,
                   struct cor_error *err);

/** Sentences without a final dot; owned by the arena they were made in. */
struct cor_changes {
    uint32_t n;
    const char *const *sentence; /* [n] */
};

/**
 * Say what differs from one scenario to another: the date, places, links and
 * what is stated of them, transfers, borders, services, defaults, cargo,
 * corridors. Records are matched by id, those without one by what they join;
 * what changed alike, or by the same factor, is told in one sentence.
 *
 * out     untouched on failure; owned by `arena`; none: nothing differs that
 *         an evaluation reads
 * Errors  COR_NO_MEMORY
 * Cost    O(n) for n places and links; O(n^2) in transfers, borders, services
 */
COR_CHECKED enum cor_status
cor_compare_scenarios(struct cor_changes *out,
                      const struct cor_scenario *before,
                      const struct cor_scenario *after,
                      struct cor_arena *arena,
                      struct cor_error *err);

#endif
