/* cli/map_options.h -- what a map shall look like, as users say it. */
#ifndef CLI_MAP_OPTIONS_H
#define CLI_MAP_OPTIONS_H

#include <cli/command.h>

#include <corridor/render/map.h>

/** What the options of a map fill. */
struct cli_map_options {
    const char *theme, *proj, *title, *subtitle, *borders, *svg_text, *labels;
    const char *width, *height, *aspect; /* with units */
    double dpi;
    const char *show, *from, *to; /* the kind of map, and of which pair */
    uint64_t k;                   /* 0: as many as the kind likes */
    double distinct;              /* share of length; NAN: as the kind likes */
    const char *unit, *flows;     /* of numbers told by width; their table */
    struct cli_list bbox, corridors, languages, dates;
    bool network; /* all of it */
    struct cli_list background;
};

/** A row of a table of options for each of them. */
#define CLI_MAP_AT(member) offsetof(struct cli_map_options, member)
extern const char *const cli_map_borders[];
extern const char *const cli_map_svg_texts[];
extern const char *const cli_map_labels[];

/**
 * The look that options and the scenario's map section ask for.
 *
 * Returns  CLI_USAGE after a complaint that says what is wrong and how it is
 *          written
 */
enum cli_exit cli_map_look(struct cli *cli,
                           struct cor_map_options *out,
                           const struct cor_scenario *scenario,
                           const struct cli_map_options *options);

/** Whether the resolution is one that images can have; complains if not. */
enum cli_exit cli_map_check_dpi(const struct cli_map_options *options);

#endif
