/* corridor/geo/projection.h -- from the ellipsoid to the plane and back. */
#ifndef COR_GEO_PROJECTION_H
#define COR_GEO_PROJECTION_H

#include <corridor/geo/point.h>

/** A position on the plane of a projection, in m; y grows northwards. */
struct cor_plane {
    double x, y; /* NAN: not on this plane */
};

/** Long enough for what cor_projection_fit writes. */
enum { COR_PROJECTION_SIZE = 160 };

/** What cor_projection_fit chooses among. */
enum cor_projection_kind {
    COR_PROJECTION_CONIC,
    COR_PROJECTION_MERCATOR,
    COR_PROJECTION_AZIMUTHAL,
    COR_PROJECTION_WORLD,
};

/** Which projection, in PROJ's words and in people's. */
struct cor_projection_choice {
    char definition[COR_PROJECTION_SIZE];
    char title[COR_PROJECTION_SIZE]; /* UTF-8, in English */
    enum cor_projection_kind kind;
    double lat_1, lat_2; /* standard parallels of a conic; of others lat_1 is
                            where Mercator is true or the centre lies */
    double lon_0;        /* degrees */
};

/** An open projection. */
struct cor_projection;

/** The smallest box of longitudes and latitudes around points. */
struct cor_box {
    double west, south, east, north; /* degrees; west in [-180, 180), east in
                                        [west, west + 360] */
};

/** The box of points, taking the shorter way around the globe; n >= 1.
 *  Cost O(n log n), with an array of n in the arena until it returns. */
COR_CHECKED enum cor_status cor_box_of(struct cor_box *out,
                                       const struct cor_point *point,
                                       size_t n,
                                       struct cor_arena *arena,
                                       struct cor_error *err);

/**
 * The projection that suits a box: a conformal conic in middle latitudes,
 * Mercator along the equator, an azimuthal one for what is tall, wide or about
 * a pole, Equal Earth for the world. Across 180 degrees as anywhere.
 *
 * Source  Snyder (1987), Map Projections: A Working Manual, pp. 33-35, 105:
 *         standard parallels a sixth of the height within the box
 */
void cor_projection_fit(struct cor_projection_choice *out, struct cor_box box);

/**
 * Open a projection; needs no file of PROJ's and no network, and for a cone as
 * cor_projection_fit writes it no PROJ either.
 *
 * out         owned by the caller, to be closed
 * definition  "+proj=... +lon_0=..." on WGS 84 unless it says otherwise
 * Errors      COR_BAD_INPUT: not such text, or no projection of it;
 *             COR_NO_MEMORY; COR_UNSUPPORTED: PROJ is not installed
 */
COR_CHECKED enum cor_status cor_projection_open(struct cor_projection **out,
                                                const char *definition,
                                                struct cor_error *err);

/** Close; NULL is allowed. */
void cor_projection_close(struct cor_projection *projection);

/** Project; NAN for points that have no image. `out` is [n]. */
void cor_projection_forward(struct cor_plane *out,
                            struct cor_projection *projection,
                            const struct cor_point *point,
                            size_t n);

/** The point of a position; false if it has none. */
bool cor_projection_inverse(struct cor_point *out,
                            struct cor_projection *projection,
                            struct cor_plane position);

/** How many m of the plane an m along the parallel has at a point; NAN where
 *  that is not defined. */
double cor_projection_scale(struct cor_projection *projection,
                            struct cor_point point);

#endif
