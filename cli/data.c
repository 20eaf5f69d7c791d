#include <cli/data.h>

#include <corridor/base/file.h>

#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
    struct stat about;
    return path != NULL && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool has_maps(struct cli *cli, const char *folder)
{
    return folder != NULL &&
           is_folder(cor_text_print(&cli->arena, "%s/maps", folder));
}

/* The folder that the program itself is in, or NULL. */
static const char *own_folder(struct cli *cli)
{
    char path[PATH_MAX];
    const ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0 || (size_t)n == sizeof path)
        return NULL;
    const char *slash = memrchr(path, '/', (size_t)n);
    return cor_text_copy(&cli->arena,
                         (struct cor_text){path, (size_t)(slash - path)});
}

/* What the file "data-folder" beside a program not installed says. */
static const char *uninstalled(struct cli *cli, const char *own)
{
    struct cor_source said;
    const char *path = cor_text_print(&cli->arena, "%s/data-folder", own);
    if (path == NULL ||
        cor_file_read(&said, path, NULL, PATH_MAX, &cli->arena, NULL) != COR_OK)
        return NULL;
    return cor_text_copy(&cli->arena,
                         cor_text_trim((struct cor_text){said.bytes, said.n}));
}

const char *cli_data_folder(struct cli *cli)
{
    const char *own = own_folder(cli);
    if (own != NULL) {
        const char *source = uninstalled(cli, own);
        if (has_maps(cli, source))
            return source;
        const char *beside =
            cor_text_print(&cli->arena, "%s/" CLI_DATA_FROM_PROGRAM, own);
        if (has_maps(cli, beside))
            return beside;
    }
    return has_maps(cli, CLI_DATA_FOLDER) ? CLI_DATA_FOLDER : NULL;
}

const char *cli_data_path(struct cli *cli, const char *name)
{
    const char *folder = cli_data_folder(cli);
    return folder == NULL ? NULL
                          : cor_text_print(&cli->arena, "%s/%s", folder, name);
}
