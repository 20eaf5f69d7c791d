#include "model/path.h"
#include "model/table_part.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <corridor/base/file.h>

/* What does not exist is not asked for; what exists is to be read. */
static bool is_missing(const char *path)
{
    struct stat about;
    return lstat(path, &about) != 0 && errno == ENOENT;
}

/* Whether a path, its links resolved, lies in a resolved folder. */
static bool lies_in(const char *path, const char *root)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        return true; /* reading it will say why */
    const bool inside = cor_path_inside(real, root);
    free(real);
    return inside;
}

/* A fault of the folder: the caller's if nobody else asked for it. */
static enum cor_status refuse_file(struct cor_table_folder *folder,
                                   enum cor_status status,
                                   const char *message,
                                   struct cor_error *err)
{
    struct cor_draft *draft = folder->draft;
    draft->unreadable = true;
    if (folder->asked_at == 0)
        return COR_FAIL(err, status, "%s", message);
    cor_report_add(draft->report, COR_ERROR, "cannot-read",
                   cor_draft_spot(draft, folder->asked_at), NULL, "%s",
                   message);
    return COR_OK;
}

static enum cor_status read_file(bool *found,
                                 struct cor_source *source,
                                 struct cor_table_folder *folder,
                                 const char *path,
                                 const char *shown,
                                 struct cor_error *err)
{
    struct cor_draft *draft = folder->draft;
    struct cor_error why = {0};
    *found = false;
    if (draft->root != NULL && !lies_in(path, draft->root)) {
        const char *message = cor_text_print(
            draft->arena, "%s lies outside the folder of the scenario", shown);
        return message == NULL
                   ? COR_FAIL_MEMORY(err)
                   : refuse_file(folder, COR_BAD_INPUT, message, err);
    }
    const enum cor_status status =
        cor_file_read(source, path, shown, UINT32_MAX, draft->arena, &why);
    if (status == COR_NO_MEMORY)
        return COR_FAIL_MEMORY(err);
    if (status != COR_OK)
        return refuse_file(folder, status, why.text, err);
    *found = true;
    return COR_OK;
}

static const struct cor_source *find_file(const struct cor_table_folder *folder,
                                          const char *name)
{
    size_t i = 0;
    while (i < folder->n_file && strcmp(folder->file[i].name, name) != 0)
        i++;
    return i < folder->n_file ? &folder->file[i] : NULL;
}

/* The bytes of a table of the folder, from its file or from memory; whether
   they were to be had is `found`. */
static enum cor_status have_file(bool *found,
                                 struct cor_source *source,
                                 struct cor_table_folder *folder,
                                 const char *name,
                                 const char *shown,
                                 bool needed,
                                 struct cor_error *err)
{
    *found = false;
    if (folder->path == NULL) {
        const struct cor_source *file = find_file(folder, name);
        if (file == NULL && needed)
            return COR_FAIL(err, COR_CANNOT_READ, "there is no %s", shown);
        *found = file != NULL;
        *source = *found ? *file : (struct cor_source){0};
        return COR_OK;
    }
    const char *path =
        cor_text_print(folder->draft->arena, "%s/%s", folder->path, name);
    if (path == NULL)
        return COR_FAIL_MEMORY(err);
    if (!needed && is_missing(path))
        return COR_OK;
    folder->n_table++;
    return read_file(found, source, folder, path, shown, err);
}

enum cor_status
cor_table_next(bool *out, struct cor_table *table, struct cor_error *err)
{
    const enum cor_status status = cor_csv_next(out, &table->csv, err);
    table->row = table->csv.cell;
    return status;
}

/* A table without a header is as good as none, and worth a word. */
static enum cor_status read_header(bool *found,
                                   struct cor_table *table,
                                   const struct cor_known_columns *known,
                                   struct cor_error *err)
{
    const enum cor_status status = cor_table_next(found, table, err);
    if (status != COR_OK)
        return status;
    if (!*found) {
        cor_report_add(table->draft->report, COR_ERROR, "empty-table",
                       cor_draft_spot(table->draft, table->base), NULL,
                       "the table is empty: not even column names stand here");
        return COR_OK;
    }
    return cor_table_match(table, known) ? COR_OK : COR_FAIL_MEMORY(err);
}

static enum cor_status begin(bool *found,
                             struct cor_table *table,
                             struct cor_source *source,
                             const struct cor_known_columns *known,
                             struct cor_error *err)
{
    struct cor_draft *draft = table->draft;
    const enum cor_status status =
        cor_draft_add_file(&table->base, draft, source, true, err);
    if (status != COR_OK)
        return status;
    *found =
        cor_csv_begin(&table->csv, cor_draft_spot(draft, table->base).source,
                      draft->report, draft->arena);
    if (*found)
        return read_header(found, table, known, err);
    draft->unreadable = true;
    return COR_OK;
}

/* Complaints name the file when the draft is long gone. */
static enum cor_status open_source(bool *found,
                                   struct cor_table *out,
                                   struct cor_draft *draft,
                                   struct cor_source *source,
                                   const char *shown,
                                   const struct cor_known_columns *known,
                                   struct cor_error *err)
{
    source->name = cor_text_escape(draft->report->arena, cor_text_of(shown));
    if (source->name == NULL)
        return COR_FAIL_MEMORY(err);
    *out = (struct cor_table){.draft = draft, .shown = source->name};
    return begin(found, out, source, known, err);
}

enum cor_status cor_table_open_file(bool *found,
                                    struct cor_table *out,
                                    struct cor_draft *draft,
                                    const char *path,
                                    const struct cor_known_columns *known,
                                    struct cor_error *err)
{
    struct cor_source source;
    const enum cor_status status =
        cor_file_read(&source, path, NULL, UINT32_MAX, draft->arena, err);
    return status == COR_OK
               ? open_source(found, out, draft, &source, path, known, err)
               : status;
}

enum cor_status cor_table_open(bool *found,
                               struct cor_table *out,
                               struct cor_table_folder *folder,
                               const char *name,
                               bool needed,
                               const struct cor_known_columns *known,
                               struct cor_error *err)
{
    struct cor_draft *draft = folder->draft;
    const char *shown =
        cor_text_print(draft->arena, "%s/%s", folder->shown, name);
    if (shown == NULL)
        return COR_FAIL_MEMORY(err);
    struct cor_source source;
    const enum cor_status status =
        have_file(found, &source, folder, name, shown, needed, err);
    return status == COR_OK && *found
               ? open_source(found, out, draft, &source, shown, known, err)
               : status;
}
