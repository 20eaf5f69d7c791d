#include "render/layers.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* The side of the cells that ink and land are counted in, in mm. */
static const double cell_mm = 0.5;

bool cor_draft_make_grids(struct cor_draft *draft)
{
    return cor_grid_init(&draft->ink, draft->view.frame, cell_mm,
                         &draft->scratch) &&
           cor_grid_init(&draft->land, draft->view.frame, cell_mm,
                         &draft->scratch) &&
           cor_grid_init(&draft->course, draft->view.frame, cell_mm,
                         &draft->scratch);
}

struct cor_paint cor_draft_stroke(const struct cor_draft *draft,
                                  struct cor_colour colour,
                                  double width_pt)
{
    return (struct cor_paint){
        .stroke = colour,
        .width_mm = width_pt * COR_MM_PER_PT * draft->scale,
        .cap = COR_CAP_ROUND,
    };
}

struct cor_paint cor_draft_fill(struct cor_colour colour)
{
    return (struct cor_paint){.fill = colour};
}

struct cor_scene_text cor_draft_text(struct cor_draft *draft,
                                     const char *text,
                                     struct cor_font font,
                                     struct cor_colour colour)
{
    font.size_pt *= draft->scale;
    text = cor_draft_clean(draft, text);
    const struct cor_extent extent = cor_type_measure(draft->type, text, font);
    if (extent.has_unknown)
        cor_draft_lose(draft, COR_LOSS_GLYPHS, text);
    return (struct cor_scene_text){
        .text = text,
        .font = font,
        .box = {0, -extent.ascent, extent.width, extent.descent},
        .colour = colour,
    };
}

void cor_draft_move(struct cor_scene_text *text, double x, double y)
{
    text->at.x += x;
    text->at.y += y;
    text->box.left += x;
    text->box.right += x;
    text->box.top += y;
    text->box.bottom += y;
}

/* The last `n` bytes of a text that begins a character. */
static size_t step_back(const char *text, size_t n)
{
    do
        n--;
    while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80);
    return n;
}

const char *cor_draft_shorten(struct cor_draft *draft,
                              const char *text,
                              struct cor_font font,
                              double width_mm)
{
    font.size_pt *= draft->scale;
    const char *shown = text;
    size_t n = strlen(text);
    while (n > 0 &&
           cor_type_measure(draft->type, shown, font).width > width_mm) {
        n = step_back(text, n);
        shown = cor_text_print(draft->arena, "%.*s…", (int)n, text);
        if (shown == NULL) {
            draft->pen.status = COR_NO_MEMORY;
            return text;
        }
    }
    if (shown != text)
        cor_draft_lose(draft, COR_LOSS_SHORTENED, shown);
    return shown;
}

void cor_draft_note(struct cor_draft *draft,
                    const char *code,
                    const char *format,
                    ...)
{
    if (draft->report == NULL)
        return;
    char text[512];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    cor_report_add(draft->report, COR_NOTE, code, (struct cor_spot){0}, NULL,
                   "%s", text);
}

static void
add_lines(struct cor_grid *grid, struct cor_shape lines, double weight)
{
    const struct cor_vec *at = lines.point;
    for (uint32_t part = 0, i = 0; part < lines.n_part; i = lines.end[part++])
        for (uint32_t k = i + 1; k < lines.end[part]; k++)
            cor_grid_add_line(grid, at[k - 1], at[k], weight);
}

void cor_draft_add_ink(struct cor_draft *draft,
                       struct cor_shape lines,
                       double weight)
{
    add_lines(&draft->ink, lines, weight);
}

/* Beside a piece of line, to its left; y grows downwards. */
static void add_beside(struct cor_grid *grid,
                       struct cor_vec a,
                       struct cor_vec b,
                       double left_mm,
                       double weight)
{
    const double length = hypot(b.x - a.x, b.y - a.y);
    if (!(length > 0))
        return;
    const double x = left_mm * (b.y - a.y) / length;
    const double y = -left_mm * (b.x - a.x) / length;
    cor_grid_add_line(grid, (struct cor_vec){a.x + x, a.y + y},
                      (struct cor_vec){b.x + x, b.y + y}, weight);
}

void cor_draft_add_wide_ink(struct cor_draft *draft,
                            struct cor_shape lines,
                            double width_mm,
                            double weight)
{
    const struct cor_vec *at = lines.point;
    for (int side = -1; side <= 1; side++)
        for (uint32_t part = 0, i = 0; part < lines.n_part;
             i = lines.end[part++])
            for (uint32_t k = i + 1; k < lines.end[part]; k++)
                add_beside(&draft->ink, at[k - 1], at[k], side * width_mm / 2,
                           weight / 3);
}

bool cor_draft_has_subject(const struct cor_draft *draft)
{
    return draft->n_route != 0 || draft->how->flow != NULL;
}

void cor_draft_add_course(struct cor_draft *draft, struct cor_shape route)
{
    add_lines(&draft->course, route, 1);
}

static struct cor_colour full_hue(const struct cor_draft *draft, uint32_t route)
{
    const bool is_own =
        route >= draft->n_route || draft->route[route].tone == COR_TONE_OWN;
    if (!is_own)
        return draft->theme->tone[draft->route[route].tone];
    if (route < draft->n_route && draft->route[route].hue != 0)
        route = draft->route[route].hue - 1;
    return route < COR_N_HUE ? draft->theme->hue[route] : draft->theme->neutral;
}

struct cor_colour
cor_colour_mix(struct cor_colour a, struct cor_colour b, double share)
{
    return (struct cor_colour){(uint8_t)lround(a.r + share * (b.r - a.r)),
                               (uint8_t)lround(a.g + share * (b.g - a.g)),
                               (uint8_t)lround(a.b + share * (b.b - a.b)), a.a};
}

/* The share of the ground in a pale colour. */
static const double pale = 0.4;

struct cor_colour cor_draft_hue(const struct cor_draft *draft, uint32_t route)
{
    const struct cor_colour hue = full_hue(draft, route);
    return route < draft->n_route && draft->route[route].is_faded
               ? cor_colour_mix(hue, draft->theme->land, pale)
               : hue;
}

void cor_draft_cover(struct cor_draft *draft, struct cor_obstacle obstacle)
{
    void *grown =
        cor_arena_grow(draft->arena, draft->obstacle, draft->n_obstacle,
                       &draft->obstacle_capacity, sizeof *draft->obstacle);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    draft->obstacle = grown;
    draft->obstacle[draft->n_obstacle++] = obstacle;
}

static bool overlap(const struct cor_rect *a, const struct cor_rect *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom &&
           b->top < a->bottom;
}

bool cor_draft_is_free(const struct cor_draft *draft,
                       struct cor_rect box,
                       uint32_t node)
{
    for (size_t i = 0; i < draft->n_obstacle; i++) {
        const struct cor_obstacle *o = &draft->obstacle[i];
        if (o->is_outline && node != COR_NONE)
            continue;
        if (overlap(&o->box, &box) && (node == COR_NONE || o->node != node))
            return false;
    }
    return true;
}

void cor_draft_keep_label(struct cor_draft *draft,
                          const struct cor_scene_text *label)
{
    void *grown = cor_arena_grow(draft->arena, draft->label, draft->n_label,
                                 &draft->label_capacity, sizeof *draft->label);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    draft->label = grown;
    draft->label[draft->n_label++] = *label;
}

uint32_t cor_draft_language(const struct cor_draft *draft)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    for (uint32_t i = 0; i < draft->how->n_language; i++)
        for (uint32_t k = 0; k < labels->n_language; k++)
            if (strcmp(draft->how->language[i], labels->language[k]) == 0)
                return k;
    return 0;
}
