/* A bar of a round length. A conic map has no one scale: the bar is true along
   the parallel that it names. */
#include "render/layers.h"
#include "render/say.h"

#include <math.h>
#include <string.h>

static const struct cor_font font = {.size_pt = COR_SIZE_SCALE};

/* In mm, before scaling. */
static const double pad_mm = 1.8, bar_mm = 0.9, gap_mm = 1.0;

/* The bar is at most this share of the frame. */
static const double longest = 0.2;

/* mm of the page to a m of the ground, along the middle parallel; NAN where
   PROJ cannot tell. */
static double mm_per_m(const struct cor_draft *draft, double *lat)
{
    const struct cor_rect f = draft->view.frame;
    struct cor_point middle;
    if (!cor_view_unproject(
            &middle, &draft->view,
            (struct cor_vec){(f.left + f.right) / 2, (f.top + f.bottom) / 2}))
        return (double)NAN;
    *lat = draft->view.mm_per_m < 1e-3 ? round(middle.lat) : middle.lat;
    middle.lat = *lat;
    return draft->view.mm_per_m *
           cor_projection_scale(draft->view.projection, middle);
}

/* A parallel along which scales differ by more than this, as they do on
   azimuthal maps, cannot tell where the bar is true. */
static const double same_scale = 0.005;

/* Whether the scale of the middle holds along its parallel, as far as the
   frame reaches. */
static bool holds_along_parallel(const struct cor_draft *draft, double lat)
{
    struct cor_projection *projection = draft->view.projection;
    const struct cor_rect f = draft->view.frame;
    struct cor_point middle, side;
    if (!cor_view_unproject(
            &middle, &draft->view,
            (struct cor_vec){(f.left + f.right) / 2, (f.top + f.bottom) / 2}) ||
        !cor_view_unproject(&side, &draft->view,
                            (struct cor_vec){f.right, (f.top + f.bottom) / 2}))
        return true;
    middle.lat = side.lat = lat;
    const double here = cor_projection_scale(projection, middle);
    return !(fabs(cor_projection_scale(projection, side) / here - 1) >
             same_scale);
}

/* The largest of 1, 2, 5 times a power of ten that is at most `limit`. */
static double round_below(double limit)
{
    const double power = pow(10, floor(log10(limit)));
    return limit >= 5 * power   ? 5 * power
           : limit >= 2 * power ? 2 * power
                                : power;
}

static const char *print(struct cor_draft *draft, double value)
{
    char digits[COR_NUMBER_SIZE];
    cor_number_format(digits, value);
    const size_t n = strlen(digits);
    char *dot = strchr(digits, '.');
    if (dot != NULL) {
        *dot = '\0';
        return cor_draft_say_with(
            draft, "{1}.{2}",
            (const char *[COR_WORDS_VALUES]){digits, dot + 1});
    }
    const char *text =
        n > 3 && strchr(digits, 'e') == NULL
            ? cor_text_print(draft->arena, "%.*s %s", (int)(n - 3), digits,
                             digits + n - 3)
            : cor_text_print(draft->arena, "%s", digits);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

static double shown_length(const struct cor_scale_bar *bar)
{
    return bar->length_m >= 1000 ? bar->length_m / 1000 : bar->length_m;
}

/* "1 000 km at 45°N", "1 000 km in the middle" */
static struct cor_scene_text end_text(struct cor_draft *draft)
{
    const struct cor_scale_bar *bar = &draft->bar;
    const bool is_long = bar->length_m >= 1000;
    const char *along = is_long ? "{1} km at {2}" : "{1} m at {2}";
    const char *middle =
        is_long ? "{1} km in the middle" : "{1} m in the middle";
    const char *text = cor_draft_say_with(
        draft, bar->is_along_parallel ? along : middle,
        (const char *[COR_WORDS_VALUES]){
            print(draft, shown_length(bar)),
            cor_draft_angle(draft, bar->lat, COR_ANGLE_PARALLEL)});
    return cor_draft_text(draft, text, font, draft->theme->text);
}

/* The last number's text begins this many em before the end of the bar. */
static const double overhang_em = 0.9;

void cor_scale_bar_lay_out(struct cor_draft *draft)
{
    static const char *const corners[] = {"SW", "SE", "NW", "NE", NULL};
    struct cor_scale_bar *bar = &draft->bar;
    const double scale = mm_per_m(draft, &bar->lat);
    if (!(scale > 0))
        return;
    const struct cor_rect f = draft->view.frame;
    bar->length_m = round_below(longest * (f.right - f.left) / scale);
    bar->length_mm = bar->length_m * scale;
    bar->is_along_parallel = holds_along_parallel(draft, bar->lat);
    const double em = font.size_pt * COR_MM_PER_PT * draft->scale;
    const double width =
        bar->length_mm + end_text(draft).box.right + (0.4 - overhang_em) * em;
    if (!cor_draft_corner(&bar->box, draft, width + 2 * pad_mm * draft->scale,
                          (2 * pad_mm + bar_mm + gap_mm) * draft->scale +
                              0.75 * em,
                          corners, INFINITY))
        bar->length_mm = 0;
}

static void write_at(struct cor_draft *draft,
                     struct cor_scene_text line,
                     double x,
                     double y,
                     enum cor_anchor anchor)
{
    const double width = line.box.right;
    cor_draft_move(&line, x - (anchor == COR_ANCHOR_MIDDLE ? width / 2 : 0), y);
    line.anchor = anchor;
    line.at.x = x;
    cor_pen_text(&draft->pen, &line);
}

/* Four fields, dark and light by turns. */
static void draw_fields(struct cor_draft *draft, double x, double y)
{
    const double width = draft->bar.length_mm / 4;
    const double height = bar_mm * draft->scale;
    for (int i = 0; i < 4; i++) {
        struct cor_paint paint =
            cor_draft_stroke(draft, draft->theme->text, 0.4);
        paint.fill = i % 2 == 0 ? draft->theme->text : draft->theme->node_fill;
        const struct cor_rect field = {x + i * width, y, x + (i + 1) * width,
                                       y + height};
        cor_pen_paint(&draft->pen, cor_pen_rect(&draft->pen, field), &paint);
    }
}

void cor_scale_bar_draw(struct cor_draft *draft)
{
    const struct cor_scale_bar *bar = &draft->bar;
    if (bar->length_mm == 0)
        return;
    const double em = font.size_pt * COR_MM_PER_PT * draft->scale;
    const double pad = pad_mm * draft->scale;
    const double x = bar->box.left + pad + 0.4 * em;
    const double y = bar->box.top + pad + 0.75 * em;
    const struct cor_colour ink = draft->theme->text;
    cor_pen_group(&draft->pen, "scale-bar", cor_draft_say(draft, "Scale bar"));
    cor_draft_panel(draft, bar->box);
    write_at(draft, cor_draft_text(draft, "0", font, ink), x, y,
             COR_ANCHOR_MIDDLE);
    write_at(
        draft,
        cor_draft_text(draft, print(draft, shown_length(bar) / 2), font, ink),
        x + bar->length_mm / 2, y, COR_ANCHOR_MIDDLE);
    write_at(draft, end_text(draft), x + bar->length_mm - overhang_em * em, y,
             COR_ANCHOR_START);
    draw_fields(draft, x, y + gap_mm * draft->scale);
    cor_pen_group_end(&draft->pen);
}
