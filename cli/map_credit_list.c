/* Credits as maps print them: publishers in short form. */
#include <cli/map_credit.h>

#include <corridor/base/text.h>
#include <corridor/render/words.h>

#include <stdlib.h>
#include <string.h>

/* Who published values, perhaps at several times. */
struct publisher {
    const char *name, *licence; /* licence NULL: nothing beyond a citation */
    int first, last;            /* years; 0: not stated */
    uint32_t n;                 /* values */
};

/* Credits of one kind, put together. */
struct list {
    struct cli *cli;
    struct publisher *publisher; /* [n] */
    size_t n, capacity;
    uint32_t n_weak, n_derived;
    bool failed;
};

/* A name longer than this, in bytes, is cut at a word. */
enum { LONGEST = 40 };

/* A space that no line is broken at, in UTF-8. */
#define NO_BREAK "\xc2\xa0"

/* Facts have no owner: nothing but a citation is due. */
static const char *licence_of(const struct cor_sources *s, uint32_t source)
{
    const char *licence = s->licence[source];
    return licence == NULL || licence[0] == '\0' ||
                   strcmp(licence, "facts only") == 0
               ? NULL
               : licence;
}

/* The bytes of the first words that fit. */
static size_t cut_at_word(const char *text, size_t n)
{
    size_t end = 0;
    for (size_t i = 0; i < n && i <= LONGEST; i++)
        end = text[i] == ' ' ? i : end;
    return end != 0 ? end : n;
}

/* "UIC eNews 327: second rail link" is from UIC eNews 327; what stands in
   brackets behind a name is a variant of it. */
static const char *
name_of(struct list *list, const struct cor_sources *s, uint32_t source)
{
    if (s->short_title[source] != NULL)
        return s->short_title[source];
    const char *title =
        s->title[source] != NULL ? s->title[source] : s->ids->name[source];
    const char *colon = strstr(title, ": ");
    size_t n = colon != NULL && colon - title <= LONGEST
                   ? (size_t)(colon - title)
                   : strlen(title);
    const char *bracket = memchr(title, '(', n);
    if (bracket != NULL && bracket > title + 1 && title[n - 1] == ')')
        n = (size_t)(bracket - title) - 1;
    const size_t fits = n <= LONGEST ? n : cut_at_word(title, n);
    const char *name = cor_text_print(&list->cli->arena, "%.*s%s", (int)fits,
                                      title, fits < n ? " …" : "");
    list->failed |= name == NULL;
    return name != NULL ? name : "";
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static struct publisher *
find(struct list *list, const char *name, const char *licence)
{
    for (size_t i = 0; i < list->n; i++)
        if (same_text(list->publisher[i].name, name) &&
            same_text(list->publisher[i].licence, licence))
            return &list->publisher[i];
    struct publisher *grown =
        cor_arena_grow(&list->cli->arena, list->publisher, list->n,
                       &list->capacity, sizeof *grown);
    if (grown == NULL) {
        list->failed = true;
        return NULL;
    }
    list->publisher = grown;
    grown[list->n] = (struct publisher){.name = name, .licence = licence};
    return &grown[list->n++];
}

static void
add_source(struct list *list, const struct cli_credit *credit, uint32_t source)
{
    const struct cor_sources *s = &credit->scenario->sources;
    struct publisher *p =
        find(list, name_of(list, s, source), licence_of(s, source));
    const int year =
        s->year[source] == NULL ? 0 : (int)strtol(s->year[source], NULL, 10);
    if (p == NULL)
        return;
    p->n += credit->n_by_source[source];
    if (year != 0 && (p->first == 0 || year < p->first))
        p->first = year;
    p->last = year > p->last ? year : p->last;
}

static int by_weight(const void *a, const void *b)
{
    const struct publisher *x = a, *y = b;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    const int order = strcmp(x->name, y->name);
    return order != 0 || x->licence == NULL || y->licence == NULL
               ? order
               : strcmp(x->licence, y->licence);
}

/* "UIC 2013–2014 (CC-BY-SA)", which no line breaks: a year alone at the start
   of one is whose? */
static const char *print(struct list *list, const struct publisher *p)
{
    char years[32] = "";
    if (p->first != 0 && p->first == p->last)
        snprintf(years, sizeof years, NO_BREAK "%d", p->first);
    else if (p->first != 0)
        snprintf(years, sizeof years, NO_BREAK "%d–%d", p->first, p->last);
    const char *text = cor_text_print(
        &list->cli->arena, "%s%s%s%s%s", p->name, years,
        p->licence != NULL ? NO_BREAK "(" : "",
        p->licence != NULL ? p->licence : "", p->licence != NULL ? ")" : "");
    list->failed |= text == NULL;
    return text;
}

static const char *say(struct list *list,
                       const char *language,
                       const char *english,
                       const char *a,
                       const char *b)
{
    const char *text = cor_words_fill(&list->cli->arena, language, english,
                                      (const char *[COR_WORDS_VALUES]){a, b});
    list->failed |= text == NULL;
    return text;
}

static const char *count(struct list *list, uint32_t n)
{
    const char *text = cor_text_print(&list->cli->arena, "%u", (unsigned)n);
    list->failed |= text == NULL;
    return text;
}

/* What has no source of its own; NULL: nothing. */
static const char *say_rest(struct list *list, const char *language)
{
    const char *weak = count(list, list->n_weak);
    const char *derived = count(list, list->n_derived);
    if (list->n_derived == 0 && list->n_weak == 0)
        return NULL;
    if (list->n_derived == 0)
        return say(list, language,
                   "{1} from memory, assumed or without a source", weak, NULL);
    return list->n_weak == 0
               ? say(list, language, "{1} derived from others", derived, NULL)
               : say(list, language,
                     "{1} derived from others, {2} from memory, assumed or "
                     "without a source",
                     derived, weak);
}

static struct cor_map_credit
put(struct list *list, const char *what, const char *language)
{
    const char **source =
        cor_arena_array(&list->cli->arena, const char *, list->n);
    struct cor_map_credit out = {.what = say(list, language, what, NULL, NULL),
                                 .source = source};
    if (list->n != 0)
        qsort(list->publisher, list->n, sizeof *list->publisher, by_weight);
    for (size_t i = 0; source != NULL && i < list->n; i++)
        source[out.n++] = print(list, &list->publisher[i]);
    list->failed |= source == NULL;
    out.tail = say_rest(list, language);
    return out;
}

/* One scenario at several dates shows the same numbers again; links of journeys
   were counted once for all panels. */
static void join_counts(struct list *list, const struct cli_credit *credit)
{
    if (strcmp(credit->what, "Capacities") != 0 &&
        strcmp(credit->what, "Flows") != 0) {
        list->n_weak += credit->n_weak;
        list->n_derived += credit->n_derived;
        return;
    }
    list->n_weak =
        credit->n_weak > list->n_weak ? credit->n_weak : list->n_weak;
    list->n_derived = credit->n_derived > list->n_derived ? credit->n_derived
                                                          : list->n_derived;
}

static bool is_first(const struct cli_credit *credit, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++)
        if (same_text(credit[k].what, credit[i].what))
            return false;
    return credit[i].what != NULL;
}

bool cli_credit_list(struct cli *cli,
                     const struct cor_map_credit **out,
                     uint32_t *n,
                     const struct cli_credit *credit,
                     uint32_t n_credit,
                     const char *language)
{
    struct cor_map_credit *made =
        cor_arena_array(&cli->arena, struct cor_map_credit, n_credit);
    uint32_t m = 0;
    bool good = made != NULL;
    for (uint32_t i = 0; good && i < n_credit; i++) {
        struct list list = {.cli = cli};
        if (!is_first(credit, i))
            continue;
        for (uint32_t k = i; k < n_credit; k++) {
            if (!same_text(credit[k].what, credit[i].what))
                continue;
            join_counts(&list, &credit[k]);
            for (uint32_t s = 0; s < credit[k].scenario->sources.n; s++)
                if (credit[k].n_by_source[s] != 0)
                    add_source(&list, &credit[k], s);
        }
        if (list.n != 0 || list.n_weak != 0 || list.n_derived != 0)
            made[m++] = put(&list, credit[i].what, language);
        good = !list.failed;
    }
    *out = made;
    *n = m;
    return good;
}
