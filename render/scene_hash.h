/* render/scene_hash.h -- what tells two drawings apart. */
#ifndef COR_RENDER_SCENE_HASH_H
#define COR_RENDER_SCENE_HASH_H

#include <corridor/render/scene.h>

/** A hash of what a scene shows; its own `hash` is not read. */
uint64_t cor_scene_hash(const struct cor_scene *scene);

#endif
