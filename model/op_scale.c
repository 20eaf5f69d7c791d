#include "model/op.h"

#include "model/check.h"

#include <inttypes.h>
#include <math.h>

/* What is measured and has a source of its own can be more or less. */
static bool is_scalable(const struct cor_field *field)
{
    return field->type == COR_TYPE_QUANTITY && field->source != 0;
}

static uint32_t scalable_field(const struct cor_op *op,
                               const struct cor_yaml_node *key)
{
    const struct cor_kind_row *kind = &cor_kinds[op->kind];
    const uint32_t field = cor_field_find(op->kind, NULL, key->text);
    if (field != COR_NO_FIELD && is_scalable(&kind->field[field]))
        return field;
    const char *known[COR_FIELD_LIMIT];
    size_t n = 0;
    for (uint32_t i = 0; i < kind->n_field; i++)
        if (is_scalable(&kind->field[i]))
            known[n++] = kind->field[i].key;
    COR_OP_REFUSE(op, key, "unknown-key",
                  cor_report_nearest(op->draft->report, key->text, known, n),
                  "there is no '%s' of a %s to be scaled",
                  cor_draft_quote(op->draft, key->text), kind->name);
    return COR_NO_FIELD;
}

/* A factor; NAN with a complaint. */
static double read_factor(const struct cor_op *op,
                          const struct cor_yaml_node *key,
                          const struct cor_yaml_node *value)
{
    double factor;
    const char *name = cor_draft_quote(op->draft, key->text);
    if (!cor_read_expect(op->reader, value, COR_YAML_SCALAR, name))
        return NAN;
    if (!cor_number_parse(&factor, value->text)) {
        COR_OP_REFUSE(op, value, "bad-factor",
                      "write 1.5 for half as much more",
                      "%s: '%s' is not a factor", name,
                      cor_draft_quote(op->draft, value->text));
        return NAN;
    }
    if (factor < 0) {
        COR_OP_REFUSE(op, value, "negative-factor", NULL,
                      "%s: a factor must not be negative", name);
        return NAN;
    }
    return factor;
}

static void warn_unstated(const struct cor_op *op,
                          const struct cor_yaml_node *key,
                          uint32_t n_stated)
{
    if (n_stated < op->n_target)
        COR_OP_WARN(op, key, "scales-less",
                    op->kind == COR_KIND_LINK
                        ? "what their mode's defaults give is scaled with "
                          "'default: ' and the mode"
                        : NULL,
                    "%" PRIu32 " of the %" PRIu32
                    " %ss state no %s of their own, and stay as they are",
                    op->n_target - n_stated, op->n_target,
                    cor_kinds[op->kind].name,
                    cor_draft_quote(op->draft, key->text));
}

static bool scale_field(struct cor_op *op,
                        const struct cor_yaml_node *key,
                        uint32_t field,
                        double factor)
{
    struct cor_draft *draft = op->draft;
    struct cor_draft_column *column = cor_draft_open(draft, op->kind, field);
    uint32_t n = 0;
    if (column == NULL || !cor_edit_keep(draft, op->kind, field))
        return false;
    for (uint32_t i = 0; i < op->n_target; i++) {
        const uint32_t record = op->target[i];
        if (column->spot[record] == 0)
            continue;
        column->number[record] *= factor;
        column->spot[record] = op->spot;
        n++;
        if (!cor_edit_credit(draft, op->kind, record, field, op->source,
                             op->spot))
            return false;
    }
    warn_unstated(op, key, n);
    return true;
}

bool cor_op_scale(struct cor_op *op)
{
    uint32_t met = 0;
    bool is_empty = true;
    COR_READ_PAIRS(op->reader->yaml, op->map, key, value)
    {
        if (!cor_op_is_field(op, key))
            continue;
        is_empty = false;
        const uint32_t field = scalable_field(op, key);
        const double factor =
            field == COR_NO_FIELD ? NAN : read_factor(op, key, value);
        if (isnan(factor))
            continue;
        if ((met & (1u << field)) != 0)
            COR_OP_REFUSE(op, key, "duplicate-key", NULL,
                          "'%s' stands twice in this op",
                          cor_kinds[op->kind].field[field].key);
        else if (!scale_field(op, key, field, factor))
            return false;
        met |= 1u << field;
    }
    if (is_empty)
        COR_OP_REFUSE(op, op->map, "sets-nothing", "say by how much: 'time: 2'",
                      "this op scales nothing");
    return true;
}
