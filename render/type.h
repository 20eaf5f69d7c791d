/* render/type.h -- letters: measured and painted by Pango, the same way. */
#ifndef COR_RENDER_TYPE_H
#define COR_RENDER_TYPE_H

#include <corridor/render/scene.h>

#include <cairo.h>

/** The families that text is set in, by preference. Named one by one, so that
 *  nothing depends on the locale. */
#define COR_TYPE_FAMILIES(X) \
    X("Noto Sans")           \
    X("Noto Sans Georgian")  \
    X("Noto Sans Armenian")  \
    X("Noto Sans Arabic") X("Noto Sans CJK SC") X("DejaVu Sans")

/** These, and whatever has no serifs, as Pango and CSS read them. */
extern const char cor_type_families[];

/** What sets type. */
struct cor_type;

/** Size of a line of text, in mm. */
struct cor_extent {
    double width;   /* of its advance */
    double ascent;  /* above the baseline: of a capital, or of what is taller */
    double descent; /* below the baseline, >= 0 */
    bool has_unknown; /* letters that no font has */
};

/**
 * Find the fonts.
 *
 * out     owned by the caller, to be closed
 * Errors  COR_UNSUPPORTED: none of the families is installed; COR_NO_MEMORY
 */
COR_CHECKED enum cor_status cor_type_open(struct cor_type **out,
                                          struct cor_error *err);

/** Close; NULL is allowed. */
void cor_type_close(struct cor_type *type);

/** Measure a text, the same for every format. */
struct cor_extent
cor_type_measure(struct cor_type *type, const char *text, struct cor_font font);

/** How well a line may end after a byte of a text. */
enum cor_line_end {
    COR_END_NONE,
    COR_END_LETTER, /* between letters of a script that parts no words: Chinese,
                       Thai */
    COR_END_WORD    /* after a word, a stop or the text */
};

/** Where lines may end, blanks that follow left out: [bytes of the text + 1] of
 *  enum cor_line_end; NULL for want of memory. */
const uint8_t *cor_type_ends(struct cor_arena *arena, const char *text);

/** Whether two texts differ by the marks on their letters at most: "Elazığ" and
 *  "Elazig". */
bool cor_type_alike(const char *a, const char *b);

/** A text in capitals, whatever the locale; NULL for want of memory. */
const char *cor_type_capitals(struct cor_arena *arena, const char *text);

/** Paint a text on a canvas whose unit is the mm. */
void cor_type_paint(struct cor_type *type,
                    cairo_t *canvas,
                    const struct cor_scene_text *text);

/** Make the outlines of a text the path of such a canvas. */
void cor_type_trace(struct cor_type *type,
                    cairo_t *canvas,
                    const struct cor_scene_text *text);

#endif
