/* exchange/graphml_read.h -- nodes and edges of a graph as sheets. */
#ifndef EXCHANGE_GRAPHML_READ_H
#define EXCHANGE_GRAPHML_READ_H

#include <corridor/exchange/format.h>

/**
 * Read the graph of a GraphML file into the sheets `node` and `link`.
 *
 * No entity but those of XML itself is known, no other file is read, and
 * elements are nested 64 deep at most.
 *
 * Source  Brandes, Eiglsperger, Lerner (2010), GraphML primer
 */
COR_CHECKED enum cor_status cor_graphml_read(struct cor_sheets *sheets,
                                             const char *path,
                                             struct cor_error *err);

#endif
