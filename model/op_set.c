#include "model/op.h"

#include "model/check.h"

bool cor_op_is_none(const struct cor_yaml_node *value,
                    const struct cor_field *field)
{
    return value->type == COR_YAML_SCALAR && field->type != COR_TYPE_TEXT &&
           cor_text_equal(value->text, cor_text_of("none"));
}

/* A record may have rival values; an op says which it is. */
static bool is_single(const struct cor_op *op,
                      const struct cor_field *field,
                      const struct cor_yaml_node *value)
{
    return value->type != COR_YAML_LIST || field->source == 0 ||
           cor_read_expect(op->reader, value, COR_YAML_SCALAR, field->key);
}

/* Ids stay, and so does what stands in a group. */
static bool is_settable(const struct cor_field *field)
{
    return field->key != NULL && field->group == NULL &&
           field->type != COR_TYPE_ID;
}

uint32_t cor_op_field(const struct cor_op *op, const struct cor_yaml_node *key)
{
    const struct cor_kind_row *kind = &cor_kinds[op->kind];
    const uint32_t field = cor_field_find(op->kind, NULL, key->text);
    if (field != COR_NO_FIELD && is_settable(&kind->field[field]))
        return field;
    const char *known[COR_FIELD_LIMIT];
    size_t n = 0;
    for (uint32_t i = 0; i < kind->n_field; i++)
        if (is_settable(&kind->field[i]))
            known[n++] = kind->field[i].key;
    cor_read_unknown_key(op->reader, key, known, n, kind->name);
    return COR_NO_FIELD;
}

static void say_changed(const struct cor_op *op,
                        const struct cor_yaml_node *was,
                        uint32_t record,
                        uint32_t field,
                        const char *wanted)
{
    struct cor_draft *draft = op->draft;
    const uint32_t spot = cor_draft_at(draft, op->kind, field, record);
    const char *advice =
        spot == 0 ? NULL
                  : cor_text_print(draft->report->arena, "%s states it",
                                   cor_op_place(draft, spot));
    COR_OP_REFUSE(
        op, was, "was-differs", advice, "the %s of the %s is %s instead of %s",
        cor_kinds[op->kind].field[field].key,
        cor_op_name(draft, op->kind, record),
        cor_op_value(draft, op->kind, record, field, was->text), wanted);
}

bool cor_op_was(bool *out,
                struct cor_op *op,
                uint32_t record,
                uint32_t field,
                const struct cor_yaml_node *was)
{
    struct cor_draft *draft = op->draft;
    const size_t n_error = draft->report->n_error;
    uint32_t wanted;
    *out = false;
    if (!is_single(op, &cor_kinds[op->kind].field[field], was))
        return true;
    if (!cor_draft_record(&wanted, draft, op->kind, op->spot))
        return false;
    if (!cor_op_is_none(was, &cor_kinds[op->kind].field[field]) &&
        !cor_read_field(op->reader, op->kind, wanted, field, was))
        return false;
    *out = draft->report->n_error == n_error &&
           cor_edit_same(draft, op->kind, record, wanted, field);
    if (!*out && draft->report->n_error == n_error)
        say_changed(op, was, record, field,
                    cor_op_value(draft, op->kind, wanted, field, was->text));
    cor_edit_drop(draft, op->kind);
    return true;
}

/* A new value of a field, and what is said of it. */
struct change {
    uint32_t field;
    const struct cor_yaml_node *was, *to, *source; /* each may be NULL */
};

static bool take_part(struct change *change,
                      struct cor_text key,
                      const struct cor_yaml_node *value)
{
    static const char *const names[] = {"was", "to", "source"};
    const struct cor_yaml_node **const parts[] = {&change->was, &change->to,
                                                  &change->source};
    for (int i = 0; i < 3; i++)
        if (cor_text_equal(key, cor_text_of(names[i])) && *parts[i] == NULL) {
            *parts[i] = value;
            return true;
        }
    return false;
}

/* {was: 22 h, to: 30 h, source: s}; whether it is one and good. */
static bool read_parts(const struct cor_op *op,
                       struct change *change,
                       const struct cor_yaml_node *map)
{
    static const char *const known[] = {"was", "to", "source"};
    bool good = true;
    COR_READ_PAIRS(op->reader->yaml, map, key, value)
    {
        if (take_part(change, key->text, value))
            continue;
        cor_read_unknown_key(op->reader, key, known, 3,
                             cor_kinds[op->kind].field[change->field].key);
        good = false;
    }
    if (change->to != NULL || !good)
        return good;
    COR_OP_REFUSE(op, map, "missing-key", "write {was: 22 h, to: 30 h}",
                  "%s: 'to' is missing",
                  cor_kinds[op->kind].field[change->field].key);
    return false;
}

/* A mapping that says what was and what shall be, unlike {value: ...}. */
static bool is_change(const struct cor_op *op,
                      const struct cor_yaml_node *value)
{
    if (value->type != COR_YAML_MAP)
        return false;
    COR_READ_PAIRS(op->reader->yaml, value, key, part)
    {
        (void)part;
        if (cor_text_equal(key->text, cor_text_of("was")) ||
            cor_text_equal(key->text, cor_text_of("to")))
            return true;
    }
    return false;
}

static bool has_source(const struct cor_field *field)
{
    return field->source != 0;
}

/* Read what shall be into a record of its own. */
static bool
read_wanted(struct cor_op *op, uint32_t wanted, const struct change *change)
{
    const struct cor_field *field = &cor_kinds[op->kind].field[change->field];
    if (!cor_op_is_none(change->to, field) &&
        !cor_read_field(op->reader, op->kind, wanted, change->field,
                        change->to))
        return false;
    if (change->source == NULL ||
        !cor_read_expect(op->reader, change->source, COR_YAML_SCALAR, "source"))
        return true;
    if (has_source(field))
        return cor_draft_set(op->draft, op->kind, wanted, field->source,
                             change->source->text,
                             cor_read_spot(op->reader, change->source));
    COR_OP_REFUSE(op, change->source, "unknown-key", NULL,
                  "%s: no source is kept with it", field->key);
    return true;
}

/* A link has one line: a new one stands instead of the other kind. */
static uint32_t rival_line(enum cor_kind kind, uint32_t field)
{
    if (kind != COR_KIND_LINK)
        return COR_NO_FIELD;
    return field == COR_LINK_VIA        ? COR_LINK_GEOMETRY
           : field == COR_LINK_GEOMETRY ? COR_LINK_VIA
                                        : COR_NO_FIELD;
}

static bool give(struct cor_op *op,
                 const struct change *change,
                 uint32_t record,
                 uint32_t wanted)
{
    struct cor_draft *draft = op->draft;
    const uint32_t field = change->field;
    const struct cor_field *row = &cor_kinds[op->kind].field[field];
    const uint32_t other = rival_line(op->kind, field);
    if (!cor_edit_copy(draft, op->kind, record, wanted, field))
        return false;
    if (other != COR_NO_FIELD)
        cor_edit_clear(draft, op->kind, record, other);
    if (!has_source(row))
        return true;
    const uint32_t spot = cor_draft_at(draft, op->kind, row->source, wanted);
    const uint32_t source =
        cor_draft_word(draft, op->kind, row->source, wanted);
    return cor_edit_credit(draft, op->kind, record, field,
                           source != COR_NONE ? source : op->source,
                           spot != 0 ? spot : op->spot);
}

static bool is_clearing_needed_field(const struct cor_op *op,
                                     const struct change *change)
{
    const struct cor_field *field = &cor_kinds[op->kind].field[change->field];
    if (!field->required || !cor_op_is_none(change->to, field))
        return false;
    COR_OP_REFUSE(op, change->to, "missing-key", NULL, "a %s needs its '%s'",
                  cor_kinds[op->kind].name, field->key);
    return true;
}

static bool set_field(struct cor_op *op, const struct change *change)
{
    struct cor_draft *draft = op->draft;
    const size_t n_error = draft->report->n_error;
    const struct cor_field *field = &cor_kinds[op->kind].field[change->field];
    uint32_t wanted;
    bool same = true;
    for (uint32_t i = 0; i < op->n_target && same && change->was != NULL; i++)
        if (!cor_op_was(&same, op, op->target[i], change->field, change->was))
            return false;
    if (!same || !is_single(op, field, change->to) ||
        is_clearing_needed_field(op, change))
        return true;
    if (has_source(field) && !cor_edit_keep(draft, op->kind, change->field))
        return false;
    if (!cor_draft_record(&wanted, draft, op->kind, op->spot) ||
        !read_wanted(op, wanted, change))
        return false;
    cor_check_range(draft, op->kind, change->field, wanted);
    for (uint32_t i = 0; i < op->n_target && draft->report->n_error == n_error;
         i++)
        if (!give(op, change, op->target[i], wanted))
            return false;
    cor_edit_drop(draft, op->kind);
    return true;
}

static bool set_key(struct cor_op *op,
                    const struct cor_yaml_node *key,
                    const struct cor_yaml_node *value,
                    uint32_t *met)
{
    struct change change = {.field = cor_op_field(op, key), .to = value};
    if (change.field == COR_NO_FIELD)
        return true;
    if ((*met & (1u << change.field)) != 0) {
        COR_OP_REFUSE(op, key, "duplicate-key", NULL,
                      "'%s' stands twice in this op",
                      cor_kinds[op->kind].field[change.field].key);
        return true;
    }
    *met |= 1u << change.field;
    if (!is_change(op, value))
        return set_field(op, &change);
    change.to = NULL;
    return !read_parts(op, &change, value) || set_field(op, &change);
}

bool cor_op_set(struct cor_op *op)
{
    uint32_t met = 0;
    bool is_empty = true;
    COR_READ_PAIRS(op->reader->yaml, op->map, key, value)
    {
        /* {was: s1, to: s2} is the source of the record itself. */
        const bool is_own_source =
            value == op->at[COR_OP_SOURCE] && value->type == COR_YAML_MAP;
        if (!cor_op_is_field(op, key) && !is_own_source)
            continue;
        is_empty = false;
        if (!set_key(op, key, value, &met))
            return false;
    }
    if (is_empty)
        COR_OP_REFUSE(op, op->map, "sets-nothing",
                      "state the fields and their new values",
                      "this op sets nothing");
    return true;
}
