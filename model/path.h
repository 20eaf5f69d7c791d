/* model/path.h -- where the files are that a scenario asks for. */
#ifndef MODEL_PATH_H
#define MODEL_PATH_H

#include <corridor/base/text.h>

enum cor_path_answer {
    COR_PATH_FOUND,
    COR_PATH_MISSING, /* nothing can be reached there */
    COR_PATH_OUTSIDE, /* not in the root once links are resolved */
    COR_PATH_NO_MEMORY,
};

struct cor_path {
    const char *real;  /* absolute, without symbolic links */
    const char *shown; /* as users would name it */
    bool is_folder;
};

/**
 * Resolve a path that stands in a file.
 *
 * out     set when found; owned by the arena
 * folder  of the file it stands in, or NULL: the working folder
 * shown   the same as users would name it; "" for the working folder
 * root    resolved; NULL: anywhere
 */
enum cor_path_answer cor_path_find(struct cor_path *out,
                                   const char *folder,
                                   const char *shown,
                                   struct cor_text written,
                                   const char *root,
                                   struct cor_arena *arena);

/** The folder that a path lies in: all before its last '/', "" without one.
 *  NULL for want of memory. */
const char *cor_path_folder(const char *path, struct cor_arena *arena);

/** Whether a resolved path is a root or lies in it. */
bool cor_path_inside(const char *real, const char *root);

#endif
