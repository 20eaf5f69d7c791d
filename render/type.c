#include "render/type.h"

#include "render/fontconfig.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#define BEFORE_ANOTHER(family) family ","
const char cor_type_families[] = COR_TYPE_FAMILIES(BEFORE_ANOTHER) "sans-serif";

/* Fonts, and a text set in them. */
struct case_of_type {
    PangoFontMap *fonts;
    PangoContext *context;
    PangoLayout *layout;
};

struct cor_type {
    struct case_of_type own;
    struct case_of_type all; /* for letters the first lacks, once one did */
    bool asked_for_all;
    GHashTable *setting; /* by what was set, of struct setting */
};

/* What Pango says of a line of text, in its units, at any size of print. */
struct setting {
    PangoRectangle ink, logical;
    int baseline;
    bool has_unknown;
};

/* Every text is set in this size, in pt, and then scaled: Pango looks for fonts
   anew in each size, which takes longer than all else about a map. It is far
   larger than print, so that rounding to Pango's units cannot be seen. */
static const double set_pt = 100;

/* mm of a text to a pt of its layout. */
static double mm_per_unit(struct cor_font font)
{
    return font.size_pt / set_pt * COR_MM_PER_PT;
}

static double mm_of(int pango_units, struct cor_font font)
{
    return (double)pango_units / PANGO_SCALE * mm_per_unit(font);
}

static PangoContext *make_context(PangoFontMap *fonts)
{
    PangoContext *context = pango_font_map_create_context(fonts);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_language(context, pango_language_from_string("en"));
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

static PangoFontDescription *describe(struct cor_font font)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family_static(description, cor_type_families);
    pango_font_description_set_size(description,
                                    (int)lround(set_pt * PANGO_SCALE));
    if (font.bold)
        pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD);
    if (font.italic)
        pango_font_description_set_style(description, PANGO_STYLE_ITALIC);
    return description;
}

/* Whether a font for plain text is one of those named above. */
static bool has_fonts(PangoContext *context)
{
    PangoFontDescription *wanted = describe((struct cor_font){.size_pt = 10});
    PangoFont *font = pango_context_load_font(context, wanted);
    pango_font_description_free(wanted);
    if (font == NULL)
        return false;
    PangoFontDescription *found = pango_font_describe(font);
    const char *family = pango_font_description_get_family(found);
    const bool known =
        family != NULL && (strstr(family, "Noto Sans") != NULL ||
                           strstr(family, "DejaVu Sans") != NULL);
    pango_font_description_free(found);
    g_object_unref(font);
    return known;
}

static void open_case(struct case_of_type *out, PangoFontMap *fonts)
{
    out->fonts = fonts;
    out->context = make_context(fonts);
    out->layout = pango_layout_new(out->context);
}

static void close_case(struct case_of_type *type)
{
    if (type->fonts == NULL)
        return;
    g_object_unref(type->layout);
    g_object_unref(type->context);
    g_object_unref(type->fonts);
}

enum cor_status cor_type_open(struct cor_type **out, struct cor_error *err)
{
    struct cor_type *made = calloc(1, sizeof *made);
    if (made == NULL)
        return COR_FAIL_MEMORY(err);
    /* Pango's own, one a thread: finding fonts takes longer than drawing with
       them, and a map is composed and then written. */
    open_case(&made->own, g_object_ref(pango_cairo_font_map_get_default()));
    if (!has_fonts(made->own.context)) {
        cor_type_close(made);
        return COR_FAIL(err, COR_UNSUPPORTED,
                        "no fonts to write with: neither Noto Sans nor DejaVu "
                        "Sans is installed (Debian: fonts-noto-core)");
    }
    made->setting =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    *out = made;
    return COR_OK;
}

void cor_type_close(struct cor_type *type)
{
    if (type == NULL)
        return;
    close_case(&type->own);
    close_case(&type->all);
    if (type->setting != NULL)
        g_hash_table_destroy(type->setting);
    free(type);
}

static void
set_in(const struct case_of_type *type, const char *text, struct cor_font font)
{
    PangoFontDescription *description = describe(font);
    PangoAttrList *attributes = pango_attr_list_new();
    if (font.tracking_em > 0)
        pango_attr_list_insert(attributes,
                               pango_attr_letter_spacing_new((int)lround(
                                   font.tracking_em * set_pt * PANGO_SCALE)));
    pango_layout_set_font_description(type->layout, description);
    pango_layout_set_attributes(type->layout, attributes);
    pango_layout_set_single_paragraph_mode(type->layout, TRUE);
    pango_layout_set_text(type->layout, text, -1);
    pango_attr_list_unref(attributes);
    pango_font_description_free(description);
}

static bool has_unknown(PangoLayout *layout)
{
    return pango_layout_get_unknown_glyphs_count(layout) > 0;
}

/* The layout of a text, in all fonts if need be. */
static PangoLayout *
set(struct cor_type *type, const char *text, struct cor_font font)
{
    set_in(&type->own, text, font);
    if (!has_unknown(type->own.layout))
        return type->own.layout;
    PangoFontMap *all = type->asked_for_all ? NULL : cor_fontconfig_all();
    type->asked_for_all = true;
    if (all != NULL)
        open_case(&type->all, all);
    if (type->all.fonts == NULL)
        return type->own.layout;
    set_in(&type->all, text, font);
    return type->all.layout;
}

/* Names are tried in several sizes and again as their words: shaping a text
   takes far longer than finding what was said of it. */
static const struct setting *
find_setting(struct cor_type *type, const char *text, struct cor_font font)
{
    char *key = g_strdup_printf("%d%d%a %s", font.bold, font.italic,
                                font.tracking_em, text);
    struct setting *found = g_hash_table_lookup(type->setting, key);
    if (found != NULL) {
        g_free(key);
        return found;
    }
    PangoLayout *layout = set(type, text, font);
    found = g_new(struct setting, 1);
    pango_layout_get_extents(layout, &found->ink, &found->logical);
    found->baseline = pango_layout_get_baseline(layout);
    found->has_unknown = has_unknown(layout);
    g_hash_table_insert(type->setting, key, found);
    return found;
}

/* Height of Noto Sans's capitals, and how far its letters reach down, in em:
   its OS/2 table (capHeight 714) and the ink of "gjpqy" (240). */
static const double cap_em = 0.714, tail_em = 0.24;

struct cor_extent
cor_type_measure(struct cor_type *type, const char *text, struct cor_font font)
{
    const struct setting *is = find_setting(type, text, font);
    const int below = is->ink.y + is->ink.height - is->baseline;
    const double em = font.size_pt * COR_MM_PER_PT;
    return (struct cor_extent){
        .width = mm_of(is->logical.width, font),
        .ascent = fmax(cap_em * em, mm_of(is->baseline - is->ink.y, font)),
        .descent = fmax(tail_em * em, mm_of(below, font)),
        .has_unknown = is->has_unknown,
    };
}

static double left_edge(const struct cor_scene_text *text, double width_mm)
{
    switch (text->anchor) {
    case COR_ANCHOR_MIDDLE:
        return text->at.x - width_mm / 2;
    case COR_ANCHOR_END:
        return text->at.x - width_mm;
    default:
        return text->at.x;
    }
}

static void set_colour(cairo_t *canvas, struct cor_colour colour)
{
    cairo_set_source_rgba(canvas, colour.r / 255.0, colour.g / 255.0,
                          colour.b / 255.0, colour.a / 255.0);
}

static void paint_halo(PangoLayoutLine *line,
                       cairo_t *canvas,
                       const struct cor_scene_text *text)
{
    cairo_new_path(canvas);
    cairo_move_to(canvas, 0, 0);
    pango_cairo_layout_line_path(canvas, line);
    cairo_set_line_width(canvas, 2 * text->halo_mm / mm_per_unit(text->font));
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(canvas, NULL, 0, 0);
    set_colour(canvas, text->halo);
    cairo_stroke(canvas);
}

/* Lay out a text and make its baseline's left end the origin, in units of the
   layout. */
static PangoLayoutLine *
go_to(struct cor_type *type, cairo_t *canvas, const struct cor_scene_text *text)
{
    const double scale = mm_per_unit(text->font);
    PangoRectangle logical;
    PangoLayout *layout = set(type, text->text, text->font);
    pango_layout_get_extents(layout, NULL, &logical);
    const double width = mm_of(logical.width, text->font);
    cairo_translate(canvas, text->at.x, text->at.y);
    cairo_rotate(canvas, text->turn_deg * 0.017453292519943295);
    cairo_translate(canvas, left_edge(text, width) - text->at.x, 0);
    cairo_scale(canvas, scale, scale);
    return pango_layout_get_line_readonly(layout, 0);
}

void cor_type_paint(struct cor_type *type,
                    cairo_t *canvas,
                    const struct cor_scene_text *text)
{
    cairo_save(canvas);
    PangoLayoutLine *line = go_to(type, canvas, text);
    if (text->halo.a != 0)
        paint_halo(line, canvas, text);
    cairo_move_to(canvas, 0, 0);
    set_colour(canvas, text->colour);
    pango_cairo_show_layout_line(canvas, line);
    cairo_restore(canvas);
}

void cor_type_trace(struct cor_type *type,
                    cairo_t *canvas,
                    const struct cor_scene_text *text)
{
    cairo_save(canvas);
    PangoLayoutLine *line = go_to(type, canvas, text);
    cairo_new_path(canvas);
    cairo_move_to(canvas, 0, 0);
    pango_cairo_layout_line_path(canvas, line);
    cairo_restore(canvas);
}
