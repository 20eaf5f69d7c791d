#include "render/theme.h"

#include <corridor/render/map.h>

#include <criterion/criterion.h>
#include <math.h>

static double linear(uint8_t part)
{
    const double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance: WCAG 2.1, definitions. */
static double luminance(struct cor_colour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

/* L* of CIE 1976, for colours that are not nearly black. */
static double lightness(struct cor_colour c)
{
    return 116 * cbrt(luminance(c)) - 16;
}

static double contrast(struct cor_colour a, struct cor_colour b)
{
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

/* WCAG 2.1, 1.4.3 and 1.4.11: 4.5 for text, 3 for what must be seen. */
Test(theme, can_be_read)
{
    for (size_t i = 0; cor_map_themes[i] != NULL; i++) {
        const struct cor_theme *theme = cor_theme_named(cor_map_themes[i]);
        cr_assert_not_null(theme);
        cr_expect_gt(contrast(theme->text, theme->land), 4.5);
        cr_expect_gt(contrast(theme->muted, theme->paper), 4.5);
        for (size_t h = 0; h < COR_N_HUE; h++)
            cr_expect_geq(contrast(theme->hue[h], theme->land), 2.8,
                          "%s, hue %zu: %g", theme->name, h,
                          contrast(theme->hue[h], theme->land));
    }
}

Test(theme, for_print_tells_routes_apart_in_grey)
{
    const struct cor_theme *theme = cor_theme_named("print");
    for (size_t a = 0; a < 4; a++)
        for (size_t b = 0; b < a; b++)
            cr_expect_geq(
                fabs(lightness(theme->hue[a]) - lightness(theme->hue[b])), 6,
                "%zu and %zu", a, b);
}
