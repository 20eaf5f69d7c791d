/* cli/basemaps.h -- base maps, each read once a run. */
#ifndef CLI_BASEMAPS_H
#define CLI_BASEMAPS_H

#include <cli/command.h>

#include <corridor/geo/basemap.h>

/** Begin to read a base map, with the names of the program's data, in a thread
 *  of its own; false for want of memory. The path is borrowed for the run. */
bool cli_basemap_begin(struct cli *cli, const char *path);

/** Read a base map, or wait for it if its reading was begun. Says what is wrong
 *  with it. What is read is owned by the run. */
enum cli_exit cli_basemap_read(struct cli *cli,
                               const struct cor_basemap **out,
                               const char *path);

/** Give back what was read, or wait for it first. */
void cli_basemaps_finish(struct cli *cli);

#endif
