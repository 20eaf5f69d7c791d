/* render/layers.h -- the layers and the furniture of a map: what they ask of each
 * other, and the steps of composition. */
#ifndef COR_RENDER_LAYERS_H
#define COR_RENDER_LAYERS_H

#include "render/draft.h"

/** What the symbol of a place covers. */
struct cor_rect cor_node_box(const struct cor_node *node);

/** Show a place and cover the page there. */
void cor_node_show(struct cor_draft *draft, uint32_t index);

/** Hide a place again; what it covered is free. It must have no label. */
void cor_node_hide(struct cor_draft *draft, uint32_t index);

/** The greatest rank of lakes and rivers that the map's scale bears. */
uint8_t cor_base_finest_rank(const struct cor_draft *draft);

/** Choose rows and columns of panels for a frame as wide as that, a panel being
 *  `aspect` times as wide as high; gives the height of all. */
double
cor_panels_arrange(struct cor_draft *draft, double width_mm, double aspect);

/** Share a height among the panels. */
void cor_panels_fit(struct cor_draft *draft, double height_mm);

/** Draw all panels, each in its frame. */
void cor_panels_fill(struct cor_draft *draft);

/** Draw the frame around a map. */
void cor_frame_draw(struct cor_draft *draft);

/** The most routes that run side by side; 0 for want of memory. */
uint32_t cor_routes_count_lanes(struct cor_draft *draft);

/** How many round values the legend of a flow has. */
enum { COR_FLOW_SAMPLES = 3 };

/** The width of a flow's line. */
double cor_flow_width_pt(const struct cor_draft *draft, double value);

/** The greatest value of a flow; 0 where there is none. */
double cor_flow_most(const struct cor_draft *draft);

/** A round value for the legend, the greatest first. */
double cor_flow_sample(const struct cor_draft *draft, uint32_t index);

/** Whether the width of a link's line tells its number. */
bool cor_flow_has(const struct cor_draft *draft, uint32_t link);

/** The colour of links of a pattern. */
struct cor_colour cor_flow_hue(const struct cor_draft *draft,
                               enum cor_pattern pattern);

/** Whether a route is drawn as a line of its own. */
bool cor_route_is_line(const struct cor_map_route *route);

/** How wide the line or band of a route is. */
double cor_route_pt(const struct cor_draft *draft, uint32_t route);

/** The strokes of a band, one over the other, for a width. */
enum { COR_BAND_STROKES = 2 };
void cor_band_paint(struct cor_paint out[COR_BAND_STROKES],
                    const struct cor_draft *draft,
                    uint32_t route,
                    double width_pt);

/** Whether a map is of routes, classes or flows, not of a whole network. */
bool cor_draft_has_subject(const struct cor_draft *draft);

/** Add a link to the shape being drawn up. */
void cor_network_add_link(struct cor_draft *draft, uint32_t link);

/** Room for the swatch of a row, and between it and the text; mm before
 *  scaling. */
#define COR_LEGEND_SWATCH 10.5
#define COR_LEGEND_GAP 2.4

/** Heights in the legend: of a row, and between groups; mm before scaling. */
#define COR_LEGEND_ROW 3.7
#define COR_LEGEND_BETWEEN 2.0

/** Stand the rows of the legend one below the other; gives what they cover. */
struct cor_vec cor_legend_stack(struct cor_draft *draft);

/** Part the rows of the legend into columns within a width; gives the height of
 *  the longest. */
double cor_legend_part(struct cor_draft *draft, double width_mm);

/** Add a row to the legend; a title that is a phrase is put into the language
 *  of the map. */
void cor_legend_add(struct cor_draft *draft,
                    enum cor_legend_kind kind,
                    uint32_t index,
                    const char *title);

/** Begin a group of rows with a heading of its own. */
void cor_legend_head(struct cor_draft *draft,
                     enum cor_legend_group group,
                     const char *title);

/** List the rows of the legend. */
void cor_legend_list(struct cor_draft *draft);

/** Whether the only route's title is the heading of the legend. */
bool cor_legend_is_single(const struct cor_draft *draft);

/** Whether a route touches a country of an ISO 3166-1 alpha-2 code. */
bool cor_base_is_passed(const struct cor_draft *draft, const char *code);

/** How links of a pattern that no route uses are painted. */
struct cor_paint cor_network_paint(const struct cor_draft *draft,
                                   enum cor_pattern pattern);

/** A stroke of those that are to be read beside the routes. */
struct cor_paint cor_network_named_paint(const struct cor_draft *draft,
                                         enum cor_pattern pattern,
                                         size_t stroke);

/** Choose which links lie below the routes; false for want of memory. */
bool cor_ground_choose(struct cor_draft *draft);

/** Note which links are not drawn. */
void cor_ground_tell(struct cor_draft *draft);

/** How a bundle of many routes is painted. */
struct cor_paint cor_bundle_paint(const struct cor_draft *draft);

/** How wide the strokes of routes are. */
double cor_route_width_pt(const struct cor_draft *draft, bool is_alternative);

/** Draw a symbol, on the map or in the legend. */
void cor_symbol_draw(struct cor_draft *draft,
                     enum cor_symbol symbol,
                     enum cor_weight weight,
                     struct cor_vec at);

/** Draw the numbered disc of a sign, on the map or in the legend. */
void cor_mark_draw(struct cor_draft *draft, uint32_t number, struct cor_vec at);

/** Draw all that stands in the frame, of the map or of its inset. */
void cor_map_fill(struct cor_draft *draft);

/* Steps of composition, in this order; what they draw is in their names. */
/** Break the texts around the frame; gives the room they need, in mm. */
void cor_margin_lay_out(struct cor_draft *draft,
                        double width_mm,
                        double *above_mm,
                        double *below_mm);
void cor_margin_draw(struct cor_draft *draft);
COR_CHECKED enum cor_status cor_page_lay_out(struct cor_draft *draft,
                                             struct cor_error *err);
void cor_base_draw(struct cor_draft *draft);
void cor_graticule_draw(struct cor_draft *draft);
void cor_graticule_label(struct cor_draft *draft);
void cor_network_draw(struct cor_draft *draft);
void cor_flow_draw(struct cor_draft *draft);
void cor_routes_draw(struct cor_draft *draft);
void cor_nodes_choose(struct cor_draft *draft);

void cor_legend_lay_out(struct cor_draft *draft);
void cor_scale_bar_lay_out(struct cor_draft *draft);
void cor_inset_lay_out(struct cor_draft *draft);
void cor_locator_lay_out(struct cor_draft *draft);
void cor_priority_labels_place(struct cor_draft *draft);
void cor_passed_labels_place(struct cor_draft *draft);
void cor_labels_place(struct cor_draft *draft);
void cor_marks_place(struct cor_draft *draft);
void cor_flow_labels_place(struct cor_draft *draft);
void cor_area_labels_place(struct cor_draft *draft);
void cor_minor_labels_place(struct cor_draft *draft);
void cor_nodes_draw(struct cor_draft *draft);
void cor_marks_draw(struct cor_draft *draft);
void cor_labels_draw(struct cor_draft *draft);
void cor_legend_draw(struct cor_draft *draft);
void cor_scale_bar_draw(struct cor_draft *draft);
void cor_inset_draw(struct cor_draft *draft);
void cor_locator_draw(struct cor_draft *draft);

#endif
