/* A name in one or two lines looks for the place where it lies well inside its
   area and on no line. */
#include "render/area_block.h"

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

static const double leading = 1.25;

/* Lines that a name may cover, in weighted mm: a border at its edge, but no
   route. */
static const double bearable = 4.5;

static struct cor_rect box_at(const struct block *block, double x, double y)
{
    return (struct cor_rect){x - block->width / 2, y - block->height / 2,
                             x + block->width / 2, y + block->height / 2};
}

struct cor_rect cor_area_widened(struct cor_rect box, double by)
{
    return (struct cor_rect){box.left - by, box.top - by, box.right + by,
                             box.bottom + by};
}

static double cells_in(const struct cor_grid *mask, struct cor_rect box)
{
    return (box.right - box.left) * (box.bottom - box.top) /
           (mask->cell_mm * mask->cell_mm);
}

static double share(const struct cor_grid *mask, struct cor_rect box)
{
    return cor_grid_ask(mask, box, NULL) / cells_in(mask, box);
}

/* How many steps to the right a block that stands too far outside its area has
   to go at least: with each it gains no more cells than it has rows for the
   columns passed over. 0 when it stands well. */
static double steps_to_land(const struct cor_area_search *search,
                            struct cor_rect box)
{
    const struct cor_grid *mask = search->mask;
    if (mask == NULL)
        return 0;
    box = cor_area_widened(box, search->shore);
    const double lack = search->inside - share(mask, box);
    if (!(lack > 0))
        return 0;
    const double rows = (box.bottom - box.top) * mask->per_mm + 1;
    const double columns = lack * cells_in(mask, box) / rows - 1;
    return fmax(1, floor(columns / (search->step * mask->per_mm)));
}

static bool is_within(struct cor_rect box, struct cor_rect frame)
{
    return box.left >= frame.left && box.right <= frame.right &&
           box.top >= frame.top && box.bottom <= frame.bottom;
}

/* The cost of a place; INFINITY where the block cannot stand. Room around it
   counts in its favour. */
static double cost_at(const struct cor_draft *draft,
                      const struct cor_area_search *search,
                      struct cor_rect box,
                      double x,
                      double y)
{
    struct cor_rect aired = cor_area_widened(box, search->air);
    aired.left -= search->air;
    aired.right += search->air;
    if (!cor_draft_is_free(draft, aired, COR_NONE))
        return INFINITY;
    const struct cor_rect near = cor_area_widened(box, 0.8 * draft->scale);
    if (cor_grid_ask(&draft->course, near, NULL) > search->route)
        return INFINITY;
    const double ink =
        cor_grid_ask(&draft->ink, cor_area_widened(box, 0.3), NULL);
    if (ink > bearable * draft->scale && !search->is_vital)
        return INFINITY;
    double cost =
        ink + search->pull * hypot(x - search->aim.x, y - search->aim.y);
    if (search->mask != NULL)
        cost -= 3 * share(search->mask, cor_area_widened(box, 2.5));
    return cost;
}

static bool find_place(struct cor_vec *out,
                       const struct cor_draft *draft,
                       const struct cor_area_search *search,
                       const struct block *block)
{
    const struct cor_rect frame = cor_area_widened(draft->view.frame, -1.5);
    const struct cor_rect range = search->range;
    double best = INFINITY;
    for (double y = range.top; y <= range.bottom; y += search->step) {
        double skipped = 0;
        for (double x = range.left; x <= range.right; x += search->step) {
            if (--skipped > 0)
                continue;
            const struct cor_rect box = box_at(block, x, y);
            if (!is_within(box, frame) ||
                (skipped = steps_to_land(search, box)) > 0)
                continue;
            const double cost = cost_at(draft, search, box, x, y);
            if (cost < best) {
                best = cost;
                *out = (struct cor_vec){x, y};
            }
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
                     const struct cor_area_ink *ink)
{
    struct cor_scene_text *line = &block->line[block->n++];
    *line = cor_draft_text(draft, text, font, ink->text);
    line->halo = ink->halo;
    line->halo_mm = 0.25 * draft->scale;
    line->anchor = COR_ANCHOR_MIDDLE;
    block->width = fmax(block->width, line->box.right);
}

/* Set a name in `n_line` lines; a block without lines if it has no blank. */
static struct block set_block(struct cor_draft *draft,
                              const char *name,
                              uint32_t n_line,
                              struct cor_font font,
                              const struct cor_area_ink *ink)
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
        add_line(draft, &block, first, font, ink);
        name = blank + 1;
    }
    add_line(draft, &block, name, font, ink);
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
        cor_draft_cover(
            draft, (struct cor_obstacle){line->box, COR_NONE, false, false});
    }
}

bool cor_area_write(struct cor_draft *draft,
                    const struct cor_area_search *search,
                    const char *name,
                    struct cor_font font,
                    const struct cor_area_ink *ink)
{
    for (uint32_t n_line = 1; n_line <= MAX_LINES; n_line++) {
        struct block block = set_block(draft, name, n_line, font, ink);
        struct cor_vec at = {0};
        if (block.n != 0 && find_place(&at, draft, search, &block)) {
            write_block(draft, &block, at);
            return true;
        }
    }
    return false;
}

const char *cor_area_name(const struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    const char *const *name = labels->name + label * labels->n_language;
    const char *wanted = name[cor_draft_language(draft)];
    return wanted[0] != '\0' ? wanted : name[0];
}
