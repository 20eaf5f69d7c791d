#include "model/op.h"

#include "model/check.h"
#include "model/read.h"

#include <string.h>

static const char *const key_names[COR_OP_N_KEY] = {
    [COR_OP_VERB] = "op",
    [COR_OP_ID] = "id",
    [COR_OP_NOTE] = "note",
    [COR_OP_SOURCE] = "source",
    [COR_OP_WAS] = "was",
    [COR_OP_NEEDS] = "needs",
    [COR_OP_CONFLICTS] = "conflicts",
    [COR_OP_PLACE] = "place",
    [COR_OP_LINK] = "link",
    [COR_OP_TRANSFER] = "transfer",
    [COR_OP_BORDER] = "border",
    [COR_OP_SERVICE] = "service",
    [COR_OP_DEFAULT] = "default",
    [COR_OP_WHERE] = "where",
    [COR_OP_ON] = "on",
    [COR_OP_FROM] = "from",
    [COR_OP_TO] = "to",
    [COR_OP_FOR] = "for",
};

#define BIT(KEY) (1u << COR_OP_##KEY)

/* Keys that all ops take, those that say which record, and other sets. */
enum {
    ORDER = BIT(VERB) | BIT(NEEDS) | BIT(CONFLICTS),
    COMMON = ORDER | BIT(ID) | BIT(NOTE) | BIT(SOURCE) | BIT(WAS),
    RECORDS =
        BIT(PLACE) | BIT(LINK) | BIT(TRANSFER) | BIT(BORDER) | BIT(SERVICE),
};

static const struct cor_op_row rows[] = {
    {"add-link", ORDER, true, false, cor_op_add},
    {"add-place", ORDER, true, false, cor_op_add},
    {"remove", COMMON | RECORDS, false, false, cor_op_remove},
    {"open", COMMON | BIT(LINK) | BIT(ON), false, false, cor_op_open},
    {"close", COMMON | BIT(LINK) | BIT(FROM) | BIT(TO) | BIT(FOR), false, false,
     cor_op_close},
    {"set", COMMON | RECORDS | BIT(DEFAULT), true, false, cor_op_set},
    {"scale", COMMON | RECORDS | BIT(DEFAULT) | BIT(WHERE), true, true,
     cor_op_scale},
};
enum { N_ROW = sizeof rows / sizeof *rows };

enum cor_op_key cor_op_key(struct cor_text key)
{
    enum cor_op_key i = 0;
    while (i < COR_OP_N_KEY && !cor_text_equal(cor_text_of(key_names[i]), key))
        i++;
    return i;
}

bool cor_op_is_field(const struct cor_op *op, const struct cor_yaml_node *key)
{
    const enum cor_op_key number = cor_op_key(key->text);
    return number == COR_OP_N_KEY || (op->row->keys & (1u << number)) == 0;
}

static void unknown_verb(const struct cor_op *op)
{
    const struct cor_yaml_node *verb = op->at[COR_OP_VERB];
    const char *known[N_ROW];
    for (int i = 0; i < N_ROW; i++)
        known[i] = rows[i].name;
    const char *near =
        cor_report_nearest(op->draft->report, verb->text, known, N_ROW);
    COR_OP_REFUSE(op, verb, "unknown-op",
                  near != NULL ? near
                               : "ops are add-link, add-place, remove, open, "
                                 "close, set, scale",
                  "'%s' is not an op", cor_draft_quote(op->draft, verb->text));
}

/* Find what kind of op it is; its row stays NULL with a complaint. */
static void find_verb(struct cor_op *op)
{
    COR_READ_PAIRS(op->reader->yaml, op->map, key, value)
    {
        if (cor_op_key(key->text) == COR_OP_VERB)
            op->at[COR_OP_VERB] = value;
    }
    const struct cor_yaml_node *verb = op->at[COR_OP_VERB];
    if (verb == NULL) {
        COR_OP_REFUSE(op, op->map, "missing-key",
                      "begin it with 'op: set', or another op",
                      "this op has no 'op'");
        return;
    }
    if (!cor_read_expect(op->reader, verb, COR_YAML_SCALAR, "op"))
        return;
    for (int i = 0; i < N_ROW; i++)
        if (cor_text_equal(verb->text, cor_text_of(rows[i].name)))
            op->row = &rows[i];
    if (op->row == NULL)
        unknown_verb(op);
}

static void unknown_key(const struct cor_op *op,
                        const struct cor_yaml_node *key)
{
    const char *known[COR_OP_N_KEY];
    size_t n = 0;
    for (int i = 0; i < COR_OP_N_KEY; i++)
        if ((op->row->keys & (1u << i)) != 0)
            known[n++] = key_names[i];
    cor_read_unknown_key(op->reader, key, known, n, op->row->name);
}

/* Sort out the op's own keys; whether they are good. */
static bool take_keys(struct cor_op *op)
{
    bool good = true;
    uint32_t met = 0;
    COR_READ_PAIRS(op->reader->yaml, op->map, key, value)
    {
        const bool is_field = cor_op_is_field(op, key);
        const uint32_t bit = is_field ? 0 : 1u << cor_op_key(key->text);
        if (is_field && !op->row->takes_fields)
            unknown_key(op, key);
        else if ((met & bit) != 0)
            COR_OP_REFUSE(op, key, "duplicate-key", NULL,
                          "'%s' stands twice in this op",
                          cor_draft_quote(op->draft, key->text));
        good = good && (is_field ? op->row->takes_fields : (met & bit) == 0);
        met |= bit;
        if (!is_field)
            op->at[cor_op_key(key->text)] = value;
    }
    return good;
}

/* The kinds whose records, and the ops, that an id may stand for. */
static const enum cor_kind id_kinds[] = {COR_KIND_PLACE, COR_KIND_LINK,
                                         COR_KIND_SERVICE};
enum { N_ID_KIND = sizeof id_kinds / sizeof *id_kinds };

static bool is_there(const struct cor_op *op, struct cor_text id)
{
    for (int i = 0; i < N_ID_KIND; i++)
        if (cor_edit_find(op->draft, id_kinds[i], id) != COR_NONE)
            return true;
    return cor_names_find(&op->draft->edits->ids, id) != COR_NONE;
}

static const char *nearest_id(const struct cor_op *op, struct cor_text id)
{
    const struct cor_names *ids = &op->draft->edits->ids;
    const char *near =
        cor_report_nearest(op->draft->report, id, ids->name, ids->n);
    for (int i = 0; i < N_ID_KIND && near == NULL; i++)
        near = cor_edit_nearest(op->draft, id_kinds[i], id);
    return near;
}

static void judge_need(const struct cor_op *op, const struct cor_yaml_node *id)
{
    if (!is_there(op, id->text))
        COR_OP_REFUSE(op, id, "needs-missing", nearest_id(op, id->text),
                      "this op needs '%s', and no place, link, service or "
                      "earlier op has that id",
                      cor_draft_quote(op->draft, id->text));
}

static bool judge_conflict(const struct cor_op *op,
                           const struct cor_yaml_node *id)
{
    struct cor_edits *edits = op->draft->edits;
    if (is_there(op, id->text)) {
        COR_OP_REFUSE(op, id, "conflict", NULL,
                      "this op conflicts with '%s', which is there",
                      cor_draft_quote(op->draft, id->text));
        return true;
    }
    struct cor_conflict *conflict =
        cor_arena_grow(op->draft->arena, edits->conflict, edits->n_conflict,
                       &edits->conflict_capacity, sizeof *conflict);
    if (conflict == NULL)
        return false;
    edits->conflict = conflict;
    conflict[edits->n_conflict++] =
        (struct cor_conflict){id->text, cor_read_spot(op->reader, id)};
    return true;
}

static bool judge_id(const struct cor_op *op,
                     const struct cor_yaml_node *id,
                     enum cor_op_key key)
{
    if (!cor_read_expect(op->reader, id, COR_YAML_SCALAR, key_names[key]))
        return true;
    if (key == COR_OP_CONFLICTS)
        return judge_conflict(op, id);
    judge_need(op, id);
    return true;
}

/* Ids that must be there, or must not: one, or a list of them. */
static bool judge_ids(const struct cor_op *op, enum cor_op_key key)
{
    const struct cor_yaml_node *list = op->at[key];
    if (list == NULL || list->type != COR_YAML_LIST)
        return list == NULL || judge_id(op, list, key);
    for (const struct cor_yaml_node *id =
             cor_yaml_first(op->reader->yaml, list);
         id != NULL; id = cor_yaml_next(op->reader->yaml, id))
        if (!judge_id(op, id, key))
            return false;
    return true;
}

/* An id that comes now and that an op before it cannot stand. */
static void judge_newcomer(const struct cor_op *op,
                           const struct cor_yaml_node *id)
{
    const struct cor_edits *edits = op->draft->edits;
    for (size_t i = 0; i < edits->n_conflict; i++)
        if (cor_text_equal(edits->conflict[i].id, id->text))
            COR_OP_REFUSE(op, id, "conflict", NULL,
                          "an op before this one conflicts with '%s', at %s",
                          cor_draft_quote(op->draft, id->text),
                          cor_op_place(op->draft, edits->conflict[i].spot));
}

static bool remember_id(struct cor_op *op, const struct cor_yaml_node *id)
{
    struct cor_edits *edits = op->draft->edits;
    const uint32_t n = edits->ids.n;
    const uint32_t number = cor_names_add(&edits->ids, id->text);
    if (number == COR_NONE)
        return false;
    if (number < n) {
        COR_OP_REFUSE(op, id, "duplicate-id", NULL,
                      "the id '%s' is another op's already, at %s",
                      cor_draft_quote(op->draft, id->text),
                      cor_op_place(op->draft, edits->id_spot[number]));
        return true;
    }
    uint32_t *spot = cor_arena_grow(op->draft->arena, edits->id_spot, n,
                                    &edits->id_capacity, sizeof *spot);
    if (spot == NULL)
        return false;
    edits->id_spot = spot;
    spot[n] = cor_read_spot(op->reader, id);
    return true;
}

static bool take_id(struct cor_op *op)
{
    const struct cor_yaml_node *id = NULL;
    COR_READ_PAIRS(op->reader->yaml, op->map, key, value)
    {
        if (cor_op_key(key->text) == COR_OP_ID)
            id = value;
    }
    if (id == NULL || id->type != COR_YAML_SCALAR)
        return id == NULL || op->at[COR_OP_ID] == NULL ||
               (cor_read_expect(op->reader, id, COR_YAML_SCALAR, "id"), true);
    judge_newcomer(op, id);
    return op->at[COR_OP_ID] == NULL || remember_id(op, id);
}

/* The source that goes with the numbers the op sets; a mapping is meant for
   the record's own. */
static bool take_source(struct cor_op *op)
{
    const struct cor_yaml_node *source = op->at[COR_OP_SOURCE];
    op->source = COR_NONE;
    if (source != NULL && op->row->apply != cor_op_set)
        (void)cor_read_expect(op->reader, source, COR_YAML_SCALAR, "source");
    if (source == NULL || source->type != COR_YAML_SCALAR)
        return true;
    const bool is_implied =
        cor_text_equal(source->text, cor_text_of("assumed")) ||
        cor_text_equal(source->text, cor_text_of("memory"));
    if (!is_implied &&
        cor_edit_find(op->draft, COR_KIND_SOURCE, source->text) == COR_NONE) {
        COR_OP_REFUSE(
            op, source, "unknown-source",
            cor_edit_nearest(op->draft, COR_KIND_SOURCE, source->text),
            "no source has the id '%s'",
            cor_draft_quote(op->draft, source->text));
        return true;
    }
    op->source =
        cor_names_add(&op->draft->names[COR_SPACE_SOURCE], source->text);
    return op->source != COR_NONE;
}

/* The fields that `was` says something of, for every record of the op. */
static bool judge_was(struct cor_op *op)
{
    const struct cor_yaml_node *was = op->at[COR_OP_WAS];
    if (was == NULL || !cor_read_expect(op->reader, was, COR_YAML_MAP, "was"))
        return true;
    COR_READ_PAIRS(op->reader->yaml, was, key, value)
    {
        const uint32_t field = cor_op_field(op, key);
        bool same = field != COR_NO_FIELD;
        for (uint32_t i = 0; i < op->n_target && same; i++)
            if (!cor_op_was(&same, op, op->target[i], field, value))
                return false;
    }
    return true;
}

static bool apply(struct cor_op *op)
{
    const struct cor_report *report = op->draft->report;
    const size_t n_error = report->n_error;
    find_verb(op);
    if (op->row == NULL)
        return true;
    const bool good = take_keys(op);
    if (!judge_ids(op, COR_OP_NEEDS) || !judge_ids(op, COR_OP_CONFLICTS) ||
        !take_id(op) || !take_source(op))
        return false;
    if (!good)
        return true;
    if (op->row->apply == cor_op_add)
        return cor_op_add(op);
    if (!cor_op_find(op) || !judge_was(op))
        return false;
    return report->n_error > n_error ||
           (op->n_target == 0 && !op->row->is_for_many) || op->row->apply(op);
}

static bool apply_all(struct cor_draft *draft,
                      const struct cor_reader *reader,
                      const struct cor_yaml_node *list)
{
    if (!cor_edit_begin(draft))
        return false;
    for (const struct cor_yaml_node *map = cor_yaml_first(reader->yaml, list);
         map != NULL; map = cor_yaml_next(reader->yaml, map)) {
        struct cor_op op = {
            .reader = reader,
            .draft = draft,
            .map = map,
            .spot = cor_read_spot(reader, map),
        };
        if (cor_read_expect(reader, map, COR_YAML_MAP, "op") &&
            (!cor_edit_sync(draft) || !apply(&op)))
            return false;
    }
    return true;
}

enum cor_status cor_ops_read(struct cor_draft *draft,
                             const struct cor_yaml *yaml,
                             uint32_t base,
                             struct cor_error *err)
{
    const struct cor_reader reader = {
        .draft = draft, .yaml = yaml, .base = base};
    const struct cor_yaml_node *list = cor_read_key(yaml, "ops");
    if (list == NULL || !cor_read_expect(&reader, list, COR_YAML_LIST, "ops"))
        return COR_OK;
    return apply_all(draft, &reader, list) ? COR_OK : COR_FAIL_MEMORY(err);
}
