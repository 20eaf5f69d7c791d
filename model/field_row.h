/* model/field_row.h -- how rows of the field tables are written. */
#ifndef MODEL_FIELD_ROW_H
#define MODEL_FIELD_ROW_H

#include <corridor/model/rival.h>

#include "model/field.h"

/* What rows have in common. A name is one of a space, a value a quantity with
   the field that names its source. */
#define TEXT(KEY) .key = (KEY), .type = COR_TYPE_TEXT
/* A text that may be given by language. */
#define SPOKEN(KEY, FIELD, REQUIRED)                                  \
    [FIELD] = {TEXT(KEY), .is_spoken = true, .required = (REQUIRED)}, \
    [FIELD##_EN] = {.group = (KEY), TEXT("en")},                      \
    [FIELD##_RU] = {.group = (KEY), TEXT("ru")},                      \
    [FIELD##_ZH] = {.group = (KEY), TEXT("zh")}
#define NAME(KEY, SPACE) \
    .key = (KEY), .type = COR_TYPE_NAME, .space = COR_SPACE_##SPACE
#define NAMES(KEY, SPACE) \
    .key = (KEY), .type = COR_TYPE_NAMES, .space = COR_SPACE_##SPACE
#define VALUE(KEY, DIMENSIONS, SOURCE, RANGE)                            \
    .key = (KEY), .type = COR_TYPE_QUANTITY, .dimensions = (DIMENSIONS), \
    .source = (SOURCE), .range = &(RANGE)
#define SOURCE_OF(COLUMN)                                                    \
    {                                                                        \
        .column = (COLUMN), .type = COR_TYPE_NAME, .space = COR_SPACE_SOURCE \
    }
#define ENUM(KEY, WORD) \
    .key = (KEY), .type = COR_TYPE_ENUM, .word = (WORD), .n_word = COUNT(WORD)
/* The policy that is none has no word. */
#define POLICY(KEY)                                                \
    .key = (KEY), .type = COR_TYPE_ENUM, .word = cor_policies + 1, \
    .n_word = COR_N_POLICY - 1
#define COUNT(ARRAY) (sizeof(ARRAY) / sizeof(ARRAY)[0])

enum {
    LENGTH = COR_DIM_SET(COR_DIM_LENGTH),
    TIME = COR_DIM_SET(COR_DIM_TIME),
    MONEY = COR_DIM_SET(COR_DIM_MONEY),
    MASS = COR_DIM_SET(COR_DIM_MASS),
    SPEED = COR_DIM_SET(COR_DIM_SPEED),
    FLOW = COR_DIM_SET(COR_DIM_MASS_FLOW) | COR_DIM_SET(COR_DIM_TEU_FLOW) |
           COR_DIM_SET(COR_DIM_TRAIN_FLOW) | COR_DIM_SET(COR_DIM_VEHICLE_FLOW) |
           COR_DIM_SET(COR_DIM_VOLUME_FLOW),
    LOAD = COR_DIM_SET(COR_DIM_TEU) | COR_DIM_SET(COR_DIM_MASS),
    RATE = COR_DIM_SET(COR_DIM_COST_RATE) | COR_DIM_SET(COR_DIM_BOX_RATE),
    EMISSION = COR_DIM_SET(COR_DIM_EMISSION),
    WORTH = COR_DIM_SET(COR_DIM_MONEY) | COR_DIM_SET(COR_DIM_VALUE),
    MEASURED = COR_DIM_SET(COR_DIM_TIME) | COR_DIM_SET(COR_DIM_MONEY) |
               COR_DIM_SET(COR_DIM_SPEED),
    SHARE = COR_DIM_SET(COR_DIM_SHARE),
    COUNTED = COR_DIM_SET(COR_DIM_PURE),
    FREQUENCY = COR_DIM_SET(COR_DIM_FREQUENCY),
    AREA = COR_DIM_SET(COR_DIM_AREA),
};

/* What numbers may be. */
extern const struct cor_range cor_range_not_negative, cor_range_positive,
    cor_range_gauge;

/* Tables of kinds that have a file of their own. */
extern const struct cor_field cor_claim_fields[COR_CLAIM_N_FIELD];
extern const struct cor_field cor_term_fields[COR_TERM_N_FIELD];
extern const struct cor_field cor_explanation_fields[COR_EXPLANATION_N_FIELD];
extern const struct cor_field cor_group_fields[COR_GROUP_N_FIELD];
extern const struct cor_field cor_member_fields[COR_MEMBER_N_FIELD];
extern const struct cor_field cor_country_fields[COR_COUNTRY_N_FIELD];
extern const struct cor_field cor_measurement_fields[COR_MEASUREMENT_N_FIELD];
extern const struct cor_field cor_rival_fields[COR_RIVAL_N_FIELD];
extern const struct cor_field cor_flow_fields[COR_FLOW_N_FIELD];

#endif
