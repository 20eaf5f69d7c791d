/* corridor/exchange/sheet.h -- what files of other programs say, as sheets of
 * text.
 *
 * Between any format and the tables of this library stand sheets: a reader of a
 * format fills them, a writer of a format writes them, and neither knows what
 * the columns mean. A sheet is kept by column, so that features which share few
 * properties take little room.
 */
#ifndef COR_EXCHANGE_SHEET_H
#define COR_EXCHANGE_SHEET_H

#include <corridor/base/report.h>

/** What the cells of a column are, for formats that tell numbers from text. */
enum cor_column_type {
    COR_COLUMN_TEXT,
    COR_COLUMN_NUMBER, /* as cor_number_parse reads it */
    COR_COLUMN_WHOLE,  /* a number without fraction */
    COR_COLUMN_TRUTH,  /* 0 or 1, in other programs also false or true */
};

/** A column of a sheet. */
struct cor_sheet_column {
    const char *name; /* UTF-8 */
    enum cor_column_type type;
    struct cor_text *cell; /* [n_cell] `at` NULL: no value; rows beyond have
                              none */
    size_t n_cell, capacity;
};

/** A table, or a layer of features. */
struct cor_sheet {
    struct cor_sheets *in;
    const char *name; /* "node", "link", or what the file calls the layer */
    const struct cor_source *source; /* that it was read from, or NULL; one
                                        without text has n 0 */
    uint32_t geometry; /* the column that holds it as well-known text, in
                            `in->crs`; COR_NONE: no column does */
    bool is_numbered;  /* rows are called by number: "feature 12" */
    bool is_directed;  /* its lines lead from their first point to their last
                            one only */
    uint32_t n_column;
    struct cor_sheet_column *column; /* [n_column] */
    size_t column_capacity;
    size_t n;         /* rows */
    uint32_t *offset; /* [n] byte of the source where a row begins */
    size_t capacity;
    struct cor_names names; /* of columns, numbered as they are */
};

/** The sheets of a file or folder, in order. */
struct cor_sheets {
    struct cor_arena *arena;   /* of everything below; borrowed */
    struct cor_report *report; /* gets complaints of readers; borrowed */
    const char *crs; /* coordinate reference system that the file states, as
                        PROJ reads it ("EPSG:3857"); NULL: longitude and
                        latitude, or not stated */
    const char *title, *licence; /* of the data, where the file says; or NULL */
    size_t n, capacity;
    struct cor_sheet **sheet; /* [n] */
    size_t n_cell;            /* cells that there is room for, in all */
};

/** The most columns of a sheet, and cells of all sheets: what is larger is
 *  refused before it fills the memory. */
enum { COR_SHEET_COLUMNS = 2000, COR_SHEET_CELLS = 1 << 26 };

/** Begin without sheets; both are borrowed. */
void cor_sheets_init(struct cor_sheets *sheets,
                     struct cor_arena *arena,
                     struct cor_report *report);

/**
 * Add an empty sheet.
 *
 * name     copied
 * source   borrowed as long as the sheets; NULL: none
 * Returns  owned by the sheets; NULL for want of memory
 */
struct cor_sheet *cor_sheet_add(struct cor_sheets *sheets,
                                const char *name,
                                const struct cor_source *source);

/** The sheet of that name, or NULL. */
struct cor_sheet *cor_sheet_named(const struct cor_sheets *sheets,
                                  const char *name);

/**
 * The column of a name, added if it is new.
 *
 * out     its number
 * name    copied; what is not UTF-8 must have been escaped
 * Errors  COR_NO_MEMORY; COR_BAD_INPUT: more than COR_SHEET_COLUMNS
 */
COR_CHECKED enum cor_status cor_sheet_column(uint32_t *out,
                                             struct cor_sheet *sheet,
                                             struct cor_text name,
                                             struct cor_error *err);

/** The number of a column, or COR_NONE. */
uint32_t cor_sheet_find(const struct cor_sheet *sheet, const char *name);

/**
 * Begin a row, without values.
 *
 * offset  byte of the source where it begins; of a source without text 0
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_sheet_row(struct cor_sheet *sheet, uint32_t offset, struct cor_error *err);

/**
 * Set a cell of the last row.
 *
 * text    borrowed as long as the sheets; NULL `at`: no value
 * Errors  COR_NO_MEMORY; COR_BAD_INPUT: more than COR_SHEET_CELLS
 */
COR_CHECKED enum cor_status cor_sheet_set(struct cor_sheet *sheet,
                                          uint32_t column,
                                          struct cor_text text,
                                          struct cor_error *err);

/** The same of a text that is copied. */
COR_CHECKED enum cor_status cor_sheet_copy(struct cor_sheet *sheet,
                                           uint32_t column,
                                           struct cor_text text,
                                           struct cor_error *err);

/** A cell; all zero for no value, or for the column COR_NONE. */
static inline struct cor_text
cor_sheet_cell(const struct cor_sheet *sheet, uint32_t column, size_t row)
{
    return column == COR_NONE || row >= sheet->column[column].n_cell
               ? (struct cor_text){0}
               : sheet->column[column].cell[row];
}

/** Where a row stands; for the column of a cell that is a piece of the source,
 *  where the cell stands. COR_NONE: the row. */
struct cor_spot
cor_sheet_spot(const struct cor_sheet *sheet, uint32_t column, size_t row);

/** What messages call a row: "feature 12 of 'roads'" where rows are numbered,
 *  else "". Owned by `arena`; never NULL. */
const char *cor_sheet_row_name(const struct cor_sheet *sheet,
                               size_t row,
                               struct cor_arena *arena);

#endif
