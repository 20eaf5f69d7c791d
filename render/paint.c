#include "render/paint.h"

#include "render/type.h"

/* Points nearer than this many pixels to the last are passed over, and lines
   thinner than that many need no round joins: neither can be seen. */
static const double seen_px = 0.7, thin_px = 2.5;

struct painter {
    cairo_t *canvas;
    struct cor_type *type;
    double pixel; /* mm; 0: everything is exact */
};

static void set_colour(cairo_t *canvas, struct cor_colour colour)
{
    cairo_set_source_rgba(canvas, colour.r / 255.0, colour.g / 255.0,
                          colour.b / 255.0, colour.a / 255.0);
}

static void fill_and_stroke(const struct painter *painter,
                            const struct cor_paint *paint)
{
    cairo_t *canvas = painter->canvas;
    if (paint->fill.a != 0) {
        set_colour(canvas, paint->fill);
        cairo_fill_preserve(canvas);
    }
    if (paint->stroke.a != 0) {
        const bool dashed = paint->dash_mm[0] + paint->dash_mm[1] > 0;
        set_colour(canvas, paint->stroke);
        cairo_set_line_width(canvas, paint->width_mm);
        cairo_set_line_join(canvas, paint->width_mm < thin_px * painter->pixel
                                        ? CAIRO_LINE_JOIN_BEVEL
                                        : CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(canvas, paint->dash_mm, dashed ? 2 : 0, 0);
        cairo_set_line_cap(canvas, paint->cap == COR_CAP_ROUND
                                       ? CAIRO_LINE_CAP_ROUND
                                       : CAIRO_LINE_CAP_BUTT);
        cairo_stroke_preserve(canvas);
    }
    cairo_new_path(canvas);
}

static bool is_near(struct cor_vec a, struct cor_vec b, double least)
{
    const double x = a.x - b.x, y = a.y - b.y;
    return x * x + y * y < least * least;
}

/* A part of a path; its first and its last point are always there. */
static void
trace_part(const struct painter *painter, const struct cor_vec *at, uint32_t n)
{
    const double least = seen_px * painter->pixel;
    struct cor_vec last = at[0];
    cairo_move_to(painter->canvas, last.x, last.y);
    for (uint32_t i = 1; i < n; i++) {
        if (i + 1 < n && is_near(at[i], last, least))
            continue;
        last = at[i];
        cairo_line_to(painter->canvas, last.x, last.y);
    }
}

static void trace(const struct painter *painter,
                  const struct cor_scene_path *path)
{
    for (uint32_t part = 0, at = 0; part < path->n_part;
         at = path->end[part++]) {
        trace_part(painter, path->point + at, path->end[part] - at);
        if (path->closed)
            cairo_close_path(painter->canvas);
    }
}

static void begin_group(cairo_t *canvas, const struct cor_scene_group *group)
{
    cairo_save(canvas);
    if (!group->clipped)
        return;
    cairo_rectangle(canvas, group->clip.left, group->clip.top,
                    group->clip.right - group->clip.left,
                    group->clip.bottom - group->clip.top);
    cairo_clip(canvas);
}

static void paint_item(const struct painter *painter,
                       const struct cor_scene_item *item)
{
    cairo_t *canvas = painter->canvas;
    const double full_turn = 6.283185307179586;
    switch (item->kind) {
    case COR_SCENE_GROUP:
        begin_group(canvas, &item->group);
        break;
    case COR_SCENE_END:
        cairo_restore(canvas);
        break;
    case COR_SCENE_PATH:
        trace(painter, &item->path);
        fill_and_stroke(painter, &item->path.paint);
        break;
    case COR_SCENE_CIRCLE:
        cairo_new_sub_path(canvas);
        cairo_arc(canvas, item->circle.centre.x, item->circle.centre.y,
                  item->circle.radius_mm, 0, full_turn);
        fill_and_stroke(painter, &item->circle.paint);
        break;
    case COR_SCENE_TEXT:
        cor_type_paint(painter->type, canvas, &item->text);
        break;
    }
}

enum cor_status cor_paint_scene(cairo_t *canvas,
                                const struct cor_scene *scene,
                                double pixel,
                                struct cor_error *err)
{
    struct painter painter = {.canvas = canvas, .pixel = pixel};
    enum cor_status status = cor_type_open(&painter.type, err);
    if (status != COR_OK)
        return status;
    cairo_save(canvas);
    cairo_new_path(canvas);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    cairo_set_fill_rule(canvas, CAIRO_FILL_RULE_EVEN_ODD);
    if (pixel > 0)
        cairo_set_antialias(canvas, CAIRO_ANTIALIAS_FAST);
    set_colour(canvas, scene->paper);
    cairo_paint(canvas);
    for (uint32_t i = 0; i < scene->n; i++)
        paint_item(&painter, &scene->item[i]);
    cairo_restore(canvas);
    cor_type_close(painter.type);
    return cor_paint_status(cairo_status(canvas), err);
}

enum cor_status cor_paint_status(cairo_status_t status, struct cor_error *err)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return COR_OK;
    if (status == CAIRO_STATUS_NO_MEMORY)
        return COR_FAIL_MEMORY(err);
    return COR_FAIL(err, COR_INTERNAL, "cairo: %s",
                    cairo_status_to_string(status));
}
