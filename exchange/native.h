/* exchange/native.h -- our tables, made of a draft. */
#ifndef EXCHANGE_NATIVE_H
#define EXCHANGE_NATIVE_H

#include <corridor/exchange/sheet.h>

#include "model/check.h"

/** Whether a record counts before the check has found out: none of a later
 *  layer has its id. */
COR_CHECKED bool cor_native_living(bool **out,
                                   const struct cor_draft *draft,
                                   enum cor_kind kind,
                                   struct cor_arena *arena);

/** The name of a field's column in our tables, owned by `arena`; NULL for want
 *  of memory. */
const char *
cor_native_column(enum cor_kind kind, uint32_t field, struct cor_arena *arena);

/**
 * Add a sheet for each kind of record that there are any of, but for rivals.
 *
 * checked  whether the draft was checked: places and links then have their
 *          geometry, and `geodesic_km` is beside the length of links
 * Errors   COR_NO_MEMORY, COR_BAD_INPUT
 */
COR_CHECKED enum cor_status cor_native_tables(struct cor_sheets *sheets,
                                              const struct cor_draft *draft,
                                              bool checked,
                                              struct cor_error *err);

/** Add the sheet `rival`, if values have rivals in a checked draft. */
COR_CHECKED enum cor_status cor_native_rivals(struct cor_sheets *sheets,
                                              const struct cor_draft *draft,
                                              struct cor_error *err);

/** Set a cell of the last row by the name of its column. */
COR_CHECKED enum cor_status cor_native_set(struct cor_sheet *sheet,
                                           const char *column,
                                           enum cor_column_type type,
                                           struct cor_text text,
                                           struct cor_error *err);

#endif
