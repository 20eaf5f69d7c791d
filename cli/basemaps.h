/* cli/basemaps.h -- base maps, read while other work is done. */
#ifndef CLI_BASEMAPS_H
#define CLI_BASEMAPS_H

#include <cli/command.h>

#include <corridor/geo/basemap.h>

/** A base map that is read in a thread of its own. */
struct cli_basemap;

/**
 * Begin to read a base map with the names of the program's data; one that was
 * begun before in this run is not read again.
 *
 * Returns  owned by the run; NULL for want of memory
 */
struct cli_basemap *cli_basemap_begin(struct cli *cli, const char *path);

/** Wait until a base map is read. Says what is wrong with it. */
enum cli_exit cli_basemap_end(struct cli *cli,
                              const struct cor_basemap **out,
                              struct cli_basemap *basemap);

/** Give back what was read, or wait for it first. */
void cli_basemaps_finish(struct cli *cli);

#endif
