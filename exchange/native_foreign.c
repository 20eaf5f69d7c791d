#include "exchange/native_foreign.h"

#include <corridor/base/number.h>

#include <string.h>
#include <strings.h>

#include "exchange/native.h"

/* Integers to this length are exact as numbers of every program. */
enum { WHOLE_DIGITS = 15 };

static bool is_whole(struct cor_text text)
{
    const bool sign = text.n > 1 && text.at[0] == '-';
    const size_t n = text.n - sign;
    const char *at = text.at + sign;
    for (size_t i = 0; i < n; i++)
        if (at[i] < '0' || at[i] > '9')
            return false;
    return n != 0 && n <= WHOLE_DIGITS && (at[0] != '0' || text.n == 1);
}

/* Whether a number written again stands there as before. */
static bool is_number(struct cor_text text)
{
    char again[COR_NUMBER_SIZE];
    double value;
    if (!cor_number_parse(&value, text))
        return false;
    cor_number_format(again, value);
    return cor_text_equal(cor_text_of(again), text);
}

/* Nobody says what the values are: numbers only if all of them are, and none
   would look different. */
static enum cor_column_type type_of(const struct cor_foreign_column *column)
{
    enum cor_column_type type = COR_COLUMN_WHOLE;
    for (size_t i = 0; i < column->n; i++) {
        const struct cor_text text = column->cell[i].text;
        if (type == COR_COLUMN_WHOLE && !is_whole(text))
            type = COR_COLUMN_NUMBER;
        if (type == COR_COLUMN_NUMBER && !is_number(text))
            return COR_COLUMN_TEXT;
    }
    return type;
}

static bool is_stated(const struct cor_foreign_column *column,
                      const bool *living)
{
    for (size_t i = 0; i < column->n; i++)
        if (living[column->cell[i].record])
            return true;
    return false;
}

/* Databases do not tell names of columns apart by case. */
static bool is_taken(const struct cor_sheet *sheet, const char *name)
{
    for (uint32_t i = 0; i < sheet->n_column; i++)
        if (strcasecmp(sheet->column[i].name, name) == 0)
            return true;
    return false;
}

static enum cor_status add_column(uint32_t *out,
                                  struct cor_sheet *sheet,
                                  const struct cor_foreign_column *column,
                                  struct cor_error *err)
{
    const char *name = column->name;
    while (name != NULL && is_taken(sheet, name))
        name = cor_text_print(sheet->in->arena, "%s_", name);
    if (name == NULL)
        return COR_FAIL_MEMORY(err);
    const enum cor_status status =
        cor_sheet_column(out, sheet, cor_text_of(name), err);
    if (status == COR_OK)
        sheet->column[*out].type = type_of(column);
    return status;
}

/* A capacity without unit stands in the column of those that have one; what we
   measure is measured anew. */
static enum cor_status match_column(uint32_t *out,
                                    struct cor_sheet *sheet,
                                    const struct cor_foreign_column *column,
                                    struct cor_error *err)
{
    const uint32_t own = cor_sheet_find(sheet, column->name);
    *out = COR_NONE;
    if (own != COR_NONE && strcmp(column->name, "geodesic_km") == 0)
        return COR_OK;
    if (own != COR_NONE && strcmp(column->name, "capacity") == 0) {
        *out = own;
        return COR_OK;
    }
    return add_column(out, sheet, column, err);
}

enum cor_status cor_native_foreign_begin(struct cor_native_foreign *out,
                                         struct cor_sheet *sheet,
                                         const struct cor_foreign_columns *from,
                                         const bool *living,
                                         struct cor_arena *arena,
                                         struct cor_error *err)
{
    struct cor_native_foreign foreign = {
        .from = from,
        .column = cor_arena_array(arena, uint32_t, from->n),
        .next = cor_arena_take_zero(arena, from->n, sizeof *foreign.next),
    };
    enum cor_status status = foreign.column == NULL || foreign.next == NULL
                                 ? COR_FAIL_MEMORY(err)
                                 : COR_OK;
    for (uint32_t i = 0; i < from->n && status == COR_OK; i++) {
        foreign.column[i] = COR_NONE;
        if (is_stated(&from->column[i], living))
            status =
                match_column(&foreign.column[i], sheet, &from->column[i], err);
    }
    *out = foreign;
    return status;
}

static enum cor_status put_cell(struct cor_native_foreign *foreign,
                                uint32_t number,
                                struct cor_sheet *sheet,
                                uint32_t record,
                                struct cor_error *err)
{
    const struct cor_foreign_column *column = &foreign->from->column[number];
    size_t *next = &foreign->next[number];
    while (*next < column->n && column->cell[*next].record < record)
        ++*next;
    if (*next == column->n || column->cell[*next].record != record)
        return COR_OK;
    return cor_sheet_copy(sheet, foreign->column[number],
                          column->cell[*next].text, err);
}

enum cor_status cor_native_foreign_put(struct cor_native_foreign *foreign,
                                       struct cor_sheet *sheet,
                                       uint32_t record,
                                       struct cor_error *err)
{
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < foreign->from->n && status == COR_OK; i++)
        if (foreign->column[i] != COR_NONE)
            status = put_cell(foreign, i, sheet, record, err);
    return status;
}

enum cor_status cor_native_config(struct cor_sheets *sheets,
                                  const struct cor_draft *draft,
                                  struct cor_error *err)
{
    const struct cor_foreign_columns *config = &draft->foreign->config;
    struct cor_sheet *sheet = NULL;
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < config->n && status == COR_OK; i++) {
        if (config->column[i].n == 0)
            continue;
        if (sheet == NULL) {
            sheet = cor_sheet_add(sheets, "config", NULL);
            status = sheet == NULL ? COR_FAIL_MEMORY(err)
                                   : cor_sheet_row(sheet, 0, err);
        }
        if (status == COR_OK)
            status =
                cor_native_set(sheet, config->column[i].name, COR_COLUMN_TEXT,
                               config->column[i].cell[0].text, err);
    }
    return status;
}

static void count(struct cor_buffer *out,
                  const struct cor_foreign_column *column,
                  size_t n,
                  const char *table)
{
    if (n == 0)
        return;
    cor_buffer_text(out, out->n == 0 ? "" : ", ");
    cor_buffer_whole(out, n);
    cor_buffer_text(out, n == 1 ? " value of '" : " values of '");
    cor_buffer_text(out, column->name);
    cor_buffer_text(out, "' in ");
    cor_buffer_text(out, table);
}

static void count_all(struct cor_buffer *out,
                      const struct cor_foreign_columns *columns,
                      const char *table)
{
    for (uint32_t i = 0; i < columns->n; i++)
        count(out, &columns->column[i], columns->column[i].n, table);
}

/* Of several configs the first is written. */
static void count_configs(struct cor_buffer *out,
                          const struct cor_foreign_columns *config)
{
    for (uint32_t i = 0; i < config->n; i++) {
        const struct cor_foreign_column *column = &config->column[i];
        size_t n = 0;
        for (size_t k = 1; k < column->n; k++)
            n += !cor_text_equal(column->cell[k].text, column->cell[0].text);
        count(out, column, n, "config.csv");
    }
}

void cor_native_lost(struct cor_buffer *out, const struct cor_draft *draft)
{
    const struct cor_foreign *foreign = draft->foreign;
    count_configs(out, &foreign->config);
    count_all(out, &foreign->geometry, "geometry.csv");
    count_all(out, &foreign->of[COR_KIND_RIVAL],
              cor_kinds[COR_KIND_RIVAL].table);
    for (size_t i = 0; i < foreign->n_table; i++) {
        cor_buffer_text(out, out->n == 0 ? "the table " : ", the table ");
        cor_buffer_text(out, foreign->table[i]);
    }
}
