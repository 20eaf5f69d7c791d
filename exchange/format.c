#include <corridor/exchange/format.h>

#include "exchange/format_list.h"

#include <dirent.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define ADDRESS(name) &cor_format_##name,
const struct cor_format *const cor_formats[] = {COR_FORMAT_LIST(ADDRESS) NULL};
#undef ADDRESS

void cor_files_init(struct cor_files *files, struct cor_arena *arena)
{
    *files = (struct cor_files){.arena = arena};
}

enum cor_status cor_files_add(struct cor_files *files,
                              struct cor_file file,
                              struct cor_error *err)
{
    struct cor_file *list = cor_arena_grow(files->arena, files->file, files->n,
                                           &files->capacity, sizeof *list);
    if (list == NULL)
        return COR_FAIL_MEMORY(err);
    files->file = list;
    files->file[files->n++] = file;
    return COR_OK;
}

const struct cor_format *cor_format_named(const char *name)
{
    for (size_t i = 0; cor_formats[i] != NULL; i++)
        if (strcmp(cor_formats[i]->name, name) == 0)
            return cor_formats[i];
    return NULL;
}

static bool ends_with(const char *path, const char *ending)
{
    const size_t n = strlen(path), n_ending = strlen(ending);
    return n > n_ending && strcasecmp(path + n - n_ending, ending) == 0;
}

static bool has_ending(const struct cor_format *format, const char *path)
{
    for (size_t i = 0; format->endings[i] != NULL; i++)
        if (ends_with(path, format->endings[i]))
            return true;
    return false;
}

/* The format of a folder with a file of that ending; else it is of tables. */
static const struct cor_format *format_of_folder(const char *path)
{
    const struct cor_format *found = cor_format_named("csv");
    DIR *folder = opendir(path);
    const struct dirent *entry;
    while (folder != NULL && (entry = readdir(folder)) != NULL)
        for (size_t i = 0; cor_formats[i] != NULL; i++)
            if (cor_formats[i]->reads_folder &&
                has_ending(cor_formats[i], entry->d_name))
                found = cor_formats[i];
    if (folder != NULL)
        closedir(folder);
    return found;
}

const struct cor_format *cor_format_of(const char *path)
{
    struct stat about;
    if (stat(path, &about) == 0 && S_ISDIR(about.st_mode))
        return format_of_folder(path);
    for (size_t i = 0; cor_formats[i] != NULL; i++)
        if (has_ending(cor_formats[i], path))
            return cor_formats[i];
    return NULL;
}
