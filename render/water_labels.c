/* Names of seas, lakes and rivers. */
#include "render/area_block.h"

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
        return 5 * draft->scale;
    return rank > 3 ? 3 * draft->scale
                    : fmin(reaches[rank].mm * draft->scale,
                           reaches[rank].m * draft->view.mm_per_m);
}

/* The sea about an anchor, and no other, as cells of 1. */
static bool make_sea(struct cor_grid *sea,
                     struct cor_draft *draft,
                     struct cor_vec anchor,
                     double reach)
{
    const struct cor_grid *land = &draft->land;
    if (!cor_grid_init(sea, draft->view.frame, land->cell_mm, &draft->scratch))
        return false;
    const size_t width = (size_t)land->n_x + 1;
    for (size_t y = 1; y <= land->n_y; y++)
        for (size_t x = 1; x < width; x++)
            sea->sum[y * width + x] = 1 - fmin(land->sum[y * width + x], 1);
    if (!cor_grid_keep_connected(sea, anchor, reach, &draft->scratch))
        return false;
    cor_grid_sum(sea);
    return true;
}

static bool write_water(struct cor_draft *draft,
                        const struct cor_area_search *search,
                        uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const bool is_sea = labels->kind[label] == COR_LABEL_SEA;
    struct cor_font font = {.italic = true, .tracking_em = is_sea ? 0.08 : 0};
    const struct cor_area_ink ink = {draft->theme->water_label,
                                     is_sea ? draft->theme->sea
                                            : draft->theme->land};
    const double largest = !is_sea ? 6 : labels->rank[label] < 3 ? 8 : 6.8;
    for (font.size_pt = largest; font.size_pt > 5.7; font.size_pt *= 0.88)
        if (cor_area_write(draft, search, cor_area_name(draft, label), font,
                           &ink))
            return true;
    return false;
}

/* A water's name stays near its anchor: on the water if it is a sea. */
static bool name_water(struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    if (labels->kind[label] == COR_LABEL_RIVER)
        return cor_river_name(draft, label);
    const double radius = reach_of(draft, label);
    struct cor_area_search search = {
        .inside = 0.999, .shore = 0.6, .pull = 0.25};
    const struct cor_rect f = cor_area_widened(draft->view.frame, radius);
    if (!cor_view_point(&search.aim, &draft->view, labels->at[label]) ||
        search.aim.x < f.left || search.aim.x > f.right ||
        search.aim.y < f.top || search.aim.y > f.bottom)
        return true;
    if (is_written(draft, cor_area_name(draft, label), search.aim))
        return true;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    struct cor_grid sea;
    if (labels->kind[label] == COR_LABEL_SEA) {
        if (!make_sea(&sea, draft, search.aim, radius))
            draft->pen.status = COR_NO_MEMORY;
        search.mask = &sea;
    }
    search.range =
        cor_area_widened((struct cor_rect){search.aim.x, search.aim.y,
                                           search.aim.x, search.aim.y},
                         radius);
    const bool done =
        draft->pen.status != COR_OK || write_water(draft, &search, label);
    cor_arena_rewind(&draft->scratch, start);
    return done;
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

void cor_waters_name(struct cor_draft *draft)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    for (int kind = COR_LABEL_SEA; kind <= COR_LABEL_RIVER; kind++)
        for (uint32_t i = 0; i < labels->n; i++)
            if ((int)labels->kind[i] == kind && is_worth(draft, i) &&
                !name_water(draft, i) && !draft->is_inset)
                cor_draft_lose(draft, COR_LOSS_AREA, cor_area_name(draft, i));
}
