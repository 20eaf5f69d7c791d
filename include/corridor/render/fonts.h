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

/**
 * Keep this process to the fonts that maps are set in.
 *
 * Fontconfig then reads neither the machine's settings nor the user's, which
 * takes longer than setting all type of a map, and maps are the same whatever
 * these say. Nothing changes where FONTCONFIG_FILE or FONTCONFIG_PATH names
 * other settings, or where the usual folders have none of these fonts. Letters
 * that no such font has are still looked for in all fonts.
 *
 * It is for programs that draw nothing but maps, and for their beginning: it
 * replaces fontconfig's settings, of which a process has one.
 *
 * Cost    2 ms
 */
void cor_fonts_confine(void);

/** Fonts that are loaded, of no thread yet. */
struct cor_fonts;

/**
 * Load the fonts of plain, bold and slanted Latin, which a program may do in a
 * thread of its own: maps need not wait for them then.
 *
 * Returns  to be given to cor_fonts_use; NULL where there are none, which a map
 *          tells
 * Cost     some 5 ms
 */
struct cor_fonts *cor_fonts_load(void);

/** Let this thread set its maps in fonts, which are given up; NULL: in those
 *  that it finds itself. */
void cor_fonts_use(struct cor_fonts *fonts);

#endif
