/* Names of links: beside the middle of their lines. */
#include "render/draft.h"

#include <math.h>

/* Between a line and the name of its link, in mm. */
static const double gap_mm = 0.9;

/* Where a name may stand, from where the line is: steps of its own size. */
static const struct cor_vec stand[] = {{0.5, -0.5}, {0.5, 0.5},   {-0.5, -0.5},
                                       {-0.5, 0.5}, {0, -0.5},    {0, 0.5},
                                       {0.5, 0},    {-0.5, 0},    {0.6, -1.4},
                                       {0.6, 1.4},  {-0.6, -1.4}, {-0.6, 1.4}};

/* The point in the middle of a link's drawn line; false: it is not seen. */
static bool
find_middle(struct cor_vec *out, struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const uint32_t first = links->first_point[link];
    const uint32_t n = links->first_point[link + 1] - first;
    const struct cor_rect f = draft->view.frame;
    struct cor_vec a, b;
    if (!cor_view_point(&a, &draft->view, links->point[first + (n - 1) / 2]) ||
        !cor_view_point(&b, &draft->view, links->point[first + n / 2]))
        return false;
    *out = (struct cor_vec){(a.x + b.x) / 2, (a.y + b.y) / 2};
    return out->x > f.left && out->x < f.right && out->y > f.top &&
           out->y < f.bottom;
}

/* Lines have names too, but a link is part of one: its ends tell which. */
static const char *name_of(struct cor_draft *draft, uint32_t link)
{
    const struct cor_scenario *s = draft->scenario;
    const char *name = cor_text_print(draft->arena, "%s–%s",
                                      s->places.name[s->links.from[link]],
                                      s->places.name[s->links.to[link]]);
    if (name == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return name != NULL ? name : "";
}

static bool is_inside(struct cor_rect box, struct cor_rect frame)
{
    return box.left > frame.left && box.right < frame.right &&
           box.top > frame.top && box.bottom < frame.bottom;
}

/* The free stand that covers least; false: there is none. */
static bool find_stand(struct cor_scene_text *text,
                       struct cor_draft *draft,
                       struct cor_vec at)
{
    const double gap = gap_mm * draft->scale;
    const double wide = text->box.right - text->box.left + 2 * gap;
    const double high = text->box.bottom - text->box.top + 2 * gap;
    const struct cor_vec middle = {(text->box.left + text->box.right) / 2,
                                   (text->box.top + text->box.bottom) / 2};
    struct cor_scene_text best = *text;
    double least = INFINITY;
    for (size_t i = 0; i < sizeof stand / sizeof stand[0]; i++) {
        struct cor_scene_text moved = *text;
        cor_draft_move(&moved, at.x + stand[i].x * wide - middle.x,
                       at.y + stand[i].y * high - middle.y);
        const double cost = cor_grid_ask(&draft->ink, moved.box, NULL);
        if (cost >= least || !is_inside(moved.box, draft->view.frame) ||
            !cor_draft_is_free(draft, moved.box, COR_NONE))
            continue;
        least = cost;
        best = moved;
    }
    *text = best;
    return least < INFINITY;
}

static void name_link(struct cor_draft *draft, uint32_t route, uint32_t link)
{
    const struct cor_font font = {.size_pt = COR_SIZE_MINOR, .italic = true};
    struct cor_vec at;
    if (!find_middle(&at, draft, link))
        return;
    const char *name = name_of(draft, link);
    struct cor_scene_text text =
        cor_draft_text(draft, name, font, cor_draft_hue(draft, route));
    text.halo = draft->theme->halo;
    text.halo_mm = 0.32 * draft->scale;
    if (!find_stand(&text, draft, at)) {
        cor_draft_lose(draft, COR_LOSS_LINK, name);
        return;
    }
    cor_draft_cover(draft,
                    (struct cor_obstacle){text.box, COR_NONE, true, false});
    cor_draft_keep_label(draft, &text);
}

void cor_link_labels_place(struct cor_draft *draft)
{
    for (uint32_t r = 0; r < draft->n_route; r++)
        for (uint32_t i = 0;
             draft->route[r].is_named && i < draft->route[r].n_link; i++)
            name_link(draft, r, draft->route[r].link[i]);
}
