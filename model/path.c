#include "model/path.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool cor_path_inside(const char *real, const char *root)
{
    const size_t n = strlen(root);
    if (n > 0 && root[n - 1] == '/')
        return strncmp(real, root, n) == 0;
    return strncmp(real, root, n) == 0 && (real[n] == '/' || real[n] == '\0');
}

const char *cor_path_folder(const char *path, struct cor_arena *arena)
{
    const char *slash = strrchr(path, '/');
    size_t n = slash == NULL ? 0 : (size_t)(slash - path);
    if (slash == path)
        n = 1;
    return cor_text_copy(arena, (struct cor_text){path, n});
}

static const char *
join(const char *folder, const char *name, struct cor_arena *arena)
{
    if (name[0] == '/' || folder == NULL || folder[0] == '\0')
        return name;
    const bool ends = folder[strlen(folder) - 1] == '/';
    return cor_text_print(arena, "%s%s%s", folder, ends ? "" : "/", name);
}

/* realpath allocates by itself; its answer is moved to the arena. */
static enum cor_path_answer
resolve(const char **out, const char *path, struct cor_arena *arena)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        return COR_PATH_MISSING;
    *out = cor_text_copy(arena, cor_text_of(real));
    free(real);
    return *out == NULL ? COR_PATH_NO_MEMORY : COR_PATH_FOUND;
}

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

enum cor_path_answer cor_path_find(struct cor_path *out,
                                   const char *folder,
                                   const char *shown,
                                   struct cor_text written,
                                   const char *root,
                                   struct cor_arena *arena)
{
    const char *name = cor_text_copy(arena, written);
    if (name == NULL)
        return COR_PATH_NO_MEMORY;
    const char *path = join(folder, name, arena);
    const char *shown_path = join(shown, name, arena);
    if (path == NULL || shown_path == NULL)
        return COR_PATH_NO_MEMORY;
    const char *real = NULL;
    const enum cor_path_answer answer = resolve(&real, path, arena);
    if (answer != COR_PATH_FOUND)
        return answer;
    if (root != NULL && !cor_path_inside(real, root))
        return COR_PATH_OUTSIDE;
    *out = (struct cor_path){real, shown_path, is_folder(real)};
    return COR_PATH_FOUND;
}
