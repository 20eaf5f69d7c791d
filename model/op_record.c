#include "model/op.h"

#include "model/check.h"

#include <string.h>

static bool is_taken(const struct cor_op *op, uint32_t record)
{
    struct cor_draft *draft = op->draft;
    const char *id = cor_draft_id(draft, op->kind, record);
    const uint32_t other = cor_edit_find(draft, op->kind, cor_text_of(id));
    if (id[0] == '\0' || other == COR_NONE)
        return false;
    cor_report_add(
        draft->report, COR_ERROR, "duplicate-id",
        cor_draft_spot(draft, cor_draft_at(draft, op->kind, 0, record)),
        "set what differs, or remove the other first",
        "the id '%s' is another %s's already, at %s", id,
        cor_kinds[op->kind].name,
        cor_op_place(draft, draft->table[op->kind].spot[other]));
    return true;
}

/* The keys of the op itself are none of the record. */
static const char *const own_keys[] = {"op", "needs", "conflicts", NULL};

bool cor_op_add(struct cor_op *op)
{
    struct cor_reader reader = *op->reader;
    struct cor_draft *draft = op->draft;
    uint32_t record;
    op->kind =
        strcmp(op->row->name, "add-link") == 0 ? COR_KIND_LINK : COR_KIND_PLACE;
    reader.passed_over = own_keys;
    if (!cor_draft_record(&record, draft, op->kind, op->spot) ||
        !cor_read_fields(&reader, op->kind, record, op->map))
        return false;
    if (is_taken(op, record)) {
        cor_edit_drop(draft, op->kind);
        return true;
    }
    return cor_edit_add(draft, op->kind, record);
}

/* Links that begin or end at a place; whether there are any. */
static bool is_place_in_use(const struct cor_op *op, uint32_t place)
{
    enum { NAMED = 3 };
    struct cor_draft *draft = op->draft;
    const uint32_t word =
        cor_draft_word(draft, COR_KIND_PLACE, COR_PLACE_ID, place);
    const char *list = "";
    uint32_t n = 0;
    COR_CHECK_EACH(draft, COR_KIND_LINK, link)
    {
        if (cor_draft_word(draft, COR_KIND_LINK, COR_LINK_FROM, link) != word &&
            cor_draft_word(draft, COR_KIND_LINK, COR_LINK_TO, link) != word)
            continue;
        if (n++ < NAMED && list != NULL)
            list = cor_text_print(draft->report->arena, "%s%s%s", list,
                                  n == 1 ? "" : ", ",
                                  cor_draft_id(draft, COR_KIND_LINK, link));
    }
    if (n != 0)
        COR_OP_REFUSE(op, op->at[COR_OP_PLACE], "in-use",
                      "remove its links first",
                      "links still use the place '%s': %s%s",
                      cor_draft_id(draft, COR_KIND_PLACE, place),
                      list == NULL ? "" : list, n > NAMED ? ", ..." : "");
    return n != 0;
}

/* What is charged or changed at a place goes with it. */
static bool remove_at(struct cor_op *op, enum cor_kind kind, uint32_t place)
{
    struct cor_draft *draft = op->draft;
    const uint32_t word =
        cor_draft_word(draft, COR_KIND_PLACE, COR_PLACE_ID, place);
    COR_CHECK_EACH(draft, kind, record)
    if (cor_draft_word(draft, kind, 0, record) == word &&
        !cor_edit_remove(draft, kind, record, op->spot))
        return false;
    return true;
}

/* Take a link out of the list of a service; what is left of it. */
static uint32_t
take_out(struct cor_draft *draft, struct cor_draft_list *list, uint32_t word)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < list->n; i++)
        if (draft->item[list->first + i].word != word)
            draft->item[list->first + n++] = draft->item[list->first + i];
    list->n = n;
    return n;
}

/* A service stops running on a link; on none it is gone. */
static bool stop_services(struct cor_op *op, uint32_t link)
{
    struct cor_draft *draft = op->draft;
    const uint32_t word =
        cor_draft_word(draft, COR_KIND_LINK, COR_LINK_ID, link);
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_SERVICE, COR_SERVICE_LINKS);
    COR_CHECK_EACH(draft, COR_KIND_SERVICE, service)
    {
        if (column->spot == NULL || column->spot[service] == 0)
            continue;
        const uint32_t before = column->list[service].n;
        if (take_out(draft, &column->list[service], word) == 0 && before != 0 &&
            !cor_edit_remove(draft, COR_KIND_SERVICE, service, op->spot))
            return false;
    }
    return true;
}

static bool has_item(const struct cor_draft *draft,
                     struct cor_draft_list list,
                     uint32_t word)
{
    for (uint32_t i = 0; i < list.n; i++)
        if (draft->item[list.first + i].word == word)
            return true;
    return false;
}

/* Whether a flow is told of two ends, and of those of a link. */
static bool
is_between(const struct cor_draft *draft, uint32_t flow, uint32_t link)
{
    const uint32_t from =
        cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow);
    const uint32_t to = cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_TO, flow);
    const uint32_t mode =
        cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_MODE, flow);
    const uint32_t a =
        cor_draft_word(draft, COR_KIND_LINK, COR_LINK_FROM, link);
    const uint32_t b = cor_draft_word(draft, COR_KIND_LINK, COR_LINK_TO, link);
    const bool ends = (from == a && to == b) || (from == b && to == a);
    return ends &&
           (mode == COR_NONE ||
            mode == cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link));
}

/* What was carried over a link goes with it, also where it was told of a line
   of several. */
static bool remove_flows(struct cor_op *op, uint32_t link)
{
    struct cor_draft *draft = op->draft;
    const uint32_t word =
        cor_draft_word(draft, COR_KIND_LINK, COR_LINK_ID, link);
    COR_CHECK_EACH(draft, COR_KIND_FLOW, flow)
    {
        const struct cor_draft_list list =
            cor_draft_list(draft, COR_KIND_FLOW, COR_FLOW_LINKS, flow);
        const bool hit = list.n != 0 ? has_item(draft, list, word)
                                     : is_between(draft, flow, link);
        if (hit && !cor_edit_remove(draft, COR_KIND_FLOW, flow, op->spot))
            return false;
    }
    return true;
}

bool cor_op_remove(struct cor_op *op)
{
    const uint32_t record = op->target[0];
    bool good = true;
    if (op->kind == COR_KIND_PLACE && is_place_in_use(op, record))
        return true;
    if (op->kind == COR_KIND_PLACE)
        good = remove_at(op, COR_KIND_TRANSFER, record) &&
               remove_at(op, COR_KIND_BORDER, record);
    if (op->kind == COR_KIND_LINK)
        good = stop_services(op, record) && remove_flows(op, record);
    return good && cor_edit_remove(op->draft, op->kind, record, op->spot);
}
