#include "model/check.h"

#include <math.h>

/* "gauge", or "to.gauge" of what stands in a group. */
static const char *label(struct cor_draft *draft, const struct cor_field *field)
{
    const char *key = field->key != NULL ? field->key : field->column;
    if (field->group == NULL || draft->report->n >= COR_REPORT_KEPT)
        return key;
    const char *whole =
        cor_text_print(draft->report->arena, "%s.%s", field->group, key);
    return whole == NULL ? key : whole;
}

/* What a file lays over another need not say again. */
static void
judge_required(struct cor_draft *draft, enum cor_kind kind, uint32_t field)
{
    if (cor_draft_states_all(draft, kind, field))
        return;
    COR_CHECK_EACH(draft, kind, record)
    if (!cor_draft_states(draft, kind, field, record))
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key",
                      draft->table[kind].spot[record], NULL,
                      "this %s has no '%s'", cor_kinds[kind].name,
                      label(draft, &cor_kinds[kind].field[field]));
}

static bool is_in(const struct cor_range *range, double number)
{
    return number >= range->least && number <= range->most &&
           !(range->open && number == range->least);
}

void cor_check_range(struct cor_draft *draft,
                     enum cor_kind kind,
                     uint32_t field,
                     uint32_t record)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const struct cor_draft_column *column =
        cor_draft_column(draft, kind, field);
    if (row->range != NULL && column->spot != NULL &&
        column->spot[record] != 0 && !isnan(column->number[record]) &&
        !is_in(row->range, column->number[record]))
        COR_CHECK_ADD(draft, COR_ERROR, row->range->code, column->spot[record],
                      NULL, "the %s of a %s %s", label(draft, row),
                      cor_kinds[kind].name, row->range->text);
}

/* Most numbers are right: only the others are worth a second look. */
static void
judge_range(struct cor_draft *draft, enum cor_kind kind, uint32_t field)
{
    const struct cor_range *range = cor_kinds[kind].field[field].range;
    const struct cor_draft_column column =
        *cor_draft_column(draft, kind, field);
    COR_CHECK_EACH(draft, kind, record)
    if (column.spot[record] != 0 && !is_in(range, column.number[record]))
        cor_check_range(draft, kind, field, record);
}

bool cor_check_fields(struct cor_draft *draft)
{
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
            const struct cor_field *field = &cor_kinds[kind].field[i];
            if (field->required && kind != COR_KIND_SCENARIO)
                judge_required(draft, kind, i);
            if (field->range != NULL &&
                cor_draft_column(draft, kind, i)->spot != NULL)
                judge_range(draft, kind, i);
        }
    return true;
}
