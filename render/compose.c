#include "render/layers.h"
#include "render/say.h"
#include "render/scene_hash.h"

#include <math.h>

void cor_map_options_init(struct cor_map_options *out,
                          const struct cor_scenario *scenario)
{
    const struct cor_map_wish *wish = &scenario->map;
    *out = (struct cor_map_options){
        .width_mm = 297,
        .theme = wish->theme != NULL ? wish->theme : cor_map_themes[0],
        .has_extent = wish->has_extent,
        .west = wish->west,
        .south = wish->south,
        .east = wish->east,
        .north = wish->north,
        .n_focus = wish->n_focus,
        .focus = wish->focus,
        .labels = wish->labels,
        .ground = wish->ground,
        .n_fill = wish->n_fill,
        .fill = wish->fill,
    };
    cor_map_options_speak(out, scenario, wish->language, wish->n_language);
}

void cor_map_options_speak(struct cor_map_options *how,
                           const struct cor_scenario *scenario,
                           const char *const *language,
                           uint32_t n)
{
    const struct cor_map_wish *wish = &scenario->map;
    how->language = language;
    how->n_language = n;
    how->title =
        wish->title != NULL
            ? cor_title_in(wish->title, &wish->titles, language, n)
            : cor_title_in(scenario->title, &scenario->titles, language, n);
    how->subtitle = cor_title_in(wish->subtitle, &wish->subtitles, language, n);
}

static bool is_extent(const struct cor_map_options *how)
{
    return cor_point_valid((struct cor_point){how->west, how->south}) &&
           cor_point_valid((struct cor_point){how->east, how->north}) &&
           how->south < how->north && how->west != how->east;
}

static enum cor_status check_options(const struct cor_map_options *how,
                                     struct cor_error *err)
{
    if (!(how->width_mm >= 80 && how->width_mm <= 2000))
        return COR_FAIL(err, COR_BAD_INPUT, "a map is 80 to 2000 mm wide");
    if (how->height_mm != 0 &&
        !(how->height_mm >= how->width_mm / 5 && how->height_mm <= 2000))
        return COR_FAIL(err, COR_BAD_INPUT,
                        "a map is at least a fifth as high as it is wide, and "
                        "at most 2000 mm");
    if (how->has_extent && !is_extent(how))
        return COR_FAIL(err, COR_BAD_INPUT,
                        "an extent is west, south, east and north in degrees, "
                        "south below north");
    if (cor_theme_named(how->theme) == NULL)
        return COR_FAIL(err, COR_UNKNOWN_NAME,
                        "unknown theme '%s'; there are light, dark and print",
                        how->theme);
    return COR_OK;
}

void cor_frame_draw(struct cor_draft *draft)
{
    const struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->frame, 0.8);
    cor_pen_group(&draft->pen, "frame", NULL);
    cor_pen_paint(&draft->pen, cor_pen_rect(&draft->pen, draft->view.frame),
                  &paint);
    cor_pen_group_end(&draft->pen);
}

/* Furniture takes its corners before labels look for room, and is drawn after
   them. */
void cor_map_fill(struct cor_draft *draft)
{
    if (!draft->is_inset && !cor_fate_begin(draft)) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    cor_pen_group_within(&draft->pen, draft->is_inset ? "inset-map" : "map",
                         NULL, draft->view.frame);
    cor_base_draw(draft);
    cor_graticule_draw(draft);
    cor_routes_draw(draft);
    cor_nodes_choose(draft);
    cor_grid_sum(&draft->ink);
    cor_grid_sum(&draft->course);
    cor_marks_place(draft);
    if (!draft->is_inset && !draft->is_panel)
        cor_legend_lay_out(draft);
    if (!draft->is_panel || draft->is_last_panel)
        cor_scale_bar_lay_out(draft);
    if (!draft->is_inset && !draft->is_panel) {
        cor_inset_lay_out(draft);
        cor_locator_lay_out(draft);
    }
    cor_priority_labels_place(draft);
    cor_flow_labels_place(draft);
    cor_passed_labels_place(draft);
    cor_labels_place(draft);
    cor_area_labels_place(draft);
    cor_minor_labels_place(draft);
    cor_nodes_draw(draft);
    cor_marks_draw(draft);
    cor_labels_draw(draft);
    cor_inset_draw(draft);
    if (!draft->is_inset)
        cor_fate_tell(draft);
    cor_locator_draw(draft);
    cor_scale_bar_draw(draft);
    cor_pen_group_end(&draft->pen);
}

static const char *count(struct cor_draft *draft, uint32_t n)
{
    const char *text = cor_text_print(draft->arena, "%u", (unsigned)n);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

static const char *describe(struct cor_draft *draft)
{
    return cor_draft_say_with(
        draft, "Map of {1} routes and {2} places; {3}",
        (const char *[COR_WORDS_VALUES]){count(draft, draft->n_route),
                                         count(draft, draft->n_shown),
                                         cor_draft_projection(draft)});
}

static enum cor_status finish(const struct cor_scene **out,
                              struct cor_draft *draft,
                              struct cor_error *err)
{
    const char *description = describe(draft);
    struct cor_scene *scene =
        cor_arena_array(draft->arena, struct cor_scene, 1);
    if (scene == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_status status = cor_pen_finish(scene, &draft->pen, err);
    if (status != COR_OK)
        return status;
    scene->width_mm = draft->how->width_mm;
    scene->height_mm = draft->page_height;
    scene->paper = draft->theme->paper;
    scene->title = draft->how->title != NULL ? draft->how->title
                                             : cor_draft_say(draft, "Map");
    scene->description = description;
    scene->hash = cor_scene_hash(scene);
    *out = scene;
    return COR_OK;
}

/* Lay out the page and draw what is in the frame. */
static enum cor_status draw(struct cor_draft *draft, struct cor_error *err)
{
    enum cor_status status = cor_page_lay_out(draft, err);
    if (status != COR_OK)
        return status;
    if (!cor_draft_make_grids(draft))
        return COR_FAIL_MEMORY(err);
    if (draft->n_panel != 0)
        cor_panels_fill(draft);
    else
        cor_map_fill(draft);
    return COR_OK;
}

/* Begin again with `strip_mm` of the page kept for the legend. */
static void begin_again(struct cor_draft *draft)
{
    const struct cor_draft kept = *draft;
    cor_projection_close(draft->view.projection);
    cor_projection_close(draft->inset.view.projection);
    *draft = (struct cor_draft){.scenario = kept.scenario,
                                .basemap = kept.basemap,
                                .route = kept.route,
                                .n_route = kept.n_route,
                                .how = kept.how,
                                .theme = kept.theme,
                                .report = kept.report,
                                .arena = kept.arena,
                                .scratch = kept.scratch,
                                .type = kept.type,
                                .scale = kept.scale,
                                .panel = kept.panel,
                                .n_panel = kept.n_panel,
                                .strip_mm = kept.strip_mm};
    cor_pen_init(&draft->pen, draft->arena);
}

/* A page whose height is asked for is drawn again when its legend turns out
   to stand below the frame; what the first drawing noted is forgotten. */
static enum cor_status draw_to_height(struct cor_draft *draft,
                                      struct cor_error *err)
{
    struct cor_report before = {0};
    if (draft->report != NULL)
        before = *draft->report;
    const enum cor_status status = draw(draft, err);
    if (status != COR_OK || draft->strip_mm == 0)
        return status;
    if (draft->how->height_mm == 0) {
        draft->page_height += draft->strip_mm;
        return COR_OK;
    }
    if (draft->report != NULL)
        *draft->report = before;
    begin_again(draft);
    return draw(draft, err);
}

static enum cor_status compose(const struct cor_scene **out,
                               struct cor_draft *draft,
                               struct cor_error *err)
{
    enum cor_status status = cor_type_open(&draft->type, err);
    if (status == COR_OK)
        status = draw_to_height(draft, err);
    if (status != COR_OK)
        return status;
    cor_legend_draw(draft);
    if (draft->n_panel == 0) {
        cor_frame_draw(draft);
        cor_graticule_label(draft);
    }
    cor_margin_draw(draft);
    cor_draft_tell_losses(draft);
    return finish(out, draft, err);
}

/* Type and lines grow less than the page: a poster is read from nearer than
   its size. They shrink hardly at all: print below 5 pt is not read. */
static double scale_of(double width_mm)
{
    return fmin(fmax(pow(width_mm / 297, 0.75), 0.93), 5);
}

/* What a map is of, the same for one map and for a page of them. */
static enum cor_status run(const struct cor_scene **out,
                           struct cor_draft draft,
                           struct cor_arena *arena,
                           struct cor_error *err)
{
    enum cor_status status = check_options(draft.how, err);
    if (status != COR_OK)
        return status;
    const struct cor_arena_mark start = cor_arena_mark(arena);
    draft.theme = cor_theme_named(draft.how->theme);
    draft.arena = arena;
    draft.scale = scale_of(draft.how->width_mm);
    cor_arena_init(&draft.scratch, arena->limit - arena->used);
    cor_pen_init(&draft.pen, arena);
    status = compose(out, &draft, err);
    if (status != COR_OK && draft.report == NULL)
        cor_arena_rewind(arena, start);
    cor_projection_close(draft.view.projection);
    cor_projection_close(draft.inset.view.projection);
    cor_type_close(draft.type);
    cor_arena_finish(&draft.scratch);
    return status;
}

enum cor_status cor_map_compose(const struct cor_scene **out,
                                const struct cor_scenario *scenario,
                                const struct cor_basemap *basemap,
                                const struct cor_map_route *route,
                                uint32_t n_route,
                                const struct cor_map_options *how,
                                struct cor_report *report,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    return run(out,
               (struct cor_draft){.scenario = scenario,
                                  .basemap = basemap,
                                  .route = route,
                                  .n_route = n_route,
                                  .how = how,
                                  .report = report},
               arena, err);
}

enum cor_status cor_map_panels_compose(const struct cor_scene **out,
                                       const struct cor_map_panel *panel,
                                       uint32_t n,
                                       const struct cor_basemap *basemap,
                                       const struct cor_map_options *how,
                                       struct cor_report *report,
                                       struct cor_arena *arena,
                                       struct cor_error *err)
{
    if (n < 2 || n > COR_MOST_PANELS)
        return COR_FAIL(err, COR_BAD_INPUT, "a page has 2 to %d panels",
                        COR_MOST_PANELS);
    return run(out,
               (struct cor_draft){.scenario = panel[0].scenario,
                                  .basemap = basemap,
                                  .how = how,
                                  .report = report,
                                  .panel = panel,
                                  .n_panel = n},
               arena, err);
}
