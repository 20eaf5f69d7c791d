#include "model/draft.h"

#include <corridor/model/mode.h>

#include <math.h>
#include <string.h>

bool cor_draft_init(struct cor_draft *draft,
                    struct cor_arena *arena,
                    struct cor_arena *kept,
                    struct cor_report *report)
{
    *draft = (struct cor_draft){
        .arena = arena,
        .kept = kept,
        .report = report,
        .n_error_before = report->n_error,
        .next_base = 1,
        .as_of = COR_NO_DATE,
        .hash = COR_HASH_START,
    };
    for (int space = 0; space < COR_N_SPACE; space++)
        cor_names_init(&draft->names[space], kept);
    for (int mode = 0; mode < COR_N_MODE; mode++)
        if (cor_names_add(&draft->names[COR_SPACE_MODE],
                          cor_text_of(cor_modes[mode].name)) == COR_NONE)
            return false;
    return true;
}

enum cor_status cor_draft_add_file(uint32_t *base,
                                   struct cor_draft *draft,
                                   const struct cor_source *source,
                                   bool is_table,
                                   struct cor_error *err)
{
    /* The byte after the last one has a spot too: the end of the file. */
    if (source->n >= UINT32_MAX - draft->next_base)
        return COR_FAIL(err, COR_BAD_INPUT, "more than 4 GiB of files");
    const struct cor_source *kept =
        cor_arena_copy(draft->arena, source, 1, sizeof *source);
    struct cor_draft_file *file =
        cor_arena_grow(draft->arena, draft->file, draft->n_file,
                       &draft->file_capacity, sizeof *file);
    if (kept == NULL || file == NULL)
        return COR_FAIL_MEMORY(err);
    draft->file = file;
    file[draft->n_file++] =
        (struct cor_draft_file){kept, draft->next_base, draft->layer, is_table};
    draft->hash = cor_hash_long(draft->hash, source->bytes, source->n);
    *base = draft->next_base;
    draft->next_base += (uint32_t)source->n + 1;
    return COR_OK;
}

const struct cor_draft_file *cor_draft_file_of(const struct cor_draft *draft,
                                               uint32_t spot)
{
    for (size_t i = draft->n_file; spot != 0 && i-- > 0;)
        if (draft->file[i].base <= spot)
            return &draft->file[i];
    return NULL;
}

struct cor_spot cor_draft_spot(const struct cor_draft *draft, uint32_t spot)
{
    const struct cor_draft_file *file = cor_draft_file_of(draft, spot);
    if (file == NULL)
        return (struct cor_spot){0};
    return (struct cor_spot){file->source, spot - file->base};
}

const char *cor_draft_quote(struct cor_draft *draft, struct cor_text text)
{
    enum { SHOWN = 80 };
    if (draft->report->n >= COR_REPORT_KEPT)
        return "";
    size_t n = text.n < SHOWN ? text.n : SHOWN;
    while (n < text.n && n > 0 && ((unsigned char)text.at[n] & 0xC0) == 0x80)
        n--;
    const char *copy =
        cor_text_copy(draft->report->arena, (struct cor_text){text.at, n});
    return copy == NULL ? "" : copy;
}

size_t cor_draft_width(enum cor_field_type type)
{
    static const size_t of[] = {
        [COR_TYPE_ID] = sizeof(uint32_t),
        [COR_TYPE_NAME] = sizeof(uint32_t),
        [COR_TYPE_TEXT] = sizeof(struct cor_text),
        [COR_TYPE_NUMBER] = sizeof(double),
        [COR_TYPE_WHOLE] = sizeof(double),
        [COR_TYPE_QUANTITY] = sizeof(double),
        [COR_TYPE_DATE] = sizeof(cor_date),
        [COR_TYPE_BOOL] = sizeof(uint8_t),
        [COR_TYPE_ENUM] = sizeof(uint8_t),
        [COR_TYPE_NAMES] = sizeof(struct cor_draft_list),
        [COR_TYPE_NUMBERS] = sizeof(struct cor_draft_list),
        [COR_TYPE_POINTS] = sizeof(struct cor_draft_line),
        [COR_TYPE_WKT] = sizeof(struct cor_draft_line),
        [COR_TYPE_TERMS] = sizeof(struct cor_draft_list),
        [COR_TYPE_MEMBERS] = sizeof(struct cor_draft_list),
    };
    return of[type];
}

/* Small columns are not worth the trouble. */
enum { FEWEST_KEPT = 4096 };

/* A longer copy of an array; NULL for want of memory. */
static void *widen(struct cor_arena *arena,
                   const void *array,
                   size_t n,
                   size_t capacity,
                   size_t size)
{
    void *wide = cor_arena_take(arena, capacity, size);
    if (wide != NULL && array != NULL && n != 0)
        memcpy(wide, array, n * size);
    return wide;
}

/* The same, the rest of it zero. */
static void *widen_zero(struct cor_arena *arena,
                        const void *array,
                        size_t n,
                        size_t capacity,
                        size_t size)
{
    unsigned char *wide = widen(arena, array, n, capacity, size);
    const size_t used = array == NULL ? 0 : n;
    if (wide != NULL)
        memset(wide + used * size, 0, (capacity - used) * size);
    return wide;
}

/* Whether a scenario may have values of a type as a draft has them. */
static bool may_serve(enum cor_field_type type)
{
    return type == COR_TYPE_NAME || type == COR_TYPE_QUANTITY ||
           type == COR_TYPE_DATE || type == COR_TYPE_BOOL ||
           type == COR_TYPE_ENUM;
}

static bool widen_column(struct cor_draft *draft,
                         struct cor_draft_column *column,
                         const struct cor_field *field,
                         size_t n,
                         size_t capacity)
{
    /* Room made at once for a whole table will hardly be outgrown. */
    const bool is_kept =
        n == 0 && capacity >= FEWEST_KEPT && may_serve(field->type);
    void *at = widen(is_kept ? draft->kept : draft->arena, column->at, n,
                     capacity, cor_draft_width(field->type));
    uint32_t *spot =
        widen_zero(draft->arena, column->spot, n, capacity, sizeof *spot);
    uint8_t *dimension = NULL;
    if (field->type == COR_TYPE_QUANTITY)
        dimension = widen(draft->arena, column->dimension, n, capacity, 1);
    if (at == NULL || spot == NULL ||
        (dimension == NULL && field->type == COR_TYPE_QUANTITY))
        return false;
    column->at = at;
    column->spot = spot;
    column->dimension = dimension;
    column->is_kept = is_kept;
    return true;
}

static bool
widen_table(struct cor_draft *draft, enum cor_kind kind, size_t capacity)
{
    struct cor_draft_table *table = &draft->table[kind];
    uint32_t *spot = widen(draft->arena, table->spot, table->n, capacity,
                           sizeof *table->spot);
    bool *dead = widen_zero(draft->arena, table->dead, table->n, capacity,
                            sizeof *table->dead);
    if (spot == NULL || dead == NULL)
        return false;
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        if (table->column[i].spot != NULL &&
            !widen_column(draft, &table->column[i], &cor_kinds[kind].field[i],
                          table->n, capacity))
            return false;
    table->spot = spot;
    table->dead = dead;
    table->capacity = capacity;
    return true;
}

bool cor_draft_reserve(struct cor_draft *draft, enum cor_kind kind, size_t n)
{
    const struct cor_draft_table *table = &draft->table[kind];
    if (n > UINT32_MAX / 4 - table->n)
        return false;
    return table->n + n <= table->capacity ||
           widen_table(draft, kind, table->n + n);
}

bool cor_draft_record(uint32_t *out,
                      struct cor_draft *draft,
                      enum cor_kind kind,
                      uint32_t spot)
{
    enum { FIRST_CAPACITY = 16 };
    struct cor_draft_table *table = &draft->table[kind];
    if (table->n == table->capacity &&
        !cor_draft_reserve(draft, kind,
                           table->n == 0 ? FIRST_CAPACITY : table->n))
        return false;
    table->spot[table->n] = spot;
    *out = table->n++;
    return true;
}

struct cor_draft_column *
cor_draft_open(struct cor_draft *draft, enum cor_kind kind, uint32_t field)
{
    struct cor_draft_table *table = &draft->table[kind];
    struct cor_draft_column *column = &table->column[field];
    if (column->spot == NULL &&
        !widen_column(draft, column, &cor_kinds[kind].field[field], 0,
                      table->capacity))
        return NULL;
    return column;
}
