#include "exchange/record_yaml.h"

#include <corridor/base/units.h>

#include <string.h>

#include "exchange/field_text.h"

void cor_yaml_put(const struct cor_yaml_writing *w, const char *text)
{
    cor_buffer_text(w->out, text);
}

/* YAML 1.1, 5.7: double quotes with escapes keep any text on one line. */
static void put_quoted(const struct cor_yaml_writing *w, struct cor_text text)
{
    static const char hex[] = "0123456789ABCDEF";
    cor_yaml_put(w, "\"");
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\')
            cor_yaml_put(w, "\\");
        if (c < ' ' || c == 0x7F) {
            const char code[] = {'\\', 'x', hex[c >> 4], hex[c & 0xF]};
            cor_buffer_add(w->out, code, sizeof code);
        } else {
            cor_buffer_add(w->out, &text.at[i], 1);
        }
    }
    cor_yaml_put(w, "\"");
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

void cor_yaml_put_word(const struct cor_yaml_writing *w, struct cor_text text)
{
    if (is_plain(text))
        cor_buffer_add(w->out, text.at, text.n);
    else
        put_quoted(w, text);
}

static void put_key(const struct cor_yaml_writing *w,
                    struct cor_yaml_map *map,
                    const char *key)
{
    cor_yaml_put(w, map->begun ? ", " : "");
    cor_yaml_put_word(w, cor_text_of(key));
    cor_yaml_put(w, ": ");
    map->begun = true;
}

static void put_quantity(const struct cor_yaml_writing *w,
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
static void put_term(const struct cor_yaml_writing *w, uint32_t term)
{
    const struct cor_draft_column *unit =
        cor_draft_stated(w->draft, COR_KIND_TERM, COR_TERM_FIELD_UNIT, term);
    if (!cor_field_stated(w->draft, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY,
                          term)) {
        cor_yaml_put_record(w, COR_KIND_TERM, term, 0);
        return;
    }
    put_quantity(w, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY, term,
                 unit == NULL ? NULL : cor_unit_find(unit->text[term]));
}

static void put_list(const struct cor_yaml_writing *w,
                     const struct cor_field *field,
                     struct cor_draft_list list)
{
    cor_yaml_put(w, "[");
    for (uint32_t i = 0; i < list.n; i++) {
        cor_yaml_put(w, i == 0 ? "" : ", ");
        if (field->type == COR_TYPE_TERMS) {
            put_term(w, list.first + i);
            continue;
        }
        const struct cor_draft_item *item = &w->draft->item[list.first + i];
        if (field->type == COR_TYPE_NUMBERS)
            cor_buffer_number(w->out, item->number);
        else
            cor_yaml_put_word(w, cor_text_of(cor_draft_name(
                                     w->draft, item->space, item->word)));
    }
    cor_yaml_put(w, "]");
}

void cor_yaml_put_scalar(const struct cor_yaml_writing *w,
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
        cor_yaml_put_word(w, cor_text_of(cor_draft_name(w->draft, row->space,
                                                        column->word[record])));
        break;
    case COR_TYPE_TEXT:
        put_quoted(w, column->text[record]);
        break;
    case COR_TYPE_BOOL:
        cor_yaml_put(w, column->index[record] != 0 ? "true" : "false");
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
void cor_yaml_put_group(const struct cor_yaml_writing *w,
                        struct cor_yaml_map *map,
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
        cor_yaml_put_scalar(w, kind, i, record);
    }
}

bool cor_yaml_has_group(const struct cor_yaml_writing *w,
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
static void put_value(const struct cor_yaml_writing *w,
                      enum cor_kind kind,
                      uint32_t field,
                      uint32_t record)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const bool credited = row->source != 0 &&
                          row->source != cor_kinds[kind].source &&
                          cor_field_stated(w->draft, kind, row->source, record);
    const bool grouped =
        row->source != 0 && cor_yaml_has_group(w, kind, record, row->key);
    if (!credited && !grouped) {
        cor_yaml_put_scalar(w, kind, field, record);
        return;
    }
    struct cor_yaml_map map = {false};
    cor_yaml_put(w, "{");
    put_key(w, &map, "value");
    cor_yaml_put_scalar(w, kind, field, record);
    cor_yaml_put_group(w, &map, kind, record, row->key);
    if (credited) {
        put_key(w, &map, "source");
        cor_yaml_put_scalar(w, kind, row->source, record);
    }
    cor_yaml_put(w, "}");
}

/* Whether a group is written with the value of its name. */
static bool is_value(enum cor_kind kind, const char *group)
{
    const uint32_t field = cor_field_find(kind, NULL, cor_text_of(group));
    return field != COR_NO_FIELD && cor_kinds[kind].field[field].source != 0;
}

static bool is_first_of_group(const struct cor_yaml_writing *w,
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

void cor_yaml_put_field(const struct cor_yaml_writing *w,
                        struct cor_yaml_map *map,
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
        struct cor_yaml_map inner = {false};
        put_key(w, map, row->group);
        cor_yaml_put(w, "{");
        cor_yaml_put_group(w, &inner, kind, record, row->group);
        cor_yaml_put(w, "}");
    }
}

void cor_yaml_put_record(const struct cor_yaml_writing *w,
                         enum cor_kind kind,
                         uint32_t record,
                         uint32_t first)
{
    struct cor_yaml_map map = {false};
    cor_yaml_put(w, "{");
    for (uint32_t i = first; i < cor_kinds[kind].n_field; i++)
        cor_yaml_put_field(w, &map, kind, i, record);
    cor_yaml_put(w, "}");
}
