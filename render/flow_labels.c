/* Numbers of links beside their lines, with the names of the links where there
   is room. */
#include "render/flow.h"

#include "render/names.h"
#include "render/say.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* More numbers than these are a table, not a map; the greatest are written. */
enum { MOST_TAGS = 250 };

/* What is written beside a line: links of one name, or that follow each other,
   have one of them if they say the same. */
struct tag {
    uint32_t link;
    const char *name; /* of the link, with the number; or NULL */
    const char *number;
    double value;
    bool done;
};

static const char *keep(struct cor_draft *draft, const char *text)
{
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

/* Where a link leads on the page, by its ends. */
static struct cor_vec heading(struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const struct cor_point *at = draft->scenario->places.at;
    struct cor_vec a, b;
    if (!cor_view_point(&a, &draft->view, at[links->from[link]]) ||
        !cor_view_point(&b, &draft->view, at[links->to[link]]))
        return (struct cor_vec){1, 0};
    return (struct cor_vec){b.x - a.x, b.y - a.y};
}

/* "→ 1.2 ← 0.4": which way each number goes on the page. */
static const char *both(struct cor_draft *draft, uint32_t link)
{
    const struct cor_map_flow *flow = draft->how->flow;
    const struct cor_vec way = heading(draft, link);
    const bool level = fabs(way.x) >= fabs(way.y);
    const bool forward = level ? way.x >= 0 : way.y >= 0;
    const char *there = level ? (forward ? "→" : "←") : forward ? "↓" : "↑";
    const char *back = level ? (forward ? "←" : "→") : forward ? "↑" : "↓";
    const double along = flow->along[link], against = flow->against[link];
    if (isnan(against))
        return keep(draft, cor_text_print(draft->arena, "%s %s", there,
                                          cor_draft_figure(draft, along)));
    if (isnan(along))
        return keep(draft, cor_text_print(draft->arena, "%s %s", back,
                                          cor_draft_figure(draft, against)));
    return keep(draft, cor_text_print(draft->arena, "%s %s  %s %s", there,
                                      cor_draft_figure(draft, along), back,
                                      cor_draft_figure(draft, against)));
}

/* A short line without a name is called by its ends, which have no symbols. */
static const char *title(struct cor_draft *draft, uint32_t link)
{
    const struct cor_links *links = &draft->scenario->links;
    const char *name = cor_line_name(draft, link);
    if (name != NULL || draft->is_stub == NULL || !draft->is_stub[link])
        return name;
    return cor_journey_name(draft, links->from[link], links->to[link]);
}

static struct tag tag_of(struct cor_draft *draft, uint32_t link)
{
    struct tag tag = {.link = link, .value = cor_flow_value(draft, link)};
    const char *name = title(draft, link);
    tag.number = cor_flow_has_ways(draft, link)
                     ? both(draft, link)
                     : cor_draft_figure(draft, tag.value);
    if (name != NULL)
        tag.name = keep(
            draft, cor_text_print(draft->arena, "%s %s", name, tag.number));
    return tag;
}

static int by_value(const void *a, const void *b)
{
    const struct tag *x = a, *y = b;
    if (x->value < y->value || x->value > y->value)
        return x->value > y->value ? -1 : 1;
    return (x->link > y->link) - (x->link < y->link);
}

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool says_same(const struct tag *a, const struct tag *b)
{
    return same(a->name, b->name) && same(a->number, b->number);
}

static bool meets(const struct cor_links *links, uint32_t a, uint32_t b)
{
    return links->from[a] == links->from[b] || links->from[a] == links->to[b] ||
           links->to[a] == links->from[b] || links->to[a] == links->to[b];
}

/* The links of a line that says one thing: numbers of tags in `member`. A line
   with a name may have gaps. */
static uint32_t gather(struct cor_draft *draft,
                       struct tag *tag,
                       uint32_t n,
                       uint32_t first,
                       uint32_t *member)
{
    uint32_t n_member = 1;
    member[0] = first;
    tag[first].done = true;
    for (uint32_t at = 0; at < n_member; at++)
        for (uint32_t i = 0; i < n; i++) {
            if (tag[i].done || !says_same(&tag[i], &tag[first]) ||
                (tag[i].name == NULL &&
                 !meets(&draft->scenario->links, tag[i].link,
                        tag[member[at]].link)))
                continue;
            tag[i].done = true;
            member[n_member++] = i;
        }
    return n_member;
}

/* Shares of a link's line where its number is tried. */
static const double share[] = {0.5, 0.35, 0.65, 0.2, 0.8};

/* What it costs to write a text beside a link at a share of its line. */
static double try_at(struct cor_scene_text *out,
                     struct cor_draft *draft,
                     const struct tag *tag,
                     const struct cor_scene_text *text,
                     double at,
                     bool near_only)
{
    struct cor_vec point;
    if (!cor_flow_point(&point, draft, tag->link, at))
        return INFINITY;
    *out = *text;
    return cor_flow_label_find(
        out, draft, point, cor_flow_across_mm(draft, tag->link) / 2, near_only);
}

/* Whether any of the links is seen at all. */
static bool is_seen(struct cor_draft *draft,
                    const struct tag *tag,
                    const uint32_t *member,
                    uint32_t n)
{
    struct cor_vec point;
    for (uint32_t i = 0; i < n; i++)
        for (size_t k = 0; k < sizeof share / sizeof *share; k++)
            if (cor_flow_point(&point, draft, tag[member[i]].link, share[k]))
                return true;
    return false;
}

/* What a name may cover of lines, in mm, and a number that has to be somewhere.
   A name farther off than at its line would seem another's. */
static const double bearable = 14;

/* The longer it is looked for, the better a place must be. */
static const double patience = 0.5;

static bool write_text(struct cor_draft *draft,
                       const struct tag *tag,
                       const uint32_t *member,
                       uint32_t n,
                       const char *text,
                       double most)
{
    const struct cor_font font = {.size_pt = COR_SIZE_MINOR, .bold = true};
    const enum cor_pattern pattern =
        cor_pattern_of(draft->scenario, tag[member[0]].link);
    struct cor_scene_text label, best, moved;
    double least = INFINITY, late = 0;
    if (text == NULL)
        return false;
    label = cor_draft_text(draft, text, font, cor_flow_hue(draft, pattern));
    label.halo = draft->theme->halo;
    label.halo_mm = 0.32 * draft->scale;
    best = label;
    for (size_t k = 0; k < sizeof share / sizeof *share; k++)
        for (uint32_t i = 0; i < n; i++, late += patience) {
            const struct tag *at = &tag[member[(n / 2 + i) % n]];
            const double cost = late + try_at(&moved, draft, at, &label,
                                              share[k], most < INFINITY);
            if (cost < least) {
                least = cost;
                best = moved;
            }
        }
    if (least < most)
        cor_flow_label_keep(draft, &best);
    return least < most;
}

/* A name that finds no room gives way to the number alone. */
static void write_tag(struct cor_draft *draft,
                      const struct tag *tag,
                      const uint32_t *member,
                      uint32_t n)
{
    const struct tag *first = &tag[member[0]];
    if (!is_seen(draft, tag, member, n) ||
        write_text(draft, tag, member, n, first->name, bearable) ||
        write_text(draft, tag, member, n, first->number, bearable) ||
        write_text(draft, tag, member, n, first->number, INFINITY))
        return;
    if (!draft->is_inset)
        cor_draft_lose(draft, COR_LOSS_NUMBER,
                       first->name != NULL ? first->name : first->number);
}

static uint32_t list_tags(struct cor_draft *draft, struct tag *tag)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < draft->scenario->links.n; i++)
        if (cor_flow_has(draft, i))
            tag[n++] = tag_of(draft, i);
    if (n != 0)
        qsort(tag, n, sizeof *tag, by_value);
    for (uint32_t i = MOST_TAGS; i < n && !draft->is_inset; i++)
        cor_draft_lose(draft, COR_LOSS_NUMBER,
                       tag[i].name != NULL ? tag[i].name : tag[i].number);
    return n < MOST_TAGS ? n : MOST_TAGS;
}

void cor_flow_labels_place(struct cor_draft *draft)
{
    if (draft->how->flow == NULL || draft->how->labels == COR_LABELS_NONE)
        return;
    struct tag *tag =
        cor_arena_array(&draft->scratch, struct tag, draft->scenario->links.n);
    uint32_t *member =
        cor_arena_array(&draft->scratch, uint32_t, draft->scenario->links.n);
    if (tag == NULL || member == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return;
    }
    const uint32_t n = list_tags(draft, tag);
    for (uint32_t i = 0; i < n; i++)
        if (!tag[i].done)
            write_tag(draft, tag, member, gather(draft, tag, n, i, member));
}
