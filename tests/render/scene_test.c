#include "tests/render/map_fixture.h"

#include <cairo.h>
#include <math.h>
#include <stdio.h>

static const struct cor_scene_item hello[] = {
    {.kind = COR_SCENE_GROUP,
     .group = {"outer", "A <title> & more", true, {1, 2, 30, 20}}},
    {.kind = COR_SCENE_CIRCLE,
     .circle = {{10, 10}, 2.5, {.fill = {255, 0, 0, 255}}}},
    {.kind = COR_SCENE_TEXT,
     .text = {.text = "<script>\"&\x01"
                      "ж",
              .font = {.size_pt = 7, .bold = true, .tracking_em = 0.1},
              .at = {12, 10},
              .box = {12, 8, 30, 10.5},
              .colour = {1, 2, 3, 255},
              .halo = {255, 255, 255, 128},
              .halo_mm = 0.3}},
    {.kind = COR_SCENE_END},
};

static const struct cor_scene scene = {
    .width_mm = 100,
    .height_mm = 50,
    .paper = {255, 255, 255, 255},
    .title = "Title",
    .description = "Description",
    .n = 4,
    .item = hello,
    .hash = 0xabcdef,
};

static const char *
text_of(struct cor_arena *arena, const char *format, double dpi, size_t *n)
{
    const void *bytes = NULL;
    struct cor_error err = {0};
    use_fonts("fonts.conf");
    cr_assert_eq(cor_scene_write(&bytes, n, cor_scene_format_named(format),
                                 &scene, dpi, arena, &err),
                 COR_OK, "%s", err.text);
    char *text = cor_arena_take(arena, *n + 1, 1);
    memcpy(text, bytes, *n);
    text[*n] = '\0';
    return text;
}

Test(scene, formats_are_found_by_name_and_by_file)
{
    cr_expect_eq(cor_scene_format_named("svg"),
                 cor_scene_format_of_file("a/b.svg"));
    cr_expect_str_eq(cor_scene_format_of_file("x.pdf")->name, "pdf");
    cr_expect_str_eq(cor_scene_format_of_file("x.scene.txt")->name, "dump");
    cr_expect_null(cor_scene_format_of_file(".svg"), "an end, not a name");
    cr_expect_null(cor_scene_format_of_file("x.gif"));
    cr_expect_null(cor_scene_format_named("SVG"));
    for (size_t i = 0; cor_scene_formats[i] != NULL; i++)
        cr_expect_eq(cor_scene_format_named(cor_scene_formats[i]->name),
                     cor_scene_formats[i]);
}

Test(scene, svg_escapes_what_users_wrote)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    size_t n;
    const char *svg = text_of(&arena, "svg", 100, &n);
    cr_expect_null(strstr(svg, "<script>"));
    cr_expect_not_null(strstr(svg, ">&lt;script&gt;&quot;&amp;ж</text>"));
    cr_expect_not_null(
        strstr(svg, "<title>A &lt;title&gt; &amp; more</title>"));
    cor_arena_finish(&arena);
}

Test(scene, svg_says_size_fonts_and_halo)
{
    static const char *const wanted[] = {
        "width=\"100mm\" height=\"50mm\" viewBox=\"0 0 100 50\"",
        "id=\"m0000000000abcdef\"",
        ("<clipPath id=\"m0000000000abcdefc0\"><rect x=\"1\" y=\"2\" "
         "width=\"29\" height=\"18\"/>"),
        "<circle cx=\"10\" cy=\"10\" r=\"2.5\" fill=\"#ff0000\"/>",
        "paint-order:stroke",
        "font-family:Noto Sans,",
        "font-size=\"2.47\" font-weight=\"700\" letter-spacing=\"0.25\"",
        "stroke=\"#ffffff\" stroke-opacity=\"0.5\" stroke-width=\"0.6\"",
    };
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    size_t n;
    const char *svg = text_of(&arena, "svg", 100, &n);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        cr_expect_not_null(strstr(svg, wanted[i]), "%s", wanted[i]);
    cor_arena_finish(&arena);
}

static uint32_t word_at(const char *bytes, size_t at)
{
    const unsigned char *b = (const unsigned char *)bytes + at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 |
           b[3];
}

Test(scene, png_has_its_size_and_resolution)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    size_t n;
    const char *png = text_of(&arena, "png", 254, &n);
    cr_expect_eq(memcmp(png, "\x89PNG\r\n\x1a\n", 8), 0);
    cr_expect_eq(word_at(png, 16), 1000);
    cr_expect_eq(word_at(png, 20), 500);
    cr_expect_eq(memcmp(png + 37, "pHYs", 4), 0);
    cr_expect_eq(word_at(png, 41), 10000, "pixels a metre");
    cor_arena_finish(&arena);
}

struct reader {
    const char *at;
    size_t left;
};

static cairo_status_t
read_bytes(void *reader, unsigned char *out, unsigned int n)
{
    struct reader *from = reader;
    if (n > from->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, from->at, n);
    from->at += n;
    from->left -= n;
    return CAIRO_STATUS_SUCCESS;
}

/* libpng checks the lengths and the sums of all chunks. */
Test(scene, png_is_read_by_others)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    struct reader reader;
    reader.at = text_of(&arena, "png", 254, &reader.left);
    cairo_surface_t *image =
        cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    cr_assert_eq(cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
    cr_expect_eq(reader.left, 0);
    cr_expect_eq(cairo_image_surface_get_height(image), 500);
    const int stride = cairo_image_surface_get_stride(image) / 4;
    const uint32_t *pixel = (const void *)cairo_image_surface_get_data(image);
    cr_expect_eq(pixel[0] & 0xffffff, 0xffffff, "paper");
    cr_expect_eq(pixel[100 * stride + 100] & 0xffffff, 0xff0000, "the circle");
    cr_expect_eq(pixel[499 * stride + 999] & 0xffffff, 0xffffff, "paper");
    cairo_surface_destroy(image);
    cor_arena_finish(&arena);
}

Test(scene, pdf_has_no_time_of_day)
{
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    size_t n;
    const char *pdf = text_of(&arena, "pdf", 100, &n);
    cr_expect_eq(memcmp(pdf, "%PDF-", 5), 0);
    cr_expect_not_null(memmem(pdf, n, "(20000101000000Z)", 17));
    cor_arena_finish(&arena);
}

Test(scene, bad_resolutions_are_refused)
{
    static const double rows[] = {0, 9, 2401, -1, (double)NAN};
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    use_fonts("fonts.conf");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const void *bytes = NULL;
        size_t n = 7;
        cr_expect_eq(cor_scene_write(&bytes, &n, cor_scene_format_named("png"),
                                     &scene, rows[i], &arena, NULL),
                     COR_BAD_INPUT, "%g", rows[i]);
        cr_expect(bytes == NULL && n == 7);
    }
    struct cor_scene wide = scene;
    wide.width_mm = 2000;
    const void *bytes;
    size_t n;
    cr_expect_eq(cor_scene_write(&bytes, &n, cor_scene_format_named("png"),
                                 &wide, 2400, &arena, NULL),
                 COR_BAD_INPUT, "more pixels than an image can have");
    cor_arena_finish(&arena);
}

Test(scene, without_fonts_images_are_refused)
{
    static const char *const formats[] = {"png", "pdf"};
    struct cor_arena arena;
    cor_arena_init(&arena, SIZE_MAX);
    use_fonts("no_fonts.conf");
    for (size_t i = 0; i < 2; i++) {
        const void *bytes;
        size_t n;
        struct cor_error err = {0};
        cr_expect_eq(cor_scene_write(&bytes, &n,
                                     cor_scene_format_named(formats[i]), &scene,
                                     100, &arena, &err),
                     COR_UNSUPPORTED);
        cr_expect_not_null(strstr(err.text, "fonts"));
    }
    cor_arena_finish(&arena);
}
