/* cli/names.h -- names on the command line, and what they mean in a scenario.
 */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include <cli/command.h>

#include <corridor/model/scenario.h>

/** What people read for a place: its name. */
const char *cli_place_name(const struct cor_scenario *scenario, uint32_t place);

/** What scripts read for a place, link, mode, country or source; NULL for
 *  COR_NONE. */
const char *cli_place_id(const struct cor_scenario *scenario, uint32_t place);
const char *cli_link_id(const struct cor_scenario *scenario, uint32_t link);
const char *cli_mode_name(const struct cor_scenario *scenario, uint32_t mode);
const char *cli_country_code(const struct cor_scenario *scenario,
                             uint32_t country);
const char *cli_source_id(const struct cor_scenario *scenario, uint32_t source);

/** The place of that id, or of that name when just one has it; COR_NONE. */
uint32_t cli_place_number(const struct cor_scenario *scenario,
                          const char *name);

/**
 * Find a place by its id, or by its name when just one has it.
 *
 * Returns  CLI_ANSWERED, or CLI_USAGE after offering the nearest
 */
enum cli_exit cli_place_find(struct cli *cli,
                             uint32_t *out,
                             const struct cor_scenario *scenario,
                             const char *name);

/** Find places, modes or corridors; see cli_place_find. `out` is owned by the
 *  run, [list.n]. */
enum cli_exit cli_places_find(struct cli *cli,
                              const uint32_t **out,
                              const struct cor_scenario *scenario,
                              struct cli_list list);
enum cli_exit cli_modes_find(struct cli *cli,
                             const uint32_t **out,
                             const struct cor_scenario *scenario,
                             struct cli_list list);
enum cli_exit cli_corridors_find(struct cli *cli,
                                 const uint32_t **out,
                                 const struct cor_scenario *scenario,
                                 struct cli_list list);

/** Add what is to be avoided to a query: a place, else a country, else a mode
 *  of that name; says so when a name could mean two of them. */
enum cli_exit cli_avoid_find(struct cli *cli,
                             struct cor_query *query,
                             const struct cor_scenario *scenario,
                             struct cli_list list);

#endif
