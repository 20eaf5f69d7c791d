#include "render/pattern.h"

const struct cor_pattern_row cor_patterns[COR_N_PATTERN] = {
    [COR_PATTERN_RAIL] = {"rail",
                          "Rail",
                          true,
                          {{COR_INK_ROUTE, 1, {0, 0}, COR_CAP_ROUND},
                           {COR_INK_HALO, 0.36, {1.9, 1.9}, COR_CAP_BUTT}}},
    [COR_PATTERN_RAIL_FUTURE] =
        {"rail-future",
         "Rail, planned or under construction",
         true,
         {{COR_INK_ROUTE, 1, {1.6, 0.85}, COR_CAP_BUTT}}},
    [COR_PATTERN_ROAD] = {"road",
                          "Road",
                          true,
                          {{COR_INK_ROUTE, 1, {0, 0}, COR_CAP_ROUND},
                           {COR_INK_HALO, 0.42, {0, 0}, COR_CAP_ROUND}}},
    [COR_PATTERN_ROAD_FUTURE] = {"road-future",
                                 "Road, planned or under construction",
                                 true,
                                 {{COR_INK_ROUTE, 1, {1.6, 0.85}, COR_CAP_BUTT},
                                  {COR_INK_HALO, 0.42, {0, 0}, COR_CAP_BUTT}}},
    [COR_PATTERN_WATER] =
        {"water",
         "Ferry or ship",
         true,
         {{COR_INK_ROUTE, 0.8, {0.012, 1.55}, COR_CAP_ROUND}}},
    [COR_PATTERN_AIR] = {"air",
                         "Air",
                         false,
                         {{COR_INK_ROUTE, 0.4, {1.2, 0.8}, COR_CAP_BUTT}}},
    [COR_PATTERN_PIPELINE] =
        {"pipeline",
         "Pipeline",
         true,
         {{COR_INK_ROUTE, 0.5, {0, 0}, COR_CAP_ROUND},
          {COR_INK_ROUTE, 1.1, {0.012, 3.5}, COR_CAP_ROUND}}},
    [COR_PATTERN_OTHER] = {"other",
                           "Other",
                           true,
                           {{COR_INK_ROUTE, 0.7, {0, 0}, COR_CAP_ROUND}}},
};

/* Patterns of the modes that every scenario knows: there, and yet to be built.
   What is yet to be built shows so also on the map of a date by which it may
   be open, since that it will be is a promise. */
static const enum cor_pattern of_mode[COR_N_MODE][2] = {
    [COR_MODE_RAIL] = {COR_PATTERN_RAIL, COR_PATTERN_RAIL_FUTURE},
    [COR_MODE_ROAD] = {COR_PATTERN_ROAD, COR_PATTERN_ROAD_FUTURE},
    [COR_MODE_FERRY] = {COR_PATTERN_WATER, COR_PATTERN_WATER},
    [COR_MODE_SEA] = {COR_PATTERN_WATER, COR_PATTERN_WATER},
    [COR_MODE_INLAND_WATERWAY] = {COR_PATTERN_WATER, COR_PATTERN_WATER},
    [COR_MODE_AIR] = {COR_PATTERN_AIR, COR_PATTERN_AIR},
    [COR_MODE_PIPELINE] = {COR_PATTERN_PIPELINE, COR_PATTERN_PIPELINE},
};

enum cor_pattern cor_pattern_of(const struct cor_scenario *scenario,
                                uint32_t link)
{
    const uint32_t mode = scenario->links.mode[link];
    const uint8_t status = scenario->links.status[link];
    const bool is_future =
        status == COR_LINK_CONSTRUCTION || status == COR_LINK_PLANNED;
    return mode < COR_N_MODE ? of_mode[mode][is_future] : COR_PATTERN_OTHER;
}

struct cor_paint cor_pattern_paint(const struct cor_pattern_stroke *stroke,
                                   const struct cor_theme *theme,
                                   struct cor_colour hue,
                                   double width_mm)
{
    struct cor_colour colour = hue;
    if (stroke->ink == COR_INK_HALO) {
        colour = theme->halo;
        colour.a = 255;
    }
    return (struct cor_paint){
        .stroke = colour,
        .width_mm = stroke->width * width_mm,
        .dash_mm = {stroke->dash[0] * width_mm, stroke->dash[1] * width_mm},
        .cap = stroke->cap,
    };
}
