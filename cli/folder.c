#include <cli/folder.h>

#include <cli/output.h>

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Tables that are read wherever they lie in a folder of tables. */
static const char *const tables[] = {
    "node.csv",   "link.csv",        "config.csv", "geometry.csv",
    "source.csv", "transfer.csv",    "border.csv", "service.csv",
    "rival.csv",  "measurement.csv", "flow.csv",
};

static enum cli_exit cannot(struct cli *cli, const char *what, const char *path)
{
    cli_complain("cannot %s %s: %s", what, cli_shown(cli, path),
                 strerror(errno));
    return CLI_FILE;
}

static bool is_written(const struct cor_files *files, const char *name)
{
    for (size_t i = 0; i < files->n; i++)
        if (files->file[i].name != NULL &&
            strcmp(files->file[i].name, name) == 0)
            return true;
    return false;
}

enum cli_exit cli_folder_judge(struct cli *cli,
                               const char *folder,
                               const struct cor_files *files)
{
    struct stat about;
    if (stat(folder, &about) != 0)
        return CLI_ANSWERED;
    if (!S_ISDIR(about.st_mode)) {
        errno = ENOTDIR;
        return cannot(cli, "write into", folder);
    }
    for (size_t i = 0; i < CLI_COUNT(tables); i++) {
        const char *path =
            cor_text_print(&cli->arena, "%s/%s", folder, tables[i]);
        if (path == NULL || is_written(files, tables[i]) ||
            stat(path, &about) != 0)
            continue;
        cli_complain("%s is of another network and would be read with this "
                     "one; name another folder, or remove it",
                     cli_shown(cli, path));
        return CLI_FILE;
    }
    return CLI_ANSWERED;
}

static enum cli_exit
write_all(struct cli *cli, const char *folder, const struct cor_files *files)
{
    enum cli_exit status = CLI_ANSWERED;
    for (size_t i = 0; i < files->n && status == CLI_ANSWERED; i++) {
        const char *path =
            cor_text_print(&cli->arena, "%s/%s", folder, files->file[i].name);
        status = path == NULL ? CLI_FAULT
                              : cli_write_file(cli, path, files->file[i].bytes,
                                               files->file[i].n);
    }
    return status;
}

static void
remove_all(struct cli *cli, const char *folder, const struct cor_files *files)
{
    for (size_t i = 0; i < files->n; i++) {
        const char *path =
            cor_text_print(&cli->arena, "%s/%s", folder, files->file[i].name);
        if (path != NULL)
            unlink(path);
    }
    rmdir(folder);
}

/* mkdtemp lets nobody else in; a folder that users make lets in whom the umask
   does. */
static mode_t usual_mode(void)
{
    const mode_t mask = umask(0);
    umask(mask);
    return 0777 & ~mask;
}

static enum cli_exit
write_new(struct cli *cli, const char *folder, const struct cor_files *files)
{
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/')
        n--;
    char *made = cor_text_print(&cli->arena, "%.*s.XXXXXX", (int)n, folder);
    if (made == NULL)
        return CLI_FAULT;
    if (mkdtemp(made) == NULL)
        return cannot(cli, "make the folder", folder);
    enum cli_exit status = write_all(cli, made, files);
    if (status == CLI_ANSWERED &&
        (chmod(made, usual_mode()) != 0 || rename(made, folder) != 0))
        status = cannot(cli, "make the folder", folder);
    if (status != CLI_ANSWERED)
        remove_all(cli, made, files);
    return status;
}

enum cli_exit cli_folder_write(struct cli *cli,
                               const char *folder,
                               const struct cor_files *files)
{
    struct stat about;
    sigset_t held, before;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigprocmask(SIG_BLOCK, &held, &before);
    const enum cli_exit status = stat(folder, &about) == 0
                                     ? write_all(cli, folder, files)
                                     : write_new(cli, folder, files);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return status;
}
