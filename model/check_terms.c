#include "model/check_terms.h"

#include <math.h>

/* What a claim about a metric may hold against each other, as sets. */
enum {
    ROUTES = 1 << COR_TERM_JOURNEY | 1 << COR_TERM_CORRIDOR,
    QUANTITY = 1 << COR_TERM_QUANTITY,
    VESSELS = 1 << COR_TERM_VESSELS,
    NETWORK = 1 << COR_TERM_NETWORK,
    GROUP = 1 << COR_TERM_GROUP,
    FLOWS = COR_DIM_SET(COR_DIM_TEU_FLOW) | COR_DIM_SET(COR_DIM_MASS_FLOW),
    COUNT = COR_DIM_SET(COR_DIM_PURE),
    TIME = COR_DIM_SET(COR_DIM_TIME),
};

const struct cor_claim_metric_row cor_claim_metric_rows[] = {
#define ROUTE_METRIC(DIMENSIONS, UNIT)                       \
    {                                                        \
        ROUTES, ROUTES | QUANTITY, (DIMENSIONS), (UNIT),     \
            "write {from: a, to: b}, {corridor: id}; and a " \
            "quantity to compare with"                       \
    }
    [COR_CLAIM_LENGTH] =
        ROUTE_METRIC(COR_DIM_SET(COR_DIM_LENGTH), "write it in km"),
    [COR_CLAIM_TIME] =
        ROUTE_METRIC(COR_DIM_SET(COR_DIM_TIME), "write it in h or d"),
    [COR_CLAIM_COST] =
        ROUTE_METRIC(COR_DIM_SET(COR_DIM_MONEY), "write it in USD"),
    [COR_CLAIM_CO2E] =
        ROUTE_METRIC(COR_DIM_SET(COR_DIM_MASS), "write it in kg or t"),
    [COR_CLAIM_BORDERS] = ROUTE_METRIC(COUNT, "write a number without a unit"),
    [COR_CLAIM_TRANSFERS] =
        ROUTE_METRIC(COUNT, "write a number without a unit"),
    [COR_CLAIM_GAUGE_CHANGES] =
        ROUTE_METRIC(COUNT, "write a number without a unit"),
    [COR_CLAIM_CAPACITY] = {VESSELS, QUANTITY, FLOWS,
                            "write it in TEU/week, or t/week",
                            "write {vessels: [350 TEU, 125 TEU], round-trip: "
                            "3 d}, and a quantity to compare with"},
#define SHARE_METRIC                                                          \
    {                                                                         \
        GROUP, GROUP | QUANTITY, COR_DIM_SET(COR_DIM_SHARE), "write it in %", \
            "write {group: a, in: b}, and a share, "                          \
            "60 %, to compare with"                                           \
    }
    [COR_CLAIM_AREA_SHARE] = SHARE_METRIC,
    [COR_CLAIM_POPULATION_SHARE] = SHARE_METRIC,
    [COR_CLAIM_MODES] = {ROUTES | NETWORK, 0, 0, NULL,
                         "write {network: true}, and 'includes: [rail, road]'"},
    [COR_CLAIM_INTERCHANGE] = {NETWORK, 0, 0, NULL,
                               "write {network: true}, and 'includes: [rail, "
                               "road]'"},
};

enum cor_claim_metric cor_draft_claim_metric(const struct cor_draft *draft,
                                             uint32_t claim)
{
    const char *name = cor_draft_name(
        draft, COR_SPACE_WORD,
        cor_draft_word(draft, COR_KIND_CLAIM, COR_CLAIM_FIELD_METRIC, claim));
    enum cor_claim_metric metric = 0;
    while (metric < COR_N_CLAIM_METRIC &&
           !cor_text_equal(cor_text_of(name),
                           cor_text_of(cor_claim_metrics[metric])))
        metric++;
    return metric;
}

/* Which keys go together. */
static const enum cor_claim_term_kind kind_of_key[COR_TERM_N_FIELD] = {
    [COR_TERM_FIELD_FROM] = COR_TERM_JOURNEY,
    [COR_TERM_FIELD_TO] = COR_TERM_JOURNEY,
    [COR_TERM_FIELD_VIA] = COR_TERM_JOURNEY,
    [COR_TERM_FIELD_MODES] = COR_TERM_JOURNEY,
    [COR_TERM_FIELD_AVOID] = COR_TERM_JOURNEY,
    [COR_TERM_FIELD_CORRIDOR] = COR_TERM_CORRIDOR,
    [COR_TERM_FIELD_VESSELS] = COR_TERM_VESSELS,
    [COR_TERM_FIELD_ROUND_TRIP] = COR_TERM_VESSELS,
    [COR_TERM_FIELD_BOTH_WAYS] = COR_TERM_VESSELS,
    [COR_TERM_FIELD_NETWORK] = COR_TERM_NETWORK,
    [COR_TERM_FIELD_GROUP] = COR_TERM_GROUP,
    [COR_TERM_FIELD_IN] = COR_TERM_GROUP,
    [COR_TERM_FIELD_QUANTITY] = COR_TERM_QUANTITY,
    [COR_TERM_FIELD_UNIT] = COR_TERM_QUANTITY,
};

static uint32_t
first_key(const struct cor_draft *draft, uint32_t term, uint32_t from)
{
    while (from < COR_TERM_N_FIELD &&
           cor_draft_at(draft, COR_KIND_TERM, from, term) == 0)
        from++;
    return from;
}

enum cor_claim_term_kind cor_draft_term_kind(const struct cor_draft *draft,
                                             uint32_t term)
{
    const uint32_t key = first_key(draft, term, 0);
    return key < COR_TERM_N_FIELD ? kind_of_key[key] : COR_TERM_JOURNEY;
}

static uint32_t spot_of(const struct cor_draft *draft, uint32_t term)
{
    return draft->table[COR_KIND_TERM].spot[term];
}

static void judge_keys(struct cor_draft *draft, uint32_t term)
{
    const struct cor_field *field = cor_kinds[COR_KIND_TERM].field;
    const uint32_t first = first_key(draft, term, 0);
    for (uint32_t key = first; key < COR_TERM_N_FIELD;
         key = first_key(draft, term, key + 1))
        if (kind_of_key[key] != kind_of_key[first])
            COR_CHECK_ADD(draft, COR_ERROR, "mixed-term",
                          cor_draft_at(draft, COR_KIND_TERM, key, term), NULL,
                          "'%s' does not go with '%s'", field[key].key,
                          field[first].key);
}

/* A quantity that was refused is of any dimension. */
static bool is_of(const struct cor_draft *draft, uint32_t term, uint32_t set)
{
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY);
    return isnan(column->number[term]) ||
           (set & COR_DIM_SET(column->dimension[term])) != 0;
}

void cor_check_term_unit(const struct cor_judged_claim *judged,
                         uint32_t term,
                         uint32_t dimensions,
                         const char *key)
{
    if (!is_of(judged->draft, term, dimensions))
        COR_CHECK_ADD(judged->draft, COR_ERROR, "wrong-unit",
                      spot_of(judged->draft, term), judged->metric.unit,
                      "%s: this is not what a claim about %s is measured in",
                      key, judged->name);
}

/* Quantities of vessels or of their round trip. */
static void judge_quantities(const struct cor_judged_claim *judged,
                             struct cor_draft_list list,
                             uint32_t dimensions,
                             const char *advice)
{
    struct cor_draft *draft = judged->draft;
    COR_CHECK_TERMS(list, term)
    {
        if (cor_draft_term_kind(draft, term) != COR_TERM_QUANTITY ||
            !is_of(draft, term, dimensions))
            COR_CHECK_ADD(draft, COR_ERROR, "wrong-term", spot_of(draft, term),
                          advice, "this is not what vessels carry or take");
        else if (cor_draft_number(draft, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY,
                                  term) == 0)
            COR_CHECK_ADD(draft, COR_ERROR, "not-positive",
                          spot_of(draft, term), NULL, "must be above zero");
    }
}

static double number_of(const struct cor_draft *draft, uint32_t term)
{
    return cor_draft_number(draft, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY,
                            term);
}

static void judge_round_trip(struct cor_draft *draft,
                             uint32_t spot,
                             struct cor_draft_list trip)
{
    const char *fault = NULL;
    if (trip.n > 2)
        fault = "a round trip takes one time, or from one to another";
    else if (trip.n == 2 && is_of(draft, trip.first + 1, TIME) &&
             number_of(draft, trip.first) > number_of(draft, trip.first + 1))
        fault = "the shorter round trip comes first";
    if (fault != NULL)
        COR_CHECK_ADD(draft, COR_ERROR, "bad-round-trip", spot,
                      "write [3 d, 4 d]", "%s", fault);
}

/* The dimension of what the first vessel carries. */
static uint32_t load_of(const struct cor_draft *draft,
                        struct cor_draft_list vessels)
{
    const uint32_t loads = COR_DIM_SET(COR_DIM_TEU) | COR_DIM_SET(COR_DIM_MASS);
    const struct cor_draft_column *column =
        cor_draft_column(draft, COR_KIND_TERM, COR_TERM_FIELD_QUANTITY);
    if (vessels.n == 0 || isnan(number_of(draft, vessels.first)))
        return loads;
    const uint32_t first = COR_DIM_SET(column->dimension[vessels.first]);
    return (first & loads) != 0 ? first : loads;
}

uint32_t cor_check_term_flow(const struct cor_draft *draft, uint32_t term)
{
    const uint32_t load =
        load_of(draft, cor_draft_list(draft, COR_KIND_TERM,
                                      COR_TERM_FIELD_VESSELS, term));
    uint32_t flow = 0;
    if ((load & COR_DIM_SET(COR_DIM_TEU)) != 0)
        flow |= COR_DIM_SET(COR_DIM_TEU_FLOW);
    if ((load & COR_DIM_SET(COR_DIM_MASS)) != 0)
        flow |= COR_DIM_SET(COR_DIM_MASS_FLOW);
    return flow;
}

static void judge_vessels(const struct cor_judged_claim *judged, uint32_t term)
{
    struct cor_draft *draft = judged->draft;
    const struct cor_draft_list vessels =
        cor_draft_list(draft, COR_KIND_TERM, COR_TERM_FIELD_VESSELS, term);
    const struct cor_draft_list trip =
        cor_draft_list(draft, COR_KIND_TERM, COR_TERM_FIELD_ROUND_TRIP, term);
    if (vessels.n == 0 || trip.n == 0) {
        COR_CHECK_ADD(draft, COR_ERROR, "missing-key", spot_of(draft, term),
                      judged->metric.advice,
                      "vessels need 'vessels' and 'round-trip'");
        return;
    }
    judge_quantities(judged, vessels, load_of(draft, vessels),
                     "write [350 TEU, 125 TEU], or all of them in t");
    judge_quantities(judged, trip, TIME, "write 3 d or [3 d, 4 d]");
    judge_round_trip(
        draft,
        cor_draft_at(draft, COR_KIND_TERM, COR_TERM_FIELD_ROUND_TRIP, term),
        trip);
}

/* The ends of what is claimed; what it is held against has them too, unless it
   states others. */
static void judge_ends(struct cor_draft *draft, uint32_t term, bool is_rival)
{
    static const uint32_t end[] = {COR_TERM_FIELD_FROM, COR_TERM_FIELD_TO};
    for (int i = 0; i < 2; i++) {
        const uint32_t n = cor_draft_list(draft, COR_KIND_TERM, end[i], term).n;
        const uint32_t spot = cor_draft_at(draft, COR_KIND_TERM, end[i], term);
        const char *key = cor_kinds[COR_KIND_TERM].field[end[i]].key;
        if (!is_rival && n == 0)
            COR_CHECK_ADD(draft, COR_ERROR, "missing-key", spot_of(draft, term),
                          NULL, "this journey has no '%s'", key);
        if (is_rival && n > 1)
            COR_CHECK_ADD(draft, COR_ERROR, "several-ends", spot,
                          "leave it out to have the ends that stand in 'of'",
                          "what a claim is held against has one '%s'", key);
    }
}

/* A share is of something in something. */
static void judge_share(const struct cor_judged_claim *judged, uint32_t term)
{
    static const uint32_t side[] = {COR_TERM_FIELD_GROUP, COR_TERM_FIELD_IN};
    for (int i = 0; i < 2; i++)
        if (cor_draft_at(judged->draft, COR_KIND_TERM, side[i], term) == 0)
            COR_CHECK_ADD(judged->draft, COR_ERROR, "missing-key",
                          spot_of(judged->draft, term), judged->metric.advice,
                          "this share has no '%s'",
                          cor_kinds[COR_KIND_TERM].field[side[i]].key);
}

bool cor_check_term(const struct cor_judged_claim *judged,
                    uint32_t term,
                    uint32_t field)
{
    struct cor_draft *draft = judged->draft;
    const bool is_rival = field != COR_CLAIM_FIELD_OF;
    const enum cor_claim_term_kind kind = cor_draft_term_kind(draft, term);
    const char *key = cor_kinds[COR_KIND_CLAIM].field[field].key;
    const uint32_t allowed =
        is_rival ? judged->metric.rival : judged->metric.of;
    judge_keys(draft, term);
    if ((allowed & (1u << kind)) == 0)
        COR_CHECK_ADD(draft, COR_ERROR, "wrong-term", spot_of(draft, term),
                      judged->metric.advice,
                      "a claim about %s has nothing of this kind in '%s'",
                      judged->name, key);
    else if (kind == COR_TERM_QUANTITY)
        cor_check_term_unit(judged, term, judged->metric.dimensions, key);
    else if (kind == COR_TERM_GROUP)
        judge_share(judged, term);
    else if (kind == COR_TERM_VESSELS)
        judge_vessels(judged, term);
    else if (kind == COR_TERM_NETWORK &&
             cor_draft_index(draft, COR_KIND_TERM, COR_TERM_FIELD_NETWORK,
                             term) == 0)
        COR_CHECK_ADD(draft, COR_ERROR, "wrong-term", spot_of(draft, term),
                      "write {network: true}", "this term is nothing");
    else if (kind == COR_TERM_JOURNEY)
        judge_ends(draft, term, is_rival);
    return cor_check_avoided(draft, COR_KIND_TERM, COR_TERM_FIELD_AVOID, term);
}

static void bury(struct cor_draft *draft, struct cor_draft_list list)
{
    COR_CHECK_TERMS(list, term)
    draft->table[COR_KIND_TERM].dead[term] = true;
}

/* Terms die with their claim. */
bool cor_check_terms(struct cor_draft *draft)
{
    for (uint32_t i = 0; i < draft->table[COR_KIND_CLAIM].n; i++)
        for (uint32_t field = COR_CLAIM_FIELD_OF;
             draft->table[COR_KIND_CLAIM].dead[i] &&
             field <= COR_CLAIM_FIELD_BY;
             field++)
            bury(draft, cor_draft_list(draft, COR_KIND_CLAIM, field, i));
    return true;
}
