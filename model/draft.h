/* model/draft.h -- what files said, right or wrong, with the place of each
 * value.
 *
 * A draft has a table for each kind of record and a column for each field that
 * any record states. Beside each value stands its spot: the number of a byte
 * when all files read are laid end to end, so that four bytes tell file, line
 * and column. Spot 0 is nowhere: there the value is not stated.
 *
 * Readers fill it through cor_draft_record and the setters, which complain to
 * the report and go on; they give false only for want of memory.
 */
#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include <corridor/base/number.h>
#include <corridor/base/report.h>
#include <corridor/geo/point.h>
#include <corridor/model/rival.h>
#include <corridor/model/traffic.h>

#include "model/field.h"

/** Names or numbers of a list, as a stretch of the draft's pool; or terms, as
 *  one of their records. */
struct cor_draft_list {
    uint32_t first, n;
};

struct cor_draft_line {
    const struct cor_point *point; /* [n] */
    uint32_t n;
};

/** A member of a list. */
struct cor_draft_item {
    union {
        uint32_t word; /* into the names of `space` */
        double number;
    };
    uint32_t spot;
    enum cor_space space; /* of the field, until the check finds another */
};

/** The values of a field, by record; all NULL until one is stated. */
struct cor_draft_column {
    union {
        void *at;
        double *number;
        uint32_t *word; /* into the names of the field's space */
        uint8_t *index;
        cor_date *date;
        struct cor_text *text; /* of bytes that live as long as the draft */
        struct cor_draft_list *list;
        struct cor_draft_line *line;
    };
    uint8_t *dimension; /* enum cor_dimension, where several are allowed */
    uint32_t *spot;     /* 0: not stated */
    bool is_kept;       /* the values live as long as the scenario */
};

/** The records of a kind, in the order they were read. */
struct cor_draft_table {
    uint32_t n;
    size_t capacity;
    uint32_t *spot; /* [n] where a record begins */
    bool *dead;     /* [n] replaced or removed by something later */
    struct cor_draft_column column[COR_FIELD_LIMIT];
};

/** A file that was read. */
struct cor_draft_file {
    const struct cor_source *source;
    uint32_t base;  /* the spot of its first byte */
    uint32_t layer; /* of scenarios that extend each other, base first */
    bool is_table;
};

struct cor_edits;
struct cor_foreign;
/** The record whose list of values a rival stands in. */
struct cor_draft_owner {
    uint32_t rival;
    enum cor_kind kind;
    uint32_t record;
};

struct cor_rival_set;

/** What may be odd about a link, and yet right. */
enum cor_oddity {
    COR_ODD_LENGTH, /* beside that of its line */
    COR_ODD_GROUND, /* that its line runs over */
    COR_N_ODDITY
};

/** What a record of a flow says of one link. */
struct cor_draft_strand {
    uint32_t record, link; /* of the link its record */
    enum cor_traffic_way way;
};

struct cor_draft {
    struct cor_arena *arena; /* of the draft; given back after the build */
    struct cor_arena *kept;  /* of the scenario to be built */
    struct cor_report *report;
    size_t n_error_before; /* in the report when the draft was begun */
    struct cor_draft_table table[COR_N_KIND];
    struct cor_names names[COR_N_SPACE]; /* in `kept` */
    struct cor_draft_item *item;         /* [n_item] the pool of lists */
    size_t n_item, item_capacity;
    struct cor_draft_file *file; /* [n_file] */
    size_t n_file, file_capacity;
    uint32_t next_base;
    uint32_t layer; /* of what is being read */
    cor_date as_of; /* asked for, or found by the check; COR_NO_DATE: none */
    double length_unit_m; /* what bare lengths of tables are read in; 0: there
                             are none; NAN: several */
    uint64_t hash;        /* of all bytes read so far */
    bool incomplete;      /* a file that was asked for could not be had: what is
                        missing may stand there */
    bool unreadable;      /* something was not even YAML, UTF-8 or a table */
    uint32_t *record_of[COR_N_SPACE]; /* [names] set by the check: the record
                                         that has a name, or COR_NONE */
    bool *mode_in_use; /* [modes] set by the check: known, or given to links by
                          tables */
    size_t n_searched; /* names read to find near ones */
    struct cor_point *at;    /* [places] set by the check, as what follows; NAN
                             where a coordinate is not known */
    uint32_t *from, *to;     /* [links] records of places, or COR_NONE */
    uint32_t *first_point;   /* [links + 1] into `point` */
    struct cor_point *point; /* lines of links, both ends included */
    double *geodesic_m;      /* [links] of their lines; NAN: not known */
    struct cor_edits *edits; /* what ops did; NULL: none was read */
    struct cor_foreign *foreign; /* what is not read; NULL: not kept */
    enum cor_policy policy; /* asked for; COR_POLICY_NONE: as files state */
    struct cor_draft_owner *owner; /* [n_owner] by rival */
    size_t n_owner, owner_capacity;
    struct cor_rival_set *rivals; /* [n_rivals] set by the check */
    uint32_t n_rivals;
    struct cor_draft_strand *strand; /* [n_strand] set by the check */
    size_t n_strand, strand_capacity;
    uint32_t *explained[COR_N_ODDITY]; /* [links] set by the check: the
                                          explanation, or COR_NONE; NULL: there
                                          is none at all */
    const char *root; /* resolved folder that files must stay in, or NULL */
};

/** Begin an empty draft; all three are borrowed. */
COR_CHECKED bool cor_draft_init(struct cor_draft *draft,
                                struct cor_arena *arena,
                                struct cor_arena *kept,
                                struct cor_report *report);

/**
 * Take in a file that was read: it is hashed, and its bytes get spots.
 *
 * base    the spot of its first byte
 * source  copied, but not its bytes
 */
COR_CHECKED enum cor_status cor_draft_add_file(uint32_t *base,
                                               struct cor_draft *draft,
                                               const struct cor_source *source,
                                               bool is_table,
                                               struct cor_error *err);

/** Whether anything was wrong so far. */
static inline bool cor_draft_has_errors(const struct cor_draft *draft)
{
    return draft->unreadable || draft->report->n_error > draft->n_error_before;
}

/** The file and byte that a spot stands for; all zero for 0. */
struct cor_spot cor_draft_spot(const struct cor_draft *draft, uint32_t spot);

/** The file that a spot lies in, or NULL. */
const struct cor_draft_file *cor_draft_file_of(const struct cor_draft *draft,
                                               uint32_t spot);

/** Make room for `n` more records at once; records may be added without. */
COR_CHECKED bool
cor_draft_reserve(struct cor_draft *draft, enum cor_kind kind, size_t n);

/** Begin a record; `out` is its number. */
COR_CHECKED bool cor_draft_record(uint32_t *out,
                                  struct cor_draft *draft,
                                  enum cor_kind kind,
                                  uint32_t spot);

/**
 * Set a field from a scalar as YAML has it. Stating a field twice, and text
 * that is none of its type, are complained of; what was refused counts as
 * stated, with a void value.
 *
 * text  borrowed: its bytes must live as long as the draft's arena
 */
COR_CHECKED bool cor_draft_set(struct cor_draft *draft,
                               enum cor_kind kind,
                               uint32_t record,
                               uint32_t field,
                               struct cor_text text,
                               uint32_t spot);

/**
 * Set a field from a cell of a table, trimmed and not empty. As cor_draft_set,
 * but a bare number is in the unit of the binding, a list is parted by ';',
 * and true is also written 1.
 */
COR_CHECKED bool cor_draft_set_cell(struct cor_draft *draft,
                                    const struct cor_binding *binding,
                                    uint32_t record,
                                    struct cor_text text,
                                    uint32_t spot);

/** The most cells that are set at once. */
enum { COR_MOST_CELLS = 64 };

/**
 * Set a field from the cells of `n` records that follow each other, at most
 * COR_MOST_CELLS; those without text are left alone. As cor_draft_set_cell.
 *
 * text, spot  [n]
 */
COR_CHECKED bool cor_draft_set_cells(struct cor_draft *draft,
                                     const struct cor_binding *binding,
                                     uint32_t first,
                                     const struct cor_text *text,
                                     const uint32_t *spot,
                                     size_t n);

/** Begin a list, which is empty until items are added at once. */
COR_CHECKED bool cor_draft_begin_list(struct cor_draft *draft,
                                      enum cor_kind kind,
                                      uint32_t record,
                                      uint32_t field,
                                      uint32_t spot);

/** Add a name or number to the list that was begun last. */
COR_CHECKED bool cor_draft_add_item(struct cor_draft *draft,
                                    enum cor_kind kind,
                                    uint32_t record,
                                    uint32_t field,
                                    struct cor_text text,
                                    uint32_t spot);

/** Set a line; the points live as long as the draft's arena. */
COR_CHECKED bool cor_draft_set_line(struct cor_draft *draft,
                                    enum cor_kind kind,
                                    uint32_t record,
                                    uint32_t field,
                                    struct cor_draft_line line,
                                    uint32_t spot);

/** Set terms of a claim: a stretch of the records of COR_KIND_TERM. */
COR_CHECKED bool cor_draft_set_terms(struct cor_draft *draft,
                                     enum cor_kind kind,
                                     uint32_t record,
                                     uint32_t field,
                                     struct cor_draft_list terms,
                                     uint32_t spot);

/** Write a void value into a column: NAN, COR_NONE, COR_NO_DATE, nothing. */
void cor_draft_put_void(const struct cor_draft_column *column,
                        enum cor_field_type type,
                        uint32_t record);

/** State a field with a void value; what is wrong was said already. */
COR_CHECKED bool cor_draft_set_void(struct cor_draft *draft,
                                    enum cor_kind kind,
                                    uint32_t record,
                                    uint32_t field,
                                    uint32_t spot);

/** What users wrote, cut and zero-ended, to be quoted in a complaint. */
const char *cor_draft_quote(struct cor_draft *draft, struct cor_text text);

/** Bytes of a value in a column of a type. */
size_t cor_draft_width(enum cor_field_type type);

/** The column of a field, made if nothing was stated before; NULL for want of
 *  memory. */
struct cor_draft_column *
cor_draft_open(struct cor_draft *draft, enum cor_kind kind, uint32_t field);

static inline const struct cor_draft_column *cor_draft_column(
    const struct cor_draft *draft, enum cor_kind kind, uint32_t field)
{
    return &draft->table[kind].column[field];
}

/** Where a record states a field; 0: it does not. */
static inline uint32_t cor_draft_at(const struct cor_draft *draft,
                                    enum cor_kind kind,
                                    uint32_t field,
                                    uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    return column->spot == NULL ? 0 : column->spot[record];
}

#endif
