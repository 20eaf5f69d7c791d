/* model/edit.h -- records of a draft that are changed after they were read.
 *
 * Ops change a draft through these calls. Ids are looked up by the table
 * `record_of` of the draft, which stays true from one edit to the next.
 */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include "model/draft.h"

/** The numbers of a field as they were before any op changed one, and their
 *  sources. */
struct cor_shadow {
    uint32_t n; /* records that were taken in; the rest is unchanged */
    size_t capacity;
    double *number;
    uint8_t *dimension;
    uint32_t *spot, *source, *source_spot;
};

/** A record that an op took out. */
struct cor_removal {
    enum cor_kind kind;
    uint32_t word; /* its id; of a kind without ids, its number */
    uint32_t spot; /* of the op */
};

/** An id that must not be met. */
struct cor_conflict {
    struct cor_text id;
    uint32_t spot;
};

/** What ops did so far, in all files that extend each other. */
struct cor_edits {
    size_t n_word[COR_N_SPACE]; /* words that `record_of` has room for */
    struct cor_removal *removal;
    size_t n_removal, removal_capacity;
    struct cor_conflict *conflict;
    size_t n_conflict, conflict_capacity;
    struct cor_names ids; /* of ops */
    uint32_t *id_spot;    /* [ids.n] */
    size_t id_capacity;
    struct cor_shadow shadow[COR_N_KIND][COR_FIELD_LIMIT];
};

/** Begin to edit, or go on after another file was read: find the records of
 *  all ids. False for want of memory, here and below. */
COR_CHECKED bool cor_edit_begin(struct cor_draft *draft);

/** Make room for names that were met since; before the next op. */
COR_CHECKED bool cor_edit_sync(struct cor_draft *draft);

/** The living record of an id, or COR_NONE. */
uint32_t cor_edit_find(const struct cor_draft *draft,
                       enum cor_kind kind,
                       struct cor_text id);

/** "did you mean 'x'?" among the ids of living records, or NULL. */
const char *cor_edit_nearest(struct cor_draft *draft,
                             enum cor_kind kind,
                             struct cor_text id);

/** The removal of the record of an id, or NULL. */
const struct cor_removal *cor_edit_removal(const struct cor_draft *draft,
                                           enum cor_kind kind,
                                           uint32_t word);

/** Make a new record known by its id. */
COR_CHECKED bool
cor_edit_add(struct cor_draft *draft, enum cor_kind kind, uint32_t record);

/** Take a record out; `spot` is that of the op. */
COR_CHECKED bool cor_edit_remove(struct cor_draft *draft,
                                 enum cor_kind kind,
                                 uint32_t record,
                                 uint32_t spot);

/** Forget the last record of a kind as if it had never been begun. */
void cor_edit_drop(struct cor_draft *draft, enum cor_kind kind);

/** Let a record state no such field. */
void cor_edit_clear(struct cor_draft *draft,
                    enum cor_kind kind,
                    uint32_t record,
                    uint32_t field);

/** Let a record state what another of its kind does. */
COR_CHECKED bool cor_edit_copy(struct cor_draft *draft,
                               enum cor_kind kind,
                               uint32_t to,
                               uint32_t from,
                               uint32_t field);

/** Whether two records of a kind mean the same by a field. Numbers may differ
 *  by what conversions between units round; what an enum or truth value means
 *  unstated is its first word. */
bool cor_edit_same(const struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t a,
                   uint32_t b,
                   uint32_t field);

/** Keep the numbers of a field, before one of them is changed. */
COR_CHECKED bool
cor_edit_keep(struct cor_draft *draft, enum cor_kind kind, uint32_t field);

/** Whether ops left a number of a record other than it was. */
bool cor_edit_is_changed(const struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t field);

/**
 * Give a number that was changed its source: the one that is stated; without
 * one, that which it had when it was the same number; else "assumed".
 *
 * source  name of a source, or COR_NONE: none is stated
 * spot    of what changed it
 */
COR_CHECKED bool cor_edit_credit(struct cor_draft *draft,
                                 enum cor_kind kind,
                                 uint32_t record,
                                 uint32_t field,
                                 uint32_t source,
                                 uint32_t spot);

/** Let a record state a date; COR_NO_DATE: none. */
COR_CHECKED bool cor_edit_date(struct cor_draft *draft,
                               enum cor_kind kind,
                               uint32_t record,
                               uint32_t field,
                               cor_date date,
                               uint32_t spot);

/** Let a record state a word of an enum. */
COR_CHECKED bool cor_edit_index(struct cor_draft *draft,
                                enum cor_kind kind,
                                uint32_t record,
                                uint32_t field,
                                uint8_t index,
                                uint32_t spot);

#endif
