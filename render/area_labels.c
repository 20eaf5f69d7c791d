/* Names of countries, those that routes pass before the others. */
#include "render/area_block.h"
#include "render/layers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A country larger than this across, in mm, has the largest type. */
static const double large_mm = 70;

/* Below this many mm2 a country is not named. */
static const double least_mm2 = 12;

/* Ever less demanding ways to name a country; the last is for those that the
   map is about. */
static const struct {
    double size_pt; /* 0: as large as the country deserves, down to 6 */
    double tracking_em, inside;
} ways[] = {
    {0, 0.22, 0.995}, {6, 0.12, 0.97}, {6, 0.04, 0.88}, {5.4, 0.02, 0.78}};

static struct cor_rect visible(const struct cor_draft *draft,
                               struct cor_shape shape)
{
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    const struct cor_rect f = draft->view.frame;
    for (uint32_t i = 0; i < shape.end[shape.n_part - 1]; i++) {
        const struct cor_vec at = shape.point[i];
        box = (struct cor_rect){fmin(box.left, at.x), fmin(box.top, at.y),
                                fmax(box.right, at.x), fmax(box.bottom, at.y)};
    }
    return (struct cor_rect){fmax(box.left, f.left), fmax(box.top, f.top),
                             fmin(box.right, f.right),
                             fmin(box.bottom, f.bottom)};
}

static bool try_ways(struct cor_draft *draft,
                     struct cor_area_search *search,
                     const char *name,
                     double largest,
                     bool is_passed)
{
    struct cor_area_ink ink = {draft->theme->country_label, draft->theme->land};
    ink.halo.a = 190;
    const size_t n = sizeof ways / sizeof ways[0] - (is_passed ? 0 : 1);
    for (size_t i = 0; i < n; i++) {
        const double from = ways[i].size_pt != 0 ? ways[i].size_pt : largest;
        const double to = ways[i].size_pt != 0 ? ways[i].size_pt : 6;
        struct cor_font font = {.tracking_em = ways[i].tracking_em};
        search->inside = ways[i].inside;
        search->route = i < 2 ? 0 : 1.5;
        for (font.size_pt = from; font.size_pt >= to;
             font.size_pt = font.size_pt > to ? fmax(to, 0.88 * font.size_pt)
                                              : 0)
            if (cor_area_write(draft, search, name, font, &ink))
                return true;
    }
    return false;
}

static bool
name_country(struct cor_draft *draft, const char *name, uint32_t country)
{
    const struct cor_shape shape = draft->country[country];
    const struct cor_rect box = visible(draft, shape);
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    struct cor_grid mask;
    if (box.left >= box.right || box.top >= box.bottom)
        return true;
    if (!cor_grid_init(&mask, box, 0.6, &draft->scratch) ||
        !cor_grid_add_rings(&mask, shape.point, shape.end, shape.n_part, 1,
                            &draft->scratch)) {
        draft->pen.status = COR_NO_MEMORY;
        return false;
    }
    const struct cor_grid_survey survey = cor_grid_survey(&mask);
    cor_grid_sum(&mask);
    struct cor_area_search search = {.mask = &mask,
                                     .step = 1.25,
                                     .air = 0.8,
                                     .aim = survey.middle,
                                     .range = survey.bounds,
                                     .pull = 0.12};
    const double across = sqrt(survey.area_mm2) / draft->scale;
    const bool done =
        survey.area_mm2 < least_mm2 * draft->scale ||
        try_ways(
            draft, &search, name,
            6 + 6 * fmin(fmax(across - 8, 0) / large_mm, 1),
            cor_base_is_passed(draft, draft->basemap->country.code[country]));
    cor_arena_rewind(&draft->scratch, start);
    return done;
}

static uint32_t country_of(const struct cor_basemap *map, const char *code)
{
    for (uint32_t i = 0; i < map->country.n; i++)
        if (code[0] != '\0' && strcmp(map->country.code[i], code) == 0)
            return i;
    return COR_NONE;
}

static void put_country(struct cor_draft *draft,
                        uint32_t label,
                        const char *name,
                        uint32_t country)
{
    const size_t n_item = draft->pen.n;
    const bool is_done = name_country(draft, name, country);
    cor_fate_put_area(draft, label, is_done, n_item);
}

/* Name countries that routes pass, or the others, the greatest first. */
static void name_countries(struct cor_draft *draft, bool passed)
{
    const struct cor_basemap *map = draft->basemap;
    for (uint8_t rank = 0; rank < 10; rank++)
        for (uint32_t i = 0; i < map->label.n; i++) {
            if (map->label.kind[i] != COR_LABEL_COUNTRY ||
                map->label.rank[i] != rank ||
                cor_base_is_passed(draft, map->label.id[i]) != passed)
                continue;
            const uint32_t c = country_of(map, map->label.id[i]);
            if (c == COR_NONE || draft->country[c].n_part == 0)
                continue;
            const char *name =
                cor_type_capitals(draft->arena, cor_area_name(draft, i));
            if (name == NULL)
                draft->pen.status = COR_NO_MEMORY;
            else
                put_country(draft, i, name, c);
        }
}

void cor_passed_labels_place(struct cor_draft *draft)
{
    if (draft->basemap == NULL || draft->how->labels == COR_LABELS_NONE)
        return;
    cor_pen_group(&draft->pen, "area-labels", NULL);
    name_countries(draft, true);
    cor_great_waters_name(draft);
    cor_pen_group_end(&draft->pen);
}

void cor_area_labels_place(struct cor_draft *draft)
{
    if (draft->basemap == NULL || draft->how->labels == COR_LABELS_NONE)
        return;
    cor_pen_group(&draft->pen, "area-labels", NULL);
    name_countries(draft, false);
    cor_waters_name(draft);
    cor_pen_group_end(&draft->pen);
}
