/* The page: what part of the earth it shows, and where its frame stands. */
#include "render/layers.h"

#include <math.h>
#include <string.h>

/* Room around what is drawn, of the longer side of it. */
static const double room = 0.08;

/* A frame is never taller than wide, nor flatter than this. */
static const double flattest = 2.4, tallest = 0.8;

/* The least that a map shows across; and about a single place, which nothing
   else gives a scale, what lets its surroundings be known. */
static const double least_m = 40e3, least_about_place_m = 250e3;

/* Pieces longer than this bow out noticeably as geodesics. */
static const double bow_m = 200e3;

/* The points that the map must show. */
struct drawn {
    struct cor_point *point;
    size_t n, capacity;
};

static bool add_points(struct drawn *drawn,
                       const struct cor_point *point,
                       size_t n,
                       struct cor_arena *arena)
{
    for (size_t i = 0; i < n; i++) {
        void *grown = cor_arena_grow(arena, drawn->point, drawn->n,
                                     &drawn->capacity, sizeof *drawn->point);
        if (grown == NULL)
            return false;
        drawn->point = grown;
        drawn->point[drawn->n++] = point[i];
    }
    return true;
}

static bool
add_link(struct drawn *drawn, struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const uint32_t first = links->first_point[link];
    const struct cor_point *dense;
    size_t n;
    return cor_line_densify(&dense, &n, links->point + first,
                            links->first_point[link + 1] - first, bow_m,
                            &draft->scratch, NULL) == COR_OK &&
           add_points(drawn, dense, n, &draft->scratch);
}

/* Bands lie under what a map is of; they frame it where nothing else does. */
static bool
gather_routes(struct drawn *drawn, struct cor_draft *draft, bool bands)
{
    bool good = true;
    for (uint32_t r = 0; r < draft->n_route; r++)
        for (uint32_t i = 0; (draft->route[r].role == COR_ROLE_BAND) == bands &&
                             i < draft->route[r].n_link;
             i++)
            good = good && add_link(drawn, draft, draft->route[r].link[i]);
    return good;
}

/* What is asked for, else routes and flows if there are any, else the whole
   network and its places. */
static bool gather(struct drawn *drawn, struct cor_draft *draft)
{
    const struct cor_map_options *how = draft->how;
    bool good = true;
    if (how->n_reach != 0)
        return add_points(drawn, how->reach, how->n_reach, &draft->scratch);
    good = gather_routes(drawn, draft, false);
    if (drawn->n == 0)
        good = good && gather_routes(drawn, draft, true);
    const bool has_routes = drawn->n != 0;
    for (uint32_t i = 0; !has_routes && i < draft->scenario->links.n; i++)
        good = good && (!cor_flow_has(draft, i) || add_link(drawn, draft, i));
    if (drawn->n != 0)
        return good;
    const struct cor_places *places = &draft->scenario->places;
    for (uint32_t i = 0; i < draft->scenario->links.n; i++)
        good = good && add_link(drawn, draft, i);
    return good && add_points(drawn, places->at, places->n, &draft->scratch);
}

/* What any of the panels shows. */
static bool gather_panels(struct drawn *drawn, struct cor_draft *draft)
{
    struct cor_draft part = *draft;
    bool good = true;
    for (uint32_t i = 0; i < draft->n_panel && good; i++) {
        struct cor_map_options how = *draft->how;
        how.flow = draft->panel[i].flow;
        part.how = &how;
        part.scenario = draft->panel[i].scenario;
        part.route = draft->panel[i].route;
        part.n_route = draft->panel[i].n_route;
        good = gather(drawn, &part);
    }
    draft->scratch = part.scratch;
    return good;
}

/* The edges of the extent that users ask for, followed closely. */
static bool gather_extent(struct drawn *drawn, struct cor_draft *draft)
{
    enum { STEPS = 32 };
    const struct cor_map_options *how = draft->how;
    const double width = how->east > how->west ? how->east - how->west
                                               : how->east - how->west + 360;
    bool good = true;
    for (int i = 0; i <= STEPS; i++) {
        const double lat = how->south + (how->north - how->south) * i / STEPS;
        const double lon = how->west + width * i / STEPS;
        const struct cor_point edge[] = {
            {remainder(lon, 360), how->south},
            {remainder(lon, 360), how->north},
            {how->west, lat},
            {remainder(how->east, 360), lat},
        };
        good = good && add_points(drawn, edge, 4, &draft->scratch);
    }
    return good;
}

static enum cor_status choose_projection(struct cor_draft *draft,
                                         const struct drawn *drawn,
                                         struct cor_error *err)
{
    struct cor_box box;
    enum cor_status status =
        cor_box_of(&box, drawn->point, drawn->n, &draft->scratch, err);
    if (status != COR_OK)
        return status;
    cor_projection_fit(&draft->projection, box);
    const char *definition = draft->projection.definition;
    const char *own = draft->how->projection;
    draft->is_own_projection = own != NULL && strcmp(own, "auto") != 0;
    if (draft->is_own_projection) {
        definition = own;
        const size_t n = sizeof draft->projection.title - 1;
        size_t i = 0;
        for (; i < n && definition[i] != '\0'; i++)
            draft->projection.title[i] = definition[i];
        draft->projection.title[i] = '\0';
    }
    return cor_projection_open(&draft->view.projection, definition, err);
}

/* What is drawn, on the plane; in m. */
static bool measure(struct cor_rect *out,
                    struct cor_draft *draft,
                    const struct drawn *drawn)
{
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < drawn->n; i++) {
        struct cor_plane at;
        cor_projection_forward(&at, draft->view.projection, &drawn->point[i],
                               1);
        if (isnan(at.x))
            return false;
        box = (struct cor_rect){fmin(box.left, at.x), fmin(box.top, at.y),
                                fmax(box.right, at.x), fmax(box.bottom, at.y)};
    }
    *out = box;
    return true;
}

static double clamp(double value, double low, double high)
{
    return fmin(fmax(value, low), high);
}

/* Place the frame and choose its scale: `aspect` is width over height. */
static void set_frame(struct cor_draft *draft,
                      const struct cor_rect *plane,
                      double above_mm,
                      double below_mm)
{
    const double side = 11 * draft->scale, edge = 7 * draft->scale;
    const double ticks = 4.2 * draft->scale;
    const double pad = draft->how->has_extent ? 0 : room;
    double width_m = plane->right - plane->left;
    double height_m = plane->bottom - plane->top;
    const double least =
        width_m == 0 && height_m == 0 ? least_about_place_m : least_m;
    const double longer = fmax(fmax(width_m, height_m), least);
    width_m += 2 * pad * longer;
    height_m += 2 * pad * longer;
    width_m = fmax(width_m, least);
    height_m = fmax(height_m, least / flattest);
    const double width_mm = draft->how->width_mm - 2 * side;
    const double aspect = clamp(width_m / height_m, tallest, flattest);
    double height_mm = cor_panels_arrange(draft, width_mm, aspect);
    const double other =
        edge + above_mm + ticks + ticks + below_mm + 0.9 * edge;
    if (draft->how->height_mm != 0)
        height_mm = fmax(draft->how->height_mm - other - draft->strip_mm,
                         width_mm / 10);
    draft->page_height = height_mm + other + draft->strip_mm;
    draft->view.frame =
        (struct cor_rect){side, edge + above_mm + ticks, side + width_mm,
                          edge + above_mm + ticks + height_mm};
    cor_panels_fit(draft, height_mm);
    draft->view.mm_per_m =
        fmin(draft->panel_width / width_m, draft->panel_height / height_m);
    draft->view.centre = (struct cor_plane){(plane->left + plane->right) / 2,
                                            (plane->top + plane->bottom) / 2};
}

enum cor_status cor_page_lay_out(struct cor_draft *draft, struct cor_error *err)
{
    struct drawn drawn = {0};
    const bool good = draft->how->has_extent ? gather_extent(&drawn, draft)
                      : draft->n_panel != 0  ? gather_panels(&drawn, draft)
                                             : gather(&drawn, draft);
    if (!good)
        return COR_FAIL_MEMORY(err);
    if (drawn.n == 0)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "the scenario has no place to draw");
    enum cor_status status = choose_projection(draft, &drawn, err);
    if (status != COR_OK)
        return status;
    struct cor_rect plane;
    if (!measure(&plane, draft, &drawn))
        return COR_FAIL(err, COR_BAD_INPUT,
                        "the projection '%s' does not reach all that is drawn",
                        draft->projection.title);
    double above_mm, below_mm;
    cor_margin_lay_out(draft, draft->how->width_mm - 22 * draft->scale,
                       &above_mm, &below_mm);
    set_frame(draft, &plane, above_mm, below_mm);
    draft->view.scratch = &draft->scratch;
    cor_view_look(&draft->view);
    return COR_OK;
}
