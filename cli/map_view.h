/* cli/map_view.h -- maps for commands. */
#ifndef CLI_MAP_VIEW_H
#define CLI_MAP_VIEW_H

#include <cli/command.h>
#include <cli/evaluate.h>
#include <cli/map_show.h>

#include <corridor/render/map.h>

/** Pixels an inch where nobody asks: sharp on a page, small enough to send. */
enum { CLI_MAP_DPI = 200 };

/** The language that a map speaks around its names. */
const char *cli_map_tongue(const struct cor_map_options *how);

/**
 * Draw a map, or several as panels of one page, on the base map that suits the
 * network.
 *
 * map     [n] the first says how the page looks. A credit that was not begun is
 *         that of cli_credit_journeys; its subtitle NULL: the date of the
 *         network
 * out     owned by the run
 * report  gets what the map could not show; NULL: users are told in short
 */
enum cli_exit cli_map_draw(struct cli *cli,
                           const struct cor_scene **out,
                           struct cli_map *map,
                           uint32_t n,
                           struct cor_report *report);

/** Compose a map of journeys; those without a route are left out, and a note
 *  says so. See cli_map_draw. */
enum cli_exit cli_map_compose(struct cli *cli,
                              const struct cor_scene **out,
                              const struct cor_scenario *scenario,
                              struct cli_journey *journey,
                              uint32_t n,
                              const struct cor_map_options *wanted);

#endif
