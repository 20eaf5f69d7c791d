/* render/clip.h -- lines and rings cut to rectangles. */
#ifndef COR_RENDER_CLIP_H
#define COR_RENDER_CLIP_H

#include <corridor/render/scene.h>

/**
 * The part of a line from a to b that lies in a rectangle.
 *
 * Returns  false when none does
 * Source   Liang and Barsky (1984), doi:10.1145/357332.357333
 */
bool cor_clip_line(struct cor_vec *a,
                   struct cor_vec *b,
                   const struct cor_rect *rect);

/** The most points that a ring of n can have once it is cut. */
static inline size_t cor_clip_bound(size_t n)
{
    return 16 * n + 16;
}

/** Whether all points lie in a rectangle: most rings need no cutting. */
bool cor_clip_is_within(const struct cor_vec *point,
                        size_t n,
                        const struct cor_rect *rect);

/**
 * Cut a ring to a rectangle; parts that fall apart stay joined along its edge,
 * which fills do not show.
 *
 * ring, spare  [cor_clip_bound(n)] the result is in `ring`
 * n            points, the first not repeated
 * Returns      how many points are left; fewer than 3: nothing
 * Source       Sutherland and Hodgman (1974), doi:10.1145/360767.360802
 */
size_t cor_clip_ring(struct cor_vec *ring,
                     struct cor_vec *spare,
                     size_t n,
                     const struct cor_rect *rect);

#endif
