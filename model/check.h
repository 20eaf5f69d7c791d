/* model/check.h -- everything that can be wrong with a draft. */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include <corridor/model/claim.h>

#include <math.h>

#include "model/draft.h"

/**
 * Judge all of a draft in one pass; what is wrong goes to its report. Names are
 * resolved on the way: with no error in the report the draft can be built.
 *
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_check(struct cor_draft *draft,
                                      struct cor_error *err);

/** A check: it complains to the report, and gives false only for want of
 *  memory. They run in the order of this list. */
bool cor_check_ids(struct cor_draft *draft);
bool cor_check_modes(struct cor_draft *draft);
bool cor_check_countries(struct cor_draft *draft);
bool cor_check_references(struct cor_draft *draft);
bool cor_check_ends(struct cor_draft *draft);
bool cor_check_fields(struct cor_draft *draft);
bool cor_check_places(struct cor_draft *draft);
bool cor_check_links(struct cor_draft *draft);
bool cor_check_lines(struct cor_draft *draft);
bool cor_check_rivals(struct cor_draft *draft);       /* after the lines */
bool cor_check_explanations(struct cor_draft *draft); /* before odd links */
bool cor_check_flows(struct cor_draft *draft);        /* after the ends */
bool cor_check_lengths(struct cor_draft *draft);
bool cor_check_joins(struct cor_draft *draft); /* after the lengths */
bool cor_check_gauges(struct cor_draft *draft);
bool cor_check_corridors(struct cor_draft *draft);
bool cor_check_measurements(struct cor_draft *draft);
bool cor_check_terms(struct cor_draft *draft); /* right after the ids */
bool cor_check_claims(struct cor_draft *draft);
bool cor_check_groups(struct cor_draft *draft);
bool cor_check_rest(struct cor_draft *draft);
bool cor_check_map(struct cor_draft *draft); /* after the modes */

/** Find what the names in a list of what is avoided stand for, and complain of
 *  those that stand for nothing. */
COR_CHECKED bool cor_check_avoided(struct cor_draft *draft,
                                   enum cor_kind kind,
                                   uint32_t field,
                                   uint32_t record);

/** What a term of a claim is, by the first key that it states. */
enum cor_claim_term_kind cor_draft_term_kind(const struct cor_draft *draft,
                                             uint32_t term);

/** What a claim speaks of; COR_N_CLAIM_METRIC: nothing that is known. */
enum cor_claim_metric cor_draft_claim_metric(const struct cor_draft *draft,
                                             uint32_t claim);

/** How a link explains what is odd about it, copied for complaints; NULL: not
 *  at all. */
const char *cor_draft_explained(struct cor_draft *draft,
                                enum cor_oddity oddity,
                                uint32_t link);

/** The four numbers of a box [west, south, east, north] that a record states;
 *  whether it states one. */
bool cor_draft_box(double out[4],
                   const struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t field,
                   uint32_t record);

/** Complain of a box that is none. */
void cor_check_box(struct cor_draft *draft,
                   enum cor_kind kind,
                   uint32_t field,
                   uint32_t record);

/** Complain at a spot of the draft. */
#define COR_CHECK_ADD(DRAFT, SEVERITY, CODE, SPOT, SUGGESTION, ...) \
    cor_report_add((DRAFT)->report, (SEVERITY), (CODE),             \
                   cor_draft_spot((DRAFT), (SPOT)), (SUGGESTION), __VA_ARGS__)

/** Records of a kind that still count. */
#define COR_CHECK_EACH(DRAFT, KIND, RECORD)                              \
    for (uint32_t RECORD = 0; RECORD < (DRAFT)->table[KIND].n; RECORD++) \
        if (!(DRAFT)->table[KIND].dead[RECORD])

/** Complain of a number that its field does not allow. */
void cor_check_range(struct cor_draft *draft,
                     enum cor_kind kind,
                     uint32_t field,
                     uint32_t record);

/* The column, if the record states its field; else NULL. */
static inline const struct cor_draft_column *
cor_draft_stated(const struct cor_draft *draft,
                 enum cor_kind kind,
                 uint32_t field,
                 uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    return column->spot == NULL || column->spot[record] == 0 ? NULL : column;
}

/** The number a record states, or NAN. */
static inline double cor_draft_number(const struct cor_draft *draft,
                                      enum cor_kind kind,
                                      uint32_t field,
                                      uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column == NULL ? NAN : column->number[record];
}

/** The name a record states, or COR_NONE. */
static inline uint32_t cor_draft_word(const struct cor_draft *draft,
                                      enum cor_kind kind,
                                      uint32_t field,
                                      uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column == NULL ? COR_NONE : column->word[record];
}

/** The record that a name of a record stands for, or COR_NONE. */
static inline uint32_t cor_draft_target(const struct cor_draft *draft,
                                        enum cor_kind kind,
                                        uint32_t field,
                                        uint32_t record)
{
    const uint32_t word = cor_draft_word(draft, kind, field, record);
    const enum cor_space space = cor_kinds[kind].field[field].space;
    return word == COR_NONE ? COR_NONE : draft->record_of[space][word];
}

/** The index of an enum or truth value that a record states, or 0. */
static inline uint32_t cor_draft_index(const struct cor_draft *draft,
                                       enum cor_kind kind,
                                       uint32_t field,
                                       uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column == NULL ? 0 : column->index[record];
}

/** The date a record states, or COR_NO_DATE. */
static inline cor_date cor_draft_date(const struct cor_draft *draft,
                                      enum cor_kind kind,
                                      uint32_t field,
                                      uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column == NULL ? COR_NO_DATE : column->date[record];
}

/** The list a record states, or an empty one. */
static inline struct cor_draft_list
cor_draft_list(const struct cor_draft *draft,
               enum cor_kind kind,
               uint32_t field,
               uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column == NULL ? (struct cor_draft_list){0} : column->list[record];
}

/** The line a record states, or one without points. */
static inline struct cor_draft_line
cor_draft_line(const struct cor_draft *draft,
               enum cor_kind kind,
               uint32_t field,
               uint32_t record)
{
    const struct cor_draft_column *column =
        cor_draft_stated(draft, kind, field, record);
    return column == NULL ? (struct cor_draft_line){0} : column->line[record];
}

/** A gauge in mm; 0: not stated. */
uint32_t cor_draft_gauge_mm(const struct cor_draft *draft,
                            enum cor_kind kind,
                            uint32_t field,
                            uint32_t record);

/** Whether a record states a field; a text by language counts in any. */
bool cor_draft_states(const struct cor_draft *draft,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record);

/** Whether every record of a kind states a field. */
bool cor_draft_states_all(const struct cor_draft *draft,
                          enum cor_kind kind,
                          uint32_t field);

/** Whether every name of a space is that of a record. */
bool cor_draft_knows_all(const struct cor_draft *draft, enum cor_space space);

/** Whether the names of a kind are numbered as its records: every one was met
 *  as the id of one. */
bool cor_draft_in_order(const struct cor_draft *draft, enum cor_kind kind);

/** The name of a number in a space. */
const char *
cor_draft_name(const struct cor_draft *draft, enum cor_space space, uint32_t n);

/** The id of a record whose first field is its id, or "". */
const char *cor_draft_id(const struct cor_draft *draft,
                         enum cor_kind kind,
                         uint32_t record);

/** "did you mean 'x'?" among the names of a space that have records; NULL when
 *  none is near, or when enough was searched for already. */
const char *cor_check_nearest(struct cor_draft *draft,
                              enum cor_space space,
                              struct cor_text written);

#endif
