#include "sim/claim_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* How a value of a metric is told, and what less and more of it is called. */
static const struct wording {
    const char *verb, *less, *more;
    const char *one, *many; /* of counts; NULL: the unit */
} wordings[COR_N_CLAIM_METRIC] = {
    [COR_CLAIM_LENGTH] = {"is", "shorter", "longer", NULL, NULL},
    [COR_CLAIM_TIME] = {"takes", "faster", "slower", NULL, NULL},
    [COR_CLAIM_COST] = {"costs", "cheaper", "dearer", NULL, NULL},
    [COR_CLAIM_CO2E] = {"emits", "less", "more", NULL, NULL},
    [COR_CLAIM_BORDERS] = {"crosses", "fewer", "more", "border", "borders"},
    [COR_CLAIM_TRANSFERS] = {"has", "fewer", "more", "transfer", "transfers"},
    [COR_CLAIM_GAUGE_CHANGES] = {"has", "fewer", "more", "change of gauge",
                                 "changes of gauge"},
    [COR_CLAIM_CAPACITY] = {"carry", "less", "more", NULL, NULL},
    [COR_CLAIM_MODES] = {"has", "fewer", "more", "mode", "modes"},
    [COR_CLAIM_AREA_SHARE] = {"is", "less", "more", NULL, NULL},
    [COR_CLAIM_POPULATION_SHARE] = {"is", "less", "more", NULL, NULL},
    [COR_CLAIM_INTERCHANGE] = {"joins", "fewer", "more", "mode", "modes"},
};

/* Digits of the whole part in threes, "3,330"; exponents stay as they are. */
static void group(char *out, size_t size, const char *digits)
{
    const bool plain = strchr(digits, 'e') == NULL;
    const size_t whole = plain ? strcspn(digits, ".") : 0;
    size_t n = 0;
    for (size_t i = 0; digits[i] != '\0' && n + 2 < size; i++) {
        out[n++] = digits[i];
        const bool inside = i + 1 < whole && digits[i] != '-';
        if (inside && (whole - i - 1) % 3 == 0)
            out[n++] = ',';
    }
    out[n] = '\0';
}

static void
number_text(char out[2 * COR_NUMBER_SIZE], double value, int decimals)
{
    static const double most = 1e15; /* that cor_number_fixed writes */
    char digits[COR_NUMBER_SIZE];
    if (fabs(value) < most)
        cor_number_fixed(digits, value, decimals);
    else
        cor_number_format(digits, value);
    group(out, 2 * COR_NUMBER_SIZE, digits);
}

static const char *
with_unit(struct cor_arena *arena, double value, int decimals, const char *unit)
{
    char text[2 * COR_NUMBER_SIZE];
    number_text(text, value, decimals);
    return cor_text_print(arena, unit[0] == '\0' ? "%s%s" : "%s %s", text,
                          unit);
}

enum { MOST_DECIMALS = 3 };

static double rounded_to(double value, int decimals)
{
    static const double ten[MOST_DECIMALS + 1] = {1, 10, 100, 1000};
    return round(value * ten[decimals]) / ten[decimals];
}

const char *
cor_claim_number(struct cor_arena *arena, double value, const char *unit)
{
    const double shown = rounded_to(value, MOST_DECIMALS);
    int decimals = 0;
    while (decimals < MOST_DECIMALS &&
           !cor_claim_same(shown, rounded_to(shown, decimals)))
        decimals++;
    return with_unit(arena, value, decimals, unit);
}

static const char *
unit_of(const struct cor_claim_trial *trial, double shown, int decimals)
{
    const struct wording *words = &wordings[trial->claim->metric];
    if (words->one == NULL)
        return trial->unit;
    return shown == 1 && decimals == 0 ? words->one : words->many;
}

const char *cor_claim_amount(const struct cor_claim_trial *trial,
                             double value,
                             int decimals)
{
    const double shown = value / trial->units;
    return with_unit(trial->arena, shown, decimals,
                     unit_of(trial, shown, decimals));
}

const char *cor_claim_difference(const struct cor_claim_trial *trial,
                                 double difference)
{
    const struct wording *words = &wordings[trial->claim->metric];
    if (difference == 0)
        return "as much";
    const double size = fabs(difference) / trial->units;
    const char *amount =
        cor_claim_number(trial->arena, rounded_to(size, size < 10 ? 2 : 0),
                         words->one == NULL ? trial->unit : "");
    return amount == NULL
               ? NULL
               : cor_text_print(trial->arena, "%s %s", amount,
                                difference < 0 ? words->less : words->more);
}

/* Shares of a whole are told to a tenth of a per cent. */
int cor_claim_least_decimals(const struct cor_claim_trial *trial)
{
    return trial->claim->metric == COR_CLAIM_AREA_SHARE ||
           trial->claim->metric == COR_CLAIM_POPULATION_SHARE;
}

/* What a sentence says of a case. */
struct telling {
    const struct cor_claim_trial *trial;
    const struct cor_claim_side *of, *rival;
    const struct cor_claim_target *target;
    double difference;
    int decimals;
};

static double rounded(const struct telling *telling, double value)
{
    return rounded_to(value / telling->trial->units, telling->decimals);
}

static bool tells_apart(const struct telling *telling, double a, double b)
{
    return cor_claim_same(a, b) ||
           !cor_claim_same(rounded(telling, a), rounded(telling, b));
}

/* With the fewest decimals at which the arithmetic closes, and at which what
   differs looks different. */
static int find_decimals(struct telling *telling)
{
    const double v = telling->of->least, r = telling->rival->least;
    const double by = telling->target->by;
    for (telling->decimals = cor_claim_least_decimals(telling->trial);
         telling->decimals < MOST_DECIMALS; telling->decimals++)
        if (cor_claim_same(rounded(telling, v) - rounded(telling, r),
                           rounded(telling, telling->difference)) &&
            tells_apart(telling, v, r) &&
            tells_apart(telling, telling->of->most, r) &&
            (isnan(by) || tells_apart(telling, fabs(telling->difference), by)))
            break;
    return telling->decimals;
}

/* " (20 %)" of the rival, where a share is claimed; else "". */
static const char *share_of(const struct telling *telling)
{
    const double rival = telling->rival->least;
    struct cor_arena *arena = telling->trial->arena;
    if (telling->trial->claim->by.dimension != COR_DIM_SHARE || rival == 0)
        return "";
    const double percent = fabs(telling->difference / rival) * 100;
    const char *share = cor_claim_number(arena, rounded_to(percent, 1), "%");
    return share == NULL ? NULL : cor_text_print(arena, " (%s)", share);
}

/* ", more than the 900 km claimed" */
static const char *judgement(const struct telling *telling)
{
    const struct cor_claim_trial *trial = telling->trial;
    const struct cor_claim_quantity *by = &trial->claim->by;
    if (isnan(telling->target->by))
        return "";
    const bool is_less = trial->claim->relation == COR_CLAIM_LESS;
    const double gain = is_less ? -telling->difference : telling->difference;
    const double asked = telling->target->by;
    const char *claimed =
        cor_claim_number(trial->arena, by->value / by->units, by->unit);
    const char *how = cor_claim_same(gain, asked) ? "just"
                      : gain > asked              ? "more than"
                      : gain > 0                  ? "less than"
                                                  : "not by";
    const char *share = share_of(telling);
    return claimed == NULL || share == NULL
               ? NULL
               : cor_text_print(trial->arena, "%s, %s the %s claimed", share,
                                how, claimed);
}

/* ", within the 5 % allowed" */
static const char *allowance(const struct telling *telling)
{
    const struct cor_claim_target *target = telling->target;
    struct cor_arena *arena = telling->trial->arena;
    const double within = telling->trial->claim->within;
    if (isnan(within))
        return "";
    const double d = telling->difference;
    const bool is_in =
        (d >= target->least || cor_claim_same(d, target->least)) &&
        (d <= target->most || cor_claim_same(d, target->most));
    const char *share = cor_claim_number(arena, within * 100, "%");
    return share == NULL ? NULL
                         : cor_text_print(arena, ", %s the %s allowed",
                                          is_in ? "within" : "beyond", share);
}

/* "avoiding Makmal", "otherwise", or with ends of its own. */
static const char *rival_label(const struct telling *telling)
{
    const struct cor_claim_side *of = telling->of, *rival = telling->rival;
    struct cor_arena *arena = telling->trial->arena;
    const char *way = cor_claim_way(telling->trial, rival);
    const bool same_ends = rival->term->kind == COR_TERM_JOURNEY &&
                           rival->from == of->from && rival->to == of->to;
    if (rival->term->kind == COR_TERM_QUANTITY || way == NULL)
        return way;
    if (same_ends)
        return way[0] == '\0' ? " otherwise"
                              : cor_text_print(arena, " %s", way);
    const char *ends = cor_claim_ends(telling->trial, rival);
    return ends == NULL ? NULL
                        : cor_text_print(arena, " for %s%s%s", ends,
                                         way[0] == '\0' ? "" : " ", way);
}

/* "Kashgar–Tashkent over Makmal is 888 km" */
static const char *subject(const struct telling *telling)
{
    const struct cor_claim_trial *trial = telling->trial;
    const struct cor_claim_side *of = telling->of;
    const int d = telling->decimals;
    const char *ends = cor_claim_ends(trial, of);
    const char *way = cor_claim_way(trial, of);
    const char *least =
        with_unit(trial->arena, of->least / trial->units, d, "");
    const char *most = cor_claim_amount(trial, of->most, d);
    if (ends == NULL || way == NULL || least == NULL || most == NULL)
        return NULL;
    const bool is_interval = !cor_claim_same(of->least, of->most);
    const char *verb = of->term->n_vessel == 1
                           ? "carries"
                           : wordings[trial->claim->metric].verb;
    return cor_text_print(
        trial->arena, "%s%s%s %s %s%s%s", ends, way[0] == '\0' ? "" : " ", way,
        verb, is_interval ? least : "", is_interval ? " to " : "", most);
}

/* "more than the 900 km claimed", of a value against a quantity. */
static const char *against_quantity(const struct telling *telling)
{
    const double r = telling->rival->least;
    const struct cor_claim_trial *trial = telling->trial;
    const struct cor_claim_quantity *q = &telling->rival->term->quantity;
    const char *claimed = cor_claim_number(trial->arena, q->value / q->units,
                                           unit_of(trial, q->value, 0));
    const double least = telling->of->least, most = telling->of->most;
    const bool is_interval = !cor_claim_same(least, most);
    const char *how = is_interval ? "around" : "just";
    if (cor_claim_same(least, r) || cor_claim_same(most, r))
        how = !is_interval               ? how
              : cor_claim_same(least, r) ? "at least"
                                         : "at most";
    else if (least > r || most < r)
        how = least > r ? "more than" : "less than";
    const char *within = is_interval ? "" : allowance(telling);
    return claimed == NULL || within == NULL
               ? NULL
               : cor_text_print(trial->arena, ", %s the %s claimed%s", how,
                                claimed, within);
}

/* ", against 3,330 km avoiding Makmal: 2,441 km shorter, more than the 900 km
   claimed" */
static const char *against_route(const struct telling *telling)
{
    const struct cor_claim_trial *trial = telling->trial;
    const struct wording *words = &wordings[trial->claim->metric];
    const double d = telling->difference;
    const char *rival =
        cor_claim_amount(trial, telling->rival->least, telling->decimals);
    const char *label = rival_label(telling);
    const char *size =
        with_unit(trial->arena, fabs(d) / trial->units, telling->decimals,
                  words->one == NULL ? trial->unit : "");
    const char *claimed = judgement(telling), *within = allowance(telling);
    if (rival == NULL || label == NULL || size == NULL || claimed == NULL ||
        within == NULL)
        return NULL;
    if (d == 0)
        return cor_text_print(trial->arena, ", against %s%s: the same%s%s",
                              rival, label, claimed, within);
    return cor_text_print(trial->arena, ", against %s%s: %s %s%s%s", rival,
                          label, size, d < 0 ? words->less : words->more,
                          claimed, within);
}

const char *cor_claim_sentence(const struct cor_claim_trial *trial,
                               const struct cor_claim_side *of,
                               const struct cor_claim_side *rival,
                               const struct cor_claim_target *target)
{
    if (of->missing != NULL || rival->missing != NULL)
        return of->missing != NULL ? of->missing : rival->missing;
    struct telling telling = {
        .trial = trial, .of = of, .rival = rival, .target = target};
    if (!cor_claim_same(of->least, rival->least))
        telling.difference = of->least - rival->least;
    telling.decimals = find_decimals(&telling);
    const char *begin = subject(&telling);
    const bool is_plain =
        rival->term->kind == COR_TERM_QUANTITY && isnan(target->by);
    const char *end =
        is_plain ? against_quantity(&telling) : against_route(&telling);
    return begin == NULL || end == NULL
               ? NULL
               : cor_text_print(trial->arena, "%s%s", begin, end);
}
