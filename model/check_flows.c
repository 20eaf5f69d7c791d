#include "model/check.h"

#include "model/flow_joins.h"

/* Which links flows are of, and which way they go. */

static uint32_t spot_of(const struct cor_draft *draft, uint32_t flow)
{
    return draft->table[COR_KIND_FLOW].spot[flow];
}

static bool states(const struct cor_draft *draft, uint32_t flow, uint32_t field)
{
    return cor_draft_at(draft, COR_KIND_FLOW, field, flow) != 0;
}

static bool is_directed(const struct cor_draft *draft, uint32_t flow)
{
    return states(draft, flow, COR_FLOW_FROM) &&
           cor_draft_index(draft, COR_KIND_FLOW, COR_FLOW_BOTH_WAYS, flow) == 0;
}

static bool add_strand(struct cor_draft *draft,
                       uint32_t flow,
                       uint32_t link,
                       enum cor_traffic_way way)
{
    struct cor_draft_strand *grown =
        cor_arena_grow(draft->arena, draft->strand, draft->n_strand,
                       &draft->strand_capacity, sizeof *grown);
    if (grown == NULL)
        return false;
    draft->strand = grown;
    grown[draft->n_strand++] = (struct cor_draft_strand){flow, link, way};
    return true;
}

/* Nothing goes against a link that runs one way. */
static void judge_way(struct cor_draft *draft,
                      uint32_t flow,
                      uint32_t link,
                      enum cor_traffic_way way)
{
    if (way != COR_WAY_AGAINST ||
        cor_draft_index(draft, COR_KIND_LINK, COR_LINK_ONE_WAY, link) == 0)
        return;
    COR_CHECK_ADD(draft, COR_ERROR, "against-one-way",
                  cor_draft_at(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow), NULL,
                  "the link '%s' runs one way, from '%s' to '%s'",
                  cor_draft_id(draft, COR_KIND_LINK, link),
                  cor_draft_id(draft, COR_KIND_PLACE, draft->from[link]),
                  cor_draft_id(draft, COR_KIND_PLACE, draft->to[link]));
}

static void judge_mode(struct cor_draft *draft, uint32_t flow, uint32_t link)
{
    const uint32_t wanted =
        cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_MODE, flow);
    const uint32_t mode =
        cor_draft_word(draft, COR_KIND_LINK, COR_LINK_MODE, link);
    if (wanted == COR_NONE || mode == COR_NONE || wanted == mode)
        return;
    COR_CHECK_ADD(draft, COR_ERROR, "other-mode",
                  cor_draft_at(draft, COR_KIND_FLOW, COR_FLOW_MODE, flow), NULL,
                  "the link '%s' is of the mode '%s'",
                  cor_draft_id(draft, COR_KIND_LINK, link),
                  cor_draft_name(draft, COR_SPACE_MODE, mode));
}

/* One link of a line, walked from a place to the one where it leads; COR_NONE
   if it does not begin there. Without ends it is just a link. */
static bool
walk(uint32_t *at, struct cor_draft *draft, uint32_t flow, uint32_t link)
{
    const bool along = draft->from[link] == *at;
    const bool has_ends = states(draft, flow, COR_FLOW_FROM);
    const enum cor_traffic_way way = !is_directed(draft, flow) ? COR_WAY_SUM
                                     : along                   ? COR_WAY_ALONG
                                             : COR_WAY_AGAINST;
    if (has_ends && !along && draft->to[link] != *at) {
        *at = COR_NONE;
        return true;
    }
    *at = along ? draft->to[link] : draft->from[link];
    judge_way(draft, flow, link, way);
    judge_mode(draft, flow, link);
    return add_strand(draft, flow, link, way);
}

static void refuse_line(struct cor_draft *draft,
                        uint32_t flow,
                        uint32_t spot,
                        const char *link)
{
    COR_CHECK_ADD(
        draft, COR_ERROR, "not-a-line", spot, "name them in order of travel",
        "the links do not lead from '%s' to '%s': '%s' does not go "
        "on where the line has come to",
        cor_draft_name(
            draft, COR_SPACE_PLACE,
            cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow)),
        cor_draft_name(draft, COR_SPACE_PLACE,
                       cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_TO, flow)),
        link);
}

/* Links by name: with ends, in order of travel from the one to the other. */
static bool take_links(struct cor_draft *draft, uint32_t flow)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_FLOW, COR_FLOW_LINKS, flow);
    const bool ends = states(draft, flow, COR_FLOW_FROM);
    const uint32_t to =
        cor_draft_target(draft, COR_KIND_FLOW, COR_FLOW_TO, flow);
    uint32_t at = cor_draft_target(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow);
    for (uint32_t i = 0; i < list.n; i++) {
        const struct cor_draft_item item = draft->item[list.first + i];
        const uint32_t link = item.word == COR_NONE
                                  ? COR_NONE
                                  : draft->record_of[COR_SPACE_LINK][item.word];
        if (link == COR_NONE || draft->from[link] == COR_NONE ||
            draft->to[link] == COR_NONE || (ends && at == COR_NONE))
            return true; /* said already */
        if (!walk(&at, draft, flow, link))
            return false;
        if (ends && (at == COR_NONE || (i + 1 == list.n && at != to))) {
            refuse_line(draft, flow, item.spot,
                        cor_draft_id(draft, COR_KIND_LINK, link));
            return true;
        }
    }
    return true;
}

static void refuse_ends(struct cor_draft *draft,
                        uint32_t flow,
                        const struct cor_flow_join *join)
{
    const uint32_t spot =
        cor_draft_at(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow);
    const char *first = join->link == COR_NONE
                            ? NULL
                            : cor_draft_id(draft, COR_KIND_LINK, join->link);
    const uint32_t from =
        cor_draft_target(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow);
    const uint32_t to =
        cor_draft_target(draft, COR_KIND_FLOW, COR_FLOW_TO, flow);
    const uint32_t mode =
        cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_MODE, flow);
    const char *advice =
        first == NULL
            ? "'links' may name several, in order of travel"
            : cor_text_print(draft->report->arena, "links: %s", first);
    COR_CHECK_ADD(
        draft, COR_ERROR,
        join->n == 0 ? "no-link-between" : "several-links-between", spot,
        advice, "%s%s%s join%s '%s' and '%s'",
        join->n == 0 ? "no link" : "several links",
        mode == COR_NONE ? "" : " of the mode ",
        mode == COR_NONE ? "" : cor_draft_name(draft, COR_SPACE_MODE, mode),
        join->n == 0 ? "s" : "", cor_draft_id(draft, COR_KIND_PLACE, from),
        cor_draft_id(draft, COR_KIND_PLACE, to));
}

/* The only link between two places, perhaps of a mode. */
static bool take_ends(struct cor_draft *draft,
                      const struct cor_flow_joins *joins,
                      uint32_t flow)
{
    uint32_t from = cor_draft_target(draft, COR_KIND_FLOW, COR_FLOW_FROM, flow);
    const uint32_t to =
        cor_draft_target(draft, COR_KIND_FLOW, COR_FLOW_TO, flow);
    if (from == COR_NONE || to == COR_NONE)
        return true;
    const struct cor_flow_join join = cor_flow_join_find(
        joins, draft, from, to,
        cor_draft_word(draft, COR_KIND_FLOW, COR_FLOW_MODE, flow));
    if (join.n == 1)
        return walk(&from, draft, flow, join.link);
    refuse_ends(draft, flow, &join);
    return true;
}

static bool judge(struct cor_draft *draft,
                  const struct cor_flow_joins *joins,
                  uint32_t flow)
{
    const bool from = states(draft, flow, COR_FLOW_FROM);
    const bool links = states(draft, flow, COR_FLOW_LINKS);
    if (from != states(draft, flow, COR_FLOW_TO) || (!from && !links)) {
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key", spot_of(draft, flow),
                      "state 'links', or 'from' and 'to'",
                      from || links ? "this flow has only one of its two ends"
                                    : "this flow does not say where it is");
        return true;
    }
    return links ? take_links(draft, flow) : take_ends(draft, joins, flow);
}

bool cor_check_flows(struct cor_draft *draft)
{
    struct cor_flow_joins joins;
    if (draft->table[COR_KIND_FLOW].n == 0)
        return true;
    if (!cor_flow_joins_make(&joins, draft))
        return false;
    COR_CHECK_EACH(draft, COR_KIND_FLOW, flow)
    if (!judge(draft, &joins, flow))
        return false;
    return cor_flow_strands_sort(draft);
}
