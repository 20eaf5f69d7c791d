#include "render/format_list.h"
#include "render/output.h"
#include "render/paint.h"

#include <cairo-pdf.h>

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int n)
{
    struct cor_output *out = closure;
    cor_output_bytes(out, bytes, n);
    return out->status == COR_OK ? CAIRO_STATUS_SUCCESS
                                 : CAIRO_STATUS_NO_MEMORY;
}

/* Left alone, cairo writes the time of day, and no two runs agree. */
static void set_metadata(cairo_surface_t *surface,
                         const struct cor_scene *scene)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   "2000-01-01T00:00:00Z");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                   scene->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                   scene->description);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   "corridor");
}

static enum cor_status paint_page(cairo_surface_t *surface,
                                  const struct cor_scene *scene,
                                  struct cor_error *err)
{
    cairo_t *canvas = cairo_create(surface);
    cairo_scale(canvas, 1 / COR_MM_PER_PT, 1 / COR_MM_PER_PT);
    const enum cor_status status = cor_paint_scene(canvas, scene, 0, err);
    cairo_destroy(canvas);
    cairo_surface_finish(surface);
    return status;
}

static enum cor_status write_pdf(const void **bytes,
                                 size_t *n,
                                 const struct cor_scene *scene,
                                 double dpi,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    (void)dpi;
    struct cor_output out;
    cor_output_init(&out, arena);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        append, &out, scene->width_mm / COR_MM_PER_PT,
        scene->height_mm / COR_MM_PER_PT);
    set_metadata(surface, scene);
    enum cor_status status = paint_page(surface, scene, err);
    if (status == COR_OK)
        status = cor_paint_status(cairo_surface_status(surface), err);
    cairo_surface_destroy(surface);
    return status == COR_OK ? cor_output_finish(bytes, n, &out, err) : status;
}

const struct cor_scene_format cor_scene_format_pdf = {
    .name = "pdf",
    .extension = ".pdf",
    .summary = "A page to print, its text selectable",
    .write = write_pdf,
};
