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
    const double cells = (box.right - box.left) * (box.bottom - box.top) /
                         (mask->cell_mm * mask->cell_mm);
    return cor_grid_ask(mask, box, NULL) / cells;
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
    struct cor_rect aired = widened(box, air_mm);
    aired.left -= air_mm;
    aired.right += air_mm;
    if (!cor_draft_is_free(draft, aired, COR_NONE))
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
                     struct search *search,
                     const char *name,
                     double largest,
                     bool is_passed)
{
    const size_t n = sizeof ways / sizeof ways[0] - (is_passed ? 0 : 1);
    for (size_t i = 0; i < n; i++) {
        const double from = ways[i].size_pt != 0 ? ways[i].size_pt : largest;
        const double to = ways[i].size_pt != 0 ? ways[i].size_pt : 6;
        struct cor_font font = {.tracking_em = ways[i].tracking_em};
        search->inside = ways[i].inside;
        for (font.size_pt = from; font.size_pt >= to;
             font.size_pt = font.size_pt > to ? fmax(to, 0.88 * font.size_pt)
                                              : 0)
            if (try_block(draft, search, name, font,
                          draft->theme->country_label))
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
    if (!cor_grid_init(&mask, box, 0.6, &draft->scratch)) {
        draft->pen.status = COR_NO_MEMORY;
        return false;
    }
    cor_grid_add_rings(&mask, shape.point, shape.end, shape.n_part, 1,
                       &draft->scratch);
    const struct cor_grid_survey survey = cor_grid_survey(&mask);
    cor_grid_sum(&mask);
    struct search search = {.mask = &mask,
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

static const char *name_of(const struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const char *const *name = labels->name + label * labels->n_language;
    const char *wanted = name[cor_draft_language(draft)];
    return wanted[0] != '\0' ? wanted : name[0];
}

/* How far a name may stand from its anchor: small seas have larger ones for
   neighbours. */
static double reach_mm(const struct cor_basemap_labels *labels, uint32_t label)
{
    if (labels->kind[label] != COR_LABEL_SEA)
        return 5;
    return labels->rank[label] < 3 ? 14 : labels->rank[label] < 4 ? 8 : 3;
}

/* A water's name stays near its anchor: on the water if it is a sea. */
static bool name_water(struct cor_draft *draft,
                       const struct cor_grid *water,
                       uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const bool is_sea = labels->kind[label] == COR_LABEL_SEA;
    const double radius = reach_mm(labels, label) * draft->scale;
    struct search search = {
        .mask = is_sea ? water : NULL, .inside = 0.97, .pull = 0.25};
    const struct cor_rect f = draft->view.frame;
    if (!cor_view_point(&search.aim, &draft->view, labels->at[label]) ||
        search.aim.x < f.left - radius || search.aim.x > f.right + radius ||
        search.aim.y < f.top - radius || search.aim.y > f.bottom + radius)
        return true;
    if (is_written(draft, name_of(draft, label), search.aim))
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
    switch (labels->kind[label]) {
    case COR_LABEL_SEA:
        return rank <= finest;
    case COR_LABEL_LAKE:
        return rank + 1 <= finest;
    default:
        return rank + 2 <= finest;
    }
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
                n_dropped += !name_country(draft, name, c);
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
