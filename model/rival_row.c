#include "model/rival.h"

#include <math.h>
#include <stdlib.h>

/* Rows in the making. */
struct rows {
    struct cor_draft *draft;
    struct cor_rival_row *row;
    size_t n, capacity;
};

static bool add(struct rows *rows, const struct cor_rival_row *row)
{
    struct cor_rival_row *grown = cor_arena_grow(
        rows->draft->arena, rows->row, rows->n, &rows->capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    rows->row = grown;
    grown[rows->n++] = *row;
    return true;
}

static uint32_t spot_of(const struct cor_draft *draft,
                        enum cor_attribute attribute,
                        uint32_t rival)
{
    return cor_draft_at(draft, COR_KIND_RIVAL, COR_RIVAL_LENGTH + attribute,
                        rival);
}

static enum cor_dimension dimension_of(const struct cor_draft *draft,
                                       enum cor_attribute attribute,
                                       uint32_t rival)
{
    return cor_draft_column(draft, COR_KIND_RIVAL, COR_RIVAL_LENGTH + attribute)
        ->dimension[rival];
}

/* Whether the records can have the attribute at all; complains if not. */
static bool
judge(const struct rows *rows, const struct cor_rival_row *row, uint32_t rival)
{
    struct cor_draft *draft = rows->draft;
    const uint32_t field = cor_rival_field(row->kind, row->attribute);
    const uint32_t spot = spot_of(draft, row->attribute, rival);
    const char *name = cor_attributes[row->attribute];
    if (row->n_record > 1 && row->attribute != COR_ATTRIBUTE_LENGTH) {
        COR_CHECK_ADD(draft, COR_ERROR, "no-such-value", spot,
                      "state it for each link", "a line of links has no '%s'",
                      name);
        return false;
    }
    if (field == COR_NO_FIELD) {
        COR_CHECK_ADD(draft, COR_ERROR, "no-such-value", spot, NULL,
                      "a %s has no '%s'", cor_kinds[row->kind].name, name);
        return false;
    }
    const enum cor_dimension dimension =
        dimension_of(draft, row->attribute, rival);
    if ((cor_kinds[row->kind].field[field].dimensions &
         COR_DIM_SET(dimension)) != 0)
        return true;
    COR_CHECK_ADD(draft, COR_ERROR, "wrong-unit", spot, NULL,
                  "the %s of a %s is not measured in this", name,
                  cor_kinds[row->kind].name);
    return false;
}

/* The source of a row; one of a list of values may leave it to its record. */
static uint32_t source_of(const struct rows *rows,
                          const struct cor_rival_row *row,
                          uint32_t rival)
{
    struct cor_draft *draft = rows->draft;
    const uint32_t own =
        cor_draft_word(draft, COR_KIND_RIVAL, COR_RIVAL_SOURCE, rival);
    const bool in_list = cor_rival_owner(draft, rival) != NULL;
    return own != COR_NONE || !in_list
               ? own
               : cor_draft_word(draft, row->kind, cor_kinds[row->kind].source,
                                row->record[0]);
}

static bool
add_values(struct rows *rows, struct cor_rival_row *row, uint32_t rival)
{
    struct cor_draft *draft = rows->draft;
    for (enum cor_attribute a = 0; a < COR_N_ATTRIBUTE; a++) {
        const uint32_t spot = spot_of(draft, a, rival);
        const double number = cor_draft_number(draft, COR_KIND_RIVAL,
                                               COR_RIVAL_LENGTH + a, rival);
        row->attribute = a;
        if (isnan(number) || !judge(rows, row, rival))
            continue;
        row->value = (struct cor_rival_value){
            .claim.number = number,
            .spot = spot,
            .dimension = dimension_of(draft, a, rival),
        };
        cor_rival_credit(draft, &row->value, source_of(rows, row, rival));
        if (!add(rows, row))
            return false;
    }
    return true;
}

/* What stands in a list of values was judged as it was read. */
static void judge_whole(struct cor_draft *draft, uint32_t rival)
{
    const uint32_t spot = draft->table[COR_KIND_RIVAL].spot[rival];
    bool any = false;
    if (cor_rival_owner(draft, rival) != NULL)
        return;
    for (enum cor_attribute a = 0; a < COR_N_ATTRIBUTE; a++)
        any = any || spot_of(draft, a, rival) != 0;
    if (!any)
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key", spot,
                      "state its 'length', 'time' or another value",
                      "this rival states no value");
    if (cor_draft_at(draft, COR_KIND_RIVAL, COR_RIVAL_SOURCE, rival) == 0)
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key", spot, NULL,
                      "this rival has no 'source'");
}

/* By the records that are spoken of, so that the order of rows is nothing. */
static int compare_records(const struct cor_rival_row *a,
                           const struct cor_rival_row *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    for (uint32_t i = 0; i < a->n_record && i < b->n_record; i++)
        if (a->sorted[i] != b->sorted[i])
            return a->sorted[i] < b->sorted[i] ? -1 : 1;
    if (a->n_record != b->n_record)
        return a->n_record < b->n_record ? -1 : 1;
    return a->attribute < b->attribute ? -1 : a->attribute > b->attribute;
}

static int compare(const void *x, const void *y)
{
    const struct cor_rival_row *a = x, *b = y;
    const int records = compare_records(a, b);
    if (records != 0)
        return records;
    if (cor_rival_before(&a->value.claim, &b->value.claim))
        return -1;
    if (cor_rival_before(&b->value.claim, &a->value.claim))
        return 1;
    return a->value.spot < b->value.spot ? -1 : a->value.spot > b->value.spot;
}

bool cor_rival_rows(struct cor_rival_row **out,
                    uint32_t *n,
                    struct cor_draft *draft)
{
    struct rows rows = {.draft = draft};
    COR_CHECK_EACH(draft, COR_KIND_RIVAL, rival)
    {
        struct cor_rival_row row = {0};
        bool found;
        judge_whole(draft, rival);
        if (!cor_rival_target(&row, &found, draft, rival) ||
            (found && !add_values(&rows, &row, rival)))
            return false;
    }
    if (rows.n != 0)
        qsort(rows.row, rows.n, sizeof *rows.row, compare);
    *out = rows.row;
    *n = (uint32_t)rows.n;
    return true;
}
