/* model/foreign.h -- what tables say that no field of ours reads.
 *
 * A scenario has no use for it; who writes its tables again must not lose it.
 * So it is kept only where somebody looks at the draft.
 */
#ifndef MODEL_FOREIGN_H
#define MODEL_FOREIGN_H

#include "model/field.h"

/** A value that is not read. */
struct cor_foreign_cell {
    uint32_t record;      /* of the draft; of config.csv and geometry.csv the
                             number of the row among those that were read */
    struct cor_text text; /* of bytes that live as long as the draft */
};

/** A column that is not read, of all tables of its kind. */
struct cor_foreign_column {
    const char *name; /* as the table has it */
    size_t n, capacity;
    struct cor_foreign_cell *cell; /* [n] by rising record; none is empty */
};

struct cor_foreign_columns {
    uint32_t n;
    size_t capacity;
    struct cor_foreign_column *column; /* [n] in the order they were met */
};

/** What a draft keeps of its tables; owned by the draft's arena. */
struct cor_foreign {
    struct cor_foreign_columns of[COR_N_KIND]; /* tables of records */
    struct cor_foreign_columns config, geometry;
    uint32_t n_config, n_geometry; /* rows that were read */
    size_t n_table, table_capacity;
    const char **table; /* [n_table] files of folders that are no table of ours,
                           by their escaped names */
};

struct cor_table;
struct cor_table_folder;

/**
 * Where the columns of a table go that are not read: for each column the number
 * of the foreign one, or COR_NONE.
 *
 * out      [table->n_column], owned by the draft's arena
 * Returns  false for want of memory
 */
COR_CHECKED bool cor_foreign_match(uint32_t **out,
                                   struct cor_foreign_columns *columns,
                                   const struct cor_table *table);

/** Keep the cells of the row that the table looks at. */
COR_CHECKED bool cor_foreign_keep_row(struct cor_foreign_columns *columns,
                                      const uint32_t *match,
                                      const struct cor_table *table,
                                      uint32_t record);

/** Keep a cell of a column that is read, but whose value is not used. */
COR_CHECKED bool cor_foreign_keep(struct cor_foreign_columns *columns,
                                  const char *name,
                                  uint32_t record,
                                  struct cor_text text,
                                  struct cor_arena *arena);

/** List the tables of a folder that are none of ours; of one that cannot be
 *  listed, none. */
COR_CHECKED bool cor_foreign_list_tables(const struct cor_table_folder *folder);

#endif
