/* cli/folder.h -- the files of a format, written where --output says. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include <cli/command.h>

#include <corridor/exchange/format.h>

/** Whether a folder can take tables: it is none yet, or one without tables that
 *  would be read with those to be written; complains. */
enum cli_exit cli_folder_judge(struct cli *cli,
                               const char *folder,
                               const struct cor_files *files);

/**
 * Write files into a folder. One that is not there appears whole or not at all;
 * in one that is, each file does, and those of the same names are replaced.
 *
 * Returns  CLI_ANSWERED or CLI_FILE; complains
 */
enum cli_exit cli_folder_write(struct cli *cli,
                               const char *folder,
                               const struct cor_files *files);

#endif
