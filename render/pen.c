#include "render/pen.h"

#include <string.h>

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

/* Points or parts that there is room for at first, more than the land of a
   continent has; memory that nobody writes costs nothing. */
enum { FIRST_ROOM = 1 << 16 };

/* Make room for one more item of the shape being drawn up, whose array goes on
   behind those of the shapes before it: only this shape moves when it is full.
   False for want of memory. */
static bool make_room(
    struct cor_pen *pen, void **array, size_t n, size_t *capacity, size_t size)
{
    if (n < *capacity)
        return true;
    const size_t wider = n < FIRST_ROOM / 2 ? FIRST_ROOM : 2 * n;
    void *room = cor_arena_take(pen->arena, wider, size);
    if (room == NULL) {
        pen->status = COR_NO_MEMORY;
        return false;
    }
    if (n != 0)
        memcpy(room, *array, n * size);
    *array = room;
    *capacity = wider;
    return true;
}

void cor_pen_to(struct cor_pen *pen, double x, double y)
{
    void *point = pen->point;
    if (!make_room(pen, &point, pen->n_point, &pen->point_capacity,
                   sizeof *pen->point))
        return;
    pen->point = point;
    pen->point[pen->n_point++] = (struct cor_vec){x, y};
}

void cor_pen_part_end(struct cor_pen *pen)
{
    const size_t begin = pen->n_part != 0 ? pen->end[pen->n_part - 1] : 0;
    if (pen->n_point < begin + 2) {
        pen->n_point = begin;
        return;
    }
    void *end = pen->end;
    if (!make_room(pen, &end, pen->n_part, &pen->part_capacity,
                   sizeof *pen->end))
        return;
    pen->end = end;
    pen->end[pen->n_part++] = (uint32_t)pen->n_point;
}

struct cor_shape cor_pen_shape(struct cor_pen *pen, bool closed)
{
    cor_pen_part_end(pen);
    const struct cor_shape shape = {(uint32_t)pen->n_part, pen->end, pen->point,
                                    closed};
    if (pen->n_part == 0)
        return (struct cor_shape){.closed = closed};
    pen->end += pen->n_part;
    pen->part_capacity -= pen->n_part;
    pen->n_part = 0;
    pen->point += pen->n_point;
    pen->point_capacity -= pen->n_point;
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
