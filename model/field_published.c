/* Of what others measured and published beside the records. */
#include "model/field_row.h"

#include <corridor/model/indicator.h>
#include <corridor/model/scenario.h>

const struct cor_field cor_measurement_fields[COR_MEASUREMENT_N_FIELD] = {
    [COR_MEASUREMENT_INDICATOR] = {NAME("indicator", WORD), .required = true},
    [COR_MEASUREMENT_VALUE] =
        {VALUE("value", MEASURED, COR_MEASUREMENT_SOURCE, cor_range_positive),
         .required = true},
    [COR_MEASUREMENT_TITLE] = {TEXT("title")},
    [COR_MEASUREMENT_MODE] = {NAME("mode", MODE)},
    [COR_MEASUREMENT_COUNTRY] = {NAME("country", COUNTRY)},
    [COR_MEASUREMENT_AT] = {NAME("at", PLACE), .column = "node_id"},
    [COR_MEASUREMENT_DIRECTION] = {.key = "direction",
                                   .type = COR_TYPE_ENUM,
                                   .word = cor_directions,
                                   .n_word = COR_N_DIRECTION},
    [COR_MEASUREMENT_CORRIDOR] = {NAME("corridor", CORRIDOR)},
    [COR_MEASUREMENT_YEAR] = {TEXT("year")},
    [COR_MEASUREMENT_SOURCE] = {NAME("source", SOURCE), .required = true},
    [COR_MEASUREMENT_NOTE] = {TEXT("note")},
};

/* Years in which trade was counted, or may be planned for. */
static const struct cor_range years = {1800, 2200, false, "year-range",
                                       "must be from 1800 to 2200"};

/* What was carried over links, of which the direction may be told. */
const struct cor_field cor_flow_fields[COR_FLOW_N_FIELD] = {
    [COR_FLOW_LINKS] = {NAMES("links", LINK), .column = "link_id",
                        .or_one = true},
    [COR_FLOW_FROM] = {NAME("from", PLACE), .column = "from_node_id"},
    [COR_FLOW_TO] = {NAME("to", PLACE), .column = "to_node_id"},
    [COR_FLOW_MODE] = {NAME("mode", MODE), .column = "facility_type"},
    [COR_FLOW_BOTH_WAYS] = {.key = "both-ways", .type = COR_TYPE_BOOL},
    [COR_FLOW_VALUE] =
        {VALUE("flow", FLOW, COR_FLOW_SOURCE, cor_range_not_negative),
         .required = true},
    [COR_FLOW_COMMODITY] = {TEXT("commodity")},
    [COR_FLOW_YEAR] = {.key = "year", .type = COR_TYPE_WHOLE, .range = &years},
    [COR_FLOW_SOURCE] = {NAME("source", SOURCE)},
    [COR_FLOW_NOTE] = {TEXT("note")},
};

/* What one source says of a record; a value has the source of its record. */
const struct cor_field cor_rival_fields[COR_RIVAL_N_FIELD] = {
    [COR_RIVAL_LINKS] = {NAMES("links", LINK), .column = "link_id"},
    [COR_RIVAL_SERVICE] = {NAME("service-id", SERVICE)},
    [COR_RIVAL_AT] = {NAME("at", PLACE), .column = "node_id"},
    [COR_RIVAL_INTO] = {NAME("into", COUNTRY)},
    [COR_RIVAL_MODE] = {NAME("mode", MODE)},
    [COR_RIVAL_CARRIAGE] = {.key = "service",
                            .type = COR_TYPE_ENUM,
                            .word = cor_carriages,
                            .n_word = COR_N_CARRIAGE},
    [COR_RIVAL_FROM_MODE] = {.group = "from", NAME("mode", MODE)},
    [COR_RIVAL_FROM_GAUGE] = {.group = "from",
                              VALUE("gauge", LENGTH, 0, cor_range_gauge)},
    [COR_RIVAL_TO_MODE] = {.group = "to", NAME("mode", MODE)},
    [COR_RIVAL_TO_GAUGE] = {.group = "to",
                            VALUE("gauge", LENGTH, 0, cor_range_gauge)},
    [COR_RIVAL_LENGTH] = {VALUE(
        "length", LENGTH, COR_RIVAL_SOURCE, cor_range_not_negative)},
    [COR_RIVAL_TIME] = {VALUE(
        "time", TIME, COR_RIVAL_SOURCE, cor_range_not_negative)},
    [COR_RIVAL_COST] = {VALUE(
        "cost", MONEY, COR_RIVAL_SOURCE, cor_range_not_negative)},
    [COR_RIVAL_CO2E] = {VALUE(
        "co2e", MASS, COR_RIVAL_SOURCE, cor_range_not_negative)},
    [COR_RIVAL_SPEED] = {VALUE(
        "speed", SPEED, COR_RIVAL_SOURCE, cor_range_positive)},
    [COR_RIVAL_CAPACITY] = {VALUE(
        "capacity", FLOW | LOAD, COR_RIVAL_SOURCE, cor_range_not_negative)},
    [COR_RIVAL_HEADWAY] = {VALUE(
        "headway", TIME, COR_RIVAL_SOURCE, cor_range_positive)},
    [COR_RIVAL_SOURCE] = {NAME("source", SOURCE)},
    [COR_RIVAL_NOTE] = {TEXT("note")},
};
