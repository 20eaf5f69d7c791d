/* Names of countries, seas, lakes and rivers: each looks for the place where
   it lies well inside its area and on no line. */
#include "render/draft.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LINES = 2 };

/* A name in one or two lines, as a block about its middle. */
struct block {
    struct cor_scene_text line[MAX_LINES];
    uint32_t n;
    double width, height;
};

/* Where a block may stand, and what it costs there. */
struct search {
    const struct cor_grid *mask; /* cells where it may lie; NULL: anywhere */
    double inside;               /* the least share of it on such cells */
    struct cor_vec aim;
    struct cor_rect range; /* where its middle may be */
    double pull;           /* cost of a mm away from the aim */
};

/* Steps of the search, and air around a block, in mm. */
static const double step_mm = 1.25, air_mm = 0.8;

static const double leading = 1.25;

static struct cor_rect box_at(const struct block *block, double x, double y)
{
    return (struct cor_rect){x - block->width / 2, y - block->height / 2,
                             x + block->width / 2, y + block->height / 2};
}

static struct cor_rect widened(struct cor_rect box, double by)
{
    return (struct cor_rect){box.left - by, box.top - by, box.right + by,
                             box.bottom + by};
}

static double share(const struct cor_grid *mask, struct cor_rect box)
{
    double n_cell;
    const double sum = cor_grid_ask(mask, box, &n_cell);
    return n_cell > 0 ? sum / n_cell : 0;
}

/* The cost of a place; INFINITY where the block cannot stand. Room around it
   counts in its favour. */
static double cost_at(const struct cor_draft *draft,
                      const struct search *search,
                      const struct block *block,
                      double x,
                      double y)
{
    const struct cor_rect box = box_at(block, x, y);
    const struct cor_rect f = widened(draft->view.frame, -1.5);
    if (box.left < f.left || box.right > f.right || box.top < f.top ||
        box.bottom > f.bottom)
        return INFINITY;
    if (search->mask != NULL && share(search->mask, box) < search->inside)
        return INFINITY;
    if (!cor_draft_is_free(draft, widened(box, air_mm), COR_NONE))
        return INFINITY;
    double cost = cor_grid_ask(&draft->ink, widened(box, 0.5), NULL) +
                  search->pull * hypot(x - search->aim.x, y - search->aim.y);
    if (search->mask != NULL)
        cost -= 3 * share(search->mask, widened(box, 2.5));
    return cost;
}

static bool find_place(struct cor_vec *out,
                       const struct cor_draft *draft,
                       const struct search *search,
                       const struct block *block)
{
    double best = INFINITY;
    for (double y = search->range.top; y <= search->range.bottom; y += step_mm)
        for (double x = search->range.left; x <= search->range.right;
             x += step_mm) {
            const double cost = cost_at(draft, search, block, x, y);
            if (cost < best) {
                best = cost;
                *out = (struct cor_vec){x, y};
            }
        }
    return best < INFINITY;
}

/* The blank nearest the middle of a text; NULL: none. */
static const char *middle_blank(const char *text)
{
    const char *middle = text + strlen(text) / 2, *best = NULL;
    for (const char *at = strchr(text, ' '); at != NULL;
         at = strchr(at + 1, ' '))
        if (best == NULL || labs(at - middle) < labs(best - middle))
            best = at;
    return best;
}

static void add_line(struct cor_draft *draft,
                     struct block *block,
                     const char *text,
                     struct cor_font font,
                     struct cor_colour colour)
{
    struct cor_scene_text *line = &block->line[block->n++];
    *line = cor_draft_text(draft, text, font, colour);
    line->anchor = COR_ANCHOR_MIDDLE;
    block->width = fmax(block->width, line->box.right);
}

/* Set a name in `n_line` lines; a block without lines if it has no blank. */
static struct block set_block(struct cor_draft *draft,
                              const char *name,
                              uint32_t n_line,
                              struct cor_font font,
                              struct cor_colour colour)
{
    struct block block = {.n = 0};
    const char *blank = n_line > 1 ? middle_blank(name) : NULL;
    if (n_line > 1 && blank == NULL)
        return block;
    if (blank != NULL) {
        const char *first = cor_text_copy(
            draft->arena, (struct cor_text){name, (size_t)(blank - name)});
        if (first == NULL) {
            draft->pen.status = COR_NO_MEMORY;
            return block;
        }
        add_line(draft, &block, first, font, colour);
        name = blank + 1;
    }
    add_line(draft, &block, name, font, colour);
    const double em = font.size_pt * COR_MM_PER_PT * draft->scale;
    block.height = (0.75 + leading * (block.n - 1)) * em;
    return block;
}

static void
write_block(struct cor_draft *draft, struct block *block, struct cor_vec at)
{
    const double em = block->line[0].font.size_pt * COR_MM_PER_PT;
    double y = at.y - block->height / 2 + 0.73 * em;
    for (uint32_t i = 0; i < block->n; i++, y += leading * em) {
        struct cor_scene_text *line = &block->line[i];
        cor_draft_move(line, at.x - line->box.right / 2, y);
        line->at.x = at.x;
        cor_pen_text(&draft->pen, line);
        cor_draft_cover(draft,
                        (struct cor_obstacle){line->box, COR_NONE, false});
    }
}

static bool try_block(struct cor_draft *draft,
                      const struct search *search,
                      const char *name,
                      struct cor_font font,
                      struct cor_colour colour)
{
    for (uint32_t n_line = 1; n_line <= MAX_LINES; n_line++) {
        struct block block = set_block(draft, name, n_line, font, colour);
        struct cor_vec at = {0};
        if (block.n != 0 && find_place(&at, draft, search, &block)) {
            write_block(draft, &block, at);
            return true;
        }
    }
    return false;
}

/* The middle and the bounds of what is set in a mask, and its area in mm2. */
static double survey(const struct cor_grid *mask,
                     struct cor_vec *middle,
                     struct cor_rect *bounds)
{
    const double c = mask->cell_mm;
    double n = 0, sum_x = 0, sum_y = 0;
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t row = 0; row < mask->n_y; row++)
        for (uint32_t col = 0; col < mask->n_x; col++) {
            const double x = mask->area.left + (col + 0.5) * c;
            const double y = mask->area.top + (row + 0.5) * c;
            const struct cor_rect cell = {x - c / 2, y - c / 2, x + c / 2,
                                          y + c / 2};
            if (cor_grid_ask(mask, cell, NULL) < 0.5)
                continue;
            n++;
            sum_x += x;
            sum_y += y;
            box = (struct cor_rect){fmin(box.left, x), fmin(box.top, y),
                                    fmax(box.right, x), fmax(box.bottom, y)};
        }
    *middle = (struct cor_vec){sum_x / n, sum_y / n};
    *bounds = box;
    return n * c * c;
}

/* A country larger than this across, in mm, has the largest type. */
static const double large_mm = 70;

/* Below this many mm2 a country is not named. */
static const double least_mm2 = 12;

static bool
name_country(struct cor_draft *draft, const char *name, struct cor_shape shape)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    struct cor_grid mask;
    struct search search = {.mask = &mask, .inside = 0.995, .pull = 0.12};
    if (!cor_grid_init(&mask, draft->view.frame, 0.7, &draft->scratch)) {
        draft->pen.status = COR_NO_MEMORY;
        return false;
    }
    cor_grid_add_rings(&mask, shape.point, shape.end, shape.n_part, 1,
                       &draft->scratch);
    cor_grid_sum(&mask);
    const double area = survey(&mask, &search.aim, &search.range);
    const double across = sqrt(area) / draft->scale;
    const double largest = 6 + 6 * fmin(fmax(across - 8, 0) / large_mm, 1);
    bool done = area < least_mm2 * draft->scale;
    struct cor_font font = {.tracking_em = 0.22};
    for (font.size_pt = largest; !done && font.size_pt > 5.9;
         font.size_pt = font.size_pt > 6 ? fmax(6, 0.88 * font.size_pt) : 0)
        done =
            try_block(draft, &search, name, font, draft->theme->country_label);
    search.inside = 0.9;
    font = (struct cor_font){.tracking_em = 0.08, .size_pt = 6};
    if (!done)
        done =
            try_block(draft, &search, name, font, draft->theme->country_label);
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

static const char *name_of(const struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const char *const *name = labels->name + label * labels->n_language;
    const char *wanted = name[cor_draft_language(draft)];
    return wanted[0] != '\0' ? wanted : name[0];
}

/* A water's name stays near its anchor: on the water if it is a sea. */
static bool name_water(struct cor_draft *draft,
                       const struct cor_grid *water,
                       uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const bool is_sea = labels->kind[label] == COR_LABEL_SEA;
    const double radius = (is_sea ? 16 : 5) * draft->scale;
    struct search search = {
        .mask = is_sea ? water : NULL, .inside = 0.97, .pull = 0.25};
    const struct cor_rect f = draft->view.frame;
    if (!cor_view_point(&search.aim, &draft->view, labels->at[label]) ||
        search.aim.x < f.left - radius || search.aim.x > f.right + radius ||
        search.aim.y < f.top - radius || search.aim.y > f.bottom + radius)
        return true;
    search.range = widened((struct cor_rect){search.aim.x, search.aim.y,
                                             search.aim.x, search.aim.y},
                           radius);
    struct cor_font font = {.italic = true, .tracking_em = is_sea ? 0.08 : 0};
    const double largest = !is_sea ? 6 : labels->rank[label] < 3 ? 8 : 6.8;
    for (font.size_pt = largest; font.size_pt > 5.7; font.size_pt *= 0.88)
        if (try_block(draft, &search, name_of(draft, label), font,
                      draft->theme->water_label))
            return true;
    return false;
}

/* Waters whose rank the scale bears. */
static bool is_worth(const struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const uint8_t finest = cor_base_finest_rank(draft);
    const uint8_t rank = labels->rank[label];
    return labels->kind[label] == COR_LABEL_SEA ? rank <= finest + 1
                                                : rank + 1 <= finest;
}

/* Where there is no land, as cells of 1; to be asked at once. */
static bool make_water(struct cor_grid *water, struct cor_draft *draft)
{
    const struct cor_rect f = draft->view.frame;
    const struct cor_vec corner[] = {{f.left, f.top},
                                     {f.right, f.top},
                                     {f.right, f.bottom},
                                     {f.left, f.bottom}};
    const uint32_t end = 4;
    const struct cor_grid *land = &draft->land;
    if (!cor_grid_init(water, f, land->cell_mm, &draft->scratch))
        return false;
    cor_grid_add_rings(water, corner, &end, 1, 1, &draft->scratch);
    const size_t n = ((size_t)land->n_x + 1) * (land->n_y + 1);
    for (size_t i = 0; i < n; i++)
        water->sum[i] -= fmin(land->sum[i], 1);
    cor_grid_sum(water);
    return true;
}

static uint32_t name_countries(struct cor_draft *draft)
{
    const struct cor_basemap *map = draft->basemap;
    uint32_t n_dropped = 0;
    for (uint8_t rank = 0; rank < 10; rank++)
        for (uint32_t i = 0; i < map->label.n; i++) {
            if (map->label.kind[i] != COR_LABEL_COUNTRY ||
                map->label.rank[i] != rank)
                continue;
            const uint32_t c = country_of(map, map->label.id[i]);
            if (c == COR_NONE || draft->country[c].n_part == 0)
                continue;
            const char *name =
                cor_type_capitals(draft->arena, name_of(draft, i));
            if (name == NULL)
                draft->pen.status = COR_NO_MEMORY;
            else
                n_dropped += !name_country(draft, name, draft->country[c]);
        }
    return n_dropped;
}

static uint32_t name_waters(struct cor_draft *draft)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    struct cor_grid water;
    if (!make_water(&water, draft)) {
        draft->pen.status = COR_NO_MEMORY;
        return 0;
    }
    uint32_t n_dropped = 0;
    for (int kind = COR_LABEL_SEA; kind <= COR_LABEL_RIVER; kind++)
        for (uint32_t i = 0; i < labels->n; i++)
            if ((int)labels->kind[i] == kind && is_worth(draft, i))
                n_dropped += !name_water(draft, &water, i);
    return n_dropped;
}

void cor_area_labels_place(struct cor_draft *draft)
{
    if (draft->basemap == NULL)
        return;
    cor_pen_group(&draft->pen, "area-labels", NULL);
    const uint32_t n_dropped = name_countries(draft) + name_waters(draft);
    cor_pen_group_end(&draft->pen);
    if (n_dropped != 0)
        cor_draft_note(draft, "area-label-dropped",
                       "no room on the map for %u names of countries and "
                       "waters",
                       (unsigned)n_dropped);
}
