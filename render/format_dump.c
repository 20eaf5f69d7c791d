/* The display list in words: what tests keep, and what shows why a map looks
   the way it does. */
#include "render/format_list.h"
#include "render/output.h"

static void put_number(struct cor_output *out, double value)
{
    cor_output_word(out, " ");
    cor_output_number(out, value, 2);
}

static void
put_colour(struct cor_output *out, const char *name, struct cor_colour colour)
{
    static const char digit[] = "0123456789abcdef";
    const uint8_t part[] = {colour.r, colour.g, colour.b, colour.a};
    if (colour.a == 0)
        return;
    cor_output_words(out, " ", name, "=#", NULL);
    for (size_t i = 0; i < (colour.a == 255 ? 3 : 4); i++) {
        cor_output_bytes(out, &digit[part[i] >> 4], 1);
        cor_output_bytes(out, &digit[part[i] & 15], 1);
    }
}

static void put_paint(struct cor_output *out, const struct cor_paint *paint)
{
    put_colour(out, "fill", paint->fill);
    put_colour(out, "stroke", paint->stroke);
    if (paint->stroke.a != 0) {
        cor_output_word(out, " width=");
        cor_output_number(out, paint->width_mm, 2);
    }
    if (paint->dash_mm[0] + paint->dash_mm[1] > 0) {
        cor_output_word(out, " dash=");
        cor_output_number(out, paint->dash_mm[0], 2);
        cor_output_word(out, ",");
        cor_output_number(out, paint->dash_mm[1], 2);
    }
}

static void put_path(struct cor_output *out, const struct cor_scene_path *path)
{
    cor_output_word(out, path->closed ? "rings" : "lines");
    put_paint(out, &path->paint);
    for (uint32_t part = 0, at = 0; part < path->n_part; part++) {
        cor_output_word(out, "\n ");
        for (; at < path->end[part]; at++) {
            put_number(out, path->point[at].x);
            put_number(out, path->point[at].y);
        }
    }
}

static void put_text(struct cor_output *out, const struct cor_scene_text *text)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    cor_output_words(out, "text ", anchors[text->anchor], NULL);
    put_number(out, text->at.x);
    put_number(out, text->at.y);
    cor_output_word(out, " box");
    put_number(out, text->box.left);
    put_number(out, text->box.top);
    put_number(out, text->box.right);
    put_number(out, text->box.bottom);
    cor_output_word(out, " size=");
    cor_output_number(out, text->font.size_pt, 2);
    if (text->turn_deg != 0) {
        cor_output_word(out, " turn=");
        cor_output_number(out, text->turn_deg, 1);
    }
    cor_output_words(out, text->font.bold ? " bold" : "",
                     text->font.italic ? " italic" : "", NULL);
    put_colour(out, "colour", text->colour);
    put_colour(out, "halo", text->halo);
    cor_output_words(out, " ", text->text, NULL);
}

static void put_circle(struct cor_output *out,
                       const struct cor_scene_circle *circle)
{
    cor_output_word(out, "circle");
    put_number(out, circle->centre.x);
    put_number(out, circle->centre.y);
    put_number(out, circle->radius_mm);
    put_paint(out, &circle->paint);
}

static void put_group(struct cor_output *out,
                      const struct cor_scene_group *group)
{
    cor_output_words(out, "group ", group->name, NULL);
    if (group->clipped) {
        cor_output_word(out, " clip");
        put_number(out, group->clip.left);
        put_number(out, group->clip.top);
        put_number(out, group->clip.right);
        put_number(out, group->clip.bottom);
    }
    if (group->title != NULL)
        cor_output_words(out, " \"", group->title, "\"", NULL);
}

static void put_item(struct cor_output *out, const struct cor_scene_item *item)
{
    switch (item->kind) {
    case COR_SCENE_GROUP:
        put_group(out, &item->group);
        break;
    case COR_SCENE_END:
        cor_output_word(out, "end");
        break;
    case COR_SCENE_PATH:
        put_path(out, &item->path);
        break;
    case COR_SCENE_CIRCLE:
        put_circle(out, &item->circle);
        break;
    case COR_SCENE_TEXT:
        put_text(out, &item->text);
        break;
    }
    cor_output_word(out, "\n");
}

static enum cor_status write_dump(const void **bytes,
                                  size_t *n,
                                  const struct cor_scene *scene,
                                  double dpi,
                                  struct cor_arena *arena,
                                  struct cor_error *err)
{
    (void)dpi;
    struct cor_output out;
    cor_output_init(&out, arena);
    cor_output_word(&out, "page");
    put_number(&out, scene->width_mm);
    put_number(&out, scene->height_mm);
    put_colour(&out, "paper", scene->paper);
    cor_output_words(&out, "\ntitle ", scene->title, "\ndescription ",
                     scene->description, "\n", NULL);
    for (uint32_t i = 0; i < scene->n; i++)
        put_item(&out, &scene->item[i]);
    return cor_output_finish(bytes, n, &out, err);
}

const struct cor_scene_format cor_scene_format_dump = {
    .name = "dump",
    .extension = ".scene.txt",
    .summary = "The display list in words, in mm",
    .write = write_dump,
};
