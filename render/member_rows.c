/* What the legend says of groups and their members. */
#include "render/member.h"
#include "render/names.h"
#include "render/say.h"

#include <corridor/model/group.h>

#include <string.h>

/* What a row of members may be wide, in mm before scaling, and how many rows a
   class has at most. */
static const double widest_mm = 62;
enum { MOST_ROWS = 4 };

/* A list of names that is broken into rows. */
struct names {
    const char *row;   /* begun */
    const char *first; /* what the first row begins with, before the names */
    uint32_t n_row, n_name;
    uint32_t index; /* of the class; COR_NONE: its swatch was drawn */
};

static void
add_row(struct cor_draft *draft, struct names *names, const char *text)
{
    cor_legend_add(
        draft, names->index != COR_NONE ? COR_LEGEND_MEMBER : COR_LEGEND_NOTE,
        names->index == COR_NONE ? 0 : names->index, text);
    names->index = COR_NONE;
    names->n_row++;
}

static const char *
join(struct cor_draft *draft, const char *row, const char *name, bool is_first)
{
    const char *text = cor_text_print(
        draft->arena, "%s%s%s", row == NULL ? "" : row,
        row == NULL || is_first ? "" : cor_draft_say(draft, ", "), name);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text != NULL ? text : "";
}

static bool fits(struct cor_draft *draft, const char *text)
{
    const struct cor_font font = {.size_pt = COR_SIZE_LEGEND};
    return cor_draft_text(draft, text, font, draft->theme->text).box.right <=
           widest_mm * draft->scale;
}

static void
add_name(struct cor_draft *draft, struct names *names, uint32_t country)
{
    const char *name =
        cor_country_name(draft, draft->scenario->countries->name[country]);
    const char *longer =
        names->row != NULL && names->n_name == 0
            ? cor_draft_say_with(
                  draft, "{1}: {2}",
                  (const char *[COR_WORDS_VALUES]){names->row, name})
            : join(draft, names->row, name, false);
    names->n_name++;
    if (names->n_name == 1 || fits(draft, longer)) {
        names->row = longer;
        return;
    }
    if (names->n_row + 1 < MOST_ROWS) {
        add_row(draft, names,
                join(draft, names->row, cor_draft_say(draft, ", "), true));
        names->row = name;
        return;
    }
    names->row = longer; /* the legend cuts it */
}

static bool
is_of(const struct cor_draft *draft, uint32_t index, uint32_t country)
{
    const char *code = draft->scenario->countries->name[country];
    return (cor_member_classes(draft, code) >> index & 1) != 0;
}

/* "2017: India, Pakistan" */
static const char *years_of(struct cor_draft *draft,
                            const struct cor_fill *fill)
{
    if (fill->first == 0)
        return NULL;
    const char *text =
        fill->first == fill->last
            ? cor_text_print(draft->arena, "%d", fill->first)
            : cor_text_print(draft->arena, "%d–%d", fill->first, fill->last);
    if (text == NULL)
        draft->pen.status = COR_NO_MEMORY;
    return text;
}

/* Titles are words inside sentences; alone they begin with a capital. */
static const char *heading(struct cor_draft *draft,
                           const struct cor_group *group)
{
    const char *title =
        cor_title_in(group->title, &group->titles, draft->how->language,
                     draft->how->n_language);
    char *copy = cor_text_copy(draft->arena, cor_text_of(title));
    if (copy == NULL) {
        draft->pen.status = COR_NO_MEMORY;
        return title;
    }
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

/* A row that says what a class is, or the names that follow its years. */
static void list_class(struct cor_draft *draft, uint32_t index)
{
    const struct cor_fill *fill = &draft->fill[index];
    const struct cor_group *group = draft->how->fill[fill->group];
    struct names names = {.row = years_of(draft, fill), .index = index};
    if (names.row == NULL)
        add_row(draft, &names, heading(draft, group));
    for (uint32_t i = 0; i < group->n_member; i++) {
        bool again = false;
        for (uint32_t k = 0; k < i; k++)
            again |= group->member[k].country == group->member[i].country;
        if (!again && is_of(draft, index, group->member[i].country))
            add_name(draft, &names, group->member[i].country);
    }
    if (names.row != NULL)
        add_row(draft, &names, names.row);
}

void cor_member_rows(struct cor_draft *draft)
{
    bool has_title = false;
    for (uint32_t i = 0; i < draft->n_fill; i++) {
        if (!draft->fill[i].is_drawn)
            continue;
        if (draft->fill[i].first != 0 && !has_title)
            cor_legend_head(draft, COR_GROUP_AREAS,
                            heading(draft, draft->how->fill[0]));
        has_title = true;
        list_class(draft, i);
    }
}
