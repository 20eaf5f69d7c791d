#include "render/format_list.h"
#include "render/output.h"
#include "render/paint.h"

#include <math.h>
#include <png.h>
#include <zlib.h>

/* What cairo's images hold at most on a side. */
enum { MAX_SIDE = 32767 };

static int pixels(double mm, double dpi)
{
    return (int)fmin(ceil(mm / 25.4 * dpi), MAX_SIDE + 1);
}

static cairo_surface_t *paint_image(const struct cor_scene *scene,
                                    double dpi,
                                    enum cor_status *status,
                                    struct cor_error *err)
{
    cairo_surface_t *image = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, pixels(scene->width_mm, dpi),
        pixels(scene->height_mm, dpi));
    cairo_t *canvas = cairo_create(image);
    cairo_scale(canvas, dpi / 25.4, dpi / 25.4);
    *status = cor_paint_status(cairo_surface_status(image), err);
    if (*status == COR_OK)
        *status = cor_paint_scene(canvas, scene, 25.4 / dpi, err);
    cairo_destroy(canvas);
    cairo_surface_flush(image);
    return image;
}

/* Cairo's pixels are words 0x00rrggbb; PNG's are bytes r, g, b. They shrink in
   place. */
static unsigned char *pack(cairo_surface_t *image)
{
    const int width = cairo_image_surface_get_width(image);
    const int height = cairo_image_surface_get_height(image);
    const int stride = cairo_image_surface_get_stride(image) / 4;
    const uint32_t *word = (const void *)cairo_image_surface_get_data(image);
    unsigned char *byte = cairo_image_surface_get_data(image);
    unsigned char *first = byte;
    for (int y = 0; y < height; y++, word += stride)
        for (int x = 0; x < width; x++) {
            const uint32_t pixel = word[x];
            *byte++ = (unsigned char)(pixel >> 16);
            *byte++ = (unsigned char)(pixel >> 8);
            *byte++ = (unsigned char)pixel;
        }
    return first;
}

static void put_word(unsigned char *at, uint32_t word)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(word >> (24 - 8 * i));
}

/* The resolution, so that the image prints at its size: chunk pHYs, PNG
   specification 11.3.4.3, in pixels a metre. */
static void put_resolution(unsigned char chunk[21], double dpi)
{
    const uint32_t density = (uint32_t)lround(dpi / 0.0254);
    put_word(chunk, 9);
    put_word(chunk + 4, 0x70485973);
    put_word(chunk + 8, density);
    put_word(chunk + 12, density);
    chunk[16] = 1;
    put_word(chunk + 17, (uint32_t)crc32(crc32(0, NULL, 0), chunk + 4, 13));
}

/* The signature and the header that the resolution follows. */
enum { HEADER_SIZE = 8 + 25 };

static enum cor_status encode(struct cor_output *out,
                              cairo_surface_t *image,
                              double dpi,
                              struct cor_error *err)
{
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (uint32_t)cairo_image_surface_get_width(image),
                     .height = (uint32_t)cairo_image_surface_get_height(image),
                     .format = PNG_FORMAT_RGB,
                     .flags = PNG_IMAGE_FLAG_FAST};
    const unsigned char *pixel = pack(image);
    size_t n = PNG_IMAGE_PNG_SIZE_MAX(png);
    unsigned char *bytes = cor_arena_array(out->arena, unsigned char, n);
    if (bytes == NULL)
        return COR_FAIL_MEMORY(err);
    if (!png_image_write_to_memory(&png, bytes, &n, 0, pixel, 0, NULL))
        return COR_FAIL(err, COR_INTERNAL, "libpng: %s", png.message);
    unsigned char resolution[21];
    put_resolution(resolution, dpi);
    cor_output_bytes(out, bytes, HEADER_SIZE);
    cor_output_bytes(out, resolution, sizeof resolution);
    cor_output_bytes(out, bytes + HEADER_SIZE, n - HEADER_SIZE);
    return COR_OK;
}

static enum cor_status write_png(const void **bytes,
                                 size_t *n,
                                 const struct cor_scene *scene,
                                 double dpi,
                                 struct cor_arena *arena,
                                 struct cor_error *err)
{
    if (pixels(fmax(scene->width_mm, scene->height_mm), dpi) > MAX_SIDE)
        return COR_FAIL(err, COR_BAD_INPUT,
                        "an image has at most %d pixels on a side", MAX_SIDE);
    struct cor_output out;
    cor_output_init(&out, arena);
    enum cor_status status;
    cairo_surface_t *image = paint_image(scene, dpi, &status, err);
    if (status == COR_OK)
        status = encode(&out, image, dpi, err);
    cairo_surface_destroy(image);
    return status == COR_OK ? cor_output_finish(bytes, n, &out, err) : status;
}

const struct cor_scene_format cor_scene_format_png = {
    .name = "png",
    .extension = ".png",
    .summary = "An image of pixels, for screens and documents",
    .write = write_png,
};
