/* model/build.h -- from a draft without errors to a scenario. */
#ifndef MODEL_BUILD_H
#define MODEL_BUILD_H

#include <corridor/model/scenario.h>

#include "model/check.h"

/**
 * Build the scenario of a draft that was checked and has no errors.
 *
 * out     owned by `draft->kept`
 * file    as users named it; copied
 * Errors  COR_NO_MEMORY, COR_BAD_INPUT: more points than can be numbered
 */
COR_CHECKED enum cor_status cor_build(const struct cor_scenario **out,
                                      struct cor_draft *draft,
                                      const char *file,
                                      struct cor_error *err);

/** A scenario in the making. */
struct cor_building {
    struct cor_draft *draft;
    struct cor_arena *arena; /* of the scenario */
    struct cor_scenario *scenario;
    uint32_t *number[COR_N_KIND]; /* of records; COR_NONE: of a dead one; NULL:
                                     all count, each has its own */
    uint32_t n[COR_N_KIND];       /* records that count */
    bool all_count; /* no place and no link was replaced or removed */
    bool in_order[COR_N_SPACE]; /* names are numbered as their records, else */
    const uint32_t *word_number[COR_N_SPACE]; /* [names] numbers of records */
    struct {
        const double *number;
        const uint32_t *word;
        const uint8_t *index;
        const cor_date *date;
        const char *const *text;
    } unstated; /* as long as the longest table */
};

/** The number of a record, COR_NONE of a dead one or none. */
static inline uint32_t cor_build_number(const struct cor_building *building,
                                        enum cor_kind kind,
                                        uint32_t record)
{
    const uint32_t *number = building->number[kind];
    return number == NULL || record == COR_NONE ? record : number[record];
}

/* Builders of parts; false for want of memory. */
bool cor_build_sources(struct cor_building *building);
bool cor_build_places(struct cor_building *building);
bool cor_build_links(struct cor_building *building); /* after the modes */
bool cor_build_transfers(struct cor_building *building);
bool cor_build_borders(struct cor_building *building);
bool cor_build_services(struct cor_building *building);
bool cor_build_modes(struct cor_building *building);
bool cor_build_cargo(struct cor_building *building);
bool cor_build_corridors(struct cor_building *building);
bool cor_build_map(struct cor_building *building);
bool cor_build_measurements(struct cor_building *building);
bool cor_build_flows(struct cor_building *building);
bool cor_build_claims(struct cor_building *building);
bool cor_build_groups(struct cor_building *building);
bool cor_build_country_facts(struct cor_building *building);
bool cor_build_rivals(struct cor_building *building); /* after all of these */

/** Prepare what the arrays below need; false for want of memory. */
bool cor_build_word_numbers(struct cor_building *building);
bool cor_build_unstated(struct cor_building *building);

/* Arrays by number of the records of a kind; NULL for want of memory. Those of
   fields that no record states are shared. */
const struct cor_names *cor_build_ids(struct cor_building *building,
                                      enum cor_kind kind);
const char *const *cor_build_texts(struct cor_building *building,
                                   enum cor_kind kind,
                                   uint32_t field,
                                   const struct cor_names *otherwise);
const double *cor_build_numbers(struct cor_building *building,
                                enum cor_kind kind,
                                uint32_t field);
const uint8_t *cor_build_indices(struct cor_building *building,
                                 enum cor_kind kind,
                                 uint32_t field);
const cor_date *cor_build_dates(struct cor_building *building,
                                enum cor_kind kind,
                                uint32_t field);
const uint32_t *cor_build_targets(struct cor_building *building,
                                  enum cor_kind kind,
                                  uint32_t field);
const uint32_t *cor_build_value_sources(struct cor_building *building,
                                        enum cor_kind kind,
                                        uint32_t field);

/** The number of what a name of a record stands for, or COR_NONE. */
uint32_t cor_build_target(const struct cor_building *building,
                          enum cor_kind kind,
                          uint32_t field,
                          uint32_t record);

/** The number of a source of the draft's names, or COR_NONE. */
uint32_t cor_build_source(const struct cor_building *building, uint32_t word);

/** A value of a record, with its own source or the record's. */
struct cor_value cor_build_value(const struct cor_building *building,
                                 enum cor_kind kind,
                                 uint32_t field,
                                 uint32_t record);

/** The dimension that a stated quantity has. */
enum cor_dimension cor_build_dimension(const struct cor_building *building,
                                       enum cor_kind kind,
                                       uint32_t field,
                                       uint32_t record);

/** A text that may be given by language; `plain` NULL if it is not stated. */
COR_CHECKED bool cor_build_title(const char **plain,
                                 struct cor_titles *titles,
                                 struct cor_building *building,
                                 enum cor_kind kind,
                                 uint32_t field,
                                 uint32_t record);

/** A text of a record, copied; `out` NULL if it is not stated. */
COR_CHECKED bool cor_build_text(const char **out,
                                struct cor_building *building,
                                enum cor_kind kind,
                                uint32_t field,
                                uint32_t record);

/** The numbers of the names in a list. */
COR_CHECKED bool cor_build_list(const uint32_t **out,
                                uint32_t *out_n,
                                struct cor_building *building,
                                enum cor_kind kind,
                                uint32_t field,
                                uint32_t record);

/** Which fields of a kind tell of a journey. */
struct cor_journey_fields {
    enum cor_kind kind;
    uint32_t via, modes, avoid;
};

/** A query but for its ends. */
COR_CHECKED bool cor_build_query(struct cor_query *out,
                                 struct cor_building *building,
                                 struct cor_journey_fields fields,
                                 uint32_t record);

#endif
