#include <corridor/render/fonts.h>

#include "render/type.h"

#include <pango/pangocairo.h>
#include <stdlib.h>

const struct cor_script cor_scripts[] = {
    {"Latin", "Aktau, Türkiye, Bakı, Iași"},
    {"Cyrillic", "Ақтау, Ўзбекистон"},
    {"Georgian", "თბილისი"},
    {"Armenian", "Երևան"},
    {"Arabic", "مشهد"},
    {"Chinese", "西安"},
    {NULL, NULL},
};

/* Pango keeps what it found of fonts in its map of them, and has one of these
   for each thread. */
struct cor_fonts {
    PangoFontMap *map;
};

static bool touch(void)
{
    static const struct cor_font fonts[] = {
        {.size_pt = 10},
        {.size_pt = 10, .bold = true},
        {.size_pt = 10, .italic = true},
    };
    struct cor_type *type;
    if (cor_type_open(&type, NULL) != COR_OK)
        return false;
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0]; i++)
        cor_type_measure(type, cor_scripts[0].sample, fonts[i]);
    cor_type_close(type);
    return true;
}

struct cor_fonts *cor_fonts_load(void)
{
    struct cor_fonts *fonts = malloc(sizeof *fonts);
    if (fonts == NULL || !touch()) {
        free(fonts);
        return NULL;
    }
    fonts->map = g_object_ref(pango_cairo_font_map_get_default());
    return fonts;
}

void cor_fonts_use(struct cor_fonts *fonts)
{
    if (fonts == NULL)
        return;
    pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(fonts->map));
    g_object_unref(fonts->map);
    free(fonts);
}

enum cor_status
cor_fonts_cover(bool *out, const char *text, struct cor_error *err)
{
    struct cor_type *type;
    const enum cor_status status = cor_type_open(&type, err);
    if (status != COR_OK)
        return status;
    const struct cor_font font = {.size_pt = 10};
    *out = !cor_type_measure(type, text, font).has_unknown;
    cor_type_close(type);
    return COR_OK;
}
