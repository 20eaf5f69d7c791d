#include <corridor/render/version.h>

#include <cairo.h>
#include <pango/pango.h>

void cor_render_libraries(struct cor_library out[COR_RENDER_N_LIBRARY])
{
    out[0] =
        (struct cor_library){"cairo", cairo_version_string(), "libcairo2-dev"};
    out[1] = (struct cor_library){"Pango", pango_version_string(),
                                  "libpango1.0-dev"};
}
