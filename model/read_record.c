#include "model/read_record.h"

#include "model/rival.h"

#include <string.h>

void cor_read_refuse(const struct cor_reader *reader,
                     const struct cor_yaml_node *node,
                     const char *code,
                     const char *suggestion,
                     const char *name,
                     const char *message)
{
    const struct cor_spot spot = {reader->yaml->source, node->offset};
    cor_report_add(reader->draft->report, COR_ERROR, code, spot, suggestion,
                   "%s: %s", name, message);
}

/* Whether a node has the type that is wanted; complains unless it is void. */
bool cor_read_expect(const struct cor_reader *reader,
                     const struct cor_yaml_node *node,
                     enum cor_yaml_type type,
                     const char *name)
{
    static const char *const wanted[] = {
        [COR_YAML_SCALAR] = "a single value is wanted",
        [COR_YAML_LIST] = "a list is wanted",
        [COR_YAML_MAP] = "a mapping is wanted",
    };
    static const char *const advice[] = {
        [COR_YAML_SCALAR] = NULL,
        [COR_YAML_LIST] = "write [first, second], or a line with '- ' for each",
        [COR_YAML_MAP] = "write {key: value}, or a line with 'key: ' for each",
    };
    if (node->type != type && node->type != COR_YAML_VOID)
        cor_read_refuse(reader, node, "wrong-type", advice[type], name,
                        wanted[type]);
    return node->type == type;
}

void cor_read_unknown_key(const struct cor_reader *reader,
                          const struct cor_yaml_node *key,
                          const char *const *known,
                          size_t n_known,
                          const char *where)
{
    struct cor_report *report = reader->draft->report;
    const struct cor_spot spot = {reader->yaml->source, key->offset};
    const char *near = NULL;
    if (report->n < COR_REPORT_KEPT)
        near = cor_report_nearest(report, key->text, known, n_known);
    cor_report_add(report, COR_ERROR, "unknown-key", spot, near,
                   "'%s' is not a key of %s",
                   cor_draft_quote(reader->draft, key->text), where);
}

/* The group of that name, or NULL. */
static const char *group_of(enum cor_kind kind, struct cor_text key)
{
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
        const char *group = cor_kinds[kind].field[i].group;
        if (group != NULL && cor_text_equal(cor_text_of(group), key))
            return group;
    }
    return NULL;
}

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* Whether a group is that of the languages of a text. */
static bool is_spoken(enum cor_kind kind, const char *group)
{
    const uint32_t field = group == NULL
                               ? COR_NO_FIELD
                               : cor_field_find(kind, NULL, cor_text_of(group));
    return field != COR_NO_FIELD && cor_kinds[kind].field[field].is_spoken;
}

/* Languages are few, and codes of two letters too short to guess from. */
static const char languages_advice[] = "write 'en', 'ru' or 'zh'";

static void unknown_field(const struct cor_reader *reader,
                          enum cor_kind kind,
                          const char *group,
                          const struct cor_yaml_node *key)
{
    const char *known[2 * COR_FIELD_LIMIT];
    size_t n = 0;
    if (is_spoken(kind, group)) {
        cor_read_refuse(reader, key, "unknown-key", languages_advice,
                        cor_draft_quote(reader->draft, key->text),
                        "this is not a language that texts may be given in");
        return;
    }
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++) {
        const struct cor_field *field = &cor_kinds[kind].field[i];
        if (field->key != NULL && same(field->group, group))
            known[n++] = field->key;
        if (field->group != NULL && group == NULL)
            known[n++] = field->group;
    }
    cor_read_unknown_key(reader, key, known, n,
                         group != NULL ? group : cor_kinds[kind].name);
}

static bool read_scalar(const struct cor_reader *reader,
                        enum cor_kind kind,
                        uint32_t record,
                        uint32_t field,
                        const struct cor_yaml_node *value,
                        const char *name)
{
    const uint32_t spot = cor_read_spot(reader, value);
    return cor_read_expect(reader, value, COR_YAML_SCALAR, name)
               ? cor_draft_set(reader->draft, kind, record, field, value->text,
                               spot)
               : cor_draft_set_void(reader->draft, kind, record, field, spot);
}

/* The field that a key fills inside the mapping of a value: the value, its
   source, or what else is grouped with it. */
static uint32_t part_of(enum cor_kind kind, uint32_t field, struct cor_text key)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    if (cor_text_equal(key, cor_text_of("value")))
        return field;
    if (cor_text_equal(key, cor_text_of("source")))
        return row->source;
    return cor_field_find(kind, row->key, key);
}

static void unknown_part(const struct cor_reader *reader,
                         enum cor_kind kind,
                         uint32_t field,
                         const struct cor_yaml_node *key)
{
    const char *known[COR_FIELD_LIMIT] = {"value", "source"};
    const char *name = cor_kinds[kind].field[field].key;
    size_t n = 2;
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        if (same(cor_kinds[kind].field[i].group, name))
            known[n++] = cor_kinds[kind].field[i].key;
    cor_read_unknown_key(reader, key, known, n, name);
}

/* {value: 22 h, source: s1} */
static bool read_value(const struct cor_reader *reader,
                       enum cor_kind kind,
                       uint32_t record,
                       uint32_t field,
                       const struct cor_yaml_node *map)
{
    const char *name = cor_kinds[kind].field[field].key;
    COR_READ_PAIRS(reader->yaml, map, key, value)
    {
        const uint32_t part = part_of(kind, field, key->text);
        if (part == COR_NO_FIELD)
            unknown_part(reader, kind, field, key);
        else if (!read_scalar(reader, kind, record, part, value, name))
            return false;
    }
    if (cor_draft_at(reader->draft, kind, field, record) == 0)
        cor_read_refuse(reader, map, "missing-key", NULL, name,
                        "'value' is missing");
    return true;
}

static bool read_list(const struct cor_reader *reader,
                      enum cor_kind kind,
                      uint32_t record,
                      uint32_t field,
                      const struct cor_yaml_node *list)
{
    const char *name = cor_kinds[kind].field[field].key;
    if (!cor_draft_begin_list(reader->draft, kind, record, field,
                              cor_read_spot(reader, list)))
        return false;
    for (const struct cor_yaml_node *item = cor_yaml_first(reader->yaml, list);
         item != NULL; item = cor_yaml_next(reader->yaml, item))
        if (cor_read_expect(reader, item, COR_YAML_SCALAR, name) &&
            !cor_draft_add_item(reader->draft, kind, record, field, item->text,
                                cor_read_spot(reader, item)))
            return false;
    return true;
}

/* A list written as its only member. */
static bool read_one(const struct cor_reader *reader,
                     enum cor_kind kind,
                     uint32_t record,
                     uint32_t field,
                     const struct cor_yaml_node *value)
{
    const uint32_t spot = cor_read_spot(reader, value);
    return cor_draft_begin_list(reader->draft, kind, record, field, spot) &&
           cor_draft_add_item(reader->draft, kind, record, field, value->text,
                              spot);
}

static uint32_t count(const struct cor_reader *reader,
                      const struct cor_yaml_node *list)
{
    uint32_t n = 0;
    for (const struct cor_yaml_node *item = cor_yaml_first(reader->yaml, list);
         item != NULL; item = cor_yaml_next(reader->yaml, item))
        n++;
    return n;
}

/* [lon, lat]; whether it is one. */
static bool read_point(const struct cor_reader *reader,
                       struct cor_point *out,
                       const struct cor_yaml_node *pair)
{
    const struct cor_yaml_node *lon =
        pair->type == COR_YAML_LIST && count(reader, pair) == 2
            ? cor_yaml_first(reader->yaml, pair)
            : NULL;
    const struct cor_yaml_node *lat = cor_read_second(reader->yaml, lon);
    if (lon != NULL && lon->type == COR_YAML_SCALAR &&
        lat->type == COR_YAML_SCALAR &&
        cor_number_parse(&out->lon, lon->text) &&
        cor_number_parse(&out->lat, lat->text))
        return true;
    if (pair->type != COR_YAML_VOID)
        cor_read_refuse(reader, pair, "bad-point",
                        "write [lon, lat], in degrees", "via",
                        "this is not a point");
    return false;
}

static bool read_points(const struct cor_reader *reader,
                        enum cor_kind kind,
                        uint32_t record,
                        uint32_t field,
                        const struct cor_yaml_node *list)
{
    struct cor_point *point = cor_arena_array(
        reader->draft->arena, struct cor_point, count(reader, list));
    if (point == NULL)
        return false;
    uint32_t n = 0;
    for (const struct cor_yaml_node *item = cor_yaml_first(reader->yaml, list);
         item != NULL; item = cor_yaml_next(reader->yaml, item))
        n += read_point(reader, &point[n], item);
    return cor_draft_set_line(reader->draft, kind, record, field,
                              (struct cor_draft_line){point, n},
                              cor_read_spot(reader, list));
}

/* A value that is no rival of itself: one more of a list. */
static bool add_rival(const struct cor_reader *reader,
                      enum cor_kind kind,
                      uint32_t record,
                      uint32_t field,
                      const struct cor_yaml_node *map)
{
    struct cor_draft *draft = reader->draft;
    const uint32_t spot = cor_read_spot(reader, map);
    const struct cor_text key = cor_text_of(cor_kinds[kind].field[field].key);
    uint32_t rival;
    if (!cor_rival_begin(&rival, draft, kind, record, spot))
        return false;
    return read_value(reader, COR_KIND_RIVAL, rival,
                      cor_field_find(COR_KIND_RIVAL, NULL, key), map);
}

/* [{value: 22 h, source: s1}, {value: 18 h, source: s2}]: the first is kept as
   the record's own, which is no privilege. */
static bool read_rivals(const struct cor_reader *reader,
                        enum cor_kind kind,
                        uint32_t record,
                        uint32_t field,
                        const struct cor_yaml_node *list)
{
    const char *name = cor_kinds[kind].field[field].key;
    const struct cor_yaml_node *first = cor_yaml_first(reader->yaml, list);
    if (first == NULL) {
        cor_read_refuse(reader, list, "empty-value", NULL, name,
                        "the list has no values");
        return cor_draft_set_void(reader->draft, kind, record, field,
                                  cor_read_spot(reader, list));
    }
    for (const struct cor_yaml_node *item = first; item != NULL;
         item = cor_yaml_next(reader->yaml, item)) {
        if (!cor_read_expect(reader, item, COR_YAML_MAP, name))
            continue;
        if (!(item == first ? read_value(reader, kind, record, field, item)
                            : add_rival(reader, kind, record, field, item)))
            return false;
    }
    return true;
}

/* Whether a field may have several values. */
static bool may_have_rivals(enum cor_kind kind, const struct cor_field *field)
{
    const bool may = kind == COR_KIND_LINK || kind == COR_KIND_TRANSFER ||
                     kind == COR_KIND_BORDER || kind == COR_KIND_SERVICE;
    return may && field->type == COR_TYPE_QUANTITY && field->source != 0 &&
           cor_field_find(COR_KIND_RIVAL, NULL, cor_text_of(field->key)) !=
               COR_NO_FIELD;
}

static bool read_group(const struct cor_reader *reader,
                       enum cor_kind kind,
                       uint32_t record,
                       const char *group,
                       const struct cor_yaml_node *map);

bool cor_read_field(const struct cor_reader *reader,
                    enum cor_kind kind,
                    uint32_t record,
                    uint32_t field,
                    const struct cor_yaml_node *value)
{
    const struct cor_field *row = &cor_kinds[kind].field[field];
    const bool is_list = row->type == COR_TYPE_NAMES ||
                         row->type == COR_TYPE_NUMBERS ||
                         row->type == COR_TYPE_POINTS;
    if (value->type == COR_YAML_MAP && row->source != 0)
        return read_value(reader, kind, record, field, value);
    if (row->type == COR_TYPE_MEMBERS)
        return cor_read_members(reader, record, value);
    if (row->type == COR_TYPE_TERMS)
        return cor_read_terms(reader, kind, record, field, value);
    if (value->type == COR_YAML_MAP && row->is_spoken &&
        value->first == COR_NONE)
        cor_read_refuse(reader, value, "empty-value", languages_advice,
                        row->key, "the mapping has no language");
    if (value->type == COR_YAML_SCALAR && row->or_one)
        return read_one(reader, kind, record, field, value);
    if (value->type == COR_YAML_LIST && may_have_rivals(kind, row))
        return read_rivals(reader, kind, record, field, value);
    if (value->type == COR_YAML_MAP && row->group == NULL &&
        group_of(kind, cor_text_of(row->key)) != NULL)
        return read_group(reader, kind, record, row->key, value);
    if (!is_list)
        return read_scalar(reader, kind, record, field, value, row->key);
    if (!cor_read_expect(reader, value, COR_YAML_LIST, row->key))
        return cor_draft_set_void(reader->draft, kind, record, field,
                                  cor_read_spot(reader, value));
    return row->type == COR_TYPE_POINTS
               ? read_points(reader, kind, record, field, value)
               : read_list(reader, kind, record, field, value);
}

static bool is_passed_over(const struct cor_reader *reader, struct cor_text key)
{
    const char *const *name = reader->passed_over;
    while (name != NULL && *name != NULL &&
           !cor_text_equal(cor_text_of(*name), key))
        name++;
    return name != NULL && *name != NULL;
}

static bool read_group(const struct cor_reader *reader,
                       enum cor_kind kind,
                       uint32_t record,
                       const char *group,
                       const struct cor_yaml_node *map)
{
    COR_READ_PAIRS(reader->yaml, map, key, value)
    {
        const uint32_t field = cor_field_find(kind, group, key->text);
        const char *inner = group == NULL ? group_of(kind, key->text) : NULL;
        bool good = true;
        if (group == NULL && is_passed_over(reader, key->text))
            continue;
        if (field != COR_NO_FIELD)
            good = cor_read_field(reader, kind, record, field, value);
        else if (inner == NULL)
            unknown_field(reader, kind, group, key);
        else if (cor_read_expect(reader, value, COR_YAML_MAP, inner))
            good = read_group(reader, kind, record, inner, value);
        if (!good)
            return false;
    }
    return true;
}

bool cor_read_fields(const struct cor_reader *reader,
                     enum cor_kind kind,
                     uint32_t record,
                     const struct cor_yaml_node *map)
{
    return read_group(reader, kind, record, NULL, map);
}
