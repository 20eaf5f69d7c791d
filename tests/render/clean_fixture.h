/* tests/render/clean_fixture.h -- what every map must hold: names apart, inside
   the frame, clear of furniture. */
#ifndef TESTS_RENDER_CLEAN_FIXTURE_H
#define TESTS_RENDER_CLEAN_FIXTURE_H

#include "tests/render/map_fixture.h"

static inline bool overlap(struct cor_rect a, struct cor_rect b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

/* Boxes of what is written in groups of a name, up to `most`. */
static inline uint32_t texts_in(struct cor_rect *out,
                                const struct cor_scene *scene,
                                const char *group,
                                uint32_t most)
{
    uint32_t n = 0;
    for (uint32_t i = 0, inside = 0; i < scene->n; i++) {
        const struct cor_scene_item *item = &scene->item[i];
        if (item->kind == COR_SCENE_GROUP)
            inside = strcmp(item->group.name, group) == 0;
        else if (item->kind == COR_SCENE_END)
            inside = 0;
        else if (item->kind == COR_SCENE_TEXT && inside && n < most)
            out[n++] = item->text.box;
    }
    return n;
}

/* The box that the last group of a name begins with: the map's own comes after
   its inset's. */
static inline bool
group_box(struct cor_rect *out, const struct cor_scene *scene, const char *name)
{
    for (uint32_t i = scene->n - 1; i-- > 0;)
        if (scene->item[i].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i].group.name, name) == 0 &&
            scene->item[i + 1].kind == COR_SCENE_PATH) {
            const struct cor_vec *p = scene->item[i + 1].path.point;
            *out = (struct cor_rect){p[0].x, p[0].y, p[2].x, p[2].y};
            return true;
        } else if (scene->item[i].kind == COR_SCENE_GROUP &&
                   strcmp(scene->item[i].group.name, name) == 0 &&
                   scene->item[i + 1].kind == COR_SCENE_CIRCLE) {
            const struct cor_scene_circle *c = &scene->item[i + 1].circle;
            *out = (struct cor_rect){
                c->centre.x - c->radius_mm, c->centre.y - c->radius_mm,
                c->centre.x + c->radius_mm, c->centre.y + c->radius_mm};
            return true;
        }
    return false;
}

/* The first items of a scene, up to its inset, in which all begins again. */
static inline struct cor_scene without_inset(const struct cor_scene *scene)
{
    struct cor_scene rest = *scene;
    for (uint32_t i = 0; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i].group.name, "inset") == 0)
            rest.n = i;
    return rest;
}

/* What every map must keep: names on the map overlap neither each other nor
   furniture, and none crosses the frame. Gives how many there are. */
static inline uint32_t expect_clean(const struct cor_scene *scene,
                                    const char *what)
{
    enum { MOST = 1000 };
    static struct cor_rect box[MOST];
    struct cor_rect frame = {0}, furniture[4];
    const struct cor_scene map = without_inset(scene);
    cr_assert(group_box(&frame, scene, "frame"));
    uint32_t n = texts_in(box, &map, "labels", MOST);
    const uint32_t n_place = n;
    n += texts_in(box + n, &map, "area-labels", MOST - n);
    uint32_t n_furniture = 0;
    n_furniture += group_box(&furniture[n_furniture], scene, "inset");
    n_furniture += group_box(&furniture[n_furniture], scene, "locator");
    n_furniture += group_box(&furniture[n_furniture], scene, "scale-bar");
    if (group_box(&furniture[n_furniture], scene, "legend") &&
        furniture[n_furniture].top < frame.bottom)
        n_furniture++;
    for (uint32_t i = 0; i < n; i++) {
        cr_expect(box[i].left > frame.left && box[i].right < frame.right &&
                      box[i].top > frame.top && box[i].bottom < frame.bottom,
                  "%s: name %" PRIu32 " crosses the frame", what, i);
        for (uint32_t k = 0; k < i; k++)
            cr_expect_not(overlap(box[i], box[k]),
                          "%s: names %" PRIu32 " and %" PRIu32, what, i, k);
        for (uint32_t k = 0; k < n_furniture; k++)
            cr_expect_not(overlap(box[i], furniture[k]),
                          "%s: name %" PRIu32 " under furniture", what, i);
    }
    return n_place;
}

static inline const struct cor_basemap *shipped_basemap(struct cor_arena *arena)
{
    const struct cor_basemap *map = NULL;
    struct cor_error err = {0};
    cr_assert_eq(cor_basemap_load(&map, SOURCE_ROOT "/maps/world-50m.topojson",
                                  SOURCE_ROOT "/maps/labels.csv", arena, &err),
                 COR_OK, "%s", err.text);
    return map;
}

#endif
