/* corridor/base/csv.h -- rows of cells in comma-separated text.
 *
 * Read are RFC 4180 and what is met beside it: lines that end with LF or CR
 * only, a byte-order mark, empty lines, a last line without an end.
 */
#ifndef COR_BASE_CSV_H
#define COR_BASE_CSV_H

#include <corridor/base/report.h>

/** A cell of a row. */
struct cor_csv_cell {
    struct cor_text text; /* without the quotes around it, doubled ones single;
                             of the source itself or, if it has doubled
                             quotes, of the arena */
    uint32_t offset;      /* in the source: its first byte or opening quote */
    bool quoted;
};

/** A reader in the caller's storage; look at `cell` and `n_cell`. */
struct cor_csv {
    const struct cor_source *source;
    struct cor_report *report;
    struct cor_arena *arena;
    struct cor_csv_cell *cell; /* [n_cell] the row read last */
    size_t n_cell, capacity;
    size_t n_column; /* cells of the first row; 0 before it is read */
    uint32_t at;     /* the byte to read next */
    uint32_t word;   /* the eight bytes that were searched for marks */
    bool open_quote; /* the last cell read has no closing quote */
    uint64_t marks;  /* a bit for each comma, quote and line end to come */
};

/**
 * Begin to read; nothing is given out before cor_csv_next.
 *
 * source   borrowed, as cells are views into it
 * report   gets every complaint
 * arena    holds the cells of one row and those with doubled quotes
 * Returns  whether the bytes are text: UTF-8 without zero bytes, a byte-order
 *          mark at the start at most; if not, the report has the place, and no
 *          row can be read
 */
COR_CHECKED bool cor_csv_begin(struct cor_csv *csv,
                               const struct cor_source *source,
                               struct cor_report *report,
                               struct cor_arena *arena);

/**
 * Read the next row that is not empty.
 *
 * A row with fewer or more cells than the first is an error in the report, and
 * is given filled up with empty cells, or without the last ones, so that its
 * other cells can still be judged.
 *
 * out     whether there was a row; its cells last until the next call
 * Errors  COR_NO_MEMORY
 * Cost    O(bytes of the row)
 * Source  RFC 4180 (2005), section 2
 */
COR_CHECKED enum cor_status
cor_csv_next(bool *out, struct cor_csv *csv, struct cor_error *err);

/** Where a cell of the row begins. */
static inline struct cor_spot cor_csv_spot(const struct cor_csv *csv,
                                           size_t column)
{
    return (struct cor_spot){csv->source, csv->cell[column].offset};
}

#endif
