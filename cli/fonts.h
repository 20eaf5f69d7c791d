/* cli/fonts.h -- the fonts of maps, loaded while other work is done. */
#ifndef CLI_FONTS_H
#define CLI_FONTS_H

#include <corridor/render/fonts.h>

#include <pthread.h>
#include <stdbool.h>

/** Fonts that a thread of their own loads, once a run. */
struct cli_fonts {
    bool is_begun, has_thread;
    pthread_t thread;
};

/** Keep the program to the fonts of maps, and begin to load them. */
void cli_fonts_begin(struct cli_fonts *fonts);

/** Set maps in what was loaded; no more when that was done before. */
void cli_fonts_end(struct cli_fonts *fonts);

#endif
