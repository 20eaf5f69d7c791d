#include "model/read_record.h"

#include <string.h>

/* The longest unit that a quantity ends with; empty when none. */
static struct cor_text unit_of(struct cor_text text)
{
    struct cor_text longest = {"", 0};
    for (const struct cor_unit *unit = cor_units; unit->name != NULL; unit++) {
        const struct cor_text name = cor_text_of(unit->name);
        if (name.n > longest.n && name.n < text.n &&
            memcmp(text.at + text.n - name.n, name.at, name.n) == 0)
            longest = name;
    }
    return longest;
}

/* "3000 TEU/week": its unit is kept too, for answers to be in it. */
static bool read_quantity(const struct cor_reader *reader,
                          uint32_t term,
                          const struct cor_yaml_node *value)
{
    const uint32_t spot = cor_read_spot(reader, value);
    return cor_draft_set(reader->draft, COR_KIND_TERM, term,
                         COR_TERM_FIELD_QUANTITY, value->text, spot) &&
           cor_draft_set(reader->draft, COR_KIND_TERM, term,
                         COR_TERM_FIELD_UNIT, unit_of(value->text), spot);
}

static bool read_term(const struct cor_reader *reader,
                      uint32_t term,
                      const struct cor_yaml_node *value,
                      const char *name)
{
    if (value->type == COR_YAML_SCALAR)
        return read_quantity(reader, term, value);
    return !cor_read_expect(reader, value, COR_YAML_MAP, name) ||
           cor_read_fields(reader, COR_KIND_TERM, term, value);
}

/* Terms may have terms: so that a stretch of records holds those of one list
   alone, all are begun before any is read. */
static bool begin(const struct cor_reader *reader,
                  struct cor_draft_list *terms,
                  const struct cor_yaml_node *node)
{
    for (; node != NULL; node = cor_yaml_next(reader->yaml, node)) {
        uint32_t term;
        if (!cor_draft_record(&term, reader->draft, COR_KIND_TERM,
                              cor_read_spot(reader, node)))
            return false;
        terms->first = terms->n == 0 ? term : terms->first;
        terms->n++;
    }
    return true;
}

bool cor_read_terms(const struct cor_reader *reader,
                    enum cor_kind kind,
                    uint32_t record,
                    uint32_t field,
                    const struct cor_yaml_node *value)
{
    const char *name = cor_kinds[kind].field[field].key;
    const bool is_list = value->type == COR_YAML_LIST;
    struct cor_yaml_node alone = *value;
    alone.next = COR_NONE;
    const struct cor_yaml_node *node =
        is_list ? cor_yaml_first(reader->yaml, value) : &alone;
    struct cor_draft_list terms = {0};
    if (!begin(reader, &terms, node) ||
        !cor_draft_set_terms(reader->draft, kind, record, field, terms,
                             cor_read_spot(reader, value)))
        return false;
    for (uint32_t i = 0; i < terms.n; i++) {
        if (!read_term(reader, terms.first + i, node, name))
            return false;
        node = cor_yaml_next(reader->yaml, node);
    }
    return true;
}
