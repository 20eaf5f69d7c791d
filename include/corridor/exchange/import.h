/* corridor/exchange/import.h -- networks of others, as our tables. */
#ifndef COR_EXCHANGE_IMPORT_H
#define COR_EXCHANGE_IMPORT_H

#include <corridor/exchange/format.h>
#include <corridor/model/load.h>

/** A column that the user named. */
struct cor_import_name {
    const char *theirs, *ours;
};

/** How to import; all zero is a good start. */
struct cor_import_options {
    const struct cor_format *format; /* NULL: told by the path */
    const char *mode;                /* of links that state none; NULL: none */
    const char *crs; /* of coordinates whose file does not say; NULL: they are
                         longitude and latitude */
    double snap_m;   /* ends of lines that are so near to each other meet; 0:
                         COR_IMPORT_SNAP_M */
    const char *length_unit; /* of lengths without one, whatever the file says:
                                a unit of length; NULL: as it says, else km */
    size_t n_name;
    const struct cor_import_name *name;  /* [n_name] */
    const char *title, *licence, *grade; /* of the source; NULL: not stated */
};

/** Ends of lines that are no farther apart meet, in m: what rounding to four
 *  decimals of a degree does to a point. */
#define COR_IMPORT_SNAP_M 10.0

/** Ends that do not meet but are so near to each other are told of, in m. */
#define COR_IMPORT_NEAR_M 1000.0

/** Something that was made of what the file says, or could not be used. */
struct cor_import_fact {
    const char *code;    /* lower-case words joined by '-', stable */
    const char *what;    /* in words */
    bool is_loss;        /* it could not be used */
    size_t n;            /* how often */
    struct cor_place at; /* the first time; file NULL: nowhere */
    const char *example; /* what is there; "" when nothing more is to be said */
};

/** A column of theirs and what it was taken for. */
struct cor_import_match {
    const char *sheet, *theirs, *ours; /* ours NULL: kept as it is, not used */
    const char *table;                 /* ours that it went to */
};

/** What was understood; all of it is owned by the arena. */
struct cor_import {
    const struct cor_format *format;
    const struct cor_scenario *scenario; /* NULL: it has errors */
    struct cor_files files;              /* the tables */
    size_t n_fact, n_match, fact_capacity, match_capacity;
    struct cor_import_fact *fact;   /* [n_fact] in the order they were met */
    struct cor_import_match *match; /* [n_match] */
};

/**
 * Read a network, make our tables of it, and judge them as a scenario is
 * judged. Nothing is written.
 *
 * out     set with COR_OK and, as far as it came, with COR_BAD_INPUT
 * report  gets everything wrong, at the places of the file that was read
 * Errors  COR_BAD_INPUT: the report has errors; COR_CANNOT_READ: the path;
 *         COR_UNSUPPORTED: this build lacks what the format takes;
 *         COR_UNKNOWN_NAME: no format is known for the path, or a name of the
 *         options is none; COR_NO_MEMORY
 * Cost    O(bytes + n log n) for n rows
 */
COR_CHECKED enum cor_status
cor_import_read(struct cor_import *out,
                const char *path,
                const struct cor_import_options *how,
                struct cor_report *report,
                struct cor_arena *arena,
                struct cor_error *err);

#endif
