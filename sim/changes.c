#include "sim/changes.h"

#include <math.h>
#include <string.h>

/* More names than this are only counted. */
enum { NAMED_AT_MOST = 12 };

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

static void say_instead(struct cor_change_list *list,
                        struct cor_change_subject subject,
                        const char *is,
                        const char *was)
{
    COR_CHANGES_SAY(list, "the %s of %s%s%s is %s instead of %s", subject.what,
                    subject.of, subject.id != NULL ? " " : "",
                    subject.id != NULL ? subject.id : "", is, was);
}

void cor_changes_number(struct cor_change_list *list,
                        struct cor_change_subject subject,
                        double before,
                        double after,
                        struct cor_change_unit unit)
{
    if (before == after || (isnan(before) && isnan(after)))
        return;
    const char *was = quantity_text(list->arena, before, unit);
    const char *is = quantity_text(list->arena, after, unit);
    if (was == NULL || is == NULL)
        list->has_failed = true;
    else
        say_instead(list, subject, is, was);
}

void cor_changes_text(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *before,
                      const char *after)
{
    if (before == NULL || after == NULL)
        list->has_failed = true;
    else if (strcmp(before, after) != 0)
        say_instead(list, subject, after, before);
}

static void date_text(char out[COR_DATE_SIZE], cor_date date)
{
    if (date == COR_NO_DATE)
        memcpy(out, "not stated", sizeof "not stated");
    else
        cor_date_format(out, date);
}

void cor_changes_date(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      cor_date before,
                      cor_date after)
{
    char was[COR_DATE_SIZE], is[COR_DATE_SIZE];
    if (before == after)
        return;
    date_text(was, before);
    date_text(is, after);
    cor_changes_text(list, subject, was, is);
}

uint32_t cor_changes_match(const struct cor_names *names,
                           uint32_t number,
                           const struct cor_names *other)
{
    return cor_names_find(other, cor_text_of(names->name[number]));
}

static const char *
join(struct cor_arena *arena, const char *names, const char *name)
{
    if (names == NULL)
        return NULL;
    return cor_text_print(arena, "%s%s %s", names, names[0] == '\0' ? "" : ",",
                          name);
}

void cor_changes_missing(struct cor_change_list *list,
                         const struct cor_names *names,
                         const struct cor_names *other,
                         const char *kind,
                         const char *what_happened)
{
    const char *named = "";
    unsigned n = 0;
    for (uint32_t i = 0; i < names->n; i++) {
        if (cor_changes_match(names, i, other) != COR_NONE)
            continue;
        if (n++ < NAMED_AT_MOST)
            named = join(list->arena, named, names->name[i]);
    }
    if (named == NULL)
        list->has_failed = true;
    else if (n == 1)
        COR_CHANGES_SAY(list, "%s%s is %s", kind, named, what_happened);
    else if (n > NAMED_AT_MOST)
        COR_CHANGES_SAY(list, "%u %ss are %s:%s and %u more", n, kind,
                        what_happened, named, n - NAMED_AT_MOST);
    else if (n != 0)
        COR_CHANGES_SAY(list, "%u %ss are %s:%s", n, kind, what_happened,
                        named);
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
    cor_changes_date(&list,
                     (struct cor_change_subject){"date", "the network", NULL},
                     before->as_of, after->as_of);
    cor_changes_places(&list);
    cor_changes_links(&list);
    cor_changes_transfers(&list);
    cor_changes_borders(&list);
    cor_changes_services(&list);
    cor_changes_defaults(&list);
    cor_changes_corridors(&list);
    if (list.has_failed) {
        cor_arena_rewind(arena, start);
        return COR_FAIL_MEMORY(err);
    }
    *out = (struct cor_changes){(uint32_t)list.n, list.sentence};
    return COR_OK;
}
