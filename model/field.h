/* model/field.h -- what records of each kind may say: one row a field.
 *
 * The YAML reader, the table reader and the checks all read these rows; a new
 * key or column is a new row.
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include <corridor/base/text.h>
#include <corridor/base/units.h>

enum cor_kind {
    COR_KIND_SCENARIO,
    COR_KIND_PLACE,
    COR_KIND_LINK,
    COR_KIND_TRANSFER,
    COR_KIND_BORDER,
    COR_KIND_SERVICE,
    COR_KIND_SOURCE,
    COR_KIND_DEFAULT,
    COR_KIND_CARGO,
    COR_KIND_CORRIDOR,
    COR_KIND_MAP,
    COR_KIND_MEASUREMENT,
    COR_KIND_RIVAL,
    COR_KIND_EXPLANATION, /* of what is odd about a link */
    COR_KIND_GROUP,       /* of countries */
    COR_KIND_MEMBER,      /* of a group */
    COR_KIND_COUNTRY,
    COR_KIND_CLAIM,
    COR_KIND_TERM, /* of a claim */
    COR_N_KIND
};

/** Kinds of names; those of one space are numbered together. */
enum cor_space {
    COR_SPACE_PLACE,
    COR_SPACE_LINK,
    COR_SPACE_SERVICE,
    COR_SPACE_SOURCE,
    COR_SPACE_CORRIDOR,
    COR_SPACE_CLAIM,
    COR_SPACE_GROUP,
    COR_SPACE_MODE,
    COR_SPACE_COUNTRY,
    COR_SPACE_WORD, /* free words, and names whose space is not yet known */
    COR_N_SPACE
};

/** How a field is written, and with it how its column is kept. */
enum cor_field_type {
    COR_TYPE_ID,       /* word: the name of the record itself */
    COR_TYPE_NAME,     /* word: a name of `space` */
    COR_TYPE_TEXT,     /* text */
    COR_TYPE_NUMBER,   /* number without unit */
    COR_TYPE_WHOLE,    /* number: a count */
    COR_TYPE_QUANTITY, /* number in the unit of its dimension */
    COR_TYPE_DATE,     /* date */
    COR_TYPE_BOOL,     /* index: 0 or 1 */
    COR_TYPE_ENUM,     /* index into `word` */
    COR_TYPE_NAMES,    /* list of names of `space` */
    COR_TYPE_NUMBERS,  /* list of numbers */
    COR_TYPE_POINTS,   /* line: a list of [lon, lat] */
    COR_TYPE_WKT,      /* line: well-known text */
    COR_TYPE_TERMS,    /* list: records of COR_KIND_TERM, one or more; only in
                          YAML */
    COR_TYPE_MEMBERS,  /* list, empty: its members are records of
                          COR_KIND_MEMBER; only in YAML */
};

/** The number of no field. */
enum { COR_NO_FIELD = 0xFF };

/** What a number may be, in the unit of its dimension. */
struct cor_range {
    double least, most;
    bool open;        /* it is not the least itself */
    const char *code; /* of the complaint */
    const char *text; /* "must not be negative" */
};

/** A field of a kind of record. */
struct cor_field {
    const char *group;  /* YAML key of the mapping it stands in, or NULL; may be
                           that of a value: {value: 22 h, source: s1} */
    const char *key;    /* YAML key; NULL: not written in YAML */
    const char *column; /* in tables, where that is not the key; or NULL */
    enum cor_field_type type;
    enum cor_space space; /* of names */
    uint32_t dimensions;  /* a set: what a quantity may measure */
    const char *unit;     /* of a quantity without one; NULL: refused */
    const struct cor_range *range; /* of a number; NULL: any */
    const char *const *word;       /* [n_word] of an enum */
    uint32_t n_word;
    uint32_t source; /* the field that names this value's source; 0: none */
    bool addresses;  /* tells records apart that have no id */
    bool required;
    bool tables_may_lack; /* though it is required elsewhere */
    bool lenient;         /* other words of an enum mean its first, in tables */
    bool or_year;         /* a date may be a year, and is its first day */
    bool or_one;          /* a list of one may be written as its member */
};

/** A kind of record. */
struct cor_kind_row {
    const char *name;    /* "link" */
    const char *section; /* YAML key: "links"; NULL: the document itself */
    const char *table;   /* file of a table: "link.csv"; or NULL */
    enum {
        COR_WRITTEN_ONCE, /* one mapping */
        COR_WRITTEN_LIST, /* a list of records */
        COR_WRITTEN_BY_ID /* a mapping of ids to records */
    } written;
    enum cor_space space; /* of the ids of records; COR_N_SPACE: none */
    uint32_t source;      /* the field that names a record's source; 0: none */
    uint32_t n_field;
    const struct cor_field *field; /* [n_field] */
};

extern const struct cor_kind_row cor_kinds[COR_N_KIND];

/** More than any kind has fields. */
enum { COR_FIELD_LIMIT = 32 };

/* The fields of each kind, in the order of its rows. */
enum {
    COR_SCENARIO_VERSION,
    COR_SCENARIO_TITLE,
    COR_SCENARIO_SUMMARY,
    COR_SCENARIO_AS_OF,
    COR_SCENARIO_NOTE,
    COR_SCENARIO_POLICY,
    COR_SCENARIO_POLICY_LENGTH, /* as enum cor_attribute from here on */
    COR_SCENARIO_POLICY_TIME,
    COR_SCENARIO_POLICY_COST,
    COR_SCENARIO_POLICY_CO2E,
    COR_SCENARIO_POLICY_SPEED,
    COR_SCENARIO_POLICY_CAPACITY,
    COR_SCENARIO_POLICY_HEADWAY,
    COR_SCENARIO_N_FIELD
};
enum {
    COR_PLACE_ID,
    COR_PLACE_NAME,
    COR_PLACE_NAME_LOCAL,
    COR_PLACE_LON,
    COR_PLACE_LAT,
    COR_PLACE_COUNTRY,
    COR_PLACE_KIND,
    COR_PLACE_LABEL,
    COR_PLACE_SOURCE,
    COR_PLACE_NOTE,
    COR_PLACE_N_FIELD
};
enum {
    COR_LINK_ID,
    COR_LINK_NAME,
    COR_LINK_FROM,
    COR_LINK_TO,
    COR_LINK_MODE,
    COR_LINK_ONE_WAY,
    COR_LINK_GAUGE,
    COR_LINK_LENGTH,
    COR_LINK_TIME,
    COR_LINK_COST,
    COR_LINK_CO2E,
    COR_LINK_SCOPE,
    COR_LINK_SPEED,
    COR_LINK_CAPACITY,
    COR_LINK_STATUS,
    COR_LINK_OPENS,
    COR_LINK_CLOSES,
    COR_LINK_CLOSED_FROM,
    COR_LINK_CLOSED_UNTIL,
    COR_LINK_VIA,
    COR_LINK_GEOMETRY,
    COR_LINK_LENGTH_SOURCE,
    COR_LINK_TIME_SOURCE,
    COR_LINK_COST_SOURCE,
    COR_LINK_CO2E_SOURCE,
    COR_LINK_SPEED_SOURCE,
    COR_LINK_CAPACITY_SOURCE,
    COR_LINK_SOURCE,
    COR_LINK_NOTE,
    COR_LINK_N_FIELD
};
enum {
    COR_TRANSFER_AT,
    COR_TRANSFER_FROM_MODE,
    COR_TRANSFER_FROM_GAUGE,
    COR_TRANSFER_TO_MODE,
    COR_TRANSFER_TO_GAUGE,
    COR_TRANSFER_KIND,
    COR_TRANSFER_TIME,
    COR_TRANSFER_COST,
    COR_TRANSFER_CAPACITY,
    COR_TRANSFER_BOTH_WAYS,
    COR_TRANSFER_TIME_SOURCE,
    COR_TRANSFER_COST_SOURCE,
    COR_TRANSFER_CAPACITY_SOURCE,
    COR_TRANSFER_SOURCE,
    COR_TRANSFER_NOTE,
    COR_TRANSFER_N_FIELD
};
enum {
    COR_BORDER_AT,
    COR_BORDER_INTO,
    COR_BORDER_MODE,
    COR_BORDER_SERVICE,
    COR_BORDER_TIME,
    COR_BORDER_COST,
    COR_BORDER_TIME_SOURCE,
    COR_BORDER_COST_SOURCE,
    COR_BORDER_SOURCE,
    COR_BORDER_NOTE,
    COR_BORDER_N_FIELD
};
enum {
    COR_SERVICE_ID,
    COR_SERVICE_TITLE,
    COR_SERVICE_LINKS,
    COR_SERVICE_HEADWAY,
    COR_SERVICE_SAILINGS,
    COR_SERVICE_VESSELS,
    COR_SERVICE_CAPACITY,
    COR_SERVICE_PAYLOAD,
    COR_SERVICE_HEADWAY_SOURCE,
    COR_SERVICE_SAILINGS_SOURCE,
    COR_SERVICE_VESSELS_SOURCE,
    COR_SERVICE_CAPACITY_SOURCE,
    COR_SERVICE_PAYLOAD_SOURCE,
    COR_SERVICE_SOURCE,
    COR_SERVICE_NOTE,
    COR_SERVICE_N_FIELD
};
enum {
    COR_SOURCE_ID,
    COR_SOURCE_TITLE,
    COR_SOURCE_URL,
    COR_SOURCE_YEAR,
    COR_SOURCE_LICENCE,
    COR_SOURCE_GRADE,
    COR_SOURCE_NOTE,
    COR_SOURCE_N_FIELD
};
enum {
    COR_DEFAULT_MODE,
    COR_DEFAULT_SPEED,
    COR_DEFAULT_COST,
    COR_DEFAULT_CO2E,
    COR_DEFAULT_SCOPE,
    COR_DEFAULT_CIRCUITY,
    COR_DEFAULT_SPEED_SOURCE,
    COR_DEFAULT_COST_SOURCE,
    COR_DEFAULT_CO2E_SOURCE,
    COR_DEFAULT_CIRCUITY_SOURCE,
    COR_DEFAULT_SOURCE,
    COR_DEFAULT_NOTE,
    COR_DEFAULT_N_FIELD
};
enum {
    COR_CARGO_UNIT,
    COR_CARGO_TONNES,
    COR_CARGO_VALUE,
    COR_CARGO_TIME_VALUE,
    COR_CARGO_SERVICE,
    COR_CARGO_MODES,
    COR_CARGO_VALUE_SOURCE,
    COR_CARGO_TIME_VALUE_SOURCE,
    COR_CARGO_SOURCE,
    COR_CARGO_NOTE,
    COR_CARGO_N_FIELD
};
enum {
    COR_CORRIDOR_ID,
    COR_CORRIDOR_TITLE,
    COR_CORRIDOR_FROM,
    COR_CORRIDOR_TO,
    COR_CORRIDOR_VIA,
    COR_CORRIDOR_MODES,
    COR_CORRIDOR_AVOID,
    COR_CORRIDOR_NOTE,
    COR_CORRIDOR_N_FIELD
};
enum {
    COR_MAP_TITLE,
    COR_MAP_CORRIDORS,
    COR_MAP_FOCUS,
    COR_MAP_EXTENT,
    COR_MAP_LABELS,
    COR_MAP_THEME,
    COR_MAP_LANGUAGES,
    COR_MAP_FILL,
    COR_MAP_NOTE,
    COR_MAP_N_FIELD
};
enum {
    COR_MEASUREMENT_INDICATOR,
    COR_MEASUREMENT_VALUE,
    COR_MEASUREMENT_TITLE,
    COR_MEASUREMENT_MODE,
    COR_MEASUREMENT_COUNTRY,
    COR_MEASUREMENT_AT,
    COR_MEASUREMENT_DIRECTION,
    COR_MEASUREMENT_CORRIDOR,
    COR_MEASUREMENT_YEAR,
    COR_MEASUREMENT_SOURCE,
    COR_MEASUREMENT_NOTE,
    COR_MEASUREMENT_N_FIELD
};
enum {
    COR_RIVAL_LINKS,
    COR_RIVAL_SERVICE,
    COR_RIVAL_AT,
    COR_RIVAL_INTO,
    COR_RIVAL_MODE,
    COR_RIVAL_CARRIAGE, /* of a border */
    COR_RIVAL_FROM_MODE,
    COR_RIVAL_FROM_GAUGE,
    COR_RIVAL_TO_MODE,
    COR_RIVAL_TO_GAUGE,
    COR_RIVAL_LENGTH, /* as enum cor_attribute from here on */
    COR_RIVAL_TIME,
    COR_RIVAL_COST,
    COR_RIVAL_CO2E,
    COR_RIVAL_SPEED,
    COR_RIVAL_CAPACITY,
    COR_RIVAL_HEADWAY,
    COR_RIVAL_SOURCE,
    COR_RIVAL_NOTE,
    COR_RIVAL_N_FIELD
};
enum {
    COR_EXPLANATION_LINK,
    COR_EXPLANATION_LENGTH, /* as enum cor_oddity from here on */
    COR_EXPLANATION_GROUND,
    COR_EXPLANATION_N_FIELD
};
enum {
    COR_GROUP_ID,
    COR_GROUP_TITLE,
    COR_GROUP_MEMBERS,
    COR_GROUP_MEMBERS_OF,
    COR_GROUP_ALL,
    COR_GROUP_WITHIN,
    COR_GROUP_MAINLAND,
    COR_GROUP_POPULATION,
    COR_GROUP_AREA,
    COR_GROUP_POPULATION_SOURCE,
    COR_GROUP_AREA_SOURCE,
    COR_GROUP_SOURCE,
    COR_GROUP_NOTE,
    COR_GROUP_N_FIELD
};
enum {
    COR_MEMBER_GROUP,
    COR_MEMBER_COUNTRY,
    COR_MEMBER_JOINED,
    COR_MEMBER_LEFT,
    COR_MEMBER_SOURCE,
    COR_MEMBER_NOTE,
    COR_MEMBER_N_FIELD
};
enum {
    COR_COUNTRY_ID,
    COR_COUNTRY_POPULATION,
    COR_COUNTRY_POPULATION_YEAR,
    COR_COUNTRY_AREA,
    COR_COUNTRY_POPULATION_SOURCE,
    COR_COUNTRY_AREA_SOURCE,
    COR_COUNTRY_SOURCE,
    COR_COUNTRY_NOTE,
    COR_COUNTRY_N_FIELD
};
enum {
    COR_CLAIM_FIELD_ID,
    COR_CLAIM_FIELD_TEXT,
    COR_CLAIM_FIELD_METRIC,
    COR_CLAIM_FIELD_OF,
    COR_CLAIM_FIELD_LESS, /* from here in the order of relations */
    COR_CLAIM_FIELD_MORE,
    COR_CLAIM_FIELD_EQUALS,
    COR_CLAIM_FIELD_AT_LEAST,
    COR_CLAIM_FIELD_AT_MOST,
    COR_CLAIM_FIELD_INCLUDES,
    COR_CLAIM_FIELD_BY,
    COR_CLAIM_FIELD_WITHIN,
    COR_CLAIM_FIELD_AS_OF,
    COR_CLAIM_FIELD_SOURCE,
    COR_CLAIM_FIELD_NOTE,
    COR_CLAIM_N_FIELD
};
enum {
    COR_TERM_FIELD_FROM,
    COR_TERM_FIELD_TO,
    COR_TERM_FIELD_VIA,
    COR_TERM_FIELD_MODES,
    COR_TERM_FIELD_AVOID,
    COR_TERM_FIELD_CORRIDOR,
    COR_TERM_FIELD_VESSELS,
    COR_TERM_FIELD_ROUND_TRIP,
    COR_TERM_FIELD_BOTH_WAYS,
    COR_TERM_FIELD_NETWORK,
    COR_TERM_FIELD_GROUP,
    COR_TERM_FIELD_IN,
    COR_TERM_FIELD_QUANTITY, /* a term that is no mapping */
    COR_TERM_FIELD_UNIT,     /* that it is written in */
    COR_TERM_N_FIELD
};

/** Which field the cells of a column fill, and how. */
struct cor_binding {
    enum cor_kind kind;
    uint32_t field;
    double factor; /* a number without unit is multiplied by it */
    enum cor_dimension dimension; /* what it then measures */
};

/**
 * Find the field of a column by its whole name: the field's `column`; its key
 * (after its group) with '_' for '-'; or, for a quantity, that and a unit in
 * lower case with '_' for '/' ("time_h", "length_km", "speed_km_h").
 *
 * out      the factor of the unit that the name ends with, else of the field's
 *          own; 0 when a number needs a unit that neither tells
 * Returns  whether there is one
 */
bool cor_field_bind(struct cor_binding *out,
                    enum cor_kind kind,
                    struct cor_text column);

/** A YAML key of a kind, inside `group` (NULL: outside any): its number, or
 *  COR_NO_FIELD. */
uint32_t
cor_field_find(enum cor_kind kind, const char *group, struct cor_text key);

#endif
