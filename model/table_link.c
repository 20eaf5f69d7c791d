#include "model/table_records.h"

#include <corridor/model/mode.h>

#include <string.h>

/* The mode of links that state none: never guessed, and seen in every result. */
static const char unstated_mode[] = "unstated";

static struct cor_draft_column *open(const struct cor_table_records *records,
                                     uint32_t field)
{
    return cor_draft_open(records->folder->draft, COR_KIND_LINK, field);
}

static uint32_t row_spot(const struct cor_table_records *records)
{
    return cor_table_spot(&records->table, 0);
}

/* A missing `directed` means 1. */
static bool finish_direction(struct cor_table_records *records, uint32_t record)
{
    if (cor_draft_at(records->folder->draft, COR_KIND_LINK, COR_LINK_ONE_WAY,
                     record) != 0)
        return true;
    const struct cor_draft_column *column = open(records, COR_LINK_ONE_WAY);
    if (column == NULL)
        return false;
    cor_table_count(&records->undirected, row_spot(records));
    column->index[record] = true;
    column->spot[record] = row_spot(records);
    return true;
}

static bool finish_mode(struct cor_table_records *records, uint32_t record)
{
    if (cor_draft_at(records->folder->draft, COR_KIND_LINK, COR_LINK_MODE,
                     record) != 0)
        return true;
    const struct cor_draft_column *column = open(records, COR_LINK_MODE);
    if (column == NULL)
        return false;
    cor_table_count(&records->modeless, row_spot(records));
    column->spot[record] = row_spot(records);
    column->word[record] =
        cor_names_add(&records->folder->draft->names[COR_SPACE_MODE],
                      cor_text_of(unstated_mode));
    return column->word[record] != COR_NONE;
}

static void refuse_geometry(struct cor_table_records *records,
                            struct cor_text id)
{
    const struct cor_names *ids = &records->folder->geometry.ids;
    struct cor_draft *draft = records->folder->draft;
    cor_report_add(
        draft->report, COR_ERROR, "unknown-geometry",
        cor_draft_spot(draft,
                       cor_table_spot(&records->table, records->geometry_id)),
        draft->report->n < COR_REPORT_KEPT
            ? cor_report_nearest(draft->report, id, ids->name, ids->n)
            : NULL,
        "there is no geometry '%s' in geometry.csv",
        cor_draft_quote(draft, id));
}

/* Geometry in the row itself comes before the one it refers to. */
static bool refer(struct cor_table_records *records, uint32_t record)
{
    struct cor_draft *draft = records->folder->draft;
    const struct cor_table_geometry *geometry = &records->folder->geometry;
    const struct cor_text id =
        cor_table_cell(&records->table, records->geometry_id);
    if (id.n == 0 ||
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, record) != 0)
        return true;
    if (!geometry->present) {
        cor_table_count(&records->lost_lines,
                        cor_table_spot(&records->table, records->geometry_id));
        return true;
    }
    const uint32_t number = cor_names_find(&geometry->ids, id);
    if (number == COR_NONE) {
        refuse_geometry(records, id);
        return true;
    }
    return geometry->line[number].n == 0 ||
           cor_draft_set_line(draft, COR_KIND_LINK, record, COR_LINK_GEOMETRY,
                              geometry->line[number], geometry->spot[number]);
}

static bool turn(struct cor_draft_line *line, struct cor_arena *arena)
{
    struct cor_point *turned =
        cor_arena_array(arena, struct cor_point, line->n);
    if (turned == NULL)
        return false;
    for (uint32_t i = 0; i < line->n; i++)
        turned[i] = line->point[line->n - 1 - i];
    line->point = turned;
    return true;
}

/* GMNS: -1 says that the line runs from the second node to the first. */
static bool obey_flag(struct cor_table_records *records, uint32_t record)
{
    struct cor_draft *draft = records->folder->draft;
    const struct cor_text flag =
        cor_table_cell(&records->table, records->dir_flag);
    const bool back = cor_text_equal(flag, cor_text_of("-1"));
    if (flag.n != 0 && !back && !cor_text_equal(flag, cor_text_of("1")) &&
        !cor_text_equal(flag, cor_text_of("0")))
        cor_report_add(draft->report, COR_ERROR, "bad-flag",
                       cor_draft_spot(draft, cor_table_spot(&records->table,
                                                            records->dir_flag)),
                       NULL, "dir_flag: '%s' is not 1, 0 or -1",
                       cor_draft_quote(draft, flag));
    if (!back ||
        cor_draft_at(draft, COR_KIND_LINK, COR_LINK_GEOMETRY, record) == 0)
        return true;
    return turn(&open(records, COR_LINK_GEOMETRY)->line[record], draft->arena);
}

bool cor_table_finish_link(struct cor_table_records *records, uint32_t record)
{
    return finish_direction(records, record) && finish_mode(records, record) &&
           (!cor_records_have(records, records->geometry_id) ||
            refer(records, record)) &&
           (!cor_records_have(records, records->dir_flag) ||
            obey_flag(records, record));
}

/* Where a column is missing its header is shown, else the first row. */
static struct cor_spot shown_at(const struct cor_table_records *records,
                                const struct cor_table_count *count,
                                uint32_t field)
{
    const struct cor_table *table = &records->table;
    const size_t column = cor_table_find(table, COR_CELL_FIELD, field);
    return cor_draft_spot(table->draft, cor_records_have(records, column)
                                            ? count->first
                                            : table->base);
}

static void warn_of_missing(const struct cor_table_records *records)
{
    struct cor_report *report = records->folder->draft->report;
    if (records->undirected.n != 0)
        cor_report_add(
            report, COR_WARNING, "directed-unstated",
            shown_at(records, &records->undirected, COR_LINK_ONE_WAY), NULL,
            "links that do not say whether they are directed are taken as "
            "one-way (directed is 1): %u of them",
            records->undirected.n);
    if (records->modeless.n != 0)
        cor_report_add(
            report, COR_WARNING, "mode-unstated",
            shown_at(records, &records->modeless, COR_LINK_MODE), NULL,
            "links without facility_type get the mode '%s': %u of them",
            unstated_mode, records->modeless.n);
    if (records->lost_lines.n != 0)
        cor_report_add(
            report, COR_WARNING, "no-geometry",
            cor_draft_spot(records->folder->draft, records->lost_lines.first),
            NULL,
            "there is no geometry.csv: links that refer to it are straight, %u "
            "of them",
            records->lost_lines.n);
}

static void warn_of_mode(const struct cor_table_records *records,
                         uint32_t mode,
                         const struct cor_table_count *count)
{
    struct cor_draft *draft = records->folder->draft;
    const struct cor_names *modes = &draft->names[COR_SPACE_MODE];
    const char *name = modes->name[mode];
    if (strcmp(name, unstated_mode) == 0)
        return;
    cor_report_add(draft->report, COR_WARNING, "own-mode",
                   cor_draft_spot(draft, count->first),
                   cor_report_nearest(draft->report, cor_text_of(name),
                                      modes->name, COR_N_MODE),
                   "facility_type '%s' is no mode that is known; it is kept as "
                   "a mode of its own (links: %u)",
                   name, count->n);
}

/* Modes beyond those that every scenario knows, each once. */
static bool warn_of_modes(const struct cor_table_records *records)
{
    struct cor_draft *draft = records->folder->draft;
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_LINK, COR_LINK_MODE);
    const uint32_t n = draft->names[COR_SPACE_MODE].n;
    struct cor_table_count *count =
        cor_arena_array(draft->arena, struct cor_table_count, n);
    if (count == NULL)
        return false;
    memset(count, 0, n * sizeof *count);
    for (uint32_t i = records->first; i < draft->table[COR_KIND_LINK].n; i++)
        if (column->word[i] != COR_NONE)
            cor_table_count(&count[column->word[i]], column->spot[i]);
    for (uint32_t mode = COR_N_MODE; mode < n; mode++)
        if (count[mode].n != 0)
            warn_of_mode(records, mode, &count[mode]);
    return true;
}

bool cor_table_judge_links(struct cor_table_records *records)
{
    warn_of_missing(records);
    return records->first == records->folder->draft->table[COR_KIND_LINK].n ||
           warn_of_modes(records);
}
