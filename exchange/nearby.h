/* exchange/nearby.h -- points that are found by where they are. */
#ifndef EXCHANGE_NEARBY_H
#define EXCHANGE_NEARBY_H

#include <corridor/base/text.h>
#include <corridor/geo/point.h>

/** Points in cells that are as large as what is searched around them; numbered
 *  from 0 in the order they were added. */
struct cor_nearby {
    struct cor_arena *arena;
    double radius_m, height_deg; /* of a band of cells */
    struct cor_point *point;     /* [n] */
    uint32_t *next;              /* [n] in the same slot, or UINT32_MAX */
    uint32_t *slot;              /* [n_slot] hash table of cells */
    uint32_t n, n_slot;
    size_t capacity;
};

/** Begin without points; false for want of memory, here and below. */
COR_CHECKED bool cor_nearby_init(struct cor_nearby *grid,
                                 double radius_m,
                                 struct cor_arena *arena);

/** Add a point, which must be valid. */
COR_CHECKED bool cor_nearby_add(struct cor_nearby *grid,
                                struct cor_point point);

/**
 * The nearest point no farther than the radius; of two as near the first.
 *
 * but      a point that is passed over; UINT32_MAX: none
 * Returns  its number, or UINT32_MAX; its distance in `metres`
 */
uint32_t cor_nearby_find(double *metres,
                         const struct cor_nearby *grid,
                         struct cor_point around,
                         uint32_t but);

#endif
