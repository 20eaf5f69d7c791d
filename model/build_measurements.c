#include "model/build.h"

#define TARGET(BUILDING, FIELD, RECORD)                \
    cor_build_target((BUILDING), COR_KIND_MEASUREMENT, \
                     COR_MEASUREMENT_##FIELD, (RECORD))

static enum cor_indicator indicator_of(const struct cor_draft *draft,
                                       uint32_t record)
{
    const uint32_t word = cor_draft_word(draft, COR_KIND_MEASUREMENT,
                                         COR_MEASUREMENT_INDICATOR, record);
    return cor_indicator_find(
        cor_text_of(cor_draft_name(draft, COR_SPACE_WORD, word)));
}

static bool build_measurement(struct cor_measurement *out,
                              struct cor_building *building,
                              uint32_t record)
{
    const struct cor_draft *draft = building->draft;
    *out = (struct cor_measurement){
        .indicator = indicator_of(draft, record),
        .value = cor_draft_number(draft, COR_KIND_MEASUREMENT,
                                  COR_MEASUREMENT_VALUE, record),
        .mode = TARGET(building, MODE, record),
        .country = TARGET(building, COUNTRY, record),
        .place = TARGET(building, AT, record),
        .corridor = TARGET(building, CORRIDOR, record),
        .direction = cor_draft_index(draft, COR_KIND_MEASUREMENT,
                                     COR_MEASUREMENT_DIRECTION, record),
        .source = TARGET(building, SOURCE, record),
    };
    return cor_build_text(&out->title, building, COR_KIND_MEASUREMENT,
                          COR_MEASUREMENT_TITLE, record) &&
           cor_build_text(&out->year, building, COR_KIND_MEASUREMENT,
                          COR_MEASUREMENT_YEAR, record);
}

bool cor_build_measurements(struct cor_building *building)
{
    struct cor_measurement *list =
        cor_arena_array(building->arena, struct cor_measurement,
                        building->n[COR_KIND_MEASUREMENT]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_MEASUREMENT, record)
    if (!build_measurement(&list[n++], building, record))
        return false;
    building->scenario->measurement = list;
    building->scenario->n_measurement = n;
    return true;
}
