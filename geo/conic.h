/* geo/conic.h -- Lambert's conformal conic in closed form. */
#ifndef COR_GEO_CONIC_H
#define COR_GEO_CONIC_H

#include <corridor/geo/projection.h>

/** A cone that cuts WGS 84. */
struct cor_conic {
    double lon_0; /* degrees */
    double n;     /* how much of a turn the cone opens to; its sign is the
                     hemisphere's */
    double apex_m, rho_0_m; /* radii at the equator and at the origin */
};

/** Whether a definition is "+proj=lcc" with lat_1, lat_2, lat_0 and lon_0 in
 *  plain degrees and nothing else, as cor_projection_fit writes it, and makes a
 *  cone: parallels that are no poles, nor the one as far south as the other is
 *  north. What is left out or wrong is PROJ's to judge. */
bool cor_conic_read(struct cor_conic *out, const char *definition);

/**
 * Project; `out` is [n]. Not finite where a point has no image.
 *
 * Cost    less than half of what PROJ takes; it is less than 1 um away
 * Source  Snyder (1987), Map Projections: A Working Manual, p. 107,
 *         equations 15-1 to 15-10, with the isometric latitude for ln t
 */
void cor_conic_forward(struct cor_plane *out,
                       const struct cor_conic *conic,
                       const struct cor_point *point,
                       size_t n);

/** The point of a position; beyond the cone's cut, one on its other side. The
 *  same equations backwards. */
struct cor_point cor_conic_inverse(const struct cor_conic *conic,
                                   struct cor_plane position);

/** How many m of the plane an m has at a point, whatever its direction; not
 *  finite at the poles. Equations 15-4 and 14-15. */
double cor_conic_scale(const struct cor_conic *conic, struct cor_point point);

#endif
