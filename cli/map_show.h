/* cli/map_show.h -- kinds of map: one row of a table and one file a kind.
 *
 * A kind finds out what is to be drawn and says it in the words of
 * corridor/render/map.h; how it is drawn is render's. To add one, write
 * map_show_<name>.c beside this file, and its name in cli/meson.build.
 */
#ifndef CLI_MAP_SHOW_H
#define CLI_MAP_SHOW_H

#include <cli/evaluate.h>
#include <cli/json.h>
#include <cli/map_credit.h>
#include <cli/map_options.h>

/** What the panels of a page have in common. */
struct cli_share {
    uint32_t n_panel;
    double limit, limit_of; /* of classes, as the first panel that has some
                               chose it; NAN: none has */
};

/** A map while it is made ready; all of it is owned by the run. */
struct cli_map {
    struct cli_share *share; /* NULL: it stands alone */
    const char *title;       /* of a panel */
    const char *headline; /* what the kind of map says of itself; NULL: none */
    const char *const *missing; /* [n_missing] corridors without a route */
    uint32_t n_missing;
    const struct cor_scenario *scenario; /* that is drawn */
    const struct cor_scenario *before;   /* to hold it against, or NULL */
    const struct cli_map_options *asked;
    struct cor_map_options how;
    struct cli_credit credit; /* of its numbers; not begun: of journeys */
    const char *unit;         /* of the panel before, then of this; NULL: any */
    struct cli_journey *journey; /* [n_journey] */
    uint32_t n_journey;
    const struct cor_map_route *route; /* [n_route] */
    uint32_t n_route;
    json_t *detail; /* members for the JSON answer; NULL: none */
};

/** What a kind of map takes, as bits. */
enum cli_show_takes {
    CLI_SHOW_PAIR = 1,      /* --from, --to and -k */
    CLI_SHOW_CORRIDORS = 2, /* --corridors */
    CLI_SHOW_TWO = 4,       /* two scenarios, drawn as one map */
    CLI_SHOW_UNIT = 8,      /* --unit */
    CLI_SHOW_FLOWS = 16,    /* --flows */
};

struct cli_show {
    const char *name;    /* as --show and the scenario's map section say it */
    const char *summary; /* for the help, without a final dot */
    unsigned takes;      /* enum cli_show_takes */

    /** Find out what is drawn: fills all that is left of `map`. */
    enum cli_exit (*prepare)(struct cli *cli, struct cli_map *map);
};

/** Every kind, the default first; ends with NULL. Then their names. */
extern const struct cli_show *const cli_shows[];
extern const char *const cli_show_names[];

/** The kind that options, else the scenario ask for; complains of options that
 *  do not go with it. */
enum cli_exit cli_show_find(struct cli *cli,
                            const struct cli_show **out,
                            const struct cli_map_options *options,
                            const struct cor_scenario *scenario);

/** Where nobody asked for a title the map says what kind it is, and its
 *  subtitle what it is of. `is_alone`: not one of several panels. */
void cli_show_head(struct cli *cli, struct cli_map *map, bool is_alone);

/** Evaluate the corridors asked for, else those that the scenario wants drawn,
 *  else all; those that `map` has already stay. */
enum cli_exit cli_show_journeys(struct cli *cli, struct cli_map *map);

/** The title of a journey in the languages of the map. */
const char *cli_show_title(struct cli *cli,
                           const struct cli_map *map,
                           const struct cli_journey *journey);

/** Say that a title which is given by language has none in that of the map. */
void cli_show_judge_title(struct cli *cli,
                          const struct cor_map_options *how,
                          const char *title,
                          const struct cor_titles *titles);

/** The best routes of journeys as routes to draw; one without is left out, and
 *  a note and the map say so. `role` is that of all. */
enum cli_exit cli_show_routes(struct cli *cli,
                              struct cli_map *map,
                              const struct cli_journey *journey,
                              uint32_t n,
                              enum cor_map_role role);

/** Note, for users and on the map, a corridor that has no route; false for want
 *  of memory. */
bool cli_show_miss(struct cli *cli,
                   struct cli_map *map,
                   const struct cli_journey *journey);

/** "1 234 km, 56 h" in the language of the map, without what is not known; of
 *  differences with their signs, without what is 0. */
const char *cli_show_amounts(struct cli *cli,
                             const struct cli_map *map,
                             double km,
                             double h,
                             bool is_signed);

/** Add a line below the legend's routes; false for want of memory. */
bool cli_show_remark(struct cli *cli, struct cli_map *map, const char *remark);

/** Add a route after the others; false for want of memory. */
bool cli_show_add(struct cli *cli,
                  struct cli_map *map,
                  struct cor_map_route route);

/** The links of a route in order of travel; NULL for want of memory. */
const uint32_t *
cli_show_links(struct cli *cli, const struct cor_route *route, uint32_t *n);

/** A day in the language of the map. */
const char *
cli_show_day(struct cli *cli, const struct cli_map *map, cor_date day);

/** A phrase with its values in the language of the map. */
const char *cli_show_say(struct cli *cli,
                         const struct cli_map *map,
                         const char *english,
                         const char *a,
                         const char *b);

#endif
