/* cli/map_widths.h -- numbers of links that maps tell by width. */
#ifndef CLI_MAP_WIDTHS_H
#define CLI_MAP_WIDTHS_H

#include <cli/map_show.h>

#include <corridor/base/units.h>

/** How many units numbers are told in when nobody asks for another. */
enum { CLI_N_SCALE = 5 };

/** Of what the numbers are. */
enum cli_measure { CLI_CAPACITY, CLI_FLOW };

/** A unit to tell numbers in, and how many links state any in it. */
struct cli_scale {
    enum cor_dimension dimension;
    const char *unit;
    double factor;        /* one of it, in the unit of the dimension */
    const char *title[2]; /* by measure; NULL: none but the unit's name */
};
extern const struct cli_scale cli_scales[CLI_N_SCALE];

/**
 * Choose the unit of a map: what --unit asks for, else that of the panel
 * before, else that which most links state.
 *
 * n        [CLI_N_SCALE] links by dimension of cli_scales; not all 0
 * Returns  CLI_USAGE after a complaint that names the units there are
 */
enum cli_exit cli_scale_choose(struct cli *cli,
                               struct cli_scale *out,
                               struct cli_map *map,
                               const uint32_t n[CLI_N_SCALE],
                               enum cli_measure measure);

/** The heading of the legend. */
const char *cli_scale_title(struct cli *cli,
                            const struct cli_map *map,
                            const struct cli_scale *scale,
                            enum cli_measure measure);

/** The links that state none, and how many do in other units. */
const char *cli_scale_coverage(struct cli *cli,
                               const struct cli_map *map,
                               uint32_t n_stated,
                               uint32_t n_told);

/** A number for each link, NAN to begin with; NULL for want of memory. */
double *cli_widths_make(struct cli *cli, const struct cor_scenario *scenario);

/** Frame the map by the corridors that are asked for, if any are. */
enum cli_exit cli_widths_frame(struct cli *cli, struct cli_map *map);

#endif
