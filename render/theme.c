#include "render/theme.h"

#include <corridor/render/map.h>
#include <string.h>

/* 0xRRGGBB, opaque. */
#define RGB(hex) RGBA(hex, 255)
#define RGBA(hex, opacity)                                            \
    {                                                                 \
        ((hex) >> 16) & 255, ((hex) >> 8) & 255, (hex)&255, (opacity) \
    }

static const struct cor_theme themes[] = {
    {
        .name = "light",
        .paper = RGB(0xffffff),
        .sea = RGB(0xd5e4ec),
        .land = RGB(0xf4f1ea),
        .focus = RGB(0xfbf9f4),
        .coast = RGB(0x86a3b3),
        .border = RGB(0xa59e92),
        .border_casing = RGB(0xe6e0d5),
        .disputed = RGB(0xa59e92),
        .river = RGB(0xa9c6d6),
        .graticule = RGBA(0x8fa9b6, 115),
        .text = RGB(0x22262b),
        .halo = RGBA(0xffffff, 230),
        .muted = RGB(0x5f656c),
        .country_label = RGB(0x736c61),
        .water_label = RGB(0x3f6880),
        .frame = RGB(0x22262b),
        .panel = RGBA(0xffffff, 240),
        .panel_edge = RGB(0xb9bdc1),
        .network = RGB(0xa6adb4),
        .neutral = RGB(0x6b7280),
        .pipeline = RGB(0x7a4eab),
        .node_fill = RGB(0xffffff),
        .locator_sea = RGB(0xe6eff4),
        .locator_land = RGB(0xc9c4b8),
        .member = RGB(0xdfe3c2),
        .hatch = RGB(0x8f9a5e),
        .tone = {[COR_TONE_GRAVE] = RGB(0xa50f15),
                 [COR_TONE_MIDDLE] = RGB(0xe6761b),
                 [COR_TONE_SLIGHT] = RGB(0x6c8fa8),
                 [COR_TONE_MORE] = RGB(0x1a8a4a),
                 [COR_TONE_LESS] = RGB(0x7b3294),
                 [COR_TONE_OTHER] = RGB(0xe0a800)},
        .hue = {RGB(0xd1491c), RGB(0x0b5fa5), RGB(0x00856f), RGB(0x8a6a00),
                RGB(0x9b2d7f), RGB(0x4f5b66)},
    },
    {
        .name = "dark",
        .paper = RGB(0x18242d),
        .sea = RGB(0x12202b),
        .land = RGB(0x22303a),
        .focus = RGB(0x293944),
        .coast = RGB(0x4a6475),
        .border = RGB(0x596c79),
        .border_casing = RGB(0x1d2932),
        .disputed = RGB(0x596c79),
        .river = RGB(0x35505f),
        .graticule = RGBA(0x40596a, 115),
        .text = RGB(0xecf0f2),
        .halo = RGBA(0x16222b, 230),
        .muted = RGB(0xa7b4bc),
        .country_label = RGB(0x8596a1),
        .water_label = RGB(0x6f96ad),
        .frame = RGB(0x9fb0ba),
        .panel = RGBA(0x18242d, 240),
        .panel_edge = RGB(0x4a5b67),
        .network = RGB(0x5f707d),
        .neutral = RGB(0x9aa3aa),
        .pipeline = RGB(0xc39bef),
        .node_fill = RGB(0x16222b),
        .locator_sea = RGB(0x14212b),
        .locator_land = RGB(0x4b5c68),
        .member = RGB(0x35482f),
        .hatch = RGB(0x6f8a5f),
        .tone = {[COR_TONE_GRAVE] = RGB(0xff6b63),
                 [COR_TONE_MIDDLE] = RGB(0xf0a04b),
                 [COR_TONE_SLIGHT] = RGB(0x6f94b0),
                 [COR_TONE_MORE] = RGB(0x5ed28a),
                 [COR_TONE_LESS] = RGB(0xc39bef),
                 [COR_TONE_OTHER] = RGB(0xe3c24a)},
        .hue = {RGB(0xff8a4c), RGB(0x5cb3ff), RGB(0x3fd0b0), RGB(0xe3c24a),
                RGB(0xf08bd0), RGB(0xb8c4cc)},
    },
    {
        .name = "print",
        .paper = RGB(0xffffff),
        .sea = RGB(0xe4eef3),
        .land = RGB(0xffffff),
        .focus = RGB(0xf8f5ee),
        .coast = RGB(0x7593a4),
        .border = RGB(0x98918a),
        .border_casing = RGB(0xeeebe4),
        .disputed = RGB(0x98918a),
        .river = RGB(0xa9c6d6),
        .graticule = RGBA(0x8fa9b6, 115),
        .text = RGB(0x000000),
        .halo = RGBA(0xffffff, 240),
        .muted = RGB(0x4a4f55),
        .country_label = RGB(0x6b655c),
        .water_label = RGB(0x2f5a73),
        .frame = RGB(0x000000),
        .panel = RGB(0xffffff),
        .panel_edge = RGB(0xa9adb1),
        .network = RGB(0x9aa2ab),
        .neutral = RGB(0x5b626e),
        .pipeline = RGB(0x6d429c),
        .node_fill = RGB(0xffffff),
        .locator_sea = RGB(0xf3f7f9),
        .locator_land = RGB(0xc2c0bb),
        .member = RGB(0xe2e4d0),
        .hatch = RGB(0x7d8268),
        .tone = {[COR_TONE_GRAVE] = RGB(0x9c0d12),
                 [COR_TONE_MIDDLE] = RGB(0xdd6a10),
                 [COR_TONE_SLIGHT] = RGB(0x5f849f),
                 [COR_TONE_MORE] = RGB(0x137a3f),
                 [COR_TONE_LESS] = RGB(0x6d2a84),
                 [COR_TONE_OTHER] = RGB(0xd49c00)},
        /* As far apart in lightness as on white they can be: for printers
           without colour. */
        .hue = {RGB(0xc53f13), RGB(0x083f70), RGB(0x2a8f7b), RGB(0xab8e22),
                RGB(0x952677), RGB(0x2b3238)},
    },
};

enum { N_THEME = sizeof themes / sizeof themes[0] };

const char *const cor_map_themes[] = {"light", "dark", "print", NULL};

const struct cor_theme *cor_theme_named(const char *name)
{
    for (size_t i = 0; i < N_THEME; i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}
