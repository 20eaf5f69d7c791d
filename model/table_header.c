#include "model/table_part.h"

#include <stdio.h>
#include <string.h>

/* dBase III: the longest name of a field. */
enum { CUT_AT = 10 };

/* Near names are looked for, and columns listed, up to these. */
enum { MOST_SEARCHED = 100, MOST_LISTED = 20 };

/* Columns that GMNS has and this library does not read, so that none of them
   is taken for a slip: GMNS specification 0.96, node and link tables. */
static const char *const other_gmns[] = {
    "z_coord",       "ctrl_type",      "zone_id",   "parent_node_id",
    "notes",         "parent_link_id", "grade",     "lanes",
    "bike_facility", "ped_facility",   "parking",   "allowed_uses",
    "toll",          "jurisdiction",   "row_width", "facility_id",
};

/* The header of a table on its way to its columns. */
struct header {
    struct cor_table *table;
    const struct cor_known_columns *known;
    struct cor_text *name; /* [n_column] in lower case, without blanks */
};

static struct cor_spot spot_of(const struct header *header, size_t column)
{
    return cor_csv_spot(&header->table->csv, column);
}

static struct cor_report *report_of(const struct header *header)
{
    return header->table->draft->report;
}

static const char *quote(const struct header *header, size_t column)
{
    return cor_draft_quote(header->table->draft,
                           cor_table_cell(header->table, column));
}

static bool lower(struct cor_text *name, struct cor_arena *arena)
{
    char *copy = cor_text_copy(arena, *name);
    if (copy == NULL)
        return false;
    for (size_t i = 0; i < name->n; i++)
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] - 'A' + 'a');
    name->at = copy;
    return true;
}

/* A number that waits for its unit fills a field too. */
static bool is_value(const struct cor_known_column *column)
{
    return column->role == COR_CELL_FIELD || column->role == COR_CELL_CAPACITY;
}

static bool same_target(const struct cor_known_column *a,
                        const struct cor_known_column *b)
{
    if (a->role == b->role && a->role != COR_CELL_FIELD)
        return true;
    return is_value(a) && is_value(b) && a->binding.field == b->binding.field;
}

/* The column that fills what a known one fills; n_column if there is none. */
static size_t find_target(const struct cor_table *table,
                          const struct cor_known_column *known)
{
    size_t i = 0;
    while (i < table->n_column &&
           (table->column[i] == NULL || !same_target(table->column[i], known)))
        i++;
    return i;
}

static const struct cor_known_column *
find_whole(const struct cor_known_columns *known, struct cor_text name)
{
    for (size_t i = 0; i < known->n; i++)
        if (cor_text_equal(cor_text_of(known->column[i].name), name))
            return &known->column[i];
    return NULL;
}

/* The only known column whose name begins so. */
static const struct cor_known_column *
find_cut(const struct cor_known_columns *known, struct cor_text name)
{
    const struct cor_known_column *found = NULL;
    for (size_t i = 0; name.n == CUT_AT && i < known->n; i++) {
        const struct cor_known_column *column = &known->column[i];
        if (strncmp(column->name, name.at, CUT_AT) != 0)
            continue;
        if (found != NULL)
            return NULL;
        found = column;
    }
    return found;
}

static void
refuse_twice(const struct header *header, size_t column, size_t first)
{
    const struct cor_place place = cor_spot_place(spot_of(header, first));
    cor_report_add(report_of(header), COR_ERROR, "duplicate-column",
                   spot_of(header, column), NULL,
                   "column '%s' stands twice, first at %u:%u",
                   quote(header, column), place.line, place.column);
}

static void match_whole(const struct header *header)
{
    struct cor_table *table = header->table;
    for (size_t i = 0; i < table->n_column; i++) {
        const struct cor_known_column *known =
            find_whole(header->known, header->name[i]);
        if (known == NULL)
            continue;
        const size_t first = find_target(table, known);
        if (first < table->n_column && table->column[first] == known)
            refuse_twice(header, i, first);
        else
            table->column[i] = known;
    }
}

static void match_cut(const struct header *header)
{
    struct cor_table *table = header->table;
    for (size_t i = 0; i < table->n_column; i++) {
        const struct cor_known_column *known =
            table->column[i] == NULL ? find_cut(header->known, header->name[i])
                                     : NULL;
        if (known != NULL && find_target(table, known) == table->n_column)
            table->column[i] = known;
    }
}

/* An unknown column whose name is near to one that is missing. */
static size_t find_slip(const struct header *header, const char *name)
{
    const struct cor_table *table = header->table;
    for (size_t i = 0; i < table->n_column && i < MOST_SEARCHED; i++)
        if (table->column[i] == NULL && header->name[i].n != 0 &&
            cor_text_nearest(header->name[i], &name, 1) != NULL)
            return i;
    return table->n_column;
}

/* Other separators make one column of a whole header. */
static bool has_no_commas(const struct header *header)
{
    const struct cor_text name = header->name[0];
    return header->table->n_column == 1 &&
           (memchr(name.at, ';', name.n) != NULL ||
            memchr(name.at, '\t', name.n) != NULL);
}

static void refuse_missing(const struct header *header,
                           const struct cor_known_column *known)
{
    struct cor_table *table = header->table;
    const size_t slip = find_slip(header, known->name);
    table->complete = false;
    if (slip == table->n_column) {
        cor_report_add(report_of(header), COR_ERROR, "missing-column",
                       spot_of(header, 0), NULL,
                       "there is no column '%s', which this table needs",
                       known->name);
        return;
    }
    cor_report_add(report_of(header), COR_ERROR, "missing-column",
                   spot_of(header, slip),
                   cor_report_nearest(report_of(header), header->name[slip],
                                      &known->name, 1),
                   "column '%s' is not known, and there is no column '%s', "
                   "which this table needs",
                   quote(header, slip), known->name);
}

/* The first name of each required field stands for all of them. */
static void check_required(const struct header *header)
{
    const struct cor_known_column *last = NULL;
    if (has_no_commas(header)) {
        header->table->complete = false;
        cor_report_add(report_of(header), COR_ERROR, "no-commas",
                       spot_of(header, 0), "separate the columns by commas",
                       "there are no commas between the names of columns");
        return;
    }
    for (size_t i = 0; i < header->known->n; i++) {
        const struct cor_known_column *known = &header->known->column[i];
        if (!known->required || (last != NULL && same_target(last, known)))
            continue;
        last = known;
        if (find_target(header->table, known) == header->table->n_column)
            refuse_missing(header, known);
    }
}

static bool is_other_gmns(struct cor_text name)
{
    for (size_t i = 0; i < sizeof other_gmns / sizeof other_gmns[0]; i++) {
        const struct cor_text other = cor_text_of(other_gmns[i]);
        if (cor_text_equal(other, name) ||
            (name.n == CUT_AT && other.n > CUT_AT &&
             memcmp(other.at, name.at, CUT_AT) == 0))
            return true;
    }
    return false;
}

static void warn_of_slip(const struct header *header, size_t column)
{
    const struct cor_table *table = header->table;
    for (size_t i = 0; i < header->known->n; i++) {
        const struct cor_known_column *known = &header->known->column[i];
        if (find_target(table, known) < table->n_column ||
            cor_text_nearest(header->name[column], &known->name, 1) == NULL)
            continue;
        cor_report_add(report_of(header), COR_WARNING, "unknown-column",
                       spot_of(header, column),
                       cor_report_nearest(report_of(header),
                                          header->name[column], &known->name,
                                          1),
                       "column '%s' is not known, so it is not read",
                       quote(header, column));
        return;
    }
}

/* 'a', 'b' and 3 more; gives how many there are, and the first. */
static size_t print_unread(char *text,
                           size_t size,
                           const struct header *header,
                           size_t *first)
{
    const struct cor_table *table = header->table;
    size_t n = 0, at = 0;
    for (size_t i = 0; i < table->n_column; i++) {
        if (table->column[i] != NULL || header->name[i].n == 0)
            continue;
        if (n == 0)
            *first = i;
        if (n++ < MOST_LISTED && at < size)
            at += (size_t)snprintf(text + at, size - at, "%s'%s'",
                                   n > 1 ? ", " : "", quote(header, i));
    }
    if (n > MOST_LISTED && at < size)
        snprintf(text + at, size - at, " and %zu more", n - MOST_LISTED);
    return n;
}

/* Columns that nobody reads stay in the bytes of the file; say which. */
static void list_unread(const struct header *header)
{
    char text[512];
    size_t first = 0;
    const size_t n = print_unread(text, sizeof text, header, &first);
    if (n != 0)
        cor_report_add(report_of(header), COR_NOTE, "unread-column",
                       spot_of(header, first), NULL, "not read: %s", text);
}

static void warn_of_slips(const struct header *header)
{
    const struct cor_table *table = header->table;
    for (size_t i = 0; i < table->n_column && i < MOST_SEARCHED; i++)
        if (table->column[i] == NULL && header->name[i].n != 0 &&
            !is_other_gmns(header->name[i]))
            warn_of_slip(header, i);
}

static bool begin(struct header *header)
{
    struct cor_table *table = header->table;
    table->n_column = table->csv.n_cell;
    table->complete = true;
    struct cor_arena *arena = table->draft->arena;
    header->name = cor_arena_array(arena, struct cor_text, table->n_column);
    table->column = cor_arena_array(arena, const struct cor_known_column *,
                                    table->n_column);
    if (header->name == NULL || table->column == NULL)
        return false;
    for (size_t i = 0; i < table->n_column; i++) {
        table->column[i] = NULL;
        header->name[i] = cor_table_cell(table, i);
        if (!lower(&header->name[i], arena))
            return false;
    }
    return true;
}

bool cor_table_match(struct cor_table *table,
                     const struct cor_known_columns *known)
{
    struct header header = {.table = table, .known = known};
    if (!begin(&header))
        return false;
    match_whole(&header);
    match_cut(&header);
    check_required(&header);
    if (table->complete)
        warn_of_slips(&header);
    list_unread(&header);
    return true;
}

size_t cor_table_find(const struct cor_table *table,
                      enum cor_cell_role role,
                      uint32_t field)
{
    const struct cor_known_column wanted = {
        .role = role,
        .binding = {.field = role == COR_CELL_FIELD ? field : COR_NO_FIELD}};
    return find_target(table, &wanted);
}
