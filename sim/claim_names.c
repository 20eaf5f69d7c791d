#include "sim/claim_parts.h"

#include <inttypes.h>

const char *
cor_claim_list(struct cor_arena *arena, const char *const *name, uint32_t n)
{
    const char *text = "";
    for (uint32_t i = 0; i < n && text != NULL; i++) {
        const char *comma = i == 0 ? "" : i + 1 == n ? " and " : ", ";
        text = name[i] == NULL
                   ? NULL
                   : cor_text_print(arena, "%s%s%s", text, comma, name[i]);
    }
    return text;
}

/* The names of some of what is numbered. */
static const char *names_of(const struct cor_claim_trial *trial,
                            const char *const *all,
                            const uint32_t *number,
                            uint32_t n)
{
    const char **name = cor_arena_array(trial->arena, const char *, n);
    for (uint32_t i = 0; name != NULL && i < n; i++)
        name[i] = all[number[i]];
    return name == NULL ? NULL : cor_claim_list(trial->arena, name, n);
}

static const char *mode_names(const struct cor_claim_trial *trial,
                              const uint32_t *mode,
                              uint32_t n)
{
    const char **name = cor_arena_array(trial->arena, const char *, n);
    for (uint32_t i = 0; name != NULL && i < n; i++)
        name[i] = trial->scenario->mode[mode[i]].name;
    return name == NULL ? NULL : cor_claim_list(trial->arena, name, n);
}

/* A word and what follows it, after what was said already. */
static const char *add(struct cor_arena *arena,
                       const char *before,
                       const char *word,
                       const char *names)
{
    if (before == NULL || names == NULL)
        return NULL;
    if (names[0] == '\0')
        return before;
    return cor_text_print(arena, "%s%s%s %s", before,
                          before[0] == '\0' ? "" : " ", word, names);
}

static const char *avoided(const struct cor_claim_trial *trial,
                           const struct cor_query *query)
{
    const struct cor_scenario *s = trial->scenario;
    const char *part[] = {
        names_of(trial, s->places.name, query->avoid_place,
                 query->n_avoid_place),
        names_of(trial, s->countries->name, query->avoid_country,
                 query->n_avoid_country),
        mode_names(trial, query->avoid_mode, query->n_avoid_mode),
    };
    const char *said[3];
    uint32_t n = 0;
    for (int i = 0; i < 3; i++) {
        if (part[i] == NULL)
            return NULL;
        if (part[i][0] != '\0')
            said[n++] = part[i];
    }
    return cor_claim_list(trial->arena, said, n);
}

static bool are_alike(const struct cor_claim_term *term)
{
    for (uint32_t i = 1; i < term->n_vessel; i++)
        if (term->vessel[i].value != term->vessel[0].value)
            return false;
    return term->n_vessel > 1;
}

/* "vessels of 350 TEU and 125 TEU", "6 vessels of 225 TEU" */
static const char *vessels(const struct cor_claim_trial *trial,
                           const struct cor_claim_term *term)
{
    const bool alike = are_alike(term);
    const uint32_t n = alike ? 1 : term->n_vessel;
    const char **load = cor_arena_array(trial->arena, const char *, n);
    for (uint32_t i = 0; load != NULL && i < n; i++)
        load[i] = cor_claim_number(
            trial->arena, term->vessel[i].value / term->vessel[i].units,
            term->vessel[i].unit);
    const char *list =
        load == NULL ? NULL : cor_claim_list(trial->arena, load, n);
    if (list == NULL)
        return NULL;
    if (alike)
        return cor_text_print(trial->arena, "%" PRIu32 " vessels of %s",
                              term->n_vessel, list);
    return cor_text_print(trial->arena, "%s of %s",
                          n == 1 ? "a vessel" : "vessels", list);
}

const char *cor_claim_ends(const struct cor_claim_trial *trial,
                           const struct cor_claim_side *side)
{
    const struct cor_scenario *s = trial->scenario;
    switch (side->term->kind) {
    case COR_TERM_JOURNEY:
        return cor_text_print(trial->arena, "%s–%s", s->places.name[side->from],
                              s->places.name[side->to]);
    case COR_TERM_CORRIDOR:
        return s->corridor[side->term->corridor].title;
    case COR_TERM_VESSELS:
        return vessels(trial, side->term);
    case COR_TERM_GROUP:
        return cor_claim_share_ends(trial, side);
    case COR_TERM_NETWORK:
        return "the network";
    default:
        return "";
    }
}

static const char *round_trip(const struct cor_claim_trial *trial,
                              const struct cor_claim_term *term)
{
    struct cor_arena *arena = trial->arena;
    const struct cor_claim_quantity *few = &term->shortest;
    const struct cor_claim_quantity *many = &term->longest;
    const bool same_unit = few->units == many->units;
    const char *a = cor_claim_number(arena, few->value / few->units,
                                     same_unit ? "" : few->unit);
    const char *b =
        cor_claim_number(arena, many->value / many->units, many->unit);
    const char *ways = term->both_ways ? " with loads both ways" : "";
    if (a == NULL || b == NULL)
        return NULL;
    return few->value == many->value
               ? cor_text_print(arena, "on round trips of %s%s", b, ways)
               : cor_text_print(arena, "on round trips of %s to %s%s", a, b,
                                ways);
}

const char *cor_claim_way(const struct cor_claim_trial *trial,
                          const struct cor_claim_side *side)
{
    const struct cor_query *query = &side->term->query;
    const struct cor_scenario *s = trial->scenario;
    if (side->term->kind == COR_TERM_GROUP)
        return cor_claim_share_way(trial, side);
    if (side->term->kind == COR_TERM_VESSELS)
        return round_trip(trial, side->term);
    if (side->term->kind != COR_TERM_JOURNEY)
        return "";
    const char *text =
        add(trial->arena, "", "over",
            names_of(trial, s->places.name, query->via, query->n_via));
    text = add(trial->arena, text, "by",
               mode_names(trial, query->mode, query->n_mode));
    return add(trial->arena, text, "avoiding", avoided(trial, query));
}

const char *cor_claim_label(const struct cor_claim_trial *trial,
                            const struct cor_claim_side *side)
{
    const char *ends = cor_claim_ends(trial, side);
    const char *way = cor_claim_way(trial, side);
    if (ends == NULL || way == NULL || way[0] == '\0')
        return way == NULL ? NULL : ends;
    return cor_text_print(trial->arena, "%s %s", ends, way);
}
