/* The links that no route uses, thin and grey: what the routes run through. */
#include "render/layers.h"

#include <math.h>
#include <string.h>

/* Long pieces are bent along geodesics in steps of this. */
static const double step_m = 25e3;

/* What labels give to keep off a mm of a line; lines over water are many and
   faint, those to be read are not. */
static const double network_ink = 0.6, water_ink = 0.05, named_ink = 1.5;

/* Where lines crowd they are thinner and paler, so that no part of a map is a
   carpet: from so many mm of line on a square cm of page. */
enum { N_CROWD = 3 };
static const struct {
    double from_mm, width;
    double opacity;
} crowds[N_CROWD] = {{0, 1, 1}, {11, 0.8, 0.85}, {18, 0.6, 0.7}};

/* What is counted as near, and the cells it is counted in; mm. */
static const double near_mm = 12, cell_mm = 6;

/* Width of a line that is to be read beside the routes, in pt. */
static const double named_pt = 1.3;

/* Dashes of thin lines are as long as those of a line of this width, in pt, or
   they would run together. */
static const double least_dash_pt = 1.1;

void cor_network_add_link(struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const uint32_t first = links->first_point[link];
    const struct cor_point *dense;
    size_t n;
    if (cor_line_densify(&dense, &n, links->point + first,
                         links->first_point[link + 1] - first, step_m,
                         &draft->scratch, NULL) == COR_OK)
        cor_view_line(&draft->view, &draft->pen, dense, n);
    else
        draft->pen.status = COR_NO_MEMORY;
    cor_arena_rewind(&draft->scratch, start);
}

/* The ends of a link on the page; false where it has none. */
static bool
find_ends(struct cor_vec end[2], const struct cor_draft *draft, uint32_t link)
{
    const struct cor_scenario *s = draft->scenario;
    return cor_view_point(&end[0], &draft->view,
                          s->places.at[s->links.from[link]]) &&
           cor_view_point(&end[1], &draft->view,
                          s->places.at[s->links.to[link]]);
}

/* mm of line about a place, to the square cm. */
static double crowd_at(const struct cor_grid *lines, struct cor_vec at)
{
    double n_cell;
    const double sum =
        cor_grid_ask(lines,
                     (struct cor_rect){at.x - near_mm, at.y - near_mm,
                                       at.x + near_mm, at.y + near_mm},
                     &n_cell);
    return n_cell > 0 ? 100 * sum / (n_cell * cell_mm * cell_mm) : 0;
}

static uint8_t crowd_of(const struct cor_draft *draft,
                        const struct cor_grid *lines,
                        uint32_t link)
{
    struct cor_vec end[2];
    uint8_t crowd = 0;
    if (!find_ends(end, draft, link))
        return 0;
    const struct cor_vec middle = {(end[0].x + end[1].x) / 2,
                                   (end[0].y + end[1].y) / 2};
    const double mm = crowd_at(lines, middle) / draft->scale;
    while (crowd + 1 < N_CROWD && mm >= crowds[crowd + 1].from_mm)
        crowd++;
    return crowd;
}

/* How crowded each link's surroundings are; NULL for want of memory. Links
   count as straight, which they nearly are at this scale. */
static const uint8_t *find_crowds(struct cor_draft *draft)
{
    const uint32_t n = draft->scenario->links.n;
    struct cor_grid lines;
    struct cor_vec end[2];
    uint8_t *crowd = cor_arena_array(&draft->scratch, uint8_t, n);
    if (crowd == NULL ||
        !cor_grid_init(&lines, draft->view.frame, cell_mm, &draft->scratch))
        return NULL;
    memset(crowd, 0, n);
    for (uint32_t i = 0; i < n; i++)
        if (draft->ground[i] == COR_GROUND_PLAIN && find_ends(end, draft, i))
            cor_grid_add_line(&lines, end[0], end[1], 1);
    cor_grid_sum(&lines);
    for (uint32_t i = 0; i < n && cor_draft_has_subject(draft); i++)
        if (draft->ground[i] == COR_GROUND_PLAIN)
            crowd[i] = crowd_of(draft, &lines, i);
    return crowd;
}

/* Links of one pattern, of one rank of ground and one crowd. */
static struct cor_shape trace_network(struct cor_draft *draft,
                                      enum cor_pattern pattern,
                                      enum cor_ground ground,
                                      const uint8_t *crowd,
                                      uint8_t rank)
{
    for (uint32_t link = 0; link < draft->scenario->links.n; link++)
        if (draft->ground[link] == ground && crowd[link] == rank &&
            cor_pattern_of(draft->scenario, link) == pattern)
            cor_network_add_link(draft, link);
    return cor_pen_shape(&draft->pen, false);
}

/* Alone the network is the map, else its ground; the more links there are, the
   thinner. */
static double width_of(const struct cor_draft *draft)
{
    const double n = fmax(draft->n_plain, 1);
    return !cor_draft_has_subject(draft)
               ? fmin(fmax(1.5 * sqrt(400 / n), 0.4), 1.5)
               : fmin(fmax(0.55 * sqrt(2000 / n), 0.3), 0.55);
}

static struct cor_paint paint_crowd(const struct cor_draft *draft,
                                    enum cor_pattern pattern,
                                    uint8_t rank)
{
    const double pt = COR_MM_PER_PT * draft->scale;
    const double width_mm = width_of(draft) * crowds[rank].width * pt;
    const struct cor_pattern_stroke *stroke = &cor_patterns[pattern].stroke[0];
    struct cor_colour colour = draft->theme->network;
    if (pattern == COR_PATTERN_PIPELINE)
        colour = draft->theme->pipeline;
    if (pattern == COR_PATTERN_WATER && cor_draft_has_subject(draft)) {
        colour = draft->theme->coast;
        colour.a = 150;
    }
    colour.a = (uint8_t)lround(colour.a * crowds[rank].opacity);
    struct cor_paint paint =
        cor_pattern_paint(stroke, draft->theme, colour, width_mm);
    paint.width_mm = fmax(stroke->width, 0.8) * width_mm;
    for (int i = 0; i < 2; i++)
        paint.dash_mm[i] = stroke->dash[i] * fmax(width_mm, least_dash_pt * pt);
    return paint;
}

struct cor_paint cor_network_paint(const struct cor_draft *draft,
                                   enum cor_pattern pattern)
{
    return paint_crowd(draft, pattern, 0);
}

struct cor_paint cor_network_named_paint(const struct cor_draft *draft,
                                         enum cor_pattern pattern,
                                         size_t stroke)
{
    return cor_pattern_paint(
        &cor_patterns[pattern].stroke[stroke], draft->theme,
        pattern == COR_PATTERN_PIPELINE ? draft->theme->pipeline
                                        : draft->theme->neutral,
        named_pt * COR_MM_PER_PT * draft->scale);
}

static void draw_plain(struct cor_draft *draft,
                       enum cor_pattern pattern,
                       const uint8_t *crowd)
{
    const bool is_water = pattern == COR_PATTERN_WATER;
    for (uint8_t rank = N_CROWD; rank-- > 0;) {
        const struct cor_shape shape =
            trace_network(draft, pattern, COR_GROUND_PLAIN, crowd, rank);
        const struct cor_paint paint = paint_crowd(draft, pattern, rank);
        cor_pen_paint(&draft->pen, shape, &paint);
        cor_draft_add_ink(draft, shape, is_water ? water_ink : network_ink);
        if (!cor_draft_has_subject(draft))
            cor_draft_add_course(draft, shape);
        draft->has_network[pattern] |= shape.n_part != 0;
    }
}

static void draw_named(struct cor_draft *draft,
                       enum cor_pattern pattern,
                       const uint8_t *crowd)
{
    const struct cor_pattern_row *row = &cor_patterns[pattern];
    const struct cor_shape shape =
        trace_network(draft, pattern, COR_GROUND_NAMED, crowd, 0);
    for (size_t i = 0; i < 2 && row->stroke[i].ink != COR_INK_NONE; i++) {
        const struct cor_paint paint =
            cor_network_named_paint(draft, pattern, i);
        cor_pen_paint(&draft->pen, shape, &paint);
    }
    cor_draft_add_ink(draft, shape, named_ink);
    draft->has_named[pattern] = shape.n_part != 0;
}

void cor_network_draw(struct cor_draft *draft)
{
    const uint8_t *crowd = find_crowds(draft);
    if (crowd == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    cor_pen_group(&draft->pen, "network", NULL);
    for (int p = 0; p < COR_N_PATTERN; p++)
        draw_plain(draft, (enum cor_pattern)p, crowd);
    for (int p = 0; p < COR_N_PATTERN; p++)
        draw_named(draft, (enum cor_pattern)p, crowd);
    cor_pen_group_end(&draft->pen);
}
