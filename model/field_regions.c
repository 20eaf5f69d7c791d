/* Of what is said beside the network: of odd links, of countries. */
#include "model/field_row.h"

const struct cor_field cor_explanation_fields[COR_EXPLANATION_N_FIELD] = {
    [COR_EXPLANATION_LINK] = {NAME("link", LINK), .column = "link_id",
                              .required = true},
    [COR_EXPLANATION_LENGTH] = {TEXT("length")},
    [COR_EXPLANATION_GROUND] = {TEXT("ground")},
};

const struct cor_field cor_group_fields[COR_GROUP_N_FIELD] = {
    [COR_GROUP_ID] = {.key = "id",
                      .type = COR_TYPE_ID,
                      .space = COR_SPACE_GROUP,
                      .required = true},
    SPOKEN("title", COR_GROUP_TITLE, false),
    [COR_GROUP_MEMBERS] = {.key = "members", .type = COR_TYPE_MEMBERS},
    [COR_GROUP_MEMBERS_OF] = {NAME("members-of", GROUP)},
    [COR_GROUP_ALL] = {.key = "all", .type = COR_TYPE_BOOL},
    [COR_GROUP_WITHIN] = {.key = "within", .type = COR_TYPE_NUMBERS},
    [COR_GROUP_MAINLAND] = {.key = "mainland", .type = COR_TYPE_BOOL},
    [COR_GROUP_POPULATION] = {.key = "population",
                              .type = COR_TYPE_WHOLE,
                              .range = &cor_range_positive,
                              .source = COR_GROUP_POPULATION_SOURCE},
    [COR_GROUP_AREA] = {VALUE(
        "area", AREA, COR_GROUP_AREA_SOURCE, cor_range_positive)},
    [COR_GROUP_POPULATION_SOURCE] = SOURCE_OF("population_source"),
    [COR_GROUP_AREA_SOURCE] = SOURCE_OF("area_source"),
    [COR_GROUP_SOURCE] = {NAME("source", SOURCE)},
    [COR_GROUP_NOTE] = {TEXT("note")},
};

const struct cor_field cor_member_fields[COR_MEMBER_N_FIELD] = {
    [COR_MEMBER_GROUP] = {NAME("group", GROUP), .column = "group_id",
                          .required = true},
    [COR_MEMBER_COUNTRY] = {NAME("country", COUNTRY), .required = true},
    [COR_MEMBER_JOINED] = {.key = "joined",
                           .type = COR_TYPE_DATE,
                           .or_year = true},
    [COR_MEMBER_LEFT] = {.key = "left", .type = COR_TYPE_DATE, .or_year = true},
    [COR_MEMBER_SOURCE] = {NAME("source", SOURCE)},
    [COR_MEMBER_NOTE] = {TEXT("note")},
};

const struct cor_field cor_country_fields[COR_COUNTRY_N_FIELD] = {
    [COR_COUNTRY_ID] = {NAME("country", COUNTRY), .required = true},
    [COR_COUNTRY_POPULATION] = {.key = "population",
                                .type = COR_TYPE_WHOLE,
                                .range = &cor_range_not_negative,
                                .source = COR_COUNTRY_POPULATION_SOURCE},
    [COR_COUNTRY_POPULATION_YEAR] = {.group = "population", TEXT("year")},
    [COR_COUNTRY_AREA] = {VALUE(
        "area", AREA, COR_COUNTRY_AREA_SOURCE, cor_range_positive)},
    [COR_COUNTRY_POPULATION_SOURCE] = SOURCE_OF("population_source"),
    [COR_COUNTRY_AREA_SOURCE] = SOURCE_OF("area_source"),
    [COR_COUNTRY_SOURCE] = {NAME("source", SOURCE)},
    [COR_COUNTRY_NOTE] = {TEXT("note")},
};
