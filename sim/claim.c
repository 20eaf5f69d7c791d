#include "sim/claim_parts.h"

#include <math.h>
#include <string.h>

const char *const cor_verdicts[COR_N_VERDICT] = {
    [COR_VERDICT_TRUE] = "true",
    [COR_VERDICT_FALSE] = "false",
    [COR_VERDICT_ONLY_IF] = "only-if",
    [COR_VERDICT_UNDECIDED] = "undecided",
};

/* Below this share of the values, a difference comes from rounding alone. */
static const double least_share = 1e-9;

bool cor_claim_same(double a, double b)
{
    return a == b || (isfinite(a) && isfinite(b) &&
                      fabs(a - b) <= least_share * fmax(fabs(a), fabs(b)));
}

/* The difference that is claimed, in the library's unit. */
static double claimed_by(const struct cor_claim *claim, double rival)
{
    return claim->by.dimension == COR_DIM_SHARE ? claim->by.value * rival
                                                : claim->by.value;
}

/* "Less by 900 km" is a difference of -900 km or below; with "within 5 %" one
   from -945 to -855. */
static struct cor_claim_target target_of(const struct cor_claim *claim,
                                         double rival)
{
    const double by = claimed_by(claim, rival);
    const double within = isnan(claim->within) ? 0 : claim->within;
    struct cor_claim_target target = {-HUGE_VAL, HUGE_VAL, isnan(by), by};
    double *const bound = claim->relation == COR_CLAIM_LESS ||
                                  claim->relation == COR_CLAIM_AT_MOST
                              ? &target.most
                              : &target.least;
    const double sign = claim->relation == COR_CLAIM_LESS ? -1 : 1;
    *bound = isnan(by) ? 0 : sign * by;
    if (claim->relation == COR_CLAIM_AT_MOST ||
        claim->relation == COR_CLAIM_AT_LEAST)
        target.open = false;
    if (claim->relation == COR_CLAIM_EQUALS)
        target = (struct cor_claim_target){-within * rival, within * rival,
                                           false, NAN};
    else if (!isnan(by) && !isnan(claim->within)) {
        target.least = sign * by - within * by;
        target.most = sign * by + within * by;
    }
    return target;
}

/* Whether a value lies in the target; what is nearer to a bound than rounding
   lies on it. */
static bool
is_in(const struct cor_claim_target *target, double value, double rival)
{
    const double low = rival + target->least, high = rival + target->most;
    if (cor_claim_same(value, low) || cor_claim_same(value, high))
        return !target->open;
    return value > low && value < high;
}

static enum cor_verdict verdict_of(const struct cor_claim_side *of,
                                   const struct cor_claim_side *rival,
                                   const struct cor_claim_target *target)
{
    const double r = rival->least;
    const double low = r + target->least, high = r + target->most;
    if (of->missing != NULL || rival->missing != NULL)
        return COR_VERDICT_UNDECIDED;
    const bool least_in = is_in(target, of->least, r);
    const bool most_in = is_in(target, of->most, r);
    if (least_in && most_in)
        return COR_VERDICT_TRUE;
    const bool meets = least_in || most_in ||
                       (of->least < low && of->most > high && low <= high);
    return meets ? COR_VERDICT_ONLY_IF : COR_VERDICT_FALSE;
}

/* The round trips for which vessels carry what is claimed of them. */
static bool find_condition(struct cor_claim_case *out,
                           const struct cor_claim_trial *trial,
                           const struct cor_claim_side *of,
                           const struct cor_claim_side *rival,
                           const struct cor_claim_target *target)
{
    const struct cor_claim_quantity *trip = &of->term->shortest;
    const double low = rival->least + target->least;
    const double high = rival->least + target->most;
    const double load_in_unit = of->most * trip->value / trip->units;
    const char *most =
        cor_claim_number(trial->arena, load_in_unit / low, trip->unit);
    const char *least =
        cor_claim_number(trial->arena, load_in_unit / high, trip->unit);
    if (most == NULL || least == NULL)
        return false;
    if (low > of->least && high < of->most)
        out->condition = cor_text_print(
            trial->arena, "the round trip takes %s to %s", least, most);
    else
        out->condition = cor_text_print(
            trial->arena, "the round trip takes %s or %s",
            low > of->least ? most : least, low > of->least ? "less" : "more");
    return out->condition != NULL;
}

static double shown(const struct cor_claim_trial *trial, double value)
{
    return value / trial->units;
}

static bool judge_case(struct cor_claim_case *out,
                       const struct cor_claim_trial *trial,
                       const struct cor_claim_side *of,
                       const struct cor_claim_side *rival)
{
    const struct cor_claim_target target =
        target_of(trial->claim, rival->least);
    const bool is_quantity = rival->term->kind == COR_TERM_QUANTITY;
    *out = (struct cor_claim_case){
        .verdict = verdict_of(of, rival, &target),
        .of = cor_claim_label(trial, of),
        .ends = cor_claim_ends(trial, of),
        .against = is_quantity ? NULL : cor_claim_label(trial, rival),
        .least = shown(trial, of->least),
        .most = shown(trial, of->most),
        .rival = shown(trial, rival->least),
        .difference = shown(trial, of->least - rival->least),
        .sentence = cor_claim_sentence(trial, of, rival, &target),
    };
    if (out->verdict == COR_VERDICT_ONLY_IF &&
        !find_condition(out, trial, of, rival, &target))
        return false;
    return out->of != NULL && out->ends != NULL && out->sentence != NULL &&
           (is_quantity || out->against != NULL);
}

/* Cases of a claim while they are found. */
struct cases {
    const struct cor_claim_trial *trial;
    struct cor_claim_case *item;
    uint32_t n;
};

static struct cor_claim_side rival_of(const struct cor_claim_trial *trial,
                                      const struct cor_claim_term *term,
                                      const struct cor_claim_side *of)
{
    struct cor_claim_side side = {term, of->from, of->to, NAN,
                                  NAN,  NULL,     NAN,    NAN};
    if (term->kind == COR_TERM_CORRIDOR) {
        side.from = trial->scenario->corridor[term->corridor].query.from;
        side.to = trial->scenario->corridor[term->corridor].query.to;
    }
    if (term->n_from != 0)
        side.from = term->from[0];
    if (term->n_to != 0)
        side.to = term->to[0];
    return side;
}

static enum cor_status judge_side(struct cases *cases,
                                  struct cor_claim_side *of,
                                  struct cor_error *err)
{
    const struct cor_claim_trial *trial = cases->trial;
    const struct cor_claim *claim = trial->claim;
    if (claim->relation == COR_CLAIM_INCLUDES)
        return cor_claim_judge_modes(&cases->item[cases->n++], trial, of, err);
    enum cor_status status = cor_claim_measure(of, trial, err);
    for (uint32_t i = 0; i < claim->n_rival && status == COR_OK; i++) {
        struct cor_claim_side rival = rival_of(trial, &claim->rival[i], of);
        status = cor_claim_measure(&rival, trial, err);
        if (status == COR_OK &&
            !judge_case(&cases->item[cases->n++], trial, of, &rival))
            status = COR_FAIL_MEMORY(err);
    }
    return status;
}

static enum cor_status judge_term(struct cases *cases,
                                  const struct cor_claim_term *term,
                                  struct cor_error *err)
{
    struct cor_claim_side side = {term, COR_NONE, COR_NONE, NAN,
                                  NAN,  NULL,     NAN,      NAN};
    enum cor_status status = COR_OK;
    if (term->kind != COR_TERM_JOURNEY) {
        side = rival_of(cases->trial, term, &side);
        return judge_side(cases, &side, err);
    }
    for (uint32_t i = 0; i < term->n_from; i++)
        for (uint32_t k = 0; k < term->n_to && status == COR_OK; k++) {
            side.from = term->from[i];
            side.to = term->to[k];
            status = judge_side(cases, &side, err);
        }
    return status;
}

static size_t count_cases(const struct cor_claim *claim)
{
    size_t n = 0;
    for (uint32_t i = 0; i < claim->n_of; i++)
        n += claim->of[i].kind == COR_TERM_JOURNEY
                 ? (size_t)claim->of[i].n_from * claim->of[i].n_to
                 : 1;
    return claim->relation == COR_CLAIM_INCLUDES ? n : n * claim->n_rival;
}

/* Numbers are shown in the unit that the claim is written in, else in that of
   the metric. */
static void choose_unit(struct cor_claim_trial *trial)
{
    const struct cor_claim *claim = trial->claim;
    trial->unit = "";
    trial->units = 1;
    if (claim->metric == COR_CLAIM_AREA_SHARE ||
        claim->metric == COR_CLAIM_POPULATION_SHARE) {
        trial->unit = "%";
        trial->units = 0.01;
    }
    const enum cor_measure measure = cor_claim_measure_named(claim->metric);
    if (measure != COR_N_MEASURE) {
        trial->unit = cor_measures[measure].unit;
        trial->units = cor_measures[measure].units;
    }
    const struct cor_claim_quantity *written[] = {
        claim->n_rival == 0 ? NULL : &claim->rival[0].quantity, &claim->by};
    for (int i = 0; i < 2; i++)
        if (written[i] != NULL && !isnan(written[i]->value) &&
            written[i]->dimension != COR_DIM_SHARE) {
            trial->unit = written[i]->unit;
            trial->units = written[i]->units;
        }
}

static enum cor_status judge(struct cor_claim_answer *out,
                             const struct cor_claim_trial *trial,
                             struct cor_error *err)
{
    const struct cor_claim *claim = trial->claim;
    struct cases cases = {
        .trial = trial,
        .item = cor_arena_array(trial->arena, struct cor_claim_case,
                                count_cases(claim)),
    };
    if (cases.item == NULL)
        return COR_FAIL_MEMORY(err);
    enum cor_status status = COR_OK;
    for (uint32_t i = 0; i < claim->n_of && status == COR_OK; i++)
        status = judge_term(&cases, &claim->of[i], err);
    if (status != COR_OK)
        return status;
    struct cor_claim_answer answer = {
        .unit = trial->unit[0] == '\0' ? "1" : trial->unit,
        .as_of = trial->scenario->as_of,
        .n = cases.n,
        .item = cases.item,
    };
    if (!cor_claim_sum_up(&answer, trial))
        return COR_FAIL_MEMORY(err);
    *out = answer;
    return COR_OK;
}

enum cor_status cor_claim_judge(struct cor_claim_answer *out,
                                const struct cor_scenario *scenario,
                                const struct cor_claim *claim,
                                const struct cor_territory *territory,
                                struct cor_arena *arena,
                                struct cor_error *err)
{
    const struct cor_arena_mark mark = cor_arena_mark(arena);
    struct cor_arena scratch;
    struct cor_scenario then = *scenario;
    struct cor_claim_trial trial = {.scenario = &then,
                                    .claim = claim,
                                    .territory = territory,
                                    .arena = arena,
                                    .scratch = &scratch};
    cor_arena_init(&scratch, arena->limit - arena->used);
    choose_unit(&trial);
    enum cor_status status = COR_OK;
    if (claim->as_of != COR_NO_DATE && claim->as_of != scenario->as_of)
        status = cor_scenario_at(&then, scenario, claim->as_of, &scratch, err);
    if (status == COR_OK)
        status = judge(out, &trial, err);
    cor_arena_finish(&scratch);
    if (status != COR_OK)
        cor_arena_rewind(arena, mark);
    return status;
}
