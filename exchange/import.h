/* exchange/import.h -- what the steps of an import share. */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include <corridor/exchange/import.h>

#include <corridor/geo/crs.h>

#include "exchange/shape.h"
#include "model/field.h"

/** The row of a foreign sheet that a row of ours comes from. */
struct cor_origin {
    const struct cor_sheet *sheet; /* NULL: made here */
    size_t row;
};

/** One of our tables in the making. */
struct cor_target {
    struct cor_sheet *sheet;
    struct cor_origin *origin; /* [sheet->n] */
    size_t capacity;
    const char *file; /* "node.csv" */
};

/** A foreign column on its way. */
struct cor_matched {
    uint32_t field;   /* of the kind, COR_NO_FIELD: none */
    const char *name; /* that it gets in our table */
    bool known;       /* to our tables */
    bool is_used;     /* a row has a value in it */
};

/** An import under way. */
struct cor_importing {
    struct cor_import *out;
    const struct cor_import_options *how;
    struct cor_report *report;
    struct cor_arena *arena;
    struct cor_sheets theirs, ours;
    struct cor_crs *crs; /* NULL: longitude and latitude */
    struct cor_target node, link, source;
    size_t n_other, other_capacity;
    struct cor_target *other; /* [n_other] tables taken as they are */
    struct cor_names ids[2];  /* of rows of node and link */
    const struct cor_sheet *
        *first[2]; /* [ids[].n] the sheet that an id is of */
    size_t first_capacity[2];
    struct cor_error *err;
};

/** Count a fact, remembering where it was met first. */
COR_CHECKED enum cor_status cor_import_count(struct cor_importing *import,
                                             const char *code,
                                             bool is_loss,
                                             const char *what,
                                             const struct cor_sheet *sheet,
                                             uint32_t column,
                                             size_t row,
                                             const char *example);

/**
 * Complain of a row of theirs, by its name where it has one.
 *
 * origin  row SIZE_MAX: the sheet as a whole; sheet NULL: of no file
 * column  of its sheet, or COR_NONE
 * advice  NULL: none
 */
void cor_import_say(struct cor_importing *import,
                    enum cor_severity severity,
                    const char *code,
                    struct cor_origin origin,
                    uint32_t column,
                    const char *advice,
                    const char *message);

/** What the columns of a sheet are in the table of a kind, in an array of
 *  [n_column]; NULL for want of memory. */
struct cor_matched *cor_import_match(struct cor_importing *import,
                                     const struct cor_sheet *sheet,
                                     enum cor_kind kind);

/** List what the columns were taken for, as far as rows have values in them;
 *  false for want of memory. */
COR_CHECKED bool cor_import_note(struct cor_importing *import,
                                 const struct cor_sheet *sheet,
                                 const struct cor_matched *match,
                                 enum cor_kind kind);

/** The column that is matched with a field, or COR_NONE. */
uint32_t cor_import_find(const struct cor_matched *match,
                         const struct cor_sheet *sheet,
                         uint32_t field);

/** Begin a row of a target. */
COR_CHECKED enum cor_status cor_import_row(struct cor_importing *import,
                                           struct cor_target *target,
                                           struct cor_origin origin);

/** Set a cell of the last row of a target; `text` is copied. */
COR_CHECKED enum cor_status cor_import_put(struct cor_importing *import,
                                           struct cor_target *target,
                                           const char *column,
                                           struct cor_text text);

/** The same, of a number. */
COR_CHECKED enum cor_status cor_import_number(struct cor_importing *import,
                                              struct cor_target *target,
                                              const char *column,
                                              double value);

/** A cell of a target, by the name of its column. */
struct cor_text cor_import_cell(const struct cor_target *target,
                                const char *column,
                                size_t row);

/** Points of theirs in longitude and latitude, in place. What has none is an
 *  error at the cell. */
COR_CHECKED enum cor_status cor_import_points(struct cor_importing *import,
                                              struct cor_point *point,
                                              size_t n,
                                              const struct cor_sheet *sheet,
                                              uint32_t column,
                                              size_t row);

/** Set an id of the last row of `node` or `link`, making one where there is
 *  none. */
COR_CHECKED enum cor_status cor_import_id(struct cor_importing *import,
                                          struct cor_target *target,
                                          struct cor_text id,
                                          const struct cor_sheet *sheet,
                                          size_t row);

/** The kind of record whose table has the name of a sheet; COR_N_KIND: none. */
enum cor_kind cor_import_kind(const char *sheet);

/** Take a table of ours as it is, but for names of columns that were cut. */
COR_CHECKED enum cor_status cor_import_table(struct cor_importing *import,
                                             struct cor_sheet *sheet);

/** Make rows of ours of all sheets of theirs. */
COR_CHECKED enum cor_status cor_import_rows(struct cor_importing *import);

/** What an end of a line is called until it has a place. */
#define COR_IMPORT_OPEN_END "?"

/** Give links without ends the places that their lines meet. */
COR_CHECKED enum cor_status cor_import_ends(struct cor_importing *import);

/** Name a source for every row that names none, and list those that are named
 *  without being there. */
COR_CHECKED enum cor_status cor_import_sources(struct cor_importing *import,
                                               const char *path);

/** Load the tables, and say what is wrong with them where their rows come
 *  from. */
COR_CHECKED enum cor_status cor_import_judge(struct cor_importing *import,
                                             const char *path);

#endif
