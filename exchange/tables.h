/* exchange/tables.h -- sheets as CSV tables, and tables as sheets. */
#ifndef EXCHANGE_TABLES_H
#define EXCHANGE_TABLES_H

#include <corridor/exchange/format.h>

/**
 * Read a CSV file as one sheet; a cell without text is no value.
 *
 * name    of the sheet
 * Errors  COR_CANNOT_READ, COR_BAD_INPUT, COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_tables_read(struct cor_sheets *sheets,
                                            const char *path,
                                            const char *name,
                                            struct cor_error *err);

/**
 * Write a sheet as a CSV file, a line a row but for line ends inside cells.
 *
 * file    its name is the sheet's with ".csv"; owned by `arena`
 * Source  RFC 4180 (2005), with LF for CRLF as everywhere here
 */
COR_CHECKED enum cor_status cor_tables_write(struct cor_file *file,
                                             const struct cor_sheet *sheet,
                                             struct cor_arena *arena,
                                             struct cor_error *err);

#endif
