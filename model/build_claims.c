#include "model/build.h"

#include <math.h>

static bool build_quantity(struct cor_claim_quantity *out,
                           struct cor_building *building,
                           uint32_t term)
{
    const char *unit;
    if (!cor_build_text(&unit, building, COR_KIND_TERM, COR_TERM_FIELD_UNIT,
                        term))
        return false;
    const struct cor_unit *known =
        unit == NULL ? NULL : cor_unit_find(cor_text_of(unit));
    *out = (struct cor_claim_quantity){
        .value = cor_draft_number(building->draft, COR_KIND_TERM,
                                  COR_TERM_FIELD_QUANTITY, term),
        .dimension = cor_build_dimension(building, COR_KIND_TERM,
                                         COR_TERM_FIELD_QUANTITY, term),
        .unit = known == NULL ? "" : known->name,
        .units = known == NULL ? 1 : known->factor,
    };
    return true;
}

static bool build_vessels(struct cor_claim_term *out,
                          struct cor_building *building,
                          uint32_t term)
{
    const struct cor_draft_list list = cor_draft_list(
        building->draft, COR_KIND_TERM, COR_TERM_FIELD_VESSELS, term);
    const struct cor_draft_list trip = cor_draft_list(
        building->draft, COR_KIND_TERM, COR_TERM_FIELD_ROUND_TRIP, term);
    struct cor_claim_quantity *vessel =
        cor_arena_array(building->arena, struct cor_claim_quantity, list.n);
    if (vessel == NULL)
        return false;
    for (uint32_t i = 0; i < list.n; i++)
        if (!build_quantity(&vessel[i], building, list.first + i))
            return false;
    out->vessel = vessel;
    out->n_vessel = list.n;
    out->both_ways = cor_draft_index(building->draft, COR_KIND_TERM,
                                     COR_TERM_FIELD_BOTH_WAYS, term) != 0;
    return build_quantity(&out->shortest, building, trip.first) &&
           build_quantity(&out->longest, building, trip.first + trip.n - 1);
}

static bool build_journey(struct cor_claim_term *out,
                          struct cor_building *building,
                          uint32_t term)
{
    static const struct cor_journey_fields fields = {
        COR_KIND_TERM, COR_TERM_FIELD_VIA, COR_TERM_FIELD_MODES,
        COR_TERM_FIELD_AVOID};
    out->query = (struct cor_query){.from = COR_NONE, .to = COR_NONE};
    return cor_build_list(&out->from, &out->n_from, building, COR_KIND_TERM,
                          COR_TERM_FIELD_FROM, term) &&
           cor_build_list(&out->to, &out->n_to, building, COR_KIND_TERM,
                          COR_TERM_FIELD_TO, term) &&
           cor_build_query(&out->query, building, fields, term);
}

static bool build_term(struct cor_claim_term *out,
                       struct cor_building *building,
                       uint32_t term)
{
    *out = (struct cor_claim_term){
        .kind = cor_draft_term_kind(building->draft, term),
        .corridor = COR_NONE,
        .quantity = {.value = NAN, .unit = ""},
    };
    switch (out->kind) {
    case COR_TERM_JOURNEY:
        return build_journey(out, building, term);
    case COR_TERM_CORRIDOR:
        out->corridor = cor_build_target(building, COR_KIND_TERM,
                                         COR_TERM_FIELD_CORRIDOR, term);
        return true;
    case COR_TERM_GROUP:
        out->group = cor_build_target(building, COR_KIND_TERM,
                                      COR_TERM_FIELD_GROUP, term);
        out->within =
            cor_build_target(building, COR_KIND_TERM, COR_TERM_FIELD_IN, term);
        return true;
    case COR_TERM_QUANTITY:
        return build_quantity(&out->quantity, building, term);
    case COR_TERM_VESSELS:
        return build_vessels(out, building, term);
    default:
        return true;
    }
}

static bool build_terms(const struct cor_claim_term **out,
                        uint32_t *out_n,
                        struct cor_building *building,
                        struct cor_draft_list list)
{
    struct cor_claim_term *term =
        cor_arena_array(building->arena, struct cor_claim_term, list.n);
    if (term == NULL)
        return false;
    for (uint32_t i = 0; i < list.n; i++)
        if (!build_term(&term[i], building, list.first + i))
            return false;
    *out = term;
    *out_n = list.n;
    return true;
}

static struct cor_draft_list
list_of(const struct cor_building *building, uint32_t claim, uint32_t field)
{
    return cor_draft_list(building->draft, COR_KIND_CLAIM, field, claim);
}

static uint32_t relation_of(const struct cor_building *building, uint32_t claim)
{
    uint32_t relation = 0;
    while (relation < COR_CLAIM_INCLUDES &&
           cor_draft_at(building->draft, COR_KIND_CLAIM,
                        COR_CLAIM_FIELD_LESS + relation, claim) == 0)
        relation++;
    return relation;
}

static bool build_sides(struct cor_claim *out,
                        struct cor_building *building,
                        uint32_t claim)
{
    const struct cor_draft_list by =
        list_of(building, claim, COR_CLAIM_FIELD_BY);
    const uint32_t field = COR_CLAIM_FIELD_LESS + out->relation;
    out->by = (struct cor_claim_quantity){.value = NAN, .unit = ""};
    if (by.n != 0 && !build_quantity(&out->by, building, by.first))
        return false;
    if (!build_terms(&out->of, &out->n_of, building,
                     list_of(building, claim, COR_CLAIM_FIELD_OF)))
        return false;
    if (out->relation == COR_CLAIM_INCLUDES)
        return cor_build_list(&out->mode, &out->n_mode, building,
                              COR_KIND_CLAIM, field, claim);
    return build_terms(&out->rival, &out->n_rival, building,
                       list_of(building, claim, field));
}

static bool build_claim(struct cor_claim *out,
                        struct cor_building *building,
                        uint32_t claim)
{
    const struct cor_draft *draft = building->draft;
    const char *id = cor_draft_id(draft, COR_KIND_CLAIM, claim);
    *out = (struct cor_claim){
        .id = cor_text_copy(building->arena, cor_text_of(id)),
        .source = cor_build_target(building, COR_KIND_CLAIM,
                                   COR_CLAIM_FIELD_SOURCE, claim),
        .metric = cor_draft_claim_metric(draft, claim),
        .relation = relation_of(building, claim),
        .within = cor_draft_number(draft, COR_KIND_CLAIM,
                                   COR_CLAIM_FIELD_WITHIN, claim),
        .as_of =
            cor_draft_date(draft, COR_KIND_CLAIM, COR_CLAIM_FIELD_AS_OF, claim),
    };
    return out->id != NULL &&
           cor_build_title(&out->text, &out->texts, building, COR_KIND_CLAIM,
                           COR_CLAIM_FIELD_TEXT, claim) &&
           build_sides(out, building, claim);
}

bool cor_build_claims(struct cor_building *building)
{
    struct cor_claim *list = cor_arena_array(building->arena, struct cor_claim,
                                             building->n[COR_KIND_CLAIM]);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    COR_CHECK_EACH(building->draft, COR_KIND_CLAIM, claim)
    if (!build_claim(&list[n++], building, claim))
        return false;
    building->scenario->claim = list;
    building->scenario->n_claim = n;
    return true;
}
