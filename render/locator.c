/* A globe in a corner that shows where on the earth the map lies. */
#include "render/layers.h"
#include "render/say.h"

#include <math.h>

/* In mm, before scaling. */
static const double radius_mm = 8.5;

/* What the globe may cover, in weighted mm of line; where no corner is as free
   as that, there is none. */
static const double bearable = 20;

/* A map that is wider than this shows where it lies by itself. */
static const double widest_degrees = 150;

/* Points nearer than this to the last one cannot be seen; in mm. */
static const double detail_mm = 0.12;

static const double degree = 3.14159265358979323846 / 180;

/* The hemisphere about a point, seen from far away. */
struct globe {
    double lon_0, sin_lat, cos_lat; /* of its middle; lon in degrees */
    struct cor_vec centre;          /* on the page */
    double radius;                  /* mm */
};

/* A point of the globe on the page. What lies on the far side is moved out to
   the limb, so that rings stay closed; false for such points.

   Source  Snyder (1987), Map Projections, p. 149, equations 20-3 to 20-5 */
static bool look(struct cor_vec *out, const struct globe *g, struct cor_point p)
{
    const double lon = (p.lon - g->lon_0) * degree, lat = p.lat * degree;
    const double across = cos(lat) * sin(lon);
    const double up = g->cos_lat * sin(lat) - g->sin_lat * cos(lat) * cos(lon);
    const double near =
        g->sin_lat * sin(lat) + g->cos_lat * cos(lat) * cos(lon);
    const double out_there = hypot(across, up);
    const double stretch = near >= 0 ? 1 : 1 / fmax(out_there, 1e-9);
    *out = (struct cor_vec){g->centre.x + g->radius * stretch * across,
                            g->centre.y - g->radius * stretch * up};
    return near >= 0;
}

static void add_ring(struct cor_draft *draft,
                     const struct globe *globe,
                     const struct cor_point *point,
                     uint32_t n)
{
    struct cor_pen *pen = &draft->pen;
    const size_t begin = pen->n_point;
    struct cor_vec last = {INFINITY, INFINITY};
    bool seen = false;
    for (uint32_t i = 0; i < n; i++) {
        struct cor_vec at;
        seen = look(&at, globe, point[i]) || seen;
        if (!(hypot(at.x - last.x, at.y - last.y) >= detail_mm))
            continue;
        cor_pen_to(pen, at.x, at.y);
        last = at;
    }
    if (!seen || pen->n_point < begin + 3)
        pen->n_point = begin;
    else
        cor_pen_part_end(pen);
}

static void draw_land(struct cor_draft *draft, const struct globe *globe)
{
    const struct cor_basemap *world = draft->how->world;
    for (uint32_t chain = 0; chain < world->country.n_chain; chain++) {
        const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
        struct cor_point *point = cor_arena_array(
            &draft->scratch, struct cor_point,
            cor_basemap_chain_bound(world, &world->country, chain));
        if (point == NULL) {
            draft->pen.status = COR_NO_MEMORY;
            return;
        }
        add_ring(
            draft, globe, point,
            cor_basemap_chain_points(point, world, &world->country, chain));
        cor_arena_rewind(&draft->scratch, start);
    }
    const struct cor_paint paint = cor_draft_fill(draft->theme->locator_land);
    cor_pen_paint(&draft->pen, cor_pen_shape(&draft->pen, true), &paint);
}

/* The frame of the map on the globe. */
static void draw_extent(struct cor_draft *draft, const struct globe *globe)
{
    enum { STEPS = 24 };
    const struct cor_rect f = draft->view.frame;
    const struct cor_vec corner[] = {{f.left, f.top},
                                     {f.right, f.top},
                                     {f.right, f.bottom},
                                     {f.left, f.bottom}};
    for (int i = 0; i < 4 * STEPS; i++) {
        const struct cor_vec a = corner[i / STEPS],
                             b = corner[(i / STEPS + 1) % 4];
        const double t = (double)(i % STEPS) / STEPS;
        struct cor_point point;
        struct cor_vec at;
        if (!cor_view_unproject(
                &point, &draft->view,
                (struct cor_vec){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}))
            continue;
        look(&at, globe, point);
        cor_pen_to(&draft->pen, at.x, at.y);
    }
    struct cor_paint paint = cor_draft_stroke(draft, draft->theme->hue[0], 0.9);
    paint.fill = draft->theme->hue[0];
    paint.fill.a = 60;
    cor_pen_paint(&draft->pen, cor_pen_shape(&draft->pen, true), &paint);
}

static bool middle_of(struct cor_point *out, const struct cor_draft *draft)
{
    const struct cor_rect f = draft->view.frame;
    return cor_view_unproject(
        out, &draft->view,
        (struct cor_vec){(f.left + f.right) / 2, (f.top + f.bottom) / 2});
}

void cor_locator_lay_out(struct cor_draft *draft)
{
    static const char *const corners[] = {"NW", "NE", "SW", "SE", NULL};
    const struct cor_box w = draft->view.window;
    const double side = 2 * radius_mm * draft->scale;
    const struct cor_rect f = draft->view.frame;
    struct cor_point middle;
    draft->has_locator =
        draft->how->world != NULL && w.east - w.west < widest_degrees &&
        side < (f.bottom - f.top) / 3 && middle_of(&middle, draft) &&
        cor_draft_corner(&draft->locator, draft, side, side, corners, bearable);
}

void cor_locator_draw(struct cor_draft *draft)
{
    struct cor_point middle = {0};
    if (!draft->has_locator || !middle_of(&middle, draft))
        return;
    const struct cor_rect box = draft->locator;
    const struct globe globe = {
        .lon_0 = middle.lon,
        .sin_lat = sin(middle.lat * degree),
        .cos_lat = cos(middle.lat * degree),
        .centre = {(box.left + box.right) / 2, (box.top + box.bottom) / 2},
        .radius = (box.right - box.left) / 2,
    };
    const struct cor_paint sea = cor_draft_fill(draft->theme->locator_sea);
    const struct cor_paint rim =
        cor_draft_stroke(draft, draft->theme->frame, 0.6);
    cor_pen_group(&draft->pen, "locator",
                  cor_draft_say(draft, "Where the map lies"));
    cor_pen_circle(&draft->pen, globe.centre, globe.radius, &sea);
    draw_land(draft, &globe);
    draw_extent(draft, &globe);
    cor_pen_circle(&draft->pen, globe.centre, globe.radius, &rim);
    cor_pen_group_end(&draft->pen);
}
