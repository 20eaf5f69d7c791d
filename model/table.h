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

/**
 * Read tables from memory as a folder that is a scenario of its own.
 *
 * file   [n] named as in the folder; their bytes live as long as the draft
 * shown  what messages call the folder
 * Errors  COR_NO_MEMORY; COR_CANNOT_READ: a table that is needed is missing
 */
COR_CHECKED enum cor_status cor_table_read_files(struct cor_draft *draft,
                                                 const struct cor_source *file,
                                                 size_t n,
                                                 const char *shown,
                                                 struct cor_error *err);

/**
 * Read a table of records that lies anywhere, as a layer above all that was
 * read before.
 *
 * Errors  COR_CANNOT_READ, COR_BAD_INPUT: the file cannot be had;
 *         COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_table_read_file(struct cor_draft *draft,
                                                enum cor_kind kind,
                                                const char *path,
                                                struct cor_error *err);

#endif
