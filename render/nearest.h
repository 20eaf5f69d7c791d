/* render/nearest.h -- rounding the many numbers of a drawing. */
#ifndef COR_RENDER_NEAREST_H
#define COR_RENDER_NEAREST_H

#include <stdint.h>

/** The nearest whole number, halves away from zero, as llround's but in three
 *  instructions; `value` below 2^52 in size. */
static inline int64_t cor_nearest(double value)
{
    return (int64_t)(value < 0 ? value - 0.5 : value + 0.5);
}

#endif
