/* corridor/base/symbols.h -- libraries that are loaded when they are used.
 *
 * What a program links is loaded before it begins, with all that it links in
 * turn, whether or not it comes to be used. See docs/decisions/0008.
 */
#ifndef COR_BASE_SYMBOLS_H
#define COR_BASE_SYMBOLS_H

#include <corridor/base/error.h>

#include <stddef.h>

/**
 * Load a shared library, unless it is loaded, and look names up in it. It stays
 * loaded until the process ends. Threads may do this at the same time.
 *
 * out     [n] addresses in the order of the names, as a struct of pointers to
 *         functions has them; untouched on failure
 * what    it is, for messages: "PROJ, of the package so and so"
 * file    a path, or a name without a slash, which is looked for where linked
 *         libraries are
 * name    [n]
 * Errors  COR_UNSUPPORTED, in the words of the loader: no such library, one
 *         that it needs is missing, or a name is not in it
 * Cost    that of loading it the first time, then a microsecond a name
 */
COR_CHECKED enum cor_status cor_symbols_load(void *out,
                                             const char *what,
                                             const char *file,
                                             const char *const *name,
                                             size_t n,
                                             struct cor_error *err);

#endif
