/* model/table.h -- folders of tables, read into a draft. */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include "model/draft.h"

/**
 * Read the tables in a folder: those of GMNS and ours, by their file names.
 * What is wrong goes to the draft's report.
 *
 * folder    its path; tables must lie in `draft->root` with all links resolved,
 *           unless that is NULL
 * shown     the path as users would name it
 * asked_at  the spot that asks for it; 0: the folder is the whole scenario, and
 *           must have node.csv and link.csv
 * Errors    COR_CANNOT_READ: only with asked_at 0; COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_table_read_folder(struct cor_draft *draft,
                                                  const char *folder,
                                                  const char *shown,
                                                  uint32_t asked_at,
                                                  struct cor_error *err);

#endif
