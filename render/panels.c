/* Several maps on one page: one projection, extent and scale, one legend. */
#include "render/layers.h"

#include <math.h>
#include <string.h>

/* Between panels, above them for their titles, and for each line below a title;
   mm before scaling. */
static const double gap_mm = 4, title_mm = 5.5, remark_mm = 3;

static const struct cor_font title_font = {.size_pt = 8.5, .bold = true};
static const struct cor_font remark_font = {.size_pt = 6};

/* Of what is said below a title. */
enum { most_lines = 3 };

/* A page of panels is no higher than this, times its width. */
static const double highest = 0.78;

static uint32_t rows_of(const struct cor_draft *draft, uint32_t n_column)
{
    return (draft->n_panel + n_column - 1) / n_column;
}

static double panel_width(const struct cor_draft *draft, uint32_t n_column)
{
    const double width = draft->view.frame.right - draft->view.frame.left;
    return (width - (n_column - 1) * gap_mm * draft->scale) / n_column;
}

/* Above each panel, the same for all, so that they stand in rows. */
static double head_height(const struct cor_draft *draft)
{
    return (title_mm + draft->n_panel_line * remark_mm) * draft->scale;
}

static double
block_height(const struct cor_draft *draft, uint32_t n_column, double aspect)
{
    const uint32_t n_row = rows_of(draft, n_column);
    return n_row *
               (panel_width(draft, n_column) / aspect + head_height(draft)) +
           (n_row - 1) * gap_mm * draft->scale;
}

/* What stands below the titles, broken to the width of a panel. */
static void break_remarks(struct cor_draft *draft)
{
    const double width = panel_width(draft, draft->n_column);
    draft->n_panel_line = 0;
    for (uint32_t i = 0; i < draft->n_panel; i++) {
        draft->panel_line[i] = cor_draft_wrap(draft, draft->panel[i].remark,
                                              remark_font, width, most_lines);
        if (draft->panel_line[i].n > draft->n_panel_line)
            draft->n_panel_line = draft->panel_line[i].n;
    }
}

/* As few columns as the height bears: panels are then widest. */
double
cor_panels_arrange(struct cor_draft *draft, double width_mm, double aspect)
{
    draft->n_column = 1;
    if (draft->n_panel == 0)
        return width_mm / aspect;
    draft->view.frame.left = 0;
    draft->view.frame.right = width_mm;
    break_remarks(draft);
    while (draft->n_column < draft->n_panel &&
           block_height(draft, draft->n_column, aspect) > highest * width_mm) {
        draft->n_column++;
        break_remarks(draft);
    }
    return block_height(draft, draft->n_column, aspect);
}

void cor_panels_fit(struct cor_draft *draft, double height_mm)
{
    const struct cor_rect f = draft->view.frame;
    draft->panel_width = f.right - f.left;
    draft->panel_height = height_mm;
    if (draft->n_panel == 0)
        return;
    const uint32_t n_row = rows_of(draft, draft->n_column);
    draft->panel_width = panel_width(draft, draft->n_column);
    draft->panel_height =
        (height_mm - (n_row - 1) * gap_mm * draft->scale) / n_row -
        head_height(draft);
}

/* The last row may be shorter; it begins on the left as the others do. */
static struct cor_rect frame_of(const struct cor_draft *draft, uint32_t i)
{
    const struct cor_rect f = draft->view.frame;
    const double gap = gap_mm * draft->scale, title = head_height(draft);
    const double x = f.left + i % draft->n_column * (draft->panel_width + gap);
    const double y = f.top +
                     i / draft->n_column * (draft->panel_height + title + gap) +
                     title;
    return (struct cor_rect){x, y, x + draft->panel_width,
                             y + draft->panel_height};
}

/* The routes of all panels, those of one title once; what is not the same in
   all panels is not told of them. */
static bool join_routes(struct cor_draft *page)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < page->n_panel; i++)
        n += page->panel[i].n_route;
    struct cor_map_route *route =
        cor_arena_array(page->arena, struct cor_map_route, n);
    page->route = route;
    for (uint32_t i = 0; route != NULL && i < page->n_panel; i++)
        for (uint32_t r = 0; r < page->panel[i].n_route; r++) {
            uint32_t k = 0;
            while (k < page->n_route &&
                   strcmp(route[k].title, page->panel[i].route[r].title) != 0)
                k++;
            if (k == page->n_route)
                route[page->n_route++] = page->panel[i].route[r];
        }
    return route != NULL;
}

/* The routes of a panel in the hues that the page gives their titles. */
static struct cor_map_route *dye(struct cor_draft *page, uint32_t i)
{
    const struct cor_map_panel *panel = &page->panel[i];
    struct cor_map_route *route =
        cor_arena_array(page->arena, struct cor_map_route, panel->n_route);
    for (uint32_t r = 0; route != NULL && r < panel->n_route; r++) {
        route[r] = panel->route[r];
        for (uint32_t k = 0; k < page->n_route && route[r].hue == 0; k++)
            if (strcmp(page->route[k].title, route[r].title) == 0)
                route[r].hue = k + 1;
    }
    return route;
}

/* A map that draws with the pen and the scratch of the page. */
static struct cor_draft begin(struct cor_draft *page, uint32_t i)
{
    struct cor_draft part = {.scenario = page->panel[i].scenario,
                             .basemap = page->basemap,
                             .route = dye(page, i),
                             .n_route = page->panel[i].n_route,
                             .how = page->how,
                             .theme = page->theme,
                             .report = page->report,
                             .arena = page->arena,
                             .scratch = page->scratch,
                             .pen = page->pen,
                             .type = page->type,
                             .scale = page->scale,
                             .signs = page->signs,
                             .is_panel = true,
                             .is_last_panel = i + 1 == page->n_panel,
                             .least_lane = page->least_lane,
                             .view = page->view};
    part.view.frame = frame_of(page, i);
    memcpy(part.loss, page->loss, sizeof part.loss);
    if (part.route == NULL)
        part.pen.status = COR_NO_MEMORY;
    return part;
}

/* Later days tell more years of joining apart. */
static void join_fills(struct cor_draft *page, const struct cor_draft *part)
{
    for (uint32_t i = 0; i < part->n_fill; i++) {
        const bool was_drawn = i < page->n_fill && page->fill[i].is_drawn;
        if (i >= page->n_fill || part->n_fill >= page->n_fill)
            page->fill[i] = part->fill[i];
        page->fill[i].is_drawn = was_drawn || part->fill[i].is_drawn;
    }
    page->n_fill = part->n_fill > page->n_fill ? part->n_fill : page->n_fill;
}

/* What the panel used comes back, and what its legend would explain. */
static void end(struct cor_draft *page, const struct cor_draft *part)
{
    page->scratch = part->scratch;
    page->pen = part->pen;
    page->signs = part->signs;
    page->n_shown += part->n_shown;
    page->n_lane = part->n_lane > page->n_lane ? part->n_lane : page->n_lane;
    page->has_disputed |= part->has_disputed;
    page->has_bundle |= part->has_bundle;
    join_fills(page, part);
    page->n_plain = part->n_plain;
    for (int p = 0; p < COR_N_PATTERN; p++) {
        page->has_pattern[p] |= part->has_pattern[p];
        page->has_network[p] |= part->has_network[p];
        page->has_named[p] |= part->has_named[p];
    }
    for (uint32_t i = 0; i < part->n_node; i++)
        page->has_symbol[part->node[i].symbol] |= part->node[i].shown;
    memcpy(page->loss, part->loss, sizeof page->loss);
}

static void write_line(struct cor_draft *part,
                       const char *line,
                       struct cor_font font,
                       struct cor_colour colour,
                       double above_mm)
{
    const struct cor_rect f = part->view.frame;
    struct cor_scene_text text = cor_draft_text(
        part, cor_draft_shorten(part, line, font, f.right - f.left), font,
        colour);
    cor_draft_move(&text, f.left, f.top - above_mm * part->scale);
    cor_pen_text(&part->pen, &text);
}

/* The title, and below it what the panel cannot show. */
static void
write_head(struct cor_draft *page, struct cor_draft *part, uint32_t i)
{
    const struct cor_lines *remark = &page->panel_line[i];
    const double above = page->n_panel_line * remark_mm;
    if (page->panel[i].title != NULL)
        write_line(part, page->panel[i].title, title_font, part->theme->text,
                   1.6 + above);
    for (uint32_t k = 0; k < remark->n; k++)
        write_line(part, remark->line[k], remark_font, part->theme->muted,
                   1.4 + above - (k + 1) * remark_mm);
}

static void draw_panel(struct cor_draft *page, uint32_t i)
{
    struct cor_draft part = begin(page, i);
    struct cor_map_options how = *page->how;
    how.flow = page->panel[i].flow;
    how.n_mark = page->panel[i].n_mark;
    how.mark = page->panel[i].mark;
    part.how = &how;
    part.view.scratch = &part.scratch;
    cor_view_look(&part.view);
    if (!cor_draft_make_grids(&part))
        part.pen.status = COR_NO_MEMORY;
    if (part.pen.status == COR_OK) {
        cor_pen_group(&part.pen, "panel", page->panel[i].title);
        cor_map_fill(&part);
        cor_frame_draw(&part);
        write_head(page, &part, i);
        cor_pen_group_end(&part.pen);
    }
    end(page, &part);
    page->view.scratch = &page->scratch;
}

/* Lines of all panels leave room for those of the busiest one. */
static void count_lanes(struct cor_draft *page)
{
    for (uint32_t i = 0; i < page->n_panel; i++) {
        struct cor_draft part = begin(page, i);
        const uint32_t most = cor_routes_count_lanes(&part);
        page->scratch = part.scratch;
        page->least_lane = most > page->least_lane ? most : page->least_lane;
    }
}

/* Widths of all panels tell the same numbers. */
static void share_flow(struct cor_draft *page)
{
    const struct cor_map_options *shared = page->how;
    struct cor_map_panel *panel =
        cor_arena_copy(page->arena, page->panel, page->n_panel, sizeof *panel);
    struct cor_map_flow *flow =
        cor_arena_array(page->arena, struct cor_map_flow, page->n_panel);
    struct cor_map_options *how =
        cor_arena_copy(page->arena, page->how, 1, sizeof *how);
    if (panel == NULL || flow == NULL || how == NULL) {
        page->pen.status = COR_NO_MEMORY;
        return;
    }
    double most = 0;
    for (uint32_t i = 0; i < page->n_panel; i++) {
        how->flow = panel[i].flow;
        page->how = how;
        page->scenario = panel[i].scenario;
        most = fmax(most, cor_flow_most(page));
    }
    how->flow = NULL;
    for (uint32_t i = page->n_panel; i-- > 0;)
        if (panel[i].flow != NULL) {
            flow[i] = *panel[i].flow;
            flow[i].most = most;
            panel[i].flow = how->flow = &flow[i];
        }
    page->scenario = panel[0].scenario;
    page->panel = panel;
    page->how = shared->flow != NULL || how->flow != NULL ? how : shared;
}

void cor_panels_fill(struct cor_draft *page)
{
    share_flow(page);
    if (page->pen.status != COR_OK)
        return;
    if (!join_routes(page)) {
        page->pen.status = COR_NO_MEMORY;
        return;
    }
    count_lanes(page);
    for (uint32_t i = 0; i < page->n_panel; i++)
        draw_panel(page, i);
    cor_legend_lay_out(page);
}
