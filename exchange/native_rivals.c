#include "exchange/native.h"

#include "exchange/field_text.h"
#include "model/rival.h"

#include <string.h>

/* The rival values of one set, on their way to rows. */
struct making {
    const struct cor_draft *draft;
    struct cor_sheet *sheet;
    const struct cor_rival_set *set;
    struct cor_buffer cell;
};

static enum cor_status put(struct making *making,
                           const char *column,
                           enum cor_column_type type,
                           struct cor_error *err)
{
    const struct cor_text text = {making->cell.at, making->cell.n};
    enum cor_status status = COR_OK;
    if (making->cell.failed)
        status = COR_FAIL_MEMORY(err);
    else if (making->cell.n != 0)
        status = cor_native_set(making->sheet, column, type, text, err);
    making->cell.n = 0;
    return status;
}

/* What tells the record from others: of transfers and borders the fields that
   address it, of links and services their ids. */
static enum cor_status put_address(struct making *making, struct cor_error *err)
{
    const enum cor_kind kind = making->set->kind;
    const uint32_t record = making->set->record[0];
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < cor_kinds[kind].n_field && status == COR_OK; i++) {
        if (!cor_kinds[kind].field[i].addresses ||
            !cor_field_stated(making->draft, kind, i, record))
            continue;
        const char *name = cor_native_column(kind, i, making->sheet->in->arena);
        cor_field_cell(&making->cell, making->draft, kind, i, record,
                       COR_QUANTITY_EXACT);
        status = name == NULL ? COR_FAIL_MEMORY(err)
                              : put(making, name, COR_COLUMN_TEXT, err);
    }
    return status;
}

static enum cor_status put_ids(struct making *making, struct cor_error *err)
{
    const struct cor_rival_set *set = making->set;
    for (uint32_t i = 0; i < set->n_record; i++) {
        cor_buffer_add(&making->cell, ";", i != 0);
        cor_buffer_text(&making->cell,
                        cor_draft_id(making->draft, set->kind, set->record[i]));
    }
    return put(making, set->kind == COR_KIND_LINK ? "link_id" : "service_id",
               COR_COLUMN_TEXT, err);
}

static enum cor_status put_number(struct making *making,
                                  const struct cor_rival_value *value,
                                  struct cor_error *err)
{
    const uint32_t field = COR_RIVAL_LENGTH + making->set->attribute;
    const struct cor_unit *unit =
        cor_field_unit(COR_KIND_RIVAL, field, value->dimension);
    const char *name =
        cor_native_column(COR_KIND_RIVAL, field, making->sheet->in->arena);
    if (name == NULL)
        return COR_FAIL_MEMORY(err);
    cor_field_quantity(&making->cell, value->claim.number, unit,
                       value->dimension, COR_QUANTITY_EXACT);
    const enum cor_status status = put(making, name, COR_COLUMN_NUMBER, err);
    if (status != COR_OK || making->set->attribute != COR_ATTRIBUTE_CAPACITY)
        return status;
    cor_buffer_text(&making->cell, unit->name);
    return put(making, "capacity_unit", COR_COLUMN_TEXT, err);
}

/* The note of the row that a value stands in. */
static enum cor_status put_note(struct making *making,
                                const struct cor_rival_value *value,
                                struct cor_error *err)
{
    const struct cor_draft *draft = making->draft;
    const uint32_t field = COR_RIVAL_LENGTH + making->set->attribute;
    if (cor_draft_column(draft, COR_KIND_RIVAL, COR_RIVAL_NOTE)->spot == NULL)
        return COR_OK;
    COR_CHECK_EACH(draft, COR_KIND_RIVAL, row)
    if (cor_draft_at(draft, COR_KIND_RIVAL, field, row) == value->spot &&
        cor_field_stated(draft, COR_KIND_RIVAL, COR_RIVAL_NOTE, row)) {
        cor_field_cell(&making->cell, draft, COR_KIND_RIVAL, COR_RIVAL_NOTE,
                       row, COR_QUANTITY_EXACT);
        break;
    }
    return put(making, "note", COR_COLUMN_TEXT, err);
}

static enum cor_status put_value(struct making *making,
                                 const struct cor_rival_value *value,
                                 struct cor_error *err)
{
    const enum cor_kind kind = making->set->kind;
    enum cor_status status = cor_sheet_row(making->sheet, 0, err);
    if (status == COR_OK)
        status = kind == COR_KIND_LINK || kind == COR_KIND_SERVICE
                     ? put_ids(making, err)
                     : put_address(making, err);
    if (status == COR_OK)
        status = put_number(making, value, err);
    if (status == COR_OK) {
        cor_buffer_text(
            &making->cell,
            cor_draft_name(making->draft, COR_SPACE_SOURCE, value->source));
        status = put(making, "source", COR_COLUMN_TEXT, err);
    }
    return status == COR_OK ? put_note(making, value, err) : status;
}

static enum cor_status put_sets(struct making *making, struct cor_error *err)
{
    const struct cor_draft *draft = making->draft;
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < draft->n_rivals && status == COR_OK; i++) {
        making->set = &draft->rivals[i];
        for (uint32_t j = 0; j < making->set->n && status == COR_OK; j++)
            if (!making->set->value[j].own)
                status = put_value(making, &making->set->value[j], err);
    }
    return status;
}

enum cor_status cor_native_rivals(struct cor_sheets *sheets,
                                  const struct cor_draft *draft,
                                  struct cor_error *err)
{
    struct cor_arena scratch;
    if (draft->n_rivals == 0)
        return COR_OK;
    cor_arena_init(&scratch, SIZE_MAX);
    struct making making = {.draft = draft,
                            .sheet = cor_sheet_add(sheets, "rival", NULL),
                            .cell = {.arena = &scratch}};
    const enum cor_status status =
        making.sheet == NULL ? COR_FAIL_MEMORY(err) : put_sets(&making, err);
    cor_arena_finish(&scratch);
    return status;
}
