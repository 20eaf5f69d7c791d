#include "model/foreign.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "model/table_part.h"

static bool add_column(struct cor_foreign_columns *columns,
                       const char *name,
                       struct cor_arena *arena)
{
    struct cor_foreign_column *list = cor_arena_grow(
        arena, columns->column, columns->n, &columns->capacity, sizeof *list);
    if (list == NULL)
        return false;
    columns->column = list;
    list[columns->n++] = (struct cor_foreign_column){.name = name};
    return true;
}

/* The column of a name, added if it is new; `name` is borrowed. */
static bool find(uint32_t *out,
                 struct cor_foreign_columns *columns,
                 const char *name,
                 struct cor_arena *arena)
{
    *out = 0;
    while (*out < columns->n && strcmp(columns->column[*out].name, name) != 0)
        ++*out;
    return *out < columns->n || add_column(columns, name, arena);
}

static bool add_cell(struct cor_foreign_column *column,
                     struct cor_foreign_cell cell,
                     struct cor_arena *arena)
{
    struct cor_foreign_cell *list = cor_arena_grow(
        arena, column->cell, column->n, &column->capacity, sizeof *list);
    if (list == NULL)
        return false;
    column->cell = list;
    list[column->n++] = cell;
    return true;
}

static bool is_taken(const uint32_t *match, size_t n, uint32_t number)
{
    for (size_t i = 0; i < n; i++)
        if (match[i] == number)
            return true;
    return false;
}

/* A name that stands twice, or none at all, still tells columns apart. */
static bool match_column(uint32_t *match,
                         size_t column,
                         struct cor_foreign_columns *columns,
                         const struct cor_table *table)
{
    struct cor_arena *arena = table->draft->arena;
    const struct cor_text text = cor_table_cell(table, column);
    const char *name = text.n == 0
                           ? cor_text_print(arena, "column_%zu", column + 1)
                           : cor_text_copy(arena, text);
    uint32_t number;
    while (name != NULL && find(&number, columns, name, arena)) {
        if (!is_taken(match, column, number)) {
            match[column] = number;
            return true;
        }
        name = cor_text_print(arena, "%s_", name);
    }
    return false;
}

/* What the config says of the files themselves is written anew with them. */
static bool is_read(const struct cor_known_column *known)
{
    return known != NULL &&
           (known->role != COR_CELL_IGNORED ||
            strcmp(known->name, "geometry_field_format") == 0 ||
            strcmp(known->name, "version_number") == 0 ||
            strcmp(known->name, "id_type") == 0);
}

bool cor_foreign_match(uint32_t **out,
                       struct cor_foreign_columns *columns,
                       const struct cor_table *table)
{
    *out = cor_arena_array(table->draft->arena, uint32_t, table->n_column);
    for (size_t i = 0; *out != NULL && i < table->n_column; i++) {
        (*out)[i] = COR_NONE;
        if (!is_read(table->column[i]) &&
            !match_column(*out, i, columns, table))
            return false;
    }
    return *out != NULL;
}

bool cor_foreign_keep_row(struct cor_foreign_columns *columns,
                          const uint32_t *match,
                          const struct cor_table *table,
                          uint32_t record)
{
    for (size_t i = 0; i < table->n_column; i++) {
        if (match[i] == COR_NONE)
            continue;
        const struct cor_text text = cor_table_cell(table, i);
        if (text.n != 0 && !add_cell(&columns->column[match[i]],
                                     (struct cor_foreign_cell){record, text},
                                     table->draft->arena))
            return false;
    }
    return true;
}

bool cor_foreign_keep(struct cor_foreign_columns *columns,
                      const char *name,
                      uint32_t record,
                      struct cor_text text,
                      struct cor_arena *arena)
{
    uint32_t number;
    return find(&number, columns, name, arena) &&
           add_cell(&columns->column[number],
                    (struct cor_foreign_cell){record, text}, arena);
}

static int is_unknown_table(const struct dirent *entry)
{
    const char *name = entry->d_name;
    const size_t n = strlen(name);
    if (n <= 4 || name[0] == '.' || strcmp(name + n - 4, ".csv") != 0 ||
        strcmp(name, "config.csv") == 0 || strcmp(name, "geometry.csv") == 0)
        return 0;
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        if (cor_kinds[kind].table != NULL &&
            strcmp(name, cor_kinds[kind].table) == 0)
            return 0;
    return 1;
}

static bool add_table(struct cor_foreign *foreign,
                      const char *name,
                      struct cor_arena *arena)
{
    const char **list = cor_arena_grow(arena, foreign->table, foreign->n_table,
                                       &foreign->table_capacity, sizeof *list);
    const char *shown = cor_text_escape(arena, cor_text_of(name));
    if (list == NULL || shown == NULL)
        return false;
    foreign->table = list;
    list[foreign->n_table++] = shown;
    return true;
}

bool cor_foreign_list_tables(const struct cor_table_folder *folder)
{
    struct cor_draft *draft = folder->draft;
    struct dirent **entry;
    if (draft->foreign == NULL)
        return true;
    const int n = scandir(folder->path, &entry, is_unknown_table, alphasort);
    bool good = true;
    for (int i = 0; i < n; i++) {
        good =
            good && add_table(draft->foreign, entry[i]->d_name, draft->arena);
        free(entry[i]);
    }
    if (n >= 0)
        free(entry);
    return good;
}
