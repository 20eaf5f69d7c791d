/* render/offset.h -- lines beside lines. */
#ifndef COR_RENDER_OFFSET_H
#define COR_RENDER_OFFSET_H

#include <corridor/base/arena.h>
#include <corridor/render/scene.h>

/** A point of a line, how far to the left of it another shall run, and what
 *  the piece from here on is. */
struct cor_offset_point {
    struct cor_vec at; /* x NAN: the line is broken here */
    double left_mm;
    uint32_t piece;
};

/**
 * Move a line aside. Where the distance changes it does so gradually, corners
 * are rounded, and what would run backwards in a bend is left out.
 *
 * out     owned by the arena; untouched on failure
 * line    [n]
 * easing  mm of line that a change of the distance takes
 * Errors  COR_NO_MEMORY
 * Cost    O(n + length / 0.5 mm)
 */
COR_CHECKED enum cor_status cor_offset_line(const struct cor_offset_point **out,
                                            size_t *out_n,
                                            const struct cor_offset_point *line,
                                            size_t n,
                                            double easing_mm,
                                            struct cor_arena *arena);

#endif
