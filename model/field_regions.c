/* Of what is said beside the network: of odd links, of countries. */
#include "model/field_row.h"

const struct cor_field cor_explanation_fields[COR_EXPLANATION_N_FIELD] = {
    [COR_EXPLANATION_LINK] = {NAME("link", LINK), .column = "link_id",
                              .required = true},
    [COR_EXPLANATION_LENGTH] = {TEXT("length")},
    [COR_EXPLANATION_GROUND] = {TEXT("ground")},
};
