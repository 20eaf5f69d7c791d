/* model/table_records.h -- rows of a table on their way to records. */
#ifndef MODEL_TABLE_RECORDS_H
#define MODEL_TABLE_RECORDS_H

#include "model/table_part.h"

/** Rows that become records together, column by column: cells of one type then
 *  follow each other, and names wait for memory together. */
enum { COR_BATCH = COR_MOST_CELLS };

/** What is said once for many rows. */
struct cor_table_count {
    uint32_t n, first; /* spot of the first row */
};

/** A table of records that is being read. */
struct cor_table_records {
    struct cor_table table;
    struct cor_table_folder *folder;
    enum cor_kind kind;
    uint32_t first; /* the record of the first row */
    size_t *field;  /* [n_field] the columns that fill a field */
    size_t n_field;
    uint32_t *foreign; /* [n_column] where unread columns go; NULL: nowhere */
    struct cor_csv_cell *batch; /* [COR_BATCH * n_column] rows that wait */
    uint32_t n_batch;           /* of them, and the record of the first */
    uint32_t first_in_batch;
    size_t capacity, capacity_unit, geometry_id, dir_flag; /* columns */
    const struct cor_unit *unit; /* the unit met last, and as written */
    struct cor_text unit_text;
    struct cor_table_count undirected, modeless, unitless, lost_lines;
};

static inline bool cor_records_have(const struct cor_table_records *records,
                                    size_t column)
{
    return column < records->table.n_column;
}

static inline void cor_table_count(struct cor_table_count *count, uint32_t spot)
{
    if (count->n++ == 0)
        count->first = spot;
}

/** Complete a link from the columns beside its fields. */
COR_CHECKED bool cor_table_finish_link(struct cor_table_records *records,
                                       uint32_t record);

/** Warn of what was decided for the links of the table. */
COR_CHECKED bool cor_table_judge_links(struct cor_table_records *records);

/** Refuse coordinates that are not in longitude and latitude, all at once. */
COR_CHECKED bool cor_table_judge_places(struct cor_table_records *records);

/** State a field with a void value in all records of the table, so that nobody
 *  misses it any more. */
COR_CHECKED bool cor_table_void(struct cor_table_records *records,
                                uint32_t field);

#endif
