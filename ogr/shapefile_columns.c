#include "ogr/shapefile_columns.h"

#include <corridor/base/number.h>

#include <stdio.h>
#include <string.h>

/* dBase III: names, texts, and numbers as text, of which GDAL writes up to 32
   digits but others read 19. */
enum { MOST_NAME = 10, MOST_TEXT = 254, MOST_NUMBER = 19, MOST_DECIMALS = 15 };

/* Ten letters, the last of which tell apart what would else be alike. */
static const char *
cut_name(struct cor_names *names, const char *name, struct cor_arena *arena)
{
    const char *cut = cor_text_print(arena, "%.*s", MOST_NAME, name);
    for (unsigned i = 1; cut != NULL; i++) {
        char number[COR_NUMBER_SIZE];
        if (cor_names_find(names, cor_text_of(cut)) == COR_NONE)
            break;
        const int n = snprintf(number, sizeof number, "%u", i);
        cut = cor_text_print(arena, "%.*s%s", MOST_NAME - n, name, number);
    }
    const uint32_t number =
        cut == NULL ? COR_NONE : cor_names_add(names, cor_text_of(cut));
    return number == COR_NONE ? NULL : names->name[number];
}

/* Digits before and after the point of the widest numbers. What has an exponent
   is taken for very small, and gets all decimals. */
static void measure(int *whole, int *decimals, struct cor_text text)
{
    const char *point = memchr(text.at, '.', text.n);
    const int before = point == NULL ? (int)text.n : (int)(point - text.at);
    const int after = memchr(text.at, 'e', text.n) != NULL ? MOST_DECIMALS
                      : point == NULL                      ? 0
                                      : (int)text.n - before - 1;
    if (before > *whole)
        *whole = before;
    if (after > *decimals)
        *decimals = after;
}

static int limit(int value, int most)
{
    return value < most ? value : most;
}

static void size_number(struct cor_ogr_column *out,
                        const struct cor_sheet_column *column)
{
    int whole = 1, decimals = 0;
    for (size_t row = 0; row < column->n_cell; row++)
        if (column->cell[row].n != 0)
            measure(&whole, &decimals, column->cell[row]);
    out->type = OFTReal;
    out->subtype = OFSTNone;
    out->precision = limit(decimals, MOST_DECIMALS);
    if (whole + 1 + out->precision > MOST_NUMBER)
        out->precision = whole + 2 > MOST_NUMBER ? 0 : MOST_NUMBER - whole - 1;
    out->width =
        limit(whole + (out->precision != 0) + out->precision, MOST_NUMBER);
}

static size_t size_text(struct cor_ogr_column *out,
                        const struct cor_sheet_column *column)
{
    size_t most = 1, n_cut = 0;
    for (size_t row = 0; row < column->n_cell; row++) {
        const size_t n = column->cell[row].n;
        most = n > most ? n : most;
        n_cut += n > MOST_TEXT;
    }
    out->width = most < MOST_TEXT ? (int)most : MOST_TEXT;
    return n_cut;
}

static void size(struct cor_ogr *ogr,
                 struct cor_ogr_column *out,
                 const struct cor_sheet_column *column,
                 const char *sheet)
{
    *out = (struct cor_ogr_column){out->name, OFTString, OFSTNone, 0, 0};
    if (column->type != COR_COLUMN_TEXT) {
        size_number(out, column);
        return;
    }
    const size_t n_cut = size_text(out, column);
    if (n_cut != 0)
        cor_ogr_say(ogr, COR_WARNING, "cut-text",
                    "%zu texts in column '%s' of '%s' are longer than a "
                    "Shapefile's %d bytes, and are cut",
                    n_cut, column->name, sheet, MOST_TEXT);
}

static void note_names(struct cor_ogr *ogr,
                       const struct cor_sheet *sheet,
                       const struct cor_ogr_column *column)
{
    char text[900] = "";
    size_t n = 0;
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        const char *whole = sheet->column[i].name;
        if (i == sheet->geometry || strcmp(whole, column[i].name) == 0 ||
            n >= sizeof text)
            continue;
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s is %s",
                              n == 0 ? "" : ", ", whole, column[i].name);
    }
    if (n != 0)
        cor_ogr_say(ogr, COR_NOTE, "cut-names",
                    "a Shapefile's columns have ten letters; in '%s' %s",
                    sheet->name, text);
}

enum cor_status cor_ogr_narrow(const struct cor_ogr_column **out,
                               struct cor_ogr *ogr,
                               const struct cor_sheet *sheet,
                               struct cor_error *err)
{
    struct cor_names names;
    struct cor_ogr_column *column =
        cor_arena_array(ogr->arena, struct cor_ogr_column, sheet->n_column);
    if (column == NULL)
        return COR_FAIL_MEMORY(err);
    cor_names_init(&names, ogr->arena);
    for (uint32_t i = 0; i < sheet->n_column; i++) {
        if (i == sheet->geometry)
            continue;
        column[i].name = cut_name(&names, sheet->column[i].name, ogr->arena);
        if (column[i].name == NULL)
            return COR_FAIL_MEMORY(err);
        size(ogr, &column[i], &sheet->column[i], sheet->name);
    }
    note_names(ogr, sheet, column);
    *out = column;
    return COR_OK;
}
