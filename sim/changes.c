#include "sim/changes.h"

#include <math.h>
#include <string.h>

void cor_changes_add(struct cor_change_list *list, const char *sentence)
{
    const char **grown =
        sentence == NULL || list->has_failed
            ? NULL
            : cor_arena_grow(list->arena, list->sentence, list->n,
                             &list->capacity, sizeof *grown);
    if (grown == NULL) {
        list->has_failed = true;
        return;
    }
    list->sentence = grown;
    list->sentence[list->n++] = sentence;
}

/* Three decimals, without zeros at their end: what 22 h became in seconds is
   22 h again. */
static void number_text(char out[COR_NUMBER_SIZE], double value)
{
    if (fabs(value) < 1 || fabs(value) >= 1e12) {
        cor_number_format(out, value);
        return;
    }
    cor_number_fixed(out, value, 3);
    size_t n = strlen(out);
    while (out[n - 1] == '0')
        out[--n] = '\0';
    if (out[n - 1] == '.')
        out[--n] = '\0';
}

static const char *quantity_text(struct cor_arena *arena,
                                 double value,
                                 struct cor_change_unit unit)
{
    char text[COR_NUMBER_SIZE];
    if (!isfinite(value))
        return "unknown";
    number_text(text, value / unit.units);
    return cor_text_print(arena, "%s %s", text, unit.name);
}

/* What a number became of another: "halved", "+36 %", "x 4.25". */
static const char *ratio_text(struct cor_arena *arena, double ratio)
{
    static const double rounding = 1e-9, most_percent = 3;
    char text[COR_NUMBER_SIZE];
    if (fabs(ratio - 0.5) < rounding)
        return " (halved)";
    if (fabs(ratio - 2) < rounding)
        return " (doubled)";
    if (ratio >= most_percent) {
        number_text(text, ratio);
        return cor_text_print(arena, " (× %s)", text);
    }
    cor_number_fixed(text, 100 * (ratio - 1), 1);
    return cor_text_print(arena, " (%s%s %%)", ratio > 1 ? "+" : "", text);
}

/* "time × 1.5", which other records may have in common with this one. */
static const char *
factor_text(struct cor_arena *arena, const char *what, double ratio)
{
    char text[COR_NUMBER_SIZE];
    cor_number_fixed(text, ratio, 6);
    size_t n = strlen(text);
    while (text[n - 1] == '0')
        text[--n] = '\0';
    if (text[n - 1] == '.')
        text[--n] = '\0';
    return cor_text_print(arena, "%s × %s", what, text);
}

void cor_changes_number(struct cor_change_list *list,
                        struct cor_change_subject subject,
                        const char *what,
                        double before,
                        double after,
                        struct cor_change_unit unit)
{
    if (before == after || (isnan(before) && isnan(after)))
        return;
    const char *was = quantity_text(list->arena, before, unit);
    const char *is = quantity_text(list->arena, after, unit);
    const bool has_ratio = before > 0 && after > 0 && after / before < 1e9;
    const char *ratio =
        has_ratio ? ratio_text(list->arena, after / before) : "";
    const char *factor =
        has_ratio ? factor_text(list->arena, what, after / before) : NULL;
    if (was == NULL || is == NULL || ratio == NULL)
        list->has_failed = true;
    else
        cor_changes_note(
            list, subject,
            cor_text_print(list->arena, "%s %s → %s%s", what, was, is, ratio),
            factor);
}

void cor_changes_text(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *what,
                      const char *before,
                      const char *after)
{
    if (before == NULL || after == NULL)
        list->has_failed = true;
    else if (strcmp(before, after) != 0)
        cor_changes_note(
            list, subject,
            cor_text_print(list->arena, "%s %s → %s", what, before, after),
            NULL);
}

void cor_changes_date(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *happens,
                      cor_date before,
                      cor_date after)
{
    char was[COR_DATE_SIZE], is[COR_DATE_SIZE];
    if (before == after)
        return;
    if (before != COR_NO_DATE)
        cor_date_format(was, before);
    if (after != COR_NO_DATE)
        cor_date_format(is, after);
    const char *phrase =
        before == COR_NO_DATE
            ? cor_text_print(list->arena, "%s %s", happens, is)
        : after == COR_NO_DATE
            ? cor_text_print(list->arena, "no longer %s %s", happens, was)
            : cor_text_print(list->arena, "%s %s instead of %s", happens, is,
                             was);
    cor_changes_note(list, subject, phrase, NULL);
}

uint32_t cor_changes_match(const struct cor_names *names,
                           uint32_t number,
                           const struct cor_names *other)
{
    return cor_names_find(other, cor_text_of(names->name[number]));
}

void cor_changes_missing(struct cor_change_list *list,
                         const struct cor_names *names,
                         const struct cor_names *other,
                         const char *kind,
                         const char *what_happened)
{
    struct cor_change_names missing = {.text = ""};
    for (uint32_t i = 0; i < names->n; i++)
        if (cor_changes_match(names, i, other) == COR_NONE)
            cor_changes_name(list, &missing, names->name[i]);
    cor_changes_moved(list, kind, &missing, what_happened);
}

static const char *day_text(struct cor_arena *arena, cor_date date)
{
    char text[COR_DATE_SIZE];
    if (date == COR_NO_DATE)
        return "no day";
    cor_date_format(text, date);
    return cor_text_copy(arena, cor_text_of(text));
}

static void say_date(struct cor_change_list *list)
{
    const cor_date before = list->before->as_of, after = list->after->as_of;
    const char *was = day_text(list->arena, before);
    const char *is = day_text(list->arena, after);
    if (was == NULL || is == NULL)
        list->has_failed = true;
    else if (before != after)
        COR_CHANGES_SAY(list, "the network is taken at %s instead of %s", is,
                        was);
}

enum cor_status cor_compare_scenarios(struct cor_changes *out,
                                      const struct cor_scenario *before,
                                      const struct cor_scenario *after,
                                      struct cor_arena *arena,
                                      struct cor_error *err)
{
    const struct cor_arena_mark start = cor_arena_mark(arena);
    struct cor_change_list list = {
        .before = before, .after = after, .arena = arena};
    say_date(&list);
    static void (*const parts[])(struct cor_change_list *) = {
        cor_changes_places,   cor_changes_links,    cor_changes_transfers,
        cor_changes_borders,  cor_changes_services, cor_changes_defaults,
        cor_changes_corridors};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        parts[i](&list);
        cor_changes_flush(&list);
    }
    if (list.has_failed) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = (struct cor_changes){(uint32_t)list.n, list.sentence};
    return COR_OK;
}
