/* A bar of a round length. A conic map has no one scale: the bar is true along
   the parallel that it names. */
#include "render/draft.h"

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

/* The largest of 1, 2, 5 times a power of ten that is at most `limit`. */
static double round_below(double limit)
{
    const double power = pow(10, floor(log10(limit)));
    return limit >= 5 * power   ? 5 * power
           : limit >= 2 * power ? 2 * power
                                : power;
}

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
    const double em = font.size_pt * COR_MM_PER_PT * draft->scale;
    if (!cor_draft_corner(
            &bar->box, draft, bar->length_mm + (2 * pad_mm + 8) * draft->scale,
            (2 * pad_mm + bar_mm + gap_mm * 1.6) * draft->scale + 1.9 * em,
            corners, INFINITY))
        bar->length_mm = 0;
}

static const char *print(struct cor_draft *draft, double value, const char *end)
{
    char digits[COR_NUMBER_SIZE];
    cor_number_format(digits, value);
    const size_t n = strlen(digits);
    const char *text =
        n > 3 && strchr(digits, '.') == NULL && strchr(digits, 'e') == NULL
            ? cor_text_print(draft->arena, "%.*s %s%s", (int)(n - 3), digits,
                             digits + n - 3, end)
            : cor_text_print(draft->arena, "%s%s", digits, end);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

static void write_at(struct cor_draft *draft,
                     const char *text,
                     double x,
                     double y,
                     enum cor_anchor anchor)
{
    struct cor_scene_text line =
        cor_draft_text(draft, text, font, draft->theme->text);
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

static const char *latitude(struct cor_draft *draft)
{
    const double lat = draft->bar.lat;
    const long tenths = lround(fabs(lat) * 10);
    const char *side = tenths == 0 ? "" : lat > 0 ? " N" : " S";
    const char *text =
        tenths % 10 == 0 ? cor_text_print(draft->arena, "true along %ld°%s",
                                          tenths / 10, side)
                         : cor_text_print(draft->arena, "true along %ld.%ld°%s",
                                          tenths / 10, tenths % 10, side);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

void cor_scale_bar_draw(struct cor_draft *draft)
{
    const struct cor_scale_bar *bar = &draft->bar;
    if (bar->length_mm == 0)
        return;
    const double em = font.size_pt * COR_MM_PER_PT * draft->scale;
    const double pad = pad_mm * draft->scale;
    const bool in_km = bar->length_m >= 1000;
    const double length = in_km ? bar->length_m / 1000 : bar->length_m;
    const double x = bar->box.left + pad + 0.4 * em;
    const double y = bar->box.top + pad + 0.75 * em;
    cor_pen_group(&draft->pen, "scale-bar", "Scale bar");
    if (!draft->is_inset)
        cor_draft_panel(draft, bar->box);
    write_at(draft, "0", x, y, COR_ANCHOR_MIDDLE);
    write_at(draft, print(draft, length / 2, ""), x + bar->length_mm / 2, y,
             COR_ANCHOR_MIDDLE);
    write_at(draft, print(draft, length, in_km ? " km" : " m"),
             x + bar->length_mm - 0.9 * em, y, COR_ANCHOR_START);
    draw_fields(draft, x, y + gap_mm * draft->scale);
    write_at(draft, latitude(draft), x - 0.3 * em,
             y + (gap_mm * 1.6 + bar_mm) * draft->scale + 0.95 * em,
             COR_ANCHOR_START);
    cor_pen_group_end(&draft->pen);
}
