#include "render/format_list.h"
#include "render/output.h"
#include "render/type.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Coordinates are written to a hundredth of a mm: 2,540 dots to the inch. */
enum { DECIMALS = 2 };

struct writer {
    struct cor_output out;
    const struct cor_scene *scene;
    char id[20]; /* what the names of this drawing begin with */
};

/* As text or as the value of an attribute. */
static void put_escaped(struct cor_output *out, const char *text)
{
    for (; *text != '\0'; text++)
        switch (*text) {
        case '&':
            cor_output_word(out, "&amp;");
            break;
        case '<':
            cor_output_word(out, "&lt;");
            break;
        case '>':
            cor_output_word(out, "&gt;");
            break;
        case '"':
            cor_output_word(out, "&quot;");
            break;
        default: /* XML 1.0, section 2.2: no control characters */
            if ((unsigned char)*text >= 0x20 && *text != 0x7f)
                cor_output_bytes(out, text, 1);
        }
}

static void
put_attribute(struct cor_output *out, const char *name, double value)
{
    cor_output_words(out, " ", name, "=\"", NULL);
    cor_output_number(out, value, DECIMALS);
    cor_output_word(out, "\"");
}

static void
put_colour(struct cor_output *out, const char *name, struct cor_colour colour)
{
    char value[8];
    snprintf(value, sizeof value, "#%02x%02x%02x", colour.r, colour.g,
             colour.b);
    cor_output_words(out, " ", name, "=\"", value, "\"", NULL);
    if (colour.a == 255)
        return;
    cor_output_words(out, " ", name, "-opacity=\"", NULL);
    cor_output_number(out, colour.a / 255.0, DECIMALS);
    cor_output_word(out, "\"");
}

static void put_paint(struct cor_output *out, const struct cor_paint *paint)
{
    if (paint->fill.a != 0)
        put_colour(out, "fill", paint->fill);
    if (paint->stroke.a == 0)
        return;
    put_colour(out, "stroke", paint->stroke);
    put_attribute(out, "stroke-width", paint->width_mm);
    if (paint->dash_mm[0] + paint->dash_mm[1] > 0) {
        cor_output_word(out, " stroke-dasharray=\"");
        cor_output_number(out, paint->dash_mm[0], DECIMALS);
        cor_output_word(out, " ");
        cor_output_number(out, paint->dash_mm[1], DECIMALS);
        cor_output_word(out, "\"");
    }
    if (paint->cap == COR_CAP_ROUND)
        cor_output_word(out, " stroke-linecap=\"round\"");
}

/* Hundredths as "12.3", "-.5": what SVG's grammar of paths allows. A number
   that begins with '-' needs no blank before it. */
static void put_step(struct cor_output *out, long step, bool first)
{
    char text[24];
    const long size = labs(step);
    int n = size >= 100 || size == 0
                ? snprintf(text, sizeof text, "%ld", size / 100)
                : 0;
    if (size % 100 != 0)
        n += snprintf(text + n, sizeof text - (size_t)n,
                      size % 10 != 0 ? ".%02ld" : ".%ld",
                      size % 10 != 0 ? size % 100 : size % 100 / 10);
    if (step < 0)
        cor_output_word(out, "-");
    else if (!first)
        cor_output_word(out, " ");
    cor_output_bytes(out, text, (size_t)n);
}

/* Steps between rounded points, so that rounding does not add up. */
static void put_steps(struct cor_output *out, const struct cor_scene_path *path)
{
    long x = 0, y = 0;
    for (uint32_t part = 0, at = 0; part < path->n_part; part++) {
        for (bool first = true; at < path->end[part]; at++, first = false) {
            const long to_x = lround(path->point[at].x * 100);
            const long to_y = lround(path->point[at].y * 100);
            cor_output_word(out, first ? "m" : "l");
            put_step(out, to_x - x, true);
            put_step(out, to_y - y, false);
            x = to_x;
            y = to_y;
        }
        if (!path->closed)
            continue;
        const uint32_t begin = part == 0 ? 0 : path->end[part - 1];
        x = lround(path->point[begin].x * 100);
        y = lround(path->point[begin].y * 100);
        cor_output_word(out, "z");
    }
}

/* The item that first shows the points of a path: later ones refer to it. */
static uint32_t find_shape(const struct cor_scene *scene, uint32_t item)
{
    const struct cor_vec *point = scene->item[item].path.point;
    const uint32_t back = item < 64 ? item : 64;
    for (uint32_t i = item - back; i < item; i++)
        if (scene->item[i].kind == COR_SCENE_PATH &&
            scene->item[i].path.point == point)
            return i;
    return item;
}

static bool is_shown_again(const struct cor_scene *scene, uint32_t item)
{
    const struct cor_vec *point = scene->item[item].path.point;
    for (uint32_t i = item + 1; i < scene->n && i <= item + 64; i++)
        if (scene->item[i].kind == COR_SCENE_PATH &&
            scene->item[i].path.point == point)
            return true;
    return false;
}

static void put_id(struct writer *writer, const char *kind, uint32_t item)
{
    char number[16];
    snprintf(number, sizeof number, "%" PRIu32, item);
    cor_output_words(&writer->out, writer->id, kind, number, NULL);
}

static void put_path(struct writer *writer, uint32_t item)
{
    const struct cor_scene_path *path = &writer->scene->item[item].path;
    struct cor_output *out = &writer->out;
    const uint32_t shape = find_shape(writer->scene, item);
    const bool shared = shape != item || is_shown_again(writer->scene, item);
    if (shared && shape == item) {
        cor_output_word(out, "<defs><path id=\"");
        put_id(writer, "p", item);
        cor_output_word(out, "\" d=\"");
        put_steps(out, path);
        cor_output_word(out, "\"/></defs>\n");
    }
    cor_output_word(out, shared ? "<use href=\"#" : "<path d=\"");
    if (shared)
        put_id(writer, "p", shape);
    else
        put_steps(out, path);
    cor_output_word(out, "\"");
    put_paint(out, &path->paint);
    cor_output_word(out, "/>\n");
}

static void put_circle(struct cor_output *out,
                       const struct cor_scene_circle *circle)
{
    cor_output_word(out, "<circle");
    put_attribute(out, "cx", circle->centre.x);
    put_attribute(out, "cy", circle->centre.y);
    put_attribute(out, "r", circle->radius_mm);
    put_paint(out, &circle->paint);
    cor_output_word(out, "/>\n");
}

static void put_font(struct cor_output *out, struct cor_font font)
{
    const double em = font.size_pt * COR_MM_PER_PT;
    put_attribute(out, "font-size", em);
    if (font.bold)
        cor_output_word(out, " font-weight=\"700\"");
    if (font.italic)
        cor_output_word(out, " font-style=\"italic\"");
    if (font.tracking_em > 0)
        put_attribute(out, "letter-spacing", font.tracking_em * em);
}

static void put_text(struct cor_output *out, const struct cor_scene_text *text)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    cor_output_word(out, "<text");
    put_attribute(out, "x", text->at.x);
    put_attribute(out, "y", text->at.y);
    put_font(out, text->font);
    if (text->anchor != COR_ANCHOR_START)
        cor_output_words(out, " text-anchor=\"", anchors[text->anchor], "\"",
                         NULL);
    put_colour(out, "fill", text->colour);
    if (text->halo.a != 0) {
        put_colour(out, "stroke", text->halo);
        put_attribute(out, "stroke-width", 2 * text->halo_mm);
    }
    cor_output_word(out, ">");
    put_escaped(out, text->text);
    cor_output_word(out, "</text>\n");
}

static void put_clip(struct writer *writer, uint32_t item)
{
    const struct cor_rect clip = writer->scene->item[item].group.clip;
    struct cor_output *out = &writer->out;
    cor_output_word(out, "<clipPath id=\"");
    put_id(writer, "c", item);
    cor_output_word(out, "\"><rect");
    put_attribute(out, "x", clip.left);
    put_attribute(out, "y", clip.top);
    put_attribute(out, "width", clip.right - clip.left);
    put_attribute(out, "height", clip.bottom - clip.top);
    cor_output_word(out, "/></clipPath>\n");
}

static void put_group(struct writer *writer, uint32_t item)
{
    const struct cor_scene_group *group = &writer->scene->item[item].group;
    struct cor_output *out = &writer->out;
    if (group->clipped)
        put_clip(writer, item);
    cor_output_words(out, "<g class=\"", group->name, "\"", NULL);
    if (group->clipped) {
        cor_output_word(out, " clip-path=\"url(#");
        put_id(writer, "c", item);
        cor_output_word(out, ")\"");
    }
    cor_output_word(out, ">\n");
    if (group->title != NULL) {
        cor_output_word(out, "<title>");
        put_escaped(out, group->title);
        cor_output_word(out, "</title>\n");
    }
}

static void put_item(struct writer *writer, uint32_t item)
{
    switch (writer->scene->item[item].kind) {
    case COR_SCENE_GROUP:
        put_group(writer, item);
        break;
    case COR_SCENE_END:
        cor_output_word(&writer->out, "</g>\n");
        break;
    case COR_SCENE_PATH:
        put_path(writer, item);
        break;
    case COR_SCENE_CIRCLE:
        put_circle(&writer->out, &writer->scene->item[item].circle);
        break;
    case COR_SCENE_TEXT:
        put_text(&writer->out, &writer->scene->item[item].text);
        break;
    }
}

static void put_size(struct cor_output *out, const struct cor_scene *scene)
{
    cor_output_word(out, " width=\"");
    cor_output_number(out, scene->width_mm, DECIMALS);
    cor_output_word(out, "mm\" height=\"");
    cor_output_number(out, scene->height_mm, DECIMALS);
    cor_output_word(out, "mm\" viewBox=\"0 0 ");
    cor_output_number(out, scene->width_mm, DECIMALS);
    cor_output_word(out, " ");
    cor_output_number(out, scene->height_mm, DECIMALS);
    cor_output_word(out, "\"");
}

/* Rules name this drawing, so that another on the page is left alone. */
static void put_style(struct writer *writer)
{
    struct cor_output *out = &writer->out;
    cor_output_words(out, "<style>#", writer->id, " path,#", writer->id,
                     " use,#", writer->id,
                     " circle{fill-rule:evenodd;stroke-linejoin:round}#",
                     writer->id, " text{font-family:", cor_type_families,
                     ";paint-order:stroke;stroke-linejoin:round;"
                     "white-space:pre}</style>\n",
                     NULL);
}

static void put_head(struct writer *writer)
{
    struct cor_output *out = &writer->out;
    const struct cor_scene *scene = writer->scene;
    cor_output_words(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"",
                     writer->id,
                     "\" class=\"corridor-map\" role=\"img\" "
                     "aria-labelledby=\"",
                     writer->id, "t ", writer->id, "d\" fill=\"none\"", NULL);
    put_size(out, scene);
    cor_output_words(out, ">\n<title id=\"", writer->id, "t\">", NULL);
    put_escaped(out, scene->title);
    cor_output_words(out, "</title>\n<desc id=\"", writer->id, "d\">", NULL);
    put_escaped(out, scene->description);
    cor_output_word(out, "</desc>\n");
    put_style(writer);
    cor_output_word(out, "<rect width=\"100%\" height=\"100%\"");
    put_colour(out, "fill", scene->paper);
    cor_output_word(out, "/>\n");
}

static enum cor_status write_svg(const void **bytes,
                                 size_t *n,
                                 const struct cor_scene *scene,
                                 double dpi,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    (void)dpi;
    struct writer writer = {.scene = scene};
    snprintf(writer.id, sizeof writer.id, "m%016" PRIx64, scene->hash);
    cor_output_init(&writer.out, arena);
    put_head(&writer);
    for (uint32_t i = 0; i < scene->n; i++)
        put_item(&writer, i);
    cor_output_word(&writer.out, "</svg>\n");
    return cor_output_finish(bytes, n, &writer.out, err);
}

const struct cor_scene_format cor_scene_format_svg = {
    .name = "svg",
    .extension = ".svg",
    .summary = "A drawing for the web and for graphics programs, with text",
    .write = write_svg,
};
