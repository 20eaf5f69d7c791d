/* model/field.h -- what records of each kind may say: one row a field.
 *
 * The YAML reader, the table reader and the checks all read these rows; a new
 * key or column is a new row.
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include <corridor/base/text.h>
#include <corridor/base/units.h>

#include "model/field_names.h"

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
    COR_KIND_FLOW,        /* observed on links */
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
    bool is_spoken; /* a text for all languages; a mapping by language fills the
                       COR_N_LANGUAGE fields after it instead */
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

/** The column that tells the unit of a quantity of several dimensions beside
 *  it, or NULL. */
const char *cor_field_unit_column(const struct cor_field *field);

/** A YAML key of a kind, inside `group` (NULL: outside any): its number, or
 *  COR_NO_FIELD. */
uint32_t
cor_field_find(enum cor_kind kind, const char *group, struct cor_text key);

#endif
