/* model/read.h -- from a YAML tree to the records of a draft. */
#ifndef MODEL_READ_H
#define MODEL_READ_H

#include "model/draft.h"
#include "model/yaml_tree.h"

/**
 * Read the records of a scenario file; `extends` and `network` are passed over.
 *
 * base    the spot of the file's first byte
 * Errors  COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_read_records(struct cor_draft *draft,
                                             const struct cor_yaml *yaml,
                                             uint32_t base,
                                             struct cor_error *err);

/** The value of a key of the document, or NULL. */
const struct cor_yaml_node *cor_read_key(const struct cor_yaml *yaml,
                                         const char *key);

#endif
