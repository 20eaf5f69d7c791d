/* corridor/render/scene.h -- a drawing as a list of a few commands.
 *
 * Everything is measured once, in mm from the left and the top edge of the
 * page; formats only write down what stands here, so that they agree.
 */
#ifndef COR_RENDER_SCENE_H
#define COR_RENDER_SCENE_H

#include <corridor/base/arena.h>
#include <corridor/base/error.h>

/** Printers' points: 72 to the inch of 25.4 mm. */
#define COR_MM_PER_PT (25.4 / 72)

/** A position or a vector on the page, in mm; y grows downwards. */
struct cor_vec {
    double x, y;
};

/** A rectangle on the page, in mm; left <= right, top <= bottom. */
struct cor_rect {
    double left, top, right, bottom;
};

/** A colour of sRGB, not multiplied by its opacity; a = 0 paints nothing. */
struct cor_colour {
    uint8_t r, g, b, a;
};

enum cor_cap { COR_CAP_BUTT, COR_CAP_ROUND };

/** How shapes are painted: the inside first, then the outline over it. */
struct cor_paint {
    struct cor_colour fill;
    struct cor_colour stroke;
    double width_mm;
    double dash_mm[2]; /* on, off; both 0: an unbroken line */
    enum cor_cap cap;  /* joins are round always */
};

enum cor_anchor { COR_ANCHOR_START, COR_ANCHOR_MIDDLE, COR_ANCHOR_END };

/** A typeface in one size; families are the library's own choice. */
struct cor_font {
    double size_pt;
    bool bold, italic;
    double tracking_em; /* added between letters */
};

/** What an item is. */
enum cor_scene_kind {
    COR_SCENE_GROUP,  /* begins a group */
    COR_SCENE_END,    /* ends the group begun last */
    COR_SCENE_PATH,   /* lines or, when filled, rings (even-odd) */
    COR_SCENE_CIRCLE, /* a full circle */
    COR_SCENE_TEXT,   /* one line of text */
};

/** Items that belong together, such as all borders. */
struct cor_scene_group {
    const char *name;     /* lower-case words joined by '-': an SVG class */
    const char *title;    /* for people, or NULL */
    bool clipped;         /* nothing is painted outside `clip` */
    struct cor_rect clip; /* mm */
};

/** Parts of points: part p is point[end[p - 1]] to point[end[p] - 1]. */
struct cor_scene_path {
    uint32_t n_part;
    const uint32_t *end;         /* [n_part] ascending, 0 before the first */
    const struct cor_vec *point; /* [end[n_part - 1]] */
    bool closed;                 /* the last point of a part joins its first */
    struct cor_paint paint;
};

struct cor_scene_circle {
    struct cor_vec centre;
    double radius_mm;
    struct cor_paint paint;
};

/** A line of text, written from left to right or as its script goes. */
struct cor_scene_text {
    const char *text; /* valid UTF-8 */
    struct cor_font font;
    struct cor_vec at; /* on the baseline, where `anchor` says */
    enum cor_anchor anchor;
    double turn_deg;     /* clockwise about `at` */
    struct cor_rect box; /* what it covers, as measured and turned */
    struct cor_colour colour;
    struct cor_colour halo; /* painted below the letters; a = 0: none */
    double halo_mm;         /* how far the halo reaches */
};

struct cor_scene_item {
    enum cor_scene_kind kind;
    union {
        struct cor_scene_group group;
        struct cor_scene_path path;
        struct cor_scene_circle circle;
        struct cor_scene_text text;
    };
};

/** A drawing; owned by the arena it was made in. */
struct cor_scene {
    double width_mm, height_mm;
    struct cor_colour paper;
    const char *title;       /* for the document */
    const char *description; /* a sentence for those who cannot see it */
    uint32_t n;
    const struct cor_scene_item *item; /* [n] in the order of painting */
    uint64_t hash; /* of all the above; two drawings on a page differ in it */
};

/** A format drawings are written in. */
struct cor_scene_format {
    const char *name;      /* "svg" */
    const char *extension; /* ".svg" */
    const char *summary;   /* one sentence */

    /** See cor_scene_write. */
    COR_CHECKED enum cor_status (*write)(const void **bytes,
                                         size_t *n,
                                         const struct cor_scene *scene,
                                         double dpi,
                                         struct cor_arena *arena,
                                         struct cor_error *err);
};

/** Every format there is, in the order of render/meson.build; ends with NULL. */
extern const struct cor_scene_format *const cor_scene_formats[];

/** The format of a name ("svg") or of a file name's end; NULL: none. */
const struct cor_scene_format *cor_scene_format_named(const char *name);
const struct cor_scene_format *cor_scene_format_of_file(const char *path);

/**
 * Write a drawing; the same scene gives the same bytes.
 *
 * bytes, n  untouched on failure; owned by `arena`
 * dpi       pixels an inch, in [10, 2400]; formats of lines and letters
 *           do not depend on it
 * Errors    COR_BAD_INPUT: dpi, or more pixels than an image can have;
 *           COR_NO_MEMORY; COR_UNSUPPORTED: no fonts; COR_INTERNAL
 */
COR_CHECKED enum cor_status
cor_scene_write(const void **bytes,
                size_t *n,
                const struct cor_scene_format *format,
                const struct cor_scene *scene,
                double dpi,
                struct cor_arena *arena,
                struct cor_error *err);

#endif
