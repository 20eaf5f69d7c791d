#include "model/read.h"

#include "model/read_record.h"

#include <inttypes.h>
#include <string.h>

/* Keys of the document that are not sections of records; the last ones are known
   and not used yet. */
static const char *const other_keys[] = {"extends", "network", "ops", "demand"};
enum { N_OTHER = sizeof other_keys / sizeof *other_keys, N_WAITING = 1 };

/* The number of such a key; N_OTHER: it is none. */
static int other_of(struct cor_text key)
{
    int i = 0;
    while (i < N_OTHER && !cor_text_equal(cor_text_of(other_keys[i]), key))
        i++;
    return i;
}

static enum cor_kind kind_of(struct cor_text key)
{
    enum cor_kind kind = 0;
    while (kind < COR_N_KIND &&
           (cor_kinds[kind].section == NULL ||
            !cor_text_equal(cor_text_of(cor_kinds[kind].section), key)))
        kind++;
    return kind;
}

static void unknown_section(const struct cor_reader *reader,
                            const struct cor_yaml_node *key)
{
    const char *known[COR_FIELD_LIMIT + COR_N_KIND + N_OTHER];
    size_t n = 0;
    const struct cor_kind_row *scenario = &cor_kinds[COR_KIND_SCENARIO];
    for (uint32_t i = 0; i < scenario->n_field; i++)
        if (scenario->field[i].group == NULL)
            known[n++] = scenario->field[i].key;
    for (int i = 0; i < COR_N_KIND; i++)
        known[n++] = cor_kinds[i].section;
    for (int i = 0; i < N_OTHER; i++)
        known[n++] = other_keys[i];
    cor_read_unknown_key(reader, key, known, n, "a scenario");
}

static bool read_record(const struct cor_reader *reader,
                        enum cor_kind kind,
                        const struct cor_yaml_node *key,
                        const struct cor_yaml_node *map)
{
    uint32_t record;
    if (!cor_read_expect(reader, map, COR_YAML_MAP, cor_kinds[kind].name))
        return true;
    const uint32_t spot = cor_read_spot(reader, key != NULL ? key : map);
    if (!cor_draft_record(&record, reader->draft, kind, spot))
        return false;
    if (key != NULL &&
        !cor_draft_set(reader->draft, kind, record, 0, key->text, spot))
        return false;
    return cor_read_fields(reader, kind, record, map);
}

static bool read_by_id(const struct cor_reader *reader,
                       enum cor_kind kind,
                       const struct cor_yaml_node *map)
{
    if (!cor_read_expect(reader, map, COR_YAML_MAP, cor_kinds[kind].section))
        return true;
    COR_READ_PAIRS(reader->yaml, map, key, value)
    {
        if (!read_record(reader, kind, key, value))
            return false;
    }
    return true;
}

static bool read_list(const struct cor_reader *reader,
                      enum cor_kind kind,
                      const struct cor_yaml_node *list)
{
    if (!cor_read_expect(reader, list, COR_YAML_LIST, cor_kinds[kind].section))
        return true;
    for (const struct cor_yaml_node *item = cor_yaml_first(reader->yaml, list);
         item != NULL; item = cor_yaml_next(reader->yaml, item))
        if (!read_record(reader, kind, NULL, item))
            return false;
    return true;
}

static bool read_section(const struct cor_reader *reader,
                         enum cor_kind kind,
                         const struct cor_yaml_node *value)
{
    switch (cor_kinds[kind].written) {
    case COR_WRITTEN_BY_ID:
        return read_by_id(reader, kind, value);
    case COR_WRITTEN_LIST:
        return read_list(reader, kind, value);
    case COR_WRITTEN_ONCE:
        break;
    }
    return read_record(reader, kind, NULL, value);
}

static void warn_waiting(const struct cor_reader *reader,
                         const struct cor_yaml_node *key,
                         const struct cor_yaml_node *value)
{
    uint32_t n = 0;
    for (const struct cor_yaml_node *item = cor_yaml_first(reader->yaml, value);
         item != NULL; item = cor_yaml_next(reader->yaml, item))
        n++;
    if (value->type == COR_YAML_MAP) /* keys and values */
        n /= 2;
    cor_report_add(reader->draft->report, COR_WARNING, "not-evaluated",
                   (struct cor_spot){reader->yaml->source, key->offset}, NULL,
                   "%s: %" PRIu32 " record%s not evaluated by this version",
                   cor_draft_quote(reader->draft, key->text), n,
                   n == 1 ? " is" : "s are");
}

/* A document, its record, and which of its sections were met. */
struct document {
    const struct cor_reader *reader;
    uint32_t record;
    bool met[COR_N_KIND + N_OTHER];
};

static bool is_repeated(struct document *document,
                        int section,
                        const struct cor_yaml_node *key)
{
    if (document->met[section])
        cor_read_refuse(document->reader, key, "duplicate-key",
                        "put its records together",
                        cor_draft_quote(document->reader->draft, key->text),
                        "this key stands twice in the file");
    const bool repeated = document->met[section];
    document->met[section] = true;
    return repeated;
}

static bool read_key(struct document *document,
                     const struct cor_yaml_node *key,
                     const struct cor_yaml_node *value)
{
    const struct cor_reader *reader = document->reader;
    const uint32_t field = cor_field_find(COR_KIND_SCENARIO, NULL, key->text);
    if (field != COR_NO_FIELD)
        return cor_read_field(reader, COR_KIND_SCENARIO, document->record,
                              field, value);
    const enum cor_kind kind = kind_of(key->text);
    const int other = other_of(key->text);
    if (kind == COR_N_KIND && other == N_OTHER)
        unknown_section(reader, key);
    else if (is_repeated(document,
                         kind != COR_N_KIND ? (int)kind : COR_N_KIND + other,
                         key))
        return true;
    else if (kind != COR_N_KIND)
        return read_section(reader, kind, value);
    else if (other >= N_OTHER - N_WAITING)
        warn_waiting(reader, key, value);
    return true;
}

/* The first key tells that the file is meant for this program at all. */
static void judge_version(const struct cor_reader *reader,
                          const struct cor_yaml_node *root)
{
    const struct cor_yaml_node *key = cor_yaml_first(reader->yaml, root);
    const struct cor_yaml_node *value = cor_read_second(reader->yaml, key);
    const bool first = value != NULL && key->type == COR_YAML_SCALAR &&
                       cor_text_equal(key->text, cor_text_of("corridor"));
    if (!first)
        cor_read_refuse(reader, key == NULL ? root : key, "no-version",
                        "begin the file with 'corridor: 1'", "corridor",
                        "the version of the format must be the first key");
    else if (value->type == COR_YAML_SCALAR &&
             !cor_text_equal(value->text, cor_text_of("1")))
        cor_read_refuse(reader, value, "wrong-version", "write 'corridor: 1'",
                        "corridor", "this version is not known");
}

static bool read_document(const struct cor_reader *reader,
                          const struct cor_yaml_node *root)
{
    struct document document = {.reader = reader};
    judge_version(reader, root);
    if (!cor_draft_record(&document.record, reader->draft, COR_KIND_SCENARIO,
                          cor_read_spot(reader, root)))
        return false;
    COR_READ_PAIRS(reader->yaml, root, key, value)
    {
        if (!read_key(&document, key, value))
            return false;
    }
    return true;
}

enum cor_status cor_read_records(struct cor_draft *draft,
                                 const struct cor_yaml *yaml,
                                 uint32_t base,
                                 struct cor_error *err)
{
    const struct cor_reader reader = {
        .draft = draft, .yaml = yaml, .base = base};
    const struct cor_yaml_node *root = cor_yaml_node(yaml, yaml->root);
    if (cor_read_expect(&reader, root, COR_YAML_MAP, "scenario") &&
        !read_document(&reader, root))
        return COR_FAIL_MEMORY(err);
    return COR_OK;
}

const struct cor_yaml_node *cor_read_key(const struct cor_yaml *yaml,
                                         const char *key)
{
    const struct cor_yaml_node *root = cor_yaml_node(yaml, yaml->root);
    if (root->type != COR_YAML_MAP)
        return NULL;
    COR_READ_PAIRS(yaml, root, written, value)
    {
        if (cor_text_equal(written->text, cor_text_of(key)))
            return value;
    }
    return NULL;
}
