#include "model/op.h"

#include "model/check.h"

static const struct {
    enum cor_op_key key;
    enum cor_kind kind;
    const char *unknown; /* code */
} subjects[] = {
    {COR_OP_PLACE, COR_KIND_PLACE, "unknown-place"},
    {COR_OP_LINK, COR_KIND_LINK, "unknown-link"},
    {COR_OP_TRANSFER, COR_KIND_TRANSFER, "unknown-transfer"},
    {COR_OP_BORDER, COR_KIND_BORDER, "unknown-border"},
    {COR_OP_SERVICE, COR_KIND_SERVICE, "unknown-service"},
    {COR_OP_DEFAULT, COR_KIND_DEFAULT, "unknown-default"},
    {COR_OP_WHERE, COR_KIND_LINK, "unknown-link"},
};
enum { N_SUBJECT = sizeof subjects / sizeof *subjects };

static void say_removed(const struct cor_op *op,
                        const struct cor_yaml_node *node,
                        const char *what,
                        const struct cor_removal *removal)
{
    COR_OP_REFUSE(op, node, "removed-before", NULL,
                  "the %s was removed by the op at %s", what,
                  cor_op_place(op->draft, removal->spot));
}

static void say_unknown(const struct cor_op *op,
                        const struct cor_yaml_node *node,
                        const char *code)
{
    struct cor_draft *draft = op->draft;
    const char *kind = cor_kinds[op->kind].name;
    const char *id = cor_draft_quote(draft, node->text);
    const uint32_t word =
        cor_names_find(&draft->names[cor_kinds[op->kind].space], node->text);
    const struct cor_removal *removal =
        word == COR_NONE ? NULL : cor_edit_removal(draft, op->kind, word);
    const char *what =
        cor_text_print(draft->report->arena, "%s '%s'", kind, id);
    if (removal != NULL)
        say_removed(op, node, what == NULL ? kind : what, removal);
    else
        COR_OP_REFUSE(op, node, code,
                      cor_edit_nearest(draft, op->kind, node->text),
                      "no %s has the id '%s'", kind, id);
}

static bool take_target(struct cor_op *op, uint32_t record)
{
    uint32_t *target = cor_arena_array(op->draft->arena, uint32_t, 1);
    if (target == NULL)
        return false;
    *target = record;
    op->target = target;
    op->n_target = 1;
    return true;
}

static bool find_by_id(struct cor_op *op,
                       const struct cor_yaml_node *node,
                       const char *code)
{
    if (!cor_read_expect(op->reader, node, COR_YAML_SCALAR,
                         cor_kinds[op->kind].name))
        return true;
    const uint32_t record = cor_edit_find(op->draft, op->kind, node->text);
    if (record != COR_NONE)
        return take_target(op, record);
    say_unknown(op, node, code);
    return true;
}

/* Whether a record has all that an address says of it. */
static bool is_at(const struct cor_draft *draft,
                  enum cor_kind kind,
                  uint32_t record,
                  uint32_t address)
{
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        if (cor_draft_at(draft, kind, i, address) != 0 &&
            !cor_edit_same(draft, kind, record, address, i))
            return false;
    return true;
}

/* An address says only what tells records apart. */
static bool judge_address(const struct cor_op *op,
                          const struct cor_yaml_node *map,
                          uint32_t address)
{
    bool good = true;
    for (uint32_t i = 0; i < cor_kinds[op->kind].n_field; i++) {
        const struct cor_field *field = &cor_kinds[op->kind].field[i];
        if (cor_draft_at(op->draft, op->kind, i, address) == 0 ||
            field->addresses)
            continue;
        COR_OP_REFUSE(op, map, "bad-address",
                      "state beside it what it was or shall be",
                      "'%s' does not tell one %s from another", field->key,
                      cor_kinds[op->kind].name);
        good = false;
    }
    return good;
}

/* What else there is at the place of an address. */
static const char *list_others(const struct cor_op *op, uint32_t address)
{
    enum { NAMED = 3 };
    struct cor_draft *draft = op->draft;
    const char *list = NULL;
    uint32_t n = 0;
    COR_CHECK_EACH(draft, op->kind, record)
    {
        if (record == address ||
            !cor_edit_same(draft, op->kind, record, address, 0) || n++ >= NAMED)
            continue;
        const char *name = cor_op_name(draft, op->kind, record);
        list = list == NULL ? cor_text_print(draft->report->arena,
                                             "there is the %s", name)
                            : cor_text_print(draft->report->arena, "%s, the %s",
                                             list, name);
    }
    return list;
}

static void say_no_match(const struct cor_op *op,
                         const struct cor_yaml_node *map,
                         const char *code,
                         uint32_t address)
{
    struct cor_draft *draft = op->draft;
    const struct cor_draft_table *table = &draft->table[op->kind];
    for (uint32_t record = 0; record < table->n; record++) {
        const struct cor_removal *removal =
            table->dead[record] && is_at(draft, op->kind, record, address)
                ? cor_edit_removal(draft, op->kind, record)
                : NULL;
        if (removal != NULL) {
            say_removed(op, map, cor_op_name(draft, op->kind, record), removal);
            return;
        }
    }
    COR_OP_REFUSE(op, map, code, list_others(op, address), "there is no %s",
                  cor_op_name(draft, op->kind, address));
}

/* Whether a record says no more than its address of what tells it apart. */
static bool is_plain(const struct cor_draft *draft,
                     enum cor_kind kind,
                     uint32_t record,
                     uint32_t address)
{
    for (uint32_t i = 0; i < cor_kinds[kind].n_field; i++)
        if (cor_kinds[kind].field[i].addresses &&
            cor_draft_at(draft, kind, i, address) == 0 &&
            cor_draft_at(draft, kind, i, record) != 0)
            return false;
    return true;
}

/* Of a border for all shipments and another for block trains, the first is
   meant unless the address names the second. */
static void prefer_plain(struct cor_op *op, uint32_t address)
{
    uint32_t n = 0, plain = 0;
    for (uint32_t i = 0; i < op->n_target; i++)
        if (is_plain(op->draft, op->kind, op->target[i], address)) {
            plain = op->target[i];
            n++;
        }
    if (n != 1)
        return;
    op->target[0] = plain;
    op->n_target = 1;
}

static void judge_matches(struct cor_op *op,
                          const struct cor_yaml_node *map,
                          const char *code,
                          uint32_t address)
{
    struct cor_draft *draft = op->draft;
    if (op->n_target == 0 && !op->row->is_for_many)
        say_no_match(op, map, code, address);
    else if (op->n_target == 0)
        COR_OP_WARN(op, map, "matches-nothing", list_others(op, address),
                    "there is no such %s: nothing changes",
                    cor_kinds[op->kind].name);
    if (op->n_target > 1 && !op->row->is_for_many)
        prefer_plain(op, address);
    if (op->n_target > 1 && !op->row->is_for_many) {
        COR_OP_REFUSE(op, map, "ambiguous", "say more of the one that is meant",
                      "the %s and the %s are both meant",
                      cor_op_name(draft, op->kind, op->target[0]),
                      cor_op_name(draft, op->kind, op->target[1]));
        op->n_target = 0;
    }
}

static bool find_by_address(struct cor_op *op,
                            const struct cor_yaml_node *map,
                            const char *code)
{
    struct cor_draft *draft = op->draft;
    const size_t n_error = draft->report->n_error;
    uint32_t address;
    if (!cor_read_expect(op->reader, map, COR_YAML_MAP,
                         cor_kinds[op->kind].name))
        return true;
    op->target =
        cor_arena_array(draft->arena, uint32_t, draft->table[op->kind].n);
    if (op->target == NULL ||
        !cor_draft_record(&address, draft, op->kind,
                          cor_read_spot(op->reader, map)) ||
        !cor_read_fields(op->reader, op->kind, address, map))
        return false;
    if (judge_address(op, map, address) && draft->report->n_error == n_error) {
        COR_CHECK_EACH(draft, op->kind, record)
        if (record != address && is_at(draft, op->kind, record, address))
            op->target[op->n_target++] = record;
        judge_matches(op, map, code, address);
    }
    cor_edit_drop(draft, op->kind);
    return true;
}

/* The key that says what the op is about; -1 with a complaint. */
static int find_subject(const struct cor_op *op)
{
    int found = -1;
    for (int i = 0; i < N_SUBJECT; i++) {
        const struct cor_yaml_node *node = op->at[subjects[i].key];
        if (node != NULL && found >= 0) {
            COR_OP_REFUSE(op, node, "two-subjects", "write two ops",
                          "this op is about two things");
            return -1;
        }
        if (node != NULL)
            found = i;
    }
    if (found < 0)
        COR_OP_REFUSE(op, op->map, "missing-key",
                      op->row->is_for_many
                          ? "say 'where: {mode: rail}', or 'border: {at: ...}'"
                          : "say 'link: ' and its id, or what else it is",
                      "this op does not say what it is about");
    return found;
}

bool cor_op_find(struct cor_op *op)
{
    const int i = find_subject(op);
    if (i < 0)
        return true;
    const struct cor_yaml_node *node = op->at[subjects[i].key];
    op->kind = subjects[i].kind;
    if (subjects[i].key == COR_OP_WHERE)
        return cor_op_where(op, node);
    return cor_kinds[op->kind].space == COR_N_SPACE
               ? find_by_address(op, node, subjects[i].unknown)
               : find_by_id(op, node, subjects[i].unknown);
}
