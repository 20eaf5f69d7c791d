#include <cli/map_merge.h>

#include <stddef.h>
#include <string.h>

/* A merge in the making. */
struct merger {
    struct cor_arena *arena;
    struct cli_merge *merge;
    uint32_t *place; /* [before->places.n] their numbers in the merged one */
    uint32_t *in_before, *in_after, *of_before, *of_after;
    bool has_failed;
};

static void *take(struct merger *m, size_t n, size_t size)
{
    void *taken = cor_arena_take(m->arena, n, size);
    m->has_failed = m->has_failed || taken == NULL;
    return taken;
}

/* A column of `after`, with room for `n` more rows. */
static void *
widen(struct merger *m, const void *column, size_t had, size_t n, size_t size)
{
    void *wide = take(m, had + n, size);
    if (wide != NULL && had != 0)
        memcpy(wide, column, had * size);
    return wide;
}

#define WIDEN(m, column, had, n) \
    widen((m), (column), (had), (n), sizeof *(column))

/* Countries are numbered anew; what is not in the later one is not known. */
static uint32_t country_of(const struct merger *m, uint32_t country)
{
    const struct cor_scenario *before = m->merge->before;
    return country == COR_NONE
               ? COR_NONE
               : cor_names_find(m->merge->after->countries,
                                cor_text_of(before->countries->name[country]));
}

/* The numbers of places; returns how many only `before` has. */
static uint32_t number_places(struct merger *m)
{
    const struct cor_places *before = &m->merge->before->places;
    const struct cor_places *after = &m->merge->after->places;
    uint32_t n = 0;
    m->place = take(m, before->n, sizeof *m->place);
    for (uint32_t i = 0; m->place != NULL && i < before->n; i++) {
        m->place[i] =
            cor_names_find(after->ids, cor_text_of(before->ids->name[i]));
        if (m->place[i] == COR_NONE)
            m->place[i] = after->n + n++;
    }
    return n;
}

static void add_places(struct merger *m, uint32_t n)
{
    const struct cor_places *from = &m->merge->before->places;
    struct cor_places *to = &m->merge->drawn.places;
    const uint32_t had = to->n;
    const char **name = WIDEN(m, to->name, had, n);
    const char **local = WIDEN(m, to->name_local, had, n);
    struct cor_point *at = WIDEN(m, to->at, had, n);
    uint32_t *country = WIDEN(m, to->country, had, n);
    uint8_t *kind = WIDEN(m, to->kind, had, n);
    uint8_t *label = WIDEN(m, to->label_at, had, n);
    for (uint32_t i = 0; !m->has_failed && i < from->n; i++) {
        const uint32_t k = m->place[i];
        if (k < had)
            continue;
        name[k] = from->name[i];
        local[k] = from->name_local[i];
        at[k] = from->at[i];
        country[k] = country_of(m, from->country[i]);
        kind[k] = from->kind[i];
        label[k] = from->label_at[i];
    }
    *to = (struct cor_places){had + n, to->ids, name,       local, at,
                              country, kind,    to->source, label};
}

/* The numbers of links; gives the points of those that only `before` has. */
static uint32_t number_links(struct merger *m, uint32_t *n_point)
{
    const struct cor_links *before = &m->merge->before->links;
    const struct cor_links *after = &m->merge->after->links;
    const uint32_t most = before->n + after->n;
    uint32_t n = 0;
    m->of_before = take(m, before->n, sizeof *m->of_before);
    m->of_after = take(m, after->n, sizeof *m->of_after);
    m->in_before = take(m, most, sizeof *m->in_before);
    m->in_after = take(m, most, sizeof *m->in_after);
    *n_point = 0;
    for (uint32_t i = 0; !m->has_failed && i < after->n; i++) {
        m->of_after[i] = i;
        m->in_after[i] = i;
        m->in_before[i] = COR_NONE;
    }
    for (uint32_t i = 0; !m->has_failed && i < before->n; i++) {
        uint32_t at =
            cor_names_find(after->ids, cor_text_of(before->ids->name[i]));
        if (at == COR_NONE) {
            at = after->n + n++;
            m->in_after[at] = COR_NONE;
            *n_point += before->first_point[i + 1] - before->first_point[i];
        }
        m->in_before[at] = i;
        m->of_before[i] = at;
    }
    return n;
}

static void add_points(struct merger *m, uint32_t n, uint32_t n_point)
{
    const struct cor_links *from = &m->merge->before->links;
    struct cor_links *to = &m->merge->drawn.links;
    const uint32_t had = to->n;
    uint32_t *first = widen(m, to->first_point, had + 1, n, sizeof *first);
    struct cor_point *point =
        WIDEN(m, to->point, to->first_point[had], n_point);
    for (uint32_t k = had; !m->has_failed && k < had + n; k++) {
        const uint32_t i = m->in_before[k];
        const uint32_t begin = from->first_point[i];
        const uint32_t size = from->first_point[i + 1] - begin;
        memcpy(point + first[k], from->point + begin, size * sizeof *point);
        first[k + 1] = first[k] + size;
    }
    to->first_point = first;
    to->point = point;
}

/* What maps read of links. */
static void add_links(struct merger *m, uint32_t n)
{
    const struct cor_links *from = &m->merge->before->links;
    struct cor_links *to = &m->merge->drawn.links;
    const uint32_t had = to->n;
    const char **name = WIDEN(m, to->name, had, n);
    uint32_t *a = WIDEN(m, to->from, had, n), *b = WIDEN(m, to->to, had, n);
    uint32_t *mode = WIDEN(m, to->mode, had, n);
    uint32_t *gauge = WIDEN(m, to->gauge_mm, had, n);
    uint8_t *status = WIDEN(m, to->status, had, n);
    bool *open = WIDEN(m, to->open, had, n);
    for (uint32_t k = had; !m->has_failed && k < had + n; k++) {
        const uint32_t i = m->in_before[k];
        name[k] = from->name[i];
        a[k] = m->place[from->from[i]];
        b[k] = m->place[from->to[i]];
        mode[k] = from->mode[i];
        gauge[k] = from->gauge_mm[i];
        status[k] = from->status[i];
        open[k] = false;
    }
    to->name = name;
    to->from = a;
    to->to = b;
    to->mode = mode;
    to->gauge_mm = gauge;
    to->status = status;
    to->open = open;
}

enum cli_exit cli_merge(struct cli *cli,
                        const struct cli_merge **out,
                        const struct cor_scenario *before,
                        const struct cor_scenario *after)
{
    struct cli_merge *merge = cor_arena_array(&cli->arena, struct cli_merge, 1);
    struct merger m = {.arena = &cli->arena, .merge = merge};
    if (merge == NULL)
        return CLI_FAULT;
    *merge =
        (struct cli_merge){.before = before, .after = after, .drawn = *after};
    uint32_t n_point;
    const uint32_t n_place = number_places(&m);
    const uint32_t n = number_links(&m, &n_point);
    if (m.has_failed)
        return CLI_FAULT;
    add_places(&m, n_place);
    add_links(&m, n);
    add_points(&m, n, n_point);
    merge->drawn.links.n += n;
    merge->in_before = m.in_before;
    merge->in_after = m.in_after;
    merge->of_before = m.of_before;
    merge->of_after = m.of_after;
    *out = merge;
    return m.has_failed ? CLI_FAULT : CLI_ANSWERED;
}
