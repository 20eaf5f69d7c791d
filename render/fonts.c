#include <corridor/render/fonts.h>

#include "render/type.h"

const struct cor_script cor_scripts[] = {
    {"Latin", "Aktau, Türkiye, Bakı, Iași"},
    {"Cyrillic", "Ақтау, Ўзбекистон"},
    {"Georgian", "თბილისი"},
    {"Armenian", "Երևան"},
    {"Arabic", "مشهد"},
    {"Chinese", "西安"},
    {NULL, NULL},
};

void cor_fonts_load(void)
{
    static const struct cor_font fonts[] = {
        {.size_pt = 10},
        {.size_pt = 10, .bold = true},
        {.size_pt = 10, .italic = true},
    };
    struct cor_type *type;
    if (cor_type_open(&type, NULL) != COR_OK)
        return;
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0]; i++)
        cor_type_measure(type, cor_scripts[0].sample, fonts[i]);
    cor_type_close(type);
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
