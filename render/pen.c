#include "render/pen.h"

void cor_pen_init(struct cor_pen *pen, struct cor_arena *arena)
{
    *pen = (struct cor_pen){.arena = arena};
}

static void add_item(struct cor_pen *pen, struct cor_scene_item item)
{
    if (pen->status != COR_OK)
        return;
    void *grown = cor_arena_grow(pen->arena, pen->item, pen->n,
                                 &pen->item_capacity, sizeof *pen->item);
    if (grown == NULL) {
        pen->status = COR_NO_MEMORY;
        return;
    }
    pen->item = grown;
    pen->item[pen->n++] = item;
}

void cor_pen_group(struct cor_pen *pen, const char *name, const char *title)
{
    add_item(pen, (struct cor_scene_item){.kind = COR_SCENE_GROUP,
                                          .group = {name, title, false, {0}}});
}

void cor_pen_group_within(struct cor_pen *pen,
                          const char *name,
                          const char *title,
                          struct cor_rect clip)
{
    add_item(pen, (struct cor_scene_item){.kind = COR_SCENE_GROUP,
                                          .group = {name, title, true, clip}});
}

void cor_pen_group_end(struct cor_pen *pen)
{
    if (pen->n != 0 && pen->item[pen->n - 1].kind == COR_SCENE_GROUP)
        pen->n--;
    else
        add_item(pen, (struct cor_scene_item){.kind = COR_SCENE_END});
}

/* Points that there is room for at first, as many as the land of a continent
   has; memory that nobody writes costs nothing. */
enum { FIRST_POINTS = 1 << 16 };

static bool make_room(struct cor_pen *pen)
{
    if (pen->n_point < pen->point_capacity)
        return true;
    void *grown =
        pen->point == NULL
            ? cor_arena_array(pen->arena, struct cor_vec, FIRST_POINTS)
            : cor_arena_grow(pen->arena, pen->point, pen->n_point,
                             &pen->point_capacity, sizeof *pen->point);
    if (grown == NULL) {
        pen->status = COR_NO_MEMORY;
        return false;
    }
    if (pen->point == NULL)
        pen->point_capacity = FIRST_POINTS;
    pen->point = grown;
    return true;
}

void cor_pen_to(struct cor_pen *pen, double x, double y)
{
    if (!make_room(pen))
        return;
    pen->point[pen->n_point++] = (struct cor_vec){x, y};
}

void cor_pen_part_end(struct cor_pen *pen)
{
    const size_t begin = pen->n_part != 0 ? pen->end[pen->n_part - 1] : 0;
    if (pen->n_point < begin + 2) {
        pen->n_point = begin;
        return;
    }
    void *grown = cor_arena_grow(pen->arena, pen->end, pen->n_part,
                                 &pen->part_capacity, sizeof *pen->end);
    if (grown == NULL) {
        pen->status = COR_NO_MEMORY;
        return;
    }
    pen->end = grown;
    pen->end[pen->n_part++] = (uint32_t)pen->n_point;
}

struct cor_shape cor_pen_shape(struct cor_pen *pen, bool closed)
{
    cor_pen_part_end(pen);
    struct cor_shape shape = {
        .n_part = (uint32_t)pen->n_part,
        .end =
            cor_arena_copy(pen->arena, pen->end, pen->n_part, sizeof *pen->end),
        .point = cor_arena_copy(pen->arena, pen->point, pen->n_point,
                                sizeof *pen->point),
        .closed = closed,
    };
    if (shape.end == NULL || shape.point == NULL) {
        pen->status = COR_NO_MEMORY;
        shape = (struct cor_shape){0};
    }
    pen->n_part = 0;
    pen->n_point = 0;
    return shape;
}

struct cor_shape cor_pen_rect(struct cor_pen *pen, struct cor_rect rect)
{
    cor_pen_to(pen, rect.left, rect.top);
    cor_pen_to(pen, rect.right, rect.top);
    cor_pen_to(pen, rect.right, rect.bottom);
    cor_pen_to(pen, rect.left, rect.bottom);
    return cor_pen_shape(pen, true);
}

void cor_pen_paint(struct cor_pen *pen,
                   struct cor_shape shape,
                   const struct cor_paint *paint)
{
    if (shape.n_part == 0)
        return;
    add_item(pen, (struct cor_scene_item){.kind = COR_SCENE_PATH,
                                          .path = {shape.n_part, shape.end,
                                                   shape.point, shape.closed,
                                                   *paint}});
}

void cor_pen_circle(struct cor_pen *pen,
                    struct cor_vec centre,
                    double radius_mm,
                    const struct cor_paint *paint)
{
    add_item(pen,
             (struct cor_scene_item){.kind = COR_SCENE_CIRCLE,
                                     .circle = {centre, radius_mm, *paint}});
}

void cor_pen_text(struct cor_pen *pen, const struct cor_scene_text *text)
{
    add_item(pen,
             (struct cor_scene_item){.kind = COR_SCENE_TEXT, .text = *text});
}

enum cor_status cor_pen_finish(struct cor_scene *out,
                               struct cor_pen *pen,
                               struct cor_error *err)
{
    if (pen->status != COR_OK)
        return COR_FAIL_MEMORY(err);
    *out = (struct cor_scene){.n = (uint32_t)pen->n, .item = pen->item};
    return COR_OK;
}
