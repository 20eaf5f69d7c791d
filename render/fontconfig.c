/* Fontconfig reads fifty files and sorts all fonts of the machine, which takes
   longer than setting all type of a map does. The fonts of maps are named, so
   a program that draws nothing else can do without both. */
#include "render/fontconfig.h"

#include "render/type.h"

#include <corridor/render/fonts.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define ACCEPT(family)                                           \
    "<pattern><patelt name='family'><string>" family "</string>" \
    "</patelt></pattern>"

/* Only the families of maps, from the folders that fontconfig is built with,
   by the index it keeps of them. Letters that a family has not got slanted or
   bold are made so from its plain ones, as every desktop does: a fifth of the
   height to the right, and cairo's thickening. */
static const char own_settings[] =
    "<fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix='xdg'>fonts</dir><dir>~/.fonts</dir>"
    "<cachedir>" COR_FONT_INDEX "</cachedir>"
    "<cachedir prefix='xdg'>fontconfig</cachedir>"
    "<selectfont><rejectfont><pattern/></rejectfont>"
    "<acceptfont>" COR_TYPE_FAMILIES(
        ACCEPT) "</acceptfont></selectfont>"
                "<match target='font'>"
                "<test name='slant'><const>roman</const></test>"
                "<test target='pattern' name='slant' compare='not_eq'>"
                "<const>roman</const></test>"
                "<edit name='matrix'><times><name>matrix</name><matrix>"
                "<double>1</double><double>0.2</double>"
                "<double>0</double><double>1</double></matrix></times></edit>"
                "<edit name='slant'><const>oblique</const></edit>"
                "</match>"
                "<match target='font'>"
                "<test name='weight' "
                "compare='less_eq'><const>medium</const></test>"
                "<test target='pattern' name='weight' compare='more_eq'>"
                "<const>bold</const></test>"
                "<edit name='embolden'><bool>true</bool></edit>"
                "<edit name='weight'><const>bold</const></edit>"
                "</match>"
                "</fontconfig>";

/* Whether neither the environment nor an installation of its own gives
   fontconfig other settings than the machine's. */
static bool is_usual(FcConfig *config)
{
    FcChar8 *file = FcConfigGetFilename(config, NULL);
    const bool usual =
        file != NULL &&
        strcmp((const char *)file, COR_FONT_SETTINGS "/fonts.conf") == 0;
    FcStrFree(file);
    return usual;
}

static bool is_named(const char *family)
{
#define NAME(family) family,
    static const char *const names[] = {COR_TYPE_FAMILIES(NAME)};
#undef NAME
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(family, names[i]) == 0)
            return true;
    return false;
}

/* Some fonts are of several families: the broad one, and the narrow. */
static bool is_accepted(const FcPattern *font)
{
    FcChar8 *family;
    for (int i = 0;
         FcPatternGetString(font, FC_FAMILY, i, &family) == FcResultMatch; i++)
        if (is_named((const char *)family))
            return true;
    return false;
}

/* Whether there are fonts, all of families of maps. */
static bool is_confined(FcConfig *config)
{
    const FcFontSet *fonts = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
        if (!is_accepted(fonts->fonts[i]))
            return false;
    return fonts != NULL && fonts->nfont != 0;
}

void cor_fonts_confine(void)
{
    FcConfig *own = FcConfigCreate();
    if (own == NULL)
        return;
    const FcChar8 *settings = (const FcChar8 *)own_settings;
    if (is_usual(own) &&
        FcConfigParseAndLoadFromMemory(own, settings, FcTrue) &&
        FcConfigBuildFonts(own) && is_confined(own))
        FcConfigSetCurrent(own);
    FcConfigDestroy(own);
}

PangoFontMap *cor_fontconfig_all(void)
{
    FcConfig *all = is_confined(NULL) ? FcInitLoadConfigAndFonts() : NULL;
    if (all == NULL)
        return NULL;
    PangoFontMap *fonts = pango_cairo_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts), all);
    FcConfigDestroy(all);
    return fonts;
}
