#include <corridor/base/file.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Hidden, and short, so that it fits wherever the file's own name does. */
#define TEMPORARY ".corridor-%d"

static ssize_t read_some(int file, char *bytes, size_t n)
{
    for (;;) {
        const ssize_t got = read(file, bytes, n);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

/* A pipe does not tell its size, and a file may grow: read until the end, one
   byte beyond the limit at most. */
static enum cor_status read_all(struct cor_source *out,
                                int file,
                                size_t expected,
                                size_t limit,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    size_t capacity = expected + 2, n = 0; /* one byte stays for the zero */
    char *bytes = cor_arena_array(arena, char, capacity);
    while (bytes != NULL) {
        const ssize_t got = read_some(file, bytes + n, capacity - 1 - n);
        if (got < 0)
            return COR_FAIL(err, COR_CANNOT_READ, "cannot read %s: %s",
                            out->name, strerror(errno));
        n += (size_t)got;
        if (n > limit)
            return COR_FAIL(err, COR_BAD_INPUT, "%s is larger than %zu bytes",
                            out->name, limit);
        if (got == 0)
            break;
        if (n + 1 == capacity)
            bytes = cor_arena_grow(arena, bytes, n + 1, &capacity, 1);
    }
    if (bytes == NULL)
        return COR_FAIL_MEMORY(err);
    bytes[n] = '\0';
    out->bytes = bytes;
    out->n = n;
    return COR_OK;
}

static enum cor_status open_regular(int *out,
                                    size_t *size,
                                    const char *path,
                                    const char *shown,
                                    struct cor_error *err)
{
    /* O_NONBLOCK: opening a pipe with a name must not wait for a writer. */
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return COR_FAIL(err, COR_CANNOT_READ, "cannot read %s: %s", shown,
                        strerror(errno));
    struct stat about = {0};
    if (fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
        const bool folder = S_ISDIR(about.st_mode);
        close(file);
        return COR_FAIL(err, COR_CANNOT_READ, "cannot read %s: it is %s", shown,
                        folder ? "a folder" : "not a regular file");
    }
    *out = file;
    *size = (size_t)about.st_size;
    return COR_OK;
}

enum cor_status cor_file_read(struct cor_source *out,
                              const char *path,
                              const char *shown,
                              size_t limit,
                              struct cor_arena *arena,
                              struct cor_error *err)
{
    const bool standard = strcmp(path, "-") == 0;
    if (shown == NULL)
        shown = standard ? "<stdin>" : path;
    struct cor_source source = {
        .name = cor_text_escape(arena, cor_text_of(shown)),
    };
    if (source.name == NULL)
        return COR_FAIL_MEMORY(err);
    if (limit > UINT32_MAX - 2)
        limit = UINT32_MAX - 2;
    int file = STDIN_FILENO;
    size_t size = 64 * 1024;
    if (!standard) {
        const enum cor_status status =
            open_regular(&file, &size, path, source.name, err);
        if (status != COR_OK)
            return status;
    }
    if (size > limit)
        size = limit;
    const enum cor_status status =
        read_all(&source, file, size, limit, arena, err);
    if (!standard)
        close(file);
    if (status == COR_OK)
        *out = source;
    return status;
}

static bool write_all(int file, const char *bytes, size_t n)
{
    while (n != 0) {
        const ssize_t done = write(file, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes += done;
        n -= (size_t)done;
    }
    return true;
}

static enum cor_status fail_write(const char *path, struct cor_error *err)
{
    return COR_FAIL(err, COR_CANNOT_WRITE, "cannot write %s: %s", path,
                    strerror(errno));
}

static enum cor_status write_directly(const char *path,
                                      const void *bytes,
                                      size_t n,
                                      struct cor_error *err)
{
    const bool standard = strcmp(path, "-") == 0;
    const int file =
        standard ? STDOUT_FILENO : open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return fail_write(path, err);
    const bool good = write_all(file, bytes, n);
    if ((!standard && close(file) != 0) || !good)
        return fail_write(standard ? "<stdout>" : path, err);
    return COR_OK;
}

/* The rename is safe on disk only when the folder is. */
static void sync_folder_of(const char *path)
{
    char *copy = strdup(path);
    if (copy == NULL)
        return;
    char *slash = strrchr(copy, '/');
    if (slash != NULL)
        slash[slash == copy] = '\0';
    const int folder =
        open(slash != NULL ? copy : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    free(copy);
}

/* A new file in the folder of `path`; its name is put into `name`, which has
   room for one. Names that a killed run left behind are passed over. */
static int open_beside(char *name, const char *path)
{
    enum { MOST_LEFT = 10000 };
    const char *slash = strrchr(path, '/');
    const size_t n = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    memcpy(name, path, n);
    for (int i = 0; i < MOST_LEFT; i++) {
        sprintf(name + n, TEMPORARY, i);
        const int file =
            open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return file;
    }
    return -1;
}

/* A file that is replaced hands on its permissions. */
static bool take_mode(int file, const char *path)
{
    struct stat about;
    return stat(path, &about) != 0 || fchmod(file, about.st_mode & 0777) == 0;
}

static bool fill_and_rename(int file,
                            const char *temporary,
                            const char *path,
                            const void *bytes,
                            size_t n)
{
    bool good =
        take_mode(file, path) && write_all(file, bytes, n) && fsync(file) == 0;
    good = close(file) == 0 && good;
    return good && rename(temporary, path) == 0;
}

static enum cor_status write_beside(const char *path,
                                    const void *bytes,
                                    size_t n,
                                    struct cor_error *err)
{
    char *temporary = malloc(strlen(path) + sizeof TEMPORARY + 8);
    if (temporary == NULL)
        return COR_FAIL_MEMORY(err);
    const int file = open_beside(temporary, path);
    enum cor_status status = COR_OK;
    if (file < 0) {
        status = fail_write(path, err);
    } else if (!fill_and_rename(file, temporary, path, bytes, n)) {
        status = fail_write(path, err);
        unlink(temporary);
    } else {
        sync_folder_of(path);
    }
    free(temporary);
    return status;
}

/* Behind a symbolic link it is the file, not the link, that is replaced. */
static enum cor_status write_behind(const char *path,
                                    const void *bytes,
                                    size_t n,
                                    struct cor_error *err)
{
    char *real = realpath(path, NULL);
    const enum cor_status status =
        write_beside(real != NULL ? real : path, bytes, n, err);
    free(real);
    return status;
}

enum cor_status cor_file_write(const char *path,
                               const void *bytes,
                               size_t n,
                               struct cor_error *err)
{
    struct stat about;
    const bool special = strcmp(path, "-") == 0 ||
                         (stat(path, &about) == 0 && !S_ISREG(about.st_mode));
    return special ? write_directly(path, bytes, n, err)
                   : write_behind(path, bytes, n, err);
}
