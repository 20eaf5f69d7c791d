#include "model/check_terms.h"

static uint32_t at(const struct cor_judged_claim *judged, uint32_t field)
{
    return cor_draft_at(judged->draft, COR_KIND_CLAIM, field, judged->claim);
}

static struct cor_draft_list terms(const struct cor_judged_claim *judged,
                                   uint32_t field)
{
    return cor_draft_list(judged->draft, COR_KIND_CLAIM, field, judged->claim);
}

static const char *const relations_advice =
    "state one of 'less-than', 'more-than', 'equals', 'at-least', 'at-most', "
    "'includes'";

/* The field of the comparison; COR_CLAIM_N_FIELD: there is none. */
static uint32_t judge_relation(const struct cor_judged_claim *judged)
{
    struct cor_draft *draft = judged->draft;
    uint32_t found = COR_CLAIM_N_FIELD;
    for (uint32_t field = COR_CLAIM_FIELD_LESS;
         field <= COR_CLAIM_FIELD_INCLUDES; field++) {
        if (at(judged, field) == 0)
            continue;
        if (found != COR_CLAIM_N_FIELD)
            COR_CHECK_ADD(draft, COR_ERROR, "two-comparisons",
                          at(judged, field), "make two claims of it",
                          "a claim compares once, by '%s' already",
                          cor_kinds[COR_KIND_CLAIM].field[found].key);
        found = found == COR_CLAIM_N_FIELD ? field : found;
    }
    if (found == COR_CLAIM_N_FIELD)
        COR_CHECK_ADD(draft, COR_ERROR, "no-comparison",
                      draft->table[COR_KIND_CLAIM].spot[judged->claim],
                      relations_advice, "this claim compares nothing");
    return found;
}

static void judge_empty(const struct cor_judged_claim *judged, uint32_t field)
{
    if (at(judged, field) != 0 && terms(judged, field).n == 0)
        COR_CHECK_ADD(judged->draft, COR_ERROR, "empty-list", at(judged, field),
                      NULL, "there is nothing in it");
}

static bool judge_rivals(const struct cor_judged_claim *judged, uint32_t field)
{
    const bool by_modes = judged->metric.rival == 0;
    if (by_modes != (field == COR_CLAIM_FIELD_INCLUDES)) {
        COR_CHECK_ADD(judged->draft, COR_ERROR, "wrong-comparison",
                      at(judged, field), judged->metric.advice,
                      "a claim about %s does not compare by '%s'", judged->name,
                      cor_kinds[COR_KIND_CLAIM].field[field].key);
        return true;
    }
    const struct cor_draft_list list = terms(judged, field);
    judge_empty(judged, field);
    if (by_modes)
        return true;
    COR_CHECK_TERMS(list, term)
    if (!cor_check_term(judged, term, field))
        return false;
    return true;
}

static void judge_by(const struct cor_judged_claim *judged, uint32_t field)
{
    struct cor_draft *draft = judged->draft;
    const uint32_t spot = at(judged, COR_CLAIM_FIELD_BY);
    const struct cor_draft_list by = terms(judged, COR_CLAIM_FIELD_BY);
    if (spot == 0)
        return;
    if (field != COR_CLAIM_FIELD_LESS && field != COR_CLAIM_FIELD_MORE)
        COR_CHECK_ADD(draft, COR_ERROR, "useless-key", spot, NULL,
                      "'by' goes with 'less-than' and 'more-than'");
    else if (by.n != 1 ||
             cor_draft_term_kind(draft, by.first) != COR_TERM_QUANTITY)
        COR_CHECK_ADD(draft, COR_ERROR, "wrong-term", spot,
                      "write 900 km or 20 %", "'by' is one quantity");
    else
        cor_check_term_unit(
            judged, by.first,
            judged->metric.dimensions | COR_DIM_SET(COR_DIM_SHARE), "by");
}

static void judge_within(const struct cor_judged_claim *judged, uint32_t field)
{
    const uint32_t spot = at(judged, COR_CLAIM_FIELD_WITHIN);
    if (spot != 0 && field != COR_CLAIM_FIELD_EQUALS &&
        at(judged, COR_CLAIM_FIELD_BY) == 0)
        COR_CHECK_ADD(judged->draft, COR_ERROR, "useless-key", spot, NULL,
                      "'within' goes with 'equals' and 'by'");
}

static enum cor_claim_metric find_metric(struct cor_draft *draft,
                                         uint32_t claim)
{
    const enum cor_claim_metric metric = cor_draft_claim_metric(draft, claim);
    const uint32_t word =
        cor_draft_word(draft, COR_KIND_CLAIM, COR_CLAIM_FIELD_METRIC, claim);
    if (word == COR_NONE || metric != COR_N_CLAIM_METRIC)
        return metric;
    const char *name = cor_draft_name(draft, COR_SPACE_WORD, word);
    const char *near = NULL;
    if (draft->report->n < COR_REPORT_KEPT)
        near = cor_report_nearest(draft->report, cor_text_of(name),
                                  cor_claim_metrics, COR_N_CLAIM_METRIC);
    COR_CHECK_ADD(
        draft, COR_ERROR, "unknown-metric",
        cor_draft_at(draft, COR_KIND_CLAIM, COR_CLAIM_FIELD_METRIC, claim),
        near, "'%s' is nothing that a claim can be about", name);
    return metric;
}

/* What is compared with containers is counted in containers. */
static void narrow_flow(struct cor_judged_claim *judged,
                        struct cor_draft_list of)
{
    uint32_t *flow = &judged->metric.dimensions;
    COR_CHECK_TERMS(of, term)
    {
        const uint32_t own = cor_check_term_flow(judged->draft, term);
        if ((*flow & own) != 0)
            *flow &= own;
        else
            COR_CHECK_ADD(judged->draft, COR_ERROR, "wrong-term",
                          judged->draft->table[COR_KIND_TERM].spot[term],
                          judged->metric.advice,
                          "all vessels of a claim carry TEU, or all carry t");
    }
}

static bool judge_claim(struct cor_draft *draft, uint32_t claim)
{
    struct cor_judged_claim judged = {.draft = draft, .claim = claim};
    const uint32_t field = judge_relation(&judged);
    const enum cor_claim_metric metric = find_metric(draft, claim);
    if (metric == COR_N_CLAIM_METRIC)
        return true;
    judged.metric = cor_claim_metric_rows[metric];
    judged.name = cor_claim_metrics[metric];
    const struct cor_draft_list of = terms(&judged, COR_CLAIM_FIELD_OF);
    judge_empty(&judged, COR_CLAIM_FIELD_OF);
    COR_CHECK_TERMS(of, term)
    if (!cor_check_term(&judged, term, COR_CLAIM_FIELD_OF))
        return false;
    if (metric == COR_CLAIM_CAPACITY)
        narrow_flow(&judged, of);
    if (field == COR_CLAIM_N_FIELD)
        return true;
    judge_by(&judged, field);
    judge_within(&judged, field);
    return judge_rivals(&judged, field);
}

bool cor_check_claims(struct cor_draft *draft)
{
    COR_CHECK_EACH(draft, COR_KIND_CLAIM, claim)
    if (!judge_claim(draft, claim))
        return false;
    return true;
}
