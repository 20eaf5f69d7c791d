#include "exchange/format_list.h"
#include "exchange/tables.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int is_table(const struct dirent *entry)
{
    const size_t n = strlen(entry->d_name);
    return n > 4 && entry->d_name[0] != '.' &&
           strcmp(entry->d_name + n - 4, ".csv") == 0;
}

static enum cor_status read_one(struct cor_sheets *sheets,
                                const char *folder,
                                const char *file,
                                struct cor_error *err)
{
    const char *path = cor_text_print(sheets->arena, "%s/%s", folder, file);
    const char *name =
        cor_text_copy(sheets->arena, (struct cor_text){file, strlen(file) - 4});
    return path == NULL || name == NULL
               ? COR_FAIL_MEMORY(err)
               : cor_tables_read(sheets, path, name, err);
}

/* In the order of names, which is the same everywhere. */
static enum cor_status
read_folder(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    struct dirent **entry;
    const int n = scandir(path, &entry, is_table, alphasort);
    if (n < 0)
        return COR_FAIL(err, COR_CANNOT_READ, "cannot read %s: %s", path,
                        strerror(errno));
    enum cor_status status = COR_OK;
    for (int i = 0; i < n; i++) {
        if (status == COR_OK)
            status = read_one(sheets, path, entry[i]->d_name, err);
        free(entry[i]);
    }
    free(entry);
    return status;
}

/* A single table is called by its file's name. */
static enum cor_status
read_file(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(base, '.');
    const size_t n =
        dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
    const char *name = cor_text_copy(sheets->arena, (struct cor_text){base, n});
    return name == NULL ? COR_FAIL_MEMORY(err)
                        : cor_tables_read(sheets, path, name, err);
}

static enum cor_status
read(struct cor_sheets *sheets, const char *path, struct cor_error *err)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode)
               ? read_folder(sheets, path, err)
               : read_file(sheets, path, err);
}

static enum cor_status write(struct cor_files *files,
                             const struct cor_sheets *sheets,
                             struct cor_error *err)
{
    enum cor_status status = COR_OK;
    for (size_t i = 0; i < sheets->n && status == COR_OK; i++) {
        struct cor_file file;
        status = cor_tables_write(&file, sheets->sheet[i], files->arena, err);
        if (status == COR_OK)
            status = cor_files_add(files, file, err);
    }
    return status;
}

static const char *const endings[] = {".csv", NULL};

const struct cor_format cor_format_csv = {
    .name = "csv",
    .title = "CSV tables",
    .endings = endings,
    .reads_folder = true,
    .writes_folder = true,
    .read = read,
    .write = write,
};
