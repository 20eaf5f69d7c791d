#include "render/format_list.h"
#include "render/svg.h"

static void put_font(struct cor_output *out, struct cor_font font)
{
    const double em = font.size_pt * COR_MM_PER_PT;
    cor_svg_attribute(out, "font-size", em);
    if (font.bold)
        cor_output_word(out, " font-weight=\"700\"");
    if (font.italic)
        cor_output_word(out, " font-style=\"italic\"");
    if (font.tracking_em > 0)
        cor_svg_attribute(out, "letter-spacing", font.tracking_em * em);
}

/* Turned about its own point, so that the point stays readable. */
static void put_turn(struct cor_output *out, const struct cor_scene_text *text)
{
    if (text->turn_deg == 0)
        return;
    cor_output_word(out, " transform=\"rotate(");
    cor_output_number(out, text->turn_deg, 2);
    cor_output_word(out, " ");
    cor_output_number(out, text->at.x, 2);
    cor_output_word(out, " ");
    cor_output_number(out, text->at.y, 2);
    cor_output_word(out, ")\"");
}

static void put_text(struct cor_svg *svg, uint32_t item)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    const struct cor_scene_text *text = &svg->scene->item[item].text;
    struct cor_output *out = &svg->out;
    cor_output_word(out, "<text");
    cor_svg_attribute(out, "x", text->at.x);
    cor_svg_attribute(out, "y", text->at.y);
    put_turn(out, text);
    put_font(out, text->font);
    if (text->anchor != COR_ANCHOR_START)
        cor_output_words(out, " text-anchor=\"", anchors[text->anchor], "\"",
                         NULL);
    cor_svg_colour(out, "fill", text->colour);
    if (text->halo.a != 0) {
        cor_svg_colour(out, "stroke", text->halo);
        cor_svg_attribute(out, "stroke-width", 2 * text->halo_mm);
    }
    cor_output_word(out, ">");
    cor_svg_escaped(out, text->text);
    cor_output_word(out, "</text>\n");
}

static enum cor_status write_svg(const void **bytes,
                                 size_t *n,
                                 const struct cor_scene *scene,
                                 double dpi,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    (void)dpi;
    return cor_svg_write(bytes, n, scene, NULL, put_text, arena, err);
}

const struct cor_scene_format cor_scene_format_svg = {
    .name = "svg",
    .extension = ".svg",
    .summary = "A drawing for the web and for graphics programs, with text",
    .write = write_svg,
};
