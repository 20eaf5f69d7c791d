#include "sim/claim_parts.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* How many cases a sentence names; the rest are counted. */
enum { NAMED = 6 };

static enum cor_verdict sum_of(const uint32_t n[COR_N_VERDICT])
{
    const bool holds = n[COR_VERDICT_TRUE] != 0;
    const bool fails = n[COR_VERDICT_FALSE] != 0;
    if (n[COR_VERDICT_ONLY_IF] != 0 || (holds && fails))
        return COR_VERDICT_ONLY_IF;
    if (n[COR_VERDICT_UNDECIDED] != 0)
        return COR_VERDICT_UNDECIDED;
    return fails ? COR_VERDICT_FALSE : COR_VERDICT_TRUE;
}

/* How far a case is on the side of the claim. */
static double gain_of(const struct cor_claim_trial *trial,
                      const struct cor_claim_case *item)
{
    switch (trial->claim->relation) {
    case COR_CLAIM_LESS:
    case COR_CLAIM_AT_MOST:
        return -item->difference;
    case COR_CLAIM_EQUALS:
        return -fabs(item->difference);
    default:
        return item->difference;
    }
}

/* The case that decides: of those that hold the one that does so the least, of
   those that fail the one that comes nearest, else the first undecided. */
static const struct cor_claim_case *
find_telling(const struct cor_claim_answer *answer,
             const struct cor_claim_trial *trial)
{
    const double sign = answer->verdict == COR_VERDICT_TRUE ? -1 : 1;
    const struct cor_claim_case *found = NULL;
    for (uint32_t i = 0; i < answer->n; i++) {
        const struct cor_claim_case *item = &answer->item[i];
        if (item->verdict == answer->verdict &&
            (found == NULL ||
             sign * gain_of(trial, item) > sign * gain_of(trial, found)))
            found = item;
    }
    return found;
}

static const char *say_all(const struct cor_claim_answer *answer,
                           const struct cor_claim_trial *trial,
                           uint32_t n)
{
    const char *telling = find_telling(answer, trial)->sentence;
    if (answer->verdict == COR_VERDICT_UNDECIDED)
        return cor_text_print(trial->arena,
                              "%" PRIu32 " of %" PRIu32
                              " cases cannot be decided: %s",
                              n, answer->n, telling);
    if (answer->verdict == COR_VERDICT_TRUE)
        return cor_text_print(trial->arena,
                              "holds in all %" PRIu32
                              " cases, by the least in this: %s",
                              answer->n, telling);
    return cor_text_print(
        trial->arena, "holds in none of %" PRIu32 " cases; nearest to it, %s",
        answer->n, telling);
}

/* "Kashgar–Tashkent", as far as it takes to tell cases apart. */
static const char *label(const struct cor_claim_trial *trial,
                         const struct cor_claim_case *item)
{
    const char *of = trial->claim->n_of == 1 ? item->ends : item->of;
    if (trial->claim->n_rival < 2 || item->against == NULL)
        return of;
    const size_t n = strlen(item->ends);
    const bool same_ends =
        strncmp(item->against, item->ends, n) == 0 && item->against[n] == ' ';
    return same_ends ? cor_text_print(trial->arena, "%s against that%s", of,
                                      item->against + n)
                     : cor_text_print(trial->arena, "%s against %s", of,
                                      item->against);
}

static const char *name_of(const struct cor_claim_trial *trial,
                           const struct cor_claim_case *item)
{
    const char *name = label(trial, item);
    const char *amount =
        item->against == NULL
            ? cor_claim_amount(trial, item->least * trial->units,
                               cor_claim_least_decimals(trial))
            : cor_claim_difference(trial, item->difference * trial->units);
    return name == NULL || amount == NULL
               ? NULL
               : cor_text_print(trial->arena, "%s (%s)", name, amount);
}

/* The cases of a verdict, by name; NULL for want of memory. */
static const char *names_of(const struct cor_claim_answer *answer,
                            const struct cor_claim_trial *trial,
                            enum cor_verdict verdict,
                            bool with_amounts)
{
    const char *name[NAMED + 1];
    uint32_t n = 0, n_more = 0;
    for (uint32_t i = 0; i < answer->n; i++) {
        const struct cor_claim_case *item = &answer->item[i];
        if (item->verdict != verdict)
            continue;
        if (n == NAMED)
            n_more++;
        else
            name[n++] =
                with_amounts ? name_of(trial, item) : label(trial, item);
    }
    if (n_more != 0)
        name[n++] = cor_text_print(trial->arena, "%" PRIu32 " more", n_more);
    return cor_claim_list(trial->arena, name, n);
}

/* What comes after others: ", not for Urumqi–Tashkent". */
static const char *and_then(const struct cor_claim_trial *trial,
                            const char *before,
                            const char *word,
                            const char *names)
{
    if (before == NULL || names == NULL || names[0] == '\0')
        return names == NULL ? NULL : before;
    return cor_text_print(trial->arena, "%s%s%s %s", before,
                          before[0] == '\0' ? "" : ", ", word, names);
}

static const char *say_some(const struct cor_claim_answer *answer,
                            const struct cor_claim_trial *trial)
{
    const char *text =
        and_then(trial, "", "holds for",
                 names_of(answer, trial, COR_VERDICT_TRUE, true));
    text = and_then(trial, text, "only in part for",
                    names_of(answer, trial, COR_VERDICT_ONLY_IF, true));
    text = and_then(trial, text, "not for",
                    names_of(answer, trial, COR_VERDICT_FALSE, true));
    return and_then(trial, text, "undecided for",
                    names_of(answer, trial, COR_VERDICT_UNDECIDED, false));
}

/* "for Kashgar–Tashkent; for that only if ..." */
static const char *find_condition(const struct cor_claim_answer *answer,
                                  const struct cor_claim_trial *trial)
{
    const char *text = and_then(
        trial, "", "for", names_of(answer, trial, COR_VERDICT_TRUE, false));
    for (uint32_t i = 0; i < answer->n && text != NULL; i++) {
        const struct cor_claim_case *item = &answer->item[i];
        const char *name = label(trial, item);
        if (item->verdict != COR_VERDICT_ONLY_IF)
            continue;
        text = name == NULL ? NULL
                            : cor_text_print(trial->arena, "%s%sfor %s if %s",
                                             text, text[0] == '\0' ? "" : ", ",
                                             name, item->condition);
    }
    return text;
}

/* "as of 2031-01-01, " where the scenario is taken at another date. */
static const char *with_date(const struct cor_claim_trial *trial,
                             const char *sentence)
{
    char date[COR_DATE_SIZE];
    if (trial->claim->as_of == COR_NO_DATE || sentence == NULL)
        return sentence;
    cor_date_format(date, trial->claim->as_of);
    return cor_text_print(trial->arena, "as of %s, %s", date, sentence);
}

static const char *say_one(const struct cor_claim_case *item,
                           const struct cor_claim_trial *trial)
{
    return item->condition == NULL
               ? item->sentence
               : cor_text_print(trial->arena, "%s: it holds only if %s",
                                item->sentence, item->condition);
}

bool cor_claim_sum_up(struct cor_claim_answer *answer,
                      const struct cor_claim_trial *trial)
{
    uint32_t n[COR_N_VERDICT] = {0};
    for (uint32_t i = 0; i < answer->n; i++)
        n[answer->item[i].verdict]++;
    answer->verdict = sum_of(n);
    const bool is_mixed = answer->verdict == COR_VERDICT_ONLY_IF;
    const char *text = answer->n == 1 ? say_one(&answer->item[0], trial)
                       : is_mixed     ? say_some(answer, trial)
                                  : say_all(answer, trial, n[answer->verdict]);
    answer->sentence = with_date(trial, text);
    if (is_mixed)
        answer->condition = answer->n == 1 ? answer->item[0].condition
                                           : find_condition(answer, trial);
    return answer->sentence != NULL && (!is_mixed || answer->condition != NULL);
}
