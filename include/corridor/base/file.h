/* corridor/base/file.h -- whole files, in and out. */
#ifndef COR_BASE_FILE_H
#define COR_BASE_FILE_H

#include <corridor/base/report.h>

/**
 * Read a regular file, or the standard input for the path "-".
 *
 * out      owned by the arena, its name a copy of `shown`; a zero byte follows
 *          the last byte
 * shown    what messages call the file; NULL: `path`, or "<stdin>" for "-"
 * limit    bytes; a larger file is refused
 * Errors   COR_CANNOT_READ: missing, unreadable, a folder, a device, a pipe
 *          with a name; COR_BAD_INPUT: above `limit`; COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_file_read(struct cor_source *out,
                                          const char *path,
                                          const char *shown,
                                          size_t limit,
                                          struct cor_arena *arena,
                                          struct cor_error *err);

/**
 * Write a file that appears whole or not at all: a temporary file beside it,
 * fsync, rename. A device, a pipe or "-" (the standard output) is written
 * directly.
 *
 * Errors   COR_CANNOT_WRITE, the old file then untouched
 */
COR_CHECKED enum cor_status cor_file_write(const char *path,
                                           const void *bytes,
                                           size_t n,
                                           struct cor_error *err);

#endif
