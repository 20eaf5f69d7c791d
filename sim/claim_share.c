#include "sim/claim_parts.h"

#include <math.h>

/* A group that is known by its totals alone. */
static bool is_bare(const struct cor_group *group)
{
    return group->n_member == 0 && !group->is_all;
}

/* What a part must belong to as well; a bare whole has no members to ask for. */
static const struct cor_group *confines(const struct cor_group *whole)
{
    return is_bare(whole) ? NULL : whole;
}

static const struct cor_group *group_of(const struct cor_claim_trial *trial,
                                        uint32_t group)
{
    return &trial->scenario->group[group];
}

static const char *say_no_total(const struct cor_claim_trial *trial,
                                const struct cor_group *group)
{
    return cor_text_print(
        trial->arena, "the %s of %s is not stated",
        trial->claim->metric == COR_CLAIM_AREA_SHARE ? "area" : "population",
        group->title);
}

/* The land of a group, in m2; NAN with a reason where it is not known. */
static enum cor_status area_of(double *out,
                               const char **missing,
                               const struct cor_claim_trial *trial,
                               const struct cor_group *group,
                               const struct cor_group *within,
                               struct cor_error *err)
{
    *out = within == NULL || is_bare(group) ? group->area_m2.number : NAN;
    if (!isnan(*out))
        return COR_OK;
    if (is_bare(group))
        *missing = say_no_total(trial, group);
    else if (trial->territory == NULL)
        *missing = "no base map tells how large countries are";
    else
        return cor_territory_area_m2(out, trial->territory, trial->scenario,
                                     group, within, trial->scratch, err);
    return *missing == NULL ? COR_FAIL_MEMORY(err) : COR_OK;
}

static enum cor_status people_of(double *out,
                                 const char **missing,
                                 const struct cor_claim_trial *trial,
                                 const struct cor_group *group,
                                 const struct cor_group *within,
                                 struct cor_error *err)
{
    const struct cor_scenario *s = trial->scenario;
    uint32_t lacking = COR_NONE;
    *out = within == NULL || is_bare(group) ? group->population.number : NAN;
    if (!isnan(*out))
        return COR_OK;
    if (is_bare(group))
        *missing = say_no_total(trial, group);
    else
        *out = cor_group_population(&lacking, s, group, within);
    if (lacking != COR_NONE)
        *missing =
            cor_text_print(trial->arena, "the population of %s is not stated",
                           s->countries->name[lacking]);
    return isnan(*out) && *missing == NULL ? COR_FAIL_MEMORY(err) : COR_OK;
}

enum cor_status cor_claim_measure_share(struct cor_claim_side *side,
                                        const struct cor_claim_trial *trial,
                                        struct cor_error *err)
{
    enum cor_status (*const amount)(
        double *, const char **, const struct cor_claim_trial *,
        const struct cor_group *, const struct cor_group *,
        struct cor_error *) =
        trial->claim->metric == COR_CLAIM_AREA_SHARE ? area_of : people_of;
    const struct cor_group *part = group_of(trial, side->term->group);
    const struct cor_group *whole = group_of(trial, side->term->within);
    enum cor_status status =
        amount(&side->whole, &side->missing, trial, whole, NULL, err);
    if (status == COR_OK && side->missing == NULL)
        status = amount(&side->part, &side->missing, trial, part,
                        confines(whole), err);
    if (status == COR_OK && side->missing == NULL)
        side->least = side->most = side->part / side->whole;
    return status;
}

const char *cor_claim_share_ends(const struct cor_claim_trial *trial,
                                 const struct cor_claim_side *side)
{
    return cor_text_print(
        trial->arena, "the share of %s in the %s of %s",
        group_of(trial, side->term->group)->title,
        trial->claim->metric == COR_CLAIM_AREA_SHARE ? "land" : "people",
        group_of(trial, side->term->within)->title);
}

const char *cor_claim_share_way(const struct cor_claim_trial *trial,
                                const struct cor_claim_side *side)
{
    static const double km2 = 1e6, million = 1e6;
    const bool is_area = trial->claim->metric == COR_CLAIM_AREA_SHARE;
    const double unit = is_area ? million * km2 : million;
    char part[COR_NUMBER_SIZE], whole[COR_NUMBER_SIZE];
    if (isnan(side->part) || isnan(side->whole))
        return "";
    cor_number_fixed(part, side->part / unit, is_area ? 2 : 0);
    cor_number_fixed(whole, side->whole / unit, is_area ? 2 : 0);
    return cor_text_print(trial->arena, "(%s of %s million%s)", part, whole,
                          is_area ? " km2" : "");
}
