/* model/rival.h -- from what sources say of a record to the value that stands.
 *
 * Rows of `rivals` and lists of values become sets, one for each attribute of a
 * record or line; the record's own value joins them, the policy chooses, and
 * what it chose takes the place of the record's own value in the draft.
 */
#ifndef MODEL_RIVAL_H
#define MODEL_RIVAL_H

#include "model/check.h"

/** A value that a source gives, and what policies know of the source. */
struct cor_rival_claim {
    double number;
    const char *source_id; /* "": none */
    const char *grade;     /* "": none */
    uint32_t date;         /* grows with the day; 0: not stated */
};

/** Whether a claim comes before another: by number, then by id of source. */
bool cor_rival_before(const struct cor_rival_claim *a,
                      const struct cor_rival_claim *b);

/**
 * Choose one of several values.
 *
 * policy  not COR_POLICY_NONE
 * claim   [n] at least one, ordered by cor_rival_before
 */
uint32_t cor_rival_choose(enum cor_policy policy,
                          const struct cor_rival_claim *claim,
                          uint32_t n);

/** A claim of a draft. */
struct cor_rival_value {
    struct cor_rival_claim claim;
    uint32_t source; /* word, or COR_NONE */
    uint32_t spot;
    enum cor_dimension dimension;
    bool own; /* of the record itself, or the sum of a line's links */
};

/** What a row says of one attribute. */
struct cor_rival_row {
    enum cor_kind kind; /* of the records */
    enum cor_attribute attribute;
    uint32_t n_record;
    const uint32_t *record; /* [n_record] as written */
    const uint32_t *sorted; /* [n_record] the same, ascending */
    struct cor_rival_value value;
};

/** All that is said of one attribute. */
struct cor_rival_set {
    enum cor_kind kind;
    enum cor_attribute attribute;
    uint32_t n_record;
    const uint32_t *record; /* [n_record] */
    enum cor_policy policy;
    uint32_t n, chosen;
    struct cor_rival_value *value; /* [n] */
};

/** Begin a rival that stands in a list of values of a record; false for want of
 *  memory. */
COR_CHECKED bool cor_rival_begin(uint32_t *out,
                                 struct cor_draft *draft,
                                 enum cor_kind kind,
                                 uint32_t record,
                                 uint32_t spot);

/** The record whose list a rival stands in; NULL: none. */
const struct cor_draft_owner *cor_rival_owner(const struct cor_draft *draft,
                                              uint32_t rival);

/** The field of a kind of record that an attribute is; COR_NO_FIELD: none. */
uint32_t cor_rival_field(enum cor_kind kind, enum cor_attribute attribute);

/** The value of a source for the draft's claims. */
void cor_rival_credit(const struct cor_draft *draft,
                      struct cor_rival_value *value,
                      uint32_t source);

/** The source of a value of a record, as a word: its own, else the record's. */
uint32_t cor_rival_source(const struct cor_draft *draft,
                          enum cor_kind kind,
                          uint32_t field,
                          uint32_t record);

/**
 * Find the records that a row of `rivals` speaks of; complains where there are
 * none, several, or links that make no line.
 *
 * found   whether there are any
 * Returns false for want of memory
 */
COR_CHECKED bool cor_rival_target(struct cor_rival_row *out,
                                  bool *found,
                                  struct cor_draft *draft,
                                  uint32_t rival);

/** All rows of `rivals` that can be understood, in the order of their records;
 *  false for want of memory. */
COR_CHECKED bool cor_rival_rows(struct cor_rival_row **out,
                                uint32_t *n,
                                struct cor_draft *draft);

#endif
