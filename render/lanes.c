#include "render/lanes.h"
#include "render/layers.h"

#include <stdlib.h>
#include <string.h>

/* A link and the places it joins, the smaller number first. */
struct joint {
    uint32_t a, b, link;
};

static struct joint joint_of(const struct cor_links *links, uint32_t link)
{
    const uint32_t from = links->from[link], to = links->to[link];
    return from < to ? (struct joint){from, to, link}
                     : (struct joint){to, from, link};
}

static int by_places(const void *x, const void *y)
{
    const struct joint *p = x, *q = y;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    if (p->b != q->b)
        return p->b < q->b ? -1 : 1;
    return (p->link > q->link) - (p->link < q->link);
}

static bool find_lines(struct cor_lanes *lanes, struct cor_draft *draft)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    struct joint *joint =
        cor_arena_array(&draft->scratch, struct joint, links->n);
    if (joint == NULL)
        return false;
    for (uint32_t i = 0; i < links->n; i++)
        joint[i] = joint_of(links, i);
    qsort(joint, links->n, sizeof *joint, by_places);
    for (uint32_t i = 0; i < links->n; i++) {
        const bool same = i != 0 && joint[i].a == joint[i - 1].a &&
                          joint[i].b == joint[i - 1].b;
        lanes->line[joint[i].link] =
            same ? lanes->line[joint[i - 1].link] : joint[i].link;
    }
    cor_arena_rewind(&draft->scratch, start);
    return true;
}

bool cor_lanes_goes_back(const struct cor_links *links,
                         uint32_t link,
                         uint32_t at,
                         uint32_t next)
{
    const uint32_t from = links->from[link], to = links->to[link];
    if (at != COR_NONE)
        return from != at && to == at;
    return next != COR_NONE &&
           (links->from[next] == from || links->to[next] == from) &&
           links->from[next] != to && links->to[next] != to;
}

static bool
goes_forward(const struct cor_links *links, uint32_t link, bool back)
{
    return (links->from[link] < links->to[link]) != back;
}

static void
mark_route(struct cor_lanes *lanes, const struct cor_draft *draft, uint32_t r)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_map_route *route = &draft->route[r];
    const uint64_t bit = UINT64_C(1) << (r < 63 ? r : 63);
    uint32_t at = COR_NONE;
    for (uint32_t i = 0; i < route->n_link; i++) {
        const uint32_t link = route->link[i];
        const uint32_t next =
            i + 1 < route->n_link ? route->link[i + 1] : COR_NONE;
        const bool back = cor_lanes_goes_back(links, link, at, next);
        const uint32_t line = lanes->line[link];
        if (lanes->used[line] == 0)
            lanes->forward[line] = goes_forward(links, link, back);
        lanes->used[line] |= bit;
        at = back ? links->from[link] : links->to[link];
    }
}

/* Lanes of the routes of a set; a bundle is one line. */
static uint32_t count_lanes(uint64_t used)
{
    const uint32_t n = (uint32_t)__builtin_popcountll(used);
    return n <= COR_MOST_LANES ? n : 1;
}

bool cor_lanes_is_bundle(const struct cor_lanes *lanes, uint32_t link)
{
    const uint64_t used = lanes->used[lanes->line[link]];
    return __builtin_popcountll(used) > COR_MOST_LANES;
}

bool cor_lanes_find(struct cor_lanes *out, struct cor_draft *draft)
{
    const uint32_t n = draft->scenario->links.n;
    struct cor_arena *scratch = &draft->scratch;
    *out = (struct cor_lanes){.line = cor_arena_array(scratch, uint32_t, n),
                              .used = cor_arena_array(scratch, uint64_t, n),
                              .forward = cor_arena_array(scratch, bool, n),
                              .most = 1};
    if (out->line == NULL || out->used == NULL || out->forward == NULL)
        return false;
    memset(out->used, 0, n * sizeof *out->used);
    if (!find_lines(out, draft))
        return false;
    for (uint32_t r = 0; r < draft->n_route; r++)
        if (cor_route_is_line(&draft->route[r]) && !draft->route[r].is_set)
            mark_route(out, draft, r);
    for (uint32_t i = 0; i < n; i++)
        if (count_lanes(out->used[i]) > out->most)
            out->most = count_lanes(out->used[i]);
    return true;
}

double cor_lanes_offset(const struct cor_lanes *lanes,
                        const struct cor_draft *draft,
                        uint32_t route,
                        uint32_t link,
                        bool back)
{
    const uint32_t line = lanes->line[link];
    const uint64_t used = lanes->used[line];
    const uint64_t before = (UINT64_C(1) << (route < 63 ? route : 63)) - 1;
    const uint32_t n = count_lanes(used);
    uint32_t rank = (uint32_t)__builtin_popcountll(used & before);
    rank = rank < n ? rank : n - 1;
    const double left = (n - 1) / 2.0 - rank;
    return goes_forward(&draft->scenario->links, link, back) ==
                   lanes->forward[line]
               ? left
               : -left;
}
