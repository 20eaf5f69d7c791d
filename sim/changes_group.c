#include "sim/changes.h"

#include <math.h>
#include <string.h>

void cor_changes_name(struct cor_change_list *list,
                      struct cor_change_names *names,
                      const char *name)
{
    /* The first few of a long list; the others are counted. */
    enum { NAMED_AT_MOST = 5 };
    if (names->n++ >= NAMED_AT_MOST || names->text == NULL)
        return;
    names->text = cor_text_print(list->arena, "%s%s%s", names->text,
                                 names->n == 1 ? "" : ", ", name);
    names->n_named++;
}

const char *cor_changes_names(struct cor_change_list *list,
                              const struct cor_change_names *names)
{
    if (names->text == NULL || names->n == names->n_named)
        return names->text;
    return cor_text_print(list->arena, "%s and %u more", names->text,
                          names->n - names->n_named);
}

void cor_changes_moved(struct cor_change_list *list,
                       const char *kind,
                       const struct cor_change_names *names,
                       const char *what_happened)
{
    const char *text = cor_changes_names(list, names);
    if (text == NULL)
        list->has_failed = true;
    else if (names->n == 1)
        COR_CHANGES_SAY(list, "%s %s is %s", kind, text, what_happened);
    else if (names->n != 0)
        COR_CHANGES_SAY(list, "%u %ss are %s: %s", names->n, kind,
                        what_happened, text);
}

void cor_changes_note(struct cor_change_list *list,
                      struct cor_change_subject subject,
                      const char *phrase,
                      const char *factor)
{
    struct cor_change_note *note =
        phrase == NULL || list->has_failed
            ? NULL
            : cor_arena_grow(list->arena, list->note, list->n_note,
                             &list->note_capacity, sizeof *note);
    if (note == NULL) {
        list->has_failed = true;
        return;
    }
    list->note = note;
    note[list->n_note++] = (struct cor_change_note){subject, phrase, factor};
}

/* What notes have in common that are told in one sentence. */
static uint32_t key_of(struct cor_change_list *list,
                       struct cor_names *keys,
                       const struct cor_change_note *note,
                       const char *phrase)
{
    const char *key =
        cor_text_print(list->arena, "%s\n%s\n%s", note->subject.sort,
                       note->subject.of, phrase);
    const uint32_t number =
        key == NULL ? COR_NONE : cor_names_add(keys, cor_text_of(key));
    if (number == COR_NONE)
        list->has_failed = true;
    return number;
}

/* How many notes have each factor in common; NULL for want of memory. */
static uint32_t *count_factors(struct cor_change_list *list,
                               struct cor_names *keys)
{
    uint32_t *n = cor_arena_array(list->arena, uint32_t, list->n_note);
    for (size_t i = 0; n != NULL && i < list->n_note; i++)
        n[i] = 0;
    for (size_t i = 0; n != NULL && i < list->n_note; i++) {
        const struct cor_change_note *note = &list->note[i];
        if (note->factor == NULL)
            continue;
        const uint32_t key = key_of(list, keys, note, note->factor);
        if (key == COR_NONE)
            return NULL;
        n[key]++;
    }
    return n;
}

/* Notes that are told in one sentence. */
struct group {
    const struct cor_change_note *first;
    const char *phrase;
    bool is_alike; /* more than a factor is in common */
    struct cor_change_names names;
};

static void say_group(struct cor_change_list *list, const struct group *group)
{
    const struct cor_change_subject *subject = &group->first->subject;
    const char *names = cor_changes_names(list, &group->names);
    if (names == NULL)
        list->has_failed = true;
    else if (group->names.n == 1)
        COR_CHANGES_SAY(
            list, "%s%s%s: %s", subject->of, subject->id == NULL ? "" : " ",
            subject->id == NULL ? "" : subject->id, group->first->phrase);
    else
        COR_CHANGES_SAY(
            list, "%u %s%s%ss: %s (%s)", group->names.n, subject->sort,
            subject->sort[0] == '\0' ? "" : " ", subject->of,
            group->is_alike ? group->first->phrase : group->phrase, names);
}

/* Put each note into its group; gives how many there are. */
static uint32_t make_groups(struct cor_change_list *list, struct group *group)
{
    struct cor_names factors, keys;
    cor_names_init(&factors, list->arena);
    cor_names_init(&keys, list->arena);
    const uint32_t *n = count_factors(list, &factors);
    list->has_failed = list->has_failed || n == NULL;
    for (size_t i = 0; i < list->n_note && !list->has_failed; i++) {
        const struct cor_change_note *note = &list->note[i];
        const bool is_scaled =
            note->factor != NULL &&
            n[key_of(list, &factors, note, note->factor)] > 1;
        const char *phrase = is_scaled ? note->factor : note->phrase;
        const uint32_t n_key = keys.n;
        const uint32_t key = key_of(list, &keys, note, phrase);
        if (key == COR_NONE)
            break;
        if (key == n_key)
            group[key] = (struct group){note, phrase, true, {.text = ""}};
        group[key].is_alike =
            group[key].is_alike &&
            strcmp(note->phrase, group[key].first->phrase) == 0;
        cor_changes_name(list, &group[key].names,
                         note->subject.id == NULL ? "" : note->subject.id);
    }
    return keys.n;
}

void cor_changes_flush(struct cor_change_list *list)
{
    struct group *group =
        cor_arena_array(list->arena, struct group, list->n_note);
    if (group == NULL || list->has_failed) {
        list->has_failed = true;
        return;
    }
    const uint32_t n = make_groups(list, group);
    for (uint32_t i = 0; i < n && !list->has_failed; i++)
        say_group(list, &group[i]);
    list->n_note = 0;
}
