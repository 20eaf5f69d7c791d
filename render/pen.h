/* render/pen.h -- how a scene is drawn up.
 *
 * A pen keeps the first failure and draws nothing after it, so that drawing
 * reads as a list of strokes; who began asks cor_pen_finish how it went.
 */
#ifndef COR_RENDER_PEN_H
#define COR_RENDER_PEN_H

#include <corridor/render/scene.h>

/** A shape that was drawn up, to be painted once or several times. */
struct cor_shape {
    uint32_t n_part;
    const uint32_t *end;
    const struct cor_vec *point;
    bool closed;
};

struct cor_pen {
    struct cor_arena *arena;
    enum cor_status status;
    struct cor_scene_item *item; /* [n] */
    size_t n, item_capacity;
    struct cor_vec *point; /* [n_point] of the shape being drawn up */
    size_t n_point, point_capacity;
    uint32_t *end; /* [n_part] of the shape being drawn up */
    size_t n_part, part_capacity;
};

/** Begin without items; `arena` keeps all that is drawn. */
void cor_pen_init(struct cor_pen *pen, struct cor_arena *arena);

/** Begin a group; names are borrowed. Texts are copied nowhere here. */
void cor_pen_group(struct cor_pen *pen, const char *name, const char *title);

/** Begin a group that paints inside `clip` only. */
void cor_pen_group_within(struct cor_pen *pen,
                          const char *name,
                          const char *title,
                          struct cor_rect clip);

/** End the group begun last; an empty one leaves no trace. */
void cor_pen_group_end(struct cor_pen *pen);

/** Go on to a point of the shape being drawn up. */
void cor_pen_to(struct cor_pen *pen, double x, double y);

/** End a part of the shape; one with fewer than two points is left out. */
void cor_pen_part_end(struct cor_pen *pen);

/** End the shape; the next point begins another. */
struct cor_shape cor_pen_shape(struct cor_pen *pen, bool closed);

/** A rectangle as a shape. */
struct cor_shape cor_pen_rect(struct cor_pen *pen, struct cor_rect rect);

/** Paint a shape; one without parts is left out. */
void cor_pen_paint(struct cor_pen *pen,
                   struct cor_shape shape,
                   const struct cor_paint *paint);

void cor_pen_circle(struct cor_pen *pen,
                    struct cor_vec centre,
                    double radius_mm,
                    const struct cor_paint *paint);

/** Write a text; it is borrowed for as long as the scene lives. */
void cor_pen_text(struct cor_pen *pen, const struct cor_scene_text *text);

/** The scene drawn so far, but for its title, description and paper. */
COR_CHECKED enum cor_status cor_pen_finish(struct cor_scene *out,
                                           struct cor_pen *pen,
                                           struct cor_error *err);

#endif
