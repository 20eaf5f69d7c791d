/* exchange/native_foreign.h -- columns that no field of ours reads, in our
 * tables. */
#ifndef EXCHANGE_NATIVE_FOREIGN_H
#define EXCHANGE_NATIVE_FOREIGN_H

#include <corridor/exchange/sheet.h>

#include "exchange/buffer.h"
#include "model/check.h"
#include "model/foreign.h"

/** Foreign columns on their way to a sheet. */
struct cor_native_foreign {
    const struct cor_foreign_columns *from;
    uint32_t *column; /* [from->n] of the sheet; COR_NONE: left out */
    size_t *next;     /* [from->n] the cell that comes next */
};

/**
 * Add a column to a sheet for each foreign one that a living record has a value
 * in. A name that the sheet has, case aside, gets '_' behind it.
 *
 * living  [records]
 * arena   of what stays until the last row
 * Errors  COR_NO_MEMORY, COR_BAD_INPUT
 */
COR_CHECKED enum cor_status
cor_native_foreign_begin(struct cor_native_foreign *out,
                         struct cor_sheet *sheet,
                         const struct cor_foreign_columns *from,
                         const bool *living,
                         struct cor_arena *arena,
                         struct cor_error *err);

/** Set the cells of the last row; records come by rising number. */
COR_CHECKED enum cor_status
cor_native_foreign_put(struct cor_native_foreign *foreign,
                       struct cor_sheet *sheet,
                       uint32_t record,
                       struct cor_error *err);

/** Add the sheet `config` with what config.csv says and nobody reads, if it
 *  says any such thing. */
COR_CHECKED enum cor_status cor_native_config(struct cor_sheets *sheets,
                                              const struct cor_draft *draft,
                                              struct cor_error *err);

/** What no sheet holds, in words: "3 values of 'owner' in geometry.csv, the
 *  table zone.csv"; empty when all is held. */
void cor_native_lost(struct cor_buffer *out, const struct cor_draft *draft);

#endif
