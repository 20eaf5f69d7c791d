/* Names of seas, lakes and rivers. */
#include "render/area_block.h"
#include "render/layers.h"
#include "render/sea_reach.h"

#include <math.h>
#include <string.h>

/* Whether the same name stands near already: a sea may have several anchors. */
static bool
is_written(const struct cor_draft *draft, const char *name, struct cor_vec near)
{
    const double apart_mm = 90;
    for (size_t i = draft->pen.n; i-- > 0;) {
        const struct cor_scene_item *item = &draft->pen.item[i];
        if (item->kind == COR_SCENE_GROUP)
            return false;
        if (item->kind == COR_SCENE_TEXT && strcmp(item->text.text, name) == 0)
            return hypot(item->text.at.x - near.x, item->text.at.y - near.y) <
                   apart_mm;
    }
    return false;
}

/* Seas that readers find their way by. */
static bool is_great(const struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    return labels->kind[label] == COR_LABEL_SEA && labels->rank[label] <= 2;
}

/* How far a name may stand from its anchor, on the page and on the earth:
   small seas have larger ones for neighbours. */
static double reach_of(const struct cor_draft *draft, uint32_t label)
{
    static const struct {
        double mm, m;
    } reaches[] = {{25, 2000e3}, {25, 2000e3}, {22, 600e3}, {8, 300e3}};
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const uint8_t rank = labels->rank[label];
    if (labels->kind[label] != COR_LABEL_SEA)
        return 12 * draft->scale;
    return rank > 3 ? 3 * draft->scale
                    : fmin(reaches[rank].mm * draft->scale,
                           reaches[rank].m * draft->view.mm_per_m);
}

/* A name beside its lake is no farther from its middle than this. */
static const double beside_m = 60e3;

/* Write a name as large as it may be, down to what can be read. */
static bool write_water(struct cor_draft *draft,
                        const struct cor_area_search *search,
                        uint32_t label,
                        double largest_pt)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const bool is_sea = labels->kind[label] == COR_LABEL_SEA;
    const struct cor_area_ink ink = {draft->theme->water_label,
                                     search->mask != NULL ? draft->theme->sea
                                                          : draft->theme->land};
    struct cor_font font = {.italic = true, .tracking_em = is_sea ? 0.08 : 0};
    for (font.size_pt = largest_pt; font.size_pt > 5.3; font.size_pt *= 0.9)
        if (cor_area_write(draft, search, cor_area_name(draft, label), font,
                           &ink))
            return true;
    return false;
}

/* On the water itself, clear of its shores. */
static bool write_on_water(struct cor_draft *draft,
                           struct cor_area_search search,
                           uint32_t label,
                           double largest_pt)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const double room = 14 * draft->scale;
    struct cor_grid mask;
    if (!cor_waters_mask(&mask, &draft->waters, search.aim,
                         fmin(reach_of(draft, label), 4 * draft->scale),
                         cor_area_widened(search.range, room), NULL,
                         &draft->scratch)) {
        draft->pen.status = COR_NO_MEMORY;
        return true;
    }
    search.mask = &mask;
    const bool done = write_water(draft, &search, label, largest_pt);
    cor_arena_rewind(&draft->scratch, start);
    return done;
}

static bool is_inside(struct cor_rect box, struct cor_vec at)
{
    return at.x >= box.left && at.x <= box.right && at.y >= box.top &&
           at.y <= box.bottom;
}

/* Where a name is to be near: its anchor, or water of a great sea whose anchor
   the map does not reach. */
static bool find_aim(struct cor_vec *out,
                     const struct cor_draft *draft,
                     uint32_t label,
                     double radius)
{
    const struct cor_point anchor = draft->basemap->label.at[label];
    const bool has_place = cor_view_point(out, &draft->view, anchor);
    struct cor_vec other;
    if (has_place && is_inside(draft->view.frame, *out))
        return true;
    if (is_great(draft, label) && cor_sea_reaches(&other, draft, anchor)) {
        *out = other;
        return true;
    }
    return has_place &&
           is_inside(cor_area_widened(draft->view.frame, radius), *out);
}

/* The share of a great sea's name that lies on it where no more would fit. */
static const double across_shore = 0.88;

/* A water's name stands on it, near its anchor; that of a lake too small for
   its name stands beside it. */
static bool name_water(struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    if (labels->kind[label] == COR_LABEL_RIVER)
        return cor_river_name(draft, label);
    const bool is_sea = labels->kind[label] == COR_LABEL_SEA;
    const double radius = reach_of(draft, label);
    struct cor_area_search search = {
        .inside = 0.999, .shore = 0.4, .step = 0.6, .air = 0.4, .pull = 0.25};
    if (!find_aim(&search.aim, draft, label, radius))
        return true;
    if (is_written(draft, cor_area_name(draft, label), search.aim))
        return true;
    const struct cor_rect anchor = {search.aim.x, search.aim.y, search.aim.x,
                                    search.aim.y};
    search.range = cor_area_widened(anchor, radius);
    if (write_on_water(draft, search, label,
                       is_sea && labels->rank[label] < 3 ? 8 : 6.8))
        return true;
    search.is_vital = is_sea && labels->rank[label] < 3;
    if (search.is_vital && write_on_water(draft, search, label, 6.8))
        return true;
    search.inside = across_shore;
    search.shore = 0;
    if (search.is_vital && write_on_water(draft, search, label, 6))
        return true;
    search.range = cor_area_widened(
        anchor, fmin(5 * draft->scale,
                     2.4 * draft->scale + beside_m * draft->view.mm_per_m));
    return !is_sea && write_water(draft, &search, label, 6);
}

/* Waters whose rank the scale bears. */
static bool is_worth(const struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const uint8_t finest = cor_base_finest_rank(draft);
    const uint8_t rank = labels->rank[label];
    switch (labels->kind[label]) {
    case COR_LABEL_SEA:
        return rank <= finest;
    case COR_LABEL_LAKE:
        return rank + 1 <= finest;
    default:
        return rank + 2 <= finest;
    }
}

static void put_water(struct cor_draft *draft, uint32_t label)
{
    const size_t n_item = draft->pen.n;
    const bool is_done = name_water(draft, label);
    cor_fate_put_area(draft, label, is_done, n_item);
}

static void name_waters(struct cor_draft *draft, bool great)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    for (int kind = COR_LABEL_SEA; kind <= COR_LABEL_RIVER; kind++)
        for (uint32_t i = 0; i < labels->n; i++)
            if ((int)labels->kind[i] == kind && is_worth(draft, i) &&
                is_great(draft, i) == great)
                put_water(draft, i);
}

void cor_great_waters_name(struct cor_draft *draft)
{
    if (cor_waters_find(&draft->waters, &draft->land, &draft->scratch))
        name_waters(draft, true);
    else
        draft->pen.status = COR_NO_MEMORY;
}

void cor_waters_name(struct cor_draft *draft)
{
    name_waters(draft, false);
}
