/* ogr/shape.h -- what GDAL calls geometries, as well-known text. */
#ifndef OGR_SHAPE_H
#define OGR_SHAPE_H

#include "ogr/ogr.h"

/* More kinds than there are: codes of flat simple features end at 17, and all
   others are counted as one. */
enum { COR_OGR_N_KIND = 20 };

/* What was met in the geometries of a layer. */
struct cor_ogr_shapes {
    struct cor_arena *arena;
    char *text; /* of the shape read last; grows */
    size_t capacity;
    struct cor_point *point; /* of the line read last; grows */
    size_t n_point, point_capacity;
    size_t n_height, n_curve;       /* heights left out, curves made lines */
    size_t n_other[COR_OGR_N_KIND]; /* neither points nor lines */
};

/* What a geometry is for a network. */
enum cor_ogr_shape {
    COR_OGR_NOTHING, /* there is none, or it is empty */
    COR_OGR_SHAPE,   /* a point, a line or several lines */
    COR_OGR_OTHER,   /* counted */
};

/**
 * Well-known text of a geometry in two dimensions.
 *
 * out   set for a shape; lasts until the next call
 * kind  what it is
 */
COR_CHECKED enum cor_status cor_ogr_shape_text(struct cor_text *out,
                                               enum cor_ogr_shape *kind,
                                               struct cor_ogr_shapes *shapes,
                                               OGRGeometryH geometry,
                                               struct cor_error *err);

/* The points of a line into shapes->point; false for want of memory. */
COR_CHECKED bool cor_ogr_shape_points(struct cor_ogr_shapes *shapes,
                                      OGRGeometryH line);

/* Say what was left out or changed. */
void cor_ogr_shapes_report(struct cor_ogr *ogr,
                           const struct cor_ogr_shapes *shapes,
                           const char *layer);

#endif
