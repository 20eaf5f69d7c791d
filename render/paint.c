#include "render/paint.h"

#include "render/type.h"

static void set_colour(cairo_t *canvas, struct cor_colour colour)
{
    cairo_set_source_rgba(canvas, colour.r / 255.0, colour.g / 255.0,
                          colour.b / 255.0, colour.a / 255.0);
}

static void fill_and_stroke(cairo_t *canvas, const struct cor_paint *paint)
{
    if (paint->fill.a != 0) {
        set_colour(canvas, paint->fill);
        cairo_fill_preserve(canvas);
    }
    if (paint->stroke.a != 0) {
        const bool dashed = paint->dash_mm[0] + paint->dash_mm[1] > 0;
        set_colour(canvas, paint->stroke);
        cairo_set_line_width(canvas, paint->width_mm);
        cairo_set_dash(canvas, paint->dash_mm, dashed ? 2 : 0, 0);
        cairo_set_line_cap(canvas, paint->cap == COR_CAP_ROUND
                                       ? CAIRO_LINE_CAP_ROUND
                                       : CAIRO_LINE_CAP_BUTT);
        cairo_stroke_preserve(canvas);
    }
    cairo_new_path(canvas);
}

static void trace(cairo_t *canvas, const struct cor_scene_path *path)
{
    uint32_t at = 0;
    for (uint32_t part = 0; part < path->n_part; part++) {
        cairo_move_to(canvas, path->point[at].x, path->point[at].y);
        for (at++; at < path->end[part]; at++)
            cairo_line_to(canvas, path->point[at].x, path->point[at].y);
        if (path->closed)
            cairo_close_path(canvas);
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

static void paint_item(struct cor_type *type,
                       cairo_t *canvas,
                       const struct cor_scene_item *item)
{
    const double full_turn = 6.283185307179586;
    switch (item->kind) {
    case COR_SCENE_GROUP:
        begin_group(canvas, &item->group);
        break;
    case COR_SCENE_END:
        cairo_restore(canvas);
        break;
    case COR_SCENE_PATH:
        trace(canvas, &item->path);
        fill_and_stroke(canvas, &item->path.paint);
        break;
    case COR_SCENE_CIRCLE:
        cairo_new_sub_path(canvas);
        cairo_arc(canvas, item->circle.centre.x, item->circle.centre.y,
                  item->circle.radius_mm, 0, full_turn);
        fill_and_stroke(canvas, &item->circle.paint);
        break;
    case COR_SCENE_TEXT:
        cor_type_paint(type, canvas, &item->text);
        break;
    }
}

enum cor_status cor_paint_scene(cairo_t *canvas,
                                const struct cor_scene *scene,
                                struct cor_error *err)
{
    struct cor_type *type;
    enum cor_status status = cor_type_open(&type, err);
    if (status != COR_OK)
        return status;
    cairo_save(canvas);
    cairo_new_path(canvas);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    cairo_set_fill_rule(canvas, CAIRO_FILL_RULE_EVEN_ODD);
    set_colour(canvas, scene->paper);
    cairo_paint(canvas);
    for (uint32_t i = 0; i < scene->n; i++)
        paint_item(type, canvas, &scene->item[i]);
    cairo_restore(canvas);
    cor_type_close(type);
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
