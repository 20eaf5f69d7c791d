/* corridor/model/scenario.h -- a scenario that was checked; it never changes.
 *
 * Records are numbered from 0 in the order they were read; texts are UTF-8 and
 * owned by the arena the scenario was built in. A number that is not known is
 * NAN, a reference that is not made COR_NONE. Every number has a source beside
 * it: the number's own, else that of its record.
 */
#ifndef COR_MODEL_SCENARIO_H
#define COR_MODEL_SCENARIO_H

#include <corridor/base/number.h>
#include <corridor/base/report.h>
#include <corridor/base/units.h>
#include <corridor/geo/point.h>
#include <corridor/model/claim.h>
#include <corridor/model/group.h>
#include <corridor/model/indicator.h>
#include <corridor/model/mode.h>
#include <corridor/model/network.h>
#include <corridor/model/rival.h>
#include <corridor/model/title.h>
#include <corridor/model/traffic.h>
#include <corridor/model/value.h>

/** Where numbers come from. */
struct cor_sources {
    uint32_t n;
    const struct cor_names *ids;
    const char *const *short_title; /* [n] publisher or short title; may be
                                       NULL */
    const char *const *title,
        *const *url, *const *year, *const *licence,
                                       *const *grade; /* [n] each may be NULL */
};

enum cor_place_kind {
    COR_PLACE_OTHER,
    COR_PLACE_STATION,
    COR_PLACE_CITY,
    COR_PLACE_PORT,
    COR_PLACE_BORDER,
    COR_PLACE_JUNCTION,
    COR_PLACE_AIRPORT,
    COR_PLACE_TERMINAL,
    COR_N_PLACE_KIND
};

/** A place that is a bend of the way and not shown on it, as at sea. */
enum { COR_LABEL_NONE = 9 };

/** Kinds as written in files, in the order above. */
extern const char *const cor_place_kinds[COR_N_PLACE_KIND];

struct cor_places {
    uint32_t n;
    const struct cor_names *ids;
    const char *const *name;       /* [n] shown to people; never NULL */
    const char *const *name_local; /* [n] may be NULL */
    const struct cor_point *at;    /* [n] */
    const uint32_t *country;       /* [n] into `countries`, or COR_NONE */
    const uint8_t *kind;           /* [n] enum cor_place_kind */
    const uint32_t *source;        /* [n] */
    const uint8_t *label_at; /* [n] 0: anywhere, else 1 + index in E NE SE W N
                                S NW SW; COR_LABEL_NONE */
};

enum cor_link_status {
    COR_LINK_OPEN,
    COR_LINK_CONSTRUCTION,
    COR_LINK_PLANNED,
    COR_LINK_CLOSED,
    COR_N_LINK_STATUS
};

/** States as written in files, in the order above. */
extern const char *const cor_link_statuses[COR_N_LINK_STATUS];

/** Which emissions a CO2e is of: those of different scopes have no sum. */
enum cor_scope {
    COR_SCOPE_UNSTATED,
    COR_SCOPE_TTW, /* tank-to-wheel: of burning the fuel */
    COR_SCOPE_WTW, /* well-to-wheel: of making it, too */
    COR_N_SCOPE
};

/** Scopes as written in files, in the order above. */
extern const char *const cor_scopes[COR_N_SCOPE];

struct cor_links {
    uint32_t n;
    const struct cor_names *ids;
    const char *const *name; /* [n] may be NULL */
    const uint32_t *from, *to;
    const bool *one_way;
    const uint32_t *mode;      /* [n] into `modes` */
    const uint32_t *gauge_mm;  /* [n] 0: unstated, fits any */
    const double *length_m;    /* [n] the published one, else the geodesic */
    const double *published_m; /* [n] or NAN */
    const double *geodesic_m;  /* [n] of the link's geometry */
    const bool *is_share;      /* [n] whether the published length is the link's
                                  share of a longer section's, as its note says;
                                  NULL: none is */
    const double *time_s;      /* [n] the link's own, or NAN; so below */
    const double *cost_usd;
    const double *co2e_kg;
    const uint8_t *co2e_scope; /* [n] enum cor_scope, of the link's own */
    const double *speed_m_s;
    const double *capacity;            /* [n] in the unit of its dimension */
    const uint8_t *capacity_dimension; /* [n] enum cor_dimension */
    const uint32_t *length_source, *time_source, *cost_source, *co2e_source,
        *speed_source, *capacity_source, *source; /* [n] */
    const uint8_t *status;                        /* enum cor_link_status */
    const cor_date *opens, *closes;               /* COR_NO_DATE: not stated */
    const cor_date *closed_from, *closed_until;   /* of a closure that ends: its
                                                     first day, the day after */
    const bool *open; /* [n] whether it may be used at the scenario's date */
    const uint32_t *first_point;   /* [n + 1] into `point` */
    const struct cor_point *point; /* a link's geometry, both ends included */
};

/** A change of mode or gauge at a place; both directions are two of them. */
struct cor_transfer {
    uint32_t place;
    uint32_t from_mode, to_mode;
    uint32_t from_gauge_mm, to_gauge_mm; /* 0: any */
    const char *kind;                    /* may be NULL */
    struct cor_value time_s, cost_usd, capacity;
    enum cor_dimension capacity_dimension;
    uint32_t source;
    bool is_way_back; /* the other direction of the one before it */
};

/** How a shipment travels by rail, which borders treat apart. */
enum cor_carriage {
    COR_CARRIAGE_ANY, /* not stated */
    COR_CARRIAGE_WAGON,
    COR_CARRIAGE_BLOCK_TRAIN,
    COR_N_CARRIAGE
};

/** Kinds as written in files, in the order above. */
extern const char *const cor_carriages[COR_N_CARRIAGE];

/** Charged once when a link into `country` that begins or ends at `place` is
 *  travelled by `mode`. Of those of different carriages at a place, only those
 *  that fit the cargo best are. */
struct cor_border {
    uint32_t place, country;
    uint32_t mode; /* COR_NONE: every mode */
    enum cor_carriage carriage;
    struct cor_value time_s, cost_usd;
    uint32_t source;
};

/** Vessels or trains that run now and then; who boards waits half a headway. */
struct cor_service {
    const char *id, *title; /* title may be NULL */
    uint32_t n_link;
    const uint32_t *link; /* [n_link] */
    struct cor_value headway_s, vessels, capacity, payload_t;
    enum cor_dimension capacity_dimension;
    uint32_t source;
};

/** What stands for links of a mode that do not say themselves. */
struct cor_default {
    struct cor_value speed_m_s;
    struct cor_value cost_usd_per_tkm, cost_usd_per_feu_km;
    struct cor_value co2e_kg_per_tkm;
    enum cor_scope scope;      /* of the emission factor */
    struct cor_value circuity; /* length over that of the drawn line, of links
                                  that state no length; NAN: 1 */
    struct cor_value driving; /* share of the day that crews drive, where a time
                                 is worked out by speed; NAN: all of it */
};

/** What is shipped; one FEU of 24 t where the scenario does not say. */
struct cor_cargo {
    const char *unit; /* "FEU" */
    double teu;       /* standard containers that it takes up */
    double mass_t;
    struct cor_value value_usd;
    struct cor_value time_value_usd_per_s; /* of its source the share is */
    enum cor_carriage carriage;
    uint32_t n_mode;
    const uint32_t *mode; /* [n_mode] it may use only these, where a query says
                             nothing of modes; none: all */
    bool stated;
};

struct cor_corridor {
    const char *id, *title; /* the title is the id where none is stated */
    struct cor_titles titles;
    struct cor_query query;
};

/** A published value of an indicator, and of what it was measured. */
struct cor_measurement {
    enum cor_indicator indicator;
    double value;      /* in the library's unit of the indicator */
    const char *title; /* "all CAREC corridors"; may be NULL */
    const char *year;  /* may be NULL */
    uint32_t mode, country, place, corridor; /* COR_NONE: not restricted */
    enum cor_direction direction;
    uint32_t source;
};

/** Which places get their names on a map. */
enum cor_map_labels { COR_LABELS_AUTO, COR_LABELS_ALL, COR_LABELS_NONE };

/** Which links that no route uses lie below the routes of a map. */
enum cor_map_network {
    COR_NETWORK_AUTO, /* of the kinds of way that routes take; by air and over
                         water only between places of the routes */
    COR_NETWORK_ALL,
    COR_NETWORK_NONE,
    COR_N_NETWORK
};

/** How they are written; ends with NULL. */
extern const char *const cor_map_networks[];

/** The one that is written so, or COR_N_NETWORK. */
enum cor_map_network cor_map_network_named(struct cor_text word);

/** The network below the routes of a map. */
struct cor_map_ground {
    enum cor_map_network network;
    uint32_t n_mode;
    const uint32_t *mode; /* [n_mode] all links of these are drawn, and drawn
                             to be read */
};

/** Kinds of map that need nothing but a scenario. */
enum cor_map_show {
    COR_SHOW_CORRIDORS,
    COR_SHOW_CAPACITY,
    COR_SHOW_CRITICALITY,
    COR_SHOW_FLOW,
    COR_N_SHOW
};

/** Kinds as written in files, in the order above. */
extern const char *const cor_map_shows[COR_N_SHOW];

/** What users want drawn. */
struct cor_map_wish {
    struct cor_map_ground ground;
    enum cor_map_show show;
    enum cor_map_labels labels;
    uint32_t n_corridor, n_focus, n_language;
    const uint32_t *corridor; /* [n_corridor] none: all */
    const uint32_t *focus;    /* [n_focus] countries */
    uint32_t n_fill;
    const struct cor_group *const *fill; /* [n_fill] whose members are filled */
    const char *const *language; /* [n_language] "en", "ru", "zh", "local" */
    const char *theme;           /* NULL: light */
    const char *title;           /* NULL: the scenario's */
    const char *subtitle;        /* NULL: none */
    struct cor_titles titles, subtitles;
    bool has_extent;
    double west, south, east, north; /* degrees */
};

struct cor_scenario {
    const char *file;            /* as users named it */
    uint32_t n_input;            /* files that were read, in order */
    const char *const *input;    /* [n_input] as complaints name them */
    const char *title, *summary; /* summary may be NULL */
    struct cor_titles titles;
    cor_date as_of; /* COR_NO_DATE: not stated */
    uint32_t n_mode;
    const struct cor_mode *mode;       /* [n_mode] cor_modes first */
    const struct cor_names *countries; /* ISO 3166-1 alpha-2 codes in use */
    struct cor_sources sources;
    struct cor_places places;
    struct cor_links links;
    uint32_t n_transfer, n_border, n_service, n_corridor, n_measurement,
        n_rivals, n_claim, n_group, n_flow;
    const struct cor_transfer *transfer;
    const struct cor_border *border;
    const struct cor_service *service;
    const struct cor_corridor *corridor;
    const struct cor_measurement *measurement;
    const struct cor_traffic *flow;  /* [n_flow] in the order of links */
    const struct cor_rivals *rivals; /* [n_rivals] */
    const struct cor_claim *claim;
    const struct cor_group *group;
    const struct cor_country_facts *country_facts; /* [countries->n] */
    const struct cor_default *defaults;            /* [n_mode] */
    struct cor_cargo cargo;
    struct cor_map_wish map;
    const struct cor_network *network; /* of all links, also those not open */
    uint64_t hash; /* of everything read, for results to name */
};

/** The number of the place, link, corridor or group of an id, or COR_NONE. */
uint32_t cor_scenario_place(const struct cor_scenario *scenario,
                            const char *id);
uint32_t cor_scenario_link(const struct cor_scenario *scenario, const char *id);
uint32_t cor_scenario_corridor(const struct cor_scenario *scenario,
                               const char *id);
uint32_t cor_scenario_group(const struct cor_scenario *scenario,
                            const char *id);

/**
 * See a scenario at another date.
 *
 * out  shares everything with `scenario` but which links are open; what is new
 *      is owned by `arena`
 * Errors  COR_NO_MEMORY
 * Cost    O(n) for n links
 */
COR_CHECKED enum cor_status cor_scenario_at(struct cor_scenario *out,
                                            const struct cor_scenario *scenario,
                                            cor_date as_of,
                                            struct cor_arena *arena,
                                            struct cor_error *err);

/** Whether a link may be used on a day; with COR_NO_DATE its status alone
 *  decides. */
bool cor_link_is_open(const struct cor_links *links,
                      uint32_t link,
                      cor_date as_of);

#endif
