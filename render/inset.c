/* Where places crowd, a larger view stands in a free corner. */
#include "render/layers.h"
#include "render/say.h"

#include <math.h>
#include <string.h>

/* More places than this within a circle of one of these radii crowd. A tighter
   crowd can be shown larger where there is little room. */
enum { CROWD = 6, N_RADIUS = 3 };
static const double crowd_mm[N_RADIUS] = {13, 11, 9};

/* Sizes of the larger view to try, in shares of the frame. */
static const double shares[] = {0.30, 0.26, 0.22};

/* Width over height of the larger view. */
static const double aspect = 1.75;

/* A view that is not this much larger is not worth its room. */
static const double least_gain = 1.9;

/* What the larger view may cover, in weighted mm of line. */
static const double bearable = 24;

static bool
is_near(const struct cor_draft *draft, uint32_t a, uint32_t b, double radius)
{
    const struct cor_vec p = draft->node[a].at, q = draft->node[b].at;
    return hypot(p.x - q.x, p.y - q.y) <= radius * draft->scale;
}

static uint32_t
count_near(const struct cor_draft *draft, uint32_t node, double radius)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < draft->n_node; i++)
        n += draft->node[i].weight != COR_WEIGHT_MINOR &&
             is_near(draft, node, i, radius);
    return n;
}

/* The place with most places about it; COR_NONE if no place has a crowd. A map
   with more places than can be shown at all is crowded everywhere. */
static uint32_t find_crowd(const struct cor_draft *draft, double radius)
{
    uint32_t most = CROWD, found = COR_NONE;
    if (draft->n_node > COR_MOST_NODES)
        return COR_NONE;
    for (uint32_t i = 0; i < draft->n_node; i++) {
        const uint32_t n = count_near(draft, i, radius);
        if (draft->node[i].weight != COR_WEIGHT_MINOR && n > most) {
            most = n;
            found = i;
        }
    }
    return found;
}

/* The box around a crowd, of the larger view's shape. */
static struct cor_rect
region_of(const struct cor_draft *draft, uint32_t crowd, double radius)
{
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t i = 0; i < draft->n_node; i++) {
        const struct cor_vec at = draft->node[i].at;
        if (is_near(draft, crowd, i, radius))
            box = (struct cor_rect){fmin(box.left, at.x), fmin(box.top, at.y),
                                    fmax(box.right, at.x),
                                    fmax(box.bottom, at.y)};
    }
    const double pad = 2.5 * draft->scale;
    const double width = box.right - box.left + 2 * pad;
    const double height = box.bottom - box.top + 2 * pad;
    const double half = fmax(width, height * aspect) / 2;
    const struct cor_vec middle = {(box.left + box.right) / 2,
                                   (box.top + box.bottom) / 2};
    return (struct cor_rect){middle.x - half, middle.y - half / aspect,
                             middle.x + half, middle.y + half / aspect};
}

static bool is_inside(struct cor_vec at, const struct cor_rect *box)
{
    return at.x > box->left && at.x < box->right && at.y > box->top &&
           at.y < box->bottom;
}

static bool find_box(struct cor_draft *draft)
{
    static const char *const corners[] = {"SE", "NE", "SW", "NW", NULL};
    const struct cor_rect f = draft->view.frame;
    struct cor_inset *inset = &draft->inset;
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
        const double width = shares[i] * (f.right - f.left);
        const double gain = width / (inset->region.right - inset->region.left);
        if (gain < least_gain)
            return false;
        if (cor_draft_corner(&inset->box, draft, width, width / aspect, corners,
                             bearable))
            return true;
    }
    return false;
}

/* Places of little weight leave the small view to the large one. */
static void clear_region(struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->n_node; i++) {
        struct cor_node *node = &draft->node[i];
        node->is_in_inset = is_inside(node->at, &draft->inset.region);
        if (!node->is_in_inset || node->weight < COR_WEIGHT_CITY)
            continue;
        if (node->shown)
            cor_node_hide(draft, i);
    }
}

enum { N_EDGE = 16 };

/* Points around a rectangle, N_EDGE on each side. */
static void walk_around(struct cor_vec out[4 * N_EDGE], struct cor_rect r)
{
    for (int i = 0; i < N_EDGE; i++) {
        const double t = (double)i / N_EDGE;
        const double x = t * (r.right - r.left), y = t * (r.bottom - r.top);
        out[i] = (struct cor_vec){r.left + x, r.top};
        out[N_EDGE + i] = (struct cor_vec){r.right, r.top + y};
        out[2 * N_EDGE + i] = (struct cor_vec){r.right - x, r.bottom};
        out[3 * N_EDGE + i] = (struct cor_vec){r.left, r.bottom - y};
    }
}

/* The box of the plane that the larger view must show. */
static struct cor_rect measure(const struct cor_plane *at, int n)
{
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < n; i++)
        box = (struct cor_rect){fmin(box.left, at[i].x), fmin(box.top, at[i].y),
                                fmax(box.right, at[i].x),
                                fmax(box.bottom, at[i].y)};
    return box;
}

/* Fit the larger view, with a projection of its own, to the region; false
   where the region leaves the map's own projection. */
static bool look_at(struct cor_inset *inset,
                    const struct cor_view *small,
                    struct cor_arena *scratch)
{
    struct cor_vec edge[4 * N_EDGE];
    struct cor_point point[4 * N_EDGE];
    struct cor_plane plane[4 * N_EDGE];
    struct cor_box box;
    struct cor_projection_choice choice;
    struct cor_view *view = &inset->view;
    walk_around(edge, inset->region);
    for (int i = 0; i < 4 * N_EDGE; i++)
        if (!cor_view_unproject(&point[i], small, edge[i]))
            return false;
    if (cor_box_of(&box, point, 4 * N_EDGE, scratch, NULL) != COR_OK)
        return false;
    cor_projection_fit(&choice, box);
    if (cor_projection_open(&view->projection, choice.definition, NULL) !=
        COR_OK)
        return false;
    cor_projection_forward(plane, view->projection, point, 4 * N_EDGE);
    const struct cor_rect seen = measure(plane, 4 * N_EDGE);
    const struct cor_rect f = view->frame;
    view->mm_per_m = fmin((f.right - f.left) / (seen.right - seen.left),
                          (f.bottom - f.top) / (seen.bottom - seen.top));
    view->centre = (struct cor_plane){(seen.left + seen.right) / 2,
                                      (seen.top + seen.bottom) / 2};
    cor_view_look(view);
    return true;
}

static void cover_outline(struct cor_draft *draft, struct cor_shape shape)
{
    const struct cor_vec *at = shape.point;
    const uint32_t n = shape.n_part != 0 ? shape.end[0] : 0;
    for (uint32_t i = 0; i < n; i++) {
        const struct cor_vec a = at[i], b = at[(i + 1) % n];
        const struct cor_rect box = {fmin(a.x, b.x), fmin(a.y, b.y),
                                     fmax(a.x, b.x), fmax(a.y, b.y)};
        cor_draft_cover(draft, (struct cor_obstacle){.box = box,
                                                     .node = COR_NONE,
                                                     .is_outline = true});
    }
}

/* Outline on the map what the larger view shows. */
static void outline(struct cor_draft *draft, const struct cor_view *large)
{
    struct cor_vec edge[4 * N_EDGE];
    walk_around(edge, large->frame);
    for (int i = 0; i < 4 * N_EDGE; i++) {
        struct cor_point point;
        struct cor_vec at;
        if (cor_view_unproject(&point, large, edge[i]) &&
            cor_view_point(&at, &draft->view, point))
            cor_pen_to(&draft->pen, at.x, at.y);
    }
    const struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->muted, 0.5);
    cor_pen_group(&draft->pen, "inset-outline", NULL);
    const struct cor_shape shape = cor_pen_shape(&draft->pen, true);
    cor_pen_paint(&draft->pen, shape, &paint);
    cover_outline(draft, shape);
    cor_pen_group_end(&draft->pen);
}

void cor_inset_lay_out(struct cor_draft *draft)
{
    struct cor_inset *inset = &draft->inset;
    bool found = false;
    for (size_t i = 0; i < N_RADIUS && !found; i++) {
        const uint32_t crowd = find_crowd(draft, crowd_mm[i]);
        if (crowd == COR_NONE)
            return;
        inset->region = region_of(draft, crowd, crowd_mm[i]);
        found = find_box(draft);
    }
    if (!found)
        return;
    inset->view.frame = inset->box;
    inset->is_wanted = look_at(inset, &draft->view, &draft->scratch);
    if (!inset->is_wanted)
        return;
    clear_region(draft);
    outline(draft, &inset->view);
}

static struct cor_draft enlarge(const struct cor_draft *draft)
{
    struct cor_draft large = {.scenario = draft->scenario,
                              .basemap = draft->basemap,
                              .route = draft->route,
                              .n_route = draft->n_route,
                              .how = draft->how,
                              .theme = draft->theme,
                              .report = draft->report,
                              .arena = draft->arena,
                              .scratch = draft->scratch,
                              .pen = draft->pen,
                              .type = draft->type,
                              .scale = draft->scale,
                              .signs = draft->signs,
                              .is_inset = true,
                              .fate = draft->fate,
                              .view = draft->inset.view};
    memcpy(large.loss, draft->loss, sizeof large.loss);
    return large;
}

static void fill(struct cor_draft *large)
{
    const struct cor_paint back = cor_draft_fill(large->theme->paper);
    const struct cor_paint frame =
        cor_draft_stroke(large, large->theme->frame, 0.8);
    const struct cor_shape box = cor_pen_rect(&large->pen, large->view.frame);
    cor_pen_group(&large->pen, "inset", cor_draft_say(large, "Enlarged part"));
    cor_pen_paint(&large->pen, box, &back);
    cor_map_fill(large);
    cor_pen_paint(&large->pen, box, &frame);
    cor_pen_group_end(&large->pen);
}

/* The larger view draws with the pen and the scratch of the map. */
void cor_inset_draw(struct cor_draft *draft)
{
    if (!draft->inset.is_wanted)
        return;
    struct cor_draft large = enlarge(draft);
    large.view.scratch = &large.scratch;
    if (cor_draft_make_grids(&large))
        fill(&large);
    else
        large.pen.status = COR_NO_MEMORY;
    draft->scratch = large.scratch;
    draft->pen = large.pen;
    draft->signs = large.signs;
    draft->n_shown += large.n_shown;
    memcpy(draft->loss, large.loss, sizeof large.loss);
}
