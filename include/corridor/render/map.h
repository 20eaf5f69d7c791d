/* corridor/render/map.h -- a map of routes through a scenario's network. */
#ifndef COR_RENDER_MAP_H
#define COR_RENDER_MAP_H

#include <corridor/base/report.h>
#include <corridor/model/scenario.h>
#include <corridor/render/scene.h>

struct cor_basemap;

/** What is done with a route. */
enum cor_map_role {
    COR_ROLE_LINE,  /* drawn, beside others that share its links */
    COR_ROLE_BAND,  /* a wide band below the lines */
    COR_ROLE_UNSEEN /* not drawn: only its places and countries are shown */
};

/** What a colour says where it does not tell routes apart. Tones differ in
 *  lightness too. */
enum cor_map_tone {
    COR_TONE_OWN, /* the hue of the route's number */
    COR_TONE_GRAVE,
    COR_TONE_MIDDLE,
    COR_TONE_SLIGHT,
    COR_TONE_MORE,
    COR_TONE_LESS,
    COR_TONE_OTHER,
    COR_N_TONE
};

/** A route to draw, or links that are alike. Where routes share a link it is
 *  drawn in the colour of the first of them. */
struct cor_map_route {
    const char *title;  /* for the legend */
    const char *remark; /* a line below the title; NULL: none */
    uint32_t n_link;
    const uint32_t *link; /* [n_link] in order of travel */
    bool is_alternative;  /* drawn narrower, below the others */
    bool is_set;          /* links in any order, which begin and end nowhere */
    bool is_faded;        /* pale and thin: what was, or matters less */
    enum cor_map_role role;
    enum cor_map_tone tone;
    uint32_t hue;    /* 1 + the number whose hue it has; 0: its own number */
    double width_pt; /* of its line; 0: as many routes allow */
};

/** Something told of a link: a numbered disc on it, and a row of the legend
 *  that has the number, the ends of the link and the remark. */
struct cor_map_mark {
    uint32_t link;
    enum cor_map_tone tone; /* of the disc; not COR_TONE_OWN */
    const char *remark;     /* NULL: the ends say all */
};

/** The most lines below the widths in a legend. */
enum { COR_FLOW_REMARKS = 3 };

/** Numbers of links, told by the widths of their lines, and written beside
 *  them where there is room. */
struct cor_map_flow {
    const char *title;   /* of the legend, with the unit: "Capacity, Mt/y" */
    const double *value; /* [n_link] 0 or more; NAN: not known, drawn thin */
    const double *along, *against; /* [n_link] of links whose value is NAN, by
                                      direction: drawn side by side, each on
                                      the right of its way; NULL: none */
    double most; /* number of the widest line; 0: the greatest there is */
    const char *remark[COR_FLOW_REMARKS]; /* below the widths; NULL: none */
};

/** Whom numbers of a map are from. */
struct cor_map_credit {
    const char *what; /* "Link lengths", in the language of the map */
    uint32_t n;
    const char *const *source; /* [n] in short form, the weightiest first; those
                                  without room are counted */
    const char *tail;          /* of what has no source; NULL: nothing */
};

/** Which boundaries of countries a map draws; never those of claimants. */
enum cor_map_borders {
    COR_BORDERS_DEFACTO, /* where control changes; contested ones dashed */
    COR_BORDERS_NONE     /* coasts only */
};

/** How many groups of countries, or years of joining, a map tells apart. */
enum { COR_MOST_FILLS = 4 };

/** What a map looks like; begin with cor_map_options_init. */
struct cor_map_options {
    double width_mm;      /* of the page, in [80, 2000] */
    double height_mm;     /* of the page; 0: as the network's shape asks */
    const char *theme;    /* one of cor_map_themes */
    const char *title;    /* NULL: none */
    const char *subtitle; /* NULL: none; the projection is named after it */
    const char *credit;   /* NULL: none. Those of numbers, that of the base
                               map and the note on boundaries follow it */
    uint32_t n_source;    /* credits of numbers */
    const struct cor_map_credit *source; /* [n_source] */
    const char *projection; /* PROJ string; NULL or "auto": fitted to what is
                               drawn */
    enum cor_map_borders borders;
    bool has_extent; /* degrees; east may be below west, across 180 */
    double west, south, east, north;
    uint32_t n_focus; /* countries in a lighter colour; 0: those passed */
    const uint32_t *focus;
    uint32_t n_language; /* of names, by preference; 0: "en". "local" after
                            another adds the local name to it, and another
                            right after "local" its own. The first that
                            cor_words_known knows is that of the legend */
    const char *const *language;
    enum cor_map_labels labels;   /* all: names of places even where they cover
                                   lines; none: no names on the map at all */
    struct cor_map_ground ground; /* the links that no route uses */
    const char *key; /* heading of the legend's routes; NULL: "Routes" */
    bool has_ends;   /* that heading names these places instead: */
    uint32_t from, to;
    uint32_t n_remark;               /* lines of the legend below the routes */
    const char *const *remark;       /* [n_remark] */
    uint32_t n_mark;                 /* numbered in this order */
    const struct cor_map_mark *mark; /* [n_mark] */
    const char *mark_remark; /* a line of the legend below them; NULL: none */
    const struct cor_map_flow *flow;     /* NULL: none */
    uint32_t n_fill;                     /* at most COR_MOST_FILLS */
    const struct cor_group *const *fill; /* [n_fill] their members at the
                                        scenario's date are filled and hatched,
                                        those of one by when they joined */
    uint32_t n_reach; /* what the map must show, instead of its routes */
    const struct cor_point *reach;
    const struct cor_basemap *world; /* of the whole earth, for a globe that
                                        shows where the map lies; NULL: none */
};

/** Names of themes, by preference; ends with NULL. */
extern const char *const cor_map_themes[];

/** The default look, with what the scenario's map section wishes; borrows
 *  from the scenario. */
void cor_map_options_init(struct cor_map_options *out,
                          const struct cor_scenario *scenario);

/**
 * Choose the languages of a map; its title and subtitle become those that the
 * scenario has for them.
 *
 * language  [n] by preference, borrowed; see cor_map_options
 */
void cor_map_options_speak(struct cor_map_options *how,
                           const struct cor_scenario *scenario,
                           const char *const *language,
                           uint32_t n);

/**
 * Compose a map.
 *
 * out       untouched on failure; owned by `arena`, borrows texts of the
 *           scenario
 * scenario  borrowed for as long as the scene lives, as are routes' titles
 * basemap   NULL: coasts and borders are not drawn, and the map says so
 * route     [n_route] may be empty: then the whole network is drawn as one
 * report    gets a note for each label that found no room and for each name
 *           with letters no font has; may be NULL
 * Errors    COR_BAD_INPUT: an option outside its domain, no place to draw;
 *           COR_UNKNOWN_NAME: theme; COR_UNSUPPORTED: no fonts, PROJ refuses
 *           the projection; COR_NO_MEMORY
 * Cost      O(points of base map and network + labels^2)
 */
COR_CHECKED enum cor_status cor_map_compose(const struct cor_scene **out,
                                            const struct cor_scenario *scenario,
                                            const struct cor_basemap *basemap,
                                            const struct cor_map_route *route,
                                            uint32_t n_route,
                                            const struct cor_map_options *how,
                                            struct cor_report *report,
                                            struct cor_arena *arena,
                                            struct cor_error *err);

#endif
