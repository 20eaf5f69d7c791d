/* corridor/sim/route.h -- the best routes of a shipment, leg by leg.
 *
 * The state of a shipment is where it is, on which mode and which gauge, and
 * aboard which service: links move it, transfers change it, borders charge it,
 * services make it wait. A route visits no place twice. Two routes are
 * different when their links are.
 */
#ifndef COR_SIM_ROUTE_H
#define COR_SIM_ROUTE_H

#include <corridor/model/scenario.h>

/** What a route can be best by. */
enum cor_measure {
    COR_BY_LENGTH,        /* m */
    COR_BY_TIME,          /* s */
    COR_BY_COST,          /* USD */
    COR_BY_CO2E,          /* kg */
    COR_N_STATED_MEASURE, /* the above are stated, the rest made of them */
    COR_BY_GENERALISED_COST =
        COR_N_STATED_MEASURE, /* USD: cost, and what time costs the cargo */
    COR_N_MEASURE
};

/** How a measure is written and shown. */
struct cor_measure_form {
    const char *name;    /* "co2e", as users write it */
    const char *spoken;  /* "CO2e", as sentences have it */
    const char *unit;    /* "h", as it is shown */
    const char *key;     /* "time_h", as JSON calls it */
    double units;        /* of the library's unit in one shown: 3600 */
    const char *smaller; /* "faster": what a route of less is called */
};
extern const struct cor_measure_form cor_measures[COR_N_MEASURE];

/** Where the number of a leg was taken from. */
enum cor_basis {
    COR_BASIS_NONE,     /* not known */
    COR_BASIS_RECORD,   /* stated by the link, transfer, border or service */
    COR_BASIS_SPEED,    /* its length over the link's own speed */
    COR_BASIS_DEFAULT,  /* what the scenario sets for the mode */
    COR_BASIS_GEODESIC, /* the geodesic length of the geometry */
    COR_BASIS_RULE,     /* nothing by the rules: a border has no length */
    COR_BASIS_CIRCUITY, /* that times the circuity of the mode */
    COR_N_BASIS
};

/** Bases as JSON calls them, in the order above. */
extern const char *const cor_bases[COR_N_BASIS];

/** A number of a leg. */
struct cor_figure {
    double value; /* NAN: not known */
    enum cor_basis basis;
    uint32_t source; /* into the scenario's sources, or COR_NONE */
};

enum cor_leg_kind {
    COR_LEG_LINK,
    COR_LEG_TRANSFER,
    COR_LEG_BORDER,
    COR_LEG_WAIT,
    COR_N_LEG_KIND
};

/** Kinds as written in JSON, in the order above. */
extern const char *const cor_leg_kinds[COR_N_LEG_KIND];

/** A step of a route. */
struct cor_leg {
    enum cor_leg_kind kind;
    uint32_t record;   /* the link, transfer, border or service */
    uint32_t from, to; /* places; the same one but for links */
    uint32_t mode;     /* during the leg; after it for a transfer */
    uint32_t gauge_mm; /* after the leg; 0: on none that is known */
    bool reversed;     /* a link travelled from its `to` to its `from` */
    struct cor_figure figure[COR_N_MEASURE];
    double geodesic_m; /* 0 but for links */
    double rest_s;     /* of its time, what the crew rests; else 0 */
    uint32_t n_source;
    const uint32_t *source; /* [n_source] every source used, each once */
};

/** The part of a route that lies in a country. */
struct cor_route_country {
    uint32_t country; /* into the scenario's countries; COR_NONE: not known */
    double amount[COR_N_MEASURE]; /* NAN: not known */
    double geodesic_m;
    uint32_t n_scope[COR_N_SCOPE]; /* legs with CO2e, by its scope */
};

/** A route, owned by the arena it was found in. */
struct cor_route {
    uint32_t n_leg;
    const struct cor_leg *leg;    /* [n_leg] in the order of travel */
    double amount[COR_N_MEASURE]; /* legs summed in order; NAN: not known */
    uint32_t n_unknown[COR_N_MEASURE]; /* legs that lack their number */
    uint32_t n_default[COR_N_MEASURE]; /* legs that took the mode's default */
    uint32_t n_scope[COR_N_SCOPE];     /* legs with CO2e, by its scope: the
                                          total of several is not known */
    double geodesic_m;
    uint32_t n_border;       /* times that it enters another country */
    uint32_t n_transfer;     /* legs that are transfers */
    uint32_t n_gauge_change; /* times that the next stated gauge differs */
    uint32_t n_free_change;  /* changes of mode without a declared transfer */
    uint32_t n_country;
    const struct cor_route_country *country; /* [n_country] as first met */
};

/** Why there is no route. */
enum cor_absence {
    COR_ABSENCE_NONE,             /* there is one */
    COR_ABSENCE_UNREACHABLE,      /* no links lead there at all */
    COR_ABSENCE_NOT_OPEN,         /* the links that do are not open */
    COR_ABSENCE_FILTERED,         /* modes or avoid exclude them */
    COR_ABSENCE_UNKNOWN,          /* their times, costs are not known */
    COR_ABSENCE_MISSING_TRANSFER, /* a change of mode or gauge lacks one */
    COR_ABSENCE_VISITS_TWICE,     /* it would visit a place twice */
    COR_N_ABSENCE
};

/** Absences as JSON calls them, in the order above. */
extern const char *const cor_absences[COR_N_ABSENCE];

/** Something users should know about an answer. */
struct cor_note {
    const char *code; /* lower-case words joined by '-', stable */
    const char *text; /* one sentence, without a final dot */
};

/** The answer to a query, owned by the arena it was found in. */
struct cor_routes {
    enum cor_measure by;
    uint32_t n;
    const struct cor_route *route; /* [n] best first */
    enum cor_absence absence;      /* set when n is 0 */
    const char *reason;            /* one sentence when n is 0, else NULL */
    uint32_t gap_from, gap_to;     /* n is 0: the part from stop to stop that
                                      has no way, else COR_NONE */
    uint32_t gap_place;            /* where a transfer is missing */
    uint32_t n_note;
    const struct cor_note *note; /* [n_note] */
};

/**
 * Find the k best routes of a query.
 *
 * The search counts a number that a transfer, border or service lacks as 0, the
 * totals then being unknown and a note saying so; links that lack theirs are
 * not used. A link between two places of one country belongs to it, one between
 * two countries counts half in each, on land and on water; a border belongs to
 * the country entered, transfers and waits to the country of their place. A
 * route of the same value ranks before another when it has fewer links, then by
 * the ids of its links. Values are compared in whole multiples of a power of
 * two, so that equal sums are equal in any order of adding: of the largest value
 * of a link times the number of states, 2^-52 or less.
 *
 * out     untouched on failure; owned by `arena`; with n = 0 it says why
 * query   names only what the scenario has; an end that is to be avoided is
 *         COR_BAD_INPUT
 * k       above 0; fewer routes are all there are
 * Errors  COR_BAD_INPUT; COR_NO_MEMORY; COR_UNSUPPORTED: stops or transfers
 *         make so many ways visit a place twice that the search was given up
 * Cost    O(m log n) for m links, n states; for each further route about as
 *         much again in the worst case
 * Source  Yen (1971), doi:10.1287/mnsc.17.11.712; Lawler (1972),
 *         doi:10.1287/mnsc.18.7.401; penalties on places that are visited
 *         twice: Held and Karp (1971), doi:10.1007/BF01584070
 */
COR_CHECKED enum cor_status cor_route_find(struct cor_routes *out,
                                           const struct cor_scenario *scenario,
                                           const struct cor_query *query,
                                           enum cor_measure by,
                                           uint32_t k,
                                           struct cor_arena *arena,
                                           struct cor_error *err);

/** The share of length that two routes have in common: of the links that both
 *  run along, to the shorter of the two. 0 where that has no length. */
double cor_route_shared(const struct cor_route *a, const struct cor_route *b);

/**
 * Find routes that differ: the best, then each time the best of those that
 * share at most so much of their length with every earlier one, as
 * cor_route_shared says.
 *
 * out     as of cor_route_find. A note says that there are no more; or that the
 *         search was ended after 20000 ways, and then the last route may not be
 *         the best of those that differ
 * k       above 0; fewer routes are all there are, or were found
 * share   in [0, 1]; with 1 routes are those of cor_route_find
 * Errors  as cor_route_find; COR_BAD_INPUT: share outside its domain
 * Cost    for each further route up to 100 times that of the best route, and
 *         up to 20000 times that of a further one
 * Source  k shortest paths with limited overlap: Chondrogiannis, Bouros, Gamper,
 *         Leser, Blumenthal (2020), doi:10.1007/s00778-020-00604-x; the search
 *         by prices of what is shared: Handler and Zang (1980),
 *         doi:10.1002/net.3230100403
 */
COR_CHECKED enum cor_status
cor_route_find_distinct(struct cor_routes *out,
                        const struct cor_scenario *scenario,
                        const struct cor_query *query,
                        enum cor_measure by,
                        uint32_t k,
                        double share,
                        struct cor_arena *arena,
                        struct cor_error *err);

/**
 * What routes are best by when nobody says: time if every open link has one,
 * its own or by a speed, else length.
 *
 * query  links that its modes and avoid exclude do not count; NULL: all do
 */
enum cor_measure cor_route_measure_default(const struct cor_scenario *scenario,
                                           const struct cor_query *query);

/** The scope of a leg's CO2e; unstated where it has none. */
enum cor_scope cor_leg_scope(const struct cor_scenario *scenario,
                             const struct cor_leg *leg);

/** Whether CO2e of several scopes was counted, which have no sum. */
bool cor_scopes_mix(const uint32_t n_scope[COR_N_SCOPE]);

/** Cost and the cargo's value of a time in one; not known where one of them or
 *  the value is not. */
struct cor_figure cor_generalised_cost(const struct cor_scenario *scenario,
                                       struct cor_figure cost,
                                       struct cor_figure time);

/** A number of a link, its own or by the defaults of its mode. */
struct cor_figure cor_link_figure(const struct cor_scenario *scenario,
                                  uint32_t link,
                                  enum cor_measure by);

/** Seconds of a link's time that its crew rests: 0 where the link states its
 *  time, or its mode does not say how much of a day crews drive. */
double cor_link_rest_s(const struct cor_scenario *scenario, uint32_t link);

#endif
