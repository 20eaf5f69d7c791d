#include <corridor/model/indicator.h>

const struct cor_indicator_form cor_indicators[COR_N_INDICATOR] = {
    [COR_TFI1] = {"TFI1", "time at a border crossing point", "h", 3600,
                  COR_DIM_TIME, true},
    [COR_TFI2] = {"TFI2", "cost at a border crossing point", "USD", 1,
                  COR_DIM_MONEY, true},
    [COR_TFI3] = {"TFI3", "cost of 500 km and 20 t", "USD", 1, COR_DIM_MONEY,
                  false},
    [COR_TFI4] = {"TFI4", "speed with delay", "km/h", 1 / 3.6, COR_DIM_SPEED,
                  false},
    [COR_SWOD] = {"SWOD", "speed without delay", "km/h", 1 / 3.6, COR_DIM_SPEED,
                  false},
};

const char *const cor_directions[COR_N_DIRECTION] = {"either", "inbound",
                                                     "outbound"};

enum cor_indicator cor_indicator_find(struct cor_text id)
{
    enum cor_indicator found = 0;
    while (found < COR_N_INDICATOR &&
           !cor_text_equal(cor_text_of(cor_indicators[found].id), id))
        found++;
    return found;
}
