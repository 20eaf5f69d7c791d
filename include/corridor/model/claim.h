/* corridor/model/claim.h -- what somebody published, as a comparison. */
#ifndef COR_MODEL_CLAIM_H
#define COR_MODEL_CLAIM_H

#include <corridor/base/number.h>
#include <corridor/base/units.h>
#include <corridor/model/query.h>
#include <corridor/model/title.h>

/** What a claim speaks of. */
enum cor_claim_metric {
    COR_CLAIM_LENGTH,
    COR_CLAIM_TIME,
    COR_CLAIM_COST,
    COR_CLAIM_CO2E,
    COR_CLAIM_BORDERS,
    COR_CLAIM_TRANSFERS,
    COR_CLAIM_GAUGE_CHANGES,
    COR_CLAIM_CAPACITY,    /* of vessels on round trips, each way */
    COR_CLAIM_MODES,       /* that something has */
    COR_CLAIM_INTERCHANGE, /* modes that a shipment can change between */
    COR_CLAIM_AREA_SHARE,  /* of a group of countries in another */
    COR_CLAIM_POPULATION_SHARE,
    COR_N_CLAIM_METRIC
};

/** Metrics as written in files, in the order above. */
extern const char *const cor_claim_metrics[COR_N_CLAIM_METRIC];

/** How a claim compares. */
enum cor_claim_relation {
    COR_CLAIM_LESS,
    COR_CLAIM_MORE,
    COR_CLAIM_EQUALS,
    COR_CLAIM_AT_LEAST,
    COR_CLAIM_AT_MOST,
    COR_CLAIM_INCLUDES,
    COR_N_CLAIM_RELATION
};

/** A quantity with the unit that it was written in. */
struct cor_claim_quantity {
    double value; /* in the unit of its dimension; NAN: none */
    enum cor_dimension dimension;
    const char *unit; /* as written: "km"; "" for a count */
    double units;     /* of the dimension's unit in one of that */
};

enum cor_claim_term_kind {
    COR_TERM_JOURNEY,
    COR_TERM_CORRIDOR,
    COR_TERM_QUANTITY,
    COR_TERM_VESSELS,
    COR_TERM_NETWORK,
    COR_TERM_GROUP, /* of countries, in another */
    COR_N_CLAIM_TERM
};

/** A side of a comparison. */
struct cor_claim_term {
    enum cor_claim_term_kind kind;
    uint32_t n_from, n_to;     /* of a journey; 0: those it is held against */
    const uint32_t *from, *to; /* places: it is meant from each to each */
    struct cor_query query;    /* of a journey, but for its ends */
    uint32_t corridor;
    uint32_t group, within; /* of the scenario's groups */
    struct cor_claim_quantity quantity;
    uint32_t n_vessel;
    const struct cor_claim_quantity *vessel; /* [n_vessel] what each carries */
    struct cor_claim_quantity shortest, longest; /* round trip */
    bool both_ways; /* loads of both directions count */
};

/** A published statement. */
struct cor_claim {
    const char *id, *text;
    struct cor_titles texts; /* the text by language */
    uint32_t source;         /* into the scenario's sources, or COR_NONE */
    enum cor_claim_metric metric;
    enum cor_claim_relation relation;
    uint32_t n_of, n_rival, n_mode;
    const struct cor_claim_term *of;    /* [n_of] it is meant of each */
    const struct cor_claim_term *rival; /* [n_rival] held against each */
    const uint32_t *mode;               /* [n_mode] that it includes */
    struct cor_claim_quantity by;       /* of the difference; perhaps a share */
    double within;  /* give or take that share; NAN: not said */
    cor_date as_of; /* when it is meant; or COR_NO_DATE */
};

#endif
