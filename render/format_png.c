#include "render/format_list.h"
#include "render/output.h"
#include "render/paint.h"

#include <corridor/base/text.h>

#include <libdeflate.h>
#include <math.h>
#include <string.h>

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

/* The byte before each row that says its bytes stand as they are: maps are
   plain colours, which filters make no shorter. PNG specification 9.2. */
enum { NO_FILTER = 0 };

/* Cairo's pixels are words 0x00rrggbb; PNG's are bytes r, g, b. They shrink in
   place, since a row is no longer than it was. */
static struct cor_text pack(cairo_surface_t *image)
{
    const int width = cairo_image_surface_get_width(image);
    const int height = cairo_image_surface_get_height(image);
    const int stride = cairo_image_surface_get_stride(image) / 4;
    const uint32_t *word = (const void *)cairo_image_surface_get_data(image);
    unsigned char *first = cairo_image_surface_get_data(image), *byte = first;
    for (int y = 0; y < height; y++, word += stride)
        for (int x = 0; x < width; x++) {
            const uint32_t pixel = word[x];
            if (x == 0)
                *byte++ = NO_FILTER;
            *byte++ = (unsigned char)(pixel >> 16);
            *byte++ = (unsigned char)(pixel >> 8);
            *byte++ = (unsigned char)pixel;
        }
    return (struct cor_text){(const char *)first, (size_t)(byte - first)};
}

static void put_word(unsigned char *at, uint32_t word)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(word >> (24 - 8 * i));
}

/* Length, type, content, checksum: PNG specification 5.3. */
static void put_chunk(struct cor_output *out,
                      const char type[4],
                      const void *content,
                      size_t n)
{
    unsigned char head[8], tail[4];
    put_word(head, (uint32_t)n);
    memcpy(head + 4, type, 4);
    put_word(tail, libdeflate_crc32(libdeflate_crc32(0, type, 4), content, n));
    cor_output_bytes(out, head, sizeof head);
    cor_output_bytes(out, content, n);
    cor_output_bytes(out, tail, sizeof tail);
}

/* Size, and three bytes a pixel without a palette, in one pass: 11.2.2. */
static void put_header(struct cor_output *out, cairo_surface_t *image)
{
    enum { DEPTH = 8, TRUE_COLOUR = 2 };
    unsigned char header[13] = {[8] = DEPTH, [9] = TRUE_COLOUR};
    put_word(header, (uint32_t)cairo_image_surface_get_width(image));
    put_word(header + 4, (uint32_t)cairo_image_surface_get_height(image));
    put_chunk(out, "IHDR", header, sizeof header);
}

/* Pixels a metre, so that the image prints at its size: 11.3.4.3. */
static void put_resolution(struct cor_output *out, double dpi)
{
    enum { PER_METRE = 1 };
    const uint32_t density = (uint32_t)lround(dpi / 0.0254);
    unsigned char resolution[9] = {[8] = PER_METRE};
    put_word(resolution, density);
    put_word(resolution + 4, density);
    put_chunk(out, "pHYs", resolution, sizeof resolution);
}

/* Beyond this level maps become 5 % smaller at most and take twice as long. */
enum { LEVEL = 2 };

static bool put_pixels(struct cor_output *out, cairo_surface_t *image)
{
    const struct cor_text pixels = pack(image);
    struct libdeflate_compressor *by = libdeflate_alloc_compressor(LEVEL);
    if (by == NULL)
        return false;
    const size_t room = libdeflate_zlib_compress_bound(by, pixels.n);
    unsigned char *packed = cor_arena_array(out->arena, unsigned char, room);
    const size_t n =
        packed == NULL
            ? 0
            : libdeflate_zlib_compress(by, pixels.at, pixels.n, packed, room);
    libdeflate_free_compressor(by);
    if (n != 0)
        put_chunk(out, "IDAT", packed, n);
    return n != 0;
}

static enum cor_status encode(struct cor_output *out,
                              cairo_surface_t *image,
                              double dpi,
                              struct cor_error *err)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    cor_output_bytes(out, signature, sizeof signature - 1);
    put_header(out, image);
    put_resolution(out, dpi);
    if (!put_pixels(out, image))
        return COR_FAIL_MEMORY(err);
    put_chunk(out, "IEND", "", 0);
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
