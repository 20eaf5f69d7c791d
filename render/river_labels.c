/* Names of rivers, along pieces of them that run nearly straight. */
#include "render/area_block.h"
#include "render/clip.h"
#include "render/layers.h"

#include <math.h>
#include <string.h>

/* The course of a river is looked at in steps of this; in mm. */
static const double step_mm = 0.5;

/* A river wiggles no more than this along its name, in sizes of type. */
static const double wiggle_em = 0.85;

/* Between the river and its name, in mm. */
static const double gap_mm = 0.45;

/* A name is repeated this far off, where the river is as long as that. */
static const double repeat_mm = 120;

/* A river without a name of its own is the one that its label stands on. */
static const double on_mm = 1.2;

/* What names may cover, in weighted mm of line. */
static const double bearable = 1.5;

/* The course of a river on the page, at even steps; x NAN: a break. */
struct course {
    struct cor_vec *at;
    size_t n, capacity;
    size_t n_seen; /* steps that are no breaks */
};

/* Where a name may stand. */
struct stand {
    struct cor_scene_text text;
    double cost; /* INFINITY: nowhere */
};

static void
add(struct cor_draft *draft, struct course *course, struct cor_vec at)
{
    void *grown = cor_arena_grow(&draft->scratch, course->at, course->n,
                                 &course->capacity, sizeof *course->at);
    if (grown == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    course->at = grown;
    course->at[course->n++] = at;
    course->n_seen += isnan(at.x) ? 0 : 1;
}

/* Go on to a point in even steps; what is left of one is kept for the next. */
static void go_on(struct cor_draft *draft,
                  struct course *course,
                  struct cor_vec from,
                  struct cor_vec to,
                  double *left)
{
    const double length = hypot(to.x - from.x, to.y - from.y);
    double at = *left;
    if (!(length > 0))
        return;
    for (; at <= length; at += step_mm)
        add(draft, course,
            (struct cor_vec){from.x + (to.x - from.x) * at / length,
                             from.y + (to.y - from.y) * at / length});
    *left = at - length;
}

/* Add a chain as far as it lies in the frame. */
static void add_chain(struct cor_draft *draft,
                      struct course *course,
                      const struct cor_vec *at,
                      size_t n)
{
    const struct cor_vec cut = {NAN, NAN};
    double left = 0;
    bool down = false;
    for (size_t i = 1; i < n; i++) {
        struct cor_vec a = at[i - 1], b = at[i];
        const bool seen = !isnan(a.x) && !isnan(b.x) &&
                          cor_clip_line(&a, &b, &draft->view.frame);
        if (!seen || !down || hypot(a.x - at[i - 1].x, a.y - at[i - 1].y) > 0) {
            add(draft, course, cut);
            left = 0;
        }
        if (seen)
            go_on(draft, course, a, b, &left);
        down = seen;
    }
}

/* The points of a chain; NULL for want of memory. */
static const struct cor_point *
points_of(struct cor_draft *draft, uint32_t chain, uint32_t *n)
{
    const struct cor_basemap_layer *river = &draft->basemap->river;
    const uint32_t most = cor_basemap_chain_bound(draft->basemap, river, chain);
    struct cor_point *point =
        cor_arena_array(&draft->scratch, struct cor_point, most);
    if (point == NULL)
        draft->pen.status = COR_NO_MEMORY;
    else
        *n = cor_basemap_chain_points(point, draft->basemap, river, chain);
    return point;
}

/* Their places on the page; NAN where they have none. */
static const struct cor_vec *
project(struct cor_draft *draft, const struct cor_point *point, uint32_t n)
{
    struct cor_vec *at = cor_arena_array(&draft->scratch, struct cor_vec, n);
    if (at == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return NULL;
    }
    for (uint32_t i = 0; i < n; i++)
        if (!cor_view_point(&at[i], &draft->view, point[i]))
            at[i] = (struct cor_vec){NAN, NAN};
    return at;
}

/* Whether a chain may pass a label, seen in degrees and with a wide margin:
   most of a map's rivers need not be projected to know that they do not. */
static bool may_pass(const struct cor_draft *draft,
                     const struct cor_point *point,
                     uint32_t n,
                     struct cor_point label)
{
    const double m_of_degree = 111e3, distortion = 4;
    const double slack =
        distortion * on_mm / draft->view.mm_per_m / m_of_degree;
    const double lon_slack =
        slack / fmax(0.1, cos(label.lat * 0.017453292519943295));
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t i = 0; i < n; i++) {
        const double x = point[i].lon - label.lon, y = point[i].lat - label.lat;
        box.left = x < box.left ? x : box.left;
        box.right = x > box.right ? x : box.right;
        box.top = y < box.top ? y : box.top;
        box.bottom = y > box.bottom ? y : box.bottom;
    }
    const bool is_beside = box.left > lon_slack && box.right < 360 - lon_slack;
    const bool is_west = box.right < -lon_slack && box.left > lon_slack - 360;
    return !is_beside && !is_west && box.top <= slack && box.bottom >= -slack;
}

static double distance_to(struct cor_vec p, struct cor_vec a, struct cor_vec b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
    const double on = square > 0 ? fmin(fmax(t, 0), 1) : 0;
    return hypot(p.x - a.x - on * dx, p.y - a.y - on * dy);
}

static bool passes(const struct cor_vec *at, uint32_t n, struct cor_vec anchor)
{
    for (uint32_t i = 1; i < n; i++)
        if (distance_to(anchor, at[i - 1], at[i]) < on_mm)
            return true;
    return false;
}

static bool
is_called(const struct cor_draft *draft, uint32_t river, uint32_t label)
{
    const struct cor_basemap_labels *labels = &draft->basemap->label;
    return strcmp(draft->basemap->river.name[river],
                  labels->name[label * labels->n_language]) == 0;
}

/* Add a chain if it is of the river that a label names. */
static void gather_chain(struct cor_draft *draft,
                         struct course *course,
                         uint32_t chain,
                         uint32_t label,
                         bool is_named)
{
    const struct cor_point where = draft->basemap->label.at[label];
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    struct cor_vec anchor;
    uint32_t n = 0;
    const struct cor_point *point = points_of(draft, chain, &n);
    if (point == NULL)
        return;
    const bool may = is_named || (may_pass(draft, point, n, where) &&
                                  cor_view_point(&anchor, &draft->view, where));
    const struct cor_vec *at = may ? project(draft, point, n) : NULL;
    if (at != NULL && (is_named || passes(at, n, anchor)))
        add_chain(draft, course, at, n);
    else
        cor_arena_rewind(&draft->scratch, start);
}

/* All of the river that a label names. */
static struct course gather(struct cor_draft *draft, uint32_t label)
{
    const struct cor_basemap_layer *river = &draft->basemap->river;
    struct course course = {0};
    for (uint32_t i = 0; i < river->n; i++) {
        const bool is_named = is_called(draft, i, label);
        if (river->rank[i] > cor_base_finest_rank(draft) ||
            (river->name[i][0] != '\0' && !is_named))
            continue;
        const uint32_t end = river->chain_first[river->part_first[i + 1]];
        for (uint32_t chain = river->chain_first[river->part_first[i]];
             chain < end; chain++)
            gather_chain(draft, &course, chain, label, is_named);
    }
    return course;
}

/* The box of a text turned about its begin. */
static struct cor_rect turned_box(const struct cor_scene_text *text)
{
    const double turn = text->turn_deg * 0.017453292519943295;
    const struct cor_rect b = text->box;
    const struct cor_vec corner[] = {{b.left, b.top},
                                     {b.right, b.top},
                                     {b.left, b.bottom},
                                     {b.right, b.bottom}};
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < 4; i++) {
        const double x = corner[i].x * cos(turn) - corner[i].y * sin(turn);
        const double y = corner[i].x * sin(turn) + corner[i].y * cos(turn);
        box = (struct cor_rect){fmin(box.left, x), fmin(box.top, y),
                                fmax(box.right, x), fmax(box.bottom, y)};
    }
    return (struct cor_rect){box.left + text->at.x, box.top + text->at.y,
                             box.right + text->at.x, box.bottom + text->at.y};
}

/* How far a piece of the course bows to either side of a line from `from`
   along `way`: the least and the greatest, downwards. False: it is broken. */
static bool measure_bow(double bow[2],
                        const struct cor_vec *at,
                        size_t n,
                        struct cor_vec from,
                        struct cor_vec way)
{
    bow[0] = INFINITY;
    bow[1] = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        const double down =
            (at[i].y - from.y) * way.x - (at[i].x - from.x) * way.y;
        if (isnan(down))
            return false;
        bow[0] = fmin(bow[0], down);
        bow[1] = fmax(bow[1], down);
    }
    return true;
}

static double ink_under(const struct cor_draft *draft, struct cor_rect box)
{
    return cor_grid_ask(&draft->ink, box, NULL);
}

/* Stand a name beside n steps of the course, above it or below. */
static struct stand stand_at(const struct cor_draft *draft,
                             const struct cor_scene_text *text,
                             const struct cor_vec *at,
                             size_t n,
                             bool below)
{
    struct stand stand = {*text, INFINITY};
    struct cor_vec a = at[0], b = at[n - 1];
    if (isnan(a.x) || isnan(b.x))
        return stand;
    if (b.x < a.x) { /* letters run from left to right */
        a = at[n - 1];
        b = at[0];
    }
    const double chord = hypot(b.x - a.x, b.y - a.y);
    const double width = text->box.right,
                 em = text->font.size_pt * COR_MM_PER_PT;
    const struct cor_vec way = {(b.x - a.x) / chord, (b.y - a.y) / chord};
    double bow[2];
    if (chord < width || !measure_bow(bow, at, n, a, way) ||
        bow[1] - bow[0] > wiggle_em * em)
        return stand;
    const double gap = gap_mm * draft->scale, along = (chord - width) / 2;
    const double down = below ? bow[1] + gap - text->box.top
                              : bow[0] - gap - 0.3 * text->box.bottom;
    stand.text.at = (struct cor_vec){a.x + along * way.x - down * way.y,
                                     a.y + along * way.y + down * way.x};
    stand.text.turn_deg = atan2(way.y, way.x) * 57.29577951308232;
    stand.text.box = turned_box(&stand.text);
    const struct cor_rect f = cor_area_widened(draft->view.frame, -1.5);
    const struct cor_rect box = stand.text.box;
    const double ink = ink_under(draft, box);
    if (box.left < f.left || box.right > f.right || box.top < f.top ||
        box.bottom > f.bottom || ink > bearable * draft->scale ||
        !cor_draft_is_free(draft, cor_area_widened(box, 0.5), COR_NONE))
        return stand;
    stand.cost = 2 * (bow[1] - bow[0]) + fabs(stand.text.turn_deg) / 40 + ink +
                 (below ? 0.5 : 0);
    return stand;
}

static bool is_near(struct cor_vec at, const struct cor_vec *other, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (hypot(at.x - other[i].x, at.y - other[i].y) < repeat_mm)
            return true;
    return false;
}

/* The cheapest place that is not near where the name stands already. */
static struct stand find(const struct cor_draft *draft,
                         const struct course *course,
                         const struct cor_scene_text *text,
                         const struct cor_vec *written,
                         size_t n_written)
{
    struct stand best = {.cost = INFINITY};
    const size_t shortest = (size_t)ceil((text->box.right + 1) / step_mm) + 1;
    for (size_t n = shortest; n <= shortest + shortest / 4; n += 3)
        for (size_t i = 0; i + n <= course->n; i += 2)
            for (int below = 0; below < 2; below++) {
                if (is_near(course->at[i], written, n_written))
                    continue;
                const struct stand stand =
                    stand_at(draft, text, course->at + i, n, below == 1);
                if (stand.cost < best.cost)
                    best = stand;
            }
    return best;
}

bool cor_river_name(struct cor_draft *draft, uint32_t label)
{
    enum { MOST = 4 };
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const struct course course = gather(draft, label);
    struct cor_vec written[MOST];
    size_t n = 0;
    const struct cor_font font = {.size_pt = 6, .italic = true};
    struct cor_scene_text text = cor_draft_text(
        draft, cor_area_name(draft, label), font, draft->theme->water_label);
    text.halo = draft->theme->land;
    text.halo.a = 190;
    text.halo_mm = 0.2 * draft->scale;
    const bool is_seen = (double)course.n_seen * step_mm > 2 * text.box.right;
    while (n < MOST && is_seen && draft->pen.status == COR_OK) {
        const struct stand stand = find(draft, &course, &text, written, n);
        if (!(stand.cost < INFINITY))
            break;
        cor_pen_text(&draft->pen, &stand.text);
        cor_draft_cover(draft, (struct cor_obstacle){stand.text.box, COR_NONE,
                                                     false, false});
        written[n++] = stand.text.at;
    }
    cor_arena_rewind(&draft->scratch, start);
    return n != 0 || !is_seen;
}
