/* Which links that no route uses lie below the routes. What tells nothing of
   the routes is left out and counted: webs of lines by air and over water, and
   ways of kinds that no route takes. */
#include "render/layers.h"

#include <string.h>

/* Kinds of way: what is of one kind may stand in for another of it. */
enum kind { WAY_LAND, WAY_WATER, WAY_AIR, WAY_PIPE, N_WAY };

static enum kind kind_of(const struct cor_draft *draft, uint32_t link)
{
    const uint32_t mode = draft->scenario->links.mode[link];
    if (mode >= COR_N_MODE)
        return WAY_LAND;
    static const enum kind of_medium[] = {[COR_ON_LAND] = WAY_LAND,
                                          [COR_ON_WATER] = WAY_WATER,
                                          [COR_IN_AIR] = WAY_AIR,
                                          [COR_IN_PIPE] = WAY_PIPE};
    return of_medium[cor_modes[mode].medium];
}

/* What the routes and flows of a map take, and the places that they pass. */
struct taken {
    bool way[N_WAY];
    bool *place; /* [places] */
};

static void
take(struct taken *taken, const struct cor_draft *draft, uint32_t link)
{
    taken->way[kind_of(draft, link)] = true;
    taken->place[draft->scenario->links.from[link]] = true;
    taken->place[draft->scenario->links.to[link]] = true;
}

static void take_all(struct taken *taken, const struct cor_draft *draft)
{
    for (uint32_t r = 0; r < draft->n_route; r++)
        for (uint32_t i = 0; i < draft->route[r].n_link; i++)
            take(taken, draft, draft->route[r].link[i]);
    for (uint32_t i = 0; i < draft->scenario->links.n; i++)
        if (cor_flow_has(draft, i))
            take(taken, draft, i);
}

/* Lines by air and over water go straight from everywhere to everywhere: only
   those between places of the routes are ways that these might have taken. */
static bool
matters(const struct cor_draft *draft, const struct taken *taken, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const enum kind kind = kind_of(draft, link);
    const bool makes_webs = kind == WAY_AIR || kind == WAY_WATER;
    return taken->way[kind] &&
           (!makes_webs ||
            (taken->place[links->from[link]] && taken->place[links->to[link]]));
}

static bool is_named(const struct cor_draft *draft, uint32_t link)
{
    const struct cor_map_ground *ground = &draft->how->ground;
    for (uint32_t i = 0; i < ground->n_mode; i++)
        if (draft->scenario->links.mode[link] == ground->mode[i])
            return true;
    return false;
}

static enum cor_ground
judge(const struct cor_draft *draft, const struct taken *taken, uint32_t link)
{
    if (draft->owner[link] != COR_NONE || cor_flow_has(draft, link))
        return COR_GROUND_ROUTE;
    if (is_named(draft, link))
        return COR_GROUND_NAMED;
    if (!cor_draft_has_subject(draft))
        return COR_GROUND_PLAIN;
    switch (draft->how->ground.network) {
    case COR_NETWORK_ALL:
        return COR_GROUND_PLAIN;
    case COR_NETWORK_AUTO:
        return matters(draft, taken, link) ? COR_GROUND_PLAIN
                                           : COR_GROUND_LEFT_OUT;
    case COR_NETWORK_NONE:
    case COR_N_NETWORK:
        break;
    }
    return COR_GROUND_LEFT_OUT;
}

bool cor_ground_choose(struct cor_draft *draft)
{
    const uint32_t n = draft->scenario->links.n;
    const uint32_t n_place = draft->scenario->places.n;
    struct taken taken = {.place =
                              cor_arena_array(&draft->scratch, bool, n_place)};
    draft->ground = cor_arena_array(&draft->scratch, uint8_t, n);
    if (taken.place == NULL || draft->ground == NULL)
        return false;
    memset(taken.place, 0, n_place * sizeof *taken.place);
    take_all(&taken, draft);
    draft->n_plain = 0;
    for (uint32_t i = 0; i < n; i++) {
        draft->ground[i] = (uint8_t)judge(draft, &taken, i);
        draft->n_plain += draft->ground[i] == COR_GROUND_PLAIN;
    }
    return true;
}

/* Links that the frame would show an end of, by mode. */
static uint32_t count_left_out(const struct cor_draft *draft, uint32_t mode)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_point *at = draft->scenario->places.at;
    uint32_t n = 0;
    for (uint32_t i = 0; i < links->n; i++)
        n += draft->ground[i] == COR_GROUND_LEFT_OUT &&
             links->mode[i] == mode &&
             (cor_view_shows(&draft->view, at[links->from[i]]) ||
              cor_view_shows(&draft->view, at[links->to[i]]));
    return n;
}

/* "212 air, 94 sea" */
static const char *list_left_out(struct cor_draft *draft)
{
    const struct cor_scenario *s = draft->scenario;
    const char *list = NULL;
    for (uint32_t mode = 0; mode < s->n_mode; mode++) {
        const uint32_t n = count_left_out(draft, mode);
        if (n == 0)
            continue;
        list = cor_text_print(
            draft->arena, "%s%s%u %s", list != NULL ? list : "",
            list != NULL ? ", " : "", (unsigned)n, s->mode[mode].name);
        if (list == NULL) {
            draft->pen.status = COR_NO_MEMORY;
            return NULL;
        }
    }
    return list;
}

void cor_ground_tell(struct cor_draft *draft)
{
    if (draft->report == NULL || draft->is_inset ||
        (draft->is_panel && !draft->is_last_panel))
        return;
    const char *list = list_left_out(draft);
    if (list != NULL)
        cor_draft_note(draft, "network-left-out",
                       "links that no corridor uses are not drawn: %s", list);
}
