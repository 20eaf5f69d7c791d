#include "render/svg.h"

#include "render/nearest.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Coordinates are written to a hundredth of a mm: 2,540 dots to the inch. */
enum { DECIMALS = 2 };

/* As text or as the value of an attribute. */
void cor_svg_escaped(struct cor_output *out, const char *text)
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

void cor_svg_attribute(struct cor_output *out, const char *name, double value)
{
    cor_output_words(out, " ", name, "=\"", NULL);
    cor_output_number(out, value, DECIMALS);
    cor_output_word(out, "\"");
}

void cor_svg_colour(struct cor_output *out,
                    const char *name,
                    struct cor_colour colour)
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
        cor_svg_colour(out, "fill", paint->fill);
    if (paint->stroke.a == 0)
        return;
    cor_svg_colour(out, "stroke", paint->stroke);
    cor_svg_attribute(out, "stroke-width", paint->width_mm);
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

/* Room for a letter and two numbers. */
enum { STEP_SIZE = 48 };

static char *put_whole(char *at, uint64_t whole)
{
    if (whole >= 10)
        at = put_whole(at, whole / 10);
    *at = (char)('0' + whole % 10);
    return at + 1;
}

/* Hundredths as "12.3", "-.5": what SVG's grammar of paths allows. A map has a
   hundred thousand of them, and printf would take a tenth of its time. Gives
   where it ends. */
static char *put_length(char *at, int64_t step)
{
    const uint64_t size = (uint64_t)(step < 0 ? -step : step);
    const unsigned part = (unsigned)(size % 100);
    if (step < 0)
        *at++ = '-';
    if (size >= 100 || part == 0)
        at = put_whole(at, size / 100);
    if (part == 0)
        return at;
    *at++ = '.';
    *at++ = (char)('0' + part / 10);
    if (part % 10 != 0)
        *at++ = (char)('0' + part % 10);
    return at;
}

/* A number that begins with '-' needs no blank before it. */
static void put_step(struct cor_output *out, char letter, int64_t x, int64_t y)
{
    char *const begin = cor_output_room(out, STEP_SIZE);
    if (begin == NULL)
        return;
    *begin = letter;
    char *at = put_length(begin + 1, x);
    if (y >= 0)
        *at++ = ' ';
    at = put_length(at, y);
    out->n += (size_t)(at - begin);
}

/* Steps between rounded points, so that rounding does not add up. */
static void put_steps(struct cor_output *out, const struct cor_scene_path *path)
{
    int64_t x = 0, y = 0;
    for (uint32_t part = 0, at = 0; part < path->n_part; part++) {
        int64_t first_x = 0, first_y = 0;
        for (bool first = true; at < path->end[part]; at++, first = false) {
            const int64_t to_x = cor_nearest(path->point[at].x * 100);
            const int64_t to_y = cor_nearest(path->point[at].y * 100);
            put_step(out, first ? 'm' : 'l', to_x - x, to_y - y);
            x = to_x;
            y = to_y;
            first_x = first ? x : first_x;
            first_y = first ? y : first_y;
        }
        if (!path->closed)
            continue;
        x = first_x;
        y = first_y;
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

void cor_svg_id(struct cor_svg *svg, const char *kind, uint32_t item)
{
    char number[16];
    snprintf(number, sizeof number, "%" PRIu32, item);
    cor_output_words(&svg->out, svg->id, kind, number, NULL);
}

static void put_path(struct cor_svg *svg, uint32_t item)
{
    const struct cor_scene_path *path = &svg->scene->item[item].path;
    struct cor_output *out = &svg->out;
    const uint32_t shape = find_shape(svg->scene, item);
    const bool shared = shape != item || is_shown_again(svg->scene, item);
    if (shared && shape == item) {
        cor_output_word(out, "<defs><path id=\"");
        cor_svg_id(svg, "p", item);
        cor_output_word(out, "\" d=\"");
        put_steps(out, path);
        cor_output_word(out, "\"/></defs>\n");
    }
    cor_output_word(out, shared ? "<use href=\"#" : "<path d=\"");
    if (shared)
        cor_svg_id(svg, "p", shape);
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
    cor_svg_attribute(out, "cx", circle->centre.x);
    cor_svg_attribute(out, "cy", circle->centre.y);
    cor_svg_attribute(out, "r", circle->radius_mm);
    put_paint(out, &circle->paint);
    cor_output_word(out, "/>\n");
}

static void put_clip(struct cor_svg *svg, uint32_t item)
{
    const struct cor_rect clip = svg->scene->item[item].group.clip;
    struct cor_output *out = &svg->out;
    cor_output_word(out, "<clipPath id=\"");
    cor_svg_id(svg, "c", item);
    cor_output_word(out, "\"><rect");
    cor_svg_attribute(out, "x", clip.left);
    cor_svg_attribute(out, "y", clip.top);
    cor_svg_attribute(out, "width", clip.right - clip.left);
    cor_svg_attribute(out, "height", clip.bottom - clip.top);
    cor_output_word(out, "/></clipPath>\n");
}

static void put_group(struct cor_svg *svg, uint32_t item)
{
    const struct cor_scene_group *group = &svg->scene->item[item].group;
    struct cor_output *out = &svg->out;
    if (group->clipped)
        put_clip(svg, item);
    cor_output_words(out, "<g class=\"", group->name, "\"", NULL);
    if (group->clipped) {
        cor_output_word(out, " clip-path=\"url(#");
        cor_svg_id(svg, "c", item);
        cor_output_word(out, ")\"");
    }
    cor_output_word(out, ">\n");
    if (group->title != NULL) {
        cor_output_word(out, "<title>");
        cor_svg_escaped(out, group->title);
        cor_output_word(out, "</title>\n");
    }
}

static void put_item(struct cor_svg *svg, uint32_t item)
{
    switch (svg->scene->item[item].kind) {
    case COR_SCENE_GROUP:
        put_group(svg, item);
        break;
    case COR_SCENE_END:
        cor_output_word(&svg->out, "</g>\n");
        break;
    case COR_SCENE_PATH:
        put_path(svg, item);
        break;
    case COR_SCENE_CIRCLE:
        put_circle(&svg->out, &svg->scene->item[item].circle);
        break;
    case COR_SCENE_TEXT:
        svg->put_text(svg, item);
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
static void put_style(struct cor_svg *svg)
{
    struct cor_output *out = &svg->out;
    cor_output_words(out, "<style>#", svg->id, " path,#", svg->id, " use,#",
                     svg->id,
                     " circle{fill-rule:evenodd;stroke-linejoin:round}#",
                     svg->id, " text{font-family:", cor_type_families,
                     ";paint-order:stroke;stroke-linejoin:round;"
                     "white-space:pre;unicode-bidi:plaintext}</style>\n",
                     NULL);
}

static void put_head(struct cor_svg *svg)
{
    struct cor_output *out = &svg->out;
    const struct cor_scene *scene = svg->scene;
    cor_output_words(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"",
                     svg->id,
                     "\" class=\"corridor-map\" role=\"img\" "
                     "aria-labelledby=\"",
                     svg->id, "t ", svg->id, "d\" fill=\"none\"", NULL);
    put_size(out, scene);
    cor_output_words(out, ">\n<title id=\"", svg->id, "t\">", NULL);
    cor_svg_escaped(out, scene->title);
    cor_output_words(out, "</title>\n<desc id=\"", svg->id, "d\">", NULL);
    cor_svg_escaped(out, scene->description);
    cor_output_word(out, "</desc>\n");
    put_style(svg);
    cor_output_word(out, "<rect width=\"100%\" height=\"100%\"");
    cor_svg_colour(out, "fill", scene->paper);
    cor_output_word(out, "/>\n");
}

enum cor_status cor_svg_write(const void **bytes,
                              size_t *n,
                              const struct cor_scene *scene,
                              struct cor_type *type,
                              void (*put_text)(struct cor_svg *svg,
                                               uint32_t item),
                              struct cor_arena *arena,
                              struct cor_error *err)
{
    struct cor_svg svg = {.scene = scene, .put_text = put_text, .type = type};
    snprintf(svg.id, sizeof svg.id, "m%016" PRIx64, scene->hash);
    cor_output_init(&svg.out, arena);
    put_head(&svg);
    for (uint32_t i = 0; i < scene->n; i++)
        put_item(&svg, i);
    cor_output_word(&svg.out, "</svg>\n");
    return cor_output_finish(bytes, n, &svg.out, err);
}
