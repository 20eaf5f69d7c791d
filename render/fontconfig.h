/* render/fontconfig.h -- which of the machine's fonts Pango gets to see. */
#ifndef COR_RENDER_FONTCONFIG_H
#define COR_RENDER_FONTCONFIG_H

#include <pango/pangocairo.h>

/**
 * All fonts of the machine, where this process was kept to the families of
 * maps (cor_fonts_confine): for letters that none of these has.
 *
 * Returns a font map owned by the caller; NULL when Pango's own already has all
 *         fonts, or for want of memory
 * Cost    10 ms, as fontconfig reads its files
 */
PangoFontMap *cor_fontconfig_all(void);

#endif
