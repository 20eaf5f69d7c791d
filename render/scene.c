#include <corridor/render/scene.h>

#include "render/format_list.h"
#include "render/nearest.h"
#include "render/scene_hash.h"

#include <string.h>

#define REFER(name) &cor_scene_format_##name,
const struct cor_scene_format *const cor_scene_formats[] = {
    COR_SCENE_FORMAT_LIST(REFER) NULL};
#undef REFER

const struct cor_scene_format *cor_scene_format_named(const char *name)
{
    for (size_t i = 0; cor_scene_formats[i] != NULL; i++)
        if (strcmp(cor_scene_formats[i]->name, name) == 0)
            return cor_scene_formats[i];
    return NULL;
}

const struct cor_scene_format *cor_scene_format_of_file(const char *path)
{
    const size_t n = strlen(path);
    for (size_t i = 0; cor_scene_formats[i] != NULL; i++) {
        const char *end = cor_scene_formats[i]->extension;
        if (n > strlen(end) && strcmp(path + n - strlen(end), end) == 0)
            return cor_scene_formats[i];
    }
    return NULL;
}

enum cor_status cor_scene_write(const void **bytes,
                                size_t *n,
                                const struct cor_scene_format *format,
                                const struct cor_scene *scene,
                                double dpi,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    if (!(dpi >= 10 && dpi <= 2400))
        return COR_FAIL(err, COR_BAD_INPUT,
                        "the resolution must be 10 to 2400 dots per inch");
    return format->write(bytes, n, scene, dpi, arena, err);
}

/* FNV-1a, 64 bits: Fowler, Noll, Vo; draft-eastlake-fnv-17, section 5. It
   takes bytes; of the many numbers of a map we give it whole words, and bring
   their upper halves, which its product moves only upwards, back down. */
static void add_word(uint64_t *hash, uint64_t word)
{
    *hash = (*hash ^ word) * 0x100000001b3;
    *hash ^= *hash >> 32;
}

static void add_byte(uint64_t *hash, unsigned char byte)
{
    add_word(hash, byte);
}

static void add_whole(uint64_t *hash, int64_t value)
{
    add_word(hash, (uint64_t)value);
}

/* To a thousandth of a mm: what cannot be seen does not count. */
static void add_number(uint64_t *hash, double value)
{
    add_whole(hash, cor_nearest(value * 1000));
}

static void add_string(uint64_t *hash, const char *string)
{
    while (string != NULL && *string != '\0')
        add_byte(hash, (unsigned char)*string++);
    add_byte(hash, 0);
}

static void add_colour(uint64_t *hash, struct cor_colour colour)
{
    add_byte(hash, colour.r);
    add_byte(hash, colour.g);
    add_byte(hash, colour.b);
    add_byte(hash, colour.a);
}

static void add_paint(uint64_t *hash, const struct cor_paint *paint)
{
    add_colour(hash, paint->fill);
    add_colour(hash, paint->stroke);
    add_number(hash, paint->width_mm);
    add_number(hash, paint->dash_mm[0]);
    add_number(hash, paint->dash_mm[1]);
}

static void add_path(uint64_t *hash, const struct cor_scene_path *path)
{
    add_paint(hash, &path->paint);
    for (uint32_t part = 0; part < path->n_part; part++)
        add_whole(hash, path->end[part]);
    for (uint32_t i = 0; i < path->end[path->n_part - 1]; i++) {
        add_number(hash, path->point[i].x);
        add_number(hash, path->point[i].y);
    }
}

static void add_item(uint64_t *hash, const struct cor_scene_item *item)
{
    add_byte(hash, (unsigned char)item->kind);
    switch (item->kind) {
    case COR_SCENE_GROUP:
        add_string(hash, item->group.name);
        add_string(hash, item->group.title);
        break;
    case COR_SCENE_PATH:
        add_path(hash, &item->path);
        break;
    case COR_SCENE_CIRCLE:
        add_number(hash, item->circle.centre.x);
        add_number(hash, item->circle.centre.y);
        add_number(hash, item->circle.radius_mm);
        add_paint(hash, &item->circle.paint);
        break;
    case COR_SCENE_TEXT:
        add_string(hash, item->text.text);
        add_number(hash, item->text.at.x);
        add_number(hash, item->text.at.y);
        add_number(hash, item->text.turn_deg);
        add_number(hash, item->text.font.size_pt);
        add_colour(hash, item->text.colour);
        break;
    case COR_SCENE_END:
        break;
    }
}

uint64_t cor_scene_hash(const struct cor_scene *scene)
{
    uint64_t hash = 0xcbf29ce484222325;
    add_number(&hash, scene->width_mm);
    add_number(&hash, scene->height_mm);
    add_colour(&hash, scene->paper);
    add_string(&hash, scene->title);
    add_string(&hash, scene->description);
    for (uint32_t i = 0; i < scene->n; i++)
        add_item(&hash, &scene->item[i]);
    return hash;
}
