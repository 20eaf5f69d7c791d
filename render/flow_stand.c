/* Where numbers stand beside the lines of their links. */
#include "render/flow.h"
#include "render/labels.h"

#include <math.h>

/* Between a line and the number of its link, in mm. */
static const double gap_mm = 0.9;

/* What a label covers, in mm of line, before it stands away from its own. */
static const double far_cost = 6;

/* Where a label may stand, from where the line is: steps of its own size. */
static const size_t n_near_stand = 8;
static const struct cor_vec stand[] = {{0.5, -0.5}, {0.5, 0.5},   {-0.5, -0.5},
                                       {-0.5, 0.5}, {0, -0.5},    {0, 0.5},
                                       {0.5, 0},    {-0.5, 0},    {0.6, -1.4},
                                       {0.6, 1.4},  {-0.6, -1.4}, {-0.6, 1.4}};

/* Between a label and the frame, in mm. */
static const double edge_mm = 0.8;

static bool is_inside(struct cor_rect box, struct cor_rect frame, double edge)
{
    return box.left > frame.left + edge && box.right < frame.right - edge &&
           box.top > frame.top + edge && box.bottom < frame.bottom - edge;
}

double cor_flow_label_find(struct cor_scene_text *text,
                           struct cor_draft *draft,
                           struct cor_vec at,
                           double half_mm,
                           bool near_only)
{
    const size_t n_stand =
        near_only ? n_near_stand : sizeof stand / sizeof stand[0];
    const double gap = gap_mm * draft->scale + half_mm;
    const double wide = text->box.right - text->box.left + 2 * gap;
    const double high = text->box.bottom - text->box.top + 2 * gap;
    const struct cor_vec middle = {(text->box.left + text->box.right) / 2,
                                   (text->box.top + text->box.bottom) / 2};
    struct cor_scene_text best = *text;
    double least = INFINITY;
    for (size_t i = 0; i < n_stand; i++) {
        struct cor_scene_text moved = *text;
        cor_draft_move(&moved, at.x + stand[i].x * wide - middle.x,
                       at.y + stand[i].y * high - middle.y);
        const double cost = cor_grid_ask(&draft->ink, moved.box, NULL) +
                            (i < n_near_stand ? 0 : far_cost);
        if (cost >= least ||
            !is_inside(moved.box, draft->view.frame, edge_mm * draft->scale) ||
            !cor_draft_is_free(draft, moved.box, COR_NONE))
            continue;
        least = cost;
        best = moved;
    }
    *text = best;
    return least;
}

void cor_flow_label_keep(struct cor_draft *draft,
                         const struct cor_scene_text *text)
{
    cor_draft_cover(draft, (struct cor_obstacle){
                               cor_label_widened(text->box, COR_LABEL_AIR_MM),
                               COR_NONE, true, false});
    cor_draft_keep_label(draft, text);
}
