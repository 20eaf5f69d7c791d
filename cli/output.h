/* cli/output.h -- the answer to stdout or a file, messages to stderr. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <cli/command.h>

/** Begin a run: the three standard files are open, signals are set, the answer
 *  is empty. */
enum cli_exit cli_begin(struct cli *cli);

/** Write the answer where --output says, and end the run; gives `status`, or
 *  CLI_FILE when it could not be written. */
enum cli_exit cli_end(struct cli *cli, enum cli_exit status);

/** Write a line to stderr, "corridor: " before it. Texts of users must have
 *  been escaped. */
__attribute__((format(printf, 1, 2))) void cli_complain(const char *format,
                                                        ...);

/** A note on stderr, unless --quiet. */
__attribute__((format(printf, 2, 3))) void
cli_note(const struct cli *cli, const char *format, ...);

/** Complain of a failure of the library; gives the exit status it means. */
enum cli_exit cli_fail(struct cli *cli, const struct cor_error *err);

/** What users wrote, safe to show; never NULL. Owned by the run. */
const char *cli_shown(struct cli *cli, const char *text);

/** Whether what goes to this standard file may carry colours. */
bool cli_has_color(const struct cli *cli, int file);

/**
 * Write a file whole or not at all, safe against interrupts; complains.
 *
 * Returns  CLI_ANSWERED or CLI_FILE
 */
enum cli_exit
cli_write_file(struct cli *cli, const char *path, const void *bytes, size_t n);

/** Whether two paths name the same existing file. */
bool cli_same_file(const char *a, const char *b);

#endif
