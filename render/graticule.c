/* Meridians and parallels, named where they cross the frame. */
#include "render/layers.h"
#include "render/say.h"

#include <math.h>

/* Names nearer than this to each other are left out. */
static const double apart_mm = 4;

/* Lines are at least this far from each other in the middle of the map. */
static const double lines_apart_mm = 24;

static double step_of(const struct cor_draft *draft, double mm_per_degree)
{
    static const double steps[] = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30};
    size_t i = 0;
    while (i < 8 && steps[i] * mm_per_degree < lines_apart_mm * draft->scale)
        i++;
    return steps[i];
}

/* mm of the page to a degree of latitude, in the middle of the map. */
static double degree_mm(const struct cor_draft *draft, double *lat)
{
    const double degree_m = 111.2e3;
    const struct cor_rect f = draft->view.frame;
    struct cor_point middle = {0};
    if (!cor_view_unproject(
            &middle, &draft->view,
            (struct cor_vec){(f.left + f.right) / 2, (f.top + f.bottom) / 2}))
        middle.lat = 0;
    *lat = middle.lat;
    const double stretch = cor_projection_scale(draft->view.projection, middle);
    return draft->view.mm_per_m * degree_m * (stretch > 0 ? stretch : 1);
}

static bool is_near(const struct cor_draft *draft, const struct cor_rect *box)
{
    for (size_t i = 0; i < draft->n_tick; i++) {
        const struct cor_rect *b = &draft->tick[i].box;
        if (b->left < box->right + apart_mm &&
            box->left < b->right + apart_mm &&
            b->top < box->bottom + apart_mm && box->top < b->bottom + apart_mm)
            return true;
    }
    return false;
}

/* Write a name outside the frame, beside the point where its line leaves. */
static void add_tick(struct cor_draft *draft,
                     const char *text,
                     struct cor_vec at,
                     bool meridian)
{
    const struct cor_rect f = draft->view.frame;
    struct cor_scene_text tick = cor_draft_text(
        draft, text, (struct cor_font){.size_pt = COR_SIZE_SCALE},
        draft->theme->muted);
    const double gap = 1.1 * draft->scale, width = tick.box.right;
    const double ascent = -tick.box.top;
    const bool left = fabs(at.x - f.left) < 0.01;
    const bool right = fabs(at.x - f.right) < 0.01;
    const bool top = fabs(at.y - f.top) < 0.01;
    const bool bottom = fabs(at.y - f.bottom) < 0.01;
    if (meridian && (top || bottom))
        cor_draft_move(&tick, at.x - width / 2,
                       top ? f.top - gap : f.bottom + gap + ascent);
    else if (!meridian && (left || right))
        cor_draft_move(&tick, left ? f.left - gap - width : f.right + gap,
                       at.y + ascent / 2);
    else
        return;
    if (tick.box.left < 0 || tick.box.right > draft->how->width_mm ||
        is_near(draft, &tick.box) || draft->n_tick == COR_MOST_TICKS)
        return;
    draft->tick[draft->n_tick++] = tick;
}

/* Where a line inside the frame ends, it leaves the frame. */
static void add_ends(struct cor_draft *draft,
                     const char *text,
                     struct cor_shape shape,
                     bool meridian)
{
    for (uint32_t part = 0, begin = 0; part < shape.n_part;
         begin = shape.end[part++]) {
        add_tick(draft, text, shape.point[begin], meridian);
        add_tick(draft, text, shape.point[shape.end[part] - 1], meridian);
    }
}

/* Lines cut to the very frame, so that they end where their names stand. */
static struct cor_shape
trace(struct cor_draft *draft, double fixed, bool meridian)
{
    enum { STEPS = 180 };
    const struct cor_box w = draft->view.window;
    const double from = meridian ? w.south : w.west;
    const double to = meridian ? w.north : w.east;
    struct cor_view view = draft->view;
    struct cor_point point[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
        const double along = from + (to - from) * i / STEPS;
        point[i] = meridian ? (struct cor_point){fixed, along}
                            : (struct cor_point){view.lon_0 + along, fixed};
    }
    view.reach = view.frame;
    cor_view_line(&view, &draft->pen, point, STEPS + 1);
    return cor_pen_shape(&draft->pen, false);
}

static void draw_lines(struct cor_draft *draft, double step, bool meridian)
{
    const struct cor_box w = draft->view.window;
    const double lon_0 = draft->view.lon_0;
    const double from = meridian ? lon_0 + w.west : fmax(w.south, -89);
    const double to = meridian ? lon_0 + w.east : fmin(w.north, 89);
    const struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->graticule, 0.3);
    for (double i = ceil(from / step); i * step <= to; i++) {
        const double at = i * step;
        const struct cor_shape shape = trace(draft, at, meridian);
        cor_pen_paint(&draft->pen, shape, &paint);
        add_ends(
            draft,
            cor_draft_angle(draft, meridian ? remainder(at, 360) : at,
                            meridian ? COR_ANGLE_MERIDIAN : COR_ANGLE_PARALLEL),
            shape, meridian);
    }
}

void cor_graticule_draw(struct cor_draft *draft)
{
    double lat;
    const double mm = degree_mm(draft, &lat);
    const double shrink = fmax(cos(lat / 57.29577951308232), 0.1);
    cor_pen_group(&draft->pen, "graticule", NULL);
    draw_lines(draft, step_of(draft, mm * shrink), true);
    draw_lines(draft, step_of(draft, mm), false);
    cor_pen_group_end(&draft->pen);
}

void cor_graticule_label(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "graticule-labels", NULL);
    for (size_t i = 0; i < draft->n_tick; i++)
        cor_pen_text(&draft->pen, &draft->tick[i]);
    cor_pen_group_end(&draft->pen);
}
