/* Where the lines of links run that tell numbers. */
#include "render/flow.h"
#include "render/offset.h"

#include <math.h>

/* Long pieces are bent along geodesics in steps of this. */
static const double step_m = 25e3;

/* A link's line on the page. */
struct path {
    struct cor_vec *at; /* [n] in the scratch arena */
    size_t n;
};

/* Points that the projection does not show are left out. */
static struct path project(struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const uint32_t first = links->first_point[link];
    const struct cor_point *dense = NULL;
    struct path path = {0};
    size_t n = 0;
    if (cor_line_densify(&dense, &n, links->point + first,
                         links->first_point[link + 1] - first, step_m,
                         &draft->scratch, NULL) == COR_OK)
        path.at = cor_arena_array(&draft->scratch, struct cor_vec, n);
    if (path.at == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return path;
    }
    for (size_t i = 0; i < n; i++)
        path.n += cor_view_point(&path.at[path.n], &draft->view, dense[i]);
    return path;
}

static double length_of(struct path path)
{
    double mm = 0;
    for (size_t i = 1; i < path.n; i++)
        mm += hypot(path.at[i].x - path.at[i - 1].x,
                    path.at[i].y - path.at[i - 1].y);
    return mm;
}

double cor_flow_length_mm(struct cor_draft *draft, uint32_t link)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const double mm = length_of(project(draft, link));
    cor_arena_rewind(&draft->scratch, start);
    return mm;
}

/* A straight piece about the middle of a line, in its direction. */
static void stretch(struct path *path, double mm)
{
    if (path->n < 2)
        return;
    const struct cor_vec a = path->at[0], b = path->at[path->n - 1];
    const double length = hypot(b.x - a.x, b.y - a.y);
    const struct cor_vec half =
        length > 0 ? (struct cor_vec){(b.x - a.x) / length * mm / 2,
                                      (b.y - a.y) / length * mm / 2}
                   : (struct cor_vec){mm / 2, 0};
    const struct cor_vec middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    path->at[0] = (struct cor_vec){middle.x - half.x, middle.y - half.y};
    path->at[1] = (struct cor_vec){middle.x + half.x, middle.y + half.y};
    path->n = 2;
}

static struct path path_of(struct cor_draft *draft, uint32_t link)
{
    struct path path = project(draft, link);
    if (draft->is_stub[link])
        stretch(&path, COR_FLOW_STUB * draft->scale);
    return path;
}

/* The line beside it; in the draft's arena, as offsets are. */
static struct path
move_aside(struct cor_draft *draft, struct path path, double left_mm)
{
    struct cor_offset_point *point =
        cor_arena_array(&draft->scratch, struct cor_offset_point, path.n);
    const struct cor_offset_point *moved = NULL;
    size_t n = 0;
    struct path out = {0};
    for (size_t i = 0; point != NULL && i < path.n; i++)
        point[i] = (struct cor_offset_point){path.at[i], left_mm, 0};
    if (point != NULL && cor_offset_line(&moved, &n, point, path.n,
                                         draft->scale, draft->arena) == COR_OK)
        out.at = cor_arena_array(&draft->scratch, struct cor_vec, n);
    if (out.at == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return out;
    }
    for (size_t i = 0; i < n; i++)
        out.at[out.n++] = moved[i].at;
    return out;
}

struct cor_shape
cor_flow_trace(struct cor_draft *draft, uint32_t link, double left_mm)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const bool is_plain = left_mm >= 0 && left_mm <= 0;
    if (is_plain && !draft->is_stub[link]) {
        cor_network_add_link(draft, link);
        return cor_pen_shape(&draft->pen, false);
    }
    struct path path = path_of(draft, link);
    if (!is_plain && path.n > 1)
        path = move_aside(draft, path, left_mm);
    if (path.n > 1)
        cor_view_path(&draft->view, &draft->pen, path.at, path.n);
    cor_arena_rewind(&draft->scratch, start);
    return cor_pen_shape(&draft->pen, false);
}

static bool is_inside(struct cor_vec at, struct cor_rect frame)
{
    return at.x > frame.left && at.x < frame.right && at.y > frame.top &&
           at.y < frame.bottom;
}

static struct cor_vec point_at(struct path path, double mm)
{
    size_t i = 1;
    for (; i + 1 < path.n; i++) {
        const double piece = hypot(path.at[i].x - path.at[i - 1].x,
                                   path.at[i].y - path.at[i - 1].y);
        if (piece >= mm)
            break;
        mm -= piece;
    }
    const struct cor_vec a = path.at[i - 1], b = path.at[i];
    const double piece = hypot(b.x - a.x, b.y - a.y);
    const double share = piece > 0 ? fmin(mm / piece, 1) : 0;
    return (struct cor_vec){a.x + share * (b.x - a.x),
                            a.y + share * (b.y - a.y)};
}

bool cor_flow_point(struct cor_vec *out,
                    struct cor_draft *draft,
                    uint32_t link,
                    double share)
{
    const struct cor_arena_mark start = cor_arena_mark(&draft->scratch);
    const struct path path = path_of(draft, link);
    const bool good = path.n > 1;
    if (good)
        *out = point_at(path, share * length_of(path));
    cor_arena_rewind(&draft->scratch, start);
    return good && is_inside(*out, draft->view.frame);
}
