/* SVG whose letters are outlines, for printers who lack the fonts. */
#include "render/format_list.h"
#include "render/svg.h"

/* Cairo keeps points to 1/256 of a pixel; letters are traced on a canvas with
   this many pixels to the mm. */
static const double pixels_per_mm = 64;

static void put_points(struct cor_output *out,
                       const char *letter,
                       const cairo_path_data_t *data,
                       int n)
{
    cor_output_word(out, letter);
    for (int i = 1; i <= n; i++) {
        if (i > 1)
            cor_output_word(out, " ");
        cor_output_number(out, data[i].point.x, 3);
        cor_output_word(out, " ");
        cor_output_number(out, data[i].point.y, 3);
    }
}

static void put_outline(struct cor_output *out, const cairo_path_t *path)
{
    static const char *const letters[] = {
        [CAIRO_PATH_MOVE_TO] = "M",
        [CAIRO_PATH_LINE_TO] = "L",
        [CAIRO_PATH_CURVE_TO] = "C",
        [CAIRO_PATH_CLOSE_PATH] = "Z",
    };
    for (int i = 0; i < path->num_data; i += path->data[i].header.length)
        put_points(out, letters[path->data[i].header.type], &path->data[i],
                   path->data[i].header.length - 1);
}

static void put_use(struct cor_svg *svg,
                    uint32_t item,
                    const char *attribute,
                    struct cor_colour colour,
                    double width_mm)
{
    cor_output_word(&svg->out, "<use href=\"#");
    cor_svg_id(svg, "l", item);
    cor_output_word(&svg->out, "\"");
    cor_svg_colour(&svg->out, attribute, colour);
    if (width_mm > 0)
        cor_svg_attribute(&svg->out, "stroke-width", width_mm);
    cor_output_word(&svg->out, "/>");
}

/* Not every program knows paint-order: the halo is a shape of its own. */
static void
put_letters(struct cor_svg *svg, uint32_t item, const cairo_path_t *path)
{
    const struct cor_scene_text *text = &svg->scene->item[item].text;
    struct cor_output *out = &svg->out;
    cor_output_word(out, "<g role=\"img\" aria-label=\"");
    cor_svg_escaped(out, text->text);
    cor_output_word(out, "\"><defs><path id=\"");
    cor_svg_id(svg, "l", item);
    cor_output_word(out, "\" style=\"fill-rule:nonzero\" d=\"");
    put_outline(out, path);
    cor_output_word(out, "\"/></defs>");
    if (text->halo.a != 0)
        put_use(svg, item, "stroke", text->halo, 2 * text->halo_mm);
    put_use(svg, item, "fill", text->colour, 0);
    cor_output_word(out, "</g>\n");
}

static void put_text(struct cor_svg *svg, uint32_t item)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *canvas = cairo_create(surface);
    cairo_scale(canvas, pixels_per_mm, pixels_per_mm);
    cor_type_trace(svg->type, canvas, &svg->scene->item[item].text);
    cairo_path_t *path = cairo_copy_path(canvas);
    if (path->status == CAIRO_STATUS_SUCCESS)
        put_letters(svg, item, path);
    else
        svg->out.status = COR_NO_MEMORY;
    cairo_path_destroy(path);
    cairo_destroy(canvas);
    cairo_surface_destroy(surface);
}

static enum cor_status write_svg_paths(const void **bytes,
                                       size_t *n,
                                       const struct cor_scene *scene,
                                       double dpi,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    (void)dpi;
    struct cor_type *type;
    enum cor_status status = cor_type_open(&type, err);
    if (status != COR_OK)
        return status;
    status = cor_svg_write(bytes, n, scene, type, put_text, arena, err);
    cor_type_close(type);
    return status;
}

const struct cor_scene_format cor_scene_format_svg_paths = {
    .name = "svg_paths",
    .extension = ".paths.svg",
    .summary = "As svg, its letters as outlines that need no fonts",
    .write = write_svg_paths,
};
