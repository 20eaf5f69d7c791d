/* corridor/geo/wkt.h -- lines written as well-known text. */
#ifndef COR_GEO_WKT_H
#define COR_GEO_WKT_H

#include <corridor/base/text.h>
#include <corridor/geo/point.h>

/**
 * Read LINESTRING or MULTILINESTRING, whose parts are joined end to end; Z and
 * M values are read and left out. Coordinates are not checked for their domain.
 *
 * out, out_n  owned by the arena; an EMPTY line has no points
 * fault_at    set on COR_BAD_INPUT to the byte where reading stopped; nullable
 * Errors      COR_BAD_INPUT, COR_NO_MEMORY
 * Source      OGC 06-103r4, clause 7
 */
COR_CHECKED enum cor_status cor_wkt_read_line(const struct cor_point **out,
                                              size_t *out_n,
                                              struct cor_text text,
                                              size_t *fault_at,
                                              struct cor_arena *arena,
                                              struct cor_error *err);

#endif
