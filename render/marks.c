/* Marks: numbered discs on links, which rows of the legend explain. */
#include "render/layers.h"
#include "render/names.h"
#include "render/say.h"

#include <math.h>
#include <string.h>

/* Radius of a disc, what is free around it, and how far it may stand from its
   link; mm before scaling. */
static const double radius_mm = 1.75, air_mm = 0.25, farthest_mm = 12;

/* Long pieces are bent along geodesics in steps of this, as routes are. */
static const double step_m = 25e3;

static const struct cor_font digits = {.size_pt = 5.8, .bold = true};

/* A disc beside its link costs this many mm, and each mm of line that it
   covers so many more. */
static const double beside_cost = 4, ink_cost = 0.15;

static const char *own_text(struct cor_draft *draft, const char *text)
{
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

/* A link may have a name too, but its ends tell which part of the line. */
static const char *text_of(struct cor_draft *draft,
                           const struct cor_map_mark *mark)
{
    const struct cor_links *links = &draft->scenario->links;
    const char *name =
        cor_journey_name(draft, links->from[mark->link], links->to[mark->link]);
    return mark->remark == NULL
               ? name
               : cor_draft_say_with(
                     draft, "{1}: {2}",
                     (const char *[COR_WORDS_VALUES]){name, mark->remark});
}

/* The number of a row of the legend; panels that say the same share it. */
static uint32_t
number_of(struct cor_draft *draft, const char *text, enum cor_map_tone tone)
{
    struct cor_signs *signs = &draft->signs;
    for (uint32_t i = 0; i < signs->n; i++)
        if (strcmp(signs->sign[i].text, text) == 0)
            return i;
    void *grown = cor_arena_grow(draft->arena, signs->sign, signs->n,
                                 &signs->capacity, sizeof *signs->sign);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return COR_NONE;
    }
    signs->sign = grown;
    signs->sign[signs->n] = (struct cor_sign){text, tone};
    return signs->n++;
}

static bool is_inside(const struct cor_draft *draft, struct cor_vec at)
{
    const double r = (radius_mm + 2 * air_mm) * draft->scale;
    const struct cor_rect f = draft->view.frame;
    return at.x - r > f.left && at.x + r < f.right && at.y - r > f.top &&
           at.y + r < f.bottom;
}

/* The line of a link on the page. */
static const struct cor_vec *
trace(struct cor_draft *draft, uint32_t link, size_t *out_n)
{
    const struct cor_links *links = &draft->scenario->links;
    const uint32_t first = links->first_point[link];
    const struct cor_point *dense;
    size_t n, m = 0;
    struct cor_vec *at = NULL;
    if (cor_line_densify(&dense, &n, links->point + first,
                         links->first_point[link + 1] - first, step_m,
                         &draft->scratch, NULL) == COR_OK)
        at = cor_arena_array(&draft->scratch, struct cor_vec, n);
    if (at == NULL)
        draft->pen.status = COR_NO_MEMORY;
    for (size_t i = 0; at != NULL && i < n; i++)
        m += cor_view_point(&at[m], &draft->view, dense[i]) &&
             is_inside(draft, at[m]);
    *out_n = m;
    return at;
}

/* The point of a line at a share of its length. */
static struct cor_vec along(const struct cor_vec *at, size_t n, double share)
{
    double whole = 0, gone = 0;
    for (size_t i = 1; i < n; i++)
        whole += hypot(at[i].x - at[i - 1].x, at[i].y - at[i - 1].y);
    for (size_t i = 1; i < n; i++) {
        const double d = hypot(at[i].x - at[i - 1].x, at[i].y - at[i - 1].y);
        if (d > 0 && gone + d >= share * whole) {
            const double t = (share * whole - gone) / d;
            return (struct cor_vec){at[i - 1].x + t * (at[i].x - at[i - 1].x),
                                    at[i - 1].y + t * (at[i].y - at[i - 1].y)};
        }
        gone += d;
    }
    return at[n / 2];
}

static struct cor_rect
box_of(const struct cor_draft *draft, struct cor_vec at, double air)
{
    const double r = (radius_mm + air) * draft->scale;
    return (struct cor_rect){at.x - r, at.y - r, at.x + r, at.y + r};
}

/* Take a stand for the disc if it is free and better than the best so far. */
static void consider(struct cor_draft *draft,
                     struct cor_disc *best,
                     double *least,
                     struct cor_vec at,
                     double cost)
{
    cost += ink_cost * cor_grid_ask(&draft->ink, box_of(draft, at, 0), NULL) /
            draft->scale;
    if (cost >= *least || !is_inside(draft, at) ||
        !cor_draft_is_free(draft, box_of(draft, at, air_mm), COR_NONE))
        return;
    *least = cost;
    best->at = at;
}

/* On the link, near its middle; else beside it, as near as there is room: a
   disc is never left out. */
static void stand(struct cor_draft *draft,
                  struct cor_disc *disc,
                  const struct cor_vec *line,
                  size_t n)
{
    enum { N_SHARE = 9, N_TURN = 24 };
    const double turn = 2 * 3.141592653589793 / N_TURN;
    double least = INFINITY;
    disc->at = disc->link = along(line, n, 0.5);
    for (int i = 0; i < N_SHARE; i++) {
        const double share = 0.5 + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * 0.1;
        consider(draft, disc, &least, along(line, n, share),
                 -ink_cost *
                         cor_grid_ask(&draft->ink,
                                      box_of(draft, along(line, n, share), 0),
                                      NULL) /
                         draft->scale +
                     fabs(share - 0.5));
    }
    if (least < INFINITY) {
        disc->link = disc->at;
        return;
    }
    for (double mm = 0.5; mm < farthest_mm; mm += 0.5)
        for (int i = 0; i < N_TURN; i++)
            consider(draft, disc, &least,
                     (struct cor_vec){
                         disc->link.x + mm * draft->scale * cos(i * turn),
                         disc->link.y + mm * draft->scale * sin(i * turn)},
                     beside_cost + mm);
}

static void choose(struct cor_draft *draft,
                   const struct cor_map_mark *mark,
                   struct cor_disc *disc)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const char *text = text_of(draft, mark);
    size_t n = 0;
    const struct cor_vec *line = trace(draft, mark->link, &n);
    if (n != 0 && draft->pen.status == COR_OK) {
        disc->number = number_of(draft, text, mark->tone);
        stand(draft, disc, line, n);
        cor_draft_cover(draft, (struct cor_obstacle){box_of(draft, disc->at, 0),
                                                     COR_NONE, false, false});
        draft->n_disc++;
    } else if (!draft->is_inset) {
        cor_draft_lose(draft, COR_LOSS_LINK, text);
    }
    cor_arena_rewind(&draft->scratch, start);
}

void cor_marks_place(struct cor_draft *draft)
{
    const struct cor_map_options *how = draft->how;
    if (how->n_mark == 0)
        return;
    draft->disc = cor_arena_array(draft->arena, struct cor_disc, how->n_mark);
    if (draft->disc == NULL)
        draft->pen.status = COR_NO_MEMORY;
    for (uint32_t i = 0; i < how->n_mark && draft->pen.status == COR_OK; i++)
        choose(draft, &how->mark[i], &draft->disc[draft->n_disc]);
}

void cor_mark_draw(struct cor_draft *draft, uint32_t number, struct cor_vec at)
{
    const struct cor_theme *theme = draft->theme;
    struct cor_paint paint = cor_draft_stroke(draft, theme->halo, 0.6);
    paint.fill = theme->tone[draft->signs.sign[number].tone];
    paint.stroke.a = 255;
    cor_pen_circle(&draft->pen, at, radius_mm * draft->scale, &paint);
    struct cor_scene_text text = cor_draft_text(
        draft, own_text(draft, cor_text_print(draft->arena, "%u", number + 1)),
        digits, theme->halo);
    text.colour.a = 255;
    text.anchor = COR_ANCHOR_MIDDLE;
    cor_draft_move(&text, at.x - text.box.right / 2,
                   at.y + (text.box.bottom - text.box.top) / 2 -
                       text.box.bottom);
    text.at.x = at.x;
    cor_pen_text(&draft->pen, &text);
}

/* From a disc that stands beside its link to where the link is. */
static void draw_leader(struct cor_draft *draft, const struct cor_disc *disc)
{
    const struct cor_theme *theme = draft->theme;
    const enum cor_map_tone tone = draft->signs.sign[disc->number].tone;
    const struct cor_paint paint[] = {
        cor_draft_stroke(draft, theme->halo, 2),
        cor_draft_stroke(draft, theme->tone[tone], 0.9)};
    if (hypot(disc->at.x - disc->link.x, disc->at.y - disc->link.y) <
        radius_mm * draft->scale)
        return;
    cor_pen_to(&draft->pen, disc->at.x, disc->at.y);
    cor_pen_to(&draft->pen, disc->link.x, disc->link.y);
    const struct cor_shape line = cor_pen_shape(&draft->pen, false);
    for (size_t i = 0; i < 2; i++)
        cor_pen_paint(&draft->pen, line, &paint[i]);
}

void cor_marks_draw(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "marks", NULL);
    for (uint32_t i = 0; i < draft->n_disc; i++)
        draw_leader(draft, &draft->disc[i]);
    for (uint32_t i = 0; i < draft->n_disc; i++) {
        const struct cor_disc *disc = &draft->disc[i];
        cor_pen_group(&draft->pen, "mark",
                      draft->signs.sign[disc->number].text);
        cor_mark_draw(draft, disc->number, disc->at);
        cor_pen_group_end(&draft->pen);
    }
    cor_pen_group_end(&draft->pen);
}
