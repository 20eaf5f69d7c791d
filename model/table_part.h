/* model/table_part.h -- what the readers of the single tables share. */
#ifndef MODEL_TABLE_PART_H
#define MODEL_TABLE_PART_H

#include <corridor/base/csv.h>

#include "model/draft.h"

/** What the cells of a column are for. */
enum cor_cell_role {
    COR_CELL_FIELD,         /* set by the binding */
    COR_CELL_GEOMETRY_ID,   /* names a line of geometry.csv */
    COR_CELL_DIR_FLAG,      /* -1: that line runs from the second end */
    COR_CELL_CAPACITY_UNIT, /* of the capacity or flow beside it */
    COR_CELL_CAPACITY,      /* waits for its unit */
    COR_CELL_LONG_LENGTH,   /* of config.csv, as are the next two */
    COR_CELL_SPEED,
    COR_CELL_CRS,
    COR_CELL_GEOMETRY, /* of geometry.csv */
    COR_CELL_IGNORED,  /* known to mean nothing here */
};

/** A column that a table may have. */
struct cor_known_column {
    const char *name;
    enum cor_cell_role role;
    bool required;
    struct cor_binding binding; /* of a field */
};

struct cor_known_columns {
    const struct cor_known_column *column; /* [n] */
    size_t n;
};

/** What config.csv says, or what holds without it. */
struct cor_table_config {
    double length_m;  /* one of the unit of `length` */
    double speed_m_s; /* one of the unit of `free_speed` */
    bool crs_stated;
    bool crs_foreign; /* coordinates are not in longitude and latitude */
};

/** The lines of geometry.csv by their ids. */
struct cor_table_geometry {
    bool present;
    struct cor_names ids;
    struct cor_draft_line *line; /* [ids.n] */
    uint32_t *spot;              /* [ids.n] */
    size_t capacity;
};

/** A table that is open: its header was read. */
struct cor_table {
    struct cor_draft *draft;
    struct cor_csv csv;
    uint32_t base;                          /* spot of its first byte */
    const char *shown;                      /* its path */
    const struct cor_known_column **column; /* [n_column] NULL: not read */
    size_t n_column;
    const struct cor_csv_cell *row; /* [n_column] the row that is looked at */
    bool complete;                  /* no required column is missing */
};

/** A folder that is being read. */
struct cor_table_folder {
    struct cor_draft *draft;
    const char *path; /* NULL: of files in memory */
    const char *shown;
    const struct cor_source *file; /* [n_file] with names inside the folder */
    size_t n_file;
    uint32_t asked_at;
    uint32_t n_table; /* tables found so far */
    struct cor_table_config config;
    struct cor_table_geometry geometry;
};

/**
 * Every name that a column of a kind of record may have, in the draft's arena;
 * a quantity has one for each of its units.
 */
COR_CHECKED bool cor_known_columns_of(struct cor_known_columns *out,
                                      struct cor_draft *draft,
                                      enum cor_kind kind,
                                      const struct cor_table_config *config);

/**
 * Open a table of the folder and match its header. Columns that are not known
 * are listed in a note; a name cut to ten characters, as dBase files have it,
 * stands for the only known one that begins so.
 *
 * out      set if `found`
 * found    whether there is such a table with text and a header; what is wrong
 *          with it otherwise is reported
 * needed   whether the folder must have it
 * Errors   COR_CANNOT_READ: a needed table of a folder that nobody asked for
 */
COR_CHECKED enum cor_status
cor_table_open(bool *found,
               struct cor_table *out,
               struct cor_table_folder *folder,
               const char *name,
               bool needed,
               const struct cor_known_columns *known,
               struct cor_error *err);

/** Open a table that lies anywhere; as cor_table_open. */
COR_CHECKED enum cor_status
cor_table_open_file(bool *found,
                    struct cor_table *out,
                    struct cor_draft *draft,
                    const char *path,
                    const struct cor_known_columns *known,
                    struct cor_error *err);

/** Read the next row and look at it. */
COR_CHECKED enum cor_status
cor_table_next(bool *out, struct cor_table *table, struct cor_error *err);

/** The spot of a cell of the row. */
static inline uint32_t cor_table_spot(const struct cor_table *table,
                                      size_t column)
{
    return table->base + table->row[column].offset;
}

/** A cell of the row without blanks around it. */
static inline struct cor_text cor_table_cell(const struct cor_table *table,
                                             size_t column)
{
    struct cor_text text = table->row[column].text;
    if (text.n != 0 && ((unsigned char)text.at[0] <= ' ' ||
                        (unsigned char)text.at[text.n - 1] <= ' '))
        text = cor_text_trim(text);
    return text;
}

/** The column of a role, of COR_CELL_FIELD that of a field; `n_column` if there
 *  is none. */
size_t cor_table_find(const struct cor_table *table,
                      enum cor_cell_role role,
                      uint32_t field);

/** Match the header of a table whose first row was read. */
COR_CHECKED bool cor_table_match(struct cor_table *table,
                                 const struct cor_known_columns *known);

/** Read config.csv, if there is one. */
COR_CHECKED enum cor_status cor_table_read_config(struct cor_table_folder *,
                                                  struct cor_error *err);

/** Read geometry.csv, if there is one. */
COR_CHECKED enum cor_status cor_table_read_geometry(struct cor_table_folder *,
                                                    struct cor_error *err);

/** Read the table of a kind of record, if there is one or it is needed. */
COR_CHECKED enum cor_status cor_table_read_records(struct cor_table_folder *,
                                                   enum cor_kind kind,
                                                   bool needed,
                                                   struct cor_error *err);

#endif
