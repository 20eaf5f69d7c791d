/* model/op.h -- what-ifs: typed edits of a scenario, in order. */
#ifndef MODEL_OP_H
#define MODEL_OP_H

#include "model/edit.h"
#include "model/read_record.h"

/**
 * Read the ops of a file and apply them, one after the other, to what was read
 * before: the files it extends with their own ops, its tables, its records.
 * What is wrong goes to the draft's report, and that op is passed over.
 *
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_ops_read(struct cor_draft *draft,
                                         const struct cor_yaml *yaml,
                                         uint32_t base,
                                         struct cor_error *err);

/** Keys of ops that are not fields of records. */
enum cor_op_key {
    COR_OP_VERB,
    COR_OP_ID,
    COR_OP_NOTE,
    COR_OP_SOURCE,
    COR_OP_WAS,
    COR_OP_NEEDS,
    COR_OP_CONFLICTS,
    COR_OP_PLACE,
    COR_OP_LINK,
    COR_OP_TRANSFER,
    COR_OP_BORDER,
    COR_OP_SERVICE,
    COR_OP_DEFAULT,
    COR_OP_WHERE,
    COR_OP_ON,
    COR_OP_FROM,
    COR_OP_TO,
    COR_OP_FOR,
    COR_OP_N_KEY
};

struct cor_op;

/** A kind of op. */
struct cor_op_row {
    const char *name;  /* "add-link" */
    uint32_t keys;     /* bits of enum cor_op_key that it takes */
    bool takes_fields; /* also keys of the records it is about */
    bool is_for_many;  /* it may be about several records */
    bool (*apply)(struct cor_op *op);
};

/** An op that is being applied. */
struct cor_op {
    const struct cor_reader *reader;
    struct cor_draft *draft;
    const struct cor_op_row *row;
    const struct cor_yaml_node *map;
    const struct cor_yaml_node *at[COR_OP_N_KEY]; /* values, or NULL */
    uint32_t spot;
    enum cor_kind kind; /* of the records it is about */
    uint32_t n_target;
    uint32_t *target; /* [n_target] records */
    uint32_t source;  /* of the numbers it sets; COR_NONE: not stated */
};

/** The key of an op, or COR_OP_N_KEY. */
enum cor_op_key cor_op_key(struct cor_text key);

/** Whether a key is none of the op's own but one of a field. */
bool cor_op_is_field(const struct cor_op *op, const struct cor_yaml_node *key);

/** Complain at a node of the op. */
#define COR_OP_REFUSE(OP, NODE, CODE, SUGGESTION, ...)                 \
    cor_report_add(                                                    \
        (OP)->draft->report, COR_ERROR, (CODE),                        \
        (struct cor_spot){(OP)->reader->yaml->source, (NODE)->offset}, \
        (SUGGESTION), __VA_ARGS__)
#define COR_OP_WARN(OP, NODE, CODE, SUGGESTION, ...)                   \
    cor_report_add(                                                    \
        (OP)->draft->report, COR_WARNING, (CODE),                      \
        (struct cor_spot){(OP)->reader->yaml->source, (NODE)->offset}, \
        (SUGGESTION), __VA_ARGS__)

/** Find the records that an op is about; none with a complaint. False for want
 *  of memory, as everywhere below. */
COR_CHECKED bool cor_op_find(struct cor_op *op);

/** Find the links that `where` describes. */
COR_CHECKED bool cor_op_where(struct cor_op *op,
                              const struct cor_yaml_node *map);

/** Whether the record states what the op says it was; complains if not.
 *  `was` is what the op says of one field. */
COR_CHECKED bool cor_op_was(bool *out,
                            struct cor_op *op,
                            uint32_t record,
                            uint32_t field,
                            const struct cor_yaml_node *was);

/** Whether a value is the word that stands for "not stated". */
bool cor_op_is_none(const struct cor_yaml_node *value,
                    const struct cor_field *field);

/** A field of the records of the op that may be changed by a key; COR_NO_FIELD
 *  with a complaint. */
uint32_t cor_op_field(const struct cor_op *op, const struct cor_yaml_node *key);

/* What ops of each name do. */
COR_CHECKED bool cor_op_add(struct cor_op *op);
COR_CHECKED bool cor_op_remove(struct cor_op *op);
COR_CHECKED bool cor_op_open(struct cor_op *op);
COR_CHECKED bool cor_op_close(struct cor_op *op);
COR_CHECKED bool cor_op_set(struct cor_op *op);
COR_CHECKED bool cor_op_scale(struct cor_op *op);

/** "link 'a-b'", "border at altynkol into KZ by rail", for complaints. */
const char *
cor_op_name(struct cor_draft *draft, enum cor_kind kind, uint32_t record);

/**
 * What a record states, in words.
 *
 * like  its unit is used where the quantity can be shown in it
 */
const char *cor_op_value(struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t field,
                         struct cor_text like);

/** "file:line:column" of a spot, or "" for want of memory. */
const char *cor_op_place(struct cor_draft *draft, uint32_t spot);

#endif
