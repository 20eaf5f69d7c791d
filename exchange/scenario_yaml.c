#include "exchange/scenario_yaml.h"

#include "exchange/field_text.h"
#include "exchange/native.h"

#include <string.h>

/* A file in the making. Sections are written in block style, records and what
   they hold in flow style: a line each. */
struct writing {
    struct cor_buffer *out;
    const struct cor_draft *draft;
};

/* One level of a flow mapping: whether a key was written yet. */
struct map {
    bool begun;
};

static void put(const struct writing *w, const char *text)
{
    cor_buffer_text(w->out, text);
}

/* YAML 1.1, 5.7: double quotes with escapes keep any text on one line. */
static void put_quoted(const struct writing *w, struct cor_text text)
{
    static const char hex[] = "0123456789ABCDEF";
    put(w, "\"");
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\')
            put(w, "\\");
        if (c < ' ' || c == 0x7F) {
            const char code[] = {'\\', 'x', hex[c >> 4], hex[c & 0xF]};
            cor_buffer_add(w->out, code, sizeof code);
        } else {
            cor_buffer_add(w->out, &text.at[i], 1);
        }
    }
    put(w, "\"");
}

/* Letters and digits need no quotes: the schema says what they mean. */
static bool is_plain(struct cor_text text)
{
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.at[i];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '_' ||
                           (i != 0 && (c == '-' || c == '.'));
        if (!plain)
            return false;
    }
    return text.n != 0;
}

static void put_word(const struct writing *w, struct cor_text text)
{
    if (is_plain(text))
        cor_buffer_add(w->out, text.at, text.n);
    else
        put_quoted(w, text);
}

static void put_key(const struct writing *w, struct map *map, const char *key)
{
    put(w, map->begun ? ", " : "");
    put_word(w, cor_text_of(key));
    put(w, ": ");
    map->begun = true;
}

static void put_record(const struct writing *w,
                       enum cor_kind kind,
                       uint32_t record,
                       uint32_t first);

static void put_quantity(const struct writing *w,
                         enum cor_kind kind,
                         uint32_t field,
                         uint32_t record,
                         const struct cor_unit *unit)
{
    const struct cor_draft_column *column =
        cor_draft_column(w->draft, kind, field);
    const enum cor_dimension dimension =
        cor_field_dimension(w->draft, kind, field, record);
    if (unit == NULL)
        unit = cor_field_unit(kind, field, dimension);
    cor_field_quantity(w->out, column->number[record], unit, dimension,
                       COR_QUANTITY_UNIT);
}

/* A term that is no mapping is a quantity in the unit that it was given in. */
static void put_term(const struct writing *w, uint32_t term)
{
    const struct cor_draft_column *unit =
        cor_draft_stated(w->draft, COR_KIND_TERM, COR_TERM_FIELD_UNIT, term);
    if (!cor_field_stated(w->draft, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY,
                          term)) {
        put_record(w, COR_KIND_TERM, term, 0);
        return;
    }
    put_quantity(w, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY, term,
                 unit == NULL ? NULL : cor_unit_find(unit->text[term]));
}

static void put_list(const struct writing *w,
                     const struct cor_field *field,
                     struct cor_draft_list list)
{
    put(w, "[");
    for (uint32_t i = 0; i < list.n; i++) {
        put(w, i == 0 ? "" : ", ");
        if (field->type == COR_TYPE_TERMS) {
            put_term(w, list.first + i);
            continue;
        }
        const struct cor_draft_item *item = &w->draft->item[list.first + i];
        if (field->type == COR_TYPE_NUMBERS)
            cor_buffer_number(w->out, item->number);
        else
            put_word(w, cor_text_of(
                            cor_draft_name(w->draft, item->space, item->word)));
    }
    put(w, "]");
}

static void put_scalar(const struct writing *w,
                       enum cor_kind kind,
                       uint32_t field,
                       uint32_t record)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const struct cor_draft_column *column =
        cor_draft_column(w->draft, kind, field);
    switch (row->type) {
    case COR_TYPE_ID:
    case COR_TYPE_NAME:
        put_word(w, cor_text_of(cor_draft_name(w->draft, row->space,
                                               column->word[record])));
        break;
    case COR_TYPE_TEXT:
        put_quoted(w, column->text[record]);
        break;
    case COR_TYPE_BOOL:
        put(w, column->index[record] != 0 ? "true" : "false");
        break;
    case COR_TYPE_NAMES:
    case COR_TYPE_NUMBERS:
        put_list(w, row, column->list[record]);
        break;
    case COR_TYPE_TERMS:
        if (column->list[record].n == 1)
            put_term(w, column->list[record].first);
        else
            put_list(w, row, column->list[record]);
        break;
    case COR_TYPE_QUANTITY:
        put_quantity(w, kind, field, record, NULL);
        break;
    default:
        cor_field_cell(w->out, w->draft, kind, field, record,
                       COR_QUANTITY_EXACT);
        break;
    }
}

static bool same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* The fields of a group, such as {scope: wtw} of a CO2e. */
static void put_group(const struct writing *w,
                      struct map *map,
                      enum cor_kind kind,
                      uint32_t record,
                      const char *group)
{
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
        const struct cor_field *row = &cor_kinds[kind].field[i];
        if (!same(row->group, group) ||
            !cor_field_stated(w->draft, kind, i, record))
            continue;
        put_key(w, map, row->key);
        put_scalar(w, kind, i, record);
    }
}

static bool has_group(const struct writing *w,
                      enum cor_kind kind,
                      uint32_t record,
                      const char *group)
{
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        if (same(cor_kinds[kind].field[i].group, group) &&
            cor_field_stated(w->draft, kind, i, record))
            return true;
    return false;
}

/* A value with a source of its own, or with what is grouped with it, is a
   mapping. */
static void put_value(const struct writing *w,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const bool credited = row->source != 0 &&
                          row->source != cor_kinds[kind].source &&
                          cor_field_stated(w->draft, kind, row->source, record);
    const bool grouped =
        row->source != 0 && has_group(w, kind, record, row->key);
    if (!credited && !grouped) {
        put_scalar(w, kind, field, record);
        return;
    }
    struct map map = {false};
    put(w, "{");
    put_key(w, &map, "value");
    put_scalar(w, kind, field, record);
    put_group(w, &map, kind, record, row->key);
    if (credited) {
        put_key(w, &map, "source");
        put_scalar(w, kind, row->source, record);
    }
    put(w, "}");
}

/* Whether a group is written with the value of its name. */
static bool is_value(enum cor_kind kind, const char *group)
{
    const uint32_t field = cor_field_find(kind, NULL, cor_text_of(group));
    return field != COR_NO_FIELD && cor_kinds[kind].field[field].source != 0;
}

static bool is_first_of_group(const struct writing *w,
                              enum cor_kind kind,
                              uint32_t field,
                              uint32_t record)
{
    const char *group = cor_kinds[kind].field[field].group;
    for (uint32_t i = 0; i < field; i++)
        if (same(cor_kinds[kind].field[i].group, group) &&
            cor_field_stated(w->draft, kind, i, record))
            return false;
    return true;
}

static void put_field(const struct writing *w,
                      struct map *map,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    if (row->key == NULL || !cor_field_stated(w->draft, kind, field, record))
        return;
    if (row->group == NULL) {
        put_key(w, map, row->key);
        put_value(w, kind, field, record);
    } else if (!is_value(kind, row->group) &&
               is_first_of_group(w, kind, field, record)) {
        struct map inner = {false};
        put_key(w, map, row->group);
        put(w, "{");
        put_group(w, &inner, kind, record, row->group);
        put(w, "}");
    }
}

static void put_record(const struct writing *w,
                       enum cor_kind kind,
                       uint32_t record,
                       uint32_t first)
{
    struct map map = {false};
    put(w, "{");
    for (uint32_t i = first; i < cor_kinds[kind].n_field; i++)
        put_field(w, &map, kind, i, record);
    put(w, "}");
}

/* What every file says itself, or the last one that does. */
static void put_head(const struct writing *w)
{
    static const uint32_t fields[] = {COR_SCENARIO_TITLE, COR_SCENARIO_SUMMARY,
                                      COR_SCENARIO_AS_OF, COR_SCENARIO_NOTE};
    put(w, "corridor: 1\n");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        uint32_t last = COR_NONE;
        COR_CHECK_EACH(w->draft, COR_KIND_SCENARIO, record)
        if (cor_field_stated(w->draft, COR_KIND_SCENARIO, fields[i], record))
            last = record;
        const bool asked =
            fields[i] == COR_SCENARIO_AS_OF && w->draft->as_of != COR_NO_DATE;
        if (last == COR_NONE && !asked)
            continue;
        put(w, cor_kinds[COR_KIND_SCENARIO].field[fields[i]].key);
        put(w, ": ");
        if (asked) {
            char date[COR_DATE_SIZE];
            cor_date_format(date, w->draft->as_of);
            put(w, date);
        } else {
            put_scalar(w, COR_KIND_SCENARIO, fields[i], last);
        }
        put(w, "\n");
    }
    put(w, "network: [.]\n");
}

/* The last file that states a policy states all of it. */
static void put_policy(const struct writing *w)
{
    uint32_t last = COR_NONE;
    struct map map = {false};
    if (w->draft->policy != COR_POLICY_NONE) {
        put(w, "policy: ");
        put(w, cor_policies[w->draft->policy]);
        put(w, "\n");
        return;
    }
    COR_CHECK_EACH(w->draft, COR_KIND_SCENARIO, record)
    if (cor_field_stated(w->draft, COR_KIND_SCENARIO, COR_SCENARIO_POLICY,
                         record) ||
        has_group(w, COR_KIND_SCENARIO, record, "policy"))
        last = record;
    if (last == COR_NONE)
        return;
    put(w, "policy: ");
    if (has_group(w, COR_KIND_SCENARIO, last, "policy")) {
        put(w, "{");
        put_group(w, &map, COR_KIND_SCENARIO, last, "policy");
        put(w, "}");
    } else {
        put_scalar(w, COR_KIND_SCENARIO, COR_SCENARIO_POLICY, last);
    }
    put(w, "\n");
}

/* Each thing that a cargo states is that of the last cargo which states it. */
static void put_cargo(const struct writing *w)
{
    struct map map = {false};
    if (w->draft->table[COR_KIND_CARGO].n == 0)
        return;
    put(w, "cargo: {");
    for (uint32_t i = 0; i < cor_kinds[COR_KIND_CARGO].n_field; i++) {
        uint32_t last = COR_NONE;
        COR_CHECK_EACH(w->draft, COR_KIND_CARGO, record)
        if (cor_field_stated(w->draft, COR_KIND_CARGO, i, record))
            last = record;
        if (last != COR_NONE)
            put_field(w, &map, COR_KIND_CARGO, i, last);
    }
    put(w, "}\n");
}

static void put_map(const struct writing *w)
{
    uint32_t last = COR_NONE;
    COR_CHECK_EACH(w->draft, COR_KIND_MAP, record)
    last = record;
    if (last == COR_NONE)
        return;
    put(w, "map: ");
    put_record(w, COR_KIND_MAP, last, 0);
    put(w, "\n");
}

static bool put_section(const struct writing *w,
                        enum cor_kind kind,
                        struct cor_arena *scratch)
{
    bool *living;
    if (!cor_native_living(&living, w->draft, kind, scratch))
        return false;
    bool begun = false;
    const bool by_id = cor_kinds[kind].written == COR_WRITTEN_BY_ID;
    for (uint32_t i = 0; i < w->draft->table[kind].n; i++) {
        if (!living[i])
            continue;
        put(w, begun ? "" : cor_kinds[kind].section);
        put(w, begun ? "  " : ":\n  ");
        begun = true;
        if (by_id)
            put_word(w, cor_text_of(cor_draft_name(
                            w->draft, cor_kinds[kind].space,
                            cor_draft_word(w->draft, kind, 0, i))));
        put(w, by_id ? ": " : "- ");
        put_record(w, kind, i, by_id ? 1 : 0);
        put(w, "\n");
    }
    return true;
}

/* Lists of records that no table holds. */
static bool is_section(enum cor_kind kind)
{
    return cor_kinds[kind].section != NULL && cor_kinds[kind].table == NULL &&
           cor_kinds[kind].written != COR_WRITTEN_ONCE;
}

bool cor_scenario_yaml(struct cor_buffer *buffer,
                       const struct cor_draft *draft,
                       struct cor_arena *scratch)
{
    const struct writing w = {buffer, draft};
    put_head(&w);
    put_policy(&w);
    put_cargo(&w);
    for (enum cor_kind kind = 0; kind < COR_N_KIND; kind++)
        if (is_section(kind) && !put_section(&w, kind, scratch))
            return false;
    put_map(&w);
    return true;
}
