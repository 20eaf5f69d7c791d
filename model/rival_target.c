#include "model/rival.h"

#include <stdlib.h>
#include <string.h>

/* How a row of rivals says which record it speaks of. */
enum way { BY_LINKS, BY_SERVICE, BY_BORDER, BY_TRANSFER, N_WAY };

static bool
is_stated(const struct cor_draft *draft, uint32_t field, uint32_t rival)
{
    return cor_draft_at(draft, COR_KIND_RIVAL, field, rival) != 0;
}

/* The one way that a row uses; N_WAY: none, or several at once. */
static enum way find_way(const struct cor_draft *draft, uint32_t rival)
{
    const bool at = is_stated(draft, COR_RIVAL_AT, rival);
    const bool is[N_WAY] = {
        [BY_LINKS] = is_stated(draft, COR_RIVAL_LINKS, rival),
        [BY_SERVICE] = is_stated(draft, COR_RIVAL_SERVICE, rival),
        [BY_BORDER] = at && is_stated(draft, COR_RIVAL_INTO, rival),
        [BY_TRANSFER] = at && is_stated(draft, COR_RIVAL_FROM_MODE, rival) &&
                        is_stated(draft, COR_RIVAL_TO_MODE, rival),
    };
    enum way way = N_WAY;
    int n = 0;
    for (enum way i = 0; i < N_WAY; i++)
        if (is[i]) {
            way = i;
            n++;
        }
    return n == 1 ? way : N_WAY;
}

/* A field of a record and the one of a rival that must name the same; a name
   that a rival leaves open fits any, a word means its first. */
struct pair {
    uint32_t field, rival_field;
};
static const struct pair border_pairs[] = {
    {COR_BORDER_AT, COR_RIVAL_AT},
    {COR_BORDER_INTO, COR_RIVAL_INTO},
    {COR_BORDER_MODE, COR_RIVAL_MODE},
    {COR_BORDER_SERVICE, COR_RIVAL_CARRIAGE},
};
static const struct pair transfer_pairs[] = {
    {COR_TRANSFER_AT, COR_RIVAL_AT},
    {COR_TRANSFER_FROM_MODE, COR_RIVAL_FROM_MODE},
    {COR_TRANSFER_FROM_GAUGE, COR_RIVAL_FROM_GAUGE},
    {COR_TRANSFER_TO_MODE, COR_RIVAL_TO_MODE},
    {COR_TRANSFER_TO_GAUGE, COR_RIVAL_TO_GAUGE},
};
struct pairs {
    enum cor_kind kind;
    const struct pair *pair; /* [n] */
    size_t n;
};
static const struct pairs borders = {
    COR_KIND_BORDER, border_pairs, sizeof border_pairs / sizeof *border_pairs};
static const struct pairs transfers = {COR_KIND_TRANSFER, transfer_pairs,
                                       sizeof transfer_pairs /
                                           sizeof *transfer_pairs};

static bool agrees(const struct cor_draft *draft,
                   const struct pairs *pairs,
                   const struct pair *pair,
                   uint32_t record,
                   uint32_t rival)
{
    if (cor_kinds[pairs->kind].field[pair->field].type == COR_TYPE_ENUM)
        return cor_draft_index(draft, pairs->kind, pair->field, record) ==
               cor_draft_index(draft, COR_KIND_RIVAL, pair->rival_field, rival);
    if (!is_stated(draft, pair->rival_field, rival))
        return true;
    if (cor_kinds[pairs->kind].field[pair->field].type == COR_TYPE_QUANTITY)
        return cor_draft_gauge_mm(draft, pairs->kind, pair->field, record) ==
               cor_draft_gauge_mm(draft, COR_KIND_RIVAL, pair->rival_field,
                                  rival);
    return cor_draft_word(draft, pairs->kind, pair->field, record) ==
           cor_draft_word(draft, COR_KIND_RIVAL, pair->rival_field, rival);
}

static bool matches(const struct cor_draft *draft,
                    const struct pairs *pairs,
                    uint32_t record,
                    uint32_t rival)
{
    for (size_t i = 0; i < pairs->n; i++)
        if (!agrees(draft, pairs, &pairs->pair[i], record, rival))
            return false;
    return true;
}

static bool set_one(struct cor_rival_row *out,
                    struct cor_draft *draft,
                    enum cor_kind kind,
                    uint32_t record)
{
    out->kind = kind;
    out->n_record = 1;
    out->record = out->sorted =
        cor_arena_copy(draft->arena, &record, 1, sizeof record);
    return out->record != NULL;
}

static bool find_by_pairs(struct cor_rival_row *out,
                          bool *found,
                          struct cor_draft *draft,
                          const struct pairs *pairs,
                          uint32_t rival)
{
    uint32_t n = 0, n_dead = 0, last = COR_NONE;
    for (uint32_t i = 0; i < draft->table[pairs->kind].n; i++) {
        if (!matches(draft, pairs, i, rival))
            continue;
        if (draft->table[pairs->kind].dead[i]) {
            n_dead++;
            continue;
        }
        n++;
        last = i;
    }
    *found = n == 1;
    const uint32_t spot =
        cor_draft_at(draft, COR_KIND_RIVAL, COR_RIVAL_AT, rival);
    const char *name = cor_kinds[pairs->kind].name;
    if (n == 0 && n_dead == 0)
        COR_CHECK_ADD(draft, COR_ERROR, "no-record", spot, NULL,
                      "there is no such %s here that could have rivals", name);
    if (n > 1)
        COR_CHECK_ADD(draft, COR_ERROR, "many-records", spot,
                      "state its modes and gauges too",
                      "this rival value could be for more than one %s", name);
    return n != 1 || set_one(out, draft, pairs->kind, last);
}

/* The place that two links share; COR_NONE: none. */
static uint32_t
shared_end(const struct cor_draft *draft, uint32_t a, uint32_t b)
{
    if (draft->to[a] == draft->from[b] || draft->to[a] == draft->to[b])
        return draft->to[a];
    return draft->from[a] == draft->from[b] || draft->from[a] == draft->to[b]
               ? draft->from[a]
               : COR_NONE;
}

static uint32_t
other_end(const struct cor_draft *draft, uint32_t link, uint32_t place)
{
    return draft->from[link] == place ? draft->to[link] : draft->from[link];
}

static bool
touches(const struct cor_draft *draft, uint32_t link, uint32_t place)
{
    return draft->from[link] == place || draft->to[link] == place;
}

/* Whether links follow one another, each once. */
static bool is_line(const struct cor_draft *draft,
                    const struct cor_rival_row *row)
{
    const uint32_t *link = row->record;
    if (row->n_record < 2)
        return row->n_record == 1;
    uint32_t at = shared_end(draft, link[0], link[1]);
    for (uint32_t i = 1; i < row->n_record; i++) {
        if (at == COR_NONE || !touches(draft, link[i], at) ||
            row->sorted[i] == row->sorted[i - 1])
            return false;
        at = other_end(draft, link[i], at);
    }
    return true;
}

/* A line has no direction: it begins with the end that was read first. */
static void turn(uint32_t *link, uint32_t n)
{
    if (link[0] < link[n - 1])
        return;
    for (uint32_t i = 0; i < n / 2; i++) {
        const uint32_t kept = link[n - 1 - i];
        link[n - 1 - i] = link[i];
        link[i] = kept;
    }
}

static int compare(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The links that a row names; NULL for want of memory. Unknown ones were
   complained of, and leave none. */
static uint32_t *
list_links(struct cor_draft *draft, struct cor_draft_list list, uint32_t *n)
{
    uint32_t *link = cor_arena_array(draft->arena, uint32_t, list.n);
    *n = 0;
    for (uint32_t i = 0; link != NULL && i < list.n; i++) {
        const uint32_t word = draft->item[list.first + i].word;
        const uint32_t record = word == COR_NONE
                                    ? COR_NONE
                                    : draft->record_of[COR_SPACE_LINK][word];
        if (record == COR_NONE || draft->table[COR_KIND_LINK].dead[record]) {
            *n = 0;
            return link;
        }
        link[(*n)++] = record;
    }
    return link;
}

static bool find_links(struct cor_rival_row *out,
                       bool *found,
                       struct cor_draft *draft,
                       uint32_t rival)
{
    const struct cor_draft_list list =
        cor_draft_list(draft, COR_KIND_RIVAL, COR_RIVAL_LINKS, rival);
    uint32_t *link = list_links(draft, list, &out->n_record);
    uint32_t *sorted =
        link == NULL
            ? NULL
            : cor_arena_copy(draft->arena, link, out->n_record, sizeof *sorted);
    if (sorted == NULL)
        return false;
    qsort(sorted, out->n_record, sizeof *sorted, compare);
    out->kind = COR_KIND_LINK;
    out->record = link;
    out->sorted = sorted;
    *found = out->n_record != 0 && is_line(draft, out);
    if (*found)
        turn(link, out->n_record);
    if ((out->n_record != 0 || list.n == 0) && !*found)
        COR_CHECK_ADD(
            draft, COR_ERROR, "broken-line",
            cor_draft_at(draft, COR_KIND_RIVAL, COR_RIVAL_LINKS, rival),
            "name the links of a line from end to end",
            "these links do not follow one another");
    return true;
}

static bool find_service(struct cor_rival_row *out,
                         bool *found,
                         struct cor_draft *draft,
                         uint32_t rival)
{
    const uint32_t record =
        cor_draft_target(draft, COR_KIND_RIVAL, COR_RIVAL_SERVICE, rival);
    *found = record != COR_NONE && !draft->table[COR_KIND_SERVICE].dead[record];
    return !*found || set_one(out, draft, COR_KIND_SERVICE, record);
}

bool cor_rival_target(struct cor_rival_row *out,
                      bool *found,
                      struct cor_draft *draft,
                      uint32_t rival)
{
    const struct cor_draft_owner *owner = cor_rival_owner(draft, rival);
    if (owner != NULL) {
        *found = !draft->table[owner->kind].dead[owner->record];
        return set_one(out, draft, owner->kind, owner->record);
    }
    switch (find_way(draft, rival)) {
    case BY_LINKS:
        return find_links(out, found, draft, rival);
    case BY_SERVICE:
        return find_service(out, found, draft, rival);
    case BY_BORDER:
        return find_by_pairs(out, found, draft, &borders, rival);
    case BY_TRANSFER:
        return find_by_pairs(out, found, draft, &transfers, rival);
    case N_WAY:
        break;
    }
    *found = false;
    COR_CHECK_ADD(
        draft, COR_ERROR, "no-record", draft->table[COR_KIND_RIVAL].spot[rival],
        "name its links, its service-id, its border by 'at' and 'into', "
        "or its transfer by 'at', 'from' and 'to'",
        "this rival value does not say which record it is for");
    return true;
}
