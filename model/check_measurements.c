#include "model/check.h"

#include <corridor/model/indicator.h>

#include <math.h>

/* What is measured, in what unit it can be, and where. */

/* The indicator of a record, or COR_N_INDICATOR. */
static enum cor_indicator indicator_of(const struct cor_draft *draft,
                                       uint32_t record)
{
    const uint32_t word = cor_draft_word(draft, COR_KIND_MEASUREMENT,
                                         COR_MEASUREMENT_INDICATOR, record);
    return word == COR_NONE ? COR_N_INDICATOR
                            : cor_indicator_find(cor_text_of(
                                  cor_draft_name(draft, COR_SPACE_WORD, word)));
}

static void complain_unknown(struct cor_draft *draft, uint32_t record)
{
    const uint32_t word = cor_draft_word(draft, COR_KIND_MEASUREMENT,
                                         COR_MEASUREMENT_INDICATOR, record);
    if (word == COR_NONE)
        return;
    const char *name = cor_draft_name(draft, COR_SPACE_WORD, word);
    const char *ids[COR_N_INDICATOR];
    for (int i = 0; i < COR_N_INDICATOR; i++)
        ids[i] = cor_indicators[i].id;
    COR_CHECK_ADD(draft, COR_ERROR, "unknown-indicator",
                  cor_draft_at(draft, COR_KIND_MEASUREMENT,
                               COR_MEASUREMENT_INDICATOR, record),
                  cor_report_nearest(draft->report, cor_text_of(name), ids,
                                     COR_N_INDICATOR),
                  "'%s' is no indicator: TFI1, TFI2, TFI3, TFI4, SWOD", name);
}

static const char *wanted_unit(struct cor_draft *draft,
                               const struct cor_indicator_form *form)
{
    return cor_text_print(draft->report->arena, "write it in %s", form->unit);
}

static void judge_unit(struct cor_draft *draft,
                       uint32_t record,
                       const struct cor_indicator_form *form)
{
    const struct cor_draft_column *value =
        cor_draft_column(draft, COR_KIND_MEASUREMENT, COR_MEASUREMENT_VALUE);
    if (value->spot == NULL || value->spot[record] == 0 ||
        isnan(value->number[record]) ||
        value->dimension[record] == form->dimension)
        return;
    COR_CHECK_ADD(draft, COR_ERROR, "wrong-unit", value->spot[record],
                  wanted_unit(draft, form), "%s is a %s", form->id, form->name);
}

/* A speed has no border crossing that it is measured at. */
static void judge_place(struct cor_draft *draft,
                        uint32_t record,
                        const struct cor_indicator_form *form)
{
    static const uint32_t of_borders[] = {COR_MEASUREMENT_AT,
                                          COR_MEASUREMENT_DIRECTION};
    for (size_t i = 0; i < sizeof of_borders / sizeof *of_borders; i++) {
        const uint32_t spot =
            cor_draft_at(draft, COR_KIND_MEASUREMENT, of_borders[i], record);
        if (spot != 0 && !form->is_of_borders)
            COR_CHECK_ADD(draft, COR_ERROR, "not-of-borders", spot, NULL,
                          "%s, the %s, is not measured at a border", form->id,
                          form->name);
    }
}

bool cor_check_measurements(struct cor_draft *draft)
{
    COR_CHECK_EACH(draft, COR_KIND_MEASUREMENT, record)
    {
        const enum cor_indicator indicator = indicator_of(draft, record);
        if (indicator == COR_N_INDICATOR) {
            complain_unknown(draft, record);
            continue;
        }
        judge_unit(draft, record, &cor_indicators[indicator]);
        judge_place(draft, record, &cor_indicators[indicator]);
    }
    return true;
}
