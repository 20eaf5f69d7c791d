/* corridor/sim/metric.h -- numbers that describe a whole network. */
#ifndef COR_SIM_METRIC_H
#define COR_SIM_METRIC_H

#include <corridor/sim/connectivity.h>

/** A value, or the reason why there is none. */
struct cor_metric_value {
    double value;       /* NAN: not defined or not computed */
    const char *reason; /* why value is NAN, a literal; else NULL */
};

/** What metrics measure; make one with cor_metric_subject_make. */
struct cor_metric_subject {
    uint32_t n_node, n_link, n_component; /* as in cor_connectivity */
    double length_m;                      /* of all usable links */
    bool has_distances; /* whether shortest paths were computed, along the
                           direction of links; if not, all below is 0 */
    uint64_t n_reached; /* ordered pairs of different places of which the second
                           can be reached from the first */
    uint64_t n_apart;   /* those of them that are not at the same point */
    double longest_m;   /* the longest shortest path there is */
    double detour;      /* sum over n_apart: length by geodesic length */
};

/** Above this many places shortest paths between all of them are not computed:
 *  it would keep users waiting for more than seconds. */
enum { COR_METRIC_MOST_PLACES = 2000 };

/**
 * Gather what metrics measure.
 *
 * out           untouched on failure; owns nothing
 * usable        [n_link] or NULL: every link
 * connectivity  of the same network and links
 * arena         for scratch; left as it was
 * Errors        COR_NO_MEMORY
 * Cost          O(n_place n_link log n_place) time and O(n_place^2) scratch up to
 *               COR_METRIC_MOST_PLACES places, O(n_link) time above
 */
COR_CHECKED enum cor_status
cor_metric_subject_make(struct cor_metric_subject *out,
                        const struct cor_scenario *scenario,
                        const bool *usable,
                        const struct cor_connectivity *connectivity,
                        struct cor_arena *arena,
                        struct cor_error *err);

/** One metric: what it is called, what it means, how it is measured. */
struct cor_metric {
    const char
        *name; /* stable: scripts rely on it; ends with its unit, if any */
    const char *unit;    /* "1" for a pure number */
    const char *summary; /* one sentence, for people who choose metrics */
    const char *source;  /* who defined it, and where */
    struct cor_metric_value (*measure)(
        const struct cor_metric_subject *subject);
};

/** Every metric there is, in the order of sim/meson.build; ends with NULL. */
extern const struct cor_metric *const cor_metrics[];

#endif
