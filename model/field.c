#include "model/field_row.h"

#include <corridor/model/indicator.h>
#include <corridor/model/scenario.h>

#include <math.h>

const struct cor_range cor_range_not_negative = {0, HUGE_VAL, false, "negative",
                                                 "must not be negative"};
const struct cor_range cor_range_positive = {0, HUGE_VAL, true, "not-positive",
                                             "must be above zero"};
const struct cor_range cor_range_gauge = {0.5, 1.7, false, "gauge-range",
                                          "must be from 500 mm to 1700 mm"};
static const struct cor_range longitudes = {-180, 180, false, "longitude-range",
                                            "must be from -180 to 180 degrees"};
static const struct cor_range latitudes = {-90, 90, false, "latitude-range",
                                           "must be from -90 to 90 degrees"};

static const struct cor_range drivings = {1.0 / 24, 1, false, "driving-range",
                                          "must be from 1 h/d to 24 h/d"};
static const struct cor_range circuities = {1, 4, false, "circuity-range",
                                            "must be from 1 to 4"};

static const struct cor_field scenario_fields[] = {
    [COR_SCENARIO_VERSION] = {.key = "corridor",
                              .type = COR_TYPE_WHOLE,
                              .required = true},
    SPOKEN("title", COR_SCENARIO_TITLE, true),
    [COR_SCENARIO_SUMMARY] = {TEXT("summary")},
    [COR_SCENARIO_AS_OF] = {.key = "as_of", .type = COR_TYPE_DATE},
    [COR_SCENARIO_NOTE] = {TEXT("note")},
    [COR_SCENARIO_POLICY] = {POLICY("policy")},
    [COR_SCENARIO_POLICY_LENGTH] = {.group = "policy", POLICY("length")},
    [COR_SCENARIO_POLICY_TIME] = {.group = "policy", POLICY("time")},
    [COR_SCENARIO_POLICY_COST] = {.group = "policy", POLICY("cost")},
    [COR_SCENARIO_POLICY_CO2E] = {.group = "policy", POLICY("co2e")},
    [COR_SCENARIO_POLICY_SPEED] = {.group = "policy", POLICY("speed")},
    [COR_SCENARIO_POLICY_CAPACITY] = {.group = "policy", POLICY("capacity")},
    [COR_SCENARIO_POLICY_HEADWAY] = {.group = "policy", POLICY("headway")},
};

static const char *const label_sides[] = {"any", "E", "NE", "SE", "W",
                                          "N",   "S", "NW", "SW", "none"};

static const struct cor_field place_fields[] = {
    [COR_PLACE_ID] = {.key = "id",
                      .column = "node_id",
                      .type = COR_TYPE_ID,
                      .space = COR_SPACE_PLACE,
                      .required = true},
    [COR_PLACE_NAME] = {TEXT("name")},
    [COR_PLACE_NAME_LOCAL] = {TEXT("name-local")},
    [COR_PLACE_LON] = {.key = "lon",
                       .column = "x_coord",
                       .type = COR_TYPE_NUMBER,
                       .range = &longitudes,
                       .required = true},
    [COR_PLACE_LAT] = {.key = "lat",
                       .column = "y_coord",
                       .type = COR_TYPE_NUMBER,
                       .range = &latitudes,
                       .required = true},
    [COR_PLACE_COUNTRY] = {NAME("country", COUNTRY)},
    [COR_PLACE_KIND] = {.key = "kind",
                        .column = "node_type",
                        .type = COR_TYPE_ENUM,
                        .word = cor_place_kinds,
                        .n_word = COR_N_PLACE_KIND,
                        .lenient = true},
    [COR_PLACE_LABEL] = {.group = "label", ENUM("at", label_sides)},
    [COR_PLACE_SOURCE] = {NAME("source", SOURCE)},
    [COR_PLACE_NOTE] = {TEXT("note")},
};

static const struct cor_field link_fields[] = {
    [COR_LINK_ID] = {.key = "id",
                     .column = "link_id",
                     .type = COR_TYPE_ID,
                     .space = COR_SPACE_LINK,
                     .required = true},
    [COR_LINK_NAME] = {TEXT("name")},
    [COR_LINK_FROM] = {NAME("from", PLACE), .column = "from_node_id",
                       .required = true},
    [COR_LINK_TO] = {NAME("to", PLACE), .column = "to_node_id",
                     .required = true},
    [COR_LINK_MODE] = {NAME("mode", MODE), .column = "facility_type",
                       .required = true, .tables_may_lack = true},
    [COR_LINK_ONE_WAY] = {.key = "one-way",
                          .column = "directed",
                          .type = COR_TYPE_BOOL},
    [COR_LINK_GAUGE] = {VALUE("gauge", LENGTH, 0, cor_range_gauge)},
    [COR_LINK_LENGTH] = {VALUE(
        "length", LENGTH, COR_LINK_LENGTH_SOURCE, cor_range_not_negative)},
    [COR_LINK_TIME] = {VALUE(
        "time", TIME, COR_LINK_TIME_SOURCE, cor_range_not_negative)},
    [COR_LINK_COST] = {VALUE(
        "cost", MONEY, COR_LINK_COST_SOURCE, cor_range_not_negative)},
    [COR_LINK_CO2E] = {VALUE(
        "co2e", MASS, COR_LINK_CO2E_SOURCE, cor_range_not_negative)},
    [COR_LINK_SCOPE] = {.group = "co2e",
                        .key = "scope",
                        .type = COR_TYPE_ENUM,
                        .word = cor_scopes,
                        .n_word = COR_N_SCOPE},
    [COR_LINK_SPEED] =
        {VALUE("speed", SPEED, COR_LINK_SPEED_SOURCE, cor_range_positive),
         .column = "free_speed"},
    [COR_LINK_CAPACITY] = {VALUE(
        "capacity", FLOW, COR_LINK_CAPACITY_SOURCE, cor_range_not_negative)},
    [COR_LINK_STATUS] = {.key = "status",
                         .type = COR_TYPE_ENUM,
                         .word = cor_link_statuses,
                         .n_word = COR_N_LINK_STATUS},
    [COR_LINK_OPENS] = {.key = "opens", .type = COR_TYPE_DATE},
    [COR_LINK_CLOSES] = {.key = "closes", .type = COR_TYPE_DATE},
    [COR_LINK_CLOSED_FROM] = {.key = "closed-from", .type = COR_TYPE_DATE},
    [COR_LINK_CLOSED_UNTIL] = {.key = "closed-until", .type = COR_TYPE_DATE},
    [COR_LINK_VIA] = {.key = "via", .type = COR_TYPE_POINTS},
    [COR_LINK_GEOMETRY] = {.key = "geometry", .type = COR_TYPE_WKT},
    [COR_LINK_LENGTH_SOURCE] = SOURCE_OF("length_source"),
    [COR_LINK_TIME_SOURCE] = SOURCE_OF("time_source"),
    [COR_LINK_COST_SOURCE] = SOURCE_OF("cost_source"),
    [COR_LINK_CO2E_SOURCE] = SOURCE_OF("co2e_source"),
    [COR_LINK_SPEED_SOURCE] = SOURCE_OF("speed_source"),
    [COR_LINK_CAPACITY_SOURCE] = SOURCE_OF("capacity_source"),
    [COR_LINK_SOURCE] = {NAME("source", SOURCE)},
    [COR_LINK_NOTE] = {TEXT("note")},
};

static const struct cor_field transfer_fields[] = {
    [COR_TRANSFER_AT] = {NAME("at", PLACE), .column = "node_id",
                         .addresses = true, .required = true},
    [COR_TRANSFER_FROM_MODE] = {.group = "from",
                                NAME("mode", MODE),
                                .addresses = true,
                                .required = true},
    [COR_TRANSFER_FROM_GAUGE] = {.group = "from",
                                 .addresses = true,
                                 VALUE("gauge", LENGTH, 0, cor_range_gauge)},
    [COR_TRANSFER_TO_MODE] = {.group = "to",
                              NAME("mode", MODE),
                              .addresses = true,
                              .required = true},
    [COR_TRANSFER_TO_GAUGE] = {.group = "to",
                               .addresses = true,
                               VALUE("gauge", LENGTH, 0, cor_range_gauge)},
    [COR_TRANSFER_KIND] = {TEXT("kind")},
    [COR_TRANSFER_TIME] = {VALUE(
        "time", TIME, COR_TRANSFER_TIME_SOURCE, cor_range_not_negative)},
    [COR_TRANSFER_COST] = {VALUE(
        "cost", MONEY, COR_TRANSFER_COST_SOURCE, cor_range_not_negative)},
    [COR_TRANSFER_CAPACITY] = {VALUE("capacity",
                                     FLOW,
                                     COR_TRANSFER_CAPACITY_SOURCE,
                                     cor_range_not_negative)},
    [COR_TRANSFER_BOTH_WAYS] = {.key = "both-ways", .type = COR_TYPE_BOOL},
    [COR_TRANSFER_TIME_SOURCE] = SOURCE_OF("time_source"),
    [COR_TRANSFER_COST_SOURCE] = SOURCE_OF("cost_source"),
    [COR_TRANSFER_CAPACITY_SOURCE] = SOURCE_OF("capacity_source"),
    [COR_TRANSFER_SOURCE] = {NAME("source", SOURCE)},
    [COR_TRANSFER_NOTE] = {TEXT("note")},
};

static const struct cor_field border_fields[] = {
    [COR_BORDER_AT] = {NAME("at", PLACE), .column = "node_id",
                       .addresses = true, .required = true},
    [COR_BORDER_INTO] = {NAME("into", COUNTRY), .addresses = true,
                         .required = true},
    [COR_BORDER_MODE] = {NAME("mode", MODE), .addresses = true},
    [COR_BORDER_SERVICE] = {.key = "service",
                            .type = COR_TYPE_ENUM,
                            .word = cor_carriages,
                            .n_word = COR_N_CARRIAGE,
                            .addresses = true},
    [COR_BORDER_TIME] = {VALUE(
        "time", TIME, COR_BORDER_TIME_SOURCE, cor_range_not_negative)},
    [COR_BORDER_COST] = {VALUE(
        "cost", MONEY, COR_BORDER_COST_SOURCE, cor_range_not_negative)},
    [COR_BORDER_TIME_SOURCE] = SOURCE_OF("time_source"),
    [COR_BORDER_COST_SOURCE] = SOURCE_OF("cost_source"),
    [COR_BORDER_SOURCE] = {NAME("source", SOURCE)},
    [COR_BORDER_NOTE] = {TEXT("note")},
};

static const struct cor_field service_fields[] = {
    [COR_SERVICE_ID] = {.key = "id",
                        .column = "service_id",
                        .type = COR_TYPE_ID,
                        .space = COR_SPACE_SERVICE,
                        .required = true},
    [COR_SERVICE_TITLE] = {TEXT("title")},
    [COR_SERVICE_LINKS] = {NAMES("links", LINK), .required = true},
    [COR_SERVICE_HEADWAY] = {VALUE(
        "headway", TIME, COR_SERVICE_HEADWAY_SOURCE, cor_range_positive)},
    [COR_SERVICE_SAILINGS] = {VALUE("sailings",
                                    FREQUENCY,
                                    COR_SERVICE_SAILINGS_SOURCE,
                                    cor_range_positive)},
    [COR_SERVICE_VESSELS] = {.key = "vessels",
                             .type = COR_TYPE_WHOLE,
                             .source = COR_SERVICE_VESSELS_SOURCE},
    [COR_SERVICE_CAPACITY] = {VALUE(
        "capacity", LOAD, COR_SERVICE_CAPACITY_SOURCE, cor_range_not_negative)},
    [COR_SERVICE_PAYLOAD] = {VALUE(
        "payload", MASS, COR_SERVICE_PAYLOAD_SOURCE, cor_range_not_negative)},
    [COR_SERVICE_HEADWAY_SOURCE] = SOURCE_OF("headway_source"),
    [COR_SERVICE_SAILINGS_SOURCE] = SOURCE_OF("sailings_source"),
    [COR_SERVICE_VESSELS_SOURCE] = SOURCE_OF("vessels_source"),
    [COR_SERVICE_CAPACITY_SOURCE] = SOURCE_OF("capacity_source"),
    [COR_SERVICE_PAYLOAD_SOURCE] = SOURCE_OF("payload_source"),
    [COR_SERVICE_SOURCE] = {NAME("source", SOURCE)},
    [COR_SERVICE_NOTE] = {TEXT("note")},
};

static const struct cor_field source_fields[] = {
    [COR_SOURCE_ID] = {.key = "id",
                       .column = "source_id",
                       .type = COR_TYPE_ID,
                       .space = COR_SPACE_SOURCE,
                       .required = true},
    [COR_SOURCE_TITLE] = {TEXT("title")},
    [COR_SOURCE_SHORT] = {TEXT("short")},
    [COR_SOURCE_URL] = {TEXT("url")},
    [COR_SOURCE_YEAR] = {TEXT("year")},
    [COR_SOURCE_LICENCE] = {TEXT("licence")},
    [COR_SOURCE_GRADE] = {TEXT("grade")},
    [COR_SOURCE_NOTE] = {TEXT("note")},
};

static const struct cor_field default_fields[] = {
    [COR_DEFAULT_MODE] = {NAME("mode", MODE), .required = true},
    [COR_DEFAULT_SPEED] = {VALUE(
        "speed", SPEED, COR_DEFAULT_SPEED_SOURCE, cor_range_positive)},
    [COR_DEFAULT_COST] = {VALUE(
        "cost", RATE, COR_DEFAULT_COST_SOURCE, cor_range_not_negative)},
    [COR_DEFAULT_CO2E] = {VALUE(
        "co2e", EMISSION, COR_DEFAULT_CO2E_SOURCE, cor_range_not_negative)},
    [COR_DEFAULT_SCOPE] = {.group = "co2e",
                           .key = "scope",
                           .type = COR_TYPE_ENUM,
                           .word = cor_scopes,
                           .n_word = COR_N_SCOPE},
    [COR_DEFAULT_CIRCUITY] = {.key = "circuity",
                              .type = COR_TYPE_NUMBER,
                              .source = COR_DEFAULT_CIRCUITY_SOURCE,
                              .range = &circuities},
    [COR_DEFAULT_DRIVING] = {VALUE(
        "driving", SHARE, COR_DEFAULT_DRIVING_SOURCE, drivings)},
    [COR_DEFAULT_SPEED_SOURCE] = SOURCE_OF("speed_source"),
    [COR_DEFAULT_COST_SOURCE] = SOURCE_OF("cost_source"),
    [COR_DEFAULT_CO2E_SOURCE] = SOURCE_OF("co2e_source"),
    [COR_DEFAULT_CIRCUITY_SOURCE] = SOURCE_OF("circuity_source"),
    [COR_DEFAULT_DRIVING_SOURCE] = SOURCE_OF("driving_source"),
    [COR_DEFAULT_SOURCE] = {NAME("source", SOURCE)},
    [COR_DEFAULT_NOTE] = {TEXT("note")},
};

static const char *const cargo_units[] = {"FEU", "TEU"};

static const struct cor_field cargo_fields[] = {
    [COR_CARGO_UNIT] = {ENUM("unit", cargo_units)},
    [COR_CARGO_TONNES] = {VALUE("tonnes", MASS, 0, cor_range_positive),
                          .unit = "t"},
    [COR_CARGO_VALUE] = {VALUE(
        "value", WORTH, COR_CARGO_VALUE_SOURCE, cor_range_not_negative)},
    [COR_CARGO_TIME_VALUE] = {VALUE("value-of-time",
                                    COR_DIM_SET(COR_DIM_TIME_SHARE),
                                    COR_CARGO_TIME_VALUE_SOURCE,
                                    cor_range_not_negative)},
    [COR_CARGO_SERVICE] = {.key = "service",
                           .type = COR_TYPE_ENUM,
                           .word = cor_carriages,
                           .n_word = COR_N_CARRIAGE},
    [COR_CARGO_MODES] = {NAMES("modes", MODE)},
    [COR_CARGO_VALUE_SOURCE] = SOURCE_OF("value_source"),
    [COR_CARGO_TIME_VALUE_SOURCE] = SOURCE_OF("value_of_time_source"),
    [COR_CARGO_SOURCE] = {NAME("source", SOURCE)},
    [COR_CARGO_NOTE] = {TEXT("note")},
};

static const struct cor_field corridor_fields[] = {
    [COR_CORRIDOR_ID] = {.key = "id",
                         .type = COR_TYPE_ID,
                         .space = COR_SPACE_CORRIDOR,
                         .required = true},
    SPOKEN("title", COR_CORRIDOR_TITLE, false),
    [COR_CORRIDOR_FROM] = {NAME("from", PLACE), .required = true},
    [COR_CORRIDOR_TO] = {NAME("to", PLACE), .required = true},
    [COR_CORRIDOR_VIA] = {NAMES("via", PLACE)},
    [COR_CORRIDOR_MODES] = {NAMES("modes", MODE)},
    [COR_CORRIDOR_AVOID] = {NAMES("avoid", WORD)},
    [COR_CORRIDOR_NOTE] = {TEXT("note")},
};

const char *const cor_map_shows[COR_N_SHOW] = {"corridors", "capacity",
                                               "criticality", "flow"};

static const char *const label_policies[] = {"auto", "all", "none"};

static const struct cor_field map_fields[] = {
    SPOKEN("title", COR_MAP_TITLE, false),
    SPOKEN("subtitle", COR_MAP_SUBTITLE, false),
    [COR_MAP_CORRIDORS] = {NAMES("corridors", CORRIDOR)},
    [COR_MAP_FOCUS] = {NAMES("focus", COUNTRY)},
    [COR_MAP_EXTENT] = {.key = "extent", .type = COR_TYPE_NUMBERS},
    [COR_MAP_LABELS] = {ENUM("labels", label_policies)},
    [COR_MAP_THEME] = {TEXT("theme")},
    [COR_MAP_LANGUAGES] = {NAMES("languages", WORD)},
    [COR_MAP_FILL] = {NAMES("fill", GROUP), .or_one = true},
    [COR_MAP_SHOW] = {ENUM("show", cor_map_shows)},
    [COR_MAP_NOTE] = {TEXT("note")},
    [COR_MAP_NETWORK] = {NAMES("network", WORD), .or_one = true},
};

#define FIELDS(LIST) .field = (LIST), .n_field = COUNT(LIST)

const struct cor_kind_row cor_kinds[COR_N_KIND] = {
    [COR_KIND_SCENARIO] = {"scenario", NULL, NULL, COR_WRITTEN_ONCE,
                           COR_N_SPACE, FIELDS(scenario_fields)},
    [COR_KIND_PLACE] = {"place", "places", "node.csv", COR_WRITTEN_BY_ID,
                        COR_SPACE_PLACE, .source = COR_PLACE_SOURCE,
                        FIELDS(place_fields)},
    [COR_KIND_LINK] = {"link", "links", "link.csv", COR_WRITTEN_LIST,
                       COR_SPACE_LINK, .source = COR_LINK_SOURCE,
                       FIELDS(link_fields)},
    [COR_KIND_TRANSFER] = {"transfer", "transfers", "transfer.csv",
                           COR_WRITTEN_LIST, COR_N_SPACE,
                           .source = COR_TRANSFER_SOURCE,
                           FIELDS(transfer_fields)},
    [COR_KIND_BORDER] = {"border", "borders", "border.csv", COR_WRITTEN_LIST,
                         COR_N_SPACE, .source = COR_BORDER_SOURCE,
                         FIELDS(border_fields)},
    [COR_KIND_SERVICE] = {"service", "services", "service.csv",
                          COR_WRITTEN_LIST, COR_SPACE_SERVICE,
                          .source = COR_SERVICE_SOURCE, FIELDS(service_fields)},
    [COR_KIND_SOURCE] = {"source", "sources", "source.csv", COR_WRITTEN_BY_ID,
                         COR_SPACE_SOURCE, FIELDS(source_fields)},
    [COR_KIND_DEFAULT] = {"default", "defaults", NULL, COR_WRITTEN_BY_ID,
                          COR_SPACE_MODE, .source = COR_DEFAULT_SOURCE,
                          FIELDS(default_fields)},
    [COR_KIND_CARGO] = {"cargo", "cargo", NULL, COR_WRITTEN_ONCE, COR_N_SPACE,
                        .source = COR_CARGO_SOURCE, FIELDS(cargo_fields)},
    [COR_KIND_CORRIDOR] = {"corridor", "corridors", NULL, COR_WRITTEN_BY_ID,
                           COR_SPACE_CORRIDOR, FIELDS(corridor_fields)},
    [COR_KIND_MAP] = {"map", "map", NULL, COR_WRITTEN_ONCE, COR_N_SPACE,
                      FIELDS(map_fields)},
    [COR_KIND_MEASUREMENT] = {"measurement", "measurements", "measurement.csv",
                              COR_WRITTEN_LIST, COR_N_SPACE,
                              .source = COR_MEASUREMENT_SOURCE,
                              FIELDS(cor_measurement_fields)},
    [COR_KIND_RIVAL] = {"rival", "rivals", "rival.csv", COR_WRITTEN_LIST,
                        COR_N_SPACE, .source = COR_RIVAL_SOURCE,
                        FIELDS(cor_rival_fields)},
    [COR_KIND_FLOW] = {"flow", "flows", "flow.csv", COR_WRITTEN_LIST,
                       COR_N_SPACE, .source = COR_FLOW_SOURCE,
                       FIELDS(cor_flow_fields)},
    [COR_KIND_EXPLANATION] = {"explanation", "explanations", "explanation.csv",
                              COR_WRITTEN_LIST, COR_N_SPACE,
                              FIELDS(cor_explanation_fields)},
    [COR_KIND_GROUP] = {"group", "groups", NULL, COR_WRITTEN_BY_ID,
                        COR_SPACE_GROUP, .source = COR_GROUP_SOURCE,
                        FIELDS(cor_group_fields)},
    [COR_KIND_MEMBER] = {"member", NULL, "group.csv", COR_WRITTEN_LIST,
                         COR_N_SPACE, .source = COR_MEMBER_SOURCE,
                         FIELDS(cor_member_fields)},
    [COR_KIND_COUNTRY] = {"country", "countries", "country.csv",
                          COR_WRITTEN_BY_ID, COR_SPACE_COUNTRY,
                          .source = COR_COUNTRY_SOURCE,
                          FIELDS(cor_country_fields)},
    [COR_KIND_CLAIM] = {"claim", "claims", NULL, COR_WRITTEN_LIST,
                        COR_SPACE_CLAIM, .source = COR_CLAIM_FIELD_SOURCE,
                        FIELDS(cor_claim_fields)},
    [COR_KIND_TERM] = {"term of a claim", NULL, NULL, COR_WRITTEN_LIST,
                       COR_N_SPACE, FIELDS(cor_term_fields)},
};
