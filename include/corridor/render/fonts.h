/* corridor/render/fonts.h -- whether letters can be drawn on this machine. */
#ifndef COR_RENDER_FONTS_H
#define COR_RENDER_FONTS_H

#include <corridor/base/error.h>

#include <stdbool.h>

/** A script that names on maps are written in. */
struct cor_script {
    const char *name;   /* "Cyrillic" */
    const char *sample; /* some of its letters */
};

/** The scripts of the languages along the corridors that ship; the last has
 *  the name NULL. */
extern const struct cor_script cor_scripts[];

/**
 * Find out whether fonts have all letters of a text.
 *
 * out     untouched on failure
 * text    valid UTF-8
 * Errors  COR_UNSUPPORTED: no fonts at all; COR_NO_MEMORY
 */
COR_CHECKED enum cor_status
cor_fonts_cover(bool *out, const char *text, struct cor_error *err);

#endif
