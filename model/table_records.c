#include "model/table_records.h"

#include <string.h>

#include "model/foreign.h"
#include "model/table.h"

static bool list_fields(struct cor_table_records *records)
{
    const struct cor_table *table = &records->table;
    records->field =
        cor_arena_array(table->draft->arena, size_t, table->n_column);
    if (records->field == NULL)
        return false;
    for (size_t i = 0; i < table->n_column; i++)
        if (table->column[i] != NULL &&
            table->column[i]->role == COR_CELL_FIELD)
            records->field[records->n_field++] = i;
    return true;
}

/* Look at a row of the batch. */
static void turn_to(struct cor_table_records *records, uint32_t row)
{
    records->table.row = records->batch + row * records->table.n_column;
}

static bool read_column(struct cor_table_records *records, size_t column)
{
    struct cor_table *table = &records->table;
    struct cor_text text[COR_BATCH];
    uint32_t spot[COR_BATCH];
    for (uint32_t row = 0; row < records->n_batch; row++) {
        turn_to(records, row);
        text[row] = cor_table_cell(table, column);
        spot[row] = cor_table_spot(table, column);
    }
    return cor_draft_set_cells(table->draft, &table->column[column]->binding,
                               records->first_in_batch, text, spot,
                               records->n_batch);
}

static struct cor_text cell_or_none(const struct cor_table_records *records,
                                    size_t column)
{
    return cor_records_have(records, column)
               ? cor_table_cell(&records->table, column)
               : (struct cor_text){"", 0};
}

/* Units repeat from row to row: each is looked up once. */
static const struct cor_unit *find_unit(struct cor_table_records *records,
                                        struct cor_text text)
{
    if (!cor_text_equal(text, records->unit_text)) {
        records->unit_text = text;
        records->unit = cor_unit_find(text);
    }
    return records->unit;
}

/* "54" and "wagons": let the setter say what it thinks of "54 wagons". */
static bool set_odd_capacity(const struct cor_table_records *records,
                             uint32_t record,
                             struct cor_text number,
                             struct cor_text unit)
{
    const struct cor_table *table = &records->table;
    struct cor_draft *draft = table->draft;
    char *both = cor_arena_array(draft->arena, char, number.n + 1 + unit.n);
    if (both == NULL)
        return false;
    memcpy(both, number.at, number.n);
    both[number.n] = ' ';
    memcpy(both + number.n + 1, unit.at, unit.n);
    return cor_draft_set_cell(draft, &table->column[records->capacity]->binding,
                              record,
                              (struct cor_text){both, number.n + 1 + unit.n},
                              cor_table_spot(table, records->capacity));
}

static bool set_capacity(struct cor_table_records *records,
                         uint32_t record,
                         struct cor_text number,
                         struct cor_text unit_text)
{
    const struct cor_table *table = &records->table;
    struct cor_binding binding = table->column[records->capacity]->binding;
    const uint32_t allowed =
        cor_kinds[records->kind].field[binding.field].dimensions;
    const struct cor_unit *unit = find_unit(records, unit_text);
    if (unit == NULL || (allowed & COR_DIM_SET(unit->dimension)) == 0)
        return set_odd_capacity(records, record, number, unit_text);
    binding.factor = unit->factor;
    binding.dimension = unit->dimension;
    return cor_draft_set_cell(table->draft, &binding, record, number,
                              cor_table_spot(table, records->capacity));
}

/* GMNS has capacities in vehicles per hour and lane, which is not what is
   shipped: without a unit they are left alone. */
static bool read_capacity(struct cor_table_records *records, uint32_t record)
{
    const struct cor_text number = cell_or_none(records, records->capacity);
    if (number.n == 0)
        return true;
    const uint32_t spot = cor_table_spot(&records->table, records->capacity);
    const struct cor_text unit = cell_or_none(records, records->capacity_unit);
    if (unit.n != 0)
        return set_capacity(records, record, number, unit);
    struct cor_quantity quantity;
    const bool is_bare =
        cor_quantity_parse(&quantity, number, ~0u) == COR_QUANTITY_NO_UNIT;
    if (!is_bare || records->kind == COR_KIND_FLOW)
        return cor_draft_set_cell(
            records->folder->draft,
            &records->table.column[records->capacity]->binding, record, number,
            spot);
    cor_table_count(&records->unitless, spot);
    struct cor_draft *draft = records->folder->draft;
    return draft->foreign == NULL ||
           cor_foreign_keep(&draft->foreign->of[records->kind], "capacity",
                            record, number, draft->arena);
}

static bool add_row(struct cor_table_records *records)
{
    const struct cor_table *table = &records->table;
    uint32_t record;
    if (!cor_draft_record(&record, records->folder->draft, records->kind,
                          cor_table_spot(table, 0)))
        return false;
    if (records->n_batch == 0)
        records->first_in_batch = record;
    memcpy(records->batch + records->n_batch++ * table->n_column, table->row,
           table->n_column * sizeof *table->row);
    return true;
}

static bool keep_foreign(struct cor_table_records *records, uint32_t record)
{
    struct cor_foreign *foreign = records->folder->draft->foreign;
    return foreign == NULL ||
           cor_foreign_keep_row(&foreign->of[records->kind], records->foreign,
                                &records->table, record);
}

static bool finish_row(struct cor_table_records *records, uint32_t record)
{
    return read_capacity(records, record) && keep_foreign(records, record) &&
           (records->kind != COR_KIND_LINK ||
            cor_table_finish_link(records, record));
}

static bool read_batch(struct cor_table_records *records)
{
    for (size_t i = 0; i < records->n_field; i++)
        if (!read_column(records, records->field[i]))
            return false;
    for (uint32_t row = 0; row < records->n_batch; row++) {
        turn_to(records, row);
        if (!finish_row(records, records->first_in_batch + row))
            return false;
    }
    records->n_batch = 0;
    return true;
}

/* In blocks whose counts fit into a byte, which compilers count side by side. */
static size_t count_byte(const struct cor_source *source, char byte)
{
    enum { BLOCK = 64 };
    const char *at = source->bytes, *end = at + source->n;
    size_t n = 0;
    for (; end - at >= BLOCK; at += BLOCK) {
        uint8_t in_block = 0;
        for (int i = 0; i < BLOCK; i++)
            in_block = (uint8_t)(in_block + (at[i] == byte));
        n += in_block;
    }
    for (; at < end; at++)
        n += *at == byte;
    return n;
}

/* No more rows than line ends, and each has a byte for every column. */
static bool reserve(struct cor_table_records *records)
{
    const struct cor_table *table = &records->table;
    const struct cor_source *source = table->csv.source;
    size_t n = count_byte(source, '\n');
    if (n == 0)
        n = count_byte(source, '\r');
    const size_t most = source->n / table->n_column;
    n = 1 + (n < most ? n : most);
    const enum cor_space space = cor_kinds[records->kind].space;
    return cor_draft_reserve(table->draft, records->kind, n) &&
           (space == COR_N_SPACE ||
            cor_names_reserve(&table->draft->names[space], n));
}

bool cor_table_void(struct cor_table_records *records, uint32_t field)
{
    struct cor_draft *draft = records->folder->draft;
    const struct cor_draft_table *table = &draft->table[records->kind];
    if (records->first == table->n)
        return true;
    const struct cor_draft_column *column =
        cor_draft_open(draft, records->kind, field);
    if (column == NULL)
        return false;
    for (uint32_t i = records->first; i < table->n; i++) {
        column->spot[i] = table->spot[i];
        cor_draft_put_void(column, cor_kinds[records->kind].field[field].type,
                           i);
    }
    return true;
}

/* A column that is missing was complained of once; its rows need not be. */
static bool void_missing(struct cor_table_records *records)
{
    const struct cor_kind_row *kind = &cor_kinds[records->kind];
    for (uint32_t i = 0; i < kind->n_field; i++)
        if (kind->field[i].required && !kind->field[i].tables_may_lack &&
            !cor_records_have(
                records, cor_table_find(&records->table, COR_CELL_FIELD, i)) &&
            !cor_table_void(records, i))
            return false;
    return true;
}

static bool judge(struct cor_table_records *records)
{
    if (records->unitless.n != 0)
        cor_report_add(
            records->folder->draft->report, COR_WARNING, "no-unit",
            cor_draft_spot(records->folder->draft, records->unitless.first),
            "add a column capacity_unit",
            "capacities without a unit are not used: %u of them",
            records->unitless.n);
    if (!void_missing(records))
        return false;
    switch (records->kind) {
    case COR_KIND_PLACE:
        return cor_table_judge_places(records);
    case COR_KIND_LINK:
        return !records->table.complete || cor_table_judge_links(records);
    default:
        return true;
    }
}

/* The header is the row that was read last. */
static bool match_foreign(struct cor_table_records *records)
{
    struct cor_foreign *foreign = records->folder->draft->foreign;
    return foreign == NULL ||
           cor_foreign_match(&records->foreign, &foreign->of[records->kind],
                             &records->table);
}

static bool begin(struct cor_table_records *records)
{
    const struct cor_table *table = &records->table;
    records->first = records->folder->draft->table[records->kind].n;
    records->capacity = cor_table_find(table, COR_CELL_CAPACITY, 0);
    records->capacity_unit = cor_table_find(table, COR_CELL_CAPACITY_UNIT, 0);
    records->geometry_id = cor_table_find(table, COR_CELL_GEOMETRY_ID, 0);
    records->dir_flag = cor_table_find(table, COR_CELL_DIR_FLAG, 0);
    records->batch = cor_arena_array(table->draft->arena, struct cor_csv_cell,
                                     COR_BATCH * table->n_column);
    return records->batch != NULL && list_fields(records) &&
           match_foreign(records) && reserve(records);
}

static enum cor_status read_rows(struct cor_table_records *records,
                                 struct cor_error *err)
{
    if (!begin(records))
        return COR_FAIL_MEMORY(err);
    for (;;) {
        bool more;
        const enum cor_status status =
            cor_table_next(&more, &records->table, err);
        if (status != COR_OK)
            return status;
        if (more && !add_row(records))
            return COR_FAIL_MEMORY(err);
        if ((!more || records->n_batch == COR_BATCH) && !read_batch(records))
            return COR_FAIL_MEMORY(err);
        if (!more)
            return judge(records) ? COR_OK : COR_FAIL_MEMORY(err);
    }
}

enum cor_status cor_table_read_records(struct cor_table_folder *folder,
                                       enum cor_kind kind,
                                       bool needed,
                                       struct cor_error *err)
{
    struct cor_known_columns known;
    if (!cor_known_columns_of(&known, folder->draft, kind, &folder->config))
        return COR_FAIL_MEMORY(err);
    struct cor_table_records records = {.folder = folder, .kind = kind};
    bool found;
    const enum cor_status status =
        cor_table_open(&found, &records.table, folder, cor_kinds[kind].table,
                       needed, &known, err);
    return status != COR_OK || !found ? status : read_rows(&records, err);
}

enum cor_status cor_table_read_file(struct cor_draft *draft,
                                    enum cor_kind kind,
                                    const char *path,
                                    struct cor_error *err)
{
    struct cor_table_folder alone = {.draft = draft, .shown = path};
    struct cor_table_records records = {.folder = &alone, .kind = kind};
    struct cor_known_columns known;
    bool found;
    if (!cor_known_columns_of(&known, draft, kind, &alone.config))
        return COR_FAIL_MEMORY(err);
    draft->layer++;
    const enum cor_status status =
        cor_table_open_file(&found, &records.table, draft, path, &known, err);
    return status != COR_OK || !found ? status : read_rows(&records, err);
}
