/* Where furniture stands: in the corner where it covers least. */
#include "render/draft.h"

#include <math.h>
#include <string.h>

/* From the frame, in mm. */
static const double inset_mm = 2.5;

/* What furniture gives to keep off a symbol, a mm of route, and a mm of what
   else is inked. On a map of routes alone the last is all. */
static const double symbol_cost = 40, route_cost = 3, ground_cost = 0.1;

/* A corner is this much better than the next one on the list. */
static const double liking = 4;

static struct cor_rect box_in(const struct cor_draft *draft,
                              const char *corner,
                              double width,
                              double height)
{
    const struct cor_rect f = draft->view.frame;
    const double inset = inset_mm * draft->scale;
    const double x =
        strchr(corner, 'W') != NULL ? f.left + inset : f.right - inset - width;
    const double y =
        strchr(corner, 'N') != NULL ? f.top + inset : f.bottom - inset - height;
    return (struct cor_rect){x, y, x + width, y + height};
}

static bool overlap(struct cor_rect a, struct cor_rect b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom &&
           b.top < a.bottom;
}

static double cost_of(const struct cor_draft *draft, struct cor_rect box)
{
    double cost = route_cost * cor_grid_ask(&draft->course, box, NULL) +
                  ground_cost * cor_grid_ask(&draft->ink, box, NULL);
    for (size_t i = 0; i < draft->n_obstacle; i++)
        if (overlap(draft->obstacle[i].box, box))
            cost += draft->obstacle[i].node == COR_NONE ? 1e9 : symbol_cost;
    return cost;
}

bool cor_draft_corner(struct cor_rect *out,
                      struct cor_draft *draft,
                      double width,
                      double height,
                      const char *const *corner,
                      double limit)
{
    double best = limit;
    struct cor_rect chosen = {0};
    for (size_t i = 0; corner[i] != NULL; i++) {
        const struct cor_rect box = box_in(draft, corner[i], width, height);
        const double cost = cost_of(draft, box) + liking * (double)i;
        if (cost < best) {
            best = cost;
            chosen = box;
        }
    }
    if (!(best < limit))
        return false;
    cor_draft_cover(draft,
                    (struct cor_obstacle){chosen, COR_NONE, false, false});
    *out = chosen;
    return true;
}

void cor_draft_panel(struct cor_draft *draft, struct cor_rect box)
{
    struct cor_paint paint =
        cor_draft_stroke(draft, draft->theme->panel_edge, 0.5);
    paint.fill = draft->theme->panel;
    cor_pen_paint(&draft->pen, cor_pen_rect(&draft->pen, box), &paint);
}
