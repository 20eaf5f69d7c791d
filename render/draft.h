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
    COR_LEGEND_MEMBER,  /* `index` is a class of members */
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
    bool is_own; /* a heading that says more than what its group is */
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
    bool is_along_parallel; /* else in the middle of the map only */
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
    COR_LOSS_NUMBER,    /* of links, without room beside their lines */
    COR_LOSS_LINK,      /* links to be marked that are not on the map */
    COR_LOSS_ROUTE,     /* routes that do not cross the map */
    COR_LOSS_PLACE,     /* places without room for their symbols */
    COR_LOSS_SHORTENED, /* texts cut to the room they have */
    COR_LOSS_LANGUAGE,  /* names that fell back to another language */
    COR_LOSS_GLYPHS,    /* texts with letters that no font has */
    COR_N_LOSS
};

/** How many names a note lists; the others are counted. */
enum { COR_ROLL_NAMES = 60 };

/** Countries that a map tells apart: of a group, or of those years of it. */
struct cor_fill {
    uint32_t group;  /* of those that are filled */
    int first, last; /* years of joining; 0: all */
    bool is_drawn;
};

/** Names of what got lost. */
struct cor_roll {
    uint32_t n;
    const char *name[COR_ROLL_NAMES]; /* the first of them */
};

/** What became of what was to be shown: what the map lacks its inset may have.
 */
struct cor_fate {
    bool *is_hidden; /* [n_place] shown on neither */
    bool *is_drawn;  /* [n_route] some of its own line is */
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
    bool has_disputed;
    bool has_bundle; /* of more routes than can be told apart */
    struct cor_fill fill[COR_MOST_FILLS]; /* [n_fill] classes of members */
    uint32_t n_fill;
    double flow_most; /* the greatest number, once flows are drawn; 0 before */
    bool *is_stub;    /* [n_link] flows stretched to be seen; NULL: none is */
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

/** Whether a route crosses the map or its inset. */
bool cor_fate_has_route(const struct cor_draft *draft, uint32_t route);

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

#endif
