#include "render/view.h"

#include "render/clip.h"

#include <math.h>
#include <string.h>

/* Points nearer than this to the last one are not worth their bytes: a dot of
   a 500 dpi print. */
static const double detail_mm = 0.05;

/* Strokes are cut this far outside the frame, where none reaches back in. */
static const double seam_mm = 4;

/* Edges longer than this bend when they are projected. */
static const double bend_degrees = 1;

/* The angle between -180 and 180 degrees of one between -540 and 540. */
static double turned_back(double degrees)
{
    return degrees > 180    ? degrees - 360
           : degrees < -180 ? degrees + 360
                            : degrees;
}

static double relative(const struct cor_view *view, double lon)
{
    return turned_back(lon - view->lon_0);
}

static struct cor_vec place(const struct cor_view *view, struct cor_plane at)
{
    return (struct cor_vec){(view->frame.left + view->frame.right) / 2 +
                                (at.x - view->centre.x) * view->mm_per_m,
                            (view->frame.top + view->frame.bottom) / 2 -
                                (at.y - view->centre.y) * view->mm_per_m};
}

bool cor_view_point(struct cor_vec *out,
                    const struct cor_view *view,
                    struct cor_point point)
{
    struct cor_plane at;
    cor_projection_forward(&at, view->projection, &point, 1);
    if (isnan(at.x))
        return false;
    *out = place(view, at);
    return true;
}

bool cor_view_shows(const struct cor_view *view, struct cor_point point)
{
    const struct cor_rect f = view->frame;
    struct cor_vec at;
    return cor_view_point(&at, view, point) && at.x > f.left &&
           at.x < f.right && at.y > f.top && at.y < f.bottom;
}

bool cor_view_unproject(struct cor_point *out,
                        const struct cor_view *view,
                        struct cor_vec at)
{
    const struct cor_vec middle = {(view->frame.left + view->frame.right) / 2,
                                   (view->frame.top + view->frame.bottom) / 2};
    return cor_projection_inverse(
        out, view->projection,
        (struct cor_plane){view->centre.x + (at.x - middle.x) / view->mm_per_m,
                           view->centre.y -
                               (at.y - middle.y) / view->mm_per_m});
}

static bool is_on(const struct cor_rect *rect, struct cor_vec at)
{
    return at.x >= rect->left && at.x <= rect->right && at.y >= rect->top &&
           at.y <= rect->bottom;
}

static bool shows(const struct cor_view *view, struct cor_point point)
{
    struct cor_vec at;
    return cor_view_point(&at, view, point) && is_on(&view->reach, at);
}

static const struct cor_box whole_earth = {-179.99, -90, 179.99, 90};

/* Follow the edge of what is shown; false where it leaves the projection. */
static bool look_along_edge(struct cor_view *view, struct cor_box *box)
{
    enum { STEPS = 48 };
    const struct cor_rect r = view->reach;
    for (int i = 0; i <= STEPS; i++) {
        const double x = r.left + (r.right - r.left) * i / STEPS;
        const double y = r.top + (r.bottom - r.top) * i / STEPS;
        const struct cor_vec edge[] = {
            {x, r.top}, {x, r.bottom}, {r.left, y}, {r.right, y}};
        for (size_t k = 0; k < 4; k++) {
            struct cor_point at;
            if (!cor_view_unproject(&at, view, edge[k]))
                return false;
            box->west = fmin(box->west, relative(view, at.lon));
            box->east = fmax(box->east, relative(view, at.lon));
            box->south = fmin(box->south, at.lat);
            box->north = fmax(box->north, at.lat);
        }
    }
    return true;
}

void cor_view_look(struct cor_view *view)
{
    const struct cor_rect f = view->frame;
    view->reach = (struct cor_rect){f.left - seam_mm, f.top - seam_mm,
                                    f.right + seam_mm, f.bottom + seam_mm};
    struct cor_point origin = {0};
    if (!cor_projection_inverse(&origin, view->projection,
                                (struct cor_plane){0, 0}))
        origin.lon = 0;
    view->lon_0 = origin.lon;
    struct cor_box box = {180, 90, -180, -90};
    if (!look_along_edge(view, &box))
        box = whole_earth;
    const bool north = shows(view, (struct cor_point){view->lon_0, 90});
    const bool south = shows(view, (struct cor_point){view->lon_0, -90});
    const double slack = 2 + (box.north - box.south) / 20;
    view->window = (struct cor_box){
        north || south ? -179.99 : fmax(box.west - slack, -179.99),
        south ? -90 : fmax(box.south - slack, -90),
        north || south ? 179.99 : fmin(box.east + slack, 179.99),
        north ? 90 : fmin(box.north + slack, 90)};
}

struct cor_rect cor_view_unroll(struct cor_vec *out,
                                const struct cor_view *view,
                                const struct cor_point *point,
                                size_t n)
{
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < n; i++) {
        double x = relative(view, point[i].lon);
        if (i != 0)
            x = out[i - 1].x + turned_back(x - out[i - 1].x);
        const double y = point[i].lat;
        out[i] = (struct cor_vec){x, y};
        box.left = x < box.left ? x : box.left;
        box.right = x > box.right ? x : box.right;
        box.top = y < box.top ? y : box.top;
        box.bottom = y > box.bottom ? y : box.bottom;
    }
    return box;
}

static bool
is_seen(const struct cor_view *view, const struct cor_rect *box, double turn)
{
    return box->left + turn <= view->window.east &&
           box->right + turn >= view->window.west &&
           box->top <= view->window.north && box->bottom >= view->window.south;
}

void cor_view_project(const struct cor_view *view, struct cor_vec *at, size_t n)
{
    enum { CHUNK = 256 };
    struct cor_point point[CHUNK];
    struct cor_plane plane[CHUNK];
    for (size_t done = 0; done < n; done += CHUNK) {
        const size_t m = n - done < CHUNK ? n - done : CHUNK;
        for (size_t i = 0; i < m; i++)
            point[i] = (struct cor_point){view->lon_0 + at[done + i].x,
                                          at[done + i].y};
        cor_projection_forward(plane, view->projection, point, m);
        for (size_t i = 0; i < m; i++)
            at[done + i] = place(view, plane[i]);
    }
}

/* Whether two points are at least so far from each other; without the root, as
   most of the points of a map are only asked this. */
static bool is_apart(struct cor_vec a, struct cor_vec b, double least)
{
    const double x = a.x - b.x, y = a.y - b.y;
    return x * x + y * y >= least * least;
}

static bool is_same(struct cor_vec a, struct cor_vec b)
{
    return a.x == b.x && a.y == b.y;
}

/* One piece of a line; `down` is whether the last one ended where it begins. */
static void draw_piece(const struct cor_view *view,
                       struct cor_pen *pen,
                       struct cor_vec a,
                       struct cor_vec b,
                       bool *down)
{
    const struct cor_vec start = a, end = b;
    const bool whole = is_on(&view->reach, a) && is_on(&view->reach, b);
    if (!whole && !cor_clip_line(&a, &b, &view->reach)) {
        cor_pen_part_end(pen);
        *down = false;
        return;
    }
    if (!*down || !is_same(start, a)) {
        cor_pen_part_end(pen);
        cor_pen_to(pen, a.x, a.y);
    }
    cor_pen_to(pen, b.x, b.y);
    *down = is_same(end, b);
}

bool cor_view_is_bent(const struct cor_vec *flat, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (is_apart(flat[i - 1], flat[i], bend_degrees))
            return true;
    return false;
}

void cor_view_path(const struct cor_view *view,
                   struct cor_pen *pen,
                   const struct cor_vec *at,
                   size_t n)
{
    bool down = false;
    if (n == 0)
        return;
    struct cor_vec from = at[0];
    for (size_t i = 1; i < n; i++) {
        if (isnan(at[i].x) || isnan(from.x)) {
            cor_pen_part_end(pen);
            down = false;
            from = at[i];
        } else if (i + 1 == n || isnan(at[i + 1].x) ||
                   is_apart(from, at[i], detail_mm)) {
            draw_piece(view, pen, from, at[i], &down);
            from = at[i];
        }
    }
    cor_pen_part_end(pen);
}

void cor_view_line(const struct cor_view *view,
                   struct cor_pen *pen,
                   const struct cor_point *point,
                   size_t n)
{
    const struct cor_arena_mark start = cor_arena_mark(view->scratch);
    struct cor_vec *flat = cor_arena_array(view->scratch, struct cor_vec, n);
    struct cor_vec *at = cor_arena_array(view->scratch, struct cor_vec, n);
    if (flat == NULL || at == NULL) {
        pen->status = COR_NO_MEMORY;
        return;
    }
    const struct cor_rect box = cor_view_unroll(flat, view, point, n);
    for (double turn = -360; turn <= 360; turn += 360) {
        if (n < 2 || !is_seen(view, &box, turn))
            continue;
        for (size_t i = 0; i < n; i++) {
            const double x = flat[i].x + turn;
            at[i] =
                (struct cor_vec){fabs(x) <= 180 ? x : (double)NAN, flat[i].y};
        }
        cor_view_project(view, at, n);
        cor_view_path(view, pen, at, n);
    }
    cor_arena_rewind(view->scratch, start);
}

/* Straight edges in degrees are curves on the page. */
static double pieces_between(struct cor_vec a, struct cor_vec b)
{
    return is_apart(a, b, bend_degrees)
               ? ceil(hypot(a.x - b.x, a.y - b.y) / bend_degrees)
               : 1;
}

static size_t count_bends(const struct cor_vec *at, size_t n)
{
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += (size_t)pieces_between(at[i], at[i + 1 < n ? i + 1 : 0]);
    return total;
}

static size_t bend(struct cor_vec *out, const struct cor_vec *at, size_t n)
{
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        const struct cor_vec a = at[i], b = at[i + 1 < n ? i + 1 : 0];
        const double pieces = pieces_between(a, b);
        for (double k = 0; k < pieces; k++)
            out[m++] = (struct cor_vec){a.x + (b.x - a.x) * k / pieces,
                                        a.y + (b.y - a.y) * k / pieces};
    }
    return m;
}

static size_t keep_seen(struct cor_vec *at, size_t n)
{
    size_t m = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(at[i].x) &&
            (m == 0 || is_apart(at[m - 1], at[i], detail_mm)))
            at[m++] = at[i];
    return m;
}

/* A ring cut to a rectangle, in scratch memory where it must be cut. */
static const struct cor_vec *cut_to(const struct cor_rect *rect,
                                    const struct cor_view *view,
                                    struct cor_pen *pen,
                                    const struct cor_vec *ring,
                                    size_t *n)
{
    if (cor_clip_is_within(ring, *n, rect)) /* as most are */
        return ring;
    const size_t room = cor_clip_bound(*n);
    struct cor_vec *cut = cor_arena_array(view->scratch, struct cor_vec, room);
    struct cor_vec *spare =
        cor_arena_array(view->scratch, struct cor_vec, room);
    if (cut == NULL || spare == NULL) {
        pen->status = COR_NO_MEMORY;
        *n = 0;
        return ring;
    }
    memcpy(cut, ring, *n * sizeof *cut);
    *n = cor_clip_ring(cut, spare, *n, rect);
    return cut;
}

void cor_view_loop(const struct cor_view *view,
                   struct cor_pen *pen,
                   struct cor_vec *at,
                   size_t n)
{
    const struct cor_arena_mark start = cor_arena_mark(view->scratch);
    n = keep_seen(at, n);
    const struct cor_vec *cut = cut_to(&view->reach, view, pen, at, &n);
    for (size_t i = 0; n >= 3 && i < n; i++)
        cor_pen_to(pen, cut[i].x, cut[i].y);
    cor_pen_part_end(pen);
    cor_arena_rewind(view->scratch, start);
}

/* A ring cut to the window: bend it, project it, cut it to the page. */
static void draw_ring(const struct cor_view *view,
                      struct cor_pen *pen,
                      const struct cor_vec *flat,
                      size_t n)
{
    struct cor_vec *at =
        cor_arena_array(view->scratch, struct cor_vec, count_bends(flat, n));
    if (at == NULL) {
        pen->status = COR_NO_MEMORY;
        return;
    }
    n = bend(at, flat, n);
    cor_view_project(view, at, n);
    cor_view_loop(view, pen, at, n);
}

void cor_view_ring(const struct cor_view *view,
                   struct cor_pen *pen,
                   const struct cor_point *point,
                   size_t n)
{
    const struct cor_arena_mark start = cor_arena_mark(view->scratch);
    struct cor_vec *flat = cor_arena_array(view->scratch, struct cor_vec, n);
    struct cor_vec *at = cor_arena_array(view->scratch, struct cor_vec, n);
    if (flat == NULL || at == NULL) {
        pen->status = COR_NO_MEMORY;
        return;
    }
    const struct cor_box w = view->window;
    const struct cor_rect window = {w.west, w.south, w.east, w.north};
    const struct cor_rect box = cor_view_unroll(flat, view, point, n);
    for (double turn = -360; turn <= 360; turn += 360) {
        if (n < 3 || !is_seen(view, &box, turn))
            continue;
        for (size_t i = 0; i < n; i++)
            at[i] = (struct cor_vec){flat[i].x + turn, flat[i].y};
        size_t m = n;
        const struct cor_vec *cut = cut_to(&window, view, pen, at, &m);
        if (m >= 3)
            draw_ring(view, pen, cut, m);
    }
    cor_arena_rewind(view->scratch, start);
}
