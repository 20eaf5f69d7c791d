/* render/svg.h -- our own SVG, however its letters are written. */
#ifndef COR_RENDER_SVG_H
#define COR_RENDER_SVG_H

#include "render/output.h"
#include "render/type.h"

/** An SVG while it is written. */
struct cor_svg {
    struct cor_output out;
    const struct cor_scene *scene;
    char id[20]; /* what the names of this drawing begin with */
    /** Write item number `item`, which is a text. */
    void (*put_text)(struct cor_svg *svg, uint32_t item);
    struct cor_type *type; /* of those who draw letters; else NULL */
};

/** Write ` name="value"`, the number to a hundredth. */
void cor_svg_attribute(struct cor_output *out, const char *name, double value);

/** Write ` name="#rrggbb"`, and how opaque it is if it is not fully. */
void cor_svg_colour(struct cor_output *out,
                    const char *name,
                    struct cor_colour colour);

/** Write text as XML wants it. */
void cor_svg_escaped(struct cor_output *out, const char *text);

/** Write a name of this drawing: its id, a letter and the item's number. */
void cor_svg_id(struct cor_svg *svg, const char *kind, uint32_t item);

/** Write a drawing; see cor_scene_write. */
COR_CHECKED enum cor_status cor_svg_write(const void **bytes,
                                          size_t *n,
                                          const struct cor_scene *scene,
                                          struct cor_type *type,
                                          void (*put_text)(struct cor_svg *svg,
                                                           uint32_t item),
                                          struct cor_arena *arena,
                                          struct cor_error *err);

#endif
