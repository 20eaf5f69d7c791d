#include "model/field_row.h"

#define TERMS(KEY) .key = (KEY), .type = COR_TYPE_TERMS

const struct cor_field cor_claim_fields[COR_CLAIM_N_FIELD] = {
    [COR_CLAIM_FIELD_ID] = {.key = "id",
                            .type = COR_TYPE_ID,
                            .space = COR_SPACE_CLAIM,
                            .required = true},
    SPOKEN("text", COR_CLAIM_FIELD_TEXT, true),
    [COR_CLAIM_FIELD_METRIC] = {NAME("metric", WORD), .required = true},
    [COR_CLAIM_FIELD_OF] = {TERMS("of"), .required = true},
    [COR_CLAIM_FIELD_LESS] = {TERMS("less-than")},
    [COR_CLAIM_FIELD_MORE] = {TERMS("more-than")},
    [COR_CLAIM_FIELD_EQUALS] = {TERMS("equals")},
    [COR_CLAIM_FIELD_AT_LEAST] = {TERMS("at-least")},
    [COR_CLAIM_FIELD_AT_MOST] = {TERMS("at-most")},
    [COR_CLAIM_FIELD_INCLUDES] = {NAMES("includes", MODE)},
    [COR_CLAIM_FIELD_BY] = {TERMS("by")},
    [COR_CLAIM_FIELD_WITHIN] = {VALUE(
        "within", SHARE, 0, cor_range_not_negative)},
    [COR_CLAIM_FIELD_AS_OF] = {.group = "when",
                               .key = "as-of",
                               .type = COR_TYPE_DATE},
    [COR_CLAIM_FIELD_SOURCE] = {NAME("source", SOURCE)},
    [COR_CLAIM_FIELD_NOTE] = {TEXT("note")},
};

const struct cor_field cor_term_fields[COR_TERM_N_FIELD] = {
    [COR_TERM_FIELD_FROM] = {NAMES("from", PLACE), .or_one = true},
    [COR_TERM_FIELD_TO] = {NAMES("to", PLACE), .or_one = true},
    [COR_TERM_FIELD_VIA] = {NAMES("via", PLACE)},
    [COR_TERM_FIELD_MODES] = {NAMES("modes", MODE)},
    [COR_TERM_FIELD_AVOID] = {NAMES("avoid", WORD)},
    [COR_TERM_FIELD_CORRIDOR] = {NAME("corridor", CORRIDOR)},
    [COR_TERM_FIELD_VESSELS] = {TERMS("vessels")},
    [COR_TERM_FIELD_ROUND_TRIP] = {TERMS("round-trip")},
    [COR_TERM_FIELD_BOTH_WAYS] = {.key = "both-ways", .type = COR_TYPE_BOOL},
    [COR_TERM_FIELD_NETWORK] = {.key = "network", .type = COR_TYPE_BOOL},
    [COR_TERM_FIELD_GROUP] = {NAME("group", GROUP)},
    [COR_TERM_FIELD_IN] = {NAME("in", GROUP)},
    [COR_TERM_FIELD_QUANTITY] = {.column = "quantity",
                                 .type = COR_TYPE_QUANTITY,
                                 .dimensions = LENGTH | TIME | MONEY | MASS |
                                               SHARE | LOAD | FLOW | COUNTED,
                                 .range = &cor_range_not_negative},
    [COR_TERM_FIELD_UNIT] = {.column = "unit", .type = COR_TYPE_TEXT},
};
