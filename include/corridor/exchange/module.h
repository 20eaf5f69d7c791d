/* corridor/exchange/module.h -- formats that are loaded when they are used.
 *
 * What reads GeoPackage, Shapefile and OpenStreetMap takes a hundred other
 * libraries with it. So it stands in a module, a shared library that this one
 * looks for in the folder "corridor" beside itself.
 */
#ifndef COR_EXCHANGE_MODULE_H
#define COR_EXCHANGE_MODULE_H

#include <corridor/exchange/format.h>

/** What a module shows, under the name `cor_module`. */
struct cor_module {
    const char *version; /* of corridor; a module of another is not taken */
    const char *(*library_version)(void);   /* of GDAL: "3.6.2" */
    const struct cor_format *const *format; /* the last is NULL */
};

/**
 * Load the module of GDAL; it stays loaded until the process ends.
 *
 * Errors  COR_UNSUPPORTED: it is not installed, or of another version, or a
 *         library that it needs is missing; COR_NO_MEMORY
 * Cost    some 50 ms the first time
 */
COR_CHECKED enum cor_status cor_module_load(const struct cor_module **out,
                                            struct cor_arena *arena,
                                            struct cor_error *err);

#endif
