#include "model/build.h"

#include "model/rival.h"

static const enum cor_subject subjects[COR_N_KIND] = {
    [COR_KIND_LINK] = COR_SUBJECT_LINK,
    [COR_KIND_TRANSFER] = COR_SUBJECT_TRANSFER,
    [COR_KIND_BORDER] = COR_SUBJECT_BORDER,
    [COR_KIND_SERVICE] = COR_SUBJECT_SERVICE,
};

static bool is_turned(const struct cor_building *building, uint32_t record)
{
    return cor_draft_index(building->draft, COR_KIND_TRANSFER,
                           COR_TRANSFER_BOTH_WAYS, record) != 0;
}

/* A transfer both ways is two of them. */
static uint32_t number_of(const struct cor_building *building,
                          enum cor_kind kind,
                          uint32_t record)
{
    uint32_t number = cor_build_number(building, kind, record);
    if (kind != COR_KIND_TRANSFER)
        return number;
    for (uint32_t i = 0; i < record; i++)
        number += cor_build_number(building, kind, i) != COR_NONE &&
                  is_turned(building, i);
    return number;
}

static bool build_records(struct cor_rivals *out,
                          struct cor_building *building,
                          const struct cor_rival_set *set)
{
    uint32_t *record =
        cor_arena_array(building->arena, uint32_t, set->n_record);
    for (uint32_t i = 0; record != NULL && i < set->n_record; i++)
        record[i] = number_of(building, set->kind, set->record[i]);
    out->record = record;
    out->n_record = set->n_record;
    return record != NULL;
}

static bool build_values(struct cor_rivals *out,
                         struct cor_building *building,
                         const struct cor_rival_set *set)
{
    struct cor_rival *value =
        cor_arena_array(building->arena, struct cor_rival, set->n);
    for (uint32_t i = 0; value != NULL && i < set->n; i++)
        value[i] = (struct cor_rival){
            set->value[i].claim.number,
            cor_build_source(building, set->value[i].source),
        };
    out->value = value;
    out->n = set->n;
    return value != NULL;
}

static bool build_rivals(struct cor_rivals *out,
                         struct cor_building *building,
                         const struct cor_rival_set *set)
{
    *out = (struct cor_rivals){
        .subject = subjects[set->kind],
        .attribute = set->attribute,
        .dimension = set->value[0].dimension,
        .policy = set->policy,
        .chosen = set->chosen,
    };
    return build_records(out, building, set) &&
           build_values(out, building, set);
}

/* The way back of a transfer has the same rivals. */
static bool turn(struct cor_rivals *out,
                 struct cor_building *building,
                 const struct cor_rivals *there)
{
    uint32_t *record = cor_arena_array(building->arena, uint32_t, 1);
    if (record == NULL)
        return false;
    record[0] = there->record[0] + 1;
    *out = *there;
    out->record = record;
    return true;
}

bool cor_build_rivals(struct cor_building *building)
{
    const struct cor_draft *draft = building->draft;
    struct cor_rivals *list = cor_arena_array(
        building->arena, struct cor_rivals, 2 * (size_t)draft->n_rivals);
    uint32_t n = 0;
    if (list == NULL)
        return false;
    for (uint32_t i = 0; i < draft->n_rivals; i++) {
        const struct cor_rival_set *set = &draft->rivals[i];
        if (set->n < 2)
            continue;
        if (!build_rivals(&list[n++], building, set))
            return false;
        if (set->kind == COR_KIND_TRANSFER &&
            is_turned(building, set->record[0])) {
            if (!turn(&list[n], building, &list[n - 1]))
                return false;
            n++;
        }
    }
    building->scenario->rivals = list;
    building->scenario->n_rivals = n;
    return true;
}
