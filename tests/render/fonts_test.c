#include <corridor/render/fonts.h>

#include "tests/render/map_fixture.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

/* How many fonts of a family this process sees; of all families for NULL. */
static int count_fonts(const char *family)
{
    FcPattern *asked = FcPatternCreate();
    if (family != NULL)
        FcPatternAddString(asked, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *nothing_more = FcObjectSetBuild(FC_FILE, FC_INDEX, NULL);
    FcFontSet *found = FcFontList(NULL, asked, nothing_more);
    const int n = found->nfont;
    FcFontSetDestroy(found);
    FcObjectSetDestroy(nothing_more);
    FcPatternDestroy(asked);
    return n;
}

Test(fonts, a_confined_process_sees_only_those_of_maps)
{
    static const char *const named[] = {
        "Noto Sans",        "Noto Sans Georgian", "Noto Sans Armenian",
        "Noto Sans Arabic", "Noto Sans CJK SC",   "DejaVu Sans"};
    unsetenv("FONTCONFIG_FILE");
    unsetenv("FONTCONFIG_PATH");
    cor_fonts_confine();
    int n = 0;
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        n += count_fonts(named[i]);
    cr_expect_gt(n, 0);
    cr_expect_eq(count_fonts(NULL), n);
    cr_expect_eq(count_fonts("DejaVu Serif"), 0);
}

Test(fonts, settings_that_the_environment_names_stay)
{
    use_fonts("latin_fonts.conf");
    const int n = count_fonts(NULL);
    cr_expect_gt(count_fonts("DejaVu Sans Mono"), 0);
    cor_fonts_confine();
    cr_expect_eq(count_fonts(NULL), n);
    use_fonts("no_fonts.conf");
    cor_fonts_confine();
    cr_expect_eq(count_fonts(NULL), n);
}

Test(fonts, a_confined_process_covers_what_the_machine_does)
{
    /* Georgian and Thai: of a font that is named, and of one that is not. */
    static const char *const samples[] = {"თბილისი", "กรุงเทพ", "\U000F1234"};
    bool before[3], after[3];
    unsetenv("FONTCONFIG_FILE");
    unsetenv("FONTCONFIG_PATH");
    for (int i = 0; i < 3; i++)
        cr_assert_eq(cor_fonts_cover(&before[i], samples[i], NULL), COR_OK);
    cor_fonts_confine();
    pango_cairo_font_map_set_default(NULL); /* it remembers the fonts it had */
    for (int i = 0; i < 3; i++)
        cr_assert_eq(cor_fonts_cover(&after[i], samples[i], NULL), COR_OK);
    cr_expect_arr_eq(before, after, sizeof before);
    cr_expect_not(after[2]);
}
