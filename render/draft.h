/* render/draft.h -- a map while it is being composed. */
#ifndef COR_RENDER_DRAFT_H
#define COR_RENDER_DRAFT_H

#include "render/arcs.h"
#include "render/grid.h"
#include "render/pattern.h"
#include "render/pen.h"
#include "render/theme.h"
#include "render/type.h"
#include "render/view.h"
#include "render/waters.h"

#include <corridor/geo/basemap.h>
#include <corridor/model/group.h>
#include <corridor/render/map.h>
#include <corridor/render/panels.h>
#include <corridor/render/words.h>

/** Sizes of type, in pt on a page 297 mm wide. */
#define COR_SIZE_TITLE 15.0
#define COR_SIZE_SUBTITLE 7.2
#define COR_SIZE_PRIORITY 7.6
#define COR_SIZE_NODE 7.0
#define COR_SIZE_MINOR 6.2
#define COR_SIZE_LEGEND 6.4
#define COR_SIZE_SCALE 5.6
#define COR_SIZE_CREDIT 5.4

/** How a place is shown. */
enum cor_symbol {
    COR_SYMBOL_RING,            /* any other place */
    COR_SYMBOL_TRANSFER,        /* goods change mode or gauge here */
    COR_SYMBOL_PORT,            /* square */
    COR_SYMBOL_BORDER,          /* diamond */
    COR_SYMBOL_BORDER_TRANSFER, /* diamond, half filled */
    COR_N_SYMBOL
};

/** How much a place matters to those who read the map; smaller matters more. */
enum cor_weight {
    COR_WEIGHT_END,      /* routes begin or end here */
    COR_WEIGHT_TRANSFER, /* goods change mode or gauge, or ports */
    COR_WEIGHT_VIA,      /* what corridors are asked to pass, borders */
    COR_WEIGHT_CITY,
    COR_WEIGHT_JUNCTION, /* routes part here */
    COR_WEIGHT_MINOR,    /* shown where there is room */
};

/** The most places that a map shows with a symbol: more cannot be read. */
enum { COR_MOST_NODES = 400 };

/** A place that may be shown. */
struct cor_node {
    uint32_t place;
    enum cor_symbol symbol;
    enum cor_weight weight;
    struct cor_vec at;
    double radius_mm; /* of what is drawn, its outline included */
    bool shown;
    bool is_in_inset; /* shown there if at all */
    bool is_brief;    /* its name is in one language, for want of room */
};

/** What a link is on the ground of the routes. */
enum cor_ground {
    COR_GROUND_ROUTE, /* drawn with a route, or by its number */
    COR_GROUND_PLAIN, /* thin and pale */
    COR_GROUND_NAMED, /* of a mode that is to be read beside the routes */
    COR_GROUND_LEFT_OUT
};

/** What covers part of the page, so that nothing else may. */
struct cor_obstacle {
    struct cor_rect box;
    uint32_t node; /* whose symbol or label it is; COR_NONE: furniture */
    bool is_label;
    bool is_outline; /* names of areas keep off it, those of places need not */
};

/** Text broken into lines. */
enum { COR_MOST_LINES = 6 };

struct cor_lines {
    uint32_t n;
    const char *line[COR_MOST_LINES];
};

/** What a row of the legend explains. */
enum cor_legend_kind {
    COR_LEGEND_HEADING,
    COR_LEGEND_ROUTE, /* a hue; `index` is the route */
    COR_LEGEND_BUNDLE,
    COR_LEGEND_PATTERN, /* `index` is the pattern */
    COR_LEGEND_SYMBOL,  /* `index` is the symbol */
    COR_LEGEND_NETWORK, /* `index` is the pattern */
    COR_LEGEND_NAMED,   /* the same, of links that are to be read */
    COR_LEGEND_FLOW,    /* `index` is of the flow's round values */
    COR_LEGEND_MEMBER,  /* countries of the group that is filled */
    COR_LEGEND_NOTE,    /* on the row above */
    COR_LEGEND_DISPUTED,
    COR_LEGEND_MARK,   /* `index` is the sign */
    COR_LEGEND_DETAIL, /* on the route of the row above */
    COR_LEGEND_REMARK
};

/** Rows of the legend that belong together. */
enum cor_legend_group {
    COR_GROUP_ROUTES,
    COR_GROUP_MARKS,
    COR_GROUP_LINES,
    COR_GROUP_AREAS,
    COR_GROUP_PLACES,
    COR_N_GROUP
};

struct cor_legend_row {
    enum cor_legend_kind kind;
    enum cor_legend_group group;
    uint32_t index;
    bool is_rest; /* of the text of the row before it */
    struct cor_scene_text text;
    struct cor_vec at; /* the begin of its middle, from the box's corner; x NAN:
                          left out */
    double swatch_mm;  /* 0: none */
};

/** The most rows of a legend, and the most routes it names. */
enum { COR_LEGEND_ROWS = 64, COR_LEGEND_ROUTES = 12 };

/** What a numbered disc says; its number is its place in the list. */
struct cor_sign {
    const char *text;
    enum cor_map_tone tone;
};

/** What the discs of a page say, each once. */
struct cor_signs {
    struct cor_sign *sign; /* [n] */
    uint32_t n;
    size_t capacity;
};

/** A disc on the map. */
struct cor_disc {
    uint32_t number;         /* of its sign, from 0 */
    struct cor_vec at, link; /* its middle, and the point of the link */
};

struct cor_legend {
    struct cor_legend_row row[COR_LEGEND_ROWS];
    uint32_t n;
    struct cor_rect box;
    bool is_below; /* the frame, since no corner of it is free */
};

/** The most names of meridians and parallels. */
enum { COR_MOST_TICKS = 128 };

/** A bar of a round length, true at a latitude. */
struct cor_scale_bar {
    double length_mm; /* 0: no bar */
    double length_m;
    double lat;
    struct cor_rect box;
};

/** A larger view of where places crowd. */
struct cor_inset {
    bool is_wanted;
    struct cor_rect region; /* on the map */
    struct cor_rect box;    /* where the larger view stands */
    struct cor_view view;   /* its projection is to be closed */
};

/** What of a map can get lost. */
enum cor_loss {
    COR_LOSS_AREA,      /* names of countries and waters without room */
    COR_LOSS_LINK,      /* links to be marked that are not on the map */
    COR_LOSS_PLACE,     /* places without room for their symbols */
    COR_LOSS_SHORTENED, /* texts cut to the room they have */
    COR_LOSS_LANGUAGE,  /* names that fell back to another language */
    COR_LOSS_GLYPHS,    /* texts with letters that no font has */
    COR_N_LOSS
};

/** How many names a note lists; the others are counted. */
enum { COR_ROLL_NAMES = 60 };

/** Names of what got lost. */
struct cor_roll {
    uint32_t n;
    const char *name[COR_ROLL_NAMES]; /* the first of them */
};

/** What became of what was to be shown: what the map lacks its inset may have.
 */
struct cor_fate {
    bool *is_hidden; /* [n_place] shown on neither */
    struct {
        bool is_lost, is_written;
    } * area; /* [n_label of basemap] */
};

/** A map while it is being composed: what it is of, and what is done. */
struct cor_draft {
    const struct cor_scenario *scenario;
    const struct cor_basemap *basemap; /* may be NULL */
    const struct cor_map_route *route;
    uint32_t n_route;
    const struct cor_map_options *how;
    const struct cor_theme *theme;
    struct cor_report *report; /* may be NULL */
    struct cor_arena *arena;   /* keeps what the scene keeps */
    struct cor_arena scratch;  /* gone when the map is composed */
    struct cor_pen pen;
    struct cor_type *type;
    struct cor_view view;
    struct cor_projection_choice projection;
    bool is_own_projection; /* named by users, in PROJ's words */
    double scale;           /* of type and lines: 1 on a page 297 mm wide */
    double page_height;     /* mm */
    double strip_mm;        /* of the page, for a legend below the frame */
    struct cor_lines title, subtitle, credit;
    struct cor_font title_font;
    struct cor_grid ink;       /* lines that labels had better not cover */
    struct cor_grid land;      /* 1 where there is land, less in lakes */
    struct cor_grid course;    /* mm of routes: what furniture keeps off */
    struct cor_waters waters;  /* of that land */
    struct cor_arcs arcs;      /* while the base map is drawn */
    struct cor_shape *country; /* [n_country of basemap] what is seen of it */
    uint32_t *owner; /* [n_link] route that draws a link, or COR_NONE */
    bool has_pattern[COR_N_PATTERN]; /* drawn, so that the legend shows it */
    bool has_disputed, has_member;
    bool has_bundle;  /* of more routes than can be told apart */
    uint32_t n_lane;  /* routes side by side on the busiest line, at least 1 */
    uint8_t *ground;  /* [n_link] enum cor_ground */
    uint32_t n_plain; /* of them that are plain */
    bool has_network[COR_N_PATTERN]; /* of links that no route uses */
    bool has_named[COR_N_PATTERN];   /* of those that are to be read */
    struct cor_node *node;           /* [n_node] in the order of weight */
    uint32_t n_node;
    struct cor_fate fate;          /* shared with the inset */
    struct cor_obstacle *obstacle; /* [n_obstacle] */
    size_t n_obstacle, obstacle_capacity;
    struct cor_scene_text *label; /* [n_label] placed, to be written */
    size_t n_label, label_capacity;
    struct cor_signs signs;
    struct cor_disc *disc; /* [n_disc] */
    uint32_t n_disc;
    const uint32_t *place_row, *line_row; /* [places], [links] rows of the base
                                             map's names, or COR_NONE; NULL:
                                             not looked for yet */
    struct cor_legend legend;
    struct cor_scale_bar bar;
    struct cor_inset inset;
    bool has_locator;
    struct cor_rect locator;
    bool is_inset;                     /* this is the larger view */
    bool is_last_panel;                /* which has the scale bar of all */
    bool is_panel;                     /* one of a page, without furniture */
    const struct cor_map_panel *panel; /* [n_panel] of the page; none: a map */
    uint32_t n_panel, n_column;        /* of panels */
    double panel_width, panel_height;  /* mm */
    struct cor_lines panel_line[COR_MOST_PANELS]; /* below their titles */
    uint32_t n_panel_line;                        /* the most of one panel */
    uint32_t least_lane;           /* that lines are to leave room for */
    bool has_symbol[COR_N_SYMBOL]; /* of panels */
    struct cor_scene_text tick[COR_MOST_TICKS]; /* names of the graticule */
    size_t n_tick;
    uint32_t n_shown;
    struct cor_roll loss[COR_N_LOSS];
};

/** Make the grids of a view whose frame is known; false for want of memory. */
bool cor_draft_make_grids(struct cor_draft *draft);

/** A stroke of a width and a colour; width in pt. */
struct cor_paint cor_draft_stroke(const struct cor_draft *draft,
                                  struct cor_colour colour,
                                  double width_pt);

/** A fill without outline. */
struct cor_paint cor_draft_fill(struct cor_colour colour);

/** A measured line of text at the origin, starting there, without halo;
 *  size in pt before scaling. */
struct cor_scene_text cor_draft_text(struct cor_draft *draft,
                                     const char *text,
                                     struct cor_font font,
                                     struct cor_colour colour);

/** Move a text, its box with it. */
void cor_draft_move(struct cor_scene_text *text, double x, double y);

/** A text without control characters; never NULL. */
const char *cor_draft_clean(struct cor_draft *draft, const char *text);

/** Shorten a text with an ellipsis until it is at most `width_mm` wide; the
 *  text itself when it is. */
const char *cor_draft_shorten(struct cor_draft *draft,
                              const char *text,
                              struct cor_font font,
                              double width_mm);

/** Break a text into at most 4 lines of a width; the last of the `most` allowed
 *  is shortened to what fits. NULL: no lines. */
struct cor_lines cor_draft_wrap(struct cor_draft *draft,
                                const char *text,
                                struct cor_font font,
                                double width_mm,
                                uint32_t most);

/** Note for users that something of the map is missing. */
__attribute__((format(printf, 3, 4))) void cor_draft_note(
    struct cor_draft *draft, const char *code, const char *format, ...);

/** Keep the name of what got lost; the name is borrowed. */
void cor_draft_lose(struct cor_draft *draft,
                    enum cor_loss kind,
                    const char *name);

/** Begin to note what a map and its inset show; false for want of memory. */
bool cor_fate_begin(struct cor_draft *draft);

/** Note whether an area got its name: `is_done` if it has it or needs none;
 *  n_item is of the pen before. */
void cor_fate_put_area(struct cor_draft *draft,
                       uint32_t label,
                       bool is_done,
                       size_t n_item);

/** Lose what neither a map nor its inset shows. */
void cor_fate_tell(struct cor_draft *draft);

/** Note for users all that got lost. */
void cor_draft_tell_losses(struct cor_draft *draft);

/** Let labels keep off lines; `weight` is what a mm of them is worth. */
void cor_draft_add_ink(struct cor_draft *draft,
                       struct cor_shape lines,
                       double weight);

/** The same of lines as wide as that: a name that touches their edge covers a
 *  third of them. */
void cor_draft_add_wide_ink(struct cor_draft *draft,
                            struct cor_shape lines,
                            double width_mm,
                            double weight);

/** A phrase in the language of the map. */
const char *cor_draft_say(const struct cor_draft *draft, const char *english);

/** A phrase with its values; see cor_words_fill. Never NULL. */
const char *cor_draft_say_with(struct cor_draft *draft,
                               const char *english,
                               const char *const value[COR_WORDS_VALUES]);

/** How degrees are written: in sentences, and at the frame. */
enum cor_angle {
    COR_ANGLE_LAT,
    COR_ANGLE_LON,
    COR_ANGLE_PARALLEL,
    COR_ANGLE_MERIDIAN
};

/** Degrees in the language of the map, to a tenth; never NULL. */
const char *
cor_draft_angle(struct cor_draft *draft, double degrees, enum cor_angle kind);

/** The size of a number to a tenth; never NULL. */
const char *cor_draft_tenths(struct cor_draft *draft, double value);

/** What the projection is called. */
const char *cor_draft_projection(struct cor_draft *draft);

/** Let furniture keep off a route. */
void cor_draft_add_course(struct cor_draft *draft, struct cor_shape route);

/** A colour between two: `share` of the second. */
struct cor_colour
cor_colour_mix(struct cor_colour a, struct cor_colour b, double share);

/** The colour of a route. */
struct cor_colour cor_draft_hue(const struct cor_draft *draft, uint32_t route);

/** Mark a part of the page as covered. */
void cor_draft_cover(struct cor_draft *draft, struct cor_obstacle obstacle);

/** Whether a box is free of what covers the page; a node's own symbol does not
 *  count. */
bool cor_draft_is_free(const struct cor_draft *draft,
                       struct cor_rect box,
                       uint32_t node);

/** Keep a label to be written later. */
void cor_draft_keep_label(struct cor_draft *draft,
                          const struct cor_scene_text *label);

/** The language that names of the base map are written in, as an index into
 *  its languages. */
uint32_t cor_draft_language(const struct cor_draft *draft);

/** What the symbol of a place covers. */
struct cor_rect cor_node_box(const struct cor_node *node);

/** Show a place and cover the page there. */
void cor_node_show(struct cor_draft *draft, uint32_t index);

/** Hide a place again; what it covered is free. It must have no label. */
void cor_node_hide(struct cor_draft *draft, uint32_t index);

/** The greatest rank of lakes and rivers that the map's scale bears. */
uint8_t cor_base_finest_rank(const struct cor_draft *draft);

/**
 * The corner of the frame where a box of a size covers least; the box is then
 * covered.
 *
 * corner   "NW" and so on, ended by NULL, in order of liking
 * limit    cost that is too much, in mm of line, symbols counting as 40
 * Returns  false if every corner costs too much
 */
bool cor_draft_corner(struct cor_rect *out,
                      struct cor_draft *draft,
                      double width,
                      double height,
                      const char *const *corner,
                      double limit);

/** Draw a panel for furniture. */
void cor_draft_panel(struct cor_draft *draft, struct cor_rect box);

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

/** The year that a member joined in; 0: not known, or none on the map's day. */
int cor_member_year(const struct cor_draft *draft,
                    const struct cor_member *member);

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

/** List the rows of the legend. */
void cor_legend_list(struct cor_draft *draft);

/** Whether the only route's title is the heading of the legend. */
bool cor_legend_is_single(const struct cor_draft *draft);

/** The code of a country is a member's of the group that is filled. */
bool cor_member_is(const struct cor_draft *draft, const char *code);

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
