/* corridor/render/version.h -- the libraries that this layer stands on. */
#ifndef COR_RENDER_VERSION_H
#define COR_RENDER_VERSION_H

#include <corridor/base/version.h>

enum { COR_RENDER_N_LIBRARY = 2 };

/** cairo and Pango, as they are linked now. */
void cor_render_libraries(struct cor_library out[COR_RENDER_N_LIBRARY]);

#endif
