/* render/paint.h -- a scene played on a canvas of cairo. */
#ifndef COR_RENDER_PAINT_H
#define COR_RENDER_PAINT_H

#include <corridor/render/scene.h>

#include <cairo.h>

/**
 * Paint a scene.
 *
 * canvas  its unit is the mm; left as it was
 * pixel   the side of a pixel in mm, below which nothing need be exact; 0: all
 *         must be
 * Errors  COR_UNSUPPORTED: no fonts; COR_NO_MEMORY; COR_INTERNAL: cairo's own
 */
COR_CHECKED enum cor_status cor_paint_scene(cairo_t *canvas,
                                            const struct cor_scene *scene,
                                            double pixel,
                                            struct cor_error *err);

/** The failure of a status of cairo; COR_OK for success. */
COR_CHECKED enum cor_status cor_paint_status(cairo_status_t status,
                                             struct cor_error *err);

#endif
