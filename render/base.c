/* Sea, land, rivers, lakes, coasts, borders. */
#include "render/member.h"

#include <math.h>
#include <string.h>

typedef void add_chain(struct cor_arcs *arcs,
                       const struct cor_basemap_layer *layer,
                       uint32_t chain);

/* Add all chains of a shape to the shape being drawn up. */
static void add_shape(struct cor_draft *draft,
                      const struct cor_basemap_layer *layer,
                      uint32_t shape,
                      add_chain *add)
{
    const uint32_t first = layer->chain_first[layer->part_first[shape]];
    const uint32_t end = layer->chain_first[layer->part_first[shape + 1]];
    for (uint32_t chain = first; chain < end; chain++)
        add(&draft->arcs, layer, chain);
}

static bool is_in(const struct cor_scenario *scenario,
                  const uint32_t *list,
                  uint32_t n,
                  const char *code)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(scenario->countries->name[list[i]], code) == 0)
            return true;
    return false;
}

bool cor_base_is_passed(const struct cor_draft *draft, const char *code)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_places *places = &draft->scenario->places;
    for (uint32_t r = 0; r < draft->n_route; r++)
        for (uint32_t i = 0; i < draft->route[r].n_link; i++) {
            const uint32_t link = draft->route[r].link[i];
            const uint32_t a = places->country[links->from[link]];
            if (a != COR_NONE && is_in(draft->scenario, &a, 1, code))
                return true;
            const uint32_t b = places->country[links->to[link]];
            if (b != COR_NONE && is_in(draft->scenario, &b, 1, code))
                return true;
        }
    return false;
}

/* Countries the map is about: those named, else those that routes pass. */
static bool is_focus(const struct cor_draft *draft, const char *code)
{
    if (code[0] == '\0')
        return false;
    return draft->how->n_focus != 0 ? is_in(draft->scenario, draft->how->focus,
                                            draft->how->n_focus, code)
                                    : cor_base_is_passed(draft, code);
}

/* The grounds of members follow, by class. */
enum { GROUND_PLAIN, GROUND_FOCUS, GROUND_MEMBER };

/* Where members are filled, no other land stands out. */
static uint32_t ground_of(const struct cor_draft *draft, const char *code)
{
    if (draft->n_fill == 0)
        return is_focus(draft, code) ? GROUND_FOCUS : GROUND_PLAIN;
    const uint32_t classes = cor_member_classes(draft, code);
    uint32_t first = 0;
    while (classes != 0 && (classes >> first & 1) == 0)
        first++;
    return classes == 0 ? GROUND_PLAIN : GROUND_MEMBER + first;
}

/* The parts of a shape from one part to another, as a shape of their own. */
static struct cor_shape slice(struct cor_draft *draft,
                              struct cor_shape whole,
                              uint32_t first,
                              uint32_t end)
{
    const uint32_t begin = first != 0 ? whole.end[first - 1] : 0;
    uint32_t *ends = cor_arena_array(draft->arena, uint32_t, end - first);
    if (ends == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return (struct cor_shape){0};
    }
    for (uint32_t i = first; i < end; i++)
        ends[i - first] = whole.end[i] - begin;
    return (struct cor_shape){end - first, ends, whole.point + begin, true};
}

/* All land of one colour is one shape: no seam shows between neighbours. */
static struct cor_shape trace_land(struct cor_draft *draft, uint32_t ground)
{
    const struct cor_basemap_layer *country = &draft->basemap->country;
    uint32_t *first = cor_arena_array(draft->arena, uint32_t, country->n + 1);
    if (first == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return (struct cor_shape){0};
    }
    for (uint32_t i = 0; i < country->n; i++) {
        first[i] = (uint32_t)draft->pen.n_part;
        if (ground_of(draft, country->code[i]) == ground)
            add_shape(draft, country, i, cor_arcs_ring);
    }
    first[country->n] = (uint32_t)draft->pen.n_part;
    const struct cor_shape shape = cor_pen_shape(&draft->pen, true);
    for (uint32_t i = 0; i < country->n && shape.n_part != 0; i++)
        if (first[i + 1] != first[i])
            draft->country[i] = slice(draft, shape, first[i], first[i + 1]);
    return shape;
}

/* Let names know where land is, or is not. */
static void
add_land(struct cor_draft *draft, struct cor_shape shape, double value)
{
    if (shape.n_part != 0 &&
        !cor_grid_add_rings(&draft->land, shape.point, shape.end, shape.n_part,
                            value, &draft->scratch))
        draft->pen.status = COR_NO_MEMORY;
}

static void draw_land(struct cor_draft *draft, uint32_t ground)
{
    const struct cor_theme *theme = draft->theme;
    const bool is_member = ground >= GROUND_MEMBER;
    const struct cor_shape shape = trace_land(draft, ground);
    const struct cor_paint paint = cor_draft_fill(
        is_member ? cor_member_colour(draft, ground - GROUND_MEMBER)
        : ground == GROUND_FOCUS ? theme->focus
                                 : theme->land);
    cor_pen_group(&draft->pen,
                  is_member                ? "land member"
                  : ground == GROUND_FOCUS ? "land focus"
                                           : "land",
                  NULL);
    cor_pen_paint(&draft->pen, shape, &paint);
    cor_pen_group_end(&draft->pen);
    add_land(draft, shape, 1);
}

/* The countries of a class as one shape, so that lines run on over borders. */
static struct cor_shape trace_members(struct cor_draft *draft, uint32_t index)
{
    const struct cor_basemap_layer *country = &draft->basemap->country;
    for (uint32_t i = 0; i < country->n; i++)
        if ((cor_member_classes(draft, country->code[i]) >> index & 1) != 0)
            add_shape(draft, country, i, cor_arcs_ring);
    return cor_pen_shape(&draft->pen, true);
}

static void draw_hatches(struct cor_draft *draft)
{
    cor_pen_group(&draft->pen, "hatches", NULL);
    for (uint32_t i = 0; i < draft->n_fill; i++) {
        const struct cor_shape shape = trace_members(draft, i);
        draft->fill[i].is_drawn |= shape.n_part != 0;
        cor_member_hatch(draft, shape, i);
    }
    cor_pen_group_end(&draft->pen);
}

/* How wide a map is in km decides what is worth drawing. */
uint8_t cor_base_finest_rank(const struct cor_draft *draft)
{
    const struct cor_rect f = draft->view.frame;
    const double km =
        (f.right - f.left) / draft->view.mm_per_m / 1000 / draft->scale;
    return km > 9000 ? 3 : km > 4500 ? 5 : km > 2000 ? 7 : 255;
}

/* A lake that is smaller than this across, in mm, is only noise. */
static const double least_lake_mm = 0.9;

/* Take back the parts of the shape being drawn up, from `first` on, that are
   too small to be seen. */
static void drop_small_parts(struct cor_draft *draft, size_t first)
{
    struct cor_pen *pen = &draft->pen;
    const size_t begin = first != 0 ? pen->end[first - 1] : 0;
    struct cor_rect box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = begin; i < pen->n_point; i++) {
        const struct cor_vec at = pen->point[i];
        box = (struct cor_rect){fmin(box.left, at.x), fmin(box.top, at.y),
                                fmax(box.right, at.x), fmax(box.bottom, at.y)};
    }
    if (hypot(box.right - box.left, box.bottom - box.top) >= least_lake_mm)
        return;
    pen->n_part = first;
    pen->n_point = begin;
}

static void draw_lakes(struct cor_draft *draft)
{
    const struct cor_basemap_layer *lake = &draft->basemap->lake;
    for (uint32_t i = 0; i < lake->n; i++) {
        const size_t first = draft->pen.n_part;
        add_shape(draft, lake, i, cor_arcs_ring);
        if (draft->pen.n_part != first)
            drop_small_parts(draft, first);
    }
    const struct cor_shape shape = cor_pen_shape(&draft->pen, true);
    struct cor_paint paint = cor_draft_stroke(draft, draft->theme->coast, 0.35);
    paint.fill = draft->theme->sea;
    cor_pen_group(&draft->pen, "lakes", NULL);
    cor_pen_paint(&draft->pen, shape, &paint);
    cor_pen_group_end(&draft->pen);
    add_land(draft, shape, -1);
}

/* Rivers in three widths, the greatest last. */
static void draw_rivers(struct cor_draft *draft)
{
    static const struct {
        uint8_t from, to;
        double width_pt;
    } classes[] = {{5, 255, 0.35}, {3, 4, 0.55}, {0, 2, 0.8}};
    const struct cor_basemap_layer *river = &draft->basemap->river;
    cor_pen_group(&draft->pen, "rivers", NULL);
    for (size_t c = 0; c < 3; c++) {
        for (uint32_t i = 0; i < river->n; i++)
            if (river->rank[i] >= classes[c].from &&
                river->rank[i] <= classes[c].to &&
                river->rank[i] <= cor_base_finest_rank(draft))
                add_shape(draft, river, i, cor_arcs_course);
        const struct cor_paint paint =
            cor_draft_stroke(draft, draft->theme->river, classes[c].width_pt);
        cor_pen_paint(&draft->pen, cor_pen_shape(&draft->pen, false), &paint);
    }
    cor_pen_group_end(&draft->pen);
}

static struct cor_shape arcs_of(struct cor_draft *draft, enum cor_arc_kind kind)
{
    const struct cor_basemap *map = draft->basemap;
    for (uint32_t arc = 0; arc < map->n_arc; arc++)
        if (map->arc_kind[arc] == kind)
            cor_arcs_line(&draft->arcs, arc);
    return cor_pen_shape(&draft->pen, false);
}

static void draw_coast(struct cor_draft *draft)
{
    const struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->coast, 0.45);
    cor_pen_group(&draft->pen, "coast", NULL);
    cor_pen_paint(&draft->pen, arcs_of(draft, COR_ARC_COAST), &paint);
    cor_pen_group_end(&draft->pen);
}

/* Below rivers and lakes: on water a border is its line alone. */
static void draw_casings(struct cor_draft *draft,
                         struct cor_shape border,
                         struct cor_shape disputed)
{
    const struct cor_paint casing =
        cor_draft_stroke(draft, draft->theme->border_casing, 2.2);
    cor_pen_group(&draft->pen, "border-casing", NULL);
    cor_pen_paint(&draft->pen, border, &casing);
    cor_pen_paint(&draft->pen, disputed, &casing);
    cor_pen_group_end(&draft->pen);
}

static void draw_borders(struct cor_draft *draft,
                         struct cor_shape border,
                         struct cor_shape disputed)
{
    const struct cor_theme *theme = draft->theme;
    const struct cor_paint line = cor_draft_stroke(draft, theme->border, 0.55);
    struct cor_paint dash = cor_draft_stroke(draft, theme->disputed, 0.65);
    dash.dash_mm[0] = 2.2 * COR_MM_PER_PT * draft->scale;
    dash.dash_mm[1] = 1.6 * COR_MM_PER_PT * draft->scale;
    dash.cap = COR_CAP_BUTT;
    cor_pen_group(&draft->pen, "borders", NULL);
    cor_pen_paint(&draft->pen, border, &line);
    cor_pen_paint(&draft->pen, disputed, &dash);
    cor_pen_group_end(&draft->pen);
    cor_draft_add_ink(draft, border, 0.25);
    draft->has_disputed = disputed.n_part != 0;
}

void cor_base_draw(struct cor_draft *draft)
{
    if (draft->basemap == NULL)
        return;
    const uint32_t n = draft->basemap->country.n;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    draft->country =
        cor_arena_take_zero(draft->arena, n, sizeof *draft->country);
    if (draft->country == NULL || !cor_arcs_init(&draft->arcs, draft->basemap,
                                                 &draft->view, &draft->pen)) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    cor_member_list(draft);
    const struct cor_paint sea = cor_draft_fill(draft->theme->sea);
    cor_pen_group(&draft->pen, "sea", NULL);
    cor_pen_paint(&draft->pen, cor_pen_rect(&draft->pen, draft->view.frame),
                  &sea);
    cor_pen_group_end(&draft->pen);
    draw_land(draft, GROUND_PLAIN);
    draw_land(draft, GROUND_FOCUS);
    for (uint32_t i = 0; i < draft->n_fill; i++)
        draw_land(draft, GROUND_MEMBER + i);
    draw_hatches(draft);
    struct cor_shape border = {0}, disputed = {0};
    if (draft->how->borders == COR_BORDERS_DEFACTO) {
        border = arcs_of(draft, COR_ARC_BORDER);
        disputed = arcs_of(draft, COR_ARC_DISPUTED);
    }
    draw_casings(draft, border, disputed);
    draw_rivers(draft);
    draw_lakes(draft);
    draw_coast(draft);
    draw_borders(draft, border, disputed);
    cor_arena_rewind(&draft->scratch, start);
}
