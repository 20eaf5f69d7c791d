/* tests/render/scene_fixture.h -- what stands where in a drawing. */
#ifndef TESTS_RENDER_SCENE_FIXTURE_H
#define TESTS_RENDER_SCENE_FIXTURE_H

#include <corridor/render/scene.h>

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/** The first text of these words; NULL: nobody wrote them. */
static inline const struct cor_scene_text *
find_text(const struct cor_scene *scene, const char *words)
{
    for (uint32_t i = 0; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_TEXT &&
            strcmp(scene->item[i].text.text, words) == 0)
            return &scene->item[i].text;
    return NULL;
}

static inline bool is_written(const struct cor_scene *scene, const char *words)
{
    return find_text(scene, words) != NULL;
}

/** The n-th group of a name, counted from 0; the number of items if there is
 *  none. */
static inline uint32_t
find_group(const struct cor_scene *scene, const char *name, uint32_t n)
{
    for (uint32_t i = 0; i < scene->n; i++)
        if (scene->item[i].kind == COR_SCENE_GROUP &&
            strcmp(scene->item[i].group.name, name) == 0 && n-- == 0)
            return i;
    return scene->n;
}

/** The item after the end of the group that begins at `begin`. */
static inline uint32_t end_of_group(const struct cor_scene *scene,
                                    uint32_t begin)
{
    uint32_t depth = 0, i = begin;
    for (; i < scene->n; i++) {
        depth += scene->item[i].kind == COR_SCENE_GROUP;
        depth -= scene->item[i].kind == COR_SCENE_END;
        if (depth == 0)
            break;
    }
    return i;
}

/** Paths of the first group of a name, each one's paint; gives how many. */
static inline uint32_t paths_in(const struct cor_scene_path **out,
                                const struct cor_scene *scene,
                                const char *name,
                                uint32_t most)
{
    uint32_t n = 0;
    const uint32_t begin = find_group(scene, name, 0);
    for (uint32_t i = begin, end = end_of_group(scene, begin); i < end; i++)
        if (scene->item[i].kind == COR_SCENE_PATH && n < most)
            out[n++] = &scene->item[i].path;
    return n;
}

#endif
