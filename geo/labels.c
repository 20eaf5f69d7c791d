#include "geo/topojson.h"

#include <corridor/base/csv.h>
#include <corridor/base/number.h>

#include <string.h>

static const char *const kinds[] = {
    [COR_LABEL_COUNTRY] = "country", [COR_LABEL_SEA] = "sea",
    [COR_LABEL_LAKE] = "lake",       [COR_LABEL_RIVER] = "river",
    [COR_LABEL_PLACE] = "place",     [COR_LABEL_LINE] = "line",
};

static const char name_prefix[] = "name_";

/* Columns that every table of labels has. */
enum column { KIND, ID, LON, LAT, RANK, N_COLUMN };

static const char *const titles[N_COLUMN] = {"kind", "id", "lon", "lat",
                                             "rank"};

/* A table being read; the arrays have room for every line of the source. */
struct table {
    struct cor_csv csv;
    size_t column[N_COLUMN]; /* where the columns stand */
    uint32_t n, n_language;
    size_t *name_column;   /* [n_language] */
    const char **language; /* [n_language] */
    enum cor_label_kind *kind;
    const char **id;
    struct cor_point *at;
    uint8_t *rank;
    const char **name; /* [n * n_language] */
    struct cor_arena *arena;
    struct cor_error *err;
};

static enum cor_status
fail_cell(struct table *table, enum column column, const char *why)
{
    const struct cor_spot spot =
        cor_csv_spot(&table->csv, table->column[column]);
    return COR_FAIL_AT(table->err, COR_BAD_INPUT, cor_spot_place(spot), "%s",
                       why);
}

static enum cor_status find_columns(struct table *table)
{
    for (size_t i = 0; i < N_COLUMN; i++) {
        const struct cor_text title = cor_text_of(titles[i]);
        size_t at = 0;
        while (at < table->csv.n_cell &&
               !cor_text_equal(table->csv.cell[at].text, title))
            at++;
        if (at == table->csv.n_cell)
            return COR_FAIL_AT(
                table->err, COR_BAD_INPUT,
                ((struct cor_place){.file = table->csv.source->name}),
                "this table of labels has no column %s", titles[i]);
        table->column[i] = at;
    }
    return COR_OK;
}

static bool cut_prefix(struct cor_text *text, const char *prefix)
{
    const size_t n = strlen(prefix);
    if (text->n <= n || memcmp(text->at, prefix, n) != 0)
        return false;
    text->at += n;
    text->n -= n;
    return true;
}

static enum cor_status find_languages(struct table *table)
{
    const size_t n = table->csv.n_cell;
    table->name_column = cor_arena_array(table->arena, size_t, n);
    table->language = cor_arena_array(table->arena, const char *, n);
    if (table->name_column == NULL || table->language == NULL)
        return COR_FAIL_MEMORY(table->err);
    for (size_t i = 0; i < n; i++) {
        struct cor_text title = table->csv.cell[i].text;
        if (!cut_prefix(&title, name_prefix))
            continue;
        table->name_column[table->n_language] = i;
        table->language[table->n_language] = cor_text_copy(table->arena, title);
        if (table->language[table->n_language++] == NULL)
            return COR_FAIL_MEMORY(table->err);
    }
    return COR_OK;
}

static size_t count_lines(const struct cor_source *source)
{
    size_t n = 1;
    for (size_t i = 0; i < source->n; i++)
        n += source->bytes[i] == '\n' || source->bytes[i] == '\r';
    return n;
}

static enum cor_status make_room(struct table *table)
{
    struct cor_arena *arena = table->arena;
    const size_t n = count_lines(table->csv.source);
    table->kind = cor_arena_array(arena, enum cor_label_kind, n);
    table->id = cor_arena_array(arena, const char *, n);
    table->at = cor_arena_array(arena, struct cor_point, n);
    table->rank = cor_arena_array(arena, uint8_t, n);
    table->name = cor_arena_array(arena, const char *, n * table->n_language);
    if (table->kind == NULL || table->id == NULL || table->at == NULL ||
        table->rank == NULL || table->name == NULL)
        return COR_FAIL_MEMORY(table->err);
    return COR_OK;
}

static struct cor_text cell(const struct table *table, enum column column)
{
    return table->csv.cell[table->column[column]].text;
}

static enum cor_status read_kind(struct table *table)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (cor_text_equal(cell(table, KIND), cor_text_of(kinds[i]))) {
            table->kind[table->n] = (enum cor_label_kind)i;
            return COR_OK;
        }
    return fail_cell(
        table, KIND,
        "the kind of a label is country, sea, lake, river, place or line");
}

static enum cor_status read_numbers(struct table *table)
{
    struct cor_point *at = &table->at[table->n];
    uint64_t rank;
    if (table->kind[table->n] >= COR_LABEL_PLACE) {
        *at = (struct cor_point){0};
        table->rank[table->n] = 0;
        return COR_OK;
    }
    if (!cor_number_parse(&at->lon, cell(table, LON)) ||
        !cor_number_parse(&at->lat, cell(table, LAT)) || !cor_point_valid(*at))
        return fail_cell(table, LON,
                         "lon and lat are degrees, up to 180 and 90");
    if (!cor_number_parse_whole(&rank, cell(table, RANK)) || rank > UINT8_MAX)
        return fail_cell(table, RANK, "the rank is a whole number up to 255");
    table->rank[table->n] = (uint8_t)rank;
    return COR_OK;
}

static enum cor_status read_texts(struct table *table)
{
    const char **name = table->name + (size_t)table->n * table->n_language;
    const char *id = cor_text_copy(table->arena, cell(table, ID));
    bool good = id != NULL;
    for (size_t i = 0; i < table->n_language; i++) {
        const struct cor_csv_cell *written =
            &table->csv.cell[table->name_column[i]];
        name[i] = cor_text_copy(table->arena, written->text);
        good = good && name[i] != NULL;
    }
    table->id[table->n] = id;
    return good ? COR_OK : COR_FAIL_MEMORY(table->err);
}

static enum cor_status read_row(struct table *table)
{
    enum cor_status status = read_kind(table);
    if (status == COR_OK)
        status = read_numbers(table);
    if (status == COR_OK)
        status = read_texts(table);
    table->n++;
    return status;
}

static enum cor_status read_rows(struct table *table)
{
    bool is_row = true;
    while (is_row) {
        enum cor_status status = cor_csv_next(&is_row, &table->csv, table->err);
        if (status == COR_OK && is_row)
            status = read_row(table);
        if (status != COR_OK)
            return status;
    }
    return COR_OK;
}

static enum cor_status read_table(struct table *table)
{
    bool is_row;
    enum cor_status status = cor_csv_next(&is_row, &table->csv, table->err);
    if (status == COR_OK)
        status = find_columns(table);
    if (status == COR_OK)
        status = find_languages(table);
    if (status == COR_OK)
        status = make_room(table);
    return status == COR_OK ? read_rows(table) : status;
}

/* The reader of tables tells a report what is wrong; here the first counts. */
static enum cor_status first_complaint(const struct cor_report *report,
                                       struct cor_error *err)
{
    for (size_t i = 0; i < report->n; i++)
        if (report->item[i].severity == COR_ERROR)
            return COR_FAIL_AT(err, COR_BAD_INPUT, report->item[i].place, "%s",
                               report->item[i].message);
    return report->n_error != 0 ? COR_FAIL_MEMORY(err) : COR_OK;
}

enum cor_status cor_basemap_read_labels(struct cor_basemap_labels *out,
                                        const struct cor_source *source,
                                        struct cor_arena *arena,
                                        struct cor_error *err)
{
    struct cor_report report;
    cor_report_init(&report, arena);
    struct table table = {.arena = arena, .err = err};
    enum cor_status status = COR_OK;
    if (cor_csv_begin(&table.csv, source, &report, arena))
        status = read_table(&table);
    if (status == COR_OK)
        status = first_complaint(&report, err);
    if (status == COR_OK)
        *out = (struct cor_basemap_labels){
            .n = table.n,
            .n_language = table.n_language,
            .language = table.language,
            .kind = table.kind,
            .id = table.id,
            .at = table.at,
            .rank = table.rank,
            .name = table.name,
        };
    return status;
}
