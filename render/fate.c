/* What a map and its inset together could not show. */
#include "render/area_block.h"

#include <string.h>

static void *make_flags(struct cor_draft *draft, uint32_t n, size_t size)
{
    void *flags = cor_arena_array(draft->arena, char, n *size);
    if (flags != NULL)
        memset(flags, 0, n * size);
    return flags;
}

bool cor_fate_begin(struct cor_draft *draft)
{
    struct cor_fate *fate = &draft->fate;
    const uint32_t n_area =
        draft->basemap != NULL ? draft->basemap->label.n : 0;
    fate->is_hidden =
        make_flags(draft, draft->scenario->places.n, sizeof *fate->is_hidden);
    fate->is_drawn = make_flags(draft, draft->n_route, sizeof *fate->is_drawn);
    fate->area = make_flags(draft, n_area, sizeof *fate->area);
    return fate->is_hidden != NULL && fate->is_drawn != NULL &&
           fate->area != NULL;
}

void cor_fate_put_area(struct cor_draft *draft,
                       uint32_t label,
                       bool is_done,
                       size_t n_item)
{
    draft->fate.area[label].is_written |= draft->pen.n > n_item;
    draft->fate.area[label].is_lost |= !is_done && !draft->is_inset;
}

/* A sea may be named at one of several anchors. */
static bool is_written(const struct cor_draft *draft, uint32_t label)
{
    const uint32_t n = draft->basemap->label.n;
    const char *name = cor_area_name(draft, label);
    for (uint32_t i = 0; i < n; i++)
        if (draft->fate.area[i].is_written &&
            strcmp(cor_area_name(draft, i), name) == 0)
            return true;
    return false;
}

static bool has_end_on(const struct cor_draft *draft,
                       const struct cor_map_route *route)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_point *at = draft->scenario->places.at;
    for (uint32_t i = 0; i < route->n_link; i++)
        if (cor_view_shows(&draft->view, at[links->from[route->link[i]]]) ||
            cor_view_shows(&draft->view, at[links->to[route->link[i]]]))
            return true;
    return false;
}

/* A route may cross the frame between two places, and of a bundle no route has
   a line of its own. */
bool cor_fate_has_route(const struct cor_draft *draft, uint32_t route)
{
    return draft->fate.is_drawn[route] ||
           has_end_on(draft, &draft->route[route]);
}

static void tell_routes(struct cor_draft *draft)
{
    for (uint32_t r = 0; r < draft->n_route; r++) {
        const struct cor_map_route *route = &draft->route[r];
        if (route->role == COR_ROLE_LINE && route->n_link != 0 &&
            route->title != NULL && !cor_fate_has_route(draft, r))
            cor_draft_lose(draft, COR_LOSS_ROUTE, route->title);
    }
}

void cor_fate_tell(struct cor_draft *draft)
{
    const struct cor_places *places = &draft->scenario->places;
    const uint32_t n_area =
        draft->basemap != NULL ? draft->basemap->label.n : 0;
    for (uint32_t i = 0; i < n_area; i++)
        if (draft->fate.area[i].is_lost && !is_written(draft, i))
            cor_draft_lose(draft, COR_LOSS_AREA, cor_area_name(draft, i));
    tell_routes(draft);
    for (uint32_t i = 0; i < places->n; i++)
        if (draft->fate.is_hidden[i])
            cor_draft_lose(draft, COR_LOSS_PLACE, places->name[i]);
}
