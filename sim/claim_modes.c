#include "sim/claim_parts.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* For each mode, how many links of it there are, and the least mode that a
   shipment can change to and from, perhaps over others. */
struct modes {
    uint32_t *n_link;
    uint32_t *root;
};

static bool begin(struct modes *modes, const struct cor_claim_trial *trial)
{
    const uint32_t n = trial->scenario->n_mode;
    modes->n_link = cor_arena_array(trial->scratch, uint32_t, n);
    modes->root = cor_arena_array(trial->scratch, uint32_t, n);
    if (modes->n_link == NULL || modes->root == NULL)
        return false;
    memset(modes->n_link, 0, n * sizeof *modes->n_link);
    for (uint32_t i = 0; i < n; i++)
        modes->root[i] = i;
    return true;
}

static void join(struct modes *modes, uint32_t n, uint32_t a, uint32_t b)
{
    const uint32_t from = modes->root[a], to = modes->root[b];
    for (uint32_t i = 0; i < n; i++)
        if (modes->root[i] == from)
            modes->root[i] = to;
}

static void count_links(struct modes *modes, const struct cor_scenario *s)
{
    for (uint32_t i = 0; i < s->links.n; i++)
        modes->n_link[s->links.mode[i]] += s->links.open[i];
}

/* Whether an open link of a mode begins or ends at a place, [place * n_mode +
   mode]; NULL for want of memory. */
static const bool *find_served(const struct cor_claim_trial *trial)
{
    const struct cor_scenario *s = trial->scenario;
    const size_t n = (size_t)s->places.n * s->n_mode;
    bool *served = cor_arena_array(trial->scratch, bool, n);
    if (served == NULL)
        return NULL;
    memset(served, 0, n * sizeof *served);
    for (uint32_t i = 0; i < s->links.n; i++) {
        if (!s->links.open[i])
            continue;
        const uint32_t mode = s->links.mode[i];
        served[(size_t)s->links.from[i] * s->n_mode + mode] = true;
        served[(size_t)s->links.to[i] * s->n_mode + mode] = true;
    }
    return served;
}

/* Where no transfer is declared at all, modes change wherever they meet. */
static void join_where_they_meet(struct modes *modes,
                                 const struct cor_scenario *s,
                                 const bool *served)
{
    for (uint32_t place = 0; place < s->places.n; place++) {
        uint32_t last = COR_NONE;
        for (uint32_t mode = 0; mode < s->n_mode; mode++) {
            if (!served[(size_t)place * s->n_mode + mode])
                continue;
            if (last != COR_NONE)
                join(modes, s->n_mode, last, mode);
            last = mode;
        }
    }
}

static bool join_modes(struct modes *modes, const struct cor_claim_trial *trial)
{
    const struct cor_scenario *s = trial->scenario;
    const bool *served = find_served(trial);
    if (served == NULL)
        return false;
    if (s->n_transfer == 0)
        join_where_they_meet(modes, s, served);
    for (uint32_t i = 0; i < s->n_transfer; i++) {
        const struct cor_transfer *t = &s->transfer[i];
        const bool *here = &served[(size_t)t->place * s->n_mode];
        if (here[t->from_mode] && here[t->to_mode])
            join(modes, s->n_mode, t->from_mode, t->to_mode);
    }
    return true;
}

/* "rail (210 links)" for those that have some, or names alone. */
static const char *name_modes(const struct cor_claim_trial *trial,
                              const struct modes *modes,
                              const bool *chosen,
                              bool want)
{
    const struct cor_claim *claim = trial->claim;
    const char **name =
        cor_arena_array(trial->scratch, const char *, claim->n_mode);
    uint32_t n = 0;
    if (name == NULL)
        return NULL;
    for (uint32_t i = 0; i < claim->n_mode; i++) {
        const uint32_t mode = claim->mode[i];
        const uint32_t n_link = modes->n_link[mode];
        if (chosen[i] != want)
            continue;
        const char *of = trial->scenario->mode[mode].name;
        name[n++] =
            n_link == 0
                ? of
                : cor_text_print(trial->arena, "%s (%" PRIu32 " link%s)", of,
                                 n_link, n_link == 1 ? "" : "s");
    }
    return cor_claim_list(trial->arena, name, n);
}

/* The modes claimed that can be changed between, as the largest group of
   them. */
static void choose_joined(bool *chosen,
                          const struct cor_claim *claim,
                          const struct modes *modes)
{
    uint32_t best = COR_NONE, most = 0;
    for (uint32_t i = 0; i < claim->n_mode; i++) {
        uint32_t n = 0;
        for (uint32_t k = 0; k < claim->n_mode; k++)
            n += modes->n_link[claim->mode[k]] != 0 &&
                 modes->root[claim->mode[k]] == modes->root[claim->mode[i]];
        best = n > most ? modes->root[claim->mode[i]] : best;
        most = n > most ? n : most;
    }
    for (uint32_t i = 0; i < claim->n_mode; i++)
        chosen[i] = modes->n_link[claim->mode[i]] != 0 &&
                    modes->root[claim->mode[i]] == best;
}

static const char *tell(const struct cor_claim_trial *trial,
                        const char *subject,
                        const char *has,
                        const char *lacks)
{
    const bool joined = trial->claim->metric == COR_CLAIM_INTERCHANGE;
    if (subject == NULL || has == NULL || lacks == NULL)
        return NULL;
    const char *verb = joined ? "lets a shipment change between" : "has";
    if (has[0] == '\0')
        return cor_text_print(trial->arena, "%s %s none of %s", subject, verb,
                              lacks);
    if (lacks[0] == '\0')
        return cor_text_print(trial->arena, "%s %s %s", subject, verb, has);
    return cor_text_print(trial->arena, "%s %s %s, but not %s", subject, verb,
                          has, lacks);
}

static enum cor_status fill(struct cor_claim_case *out,
                            const struct cor_claim_trial *trial,
                            const struct cor_claim_side *side,
                            const struct modes *modes,
                            struct cor_error *err)
{
    const struct cor_claim *claim = trial->claim;
    bool *chosen = cor_arena_array(trial->scratch, bool, claim->n_mode);
    if (chosen == NULL)
        return COR_FAIL_MEMORY(err);
    for (uint32_t i = 0; i < claim->n_mode; i++)
        chosen[i] = modes->n_link[claim->mode[i]] != 0;
    if (claim->metric == COR_CLAIM_INTERCHANGE)
        choose_joined(chosen, claim, modes);
    uint32_t n = 0;
    for (uint32_t i = 0; i < claim->n_mode; i++)
        n += chosen[i];
    *out = (struct cor_claim_case){
        .verdict = n == claim->n_mode ? COR_VERDICT_TRUE : COR_VERDICT_FALSE,
        .ends = cor_claim_ends(trial, side),
        .least = n,
        .most = n,
        .rival = claim->n_mode,
        .difference = (double)n - claim->n_mode,
    };
    const char *way = cor_claim_way(trial, side);
    if (out->ends == NULL || way == NULL)
        return COR_FAIL_MEMORY(err);
    out->of = way[0] == '\0'
                  ? out->ends
                  : cor_text_print(trial->arena, "%s %s", out->ends, way);
    out->sentence = tell(trial, out->of, name_modes(trial, modes, chosen, true),
                         name_modes(trial, modes, chosen, false));
    return out->of != NULL && out->sentence != NULL ? COR_OK
                                                    : COR_FAIL_MEMORY(err);
}

static enum cor_status count_route(struct cor_claim_case *out,
                                   const struct cor_claim_trial *trial,
                                   const struct cor_claim_side *side,
                                   struct modes *modes,
                                   struct cor_error *err)
{
    struct cor_routes routes;
    const char *missing;
    const enum cor_status status =
        cor_claim_route(&routes, &missing, trial, side, err);
    if (status != COR_OK)
        return status;
    if (missing != NULL) {
        *out = (struct cor_claim_case){
            .verdict = COR_VERDICT_UNDECIDED,
            .of = cor_claim_ends(trial, side),
            .ends = cor_claim_ends(trial, side),
            .least = NAN,
            .most = NAN,
            .rival = trial->claim->n_mode,
            .difference = NAN,
            .sentence = missing,
        };
        return out->of != NULL && out->ends != NULL ? COR_OK
                                                    : COR_FAIL_MEMORY(err);
    }
    const struct cor_route *route = &routes.route[0];
    for (uint32_t i = 0; i < route->n_leg; i++)
        modes->n_link[route->leg[i].mode] += route->leg[i].kind == COR_LEG_LINK;
    return fill(out, trial, side, modes, err);
}

enum cor_status cor_claim_judge_modes(struct cor_claim_case *out,
                                      const struct cor_claim_trial *trial,
                                      const struct cor_claim_side *side,
                                      struct cor_error *err)
{
    struct modes modes;
    if (!begin(&modes, trial))
        return COR_FAIL_MEMORY(err);
    if (side->term->kind != COR_TERM_NETWORK)
        return count_route(out, trial, side, &modes, err);
    count_links(&modes, trial->scenario);
    if (trial->claim->metric == COR_CLAIM_INTERCHANGE &&
        !join_modes(&modes, trial))
        return COR_FAIL_MEMORY(err);
    return fill(out, trial, side, &modes, err);
}
