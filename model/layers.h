/* model/layers.h -- scenario files that extend each other. */
#ifndef MODEL_LAYERS_H
#define MODEL_LAYERS_H

#include "model/draft.h"

/**
 * Read a scenario file into a draft, before it the ones it extends and the
 * folders of tables it names. What is wrong goes to the draft's report; with
 * something that is not YAML at all, `draft->unreadable` is set.
 *
 * source  its bytes must live as long as the draft
 * real    its resolved path; NULL: it is no file, and its paths begin at the
 *         working folder
 * Errors  COR_NO_MEMORY; COR_BAD_INPUT: more files than can be numbered
 */
COR_CHECKED enum cor_status cor_layers_read(struct cor_draft *draft,
                                            const struct cor_source *source,
                                            const char *real,
                                            struct cor_error *err);

#endif
